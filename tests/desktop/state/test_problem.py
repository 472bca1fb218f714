"""Errors in words: what failed, why, what to try, and the raw text behind it."""

from davit_desktop.client.errors import Conflict, EngineFault, EngineUnreachable, api_error
from davit_desktop.state.problem import problem


def test_a_port_in_use_is_named() -> None:
    raw = (
        "driver failed programming external connectivity on endpoint web (12ab): "
        "Bind for 127.0.0.1:8080 failed: port is already allocated"
    )
    told = problem("Cannot start web", EngineFault(500, raw))
    assert told.reason == "Port 8080 is in use"
    assert told.advice
    assert told.details == raw
    assert told.text.startswith("Cannot start web: Port 8080 is in use")


def test_prefixes_of_the_daemon_are_not_shown() -> None:
    told = problem("Cannot start web", api_error(500, "Error response from daemon: no space left"))
    assert told.reason == "No space left"


def test_a_name_in_use_says_what_to_do() -> None:
    told = problem(
        "Cannot run", Conflict(409, 'The container name "/a" is already in use by container "b"')
    )
    assert "another name" in told.advice


def test_an_engine_that_is_away_brings_its_own_hint() -> None:
    told = problem("Cannot stop web", EngineUnreachable("unix:///x", "gone", "Start it."))
    assert (told.reason, told.advice) == ("The engine does not answer", "Start it.")


def test_a_mistake_of_our_own_is_called_one() -> None:
    told = problem("Cannot stop web", KeyError("x"))
    assert told.reason == "Davit made a mistake"
    assert told.details == "KeyError: 'x'"


def test_a_registry_out_of_reach_is_named() -> None:
    raw = 'Get "https://registry.example/v2/": dial tcp 192.0.2.1:443: connect: connection refused'
    told = problem("Cannot pull web", EngineFault(500, raw))
    assert told.reason == "The registry registry.example cannot be reached: connection refused"
    assert told.details == raw
