"""Names of colleagues and departments: looked up when first needed, kept in the copy, told as they come.

Only id, name and departments are kept (DESIGN.md section 1). Without the permission for it a name stays hidden; the
book can be read all the same.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.client import DingTalkClient
from addressbook.dingtalk.pace import Priority
from addressbook.domain.staff import ROOT_DEPARTMENT, Department, Employee, Me, NameState
from addressbook.errors import (
    AddressBookError,
    AddressNotAllowed,
    AnswerError,
    Cancelled,
    CredentialsRejected,
    NotFound,
    PermissionMissing,
    RateLimited,
    ServerBusy,
    ServerError,
    StoreError,
    TokenRejected,
)
from addressbook.services.events import Events, LoadProgress, LoadState, PassFinished, StaffChanged
from addressbook.services.faults import seconds_to_wait, state_for
from addressbook.services.threads import RequestThreads, StoreThread
from addressbook.services.throttle import Throttle
from addressbook.store.book import BookReader, BookWriter

log = logging.getLogger(__name__)

LOOKUPS_AT_ONCE = 3
AHEAD = 100  # names that are looked up before anyone has asked for them, a batch at a time
DEEPEST_TREE = 50


@dataclass(frozen=True, slots=True)
class StaffName:
    """What is known of an id; `name` is "" unless the state is KNOWN."""

    state: NameState
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An id to be looked up: of a department when `userid` is empty."""

    userid: str = ""
    department: int = 0


UNKNOWN = StaffName(NameState.UNKNOWN)
HIDDEN = StaffName(NameState.HIDDEN)


