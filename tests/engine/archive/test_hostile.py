"""The whole corpus of hostile archives against the reader and a folder."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from davit_engine.archive.apply import Applied, Options, Whiteouts, apply
from davit_engine.archive.tar import TarReader
from davit_engine.errors import InvalidParameter
from fixtures.hostile import CASES, Case, canary_is_whole, set_canary

pytestmark = pytest.mark.root


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    set_canary(tmp_path)
    return tmp_path


def unpack(data: bytes, root: Path, options: Options, step: int = 1 << 20) -> Applied:
    root.mkdir(exist_ok=True)
    pieces = iter([data[at : at + step] for at in range(0, len(data), step)])
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        return apply(TarReader(lambda: next(pieces, b"")), handle, options)
    finally:
        os.close(handle)


def entries(root: Path) -> Iterator[Path]:
    for path in root.rglob("*"):
        if not path.is_symlink():
            yield path


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("whiteouts", list(Whiteouts))
def test_nothing_outside_is_touched(case: Case, whiteouts: Whiteouts, beside: Path) -> None:
    try:
        unpack(case.make(), beside / "root", Options(whiteouts=whiteouts))
        refused = False
    except InvalidParameter:
        refused = True
    # Only a layer knows whiteouts; elsewhere they are files, and a device 0:0 is nothing.
    if whiteouts is Whiteouts.ORDINARY and case.row in ("A06", "A07"):
        assert refused in (case.refused, case.row == "A07")
    else:
        assert refused == case.refused
    assert canary_is_whole(beside)
    assert sorted(path.name for path in beside.iterdir()) == ["canary", "root"]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_outcome_does_not_depend_on_how_the_stream_is_cut(case: Case, beside: Path) -> None:
    data = case.make()
    if len(data) > 100_000:
        data = data[:100_000]
    outcomes = []
    for number, step in enumerate((1 << 20, 511, 512, 700)):
        root = beside / f"root{number}"
        try:
            unpack(data, root, Options(), step)
        except InvalidParameter as error:
            outcomes.append(str(error))
        else:
            outcomes.append(sorted(os.fsencode(p.relative_to(root)) for p in root.rglob("*")))
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_what_speaks_to_overlayfs_is_dropped(beside: Path) -> None:
    for case in CASES:
        if case.row == "A07" and not case.refused:
            unpack(case.make(), beside / "root", Options())
    assert os.listxattr(beside / "root/d") == []
