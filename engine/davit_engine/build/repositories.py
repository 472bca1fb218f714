"""Files of a git repository at one commit: a build's context, or what ADD names.

URL[#REF[:FOLDER]], as in Docker. The git program does the work with everything switched off that a
repository could make it do: only protocols of the network, no redirects, no hooks, no settings of
this machine, no questions; and nothing that a client wrote is taken for an option. The folder is
looked up by the kernel inside of the files, whatever links are in them.
"""

import asyncio
import os
import re
import stat
from pathlib import Path
from typing import Final

import msgspec
from yarl import URL

from davit_engine.errors import InvalidParameter, Unavailable
from davit_engine.images.endpoints import forbidden_target
from davit_engine.kernel import processes
from davit_engine.kernel.blocking import finished
from davit_engine.kernel.paths import open_in_root
from davit_engine.kernel.trees import remove_tree, walk

SECONDS: Final = 1200.0
"""How long fetching one may take."""

PROTOCOLS: Final = ("https", "http", "git", "ssh")

_GIT: Final = processes.Program(
    "git",
    "Install git where the engine runs, or clone the repository and build its folder.",
)
_SETTINGS: Final = {
    "core.hooksPath": "/dev/null",
    "core.fsmonitor": "false",
    "credential.helper": "",
    "http.followRedirects": "false",
    "init.defaultBranch": "main",
    "protocol.allow": "never",
    **{f"protocol.{name}.allow": "always" for name in PROTOCOLS},
    "submodule.recurse": "false",
    "transfer.fsckObjects": "true",
    # Histories have zero-padded modes and the like; these harm nobody.
    "fetch.fsck.zeroPaddedFilemode": "ignore",
    "fetch.fsck.missingSpaceBeforeDate": "ignore",
    "fetch.fsck.badTimezone": "ignore",
    "advice.detachedHead": "false",
}
_COMMIT: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SCP: Final = re.compile(r"(?P<user>[A-Za-z0-9._-]+)@(?P<host>[A-Za-z0-9._-]+):(?P<path>[^:].*)")


class Repository(msgspec.Struct, frozen=True, kw_only=True):
    address: str
    ref: str = ""
    """A branch, a tag, a commit; empty for the repository's own choice."""
    folder: str = ""


def is_repository(text: str) -> bool:
    """Whether Docker takes it for a repository and not for a file on the web."""
    address = text.partition("#")[0]
    if address.startswith(("git://", "git@", "ssh://", "github.com/")):
        return True
    return address.startswith(("http://", "https://")) and address.endswith(".git")


def parse_repository(text: str) -> Repository:
    """Raises InvalidParameter, also for what is never fetched."""
    address, _, fragment = text.partition("#")
    ref, _, folder = fragment.partition(":")
    if address.startswith("github.com/"):
        address = f"https://{address}"
    if any(ord(char) <= 32 or ord(char) == 127 for char in text):
        raise InvalidParameter(f"{text[:200]!r} is no address of a repository: blanks in it")
    if re.match(r"[A-Za-z0-9._-]+@[^/]*:", address) and "://" not in address:
        if not _SCP.fullmatch(address) or address.startswith("-"):
            raise InvalidParameter(f"{text[:200]!r} is no address of a repository")
    else:
        _check_url(address)
    if ref and not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._/@{}^~+-]{0,254}", ref):
        raise InvalidParameter(f"invalid git reference {ref[:200]!r} in {address}")
    if ".." in ref or "@{" in ref:
        raise InvalidParameter(f"invalid git reference {ref[:200]!r} in {address}")
    if ".." in folder.split("/"):
        raise InvalidParameter(f"the folder {folder[:200]!r} leads out of the repository {address}")
    return Repository(address=address, ref=ref, folder=folder.strip("/"))


def _check_url(address: str) -> None:
    scheme, colons, rest = address.partition("://")
    if not colons or scheme not in PROTOCOLS:
        raise InvalidParameter(
            f"{address[:200]!r} is no repository that is fetched; expected one of "
            f"{', '.join(f'{name}://' for name in PROTOCOLS)} or git@HOST:PATH"
        )
    try:
        url = URL(f"http://{rest}")
        host = url.host or ""
        reason = forbidden_target(URL.build(scheme="http", host=host)) if host else "no host"
    except ValueError as error:
        raise InvalidParameter(f"{address[:200]!r} is no address: {error}") from error
    if reason or host.startswith("-"):
        raise InvalidParameter(f"{address[:200]!r} is not fetched: {reason or 'no host'}")
    if url.password or (url.user and (scheme != "ssh" or url.user.startswith("-"))):
        raise InvalidParameter("an address of a repository must not carry a name or a password")


