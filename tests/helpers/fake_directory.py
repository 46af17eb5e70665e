"""Colleagues and departments in memory for tests of the window: the methods of services/directory.py."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from addressbook.domain.names import NameSearch
from addressbook.domain.staff import Colleague, Department, Employee, NameState
from addressbook.errors import AddressBookError, NotFound
from addressbook.services.directory import DepartmentMatch


@dataclass(frozen=True)
class Page:
    members: tuple[Employee, ...]
    next_cursor: int | None = None


@dataclass
class FakeDirectory:
    """`below` and `people` by department; `errors` by method name; `hold` keeps answers back; `asked` notes calls."""

    below: dict[int, list[Department]] = field(
        default_factory=lambda: {
            1: [Department(42, "Sales East", 1), Department(43, "采购部", 1)],
            42: [Department(420, "Night shift", 42)],
        }
    )
    people: dict[int, list[Employee]] = field(
        default_factory=lambda: {
            1: [Employee("0003", "Omar Haddad")],
            42: [Employee("0001", "Mia Chen"), Employee("0002", "陈洁")],
        }
    )
    mobiles: dict[str, Employee] = field(default_factory=lambda: {"13800138002": Employee("0077", "Eva Lind")})
    known: list[Colleague] = field(
        default_factory=lambda: [
            Colleague("0002", NameState.KNOWN, "陈洁", (42,), 7),
            Colleague("0003", NameState.KNOWN, "Omar Haddad", (), 3),
            Colleague("0001", NameState.KNOWN, "Mia Chen", (42,), 1),
        ]
    )
    page_size: int = 100
    errors: dict[str, AddressBookError] = field(default_factory=dict)
    hold: asyncio.Event | None = None
    asked: list[tuple[str, object]] = field(default_factory=list)

    async def _answer(self, method: str, about: object) -> None:
        self.asked.append((method, about))
        await asyncio.sleep(0)
        if self.hold is not None:
            await self.hold.wait()
        if method in self.errors:
            raise self.errors[method]

    async def by_mobile(self, text: str) -> Employee:
        await self._answer("by_mobile", text)
        found = self.mobiles.get(text)
        if found is None:
            raise NotFound("60121", endpoint="/topapi/v2/user/getbymobile")
        return found

    async def children(self, department: int = 1) -> tuple[Department, ...]:
        await self._answer("children", department)
        return tuple(self.below.get(department, ()))

    async def read_all(self, on_read: Callable[[int], None]) -> None:
        await self._answer("read_all", None)
        on_read(1 + len(list(self._departments())))

    async def members(self, department: int, cursor: int = 0) -> Page:
        await self._answer("members", (department, cursor))
        people = self.people.get(department, [])
        end = cursor + self.page_size
        return Page(tuple(people[cursor:end]), end if end < len(people) else None)

    async def met(self, text: str) -> list[Colleague]:
        await self._answer("met", text)
        search = NameSearch(text)
        return [one for one in self.known if (search.finds(one.name) if one.name else text in one.userid)]

    async def departments_met(self, text: str) -> list[DepartmentMatch]:
        await self._answer("departments_met", text)
        search = NameSearch(text)
        return [DepartmentMatch(one, ("Harbour",)) for one in self._departments() if search.finds(one.name)]

    def _departments(self) -> Iterable[Department]:
        return (one for children in self.below.values() for one in children)
