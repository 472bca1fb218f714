"""All of Davit's programs in one: which of them it is says the name it is called by."""

import sys
from pathlib import Path


def main() -> int:
    """Run the program; its exit status."""
    match Path(sys.argv[0]).name:
        case "davit-desktop":
            from davit_desktop.__main__ import main as desktop

            return desktop()
        case "davit-engine":
            from davit_engine.__main__ import main as engine

            return engine()
        case "davit-machine":
            from davit_vm.__main__ import main as machine

            return machine()
        case _:
            from davit_desktop.cli.main import main as davit

            davit()
            return 0


if __name__ == "__main__":
    sys.exit(main())
