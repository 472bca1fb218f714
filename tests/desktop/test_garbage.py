"""The collector leaves out what the program has made before, and collects what comes after."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from davit_desktop import garbage


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


class Ring:
    def __init__(self) -> None:
        self.me = self


def test_what_was_there_is_left_out_and_what_comes_is_collected() -> None:
    garbage.put_off()
    assert not gc.isenabled()
    garbage.leave_out_what_there_is()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 1_000
    gone = weakref.ref(Ring())
    gc.collect()
    assert gone() is None
