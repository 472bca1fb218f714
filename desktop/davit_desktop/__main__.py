"""Start the window."""

import argparse
import logging
import os
import sys
import time
from pathlib import Path


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

    scheme = Scheme(options.scheme) if options.scheme else None
    try:
        return app.run(options.host, scheme, began, options.screenshot, hidden=options.hidden)
    except ClientError as error:
        print(f"davit-desktop: {error}", file=sys.stderr)
        return 2


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
    parser.add_argument("--hidden", action="store_true", help="start in the tray, as at login")
    # For whoever writes about Davit: a picture of the window with what the engine holds.
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
