"""What is not the list or the file that was signed is refused in words, and nothing changes."""

import asyncio
import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from davit_desktop.client.errors import UpdateFailed, UpdateRefused
from davit_desktop.updates import download as downloads
from davit_desktop.updates import metadata
from davit_desktop.updates.download import Limits
from davit_desktop.updates.offers import Offer
from davit_desktop.updates.service import Updates
from fixtures.releases import Releases, Site, release_script

QUICK = Limits(patience=0.5, attempts=2, pause=0.01)


async def offered(updates: Updates) -> Offer:
    found = await updates.check()
    assert found.davit is not None
    return found.davit


async def fetched(updates: Updates, offer: Offer, limits: Limits = QUICK) -> Path:
    folder = updates.folder / "downloads"
    return await downloads.download(updates.url, offer, folder, lambda *_: None, limits)


def nothing_was_kept(updates: Updates) -> bool:
    folder = updates.folder / "downloads"
    return not folder.exists() or not any(folder.iterdir())


async def test_a_new_version_is_found_and_downloaded(
    updates: Updates, releases: Releases, site: Site
) -> None:
    releases.add("1.0")
    releases.add("1.1", b"new" * 999, notes="Faster.")
    found = await updates.check()
    assert found.davit is not None
    assert (found.davit.version, found.davit.notes) == ("1.1", "Faster.")
    assert found.own is not None
    assert found.own.version == "1.0"
    told: list[tuple[int, int]] = []
    path = await updates.download(found.davit, lambda have, of: told.append((have, of)))
    assert path.read_bytes() == b"new" * 999
    assert told[-1] == (2997, 2997)
    before = len(site.asked)
    assert await updates.download(found.davit, lambda *_: None) == path
    assert len(site.asked) == before


async def test_the_version_that_runs_and_older_ones_are_no_news(
    updates: Updates, releases: Releases
) -> None:
    for version in ("0.9", "1.0"):
        releases.add(version)
    assert not (await updates.check()).any


@pytest.mark.parametrize("name", ["timestamp.json", "2.snapshot.json", "2.targets.json"])
async def test_a_list_that_was_changed_is_refused(
    updates: Updates, releases: Releases, site: Site, name: str
) -> None:
    releases.add("1.1")
    document = releases.metadata(name)
    document["signed"]["expires"] = "2199-01-01T00:00:00Z"
    site.instead[name] = json.dumps(document).encode()
    with pytest.raises(UpdateRefused, match="not signed by those who make Davit"):
        await updates.check()


async def test_a_list_signed_with_other_keys_is_refused(
    updates: Updates, releases: Releases, site: Site, tmp_path: Path
) -> None:
    (tmp_path / "evil").mkdir()
    evil = Releases(tmp_path / "evil")
    evil.add("6.6")
    site.folder = evil.folder
    with pytest.raises(UpdateRefused, match="not signed"):
        await updates.check()


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
async def test_a_list_past_its_date_is_refused(
    updates: Updates, releases: Releases, role: str
) -> None:
    releases.add("1.1")
    old = releases.at(datetime.now(UTC) - timedelta(days=1000))
    if role == "timestamp":
        old.refresh(releases.keys)
    else:
        fresh = releases.at()
        fresh._expiry = lambda of: (old if of == role else releases.at())._expiry(of)
        fresh.publish(releases.keys)
    with pytest.raises(UpdateRefused, match="past its date") as refused:
        await updates.check()
    assert "clock" in refused.value.hint


async def test_a_list_from_before_is_refused(
    updates: Updates, releases: Releases, site: Site, tmp_path: Path
) -> None:
    releases.add("1.1")
    shutil.copytree(releases.folder, tmp_path / "before")
    releases.add("1.2")
    assert (await offered(updates)).version == "1.2"
    site.folder = tmp_path / "before"
    with pytest.raises(UpdateRefused, match="older than the one that was seen before"):
        await updates.check()
    site.folder = releases.folder
    assert (await offered(updates)).version == "1.2"


async def test_parts_of_two_lists_are_refused(
    updates: Updates, releases: Releases, site: Site
) -> None:
    releases.add("1.1")
    old = (releases.folder / "metadata/2.targets.json").read_bytes()
    releases.add("1.2")
    site.instead["3.targets.json"] = old
    with pytest.raises(UpdateRefused, match=r"older|belong together"):
        await updates.check()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"signed": 3, "signatures": []}', b"\xff" * 99, b"{" * 5000]
)
async def test_a_list_that_makes_no_sense_is_refused(
    updates: Updates, releases: Releases, site: Site, content: bytes
) -> None:
    site.instead["timestamp.json"] = content
    with pytest.raises(UpdateRefused, match="cannot be understood"):
        await updates.check()


