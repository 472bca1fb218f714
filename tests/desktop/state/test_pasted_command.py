"""Commands that people copy from anywhere: taken, or named with the reason."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.run_command import command_words
from davit_desktop.client.run_spec import Surroundings
from davit_desktop.state.pasted_command import LONGEST, pasted

HERE = Surroundings(environ={"HOME": "/home/me", "SECRET": "x"}, directory="/home/me")


def words(text: str) -> list[str]:
    found = pasted(text, HERE)
    assert found.spec is not None, found.problem
    return command_words(found.spec)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("docker run nginx", ["-d", "nginx"]),
        ("$ sudo docker container run -it nginx sh", ["-d", "-i", "-t", "nginx", "sh"]),
        ("# docker run nginx  # the web", ["-d", "nginx"]),
        ("me@host:~$ podman run --rm nginx", ["-d", "--rm", "nginx"]),
        ("PS C:\\Users\\me> docker.exe run nginx", ["-d", "nginx"]),
        ("A=1 /usr/bin/docker run nginx", ["-d", "nginx"]),
        ("run -p 80:80 nginx", ["-d", "-p", "80:80", "nginx"]),
        ("-p 80:80 nginx", ["-d", "-p", "80:80", "nginx"]),
        ("docker pull nginx && docker run nginx", ["-d", "nginx"]),
        ("docker run \\\n  -p 80:80 \\\r\n nginx", ["-d", "-p", "80:80", "nginx"]),
        ("docker run ^\r\n  -p 80:80 ^\r\n nginx", ["-d", "-p", "80:80", "nginx"]),
        ('docker run `\n  -e A="x `"y" `\n nginx', ["-d", "-e", 'A=x "y', "nginx"]),
        ("docker run -v C:\\data:/d nginx", ["-d", "-v", "C:\\data:/d", "nginx"]),
        ("docker run -v ~/d:/d nginx", ["-d", "-v", "/home/me/d:/d", "nginx"]),
        ('docker run -v "$HOME/a b":/d nginx', ["-d", "-v", "/home/me/a b:/d", "nginx"]),
        ("docker run nginx sh -c 'echo \"$A\"'", ["-d", "nginx", "sh", "-c", 'echo "$A"']),
        ('docker run -e "A=\\"x\\" \\y" nginx', ["-d", "-e", 'A="x" \\y', "nginx"]),
        ("docker run nginx ''", ["-d", "nginx", ""]),
    ],
)
def test_commands_as_they_are_written(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert pasted(text, HERE).notes == ()


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("docker run -v $(pwd):/a x", "$(pwd): only your shell knows"),
        ("docker run -v $PWD:/a x", "$PWD: only your shell knows"),
        ('docker run -v "${PWD}":/a x', "${PWD}: only your shell knows"),
        ("docker run -v %cd%:/a x", "%cd%: only your shell knows"),
        ("docker run -e A=`id -u` x", "`id -u`: only your shell knows"),
        ("docker run -e A=$SECRET x", "$SECRET: only your shell knows"),
        ("docker run -v ./a:/a x", "./a: Davit does not know the folder"),
        ("docker run --mount type=bind,src=../a,dst=/a x", "../a: Davit does not know"),
        ("docker run x | grep y", "What follows the command is not taken: | grep y"),
        ("docker run x > log 2>&1", "What follows the command is not taken: > log"),
        ("docker run --gpus all x", "--gpus all is not taken: --gpus is not supported"),
        ("docker run --nope x", "--nope: docker run has no such flag"),
        ("docker run --pod p x", "--pod: docker run has no such flag"),
        ("docker run -m 1x x", "-m 1x is not taken: invalid size: '1x'"),
        ("docker run -a stdin x", "-a stdin is not taken: the window shows"),
        ("docker run --env-file vars x", "--env-file vars is not taken: open vars"),
        ("docker run --rm --restart always x", "is not taken: conflicting options"),
        ("docker -H tcp://a:1 run x", "-H tcp://a:1: it runs in the engine"),
        ("docker create x", "docker create does not start"),
    ],
)
def test_what_is_not_taken_or_not_known_is_named(text: str, note: str) -> None:
    assert words(text)[-1] == "x"
    assert note in "\n".join(pasted(text, HERE).notes)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("hello", "There is no docker run in this text."),
        ("docker ps", "There is no docker run in this text."),
        ("docker run", "The command names no image."),
        ("docker run -it -p", "The command names no image."),
        ("docker run 'x", "This is not a command: a quote is not closed."),
        ("docker run $(x", "This is not a command: a $( is not closed."),
        ("docker run x" * LONGEST, "The text is too long to be a command."),
    ],
)
def test_a_text_without_a_command_is_told(text: str, problem: str) -> None:
    assert pasted(text, HERE).problem == problem


def test_variables_of_the_windows_own_environment_stay_out() -> None:
    assert "x" not in words("docker run -e SECRET -e A=$SECRET img")[1:-1]


PARTS = ["docker ", "run ", "-e ", "A=", "$(", ")", "'", '"', "\\", "\n", "`", "^", "%x%", "|", "-"]


@given(st.lists(st.sampled_from([*PARTS, "x ", "--rm ", "-it "]), max_size=30))
def test_any_text_is_taken_or_told(parts: list[str]) -> None:
    found = pasted("".join(parts), HERE)
    assert (found.spec is None) == bool(found.problem)


@pytest.mark.parametrize("part", ["docker ", "$(", "-e A=1 ", "--rm --restart always ", "a/", "`"])
def test_no_text_takes_long(part: str) -> None:
    began = time.perf_counter()
    pasted("docker run " + part * (LONGEST // len(part) - 10) + " x", HERE)
    assert time.perf_counter() - began < 10
