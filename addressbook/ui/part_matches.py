"""Whom a part of a search finds by itself: each word, when all together find nobody, or few; of one word that finds
nobody ("北京张三", "张总", "zhangsna") the longest beginning that does, and of Chinese the longest ending as well."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from addressbook.domain.patterns import late
from addressbook.domain.query import ContactQuery
from addressbook.domain.search_words import parse
from addressbook.errors import StoreError
from addressbook.ui.book_query import READING_SECONDS
from addressbook.ui.open_session import OpenBook
from addressbook.ui.tasks import Tasks

CALM_SECONDS = 0.3  # whoever goes on typing wants no answer to this
_MOST_WORDS = 3
_LETTERS = range(2, 21)  # of one word that is looked for in part, by four answers or five
_CHINESE = late("[\u3007\u3400-\u9fff]")

log = logging.getLogger(__name__)


class _NotAllRead(Exception):
    """There is no whole answer yet."""


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

    def of(self, query: ContactQuery, *, nobody: bool) -> tuple[tuple[str, int], ...]:
        """The words that find somebody, and how many; () while that is not known. `nobody` was found by all of them:
        one word alone is looked for in part only then."""
        words = query.text.split()
        in_part = nobody and len(words) == 1 and len(words[0]) in _LETTERS
        apart = 1 < len(words) <= _MOST_WORDS and len(parse(query.text)) == len(words)  # or a number with spaces
        if not (apart or in_part):
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
        try:
            if len(words) > 1:
                counts = [(word, await self._count(query, word)) for word in words]
            else:
                counts = await self._in_part(query, words[0])
        except _NotAllRead:
            self._stale = True
            return
        found = tuple((word, count) for word, count in counts if count)
        if found != self._found:
            self._found = found
            self.known.emit()

    async def _in_part(self, query: ContactQuery, word: str) -> list[tuple[str, int]]:
        """The longest beginning that finds somebody, and the longest ending where the word holds Chinese."""
        chinese = _CHINESE().search(word) is not None
        sizes = range(1 if chinese else 2, len(word))  # a surname says something, a letter or the end of a name nothing
        counts = [await self._longest(query, sizes, lambda size: word[:size])]
        if chinese:
            counts.append(await self._longest(query, range(2, len(word)), lambda size: word[-size:]))
        return counts

    async def _longest(self, query: ContactQuery, sizes: range, part: Callable[[int], str]) -> tuple[str, int]:
        """By halving: who is found by a part is found by a shorter one."""
        found, least, most = ("", 0), sizes.start, sizes.stop - 1
        while least <= most:
            middle = (least + most) // 2
            count = await self._count(query, part(middle))
            if count:
                found, least = (part(middle), count), middle + 1
            else:
                most = middle - 1
        return found

    async def _count(self, query: ContactQuery, text: str) -> int:
        answer = await self._book.answer(replace(query, text=text), READING_SECONDS)
        if answer.partial:  # the next key must not wait until all texts are read
            raise _NotAllRead
        return len(answer.ids)

    @staticmethod
    def _on_failed(error: BaseException) -> None:
        if not isinstance(error, StoreError):
            raise error  # a fault of ours: the loop's exception handler tells it
        log.info("the words of a search were not asked for one by one: %s", error)
