"""Saves whose answer was lost: each is looked into until its outcome is certain, and WorkSettled tells it.

Also after a restart: an item that was being sent when the program ended is as uncertain as one whose answer was lost.
"""

from __future__ import annotations

import logging
from collections.abc import Container
from dataclasses import replace

from addressbook.domain.fields import Purpose
from addressbook.domain.form_values import changed_fields, values_of
from addressbook.domain.merge import Joined, Merge, Side, three_way
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import AddressBookError, Cancelled, NetworkError, ServerError
from addressbook.services.as_sent import is_as_sent
from addressbook.services.book import BookService
from addressbook.services.checking import Checking
from addressbook.services.cleared import stayed
from addressbook.services.endings import Endings
from addressbook.services.events import Events, WorkSettled
from addressbook.services.inquiries import Inquiries
from addressbook.services.lost_answers import CREATE, EARLIER, EXISTS, UPDATE, not_done
from addressbook.services.save_results import Absent, Gone, Refused, Saved
from addressbook.services.work import WorkService

log = logging.getLogger(__name__)


class Outcomes:
    """Belongs to the event loop's thread. Creates, the copies of replacements and edits; deletions see to their own."""

    def __init__(
        self, work: WorkService, book: BookService, checking: Checking, endings: Endings, events: Events
    ) -> None:
        self._work = work
        self._book = book
        self._checking = checking
        self._endings = endings
        self._events = events
        self._inquiries = Inquiries()
        self._errors: dict[str, AddressBookError] = {}

    def start(self, but: Container[str] = ()) -> None:
        """Look into what an earlier run of the program has left uncertain; `but` are items that are being saved."""
        for item in self._work.items():
            sending = item.state in (WorkState.SENDING, WorkState.UNKNOWN)
            if item.kind is not WorkKind.DELETE and sending and item.id not in but:
                self.take_up(item)

    def take_up(self, item: WorkItem) -> None:
        """Look into an item that was left uncertain, unless that is being done."""
        if item.id not in self._inquiries:
            self._inquiries.begin(item.id, self._take_up(item))

    def watch(self, item: WorkItem, error: AddressBookError, since: float | None = None) -> None:
        """Look into an item whose answer was lost by `error`. `since`: what a create has done was to be seen from then
        on (time.monotonic()), now by default."""
        self._errors[item.id] = error
        self._inquiries.begin(item.id, self._look_into(item, since))

    def error(self, item: WorkItem) -> AddressBookError:
        """Why the outcome of an item is not known."""
        unanswered = NetworkError("network.reset", endpoint=UPDATE if item.kind is WorkKind.EDIT else CREATE)
        return self._errors.get(item.id, unanswered)

    def drop(self, item_id: str) -> None:
        """Look no further: a person does not want to know."""
        self._inquiries.drop(item_id)
        self._errors.pop(item_id, None)

    async def close(self) -> None:
        """Stop looking; the items stay as they are."""
        await self._inquiries.close()

    async def _take_up(self, item: WorkItem) -> None:
        """An item of an earlier run of the program."""
        if item.kind is WorkKind.EDIT and item.sent is None:
            refused = await self._endings.is_refused(item, Cancelled())  # the program ended before it was sent
            self._events.publish(WorkSettled(refused))
            return
        if item.state is WorkState.SENDING:
            item = await self._endings.is_unknown(item)
        await self._look_into(item)

    async def _look_into(self, item: WorkItem, since: float | None = None) -> None:
        try:
            outcome = await (self._edited(item) if item.kind is WorkKind.EDIT else self._created(item, since))
        except AddressBookError as error:  # it cannot be known: saving once more compares, or finds what was made
            log.info("what became of a save cannot be known: %s", error)
            outcome = await self._endings.is_refused(replace(item, doubted=item.kind is not WorkKind.EDIT), error)
        self._errors.pop(item.id, None)
        self._events.publish(WorkSettled(outcome))

    async def _created(self, item: WorkItem, since: float | None) -> Saved | Refused | Absent:
        holder = await self._checking.created(item.sent or item.values, since)
        if item.refused == EARLIER:
            if holder is None or not holder.as_sent:
                return await self._endings.is_absent(item)
            return await self._endings.is_made_before(item, holder.contact.userid)
        if holder is None and item.refused != EXISTS:
            return await self._endings.is_absent(item)
        if holder is not None and holder.as_sent:
            return await self._endings.is_saved(Saved(item, holder.contact, found=True))
        # somebody else's contact has the number, be it one that the list does not show
        existing = "" if holder is None else holder.contact.userid
        return await self._endings.is_refused(item, ServerError(EXISTS, endpoint=CREATE), existing=existing)

    async def _edited(self, item: WorkItem) -> Saved | Refused | Gone:
        theirs = await self._checking.read(item.userid)
        if theirs is None:
            return await self._endings.is_gone(item)
        base, sent = values_of(item.base or theirs), item.sent or item.values
        merge = three_way(base, item.values, values_of(theirs), self._book.label_groups())
        kept = stayed(base, sent, values_of(theirs))
        wanted = changed_fields(base, item.values, Purpose.UPDATE)
        missing = changed_fields(values_of(theirs), merge.values, Purpose.UPDATE)
        everything = not merge.clashes and missing <= kept and bool(wanted - kept or not kept)
        if everything or is_as_sent(theirs, sent, Purpose.UPDATE):
            return await self._endings.is_saved(Saved(item, theirs, joined_by_others(merge), kept, found=True))
        # The form starts from there again: saving once more joins, or asks about, what others have changed
        return await self._endings.is_refused(item, not_done(self.error(item)), theirs=theirs)


def joined_by_others(merge: Merge) -> tuple[Joined, ...]:
    """What colleagues changed meanwhile, and what was kept."""
    return tuple(joined for joined in merge.joined if joined.side is Side.THEIRS)
