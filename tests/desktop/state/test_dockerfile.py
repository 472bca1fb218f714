"""What a form and an error read in a Dockerfile."""

import time

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.state.dockerfile import excerpt, outline

TEXT = r"""
# syntax=docker/dockerfile:1
ARG VERSION=1.0
ARG BASE="debian:12" HTTP_PROXY
FROM --platform=$BUILDPLATFORM $BASE AS Compile
ARG DEBUG
RUN <<EOF cat
FROM not AS this
EOF
RUN echo \
    # a comment between
    FROM neither
from compile
copy <<-A <<B /x/
	A
FROM nor
B
FROM scratch as last
ARG TARGETARCH
"""


def test_stages_and_arguments() -> None:
    found = outline(TEXT.lstrip())
    assert found.stages == ("compile", "1", "last")
    assert found.arguments == (("VERSION", "1.0"), ("BASE", "debian:12"), ("DEBUG", ""))
    assert found.bases == ("$BASE", "compile", "scratch")


def test_another_escape_character() -> None:
    assert outline("# escape=`\nFROM a AS `\n b\nRUN x \\\nFROM c").stages == ("b", "1")


@given(st.text(alphabet="FROMARGas \\\n#=<x-`\"'\t\r\0é", max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = outline(text)
    assert len(found.stages) == len(found.bases)


def test_texts_made_to_be_slow_are_not() -> None:
    began = time.perf_counter()
    outline("FROM " + "--a " * 50_000 + "\n" + "RUN " + "<<" * 50_000 + "\nARG " + "a=" * 50_000)
    outline("RUN <<A\n" * 19_000)
    assert time.perf_counter() - began < 10


def test_the_lines_around_a_place() -> None:
    text = "".join(f"{n}\n" for n in range(1, 10))
    assert [(line.number, line.marked) for line in excerpt(text, 2, 3, 2)] == [
        (1, False),
        (2, True),
        (3, True),
        (4, False),
        (5, False),
    ]
    assert [line.number for line in excerpt(text, 9, 99)] == [6, 7, 8, 9]
    assert excerpt(text, 0, 0) == excerpt(text, 99, 99) == []
