"""The scripts behind `make run`, as far as they decide without installing anything."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "installers" / "linux"
NOBODY = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--"]


def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, words)),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={"PATH": os.environ["PATH"], **environment},
    )


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """The scripts where everybody can read them, with a list of packages to be written."""
    folder = tmp_path / "linux"
    shutil.copytree(SCRIPTS, folder)
    for path in (*tmp_path.parents, tmp_path, folder):
        if path.stat().st_uid == os.getuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055)
    return folder


@pytest.mark.parametrize("engine", ["native", "machine"])
def test_the_engine_can_be_chosen(engine: str) -> None:
    done = run(SCRIPTS / "which-engine.sh", DAVIT_ENGINE=engine)
    assert (done.returncode, done.stdout) == (0, f"{engine}\n")


def test_a_wrong_choice_is_named() -> None:
    done = run(SCRIPTS / "which-engine.sh", DAVIT_ENGINE="docker")
    assert (done.returncode, done.stdout) == (2, "")
    assert "can be native or machine" in done.stderr


@pytest.mark.root
def test_root_has_the_engine_natively_and_nobody_a_machine(scripts: Path) -> None:
    assert run(scripts / "which-engine.sh").stdout == "native\n"
    done = run(*NOBODY, scripts / "which-engine.sh")
    assert (done.returncode, done.stdout, done.stderr) == (0, "machine\n", "")


@pytest.mark.root
def test_root_that_may_not_mount_has_a_machine() -> None:
    done = run("setpriv", "--bounding-set=-sys_admin", "--inh-caps=-sys_admin", "--",
               SCRIPTS / "which-engine.sh")  # fmt: skip
    assert done.stdout == "machine\n"


@pytest.mark.root
def test_what_only_root_can_install_is_named_in_one_sentence(scripts: Path) -> None:
    (scripts / "packages.txt").write_text(
        "machine  davit-no-such-package  why\n"
        "machine  python3  why\n"
        f"machine-{os.uname().machine}  davit-none-either  why\n"
        "machine-vax  davit-vax  why\n"
        "other  davit-other  why\n"
    )
    done = run(*NOBODY, scripts / "bootstrap.sh", "machine")
    assert done.returncode == 1
    assert done.stderr == (
        "Davit needs some packages that only root can install: "
        "apt-get install davit-no-such-package davit-none-either\n"
    )


@pytest.mark.root
def test_a_program_that_came_another_way_serves_as_well(scripts: Path, tmp_path: Path) -> None:
    (scripts / "packages.txt").write_text("machine  qemu-utils  why\n")
    programs = tmp_path / "bin"
    programs.mkdir(mode=0o755)
    for name, status in (("qemu-img", 0), ("dpkg-query", 1)):
        (programs / name).write_text(f"#!/bin/sh\nexit {status}\n")
        (programs / name).chmod(0o755)
    path = f"{programs}:{os.environ['PATH']}"
    done = run(*NOBODY, scripts / "bootstrap.sh", "machine", PATH=path)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_package_of_a_group_is_listed_once() -> None:
    lines = (SCRIPTS / "packages.txt").read_text().splitlines()
    rows = [tuple(line.split()[:2]) for line in lines if line and not line.startswith("#")]
    assert len(set(rows)) == len(rows)
