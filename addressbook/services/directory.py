"""Finding colleagues and departments for a form: by phone number, by browsing, and among the names met before.

Only id, name and departments are kept (DESIGN.md section 1). Each way needs a permission of its own
(dingtalk-api.md sections 3, 6 and 7); without one of them the others go on working.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.client import DingTalkClient, MemberPage
from addressbook.dingtalk.pace import Priority
from addressbook.domain.names import NameSearch
from addressbook.domain.staff import ROOT_DEPARTMENT, Colleague, Department, Employee
from addressbook.errors import AnswerError, NotFound, PermissionMissing, ServerError
from addressbook.services.staff import StaffService
from addressbook.services.threads import RequestThreads
from addressbook.store.book import BookReader

__all__ = ["DepartmentMatch", "Directory", "MemberPage"]

log = logging.getLogger(__name__)

T = TypeVar("T")

MOST_DEPARTMENTS = 5_000  # each costs a call; what is deeper can still be opened by hand
MOST_FOUND = 200  # more than anybody reads: the text can be made longer
KEEP_SECONDS = 900.0  # a program that is open for days must see a department that was made meanwhile
_LONGEST_PATH = 50
_NO_NUMBER = frozenset({"40104", "60103", "400002"})


class Ask(Protocol):
    """BookService.ask: a question to the copy, on the query thread."""

    def __call__(self, question: Callable[[BookReader], T], /) -> Awaitable[T]: ...


@dataclass(frozen=True, slots=True)
class DepartmentMatch:
    """A department that was found by its name. `path` names those above, from the highest that is known."""

    department: Department
    path: tuple[str, ...] = ()


class Directory:
    """All methods belong to the event loop's thread. Names that are read are kept in the copy."""

    def __init__(self, client: DingTalkClient, requests: RequestThreads, staff: StaffService, ask: Ask) -> None:
        self._client = client
        self._requests = requests
        self._staff = staff
        self._ask_copy = ask
        self._cancel = CancelToken()
        self._reading: dict[int, asyncio.Task[tuple[Department, ...]]] = {}
        self._children: dict[int, tuple[float, tuple[Department, ...]]] = {}  # with the time of reading

    async def close(self) -> None:
        """End all calls at once."""
        self._cancel.cancel()
        tasks = list(self._reading.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def forget(self) -> None:
        """Read departments anew when they are next asked for: permissions or the organisation have changed."""
        self._children.clear()
        self._reading.clear()

    # by phone number

    async def by_mobile(self, text: str) -> Employee:
        """The colleague with this mobile number, as a person types it; the name is "" where it may not be read.

        Raises NotFound or ServerError 40104 for nobody, PermissionMissing, and the client's other errors.
        """
        userid = await self._call(self._client.userid_by_mobile, text)
        try:
            employee: Employee = await self._call(self._client.get_employee, userid)
        except (PermissionMissing, AnswerError) as error:
            log.info("the name behind a phone number cannot be read: %s", error)
            return Employee(userid, self._staff.name_of(userid).name)
        await self._staff.learn(employees=[employee])
        return employee

    # by browsing

    async def children(self, department: int = ROOT_DEPARTMENT) -> tuple[Department, ...]:
        """The departments directly below, kept for a while. Raises the client's errors; NotFound when it is gone."""
        known = self._fresh_children(department)
        if known is not None:
            return known
        reading = self._reading.get(department)
        if reading is None:
            reading = asyncio.create_task(self._read_children(department), name="departments")
            self._reading[department] = reading
            reading.add_done_callback(_seen)
        # whoever asked first may go away; the others, and the next time, still want the answer
        return await asyncio.shield(reading)

    def _fresh_children(self, department: int) -> tuple[Department, ...] | None:
        read_at, children = self._children.get(department, (0.0, None))
        return children if _now() - read_at < KEEP_SECONDS else None

    async def read_all(self, on_read: Callable[[int], None]) -> None:
        """Read all departments, level by level, so that all of them can be found; `on_read` hears how many are known.

        What is refused below the top or was deleted meanwhile is passed over. Raises the client's other errors.
        """
        known = [ROOT_DEPARTMENT]
        met = {ROOT_DEPARTMENT}  # the server's departments may run in a circle
        for department in known:  # grows on the way
            try:
                children = await self.children(department)
            except (NotFound, PermissionMissing) as error:
                if department == ROOT_DEPARTMENT:
                    raise
                log.info("departments below one cannot be read: %s", error)
                continue
            fresh = [one.id for one in children if one.id not in met]
            met.update(fresh)
            known += fresh
            on_read(len(known))
            if len(known) > MOST_DEPARTMENTS:
                log.info("not all departments are read: there are more than %d", MOST_DEPARTMENTS)
                return

    async def _read_children(self, department: int) -> tuple[Department, ...]:
        this = asyncio.current_task()
        try:
            found: list[Department] = await self._call(self._client.list_subdepartments, department)
            # negative ids are trees of another kind (-7: pupils' parents), which these calls do not know
            below = {one.id: one for one in found if one.id > ROOT_DEPARTMENT and one.id != department}
            # whoever is listed below is below, whether or not the answer says so
            children = tuple(replace(one, parent_id=department) for one in below.values())
            await self._staff.learn(departments=children)
            if self._reading.get(department) is this:  # not forgotten meanwhile
                self._children[department] = (_now(), children)
            return children
        finally:
            if self._reading.get(department) is this:
                del self._reading[department]

    async def members(self, department: int, cursor: int = 0) -> MemberPage:
        """A page of the people directly in a department; the next one is at `next_cursor`. Raises as `children`."""
        page: MemberPage = await self._call(self._client.list_members, department, cursor)
        members = tuple(replace(one, department_ids=(department,)) for one in page.members)
        await self._staff.learn(members=members)
        return MemberPage(members, page.next_cursor)

    # among what was met

    async def met(self, text: str, limit: int = MOST_FOUND) -> list[Colleague]:
        """Colleagues that the copy knows by a name or id with `text` in it: those with most contacts first.

        Names are also found by pinyin. Those who have left are not among them. Raises StoreError.
        """
        search, wanted = NameSearch(text), text.strip().casefold()

        def question(reader: BookReader) -> list[Colleague]:
            found: list[Colleague] = []
            for one in reader.colleagues():
                if search.finds(one.name) if one.name else wanted in one.userid.casefold():
                    found.append(one)
                    if len(found) == limit:
                        break
            return found

        return await self._ask_copy(question)

    async def departments_met(self, text: str, limit: int = MOST_FOUND) -> list[DepartmentMatch]:
        """Departments that were read, now or earlier, with `text` in their names. Raises StoreError."""
        search = NameSearch(text)

        def question(reader: BookReader) -> list[DepartmentMatch]:
            known = {one.id: one for one in reader.known_departments()}
            found = [one for one in known.values() if search.finds(one.name)]
            matches = [DepartmentMatch(one, _path(one, known)) for one in found]
            matches.sort(key=lambda match: (len(match.path), match.path, match.department.name))
            return matches[:limit]

        return await self._ask_copy(question)

    async def _call(self, call: Callable[..., Any], *args: Any) -> Any:
        return await self._requests.run_at(
            Priority.FOREGROUND, call, *args, priority=Priority.FOREGROUND, cancel=self._cancel
        )


def _now() -> float:
    return asyncio.get_running_loop().time()


def _path(department: Department, known: Mapping[int, Department]) -> tuple[str, ...]:
    """The names above, as far as they are known. The server's parents may run in a circle."""
    names: list[str] = []
    met = {department.id}
    parent = department.parent_id
    while parent is not None and parent not in met and len(names) < _LONGEST_PATH:
        met.add(parent)
        above = known.get(parent)
        if above is None:
            break
        names.append(above.name)
        parent = above.parent_id
    return tuple(reversed(names))


def _seen(task: asyncio.Task[Any]) -> None:
    """Whoever asked may have gone away: an error that nobody waits for is no fault of the program."""
    if not task.cancelled():
        task.exception()


def nobody(error: BaseException) -> bool:
    """Whether the error of `by_mobile` means that no colleague has the number."""
    return isinstance(error, NotFound) or (isinstance(error, ServerError) and error.code in _NO_NUMBER)
