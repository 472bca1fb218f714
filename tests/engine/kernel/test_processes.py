"""Programs are run, watched and told apart."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from davit_engine.kernel import processes, surroundings


async def test_output_and_status_of_a_program() -> None:
    ended = await processes.run(["/bin/sh", "-c", "echo out; echo err >&2; exit 3"])
    assert (ended.code, ended.text) == (3, "out\nerr")


async def test_a_signal_is_told_as_a_negative_status() -> None:
    ended = await processes.run(["/bin/sh", "-c", "kill -9 $$"])
    assert ended.code == -signal.SIGKILL


async def test_helpers_see_a_clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_PRELOAD", "/evil.so")
    monkeypatch.setenv("SECRET", "1")
    ended = await processes.run(["/usr/bin/env"])
    assert {line.partition("=")[0] for line in ended.text.splitlines()} == set(
        processes.CLEAN_ENVIRONMENT
    )


async def test_no_descriptor_leaks_into_a_helper() -> None:
    opened = os.open(os.devnull, os.O_RDONLY)
    os.set_inheritable(opened, True)
    try:
        surroundings.keep_descriptors()
        ended = await processes.run(["/bin/ls", "/proc/self/fd"])
    finally:
        os.close(opened)
    assert ended.text.split() == ["0", "1", "2", "3"]


async def test_a_missing_program_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        await processes.run(["/nowhere/program"])


async def test_cancelling_ends_the_program_and_leaves_no_zombie() -> None:
    task = asyncio.create_task(processes.run(["/bin/sleep", "600"]))
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    before = set(children.read_text().split())
    await asyncio.sleep(0)  # the program is started before the task first waits
    started = set(children.read_text().split()) - before
    assert started
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not started & set(children.read_text().split())


def test_a_pid_that_was_used_again_is_not_taken_for_the_old_process() -> None:
    started = processes.start_time(os.getpid())
    assert started is not None
    descriptor = processes.open_identified(os.getpid(), started)
    assert descriptor is not None
    os.close(descriptor)
    assert processes.open_identified(os.getpid(), started + 1) is None
    assert processes.open_identified(2**22 - 1, 1) is None
