"""Why a container stopped, in words (pure)."""

import signal

from davit_desktop.state.containers import Container, State
from davit_desktop.translation import mark, tr

_CODES = {
    125: mark("The engine could not run it."),
    126: mark("Its command was found but cannot be run."),
    127: mark("Its command was not found."),
    130: mark("It was interrupted (SIGINT), as by Ctrl+C."),
    134: mark("It gave up (SIGABRT)."),
    137: mark("It was killed (SIGKILL): by somebody, or because it did not stop in time."),
    139: mark("It crashed: it used memory that is not its own (SIGSEGV)."),
    143: mark("It was asked to stop (SIGTERM), and did."),
}


def why_stopped(container: Container) -> str:
    """A sentence for a container that has ended; empty for others."""
    if container.state not in (State.EXITED, State.DEAD):
        return ""
    if container.oom:
        return tr("The kernel killed it: it wanted more memory than its limit.")
    code = container.exit_code
    if code == 0:
        return tr("It ended by itself, without an error.")
    if code in _CODES:
        return tr(_CODES[code])
    if 128 < code < 193:
        return tr("It was ended by the signal {name}.").format(name=_signal_name(code - 128))
    return tr("It ended with the error code {code}.").format(code=code)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
