"""Reading ahead what searching needs, so that the first key of a search waits for nothing."""

from __future__ import annotations

import asyncio
import logging

from addressbook.errors import StoreError
from addressbook.services.events import ContactsChanged, Events
from addressbook.services.threads import BACKGROUND, QueryThread
from addressbook.store.book import BookReader

log = logging.getLogger(__name__)

AT_ONCE = 4  # parts of 256 contacts: some 10 ms, for which a question may have to wait
BREATH = 0.005  # seconds between them, which belong to the window
LOOKS_APART = 1.0  # seconds; while a book is filled, pages come many times a second


class SearchLoader:
    """Belongs to the event loop's thread. A search that comes first reads by itself what is missing."""

    def __init__(self, thread: QueryThread, asker: BookReader, events: Events) -> None:
        self._thread = thread
        self._asker = asker
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closed = False
        self._unsubscribe = events.subscribe(ContactsChanged, lambda _: self._changed.set())

    def start(self) -> None:
        """Begin to read; called once there is something to look at. Calling it again does nothing, and neither does an
        answer that comes while the book is being closed."""
        if self._task is None and not self._closed:
            self._task = asyncio.create_task(self._run(), name="read ahead for searching")

    async def close(self) -> None:
        """Stop reading."""
        self._closed = True
        self._unsubscribe()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    async def _run(self) -> None:
        while True:
            self._changed.clear()
            try:
                while await self._thread.run_at(BACKGROUND, self._asker.load_search, AT_ONCE):  # noqa: ASYNC110
                    await asyncio.sleep(BREATH)
            except StoreError as error:  # whoever asks for something will meet and tell it
                log.info("could not read ahead for searching: %s", error)
            await self._changed.wait()
            await asyncio.sleep(LOOKS_APART)
