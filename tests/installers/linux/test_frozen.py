"""The packages for other systems: built, and used where there is neither our Python nor our Qt."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

from fixtures.installed import System, build, depends, settled

pytestmark = [pytest.mark.root, pytest.mark.release]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("linux-frozen", tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def installed(packages: Path, system: Callable[[list[str]], System]) -> System:
    (archive,) = packages.glob("*.deb")
    made = system(["erofs-utils", "fonts-dejavu-core", "passwd", *depends(archive)])
    assert not (made.folder / "usr/bin/python3").exists(), "it brings its own"
    made.install(archive)
    return made


def test_the_bill_names_packages_of_python_and_of_the_build_computer(packages: Path) -> None:
    (bill,) = packages.glob("*.spdx.json")
    document = parse_file(str(bill))
    assert validate_full_spdx_document(document) == []
    names = {package.name for package in document.packages}
    assert names >= {"davit", "PySide6_Essentials", "paramiko", "aiohttp"}
    (notices,) = packages.glob("*.notices.txt")
    assert "you may replace them" in " ".join(notices.read_text().split())


def test_the_rpm_holds_what_the_deb_holds(packages: Path, tmp_path: Path) -> None:
    (archive,) = packages.glob("*.rpm")
    assert archive.read_bytes()[:4] == b"\xed\xab\xee\xdb"
    (deb,) = packages.glob("*.deb")
    assert abs(archive.stat().st_size - deb.stat().st_size) < deb.stat().st_size / 5


def test_a_container_runs(installed: System) -> None:
    assert installed.run("davit", "--version").startswith("Davit version ")
    installed.start_engine("/usr/bin/davit-engine")
    settled(installed.socket.exists, "the engine did not start")
    assert "Hello from Davit!" in installed.run("davit", "run", "--rm", "davit/hello")
    assert "Server: Davit" in installed.docker("version")


def test_the_window_opens(installed: System, screen: str) -> None:
    installed.show(screen, "davit-desktop", "--scheme", "dark", "--screenshot", "/root/window.png")
    told = subprocess.run(
        ["identify", "-format", "%w %k", installed.folder / "root/window.png"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    width, colours = map(int, told.stdout.split())
    assert width >= 800
    assert colours > 100, "the window is blank"


def test_purging_stops_the_engine_and_its_containers(installed: System) -> None:
    installed.docker("run", "-d", "--name", "web", "davit/welcome")
    running = installed.docker("inspect", "-f", "{{.State.Pid}}", "web").strip()
    installed.run("apt-get", "purge", "-y", "-q", "davit-bundle")
    settled(lambda: not Path("/proc", running).exists(), "the container still runs")
    for name in (
        "opt/davit",
        "var/lib/davit",
        "usr/bin/davit",
        "usr/lib/sysusers.d/davit-engine.conf",
    ):
        assert not (installed.folder / name).exists()
    assert installed.run("getent", "group", "davit", accept=(0, 2)) == ""
    assert list(Path("/sys/fs/cgroup").glob("*/davit")) == []
