"""Boots are kept, the newest of them, whole."""

from pathlib import Path

from davit_vm import history
from davit_vm.status import Boot


def a_boot(number: int) -> Boot:
    return Boot(
        started_at=float(number), accelerator="tcg", image="abc", outcome="ready", seconds=1.0
    )


def test_no_file_is_no_history(tmp_path: Path) -> None:
    assert history.load(tmp_path / "history.json") == ()


def test_boots_come_back_oldest_first(tmp_path: Path) -> None:
    path = tmp_path / "history.json"
    history.add(path, a_boot(1))
    history.add(path, a_boot(2))
    assert [boot.started_at for boot in history.load(path)] == [1.0, 2.0]


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "history.json"
    for number in range(history.BOOTS + 3):
        history.add(path, a_boot(number))
    kept = history.load(path)
    assert len(kept) == history.BOOTS
    assert kept[-1].started_at == history.BOOTS + 2


def test_an_ending_belongs_to_the_last_boot_and_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "history.json"
    history.end(path, at=5.0, ending="stopped")
    history.add(path, a_boot(1))
    history.add(path, a_boot(2))
    history.end(path, at=7.0, ending="crashed")
    history.end(path, at=9.0, ending="stopped")
    first, last = history.load(path)
    assert (first.ending, last.ending, last.ended_at) == ("", "crashed", 7.0)


def test_a_spoilt_file_is_no_history_and_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "history.json"
    path.write_text('[{"started_at":')
    assert history.load(path) == ()
    history.add(path, a_boot(1))
    assert len(history.load(path)) == 1
