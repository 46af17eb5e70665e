"""work.db of one session, on the store thread, and what is done when it cannot be used: nothing at all."""

from __future__ import annotations

import logging
from pathlib import Path

from addressbook.domain.work import WorkItem
from addressbook.errors import StoreDamaged, StoreError
from addressbook.store.work import WorkStore
from addressbook.store.work_items import UnreadableItem

log = logging.getLogger(__name__)

OWN_MOBILE = "own_mobile"


class WorkFile:
    """work.db, the own number that is kept there, and the work that was found. All methods are for the store thread.

    The file is never set aside. When it cannot be read or written, `trouble` says why and `store` stays None.
    """

    def __init__(self, mobile: str) -> None:
        self.mobile = mobile
        self.store: WorkStore | None = None
        self.trouble: StoreError | None = None
        self.items: tuple[WorkItem, ...] = ()
        self.unreadable: tuple[UnreadableItem, ...] = ()

    @property
    def usable(self) -> WorkStore:
        """The file. Raises StoreError, the trouble with it."""
        if self.store is None:
            raise self.trouble or StoreError("store.closed")
        return self.store

    def open(self, folder: Path, key: bytes) -> None:
        """Open it; keep the number that was given, or else find the one that was kept."""
        store: WorkStore | None = None
        try:
            store = WorkStore.open(folder, key)
            found = store.items()
            if self.mobile:
                store.set(OWN_MOBILE, self.mobile)
            else:
                self.mobile = store.get(OWN_MOBILE) or ""
        except StoreError as error:
            log.warning("work.db cannot be used and is left alone: %s", error)
            # other words than for a copy, which is set aside and loaded again
            damaged = isinstance(error, StoreDamaged)
            self.trouble = StoreDamaged("store.work_damaged", **error.params) if damaged else error
            if store is not None:
                store.close()
        else:
            self.store = store
            self.items = tuple(item for item in found if isinstance(item, WorkItem))
            self.unreadable = tuple(item for item in found if isinstance(item, UnreadableItem))

    def close(self) -> None:
        """Close it. Raises StoreError."""
        if self.store is not None:
            self.store.close()
