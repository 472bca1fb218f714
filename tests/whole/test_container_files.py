"""Folders of containers seen one at a time, files written in place, names that mean harm."""

import base64
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

import pytest

from fixtures import hostile
from fixtures.daemon import Engine
from fixtures.hostile import CANARY

pytestmark = pytest.mark.root


@pytest.fixture(scope="module")
def box(engine: Engine, busybox: str) -> str:
    """A container that has run a script and stands still."""
    script = r"""
        mkdir -p /hold/deep /big && cd /hold
        echo tea > crate && chown 8:12 crate && chmod 4750 crate
        ln -s crate link && ln -s /hold/deep inner && ln -s ../../../../../etc/passwd up
        ln -s nowhere dangling && ln -s loop loop && mkfifo pipe && mknod zero c 1 5
        printf x > "$(printf 'bad\377name')" && printf x > "$(printf 'two\nlines')"
        mkdir "$(printf 'dir\376')" && printf y > "$(printf 'dir\376')/inner"
        cd /big && touch $(seq 1 2300)
    """
    engine.docker("run", "--name", "box", "--cap-add", "MKNOD", busybox, "sh", "-ec", script)
    return "box"


@pytest.fixture(params=["stopped", "running"])
def either(request: pytest.FixtureRequest, engine: Engine, busybox: str) -> str:
    """A container in each state, with a volume, and with the user's own folder read-only."""
    name = f"either-{request.param}"
    engine.docker("rm", "-f", name, check=False)
    engine.docker("create", "--name", name, "-v", "cargo:/data", busybox, "sleep", "600")
    engine.docker("start", name)
    engine.docker("exec", name, "sh", "-c", "mkdir -p /w/deep; echo one > /w/a; echo v > /data/v")
    if request.param == "stopped":
        engine.docker("stop", "-t", "0", name)
    return name


def files(engine: Engine, method: str, box: str, path: bytes | str, /, **more: Any) -> Any:
    raw = path if isinstance(path, bytes) else path.encode()
    body = more.pop("body", None)
    query = "".join(f"&{key}={value}" for key, value in more.items())
    where = f"/davit/v1/containers/{box}/files?path={quote_from_bytes(raw)}{query}"
    return engine.request(method, where, body)


def listed(engine: Engine, box: str, path: bytes | str, /, **more: Any) -> dict[str, Any]:
    answer = files(engine, "GET", box, path, **more)
    assert answer.status == 200, answer.body
    return {entry["Name"]: entry for entry in answer.json()["Entries"]}


def test_a_folder_tells_what_stands_in_it(engine: Engine, box: str) -> None:
    found = listed(engine, box, "/hold")
    crate = found["crate"]
    assert (crate["Kind"], crate["Size"], crate["Mode"]) == ("file", 4, 0o4750)
    assert (crate["Uid"], crate["Gid"]) == (8, 12)
    assert abs(crate["MtimeNs"] / 1e9 - time.time()) < 3600
    assert {found[name]["Kind"] for name in ("deep", "pipe", "zero")} == {"folder", "fifo", "char"}
    link = found["link"]
    assert (link["Target"], link["LeadsTo"], link["LeadsToKind"]) == (
        "crate",
        "/hold/crate",
        "file",
    )
    assert found["inner"]["LeadsToKind"] == "folder"
    for name in ("dangling", "loop"):
        assert "LeadsTo" not in found[name]


def test_the_owner_has_the_name_that_the_container_gives_it(engine: Engine, either: str) -> None:
    assert listed(engine, either, "/w")["a"]["User"] == "root"


def test_no_link_and_no_dots_lead_out(engine: Engine, box: str) -> None:
    inside = listed(engine, box, "/")
    assert set(inside) == set(listed(engine, box, "/../../../.."))
    assert set(listed(engine, box, "/hold/inner/../..")) == set(inside)
    up = listed(engine, box, "/hold")["up"]
    assert up.get("LeadsTo", "/etc/passwd") == "/etc/passwd"


def test_names_that_are_not_text_can_be_read_and_entered(engine: Engine, box: str) -> None:
    found = listed(engine, box, "/hold")
    assert base64.b64decode(found["bad\ufffdname"]["Raw"]) == b"bad\xffname"
    assert "Raw" not in found["two\nlines"]
    assert set(listed(engine, box, b"/hold/dir\xfe")) == {"inner"}
    for path in (b"/hold/bad\xffname", b"/hold/dir\xfe"):
        got = engine.request("GET", f"/containers/{box}/archive?path={quote_from_bytes(path)}")
        assert got.status == 200
    missing = files(engine, "GET", box, b"/no\xff")
    assert (missing.status, "\ufffd" in missing.message) == (404, True)


