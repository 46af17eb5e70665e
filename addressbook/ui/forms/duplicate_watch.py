"""Looks whether the book already holds whom somebody is filling in, a moment after the last key."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from addressbook.domain.contact import ContactRow
from addressbook.errors import StoreError
from addressbook.services.events import ContactsChanged
from addressbook.ui.open_session import OpenSession
from addressbook.ui.tasks import Tasks

log = logging.getLogger(__name__)

WAIT_MS = 250  # after the last key
_WAIT_FOR_BOOK_MS = 1000  # while pages come in
_SHORTEST_NUMBER = 5  # digits


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A contact of the book, and in what it is the same."""

    row: ContactRow
    phone: bool
    name: bool


@dataclass(frozen=True, slots=True)
class _Question:
    state_code: str
    mobile: str
    name: str
    company: str

    @property
    def asks_for_phone(self) -> bool:
        return sum(character.isdecimal() for character in self.mobile) >= _SHORTEST_NUMBER

    @property
    def asks_for_name(self) -> bool:
        return bool(self.name.strip() and self.company.strip())


class DuplicateWatch(QObject):
    """`found` tells all duplicates (tuple[Duplicate, ...], the same number first) whenever they differ from before.

    `but`: the contact that is being edited. Nothing is told any more after `end`.
    """

    found = Signal(object)

    def __init__(self, session: OpenSession, parent: QObject, *, but: str = "") -> None:
        super().__init__(parent)
        self._book = session.book
        self._but = but
        self._asked = _Question("", "", "", "")
        self._told: tuple[Duplicate, ...] = ()
        self._tasks = Tasks(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        self._unsubscribe = session.events.subscribe(ContactsChanged, lambda _: self._on_contacts_changed())

    @property
    def duplicates(self) -> tuple[Duplicate, ...]:
        """What was told last."""
        return self._told

    def look(self, *, state_code: str = "", mobile: str = "", name: str = "", company: str = "") -> None:
        """What is filled in now. A name is looked for together with its company: many share a name."""
        question = _Question(state_code, mobile, name, company)
        if question != self._asked:
            self._asked = question
            self._timer.start(WAIT_MS)

    def end(self) -> None:
        """The form is done with."""
        self._timer.stop()
        self._unsubscribe()
        self._tasks.cancel()

    # -- inside ----------------------------------------------------------------------------------------------

    def _on_contacts_changed(self) -> None:
        if (self._asked.asks_for_phone or self._asked.asks_for_name) and not self._timer.isActive():
            self._timer.start(_WAIT_FOR_BOOK_MS)

    def _ask(self) -> None:
        self._tasks.cancel()  # its answer would be to an older question
        self._tasks.start(self._find(self._asked))

    async def _find(self, question: _Question) -> None:
        phone: list[ContactRow] = []
        name: list[ContactRow] = []
        try:
            if question.asks_for_phone:
                phone = await self._book.same_phone(question.state_code, question.mobile, but=self._but)
            if question.asks_for_name:
                name = await self._book.same_name(question.name, question.company, but=self._but)
        except StoreError as error:  # a hint less; the page tells what is wrong with the copy
            log.info("duplicates could not be looked for: %s", error)
        by_name = {row.userid: row for row in name}
        found = [Duplicate(row, phone=True, name=row.userid in by_name) for row in phone]
        found += [Duplicate(row, phone=False, name=True) for row in name if row.userid not in {r.userid for r in phone}]
        if tuple(found) != self._told:
            self._told = tuple(found)
            self.found.emit(self._told)
