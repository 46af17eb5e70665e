"""What the inputs for colleagues and departments need of a session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from addressbook.domain.staff import Colleague, Department, Employee, Me, NameState
from addressbook.services.directory import DepartmentMatch
from addressbook.services.events import Events, LoadProgress, StaffChanged
from addressbook.ui import people
from addressbook.ui.people import Named, Staff


class Members(Protocol):
    """A page of the people of a department."""

    @property
    def members(self) -> Sequence[Employee]: ...
    @property
    def next_cursor(self) -> int | None: ...


class OpenDirectory(Protocol):
    """Finding colleagues and departments (services/directory.py)."""

    async def by_mobile(self, text: str) -> Employee: ...
    async def children(self, department: int = 1) -> Sequence[Department]: ...
    async def read_all(self, on_read: Callable[[int], None]) -> None: ...
    async def members(self, department: int, cursor: int = 0) -> Members: ...
    async def met(self, text: str) -> Sequence[Colleague]: ...
    async def departments_met(self, text: str) -> Sequence[DepartmentMatch]: ...


class Progress(Protocol):
    """The book, as far as it tells whether anything can be asked now."""

    @property
    def progress(self) -> LoadProgress: ...


class StaffSession(Protocol):
    """The part of OpenSession that is needed here."""

    @property
    def me(self) -> Me | None: ...
    @property
    def events(self) -> Events: ...
    @property
    def book(self) -> Progress: ...
    @property
    def staff(self) -> Staff: ...
    @property
    def directory(self) -> OpenDirectory: ...


def whole_organisation() -> str:
    """What the root of the departments is called while its name is not known."""
    return QCoreApplication.translate("People", "Whole organisation")


class Names:
    """Names of colleagues and departments for the widgets of `owner`, which hears when one has become known."""

    def __init__(self, session: StaffSession, owner: QObject, on_change: Callable[[], None]) -> None:
        self._session = session
        unsubscribe = session.events.subscribe(StaffChanged, lambda _: on_change())
        owner.destroyed.connect(lambda: unsubscribe())

    def colleague(self, userid: str) -> Named:
        """How a colleague is named now."""
        session = self._session
        cut_off = session.book.progress.is_cut_off
        return people.colleague(session.staff.name_of(userid), userid, session.me, cut_off=cut_off)

    def for_avatar(self, userid: str) -> str:
        """The name whose initials stand for a colleague: the own one is not "You"."""
        return self._session.staff.name_of(userid).name

    def department(self, ident: int) -> Named:
        """How a department is named now."""
        session = self._session
        return people.department(session.staff.department_name(ident), ident, cut_off=session.book.progress.is_cut_off)

    def is_gone(self, userid: str = "", department: int = 0) -> bool:
        """Whether nobody, or no department, has this id any more."""
        staff = self._session.staff
        known = staff.name_of(userid) if userid else staff.department_name(department)
        return known.state is NameState.GONE

    def departments_of(self, ids: Sequence[int]) -> str:
        """The names of a person's departments as far as they are known; asked for in the background."""
        known = (self._session.staff.department_name(ident) for ident in ids[:2])
        return QCoreApplication.translate("People", ", ").join(one.name for one in known if one.name)
