"""Start the window."""

import argparse
import logging
import os
import sys
import time
from pathlib import Path

_PATIENCE = 30.0
"""Seconds for windows that were asked to end: the last deletes are finished first."""


def main(arguments: list[str] | None = None) -> int:
    """The `davit-desktop` command; returns its exit status."""
    began = time.monotonic()
    options = _parser().parse_args(arguments)
    debug = bool(os.environ.get("DAVIT_DEBUG"))
    logging.basicConfig(
        level=logging.INFO if debug else logging.WARNING,
        format="%(asctime)s %(name)s: %(message)s",
    )
    logging.getLogger("httpx").setLevel(logging.WARNING)
    from davit_desktop.updates import early

    if options.screenshot is None and early.look_back():
        return 0
    # Qt is loaded after the arguments are known to be good, so that --help is immediate.
    from davit_desktop import app
    from davit_desktop.client.errors import ClientError
    from davit_desktop.settings import Scheme

    if options.quit:
        return _quit()
    if options.register is not None or options.unregister is not None:
        return _register(options.register, options.unregister)
    scheme = Scheme(options.scheme) if options.scheme else None
    try:
        return app.run(options.host, scheme, began, options.screenshot, hidden=options.hidden)
    except ClientError as error:
        print(f"davit-desktop: {error}", file=sys.stderr)
        return 2


def _quit() -> int:
    """Nothing of Davit runs on, or the exit status is 1 and standard error says what does."""
    import asyncio

    from PySide6.QtCore import QCoreApplication

    from davit_desktop import instances
    from davit_desktop.machine import this_machine
    from davit_vm import MachineError

    application = QCoreApplication([])
    ended = instances.end_all(_PATIENCE)
    application.shutdown()
    if not ended:
        print(f"davit-desktop: a window does not end within {_PATIENCE:.0f} s", file=sys.stderr)
    try:
        asyncio.run(this_machine().shut_down())
    except MachineError as error:
        print(f"davit-desktop: {error}\n{error.hint}".rstrip(), file=sys.stderr)
        return 1
    return 0 if ended else 1


def _register(come: str | None, go: str | None) -> int:
    from davit_desktop import windows_registration
    from davit_desktop.machine import this_machine

    try:
        if come is not None:
            windows_registration.register(this_machine().endpoint, everybody=come == "1")
        if go is not None:
            windows_registration.unregister(everybody=go == "1")
    except OSError as error:
        print(f"davit-desktop: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="davit-desktop",
        description="Davit's window: run containers, read their logs, open their ports.",
        epilog="Environment: DAVIT_HOST, then DOCKER_HOST, name the engine when --host does not; "
        "otherwise it is this computer's own, or that of the machine. "
        "DAVIT_DEBUG=1 logs what happens and where the event loop stalls.",
    )
    parser.add_argument(
        "-H",
        "--host",
        metavar="ADDRESS",
        help="the engine: unix:///run/davit/engine.sock, tcp://host:port",
    )
    parser.add_argument(
        "--scheme",
        choices=("system", "light", "dark"),
        help="colours for this run; otherwise as chosen in the View menu",
    )
    parser.add_argument(
        "--quit",
        action="store_true",
        help="end every window of this user and stop the machine, as before an upgrade",
    )
    parser.add_argument("--hidden", action="store_true", help="start in the tray, as at login")
    # For the Windows setup program: 1 where Davit is installed for everybody.
    parser.add_argument("--register", choices=("0", "1"), help=argparse.SUPPRESS)
    parser.add_argument("--unregister", choices=("0", "1"), help=argparse.SUPPRESS)
    # For whoever writes about Davit: a picture of the window with what the engine holds.
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
