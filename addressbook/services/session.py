"""One open book: where its contacts come from, its copy, its names, and the end of it all."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from addressbook.dingtalk.client import DingTalkClient
from addressbook.domain.staff import Me, NameState
from addressbook.errors import AddressBookError, StoreError
from addressbook.services.book import UNDO_SECONDS, BookService
from addressbook.services.directory import Directory
from addressbook.services.events import Events, PassFinished, StaffChanged, StoreTrouble
from addressbook.services.loader_times import LoaderTimes
from addressbook.services.profiles import Profile
from addressbook.services.recent import RecentService
from addressbook.services.session_kind import ReadOnlyReason, SessionKind
from addressbook.services.staff import StaffService
from addressbook.services.threads import RequestThreads, on_own_thread
from addressbook.services.work import WorkService
from addressbook.services.work_file import OWN_MOBILE, WorkFile
from addressbook.services.write_permission import WritePermission
from addressbook.store.records import read_tables

if TYPE_CHECKING:
    from addressbook.services.deleting import DeletingService
    from addressbook.services.replacing import ReplacingService
    from addressbook.services.saving import SavingService

log = logging.getLogger(__name__)

CONFIRMED_AT = "confirmed_at"
NAMES_CHECKED_AT = "names_checked_at"
_WRITING = ("deleting", "replacing", "saving")  # in the order in which they are closed
FIRST_CALL = 0.005  # seconds: a few turns of the store thread
WRITES_SECONDS = 1.0  # for a contact that is being saved when the program is quit
NAMES_KEEP = timedelta(days=7)  # an owner who has left is to be found out, but not by asking for all every day


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """All that opening a session takes. `cleanup` runs last when it closes (blocking, on a thread of its own)."""

    kind: SessionKind
    name: str
    folder: Path
    copy_key: bytes = field(repr=False)
    client: DingTalkClient = field(repr=False)
    mobile: str = field(default="", repr=False)
    profile: Profile | None = None
    times: LoaderTimes = LoaderTimes()  # noqa: RUF009 - frozen
    cleanup: Callable[[], None] = lambda: None


class Session:
    """Made by `Session.open`. Attributes may be read at any time on the event loop's thread.

    `trouble` is what a person is to be told about the files; `me_error` is why the person's own number could not be
    resolved. Loading has begun already; listeners that come later read the current state first.
    """

    def __init__(
        self,
        plan: SessionPlan,
        events: Events,
        requests: RequestThreads,
        book: BookService,
        trouble: StoreTrouble | None,
        work: WorkFile,
    ) -> None:
        self.kind = plan.kind
        self.profile = plan.profile
        self.profile_name = plan.name
        self.third_party = plan.client.third_party
        self.events = events
        self.book = book
        self.trouble = trouble or (StoreTrouble(work.trouble) if work.trouble is not None else None)
        self.me_error: AddressBookError | None = None
        self.own_mobile = work.mobile
        self.client = plan.client
        self._plan = plan
        self._requests = requests
        self.work = WorkService(work, book.store, events)
        self.recent = RecentService(work, book.store, events)
        self.permission = WritePermission(events)
        self._file = work
        self.staff = StaffService(
            plan.client,
            book.reader,
            book.writer,
            book.store,
            requests,
            events,
            book.unknown_people,
            ahead_after=plan.times.start_delay,
        )
        self.directory = Directory(plan.client, requests, self.staff, book.ask)
        self._find_me: asyncio.Task[None] | None = None
        self._unsubscribe = [
            events.subscribe(PassFinished, self._on_pass),
            events.subscribe(StoreTrouble, self._on_trouble),
        ]
        self._confirming: set[asyncio.Task[None]] = set()
        self._closed = False

    @classmethod
    async def open(cls, plan: SessionPlan) -> Session:
        """Open the copy before the network is touched, then begin to load. Raises StoreError."""
        async with AsyncExitStack() as undo:
            events, requests = Events(), RequestThreads()
            undo.push_async_callback(requests.close, 0)
            book, trouble = await BookService.open(
                plan.folder, plan.copy_key, plan.client, requests, events, plan.times
            )
            work = WorkFile(plan.folder, plan.copy_key, plan.mobile)
            undo.push_async_callback(book.close, work.close, within=UNDO_SECONDS)
            await book.store.run(work.open)
            await book.restore_pending(work.items)
            session = cls(plan, events, requests, book, trouble, work)
            await session.recent.read()
            book.start()
            if not await book.store.run(book.writer.last_row):
                # The first page is asked for before making a window keeps the loop busy, and can be read when it comes
                await asyncio.sleep(FIRST_CALL)
                asyncio.get_running_loop().call_soon(book.store.run, read_tables)
            undo.pop_all()
        session.staff.start()
        session._go_on_writing()
        session._look_for_me()
        return session

    # What writes is made when it is first needed: most starts have nothing to write

    @cached_property
    def saving(self) -> SavingService:
        """What saves contacts."""
        from addressbook.services.saving import SavingService

        return SavingService(self.client, self._requests, self.book, self.work, self.permission, self.events)

    @cached_property
    def deleting(self) -> DeletingService:
        """What deletes contacts and makes them again."""
        from addressbook.services.deleting import DeletingService

        tools = self.client, self._requests, self.book, self.work, self.saving, self.permission, self.events
        return DeletingService(*tools)

    @cached_property
    def replacing(self) -> ReplacingService:
        """What gives contacts another number."""
        from addressbook.services.replacing import ReplacingService

        tools = self.client, self._requests, self.book, self.work, self.saving, self.permission, self.events
        return ReplacingService(*tools)

    def _go_on_writing(self) -> None:
        """Look into what an earlier run of the program has left uncertain."""
        if self.work.items():
            self.saving.start()
            self.deleting.start()
            self.replacing.start()

    @property
    def copy_key(self) -> bytes:
        """The key of the copy, which stays when App key and App secret change."""
        return self._plan.copy_key

    @property
    def work_trouble(self) -> StoreError | None:
        """Why work.db cannot be used."""
        return self.work.trouble

    @property
    def me(self) -> Me | None:
        """The person at the computer, as far as told and found; from the copy until the server has answered."""
        return self.staff.me

    @property
    def read_only_reason(self) -> ReadOnlyReason | None:
        """Why nothing can be written; None when it can."""
        if self.third_party:
            return ReadOnlyReason.THIRD_PARTY
        if self.work_trouble is not None:
            return ReadOnlyReason.WORK_DAMAGED
        return ReadOnlyReason.PERMISSION if self.permission.error is not None else None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self.read_only_reason is not None

    async def set_own_mobile(self, mobile: str) -> Me | None:
        """Keep one's own number and find out who that is; "" forgets it. Raises the client's errors and StoreError."""
        self.own_mobile = mobile.strip()
        self._file.mobile = self.own_mobile
        if self.work_trouble is None:
            await self.book.store.run(self._file.do, lambda work: work.set(OWN_MOBILE, self.own_mobile))
        self.me_error = None
        if not self.own_mobile:
            await self.book.store.run(self.book.writer.set_me, None)
            self.events.publish(StaffChanged())
            return None
        me = await self.staff.find_me(self.own_mobile)
        self.events.publish(StaffChanged())
        return me

    async def check_again(self) -> None:
        """Get a new token (permissions count from a new one on), and go on with what had failed."""
        if not self.third_party:
            self.client.forget_token()
        self.permission.clear()
        if await self.work.try_again():
            self.own_mobile = self.own_mobile or self._file.mobile
            await self.recent.read()
            await self.book.restore_pending(self.work.items())
            self._go_on_writing()
        self.staff.check_again()
        self.directory.forget()
        self.book.refresh()
        self._look_for_me()

    async def unfinished_work(self) -> int:
        """How many drafts and unfinished changes sign-out would lose, with what was typed until now."""
        await self.work.flush()
        return self.work.count

    async def close(self) -> None:
        """End: calls that write are waited for about a second, what cannot be finished stays unfinished work."""
        if self._closed:
            return
        self._closed = True
        await self.work.close(WRITES_SECONDS)
        await self.recent.close(WRITES_SECONDS)
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        tasks = [*self._confirming, *([self._find_me] if self._find_me else [])]
        for task in tasks:
            task.cancel()
        writing = [self.__dict__[name].close() for name in _WRITING if name in self.__dict__]
        await asyncio.gather(*writing, self.staff.close(), self.directory.close(), *tasks, return_exceptions=True)
        requests = asyncio.create_task(self._requests.close(0.3))
        await self.book.close(self._file.close)
        await requests
        self.client.close()
        await _within(0.3, self._plan.cleanup)

    def _look_for_me(self) -> None:
        if self.own_mobile and (self._find_me is None or self._find_me.done()):
            self._find_me = asyncio.create_task(self._resolve_me(self.own_mobile), name="me")

    async def _resolve_me(self, mobile: str) -> None:
        """Refresh who the person is. Whatever fails here must not keep anyone from reading."""
        try:
            before = self.me
            me = await self.staff.find_me(mobile)
            self.me_error = None
        except AddressBookError as error:
            log.info("the own number could not be resolved: %s", error)
            self.me_error = error
            self.events.publish(StaffChanged())
            return
        if me != before:
            self.events.publish(StaffChanged())

    def _on_trouble(self, trouble: StoreTrouble) -> None:
        """A new copy knows no names: those that were known are looked up once more."""
        if trouble.rebuilt:
            self.trouble = trouble
            self.staff.forget()
            self._look_for_me()

    def _on_pass(self, _: PassFinished) -> None:
        """A whole pass confirms that key and secret still hold; remembered for the day that they do not."""
        if self.work_trouble is None and not self._confirming:
            task = asyncio.create_task(self._confirm(), name="confirmed")
            self._confirming.add(task)
            task.add_done_callback(self._confirming.discard)

    async def _confirm(self) -> None:
        run, do, now = self.book.store.run, self._file.do, datetime.now(UTC)
        try:
            await run(do, lambda work: work.set(CONFIRMED_AT, now.isoformat(timespec="seconds")))
            checked = await run(do, lambda work: work.get(NAMES_CHECKED_AT))
            if checked is None or datetime.fromisoformat(checked) < now - NAMES_KEEP:
                owners = await self.book.owners()
                self.staff.look_up_again(owner.userid for owner in owners if owner.state is not NameState.UNKNOWN)
                await run(do, lambda work: work.set(NAMES_CHECKED_AT, now.isoformat(timespec="seconds")))
        except StoreError as error:
            log.info("the time of the last confirmation could not be kept: %s", error)


async def _within(seconds: float, work: Callable[[], None]) -> None:
    """Run blocking `work`, and leave it to itself after `seconds`."""
    try:
        async with asyncio.timeout(seconds):
            await on_own_thread(work)
    except TimeoutError:
        log.info("something was left to be tidied up at the next start")
