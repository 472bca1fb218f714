"""Parse the command line and run the daemon."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from davit_engine.config import Config, load_config
from davit_engine.errors import EngineError
from davit_engine.quick_start import loading

DEFAULT_CONFIG = Path("/etc/davit/engine.json")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `davit-engine`; the exit status."""
    options = vars(_parser().parse_args(argv))
    path = options.pop("config_file")
    options["log_opts"] = dict(options["log_opts"]) or None
    stop_containers = options.pop("stop_containers")
    given = {key: value for key, value in options.items() if value not in (None, [])}
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level="INFO")
    try:
        config = load_config(Path(path), given)
        if config.debug:
            logging.getLogger("davit_engine").setLevel("DEBUG")
        if os.geteuid() != 0:
            print("davit-engine must run as root: sudo davit-engine", file=sys.stderr)
            return 1
        # Imported only now, so that --help and a bad setting answer at once.
        with loading():
            from davit_engine.daemon import run

        run(config, stop_containers=stop_containers)
    except EngineError as error:
        print(f"davit-engine: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    defaults = Config()
    parser = argparse.ArgumentParser(
        prog="davit-engine",
        description="The container engine of Davit: a daemon that speaks the Docker Engine API.",
        epilog="Options are spelt as dockerd's; each can stand in the config file, too.",
    )
    add = parser.add_argument
    add("-H", "--host", dest="hosts", action="append", default=[], metavar="ADDRESS",
        help=f"where to listen; repeatable (default {defaults.hosts[0]}); fd:// for systemd's "
        "sockets")  # fmt: skip
    add("--data-root", metavar="DIR", help=f"images, volumes, containers ({defaults.data_root})")
    add("--exec-root", metavar="DIR", help=f"state of what runs ({defaults.exec_root})")
    add("-p", "--pidfile", metavar="FILE", help=f"file for the pid ({defaults.pidfile})")
    add("--config-file", metavar="FILE", default=str(DEFAULT_CONFIG),
        help=f"settings as JSON ({DEFAULT_CONFIG})")  # fmt: skip
    add("-G", "--group", help=f"group that may use the socket ({defaults.group})")
    add("--gate", metavar="ADDRESS:PORT", help="also serve TCP clients that prove they hold a key")
    add("--gate-key", metavar="FILE", help="the gate's key: 64 hexadecimal digits, root's alone")
    add("--tls", action="store_true", default=None, help="implied by --tlsverify")
    add("--tlsverify", action="store_true", default=None,
        help="use TLS for TCP, and let in only clients with a certificate")  # fmt: skip
    add("--tlscacert", metavar="FILE", help="certificate of the authority that signed clients'")
    add("--tlscert", metavar="FILE", help="certificate of this engine")
    add("--tlskey", metavar="FILE", help="key of that certificate, root's alone")
    add("--host-channel", metavar="PATH",
        help="in a virtual machine: the port to the program that runs it")  # fmt: skip
    add("--host-gateway-ip", metavar="ADDRESS",
        help="what host-gateway and host.docker.internal mean (the network's gateway)")  # fmt: skip
    add("--live-restore", metavar="true|false", nargs="?", const=True, type=_boolean,
        help="let containers run on while the daemon is stopped (true)")  # fmt: skip
    add("--stop-containers", action="store_true",
        help="stop the containers that an engine left running, and end")  # fmt: skip
    add("-D", "--debug", action="store_true", default=None, help="log every step")
    add("-b", "--bridge", metavar="NAME", help="name of the default bridge (davit0)")
    add("--bip", metavar="CIDR", help="address of the default bridge")
    add("--ip", metavar="ADDRESS", help=f"host address for published ports ({defaults.ip})")
    add("--dns", action="append", default=[], metavar="ADDRESS", help="name server of containers")
    add("--dns-search", action="append", default=[], metavar="DOMAIN", help="search domain")
    add("--insecure-registry", dest="insecure_registries", action="append", default=[],
        metavar="HOST", help="registry without valid TLS; loopback always is one")  # fmt: skip
    add("--registry-mirror", dest="registry_mirrors", action="append", default=[], metavar="URL",
        help="mirror of Docker Hub")  # fmt: skip
    add("--cgroup-parent", metavar="GROUP", help="parent control group of containers (/davit)")
    add("--runtime", metavar="PROGRAM", help=f"OCI runtime ({defaults.runtime})")
    add("--userns-remap", metavar="auto",
        help="give containers users of their own unless they say --userns=host")  # fmt: skip
    add("--userns-range", metavar="START:COUNT",
        help=f"user and group ids for such containers ({defaults.userns_range})")  # fmt: skip
    add("--storage-driver", dest="snapshotter", metavar="KIND", choices=("erofs", "directory"),
        help="how layers are kept (chosen by what the machine can)")  # fmt: skip
    add("--mkfs-erofs", metavar="PROGRAM", help="mkfs.erofs 1.7 or newer")
    add("--label", dest="labels", action="append", default=[], metavar="KEY=VALUE",
        help="label of this engine")  # fmt: skip
    add("--log-driver", metavar="NAME",
        help=f"where logs go of containers that do not say ({defaults.log_driver})")  # fmt: skip
    add("--log-opt", dest="log_opts", action="append", default=[], type=_option,
        metavar="KEY=VALUE", help="option of that driver")  # fmt: skip
    return parser


def _option(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key and equals):
        raise argparse.ArgumentTypeError(f"expected KEY=VALUE, not {text!r}")
    return key, value


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise argparse.ArgumentTypeError(f"expected true or false, not {text!r}")
    return text == "true"


if __name__ == "__main__":
    sys.exit(main())