async def test_a_list_that_is_cut_off_is_a_failed_look(
    updates: Updates, releases: Releases, site: Site
) -> None:
    site.cut["timestamp.json"] = [100]
    with pytest.raises(UpdateFailed, match="cannot be asked"):
        await updates.check()
    assert not (await updates.check()).any


async def test_a_list_without_end_is_refused(
    updates: Updates, releases: Releases, site: Site
) -> None:
    site.endless = "timestamp.json"
    with pytest.raises(UpdateRefused, match="does not end"):
        await updates.check()


async def test_a_server_that_says_nothing_is_given_up(
    updates: Updates, releases: Releases, site: Site, tmp_path: Path
) -> None:
    site.silent = "timestamp.json"
    with pytest.raises(UpdateFailed, match="too slow"):
        await metadata.targets(site.url, releases.root, tmp_path / "m", patience=0.3)


async def test_a_look_that_is_cancelled_leaves_nothing_behind(
    updates: Updates, releases: Releases, site: Site
) -> None:
    site.silent = "timestamp.json"
    look = asyncio.create_task(updates.check())
    await asyncio.wait_for(site.silenced.wait(), 30)
    look.cancel()
    with pytest.raises(asyncio.CancelledError):
        await look
    assert len(asyncio.all_tasks()) <= 3  # this test, and the server's


async def test_a_server_that_is_not_there_is_told(updates: Updates, site: Site) -> None:
    await site.stop()
    with pytest.raises(UpdateFailed, match="cannot be asked") as failed:
        await updates.check()
    assert "network" in failed.value.hint


async def test_what_was_trusted_and_is_damaged_on_the_disk_is_fetched_again(
    updates: Updates, releases: Releases
) -> None:
    releases.add("1.1")
    await updates.check()
    for name in ("timestamp.json", "snapshot.json", "targets.json"):
        path = updates.folder / "metadata" / name
        path.write_bytes(path.read_bytes()[:50])
    assert (await offered(updates)).version == "1.1"


# Payloads


async def test_a_file_that_was_changed_is_refused_and_deleted(
    updates: Updates, releases: Releases, site: Site
) -> None:
    releases.add("1.1", b"good" * 1000)
    offer = await offered(updates)
    site.instead["targets/"] = b"evil" * 1000
    with pytest.raises(UpdateRefused, match="not the file that was signed"):
        await fetched(updates, offer)
    assert nothing_was_kept(updates)


async def test_a_file_that_is_longer_than_signed_is_refused(
    updates: Updates, releases: Releases, site: Site
) -> None:
    releases.add("1.1", b"good" * 1000)
    offer = await offered(updates)
    site.instead["targets/"] = b"good" * 1001
    with pytest.raises(UpdateRefused, match="longer than the file that was signed"):
        await fetched(updates, offer)


async def test_a_file_without_end_is_refused_at_its_length(
    updates: Updates, releases: Releases, site: Site
) -> None:
    releases.add("1.1", b"good" * 1000)
    offer = await offered(updates)
    site.endless = "targets/"
    with pytest.raises(UpdateRefused, match="longer"):
        await fetched(updates, offer)
    assert sum(f.stat().st_size for f in (updates.folder / "downloads").iterdir()) <= offer.size


async def test_a_file_that_is_shorter_than_signed_is_never_whole(
    updates: Updates, releases: Releases, site: Site
) -> None:
    releases.add("1.1", b"good" * 1000)
    offer = await offered(updates)
    site.instead["targets/"] = b"good" * 900
    with pytest.raises(UpdateFailed, match="broke off"):
        await fetched(updates, offer)


async def test_a_cut_download_goes_on_where_it_was(
    updates: Updates, releases: Releases, site: Site
) -> None:
    content = os.urandom(700_000)
    releases.add("1.1", content)
    offer = await offered(updates)
    site.cut["targets/"] = [200_000, 300_000]
    site.asked.clear()
    assert (await fetched(updates, offer)).read_bytes() == content
    starts = [ranged for _, ranged in site.asked]
    assert starts[0] == ""
    assert all(ranged.startswith("bytes=") for ranged in starts[1:])
    assert len(starts) == 3


