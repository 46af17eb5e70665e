"""Saving a changed contact: update knows no versions, so that what colleagues did meanwhile is compared before."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime

from addressbook.domain.contact import Contact
from addressbook.domain.fields import FIELDS, Purpose, Rule
from addressbook.domain.form_values import changed_fields, values_of
from addressbook.domain.merge import Merge, three_way
from addressbook.domain.work import WorkItem, WorkState
from addressbook.errors import AddressBookError, Cancelled, NotFound, StoreError
from addressbook.services.as_sent import is_as_sent
from addressbook.services.lost_answers import Fate, fate_of
from addressbook.services.outcomes import joined_by_others
from addressbook.services.pending import shown_for
from addressbook.services.save_results import Saved, SaveResult
from addressbook.services.save_tools import SaveTools

log = logging.getLogger(__name__)


class Editing:
    """Belongs to the event loop's thread."""

    def __init__(self, tools: SaveTools) -> None:
        self._tools = tools

    async def save(self, item: WorkItem) -> SaveResult:
        """Read it once more, join what was changed meanwhile, send the whole, and see what came of it.

        Raises StoreError and Cancelled when nothing could be noted, and so nothing was sent.
        """
        now = datetime.now(UTC)
        item = replace(item, state=WorkState.SENDING, sent=None, sent_at=None, changed_at=now, refused="")
        await self._tools.noted(item)
        await self._show(item)
        try:
            theirs = await self._tools.requests.run(self._tools.client.get_contact, item.userid)
        except NotFound:
            return await self._tools.endings.is_gone(item)
        except AddressBookError as error:
            return await self._tools.endings.is_refused(item, error)
        merge = three_way(
            values_of(item.base or theirs), item.values, values_of(theirs), self._tools.book.label_groups()
        )
        if merge.clashes:
            return await self._tools.endings.is_clashed(item, theirs, merge)
        if not changed_fields(values_of(theirs), merge.values, Purpose.UPDATE):  # a colleague did the same
            return await self._tools.endings.is_saved(Saved(item, theirs, joined_by_others(merge)))
        now = datetime.now(UTC)
        item = replace(item, sent=merge.values, sent_at=now, changed_at=now)
        try:
            await self._tools.noted(item)
        except (StoreError, Cancelled) as error:
            return await self._tools.endings.is_refused(replace(item, sent=None), error, theirs=theirs)
        await self._show(item)
        return await self._update(item, theirs, merge)

    async def _update(self, item: WorkItem, theirs: Contact, merge: Merge) -> SaveResult:
        try:
            await self._tools.requests.run(
                self._tools.client.update_contact, item.userid, merge.values.wire(Purpose.UPDATE, as_is=True)
            )
        except NotFound as error:
            return await self._not_found(item, error)
        except AddressBookError as error:
            return await self._not_updated(item, theirs, merge, error)
        return await self._updated(item, theirs, merge)

    async def _not_found(self, item: WorkItem, error: NotFound) -> SaveResult:
        """DingTalk's codes do not tell whether it is the contact that is gone, or a colleague whom it names."""
        try:
            theirs = await self._tools.requests.run(self._tools.client.get_contact, item.userid)
        except NotFound:
            return await self._tools.endings.is_gone(item)
        except AddressBookError as trouble:
            log.info("what was not found is not known: %s", trouble)
            return await self._tools.endings.is_refused(item, error)
        return await self._tools.endings.is_refused(item, error, theirs=theirs)

    async def _updated(self, item: WorkItem, theirs: Contact, merge: Merge) -> Saved:
        taken = [spec.field for spec in FIELDS if spec.rule(Purpose.UPDATE) is not Rule.NOT_TAKEN]
        contact = replace(theirs, **{field.value: merge.values.get(field) for field in taken})
        return await self._tools.endings.is_saved(Saved(item, contact, joined_by_others(merge)))

    async def _not_updated(self, item: WorkItem, theirs: Contact, merge: Merge, error: AddressBookError) -> SaveResult:
        fate = fate_of(error)
        if fate is Fate.LOST:
            return await self._tools.unknown(item, error)
        if fate is Fate.BUSY:
            try:
                now = await self._tools.requests.run(self._tools.client.get_contact, item.userid)
            except NotFound:
                return await self._tools.endings.is_gone(item)
            except AddressBookError:
                return await self._tools.unknown(item, error)
            if is_as_sent(now, merge.values, Purpose.UPDATE):
                return await self._updated(item, theirs, merge)
            return await self._tools.endings.is_refused(item, error, theirs=now)
        self._tools.note_permission(error)
        return await self._tools.endings.is_refused(item, error, theirs=theirs)

    async def _show(self, item: WorkItem) -> None:
        for contact in shown_for(item).values():
            if contact is not None:
                await self._tools.book.show_pending(contact)
