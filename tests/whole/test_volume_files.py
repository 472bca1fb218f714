"""Volumes looked into and copied without a container; names, paths and archives that mean harm."""

import io
import tarfile
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_from_bytes

import pytest

from fixtures import hostile
from fixtures.daemon import Answer, Engine

pytestmark = pytest.mark.root

SCRIPT = r"""
    mkdir -p /v/deep /v/big && cd /v
    echo tea > crate && chown 8:12 crate && chmod 4750 crate && touch -d @1000000000 crate
    ln crate twin && ln -s crate link && ln -s / out && ln -s ../../../../../etc/passwd up
    mkfifo pipe && printf x > "$(printf 'bad\377name')" && echo one > a
    chown 33:33 deep && chmod 1770 deep && cd big && touch $(seq 1 1200)
"""


@pytest.fixture(scope="module")
def cargo(engine: Engine, busybox: str) -> str:
    engine.docker("run", "--rm", "-v", "cargo:/v", busybox, "sh", "-ec", SCRIPT)
    return "cargo"


def ask(
    engine: Engine, method: str, volume: str, what: str, path: bytes | str = "/", /, **more: Any
) -> Answer:
    raw = path if isinstance(path, bytes) else path.encode()
    body = more.pop("body", None)
    query = "".join(f"&{key}={value}" for key, value in more.items())
    where = f"/davit/v1/volumes/{quote(volume, safe='')}/{what}?path={quote_from_bytes(raw)}{query}"
    return engine.request(method, where, body)


def names(engine: Engine, volume: str, path: str = "/") -> dict[str, Any]:
    answer = ask(engine, "GET", volume, "files", path)
    assert answer.status == 200, answer.body
    return {entry["Name"]: entry for entry in answer.json()["Entries"]}


def members(content: bytes) -> dict[str, tuple[object, ...]]:
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        return {
            m.name: (m.type, m.mode, m.uid, m.gid, m.mtime, m.linkname, m.size) for m in archive
        }


def test_a_volume_tells_what_stands_in_it(engine: Engine, cargo: str) -> None:
    found = names(engine, cargo)
    crate = found["crate"]
    assert (crate["Kind"], crate["Size"], crate["Mode"], crate["Uid"], crate["User"]) == (
        "file", 4, 0o4750, 8, "",
    )  # fmt: skip
    assert found["deep"]["Kind"] == "folder"
    assert (found["link"]["LeadsTo"], found["link"]["LeadsToKind"]) == ("/crate", "file")
    assert found["bad\ufffdname"]["Raw"]


def test_no_link_and_no_dots_lead_out_of_a_volume(engine: Engine, cargo: str) -> None:
    inside = set(names(engine, cargo))
    for path in ("/../../..", "/out", "/deep/../..", "out/../../../"):
        assert set(names(engine, cargo, path)) == inside
    assert "LeadsTo" not in names(engine, cargo)["up"]
    assert ask(engine, "GET", cargo, "files", "/up").status == 404
    assert ask(engine, "PUT", cargo, "files", "/up", body=b"x").status == 404


def test_a_folder_of_many_names_comes_in_parts(engine: Engine, cargo: str) -> None:
    first = ask(engine, "GET", cargo, "files", "/big").json()
    assert (len(first["Entries"]), first["More"]) == (1000, True)
    rest = ask(engine, "GET", cargo, "files", "/big", after=first["Entries"][-1]["Name"]).json()
    assert (len(rest["Entries"]), rest["More"]) == (200, False)
    assert len(ask(engine, "GET", cargo, "files", "/big", limit=10**9).json()["Entries"]) == 1200


@pytest.mark.parametrize("volume", ["absent", "..", "../..", "cargo/..", "cargo/_data", "a\0b", ""])
@pytest.mark.parametrize(("method", "what"), [("GET", "files"), ("GET", "archive"),
                                              ("PUT", "archive"), ("DELETE", "files")])  # fmt: skip
def test_a_volume_that_is_not_there_is_told(
    engine: Engine, cargo: str, volume: str, method: str, what: str
) -> None:
    answer = ask(engine, method, volume, what, "/crate", body=b"" if method == "PUT" else None)
    assert answer.status in (400, 404) if "\0" in volume else answer.status == 404
    assert answer.message


