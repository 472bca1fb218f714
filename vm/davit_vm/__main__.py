"""`davit-machine run`: be the supervisor; the command line starts it when it is needed."""

import argparse
import asyncio
import logging
import sys
import time
from pathlib import Path

from davit_vm.errors import AlreadyRunning, MachineError
from davit_vm.front_door import ALREADY_RUNS
from davit_vm.host.detect import detect_host
from davit_vm.paths import machine_paths
from davit_vm.status import Event
from davit_vm.supervisor import supervise


def main() -> int:
    parser = argparse.ArgumentParser(prog="davit-machine", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="look after the machine until it is stopped")
    run.add_argument("--home", type=Path, help="the machine's folder")
    run.add_argument("--foreground", action="store_true", help="start it, and print what happens")
    arguments = parser.parse_args()
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    paths = machine_paths(arguments.home)
    heard = _print if arguments.foreground else _log
    try:
        asyncio.run(supervise(detect_host(), paths, heard=heard, start=arguments.foreground))
    except AlreadyRunning as error:
        print(f"davit-machine: {error}", file=sys.stderr)
        return ALREADY_RUNS
    except MachineError as error:
        print(f"davit-machine: {error}\n{error.hint}".rstrip(), file=sys.stderr)
        return 1
    return 0


def _print(event: Event) -> None:
    """One line an event, for a terminal."""
    if event.text:
        moment = time.strftime("%H:%M:%S", time.localtime(event.time))
        print(f"{moment} {event.kind}: {event.text}", flush=True)


def _log(event: Event) -> None:
    if event.text:
        logging.getLogger("davit_vm").info("%s: %s", event.kind, event.text)


if __name__ == "__main__":
    sys.exit(main())
