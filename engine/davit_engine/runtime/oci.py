"""The runtime port fulfilled by conmon and an OCI runtime program."""

import asyncio
import contextlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from davit_engine.errors import NotFound
from davit_engine.kernel.cgroups import Hierarchy, Sample
from davit_engine.runtime import conmon as shim
from davit_engine.runtime import exec as execs
from davit_engine.runtime.conmon import AttachSocket, Conmon
from davit_engine.runtime.crun import Crun
from davit_engine.runtime.runtime import CreateRequest, ExecRequest, Process


class OciRuntime:
    """See `davit_engine.runtime.runtime` for what each method promises."""

    def __init__(self, crun: Crun, conmon: Conmon, hierarchy: Hierarchy, bundles: Path) -> None:
        self._crun = crun
        self._conmon = conmon
        self._hierarchy = hierarchy
        self._bundles = bundles

    async def versions(self) -> Mapping[str, str]:
        crun, conmon = await asyncio.gather(self._crun.version(), self._conmon.version())
        return {"crun": crun, "conmon": conmon}

    async def create(self, request: CreateRequest) -> Process:
        return await self._conmon.create(request)

    async def start(self, id: str) -> None:
        await self._crun.check("start", id)

    def attach(self, bundle: Path) -> AttachSocket:
        return AttachSocket.connect(bundle)

    def resize(self, bundle: Path, height: int, width: int) -> None:
        shim.resize(bundle, height, width)

    def reopen_log(self, bundle: Path) -> None:
        shim.reopen_log(bundle)

    def exit_code(self, id: str) -> int | None:
        return self._conmon.exit_code(id)

    async def exec(self, request: ExecRequest) -> execs.PipeProcess:
        return await execs.start(self._crun, self._bundles / request.container_id, request)

    async def kill(self, id: str, signal: int) -> None:
        await self._crun.check("kill", id, str(signal))

    async def pause(self, id: str) -> None:
        await self._crun.check("pause", id)

    async def resume(self, id: str) -> None:
        await self._crun.check("resume", id)

    async def update(self, id: str, resources: Mapping[str, object]) -> None:
        document = os.memfd_create("resources")
        try:
            os.write(document, msgspec.json.encode(resources))
            path = f"/proc/{os.getpid()}/fd/{document}"
            await self._crun.check("update", "--resources", path, id)
        finally:
            os.close(document)

    async def delete(self, id: str) -> None:
        with contextlib.suppress(NotFound):
            await self._crun.check("delete", "--force", id)
        self._conmon.forget(id)

    def processes(self, group: str) -> Sequence[int]:
        return self._hierarchy.processes(group)

    def sample(self, group: str) -> Sample:
        return self._hierarchy.sample(group)

    def oom_kills(self, group: str) -> int:
        return self._hierarchy.oom_kills(group)
