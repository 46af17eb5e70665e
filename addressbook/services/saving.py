"""Saving a contact (DESIGN.md, section 5). Never two contacts from one Save, and nobody's edit overwritten unseen.

An item stands in work.db as being sent before its request is, so that the program may be killed at any moment: what is
found so at the next start is looked into like a lost answer (outcomes.py).
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from dataclasses import replace

from addressbook.dingtalk.client import CancelToken, DingTalkClient
from addressbook.domain.fields import Field
from addressbook.domain.form_values import values_of
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import AddressBookError, Cancelled, StoreError
from addressbook.services.book import BookService
from addressbook.services.checking import Checking
from addressbook.services.cleared import stayed
from addressbook.services.creating import Creating
from addressbook.services.editing import Editing
from addressbook.services.endings import Endings
from addressbook.services.events import Events, WorkSettled
from addressbook.services.joined_acts import JoinedActs
from addressbook.services.outcomes import Outcomes
from addressbook.services.pending import shown_for
from addressbook.services.save_results import Refused, Saved, SaveResult, Unknown
from addressbook.services.save_tools import SaveTools
from addressbook.services.threads import RequestThreads
from addressbook.services.work import WorkService
from addressbook.services.write_permission import WritePermission

log = logging.getLogger(__name__)

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
        self._events = events
        self.checking = Checking(client, requests, book, events)
        self._endings = Endings(work, book)
        self._outcomes = Outcomes(work, book, self.checking, self._endings, events)
        tools = SaveTools(client, requests, book, work, permission, self.checking, self._endings, self._outcomes)
        self._creating = Creating(tools)
        self._editing = Editing(tools)
        self._running: JoinedActs[SaveResult] = JoinedActs("save", self._tell_everybody)
        self._alone: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @property
    def slowed(self) -> bool:
        """Whether DingTalk has asked for silence just now, so that what is being saved waits for its turn."""
        return self._client.pace.blocked_until is not None

    def start(self) -> None:
        """Look into what an earlier run of the program has left uncertain. May be called again."""
        self._outcomes.start(but=self._running)

    async def save(self, item: WorkItem) -> SaveResult:
        """Save an item of kind CREATE or EDIT as it is given, or make the copy of a REPLACE; ValueError for a DELETE.

        While the same item is being saved the second call waits for the result of the first; while its outcome is
        not known it is Unknown again, and what was saved stays Saved: nothing is sent twice. What was saved with other
        values is Refused, with the edit that makes up the difference.
        """
        if item.kind is WorkKind.DELETE or (item.kind is WorkKind.EDIT and item.base is None):
            raise ValueError(f"not to be saved: {item.kind}")
        if item.id not in self._running:
            saved = self._endings.saved.get(item.id)
            if saved is not None:
                return saved if item.values.tidy() == saved.item.values.tidy() else self._changed_since(item, saved)
            kept = self._work.item(item.id)
            if kept is not None and kept.is_uncertain:
                if kept.state in (WorkState.SENDING, WorkState.UNKNOWN):
                    self._outcomes.take_up(kept)  # unless that is being done
                return Unknown(kept, self._outcomes.error(kept))
            if kept is not None and (kept.doubted or kept.state is WorkState.ABSENT):
                item = replace(item, doubted=True, missed=kept.missed, sent=kept.sent, state=kept.state)
        return await self._running.run(item.id, lambda: self._save(item))

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
        kept = self._work.item(item.id)
        await self._work.forget(item.id)
        self._outcomes.drop(item.id)
        for userid in shown_for(kept) if kept is not None else ():
            await self._book.put_back(userid)

    async def close(self) -> None:
        """End. What is under way stays in work.db as uncertain."""
        await asyncio.gather(self._running.close(), self._outcomes.close())
        self.checking.close()

    def _changed_since(self, item: WorkItem, saved: Saved) -> Refused:
        """It was saved from another place, and changed in a form since: what the form holds is an edit of it now."""
        contact = saved.contact
        values = replace(item.values, state_code=contact.state_code, mobile=contact.mobile or "")
        edit = self._work.new(WorkKind.EDIT, values, base=contact)
        return Refused(edit, AddressBookError("save.saved_before"))

    def _tell_everybody(self, result: SaveResult) -> None:
        if not isinstance(result, Unknown):
            self._events.publish(WorkSettled(result))

    async def _save(self, item: WorkItem) -> SaveResult:
        try:
            with self._work.under_way():
                if item.kind is WorkKind.EDIT:
                    # two forms of one contact: the second sees what the first has changed
                    async with self._alone[item.userid]:
                        result = await self._editing.save(item)
                else:
                    result = await self._creating.save(item)
        except (StoreError, Cancelled) as error:  # nothing could be noted, so nothing was sent
            log.info("a save was not begun: %s", error)
            return Refused(replace(item, state=WorkState.DRAFT), error)
        except Exception:
            kept = self._work.item(item.id)
            if kept is not None and kept.is_uncertain:  # a fault of ours is no reason to leave it so
                self._outcomes.take_up(kept)
            raise
        return await self._read_back(result) if isinstance(result, Saved) and not result.found else result

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
        if item.kind is WorkKind.EDIT and item.base is not None and item.sent is not None:
            kept = stayed(values_of(item.base), item.sent, values_of(contact))
        return self._endings.remember(replace(saved, contact=contact, stayed=kept))
