"""Who a process runs as, read against files that a stranger wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.containers.users import resolve
from davit_engine.errors import InvalidParameter

PASSWD = (
    "root:x:0:0:root:/root:/bin/sh\nwww:x:33:34:www:/var/www:/bin/sh\n1:x:77:77::/one:/bin/sh\n"
)
GROUP = "root:x:0:\nwww:x:34:\naudio:x:29:www,other\n"


def test_nobody_named_means_root() -> None:
    who = resolve("", (), PASSWD, GROUP)
    assert (who.uid, who.gid, who.home) == (0, 0, "/root")


def test_a_name_brings_its_group_and_memberships() -> None:
    who = resolve("www", (), PASSWD, GROUP)
    assert (who.uid, who.gid, who.groups, who.home) == (33, 34, (29,), "/var/www")


def test_a_group_given_leaves_the_memberships_out() -> None:
    assert resolve("www:audio", (), PASSWD, GROUP).groups == ()
    assert resolve("www:audio", (), PASSWD, GROUP).gid == 29


def test_digits_are_a_number_even_when_a_name_looks_like_them() -> None:
    assert resolve("1", (), PASSWD, GROUP).uid == 1


def test_an_unknown_number_needs_no_entry() -> None:
    who = resolve("4242:4343", ("29",), "", "")
    assert (who.uid, who.gid, who.groups) == (4242, 4343, (29,))


@pytest.mark.parametrize("wanted", ["nobody", "www:nope", "-1", "99999999999", "²", "4294967296"])
def test_what_names_no_user_is_refused(wanted: str) -> None:
    with pytest.raises(InvalidParameter):
        resolve(wanted, (), PASSWD, GROUP)


@given(st.text(max_size=200), st.text(max_size=200))
def test_hostile_files_never_make_anyone_root(passwd: str, group: str) -> None:
    assert resolve("1000", (), passwd, group).uid == 1000


def test_a_group_without_members_is_nobodys() -> None:
    assert resolve("5000", (), PASSWD, GROUP).groups == ()
