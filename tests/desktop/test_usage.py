"""What Davit uses: this process, and the one that listens on the engine's socket."""

import socket
import subprocess
import sys
from pathlib import Path

from davit_desktop.usage import UsageMeter

_SERVER = """
import socket, sys
s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); s.listen(); print("up", flush=True)
sys.stdin.read()
"""


def test_the_engine_is_found_behind_its_socket(tmp_path: Path) -> None:
    path = tmp_path / "e.sock"
    with subprocess.Popen(
        [sys.executable, "-c", _SERVER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as server:
        assert server.stdout is not None
        server.stdout.readline()
        meter = UsageMeter(f"unix://{path}")
        meter.find_engine()
        usage = meter.measure()
        assert usage.window_memory > 1_000_000
        assert usage.engine_memory > 1_000_000
        assert server.stdin is not None
        server.stdin.close()
        server.wait()
        assert meter.measure().engine_memory == 0


def test_an_engine_out_of_sight_counts_as_nothing(tmp_path: Path) -> None:
    for host in (f"unix://{tmp_path}/none.sock", "tcp://127.0.0.1:1"):
        meter = UsageMeter(host)
        meter.find_engine()
        assert meter.measure().engine_memory == 0


def test_our_own_socket_is_our_own_process(tmp_path: Path) -> None:
    path = tmp_path / "own.sock"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen()
        meter = UsageMeter(f"unix://{path}")
        meter.find_engine()
        assert meter.measure().engine_memory > 0
