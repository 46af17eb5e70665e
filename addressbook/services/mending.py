"""A copy that is damaged is replaced by an empty one while the book is open; one that cannot be used is tried again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from addressbook.errors import AddressBookError, StoreDamaged, StoreError
from addressbook.services.book_files import BookFiles
from addressbook.services.events import StoreTrouble

log = logging.getLogger(__name__)

MENDS_APART = 600.0  # a copy that is damaged again sooner lies on a disk that would damage every new one


class Mending:
    """Belongs to the event loop's thread, but for `on_damage`.

    `stop` is waited for before files are touched, `mended` with what is to be told and whether the copy can be read
    now; `given_up` when nothing is to be loaded any more.
    """

    def __init__(
        self,
        files: BookFiles,
        trouble: StoreTrouble | None,
        *,
        stop: Callable[[], Awaitable[None]],
        mended: Callable[[StoreTrouble | None, bool], Awaitable[None]],
        given_up: Callable[[AddressBookError], None],
    ) -> None:
        self._files = files
        self._stop, self._mended, self._given_up = stop, mended, given_up
        self._loop = asyncio.get_running_loop()
        self._under_way: asyncio.Task[None] | None = None
        self._closed = False
        self._may_mend_at = self._loop.time() + (MENDS_APART if trouble is not None and trouble.rebuilt else 0.0)
        self.unusable = trouble.error if trouble is not None and not trouble.rebuilt else None
        """Why nothing is loaded until a person asks for it, which is another try at mending."""

    @property
    def under_way(self) -> bool:
        """Whether the files are closed, or about to be."""
        return self._under_way is not None

    async def over(self) -> None:
        """Wait until it is not under way."""
        if self._under_way is not None:
            await asyncio.wait({self._under_way})

    def on_damage(self, error: StoreDamaged) -> None:
        """On any thread: damage shows wherever a page is read that has not been read before."""
        with suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(self._damaged, error)

    def begin(self, error: AddressBookError) -> None:
        """Mend what `error` told."""
        if self._under_way is None and not self._closed:
            self._under_way = asyncio.create_task(self._mend(error), name="mend the copy")

    async def close(self) -> None:
        """Begin no more, and end what is under way."""
        self._closed = True
        if self._under_way is not None:
            self._under_way.cancel()
            await self.over()

    def _damaged(self, error: StoreDamaged) -> None:
        if self._under_way is not None or self.unusable is not None:
            return
        if self._loop.time() >= self._may_mend_at:
            self.begin(error)
        else:
            log.warning("the new copy is damaged too: %s", error)
            self.unusable = error
            self._given_up(error)

    async def _mend(self, error: AddressBookError) -> None:
        """Put an empty copy in the place of a damaged one, or open again what could only be read; then load."""
        trouble: StoreTrouble | None = None
        readable = True
        try:
            await self._stop()
            if isinstance(error, StoreDamaged):
                trouble = await self._files.replace(error)
            else:
                trouble = await self._files.reopen()
        except StoreError as fault:
            log.warning("the copy cannot be mended: %s", fault)
            trouble, readable = StoreTrouble(fault), False
        finally:
            self._under_way = None
        self._may_mend_at = self._loop.time() + MENDS_APART
        self.unusable = trouble.error if trouble is not None and not trouble.rebuilt else None
        await self._mended(trouble, readable)
