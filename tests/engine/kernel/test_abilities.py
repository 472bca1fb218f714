"""What a kernel can limit, told from the files of its control groups."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.kernel import abilities


def _files(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


def test_the_older_layout_says_it_by_its_files(tmp_path: Path) -> None:
    _files(
        tmp_path,
        "memory/memory.memsw.limit_in_bytes",
        "memory/memory.oom_control",
        "blkio/blkio.throttle.read_bps_device",
        "blkio/blkio.bfq.weight",
    )
    can = abilities.find(1, tmp_path)
    assert (can.swap, can.oom_kill_disable, can.block_throttle, can.block_weight) == (True,) * 4
    assert (can.swappiness, can.cpu_realtime, can.block_weight_device) == (False,) * 3


def test_the_newer_layout_says_it_by_its_controllers(tmp_path: Path) -> None:
    (tmp_path / "cgroup.controllers").write_text("cpu memory io pids\n")
    can = abilities.find(2, tmp_path)
    assert (can.swap, can.block_throttle) == (True, True)
    assert (can.block_weight, can.swappiness, can.oom_kill_disable) == (False,) * 3
    _files(tmp_path, "system.slice/io.bfq.weight")
    assert abilities.find(2, tmp_path).block_weight


def test_lists_of_the_kernel_are_numbers_and_ranges() -> None:
    assert abilities.numbers("0-2,7\n") == {0, 1, 2, 7}
    assert abilities.numbers("") == frozenset()


@given(st.text(alphabet="0123456789,-x ", max_size=12))
def test_any_other_list_is_refused(text: str) -> None:
    try:
        found = abilities.numbers(text)
    except ValueError:
        return
    assert all(0 <= number <= 1 << 16 for number in found)


def test_a_list_too_long_to_be_true_is_refused() -> None:
    with pytest.raises(ValueError, match="999999999"):
        abilities.numbers("0-999999999")
