"""The window's words in the person's language: `tr` where they are used, `mark` in tables.

Qt's lupdate finds both by name; a context is not used. Nothing here needs Qt:
the window hands in a translator, and the command line and tests do without one.
"""

import re
from collections.abc import Callable

PSEUDO = "xx"
"""The code of a language that nobody speaks: accented and longer, it shows what is not translated
and what has too little room."""

Translate = Callable[[str, str, int], str]  # source, comment, count -> words

_translate: Translate | None = None


def use(translate: Translate | None) -> None:
    """Ask this translator from now on; None goes back to the words as they are written."""
    global _translate
    _translate = translate


def tr(text: str, comment: str = "", n: int = -1) -> str:
    """The words for `text`. Values go in afterwards: `tr("Cannot start {name}").format(name=name)`.

    `comment` tells equal English words apart ("Open", "state of a port"). With a count `n`, "%n"
    stands for the number and "(s)" for the plural's ending: `tr("%n container(s)", "", n)`; a
    translation has as many forms as its language.
    """
    if _translate is not None:
        words = _translate(text, comment, n)
        if words and words != text:
            return words if n < 0 else words.replace("%n", str(n))  # which a QTranslator leaves
    if n < 0:
        return text
    return text.replace("%n", str(n)).replace("(s)", "" if n == 1 else "s")


def mark(text: str) -> str:
    """The text itself, found for translation; for tables read before a language is known."""
    return text


def sentences(*parts: str) -> str:
    """Sentences one after the other, as the language ends and parts them; empty ones do not count.

    The last one stays as it is, with or without a full stop.
    """
    said = [part.strip() for part in parts if part.strip()]
    if not said:
        return ""
    told = said.pop()
    while said:
        one = said.pop()
        if one[-1] in ".。":
            one = one[:-1]
        elif one[-1] in "?!…？！":
            told = tr("{question} {next}", "two sentences, the first with its mark").format(
                question=one, next=told
            )
            continue
        told = tr("{sentence}. {next}", "two sentences").format(sentence=one, next=told)
    return told


_ACCENTED = str.maketrans("aceinosuyACEINOSUY", "áçéíñóšúýÁÇÉÍÑÓŠÚÝ")
_KEPT = re.compile(r"(\{[^}]*\}|%n|\(s\)|&)")


def pseudo(text: str, comment: str, n: int) -> str:
    """Words of the language that nobody speaks, two fifths longer than English."""
    parts = _KEPT.split(text)
    told = "".join(
        part if place % 2 else part.translate(_ACCENTED) for place, part in enumerate(parts)
    )
    if n >= 0:
        told = told.replace("%n", str(n)).replace("(s)", "" if n == 1 else "s")
    return f"[{told}{'·' * (len(text) * 2 // 5)}]"
