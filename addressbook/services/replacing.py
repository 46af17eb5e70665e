"""Another phone number for a contact, which no update takes: a corrected copy is made, then the old one is deleted.

Each step stands in work.db before it is sent, and is looked into after a lost answer or at the next start. At no moment
is there neither contact: whatever deletes one of the two has just seen the other on the server.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar

from addressbook.dingtalk.client import DingTalkClient
from addressbook.domain.contact import Contact
from addressbook.domain.fields import Purpose
from addressbook.domain.form_values import FormValues, changed_fields, values_of
from addressbook.domain.merge import three_way
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import AddressBookError, Cancelled, NetworkError, NotFound, PermissionMissing
from addressbook.services.as_sent import is_as_sent
from addressbook.services.book import BookService
from addressbook.services.checking import Checking
from addressbook.services.erasing import Erased, Erasure, erase
from addressbook.services.events import Events, WorkSettled
from addressbook.services.inquiries import Inquiries
from addressbook.services.joined_acts import JoinedActs
from addressbook.services.lost_answers import DELETE, not_done
from addressbook.services.save_results import (
    Absent,
    Changed,
    Clashed,
    Deleted,
    Gone,
    Refused,
    ReplaceResult,
    Saved,
    SaveResult,
    Undone,
    Unknown,
)
from addressbook.services.threads import RequestThreads
from addressbook.services.work import WorkService
from addressbook.services.write_permission import WritePermission

log = logging.getLogger(__name__)

R = TypeVar("R", bound=SaveResult | ReplaceResult)


class Saving(Protocol):
    """What makes the copy, corrects it, and finds out what lost answers have done (services/saving.py)."""

    @property
    def checking(self) -> Checking: ...
    async def save(self, item: WorkItem) -> SaveResult: ...


class ReplacingService:
    """Belongs to the event loop's thread. What was begun goes on when nobody waits for it any more; WorkSettled tells
    its result then, and what became of lost answers. While one step of an item is under way, another joins it.

    Items are of kind REPLACE, with the old contact as `base`. ValueError for others, and for a step that is not due.
    """

    def __init__(
        self,
        client: DingTalkClient,
        requests: RequestThreads,
        book: BookService,
        work: WorkService,
        saving: Saving,
        permission: WritePermission,
        events: Events,
    ) -> None:
        self._client = client
        self._requests = requests
        self._book = book
        self._work = work
        self._saving = saving
        self._permission = permission
        self._events = events
        self._acts: JoinedActs[Any] = JoinedActs("replace", self._tell_everybody)
        self._inquiries = Inquiries()

    def start(self) -> None:
        """Look into deletions that an earlier run of the program has left uncertain. May be called again."""
        for item in self._work.items():
            known = item.id in self._acts or item.id in self._inquiries
            if item.state in (WorkState.DELETING, WorkState.UNDOING) and not known:
                self._look_into(item, NetworkError("network.reset", endpoint=DELETE))

    # what a person does

    async def make_copy(self, item: WorkItem) -> SaveResult:
        """Make the corrected copy of the old contact as it is now. Saved: the item is COPIED and knows the copy's id.

        Clashed when a colleague has changed the same as the item's values do; Gone when the old contact was deleted,
        with an item of which the contact can be made as a new one.
        """
        if item.kind is not WorkKind.REPLACE or item.base is None:
            raise ValueError(f"no replacement: {item.kind}")
        return await self._acts.run(item.id, lambda: self._guarded(item, self._make_copy))  # type: ignore[no-any-return]

    async def finish(self, item: WorkItem) -> ReplaceResult:
        """Delete the old contact of a COPIED item, unless a colleague has changed it since (Changed: see carry_over).

        Absent when the copy is not there any more: nothing is deleted, and it can be made again.
        """
        return await self._acts.run(item.id, lambda: self._guarded(item, self._finish))  # type: ignore[no-any-return]

    async def carry_over(self, item: WorkItem, now: Contact, chosen: FormValues | None = None) -> SaveResult | Absent:
        """Bring what a colleague has changed in the old contact, which is `now` so, into the copy of a COPIED item.

        Saved: `finish` goes on from there. Clashed where the copy was changed in the same place: call it again with
        what was `chosen`. Unknown when the answer was lost: once that is settled it is called again.
        """

        async def act(item: WorkItem) -> SaveResult | Absent:
            return await self._carry_over(item, now, chosen)

        return await self._acts.run(item.id, lambda: self._guarded(item, act))  # type: ignore[no-any-return]

    async def undo(self, item: WorkItem, *, anyway: bool = False) -> ReplaceResult:
        """Delete the copy of a COPIED item; `anyway`: even if it is not as it was made any more (Changed).

        Deleted (already) when a colleague has deleted the old contact meanwhile: then the copy stays.
        """

        async def act(item: WorkItem) -> ReplaceResult:
            return await self._undo(item, anyway)

        return await self._acts.run(item.id, lambda: self._guarded(item, act))  # type: ignore[no-any-return]

    async def close(self) -> None:
        """End. What is under way stays in work.db as uncertain."""
        await self._acts.close()
        await self._inquiries.close()

    # steps

    async def _guarded(self, item: WorkItem, act: Callable[[WorkItem], Coroutine[Any, Any, R]]) -> R | Refused:
        """With the item as it is kept; Refused when an error comes before anything was sent."""
        kept = self._work.item(item.id)
        try:
            with self._work.under_way():
                if kept is None or kept.state in (WorkState.DRAFT, WorkState.ABSENT):
                    return await act(item)
                return await act(kept)
        except AddressBookError as error:
            log.info("a step of a replacement was not begun: %s", error)
            return Refused(self._work.item(item.id) or item, error)

    async def _make_copy(self, item: WorkItem) -> SaveResult:
        if item.state is WorkState.COPIED:
            return Saved(item, (item.sent or item.values).as_contact(item.new_userid))
        if item.is_uncertain:
            return await self._saving.save(item)  # which says so
        base = _base(item)
        try:
            now = await self._get(item.userid)
        except NotFound:
            await self._book.settle(item.userid, None)
            return Gone(replace(item, kind=WorkKind.CREATE, userid=""))
        merge = three_way(values_of(base), item.values, values_of(now), self._book.label_groups())
        if merge.clashes:
            await self._work.keep(item)
            return Clashed(item, now, merge)
        values = replace(merge.values, state_code=item.values.state_code, mobile=item.values.mobile)
        return await self._saving.save(replace(item, base=now, values=values))

    async def _finish(self, item: WorkItem) -> ReplaceResult:
        if (unknown := self._unknown(item)) is not None:
            return unknown
        if (absent := await self._copy_or_absent(item))[1] is not None:
            return absent[1]
        try:
            now = await self._get(item.userid)
        except NotFound:
            return await self._finished(item, already=True)
        if _differs(_base(item), now):
            if not self._book.pending(now.userid):
                await self._book.settle(now.userid, now)
            return Changed(item, now)
        item = await self._noted(replace(item, state=WorkState.DELETING))
        await self._book.hide_pending(item.userid)
        return await self._erased(item, await erase(self._client, self._requests, item.userid))

    async def _carry_over(self, item: WorkItem, now: Contact, chosen: FormValues | None) -> SaveResult | Absent:
        if (unknown := self._unknown(item)) is not None:
            return unknown
        copy, absent = await self._copy_or_absent(item)
        if copy is None:
            return absent or Absent(item)
        merge = three_way(values_of(_base(item)), values_of(copy), values_of(now), self._book.label_groups())
        if merge.clashes and chosen is None:
            return Clashed(item, now, merge)
        values = chosen or merge.values
        if changed_fields(values_of(copy), values, Purpose.UPDATE):
            edit = self._work.new(WorkKind.EDIT, values, base=copy)
            result = await self._saving.save(edit)
            if isinstance(result, Unknown):
                return Unknown(item, result.error)
            if not isinstance(result, Saved):
                await self._work.forget(edit.id)  # what it was to bring can be asked for again
                if isinstance(result, Refused):
                    return Refused(item, result.error)
                return await self._carry_over(item, now, None)  # somebody was faster
            copy = result.contact
        sent = replace(values_of(copy), state_code=item.values.state_code, mobile=item.values.mobile)
        item = await self._noted(replace(item, base=now, values=sent, sent=sent))
        return Saved(item, copy)

    async def _undo(self, item: WorkItem, anyway: bool) -> ReplaceResult:
        if (unknown := self._unknown(item)) is not None:
            return unknown
        try:
            await self._get(item.userid)
        except NotFound:
            return await self._finished(item, already=True)  # the copy is all there is
        copy, absent = await self._copy_or_absent(item)
        if copy is None:
            return Undone((absent or Absent(item)).item)
        if not anyway and not is_as_sent(copy, item.sent or item.values, Purpose.CREATE):
            return Changed(item, copy)
        item = await self._noted(replace(item, state=WorkState.UNDOING))
        await self._book.hide_pending(item.new_userid)
        return await self._erased(item, await erase(self._client, self._requests, item.new_userid))

    # ends

    async def _erased(self, item: WorkItem, erasure: Erasure) -> Deleted | Undone | Refused | Unknown:
        """After the old contact of a DELETING item, or the copy of an UNDOING one, was to be deleted."""
        error = erasure.error or AddressBookError()
        userid = _doomed(item)
        if erasure.end is Erased.UNKNOWN:
            self._look_into(item, error)
            return Unknown(item, error)
        if erasure.end is Erased.REFUSED:
            if isinstance(error, PermissionMissing):
                self._permission.refused(error)
            await self._book.put_back(userid)
            return Refused(await self._told(replace(item, state=WorkState.COPIED)), error)
        if item.state is WorkState.UNDOING:
            await self._book.settle(userid, None)
            return Undone(await self._without_copy(item))
        return await self._finished(item, already=erasure.end is Erased.ALREADY)

    async def _finished(self, item: WorkItem, *, already: bool) -> Deleted:
        await self._book.settle(item.userid, None)
        await self._work.note_done(item.id)
        return Deleted(item, already)

    async def _without_copy(self, item: WorkItem) -> WorkItem:
        return await self._told(
            replace(item, state=WorkState.DRAFT, new_userid="", sent=None, sent_at=None, refused="", doubted=False)
        )

    def _look_into(self, item: WorkItem, error: AddressBookError) -> None:
        """Wait until the server says whether what was to be deleted is there."""

        async def look() -> None:
            there = await self._saving.checking.is_there(_doomed(item))
            erasure = Erasure(Erased.REFUSED, not_done(error)) if there else Erasure(Erased.DELETED)
            self._tell_everybody(await self._erased(item, erasure))

        self._inquiries.begin(item.id, look())

    def _tell_everybody(self, result: SaveResult | ReplaceResult) -> None:
        if isinstance(result, Saved | Refused | Gone | Absent | Deleted | Undone):
            self._events.publish(WorkSettled(result))

    # small things

    async def _get(self, userid: str) -> Contact:
        return await self._requests.run(self._client.get_contact, userid)

    async def _copy_or_absent(self, item: WorkItem) -> tuple[Contact | None, Absent | None]:
        """The copy as the server has it; when it has none, the item is a draft again."""
        try:
            return await self._get(item.new_userid), None
        except NotFound:
            await self._book.settle(item.new_userid, None)
            return None, Absent(await self._without_copy(item))

    def _unknown(self, item: WorkItem) -> Unknown | None:
        """That it is being checked what became of the last step. ValueError when there is no copy at all."""
        if item.is_uncertain:
            return Unknown(item, NetworkError("network.reset", endpoint=DELETE))
        if item.kind is not WorkKind.REPLACE or item.state is not WorkState.COPIED:
            raise ValueError(f"there is no copy: {item.kind}, {item.state}")
        return None

    async def _noted(self, item: WorkItem) -> WorkItem:
        """Before anything is sent. Raises StoreError, and Cancelled for an item that was thrown away meanwhile."""
        item = replace(item, changed_at=datetime.now(UTC))
        await self._work.keep(item)
        if self._work.item(item.id) != item:
            raise Cancelled
        return item

    async def _told(self, item: WorkItem) -> WorkItem:
        item = replace(item, changed_at=datetime.now(UTC))
        await self._work.note(item)
        return item


def _base(item: WorkItem) -> Contact:
    if item.base is None:
        raise ValueError("a replacement without its contact")
    return item.base


def _doomed(item: WorkItem) -> str:
    """The contact that is being deleted."""
    return item.new_userid if item.state is WorkState.UNDOING else item.userid


def _differs(before: Contact, now: Contact) -> bool:
    """Whether anything is different that would be lost: also what cannot be carried over."""
    fields = changed_fields(values_of(before), values_of(now), Purpose.UPDATE)
    given = ((contact.email, contact.state_code, contact.mobile or "") for contact in (before, now))
    return bool(fields) or len(set(given)) > 1
