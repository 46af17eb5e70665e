"""work.db of one session, on the store thread, and what is done when it cannot be used: nothing at all."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from addressbook.domain.work import WorkItem
from addressbook.errors import StoreDamaged, StoreError
from addressbook.store.work import WorkStore
from addressbook.store.work_items import UnreadableItem

log = logging.getLogger(__name__)

T = TypeVar("T")

OWN_MOBILE = "own_mobile"


class WorkFile:
    """The file, the own number that is kept there, and the work that was found when it was opened.

    It is never set aside. While `trouble` says why it cannot be used, nothing is read or written. The methods are for
    the store thread; the attributes may be read on any.
    """

    def __init__(self, folder: Path, key: bytes, mobile: str) -> None:
        self.mobile = mobile
        self.trouble: StoreError | None = None
        self.items: tuple[WorkItem, ...] = ()
        self.unreadable: tuple[UnreadableItem, ...] = ()
        self._folder, self._key = folder, key
        self._store: WorkStore | None = None

    def open(self) -> None:
        """Open it, or try anew what could not be opened. Keeps the own number that was given, or finds the one that
        was kept."""
        if self._store is not None:
            return
        store: WorkStore | None = None
        try:
            store = WorkStore.open(self._folder, self._key)
            found = store.items()
            if self.mobile:
                store.set(OWN_MOBILE, self.mobile)
            else:
                self.mobile = store.get(OWN_MOBILE) or ""
        except StoreError as error:
            log.warning("work.db cannot be used and is left alone: %s", error)
            self.trouble = _in_words_of_work(error)
            if store is not None:
                store.close()
        else:
            self.trouble, self._store = None, store
            self.items = tuple(item for item in found if isinstance(item, WorkItem))
            self.unreadable = tuple(item for item in found if isinstance(item, UnreadableItem))

    def do(self, act: Callable[[WorkStore], T]) -> T:
        """The answer of `act`. Raises StoreError; damage that shows now leaves the file alone from here on."""
        if self._store is None:
            raise self.trouble or StoreError("store.closed")
        try:
            return act(self._store)
        except StoreDamaged as error:
            log.warning("work.db turned out to be damaged and is left alone: %s", error)
            self.trouble = _in_words_of_work(error)
            self.close()
            raise self.trouble from None

    def close(self) -> None:
        """Close it. Raises StoreError."""
        store, self._store = self._store, None
        if store is not None:
            store.close()


def _in_words_of_work(error: StoreError) -> StoreError:
    """Other words than for a copy, which is set aside and loaded again."""
    return StoreDamaged("store.work_damaged", **error.params) if isinstance(error, StoreDamaged) else error
