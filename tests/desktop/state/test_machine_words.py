"""The machine's sentences are known by their forms and said in the person's language."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop import translation
from davit_desktop.state.machine_sentences import FORMS
from davit_desktop.state.machine_words import told, told_check, told_status
from davit_vm.diagnosis import _Patient
from davit_vm.errors import PortTaken
from davit_vm.host.detect import detect_host
from davit_vm.paths import machine_paths
from davit_vm.status import Check, Forward, Share, State, Status


@pytest.fixture
def loud() -> Iterator[None]:
    """A language in which everything that is translated stands in brackets."""
    translation.use(lambda text, comment, n: f"<{text}>")
    yield
    translation.use(None)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("The machine is stopped.", "<The machine is stopped.>"),
        ("only 5 MiB are free where /home lies", "<only 5 MiB are free where /home lies>"),
        ("Cannot share /a: it is not a folder", "<Cannot share /a>: <it is not a folder>"),
        ("needs: clock", "<needs: <clock>>"),
        ("The machine is asleep.", "<The machine is <asleep>.>"),
        ("it is in use by container web", "<it is in use by <container web>>"),
        (
            "See why: davit machine logs qemu. Restart it: davit machine restart",
            "<See why: davit machine logs qemu.> <Restart it: davit machine restart>",
        ),
        ("127.0.0.1:80/tcp: it is in use", "127.0.0.1:80/tcp: <it is in use>"),
        ("qemu-system: Could not open '/x'", "qemu-system: Could not open '/x'"),
        ("{path} %n", "{path} %n"),
        ("", ""),
    ],
)
@pytest.mark.usefixtures("loud")
def test_a_sentence_is_known_by_its_form(said: str, wanted: str) -> None:
    assert told(said) == wanted


def test_in_english_a_sentence_stays_as_the_machine_said_it() -> None:
    said = [form.replace("{", "a").replace("}", "z") for form in FORMS]
    assert [told(text) for text in said] == said


@given(st.text(max_size=300))
def test_any_text_at_all_is_told_and_in_english_unchanged(text: str) -> None:
    assert told(text) == text


@pytest.mark.parametrize("text", ["a: b. c, " * 220, "it is in use by " * 120, "x" * 3_000_000])
@pytest.mark.usefixtures("loud")
def test_a_text_made_to_be_slow_is_not(text: str) -> None:
    began = time.process_time()
    told(text)
    assert time.process_time() - began < 0.1


@pytest.mark.usefixtures("loud")
def test_all_that_a_status_says_is_told() -> None:
    problem = PortTaken("QEMU failed", "it is in use", "Choose another.", "it is in use").problem
    status = Status(
        state=State.FAILED,
        home="/none",
        accelerator_note="The machine failed",
        problem=problem,
        forwards=(
            Forward(
                protocol="tcp", host_ip="::", host_port=1, guest_port=1, problem="it is in use"
            ),
        ),
        shares=(Share(path="none", problem="/a is not a folder"),),
    )
    found = told_status(status)
    assert found.accelerator_note == "<The machine failed>"
    assert found.problem is not None
    assert found.problem.what == "<QEMU failed>"
    assert found.problem.details == "it is in use"
    assert found.forwards[0].problem == "<it is in use>"
    assert found.shares[0].problem == "</a is not a folder>"
    assert (found.home, found.shares[0].path) == ("/none", "none")


@pytest.mark.usefixtures("loud")
def test_every_check_has_a_name_in_the_persons_language() -> None:
    status = Status(state=State.ABSENT, home="/none")
    patient = _Patient(detect_host(), machine_paths(), status)
    names = [name for name, _, _ in patient.checks()]
    shown = {told_check(Check(name=name, ok=True, detail="")).name for name in names}
    assert {name for name in shown if not name.startswith("<")} == {"QEMU", "SSH"}
