"""How long an exec that has ended is remembered."""

import time
from types import SimpleNamespace
from typing import Any

import pytest

from davit_engine.containers.execs import REMEMBERED, ExecConfig, Execs
from davit_engine.containers.model import Config, Container, HostConfig, State
from davit_engine.errors import NotFound
from davit_engine.events import EventBus


def _container() -> Container:
    return Container(
        id="c" * 64,
        name="web",
        created_ns=0,
        image_id="",
        layers=(),
        path="sleep",
        args=(),
        config=Config(),
        host_config=HostConfig(),
        state=State(status="running"),
    )


def test_an_exec_that_ended_long_ago_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    others: Any = SimpleNamespace(has_process=lambda id: True)
    execs = Execs(others, others, others, EventBus(), others)
    config = ExecConfig(cmd=["true"])
    ended, running = (execs.create(_container(), config) for _ in range(2))
    execs.get(ended).end()
    now += REMEMBERED / 2
    late = execs.create(_container(), config)
    execs.get(late).end()
    assert execs.get(ended).id == ended
    now += REMEMBERED / 2 + 1
    execs.create(_container(), config)
    assert execs.get(running).id == running
    assert execs.get(late).id == late
    with pytest.raises(NotFound):
        execs.get(ended)
