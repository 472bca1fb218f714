"""The journal survives a restart, stays short, and its script runs what succeeded."""

import shlex
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davit_desktop import journal
from davit_desktop.journal import Entry, Journal, script


def _entry(number: int, command: str = "docker start web", result: str = "done") -> Entry:
    return Entry(
        number=number,
        title="Starting web",
        result=result,
        started=1e9,
        ended=1e9 + 2,
        command=command,
    )


def test_what_was_done_is_known_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "state" / "activity.jsonl"
    first = Journal(path)
    first.load()
    first.add(_entry(first.next_number))
    first.add(_entry(first.next_number, result="failed"))
    second = Journal(path)
    second.load()
    assert [(e.number, e.result) for e in second.entries] == [(1, "done"), (2, "failed")]
    assert second.next_number == 3
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_damaged_line_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "activity.jsonl"
    Journal(path).add(_entry(1))
    with path.open("ab") as file:
        file.write(b'{"number": 2, "tit\n\xff\xfe\n')
    Journal(path).add(_entry(3))
    again = Journal(path)
    again.load()
    assert [e.number for e in again.entries] == [1, 3]


def test_the_file_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT", 5)
    kept = Journal(tmp_path / "activity.jsonl")
    kept.entries = type(kept.entries)(maxlen=5)
    for number in range(1, 24):
        kept.add(_entry(number))
    assert len((tmp_path / "activity.jsonl").read_bytes().splitlines()) <= 10
    again = Journal(tmp_path / "activity.jsonl")
    again.load()
    assert [e.number for e in again.entries] == [19, 20, 21, 22, 23]


def test_clearing_forgets_everything(tmp_path: Path) -> None:
    kept = Journal(tmp_path / "activity.jsonl")
    kept.add(_entry(1))
    kept.clear()
    assert not kept.entries
    assert not (tmp_path / "activity.jsonl").exists()


@settings(max_examples=40)
@given(st.text(), st.text(), st.sampled_from(["done", "failed", "cancelled"]))
def test_a_script_never_runs_anything_but_its_commands(
    title: str, argument: str, result: str
) -> None:
    argument = argument.replace("\0", "").encode("utf-8", "ignore").decode()
    title = title.replace("\0", "").encode("utf-8", "ignore").decode()
    command = shlex.join(["docker", "start", argument])
    entry = Entry(number=1, title=title, result=result, started=1e9, ended=1e9, command=command)
    ran = subprocess.run(
        ["sh", "-c", 'docker() { printf "%s\\0" "$@"; }\n' + script([entry])],
        stdout=subprocess.PIPE,
        check=True,
    )
    told = f"start\0{argument}\0".encode()
    assert ran.stdout == (told if result == "done" and "••••" not in command else b"")


def test_a_masked_secret_is_not_run() -> None:
    told = script([_entry(1, "docker run -e PASSWORD=•••••••• db")])
    assert "\n# secret taken out: docker run" in told
