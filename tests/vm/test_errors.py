"""Errors as sentences, and their way over the control socket."""

import msgspec
import pytest

from davit_vm import errors
from davit_vm.errors import MachineError, PortTaken, WireError, from_wire, to_wire

CLASSES = [MachineError, *MachineError.__subclasses__()]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_an_error_survives_the_control_socket(cls: type[MachineError]) -> None:
    raised = cls("Cannot start", "it is late", "Sleep.", "raw\noutput")
    record = msgspec.json.decode(msgspec.json.encode(to_wire(raised)), type=WireError)
    rebuilt = from_wire(record)
    assert type(rebuilt) is cls
    assert rebuilt.problem == raised.problem


def test_kinds_are_distinct() -> None:
    assert len({cls.kind for cls in CLASSES}) == len(CLASSES)


def test_a_kind_of_a_newer_supervisor_is_still_an_error_with_its_words() -> None:
    rebuilt = from_wire(WireError(kind="moon-phase", what="Cannot start", hint="Wait."))
    assert type(rebuilt) is MachineError
    assert rebuilt.problem.hint == "Wait."


def test_the_sentence_has_what_and_why() -> None:
    assert str(PortTaken("Cannot open 127.0.0.1:80/tcp", "it is in use", "Stop it.")) == (
        "Cannot open 127.0.0.1:80/tcp: it is in use"
    )
    assert str(PortTaken("Cannot open it")) == "Cannot open it"


def test_every_class_is_in_the_drawing() -> None:
    assert errors.__doc__ is not None
    for cls in CLASSES:
        assert cls.__name__ in errors.__doc__
