"""The runtime port fulfilled by conmon and an OCI runtime program."""

import asyncio
import base64
import contextlib
import errno
import logging
import os
import resource
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.errors import InvalidParameter, NotFound, SystemFailure
from davit_engine.kernel import processes
from davit_engine.kernel.cgroups import Hierarchy, Sample
from davit_engine.kernel.seccomp import Compiler, Uncompilable
from davit_engine.runtime import conmon as shim
from davit_engine.runtime import exec as execs
from davit_engine.runtime.conmon import AttachSocket, Conmon
from davit_engine.runtime.crun import Crun
from davit_engine.runtime.runtime import CreateRequest, ExecRequest, Process

log = logging.getLogger(__name__)

FILTER_ANNOTATION: Final = "run.oci.seccomp_bpf_data"
"""crun(1): base64 of a filter program for seccomp(2)."""

ENOUGH_FILES: Final = 64
"""Open files with which crun can finish its work."""


class OciRuntime:
    """See `davit_engine.runtime.runtime` for what each method promises."""

    def __init__(
        self,
        crun: Crun,
        conmon: Conmon,
        hierarchy: Hierarchy,
        bundles: Path,
        shims: str,
        others: Mapping[str, Crun] | None = None,
    ) -> None:
        """`crun` is the usual runtime, `others` are those that a request may name instead."""
        self._crun = crun
        self._others = others or {}
        self._conmon = conmon
        self._hierarchy = hierarchy
        self._bundles = bundles
        self._shims = shims
        self._filters = Compiler()

    async def versions(self) -> Mapping[str, str]:
        crun, conmon = await asyncio.gather(
            self._crun.program.version(), self._conmon.program.version()
        )
        return {"crun": crun, "conmon": conmon}

    async def create(self, request: CreateRequest) -> Process:
        runtime = self._others.get(request.runtime, self._crun)
        if runtime is not self._crun:
            await asyncio.to_thread(runtime.state.mkdir, 0o700, parents=True, exist_ok=True)
        specification = await self._with_filter(request.specification, runtime)
        files = None
        if runtime.is_crun:
            specification, files = without_file_limit(specification)
        (request.bundle / "config.json").write_bytes(msgspec.json.encode(specification))
        process = await self._conmon.create(request, runtime)
        if files is not None:
            _limit_files(process.pid, files)
        linux = specification.get("linux")
        if isinstance(linux, Mapping):
            # The runtime makes the groups under our umask, yet programs of any user look up there
            # how much memory they have.
            self._hierarchy.show(str(linux.get("cgroupsPath", "")))
        return process

    def _of(self, id: str) -> Crun:
        """The runtime that made a container: the one that keeps a record of it."""
        for runtime in self._others.values():
            if (runtime.state / id).exists():
                return runtime
        return self._crun

    async def _with_filter(
        self, specification: Mapping[str, object], runtime: Crun
    ) -> Mapping[str, object]:
        """The specification with its seccomp section compiled, for a runtime that takes that.

        crun prefers the program in this annotation to the section, which stays for `inspect`.
        """
        linux = specification.get("linux")
        section = linux.get("seccomp") if isinstance(linux, Mapping) else None
        if section is None or not runtime.is_crun:
            return specification
        try:
            program = await asyncio.to_thread(self._filters.compile, section)
        except Uncompilable as error:
            log.debug("the runtime compiles the seccomp filter itself: %s", error)
            return specification
        annotations = specification.get("annotations")
        given = annotations if isinstance(annotations, Mapping) else {}
        compiled = {FILTER_ANNOTATION: base64.b64encode(program).decode()}
        return {**specification, "annotations": {**given, **compiled}}

    async def settle(self, shim_pid: int) -> None:
        with contextlib.suppress(OSError):
            await asyncio.to_thread(self._hierarchy.add, self._shims, shim_pid)

    async def start(self, id: str) -> None:
        await self._of(id).check("start", id)

    def attach(self, bundle: Path) -> AttachSocket:
        return AttachSocket.connect(bundle)

    def resize(self, bundle: Path, height: int, width: int) -> None:
        shim.resize(bundle, height, width)

    def reopen_log(self, bundle: Path) -> None:
        shim.reopen_log(bundle)

    def exit_code(self, id: str) -> int | None:
        return self._conmon.exit_code(id)

    async def exec(self, request: ExecRequest) -> execs.PipeProcess:
        return await execs.start(
            self._of(request.container_id), self._bundles / request.container_id, request
        )

    async def kill(self, id: str, signal: int) -> None:
        await self._of(id).check("kill", id, str(signal))

    async def pause(self, id: str) -> None:
        await self._of(id).check("pause", id)

    async def resume(self, id: str) -> None:
        await self._of(id).check("resume", id)

    async def update(self, id: str, resources: Mapping[str, object]) -> None:
        document = os.memfd_create("resources")
        try:
            os.write(document, msgspec.json.encode(resources))
            path = f"/proc/{os.getpid()}/fd/{document}"
            await self._of(id).check("update", "--resources", path, id)
        except SystemFailure as error:
            if os.strerror(errno.EINVAL) in str(error) or os.strerror(errno.ERANGE) in str(error):
                # The kernel takes values that are right for themselves only where the group's
                # parents and children leave room for them.
                raise InvalidParameter(str(error)) from error
            raise
        finally:
            os.close(document)

    async def delete(self, id: str, group: str) -> None:
        with contextlib.suppress(NotFound):
            await self._of(id).check("delete", "--force", id)
        # A runtime that gave up half-way through creating leaves the group.
        self._hierarchy.remove(group)
        self._conmon.forget(id)

    def traces(self) -> set[str]:
        states = [runtime.state for runtime in (self._crun, *self._others.values())]
        folders = (self._bundles, self._conmon.exits, *states)
        found = {entry.name for folder in folders if folder.is_dir() for entry in folder.iterdir()}
        # Beside the containers crun keeps an `.empty-directory` of its own.
        named = {name for name in found if not name.startswith(".")}
        return named | {id for id, _ in processes_of(self._bundles)}

    async def clear(self, id: str, group: str) -> None:
        # A shim that is killed may just have started the runtime, so look until there is nothing.
        while pids := [pid for owner, pid in processes_of(self._bundles) if owner == id]:
            for pid in pids:
                await processes.end(pid)
        try:
            await self.delete(id, group)
        except SystemFailure as error:
            log.warning("the runtime cannot delete %s: %s", id, error)
        shutil.rmtree(self._of(id).state / id, ignore_errors=True)

    def processes(self, group: str) -> Sequence[int]:
        return self._hierarchy.processes(group)

    def sample(self, group: str) -> Sample:
        return self._hierarchy.sample(group)

    def oom_kills(self, group: str) -> int:
        return self._hierarchy.oom_kills(group)


