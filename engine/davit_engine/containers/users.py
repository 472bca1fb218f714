"""Who a container's process runs as: `--user` read against the image's own passwd and group (pure).

The files come from a stranger's image: lines that do not parse are passed over, numbers are decimal
only, and a value made of digits is always a number, whatever the files say of a name like it.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from davit_engine.errors import InvalidParameter

MAXIMUM_ID: Final = 2**31 - 1
"""Docker's own limit of what `--user` may name."""


class User(msgspec.Struct, frozen=True, kw_only=True):
    uid: int
    gid: int
    groups: tuple[int, ...] = ()
    """Supplementary groups."""
    home: str = "/"


class _Account(msgspec.Struct, frozen=True):
    name: str
    uid: int
    gid: int
    home: str


class _Group(msgspec.Struct, frozen=True):
    name: str
    gid: int
    members: tuple[str, ...]


def resolve(wanted: str, extra_groups: Sequence[str], passwd: str, group: str) -> User:
    """The user meant by `wanted` ("", name, uid, user:group). Raises InvalidParameter."""
    accounts = _accounts(passwd)
    groups = _groups(group)
    user_part, colon, group_part = wanted.partition(":")
    account = _find_account(user_part or "0", accounts)
    supplementary: list[int] = []
    if colon and group_part:
        gid = _find_group(group_part, groups)
    else:
        gid = account.gid
        supplementary = [entry.gid for entry in groups if account.name in entry.members]
    supplementary += [_find_group(name, groups) for name in extra_groups]
    return User(
        uid=account.uid,
        gid=gid,
        groups=tuple(dict.fromkeys(supplementary)),
        home=account.home or "/",
    )


def _find_account(wanted: str, accounts: Sequence[_Account]) -> _Account:
    if wanted.isascii() and wanted.isdecimal():
        uid = _number(wanted)
        for account in accounts:
            if account.uid == uid:
                return account
        return _Account("", uid, 0, "/root" if uid == 0 else "/")
    for account in accounts:
        if account.name == wanted:
            return account
    raise InvalidParameter(f"unable to find user {wanted}: no matching entries in passwd file")


def _find_group(wanted: str, groups: Sequence[_Group]) -> int:
    if wanted.isascii() and wanted.isdecimal():
        return _number(wanted)
    for entry in groups:
        if entry.name == wanted:
            return entry.gid
    raise InvalidParameter(f"unable to find group {wanted}: no matching entries in group file")


def _number(text: str) -> int:
    if len(text) > 10 or int(text) > MAXIMUM_ID:
        raise InvalidParameter(f"uids and gids must be in range 0-{MAXIMUM_ID}, not {text}")
    return int(text)


def _accounts(text: str) -> list[_Account]:
    found = []
    for line in text.splitlines():
        fields = line.split(":")
        if len(fields) >= 6 and fields[0] and _is_id(fields[2]) and _is_id(fields[3]):
            found.append(_Account(fields[0], int(fields[2]), int(fields[3]), fields[5]))
    return found


def _groups(text: str) -> list[_Group]:
    found = []
    for line in text.splitlines():
        fields = line.split(":")
        if len(fields) >= 4 and fields[0] and _is_id(fields[2]):
            members = tuple(name for name in fields[3].split(",") if name)
            found.append(_Group(fields[0], int(fields[2]), members))
    return found


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 10 and int(text) <= MAXIMUM_ID
