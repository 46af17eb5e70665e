"""What the copy needs besides being filled: sort keys of a new version, and the indexes of the rarer orders."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from addressbook.errors import StoreError
from addressbook.services.book_files import BookFiles
from addressbook.services.events import ContactsChanged, Events, LoadState, PassFinished, StoreTrouble
from addressbook.services.faults import seconds_to_wait, state_for
from addressbook.services.loader_times import LoaderTimes
from addressbook.services.threads import BACKGROUND

log = logging.getLogger(__name__)


class Upkeep:
    """Belongs to the event loop's thread. Works a step at a time, behind all else that is to be stored.

    Nothing of it is needed for a right answer: what a fault or the end of the program interrupts is done later, at the
    latest at the next start. `indexed` is called when indexes were made.
    """

    def __init__(self, files: BookFiles, events: Events, times: LoaderTimes, indexed: Callable[[], None]) -> None:
        self._files, self._events, self._times = files, events, times
        self._indexed = indexed
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._shown = False
        self._attempt = 0
        self._unsubscribe = events.subscribe(PassFinished, lambda _: self.look())

    def start(self) -> None:
        """Begin; called when the book is loaded, and again does nothing."""
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="upkeep of the copy")

    def shown(self) -> None:
        """What the copy has is on the screen; only the first time is there anything to look for."""
        if not self._shown:
            self._shown = True
            self._wake.set()

    def look(self) -> None:
        """There may be something to do: a pass has ended, or there is another copy."""
        self._wake.set()

    async def close(self) -> None:
        """End; what is done stays."""
        self._unsubscribe()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    async def _run(self) -> None:
        renewed = False
        while True:
            pause: float | None = None
            looking = self._wake.is_set()
            self._wake.clear()
            try:
                renewed = renewed or await self._renew_keys()
                if looking:
                    await self._make_indexes()
                self._attempt = 0
            except StoreError as error:
                pause = self._trouble(error)
            except Exception:  # a fault of ours must not end it for good
                log.exception("the upkeep of the copy failed")
            try:
                async with asyncio.timeout(pause):
                    await self._wake.wait()
            except TimeoutError:
                self._wake.set()

    async def _renew_keys(self) -> bool:
        """After a new version of the program: the book is shown as it is, and in its new order when that is done.
        Whether it is, which a copy that cannot be written to has to wait for."""
        files = self._files
        if files.read_only:
            return False
        after = 0
        while (last := await files.store.run_at(BACKGROUND, files.writer.renew_keys, after)) is not None:
            after = last
        if after:
            self._events.publish(ContactsChanged(None))
        return True

    async def _make_indexes(self) -> None:
        """Once a book is whole. One by one: what a person saves meanwhile is stored in between."""
        files, made = self._files, False
        while not files.read_only and await files.store.run_at(BACKGROUND, files.writer.make_index):
            made = True
        if made:
            self._indexed()

    def _trouble(self, error: StoreError) -> float | None:
        """Seconds until the next attempt, where the fault may pass by itself. Until then nothing is wrong with the
        copy, so that the person is told once of what other writes will meet, too."""
        log.info("the upkeep of the copy has to wait: %s", error)
        if state_for(error) is not LoadState.WAITING:
            return None
        self._attempt += 1
        if self._attempt == 1:
            self._events.publish(StoreTrouble(error))
        return seconds_to_wait(error, self._attempt, first=self._times.first_retry, longest=self._times.longest_retry)
