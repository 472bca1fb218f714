"""A pasted `docker run …` as a RunSpec; what cannot be taken is named with its reason (pure)."""

import re
from collections.abc import Sequence
from itertools import islice

import msgspec

from davit_desktop.client.flags import Flag, FlagError, Given, scan
from davit_desktop.client.run_command import spec_from
from davit_desktop.client.run_flags import FLAGS, flag_words
from davit_desktop.client.run_spec import RunSpec, RunSpecError, Surroundings
from davit_desktop.state.shell_words import Command, ShellError, command
from davit_desktop.translation import mark, tr

LONGEST = 64 * 1024
"""Characters of a text that is read at all."""
_MOST_PROGRAMS = 20
_NEVER_CLASH = ("env", "env-file", "label", "publish", "volume")
_MOST_TRIED = 200
_PROGRAM = re.compile(
    r"(?<![\w.:/\\-])(?:[\w./\\:-]*[/\\])?(?:docker|podman|nerdctl|davit)(?:\.exe)?(?=\s)"
)
_GLOBAL = (
    *(Flag(name, "", "string") for name in ("config", "tlscacert", "tlscert", "tlskey")),
    Flag("context", "c", "string"),
    Flag("host", "H", "list"),
    Flag("log-level", "l", "string"),
    Flag("namespace", "n", "string"),
    *(Flag(name) for name in ("debug", "tls", "tlsverify", "remote")),
)
# Flags of podman and nerdctl that take a value: the value must not be read as the image.
_FOREIGN = re.compile(
    r"arch|authfile|conmon-pidfile|creds|decryption-key|group-entry|image-volume|log-uri|os|"
    r"passwd-entry|personality|pidfile|pod|pod-id-file|preserve-fds|requires|retry|retry-delay|"
    r"sdnotify|secret|shm-size-systemd|snapshotter|subgidname|subuidname|systemd|timeout|tz|"
    r"umask|unsetenv|variant"
)
_FOR_TERMINALS = {
    "attach": mark("the window shows the container's log instead"),
    "sig-proxy": mark("it is about signals that a terminal sends"),
    "detach-keys": mark("it is about keys pressed in a terminal"),
    "quiet": mark("it is about what a terminal prints"),
    "cidfile": mark("the window writes no such file"),
    "disable-content-trust": mark("it says what is so anyway"),
    "kernel-memory": mark("engines take it no longer"),
}


class Pasted(msgspec.Struct, frozen=True, kw_only=True):
    """`problem` says why there is no spec; `notes` name what was not taken or cannot be known."""

    spec: RunSpec | None = None
    problem: str = ""
    notes: tuple[str, ...] = ()


def pasted(text: str, surroundings: Surroundings) -> Pasted:
    """Read a text that a person copied from somewhere."""
    if len(text) > LONGEST:
        return Pasted(problem=tr("The text is too long to be a command."))
    try:
        found, notes = _find(text, surroundings)
    except ShellError as error:
        return Pasted(problem=tr("This is not a command: {why}.").format(why=error))
    except FlagError as error:
        return Pasted(problem=_sentence(str(error)))
    if found is None:
        return Pasted(problem=tr("There is no docker run in this text."))
    # Whose folder a relative path starts from is not known here.
    around = msgspec.structs.replace(surroundings, directory="")
    given, words = _lenient(found.words, notes)
    if not words:
        return Pasted(problem=tr("The command names no image."), notes=tuple(notes))
    given = [item for item in given if _is_taken(item, around, notes)]
    spec = _together(given, words, around, notes)
    for part in found.unknown:
        notes.append(
            tr("{part}: only your shell knows what stands for it. Put it in by hand.").format(
                part=part
            )
        )
    notes += _relative(spec)
    if found.rest and not found.rest.startswith("#"):
        notes.append(
            tr("What follows the command is not taken: {rest}").format(rest=_short(found.rest))
        )
    return Pasted(spec=msgspec.structs.replace(spec, detach=True, attach=()), notes=tuple(notes))


