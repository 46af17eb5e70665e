"""What others have changed since the person last looked: told as NewsChanged, marked in the rows, and listed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Protocol, TypeVar

from addressbook.domain.contact import ContactRow
from addressbook.domain.news import Change, News, RemovedContact
from addressbook.errors import StoreError
from addressbook.services.events import ContactsChanged, Events, NewsChanged, PassFinished
from addressbook.services.threads import StoreThread
from addressbook.services.throttle import Throttle
from addressbook.store.book import BookReader, BookWriter

log = logging.getLogger(__name__)

T = TypeVar("T")

CALM_SECONDS = 1.0  # while pages come many times a second, the notes are looked at at most this often
MOST_MARKED = 5_000  # rows; more marks than that would mark nothing


class _Ask(Protocol):
    def __call__(self, question: Callable[[BookReader], T], /) -> Awaitable[T]: ...


class BookChanges:
    """Belongs to the event loop's thread. `ask` puts a question to the copy."""

    def __init__(self, events: Events, ask: _Ask, store: StoreThread, writer: BookWriter) -> None:
        self._events = events
        self._ask = ask
        self._store = store
        self._writer = writer
        self._news = News()
        self._marks: dict[int, Change] = {}
        self._look = Throttle(CALM_SECONDS, self._begin)
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self._subscriptions = (
            events.subscribe(ContactsChanged, lambda _: self._look.call()),
            events.subscribe(PassFinished, lambda _: self._look.flush()),
        )

    @property
    def news(self) -> News:
        """How much there is to tell, as NewsChanged told it last."""
        return self._news

    @property
    def settled(self) -> bool:
        """Whether `news` tells of all that is known to have changed."""
        return not self._look.waiting and (self._task is None or self._task.done())

    def marked(self, rows: dict[int, ContactRow]) -> dict[int, ContactRow]:
        """The same rows, with what is new about them."""
        if not self._marks:
            return rows
        return {
            number: replace(row, news=self._marks[number]) if number in self._marks else row
            for number, row in rows.items()
        }

    async def removed(self, most: int) -> list[RemovedContact]:
        """Who is gone, the last first. Raises StoreError."""
        return await self._ask(lambda reader: reader.removed(most))

    async def see(self, news: News) -> None:
        """The person has looked at `news`; what came since stays. Raises StoreError."""
        await self._store.run(self._writer.see_news, news.upto)
        self._look.flush()

    def start(self) -> None:
        """Look at what an earlier run of the program has left to tell."""
        self._look.flush()

    async def close(self) -> None:
        """Tell nothing any more."""
        for unsubscribe in self._subscriptions:
            unsubscribe()
        self._look.close()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    def _begin(self) -> None:
        self._again = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._read(), name="what others have changed")

    async def _read(self) -> None:
        while self._again:
            self._again = False
            try:
                news, marks = await self._ask(_read)
            except StoreError as error:  # told by whoever asks for the list
                log.info("what others have changed cannot be read: %s", error)
                return
            rows = frozenset(row for row, _ in self._marks.items() ^ marks.items())
            if news != self._news or rows:
                self._news, self._marks = news, marks
                self._events.publish(NewsChanged(news, rows))


def _read(reader: BookReader) -> tuple[News, dict[int, Change]]:
    news = reader.news()
    return news, reader.news_rows(MOST_MARKED) if news else {}
