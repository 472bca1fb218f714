"""Measure the window against its budgets: start, lists, memory, rest, pages with much, and logs.

    python tests/desktop/bench_window.py

Set QT_QPA_PLATFORM to measure on a real screen. A computer that is busy with other things makes
times longer: the load average stands first and last.
"""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path
from subprocess import PIPE, Popen, run
from tempfile import TemporaryDirectory

from bench_lists import tell

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STARTS = 3


def started(folder: Path) -> tuple[float, float]:
    """Milliseconds, and those of the processor, from the program's start until its window has been
    seen, as its log tells."""
    command = [sys.executable, "-m", "davit_desktop", "--host", f"unix://{folder}/no-engine.sock"]
    variables = {
        "QT_QPA_PLATFORM": "offscreen",
        **os.environ,
        "DAVIT_DEBUG": "1",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "PYTHONPATH": f"{ROOT / 'desktop'}:{ROOT / 'vm'}",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    with Popen(command, env=variables, stderr=PIPE, text=True) as window:
        assert window.stderr is not None
        told = (re.search(r"visible after (\d+) ms, (\d+)", line) for line in window.stderr)
        found = next(filter(None, told), None)
        window.terminate()
    assert found is not None, "the window did not come"
    return float(found[1]), float(found[2])


def main() -> None:
    print(f"Load average: {', '.join(f'{load:.1f}' for load in os.getloadavg())}\n")
    with TemporaryDirectory() as name:
        folder = Path(name)
        started(folder)  # cold: compiles
        starts = [started(folder) for _ in range(STARTS)]
    # The best of several: what the program takes when little else is in the way.
    tell("window visible, warm", min(took for took, _ in starts), 1000, "ms")
    tell("processor time for it", min(used for _, used in starts), 1000, "ms")
    for script in ("bench_lists.py", "bench_pages.py", "bench_logs.py"):
        sys.stdout.flush()
        print()
        run([sys.executable, HERE / script, *sys.argv[1:]], check=True, timeout=900)
    print(f"\nLoad average: {', '.join(f'{load:.1f}' for load in os.getloadavg())}")


if __name__ == "__main__":
    began = time.monotonic()
    main()
    print(f"Measured in {time.monotonic() - began:.0f} s")
