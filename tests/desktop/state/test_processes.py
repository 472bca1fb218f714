"""Rows of ps, and of tables that are not ours."""

from davit_desktop.client.types import Top
from davit_desktop.state.processes import processes

TITLES = ("PID", "USER", "%CPU", "RSS", "ELAPSED", "COMMAND")


def test_figures_become_numbers() -> None:
    top = Top(titles=TITLES, processes=(("7", "root", "6.4", "1932", "1-02:03:04", "sh -c x"),))
    (row,) = processes(top) or ()
    assert (row.pid, row.cpu_percent, row.memory) == (7, 6.4, 1932 * 1024)
    assert row.seconds == ((24 + 2) * 60 + 3) * 60 + 4
    assert row.command == "sh -c x"


def test_what_is_no_number_is_none() -> None:
    rows = (("x", "root", "1", "1", "00:01", "a"), ("8", "r", "nan", "-", "?", "b"), ("9",))
    (row,) = processes(Top(titles=TITLES, processes=rows)) or ()
    assert (row.pid, row.cpu_percent, row.memory, row.seconds) == (8, 0.0, 0, 0)


def test_another_table_is_told_apart() -> None:
    assert processes(Top(titles=("UID", "PID", "CMD"))) is None