@pytest.mark.parametrize(
    ("path", "status"),
    [("/crate", 400), ("/pipe", 400), ("/absent", 404), (b"/a\0b", 400), ("", 400),
     ("/" + "x" * 300, 400)],
)  # fmt: skip
def test_what_is_no_folder_of_a_volume_is_refused(
    engine: Engine, cargo: str, path: bytes | str, status: int
) -> None:
    assert ask(engine, "GET", cargo, "files", path).status == status


def test_files_of_a_volume_are_written_named_and_deleted(engine: Engine, busybox: str) -> None:
    engine.docker(
        "run", "--rm", "-v", "desk:/v", busybox, "sh", "-c", "echo one > /v/a; ln -s /a /v/l"
    )
    before = names(engine, "desk")["a"]
    seen = {"size": before["Size"], "mtime": before["MtimeNs"]}
    assert ask(engine, "PUT", "desk", "files", "/a", body=b"two\n", **seen).status == 200
    assert ask(engine, "PUT", "desk", "files", "/a", body=b"late", **seen).status == 409
    assert ask(engine, "PUT", "desk", "files", "/a", body=b"x" * (1 << 20 | 1)).status == 400
    assert ask(engine, "POST", "desk", "files", "/a", name="b").status == 204
    assert ask(engine, "POST", "desk", "files", "/b", name="..").status == 400
    assert ask(engine, "DELETE", "desk", "files", "/").status == 400
    assert ask(engine, "DELETE", "desk", "files", "/l").status == 204
    assert engine.docker("run", "--rm", "-v", "desk:/v", busybox, "sh", "-c", "cd /v; ls; cat b"
                         ).stdout == "b\ntwo\n"  # fmt: skip


def test_a_volume_goes_out_and_in_again_as_it_was(engine: Engine, cargo: str) -> None:
    out = ask(engine, "GET", cargo, "archive")
    assert (out.status, out.headers["content-type"]) == (200, "application/x-tar")
    engine.docker("volume", "create", "again")
    assert ask(engine, "PUT", "again", "archive", body=out.body).status == 200
    told = members(out.body)
    assert told["crate"][1:5] == (0o4750, 8, 12, 1000000000)
    assert told["twin"][5] == "crate"
    assert told == members(ask(engine, "GET", "again", "archive").body)


def test_one_file_of_a_volume_goes_out(engine: Engine, cargo: str) -> None:
    assert list(members(ask(engine, "GET", cargo, "archive", "/crate").body)) == ["crate"]
    assert ask(engine, "HEAD", cargo, "archive", "/crate").status == 200
    assert ask(engine, "GET", cargo, "archive", "/absent").status == 404


@pytest.mark.parametrize("body", [b"no archive at all" * 100, b"\x1f\x8b\x08 broken"])
def test_what_is_no_archive_is_refused(engine: Engine, body: bytes) -> None:
    engine.docker("volume", "create", "refuses")
    answer = ask(engine, "PUT", "refuses", "archive", body=body)
    assert (answer.status, bool(answer.message)) == (400, True)
    assert names(engine, "refuses") == {}


@pytest.mark.parametrize("case", hostile.CASES, ids=str)
def test_an_archive_that_means_harm_stays_in_its_volume(engine: Engine, case: Any) -> None:
    engine.docker("volume", "rm", "-f", "victim")
    engine.docker("volume", "create", "victim")
    beside = engine.data_root / "volumes/victim"
    hostile.set_canary(beside)
    answer = ask(engine, "PUT", "victim", "archive", body=case.make())
    if case.refused and case.row != "A06":  # a whiteout is a name like any other here
        assert answer.status == 400
    else:
        assert answer.status in (200, 400)
    assert hostile.canary_is_whole(beside)


def test_a_volume_of_a_device_is_mounted_while_it_is_looked_at(engine: Engine) -> None:
    options = ("type=tmpfs", "device=tmpfs", "o=size=1m")
    engine.docker("volume", "create", *(w for o in options for w in ("-o", o)), "memory")
    body = hostile.member("crate", b"tea") + hostile.END
    assert ask(engine, "PUT", "memory", "archive", body=body).status == 200
    assert names(engine, "memory") == {}, "it is another one each time, as for containers"
    assert str(engine.data_root / "volumes/memory") not in Path("/proc/self/mountinfo").read_text()


def test_dockers_own_calls_know_nothing_of_it(engine: Engine, cargo: str) -> None:
    assert engine.request("GET", f"/volumes/{cargo}/archive?path=/").status == 404
