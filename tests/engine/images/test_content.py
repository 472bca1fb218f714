"""Content on disk: what is committed is right and durable, what is not leaves no trace."""

import os
import stat
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from davit_engine.config import Paths
from davit_engine.errors import InvalidParameter, NotFound, SystemFailure
from davit_engine.images.content import (
    RESUME_HORIZON,
    Content,
    DigestMismatch,
    Ingest,
    IngestFailed,
)
from fakes.sample_image import digest_of, noise

DATA = noise(3_000_000)
DIGEST = digest_of(DATA)


async def write_and_commit(ingest: Ingest, data: bytes) -> None:
    await ingest.write(data)
    await ingest.commit()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(data=tmp_path / "data", exec=tmp_path / "run")


@pytest.fixture
def content(paths: Paths) -> Iterator[Content]:
    content = Content(paths)
    content.start()
    yield content
    content.close()


async def test_a_blob_is_read_only_in_private_folders(content, paths):
    ingest = await content.ingest(DIGEST, len(DATA))
    await ingest.write(DATA)
    assert content.size(DIGEST) is None
    await ingest.commit()
    path = content.path(DIGEST)
    assert path.read_bytes() == DATA
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(paths.blobs.stat().st_mode) == 0o700
    assert list(paths.ingest.iterdir()) == []


async def test_file_and_folder_are_synced_around_the_rename(content, monkeypatch):
    steps = []

    def recorded(name, function):
        def call(*arguments, **options):
            steps.append(name)
            return function(*arguments, **options)

        return call

    monkeypatch.setattr(os, "fsync", recorded("fsync", os.fsync))
    monkeypatch.setattr(Path, "rename", recorded("rename", Path.rename))
    ingest = await content.ingest(DIGEST, len(DATA))
    await ingest.write(DATA)
    await ingest.commit()
    assert steps == ["fsync", "rename", "fsync"]
    steps.clear()
    await content.put(b"small")
    assert steps == ["fsync", "rename", "fsync"]


async def test_an_interrupted_download_is_resumed_by_another_process(content, paths):
    ingest = await content.ingest(DIGEST, len(DATA))
    await ingest.write(DATA[:1_500_000])
    ingest.suspend()
    later = Content(paths)
    later.start()
    resumed = await later.ingest(DIGEST, len(DATA))
    assert resumed.size == 1_500_000
    await resumed.write(DATA[1_500_000:])
    await resumed.commit()
    later.close()
    assert content.path(DIGEST).read_bytes() == DATA


async def test_a_damaged_leftover_never_becomes_a_blob(content, paths):
    (paths.ingest / DIGEST[7:]).write_bytes(b"x" * 1000)
    ingest = await content.ingest(DIGEST, len(DATA))
    await ingest.write(DATA[1000:])
    with pytest.raises(DigestMismatch):
        await ingest.commit()
    assert content.size(DIGEST) is None
    assert list(paths.ingest.iterdir()) == []


async def test_a_leftover_that_is_too_long_is_begun_anew(content, paths):
    (paths.ingest / DIGEST[7:]).write_bytes(DATA + b"x")
    ingest = await content.ingest(DIGEST, len(DATA))
    assert ingest.size == 0
    await ingest.write(DATA)
    await ingest.commit()


@pytest.mark.parametrize("data", [DATA[:-1], DATA + b"x", DATA[:-1] + bytes([DATA[-1] ^ 1]), b""])
async def test_wrong_bytes_never_become_a_blob(content, paths, data):
    ingest = await content.ingest(DIGEST, len(DATA))
    with pytest.raises(DigestMismatch, match="filesystem layer verification failed for digest"):
        await write_and_commit(ingest, data)
    assert content.size(DIGEST) is None
    assert list(paths.ingest.iterdir()) == []


@pytest.mark.parametrize(
    "digest", ["", "sha256:../../../x", f"sha512:{DIGEST[7:] * 2}", DIGEST.upper(), DIGEST[:-1]]
)
async def test_a_path_is_never_built_from_a_malformed_digest(content, digest):
    with pytest.raises(InvalidParameter):
        content.path(digest)
    with pytest.raises(InvalidParameter):
        await content.ingest(digest, 1)


async def test_a_reader_follows_a_download_to_its_end(content):
    ingest = await content.ingest(DIGEST, len(DATA))
    received = []
    reader = ingest.reader(threading.Event())
    follower = threading.Thread(target=lambda: received.append(reader.read()))
    follower.start()
    for start in range(0, len(DATA), 700_000):
        await ingest.write(DATA[start : start + 700_000])
    await ingest.commit()
    await content.run(follower.join, 10)
    assert received == [DATA]
    reader.close()


@pytest.mark.parametrize("end", [Ingest.suspend, Ingest.abandon])
async def test_a_reader_learns_that_the_download_failed(content, end):
    ingest = await content.ingest(DIGEST, len(DATA))
    await ingest.write(DATA[:10])
    failures = []
    reader = ingest.reader(threading.Event())

    def follow() -> None:
        try:
            reader.read()
        except IngestFailed as error:
            failures.append(error)

    follower = threading.Thread(target=follow)
    follower.start()
    end(ingest)
    await content.run(follower.join, 10)
    assert len(failures) == 1
    reader.close()


async def test_a_reader_can_be_stopped_alone(content):
    ingest = await content.ingest(DIGEST, len(DATA))
    stopped = threading.Event()
    with ingest.reader(stopped) as reader:
        stopped.set()
        ingest.wake()
        with pytest.raises(IngestFailed):
            reader.read()
    await ingest.write(DATA)
    await ingest.commit()
    with ingest.reader(stopped) as reader:
        assert reader.read() == DATA


async def test_the_start_sweeps_what_nobody_will_resume(content, paths):
    recent, old = paths.ingest / ("a" * 64), paths.ingest / ("b" * 64)
    for path in (recent, old, paths.ingest / "new-1", paths.ingest / "trash-2"):
        path.write_bytes(b"x")
    past = time.time() - RESUME_HORIZON - 60
    os.utime(old, (past, past))
    content.start()
    assert list(paths.ingest.iterdir()) == [recent]


async def test_damage_on_disk_is_noticed_when_a_blob_is_read(content):
    digest = await content.put(b"manifest")
    assert await content.read(digest, 100) == b"manifest"
    path = content.path(digest)
    path.chmod(0o644)
    path.write_bytes(b"manifesT")
    with pytest.raises(DigestMismatch, match="damaged on disk"):
        await content.read(digest, 100)
    with pytest.raises(NotFound, match="pull or load the image again"):
        await content.read(DIGEST, 100)


async def test_discarded_blobs_are_gone_at_once_and_purged_later(content, paths):
    digest = await content.put(b"12345")
    freed, trash = content.discard([digest, DIGEST])
    assert freed == 5
    assert content.size(digest) is None
    await content.purge(trash)
    assert list(paths.ingest.iterdir()) == []


async def test_a_full_disk_is_told_in_words(content, monkeypatch, paths):
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    ingest = await content.ingest(DIGEST, len(DATA))
    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(SystemFailure, match=r"No space left on device.*system prune"):
        await ingest.write(DATA)
    ingest.abandon()
    assert list(paths.ingest.iterdir()) == []
