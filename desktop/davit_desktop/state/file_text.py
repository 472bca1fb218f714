"""What the bytes of a file are: text in some encoding, or not text (pure)."""

import codecs
import re

import msgspec

from davit_desktop.translation import tr

_SNIFFED = 64 * 1024
_LONGEST_LINE = 20_000
_FOLDED = 2_000
# What an editor of paragraphs would take for a line's end, hide, reorder or lose.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufdd0\ufdd1\ufeff\ufff9-\ufffb\ufffc]"
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with BOM"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)


class FileText(msgspec.Struct, frozen=True, kw_only=True):
    """A file as text with "\\n" at the end of lines; `newline` is what the file has there."""

    text: str
    codec: str
    encoding: str
    newline: str = "\n"
    bom: bytes = b""

    def encoded(self, text: str) -> bytes:
        """Other text as a file like this one. Raises UnicodeEncodeError."""
        codec = "utf-8" if self.codec == "utf-8-sig" else self.codec
        return self.bom + text.replace("\n", self.newline).encode(codec)


def read(data: bytes, *, whole: bool = True) -> FileText | None:
    """The text of a file, or of its beginning; None when it is not text."""
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            body = data[len(bom) :]
            try:
                text = body.decode(codec, "strict" if whole else "ignore")
            except UnicodeDecodeError:
                return None
            return _with_newline(text, codec, name, bom)
    if b"\0" in data:
        return None
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        return _with_newline(decoder.decode(data, whole), "utf-8", "UTF-8", b"")
    except UnicodeDecodeError:
        pass
    sample = data[:_SNIFFED]
    control = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in sample)
    if control * 50 > len(sample):
        return None
    return _with_newline(data.decode("latin-1"), "latin-1", "Latin-1?", b"")


def why_not_editable(found: FileText, data: bytes) -> str:
    """The reason that an editor would not give back the file unharmed; empty when it would."""
    if found.encoded(found.text) != data:
        return tr("Its lines end in different ways.")
    if _UNSAFE.search(found.text):
        return tr("It holds control characters that an editor would lose.")
    if max(map(len, found.text.split("\n")), default=0) > _LONGEST_LINE:
        return tr("It has lines too long to edit.")
    return ""


def folded(text: str) -> list[str]:
    """Lines of bearable length; a longer one goes on in the next."""
    lines = []
    for line in text.split("\n"):
        if len(line) <= _FOLDED:
            lines.append(line)
            continue
        lines += [line[at : at + _FOLDED] for at in range(0, len(line), _FOLDED)]
    return lines


def hex_dump(data: bytes) -> str:
    """Sixteen bytes a line: where, as hex, as text."""
    lines = []
    for at in range(0, len(data), 16):
        part = data[at : at + 16]
        digits = f"{part[:8].hex(' ')}  {part[8:].hex(' ')}"
        text = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in part)
        lines.append(f"{at:08x}  {digits:<49} {text}")
    return "\n".join(lines)


def _with_newline(text: str, codec: str, encoding: str, bom: bytes) -> FileText:
    newline = "\r\n" if "\r\n" in text else "\n"
    if newline == "\r\n":
        text = text.replace("\r\n", "\n")
        encoding = f"{encoding}, CRLF"
    return FileText(text=text, codec=codec, encoding=encoding, newline=newline, bom=bom)
