"""What is sent of a folder, of stdin, and of a Dockerfile that lies elsewhere."""

import asyncio
import io
import os
import socket
import tarfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from davit_desktop.client import build_context
from davit_desktop.client.build_context import BuildContext, ContextFailed


def folder(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in {"Dockerfile": "FROM scratch\n", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def packed(context: BuildContext) -> bytes:
    assert context.pieces is not None
    return b"".join(context.pieces())


def members(context: BuildContext) -> dict[str, tarfile.TarInfo]:
    with tarfile.open(fileobj=io.BytesIO(packed(context))) as archive:
        return {member.name: member for member in archive.getmembers()}


def content(context: BuildContext, name: str) -> str:
    with tarfile.open(fileobj=io.BytesIO(packed(context))) as archive:
        file = archive.extractfile(name)
        assert file is not None
        return file.read().decode()


def test_a_folder_in_a_fixed_order_owned_by_nobody_in_particular(tmp_path: Path) -> None:
    root = folder(tmp_path, {"b/z": "z", "b/a": "a", "a": "1", "é": "é"})
    (root / "b/a").chmod(0o751)
    found = members(build_context.from_folder(str(root)))
    assert list(found) == ["Dockerfile", "a", "b", "b/a", "b/z", "é"]
    assert {(m.uid, m.gid, m.uname, m.gname) for m in found.values()} == {(0, 0, "", "")}
    assert found["b/a"].mode == 0o751
    first = packed(build_context.from_folder(str(root)))
    assert packed(build_context.from_folder(str(root))) == first


def test_what_is_ignored_is_not_even_read(tmp_path: Path) -> None:
    root = folder(
        tmp_path,
        {
            ".dockerignore": "*.log\nnode_modules\nbig/**\n!big/keep/me\n.dockerignore\nDockerfile",
            "node_modules/deep/x": "x",
            "a.log": "",
            "big/other": "x",
            "big/keep/me": "kept",
            "big/keep/not": "x",
            "main.c": "",
        },
    )
    with (root / "node_modules/huge").open("wb") as file:
        file.truncate(1 << 40)
    began = time.perf_counter()
    found = members(build_context.from_folder(str(root)))
    assert time.perf_counter() - began < 10, "a terabyte was looked at"
    # The builder needs the first two, and drops them when it has read them.
    assert set(found) == {".dockerignore", "Dockerfile", "big", "big/keep", "big/keep/me", "main.c"}


def test_links_stay_links_and_sockets_stay_behind(tmp_path: Path) -> None:
    outside = tmp_path / "secret"
    outside.mkdir()
    (outside / "key").write_text("secret")
    root = folder(tmp_path / "root", {})
    (root / "out").symlink_to(outside)
    (root / "loop").symlink_to("loop")
    os.mkfifo(root / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.open(root, os.O_RDONLY)
        listener.bind(f"/proc/self/fd/{here}/socket")
        os.close(here)
        found = members(build_context.from_folder(str(root)))
    assert set(found) == {"Dockerfile", "out", "loop", "pipe"}
    assert found["out"].issym()
    assert found["out"].linkname == str(outside)
    assert found["pipe"].isfifo()


def test_names_of_any_length_and_any_bytes(tmp_path: Path) -> None:
    deep = "/".join(["d" * 120] * 8)
    root = folder(tmp_path, {f"{deep}/x": "deep"})
    Path(os.fsdecode(os.fsencode(root) + b"/\xff\xfe")).write_bytes(b"odd")
    found = members(build_context.from_folder(str(root)))
    assert f"{deep}/x" in found
    assert os.fsdecode(b"\xff\xfe") in found


@pytest.mark.parametrize("name", ["Dockerfile.dev", "docker/Dockerfile"])
def test_another_dockerfile_of_the_folder(tmp_path: Path, name: str) -> None:
    root = folder(tmp_path, {name: "FROM other\n"})
    context = build_context.from_folder(str(root), str(root / name))
    assert (context.dockerfile, context.text) == (name, "FROM other\n")
    assert name in members(context)


def test_a_dockerfile_from_outside_travels_under_a_name_that_no_copy_takes(
    tmp_path: Path,
) -> None:
    root = folder(tmp_path / "root", {"x": "", ".dockerignore": "y"})
    elsewhere = tmp_path / "Dockerfile.else"
    elsewhere.write_text("FROM elsewhere\n")
    context = build_context.from_folder(str(root), str(elsewhere))
    assert context.dockerfile.startswith(".dockerfile.")
    assert content(context, context.dockerfile) == "FROM elsewhere\n"
    assert content(context, ".dockerignore") == f"y\n{context.dockerfile}\n"
    linked = root / "link"
    linked.symlink_to(elsewhere)
    again = build_context.from_folder(str(root), str(linked))
    assert content(again, again.dockerfile) == "FROM elsewhere\n"


def test_a_dockerfile_that_is_no_file(tmp_path: Path) -> None:
    root = folder(tmp_path, {"x": ""})
    context = build_context.from_folder(str(root), text=b"FROM typed\n")
    assert content(context, context.dockerfile) == "FROM typed\n"
    assert content(context, ".dockerignore") == f".dockerignore\n{context.dockerfile}\n"
    assert {"x", "Dockerfile"} <= set(members(context))


def test_the_ignore_file_of_one_dockerfile_counts_instead_of_the_folders(tmp_path: Path) -> None:
    root = folder(
        tmp_path,
        {
            "Dockerfile.dev": "FROM scratch",
            "Dockerfile.dev.dockerignore": "*.txt\n",
            ".dockerignore": "*.c\n",
            "a.c": "",
            "a.txt": "",
        },
    )
    own = build_context.from_folder(str(root), str(root / "Dockerfile.dev"))
    assert {"a.c", "a.txt"} & set(members(own)) == {"a.c"}
    usual = build_context.from_folder(str(root))
    assert {"a.c", "a.txt"} & set(members(usual)) == {"a.txt"}


def test_stdin_is_an_archive_or_a_dockerfile(tmp_path: Path) -> None:
    root = folder(tmp_path, {"x": "content"})
    archive = packed(build_context.from_folder(str(root)))
    sent = build_context.from_stream(io.BytesIO(archive), "Dockerfile.other")
    assert packed(sent) == archive
    assert sent.dockerfile == "Dockerfile.other"
    typed = build_context.from_stream(io.BytesIO(b"FROM typed\n"))
    assert list(members(typed)) == ["Dockerfile"]
    assert content(typed, "Dockerfile") == "FROM typed\n"
    with pytest.raises(ContextFailed, match="named twice"):
        build_context.from_stream(io.BytesIO(b"FROM typed\n"), "Dockerfile.other")


async def test_chunks_are_those_bytes_and_may_be_compressed(tmp_path: Path) -> None:
    root = folder(tmp_path, {"x": "x" * 3_000_000, "y": ""})
    context = build_context.from_folder(str(root))
    chunks = [chunk async for chunk in context.chunks()]
    assert b"".join(chunks) == packed(context)
    assert max(map(len, chunks)) <= 2 << 20, "a file is not held in memory"
    small = b"".join([chunk async for chunk in context.chunks(compress=True)])
    assert len(small) < 100_000
    with tarfile.open(fileobj=io.BytesIO(small), mode="r:gz") as archive:
        assert archive.getnames() == ["Dockerfile", "x", "y"]


async def test_a_cancelled_upload_leaves_nothing_open(tmp_path: Path) -> None:
    root = folder(tmp_path, {f"f{n}": "x" * 600_000 for n in range(20)})
    before = len(list(Path("/proc/self/fd").iterdir()))
    reading = asyncio.Event()

    async def read() -> None:
        async for _ in build_context.from_folder(str(root)).chunks():
            reading.set()

    task = asyncio.create_task(read())
    await reading.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert len(list(Path("/proc/self/fd").iterdir())) <= before


def test_what_cannot_be_built_from_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(ContextFailed, match="Cannot build from"):
        build_context.from_folder(str(tmp_path / "gone"))
    with pytest.raises(ContextFailed, match="no Dockerfile at"):
        build_context.from_folder(str(tmp_path))
    with pytest.raises(ContextFailed, match="no Dockerfile at"):
        build_context.from_folder(str(tmp_path), str(tmp_path / "other"))


def test_a_file_that_shrinks_ends_the_upload(tmp_path: Path) -> None:
    root = folder(tmp_path, {"x": "x" * 3_000_000})
    context = build_context.from_folder(str(root))
    assert context.pieces is not None
    pieces = context.pieces()
    while len(next(pieces)) < 1 << 20:
        pass
    os.truncate(root / "x", 10)
    with pytest.raises(ContextFailed, match="shrank"):
        list(pieces)


def test_a_file_that_becomes_a_link_meanwhile_leads_nowhere(tmp_path: Path) -> None:
    root = folder(tmp_path / "root", {"a": "x" * 3_000_000, "b": "mine"})
    (tmp_path / "secret").write_text("secret")
    context = build_context.from_folder(str(root))
    assert context.pieces is not None
    pieces = context.pieces()
    while len(next(pieces)) < 1 << 20:
        pass
    (root / "b").unlink()
    (root / "b").symlink_to(tmp_path / "secret")
    with pytest.raises(ContextFailed, match="Cannot read"):
        list(pieces)


def test_a_folder_that_is_left_out_is_not_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(tmp_path, {".dockerignore": "left\n", "left/in/x": "", "kept/y": ""})
    seen: list[str] = []
    entries = build_context._entries
    monkeypatch.setattr(
        build_context, "_entries", lambda at, path: seen.append(path) or entries(at, path)
    )
    packed(build_context.from_folder(str(root)))
    assert seen == ["", "kept"]


def test_names_of_one_file_stay_names_of_one_file(tmp_path: Path) -> None:
    root = folder(tmp_path, {"a": "once"})
    (root / "b").hardlink_to(root / "a")
    found = members(build_context.from_folder(str(root)))
    assert (found["b"].islnk(), found["b"].linkname) == (True, "a")


def test_dockerfiles_of_a_folder(tmp_path: Path) -> None:
    names = ("prod.Dockerfile", "Dockerfile.dev", "Dockerfile.dev.dockerignore", "Dockerfile.md2")
    folder(tmp_path, dict.fromkeys([*names, "Containerfile", "notes"], ""))
    (tmp_path / "dockerfile.folder").mkdir()
    assert build_context.dockerfiles(tmp_path) == [
        "Dockerfile",
        "Containerfile",
        "Dockerfile.dev",
        "Dockerfile.md2",
        "prod.Dockerfile",
    ]


@pytest.mark.parametrize(
    ("text", "remote"),
    [
        ("https://example.org/x.tar.gz", True),
        ("git@example.org:x.git", True),
        ("github.com/owner/name", True),
        (".", False),
        ("/home/ada", False),
    ],
)
def test_addresses_are_told_from_folders(text: str, remote: bool) -> None:
    assert build_context.is_remote(text) is remote
