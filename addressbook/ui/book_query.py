"""Asks the copy what the window shows: one question at a time, answers to old questions dropped."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from addressbook.domain.query import Answer, ContactQuery, Counts, SortKey
from addressbook.domain.search_words import parse
from addressbook.domain.staff import Me
from addressbook.errors import StoreError
from addressbook.services.events import LoadProgress, LoadState
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.open_session import OpenBook
from addressbook.ui.tasks import Tasks

CALM_MS = 250
"""While pages arrive many times a second the list is asked for anew at most this often."""
COUNT_CALM_MS = 1000
"""The figures beside it, which look at the whole book, are asked for at most this often."""
COUNT_SOON_MS = 40
"""Those of another scope are asked for when its list is painted."""
NAMES_CALM_MS = 1000
"""Names of colleagues become known one by one: what is found or ordered by them is asked for at most this often."""
AT_WORK_SECONDS = 0.4
"""Who asked for something so shortly before is going to ask again: that answer knows what has changed meanwhile, and is
not to wait behind others."""
FEW_ROWS = 5
"""So few rows change when a person writes, who wants to see it at once."""

READING_SECONDS = 0.05
"""So long an answer may wait for texts that are not read yet; then it tells whom it has found so far."""

RETRY_MS = 2000
"""A question that the copy could not answer is asked again after this time."""


@dataclass(frozen=True, slots=True)
class _Question:
    """A question that was sent: the rows of which its answer will know that they changed, whether it will know of new
    names, and the answer."""

    generation: int
    text: str
    changed: set[int] | None
    renamed: bool
    answer: Coroutine[Any, Any, Answer]


class BookQueries(QObject):
    """Keeps a ContactTable at the answer of one query, and the counts beside it.

    A question asked by a person goes at once; while one is under way the next waits for it, so that typing
    never piles questions up. What changed in the book is asked about at most every CALM_MS, and never before the
    answer that is under way is shown.
    """

    asked = Signal()  # something else than before
    answered = Signal()
    caught_up = Signal()  # the list shows all that is known to have changed
    counted = Signal(object)  # Counts
    failed = Signal(object)  # the exception

    def __init__(self, book: OpenBook, table: ContactTable, query: ContactQuery, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._table = book, table
        self._tasks = Tasks(self, self._on_failed)
        self._query = query
        self.hidden = 0
        """How many contacts the text finds beyond those listed, because scope or filters hide them."""
        self.partial = False
        """Whether more may be found: the texts of the book are being read. It is asked again until all are."""
        self._generation = table.next_generation()
        self._answered_generation = 0
        self._asked_at = float("-inf")  # by a person
        self._changed: set[int] | None = set()  # rows that changed since the last question; None: any
        self._renamed = False  # since the last question
        self._asking = False
        self._sent: _Question | None = None  # until its answer is waited for
        self._again = False
        self._counting = False
        self._count_again = False
        self._calm = self._timer(CALM_MS, self._ask_if_behind)
        self._names_calm = self._timer(NAMES_CALM_MS, self._ask_if_behind)
        self._count_calm = self._timer(COUNT_CALM_MS, self._count_if_calm)
        self._growing = self._timer(CALM_MS, self._ask_if_behind)
        self._count_soon = self._timer(COUNT_SOON_MS, self._count)
        self._retry = self._timer(RETRY_MS, self._ask_all)

    @property
    def query(self) -> ContactQuery:
        """What is being asked."""
        return self._query

    @property
    def settled(self) -> bool:
        """Whether the list shows the answer to the query of now, and nothing is being asked."""
        return not (self._tasks.busy or any(timer.isActive() for timer in self._delays))

    @property
    def behind(self) -> bool:
        """Whether something is known that the list does not show yet."""
        return self._asking or self._again or self._outdated

    @property
    def _outdated(self) -> bool:
        return self._renamed or self.partial or self._changed is None or bool(self._changed)

    @property
    def _delays(self) -> tuple[QTimer, ...]:
        return self._calm, self._growing, self._names_calm, self._count_calm, self._count_soon

    @property
    def is_answered(self) -> bool:
        """Whether the list shows an answer to this query, though it may have been overtaken by changes since."""
        return self._answered_generation == self._generation

    def ask(self, query: ContactQuery) -> None:
        """Ask something else. Answers to what was asked before are dropped."""
        now = self._query
        scope_changed = (query.scope, query.me, query.recent) != (now.scope, now.me, now.recent)
        self._query = query
        self._generation = self._table.next_generation()
        self._ask()
        self._asked_at = time.monotonic()
        self.asked.emit()
        if scope_changed:
            self._count_soon.start()

    def set_me(self, me: Me | None) -> None:
        """Who is at the computer became known."""
        if me != self._query.me:
            self.ask(replace(self._query, me=me))

    def start(self) -> None:
        """Ask for the first time."""
        self._changed = None
        self._ask_all()

    def rows_changed(self, rows: frozenset[int] | None) -> None:
        """Rows of the book are new, changed or gone (None: any)."""
        if rows is None or self._changed is None:
            self._changed = None
        else:
            self._changed |= rows
        if self._table.size == 0 and not self._is_at_work:  # the first page is shown at once
            self._ask_all()
            return
        few = rows is not None and len(rows) <= FEW_ROWS and not self._is_at_work  # a refresh brings few as well
        for timer, ask in ((self._calm, self._ask), (self._count_calm, self._count)):
            if not timer.isActive():
                timer.start()
                if few:
                    ask()

    def names_changed(self) -> None:
        """Labels or colleagues are called otherwise: by their names contacts are found, and may be ordered."""
        if parse(self._query.text) or self._query.sort is SortKey.OWNER:
            self._renamed = True
            if not self._names_calm.isActive():
                self._names_calm.start()

    def progressed(self, progress: LoadProgress) -> None:
        """A book that stands still is shown as it is without waiting for more changes."""
        if progress.state is not LoadState.IDLE:
            return
        delayed = ((self._calm, self._ask_if_behind), (self._names_calm, self._ask_if_behind))
        for timer, ask in (*delayed, (self._count_calm, self._count)):
            if timer.isActive():
                timer.stop()
                ask()

    def close(self) -> None:
        """Ask nothing any more."""
        for timer in (*self._delays, self._retry):
            timer.stop()
        self._tasks.cancel()
        if self._sent is not None:
            self._sent.answer.close()

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _ask_all(self) -> None:
        self._ask()
        self._count()

    def _ask_if_behind(self) -> None:
        if not self._outdated:
            return
        if self._asking or self._is_at_work:  # what was asked before is shown first
            self._calm.start()
        else:
            self._ask()

    def _ask(self) -> None:
        if self._asking:
            self._again = True
        else:
            self._asking = True
            self._sent = self._send()
            self._tasks.start(self._catch_up())

    def _send(self) -> _Question:
        """Ask now: the answer is looked for while the window shows what is asked."""
        self._again = False
        renamed, self._renamed = self._renamed, False
        changed, self._changed = self._changed, set()
        answer = self._book.answer(self._query, READING_SECONDS)
        return _Question(self._generation, self._query.text, changed, renamed, answer)

    async def _catch_up(self) -> None:
        await self._answer()
        if not self.behind:
            self.caught_up.emit()

    async def _answer(self) -> None:
        try:
            while True:
                asked, self._sent = self._sent or self._send(), None
                began = time.monotonic()
                try:
                    answer = await asked.answer
                except BaseException:
                    self._put_back(asked)
                    raise
                if answer.partial and not answer.ids:  # "no one matches" would be too early
                    self._put_back(asked)
                    continue
                if self._table.apply(asked.generation, answer.ids, asked.changed, text=asked.text):
                    self._answered_generation, self.hidden = asked.generation, answer.hidden
                    self.partial = answer.partial
                    if answer.partial:  # the time in between belongs to reading
                        self._growing.start(max(CALM_MS, round(4000 * (time.monotonic() - began))))
                    self.answered.emit()
                else:
                    self._put_back(asked)
                if not self._again:
                    return
        finally:
            self._asking = False

    def _put_back(self, asked: _Question) -> None:
        """Rows that changed and were not shown are fetched anew with the next answer."""
        self._renamed = self._renamed or asked.renamed
        if asked.changed is None or self._changed is None:
            self._changed = None
        else:
            self._changed |= asked.changed

    @property
    def _is_at_work(self) -> bool:
        return time.monotonic() < self._asked_at + AT_WORK_SECONDS

    def _count_if_calm(self) -> None:
        if self._is_at_work:
            self._count_calm.start()
        else:
            self._count()

    def _count(self) -> None:
        if self._counting:
            self._count_again = True
        else:
            self._counting = True
            self._tasks.start(self._answer_counts())

    async def _answer_counts(self) -> None:
        try:
            while True:
                self._count_again = False
                query = self._query
                counts: Counts = await self._book.counts(query.scope, query.me, query.recent)
                self.counted.emit(counts)
                if not self._count_again:
                    return
        finally:
            self._counting = False

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, StoreError):
            self._retry.start()
        self.failed.emit(error)
