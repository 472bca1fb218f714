"""Steps for a platform that cannot run here are refused before anything runs."""

import pytest

from davit_engine.build.args import BuildArgs, platform_args
from davit_engine.build.dockerfile import DockerfileError
from davit_engine.build.emulation import check_plan
from davit_engine.build.instructions import parse_dockerfile
from davit_engine.build.stages import plan
from davit_engine.images.manifest import Platform, wanted_platform
from davit_engine.kernel.binfmt import Emulator

OWN = Platform(os="linux", architecture="amd64")


def checked(text: str, platform: str, *emulators: Emulator) -> None:
    target = wanted_platform(platform, OWN)
    args = BuildArgs({}, platform_args(target, OWN))
    check_plan(plan(parse_dockerfile(text), args, "", {}), target, OWN, emulators)


def arm64(*, everywhere: bool) -> Emulator:
    return Emulator(architecture="arm64", interpreter="/usr/bin/q", everywhere=everywhere)


def test_only_what_runs_needs_an_emulator() -> None:
    checked("FROM scratch\nCOPY a /\n", "linux/arm64")
    checked("FROM --platform=$BUILDPLATFORM a AS b\nRUN x\nFROM c\nCOPY --from=b x /\n", "arm64")
    checked("FROM a AS unused\nRUN x\nFROM c\n", "arm64")
    checked("FROM a\nRUN x\n", "linux/386")
    checked("FROM a\nRUN x\n", "linux/arm64/v8", arm64(everywhere=True))


@pytest.mark.parametrize(
    ("text", "platform", "emulator", "words"),
    [
        ("FROM a\nRUN x\n", "arm64", None, "no emulator for arm64 is registered"),
        ("FROM a\nRUN x\n", "arm64", None, "(registered: none); install one"),
        ("FROM a\nRUN x\n", "s390x", True, "(registered: arm64)"),
        ("FROM a\nRUN x\n", "arm64", False, "without the flag F"),
        ("FROM --platform=linux/arm/v7 a AS b\nFROM b\nRUN x\n", "", None, "linux/arm/v7 on"),
        ("FROM a\nRUN x\n", "windows/amd64", None, "images for windows are not built here"),
    ],
)
def test_the_refusal_says_what_is_missing(
    text: str, platform: str, emulator: bool | None, words: str
) -> None:
    emulators = [] if emulator is None else [arm64(everywhere=emulator)]
    with pytest.raises(DockerfileError) as refusal:
        checked(text, platform, *emulators)
    assert words in str(refusal.value)
