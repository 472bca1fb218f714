"""Dockerfiles taken apart: what is in them, where it stood, and what is wrong with them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davit_engine.build.dockerfile import DockerfileError, parse_lines
from davit_engine.build.instructions import (
    Arg,
    Cmd,
    Copy,
    Env,
    HealthcheckOf,
    Run,
    parse_dockerfile,
)


def test_comments_directives_and_continuations() -> None:
    lines = parse_lines(
        "# escape=`\n# a comment\nFROM busybox\n  RUN echo one `\n    # inside\n    && echo two\n"
    )
    assert lines.directives == {"escape": "`"}
    assert [node.keyword for node in lines.nodes] == ["FROM", "RUN"]
    run = lines.nodes[1]
    assert run.text == "RUN echo one     && echo two"
    assert (run.line, run.end_line) == (4, 6)
    assert run.place(0) == (4, 3)
    assert run.place(run.text.index("&&")) == (6, 5)


def test_a_directive_after_a_comment_is_a_comment() -> None:
    assert parse_lines("# hello\n# escape=`\nFROM a").escape == "\\"


def test_heredocs() -> None:
    dockerfile = parse_dockerfile(
        "FROM a\n"
        "RUN <<EOF\n"
        "echo one\n"
        "EOF\n"
        "RUN python3 <<-'EOF'\n"
        "\tprint(1)\n"
        "\tEOF\n"
        'COPY <<one <<"two" /there/\n'
        "first $A\n"
        "one\n"
        "second $A\n"
        "two\n"
        "CMD done\n"
    )
    first, second, copy, cmd = dockerfile.stages[0].instructions
    assert isinstance(first, Run)
    assert isinstance(second, Run)
    assert isinstance(copy, Copy)
    assert isinstance(cmd, Cmd)
    assert first.command.words == ("echo one\n",)
    assert second.command.words == ("python3 <<-'EOF'\nprint(1)\nEOF",)
    assert [(h.name, h.expand, h.content) for h in copy.heredocs] == [
        ("one", True, "first $A\n"),
        ("two", False, "second $A\n"),
    ]
    assert copy.target == "/there/"


def test_flags_and_forms() -> None:
    dockerfile = parse_dockerfile(
        "ARG BASE=busybox VERSION\n"
        "FROM --platform=linux/amd64 $BASE AS First\n"
        'COPY --from=x --chown=a:b --chmod=755 ["a b", "c d/"]\n'
        "RUN --mount=type=cache,target=/c,sharing=locked --network=none true\n"
        'CMD ["a", "b"]\n'
        "CMD a b\n"
        "ENV a=b c='d e' f=\\ g\n"
        "ENV old form = kept\n"
        "HEALTHCHECK --interval=1m --retries=3 CMD x y\n"
    )
    assert isinstance(dockerfile.args[0], Arg)
    assert dockerfile.args[0].args == (("BASE", "busybox"), ("VERSION", None))
    stage = dockerfile.stages[0]
    assert (stage.name, stage.base, stage.platform) == ("first", "$BASE", "linux/amd64")
    copy, run, words, line, env, old, check = stage.instructions
    assert isinstance(copy, Copy)
    assert (copy.sources, copy.target, copy.chown, copy.chmod) == (
        ("a b",),
        "c d/",
        "a:b",
        "755",
    )
    assert isinstance(run, Run)
    assert run.mounts[0].kind == "cache"
    assert run.mounts[0].sharing == "locked"
    assert run.network == "none"
    assert isinstance(words, Cmd)
    assert words.command.words == ("a", "b")
    assert isinstance(line, Cmd)
    assert line.command.by_shell
    assert isinstance(env, Env)
    assert env.pairs == (("a", "b"), ("c", "'d e'"), ("f", "\\ g"))
    assert isinstance(old, Env)
    assert old.pairs == (("old", "form = kept"),)
    assert isinstance(check, HealthcheckOf)
    assert (check.check.interval, check.check.retries) == (60 * 10**9, 3)


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("FROM a\nRUNN x", "unknown instruction: RUNN (did you mean RUN?)", (2, 1)),
        ("RUN x", "no build stage in current context", (1, 5)),
        ("FROM", "FROM requires either one or three arguments", (1, 5)),
        ("FROM a AS 1b", 'invalid name for build stage: "1b"', (1, 6)),
        ("FROM a\nCOPY x", "COPY requires at least two arguments", (2, 6)),
        ("FROM a\nCOPY --form=b x y", "unknown flag: --form (did you mean --from?)", (2, 6)),
        ("FROM a\nCOPY --from=b --from=c x y", "duplicate flag specified: --from", (2, 6)),
        ("FROM a\nENV x", "ENV must have two arguments", (2, 6)),
        ("FROM a\nENV a=b c", 'can\'t find = in "c"', (2, 9)),
        ("FROM a\nRUN <<EOF\nx", "unterminated heredoc", (2, 5)),
        ("FROM a\nSHELL sh", "SHELL requires the arguments to be in JSON form", (2, 7)),
        ("FROM a\nONBUILD FROM b", "FROM isn't allowed as an ONBUILD trigger", (2, 9)),
        ("FROM a\nRUN --mount=type=secret true", "id, target or env is required", (2, 5)),
        ("# escape=x\nFROM a", "invalid escape token", (1, 1)),
        ("", "file with no instructions", (1, 1)),
    ],
)
def test_errors_name_the_place(text: str, words: str, place: tuple[int, int]) -> None:
    with pytest.raises(DockerfileError) as caught:
        parse_dockerfile(text)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"dockerfile parse error on line {place[0]}: ")
    assert (caught.value.line, caught.value.column) == place


WORDS = ("FROM a", "RUN", "COPY", "--from=", "<<E", "E", "\\", "`", '"', "'", "[", '["a"]', "$",
         "${a:-", "}", "#", "# escape=", "\n", " ", "\t", "=", "ARG", "ENV", "HEALTHCHECK CMD",
         "ONBUILD", "--mount=", "type=cache", ",", "\x00", "\ufeff", "é")  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join) | st.text(max_size=80))
def test_any_text_is_parsed_or_refused_with_a_place(text: str) -> None:
    place = (1, 1)
    try:
        parse_dockerfile(text)
    except DockerfileError as error:
        place = (error.line, error.column)
    assert 1 <= place[0] <= text.count("\n") + 1
    assert place[1] >= 1


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.lists(st.from_regex(r"[a-z0-9/.-]{1,8}", fullmatch=True), min_size=1, max_size=5),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(["\\", "`"]),
)
def test_an_instruction_says_the_same_on_one_line_and_on_many(
    commands: list[list[str]], escape: str
) -> None:
    head = f"# escape={escape}\n"
    plain = head + "".join(f"RUN {' '.join(words)}\n" for words in commands)
    split = head + "".join(
        f"RUN {f' {escape}{chr(10)}# no{chr(10)}'.join(words)}\n" for words in commands
    )
    assert [node.text for node in parse_lines(plain).nodes] == [
        node.text for node in parse_lines(split).nodes
    ]
    for node in parse_lines(split).nodes:
        for offset in range(len("RUN "), len(node.text)):
            line, column = node.place(offset)
            assert split.split("\n")[line - 1][column - 1] == node.text[offset]


def test_stages_are_bounded() -> None:
    parse_dockerfile("FROM a\n" * 1000)
    with pytest.raises(DockerfileError, match="more than 1000 stages"):
        parse_dockerfile("FROM a\n" * 1001)
