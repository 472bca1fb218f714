"""The connection to the guest: commands, typed errors, a host key that is never exchanged."""

import asyncio
import contextlib
import socket
import time

import pytest

from davit_vm.ssh import session as session_module
from davit_vm.ssh.session import (
    AuthenticationFailed,
    CommandTimedOut,
    HostKeyChanged,
    Refused,
    Session,
    SlowBanner,
    SshError,
)
from fakes.waiting import until


def _session(server, keys, **how: float) -> Session:
    return Session(
        server.address, client_key=keys.client, host_key=keys.host, **({"connect_limit": 10} | how)
    )


async def test_a_command_has_input_output_errors_and_a_status(server, keys) -> None:
    async with _session(server, keys) as session:
        result = await session.run("cat; echo problem >&2; exit 3", input=b"hello")
        assert (result.stdout, result.stderr, result.status) == (b"hello", b"problem\n", 3)
        assert (await session.run("true")).status == 0
        assert server.accepted == 1


async def test_much_input_and_output_at_the_same_time(server, keys) -> None:
    sent = bytes(range(256)) * 12_000
    async with _session(server, keys) as session:
        result = await session.run("tee /dev/stderr", input=sent, timeout=60)
        assert result.stdout == sent
        assert result.stderr == sent


async def test_a_command_that_does_not_read_its_input(server, keys) -> None:
    async with _session(server, keys) as session:
        result = await session.run("exec <&-; echo done", input=bytes(5_000_000), timeout=30)
        assert result.stdout == b"done\n"


async def test_commands_run_beside_each_other(server, keys) -> None:
    async with _session(server, keys) as session:
        began = time.monotonic()
        results = await asyncio.gather(*(session.run(f"sleep 0.5; echo {n}") for n in range(4)))
        assert [result.stdout for result in results] == [b"0\n", b"1\n", b"2\n", b"3\n"]
        assert time.monotonic() - began < 1.9
        assert server.accepted == 1


async def test_a_command_may_take_too_long(server, keys) -> None:
    async with _session(server, keys) as session:
        with pytest.raises(CommandTimedOut, match=r"sleep took longer"):
            await session.run("sleep 30", timeout=0.2)
        assert (await session.run("echo still here")).stdout == b"still here\n"


async def test_cancelling_a_command_ends_the_wait(server, keys) -> None:
    async with _session(server, keys) as session:
        await session.open()
        waiting = asyncio.create_task(session.run("sleep 30"))
        await asyncio.sleep(0.1)
        waiting.cancel()
        async with asyncio.timeout(5):
            with contextlib.suppress(asyncio.CancelledError):
                await waiting
        assert waiting.cancelled()
        assert (await session.run("echo on")).stdout == b"on\n"


async def test_output_without_end_is_cut(server, keys, monkeypatch) -> None:
    monkeypatch.setattr(session_module, "_MOST_OUTPUT", 300_000)
    async with _session(server, keys) as session:
        result = await session.run("cat /dev/zero", timeout=60)
        assert 300_000 <= len(result.stdout) < 500_000
        assert result.status == -1


async def test_a_lost_connection_is_made_again(server, keys) -> None:
    async with _session(server, keys) as session:
        assert (await session.run("echo one")).stdout == b"one\n"
        server.drop()
        await until(lambda: not session.connected)
        assert (await session.run("echo two")).stdout == b"two\n"
        assert server.accepted == 2


async def test_it_waits_for_a_server_that_comes_later(server, keys) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    session = Session(
        ("127.0.0.1", port), client_key=keys.client, host_key=keys.host, connect_limit=20
    )
    opening = asyncio.create_task(session.open())
    await asyncio.sleep(0.3)
    late = type(server)(keys.host_pkey, keys.client_key, port)
    await opening
    assert (await session.run("echo up")).stdout == b"up\n"
    await session.close()
    late.close()


async def test_nobody_listening_is_refused(keys) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = taken.getsockname()
    session = Session(address, client_key=keys.client, host_key=keys.host, connect_limit=0.3)
    with pytest.raises(Refused, match="nobody listens"):
        await session.open()


async def test_a_port_without_a_guest_behind_it_is_refused(keys) -> None:
    closing = await asyncio.start_server(
        lambda reader, writer: writer.transport.abort(), "127.0.0.1", 0
    )
    session = Session(
        closing.sockets[0].getsockname(),
        client_key=keys.client,
        host_key=keys.host,
        connect_limit=0.5,
    )
    with pytest.raises(SshError) as caught:
        await session.open()
    assert not isinstance(caught.value, SlowBanner)
    closing.close()


async def test_another_host_key_is_never_accepted(server, keys, tmp_path) -> None:
    session = Session(server.address, client_key=keys.client, host_key=keys.client)
    began = time.monotonic()
    with pytest.raises(HostKeyChanged, match="another key"):
        await session.run("true")
    assert time.monotonic() - began < 10
    assert server.accepted == 1


async def test_a_key_that_the_guest_does_not_know_is_refused_at_once(server, keys) -> None:
    session = Session(server.address, client_key=keys.host, host_key=keys.host)
    with pytest.raises(AuthenticationFailed, match="does not accept"):
        await session.open()
    assert server.accepted == 1


async def test_a_server_that_says_nothing_is_a_slow_banner(server, keys, monkeypatch) -> None:
    monkeypatch.setattr(session_module, "_BANNER_LIMIT", 1.0)
    server.silent = True
    with pytest.raises(SlowBanner):
        await _session(server, keys, connect_limit=1).open()


async def test_a_missing_key_is_said_with_its_path(server, keys) -> None:
    keys.client.unlink()
    with pytest.raises(AuthenticationFailed, match="id_ed25519"):
        await _session(server, keys).open()
    assert server.accepted == 0
