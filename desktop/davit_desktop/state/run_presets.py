"""What was run before and what was saved to be run again (pure). No secret is kept.

A run is kept as the words of its docker command. A variable whose name or value looks like a
secret is left out of them; its name is kept, to be asked for again.
"""

import re
import shlex

import msgspec

from davit_desktop.client.flags import FlagError
from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.client.run_command import command_words, parse_run
from davit_desktop.client.run_spec import RunSpec, RunSpecError
from davit_desktop.state.inspect import COVER, is_secret
from davit_desktop.translation import tr

_RECENT_OF_ONE = 5
_RECENT = 50
_PRESETS = 500
_SIGNED_IN = re.compile(r"://[^/@\s:]+:[^/@\s]+@")  # a URL with a password in it


class SavedRun(msgspec.Struct, frozen=True, kw_only=True):
    """`asks` are the variables whose values were left out; `title` is empty in the history."""

    image: str
    words: tuple[str, ...]  # after `docker run`
    asks: tuple[str, ...] = ()
    title: str = ""
    when: float = 0.0

    def spec(self) -> RunSpec | None:
        """What it runs, the variables of `asks` without a value; None where it cannot be read."""
        try:
            spec = parse_run(self.words)
        except (FlagError, RunSpecError):
            return None
        asked = tuple(f"{name}=" for name in self.asks)
        return msgspec.structs.replace(spec, env=(*spec.env, *asked))


class RunMemory(msgspec.Struct, frozen=True, kw_only=True):
    """Newest first."""

    presets: tuple[SavedRun, ...] = ()
    recent: tuple[SavedRun, ...] = ()

    def with_recent(self, run: SavedRun) -> "RunMemory":
        """The same run again moves to the front."""
        others = [r for r in self.recent if (r.words, r.asks) != (run.words, run.asks)]
        same = [r for r in others if family(r.image) == family(run.image)]
        dropped = same[_RECENT_OF_ONE - 1 :]
        kept = [r for r in others if r not in dropped]
        return msgspec.structs.replace(self, recent=(run, *kept)[:_RECENT])

    def with_preset(self, run: SavedRun) -> "RunMemory":
        """One of the same title for the same image is replaced."""
        others = [p for p in self.presets if not _same_place(p, run)]
        return msgspec.structs.replace(self, presets=(run, *others)[:_PRESETS])

    def without_preset(self, run: SavedRun) -> "RunMemory":
        presets = tuple(p for p in self.presets if not _same_place(p, run))
        return msgspec.structs.replace(self, presets=presets)

    def of(self, image: str) -> "RunMemory":
        """Those of one image, whatever its tag; all of them for no image."""
        if not image:
            return self
        wanted = family(image)
        return RunMemory(
            presets=tuple(r for r in self.presets if family(r.image) == wanted),
            recent=tuple(r for r in self.recent if family(r.image) == wanted),
        )


def saved(spec: RunSpec, title: str = "", when: float = 0.0) -> SavedRun:
    """A run to be kept, without its secrets."""
    secret = [text for text in spec.env if holds_secret(text)]
    kept = tuple(text for text in spec.env if text not in secret)
    return SavedRun(
        image=spec.image,
        words=tuple(command_words(msgspec.structs.replace(spec, env=kept))),
        asks=tuple(dict.fromkeys(text.partition("=")[0] for text in secret)),
        title=title,
        when=when,
    )


def holds_secret(variable: str) -> bool:
    """Whether NAME=value has a value that is not for every eye."""
    name, _, value = variable.partition("=")
    return bool(value) and (is_secret(name) or bool(_SIGNED_IN.search(value)))


def docker_run(spec: RunSpec, *, covered: bool = False) -> str:
    """The docker command that asks for this; with `covered`, dots stand for secrets."""
    env = spec.env
    if covered:
        env = tuple(
            f"{text.partition('=')[0]}={COVER}" if holds_secret(text) else text for text in env
        )
    spec = msgspec.structs.replace(spec, env=env, image=spec.image or "IMAGE")
    return f"docker run {shlex.join(command_words(spec))}"


def described(run: SavedRun) -> str:
    """What tells one run of an image from another: "web, 8080 → 80, 2 variables"."""
    spec = run.spec()
    if spec is None:
        return run.image
    parts = [spec.image, spec.name]
    parts += [f"{p.host_port} → {p.container_port}" for p in spec.ports[:2] if p.host_port]
    parts += [tr("%n variable(s)", "", len(spec.env))] if spec.env else []
    parts += [tr("%n volume(s)", "", len(spec.volumes))] if spec.volumes else []
    return ", ".join(part for part in parts if part)


def family(image: str) -> str:
    """The name of an image without tag and digest."""
    try:
        return parse_reference(image).familiar_name()
    except InvalidReference:
        return image


def _same_place(first: SavedRun, second: SavedRun) -> bool:
    return (first.title, family(first.image)) == (second.title, family(second.image))
