"""What is found about a published port, end to end, and what mends it (pure).

Three things are looked at: whether the port of this computer takes connections, whether a program
in the container listens on the other end, and where the machine's forward to it stands.
"""

from collections.abc import Sequence

import msgspec

from davit_desktop.client.types import Listener
from davit_desktop.probe import Answer, Probe
from davit_desktop.state.ports import PortMapping
from davit_desktop.translation import sentences, tr

_LOOPBACK = ("127.", "::1")
_TOLD = 4  # other ports that are named


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """How a port stands, with an icon and a colour, and what to do about it; no fix when well."""

    icon: str
    tone: str
    words: str
    fix: str = ""

    @property
    def text(self) -> str:
        """All of it."""
        return sentences(self.words, self.fix)


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen of a port; None for what is not known."""

    probe: Probe | None = None
    listeners: Sequence[Listener] | None = None
    forward: str = ""  # why the machine's forward is not open


def judge(port: PortMapping, look: Look, *, running: bool) -> Finding:
    """The words for what was seen."""
    if not port.published:
        return Finding(
            icon="state-created",
            tone="grey",
            words=tr("Exposed by the image, but not published"),
            fix=tr("Run the image again and publish it."),
        )
    if not running:
        return Finding(
            icon="state-exited", tone="grey", words=tr("Not open: the container is not running")
        )
    if look.forward:
        return Finding(
            icon="state-failed",
            tone="red",
            words=tr("The forward is not open: {reason}").format(reason=look.forward.rstrip(".")),
            fix=tr("Stop what holds the port, or run the container on another one."),
        )
    inside = _inside(port, look.listeners)
    if inside is not None:
        return inside
    return _outside(port, look)


def _inside(port: PortMapping, listeners: Sequence[Listener] | None) -> Finding | None:
    """What is wrong at the container's end, if anything is."""
    if listeners is None:
        return None
    inner = f"{port.container_port}/{port.protocol}"
    same = [one for one in listeners if one.protocol == port.protocol]
    there = [one for one in same if one.port == port.container_port]
    if there and all(one.address.startswith(_LOOPBACK) for one in there):
        return Finding(
            icon="state-unhealthy",
            tone="orange",
            words=tr("Listens on {address} inside, where nobody from outside gets").format(
                address=there[0].address
            ),
            fix=tr("Make the program in the container listen on 0.0.0.0."),
        )
    if there:
        return None
    others = sorted({one.port for one in same if not one.address.startswith(_LOOPBACK)})
    fix = tr("See the logs: the program may be starting still, or have failed.")
    if others:
        named = ", ".join(f"{number}/{port.protocol}" for number in others[:_TOLD])
        fix = tr("The container listens on {ports}: publish that instead.").format(ports=named)
    return Finding(
        icon="state-unhealthy",
        tone="orange",
        words=tr("Nothing listens on {port} in the container yet").format(port=inner),
        fix=fix,
    )


def _outside(port: PortMapping, look: Look) -> Finding:
    if port.protocol != "tcp":
        if look.listeners is None:
            words = tr("Published; {protocol} cannot be asked").format(
                protocol=port.protocol.upper()
            )
            return Finding(icon="state-unknown", tone="grey", words=words)
        return Finding(icon="state-healthy", tone="green", words=tr("Listens in the container"))
    probe = look.probe
    if probe is None:
        return Finding(icon="state-busy", tone="blue", words=tr("Asking…"))
    match probe.answer:
        case Answer.OPEN:
            words = tr("Answers in {time} ms").format(time=f"{probe.milliseconds:.0f}")
            return Finding(icon="state-healthy", tone="green", words=words)
        case Answer.CLOSED_AT_ONCE if look.listeners is not None:
            return Finding(
                icon="state-unhealthy",
                tone="orange",
                words=tr("The program takes connections and hangs up at once"),
                fix=tr("See the logs for the reason."),
            )
        case Answer.CLOSED_AT_ONCE:
            return Finding(
                icon="state-unhealthy",
                tone="orange",
                words=tr("The forward is open, but hangs up at once"),
                fix=tr(
                    "Nothing listens on {port} in the container, or only on its own 127.0.0.1."
                ).format(port=f"{port.container_port}/{port.protocol}"),
            )
        case Answer.REFUSED:
            reason = probe.detail or tr("nothing listens")
            return Finding(
                icon="state-failed",
                tone="red",
                words=tr("Refused: {reason}").format(reason=reason),
                fix=tr("Restart the container: its forward is gone."),
            )
        case Answer.SILENT:
            return Finding(
                icon="state-failed",
                tone="red",
                words=tr("No answer: something drops the connection"),
                fix=tr("Look for a firewall between this computer and the container."),
            )
