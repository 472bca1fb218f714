"""What QEMU promises to the machine through its monitor; held against the real one and the fake.

The real one has no guest and stays paused at its reset vector, which is all that this needs.
"""

import asyncio
import gc
import os
import shutil
import signal
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from davit_vm.config import GIB
from davit_vm.errors import BadSetting, PortTaken, QemuFailed, Unreachable
from davit_vm.host.detect import detect_host
from davit_vm.paths import Paths, machine_paths
from davit_vm.qemu.command import HostForward
from davit_vm.qemu.disk import DataDisk, inspect
from davit_vm.qemu.monitor import DISCONNECTED, Monitor, MonitorEvent
from davit_vm.qemu.process import QemuProcess
from fakes.qemu import install

pytestmark = pytest.mark.qemu

HOST = detect_host()


@pytest.fixture
def paths() -> Iterator[Paths]:
    folder = Path(tempfile.mkdtemp(prefix="dvq-", dir="/var/tmp"))
    paths = machine_paths(folder)
    HOST.make_private_folder(paths.runtime)
    yield paths
    shutil.rmtree(folder)


@pytest.fixture(params=["real", "fake"])
async def qemu(request: pytest.FixtureRequest, paths: Paths) -> AsyncIterator[QemuProcess]:
    found = shutil.which("qemu-system-x86_64")
    assert found
    program = found if request.param == "real" else str(install(paths.home / "bin"))
    found_tool = shutil.which("qemu-img")
    assert found_tool
    await DataDisk(Path(found_tool), paths.data_disk).create(GIB)
    process = await QemuProcess.start(HOST, paths, command(program, paths))
    yield process
    await process.end(grace=2)


@pytest.fixture
async def monitor(qemu: QemuProcess, paths: Paths) -> AsyncIterator[Monitor]:
    monitor = await Monitor.connect(HOST, paths)
    yield monitor
    await monitor.close()


def command(program: str, paths: Paths) -> list[str]:
    disk = (
        '{"driver": "qcow2", "node-name": "data0", "backing": null, '
        f'"file": {{"driver": "file", "filename": "{paths.data_disk}"}}}}'
    )
    return [
        program, "-S", "-no-user-config", "-nodefaults", "-display", "none",
        "-machine", "q35", "-accel", "tcg", "-m", "64M",
        "-pidfile", str(paths.pid_file),
        "-chardev", f"socket,id=qmp0,path={paths.qmp_socket},server=on,wait=off",
        "-mon", "chardev=qmp0,mode=control",
        "-chardev", f"socket,id=serial0,path={paths.serial_socket},server=on,wait=off",
        "-serial", "chardev:serial0",
        "-netdev", "user,id=net0,ipv6=off,hostfwd=tcp:127.0.0.1:0-10.0.2.15:22",
        "-device", "virtio-net-pci,netdev=net0,romfile=",
        "-device", "virtio-balloon-pci,id=balloon0",
        "-blockdev", disk,
        "-device", "virtio-blk-pci,drive=data0",
    ]  # fmt: skip


def forward(port: int = 0, protocol: str = "tcp", address: str = "127.0.0.1") -> HostForward:
    assert protocol in ("tcp", "udp")
    return HostForward(
        protocol="udp" if protocol == "udp" else "tcp",
        host_ip=address,
        host_port=port,
        guest_port=80,
    )


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    with socket.socket(socket.AF_INET, kind) as attempt:
        attempt.bind(("127.0.0.1", 0))
        return int(attempt.getsockname()[1])


def is_open(port: int) -> bool:
    with socket.socket() as attempt:
        attempt.settimeout(5)
        return attempt.connect_ex(("127.0.0.1", port)) == 0


async def events_until(monitor: Monitor, name: str) -> list[str]:
    heard: list[MonitorEvent] = []
    async with asyncio.timeout(10):
        async for event in monitor.events():
            heard.append(event)
            if event.name == name:
                break
    return [event.name for event in heard]


