"""`davit login` and `davit logout`."""

from __future__ import annotations

import sys

from davit_desktop.cli.command import command, option
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.client.credentials import HUB, erase, find, server_of, store
from davit_desktop.client.docker_config import ConfigFailed
from davit_desktop.client.engine import Auth, EngineClient
from davit_desktop.client.errors import ApiError

_UNENCRYPTED = """
WARNING! Your credentials are stored unencrypted in '{path}'.
Configure a credential helper to remove this warning. See
https://docs.docker.com/go/credential-store/
"""


@command("login", "[OPTIONS] [SERVER]", "Authenticate to a registry", words=(0, 1))
@option("password", "p", metavar="string", help="Password or Personal Access Token (PAT)")
@option("password-stdin", help="Take the Password or Personal Access Token (PAT) from stdin")
@option("username", "u", metavar="string", help="Username")
async def login(
    client: EngineClient, words: list[str], password: str, password_stdin: bool, username: str
) -> None:
    server = server_of(words[0] if words else "")
    if password and password_stdin:
        raise CommandFailed(
            "conflicting options: cannot specify both --password and --password-stdin"
        )
    if password:
        print(
            "WARNING! Using --password via the CLI is insecure. Use --password-stdin.",
            file=sys.stderr,
        )
    if password_stdin:
        if not username:
            raise CommandFailed("the --password-stdin option requires --username to be set")
        password = sys.stdin.read().rstrip("\r\n")
    try:
        auth = _auth(server, username, password)
        try:
            answer = await client.auth(auth)
        except ApiError as error:
            if auth.identitytoken or password or not sys.stdin.isatty():
                raise
            # What was on file no longer works: ask.
            print(f"Login did not succeed, error: {error}", file=sys.stderr)
            auth = _asked(server, username or auth.username)
            answer = await client.auth(auth)
        if answer.identity_token:
            auth = Auth(
                username=auth.username,
                identitytoken=answer.identity_token,
                serveraddress=server,
            )
        path = store(server, auth)
    except ConfigFailed as error:
        raise CommandFailed(str(error)) from error
    if path is not None:
        print(_UNENCRYPTED.format(path=path), file=sys.stderr)
    print(answer.status or "Login Succeeded")


def _auth(server: str, username: str, password: str) -> Auth:
    if username and password:
        return Auth(username=username, password=password, serveraddress=server)
    known = None if username or password else find("" if server == HUB else server)
    if known is not None:
        print("Authenticating with existing credentials...", file=sys.stderr)
        return known
    return _asked(server, username)


def _asked(server: str, username: str) -> Auth:
    if not sys.stdin.isatty():
        raise CommandFailed("Error: Cannot perform an interactive login from a non TTY device")
    from getpass import getpass

    if not username:
        print("Username: ", end="", flush=True)
        username = sys.stdin.readline().strip()
    password = getpass("Password: ")
    if not username or not password:
        raise CommandFailed("Error: username and password are both required")
    return Auth(username=username, password=password, serveraddress=server)


@command("logout", "[SERVER]", "Log out from a registry", words=(0, 1), connects=False)
def logout(words: list[str]) -> None:
    server = server_of(words[0] if words else "")
    try:
        erase(server)
    except ConfigFailed as error:
        raise CommandFailed(str(error)) from error
    print(f"Removing login credentials for {server}")
