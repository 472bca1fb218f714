"""Images, archives and programs that mean harm, against a whole engine as root."""

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures import hostile
from fixtures.daemon import Engine
from fixtures.hostile import CANARY, CASES, folder, member, symlink

pytestmark = pytest.mark.root

USERS = {
    "a fifo": member("etc/passwd", kind=b"6"),
    "endless": symlink("etc/passwd", "/dev/zero"),
    "a device": member("etc/passwd", kind=b"3", device=(1, 5), mode=0o666),
    "the kernel's log": symlink("etc/passwd", "/proc/kmsg"),
    "a folder": folder("etc/passwd"),
    "a link to itself": symlink("etc/passwd", "passwd"),
    "a user called 1": member("etc/passwd", b"1::0:0:root:/:/bin/sh\n"),
}

OUT = f"{'../' * 20}{{canary}}"
"""A relative link from anywhere inside to the canary; braces for its path."""


@pytest.fixture(scope="module")
def root_tar(engine: Engine, busybox: str) -> bytes:
    """The files of a small image."""
    engine.docker("create", "--name", "source", busybox)
    exported = engine.request("GET", "/containers/source/export")
    engine.docker("rm", "source")
    return exported.body


@pytest.fixture(autouse=True)
def canary(tmp_path: Path) -> Iterator[Path]:
    hostile.set_canary(tmp_path)
    yield tmp_path / CANARY
    assert hostile.canary_is_whole(tmp_path)


def _image(engine: Engine, root_tar: bytes, instead_of: str, extra: bytes) -> str:
    """An image with something else in one place."""
    kept = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(root_tar)) as source,
        tarfile.open(fileobj=kept, mode="w") as target,
    ):
        for entry in source:
            if entry.name != instead_of and not entry.name.startswith(f"{instead_of}/"):
                target.addfile(entry, source.extractfile(entry) if entry.isfile() else None)
        end = target.offset
    answer = engine.request(
        "POST",
        "/images/create?fromSrc=-&repo=hostile",
        kept.getvalue()[:end] + extra + hostile.END,
        headers={"Content-Type": "application/x-tar"},
    )
    assert answer.status == 200, answer.body
    return "hostile"


@pytest.mark.parametrize("kind", USERS)
def test_a_users_number_needs_no_file_of_the_image(
    engine: Engine, root_tar: bytes, kind: str
) -> None:
    image = _image(engine, root_tar, "etc/passwd", USERS[kind])
    seen = engine.docker(
        "run", "--rm", "-u", "1", image, "grep", "^Uid:", "/proc/self/status", timeout=20
    )
    assert seen.stdout.split() == ["Uid:", "1", "1", "1", "1"]
    refused = engine.docker("run", "--rm", "-u", "nobody", image, "true", check=False, timeout=20)
    assert refused.returncode == 125
    assert "unable to find user nobody" in refused.stderr


@pytest.mark.parametrize("place", ["dev", "proc", "sys", "etc", "etc/hosts", "etc/resolv.conf"])
def test_a_link_where_the_engine_mounts_leads_nowhere(
    engine: Engine, root_tar: bytes, place: str, canary: Path
) -> None:
    target = OUT.format(canary=str(canary).lstrip("/"))
    image = _image(engine, root_tar, place, symlink(place, target))
    ran = engine.docker("run", "--rm", image, "true", check=False, timeout=20)
    assert ran.returncode in (0, 125)
    assert engine.request("GET", "/containers/json?all=1").json() == []


@pytest.mark.parametrize(
    ("place", "extra", "said"),
    [
        ("dev", symlink("dev", "/etc"), "a symbolic link at /dev"),
        ("dev", member("dev", b"x"), "a file at /dev"),
        ("proc", symlink("proc", "proc"), "a symbolic link at /proc"),
        ("sys", member("sys", b"x"), "a file at /sys"),
        ("etc", symlink("etc", "/proc"), "a symbolic link into what the kernel shows at /etc"),
        ("etc/hosts", folder("etc/hosts"), "a folder at /etc/hosts"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 10 else "",
)
def test_an_image_with_something_else_in_a_place_is_told_so(
    engine: Engine, root_tar: bytes, place: str, extra: bytes, said: str
) -> None:
    image = _image(engine, root_tar, place, extra)
    made = engine.request("POST", "/containers/create", {"Image": image, "Cmd": ["true"]})
    answer = engine.request("POST", f"/containers/{made.json()['Id']}/start")
    engine.docker("rm", made.json()["Id"])
    assert answer.status == 400
    assert f"the image has {said}, where " in answer.message


def test_every_hostile_archive_is_refused_or_stays_inside(engine: Engine, busybox: str) -> None:
    engine.docker("create", "--name", "target", busybox)
    wrong = []
    for case in CASES:
        for method, path in (
            ("PUT", "/containers/target/archive?path=/tmp"),
            ("POST", "/images/create?fromSrc=-&repo=hostile"),
            ("POST", "/images/load"),
        ):
            answer = engine.request(
                method, path, case.make(), headers={"Content-Type": "application/x-tar"}
            )
            # In a container's own files a whiteout is a name like any other.
            told = method == "PUT" and case.refused and case.row != "A06"
            if answer.status >= 500 or (told and answer.status != 400):
                wrong.append((str(case), path, answer.status, answer.body[:200]))
    engine.docker("rm", "target")
    assert not wrong
    assert "Traceback" not in engine.log.read_text()


def test_a_program_starts_with_three_descriptors(engine: Engine, busybox: str) -> None:
    listed = engine.docker("run", "--rm", busybox, "ls", "/proc/self/fd").stdout.split()
    # The fourth is the folder that ls itself reads.
    assert listed == ["0", "1", "2", "3"]


@pytest.mark.parametrize("number", [3, 7, 8, 9, 20])
def test_no_descriptor_of_the_engine_is_a_working_folder(
    engine: Engine, busybox: str, number: int
) -> None:
    ran = engine.docker(
        "run", "--rm", "-w", f"/proc/self/fd/{number}", busybox, "pwd", check=False, timeout=20
    )
    assert ran.returncode != 0