async def test_a_cancelled_download_goes_on_where_it_was(
    updates: Updates, releases: Releases, site: Site
) -> None:
    content = os.urandom(100_000)
    releases.add("1.1", content)
    offer = await offered(updates)
    site.drip = "targets/"
    came = asyncio.Event()
    folder = updates.folder / "downloads"
    work = asyncio.create_task(
        downloads.download(
            updates.url, offer, folder, lambda have, _: came.set() if have >= 40 else None
        )
    )
    await asyncio.wait_for(came.wait(), 30)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    site.drip = "$."
    site.asked.clear()
    assert (await fetched(updates, offer)).read_bytes() == content
    assert site.asked == [(site.asked[0][0], "bytes=40-")]


async def test_a_server_that_cannot_begin_in_the_middle_begins_anew(
    updates: Updates, releases: Releases, site: Site
) -> None:
    content = os.urandom(100_000)
    releases.add("1.1", content)
    offer = await offered(updates)
    site.cut["targets/"] = [50_000]
    site.ranges = False
    assert (await fetched(updates, offer)).read_bytes() == content


async def test_a_wrong_beginning_is_fetched_again(updates: Updates, releases: Releases) -> None:
    content = os.urandom(1000)
    releases.add("1.1", content)
    offer = await offered(updates)
    folder = updates.folder / "downloads"
    folder.mkdir(parents=True)
    (folder / f"{offer.sha256}.part").write_bytes(b"of something else")
    assert (await fetched(updates, offer)).read_bytes() == content


async def test_a_file_that_drips_is_given_up(
    updates: Updates, releases: Releases, site: Site
) -> None:
    releases.add("1.1")
    offer = await offered(updates)
    site.drip = "targets/"
    impatient = msgspec.structs.replace(QUICK, window=0.0, least=10**9)
    with pytest.raises(UpdateFailed, match="too slow"):
        await fetched(updates, offer, impatient)


async def test_a_file_that_is_not_there_is_told(
    updates: Updates, releases: Releases, site: Site
) -> None:
    releases.add("1.1")
    offer = await offered(updates)
    shutil.rmtree(releases.folder / "targets")
    with pytest.raises(UpdateFailed, match=r"does not give .* 404"):
        await fetched(updates, offer)


async def test_a_full_disk_is_told_before_anything_is_fetched(
    updates: Updates, releases: Releases, monkeypatch: pytest.MonkeyPatch
) -> None:
    releases.add("1.1")
    offer = await offered(updates)
    huge: Any = msgspec.structs.replace(offer, size=2**60)
    with pytest.raises(UpdateFailed, match="no room") as failed:
        await fetched(updates, huge)
    assert "Delete files" in failed.value.hint


# Keys


async def test_keys_can_be_changed_under_those_who_trust_the_old_ones(
    updates: Updates, releases: Releases, tmp_path: Path
) -> None:
    releases.add("1.1")
    assert (await offered(updates)).version == "1.1"
    fresh = tmp_path / "fresh-keys"
    release_script.make_keys(fresh)
    releases.at().rotate(releases.keys, fresh)
    releases.keys = fresh
    releases.add("1.2")
    assert (await offered(updates)).version == "1.2"


async def test_a_root_that_the_old_keys_did_not_sign_is_refused(
    updates: Updates, releases: Releases, site: Site, tmp_path: Path
) -> None:
    (tmp_path / "evil").mkdir()
    evil = Releases(tmp_path / "evil")
    fresh = tmp_path / "fresh-keys"
    release_script.make_keys(fresh)
    evil.at().rotate(evil.keys, fresh)
    site.instead["2.root.json"] = (evil.folder / "metadata/2.root.json").read_bytes()
    with pytest.raises(UpdateRefused, match="not signed"):
        await updates.check()


def test_one_key_of_the_root_is_not_enough(releases: Releases, tmp_path: Path) -> None:
    lone = tmp_path / "lone"
    shutil.copytree(releases.keys, lone)
    for number in (2, 3):
        (lone / f"root-{number}.pem").unlink()
    fresh = tmp_path / "fresh-keys"
    release_script.make_keys(fresh)
    with pytest.raises(Exception, match="root"):
        releases.at().rotate(lone, fresh)
    assert not (releases.folder / "metadata/2.root.json").exists()


def test_no_key_is_ever_in_the_repository(releases: Releases) -> None:
    releases.add("1.1")
    for path in releases.folder.rglob("*"):
        assert path.is_dir() or b"PRIVATE KEY" not in path.read_bytes()
    assert all(p.stat().st_mode & 0o077 == 0 for p in releases.keys.iterdir())
