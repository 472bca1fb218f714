"""A person's way with Davit on Windows, in order: install, use, upgrade, remove."""

import contextlib
import http.client
import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from typing_extensions import override

from fixtures.daemon import Engine, wait_for
from fixtures.windows_computer import SECONDS, Computer

ARP = r"user:Software\Microsoft\Windows\CurrentVersion\Uninstall\Davit"
PIPE = "npipe:////./pipe/davit-test-engine"
NOISE = (
    "PendingFileRenameOperations",
    "Codepages",
    "DriverDateData",
    "FON",
    "user:Console|",
    "Enum\\DISPLAY",
    "Control\\Class",
)
"""What Wine, and the end of every uninstaller made by NSIS, change by themselves."""


@pytest.fixture(scope="module")
def before(computer: Computer) -> tuple[dict[str, str], set[str]]:
    """The registry and the files of a computer without Davit."""
    computer.run("reg", "query", "HKCU\\Environment")
    return computer.registry(), computer.files()


@pytest.fixture(scope="module")
def installed(
    computer: Computer, setup_program: Path, before: tuple[dict[str, str], set[str]]
) -> Computer:
    done = computer.run(setup_program, "/S", "/AUTOSTART")
    assert done.returncode == 0, done.stderr
    return computer


@pytest.fixture
def window(installed: Computer) -> Iterator[subprocess.Popen[bytes]]:
    process = installed.start(installed.programs / "davit-desktop.exe")
    try:
        wait_for(
            lambda: titles(installed).count("Davit"), int(SECONDS), "no window", lambda: "",
        )  # fmt: skip
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        installed.end(process)


def local_data(computer: Computer) -> Path:
    return computer.home / "AppData/Local/davit"


def titles(computer: Computer) -> list[str]:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", ".", "getwindowname", "%@"],
        env={**os.environ, "DISPLAY": computer.display},
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.splitlines()


def picture(computer: Computer, path: Path) -> QImage:
    subprocess.run(
        ["import", "-window", "root", "-display", computer.display, str(path)],
        check=True,
        timeout=SECONDS,
    )
    return QImage(str(path))


def colours(image: QImage) -> int:
    return len(
        {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    )


def changes(computer: Computer, before: dict[str, str]) -> dict[str, str]:
    """Values that are new or others than before."""
    return {
        name: value
        for name, value in computer.registry().items()
        if before.get(name) != value and not any(word in name for word in NOISE)
    }


def test_it_is_registered_for_this_user(
    installed: Computer, before: tuple[dict[str, str], set[str]]
) -> None:
    found = changes(installed, before[0])
    folder = installed.windows_path(installed.programs)
    escaped = folder.replace("\\", "\\\\")
    assert found.pop(f"{ARP}|DisplayName") == '"Davit"'
    assert found.pop(f"{ARP}|InstallLocation") == f'"{escaped}"'
    assert found.pop(r"user:Environment|Path") == f'str(2):"{escaped}"'
    run = r"user:Software\Microsoft\Windows\CurrentVersion\Run|davit-desktop"
    assert found.pop(run) == f'"\\"{escaped}\\\\davit-desktop.exe\\" --hidden"'
    assert {name for name in found if not name.startswith(ARP)} == set()
    menu = installed.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Davit.lnk"
    assert menu.is_file()
    contexts = installed.run(installed.programs / "davit.exe", "context", "show")
    assert contexts.stdout.startswith("davit: npipe:////./pipe/davit-")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--help"], 0, "Run Linux containers"),
        (["context", "show", 'wörld "漢字" \\'], 1, 'context "wörld "漢字" \\": context not found'),
        (["nosuchcommand"], 1, "unknown command"),
    ],
)
def test_arguments_and_exit_status_pass(
    installed: Computer, words: list[str], status: int, said: str
) -> None:
    done = installed.run(installed.programs / "davit.exe", *words)
    assert (done.returncode, said in done.stdout + done.stderr) == (status, True), done


