"""Lay out, fill and sign the repository that installed Davits ask for updates.

    repository.py keys KEYS                       make keys, each role's in a file of its own
    repository.py init REPO --keys KEYS           the first root, and an empty list
    repository.py add REPO FILE --kind … …        put a file into the list (not signed yet)
    repository.py remove REPO NAME                take one out again
    repository.py publish REPO --keys KEYS        sign targets, snapshot and timestamp
    repository.py refresh REPO --keys KEYS        sign the timestamp anew, as a job does each day
    repository.py rotate REPO --keys OLD --new-keys NEW   another root, signed by old and new
    repository.py ship REPO FOLDER --url URL --packaging P   root.json and release.json for the app

The Update Framework 1.0, consistent snapshots. Root and targets keys stay offline; snapshot and
timestamp keys may lie where the release is made. A key is a PEM file ROLE-N.pem in the keys'
folder, or in an environment variable DAVIT_KEY_ROLE_N (such as DAVIT_KEY_TIMESTAMP_1). No key is
ever written into the repository.
"""

import argparse
import hashlib
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec
from cryptography.hazmat.primitives import serialization
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

ROLES: Final = ("root", "targets", "snapshot", "timestamp")
KEYS: Final = {"root": (3, 2), "targets": (1, 1), "snapshot": (1, 1), "timestamp": (1, 1)}
"""How many keys a new repository gets for a role, and how many of them must sign."""
LIFE: Final = {"root": 365, "targets": 120, "snapshot": 30, "timestamp": 7}
"""Days until each has to be signed anew."""
PACKAGINGS: Final = ("setup", "dmg", "deb", "rpm", "appimage", "system")
_VARIABLE: Final = "DAVIT_KEY_{role}_{number}"
_MOST_KEYS: Final = 16


class Refused(Exception):
    """The command cannot be carried out; the message says why."""


