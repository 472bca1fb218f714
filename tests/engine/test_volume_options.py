"""The options of Docker's local volume driver."""

from pathlib import Path

import pytest

from davit_engine.errors import InvalidParameter, SystemFailure
from davit_engine.kernel import mounts
from davit_engine.volume_options import (
    check_options,
    is_bind,
    mount_options,
    mount_volume,
    resolved,
)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"foo": "bar"}, 'invalid option: "foo"'),
        ({"type": "tmpfs"}, 'missing required option: "device"'),
        ({"device": "/x"}, 'missing required option: "type"'),
        ({"o": "bind", "device": "/x"}, 'missing required option: "type"'),
        ({"o": "bind"}, 'missing required option: "device"'),
        ({"size": "10m"}, "quota size requested but no quota support"),
    ],
)
def test_options_that_cannot_work_are_refused_in_dockers_words(
    options: dict[str, str], words: str
) -> None:
    with pytest.raises(InvalidParameter, match=f"^create data: {words}"):
        check_options("data", options)


def test_no_options_and_complete_ones_are_taken() -> None:
    check_options("data", {})
    check_options("data", {"type": "nfs", "device": ":/x", "o": "addr=10.0.0.1,rw"})


@pytest.mark.parametrize(
    ("text", "flags", "data"),
    [
        ("", 0, ""),
        ("size=1m,uid=3", 0, "size=1m,uid=3"),
        ("ro, nosuid,mode=755", mounts.MS_RDONLY | mounts.MS_NOSUID, "mode=755"),
        ("ro,rw", 0, ""),
        ("defaults,rbind", mounts.MS_BIND | mounts.MS_REC, ""),
        ("noexec,exec,relatime", 1 << 21, ""),
    ],
)
def test_words_of_mount_become_flags_and_the_rest_goes_to_the_file_system(
    text: str, flags: int, data: str
) -> None:
    assert mount_options(text) == (flags, data)
    assert is_bind({"o": text}) == bool(flags & mounts.MS_BIND)


def test_the_name_of_a_server_becomes_its_address() -> None:
    assert resolved("rw,addr=127.0.0.1,vers=4") == "rw,addr=127.0.0.1,vers=4"
    assert resolved("addr=localhost") in ("addr=127.0.0.1", "addr=::1")
    with pytest.raises(SystemFailure, match="error resolving passed in network volume address"):
        resolved("addr=no-such-host.invalid")


@pytest.mark.root
def test_a_mount_that_fails_names_the_device_and_hides_the_password(tmp_path: Path) -> None:
    options = {"type": "nosuchfs", "o": "username=ada,password=secret,vers=3"}
    with pytest.raises(SystemFailure) as failure:
        mount_volume("data", options, "//host/share", tmp_path)
    assert str(failure.value) == (
        f"failed to mount local volume: mount //host/share:{tmp_path}, data: "
        "username=ada,password=********,vers=3: no such device"
    )
