"""Writing down what became of a save: in work.db, and in the row that showed it.

What is known is told even where it cannot be written down (see WorkService.note): work.db then says less for a while,
and never too much.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from addressbook.dingtalk.refused_fields import refused_field
from addressbook.domain.contact import Contact
from addressbook.domain.form_values import values_of
from addressbook.domain.merge import Merge
from addressbook.domain.work import WorkItem, WorkKind, WorkState, temporary_id
from addressbook.errors import AddressBookError, ServerError
from addressbook.services.book import BookService
from addressbook.services.lost_answers import CREATE, EXISTS
from addressbook.services.save_results import Absent, Clashed, Gone, Refused, Saved
from addressbook.services.work import WorkService


class Endings:
    """Belongs to the event loop's thread. Nothing here raises StoreError.

    `saved` remembers the items that were saved in this run of the program, so that none is saved twice.
    """

    def __init__(self, work: WorkService, book: BookService) -> None:
        self.saved: dict[str, Saved] = {}
        self._work = work
        self._book = book

    async def is_saved(self, result: Saved) -> Saved:
        """The server has it: its row shows the server's truth, and the item is done with, but for a replacement."""
        item = result.item
        await self._book.settle(shown_id(item), result.contact)
        if item.kind is WorkKind.REPLACE:
            return replace(result, item=await self._copied(item, result.contact))
        self.remember(result)
        await self._work.note_done(item.id)
        return result

    def remember(self, result: Saved) -> Saved:
        """What is answered when the same item is saved again. A replacement may be undone and begun anew."""
        if result.item.kind is not WorkKind.REPLACE:
            self.saved[result.item.id] = result
        return result

    async def is_refused(
        self, item: WorkItem, error: AddressBookError, *, existing: str = "", theirs: Contact | None = None
    ) -> Refused:
        """Nothing was written: the item is a draft again, its row as the server has it (`theirs`, where known)."""
        before = values_of(theirs) if theirs is not None else None
        field = refused_field(error, item.sent or item.values.tidy(), item.purpose, before)
        item = await self._draft(item, refused=error.code)
        if theirs is None:
            await self._book.put_back(shown_id(item))
        else:
            await self._book.settle(shown_id(item), theirs)
        return Refused(item, error, field, existing)

    async def is_made_before(self, item: WorkItem, existing: str) -> Refused:
        """An earlier try with another number has made the contact `existing`: the person knows of it now."""
        error = ServerError(EXISTS, endpoint=CREATE)
        return await self.is_refused(replace(item, doubted=False), error, existing=existing)

    async def is_clashed(self, item: WorkItem, theirs: Contact, merge: Merge) -> Clashed:
        """A colleague changed the same."""
        item = await self._draft(item)
        await self._book.settle(item.userid, theirs)
        return Clashed(item, theirs, merge)

    async def is_gone(self, item: WorkItem) -> Gone:
        """The contact of an edit was deleted. What is kept stays an edit until the person decides to create it."""
        item = await self._draft(item)
        await self._book.settle(item.userid, None)
        values = item.values
        if item.base is not None:
            values = replace(values, state_code=item.base.state_code, mobile=item.base.mobile or "")
        return Gone(replace(item, kind=WorkKind.CREATE, values=values, userid=""))

    async def is_absent(self, item: WorkItem) -> Absent:
        """A create whose answer was lost was not carried out, as far as can be seen."""
        item = replace(item, state=WorkState.ABSENT, missed=True, refused="", changed_at=datetime.now(UTC))
        await self._work.note(item)
        await self._book.put_back(shown_id(item))
        return Absent(item)

    async def is_unknown(self, item: WorkItem) -> WorkItem:
        """The answer was lost. The row stays pending."""
        now = datetime.now(UTC)
        item = replace(item, state=WorkState.UNKNOWN, missed=False, sent_at=now, changed_at=now)
        await self._work.note(item)
        return item

    async def _copied(self, item: WorkItem, copy: Contact) -> WorkItem:
        item = replace(
            item,
            state=WorkState.COPIED,
            new_userid=copy.userid,
            refused="",
            doubted=False,
            changed_at=datetime.now(UTC),
        )
        await self._work.note(item)
        return item

    async def _draft(self, item: WorkItem, refused: str = "") -> WorkItem:
        # `sent` stays with what may have been carried out nevertheless
        item = replace(
            item,
            state=WorkState.DRAFT,
            sent=item.sent if item.doubted else None,
            sent_at=item.sent_at if item.doubted else None,
            refused=refused,
            changed_at=datetime.now(UTC),
        )
        await self._work.note(item)
        return item


def shown_id(item: WorkItem) -> str:
    """The userid under which the book shows a contact while it is saved."""
    return item.userid if item.kind is WorkKind.EDIT else temporary_id(item.id)
