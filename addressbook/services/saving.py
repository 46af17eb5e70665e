"""Saving a contact (DESIGN.md, section 5). Never two contacts from one Save, and nobody's edit overwritten unseen.

An item stands in work.db as being sent before its request is, so that the program may be killed at any moment: what is
found so at the next start is looked into like a lost answer (outcomes.py).
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime

from addressbook.dingtalk.client import CancelToken, DingTalkClient
from addressbook.domain.contact import Contact
from addressbook.domain.fields import Field, Purpose
from addressbook.domain.form_values import FormValues, changed_fields, values_of
from addressbook.domain.merge import Merge, three_way
from addressbook.domain.work import WorkItem, WorkKind, WorkState, is_temporary
from addressbook.errors import (
    AddressBookError,
    Cancelled,
    NetworkError,
    NotFound,
    PermissionMissing,
    ServerError,
    StoreError,
)
from addressbook.services.book import BookService
from addressbook.services.checking import Checking, is_as_sent, same_number
from addressbook.services.cleared import stayed
from addressbook.services.endings import Endings, shown_id
from addressbook.services.events import Events, LoadState, WorkSettled
from addressbook.services.lost_answers import CREATE, Fate, fate_of
from addressbook.services.outcomes import EXISTS, Outcomes, joined_by_others
from addressbook.services.pending import shown_for
from addressbook.services.save_results import Gone, Refused, Saved, SaveResult, Unknown
from addressbook.services.threads import RequestThreads
from addressbook.services.work import WorkService
from addressbook.services.write_permission import WritePermission

log = logging.getLogger(__name__)

LOOK_SECONDS = 60.0  # for a pass over the list while a form waits
READ_BACK_SECONDS = 3.0  # a contact that was saved is shown as it was sent when the server takes longer to tell of it


class SavingService:
    """Belongs to the event loop's thread. A save that was begun goes on when nobody waits for it any more; WorkSettled
    tells its result then."""

    def __init__(
        self,
        client: DingTalkClient,
        requests: RequestThreads,
        book: BookService,
        work: WorkService,
        permission: WritePermission,
        events: Events,
    ) -> None:
        self._client = client
        self._requests = requests
        self._book = book
        self._work = work
        self._permission = permission
        self._events = events
        self.checking = Checking(client, requests, book, events)
        self._endings = Endings(work, book)
        self._outcomes = Outcomes(work, book, self.checking, self._endings, events)
        self._running: dict[str, asyncio.Task[SaveResult]] = {}
        self._waiting: dict[str, int] = {}
        self._alone: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def start(self) -> None:
        """Look into what an earlier run of the program has left uncertain. May be called again."""
        self._outcomes.start(but=self._running)

    async def save(self, item: WorkItem) -> SaveResult:
        """Save an item of kind CREATE or EDIT as it is given; ValueError for another.

        While the same item is being saved the second call waits for the result of the first; while its outcome is
        not known it is Unknown again, and what was saved stays Saved: nothing is sent twice.
        """
        if item.kind not in (WorkKind.CREATE, WorkKind.EDIT) or (item.kind is WorkKind.EDIT and item.base is None):
            raise ValueError(f"not to be saved: {item.kind}")
        task = self._running.get(item.id)
        if task is None:
            if item.id in self._endings.saved:
                return self._endings.saved[item.id]
            kept = self._work.item(item.id)
            if kept is not None and kept.is_uncertain:
                self._outcomes.take_up(kept)
                return Unknown(kept, self._outcomes.error(kept))
            if kept is not None and (kept.doubted or kept.state is WorkState.ABSENT):
                item = replace(item, doubted=True, sent=kept.sent, state=kept.state)
            task = self._running[item.id] = asyncio.create_task(self._save(item), name="save")
            task.add_done_callback(lambda _: self._running.pop(item.id, None))
        self._waiting[item.id] = self._waiting.get(item.id, 0) + 1
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            if not task.done() and self._waiting[item.id] == 1:
                task.add_done_callback(self._tell_everybody)
            raise
        finally:
            self._waiting[item.id] -= 1
            if not self._waiting[item.id]:
                del self._waiting[item.id]

    async def repeat(self, item: WorkItem) -> SaveResult:
        """Save again, once, what was not carried out as far as can be seen. Should it have been nevertheless, the
        server says that the number exists, which counts as saved."""
        return await self.save(replace(item, doubted=True))

    def check_now(self) -> None:
        """A person wants to know now what became of lost answers."""
        self.start()
        self.checking.try_now()
        self._book.refresh()

    async def discard(self, item: WorkItem) -> None:
        """Forget an item, whatever became of it; not while it is being sent (ValueError). Raises StoreError."""
        if item.id in self._running:
            raise ValueError("it is being saved")
        await self._work.forget(item.id)
        self._outcomes.drop(item.id)
        await self._book.put_back(shown_id(item))

    async def close(self) -> None:
        """End. What is under way stays in work.db as uncertain."""
        tasks = list(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, self._outcomes.close(), return_exceptions=True)
        self.checking.close()

    def _tell_everybody(self, task: asyncio.Task[SaveResult]) -> None:
        """The form that began it is closed."""
        if task.cancelled() or task.exception() is not None:
            return
        result = task.result()
        if isinstance(result, Saved | Refused | Gone):
            self._events.publish(WorkSettled(result))

    async def _save(self, item: WorkItem) -> SaveResult:
        try:
            with self._work.under_way():
                if item.kind is WorkKind.CREATE:
                    result = await self._create(item)
                else:
                    # two forms of one contact: the second sees what the first has changed
                    async with self._alone[item.userid]:
                        result = await self._edit(item)
        except (StoreError, Cancelled) as error:  # nothing could be noted, so nothing was sent
            log.info("a save was not begun: %s", error)
            return Refused(replace(item, state=WorkState.DRAFT), error)
        except Exception:
            kept = self._work.item(item.id)
            if kept is not None and kept.is_uncertain:  # a fault of ours is no reason to leave it so
                self._outcomes.take_up(kept)
            raise
        return await self._read_back(result) if isinstance(result, Saved) and not result.found else result

    # create

    async def _create(self, item: WorkItem) -> SaveResult:
        sent = await self._requests.run(item.values.as_sent, Purpose.CREATE)
        if item.doubted and item.state is WorkState.DRAFT and item.sent is not None:
            refused = await self._made_before(item, item.sent, sent)
            if refused is not None:
                return refused
        now = datetime.now(UTC)
        item = replace(item, state=WorkState.SENDING, sent=sent, sent_at=now, changed_at=now, refused="")
        await self._noted(item)
        await self._book.show_pending(sent.as_contact(shown_id(item)))
        try:
            userid = await self._requests.run(self._client.create_contact, sent.wire(Purpose.CREATE))
        except AddressBookError as error:
            return await self._not_created(item, error)
        return await self._endings.is_saved(Saved(item, sent.as_contact(userid)))

    async def _made_before(self, item: WorkItem, before: FormValues, sent: FormValues) -> Refused | None:
        """DingTalk was busy when an earlier try was sent with another number: is there a contact of that one?

        Under the same number the server would tell by itself that the contact exists.
        """
        if same_number(sent.as_contact(""), before):
            return None
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                holder = await self.checking.created(before)
        except TimeoutError:
            return await self._endings.is_refused(item, NetworkError("network.timeout", endpoint=CREATE, sent=False))
        if holder is None or not holder.as_sent:
            return None
        item = replace(item, doubted=False)  # the person knows of it now
        error = ServerError(EXISTS, endpoint=CREATE)
        return await self._endings.is_refused(item, error, existing=holder.contact.userid)

    async def _not_created(self, item: WorkItem, error: AddressBookError) -> SaveResult:
        fate = fate_of(error)
        if fate is Fate.LOST:
            return await self._unknown(item, error)
        if fate is Fate.BUSY:  # may be tried again at once; "it exists already" is success then
            return await self._endings.is_refused(replace(item, doubted=True), error)
        if error.code == EXISTS:
            return await self._exists(item, error)
        self._note_permission(error)
        return await self._endings.is_refused(item, error)

    async def _exists(self, item: WorkItem, error: AddressBookError) -> SaveResult:
        """The number is in the book already: by an earlier try of this very item, or somebody else's contact."""
        sent = item.sent or item.values
        try:
            if item.doubted:
                holder = await self.checking.holder(sent)
                if holder is None:
                    return await self._unknown(replace(item, refused=EXISTS), error)
                if holder.as_sent:
                    return await self._endings.is_saved(Saved(item, holder.contact, found=True))
                return await self._endings.is_refused(item, error, existing=holder.contact.userid)
            others = await self._book.same_phone(sent.state_code, sent.mobile, but=shown_id(item))
        except AddressBookError as trouble:
            log.info("who has the number is not known: %s", trouble)
            if item.doubted:
                return await self._unknown(replace(item, refused=EXISTS), error)
            others = []
        existing = next((row.userid for row in others if not is_temporary(row.userid)), "")
        if not existing and self._book.progress.state is LoadState.IDLE:
            self._book.refresh()  # a colleague has just made it: soon it can be opened
        return await self._endings.is_refused(item, error, existing=existing)

    # edit

    async def _edit(self, item: WorkItem) -> SaveResult:
        """Read it once more, join what was changed meanwhile, send the whole, and see what came of it."""
        now = datetime.now(UTC)
        item = replace(item, state=WorkState.SENDING, sent=None, sent_at=None, changed_at=now, refused="")
        await self._noted(item)
        await self._show(item)
        try:
            theirs = await self._requests.run(self._client.get_contact, item.userid)
        except NotFound:
            return await self._endings.is_gone(item)
        except AddressBookError as error:
            return await self._endings.is_refused(item, error)
        merge = three_way(values_of(item.base or theirs), item.values, values_of(theirs), self._book.label_groups())
        if merge.clashes:
            return await self._endings.is_clashed(item, theirs, merge)
        if not changed_fields(values_of(theirs), merge.values, Purpose.UPDATE):  # a colleague did the same
            return await self._endings.is_saved(Saved(item, theirs, joined_by_others(merge)))
        now = datetime.now(UTC)
        item = replace(item, sent=merge.values, sent_at=now, changed_at=now)
        try:
            await self._noted(item)
        except (StoreError, Cancelled) as error:
            return await self._endings.is_refused(replace(item, sent=None), error, theirs=theirs)
        await self._show(item)
        return await self._update(item, theirs, merge)

    async def _update(self, item: WorkItem, theirs: Contact, merge: Merge) -> SaveResult:
        try:
            await self._requests.run(self._client.update_contact, item.userid, merge.values.wire(Purpose.UPDATE))
        except NotFound:
            return await self._endings.is_gone(item)
        except AddressBookError as error:
            return await self._not_updated(item, theirs, merge, error)
        return await self._updated(item, theirs, merge)

    async def _updated(self, item: WorkItem, theirs: Contact, merge: Merge) -> Saved:
        contact = merge.values.as_contact(item.userid, theirs.email)
        contact = replace(contact, state_code=theirs.state_code, mobile=theirs.mobile)
        return await self._endings.is_saved(Saved(item, contact, joined_by_others(merge)))

    async def _not_updated(self, item: WorkItem, theirs: Contact, merge: Merge, error: AddressBookError) -> SaveResult:
        fate = fate_of(error)
        if fate is Fate.LOST:
            return await self._unknown(item, error)
        if fate is Fate.BUSY:
            try:
                now = await self._requests.run(self._client.get_contact, item.userid)
            except NotFound:
                return await self._endings.is_gone(item)
            except AddressBookError:
                return await self._unknown(item, error)
            if is_as_sent(now, merge.values, Purpose.UPDATE):
                return await self._updated(item, theirs, merge)
            return await self._endings.is_refused(item, error, theirs=now)
        self._note_permission(error)
        return await self._endings.is_refused(item, error, theirs=theirs)

    async def _show(self, item: WorkItem) -> None:
        for contact in shown_for(item).values():
            if contact is not None:
                await self._book.show_pending(contact)

    # both

    async def _unknown(self, item: WorkItem, error: AddressBookError) -> Unknown:
        item = await self._endings.is_unknown(item)
        self._outcomes.watch(item, error)
        return Unknown(item, error)

    async def _read_back(self, saved: Saved) -> Saved:
        """With the contact as the server has it, and what it did not clear. No answer is no failure: it was saved."""
        userid, item = saved.contact.userid, saved.item
        cancel = CancelToken()
        try:
            async with asyncio.timeout(READ_BACK_SECONDS):
                contact = await self._requests.run(self._client.get_contact, userid, cancel=cancel)
        except (AddressBookError, TimeoutError) as error:
            log.info("a contact that was saved could not be read back: %s", error)
            return saved
        finally:
            cancel.cancel()
        if contact != saved.contact and not self._book.pending(userid):
            await self._book.settle(userid, contact)
        kept: frozenset[Field] = frozenset()
        if item.base is not None and item.sent is not None:
            kept = stayed(values_of(item.base), item.sent, values_of(contact))
        return self._endings.remember(replace(saved, contact=contact, stayed=kept))

    async def _noted(self, item: WorkItem) -> None:
        """Before anything is sent. Raises StoreError, and Cancelled for an item that was thrown away meanwhile."""
        await self._work.keep(item)
        if self._work.item(item.id) != item:
            raise Cancelled

    def _note_permission(self, error: AddressBookError) -> None:
        if isinstance(error, PermissionMissing):
            self._permission.refused(error)
