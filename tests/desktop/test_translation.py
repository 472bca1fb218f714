"""Words are asked of the translator; without one, English has its plurals."""

from collections.abc import Iterator

import pytest

from davit_desktop import translation
from davit_desktop.translation import mark, tr


@pytest.fixture(autouse=True)
def _no_language() -> Iterator[None]:
    yield
    translation.use(None)


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 containers"), (1, "1 container"), (5, "5 containers")]
)
def test_english_needs_no_translator(n: int, words: str) -> None:
    assert tr("%n container(s)", "", n) == words
    assert tr("Cannot start {name}").format(name="a(s)") == "Cannot start a(s)"


def test_a_translator_is_asked() -> None:
    asked = []

    def german(text: str, comment: str, n: int) -> str:
        asked.append((text, comment, n))
        return {"Run": "Starten"}.get(text, text)

    translation.use(german)
    assert tr(mark("Run")) == "Starten"
    assert tr("%n image(s)", "in use", 1) == "1 image"
    assert asked == [("Run", "", -1), ("%n image(s)", "in use", 1)]


def test_a_translation_of_a_plural_says_the_number() -> None:
    translation.use(lambda text, comment, n: "%n Abbild" if n == 1 else "%n Abbilder")
    assert tr("%n image(s)", "", 3) == "3 Abbilder"


def test_the_language_that_nobody_speaks_keeps_what_is_filled_in() -> None:
    translation.use(translation.pseudo)
    assert tr("&Start {name}").format(name="web") == "[&Štárt web·····]"
    assert tr("%n container(s)", "", 2).startswith("[2 çóñtáíñérs·")


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        ((), ""),
        (("", " "), ""),
        (("It is in use",), "It is in use"),
        (("It is in use", "Stop it"), "It is in use. Stop it"),
        (("It is in use.", "", "Stop it.", "Or wait."), "It is in use. Stop it. Or wait."),
        (("Is it in use?", "Stop it…", "Wait."), "Is it in use? Stop it… Wait."),
        (("使用中です。", "停止してください。"), "使用中です. 停止してください。"),
    ],
)
def test_sentences_stand_behind_each_other(parts: tuple[str, ...], wanted: str) -> None:
    assert translation.sentences(*parts) == wanted


def test_sentences_are_parted_as_the_language_does() -> None:
    forms = {"{sentence}. {next}": "{sentence}。{next}", "{question} {next}": "{question}{next}"}
    translation.use(lambda text, comment, n: forms.get(text, text))
    try:
        told = translation.sentences("使用中です", "なぜ？", "停止。", "待つ。")
    finally:
        translation.use(None)
    assert told == "使用中です。なぜ？停止。待つ。"
