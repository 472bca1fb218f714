"""The program that starts Python, compiled for this system."""

import subprocess
from pathlib import Path

import pytest

from macos import launchers
from macos.launchers import Program

# Stands in for Python: says what it was called with.
PYTHON = r"""
#include <stdio.h>
#include <wchar.h>
void Py_SetPythonHome(const wchar_t *home) { printf("home %ls\n", home); }
int Py_BytesMain(int count, char **words)
{
    for (int i = 0; i < count; i++)
        printf("%d %s\n", i, words[i]);
    return 42;
}
"""


@pytest.fixture
def contents(tmp_path: Path) -> Path:
    contents = tmp_path / "Dävit.app" / "Contents"
    home = contents / "Frameworks/Python.framework/Versions/3.13"
    (contents / "MacOS").mkdir(parents=True)
    home.mkdir(parents=True)
    source = tmp_path / "python.c"
    source.write_text(PYTHON)
    subprocess.run(["cc", "-shared", "-fPIC", source, "-o", home / "Python"], check=True)
    program = Program("davit", "davit_desktop.cli.main")
    launchers.compile_program(program, contents / "MacOS" / "davit", [])
    return contents


def test_a_link_on_the_path_leads_back_to_the_bundle(contents: Path, tmp_path: Path) -> None:
    link = tmp_path / "bin" / "davit"
    link.parent.mkdir()
    link.symlink_to(contents / "MacOS" / "davit")
    done = subprocess.run(
        [link, "run", "--rm", ""], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 42
    lines = done.stdout.splitlines()
    assert lines[0] == f"home {contents}/Frameworks/Python.framework/Versions/3.13"
    assert lines[1:7] == [f"0 {contents}/MacOS/davit", "1 -I", "2 -B", "3 -X", "4 utf8", "5 -c"]
    assert "from davit_desktop.cli.main import main; sys.exit(main())" in done.stdout
    assert lines[-3:] == ["7 run", "8 --rm", "9 "]


def test_a_bundle_without_python_says_so(contents: Path) -> None:
    (contents / "Frameworks/Python.framework/Versions/3.13/Python").unlink()
    done = subprocess.run(
        [contents / "MacOS" / "davit"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 70
    assert "Davit cannot start" in done.stderr
    assert "Install Davit again" in done.stderr
