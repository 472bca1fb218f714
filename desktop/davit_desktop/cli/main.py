"""The davit command: finds the command that was asked for, prints failures, sets the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click
from typing_extensions import override

from davit_desktop.cli.command import Entry, LazyGroup
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.client.flags import Flag, FlagError

_CONTAINER: dict[str, Entry] = {
    "attach": (
        "attached",
        "attach",
        "Attach local standard input, output, and error streams to a running container",
    ),
    "commit": ("containers", "commit", "Create a new image from a container's changes"),
    "cp": (
        "copy",
        "cp",
        "Copy files/folders between a container and the local filesystem",
    ),
    "create": ("run", "create", "Create a new container"),
    "diff": (
        "containers",
        "diff",
        "Inspect changes to files or directories on a container's filesystem",
    ),
    "exec": ("attached", "exec_", "Execute a command in a running container"),
    "export": ("containers", "export", "Export a container's filesystem as a tar archive"),
    "kill": ("containers", "kill", "Kill one or more running containers"),
    "logs": ("logs", "logs", "Fetch the logs of a container"),
    "pause": ("containers", "pause", "Pause all processes within one or more containers"),
    "port": (
        "containers",
        "port",
        "List port mappings or a specific mapping for the container",
    ),
    "rename": ("containers", "rename", "Rename a container"),
    "restart": ("containers", "restart", "Restart one or more containers"),
    "rm": ("containers", "rm", "Remove one or more containers"),
    "run": ("run", "run", "Create and run a new container from an image"),
    "start": ("attached", "start", "Start one or more stopped containers"),
    "stats": (
        "stats",
        "stats",
        "Display a live stream of container(s) resource usage statistics",
    ),
    "stop": ("containers", "stop", "Stop one or more running containers"),
    "top": ("containers", "top", "Display the running processes of a container"),
    "unpause": ("containers", "unpause", "Unpause all processes within one or more containers"),
    "update": ("containers", "update", "Update configuration of one or more containers"),
    "wait": (
        "containers",
        "wait",
        "Block until one or more containers stop, then print their exit codes",
    ),
}
_IMAGE: dict[str, Entry] = {
    "build": ("build", "build", "Build an image from a Dockerfile"),
    "history": ("images", "history", "Show the history of an image"),
    "import": (
        "images",
        "import_",
        "Import the contents from a tarball to create a filesystem image",
    ),
    "load": ("images", "load", "Load an image from a tar archive or STDIN"),
    "pull": ("images", "pull", "Download an image from a registry"),
    "push": ("images", "push", "Upload an image to a registry"),
    "save": (
        "images",
        "save",
        "Save one or more images to a tar archive (streamed to STDOUT by default)",
    ),
    "tag": ("images", "tag", "Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE"),
}

CONTAINER_GROUP: dict[str, Entry] = {
    **_CONTAINER,
    "inspect": (
        "inspect",
        "container_inspect",
        "Display detailed information on one or more containers",
    ),
    "ls": ("containers", "ps", "List containers"),
    "list": ("containers", "ps", ""),
    "ps": ("containers", "ps", ""),
    "prune": ("containers", "prune", "Remove all stopped containers"),
    "remove": ("containers", "rm", ""),
}
IMAGE_GROUP: dict[str, Entry] = {
    **_IMAGE,
    "inspect": (
        "inspect",
        "image_inspect",
        "Display detailed information on one or more images",
    ),
    "ls": ("images", "images", "List images"),
    "list": ("images", "images", ""),
    "prune": ("images", "prune", "Remove unused images"),
    "rm": ("images", "rmi", "Remove one or more images"),
    "remove": ("images", "rmi", ""),
}
BUILDER_GROUP: dict[str, Entry] = {
    "build": ("build", "build", "Build an image from a Dockerfile"),
    "history": ("build", "history", "List the builds that the engine remembers"),
    "ls": ("build", "history", ""),
    "logs": ("build", "logs", "Show what a build told, and follow one that runs"),
    "prune": ("build", "prune", "Remove build cache"),
    "rm": ("build", "remove", "Forget builds; their images and cache stay"),
    "stop": ("build", "stop", "Cancel builds that run"),
}
VOLUME_GROUP: dict[str, Entry] = {
    "create": ("volumes", "create", "Create a volume"),
    "inspect": ("volumes", "inspect", "Display detailed information on one or more volumes"),
    "ls": ("volumes", "ls", "List volumes"),
    "list": ("volumes", "ls", ""),
    "prune": ("volumes", "prune", "Remove unused local volumes"),
    "rm": ("volumes", "rm", "Remove one or more volumes"),
    "remove": ("volumes", "rm", ""),
}
NETWORK_GROUP: dict[str, Entry] = {
    "connect": ("networks", "connect", "Connect a container to a network"),
    "create": ("networks", "create", "Create a network"),
    "disconnect": ("networks", "disconnect", "Disconnect a container from a network"),
    "inspect": ("networks", "inspect", "Display detailed information on one or more networks"),
    "ls": ("networks", "ls", "List networks"),
    "list": ("networks", "ls", ""),
    "prune": ("networks", "prune", "Remove all unused networks"),
    "rm": ("networks", "rm", "Remove one or more networks"),
    "remove": ("networks", "rm", ""),
}
SYSTEM_GROUP: dict[str, Entry] = {
    "df": ("system", "df", "Show docker disk usage"),
    "events": ("system", "events", "Get real time events from the server"),
    "info": ("system", "info", "Display system-wide information"),
    "prune": ("system", "prune", "Remove unused data"),
}
CONTEXT_GROUP: dict[str, Entry] = {
    "create": ("context", "create", "Register this engine with the docker command line"),
    "rm": ("context", "rm", "Take the registration back"),
    "show": ("context", "show", "Show the registration"),
    "use": ("context", "use", "Let the docker command line use it"),
}
MACHINE_GROUP: dict[str, Entry] = {
    "console": ("machine_logs", "console", "Show the serial console of the guest"),
    "create": ("machine", "create", "Create the machine without starting it"),
    "diagnose": (
        "machine_files",
        "diagnose",
        "Check everything the machine needs, and write a report to a file",
    ),
    "env": ("machine", "env", "Print the line that makes Docker's tools use the machine"),
    "export": (
        "machine_files",
        "export",
        "Write all containers, images and volumes, and the settings, to a file",
    ),
    "history": ("machine", "history", "Show the past starts of the machine"),
    "import": (
        "machine_files",
        "import_",
        "Replace all containers, images and volumes by those of an exported file",
    ),
    "logs": (
        "machine_logs",
        "logs",
        "Fetch the logs of the supervisor, QEMU and the last boot",
    ),
    "pause": ("machine", "pause", "Freeze the machine as it is; it keeps its memory"),
    "reclaim": ("machine", "reclaim", "Give unused disk and memory back to this computer"),
    "repair": ("machine", "repair", "Check the file system of the data disk and mend it"),
    "reset": ("machine", "reset", "Delete all containers, images and volumes"),
    "restart": ("machine", "restart", "Stop the machine and start it again"),
    "resume": ("machine", "resume", "Let a paused machine go on"),
    "set": ("machine_settings", "set_", "Change the settings of the machine"),
    "shell": ("machine", "shell", "Open a shell in the machine, or run a command there"),
    "start": ("machine", "start", "Start the machine, creating it first if need be"),
    "status": ("machine", "status", "Show the state of the machine"),
    "stop": ("machine", "stop", "Stop the containers and the machine"),
    "upgrade": ("machine", "upgrade", "Start with a newer guest image"),
}
UPGRADE_GROUP: dict[str, Entry] = {
    "back": ("upgrade", "back", "Go back to the version from before the last upgrade"),
    "check": ("upgrade", "check", "Look for a new version of Davit and of the machine's guest"),
    "install": ("upgrade", "install", "Download what is new, verify it and put it in"),
}
ROOT: dict[str, Entry] = {
    **_CONTAINER,
    **_IMAGE,
    "builder": ("main", "builder_group", "Manage builds"),
    "container": ("main", "container_group", "Manage containers"),
    "context": ("main", "context_group", "Manage the docker command line's context for Davit"),
    "desktop": ("desktop", "desktop", "Open the window"),
    "events": ("system", "events", "Get real time events from the server"),
    "image": ("main", "image_group", "Manage images"),
    "images": ("images", "images", "List images"),
    "info": ("system", "info", "Display system-wide information"),
    "inspect": ("inspect", "inspect", "Return low-level information on objects"),
    "login": ("registry", "login", "Authenticate to a registry"),
    "logout": ("registry", "logout", "Log out from a registry"),
    "machine": ("main", "machine_group", "Manage the machine that the engine runs in"),
    "network": ("main", "network_group", "Manage networks"),
    "ps": ("containers", "ps", "List containers"),
    "rmi": ("images", "rmi", "Remove one or more images"),
    "system": ("main", "system_group", "Manage the engine"),
    "uninstall": ("uninstall", "uninstall", "Take Davit off this computer"),
    "upgrade": ("main", "upgrade_group", "Bring Davit itself to a newer version"),
    "version": ("system", "version", "Show the version information"),
    "volume": ("main", "volume_group", "Manage volumes"),
}

container_group = LazyGroup("container", "Manage containers", CONTAINER_GROUP)
image_group = LazyGroup("image", "Manage images", IMAGE_GROUP)
builder_group = LazyGroup("builder", "Manage builds", BUILDER_GROUP)
volume_group = LazyGroup("volume", "Manage volumes", VOLUME_GROUP)
network_group = LazyGroup("network", "Manage networks", NETWORK_GROUP)
system_group = LazyGroup("system", "Manage the engine", SYSTEM_GROUP)
context_group = LazyGroup(
    "context", "Manage the docker command line's context for Davit", CONTEXT_GROUP
)
machine_group = LazyGroup("machine", "Manage the machine that the engine runs in", MACHINE_GROUP)

upgrade_group = LazyGroup("upgrade", "Bring Davit itself to a newer version", UPGRADE_GROUP)


class _Root(LazyGroup):
    @override
    def flags(self) -> Sequence[Flag]:
        return (
            Flag("host", "H", "string", "Engine socket to connect to"),
            Flag("version", "v", "", "Print version information and quit"),
        )

    @override
    def invoke(self, ctx: click.Context) -> object:
        if ctx.params.get("version"):
            from davit_desktop.cli.system import own_version

            click.echo(f"Davit version {own_version()}")
            return None
        return super().invoke(ctx)


root = _Root("davit", "Run Linux containers", ROOT)


def main(argv: Sequence[str] | None = None) -> None:
    """Runs the command of `argv` and ends the process with its exit code."""
    instruction = os.environ.get("_DAVIT_COMPLETE", "")
    if instruction:
        from davit_desktop.cli.completion import complete

        sys.exit(complete(root, instruction))
    code = run(sys.argv[1:] if argv is None else list(argv))
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _silence_stdout()
    sys.exit(code)


def run(argv: list[str]) -> int:
    """The exit code of one command; everything that went wrong has been printed."""
    from davit_desktop.client.errors import ClientError

    try:
        with root.make_context("davit", argv) as context:
            root.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except (CommandFailed, FlagError) as error:
        if str(error):
            print(error, file=sys.stderr)
        return getattr(error, "code", 125)
    except ClientError as error:
        from davit_desktop.cli.errors import worded

        print(worded(error), file=sys.stderr)
        return 1
    except BrokenPipeError:
        _silence_stdout()
        return 141  # as a shell reports a death by SIGPIPE
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, click.exceptions.Abort):
        return 130
    return 0


def _silence_stdout() -> None:
    """Whoever read our output has gone; Python must not fail again when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
