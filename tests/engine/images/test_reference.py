"""The grammar of references, by example and by property."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.errors import InvalidParameter
from davit_engine.images.reference import Reference, parse_digest, parse_reference, parse_sha256

HEX = "0123456789abcdef" * 4
DIGEST = f"sha256:{HEX}"


@pytest.mark.parametrize(
    ("text", "normal", "familiar"),
    [
        ("ubuntu", "docker.io/library/ubuntu", "ubuntu"),
        ("ubuntu:22.04", "docker.io/library/ubuntu:22.04", "ubuntu:22.04"),
        ("docker.io/ubuntu", "docker.io/library/ubuntu", "ubuntu"),
        ("docker.io/library/ubuntu", "docker.io/library/ubuntu", "ubuntu"),
        ("index.docker.io/library/ubuntu", "docker.io/library/ubuntu", "ubuntu"),
        ("library/ubuntu", "docker.io/library/ubuntu", "ubuntu"),
        ("ann/tool", "docker.io/ann/tool", "ann/tool"),
        ("library/a/b", "docker.io/library/a/b", "library/a/b"),
        ("localhost/x", "localhost/x", "localhost/x"),
        ("localhost:5000/x:y", "localhost:5000/x:y", "localhost:5000/x:y"),
        ("127.0.0.1:5000/a/b", "127.0.0.1:5000/a/b", "127.0.0.1:5000/a/b"),
        ("[::1]:5000/x", "[::1]:5000/x", "[::1]:5000/x"),
        ("Host/x", "Host/x", "Host/x"),
        ("xn--n3h.com/x", "xn--n3h.com/x", "xn--n3h.com/x"),
        ("a__b/c-d---e.f_g", "docker.io/a__b/c-d---e.f_g", "a__b/c-d---e.f_g"),
        (f"x:t@{DIGEST}", f"docker.io/library/x:t@{DIGEST}", f"x:t@{DIGEST}"),
        ("x:" + "a" * 128, "docker.io/library/x:" + "a" * 128, "x:" + "a" * 128),
        ("sha256:616c", "docker.io/library/sha256:616c", "sha256:616c"),
    ],
)
def test_a_reference_has_a_normal_and_a_familiar_form(text, normal, familiar):
    reference = parse_reference(text)
    assert (str(reference), reference.familiar) == (normal, familiar)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "repository name must have at least one component"),
        (":latest", "invalid reference format"),
        ("x:", "invalid reference format"),
        ("x:-a", "invalid reference format"),
        ("x:" + "a" * 129, "invalid reference format"),
        ("x:../../", "invalid reference format"),
        ("../x", "invalid reference format"),
        ("a//b", "invalid reference format"),
        ("a/b/", "invalid reference format"),
        ("a..b", "invalid reference format"),
        ("a___b", "invalid reference format"),
        ("-a", "invalid reference format"),
        ("a.", "invalid reference format"),
        (" x", "invalid reference format"),
        ("x\n", "invalid reference format"),
        ("x:a\n", "invalid reference format"),
        ("xä", "invalid reference format"),
        ("exampIe.соm/x", "invalid reference format"),
        ("x@y", "invalid reference format"),
        ("x@sha256:abc", "invalid reference format"),
        ("a" * 5000, "invalid reference format"),
        ("host:99999/x", "invalid reference format"),
        ("host:0/x", "invalid reference format"),
        ("Ubuntu", r"repository name \(library/Ubuntu\) must be lowercase"),
        ("ann/Tool:X", r"repository name \(ann/Tool\) must be lowercase"),
        ("a" * 256, "repository name must not be more than 255 characters"),
        (HEX, "cannot specify 64-byte hexadecimal strings"),
        (f"x@sha256:{HEX}00", "invalid checksum digest length"),
        (f"x@sha256:{HEX.upper()}", "invalid checksum digest format"),
        (f"x@md5:{HEX}", "unsupported digest algorithm"),
    ],
)
def test_a_malformed_reference_is_refused_in_dockers_words(text, message):
    with pytest.raises(InvalidParameter, match=message):
        parse_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sha256",
        "sha256:",
        HEX,
        f"SHA256:{HEX}",
        f"sha256:{HEX.upper()}",
        "sha256:../../../../etc/passwd",
        f"sha256:{HEX[:-1]}",
        f"sha256:{HEX[:-3]}../",
        f"sha256:{HEX}\n",
        f"sha256:{HEX[:-1]}０",
        f"md5:{HEX}",
    ],
)
def test_a_malformed_digest_is_refused(text):
    with pytest.raises(InvalidParameter):
        parse_digest(text)


def test_only_sha256_is_stored():
    longer = f"sha512:{HEX}{HEX}"
    assert parse_digest(longer) == longer
    with pytest.raises(InvalidParameter, match="unsupported digest algorithm"):
        parse_sha256(longer)


def test_a_digest_makes_the_tag_beside_it_meaningless():
    assert str(parse_reference(f"x:t@{DIGEST}").key) == f"docker.io/library/x@{DIGEST}"
    assert str(parse_reference("x").key) == "docker.io/library/x:latest"


COMPONENT = st.from_regex(r"[a-z0-9]{1,6}((\.|_|__|-{1,3})[a-z0-9]{1,6}){0,2}", fullmatch=True)
DOMAIN = st.from_regex(
    r"(localhost|[a-z0-9]{1,5}\.[A-Za-z0-9]{1,4}|\[::[0-9a-f]{1,4}\])(:[1-9][0-9]{0,3})?",
    fullmatch=True,
)
TAG = st.from_regex(re.compile(r"[\w][\w.-]{0,20}", re.ASCII), fullmatch=True)
REFERENCES = st.builds(
    Reference,
    domain=DOMAIN,
    path=st.lists(COMPONENT, min_size=1, max_size=4).map("/".join),
    tag=st.one_of(st.just(""), TAG),
    digest=st.sampled_from(["", DIGEST]),
)


@given(REFERENCES)
def test_both_forms_of_a_reference_mean_the_reference(reference):
    assert parse_reference(str(reference)) == reference
    assert parse_reference(reference.familiar) == reference


@given(st.lists(COMPONENT, min_size=1, max_size=3).map("/".join), TAG)
def test_a_name_on_docker_hub_survives_its_familiar_form(path, tag):
    if "." in path.split("/")[0] or path.split("/")[0] == "localhost":
        return  # the familiar form of such a path would name a registry, in Docker too
    reference = parse_reference(f"docker.io/{path}:{tag}")
    assert parse_reference(reference.familiar) == reference


@given(st.text(max_size=80))
def test_any_text_is_a_reference_or_refused(text):
    try:
        reference = parse_reference(text)
    except InvalidParameter:
        return
    assert parse_reference(str(reference)) == reference
    assert ".." not in str(reference).split("/")


@given(st.text(alphabet="aA0./:@-_[]", max_size=30))
def test_what_is_accepted_looks_like_the_grammar(text):
    try:
        reference = parse_reference(text)
    except InvalidParameter:
        return
    assert re.fullmatch(r"[a-z0-9]+((\.|_|__|-+|/)[a-z0-9]+)*", reference.path)
    assert re.fullmatch(r"[\w.:\[\]-]+", reference.domain, re.ASCII)