async def fetch(
    repository: Repository, folder: Path, *, checksum: str = "", keep_git: bool = False
) -> int:
    """The files, in a folder that is made for them; a descriptor of the folder that is meant.

    Raises InvalidParameter for a reference or a folder that is not there and for another commit
    than `checksum`, Unavailable when git is not installed or the repository not reached.
    """
    try:
        async with asyncio.timeout(SECONDS):
            return await _fetch(repository, folder, checksum, keep_git)
    except TimeoutError as error:
        raise Unavailable(
            f"fetching {repository.address} took longer than {SECONDS / 60:.0f} minutes"
        ) from error


async def _fetch(repository: Repository, folder: Path, checksum: str, keep_git: bool) -> int:
    address, ref = repository.address, repository.ref or "HEAD"
    tree = folder / "tree"
    await finished(None, tree.mkdir, mode=0o755, parents=True)
    await _git(folder, "init", "--quiet", "--template=", what=address)
    try:
        await _git(folder, "fetch", *_QUIET, "--depth=1", "--", address, ref, what=address)
        await _git(folder, "update-ref", "--no-deref", "HEAD", "FETCH_HEAD", what=address)
    except InvalidParameter:
        # Not every server gives a single commit away by its name.
        specs = ("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*")
        await _git(
            folder, "fetch", *_QUIET, "--update-head-ok", "--", address, *specs, what=address
        )
        await _git(
            folder, "update-ref", "--no-deref", "HEAD", await _commit(folder, ref), what=address
        )
    await _git(folder, "reset", "--quiet", "--hard", "HEAD", what=address)
    commit = await _commit(folder, "HEAD")
    if checksum and commit != checksum:
        raise InvalidParameter(f"digest mismatch {commit}: {checksum} ({address})")
    if (tree / ".gitmodules").is_file():
        # What their addresses are relative to.
        await _git(folder, "config", "remote.origin.url", address, what=address)
        arguments = ("submodule", "--quiet", "update", "--init", "--recursive", "--depth=1")
        await _git(folder, *arguments, what=f"the submodules of {address}")
    return await finished(None, _opened, tree, repository, keep_git)


_QUIET: Final = ("--quiet", "--no-tags", "--no-recurse-submodules")


async def _commit(folder: Path, ref: str) -> str:
    for name in (f"refs/heads/{ref}", f"refs/tags/{ref}", ref):
        arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        ended = await _run(folder, *arguments)
        if ended.code == 0 and _COMMIT.fullmatch(ended.text):
            return ended.text
    raise InvalidParameter(f"repository does not contain ref {ref}")


async def _git(folder: Path, *arguments: str, what: str) -> None:
    ended = await _run(folder, *arguments)
    if ended.code:
        said = ended.text[-1000:] or f"git {arguments[0]} ended with status {ended.code}"
        raise InvalidParameter(f"cannot fetch {what}: {said}")


async def _run(folder: Path, *arguments: str) -> processes.Ended:
    settings = [word for key, value in _SETTINGS.items() for word in ("-c", f"{key}={value}")]
    environment = {
        **processes.CLEAN_ENVIRONMENT,
        "HOME": str(folder),
        "GIT_ALLOW_PROTOCOL": ":".join(PROTOCOLS),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_SSH_COMMAND": "ssh -o BatchMode=yes",
        "GIT_SSH_VARIANT": "ssh",
    }
    place = [f"--git-dir={folder / 'tree/.git'}", f"--work-tree={folder / 'tree'}"]
    if arguments[0] == "submodule":
        # It wants to stand in the folder, and there it finds both.
        place = ["-C", str(folder / "tree")]
    return await processes.run([_GIT.path, *settings, *place, *arguments], environment=environment)


def _opened(tree: Path, repository: Repository, keep_git: bool) -> int:
    root = os.open(tree, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for node in walk(root):
            # Who only reads the files need not be of the engine's user.
            mode = stat.S_IMODE(node.status.st_mode)
            if stat.S_ISREG(node.status.st_mode):
                os.chmod(node.name, 0o755 if mode & 0o100 else 0o644, dir_fd=node.parent_fd)
            elif node.is_directory:
                os.chmod(node.name, 0o755, dir_fd=node.parent_fd)
            if node.name == b".git" and not keep_git:
                remove_tree(node.parent_fd, node.name)
        return open_in_root(root, repository.folder or ".", os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise InvalidParameter(
            f"the repository {repository.address} has no folder {repository.folder!r}: "
            f"{error.strerror}"
        ) from error
    finally:
        os.close(root)