@contextmanager
def http_in_front_of(path: Path) -> Iterator[int]:
    """A TCP port whose connections stay open between requests, as those of the machine do."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            inner = http.client.HTTPConnection("localhost", timeout=SECONDS)
            inner.sock = socket.socket(socket.AF_UNIX)
            inner.sock.connect(str(path))
            with contextlib.closing(inner):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                inner.request(self.command, self.path, body, dict(self.headers))
                answer = inner.getresponse()
                content = answer.read()
            self.send_response(answer.status)
            for name in ("Content-Type", "Api-Version"):
                if answer.getheader(name):
                    self.send_header(name, str(answer.getheader(name)))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_HEAD = do_POST = do_GET

        @override
        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        serving = threading.Thread(target=server.serve_forever, args=(0.02,))
        serving.start()
        yield server.server_address[1]
        server.shutdown()
        serving.join()


@pytest.mark.root
def test_an_engine_is_used_through_a_pipe(installed: Computer, engine: Engine) -> None:
    davit = installed.programs / "davit.exe"
    with http_in_front_of(engine.socket) as port:
        pipe = installed.start(
            installed.programs / "python" / "python.exe",
            Path(__file__).with_name("engine_behind_pipe.py"),
            PIPE,
            str(port),
        )
        try:
            assert pipe.stdout is not None
            assert pipe.stdout.readline().strip() == b"ready"
            done = installed.run(davit, "-H", PIPE, "version")
            assert done.returncode == 0, done.stdout + done.stderr
            assert "Server:" in done.stdout
            done = installed.run(davit, "-H", PIPE, "volume", "create", "from-windows")
            assert done.stdout.strip() == "from-windows", done.stderr
            assert "from-windows" in engine.docker("volume", "ls").stdout
        finally:
            installed.end(pipe)


def test_the_window_opens(
    installed: Computer, window: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    file = tmp_path / "window.png"
    wait_for(
        lambda: colours(picture(installed, file)) > 40, int(SECONDS), "nothing is drawn",
        lambda: f"see {file}",
    )  # fmt: skip


def test_an_upgrade_ends_the_window_and_keeps_data(
    installed: Computer, window: subprocess.Popen[bytes], setup_program: Path
) -> None:
    data = local_data(installed) / "machine"
    data.mkdir(parents=True, exist_ok=True)
    (data / "data.qcow2").write_bytes(b"everything")
    leftover = installed.programs / "python" / "of-the-version-before.dll"
    leftover.write_bytes(b"")
    done = installed.run(setup_program, "/S")
    assert done.returncode == 0
    assert window.wait(SECONDS) == 0
    assert (data / "data.qcow2").read_bytes() == b"everything"
    assert not leftover.exists()
    assert not (installed.programs / "old").exists()
    run = r"user:Software\Microsoft\Windows\CurrentVersion\Run|davit-desktop"
    assert run in installed.registry(), "what was chosen stays chosen"


def test_nothing_is_touched_while_a_program_does_not_end(
    installed: Computer, tree: Path, setup_program: Path
) -> None:
    library = installed.windows_path(installed.programs / "python" / "python313.dll")
    # As Windows holds a library that is in use: others may read it.
    code = (
        "import _winapi, sys\n"
        f"held = _winapi.CreateFile({library!r}, 0x80000000, 1, 0, 3, 0, 0)\n"
        "print('held', flush=True); sys.stdin.read()"
    )
    stays = installed.programs / "python" / "stays.txt"
    stays.touch()
    holder = installed.start(tree / "python" / "python.exe", "-c", code)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        assert installed.run(setup_program, "/S").returncode == 5
        uninstaller = installed.programs / "davit-uninstall.exe"
        # With its folder as last word it does its work in this process, and not in a copy.
        here = f"_?={installed.windows_path(installed.programs)}"
        assert installed.run(uninstaller, "/S", here).returncode == 5
    finally:
        installed.end(holder)
    installed.settle()
    assert stays.exists()
    assert f"{ARP}|DisplayName" in installed.registry()


def test_removing_keeps_data_and_leaves_nothing_else(
    installed: Computer, before: tuple[dict[str, str], set[str]]
) -> None:
    data = local_data(installed) / "machine"
    data.mkdir(parents=True, exist_ok=True)
    (data / "data.qcow2").write_bytes(b"everything")
    done = installed.run(installed.programs / "davit-uninstall.exe", "/S")
    assert done.returncode == 0
    values, files = before
    assert changes(installed, values) == {}
    gone = set(values) - set(installed.registry())
    assert {name for name in gone if not any(word in name for word in NOISE)} == set()
    new = {name for name in installed.files() - files if "/AppData/Local/davit" not in name}
    new -= {name for name in new if "/Temp/~nsu" in name or name.endswith("AppData/Local/Programs")}
    assert new == set()
    assert (data / "data.qcow2").exists()


def test_for_everybody_and_removed_with_all_data(
    computer: Computer, setup_program: Path, before: tuple[dict[str, str], set[str]]
) -> None:
    folder = computer.prefix / "drive_c/Program Files/Davit"
    assert computer.run(setup_program, "/S", "/AllUsers", "/NOWHPX").returncode == 0
    computer.settle()
    assert (folder / "davit.exe").is_file()
    assert f"{ARP}|DisplayName".replace("user:", "system:") in computer.registry()
    (local_data(computer) / "machine").mkdir(parents=True, exist_ok=True)
    assert computer.run(folder / "davit-uninstall.exe", "/S", "/PURGE").returncode == 0
    computer.settle()
    assert not folder.exists()
    assert not local_data(computer).exists(), "of this user, not of everybody"
    assert changes(computer, before[0]) == {}
