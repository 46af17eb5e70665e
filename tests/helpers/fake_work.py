"""Unfinished work in memory, for tests of the window: the methods of services/work.py, without a disk."""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, datetime

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import FormValues
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import AddressBookError
from addressbook.services.events import Events, WorkChanged


class FakeWork:
    """`error`, when set, is raised by whatever would write; `kept` counts what was written."""

    def __init__(self, events: Events) -> None:
        self.events = events
        self.error: Exception | None = None
        self.kept: list[WorkItem] = []
        self.trouble: AddressBookError | None = None
        self.unreadable: tuple[str, ...] = ()
        self.last = FormValues()
        self._items: dict[str, WorkItem] = {}
        self._forgotten: set[str] = set()
        self._numbers = itertools.count(1)

    def new(self, kind: WorkKind, values: FormValues, *, base: Contact | None = None) -> WorkItem:
        now = datetime.now(UTC)
        userid = "" if base is None or kind is WorkKind.CREATE else base.userid
        return WorkItem(f"{next(self._numbers):032x}", kind, WorkState.DRAFT, values, now, now, base, userid)

    def items(self) -> tuple[WorkItem, ...]:
        return tuple(sorted(self._items.values(), key=lambda item: item.changed_at, reverse=True))

    @property
    def count(self) -> int:
        return len(self._items) + len(self.unreadable)

    def item(self, item_id: str) -> WorkItem | None:
        return self._items.get(item_id)

    async def keep(self, item: WorkItem) -> None:
        await self._written()
        if item.id not in self._forgotten:
            self.kept.append(item)
            self._items[item.id] = item
            self.events.publish(WorkChanged())

    async def keep_draft(self, item: WorkItem) -> bool:
        kept = self._items.get(item.id)
        if item.id in self._forgotten or (kept is not None and kept.is_uncertain):
            return False
        await self.keep(item)
        return True

    async def forget(self, item_id: str) -> None:
        await self._written()
        self._forgotten.add(item_id)
        self._items.pop(item_id, None)
        self.unreadable = tuple(other for other in self.unreadable if other != item_id)
        self.events.publish(WorkChanged())

    async def forget_draft(self, item_id: str) -> bool:
        kept = self._items.get(item_id)
        if kept is not None and kept.is_uncertain:
            return False
        await self.forget(item_id)
        return True

    async def last_made(self) -> FormValues:
        await asyncio.sleep(0)
        return self.last

    async def set_last_made(self, values: FormValues) -> None:
        await self._written()
        self.last = values

    async def flush(self) -> None:
        await asyncio.sleep(0)

    async def _written(self) -> None:
        await asyncio.sleep(0)
        if self.error is not None:
            raise self.error
