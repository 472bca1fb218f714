"""The tar reader and writer against each other and against other writers."""

import contextlib
import io
import subprocess
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.archive.entry import Entry, Kind, Limits, show
from davit_engine.archive.tar import TarReader
from davit_engine.archive.write import END, header, padding
from davit_engine.errors import InvalidParameter
from fixtures.hostile import archive, base256, member


def read(data: bytes, limits: Limits | None = None) -> list[tuple[Entry, bytes]]:
    pieces = iter([data])
    reader = TarReader(lambda: next(pieces, b""), limits)
    return [(entry, b"".join(reader.content())) for entry in reader]


names = st.lists(
    st.binary(min_size=1, max_size=60).filter(
        lambda part: part not in (b".", b"..") and b"/" not in part and b"\0" not in part
    ),
    min_size=1,
    max_size=6,
).map(b"/".join)
ids = st.integers(0, 2**32 - 2)
times = st.integers(0, 2**34).map(lambda seconds: seconds * 1_000_000_000)
attributes = st.dictionaries(
    st.text("abc.", min_size=1, max_size=9).map(lambda name: f"user.{name}"),
    st.binary(max_size=40),
    max_size=3,
)
entries = st.one_of(
    st.builds(
        Entry,
        path=names,
        kind=st.sampled_from([Kind.FILE, Kind.DIRECTORY, Kind.FIFO]),
        mode=st.integers(0, 0o7777),
        uid=ids,
        gid=ids,
        mtime_ns=times,
        xattrs=attributes,
    ),
    st.builds(
        Entry,
        path=names,
        kind=st.sampled_from([Kind.SYMLINK, Kind.HARDLINK]),
        mode=st.just(0o777),
        link=names,
    ),
    st.builds(
        Entry,
        path=names,
        kind=st.sampled_from([Kind.CHARACTER, Kind.BLOCK]),
        mode=st.just(0o600),
        major=st.integers(0, 4095),
        minor=st.integers(0, 2**20 - 1),
    ),
)


@given(st.lists(entries, max_size=5))
def test_what_is_written_is_read_back(written: list[Entry]) -> None:
    assert [entry for entry, _ in read(b"".join(map(header, written)) + END)] == written


@given(names, st.binary(max_size=2000))
def test_content_is_read_back(name: bytes, content: bytes) -> None:
    entry = Entry(path=name, kind=Kind.FILE, mode=0o644, size=len(content))
    data = header(entry) + content + padding(len(content)) + END
    assert read(data) == [(entry, content)]


@given(st.binary(max_size=3000))
def test_no_bytes_lead_to_anything_but_entries_or_a_refusal(data: bytes) -> None:
    with contextlib.suppress(InvalidParameter):
        read(data)


@given(st.data())
def test_a_flipped_byte_leads_to_nothing_but_entries_or_a_refusal(data: st.DataObject) -> None:
    good = bytearray(
        archive(member("a/b", b"1" * 700, pax=[("path", b"x" * 120)]), member("c", kind=b"5"))
    )
    at = data.draw(st.integers(0, len(good) - 1))
    good[at] = data.draw(st.integers(0, 255))
    with contextlib.suppress(InvalidParameter):
        read(bytes(good))


@pytest.mark.parametrize(
    "format_", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT], ids=str
)
def test_archives_of_python_are_understood(format_: int) -> None:
    file = io.BytesIO()
    long = "d/" * (30 if format_ == tarfile.USTAR_FORMAT else 120) + "end"
    with tarfile.open(fileobj=file, mode="w", format=format_) as out:
        info = tarfile.TarInfo(long)
        info.size, info.uid, info.mtime = 3, 1000, 1_700_000_000
        out.addfile(info, io.BytesIO(b"abc"))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "../" + "t" * 90
        out.addfile(link)
    (first, content), (second, _) = read(file.getvalue())
    assert (first.path, content, first.uid) == (long.encode(), b"abc", 1000)
    assert first.mtime_ns == 1_700_000_000 * 10**9
    assert (second.kind, second.link) == (Kind.SYMLINK, b"../" + b"t" * 90)


def test_archives_of_gnu_tar_are_understood(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / ("n" * 200)).write_bytes(b"x")
    (source / "hard").hardlink_to(source / ("n" * 200))
    for format_ in ("gnu", "pax", "ustar", "oldgnu", "v7"):
        out = tmp_path / f"{format_}.tar"
        files = ["."] if format_ in ("gnu", "pax", "oldgnu") else ["hard"]
        command = ["tar", "-C", source, f"--format={format_}", "-cf", out, *files]
        subprocess.run(command, check=True)
        found = {entry.path for entry, _ in read(out.read_bytes())}
        assert b"hard" in found
        assert b"n" * 200 in found or files == ["hard"]


def test_what_we_write_gnu_tar_reads(tmp_path: Path) -> None:
    long = b"p" * 90 + b"/" + "ü".encode() * 60
    entry = Entry(path=long, kind=Kind.FILE, mode=0o640, uid=3_000_000, size=3)
    out = tmp_path / "out.tar"
    out.write_bytes(header(entry) + b"abc" + padding(3) + END)
    listing = subprocess.run(
        ["tar", "--numeric-owner", "--quoting-style=literal", "-tvf", out],
        check=True,
        capture_output=True,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    ).stdout
    assert long in listing
    assert b"3000000/0" in listing


def test_global_headers_change_nothing() -> None:
    data = archive(member("g", b"11 path=zz\n", kind=b"g"), member("a"))
    assert [entry.path for entry, _ in read(data)] == [b"a"]


def test_an_empty_pax_value_takes_nothing_away() -> None:
    data = archive(member("a", pax=[("path", b"")]))
    assert [entry.path for entry, _ in read(data)] == [b"a"]


def test_base_256_numbers_are_read() -> None:
    (entry, _), *_ = read(archive(member("a", uid=base256(3_000_000_000, 8))))
    assert entry.uid == 3_000_000_000


def test_an_old_archives_folder_ends_in_a_slash() -> None:
    (entry, _), *_ = read(archive(member("d/", kind=b"\0", magic=bytes(8))))
    assert (entry.path, entry.kind) == (b"d", Kind.DIRECTORY)


def test_an_archive_may_end_without_its_empty_blocks() -> None:
    assert len(read(member("a"))) == 1
    assert read(b"") == []


@pytest.mark.parametrize("missing", [1, 300, 424])
def test_an_archive_may_end_within_the_padding_of_its_last_file(missing: int) -> None:
    whole = member("x", b"1" * 600)
    ((entry, content),) = read(whole[:-missing])
    assert (entry.path, content) == (b"x", b"1" * 600)
    with pytest.raises(InvalidParameter, match="cut off"):
        read(whole[:-425])


def test_too_many_entries_are_refused() -> None:
    with pytest.raises(InvalidParameter, match="more than 3 entries"):
        read(archive(*(member("x") for _ in range(4))), Limits(entries=3))


def test_an_entry_larger_than_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(InvalidParameter, match="'x'"):
        read(member("x", size=base256(1 << 50, 12)))


def test_messages_hold_no_control_characters() -> None:
    assert show(b"\x1b[31m\n\xff\xe2\x80\xae").isprintable()
