"""The languages that the window speaks, and how it is made to speak one."""

import logging
import os
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from davit_desktop import translation

log = logging.getLogger(__name__)

_NAMES = {
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "ja": "日本語",
    "zh_CN": "简体中文",
}


def languages() -> list[tuple[object, str]]:
    """Codes and names, each in its own language; English is the window's first."""
    folder = _folder()
    there = [code for code in _NAMES if code == "en" or (folder / f"davit_{code}.qm").is_file()]
    return [(code, _NAMES[code]) for code in there]


def speak(code: str) -> str:
    """Use a language from now on; empty means the system's. The code that is used, or "en".

    Must be called before widgets are made, which keep the words that they were made with.
    """
    application = QCoreApplication.instance()
    chosen = code or _of_system()
    file = _folder() / f"davit_{chosen}.qm"
    if chosen == translation.PSEUDO:
        translation.use(translation.pseudo)
        return chosen
    if application is None or chosen == "en" or not file.is_file():
        translation.use(None)
        return "en"
    own = QTranslator(application)
    if not own.load(str(file)):
        log.warning("Cannot read %s", file)
        return "en"
    # Not installed: a translator of Qt's is asked by context, and ours has none.
    translation.use(lambda text, comment, n: own.translate("", text, comment, n) or "")
    standard = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if standard.load(f"qtbase_{chosen}", folder):
        application.installTranslator(standard)
    QLocale.setDefault(QLocale(chosen))
    return chosen


def _of_system() -> str:
    wanted = os.environ.get("DAVIT_LANGUAGE")
    for name in [wanted] if wanted else QLocale.system().uiLanguages():
        for code in (name.replace("-", "_"), name.replace("-", "_").split("_")[0]):
            if code == "zh" or code.startswith("zh_Hans"):
                code = "zh_CN"
            if code in _NAMES or code == translation.PSEUDO:
                return code
    return "en"


def _folder() -> Path:
    return Path(str(resources.files("davit_desktop") / "translations"))
