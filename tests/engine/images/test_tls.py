"""Registries over TLS: verified, or not asked at all unless the settings say so."""

import datetime
import ipaddress
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from yarl import URL

from davit_engine.config import Config
from davit_engine.errors import InvalidParameter, Unauthorized, Unavailable
from davit_engine.images.credentials import Credentials
from davit_engine.images.endpoints import candidates, forbidden_target, mirrors
from fakes.registry import Fault, FaultyRegistry, faulty_registry
from fakes.sample_image import SampleImage, sample

ANYONE = Credentials()


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A self-signed certificate for 127.0.0.1, its key beside it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "registry")])
    now = datetime.datetime.now(datetime.UTC)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "server.crt"
    path.write_bytes(built.public_bytes(serialization.Encoding.PEM))
    path.with_suffix(".key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return path


@pytest.fixture(autouse=True)
def no_loopback(monkeypatch):
    """Treat 127.0.0.1 as any other address: it would never be verified otherwise."""
    monkeypatch.setattr("davit_engine.images.endpoints._LOOPBACK", ())


@pytest.fixture
def image() -> SampleImage:
    return sample(seed=500)


@pytest.fixture
async def secure(certificate: Path, image: SampleImage) -> AsyncIterator[FaultyRegistry]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    async with faulty_registry(context) as registry:
        registry.add("x", "latest", image)
        yield registry


async def pull(engine, registry, auth=ANYONE):
    return await engine.images.pull(f"{registry.address}/x", auth, engine.report)


async def test_an_unknown_certificate_is_refused_with_what_to_do(make_engine, tmp_path, secure):
    engine = await make_engine(certs_dir=tmp_path / "certs.d")
    with pytest.raises(Unavailable) as caught:
        await pull(engine, secure)
    text = str(caught.value)
    assert text.startswith(
        f'Get "https://{secure.address}/v2/": tls: failed to verify certificate: self'
    )
    assert f"put its CA certificate into {tmp_path}/certs.d/{secure.address}/ca.crt" in text
    assert secure.requests == []


async def test_a_certificate_in_the_settings_folder_is_trusted(
    make_engine, tmp_path, certificate, secure, image
):
    folder = tmp_path / "certs.d" / secure.address
    folder.mkdir(parents=True)
    (folder / "ca.crt").write_bytes(certificate.read_bytes())
    engine = await make_engine(certs_dir=tmp_path / "certs.d")
    assert (await pull(engine, secure)).id == image.id


async def test_an_insecure_registry_needs_no_good_certificate(make_engine, secure, image):
    engine = await make_engine(insecure_registries=(secure.address,))
    assert (await pull(engine, secure)).id == image.id


async def test_a_registry_without_tls_is_asked_only_when_it_is_listed(make_engine, image):
    async with faulty_registry() as plain:
        plain.add("x", "latest", image)
        engine = await make_engine()
        with pytest.raises(Unavailable, match=r"list \S+ under insecure-registries"):
            await pull(engine, plain)
        assert plain.requests == []
        engine = await make_engine(insecure_registries=("127.0.0.0/8",))
        assert (await pull(engine, plain)).id == image.id


async def test_nothing_leads_from_https_to_plain_http(make_engine, secure, image):
    async with faulty_registry() as plain:
        plain.blobs |= image.blobs
        engine = await make_engine(insecure_registries=(secure.address,))
        digest = image.layer_digests[0]
        place = f"http://{plain.address}/v2/x/blobs/{digest}"
        secure.faults[digest].append(Fault("redirect", status=307, headers=(("Location", place),)))
        with pytest.raises(InvalidParameter, match="it leads from HTTPS to plain HTTP"):
            await pull(engine, secure)
        secure.token = "t"
        secure.realm = f"http://{plain.address}/token"
        with pytest.raises(Unauthorized, match="it is not encrypted"):
            await pull(engine, secure, Credentials(username="ann", password="s3cret"))
        assert plain.requests == []


async def test_a_useless_certificate_file_is_named(make_engine, tmp_path, secure):
    folder = tmp_path / "certs.d" / secure.address
    folder.mkdir(parents=True)
    (folder / "ca.crt").write_text("nonsense")
    engine = await make_engine(certs_dir=tmp_path / "certs.d")
    with pytest.raises(Exception, match=f"cannot use the certificate {folder}/ca.crt"):
        await pull(engine, secure)


def test_docker_hub_is_asked_over_tls_at_its_own_address():
    (endpoint,) = candidates("docker.io", ("docker.io",))
    assert str(endpoint.url("x/manifests/y")) == "https://registry-1.docker.io/v2/x/manifests/y"


def test_localhost_is_asked_without_verification_first_and_plainly_next(monkeypatch):
    monkeypatch.setattr("davit_engine.images.endpoints._LOOPBACK", ("127.0.0.0/8", "::1/128"))
    for domain in ("localhost:5000", "127.3.2.1:5000", "[::1]:5000"):
        secure, plain = candidates(domain, ())
        assert (secure.base.scheme, plain.base.scheme) == ("https", "http")
        assert not secure.verified
    assert len(candidates("localhost.example.org", ())) == 1


@pytest.mark.parametrize("base", ["ftp://x", "x", "https://u:p@x", "https://x?y=z", "http://["])
def test_a_malformed_mirror_is_refused(base):
    with pytest.raises(InvalidParameter, match="registry-mirrors"):
        mirrors((base,))


def test_a_mirror_may_have_a_path():
    (mirror,) = mirrors(("https://cache.example.org/hub/",))
    assert str(mirror.url("x")) == "https://cache.example.org/hub/v2/x"


@pytest.mark.parametrize(
    ("url", "fine"),
    [
        ("https://cdn.example.org/a?b=c", True),
        ("http://10.0.0.1/a", True),
        ("http://169.254.169.254/", False),
        ("http://[fe80::1]/", False),
        ("http://0.0.0.0/", False),
        ("https://a@b/", False),
        ("gopher://x/", False),
        ("/x", False),
    ],
)
def test_some_places_are_never_followed_to(url, fine):
    assert (forbidden_target(URL(url)) == "") is fine


def test_the_settings_have_no_insecure_registry_by_default():
    assert Config().insecure_registries == ()
