"""The warnings of `docker build --check`."""

import pytest

from davit_engine.build.instructions import parse_dockerfile
from davit_engine.build.lint import check, warnings
from davit_engine.errors import InvalidParameter


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("FROM a AS Builder\n", "StageNameCasing", 1),
        ("FROM a as b\n", "FromAsCasing", 1),
        ("FROM a AS b\nFROM a AS b\n", "DuplicateStageName", 2),
        ("FROM a AS scratch\n", "ReservedStageName", 1),
        ("FROM $NOPE\n", "UndefinedArgInFrom", 1),
        ("FROM --platform=$TARGETPLATFORM a\n", "RedundantTargetPlatform", 1),
        ("FROM a\nRUN x \\\n\n  y\n", "NoEmptyContinuation", 3),
        ("FROM a\nRUN x\nrun y\n", "ConsistentInstructionCasing", 3),
        ("FROM a\nMAINTAINER ada\n", "MaintainerDeprecated", 2),
        ("FROM a\nCMD x\n", "JSONArgsRecommended", 2),
        ('FROM a\nCMD ["a"]\nCMD ["b"]\n', "MultipleInstructionsDisallowed", 2),
        ("FROM a\nENV a b\n", "LegacyKeyValueFormat", 2),
        ("FROM a\nWORKDIR app\n", "WorkdirRelativePath", 2),
        ("FROM a\nARG API_TOKEN\n", "SecretsUsedInArgOrEnv", 2),
        ("FROM a\nARG Version\nCOPY $version /\n", "UndefinedVar", 3),
        ("FROM a\nENV VERSION=1\nLABEL v=${VERSIN}\n", "UndefinedVar", 3),
        ("ARG TAG\nFROM a:${TAG}\n", "InvalidDefaultArgInFrom", 2),
        ("FROM --platform=linux/arm64 a AS b\n", "FromPlatformFlagConstDisallowed", 1),
        ("FROM a\nEXPOSE 80/TCP\n", "ExposeProtoCasing", 2),
        ("FROM a\nEXPOSE 127.0.0.1:80:80\n", "ExposeInvalidFormat", 2),
    ],
)
def test_each_rule(text: str, rule: str, line: int) -> None:
    assert (rule, line) in [(found.rule, found.line) for found in warnings(parse_dockerfile(text))]
    skipping = parse_dockerfile(f"# check=skip={rule}\n{text}")
    assert rule not in [found.rule for found in warnings(skipping)]


def test_a_dockerfile_without_fault() -> None:
    text = (
        "ARG BASE=a VERSION BAS TAG\n"
        "FROM $BASE AS build\n"
        "ENV a=b\n"
        "WORKDIR /app\n"
        "WORKDIR sub\n"
        'SHELL ["/bin/bash", "-c"]\n'
        "CMD a\n"
        "LABEL x=${VERSIN:-1} y=\\$bas z='$PATH'\n"
        "EXPOSE 80/udp\n"
        "FROM --platform=linux/arm64 x AS only_arm64\n"
        "FROM --platform=$BUILDPLATFORM x:${TAG:-1}\n"
    )
    assert warnings(parse_dockerfile(text)) == []


def test_warnings_are_errors_where_the_file_says_so() -> None:
    check(parse_dockerfile("FROM a as b\n"))
    with pytest.raises(InvalidParameter, match="lint violation found for rules: FromAsCasing"):
        check(parse_dockerfile("# check=error=true\nFROM a as b\n"))
    check(parse_dockerfile("# check=skip=FromAsCasing;error=true\nFROM a as b\n"))
