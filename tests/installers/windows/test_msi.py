"""The MSI, put on a computer and taken away by an administrator's command."""

from pathlib import Path

from fixtures.windows_computer import Computer
from release import current
from windows import msi


def test_it_is_put_there_for_everybody_and_taken_away(
    computer: Computer, tree: Path, tmp_path: Path
) -> None:
    package = computer.prefix / "drive_c" / "davit.msi"
    msi.build(tree, package, current(tmp_path), tmp_path)
    computer.settle()
    files = computer.files()
    done = computer.run("msiexec", "/i", "C:\\davit.msi", "/qn")
    computer.settle()
    assert done.returncode == 0, done.stdout
    folder = computer.prefix / "drive_c/Program Files/Davit"
    assert (folder / "davit.exe").is_file()
    wanted = {str(path.relative_to(tree)) for path in tree.rglob("*") if path.is_file()}
    assert {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} == wanted
    registry = computer.registry()
    path = r"system:System\CurrentControlSet\Control\Session Manager\Environment|PATH"
    assert r"Program Files\\Davit" in registry[path], "davit is found in a terminal"
    assert '"Davit"' in {v for k, v in registry.items() if k.endswith("|DisplayName")}
    help_text = computer.run(folder / "davit.exe", "--help")
    assert "Run Linux containers" in help_text.stdout
    done = computer.run("msiexec", "/x", "C:\\davit.msi", "/qn")
    computer.settle()
    assert done.returncode == 0, done.stdout
    assert {name for name in computer.files() - files if "Davit" in name} == set()
    registry = computer.registry()
    assert r"Program Files\\Davit" not in registry[path]
    assert '"Davit"' not in {v for k, v in registry.items() if k.endswith("|DisplayName")}


def test_the_same_payload_has_the_same_identities(tmp_path: Path) -> None:
    (tmp_path / "davit.ico").touch()
    release = current(tmp_path)
    first, second = (msi.describe(tmp_path, release) for _ in range(2))
    assert [node.attrib for node in first.iter()] == [node.attrib for node in second.iter()]
