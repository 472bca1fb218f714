"""Run every client's scenarios and write what passed into README.md.

    python tests/clients/table.py [PYTEST ARGUMENTS]

Needs root and what `make test` installs.
"""

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
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
an engine of its own on this system.

| client | version | scenario | natively |
|---|---|---|---|
"""


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


def table(passed: Mapping[tuple[str, str], bool], version: Mapping[str, str]) -> str:
    """The text of README.md."""
    rows = [
        f"| {CLIENTS[module]} | {version[module]} | {spoken(test)} | "
        f"{'passes' if passed.get((module, test)) else '**fails**'} |\n"
        for module, test in scenarios()
    ]
    return HEAD + "".join(rows)


def _said(*command: str) -> str:
    # `docker version` fails without an engine, once it has told its own version.
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    return done.stdout.strip()


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        files = [str(HERE / f"{module}.py") for module in CLIENTS]
        status = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", f"--junit-xml={report}", *arguments, *files],
            cwd=ROOT,
            check=False,
        ).returncode
        passed = results(report)
    README.write_text(table(passed, versions()))
    print(json.dumps({"passed": sum(passed.values()), "of": len(list(scenarios()))}))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
