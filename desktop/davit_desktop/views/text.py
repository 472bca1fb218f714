"""Text from the engine made safe to show: nothing in it can format, hide or reorder."""

import html
import unicodedata

from davit_desktop.translation import tr

# Characters that reorder or hide what stands around them (Unicode TR9, TR36).
_BIDI = dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"
)


def visible(text: str) -> str:
    """One line in which control characters and bidi overrides are seen instead of obeyed."""
    text = text.translate(_BIDI)
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return "\ufffd"
    return character


def tool_tip(text: str) -> str:
    """A tool tip that shows exactly this text, whatever looks like markup in it."""
    lines = (html.escape(visible(line)) for line in text.split("\n"))
    return f"<qt>{'<br>'.join(lines)}</qt>" if text else ""


def size(count: float) -> str:
    """Bytes in decimal units, as docker prints them: 2.03 MB."""
    units = ("B", "kB", "MB", "GB", "TB", "PB")
    index = 0
    value = float(count)
    while value >= 999.5 and index < len(units) - 1:
        value /= 1000
        index += 1
    if index == 0 or value >= 100:
        return f"{value:.0f} {units[index]}"
    return f"{value:.1f} {units[index]}"


def percent(value: float) -> str:
    """A percentage with as many decimals as say something."""
    return f"{value:.1f} %" if value < 99.95 else f"{value:.0f} %"


def duration(seconds: float) -> str:
    """A calm length of time: two units at most, nothing finer than a minute."""
    minutes = int(seconds // 60)
    if minutes < 1:
        return tr("< 1 min")
    if minutes < 60:
        return tr("{minutes} min").format(minutes=minutes)
    hours = minutes // 60
    if hours < 24:
        if minutes % 60 and hours < 10:
            return tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes % 60)
        return tr("{hours} h").format(hours=hours)
    days = hours // 24
    return tr("%n day(s)", "", days)


def binary(count: float) -> str:
    """Bytes in powers of 1024, as memory and disks of machines are given: 1.5 GiB."""
    units = ("B", "KiB", "MiB", "GiB", "TiB")
    index = 0
    value = float(count)
    while value >= 1023.5 and index < len(units) - 1:
        value /= 1024
        index += 1
    whole = index == 0 or value >= 100 or abs(value - round(value)) < 0.05
    return f"{value:.0f} {units[index]}" if whole else f"{value:.1f} {units[index]}"


def seconds(length: float) -> str:
    """A length of time to the tenth of a second below a minute: 12.3 s, 1 min 5 s."""
    if length < 59.95:
        return tr("{seconds} s").format(seconds=f"{length:.1f}")
    whole = round(length)
    return tr("{minutes} min {seconds} s").format(minutes=whole // 60, seconds=whole % 60)
