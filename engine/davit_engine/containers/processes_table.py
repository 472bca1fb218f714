"""`docker top`: ps(1)'s table, narrowed to a container's processes."""

from collections.abc import Sequence

from davit_engine.errors import InvalidParameter, Unavailable
from davit_engine.kernel import processes

FORBIDDEN = frozenset(";|&$`<>\n\0")


async def table(arguments: str, pids: Sequence[int]) -> tuple[list[str], list[list[str]]]:
    """Titles and rows. Raises InvalidParameter when ps refuses or hides the pid."""
    program = processes.find_program("ps")
    if program is None:
        raise Unavailable("docker top needs ps on the engine's machine (apt install procps)")
    if set(arguments) & FORBIDDEN:
        raise InvalidParameter(f"ps does not take {arguments!r}")
    ended = await processes.run([program, *arguments.split()])
    if ended.code != 0:
        raise InvalidParameter(f"ps: {ended.text.splitlines()[0] if ended.text else ended.code}")
    lines = ended.output.decode(errors="replace").splitlines()
    titles = lines[0].split()
    if "PID" not in titles:
        raise InvalidParameter("Couldn't find PID field in ps output")
    column = titles.index("PID")
    wanted = {str(pid) for pid in pids}
    rows = []
    for line in lines[1:]:
        fields = line.split(None, len(titles) - 1)
        if len(fields) > column and fields[column] in wanted:
            rows.append(fields)
    return titles, rows