def make_keys(folder: Path) -> None:
    """A set of fresh Ed25519 keys, readable by their owner only."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for role, (count, _) in KEYS.items():
        for number in range(1, count + 1):
            path = folder / f"{role}-{number}.pem"
            signer = CryptoSigner.generate_ed25519()
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as f:
                f.write(signer.private_bytes)


def signers(keys: Path | None, role: str) -> list[CryptoSigner]:
    """Those of a role that are at hand."""
    found: list[CryptoSigner] = []
    for number in range(1, _MOST_KEYS + 1):
        pem = os.environ.get(_VARIABLE.format(role=role.upper(), number=number), "").encode()
        path = keys / f"{role}-{number}.pem" if keys else None
        if not pem and path is not None and path.is_file():
            pem = path.read_bytes()
        if pem:
            private: Any = serialization.load_pem_private_key(pem, password=None)
            found.append(CryptoSigner(private))
    return found


class Repository:
    """The folder that a web server serves: metadata/ and targets/."""

    def __init__(self, folder: Path, *, now: datetime | None = None) -> None:
        self.metadata = folder / "metadata"
        self.targets = folder / "targets"
        self._list = folder / "next.json"
        """The list as it will be signed."""
        self._now = now or datetime.now(UTC)

    def create(self, keys: Path | None) -> None:
        """The first root, and a signed list with nothing in it."""
        if self.metadata.exists():
            raise Refused(f"{self.metadata} is there already")
        self.metadata.mkdir(parents=True)
        self.targets.mkdir(parents=True, exist_ok=True)
        root = Root(expires=self._expiry("root"), consistent_snapshot=True)
        for role in ROLES:
            _take_keys(root, role, _require(signers(keys, role), role), KEYS[role][1])
        signed = Metadata(root)
        for signer in _require(signers(keys, "root"), "root"):
            signed.sign(signer, append=True)
        signed.verify_delegate("root", signed)
        signed.to_file(str(self.metadata / "1.root.json"))
        self._write_list({})
        self.publish(keys)

    def rotate(self, keys: Path | None, new_keys: Path | None) -> None:
        """A root with the new keys; whoever trusts the old ones can follow it."""
        before = self._newest("root")
        fresh = Metadata[Root].from_file(str(before))
        root = fresh.signed
        root.version += 1
        root.expires = self._expiry("root")
        for role in ROLES:
            replacing = signers(new_keys, role)
            if not replacing:
                continue
            for key_id in list(root.roles[role].keyids):
                root.revoke_key(key_id, role)
            _take_keys(root, role, replacing, root.roles[role].threshold)
        fresh.signatures.clear()
        for signer in (*signers(keys, "root"), *signers(new_keys, "root")):
            fresh.sign(signer, append=True)
        old = Metadata[Root].from_file(str(before)).signed
        for trusted in (old, root):  # both must be content with it
            trusted.verify_delegate("root", fresh.signed_bytes, fresh.signatures)
        fresh.to_file(str(self.metadata / f"{root.version}.root.json"))

    def add(self, file: Path, name: str, custom: dict[str, str]) -> None:
        """Into the next list; the file is copied under the name that clients ask for."""
        target = TargetFile.from_file(name, str(file), ["sha256"])
        listed = {key: text for key, text in custom.items() if text}
        entry = {**target.to_dict(), "custom": listed}
        folder = (self.targets / name).parent
        folder.mkdir(parents=True, exist_ok=True)
        copy = folder / f"{target.hashes['sha256']}.{file.name}"
        if not copy.exists():
            scratch = copy.with_name(f".{copy.name}.new")
            shutil.copyfile(file, scratch)
            scratch.replace(copy)
        self._write_list({**self._read_list(), name: entry})

    def remove(self, name: str) -> None:
        """Out of the next list; the file goes with the publication."""
        known = self._read_list()
        if name not in known:
            raise Refused(f"{name} is not in the list; it has: {', '.join(sorted(known)) or '-'}")
        self._write_list({key: entry for key, entry in known.items() if key != name})

    def publish(self, keys: Path | None) -> None:
        """Sign the list, and what leads to it; the timestamp comes last and switches over."""
        entries = self._read_list()
        files = {name: TargetFile.from_dict(dict(entry), name) for name, entry in entries.items()}
        targets = Targets(
            version=self._version("targets") + 1, expires=self._expiry("targets"), targets=files
        )
        self._sign(targets, keys)
        snapshot = Snapshot(
            version=self._version("snapshot") + 1,
            expires=self._expiry("snapshot"),
            meta={"targets.json": MetaFile(version=targets.version)},
        )
        self._sign(snapshot, keys)
        self.refresh(keys)
        self._forget_files({(name, file.hashes["sha256"]) for name, file in files.items()})

    def refresh(self, keys: Path | None) -> None:
        """A timestamp that says again that the newest snapshot is the newest."""
        timestamp = Timestamp(
            version=self._version("timestamp") + 1,
            expires=self._expiry("timestamp"),
            snapshot_meta=MetaFile(version=self._version("snapshot")),
        )
        self._sign(timestamp, keys)

    def ship(self, folder: Path, url: str, packaging: str, command: str) -> None:
        """What an installer puts beside the program."""
        folder.mkdir(parents=True, exist_ok=True)
        description = {"packaging": packaging, "url": url, "command": command}
        shown = msgspec.json.format(msgspec.json.encode(description), indent=2)
        (folder / "release.json").write_bytes(shown + b"\n")
        if packaging != "system":
            shutil.copyfile(self._newest("root"), folder / "root.json")

    def listed(self) -> dict[str, Any]:
        """The next list, by name."""
        return self._read_list()

    # ---- files

    def _sign(self, document: Targets | Snapshot | Timestamp, keys: Path | None) -> None:
        role = document.type
        root = Metadata[Root].from_file(str(self._newest("root"))).signed
        signed: Metadata[Any] = Metadata(document)
        for signer in _require(signers(keys, role), role):
            signed.sign(signer, append=True)
        root.verify_delegate(role, signed.signed_bytes, signed.signatures)
        name = f"{role}.json" if role == "timestamp" else f"{document.version}.{role}.json"
        scratch = self.metadata / f".{name}.new"
        signed.to_file(str(scratch))
        scratch.replace(self.metadata / name)

    def _newest(self, role: str) -> Path:
        found = sorted(
            self.metadata.glob(f"*.{role}.json"), key=lambda p: int(p.name.split(".")[0])
        )
        if not found:
            raise Refused(f"{self.metadata} has no {role} yet; run init first")
        return found[-1]

    def _version(self, role: str) -> int:
        if role == "timestamp":
            path = self.metadata / "timestamp.json"
            return Metadata[Timestamp].from_file(str(path)).signed.version if path.exists() else 0
        numbers = [int(path.name.split(".")[0]) for path in self.metadata.glob(f"*.{role}.json")]
        return max(numbers, default=0)

    def _expiry(self, role: str) -> datetime:
        return (self._now + timedelta(days=LIFE[role])).replace(microsecond=0)

    def _read_list(self) -> dict[str, Any]:
        try:
            return msgspec.json.decode(self._list.read_bytes(), type=dict[str, Any])
        except FileNotFoundError as error:
            raise Refused(f"{self._list} is not there; run init first") from error

    def _write_list(self, entries: dict[str, Any]) -> None:
        content = msgspec.json.format(msgspec.json.encode(entries, order="sorted"), indent=2)
        self._list.write_bytes(content + b"\n")

    def _forget_files(self, keep: set[tuple[str, str]]) -> None:
        names = {(Path(name).parent / f"{digest}.{Path(name).name}") for name, digest in keep}
        for path in sorted(self.targets.rglob("*")):
            if path.is_file() and path.relative_to(self.targets) not in names:
                path.unlink()


def _take_keys(root: Root, role: str, keys: Iterable[CryptoSigner], threshold: int) -> None:
    for signer in keys:
        root.add_key(signer.public_key, role)
    root.roles[role].threshold = threshold


def _require(found: list[CryptoSigner], role: str) -> list[CryptoSigner]:
    if not found:
        raise Refused(
            f"There is no key for {role}: neither {role}-1.pem in the folder of --keys nor "
            + _VARIABLE.format(role=role.upper(), number=1)
        )
    return found


def _custom(options: argparse.Namespace, file: Path) -> dict[str, str]:
    notes = options.notes.read_text(encoding="utf-8") if options.notes else ""
    image = ""
    if options.kind == "guest":
        image = _image_version(file)
    elif options.packaging == "system":
        raise Refused("A file cannot have the packaging system")
    return {
        "kind": options.kind,
        "version": options.version,
        "os": options.os,
        "arch": options.arch,
        "packaging": options.packaging if options.kind == "installer" else "",
        "minimum": options.minimum,
        "image": image,
        "notes": notes,
    }


def _image_version(file: Path) -> str:
    """Of the guest image in an archive that pack_guest made."""
    import tarfile

    with tarfile.open(file) as archive:
        member = archive.extractfile("image.json")
        if member is None:
            raise Refused(f"{file} holds no image.json")
        return str(msgspec.json.decode(member.read(), type=dict[str, Any])["version"])


def pack_guest(image: Path, archive: Path) -> str:
    """A guest image's folder as one .tar.xz, the same bytes each time; its SHA-256."""
    import tarfile

    document = msgspec.json.decode((image / "image.json").read_bytes(), type=dict[str, Any])
    with tarfile.open(archive, "w:xz", format=tarfile.USTAR_FORMAT, preset=6) as output:
        for name in ("image.json", *sorted(document["files"])):
            member = tarfile.TarInfo(name)
            member.size = (image / name).stat().st_size
            member.mode = 0o644
            with (image / name).open("rb") as content:
                output.addfile(member, content)
    with archive.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; returns its exit status."""
    options = _parser().parse_args(arguments)
    try:
        _run(options)
    except (Refused, OSError, ValueError) as error:
        print(f"repository: {error}", file=sys.stderr)
        return 1
    return 0


def _run(options: argparse.Namespace) -> None:
    if options.command == "keys":
        make_keys(options.folder)
        return
    if options.command == "pack-guest":
        print(pack_guest(options.folder, options.archive))
        return
    repository = Repository(options.folder)
    match options.command:
        case "init":
            repository.create(options.keys)
        case "add":
            name = options.name or f"{options.version}/{options.file.name}"
            repository.add(options.file, name, _custom(options, options.file))
            print(name)
        case "remove":
            repository.remove(options.name)
        case "publish":
            repository.publish(options.keys)
        case "refresh":
            repository.refresh(options.keys)
        case "rotate":
            repository.rotate(options.keys, options.new_keys)
        case "ship":
            repository.ship(options.to, options.url, options.packaging, options.told)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="repository.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)

    def add(name: str, *, keys: bool = False) -> argparse.ArgumentParser:
        one = commands.add_parser(name)
        one.add_argument("folder", type=Path)
        if keys:
            one.add_argument("--keys", type=Path, help="folder with ROLE-N.pem")
        return one

    add("keys")
    pack = add("pack-guest")
    pack.add_argument("archive", type=Path)
    for name in ("init", "publish", "refresh"):
        add(name, keys=True)
    rotate = add("rotate", keys=True)
    rotate.add_argument("--new-keys", type=Path, required=True)
    one = add("add")
    one.add_argument("file", type=Path)
    one.add_argument("--kind", choices=("installer", "guest"), required=True)
    one.add_argument("--version", required=True)
    one.add_argument("--os", choices=("windows", "macos", "linux", "any"), default="any")
    one.add_argument("--arch", choices=("x86_64", "aarch64", "any"), default="any")
    one.add_argument("--packaging", choices=PACKAGINGS, default="")
    one.add_argument("--minimum", default="", help="the oldest Davit that can take the step")
    one.add_argument("--notes", type=Path, help="release notes, plain text")
    one.add_argument("--name", default="", help="path in the repository; VERSION/FILE")
    removed = add("remove")
    removed.add_argument("name")
    shipped = add("ship")
    shipped.add_argument("to", type=Path)
    shipped.add_argument("--url", default="")
    shipped.add_argument("--packaging", choices=PACKAGINGS, required=True)
    shipped.add_argument("--told", default="", help="with system: the command that upgrades")
    return parser


if __name__ == "__main__":
    sys.exit(main())
