"""Deleting contacts, and making them again from what the copy held, until the program is quit."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Protocol, TypeVar

from addressbook.dingtalk.client import DingTalkClient
from addressbook.domain.contact import Contact
from addressbook.domain.fields import Purpose
from addressbook.domain.form_values import lacking, values_of
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import (
    AddressBookError,
    AddressNotAllowed,
    Cancelled,
    CredentialsRejected,
    NetworkError,
    PermissionMissing,
    RateLimited,
    StoreError,
    TokenRejected,
)
from addressbook.services.book import BookService
from addressbook.services.checking import Checking
from addressbook.services.delete_reports import DeleteProgress, DeleteReport, Deletion, UndoReport
from addressbook.services.erasing import Erased, Erasure, erase
from addressbook.services.events import DeletingChanged, Events, WorkSettled
from addressbook.services.inquiries import Inquiries
from addressbook.services.lost_answers import DELETE, EXISTS, not_done
from addressbook.services.save_results import Deleted, Refused, Saved, SaveResult, Unknown
from addressbook.services.threads import RequestThreads
from addressbook.services.work import WorkService
from addressbook.services.write_permission import WritePermission

log = logging.getLogger(__name__)

Report = TypeVar("Report", DeleteReport, UndoReport)
End = Deleted | Refused | Saved | Unknown | WorkItem
One = Callable[[Contact], Awaitable[End]]

AT_ONCE = 6  # calls under way; how many go out in a second is the client's affair
# What meets one contact meets all: the others are left as they are.
_MEETS_ALL = (
    AddressNotAllowed,
    Cancelled,
    CredentialsRejected,
    NetworkError,
    PermissionMissing,
    RateLimited,
    StoreError,
    TokenRejected,
)


class Saving(Protocol):
    """What makes contacts, and finds out what lost answers have done (services/saving.py)."""

    @property
    def checking(self) -> Checking: ...
    async def save(self, item: WorkItem) -> SaveResult: ...


class DeletingService:
    """Belongs to the event loop's thread. What is begun goes on when nobody waits for it any more.

    One run at a time: a second waits for its turn. DeletingChanged tells that `progress`, `undoable` or the reports
    that nobody has taken yet are others.
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
        self._run: _Run | None = None
        self._turn = asyncio.Lock()
        self._runs = 0  # under way, or waiting for their turn
        self._tasks: set[asyncio.Task[object]] = set()
        self._sending: set[str] = set()
        self._inquiries = Inquiries()
        self._undoable: list[Deletion] = []
        self._reports: deque[DeleteReport | UndoReport] = deque()
        self._unsubscribe = events.subscribe(WorkSettled, self._on_settled)

    def start(self) -> None:
        """Look into deletions that an earlier run of the program has left uncertain. May be called again."""
        for item in self._work.items():
            known = item.id in self._sending or item.id in self._inquiries
            if item.kind is WorkKind.DELETE and item.is_uncertain and not known:
                self._inquiries.begin(item.id, self._take_up(item))

    # what a window shows

    @property
    def progress(self) -> DeleteProgress | None:
        """How far the run is; None when nothing is under way."""
        run = self._run
        return None if run is None else DeleteProgress(len(run.ends), run.total, run.undoing)

    @property
    def busy(self) -> bool:
        """Whether a run is under way or waits for its turn."""
        return self._runs > 0

    @property
    def undoable(self) -> tuple[Deletion, ...]:
        """What can be taken back, the newest first."""
        return tuple(reversed(self._undoable))

    def take_report(self) -> DeleteReport | UndoReport | None:
        """The report of a run that has ended and that was not taken yet, the oldest first."""
        return self._reports.popleft() if self._reports else None

    # what a person does

    def stop(self) -> None:
        """Begin with no further contact of the run."""
        if self._run is not None:
            self._run.stopped = True

    async def delete(self, contacts: Sequence[Contact]) -> DeleteReport:
        """Delete contacts, each of them noted in work.db before its call. Contacts that are still being saved are left.

        Never raises AddressBookError.
        """
        return await self._in_turn(lambda: self._delete(contacts))

    async def undo(self, deletion: Deletion) -> UndoReport:
        """Make deleted contacts again, with new ids and without e-mail, which create does not take.

        Never raises AddressBookError; LookupError when it cannot be taken back (any more).
        """
        if deletion not in self._undoable:
            raise LookupError("this deletion cannot be taken back")
        self._undoable.remove(deletion)  # a second press finds nothing to do
        return await self._in_turn(lambda: self._undo(deletion))

    async def discard(self, item: WorkItem) -> None:
        """Ask no further what became of a deletion: the contact is shown again as the server told of it last. Not while
        it is being sent (ValueError). Raises StoreError."""
        if item.id in self._sending:
            raise ValueError("it is being deleted")
        await self._work.forget(item.id)
        self._inquiries.drop(item.id)
        if self._book.pending(item.userid):  # unless the answer came just now
            await self._book.put_back(item.userid)

    async def close(self) -> None:
        """End; deletions whose answer has not come stand in work.db and are looked into at the next start."""
        self._unsubscribe()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, self._inquiries.close(), return_exceptions=True)

    # runs

    async def _in_turn(self, work: Callable[[], Awaitable[Report]]) -> Report:
        async def run() -> Report:
            try:
                async with self._turn:
                    report = await work()
            finally:
                self._runs -= 1
            self._reports.append(report)
            self._events.publish(DeletingChanged())
            return report

        self._runs += 1
        task = asyncio.create_task(run(), name="delete")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return await asyncio.shield(task)

    async def _each(self, contacts: Sequence[Contact], one: One, *, undoing: bool = False) -> _Run:
        """Do `one` to each contact, several at a time, until all are done, somebody stops it or a fault meets all."""
        run = self._run = _Run(deque(contacts), len(contacts), undoing)

        async def worker() -> None:
            while run.waiting and not run.stopped and run.fault is None:
                contact = run.waiting.popleft()
                end = await one(contact)
                if isinstance(end, Refused) and _meets_all(end.error):
                    run.fault = run.fault or end.error
                    run.waiting.append(contact)
                    return
                if isinstance(end, Unknown):
                    run.fault = run.fault or end.error
                run.ends.append((contact, end))
                self._events.publish(DeletingChanged())

        self._events.publish(DeletingChanged())
        try:
            async with asyncio.TaskGroup() as workers:
                for _ in range(min(AT_ONCE, run.total)):
                    workers.create_task(worker())
        finally:
            self._run = None
        return run

    # deleting

    async def _delete(self, contacts: Sequence[Contact]) -> DeleteReport:
        run = await self._each(contacts, self._delete_one)
        deleted = tuple(contact for contact, end in run.ends if isinstance(end, Deleted) and not end.already)
        return DeleteReport(
            deleted=deleted,
            already=tuple(contact for contact, end in run.ends if isinstance(end, Deleted) and end.already),
            refused=tuple(end for _, end in run.ends if isinstance(end, Refused)),
            unknown=tuple(contact for contact, end in run.ends if isinstance(end, Unknown)),
            left=tuple(run.waiting),
            fault=run.fault,
            can_undo=self._remember(deleted),
        )

    async def _delete_one(self, contact: Contact) -> Deleted | Refused | Unknown:
        item = self._work.new(WorkKind.DELETE, values_of(contact), base=contact)
        if self._book.pending(contact.userid):
            return Refused(item, AddressBookError("delete.pending"))
        item = replace(item, state=WorkState.SENDING, sent_at=datetime.now(UTC))
        self._sending.add(item.id)
        try:
            with self._work.under_way():
                await self._work.keep(item)
                await self._book.hide_pending(contact.userid)
                erasure = await erase(self._client, self._requests, contact.userid)
                return await self._erased(item, erasure)
        except (StoreError, Cancelled) as error:
            log.info("a deletion was not begun: %s", error)
            return Refused(item, error)
        finally:
            self._sending.discard(item.id)

    async def _erased(self, item: WorkItem, erasure: Erasure) -> Deleted | Refused | Unknown:
        error = erasure.error or AddressBookError()
        match erasure.end:
            case Erased.DELETED | Erased.ALREADY:
                await self._book.settle(item.userid, None)
                await self._work.note_done(item.id)
                return Deleted(item, already=erasure.end is Erased.ALREADY)
            case Erased.REFUSED:
                if isinstance(error, PermissionMissing):
                    self._permission.refused(error)
                await self._book.put_back(item.userid)
                await self._work.note_done(item.id)
                return Refused(item, error)
            case Erased.UNKNOWN:
                item = replace(item, state=WorkState.UNKNOWN)
                await self._work.note(item)
                self._inquiries.begin(item.id, self._look_into(item, error))
                return Unknown(item, error)

    async def _take_up(self, item: WorkItem) -> None:
        """A deletion of an earlier run of the program, in which nothing is being sent any more."""
        if item.state is WorkState.SENDING:
            item = replace(item, state=WorkState.UNKNOWN)
            await self._work.note(item)
        await self._look_into(item, NetworkError("network.reset", endpoint=DELETE))

    async def _look_into(self, item: WorkItem, error: AddressBookError) -> None:
        """Wait until the server says whether the contact is there. It is not deleted again: that was another day."""
        there = await self._saving.checking.is_there(item.userid)
        erasure = Erasure(Erased.REFUSED, not_done(error)) if there else Erasure(Erased.DELETED)
        outcome = await self._erased(item, erasure)
        if not isinstance(outcome, Unknown):
            self._events.publish(WorkSettled(outcome))

    def _remember(self, contacts: Sequence[Contact]) -> Deletion | None:
        if not contacts:
            return None
        deletion = Deletion(tuple(contacts), datetime.now(UTC))
        self._undoable.append(deletion)
        return deletion

    def _on_settled(self, event: WorkSettled) -> None:
        """What turned out to be deleted can be taken back as well."""
        outcome = event.outcome
        if not isinstance(outcome, Deleted) or outcome.item.kind is not WorkKind.DELETE:
            return
        if outcome.item.base is not None:
            self._remember((outcome.item.base,))
            self._events.publish(DeletingChanged())

    # taking it back

    async def _undo(self, deletion: Deletion) -> UndoReport:
        run = await self._each(deletion.contacts, self._restore_one, undoing=True)
        left = tuple(run.waiting)
        refused = [(contact, end) for contact, end in run.ends if isinstance(end, Refused)]
        return UndoReport(
            deletion=deletion,
            restored=tuple(end.contact for _, end in run.ends if isinstance(end, Saved)),
            existing=tuple(contact for contact, end in refused if end.error.code == EXISTS),
            drafts=tuple(end for _, end in run.ends if isinstance(end, WorkItem)),
            refused=tuple(end for _, end in refused if end.error.code != EXISTS),
            unknown=tuple(contact for contact, end in run.ends if isinstance(end, Unknown)),
            left=left,
            fault=run.fault,
            can_undo=self._remember(left),
        )

    async def _restore_one(self, contact: Contact) -> Saved | Refused | Unknown | WorkItem:
        item = self._work.new(WorkKind.CREATE, values_of(contact), base=contact)
        try:
            if lacking(item.values, Purpose.CREATE):
                await self._work.keep(item)
                return item
            result = await self._saving.save(item)
        except (StoreError, Cancelled) as error:
            log.info("a contact was not made again: %s", error)
            return Refused(item, error)
        if isinstance(result, Refused) and (_meets_all(result.error) or result.error.code == EXISTS):
            await self._work.note_done(item.id)  # it can be tried again as a whole, or is there
        if isinstance(result, Saved | Refused | Unknown):
            return result
        raise AssertionError(f"a create ended as {type(result).__name__}")


def _meets_all(error: AddressBookError) -> bool:
    return isinstance(error, _MEETS_ALL) and not (isinstance(error, PermissionMissing) and error.about_one)


@dataclass(slots=True)
class _Run:
    """A deletion under way, or one that is being taken back."""

    waiting: deque[Contact]
    total: int
    undoing: bool
    ends: list[tuple[Contact, End]] = field(default_factory=list)
    stopped: bool = False
    fault: AddressBookError | None = None
