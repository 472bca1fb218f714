"""Run every client's scenarios, natively and through a machine, and write README.md.

    python tests/clients/table.py [PYTEST ARGUMENTS]

Needs root and what `make test` installs. Reports of earlier runs, which pytest's --junit-xml wrote,
stand in for running them again:

    python tests/clients/table.py --reports NATIVELY.xml MACHINE.xml
"""

import ast
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
README = HERE / "README.md"

CLIENTS: Mapping[str, str] = {
    "test_docker_cli": "docker CLI",
    "test_docker_py": "docker-py",
    "test_compose": "Docker Compose",
    "test_buildx": "buildx's docker-container driver",
    "test_testcontainers": "testcontainers-python",
    "test_vscode": "VS Code's container tools (through the docker CLI)",
    "test_skopeo": "skopeo",
    "test_umoci": "umoci",
}
"""Each file of scenarios and the client it is about."""

HEAD = """\
# Stock clients against the engine

Written by `python tests/clients/table.py`, which runs every scenario with the real client against
an engine of its own: on this system, and in a machine, through the machine's endpoint.

| client | version | scenario | natively | through the machine |
|---|---|---|---|---|
"""

ENDPOINTS = ("", "machine")
"""DAVIT_TEST_ENDPOINT for each column."""


def scenarios(folder: Path = HERE) -> Iterator[tuple[str, str]]:
    """(file without .py, name of the test) of each scenario, in the order of the files."""
    for module in CLIENTS:
        for node in ast.parse((folder / f"{module}.py").read_text()).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield module, node.name


def spoken(test: str) -> str:
    """The name of a test as words."""
    return test.removeprefix("test_").replace("_", " ")


def versions() -> dict[str, str]:
    """The version of each file's client, as it tells it."""
    docker = _said("docker", "version", "--format", "{{.Client.Version}}")
    compose = _said(str(ROOT / ".cache/cli-plugins/docker-compose"), "version", "--short")
    buildx = _said(str(ROOT / ".cache/cli-plugins/docker-buildx"), "version")
    return {
        "test_docker_cli": docker,
        "test_docker_py": metadata.version("docker"),
        "test_compose": compose,
        "test_buildx": buildx.split()[1],
        "test_testcontainers": metadata.version("testcontainers"),
        "test_vscode": docker,
        "test_skopeo": _said("skopeo", "--version").split()[2],
        "test_umoci": _said("umoci", "--version").split()[2],
    }


def results(report: Path) -> dict[tuple[str, str], bool]:
    """Whether all cases of each scenario passed, out of a JUnit report."""
    found: dict[tuple[str, str], bool] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        module = case.get("classname", "").rpartition(".")[2]
        name = case.get("name", "").partition("[")[0]
        passed = not any(child.tag in ("failure", "error", "skipped") for child in case)
        found[module, name] = found.get((module, name), True) and passed
    return found


def table(columns: Sequence[Mapping[tuple[str, str], bool]], version: Mapping[str, str]) -> str:
    """The text of README.md."""
    rows = [
        " | ".join(
            (
                f"| {CLIENTS[module]}",
                version[module],
                spoken(test),
                *("passes" if passed.get((module, test)) else "**fails**" for passed in columns),
            )
        )
        + " |\n"
        for module, test in scenarios()
    ]
    return HEAD + "".join(rows)


def _said(*command: str) -> str:
    # `docker version` fails without an engine, once it has told its own version.
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    return done.stdout.strip()


def _run(endpoint: str, report: Path, arguments: Sequence[str]) -> int:
    files = [str(HERE / f"{module}.py") for module in CLIENTS]
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", f"--junit-xml={report}", *arguments, *files],
        cwd=ROOT,
        env={**os.environ, "DAVIT_TEST_ENDPOINT": endpoint},
        check=False,
    ).returncode


def main(arguments: list[str]) -> int:
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        if arguments[:1] == ["--reports"]:
            reports = [Path(name) for name in arguments[1:]]
        else:
            reports = [Path(folder) / f"{number}.xml" for number in range(len(ENDPOINTS))]
            for endpoint, report in zip(ENDPOINTS, reports, strict=True):
                status |= _run(endpoint, report, arguments)
        columns = [results(report) for report in reports]
    README.write_text(table(columns, versions()))
    passed = [sum(column.values()) for column in columns]
    print(json.dumps({"passed": passed, "of": len(list(scenarios()))}))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