def test_changes_with_names_that_are_not_text_are_told(engine: Engine, box: str) -> None:
    answer = engine.request("GET", f"/containers/{box}/changes")
    assert "/hold/bad\ufffdname" in {change["Path"] for change in answer.json()}


def test_a_huge_folder_comes_in_parts(engine: Engine, box: str) -> None:
    seen: list[str] = []
    more = True
    while more:
        after = {"after": seen[-1]} if seen else {}
        answer = files(engine, "GET", box, "/big", limit=1000, **after).json()
        assert len(answer["Entries"]) <= 1000
        seen += [entry["Name"] for entry in answer["Entries"]]
        more = answer["More"]
    assert sorted(seen) == sorted(map(str, range(1, 2301)))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/hold/crate", 400),
        ("/hold/pipe", 400),
        ("/absent", 404),
        ("/hold/loop", 400),
        ("/" + "x" * 300, 400),
        (b"/a\0b", 400),
        ("", 400),
    ],
)
def test_what_is_no_folder_is_refused(
    engine: Engine, box: str, path: bytes | str, status: int
) -> None:
    assert files(engine, "GET", box, path).status == status


def test_an_edit_keeps_the_file_and_is_seen_inside(engine: Engine, either: str) -> None:
    before = listed(engine, either, "/w")["a"]
    seen = {"size": before["Size"], "mtime": before["MtimeNs"]}
    answer = files(engine, "PUT", either, "/w/a", body=b"two\nlines\n", **seen)
    assert answer.status == 200, answer.body
    after = listed(engine, either, "/w")["a"]
    assert after["Mode"] == before["Mode"]
    assert answer.json() == {"Size": 10, "MtimeNs": after["MtimeNs"]}
    assert files(engine, "PUT", either, "/w/a", body=b"late", **seen).status == 409
    assert files(engine, "PUT", either, "/data/v", body=b"in the volume\n").status == 200
    engine.docker("start", either)
    assert engine.docker("exec", either, "cat", "/w/a", "/data/v").stdout == (
        "two\nlines\nin the volume\n"
    )


def test_only_regular_files_are_written(engine: Engine, box: str, tmp_path: Path) -> None:
    hostile.set_canary(tmp_path)
    for path in ("/hold/pipe", "/hold/zero", "/hold/deep"):
        assert files(engine, "PUT", box, path, body=b"x").status == 409
    assert files(engine, "PUT", box, "/hold/absent", body=b"x").status == 404
    assert files(engine, "PUT", box, "/hold/crate", body=b"x" * (1 << 20 | 1)).status == 400
    out = f"/../../../..{tmp_path}/{CANARY}"
    assert files(engine, "PUT", box, out, body=b"x").status == 404
    assert hostile.canary_is_whole(tmp_path)


def test_names_are_changed_and_deleted(engine: Engine, either: str) -> None:
    assert files(engine, "POST", either, "/w/a", name="b").status == 204
    assert files(engine, "POST", either, "/w/b", name="deep").status == 409
    for bad in ("..", "x%2Fy", "."):
        assert files(engine, "POST", either, "/w/b", name=bad).status == 400
    assert set(listed(engine, either, "/w")) == {"b", "deep"}
    assert files(engine, "DELETE", either, "/w").status == 204
    assert files(engine, "DELETE", either, "/w").status == 404
    assert "w" not in listed(engine, either, "/")


def test_deleting_spares_what_is_mounted(engine: Engine, either: str) -> None:
    refused = files(engine, "DELETE", either, "/data")
    running = either.endswith("running")
    assert refused.status == (409 if running else 400)
    assert set(listed(engine, either, "/data")) == {"v"}
    assert files(engine, "DELETE", either, "/").status == 400


def test_what_is_read_only_stays(engine: Engine, busybox: str) -> None:
    engine.docker("rm", "-f", "fixed", check=False)
    engine.docker("run", "-d", "--name", "fixed", "--read-only", "-v", "cargo:/data:ro", busybox,
                  "sleep", "600")  # fmt: skip
    for path in ("/etc/passwd", "/data/v"):
        assert files(engine, "DELETE", "fixed", path).status == 403
        assert files(engine, "PUT", "fixed", path, body=b"").status == 403
        assert files(engine, "POST", "fixed", path, name="x").status == 403
