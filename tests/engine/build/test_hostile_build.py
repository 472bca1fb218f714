"""Dockerfiles, patterns and contexts that mean harm are refused, or cost little."""

import contextlib
import os
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from davit_engine.build import context, ignore, sources
from davit_engine.build.dockerfile import DockerfileError
from davit_engine.build.instructions import STAGES_MAX, parse_dockerfile
from davit_engine.build.words import WordError, expand
from davit_engine.errors import InvalidParameter
from fixtures.hostile import CASES, Case, canary_is_whole, set_canary

SECONDS = 10.0
"""Of the processor; the cases take some tenths where the machine is idle."""


@pytest.fixture
def quick() -> Iterator[None]:
    begun = time.process_time()
    yield
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "FROM scratch\n" * 300_000,
        "ARG A\n" * 600_000 + "FROM a\n",
        f"FROM a\nRUN {'<<A ' * 3000}\n" + "x\n" * 100_000,
        "FROM a\nRUN echo \0\n",
        "FROM a\n" + "# c\n" * 2_000_000,
        "FROM a\nONBUILD ONBUILD RUN x\n",
    ],
    ids=["stages", "arguments", "heredocs", "nul", "length", "triggers"],
)
def test_a_dockerfile_is_refused_at_once(quick: None, text: str) -> None:
    with pytest.raises(DockerfileError):
        parse_dockerfile(text)


@pytest.mark.parametrize(
    "line",
    [
        'ENV a="' + '"a="' * 100_000,
        "CMD " + "[" * 500_000,
        "RUN a\\\n" + "\\\n" * 500_000 + "b",
        "RUN " + "x" * 3_000_000,
        "EXPOSE " + "1-65535 " * 100_000,
        "RUN echo " + "${a:-" * 200_000,
    ],
    ids=["quotes", "lists", "continuations", "length", "ports", "braces"],
)
def test_a_long_line_takes_no_longer_than_its_length_asks(quick: None, line: str) -> None:
    assert len(parse_dockerfile(f"FROM a\n{line}\n").stages[0].instructions) == 1


def test_as_many_stages_as_may_be(quick: None) -> None:
    chain = "".join(f"FROM s{at} AS s{at + 1}\n" for at in range(STAGES_MAX - 1))
    assert len(parse_dockerfile(f"FROM a AS s0\n{chain}").stages) == STAGES_MAX


@pytest.mark.parametrize(
    "word",
    [
        "${V//" + "a*" * 1000 + "b/x}",
        "${V##" + "*a" * 1000 + "b}",
        "${V%%" + "b*" * 1000 + "}",
        "${a:-" * 1000 + "}" * 1000,
        "$V" * 1000,
    ],
    ids=["everywhere", "front", "end", "depth", "growth"],
)
def test_a_variable_is_no_bomb(quick: None, word: str) -> None:
    with pytest.raises(WordError):
        expand(word, {"V": "ab" * 10_000})


def test_patterns_without_number(quick: None) -> None:
    patterns = ignore.parse_ignore("*a\n!b\n" * 100_000)
    assert not ignore.excluded("Dockerfile", patterns)


@pytest.mark.parametrize(
    "pattern", ["*a" * 2000, "a*" * 2000, "**/" * 1300 + "b", "[a-z]*" * 600, "**/a/" * 800 + "b"]
)
def test_a_pattern_never_backtracks(quick: None, pattern: str) -> None:
    parsed = ignore.parse_pattern(pattern)
    assert not ignore.excluded("/".join(["a" * 250] * 15), [parsed, parsed])


def test_patterns_longer_than_any_path_are_refused() -> None:
    with pytest.raises(InvalidParameter, match="no path is longer"):
        ignore.parse_pattern("*a" * 3000)


@pytest.mark.parametrize("pattern", ["../../etc", "!../x", "../etc/shadow"])
def test_patterns_lead_nowhere_outside(pattern: str) -> None:
    assert not ignore.excluded("etc/shadow", ignore.parse_ignore(f"{pattern}\n"))


MARKS = ("A06", "A07")
"""Cases of what marks a deletion in a layer; in a context those are ordinary names."""


@pytest.mark.root
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.row}-{case.name}")
async def test_a_context_touches_nothing_outside(case: Case, tmp_path: Path) -> None:
    async def sent() -> AsyncIterator[bytes]:
        yield case.make()

    root = tmp_path / "root"
    root.mkdir()
    set_canary(tmp_path)
    if case.row in MARKS:
        with contextlib.suppress(InvalidParameter):
            await context.receive(sent(), root)
    elif case.refused:
        with pytest.raises(InvalidParameter):
            await context.receive(sent(), root)
    else:
        await context.receive(sent(), root)
    assert canary_is_whole(tmp_path)


Finder = Callable[[str], list[sources.Source]]


@pytest.fixture
def find(tmp_path: Path) -> Iterator[Finder]:
    """Look a word of COPY up in a context with links out of it."""
    (tmp_path / "canary").write_text("secret")
    root = tmp_path / "context"
    (root / "folder").mkdir(parents=True)
    (root / "absolute").symlink_to("/canary")
    (root / "relative").symlink_to("../canary")
    (root / "folder/up").symlink_to("../..")
    (root / "round").symlink_to("round")
    (root / "proc").symlink_to("/proc/self/root")
    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    yield lambda word: sources.find(descriptor, word, "COPY")
    os.close(descriptor)


@pytest.mark.parametrize(
    "word",
    [
        "absolute",
        "relative",
        "folder/up/canary",
        "round",
        "proc/etc/passwd",
        "../canary",
        "a/../..",
    ],
)
def test_no_link_of_a_context_leads_out(find: Finder, word: str) -> None:
    with pytest.raises(InvalidParameter):
        find(word)


def test_no_pattern_leads_out(find: Finder) -> None:
    found = [source.path for source in find("*/*")]
    assert found == ["folder/up"]
    assert find("folder/up/canar*") == []


@pytest.mark.parametrize("name", ["Dockerfile", ".dockerignore"])
async def test_a_pipe_in_place_of_a_file_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    root = os.open(tmp_path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with pytest.raises(InvalidParameter):
            await context.read_dockerfile(root, "Dockerfile")
        await context.leave_out(root, "Dockerfile")
    finally:
        os.close(root)
