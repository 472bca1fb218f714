"""Keeps the translations: `update` finds the words in the sources, `release` makes them readable.

The words are in desktop/davit_desktop/translations/davit_<language>.ts, in the format of Qt
Linguist; what the window reads are the .qm files made from them, which are not kept.
"""

import argparse
import subprocess
import sys
from pathlib import Path

DESKTOP = Path(__file__).resolve().parent
SOURCES = DESKTOP / "davit_desktop"
FOLDER = SOURCES / "translations"
LANGUAGES = ("de", "es", "fr", "ja", "zh_CN")
TOOLS = Path(sys.executable).parent


def update(target: Path, language: str) -> None:
    """Bring one .ts file up to date with the sources: words that are gone are dropped."""
    sources = sorted(str(path.relative_to(DESKTOP)) for path in SOURCES.rglob("*.py"))
    command = [str(TOOLS / "pyside6-lupdate"), *sources, "-ts", str(target)]
    command += ["-no-obsolete", "-locations", "none", "-tr-function-alias", "QT_TR_NOOP+=mark"]
    command += ["-source-language", "en", "-target-language", language, "-silent"]
    target.parent.mkdir(exist_ok=True)
    subprocess.run(command, check=True, cwd=DESKTOP)


def find_sentences() -> None:
    """Lay down the machine's sentences, for `update` to find."""
    subprocess.run([sys.executable, str(DESKTOP / "sentences.py")], check=True)


def release(target: Path) -> None:
    """Make the .qm file of a .ts file; words without a translation stay English."""
    compiled = target.with_suffix(".qm")
    command = [str(TOOLS / "pyside6-lrelease"), str(target), "-qm", str(compiled), "-silent"]
    subprocess.run(command, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=("update", "release"))
    task = parser.parse_args().task
    if task == "update":
        find_sentences()
    for language in LANGUAGES:
        target = FOLDER / f"davit_{language}.ts"
        if task == "update":
            update(target, language)
        elif target.exists():
            release(target)


if __name__ == "__main__":
    main()