class StaffService:
    """Answers at once from what is known and looks the rest up in the background. Lives on the loop's thread."""

    def __init__(
        self,
        client: DingTalkClient,
        reader: BookReader,
        writer: BookWriter,
        store: StoreThread,
        requests: RequestThreads,
        events: Events,
        unknown_people: Callable[[int], Awaitable[list[str]]],
        *,
        tell_every: float = 0.5,
        first_retry: float = 2.0,
        longest_retry: float = 300.0,
        ahead_after: float = 1.0,
    ) -> None:
        self._client = client
        self._reader = reader
        self._writer = writer
        self._store = store
        self._requests = requests
        self._events = events
        self._unknown_people = unknown_people
        self._first_retry = first_retry
        self._longest_retry = longest_retry
        self._ahead_after = ahead_after
        self._tell = Throttle(tell_every, lambda: events.publish(StaffChanged()))
        self._names: dict[_Wanted, StaffName] = {}
        self._asked: set[_Wanted] = set()
        self._me: Me | None = None
        self._refused: set[bool] = set()  # True: all people are refused, False: all departments
        # what was wanted last is on the screen now: it goes first
        self._queue: asyncio.LifoQueue[_Wanted] = asyncio.LifoQueue()
        self._tasks: list[asyncio.Task[None]] = []
        self._ahead: asyncio.Task[None] | None = None
        self._learning = False
        self._cancel = CancelToken()
        self._answers_again = asyncio.Event()
        self._trouble_told = False
        self._unsubscribe: tuple[Callable[[], None], ...] = ()

    def start(self) -> None:
        """Begin looking up."""
        if not self._tasks:
            self._tasks = [asyncio.create_task(self._serve(), name="staff") for _ in range(LOOKUPS_AT_ONCE)]
            self._unsubscribe = (
                self._events.subscribe(LoadProgress, self._on_progress),
                self._events.subscribe(PassFinished, self._on_pass),
            )

    async def close(self) -> None:
        """End at once."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._cancel.cancel()
        self._tell.close()
        tasks = [*self._tasks, *([self._ahead] if self._ahead else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._tasks = []

    # what is asked

    @property
    def me(self) -> Me | None:
        """The person at the computer, as far as told and found."""
        try:
            self._me = self._reader.me()
        except StoreError as error:  # asked by whatever is drawn: who it was will do until the copy is mended
            log.info("who is at the computer could not be read from the copy: %s", error)
        return self._me

    def name_of(self, userid: str) -> StaffName:
        """The colleague's name; when UNKNOWN it is looked up, and StaffChanged told."""
        return self._name(_Wanted(userid=userid)) if userid else UNKNOWN

    def department_name(self, department: int) -> StaffName:
        """The department's name; when UNKNOWN it is looked up, and StaffChanged told."""
        return self._name(_Wanted(department=department))

    @property
    def is_learning(self) -> bool:
        """Whether names that nobody has asked for are being looked up: contacts will be found by those of owners."""
        return self._learning

    def forget(self) -> None:
        """Begin anew, with a copy that knows no names: each is looked up when it is next asked for."""
        self._names.clear()
        self._asked.clear()

    def check_again(self) -> None:
        """Ask again for what was refused: permissions may have been given."""
        self._refused.clear()
        for wanted, name in tuple(self._names.items()):
            if name.state is NameState.HIDDEN:
                del self._names[wanted]
                self._asked.discard(wanted)
        self._tell.call()

    def look_up_again(self, userids: Iterable[str]) -> None:
        """Ask once more for colleagues whose names are known: they may have left, or been renamed."""
        for userid in userids:
            wanted = _Wanted(userid=userid)
            if wanted not in self._asked:
                self._asked.add(wanted)
                self._queue.put_nowait(wanted)

    async def learn(
        self,
        *,
        employees: Iterable[Employee] = (),
        members: Iterable[Employee] = (),
        departments: Iterable[Department] = (),
    ) -> None:
        """Take over names that were read for another reason: they are known at once, and kept in the copy.

        `members` are known by one of their departments only.
        """
        employees, members, departments = tuple(employees), tuple(members), tuple(departments)
        for one in (*employees, *members):
            self._learn(_Wanted(userid=one.userid), StaffName(NameState.KNOWN, one.name))
        for each in departments:
            self._learn(_Wanted(department=each.id), StaffName(NameState.KNOWN, each.name))
        try:
            if employees:
                await self._store.run(self._writer.put_employees, employees)
            if members:
                await self._store.run(self._writer.put_members, members)
            if departments:
                await self._store.run(self._writer.put_departments, departments)
        except StoreError as error:  # told by the loader, whom it concerns as well
            log.info("names could not be kept: %s", error)

    async def find_me(self, mobile: str) -> Me:
        """Who has this mobile number, with all departments above; kept in the copy.

        Raises the client's errors, NotFound when there is nobody, and StoreError.
        """
        userid = await self._ask(Priority.FOREGROUND, self._client.userid_by_mobile, mobile)
        employee: Employee = await self._ask(Priority.FOREGROUND, self._client.get_employee, userid)
        departments = await self._with_ancestors(employee.department_ids)
        ids = dict.fromkeys([*employee.department_ids, *(department.id for department in departments)])
        me = Me(employee.userid, employee.name, tuple(ids))
        await self._store.run(self._keep_me, me, employee, departments)
        self._learn(_Wanted(userid=employee.userid), StaffName(NameState.KNOWN, employee.name))
        for department in departments:
            self._learn(_Wanted(department=department.id), StaffName(NameState.KNOWN, department.name))
        return me

    def _keep_me(self, me: Me, employee: Employee, departments: list[Department]) -> None:
        self._writer.put_employees([employee])
        self._writer.put_departments(departments)
        self._writer.set_me(me)

    async def _with_ancestors(self, ids: Iterable[int]) -> list[Department]:
        """The departments and all above them. What may not be read is left out: the rest still helps."""
        found: dict[int, Department] = {}
        for start in ids:
            current: int | None = start
            while current is not None and current not in found and len(found) < DEEPEST_TREE:
                try:
                    department: Department = await self._ask(Priority.FOREGROUND, self._client.get_department, current)
                except (PermissionMissing, NotFound) as error:
                    log.info("a department above cannot be read: %s", error)
                    break
                found[current] = department
                current = department.parent_id if current != ROOT_DEPARTMENT else None
        return list(found.values())

    # the work behind

    def _name(self, wanted: _Wanted) -> StaffName:
        known = self._names.get(wanted)
        if known is None:
            known = self._recall(wanted)
            self._names[wanted] = known
        if known.state in (NameState.UNKNOWN, NameState.HIDDEN):
            if bool(wanted.userid) in self._refused:
                return HIDDEN
            if wanted not in self._asked:  # HIDDEN too: once a session, for the range may have grown
                self._asked.add(wanted)
                self._queue.put_nowait(wanted)
        return known

    def _recall(self, wanted: _Wanted) -> StaffName:
        try:
            if wanted.userid:
                state, employee = self._reader.people([wanted.userid]).get(wanted.userid, (NameState.UNKNOWN, None))
                return StaffName(state, employee.name if employee else "")
            key = wanted.department
            state, department = self._reader.departments([key]).get(key, (NameState.UNKNOWN, None))
            return StaffName(state, department.name if department else "")
        except StoreError as error:
            log.info("a name could not be read from the copy: %s", error)
            return UNKNOWN

    def _learn(self, wanted: _Wanted, name: StaffName) -> None:
        self._asked.add(wanted)
        if self._names.get(wanted) != name:
            self._names[wanted] = name
            self._tell.call()

    def _on_progress(self, progress: LoadProgress) -> None:
        """When the book is whole and nothing else is under way, learn the names nobody has asked for yet."""
        if progress.error is None and self._trouble_told:
            self._answers_again.set()  # wakes those who wait now: the server answers the loader again
            self._answers_again.clear()
        self._trouble_told = progress.error is not None
        if progress.state is LoadState.IDLE and progress.complete and (self._ahead is None or self._ahead.done()):
            self._ahead = asyncio.create_task(self._look_ahead(), name="staff-ahead")

    async def _look_ahead(self) -> None:
        """Owners can be filtered and sorted by name only when their names are here."""
        await asyncio.sleep(self._ahead_after)  # first comes the window, which asks for those that it shows
        while fresh := await self._unknown():
            self._learning = True
            for wanted in fresh:
                self._asked.add(wanted)
                self._queue.put_nowait(wanted)
            await self._queue.join()
        if self._learning:
            self._learning = False
            self._tell.call()

    async def _unknown(self) -> list[_Wanted]:
        """Some of those whose names the copy lacks and that were not asked for yet."""
        found: list[_Wanted] = []
        try:
            if True not in self._refused:
                found += [_Wanted(userid=userid) for userid in await self._unknown_people(AHEAD)]
            if False not in self._refused:
                found += [_Wanted(department=number) for number in self._reader.unknown_departments(AHEAD)]
        except StoreError as error:
            log.info("names are not looked up ahead: %s", error)
        return [wanted for wanted in found if wanted not in self._asked]

    def _on_pass(self, _: PassFinished) -> None:
        """What was refused for all is tried again with each pass: three calls at most where it still is."""
        self._refused.clear()

    async def _serve(self) -> None:
        attempt = 0
        while True:
            wanted = await self._queue.get()
            try:
                await self._look_up(wanted)
                attempt = 0
            except Cancelled:
                return
            except AddressBookError as error:
                if state_for(error) is LoadState.FAILED:
                    # refused for a reason of the whole app: asked again when a person says "check again"
                    log.info("names are not looked up any more: %s", error)
                    self._refused.add(bool(wanted.userid))
                    self._asked.discard(wanted)
                    self._tell.call()
                    continue
                attempt += 1
                self._queue.put_nowait(wanted)
                pause = seconds_to_wait(error, attempt, first=self._first_retry, longest=self._longest_retry)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._answers_again.wait()
            except Exception:  # the border of a background task: one name must not cost all the others
                log.exception("a name could not be looked up")
            finally:
                self._queue.task_done()

    async def _look_up(self, wanted: _Wanted) -> None:
        """Ask for one name and keep the answer. Raises what keeps all others from being asked as well."""
        if bool(wanted.userid) in self._refused:
            self._asked.discard(wanted)
            return
        keep: Callable[[], Any]
        name = StaffName(NameState.GONE)
        try:
            if wanted.userid:
                employee: Employee = await self._ask(Priority.BACKGROUND, self._client.get_employee, wanted.userid)
                name = StaffName(NameState.KNOWN, employee.name)
                keep = partial(self._writer.put_employees, [employee])
            else:
                department: Department = await self._ask(
                    Priority.BACKGROUND, self._client.get_department, wanted.department
                )
                name = StaffName(NameState.KNOWN, department.name)
                keep = partial(self._writer.put_departments, [department])
        except NotFound:
            keep = self._mark(wanted, NameState.GONE)
        except (ServerError, AnswerError) as error:
            if _concerns_all(error):
                raise
            name = HIDDEN
            keep = self._mark(wanted, NameState.HIDDEN)
        self._learn(wanted, name)
        try:
            await self._store.run(keep)
        except StoreError as error:  # told by the loader, whom it concerns as well; asking again would not help
            log.info("a name could not be kept: %s", error)

    def _mark(self, wanted: _Wanted, state: NameState) -> Callable[[], Any]:
        if wanted.userid:
            return partial(self._writer.mark_people, [wanted.userid], state)
        return partial(self._writer.mark_departments, [wanted.department], state)

    async def _ask(self, priority: Priority, call: Callable[..., Any], *args: Any) -> Any:
        return await self._requests.run_at(priority, call, *args, priority=priority, cancel=self._cancel)


def _concerns_all(error: AddressBookError) -> bool:
    """Whether an error is about more than the one id that was asked for."""
    if isinstance(error, PermissionMissing):
        return not error.about_one
    if isinstance(error, AnswerError):
        return error.code != "answer.shape"
    return isinstance(error, TokenRejected | CredentialsRejected | AddressNotAllowed | RateLimited | ServerBusy)
