"""Web addresses are found whole, and nothing else is opened."""

import pytest

from davit_desktop.logs.links import find_links, is_web_address


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see http://localhost:8080/ now", ["http://localhost:8080/"]),
        ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("<https://example.org/x>.", ["https://example.org/x"]),
        ('"http://a.b/c", http://d/', ["http://a.b/c", "http://d/"]),
        ("HTTPS://EXAMPLE.ORG", ["HTTPS://EXAMPLE.ORG"]),
        ("file:///etc/passwd javascript:alert(1) ftp://x", []),
        ("http:// nothing", []),
    ],
)
def test_addresses_end_where_the_sentence_goes_on(text: str, links: list[str]) -> None:
    assert [text[a:b] for a, b in find_links(text)] == links


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "https://user:secret@example.org/",
        "https://bank.example@evil.example/",
        "https://ex\u0430mple.org/",
        "http://a b",
        "http://[::1",
        "http://host:port/",
        "javascript:alert(1)",
        "",
    ],
)
def test_what_is_not_plainly_a_web_address_is_not_opened(address: str) -> None:
    assert not is_web_address(address)
