"""Keep the collector of garbage from standing still for what lives as long as the window; no Qt.

A full collection looks at every object there is: with the program's own hundred thousand, 50 ms in
which nothing else happens, whichever thread it falls to.
"""

import gc


def put_off() -> None:
    """Collect nothing while the program begins, when next to all that is made stays."""
    gc.disable()


def leave_out_what_there_is() -> None:
    """Collect from now on, but only what comes from now on."""
    gc.freeze()
    gc.enable()
