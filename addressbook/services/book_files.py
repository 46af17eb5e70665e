"""The connections to one book.db: a writing one, one for long questions, and one for the event loop's thread."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from addressbook.errors import DiskReadOnly, StoreDamaged, StoreError
from addressbook.services.events import StoreTrouble
from addressbook.services.threads import QueryThread, StoreThread
from addressbook.store.book import BookReader, BookWriter, set_aside

log = logging.getLogger(__name__)

ROWS_APART = 10_000_000  # more than a book will ever have: a new copy numbers its rows above those of the old one


class BookFiles:
    """Three connections and the threads of two of them; `writer`, `reader` and `asker` exist once `open` is done.

    They stay the same objects when the file below them is replaced. Whatever is opened is known here before anyone
    can give up waiting for it, so that `close` closes everything at any time.
    """

    writer: BookWriter
    reader: BookReader
    asker: BookReader

    def __init__(self, folder: Path, key: bytes) -> None:
        self.store, self.query = StoreThread(), QueryThread()
        self.read_only = False
        self._folder, self._key = folder, key
        self._last_row = 0
        self._on_damage: Callable[[StoreDamaged], None] = lambda error: None

    def watch(self, on_damage: Callable[[StoreDamaged], None]) -> None:
        """Have `on_damage` called, on the thread that meets it, whenever the file turns out to be damaged."""
        self._on_damage = on_damage

    async def open(self) -> StoreTrouble | None:
        """Open or make the copy. A damaged one is set aside, one that cannot be written to only read; both are told.

        Raises StoreError (StoreTooNew, DiskFull, StoreBusy …).
        """
        self.read_only = False
        try:
            await self._open()
        except StoreDamaged as error:
            return await self.replace(error)
        except DiskReadOnly as error:
            log.warning("the copy cannot be written to and is only read: %s", error)
            await self._close()
            self.read_only = True
            try:
                await self._open()
            except StoreError:
                await self._close()
                raise error from None
            return StoreTrouble(error)
        return None

    async def replace(self, error: StoreDamaged) -> StoreTrouble:
        """Set the damaged file aside and go on with an empty one. Raises StoreError; then nothing is open."""
        log.warning("the copy was damaged and is built anew: %s", error)
        await self._close()
        try:
            await self.store.run(set_aside, self._folder)
            self._last_row += ROWS_APART
            await self._open()
        except StoreError:
            await self._close()
            raise
        return StoreTrouble(StoreDamaged("store.rebuilt", **error.params), rebuilt=True)

    async def reopen(self) -> StoreTrouble | None:
        """Try anew what `open` could not do."""
        await self._close()
        return await self.open()

    async def close(self, *others: Callable[[], None], within: float = 0.5) -> None:
        """Close the files and the threads, and what `others` close on the store thread; waits about `within` seconds.

        The long questions get the smaller part of that time: it is the writer's closing that leaves a whole file.
        """
        await self._close(*others, within=within)
        await asyncio.gather(self.query.close(within / 4), self.store.close(within / 4))

    async def _open(self) -> None:
        await self.store.run(self._open_writer)
        if hasattr(self, "reader"):
            self.reader.reopen(self._folder, self._key, fixed=self.read_only)
        else:
            self.reader = BookReader.open(self._folder, self._key, fixed=self.read_only)
        await self.query.run(self._open_asker)
        for connection in (self.writer, self.reader, self.asker):
            connection.watch(lambda error: self._on_damage(error))

    def _open_writer(self) -> None:
        if hasattr(self, "writer"):
            self.writer.reopen(self._folder, self._key, fixed=self.read_only)
        else:
            self.writer = BookWriter.open(self._folder, self._key, fixed=self.read_only)
        last = self.writer.last_row()
        if last < self._last_row:
            self.writer.number_rows_from(self._last_row)
        self._last_row = max(last, self._last_row)

    def _open_asker(self) -> None:
        if hasattr(self, "asker"):
            self.asker.reopen(self._folder, self._key, fixed=self.read_only)
        else:
            self.asker = BookReader.open(self._folder, self._key, fixed=self.read_only, feed=self.writer.feed)

    async def _close(self, *others: Callable[[], None], within: float = 5.0) -> None:
        if hasattr(self, "asker"):
            self.asker.interrupt()
        if hasattr(self, "reader"):
            _closed(self.reader.close)
        await _in_time(self.query.run(self._close_asker), within / 4)
        # the writer last: only a writing connection can fold the log into the file when it is the last to go
        await _in_time(self.store.run(self._close_writer, others), within)

    def _close_asker(self) -> None:
        if hasattr(self, "asker"):
            _closed(self.asker.close)

    def _close_writer(self, others: tuple[Callable[[], None], ...]) -> None:
        for close in others:
            _closed(close)
        if hasattr(self, "writer"):
            _closed(self.writer.close)


def _closed(close: Callable[[], None]) -> None:
    try:
        close()
    except StoreError as error:
        log.info("the copy was not closed well: %s", error)


async def _in_time(work: asyncio.Future[None], seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await work
    except TimeoutError:
        log.info("the copy was still busy when it was closed")
