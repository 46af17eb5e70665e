"""Rows of the book that show at once what is being written, and what becomes of them: DESIGN.md, section 5.

What is shown is a promise that the server has not confirmed. Each one belongs to an item of work.db whose outcome is
not certain yet; after a crash those that have none are taken back, so that nobody sees what was never saved.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import replace

from addressbook.domain.contact import Contact, ContactRow, RowState
from addressbook.domain.fields import FIELDS, Purpose, Rule
from addressbook.domain.text import clean
from addressbook.domain.work import WorkItem, WorkKind, WorkState, temporary_id
from addressbook.errors import StoreError
from addressbook.services.events import ContactsChanged, Events
from addressbook.services.threads import StoreThread
from addressbook.store.book import BookWriter, Change

log = logging.getLogger(__name__)


class PendingContacts:
    """Belongs to the event loop's thread. Nothing here raises for want of the copy, without which contacts can be
    saved all the same: `tell` hears of the StoreError."""

    def __init__(
        self, store: StoreThread, writer: BookWriter, events: Events, tell: Callable[[StoreError], None]
    ) -> None:
        self._store = store
        self._writer = writer
        self._events = events
        self._tell = tell
        self._shown: dict[str, Contact | None] = {}  # None: hidden

    def __contains__(self, userid: str) -> bool:
        return clean(userid) in self._shown

    def marked(self, rows: dict[int, ContactRow]) -> dict[int, ContactRow]:
        """The same rows, with RowState.PENDING where it is due."""
        if not self._shown:
            return rows
        return {
            number: replace(row, state=RowState.PENDING) if row.userid in self else row for number, row in rows.items()
        }

    async def show(self, contact: Contact) -> None:
        """Show a contact as it is being written."""
        self._shown[clean(contact.userid)] = contact
        await self._change(None, self._writer.show_pending, contact)

    async def hide(self, userid: str) -> None:
        """Hide a contact that is being deleted."""
        self._shown[clean(userid)] = None
        await self._change(None, self._writer.hide_pending, userid)

    async def settle(self, shown: str, contact: Contact | None) -> None:
        """The server's truth in the place of what was shown as `shown`; None: it has no such contact."""
        await self._change(shown, self._writer.settle, shown, contact)

    async def put_back(self, shown: str) -> None:
        """It was not written: show again what the server last told; what it never had goes."""
        await self._change(shown, self._writer.put_back, shown)

    async def restore(self, items: Iterable[WorkItem]) -> None:
        """After a start: show what these items have left uncertain, and take back whatever else was pending."""
        wanted: dict[str, Contact | None] = {}
        for item in items:
            wanted.update(shown_for(item))
        try:
            found = await self._store.run(self._writer.pending)
        except StoreError as error:
            self._tell(error)
            found = frozenset()
        for userid in found - wanted.keys():
            await self.put_back(userid)
        for userid, contact in wanted.items():
            await (self.hide(userid) if contact is None else self.show(contact))

    async def show_again(self) -> None:
        """A new copy knows nothing of what was shown in the old one."""
        for userid, contact in tuple(self._shown.items()):
            await (self.hide(userid) if contact is None else self.show(contact))

    async def _change(self, ended: str | None, act: Callable[..., Change], *args: object) -> None:
        """What was begun is done and told also when whoever waits for it is cancelled."""
        future = self._store.run(act, *args)

        def told(changed: asyncio.Future[Change]) -> None:
            if changed.cancelled():  # the book is being closed
                return
            if ended is not None:
                self._shown.pop(clean(ended), None)
            error = changed.exception()
            if isinstance(error, StoreError):
                log.info("the copy could not show what is being written: %s", error)
                self._tell(error)
            elif error is None and changed.result().rows:
                self._events.publish(ContactsChanged(changed.result().rows, changed.result().removed))

        future.add_done_callback(told)
        await asyncio.wait({future})
        if not isinstance(future.exception(), StoreError):
            future.result()


def shown_for(item: WorkItem) -> dict[str, Contact | None]:
    """What the book shows while the outcome of an item is uncertain, by userid; None: the contact is hidden."""
    sending = item.state in (WorkState.SENDING, WorkState.UNKNOWN)
    if item.kind is WorkKind.DELETE:
        return {item.userid: None} if sending else {}
    if item.state is WorkState.DELETING:
        return {item.userid: None}
    if item.state is WorkState.UNDOING:
        return {item.new_userid: None}
    if not sending:
        return {}
    if item.kind is WorkKind.EDIT:
        edited = _edited(item)
        return {} if edited is None else {item.userid: edited}
    userid = temporary_id(item.id)
    return {userid: (item.sent or item.values).as_contact(userid)}


def _edited(item: WorkItem) -> Contact | None:
    """The contact as an update makes it: what the call does not take stays as it was."""
    if item.base is None:
        return None
    values = (item.sent or item.values).tidy()
    taken = [spec.field for spec in FIELDS if spec.rule(Purpose.UPDATE) is not Rule.NOT_TAKEN]
    return replace(item.base, **{field.value: values.get(field) for field in taken})
