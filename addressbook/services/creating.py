"""Saving a new contact: create is sent once for each Save, and never again before it is known what became of it."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import replace
from datetime import UTC, datetime

from addressbook.domain.fields import Purpose
from addressbook.domain.form_values import FormValues, values_of
from addressbook.domain.work import WorkItem, WorkState, is_temporary
from addressbook.errors import AddressBookError
from addressbook.services.as_sent import same_number
from addressbook.services.endings import shown_id
from addressbook.services.events import LoadState
from addressbook.services.lost_answers import EARLIER, EXISTS, Fate, fate_of
from addressbook.services.save_results import Refused, Saved, SaveResult, Unknown
from addressbook.services.save_tools import SaveTools

log = logging.getLogger(__name__)

LOOK_SECONDS = 5.0  # for a pass over the list while a form waits


class Creating:
    """Belongs to the event loop's thread."""

    def __init__(self, tools: SaveTools) -> None:
        self._tools = tools

    async def save(self, item: WorkItem) -> SaveResult:
        """Raises StoreError and Cancelled when nothing could be noted, and so nothing was sent."""
        base = values_of(item.base) if item.base is not None else None
        sent = await self._tools.requests.run(item.values.as_sent, Purpose.CREATE, base)
        if item.doubted and item.state is WorkState.DRAFT and item.sent is not None:
            made_before = await self._made_before(item, item.sent, sent)
            if made_before is not None:
                return made_before
        now = datetime.now(UTC)
        item = replace(item, state=WorkState.SENDING, sent=sent, sent_at=now, changed_at=now, refused="")
        await self._tools.noted(item)
        await self._tools.book.show_pending(sent.as_contact(shown_id(item)))
        try:
            userid = await self._tools.requests.run(
                self._tools.client.create_contact, sent.wire(Purpose.CREATE, as_is=True)
            )
        except AddressBookError as error:
            return await self._not_created(item, error)
        return await self._tools.endings.is_saved(Saved(item, sent.as_contact(userid)))

    async def _made_before(self, item: WorkItem, before: FormValues, sent: FormValues) -> Refused | Unknown | None:
        """DingTalk was busy when an earlier try was sent with another number: is there a contact of that one?

        Under the same number the server would tell by itself that the contact exists. In a large book it takes a while
        to know: the item is looked into then like one whose answer was lost.
        """
        if same_number(sent.as_contact(""), before):
            return None
        since = time.monotonic()
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                holder = await self._tools.checking.created(before, since)
        except TimeoutError:
            return await self._tools.unknown(replace(item, refused=EARLIER), AddressBookError(EARLIER), since)
        if holder is None or not holder.as_sent:
            return None
        return await self._tools.endings.is_made_before(item, holder.contact.userid)

    async def _not_created(self, item: WorkItem, error: AddressBookError) -> SaveResult:
        fate = fate_of(error)
        if fate is Fate.LOST:
            return await self._tools.unknown(item, error)
        if fate is Fate.BUSY:  # may be tried again at once; "it exists already" is success then
            return await self._tools.endings.is_refused(replace(item, doubted=True, missed=False), error)
        if error.code == EXISTS:
            return await self._exists(item, error)
        self._tools.note_permission(error)
        return await self._tools.endings.is_refused(item, error)

    async def _exists(self, item: WorkItem, error: AddressBookError) -> SaveResult:
        """The number is in the book already: by an earlier try of this very item, or somebody else's contact."""
        sent = item.sent or item.values
        try:
            if item.doubted:
                holder = await self._tools.checking.holder(sent)
                if holder is None:
                    return await self._tools.unknown(replace(item, refused=EXISTS), error)
                if holder.as_sent:
                    return await self._tools.endings.is_saved(Saved(item, holder.contact, found=True))
                return await self._tools.endings.is_refused(item, error, existing=holder.contact.userid)
            others = await self._tools.book.same_phone(sent.state_code, sent.mobile, but=shown_id(item))
        except AddressBookError as trouble:
            log.info("who has the number is not known: %s", trouble)
            if item.doubted:
                return await self._tools.unknown(replace(item, refused=EXISTS), error)
            others = []
        existing = next((row.userid for row in others if not is_temporary(row.userid)), "")
        if not existing and self._tools.book.progress.state is LoadState.IDLE:
            self._tools.book.refresh()  # a colleague has just made it: soon it can be opened
        return await self._tools.endings.is_refused(item, error, existing=existing)
