"""The packages for Debian: built, clean, installed, used, and gone when they are purged.

The tests follow the life of one installation, from top to bottom.
"""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

from fixtures.installed import System, build, depends, settled

pytestmark = pytest.mark.root

UNIT = "usr/lib/systemd/system/davit-engine.service"
# What dpkg, apt and systemd note down about any package, and what ages by itself.
NOTED = re.compile(
    r"var/(lib/(dpkg|apt)|cache|log)/.*|etc/(group|gshadow|passwd|shadow)-|etc/ld\.so\.cache"
)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built, and found without fault by lintian, which is part of building."""
    return build("linux-deb", tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def installed(packages: Path, system: Callable[[list[str]], System]) -> System:
    archives = sorted(packages.glob("*.deb"))
    extra = ["erofs-utils", "fonts-dejavu-core", "passwd", "tini"]
    made = system([*extra, *(name for path in archives for name in depends(path))])
    made.install(*archives)
    return made


def exec_start(system: System) -> list[str]:
    found = re.search(r"^ExecStart=(.*)$", (system.folder / UNIT).read_text(), re.MULTILINE)
    assert found is not None
    return found[1].split()


def activate(system: System) -> None:
    """As systemd does: the socket is there first, and who connects starts the engine."""
    (system.root / "run/davit").mkdir(exist_ok=True)
    system.socket.unlink(missing_ok=True)
    system.start_engine(
        "systemd-socket-activate", "--listen=/run/davit/engine.sock", *exec_start(system)
    )
    settled(system.socket.exists, "no socket")


def test_each_package_comes_with_sums_bill_and_notices(packages: Path) -> None:
    names = sorted(path.name for path in packages.iterdir())
    assert [name for name in names if name.endswith(".deb")] == [
        name
        for name in names
        if re.fullmatch(r"davit(-engine)?_[\d.]+_(all|amd64|arm64)\.deb", name)
    ]
    checked = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=packages,
                             capture_output=True, text=True, check=False)  # fmt: skip
    assert checked.returncode == 0, checked.stderr
    inside = {}
    for path in packages.glob("*.spdx.json"):
        document = parse_file(str(path))
        assert validate_full_spdx_document(document) == []
        inside[path.name.partition("_")[0]] = {package.name for package in document.packages}
    assert inside == {
        "davit": {"davit", "qemu.qmp"},
        "davit-engine": {"davit", "busybox-static"},
    }
    (notices,) = packages.glob("davit_*.notices.txt")
    assert "GNU LIBRARY GENERAL PUBLIC LICENSE" in notices.read_text().upper()


def test_units_are_sound_and_the_group_is_there(installed: System) -> None:
    told = installed.run(
        "systemd-analyze", "verify", "--man=no", f"/{UNIT}", f"/{UNIT.replace('service', 'socket')}"
    )
    assert told == ""
    assert installed.run("getent", "group", "davit").startswith("davit:")


def test_a_client_wakes_the_engine_and_runs_a_container(installed: System) -> None:
    activate(installed)
    said = installed.run("davit", "run", "--rm", "davit/hello")
    assert "Hello from Davit!" in said
    assert "Hello from Davit!" in installed.docker("run", "--rm", "davit/hello")
    assert "Server: Davit" in installed.docker("version")


def test_containers_outlive_the_engine(installed: System) -> None:
    installed.docker("run", "-d", "--name", "web", "davit/welcome")
    pid = installed.docker("inspect", "-f", "{{.State.Pid}}", "web")
    installed.stop_engine()
    assert Path("/proc", pid.strip()).exists()
    activate(installed)
    assert installed.docker("inspect", "-f", "{{.State.Pid}}", "web") == pid


def test_the_window_opens_and_shows_the_container(
    installed: System, screen: str, tmp_path: Path
) -> None:
    installed.show(screen, "davit-desktop", "--scheme", "light", "--screenshot", "/root/window.png")
    picture = installed.folder / "root/window.png"
    told = subprocess.run(["identify", "-format", "%w %h %k", picture],
                          capture_output=True, text=True, check=True)  # fmt: skip
    width, height, colours = map(int, told.stdout.split())
    assert width >= 800
    assert height >= 500
    assert colours > 100, "the window is blank"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("davit.1", "davit container create"),
        ("davit-desktop.1", "--scheme"),
        ("davit-machine.1", "run"),
        ("davit-engine.8", "--stop-containers"),
    ],
)
def test_manual_pages_tell_what_help_tells(installed: System, page: str, words: str) -> None:
    (path,) = (installed.folder / "usr/share/man").glob(f"*/{page}.gz")
    shown = subprocess.run(
        ["man", "--local-file", "--warnings", str(path)],
        env={"PATH": "/usr/bin:/bin", "MANWIDTH": "200", "LANG": "C.UTF-8"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert words in shown.stdout
    assert shown.stderr == ""


def test_bash_completes(installed: System) -> None:
    script = """
        source /usr/share/bash-completion/completions/davit
        COMP_WORDS=(davit logs w); COMP_CWORD=2
        _davit_completion davit
        echo "${COMPREPLY[@]}"
    """
    assert installed.run("bash", "--norc", "-c", script) == "web\n"


def test_removing_stops_containers_and_purging_leaves_no_trace(installed: System) -> None:
    running = installed.docker("inspect", "-f", "{{.State.Pid}}", "web").strip()
    installed.run("apt-get", "remove", "-y", "-q", "davit-engine")
    settled(lambda: not Path("/proc", running).exists(), "the container still runs")
    assert (installed.folder / "var/lib/davit/meta.db").exists(), "removing keeps the data"
    installed.run("apt-get", "purge", "-y", "-q", "davit", "davit-engine")

    after = installed.files()
    changed = {
        path: (installed.before.get(path), after.get(path))
        for path in installed.before.keys() | after.keys()
        if installed.before.get(path) != after.get(path) and not NOTED.fullmatch(path)
    }
    assert changed == {}
    assert installed.run("getent", "group", "davit", accept=(0, 2)) == ""
    assert not (installed.root / "run/davit").exists()
    for command in (["nft", "list", "tables"], ["ip", "-o", "link"]):
        assert not re.search(r"\bdavit(0|v\w+)?\b", installed.network(*command))
    assert list(Path("/sys/fs/cgroup").glob("davit")) == []
    assert list(Path("/sys/fs/cgroup").glob("*/davit")) == []
