"""An SSH server that runs commands of this computer, and can misbehave."""

import contextlib
import gc
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import paramiko
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def make_key(path: Path) -> paramiko.PKey:
    private = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.OpenSSH,
        serialization.NoEncryption(),
    )
    path.write_bytes(private)
    path.chmod(0o600)
    return paramiko.Ed25519Key.from_private_key_file(str(path))


class Server(paramiko.ServerInterface):
    """Accepts one key; commands run under sh, a terminal is only noted."""

    def __init__(self, host_key: paramiko.PKey, client_key: paramiko.PKey, port: int = 0) -> None:
        self.host_key = host_key
        self.client_key = client_key
        self.silent = False
        self.terminals: list[tuple[int, int]] = []
        self.transports: list[paramiko.Transport] = []
        self.accepted = 0
        self._threads: list[threading.Thread] = []
        self._processes: list[subprocess.Popen[bytes]] = []
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", port))
        self.address: tuple[str, int] = self._listener.getsockname()
        self._spawn(self._accept)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.drop()
        for process in self._processes:
            _kill(process)
        for thread in self._threads:
            thread.join(10)

    def drop(self) -> None:
        """End every connection."""
        for transport in self.transports:
            transport.close()
        for connection in self._sockets:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        self.transports.clear()
        self._sockets.clear()

    def _spawn(self, work, *args) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.accepted += 1
            self._sockets.append(connection)
            if self.silent:
                continue
            transport = paramiko.Transport(connection)
            transport.add_server_key(self.host_key)
            self.transports.append(transport)
            with contextlib.suppress(paramiko.SSHException, EOFError, OSError):
                transport.start_server(server=self, event=threading.Event())

    def get_allowed_auths(self, username: str) -> str:
        return "publickey"

    def check_auth_publickey(self, username: str, key: paramiko.PKey) -> int:
        good = username == "root" and key.asbytes() == self.client_key.asbytes()
        return paramiko.AUTH_SUCCESSFUL if good else paramiko.AUTH_FAILED

    def check_channel_request(self, kind: str, chanid: int) -> int:
        return paramiko.OPEN_SUCCEEDED

    def check_channel_pty_request(self, channel, term, width, height, pw, ph, modes) -> bool:
        self.terminals.append((width, height))
        return True

    def check_channel_window_change_request(self, channel, width, height, pw, ph) -> bool:
        self.terminals.append((width, height))
        return True

    def check_channel_exec_request(self, channel: paramiko.Channel, command: bytes) -> bool:
        self._spawn(self._run, channel, command.decode())
        return True

    def check_channel_shell_request(self, channel: paramiko.Channel) -> bool:
        self._spawn(self._run, channel, "sh")
        return True

    def _run(self, channel: paramiko.Channel, command: str) -> None:
        process = subprocess.Popen(
            ["sh", "-c", command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,
        )
        self._processes.append(process)
        assert process.stdin
        assert process.stdout
        assert process.stderr

        def feed() -> None:
            with contextlib.suppress(OSError), process.stdin:
                while piece := channel.recv(2**16):
                    process.stdin.write(piece)

        def errors() -> None:
            with contextlib.suppress(OSError, EOFError, paramiko.SSHException):
                while piece := process.stderr.read(2**16):
                    channel.sendall_stderr(piece)

        threads = [threading.Thread(target=work, daemon=True) for work in (feed, errors)]
        for thread in threads:
            thread.start()
        try:
            while piece := process.stdout.read(2**16):
                channel.sendall(piece)
        except (OSError, EOFError, paramiko.SSHException):
            _kill(process)
        threads[1].join()
        status = process.wait()
        with contextlib.suppress(OSError, EOFError, paramiko.SSHException):
            channel.send_exit_status(status & 0xFF)
            channel.close()
        threads[0].join()
        for stream in (process.stdout, process.stderr):
            stream.close()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


class Keys:
    def __init__(self, folder: Path) -> None:
        self.client, self.host = folder / "id_ed25519", folder / "host_key"
        self.client_key, self.host_pkey = make_key(self.client), make_key(self.host)


@pytest.fixture(autouse=True, scope="module")
def nothing_left_open() -> Iterator[None]:
    """The file whose tests have left a connection open fails, and not a later one."""
    yield
    gc.collect()


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path)


@pytest.fixture
def server(keys: Keys) -> Iterator[Server]:
    server = Server(keys.host_pkey, keys.client_key)
    yield server
    server.close()