async def test_pausing_and_resuming_is_told_by_status_and_events(monitor: Monitor) -> None:
    assert await monitor.status() == "prelaunch"
    await monitor.resume()
    assert await monitor.status() == "running"
    await monitor.pause()
    assert await monitor.status() == "paused"
    await monitor.resume()
    await monitor.quit()
    names = await events_until(monitor, DISCONNECTED)
    assert names == ["RESUME", "STOP", "RESUME", "SHUTDOWN", DISCONNECTED]


async def test_pausing_twice_is_no_error(monitor: Monitor) -> None:
    await monitor.resume()
    await monitor.pause()
    await monitor.pause()
    assert await monitor.status() == "paused"


async def test_a_forward_listens_from_now_on_and_is_listed(monitor: Monitor) -> None:
    port = free_port()
    assert await monitor.add_forward(forward(port)) == forward(port)
    assert is_open(port)
    assert forward(port) in await monitor.forwards()


async def test_a_forward_is_bound_to_its_address_only(monitor: Monitor) -> None:
    port = free_port()
    await monitor.add_forward(forward(port))
    with socket.socket() as other:
        other.bind(("127.0.0.2", port))


async def test_a_removed_forward_listens_no_more(monitor: Monitor) -> None:
    opened = await monitor.add_forward(forward())
    assert await monitor.remove_forward(opened) is True
    assert not is_open(opened.host_port)
    assert opened not in await monitor.forwards()


async def test_removing_a_forward_twice_is_told_and_no_error(monitor: Monitor) -> None:
    opened = await monitor.add_forward(forward())
    await monitor.remove_forward(opened)
    assert await monitor.remove_forward(opened) is False


async def test_port_zero_becomes_a_port_that_the_answer_names(monitor: Monitor) -> None:
    first, second = await asyncio.gather(
        monitor.add_forward(forward()), monitor.add_forward(forward())
    )
    assert first.host_port != second.host_port
    assert is_open(first.host_port)
    assert is_open(second.host_port)


@pytest.mark.parametrize("protocol", ["tcp", "udp"])
async def test_all_addresses_are_listed_as_such(monitor: Monitor, protocol: str) -> None:
    opened = await monitor.add_forward(forward(0, protocol, "0.0.0.0"))
    assert opened.host_ip == "0.0.0.0"
    assert opened in await monitor.forwards()


async def test_tcp_and_udp_may_have_the_same_port(monitor: Monitor) -> None:
    tcp = await monitor.add_forward(forward(free_port()))
    udp = await monitor.add_forward(forward(tcp.host_port, "udp"))
    assert {tcp, udp} <= set(await monitor.forwards())
    assert await monitor.remove_forward(udp)
    assert tcp in await monitor.forwards()


@pytest.mark.parametrize("protocol", ["tcp", "udp"])
async def test_a_taken_port_is_refused_with_the_name_of_its_holder(
    monitor: Monitor, protocol: str
) -> None:
    kind = socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM
    with socket.socket(socket.AF_INET, kind) as held:
        # As generous as can be: whoever shares a UDP port would get half of the datagrams.
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        if protocol == "tcp":
            held.listen()
        with pytest.raises(PortTaken, match=rf"in use by .*\(pid {os.getpid()}\)"):
            await monitor.add_forward(forward(held.getsockname()[1], protocol))


@pytest.mark.parametrize("protocol", ["tcp", "udp"])
async def test_the_same_forward_twice_is_taken(monitor: Monitor, protocol: str) -> None:
    opened = await monitor.add_forward(forward(0, protocol))
    with pytest.raises(PortTaken):
        await monitor.add_forward(opened)
    assert (await monitor.forwards()).count(opened) == 1


async def test_an_address_of_another_computer_is_refused_in_words(monitor: Monitor) -> None:
    with pytest.raises(BadSetting, match=r"no address 192\.0\.2\.9"):
        await monitor.add_forward(forward(free_port(), address="192.0.2.9"))


