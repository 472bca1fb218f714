"""Locks, processes and files on Windows."""

import os
import subprocess
import sys
import threading
from pathlib import Path

from davit_vm.config import write_durably
from davit_vm.host.detect import detect_host

HOLD = (
    "import sys; from pathlib import Path; from davit_vm.host.detect import detect_host\n"
    "lock = detect_host().lock(Path(sys.argv[1])); print(lock is not None, flush=True)\n"
    "sys.stdin.read()\n"
)


def _python(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    found = "import sys; sys.path[:0] = " + repr(sys.path) + "\n" + code
    return subprocess.Popen(
        [sys.executable, "-c", found, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def test_a_lock_is_held_by_one_process_until_it_dies(tmp_path: Path) -> None:
    with _python(HOLD, str(tmp_path / "lock")) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"True"
        assert detect_host().lock(tmp_path / "lock") is None
        holder.kill()
    lock = detect_host().lock(tmp_path / "lock")
    assert lock is not None
    lock.release()


async def test_a_spawned_program_is_known_until_it_ends(tmp_path: Path) -> None:
    host = detect_host()
    log = tmp_path / "log"
    process = host.spawn([sys.executable, "-c", "import os; print(os.getcwd())"], log=log)
    identity = host.identity(process.pid)
    assert identity is None or abs(identity.started) > 0
    if identity is not None:
        await host.wait_gone(identity)
    process.wait()
    # Not the folder of the caller, which could not be deleted as long as the program runs.
    assert log.read_text().strip() == Path.home().anchor


def test_facts_need_no_service_and_no_environment() -> None:
    code = (
        "import os; os.environ.pop('PROCESSOR_ARCHITECTURE', None)\n"
        "from davit_vm.host.detect import detect_host\n"
        "print(detect_host().facts().architecture)\n"
    )
    with _python(code) as asked:
        said, _ = asked.communicate(timeout=60)
    assert said.strip().decode() == detect_host().facts().architecture


def test_this_process_is_known() -> None:
    identity = detect_host().identity(os.getpid())
    assert identity is not None
    assert detect_host().alive(identity)


def test_a_file_is_replaced_while_others_read_it(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    write_durably(path, b"0")
    reading = path.open("rb")
    threading.Timer(0.2, reading.close).start()
    write_durably(path, b"1")
    assert path.read_bytes() == b"1"
