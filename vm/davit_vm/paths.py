"""The name and purpose of every file of a machine; naming only, nothing is created here (pure)."""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Final

import msgspec
import platformdirs

HOME_VARIABLE: Final = "DAVIT_MACHINE_HOME"
SOCKET_PATH_LIMIT: Final = 100
"""Bytes; sockaddr_un holds 104 on macOS and 108 on Linux and Windows, the final NUL included."""
_LONGEST_SOCKET: Final = "control.sock"


class Paths(msgspec.Struct, frozen=True, kw_only=True):
    """Files of one machine. Both folders belong to the user alone (mode 0700)."""

    home: Path
    """Outlives every run."""
    runtime: Path
    """Sockets and locks of the running machine; on the path to sockets lies a limit of length."""

    @property
    def settings(self) -> Path:
        """MachineConfig as JSON; `.bak` beside it is the one before."""
        return self.home / "machine.json"

    @property
    def state(self) -> Path:
        """What the supervisor needs to adopt or to explain after its own death."""
        return self.home / "state.json"

    @property
    def history(self) -> Path:
        """The last starts, with their stages."""
        return self.home / "history.json"

    @property
    def accelerators(self) -> Path:
        """Verdicts of the accelerator probe, keyed by what may change them."""
        return self.home / "accelerators.json"

    @property
    def data_disk(self) -> Path:
        """Containers, images and volumes: the only file here that cannot be made again."""
        return self.home / "data.qcow2"

    @property
    def images(self) -> Path:
        """Guest images, one folder a version."""
        return self.home / "images"

    @property
    def ssh_key(self) -> Path:
        """The supervisor's own key for the guest."""
        return self.home / "id_ed25519"

    @property
    def host_key(self) -> Path:
        """The guest's SSH host key, given to it at each start and therefore pinned."""
        return self.home / "host_key"

    @property
    def gate_key(self) -> Path:
        """Shared secret of the engine's listener in the guest."""
        return self.home / "gate.key"

    @property
    def console_log(self) -> Path:
        """What the guest printed on its serial console, written by QEMU."""
        return self.home / "console.log"

    @property
    def qemu_log(self) -> Path:
        """The command line and the output of QEMU."""
        return self.home / "qemu.log"

    @property
    def supervisor_log(self) -> Path:
        return self.home / "supervisor.log"

    @property
    def docker_socket(self) -> Path:
        return self.runtime / "docker.sock"

    @property
    def control_socket(self) -> Path:
        return self.runtime / "control.sock"

    @property
    def qmp_socket(self) -> Path:
        return self.runtime / "qmp.sock"

    @property
    def serial_socket(self) -> Path:
        return self.runtime / "serial.sock"

    @property
    def channel_socket(self) -> Path:
        """The virtio-serial port org.davit.host."""
        return self.runtime / "channel.sock"

    @property
    def pid_file(self) -> Path:
        """Written by QEMU itself, locked while it lives."""
        return self.runtime / "qemu.pid"

    @property
    def qemu_identity(self) -> Path:
        """Pid and start time of QEMU, so that a reused pid is not taken for it."""
        return self.runtime / "qemu.pid.json"

    @property
    def lock(self) -> Path:
        """Held by the one supervisor."""
        return self.runtime / "supervisor.lock"

    @property
    def seed(self) -> Path:
        """Folder with the files that QEMU hands to the guest through fw_cfg; keys among them."""
        return self.runtime / "seed"

    @property
    def docker_pipe(self) -> str:
        r"""Windows: \\.\pipe\NAME of the Docker endpoint."""
        return rf"\\.\pipe\davit-{_mark(self.home)}-docker"

    @property
    def control_pipe(self) -> str:
        """Windows: the control protocol's pipe."""
        return rf"\\.\pipe\davit-{_mark(self.home)}-control"


def default_home() -> Path:
    """DAVIT_MACHINE_HOME, or the usual place for an application's data of this user."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).absolute()
    return platformdirs.user_data_path("davit", appauthor=False) / "machine"


def machine_paths(home: Path | None = None) -> Paths:
    """Every process of a user arrives at the same names, whatever its environment."""
    folder = (home or default_home()).absolute()
    return Paths(home=folder, runtime=_runtime(folder))


def _runtime(home: Path) -> Path:
    usual = home / "run"
    if len(os.fsencode(usual / _LONGEST_SOCKET)) <= SOCKET_PATH_LIMIT:
        return usual
    if not hasattr(os, "getuid"):
        return Path(tempfile.gettempdir()) / f"davit-{_mark(home)}"
    # Not below TMPDIR or XDG_RUNTIME_DIR: they differ between a login, a cron job and a service.
    return Path("/tmp") / f"davit-{os.getuid()}-{_mark(home)}"


def _mark(home: Path) -> str:
    return hashlib.sha256(os.fsencode(os.path.normcase(home))).hexdigest()[:12]
