"""The davit command as a process of its own, against a fake engine."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.client.fake_engine import FakeEngine, serving

SOURCE = Path(__file__).resolve().parents[3] / "desktop"


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Davit:
    """Runs the command line with an environment that holds nothing of this machine's."""

    home: Path
    host: str

    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(SOURCE),
            "PYTHONWARNINGS": "error",
            "HOME": str(self.home),
            "TZ": "UTC",
            "DAVIT_HOST": self.host,
        }

    def argv(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "davit_desktop.cli.main", *words]

    async def __call__(self, *words: str, stdin: bytes = b"") -> Outcome:
        process = await asyncio.create_subprocess_exec(
            *self.argv(*words),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=self.environment(),
            cwd=self.home,
        )
        try:
            async with asyncio.timeout(60):
                out, err = await process.communicate(stdin)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return Outcome(process.returncode or 0, out.decode(), err.decode())


@pytest.fixture
async def engine() -> AsyncIterator[FakeEngine]:
    async with serving() as fake:
        yield fake


@pytest.fixture
def davit(engine: FakeEngine, tmp_path: Path) -> Davit:
    return Davit(tmp_path, engine.host)