@pytest.mark.parametrize("address", ["::1", "", "localhost", "127.0.0.1:1-10.0.2.2:1,x"])
async def test_what_is_no_ipv4_address_never_reaches_qemu(monitor: Monitor, address: str) -> None:
    before = await monitor.forwards()
    with pytest.raises(BadSetting):
        await monitor.add_forward(forward(8080, address=address))
    assert await monitor.forwards() == before


async def test_the_disk_grows_while_qemu_has_it_open(monitor: Monitor, paths: Paths) -> None:
    await monitor.resize_disk(2 * GIB)
    assert inspect(paths.data_disk).size == 2 * GIB


async def test_memory_is_unknown_before_the_guest_has_told(monitor: Monitor) -> None:
    assert await monitor.memory() is None
    assert await monitor.memory() is None


async def test_quit_ends_with_status_zero(
    qemu: QemuProcess, monitor: Monitor, paths: Paths
) -> None:
    await monitor.quit()
    async with asyncio.timeout(10):
        assert await qemu.wait() == 0
    assert not qemu.alive
    assert not paths.qemu_identity.exists()


@pytest.mark.parametrize("turns", [0, 1, 3, 10])
async def test_closing_at_any_moment_of_its_end_loses_nothing(
    qemu: QemuProcess, paths: Paths, caplog: pytest.LogCaptureFixture, turns: int
) -> None:
    monitor = await Monitor.connect(HOST, paths)
    await monitor.quit()
    # Let the end of the connection come as far as it likes before it is closed.
    for _ in range(turns):
        await asyncio.sleep(0)
    await monitor.close()
    await monitor.close()
    assert await events_until(monitor, DISCONNECTED) != []
    gc.collect()
    assert "never retrieved" not in caplog.text


async def test_a_killed_qemu_is_noticed_by_events_by_wait_and_by_commands(
    qemu: QemuProcess, monitor: Monitor
) -> None:
    os.kill(qemu.identity.pid, signal.SIGKILL)
    async with asyncio.timeout(10):
        assert await qemu.wait() == -9
    assert await events_until(monitor, DISCONNECTED) == [DISCONNECTED]
    with pytest.raises(Unreachable):
        await monitor.status()
    await monitor.quit()
    assert "SIGKILL" in str(qemu.explain())


async def test_a_refused_command_is_an_error_and_the_connection_stays(monitor: Monitor) -> None:
    with pytest.raises(QemuFailed, match="no-such-command"):
        await monitor._execute("no-such-command")
    assert await monitor.status() == "prelaunch"


async def test_a_second_supervisor_connects_after_the_first_has_left(
    qemu: QemuProcess, paths: Paths
) -> None:
    first = await Monitor.connect(HOST, paths)
    opened = await first.add_forward(forward())
    await first.close()
    second = await Monitor.connect(HOST, paths)
    assert opened in await second.forwards()
    await second.close()


async def test_a_running_one_is_adopted_by_its_record(qemu: QemuProcess, paths: Paths) -> None:
    adopted = QemuProcess.adopt(HOST, paths)
    assert adopted is not None
    assert adopted.identity == qemu.identity
    await adopted.end(grace=5)
    assert not qemu.alive
    assert QemuProcess.adopt(HOST, paths) is None


async def test_a_second_connection_waits_and_can_be_given_up(
    qemu: QemuProcess, paths: Paths
) -> None:
    held = await Monitor.connect(HOST, paths)
    # QEMU serves one connection; another waits in its queue, until the caller has had enough.
    with pytest.raises(Unreachable):
        await Monitor.connect(HOST, paths, limit=0.2)
    another = asyncio.create_task(Monitor.connect(HOST, paths))
    await asyncio.sleep(0)
    another.cancel()
    with pytest.raises(asyncio.CancelledError):
        await another
    assert await held.status() == "prelaunch"
    await held.close()


async def test_a_console_can_be_opened_again_and_again(qemu: QemuProcess, paths: Paths) -> None:
    for _ in range(3):
        _, writer = await HOST.open_stream(paths.serial_socket)
        writer.close()
        await writer.wait_closed()
