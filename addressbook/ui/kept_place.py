"""What stays as it is in the list while its order is replaced: the selection, the current row, and what is in sight.

All of it is the same contacts afterwards. Asking Qt for the selected rows makes an object for each; with 100,000 of
them that takes most of a second. Ranges of lines are few, whatever their length.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView

from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.models.lines import Run, moved

if TYPE_CHECKING:
    from addressbook.ui.contact_view import ContactView

_FLAGS = QItemSelectionModel.SelectionFlag

MOST_RUNS = 1_000
"""Another order may tear one long selection into thousands of pieces, which Qt looks through at each cell it paints: a
selection in more pieces than this is let go."""


def lines(table: ContactTable, model: QItemSelectionModel) -> Iterator[tuple[int, int]]:
    """First and last line of each selected piece. Placeholders, which stand for contacts on their way, do not count."""
    for part in model.selection():
        first, last = part.top(), min(part.bottom(), table.size - 1)
        if first <= last:
            yield first, last


def count(table: ContactTable, model: QItemSelectionModel) -> int:
    """How many contacts are selected."""
    return sum(last - first + 1 for first, last in lines(table, model))


def ids(table: ContactTable, model: QItemSelectionModel) -> array[int]:
    """The row ids of the selected contacts, in the order of the list."""
    found = table.ids_between(0, -1)  # none, in an array of the kind that the table has
    for first, last in sorted(lines(table, model)):
        found.extend(table.ids_between(first, last))
    return found


@dataclass(frozen=True, slots=True)
class Place:
    """What is chosen in a list and what of it is in sight, by row ids: for the list that takes its place."""

    wanted: int | None
    several: Collection[int]
    first: int | None  # the first row in sight; None at the very top
    seen: bool  # whether the current row is in sight


class KeptPlace:
    """`remember` before the order is replaced, `restore` after it; `leave` and `take` where another list takes over."""

    def __init__(self, view: ContactView) -> None:
        self._view = view
        self.wanted: int | None = None
        """The contact that was chosen alone last, also while a filter hides it."""
        self.began: int | None = None
        """The contact from which Shift selects."""
        self.follow = False
        """Another order was asked for: the chosen row stays in sight, not the top one."""
        self.reveal = False
        """The chosen row is brought into sight, wherever the answer puts it."""
        self.restoring = False
        self._several: list[Run] = []
        self._order = array("q")  # in which these lines were selected
        self._current: int | None = None
        self._top: tuple[int, int] | None = None  # id and pixel offset of the row that stays
        self._taken: Place | None = None  # from the list before this one, until the first answer

    def set_height(self, height: int) -> None:
        """Rows are `height` pixels high from now on: the first in sight stays, and the current one if it was seen."""
        view, bar, rows = self._view, self._view.verticalScrollBar(), self._view.verticalHeader()
        line, seen = bar.value() // rows.defaultSectionSize(), view.current_in_sight()
        changed = height != rows.defaultSectionSize()
        rows.setDefaultSectionSize(height)
        bar.setSingleStep(height)
        if changed and (line or seen):
            view.lay_out_now()
            bar.setValue(line * height)
            if seen:
                view.scrollTo(view.currentIndex())

    def leave(self, table: ContactTable) -> Place:
        """What the next list is to `take`; where nothing has been listed yet, what this one was to take."""
        if self._taken is not None:
            return self._taken
        view, model = self._view, self._view.selectionModel()
        several = ids(table, model) if count(table, model) > 1 else ()
        first = table.id_at(view.rowAt(1)) if view.verticalScrollBar().value() else None
        return Place(self.wanted, several, first, view.current_in_sight())

    def take(self, place: Place) -> None:
        """Show this with the first answer."""
        self._taken, self.wanted = place, place.wanted

    def from_top(self, *, reveal: bool) -> None:
        """The next answer is shown from its first row; with `reveal`, from where the chosen contact is seen."""
        self.reveal = reveal
        if self._taken is not None:
            self._taken = replace(self._taken, first=None, seen=False)

    def remember(self, table: ContactTable) -> None:
        """What stands there now."""
        view, model = self._view, self._view.selectionModel()
        self.restoring = True
        self._several = []
        if self._taken is not None:
            self._top = None if self._taken.first is None else (self._taken.first, 0)
            return
        if count(table, model) > 1:
            self._several, self._order = list(lines(table, model)), table.order
        self._current = table.id_at(view.currentIndex().row())
        self._top = None
        if self.follow and view.current_in_sight():
            line = view.currentIndex().row()
            height = view.verticalHeader().defaultSectionSize()
            if self._current is not None:
                self._top = (self._current, view.rowViewportPosition(line) // height * height)  # with a whole first row
            return
        if view.verticalScrollBar().value() == 0:
            return  # at the very top one wants to stay at the very top
        first = view.rowAt(1)
        row_id = table.id_at(first)
        if row_id is not None:
            self._top = (row_id, view.rowViewportPosition(first))

    def restore(self, table: ContactTable) -> None:
        """Put it back, as far as it is still listed."""
        view = self._view
        taken, self._taken = self._taken, None
        line = table.line_of(self.wanted) if self.wanted is not None else None
        if taken is not None and taken.several:
            line = self.select(table, taken.several)
        elif self._several:
            line = self._restore_several(table)
        else:
            view.selectionModel().setCurrentIndex(view.index_of(line), _FLAGS.ClearAndSelect | _FLAGS.Rows)
        view.lay_out_now()
        bar = view.verticalScrollBar()
        if self._top is None:  # where a row was made the current one, Qt has scrolled to it
            bar.setValue(0)
            if self.reveal and line is not None:
                view.scrollTo(view.index_of(line), QAbstractItemView.ScrollHint.PositionAtCenter)
        else:
            row_id, offset = self._top
            top = table.line_of(row_id)
            if top is None:  # the top row is gone: keep the chosen one in sight, or start at the top
                if line is not None:
                    view.scrollTo(view.index_of(line), QAbstractItemView.ScrollHint.PositionAtCenter)
                else:
                    bar.setValue(0)
            else:
                bar.setValue(top * view.verticalHeader().defaultSectionSize() - offset)
        if taken is not None and taken.seen and line is not None:
            view.scrollTo(view.index_of(line))  # rows may be higher than they were
        self.restoring = self.follow = self.reveal = False

    def _restore_several(self, table: ContactTable) -> int | None:
        """Select again what is still listed: nobody is to delete what they do not see. Returns the current line."""
        runs = moved(self._several, self._order, table.order)
        self._several, self._order = [], array("q")
        return self._select(table, runs, self._current)

    def select(self, table: ContactTable, wanted: Collection[int]) -> int | None:
        """Select these contacts as far as they are listed. Returns the current line, the first of them."""
        return self._select(table, table.runs_of(wanted), None)

    def _select(self, table: ContactTable, runs: list[Run], current_id: int | None) -> int | None:
        """Returns the current line: that of `current_id` where it is listed, else the first."""
        view, model = self._view, self._view.selectionModel()
        if len(runs) > MOST_RUNS:
            runs = []
        if not runs:
            model.setCurrentIndex(QModelIndex(), _FLAGS.Clear)
            return None
        current = table.line_of(current_id) if current_id is not None else None
        if current is None:
            current = runs[0][0]
        model.setCurrentIndex(view.index_of(current), _FLAGS.NoUpdate)
        selection = QItemSelection()
        last_column = table.columnCount() - 1
        for first, last in runs:
            selection.select(table.index(first, 0), table.index(last, last_column))
        model.select(selection, _FLAGS.ClearAndSelect | _FLAGS.Rows)
        return current
