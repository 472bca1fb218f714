"""The clock of a virtual machine follows its host's."""

import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from davit_engine.clock import Clock
from davit_engine.host_channel import HostChannel
from fakes.machine_host import MachineHost
from fakes.waiting import until

SECOND = 10**9


class Wall:
    """A clock that is written to instead of the machine's."""

    def __init__(self) -> None:
        self.now = 1_000 * SECOND
        self.written: list[int] = []
        self.made_up: list[int] = []
        self.forbidden = False

    def read(self) -> int:
        return self.now

    def write(self, now: int) -> None:
        if self.forbidden:
            raise PermissionError(1, "Operation not permitted")
        self.now = now
        self.written.append(now)

    def slew(self, off: int) -> None:
        self.made_up.append(off)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
async def host() -> AsyncIterator[MachineHost]:
    with tempfile.TemporaryDirectory(prefix="dvc-") as folder:
        playing = MachineHost(Path(folder) / "channel")
        yield playing
        await playing.stop()


@pytest.fixture
async def clock(host: MachineHost, wall: Wall) -> AsyncIterator[Clock]:
    channel = HostChannel(host.path)
    channel.start()
    following = Clock(channel, read=wall.read, write=wall.write, slew=wall.slew)
    following.start()
    yield following
    await following.aclose()
    await channel.aclose()


async def test_the_time_is_asked_for_at_start(host: MachineHost, clock: Clock, wall: Wall) -> None:
    host.answers = lambda request: {"result": {"unix_ns": 5_000 * SECOND}}
    await host.start(hello=False)
    await until(lambda: wall.written)
    assert 0 <= wall.written[0] - 5_000 * SECOND < SECOND


async def test_an_event_has_the_time_asked_for_back_and_forth(
    host: MachineHost, clock: Clock, wall: Wall
) -> None:
    theirs = [wall.now]
    host.answers = lambda request: {"result": {"unix_ns": theirs[0]}}
    await host.start()
    await until(lambda: host.asked)
    for moment in (9_000 * SECOND, 8_000 * SECOND):
        theirs[0] = moment
        host.tell(event="clock", unix_ns=1)
        await until(lambda moment=moment: abs(wall.now - moment) < SECOND)  # type: ignore[misc]


@pytest.fixture
def alone(wall: Wall) -> Clock:
    """A clock that was right at the start."""
    clock = Clock(HostChannel(Path("/absent")), read=wall.read, write=wall.write, slew=wall.slew)
    clock.follow(0)
    return clock


@pytest.mark.parametrize("off", [SECOND // 2, -SECOND // 2, SECOND // 100])
def test_a_clock_that_is_nearly_right_does_not_jump(alone: Clock, wall: Wall, off: int) -> None:
    alone.follow(off)
    assert (wall.written, wall.made_up) == ([], [off])


def test_a_clock_that_is_right_is_left_alone(alone: Clock, wall: Wall) -> None:
    alone.follow(SECOND // 1000)
    assert (wall.written, wall.made_up) == ([], [])


@pytest.mark.parametrize("off", [SECOND // 3, -SECOND // 3])
def test_at_the_start_the_clock_is_set_to_the_moment(wall: Wall, off: int) -> None:
    clock = Clock(HostChannel(Path("/absent")), read=wall.read, write=wall.write, slew=wall.slew)
    before = wall.now
    clock.follow(off)
    assert (wall.written, wall.made_up) == ([before + off], [])


def test_a_clock_that_may_not_be_set_is_no_error(
    alone: Clock, wall: Wall, caplog: pytest.LogCaptureFixture
) -> None:
    wall.forbidden = True
    alone.follow(-999 * SECOND)
    assert "cannot be set" in caplog.text
