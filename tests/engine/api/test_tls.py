"""TCP for clients with a certificate, and for nobody else."""

import asyncio
import contextlib
import os
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp
import msgspec
import pytest

from davit_engine.api import tls
from davit_engine.api.engine import Engine
from davit_engine.api.foreign import answers_to
from davit_engine.api.server import Listening, make_app, serve
from davit_engine.config import Config, load_config
from davit_engine.errors import InvalidParameter
from fakes.api import eventually
from fixtures.certificates import CLIENT, SERVER, Authority

HOSTS = ("127.0.0.1", "localhost", "*.engines.test")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    made = Authority(tmp_path_factory.mktemp("pki"))
    made.issue("server", SERVER, hosts=HOSTS)
    made.issue("client", CLIENT)
    return made


@pytest.fixture
def settings(authority: Authority) -> Config:
    return Config(
        tlsverify=True,
        tlscacert=authority.certificate,
        tlscert=authority.folder / "server.pem",
        tlskey=authority.folder / "server-key.pem",
    )


@pytest.fixture
async def listening(faked: Engine, settings: Config) -> AsyncIterator[Listening]:
    identity = tls.load(settings)
    found = await serve(make_app(faked), ["tcp://127.0.0.1:0"], "", identity=identity)
    yield found
    await found.aclose()


@pytest.fixture
def url(listening: Listening) -> str:
    return listening.addresses[0].replace("tcp://", "https://")


def client(
    authority: Authority, name: str = "client", folder: Path | None = None
) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=authority.certificate)
    if name:
        folder = folder or authority.folder
        context.load_cert_chain(folder / f"{name}.pem", folder / f"{name}-key.pem")
    return context


async def asked(url: str, context: ssl.SSLContext, **headers: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{url}/_ping", headers=headers, ssl=context) as reply,
    ):
        return reply.status, await reply.text()


async def test_a_client_with_a_good_certificate_is_served(url: str, authority: Authority) -> None:
    assert await asked(url, client(authority)) == (200, "OK")


async def test_others_are_turned_away(
    url: str, authority: Authority, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    Authority(tmp_path, "other").issue("stranger", CLIENT)
    authority.issue("expired", CLIENT, days=-1)
    authority.issue("a-server", SERVER)
    caplog.set_level("INFO", logger="davit_engine.api.tls")
    for name, folder, why in (
        ("", None, "it showed no certificate"),
        ("stranger", tmp_path, "unable to get local issuer certificate"),
        ("expired", None, "certificate has expired"),
        ("a-server", None, "unsuitable certificate purpose"),
    ):
        caplog.clear()
        with pytest.raises(aiohttp.ClientError):
            await asked(url, client(authority, name, folder))
        await eventually(lambda why=why: f"turned a client over TLS away: {why}" in caplog.text)
    assert await asked(url, client(authority)) == (200, "OK")


async def test_plain_http_is_answered_in_dockers_words(listening: Listening) -> None:
    reader, writer = await _connect(listening)
    writer.write(b"GET /_ping HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert b"Client sent an HTTP request to an HTTPS server." in await reader.read()
    writer.close()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "localhost:2376"}, 200),
        ({"Host": "one.engines.test"}, 200),
        ({"Host": "one.two.engines.test"}, 403),
        ({"Host": "10.0.0.1:2376"}, 403),
        ({"Host": "evil.example"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 200),
    ],
    ids=str,
)
async def test_web_pages_are_kept_out_over_tls_too(
    url: str, authority: Authority, headers: dict[str, str], status: int
) -> None:
    assert (await asked(url, client(authority), **headers))[0] == status


async def test_one_side_may_end_and_the_other_go_on(settings: Config, authority: Authority) -> None:
    """As `docker run -i` does: everything is sent, and its end, and then all is read."""
    plain = asyncio.Queue[socket.socket]()
    terminator = tls.Terminator(tls.load(settings).context, plain.put)
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)
    terminator.listen(listener, 5)
    sent = os.urandom(1 << 20)
    talking = asyncio.create_task(
        asyncio.to_thread(_talk, listener.getsockname(), client(authority), sent)
    )
    inside = await plain.get()
    inside.setblocking(False)
    reader, writer = await asyncio.open_unix_connection(sock=inside)
    said = await reader.read()
    writer.write(said[::-1])
    await writer.drain()
    writer.close()
    assert said == sent
    assert await talking == sent[::-1]
    await terminator.aclose()


