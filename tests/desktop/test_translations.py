"""Every language that is there says everything, with what is filled in, keys and dots kept."""

import importlib.util
import re
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
FOLDER = DESKTOP / "davit_desktop/translations"
LANGUAGES = ("de", "es", "fr", "ja", "zh_CN")

FIELD = re.compile(r"\{[^}]*\}")
KEY = re.compile(r"(?<!&)&(?=\w)")


class Message(msgspec.Struct, frozen=True):
    """One source text; `forms` are its translations, several for a plural."""

    source: str
    comment: str
    forms: tuple[str, ...]
    plural: bool = False
    unfinished: bool = False


def read(path: Path) -> list[Message]:
    """The messages of a language; none before it is there."""
    if not path.exists():
        return []
    return [_message(element) for element in ElementTree.parse(path).iter("message")]


def _message(element: ElementTree.Element) -> Message:
    translated = element.find("translation")
    assert translated is not None
    plural = element.get("numerus") == "yes"
    forms = translated.findall("numerusform") if plural else [translated]
    return Message(
        source=element.findtext("source") or "",
        comment=element.findtext("comment") or "",
        forms=tuple(form.text or "" for form in forms),
        plural=plural,
        unfinished=translated.get("type") == "unfinished",
    )


def faults(message: Message) -> list[str]:
    """What is wrong with a translation, without a look at its meaning."""
    found = []
    if message.unfinished or not message.forms or not all(f.strip() for f in message.forms):
        return ["not translated"]
    for form in message.forms:
        source = message.source
        if sorted(FIELD.findall(form)) != sorted(FIELD.findall(source)):
            found.append("other fields")
        if form.count("%n") != source.count("%n"):
            found.append("another number")
        if len(KEY.findall(form)) != len(KEY.findall(source)):
            found.append("another key")
        if form.endswith("…") != source.endswith("…"):
            found.append("other dots")
        if (form[0].isspace(), form[-1].isspace()) != (source[0].isspace(), source[-1].isspace()):
            found.append("other space around it")
        if form.count("\n") != source.count("\n"):
            found.append("other lines")
        if "(s)" in form and "(s)" in source:
            found.append("the plural of English")
    return found


@pytest.mark.parametrize(
    ("source", "form", "wanted"),
    [
        ("Cannot start {name}", "{name} kann nicht starten", []),
        ("Cannot start {name}", "Kann nicht starten", ["other fields"]),
        ("Cannot start {name}", "Kann {Name} nicht starten", ["other fields"]),
        ("%n container(s)", "%n Container", []),
        ("%n container(s)", "Container", ["another number"]),
        ("&File", "文件(&F)", []),
        ("&File", "Datei", ["another key"]),
        ("Rename…", "Umbenennen …", []),
        ("Rename…", "Umbenennen", ["other dots"]),
        ("Run", "", ["not translated"]),
        ("Run", "Starten ", ["other space around it"]),
    ],
)
def test_faults_of_a_translation_are_found(source: str, form: str, wanted: list[str]) -> None:
    assert faults(Message(source, "", (form,))) == wanted


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, bool]]:
    """All that the sources say now: text, comment, whether it has a plural."""
    spec = importlib.util.spec_from_file_location("languages", DESKTOP / "languages.py")
    assert spec is not None
    assert spec.loader is not None
    languages = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(languages)
    target = tmp_path_factory.mktemp("words") / "davit_de.ts"
    languages.update(target, "de")
    return {(m.source, m.comment, m.plural) for m in read(target)}


def test_the_words_are_found_in_the_sources(said: set[tuple[str, str, bool]]) -> None:
    assert ("Start the machine", "", False) in said
    assert ("Running", "state of the machine", False) in said
    assert ("%n container(s)", "", True) in said
    assert ("Pulling fs layer", "", False) not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_everything(language: str, said: set[tuple[str, str, bool]]) -> None:
    there = {(m.source, m.comment, m.plural) for m in read(FOLDER / f"davit_{language}.ts")}
    if not there:
        return
    missing, needless = said - there, there - said
    assert not missing, f"run `make words` and translate {sorted(missing)[:20]}"
    assert not needless, f"run `make words`, which drops {sorted(needless)[:20]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_keeps_what_is_filled_in(language: str) -> None:
    messages = read(FOLDER / f"davit_{language}.ts")
    found = [f"{m.source!r}: {fault}" for m in messages for fault in faults(m)]
    assert not found, f"{len(found)} faults\n" + "\n".join(found[:40])
