"""Reading ahead what searching needs, so that the first key of a search waits for nothing."""

from __future__ import annotations

import asyncio
import logging
import time

from addressbook.errors import StoreError
from addressbook.services.events import ContactsChanged, Events, PassFinished
from addressbook.services.threads import BACKGROUND, QueryThread
from addressbook.store.book import BookReader
from addressbook.store.spare import give_back

log = logging.getLogger(__name__)

AT_ONCE = 4  # parts of 256 contacts: some 10 ms, for which a question may have to wait
BREATH = 0.005  # seconds between them, which belong to the window
QUIET_AFTER = 0.08  # seconds after a question: it is answered and painted, and the next key need not have come
MOST_QUIET = 1.0  # seconds, for which keys may come without a pause
LOOKS_APART = 1.0  # seconds; while a book is filled, pages come many times a second


class SearchLoader:
    """Belongs to the event loop's thread. A search that comes first reads by itself what is missing."""

    def __init__(self, thread: QueryThread, asker: BookReader, events: Events) -> None:
        self._thread = thread
        self._asker = asker
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closed = False
        self._asked_at = float("-inf")
        self._filled = False  # a pass is over: what it took is free again once its last rows are read
        self._unsubscribes = (
            events.subscribe(ContactsChanged, lambda _: self.look()),
            events.subscribe(PassFinished, self._on_finished),
        )

    def start(self) -> None:
        """Begin to read; called once there is something to look at. Calling it again does nothing, and neither does an
        answer that comes while the book is being closed."""
        if self._task is None and not self._closed:
            self._task = asyncio.create_task(self._run(), name="read ahead for searching")

    def look(self) -> None:
        """There may be more to read: contacts changed, or an order can be read now that it has its index."""
        self._changed.set()

    def asked(self) -> None:
        """A question was sent to the thread: one that comes soon is not to wait."""
        self._asked_at = time.monotonic()

    async def close(self) -> None:
        """Stop reading."""
        self._closed = True
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    def _on_finished(self, _: PassFinished) -> None:
        self._filled = True
        self._changed.set()

    async def _load(self) -> bool:
        end = time.monotonic() + MOST_QUIET
        while (wait := min(end, self._asked_at + QUIET_AFTER) - time.monotonic()) > 0:  # noqa: ASYNC110
            await asyncio.sleep(wait)
        return await self._thread.run_at(BACKGROUND, self._asker.load_search, AT_ONCE)

    async def _run(self) -> None:
        while True:
            self._changed.clear()
            try:
                while await self._load():  # noqa: ASYNC110
                    await asyncio.sleep(BREATH)
                if self._filled:
                    self._filled = False
                    await self._thread.run_at(BACKGROUND, give_back)
            except StoreError as error:  # whoever asks for something will meet and tell it
                log.info("could not read ahead for searching: %s", error)
            except Exception:  # a fault of ours must not end reading ahead for good: the next change tries again
                log.exception("could not read ahead for searching")
            await self._changed.wait()
            await asyncio.sleep(LOOKS_APART)
