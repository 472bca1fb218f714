"""What a person logs in to a registry with, and Docker's header that carries it (pure)."""

import base64
import binascii

import msgspec
from typing_extensions import override

from davit_engine.errors import InvalidParameter


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """Never logged; `repr` hides the secrets."""

    username: str = ""
    password: str = ""
    identity_token: str = msgspec.field(default="", name="identitytoken")
    """A refresh token that stands for user name and password."""
    registry_token: str = msgspec.field(default="", name="registrytoken")
    """A bearer token that is sent as it is."""
    server_address: str = msgspec.field(default="", name="serveraddress")

    @override
    def __repr__(self) -> str:
        return f"Credentials({self.username!r} at {self.server_address!r})"

    @property
    def empty(self) -> bool:
        return not (self.username or self.identity_token or self.registry_token)


def decode_auth(header: str) -> Credentials:
    """The value of X-Registry-Auth: URL-safe base64 of a JSON object; empty means anonymous.

    Raises InvalidParameter.
    """
    if not header:
        return Credentials()
    text = header.strip().replace("+", "-").replace("/", "_").rstrip("=")
    try:
        document = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
        fields = msgspec.json.decode(document or b"{}", type=dict[str, object] | None) or {}
        known = {key.lower(): value for key, value in fields.items() if value is not None}
        credentials = msgspec.convert(known, Credentials)
        packed = str(known.get("auth", ""))
        if packed and not credentials.username:
            username, _, password = base64.b64decode(packed).decode().partition(":")
            credentials = msgspec.structs.replace(
                credentials, username=username, password=password.rstrip("\0")
            )
    except (binascii.Error, msgspec.MsgspecError, ValueError) as error:
        # The header's text stays out of the message: it may hold a password.
        raise InvalidParameter(
            "invalid X-Registry-Auth header: expected base64url-encoded JSON with username and "
            "password"
        ) from error
    return credentials
