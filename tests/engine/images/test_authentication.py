"""Challenges, tokens and Docker's authentication header."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.errors import Forbidden, InvalidParameter, NotFound, Unauthorized, Unavailable
from davit_engine.images.authentication import Challenge, parse_challenges, token_query
from davit_engine.images.credentials import Credentials, decode_auth
from davit_engine.images.reference import parse_reference
from davit_engine.images.refusal import Interrupted, parse_refusal, pull_refused, refused

HUB = (
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",'
    'scope="repository:library/x:pull,push"'
)


def test_a_bearer_challenge_is_understood():
    (challenge,) = parse_challenges([HUB])
    assert challenge == Challenge(
        "bearer",
        {
            "realm": "https://auth.docker.io/token",
            "service": "registry.docker.io",
            "scope": "repository:library/x:pull,push",
        },
    )


@pytest.mark.parametrize(
    ("headers", "schemes"),
    [
        (['Basic realm="x"'], ["basic"]),
        (['Basic realm="x", Bearer realm="y"'], ["basic", "bearer"]),
        (['Basic realm="x"', 'Bearer realm="y"'], ["basic", "bearer"]),
        (["Negotiate"], ["negotiate"]),
        (['Basic realm="a, Bearer b=c"'], ["basic"]),
        ([r'Basic realm="a\"b"'], ["basic"]),
        ([""], []),
        (['"'], []),
    ],
)
def test_several_challenges_are_told_apart(headers, schemes):
    assert [challenge.scheme for challenge in parse_challenges(headers)] == schemes


def test_an_escaped_quote_is_part_of_the_value():
    (challenge,) = parse_challenges([r'Basic realm="a\"b"'])
    assert challenge.parameters == {"realm": 'a"b'}


@given(st.text(alphabet='aB =,"\\/:', max_size=60))
def test_any_header_is_taken_or_passed_over(text):
    for challenge in parse_challenges([text]):
        assert challenge.scheme == challenge.scheme.lower()


def test_an_identity_token_is_sent_as_a_refresh_token():
    (challenge,) = parse_challenges([HUB])
    fields = dict(token_query(challenge, ["a", "b"], Credentials(identity_token="t")))
    assert fields["grant_type"] == "refresh_token"
    assert fields["scope"] == "a b"
    plain = token_query(challenge, ["a", "b"], Credentials(username="ann", password="p"))
    assert plain == [
        ("service", "registry.docker.io"),
        ("scope", "a"),
        ("scope", "b"),
        ("account", "ann"),
    ]


def header(document: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(document).encode()).decode()


@pytest.mark.parametrize(
    ("text", "credentials"),
    [
        ("", Credentials()),
        (header({}), Credentials()),
        (header(None), Credentials()),
        (
            header({"username": "ann", "password": "ü", "email": None, "serveraddress": "x"}),
            Credentials(username="ann", password="ü", server_address="x"),
        ),
        (
            header({"username": "a", "password": "b"}).rstrip("="),
            Credentials(username="a", password="b"),
        ),
        (
            header({"auth": base64.b64encode(b"ann:p:q").decode()}),
            Credentials(username="ann", password="p:q"),
        ),
        (header({"identitytoken": "t"}), Credentials(identity_token="t")),
    ],
)
def test_dockers_header_is_decoded(text, credentials):
    assert decode_auth(text) == credentials


@pytest.mark.parametrize("text", ["!!", "aaaaa", header([1]), header({"username": 1}), "ä"])
def test_a_malformed_header_is_refused_without_repeating_it(text):
    with pytest.raises(InvalidParameter) as caught:
        decode_auth(text)
    assert text not in str(caught.value)


def test_credentials_do_not_show_their_secrets():
    shown = repr(Credentials(username="ann", password="s3cret", identity_token="t0ken"))
    assert "s3cret" not in shown
    assert "t0ken" not in shown


def body(code: str, message: str) -> bytes:
    return json.dumps({"errors": [{"code": code, "message": message}]}).encode()


@pytest.mark.parametrize(
    ("status", "raw", "kind", "text"),
    [
        (404, body("NAME_UNKNOWN", "repository name not known to registry"), NotFound,
         "repository x not found: name unknown: repository name not known to registry"),
        (404, b"<html>", NotFound,
         "manifest for x:latest not found: manifest unknown: manifest unknown"),
        (401, b"", Unauthorized,
         "unauthorized: authentication required. Log in with: docker login docker.io"),
        (403, body("DENIED", "no"), NotFound,
         "pull access denied for x, repository does not exist or may require 'docker login': "
         "denied: no"),
        (403, b"", Forbidden, "received unexpected HTTP status: 403 Forbidden"),
        (500, b"", Interrupted, "received unexpected HTTP status: 500 Internal Server Error"),
        (429, b"", Interrupted, "toomanyrequests: the registry limits the rate of requests"),
        (418, b"", Unavailable, "received unexpected HTTP status: 418 I'm a Teapot"),
        (799, b"", Interrupted, "received unexpected HTTP status: 799"),
    ],
)  # fmt: skip
def test_a_refused_pull_is_told_as_docker_does(status, raw, kind, text):
    error = pull_refused(parse_refusal(status, raw), parse_reference("x:latest"))
    assert (type(error), str(error)) == (kind, text)


def test_an_insufficient_scope_means_denied():
    challenge = Challenge("bearer", {"error": "insufficient_scope"})
    refusal = parse_refusal(401, body("UNAUTHORIZED", "authentication required"), [challenge])
    assert refusal.text == "denied: requested access to the resource is denied"


@pytest.mark.parametrize(
    ("value", "seconds"), [("7", 7.0), ("", None), ("-1", None), ("Wed, 21 Oct", None)]
)
def test_the_time_to_wait_is_read(value, seconds):
    error = refused(parse_refusal(429, b"", retry_after=value))
    assert isinstance(error, Interrupted)
    assert error.retry_after == seconds


@given(st.binary(max_size=100), st.integers(400, 599))
def test_any_body_is_an_error(raw, status):
    assert str(refused(parse_refusal(status, raw)))