def _talk(address: tuple[str, int], context: ssl.SSLContext, sent: bytes) -> bytes:
    """Send, end our side, and read to the end: Python's own sockets over TLS cannot, but this."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    side = context.wrap_bio(incoming, outgoing, server_hostname="127.0.0.1")
    with socket.create_connection(address, 10) as raw:

        def step(call: Callable[[], Any]) -> Any:
            while True:
                try:
                    return call()
                except ssl.SSLWantReadError:
                    raw.sendall(outgoing.read())
                    incoming.write(raw.recv(1 << 16))

        step(side.do_handshake)
        side.write(sent)
        with contextlib.suppress(ssl.SSLWantReadError):
            side.unwrap()
        raw.sendall(outgoing.read())
        got = b""
        with contextlib.suppress(ssl.SSLZeroReturnError):
            while piece := step(lambda: side.read(1 << 16)):
                got += piece
        return got


async def test_a_client_that_never_shakes_hands_is_closed_and_others_are_served(
    listening: Listening, url: str, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tls, "HANDSHAKE_SECONDS", 0.2)
    reader, writer = await _connect(listening)
    assert await asked(url, client(authority)) == (200, "OK")
    assert await asyncio.wait_for(reader.read(), 5) == b""
    writer.close()


async def test_closing_ends_what_is_open(faked: Engine, settings: Config) -> None:
    identity = tls.load(settings)
    listening = await serve(make_app(faked), ["tcp://127.0.0.1:0"], "", identity=identity)
    reader, writer = await _connect(listening)
    await asyncio.wait_for(listening.aclose(), 10)
    with contextlib.suppress(ConnectionError):
        assert await reader.read() == b""
    writer.close()
    with pytest.raises(ConnectionRefusedError):
        await _connect(listening)


async def _connect(
    listening: Listening,
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    port = int(listening.addresses[0].rpartition(":")[2])
    return await asyncio.open_connection("127.0.0.1", port)


def test_tls_may_listen_anywhere(faked: Engine, settings: Config) -> None:
    async def run() -> list[str]:
        found = await serve(make_app(faked), ["tcp://0.0.0.0:0"], "", identity=tls.load(settings))
        await found.aclose()
        return list(found.addresses)

    assert asyncio.run(run())[0].startswith("tcp://0.0.0.0:")


def test_what_cannot_work_is_refused_at_the_start(
    authority: Authority, settings: Config, tmp_path: Path
) -> None:
    folder = authority.folder
    authority.issue("old", SERVER, hosts=HOSTS, days=-1)
    authority.issue("nameless", SERVER)
    authority.issue("secret", SERVER, hosts=HOSTS, password=b"x")
    authority.issue("open", SERVER, hosts=HOSTS)
    (folder / "open-key.pem").chmod(0o644)
    (tmp_path / "junk.pem").write_text("junk")

    def refused(words: str, **changes: Path | None) -> None:
        with pytest.raises(InvalidParameter, match=words):
            tls.load(msgspec.structs.replace(settings, **changes))

    def pair(name: str) -> dict[str, Path | None]:
        return {"tlscert": folder / f"{name}.pem", "tlskey": folder / f"{name}-key.pem"}

    refused("--tlsverify needs --tlscacert, --tlskey as well", tlscacert=None, tlskey=None)
    refused(r"cannot read the key .*absent.*: No such file", tlskey=tmp_path / "absent")
    refused(r"cannot use the certificate .*absent.*: No such file", tlscert=tmp_path / "absent")
    refused(r"cannot use .*absent as the authority of clients", tlscacert=tmp_path / "absent")
    refused(r"cannot use .*junk.pem as the authority", tlscacert=tmp_path / "junk.pem")
    refused("the key is another one's", tlskey=folder / "client-key.pem")
    refused("certificate has expired", **pair("old"))
    refused("is for no host", **pair("nameless"))
    refused("is encrypted, and nobody is here to be asked", **pair("secret"))
    refused("others may read or change it. Give it to root alone", **pair("open"))
    refused("unsuitable certificate purpose", **pair("client"))


def test_tls_without_verification_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidParameter, match="refusing --tls without --tlsverify"):
        load_config(tmp_path / "absent", {"tls": True})
    given = {"tls": True, "tlsverify": True, "tlscert": "/c.pem"}
    assert load_config(tmp_path / "absent", given).tlscert == Path("/c.pem")


def test_names_are_read_as_clients_read_them() -> None:
    names = frozenset({"a.test", "*.b.test", "10.0.0.1", "fe80::1", "0:0:0:0:0:0:0:9"})
    for host in ("a.test", "A.TEST", "x.b.test", "10.0.0.1", "fe80:0::1", "::9"):
        assert answers_to(host, names), host
    for host in ("b.test", "x.y.b.test", "xa.test", "10.0.0.2", "", "*"):
        assert not answers_to(host, names), host
