"""Brings one contact, or those that came back, into sight as soon as the list shows what is known."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from addressbook.ui.open_session import OpenSession

if TYPE_CHECKING:
    from addressbook.ui.book_page import BookPage


class Seek(Enum):
    """How much a contact is wanted."""

    ASKED_FOR = auto()  # a person wants to see it: filters that hide it are taken off
    ADDED = auto()  # just made: filters that hide it stay, and that is said
    BACK = auto()  # deleted and made again: as ADDED, but what was filtered before may stay so without a word
    CHANGED = auto()  # stays the chosen one, wherever its new name puts it; filters may well take it away


class BookSeek(QObject):
    """Seeks the contact that was named last. `hidden` carries the userid of a new contact that the filters hide."""

    hidden = Signal(str)

    def __init__(self, page: BookPage, session: OpenSession) -> None:
        super().__init__(page)
        self._page, self._book = page, session.book
        self._userid = ""
        self._others: tuple[str, ...] = ()
        self._how = Seek.ASKED_FOR
        self._chosen: int | None = None  # when it was named
        page.queries.caught_up.connect(self._look)

    def seek(self, userid: str, how: Seek, others: tuple[str, ...] = ()) -> None:
        """Show it, now or as soon as the list has caught up with the book; with `others`, select all of them."""
        if how is Seek.CHANGED and self._book.row_of(userid) != self._page.view.current_id:
            return  # the person has gone on to another contact meanwhile
        self._userid, self._how, self._others = userid, how, others
        self._chosen = self._page.view.current_id
        if not self._page.queries.behind:
            self._look()

    def _look(self) -> None:
        userid, how, others = self._userid, self._how, self._others
        self._userid, self._others = "", ()
        row = self._book.row_of(userid) if userid else None
        if row is None:
            return
        page = self._page
        if how is not Seek.ASKED_FOR and page.view.current_id != self._chosen:
            return  # the person has chosen another contact, and would edit or delete this one in its place
        beside = [other for each in others if (other := self._book.row_of(each)) is not None]
        listed = [each for each in (row, *beside) if page.table.line_of(each) is not None]
        if len(listed) > 1:
            page.view.choose_several(frozenset(listed))
        elif listed:
            page.view.choose(listed[0])
            if how is Seek.ASKED_FOR:
                page.view.setFocus()  # the keys go on from there
        elif how is Seek.ASKED_FOR and page.queries.query.is_narrowed:
            self._userid = userid
            page.asking.show_all()
        elif how is Seek.ADDED and page.queries.query.is_narrowed:
            self.hidden.emit(userid)
