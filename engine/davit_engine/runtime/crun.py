"""crun command lines, and the meaning of its answers."""

import re
from collections.abc import Sequence
from pathlib import Path

from davit_engine.errors import NotFound, SystemFailure
from davit_engine.kernel import processes


class Crun:
    """One OCI runtime program; crun's and runc's command lines agree as far as they are used."""

    def __init__(self, program: str, state: Path, arguments: Sequence[str] = ()) -> None:
        """`state` is the runtime's own folder; `arguments` come before every verb."""
        self.program = processes.Program(
            program,
            "It is the OCI runtime: install it (on Debian and Ubuntu: apt install crun) or name "
            "another with the setting 'runtime'.",
        )
        self.state = state
        self._arguments = list(arguments)

    @property
    def is_crun(self) -> bool:
        return Path(self.program.name).name.startswith("crun")

    @property
    def global_arguments(self) -> list[str]:
        arguments = ["--root", str(self.state)]
        if self.is_crun:
            arguments += ["--cgroup-manager", "cgroupfs"]
        return arguments + self._arguments

    def log_to(self, path: str) -> str:
        """The option that sends the runtime's complaints to a file."""
        return f"--log=file:{path}" if self.is_crun else f"--log={path}"

    async def call(self, verb: str, *arguments: str) -> processes.Ended:
        return await processes.run([self.program.path, *self.global_arguments, verb, *arguments])

    async def check(self, verb: str, *arguments: str) -> None:
        """Run a verb; raises NotFound or SystemFailure in the runtime's words when it fails."""
        ended = await self.call(verb, *arguments)
        if ended.code != 0:
            raise failure(f"{self.program.name} {verb}", ended)


def failure(what: str, ended: processes.Ended) -> SystemFailure | NotFound:
    text = plain(ended.text) or f"exit status {ended.code}"
    if "does not exist" in text or "No such process" in text:
        return NotFound(f"{what}: {text}")
    return SystemFailure(f"{what}: {text}")


def plain(text: str) -> str:
    """The runtime's message without its time stamp and level prefix."""
    lines = [line for line in text.splitlines() if line.strip()]
    line = lines[-1] if lines else ""
    logged = re.search(r'level=\w+ msg="(.*)"', line)
    if logged:
        line = logged[1].replace('\\"', '"')
    if line[:2] == "20" and "Z: " in line[:40]:
        line = line.partition("Z: ")[2]
    return line.strip()
