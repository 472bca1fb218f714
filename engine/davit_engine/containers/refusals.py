"""The runtime's refusal to create a container, in words that clients and people understand.

Clients take the exit codes 126 and 127 from Docker's phrases. What an image or a request has in a
wrong place is the caller's to mend: InvalidParameter. The rest stays a SystemFailure.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from davit_engine.containers.model import ProcessIdentity
from davit_engine.containers.rootfs import Root
from davit_engine.errors import EngineError, InvalidParameter, SystemFailure

PREFIX: Final = "failed to create task for container: OCI runtime create failed: "

EXEC_PREFIX: Final = "OCI runtime exec failed: exec failed: unable to start container process: "

_RUNC: Final = "exec failed: unable to start container process: "

_KERNEL: Final = ("/proc", "/sys", "/dev")
"""Folders the runtime fills; it follows no link there."""

_BAD_PLACE: Final = tuple(
    os.strerror(number)
    for number in (errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.ENOENT, errno.EEXIST)
)


def explained(
    program: str, root: Path, specification: Mapping[str, object], said: str
) -> EngineError:
    """What to tell of a container that the runtime did not create, from what the runtime said."""
    with Root(root) as inside:
        fault = _fault(program, inside, said)
        if fault:
            return InvalidParameter(PREFIX + fault)
        if said.endswith(_BAD_PLACE):
            found = "; ".join(_wrong_places(inside, specification))
            if found:
                return InvalidParameter(f"{PREFIX}{found}")
    return SystemFailure(PREFIX + said)


def exec_explained(program: str, process: ProcessIdentity | None, said: str) -> EngineError:
    """What to tell of a program that the runtime did not run in a container beside others."""
    fault = ""
    with contextlib.suppress(OSError):
        if process is not None:
            with Root.of_process(process) as inside:
                fault = _fault(program, inside, said)
    words = f"{EXEC_PREFIX}{fault or said.removeprefix(_RUNC)}: unknown"
    return InvalidParameter(words) if fault else SystemFailure(words)


def _fault(program: str, inside: Root, said: str) -> str:
    """What is wrong with a program, in the words clients know; "" when that is not the matter."""
    if program.startswith("/") and "executable" in said:
        if inside.is_folder(program):
            return f'exec: "{program}": is a directory: permission denied'
        if not inside.exists(program):
            return f'exec: "{program}": stat {program}: no such file or directory'
    if "not found in $PATH" in said:
        return f'exec: "{program}": executable file not found in $PATH'
    if "executable" in said and ("ermission denied" in said or "not permitted" in said):
        return f'exec: "{program}": permission denied'
    return ""


def exit_code(error: EngineError) -> int:
    """What `inspect` shows as exit code after a start that failed, as docker run's status."""
    if "permission denied" in str(error):
        return 126
    if "not found in $PATH" in str(error) or "no such file or directory" in str(error):
        return 127
    return 128


def _wrong_places(inside: Root, specification: Mapping[str, object]) -> Iterator[str]:
    """What the image has where the specification mounts, as sentences."""
    mounts = specification.get("mounts")
    told: set[str] = set()
    for mount in mounts if isinstance(mounts, list | tuple) else ():
        target, source = mount["destination"], mount.get("source", "")
        folder = mount.get("type") != "bind" or Path(source).is_dir()
        below = any(target.startswith(f"{place}/") for place in _KERNEL)
        found = None if below else _in_the_way(inside, target, folder=folder)
        if found is not None and found[0] not in told:
            told.add(found[0])
            yield _sentence(*found, target=target, folder=folder)


def _in_the_way(inside: Root, target: str, *, folder: bool) -> tuple[str, str] | None:
    """The first place on the way to a target that cannot be, and what is there instead."""
    parts = [part for part in target.split("/") if part]
    for depth in range(1, len(parts) + 1):
        place = "/" + "/".join(parts[:depth])
        try:
            with inside.open(place, os.O_PATH | os.O_NOFOLLOW) as descriptor:
                mode = os.fstat(descriptor).st_mode
        except FileNotFoundError:
            return None
        except OSError as error:
            return place, (error.strerror or "nothing that can be opened").lower()
        last = depth == len(parts)
        if stat.S_ISLNK(mode):
            if place in _KERNEL:
                return place, "a symbolic link"
            if inside.real(place).startswith(tuple(f"{kernel}/" for kernel in _KERNEL)):
                return place, "a symbolic link into what the kernel shows"
            wanted = inside.is_folder(place)
            if wanted if not last else inside.exists(place) and wanted == folder:
                continue
            return place, "a symbolic link that leads to nothing usable"
        if stat.S_ISDIR(mode) == (folder or not last):
            continue
        return place, "a folder" if stat.S_ISDIR(mode) else "a file"
    return None


def _sentence(place: str, what: str, *, target: str, folder: bool) -> str:
    if target in _KERNEL or place != target:
        return f"the image has {what} at {place}, where a container needs a folder"
    return (
        f"the image has {what} at {place}, where a {'folder' if folder else 'file'} is to be "
        "mounted: Are you trying to mount a directory onto a file (or vice-versa)? Check if the "
        "specified host path exists and is the expected type"
    )
