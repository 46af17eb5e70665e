"""The language of the window: catalogues of ours and of Qt, switched at any time."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from addressbook.paths import resource

log = logging.getLogger(__name__)

# Each in its own language, for a person must be able to find it.
LANGUAGES: tuple[tuple[str, str], ...] = (("en", "English"), ("zh_CN", "简体中文"))


def system_language() -> str:
    """The one of our languages that the system prefers; English when it prefers none of them."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("zh"):
            return "zh_CN"
        if name.startswith("en"):
            return "en"
    return "en"


def current_language() -> str:
    """The language in use: "en" or "zh_CN"."""
    return "zh_CN" if QLocale().language() == QLocale.Language.Chinese else "en"


class Translation(QObject):
    """Installs the catalogues. Qt then sends LanguageChange to every widget, which renews its words."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []

    def use(self, choice: str) -> str:
        """Switch to "en", "zh_CN" or the "system" language; returns the language that came of it."""
        known = {code for code, _ in LANGUAGES}
        language = choice if choice in known else system_language()
        if self._installed and language == current_language():
            return language
        self.clear()
        # Numbers and dates follow the language; within it, the person's own country
        system, locale = QLocale.system(), QLocale(language)
        QLocale.setDefault(system if system.language() == locale.language() else locale)
        # Each installation tells all widgets: ours, which they show most of, comes last
        self._install(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(f"addressbook_{language}", str(resource("i18n")))
        self.changed.emit(language)
        return language

    def clear(self) -> None:
        """Take all catalogues away: the words of the code and the system's numbers remain."""
        QLocale.setDefault(QLocale.system())
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._installed.append(translator)
        else:  # the window still works, in English
            log.info("no catalogue %s", name)
            translator.deleteLater()
