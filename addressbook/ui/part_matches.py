"""Whom each word of a search finds by itself: asked for when all words together find nobody, or few."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from addressbook.domain.query import ContactQuery
from addressbook.domain.search_words import parse
from addressbook.errors import StoreError
from addressbook.ui.book_query import READING_SECONDS
from addressbook.ui.open_session import OpenBook
from addressbook.ui.tasks import Tasks

CALM_SECONDS = 0.3  # whoever goes on typing wants no answer to this
_MOST_WORDS = 3

log = logging.getLogger(__name__)


class PartMatches(QObject):
    """Knows about the last query it was asked of. `known` tells that there is something else to show."""

    known = Signal()

    def __init__(self, book: OpenBook, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._tasks = Tasks(self, self._on_failed)
        self._query: ContactQuery | None = None
        self._found: tuple[tuple[str, int], ...] = ()
        self._stale = False

    def of(self, query: ContactQuery) -> tuple[tuple[str, int], ...]:
        """The words that find somebody, and how many; () while that is not known, and where there is one word only."""
        words = query.text.split()
        if not (1 < len(words) <= _MOST_WORDS and len(parse(query.text)) == len(words)):  # or a number with spaces
            self.forget()
        elif query != self._query:
            self.forget()
            self._query = query
            self._tasks.start(self._ask(query, words))
        elif self._stale and not self._tasks.busy:
            self._tasks.start(self._ask(query, words))
        return self._found

    def renew(self) -> None:
        """Contacts have changed: what is known stays until there is a new answer."""
        self._stale = True

    def forget(self) -> None:
        """Nobody wants to know any more."""
        self._tasks.cancel()
        self._query, self._found, self._stale = None, (), False

    async def _ask(self, query: ContactQuery, words: list[str]) -> None:
        await asyncio.sleep(CALM_SECONDS)
        self._stale = False
        counts: list[tuple[str, int]] = []
        for word in words:
            answer = await self._book.answer(replace(query, text=word), READING_SECONDS)
            if answer.partial:  # the next key must not wait until all texts are read
                self._stale = True
                return
            counts.append((word, len(answer.ids)))
        found = tuple((word, count) for word, count in counts if count)
        if found != self._found:
            self._found = found
            self.known.emit()

    @staticmethod
    def _on_failed(error: BaseException) -> None:
        if not isinstance(error, StoreError):
            raise error  # a fault of ours: the loop's exception handler tells it
        log.info("the words of a search were not asked for one by one: %s", error)