def without_file_limit(
    specification: Mapping[str, object],
) -> tuple[Mapping[str, object], tuple[int, int] | None]:
    """The specification less its limit of open files, and that limit as (soft, hard).

    crun sets it on itself before it is done with files of its own, and fails when it is low. One
    that suffices stays: from outside, it takes CAP_SYS_RESOURCE where the user is not root.
    """
    process = specification.get("process")
    limits = process.get("rlimits") if isinstance(process, Mapping) else None
    if not isinstance(process, Mapping) or not limits:
        return specification, None
    found = [limit for limit in limits if limit["type"] == "RLIMIT_NOFILE"]
    if not found or found[-1]["soft"] >= ENOUGH_FILES:
        return specification, None
    others = [limit for limit in limits if limit not in found]
    rest = {**specification, "process": {**process, "rlimits": others}}
    return rest, (found[-1]["soft"], found[-1]["hard"])


def _limit_files(pid: int, limit: tuple[int, int]) -> None:
    """Limit a process that waits to be started. Raises SystemFailure."""
    try:
        resource.prlimit(pid, resource.RLIMIT_NOFILE, limit)
    except ProcessLookupError:
        return  # Whoever starts it finds out.
    except (OSError, ValueError) as error:
        raise SystemFailure(f"error setting rlimits for ulimit nofile: {error}") from error


def processes_of(bundles: Path) -> Iterator[tuple[str, int]]:
    """(container id, pid) of every shim and every runtime that is still creating."""
    for pid in processes.pids():
        try:
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"--bundle" in arguments[:-1]:
            bundle = Path(os.fsdecode(arguments[arguments.index(b"--bundle") + 1]))
            if bundle.parent == bundles:
                yield bundle.name, pid