def _find(text: str, surroundings: Surroundings) -> tuple[Command | None, list[str]]:
    """The words after `run` of the first command that has one."""
    known = {k: v for k, v in surroundings.environ.items() if k in ("HOME", "USER", "USERPROFILE")}
    for match in islice(_PROGRAM.finditer(text), _MOST_PROGRAMS):
        found = command(text[match.start() :], known)
        given, words = _global_flags(found.words[1:])
        if words[:1] == ["container"]:
            del words[0]
        if words[:1] in (["run"], ["create"]):
            notes = [
                tr("{flag}: it runs in the engine that this window shows.").format(
                    flag=" ".join(flag_words(item.flag, item.text))
                )
                for item in given
            ]
            if words[0] == "create":
                notes.append(tr("docker create does not start the container; here it is started."))
            return msgspec.structs.replace(found, words=tuple(words[1:])), notes
    bare = text.strip().lstrip("$").lstrip()
    if re.match(r"(?:run|create)\s|-", bare):
        found = command(bare, known)
        start = 0 if found.words[0].startswith("-") else 1
        return msgspec.structs.replace(found, words=found.words[start:]), []
    return None, []


def _global_flags(words: Sequence[str]) -> tuple[list[Given], list[str]]:
    try:
        return scan(words, _GLOBAL)
    except FlagError:
        return [], []


def _lenient(words: Sequence[str], notes: list[str]) -> tuple[list[Given], list[str]]:
    """As `scan`, but a flag that nobody knows is named and left out."""
    given: list[Given] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word == "--":
            return given, list(words[at + 1 :])
        if not word.startswith("-") or word == "-":
            break
        why = ""
        for count in (1, 2):
            try:
                given += scan(words[at : at + count], FLAGS)[0]
            except FlagError as error:
                why = str(error)
                if "needs an argument" in why and count == 1 and at + 1 < len(words):
                    continue
            else:
                why = ""
            at += count
            break
        if why:
            notes.append(
                tr("{flag}: docker run has no such flag.").format(flag=word)
                if why.startswith("unknown")
                else tr("{flag}: it needs a value.").format(flag=word)
            )
            name, equals, _ = word.lstrip("-").partition("=")
            if _FOREIGN.fullmatch(name) and not equals:
                at += 1
    return given, list(words[at:])


def _is_taken(item: Given, around: Surroundings, notes: list[str]) -> bool:
    flag = " ".join(flag_words(item.flag, item.text))
    if item.flag.name in _FOR_TERMINALS:
        notes.append(
            tr("{flag} is not taken: {why}.").format(
                flag=flag, why=tr(_FOR_TERMINALS[item.flag.name])
            )
        )
        return False
    try:
        spec_from([item], ["x"], around)
    except (FlagError, RunSpecError) as error:
        notes.append(tr("{flag} is not taken: {why}.").format(flag=_short(flag), why=_why(error)))
        return False
    return True


def _together(
    given: Sequence[Given], words: Sequence[str], around: Surroundings, notes: list[str]
) -> RunSpec:
    """All flags at once, without those that do not go with the ones before them."""
    try:
        return spec_from(given, words, around)
    except (FlagError, RunSpecError):
        pass
    kept = [item for item in given if item.flag.name in _NEVER_CLASH]
    for item in [item for item in given if item.flag.name not in _NEVER_CLASH][:_MOST_TRIED]:
        try:
            spec_from([*kept, item], words, around)
        except (FlagError, RunSpecError) as error:
            flag = _short(" ".join(flag_words(item.flag, item.text)))
            notes.append(tr("{flag} is not taken: {why}.").format(flag=flag, why=_why(error)))
        else:
            kept.append(item)
    return spec_from(kept, words, around)


def _relative(spec: RunSpec) -> list[str]:
    sources = [volume.partition(":")[0] for volume in spec.volumes if ":" in volume]
    sources += [mount.source for mount in spec.mounts if mount.type == "bind"]
    return [
        tr("{path}: Davit does not know the folder it starts from. Choose it by hand.").format(
            path=source
        )
        for source in sources
        if source.startswith(".")
    ]


def _why(error: Exception) -> str:
    text = str(error)
    # "invalid argument "x" for "--flag" flag: the reason": the flag is named before it.
    return re.sub(r'^invalid argument ".*" for ".*" flag: ', "", text, flags=re.DOTALL).rstrip(".")


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
