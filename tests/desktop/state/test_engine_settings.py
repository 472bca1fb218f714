"""An engine's settings are read from any /info, and what a person types is checked."""

import pytest

from davit_desktop.state.engine_settings import (
    CERTIFICATES,
    INSECURE,
    EngineFacts,
    engine_facts,
    folder_inside,
    folder_outside,
    folder_problem,
    insecure_problem,
    list_of_words,
    mirror_problem,
    proxy_problem,
    with_list,
    with_value,
    without_password,
    words_of_list,
)


def test_facts_are_read_from_what_an_engine_tells() -> None:
    info = {
        "DockerRootDir": "/var/lib/davit",
        "Driver": "erofs",
        "LoggingDriver": "json-file",
        "CgroupVersion": "2",
        "CgroupDriver": "cgroupfs",
        "HttpProxy": "http://proxy:3128",
        "RegistryConfig": {
            "Mirrors": ["https://mirror/"],
            "InsecureRegistryCIDRs": ["10.0.0.0/8", "127.0.0.0/8"],
            "IndexConfigs": {"docker.io": {"Secure": True}, "lab:5000": {"Secure": False}},
        },
    }
    assert engine_facts(info) == EngineFacts(
        root="/var/lib/davit",
        storage="erofs",
        log_driver="json-file",
        cgroups="v2, cgroupfs",
        mirrors=("https://mirror/",),
        insecure=("lab:5000", "10.0.0.0/8"),
        http_proxy="http://proxy:3128",
    )


def test_an_engine_that_tells_nothing_is_no_error() -> None:
    assert engine_facts({"RegistryConfig": None}) == EngineFacts()
    assert engine_facts({"RegistryConfig": {"IndexConfigs": [], "Mirrors": None}}) == EngineFacts()


@pytest.mark.parametrize("text", ["a, b", " a b ,", "a,b,a", "a\nb"])
def test_entries_are_parted_by_commas_and_spaces(text: str) -> None:
    assert list_of_words(text) == ("a", "b")
    assert list_of_words(words_of_list(["a", "b"])) == ("a", "b")
    assert list_of_words(" ") == ()
    assert words_of_list(None) == ""


@pytest.mark.parametrize("good", ["", "http://p:3128", "https://u:w@[::1]:8080"])
def test_a_proxy_is_an_address(good: str) -> None:
    assert proxy_problem(good) == ""


@pytest.mark.parametrize("bad", ["proxy:3128", "ftp://p", "http://", "http://p:99999", "http://[p"])
def test_what_is_no_proxy_is_refused(bad: str) -> None:
    assert "http://" in proxy_problem(bad)
    assert bad in mirror_problem(["https://good", bad])


@pytest.mark.parametrize("bad", ["http://lab", "10.0.0.0/99", "-lab", "lab:port", "a_b/c"])
def test_a_registry_without_tls_is_a_host_or_a_range(bad: str) -> None:
    assert insecure_problem(["lab", "lab.example.com:5000", "10.0.2.2/32", "[::1]:5000"]) == ""
    assert bad in insecure_problem([bad])


def test_one_list_changes_and_the_other_settings_stay() -> None:
    before = {"debug": True, INSECURE: ["lab"]}
    assert with_list(before, INSECURE, ["a", "b"]) == {"debug": True, INSECURE: ["a", "b"]}
    assert with_list(before, INSECURE, []) == {"debug": True}


def test_a_password_is_not_shown_to_others() -> None:
    assert without_password("http://me:secret@p:3128/") == "http://me:***@p:3128/"
    assert without_password("http://p:3128") == "http://p:3128"


def test_a_folder_of_certificates_must_be_shared() -> None:
    assert folder_problem("", []) == ""
    assert folder_problem("/home/me/certs.d", ["/srv", "/home/me"]) == ""
    assert "Machine page" in folder_problem("/home/mean", ["/home/me"])
    assert "whole path" in folder_problem("certs.d", ["/home/me"])
    inside = folder_inside("/home/me/certs.d/")
    assert inside == "/host/home/me/certs.d"
    assert folder_outside(inside) == "/home/me/certs.d"
    assert folder_outside(None) == folder_inside("") == ""
    assert with_value({"a": 1, CERTIFICATES: "/x"}, CERTIFICATES, "") == {"a": 1}
    assert with_value({}, CERTIFICATES, inside) == {CERTIFICATES: inside}
