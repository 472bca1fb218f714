"""Published ports over a monitor that really listens, as QEMU does."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import pytest

from davit_vm import ports as ports_module
from davit_vm.errors import BadSetting, MachineError, PortRefused, PortTaken, Unreachable
from davit_vm.host.detect import detect_host
from davit_vm.ports import MOST, Ports
from davit_vm.qemu.command import HostForward
from davit_vm.status import Forward
from fakes.waiting import until


class Qemu:
    """Rules as QEMU keeps them; each TCP rule answers with its guest port, then echoes."""

    def __init__(self) -> None:
        self.rules: dict[HostForward, asyncio.Server | None] = {}
        self.refusals: dict[int, MachineError] = {}
        self.asked = 0

    async def forwards(self) -> tuple[HostForward, ...]:
        return tuple(self.rules)

    async def add_forward(self, forward: HostForward) -> HostForward:
        self.asked += 1
        if forward.host_port in self.refusals:
            raise self.refusals[forward.host_port]
        server = None
        port = forward.host_port or 50_000
        if forward.protocol == "tcp":
            try:
                server = await asyncio.start_server(
                    lambda reader, writer: _guest(reader, writer, forward.guest_port),
                    forward.host_ip,
                    forward.host_port,
                )
            except OSError as error:
                raise PortTaken(f"Cannot open {forward}", "it is in use by x (pid 1)") from error
            port = server.sockets[0].getsockname()[1]
        made = HostForward(
            protocol=forward.protocol,
            host_ip=forward.host_ip,
            host_port=port,
            guest_port=forward.guest_port,
        )
        self.rules[made] = server
        return made

    async def remove_forward(self, forward: HostForward) -> bool:
        return self.lose(forward)

    def lose(self, forward: HostForward) -> bool:
        server = self.rules.pop(forward, None)
        if server is not None:
            server.close()
        return server is not None

    def end(self) -> None:
        for rule in tuple(self.rules):
            self.lose(rule)


async def _guest(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, guest_port: int
) -> None:
    writer.write(f"{guest_port}\n".encode())
    with contextlib.suppress(ConnectionError):
        while piece := await reader.read(2**16):
            writer.write(piece)
        writer.write_eof()
    writer.close()


def wanted(
    host_port: int = 0,
    guest_port: int = 40_000,
    *,
    host_ip: str = "127.0.0.1",
    protocol: str = "tcp",
    container: str = "web",
) -> Forward:
    return Forward(
        protocol=protocol,  # type: ignore[arg-type]
        host_ip=host_ip,
        host_port=host_port,
        guest_port=guest_port,
        container=container,
    )


@pytest.fixture
async def qemu() -> AsyncIterator[Qemu]:
    qemu = Qemu()
    yield qemu
    qemu.end()


@pytest.fixture
async def ports(qemu: Qemu) -> AsyncIterator[Ports]:
    ports = Ports(detect_host())
    await ports.attach(qemu)
    yield ports
    await ports.close_all()


async def _greeting(ip: str, port: int) -> bytes:
    reader, writer = await asyncio.open_connection(ip, port)
    line = await asyncio.wait_for(reader.readline(), 10)
    writer.close()
    return line


async def test_a_port_is_open_at_once_and_closed_at_once(qemu: Qemu, ports: Ports) -> None:
    opened = await ports.open(wanted())
    assert opened.host_port
    assert await _greeting("127.0.0.1", opened.host_port) == b"40000\n"
    assert ports.forwards == (opened,)
    await ports.close("tcp", "127.0.0.1", opened.host_port)
    with pytest.raises(ConnectionRefusedError):
        await _greeting("127.0.0.1", opened.host_port)
    assert ports.forwards == ()
    await ports.close("tcp", "127.0.0.1", opened.host_port)


async def test_opening_the_same_again_is_not_an_error(qemu: Qemu, ports: Ports) -> None:
    opened = await ports.open(wanted())
    assert await ports.open(opened) == opened
    assert qemu.asked == 1


async def test_a_port_of_another_container_is_taken_by_name(ports: Ports) -> None:
    opened = await ports.open(wanted(container="db"))
    with pytest.raises(PortTaken, match="in use by container db"):
        await ports.open(wanted(opened.host_port, 40_001))
    with pytest.raises(PortTaken, match="in use by container db"):
        await ports.open(wanted(opened.host_port, 40_001, host_ip="0.0.0.0"))


async def test_a_container_that_restarts_takes_its_port_over(ports: Ports) -> None:
    opened = await ports.open(wanted())
    again = await ports.open(wanted(opened.host_port, 40_001))
    assert again.guest_port == 40_001
    assert await _greeting("127.0.0.1", opened.host_port) == b"40001\n"


async def test_what_qemu_says_is_passed_on(qemu: Qemu, ports: Ports) -> None:
    qemu.refusals[80] = PortRefused("Cannot open 127.0.0.1:80/tcp", "not allowed", "setcap")
    with pytest.raises(PortRefused, match="not allowed"):
        await ports.open(wanted(80))
    assert ports.forwards == ()


@pytest.mark.parametrize(
    "forward",
    [
        wanted(70_000),
        wanted(80, 0),
        wanted(80, 22),
        wanted(80, 2375),
        wanted(80, host_ip="localhost; quit"),
        wanted(80, host_ip="::1", protocol="udp"),
        wanted(8080, host_ip="2001:db8::5"),
    ],
)
async def test_what_makes_no_sense_is_refused(ports: Ports, forward: Forward) -> None:
    with pytest.raises(BadSetting):
        await ports.open(forward)
    assert ports.forwards == ()


async def test_reconciling_closes_keeps_and_opens(qemu: Qemu, ports: Ports) -> None:
    gone = await ports.open(wanted(guest_port=1000))
    kept = await ports.open(wanted(guest_port=1001))
    asked = qemu.asked
    qemu.refusals[81] = PortTaken("Cannot open 127.0.0.1:81/tcp", "it is in use by x (pid 3)")
    outcomes = await ports.reconcile(
        [kept, wanted(81, 1002), wanted(80, 0), wanted(guest_port=1003)]
    )
    assert outcomes[0] == kept
    assert isinstance(outcomes[1], PortTaken)
    assert isinstance(outcomes[2], BadSetting)
    assert isinstance(outcomes[3], Forward)
    assert qemu.asked == asked + 2
    assert {forward.guest_port for forward in ports.forwards} == {1001, 1003}
    with pytest.raises(ConnectionRefusedError):
        await _greeting("127.0.0.1", gone.host_port)


async def test_rules_of_a_running_qemu_are_taken_over(qemu: Qemu) -> None:
    rule = HostForward(protocol="tcp", host_ip="127.0.0.1", host_port=0, guest_port=40_000)
    made = await qemu.add_forward(rule)
    await qemu.add_forward(
        HostForward(protocol="tcp", host_ip="127.0.0.1", host_port=0, guest_port=22)
    )
    ports = Ports(detect_host())
    await ports.attach(qemu)
    assert [forward.guest_port for forward in ports.forwards] == [40_000]
    asked = qemu.asked
    outcomes = await ports.reconcile([wanted(made.host_port)])
    assert qemu.asked == asked
    assert ports.forwards == tuple(outcomes)
    assert ports.forwards[0].container == "web"
    await ports.close_all()
    assert [rule.guest_port for rule in qemu.rules] == [22]


async def test_a_lost_rule_is_made_again_within_two_seconds(qemu: Qemu, ports: Ports) -> None:
    opened = await ports.open(wanted())
    (rule,) = qemu.rules
    watching = asyncio.create_task(ports.watch())
    qemu.lose(rule)
    async with asyncio.timeout(2):
        while True:
            with contextlib.suppress(ConnectionRefusedError):
                assert await _greeting("127.0.0.1", opened.host_port) == b"40000\n"
                break
            await asyncio.sleep(0.02)
    watching.cancel()
    await asyncio.wait([watching])


async def test_a_rule_that_cannot_be_made_again_shows_why(
    qemu: Qemu, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ports_module, "LOOK_EVERY", 0.05)
    changes = 0

    def changed() -> None:
        nonlocal changes
        changes += 1

    ports = Ports(detect_host(), changed=changed)
    await ports.attach(qemu)
    opened = await ports.open(wanted())
    (rule,) = qemu.rules
    qemu.refusals[opened.host_port] = PortTaken("Cannot open it", "it is in use by y (pid 9)")
    qemu.lose(rule)
    before = changes
    watching = asyncio.create_task(ports.watch())
    await until(lambda: ports.forwards[0].problem)
    assert "y (pid 9)" in ports.forwards[0].problem
    assert changes > before
    qemu.refusals.clear()
    await until(lambda: not ports.forwards[0].problem)
    watching.cancel()
    await asyncio.wait([watching])
    await ports.close_all()


async def test_without_qemu_ports_have_a_problem_and_none_opens(qemu: Qemu, ports: Ports) -> None:
    opened = await ports.open(wanted())
    qemu.end()
    ports.detach()
    assert ports.forwards[0].problem == "the machine is not running"
    with pytest.raises(Unreachable, match="not running"):
        await ports.open(wanted())
    await ports.close("tcp", "127.0.0.1", opened.host_port)
    await ports.attach(Qemu())
    assert ports.forwards == ()


async def test_the_number_of_ports_is_limited(qemu: Qemu, ports: Ports) -> None:
    for number in range(MOST):
        await ports.open(wanted(1 + number, protocol="udp"))
    with pytest.raises(PortRefused, match=str(MOST)):
        await ports.open(wanted(60_000, protocol="udp"))
    await ports.reconcile([])
    assert qemu.rules == {}


async def test_an_ipv6_address_leads_in_too(qemu: Qemu, ports: Ports) -> None:
    opened = await ports.open(wanted(host_ip="::1"))
    assert opened.host_ip == "::1"
    reader, writer = await asyncio.open_connection("::1", opened.host_port)
    assert await reader.readline() == b"40000\n"
    sent = bytes(range(256)) * 4000

    async def send() -> None:
        writer.write(sent)
        await writer.drain()
        writer.write_eof()

    async with asyncio.TaskGroup() as group:
        group.create_task(send())
        assert await reader.read() == sent
    writer.close()
    (rule,) = qemu.rules
    assert rule.host_ip == "127.0.0.1"
    await ports.close("tcp", "::1", opened.host_port)
    assert qemu.rules == {}
    with pytest.raises(ConnectionRefusedError):
        await _greeting("::1", opened.host_port)


async def test_a_taken_ipv6_port_names_its_holder(ports: Ports) -> None:
    with socket.socket(socket.AF_INET6) as taken:
        taken.bind(("::1", 0))
        taken.listen()
        with pytest.raises(PortTaken, match=r"in use by .*\(pid \d+\)"):
            await ports.open(wanted(taken.getsockname()[1], host_ip="::1"))
    assert ports.forwards == ()
