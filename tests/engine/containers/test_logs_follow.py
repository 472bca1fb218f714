"""A follower sees every file that is still there, however quickly they are begun."""

import asyncio
import gc
from pathlib import Path

from davit_engine.containers import logs
from davit_engine.containers.log_records import LogOptions
from davit_engine.containers.log_rotation import LONGEST, time_to_grow
from davit_engine.kernel.inotify import FolderWatches


def line(number: int) -> bytes:
    return b"2026-01-01T00:00:00.000000000+00:00 stdout F %d\n" % number


def append(path: Path, *numbers: int) -> None:
    with path.open("ab") as file:
        file.write(b"".join(map(line, numbers)))


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


class Follower:
    def __init__(self, path: Path, watches: FolderWatches, **options: int) -> None:
        self.seen: list[int] = []
        self.ended = asyncio.Event()
        self._news = asyncio.Event()
        self.task = asyncio.create_task(self._follow(path, watches, options))

    async def _follow(self, path: Path, watches: FolderWatches, options: dict[str, int]) -> None:
        wanted = LogOptions(follow=True, **options)
        async for batch in logs.read(path, wanted, self.ended, watches):
            self.seen += [int(text) for _, text in batch]
            self._news.set()

    async def until(self, *numbers: int) -> None:
        async with asyncio.timeout(10):
            while self.seen != list(numbers):
                self._news.clear()
                await self._news.wait()


async def test_several_new_files_between_two_looks_are_all_read(tmp_path: Path) -> None:
    path = tmp_path / "log"
    append(path, 0)
    follower = Follower(path, FolderWatches())
    await follower.until(0)
    for number in range(1, 5):
        append(path, number * 10, number * 10 + 1)
        logs.rotate(path, keep=9)
    append(path, 50)
    await follower.until(0, 10, 11, 20, 21, 30, 31, 40, 41, 50)
    follower.ended.set()
    await asyncio.wait_for(follower.task, 5)


async def test_where_the_read_file_is_gone_it_goes_on_with_the_oldest(tmp_path: Path) -> None:
    path = tmp_path / "log"
    append(path, 0)
    follower = Follower(path, FolderWatches())
    await follower.until(0)
    for number in range(1, 6):
        append(path, number)
        logs.rotate(path, keep=3)
    append(path, 9)
    await follower.until(0, 1, 4, 5, 9)  # 1 went into the file that it held open
    follower.ended.set()
    await asyncio.wait_for(follower.task, 5)


async def test_what_goes_into_the_old_file_after_its_renaming_is_read(tmp_path: Path) -> None:
    path = tmp_path / "log"
    append(path, 0)
    follower = Follower(path, FolderWatches())
    await follower.until(0)
    logs.rotate(path, keep=3)
    append(tmp_path / "log.1", 1)
    await follower.until(0, 1)
    append(tmp_path / "log.1", 2)
    append(path, 3)
    await follower.until(0, 1, 2, 3)
    follower.ended.set()
    await asyncio.wait_for(follower.task, 5)


async def test_only_new_lines_follow_a_tail_of_none(tmp_path: Path) -> None:
    path = tmp_path / "log"
    append(path, 0, 1)
    with path.open("ab") as file:
        file.write(line(2)[:20])
        file.flush()
        watches = FolderWatches()
        follower = Follower(path, watches, tail=0)
        await asyncio.sleep(0)
        file.write(line(2)[20:])
    await follower.until(2)
    follower.ended.set()
    await asyncio.wait_for(follower.task, 5)


async def test_following_ends_at_the_moment_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "log"
    append(path, 0)
    follower = Follower(path, FolderWatches(), until_ns=1767225600 * 10**9 + 1)
    await asyncio.wait_for(follower.task, 5)
    assert follower.seen == [0]


async def test_any_number_of_followers_takes_one_descriptor(tmp_path: Path) -> None:
    path = tmp_path / "log"
    append(path, 0)
    watches = FolderWatches()
    gc.collect()  # so that nothing of other tests goes meanwhile
    before = descriptors()
    followers = [Follower(path, watches) for _ in range(200)]
    for follower in followers:
        await follower.until(0)
    assert descriptors() <= before + 200 + 1  # the log itself, and one more
    append(path, 1)
    for follower in followers:
        await follower.until(0, 1)
        follower.ended.set()
        await asyncio.wait_for(follower.task, 5)
    assert descriptors() == before


async def test_following_ends_when_the_folder_is_gone(tmp_path: Path) -> None:
    follower = Follower(tmp_path / "gone" / "log", FolderWatches())
    await asyncio.wait_for(follower.task, 5)
    assert follower.seen == []


def test_a_quick_writer_is_looked_at_sooner() -> None:
    assert time_to_grow(None, (1.0, 50), 100) == LONGEST
    assert time_to_grow((0.0, 30), (1.0, 50), 100) == 2.5
    assert time_to_grow((0.0, 90), (1.0, 50), 100) == 1.0  # begun anew in between
