"""The countries for the picker, read on a thread, and found by name, dialling code or letters."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from addressbook.domain.countries import Country, countries, main_region
from addressbook.domain.names import NameSearch
from addressbook.domain.phone_check import warm_up
from addressbook.domain.text import fold
from addressbook.ui.translation import current_language

log = logging.getLogger(__name__)

# What people call a country besides the name in the table.
_ALSO = {"GB": "UK Britain England", "US": "USA America", "AE": "UAE", "KR": "Korea", "CN": "PRC 中国大陆"}

_instance: CountryList | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """The countries in one language; `words` are what each is found by, `main` the first region of each code."""

    every: tuple[Country, ...]
    words: dict[str, str]
    main: dict[str, Country]


def country_list() -> CountryList:
    """The program's list of countries; made, and read in the language of now, when it is first asked for."""
    global _instance
    if _instance is None:
        app = QCoreApplication.instance()
        if app is None:
            raise RuntimeError("a list of countries needs an application")
        _instance = CountryList(app)
    return _instance


class CountryList(QObject):
    """Empty until `ready`. Reading takes 0.5 s of a thread, which also loads what phone numbers need."""

    ready = Signal()
    _read = Signal(str, object)  # from the thread

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        parent.destroyed.connect(_forget)
        self._known: dict[str, _Known] = {}
        self._asked: set[str] = set()
        self._read.connect(self._on_read)

    def prepare(self) -> None:
        """Begin to read the countries in the language of now, unless that was done."""
        language = current_language()
        if language not in self._asked:
            self._asked.add(language)
            threading.Thread(target=self._work, args=(language,), name="countries", daemon=True).start()

    @property
    def is_ready(self) -> bool:
        """Whether countries can be named in the language of now."""
        return current_language() in self._known

    @property
    def every(self) -> tuple[Country, ...]:
        """All countries by name."""
        known = self._known.get(current_language())
        return known.every if known else ()

    def of_code(self, code: str, region: str = "") -> Country | None:
        """The country of a dialling code with these letters ("1", "CA"), else the main one ("1": the United States)."""
        known = self._known.get(current_language())
        if known is None:
            return None
        shared = (each for each in known.every if region and (each.code, each.region) == (code, region))
        return next(shared, known.main.get(code))

    def find(self, text: str) -> list[Country]:
        """Countries by name (also by pinyin, and in English), dialling code or letters; the likeliest first."""
        known = self._known.get(current_language())
        wanted = fold(text).strip()
        if known is None or not wanted:
            return list(self.every)
        code = wanted.removeprefix("+").removeprefix("00")
        if code.isdecimal():
            found = [each for each in known.every if each.code.startswith(code)]
            return sorted(found, key=lambda each: (each.code != code, known.main.get(each.code) != each))
        search = NameSearch(wanted)
        found = [each for each in known.every if search.finds(known.words[each.region])]
        return sorted(found, key=lambda each: _likeliness(each, wanted, known.words[each.region]))

    # -- inside ----------------------------------------------------------------------------------------------

    def _work(self, language: str) -> None:
        """On a thread of its own."""
        try:
            warm_up()
            every = countries(language)
            english = {each.region: each.name for each in countries("en")} if language != "en" else {}
            words = {each.region: _words(each, english.get(each.region, "")) for each in every}
            NameSearch("zz").finds(" ".join(each.name for each in every[:3]))  # loads the readings
            main = {each.code: each for each in every if main_region(each.code) == each.region}
            self._read.emit(language, _Known(every, words, main))
        except RuntimeError:  # the window has gone meanwhile, and this object with it
            log.debug("nobody waits for the countries any more")

    def _on_read(self, language: str, known: _Known) -> None:
        self._known[language] = known
        self.ready.emit()


def _words(country: Country, english: str) -> str:
    return " ".join(filter(None, (country.name, english, _ALSO.get(country.region, ""), country.region)))


def _likeliness(country: Country, wanted: str, words: str) -> tuple[int, int]:
    """Letters before names, names that begin so before those that hold it."""
    folded = fold(words)
    if wanted == fold(country.region) or wanted in folded.split():
        return (0, 0)
    return (1 if folded.startswith(wanted) else 2, 0)


def _forget() -> None:
    global _instance
    _instance = None
