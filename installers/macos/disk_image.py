"""The disk image that people open, and Apple's word for it: notarised, with the ticket attached."""

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from release import BuildError, run


@dataclass(frozen=True, slots=True, kw_only=True)
class Notary:
    """A key for App Store Connect."""

    key: Path
    """A .p8 file."""
    key_id: str
    issuer: str

    @property
    def options(self) -> list[str | Path]:
        return ["--key", self.key, "--key-id", self.key_id, "--issuer", self.issuer]


def notary() -> Notary | None:
    """Of the environment: DAVIT_NOTARY_KEY (a file), DAVIT_NOTARY_KEY_ID, DAVIT_NOTARY_ISSUER.

    None without any of them. Raises BuildError for some of them.
    """
    names = ("DAVIT_NOTARY_KEY", "DAVIT_NOTARY_KEY_ID", "DAVIT_NOTARY_ISSUER")
    given = [os.environ.get(name, "") for name in names]
    if not any(given):
        return None
    if not all(given):
        lacking = [name for name, value in zip(names, given, strict=True) if not value]
        raise BuildError(f"the notary needs {' and '.join(lacking)} as well")
    return Notary(key=Path(given[0]), key_id=given[1], issuer=given[2])


def build(app: Path, target: Path, identity: str) -> None:
    """A compressed image with the application beside a way into Applications, signed."""
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="davit-dmg-") as folder:
        run(["ditto", app, Path(folder) / app.name])
        (Path(folder) / "Applications").symlink_to("/Applications")
        run(["hdiutil", "create", "-quiet", "-volname", "Davit", "-srcfolder", folder,
             "-fs", "HFS+", "-format", "ULMO", target])  # fmt: skip
    if identity != "-":
        run(["codesign", "--sign", identity, "--timestamp", target])


def notarise(image: Path, by: Notary) -> None:
    """Wait for the notary, attach its ticket, and ask Gatekeeper. Raises BuildError."""
    told = run(["xcrun", "notarytool", "submit", image, *by.options, "--wait",
                "--timeout", "1h", "--output-format", "json"], accept=(0, 1))  # fmt: skip
    number, status = parse_verdict(told)
    if status != "Accepted":
        log = run(["xcrun", "notarytool", "log", number, *by.options], accept=(0, 1))
        raise BuildError(f"the notary says {status} to {image.name}:\n{log[-6000:]}")
    run(["xcrun", "stapler", "staple", image])
    run(["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", image])


def parse_verdict(told: str) -> tuple[str, str]:
    """The number of a submission and its status. Raises BuildError for what is no verdict."""
    try:
        verdict = json.loads(told)
        return str(verdict["id"]), str(verdict["status"])
    except (ValueError, KeyError, TypeError) as error:
        raise BuildError(f"the notary did not answer as it should: {told[-2000:]}") from error
