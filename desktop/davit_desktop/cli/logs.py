"""`davit logs`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from davit_desktop.cli.command import command, option
from davit_desktop.cli.times import unix_time
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.streams import Stream


@command("logs", "[OPTIONS] CONTAINER", "Fetch the logs of a container", words=(1, 1))
@option("details", help="Show extra details provided to logs")
@option("follow", "f", help="Follow log output")
@option(
    "since",
    metavar="string",
    help='Show logs since timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for '
    "42 minutes)",
)
@option(
    "tail",
    "n",
    metavar="string",
    default="all",
    help='Number of lines to show from the end of the logs (default "all")',
)
@option("timestamps", "t", help="Show timestamps")
@option(
    "until",
    metavar="string",
    help='Show logs before a timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" '
    "for 42 minutes)",
)
async def logs(
    client: EngineClient,
    words: list[str],
    details: bool,
    follow: bool,
    since: str,
    tail: str,
    timestamps: bool,
    until: str,
) -> None:
    found = await client.inspect_container(words[0])
    now = datetime.now(UTC).astimezone()
    since, until = unix_time(since, now, "since"), unix_time(until, now, "until")
    frames = client.logs(
        str(found["Id"]),
        follow=follow,
        since=since,
        until=until,
        timestamps=timestamps,
        tail=tail,
        tty=bool(found["Config"].get("Tty")),
        details=details,
    )
    async for stream, data in frames:
        target = sys.stderr.buffer if stream is Stream.STDERR else sys.stdout.buffer
        target.write(data)
        target.flush()
