"""Whom each word of a search finds by itself: asked for when all words together find nobody."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from addressbook.domain.query import ContactQuery
from addressbook.domain.search_words import parse
from addressbook.errors import StoreError
from addressbook.ui.open_session import OpenBook
from addressbook.ui.tasks import Tasks

CALM_SECONDS = 0.3  # whoever goes on typing wants no answer to this
_MOST_WORDS = 3

log = logging.getLogger(__name__)


class PartMatches(QObject):
    """Knows about the last query it was asked of. `known` tells that there is something to show."""

    known = Signal()

    def __init__(self, book: OpenBook, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._tasks = Tasks(self, self._on_failed)
        self._query: ContactQuery | None = None
        self._found: tuple[tuple[str, int], ...] = ()

    def of(self, query: ContactQuery) -> tuple[tuple[str, int], ...]:
        """The words that find somebody, and how many; () while that is not known."""
        if query != self._query:
            self.forget()
            words = query.text.split()
            if 1 < len(words) <= _MOST_WORDS and len(parse(query.text)) == len(words):  # not a number with spaces
                self._query = query
                self._tasks.start(self._ask(query, words))
        return self._found

    def forget(self) -> None:
        """Contacts have changed, or nobody wants to know any more."""
        self._tasks.cancel()
        self._query, self._found = None, ()

    async def _ask(self, query: ContactQuery, words: list[str]) -> None:
        await asyncio.sleep(CALM_SECONDS)
        counts = [(word, len((await self._book.answer(replace(query, text=word))).ids)) for word in words]
        self._found = tuple((word, count) for word, count in counts if count)
        if self._found:
            self.known.emit()

    @staticmethod
    def _on_failed(error: BaseException) -> None:
        if not isinstance(error, StoreError):
            raise error  # a fault of ours: the loop's exception handler tells it
        log.info("the words of a search were not asked for one by one: %s", error)
