"""Presets and history keep what was run, and no secret."""

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.run_command import parse_run
from davit_desktop.state.run_presets import (
    RunMemory,
    SavedRun,
    described,
    docker_run,
    saved,
)

WEB = parse_run(["-d", "--name", "web", "-p", "8080:80", "-e", "A=1", "nginx:1"])
WITH_SECRETS = parse_run(
    [
        *("-d", "-e", "DB_PASSWORD=hunter2", "-e", "URL=postgres://me:hunter2@db/x", "-e", "B=2"),
        "nginx",
    ]
)


def test_a_run_comes_back_as_it_was() -> None:
    assert saved(WEB, "dev").spec() == WEB


def test_secrets_are_asked_for_again() -> None:
    kept = saved(WITH_SECRETS)
    assert "hunter2" not in repr(kept)
    assert kept.asks == ("DB_PASSWORD", "URL")
    spec = kept.spec()
    assert spec is not None
    assert spec.env == ("B=2", "DB_PASSWORD=", "URL=")


def test_what_can_no_longer_be_read_is_none() -> None:
    assert SavedRun(image="x", words=("--gone", "x")).spec() is None


def test_the_same_run_again_is_only_the_newest() -> None:
    memory = RunMemory()
    for when in (1.0, 2.0):
        memory = memory.with_recent(saved(WEB, when=when))
    assert [run.when for run in memory.recent] == [2.0]


def test_a_few_runs_of_each_image_are_remembered() -> None:
    memory = RunMemory().with_recent(saved(WITH_SECRETS))
    for number in range(20):
        memory = memory.with_recent(saved(parse_run(["-e", f"N={number}", "redis:7"])))
    assert len(memory.of("redis").recent) == 5
    assert len(memory.of("nginx:other").recent) == 1


def test_a_preset_of_the_same_title_and_image_is_replaced() -> None:
    memory = RunMemory().with_preset(saved(WEB, "dev")).with_preset(saved(WITH_SECRETS, "dev"))
    assert [preset.asks for preset in memory.presets] == [("DB_PASSWORD", "URL")]
    assert memory.without_preset(memory.presets[0]) == RunMemory()


def test_a_run_is_told_from_another_of_its_image() -> None:
    assert described(saved(WEB)) == "nginx:1, web, 8080 → 80, 1 variable"


def test_the_command_is_covered_on_request() -> None:
    assert "hunter2" in docker_run(WITH_SECRETS)
    assert "hunter2" not in docker_run(WITH_SECRETS, covered=True)


@given(st.lists(st.text(min_size=1).filter(lambda t: not t.startswith("=")), max_size=3))
def test_any_variable_is_kept_or_asked_for(env: list[str]) -> None:
    spec = saved(parse_run([w for text in env for w in ("-e", text)] + ["x"])).spec()
    assert spec is not None
    names = {text.partition("=")[0] for text in env}
    assert {text.partition("=")[0] for text in spec.env} == names
