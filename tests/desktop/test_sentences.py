"""The forms of the machine's sentences are found in its sources, and the table is up to date."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"


@pytest.fixture(scope="module")
def sentences() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sentences", DESKTOP / "sentences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_holds_what_the_sources_say(sentences: ModuleType) -> None:
    kept = (DESKTOP / "davit_desktop/state/machine_sentences.py").read_text("utf-8")
    assert kept == sentences.table(), "run `make words`, and translate what is new"


SOURCE = '''
"""A module of the machine."""

class PortTaken(MachineError):
    """Another program listens there."""

log.info("nobody reads this")
_ADVICE = {State.STOPPED: "Start it again"}

def look(free, place):
    """Looks around."""
    why = f"only {free // MIB} MiB are free where {place.name} lies"
    argv = ["qemu-system", "-m size"]
    note = None if free else f"{len(free)} of {free} are left"
    raise PortTaken("Cannot open " + name(), why, "Choose less." if free else "Choose more.")
    return f"it was ended by {str(place)}" or "nobody did so"
'''


def test_a_sentence_is_what_is_given_to_errors_and_told(
    sentences: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "look.py").write_text(SOURCE, "utf-8")
    assert sentences.forms(tmp_path) == [
        "Cannot open",
        "Choose less.",
        "Choose more.",
        "Start it again",
        "it was ended by {place}",
        "nobody did so",
        "only {free} MiB are free where {name} lies",
        "{free} of {free2} are left",
    ]
