"""What the console's lines mean, and how long a stage took."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_vm.errors import BootFailed, DataDiskUnreadable
from davit_vm.stages import (
    STAGES,
    Beacon,
    Progress,
    explain,
    failure,
    finished_by,
    limit,
    overdue,
    parse_beacon,
)


@pytest.mark.parametrize(
    ("line", "beacon"),
    [
        (b"davit-beacon: kernel\r", Beacon(name="kernel")),
        (b"davit-beacon: data formatted\n", Beacon(name="data", detail="formatted")),
        (b"[    1.2] half a lidavit-beacon: root", Beacon(name="root")),
        (b"davit-beacon: failed data no ext4", Beacon(name="failed", detail="data no ext4")),
        (b"davit-beacon: ", None),
        (b"davit-beacon", None),
        (b"login:", None),
        (b"\xff\xfe", None),
    ],
)
def test_beacons(line: bytes, beacon: Beacon | None) -> None:
    assert parse_beacon(line) == beacon


@given(st.binary(max_size=2000))
def test_whatever_the_guest_prints_a_beacon_is_short_and_printable(junk: bytes) -> None:
    beacon = parse_beacon(b"davit-beacon: failed " + junk)
    assert beacon is not None
    assert len(beacon.detail) <= 400
    assert beacon.detail == "" or all(c.isprintable() or c == "�" for c in beacon.detail)


def test_stages_count_from_the_end_of_the_one_before() -> None:
    progress = Progress().finish("qemu", 0.5).finish("kernel", 2.0).finish("network", 3.5)
    assert [(time.name, time.seconds) for time in progress.times] == [
        ("qemu", 0.5),
        ("kernel", 1.5),
        ("network", 1.5),
        ("root", None),
    ]


def test_a_stage_ends_once() -> None:
    progress = Progress().finish("qemu", 0.5)
    assert progress.finish("qemu", 9.0) == progress


def test_when_all_stages_have_ended_none_lasts() -> None:
    progress = Progress()
    for number, stage in enumerate(STAGES):
        progress = progress.finish(stage, float(number))
    assert progress.current is None
    assert [time.name for time in progress.times] == list(STAGES)


def test_the_engine_has_started_when_it_listens_not_when_its_process_is_there() -> None:
    assert finished_by(Beacon(name="engine")) is None
    assert finished_by(Beacon(name="ready")) == "engine"


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_that_hangs_has_a_verdict_a_fix_and_the_console(stage: str) -> None:
    error = overdue(stage, 20.0, "the console's end")
    assert error.what
    assert "20 s" in error.why
    assert error.hint
    assert error.details == "the console's end"


def test_a_refused_data_disk_offers_repair_and_export() -> None:
    error = failure(Beacon(name="failed", detail="data bad superblock"), "")
    assert isinstance(error, DataDiskUnreadable)
    assert error.why == "bad superblock"
    assert "repair" in error.hint
    assert "export" in error.hint


def test_a_failure_of_an_unknown_stage_is_told_all_the_same() -> None:
    error = failure(Beacon(name="failed", detail="teapot short and stout"), "")
    assert isinstance(error, BootFailed)
    assert "teapot" in error.what
    assert error.why == "short and stout"
    assert failure(Beacon(name="ready"), "") is None


def test_emulation_has_more_time() -> None:
    assert all(limit(stage, "tcg") > limit(stage, "kvm") for stage in STAGES)


def test_a_failure_without_a_reason_says_so() -> None:
    assert "no reason" in str(failure(Beacon(name="failed", detail="root"), ""))
    assert explain("engine", "it ended", "").what
