"""The processes of a container from ps(1)'s table (pure)."""

import re

import msgspec

from davit_desktop.client.types import Top

COLUMNS = "-eo pid,user,pcpu,rss,etime,args"
"""What is asked of ps; an engine that refuses it is asked for its own table."""


class Process(msgspec.Struct, frozen=True, kw_only=True):
    """One process. Memory is bytes; `seconds` is how long it has run."""

    pid: int
    user: str = ""
    cpu_percent: float = 0.0
    memory: int = 0
    seconds: int = 0
    command: str = ""


def processes(top: Top) -> list[Process] | None:
    """The rows of a table with our columns; None for another table."""
    if top.titles != ("PID", "USER", "%CPU", "RSS", "ELAPSED", "COMMAND"):
        return None
    found = []
    for row in top.processes:
        if len(row) != 6 or not row[0].isdecimal():
            continue
        found.append(
            Process(
                pid=int(row[0][:12]),
                user=row[1],
                cpu_percent=float(row[2]) if re.fullmatch(r"\d{1,6}(\.\d+)?", row[2]) else 0.0,
                memory=int(row[3][:15]) * 1024 if row[3].isdecimal() else 0,
                seconds=_seconds(row[4]),
                command=row[5],
            )
        )
    return found


def _seconds(elapsed: str) -> int:
    """[[DD-]HH:]MM:SS as a number."""
    found = re.fullmatch(r"(?:(?:(\d{1,6})-)?(\d{1,2}):)?(\d{1,2}):(\d{1,2})", elapsed)
    if not found:
        return 0
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
