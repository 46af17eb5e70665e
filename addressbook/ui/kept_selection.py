"""Several chosen rows of a large table: counted by ranges, and put back by id after the order was replaced.

Asking Qt for the selected rows makes an object for each; with 100,000 of them that takes most of a second. Ranges of
lines are few, whatever their length.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from addressbook.ui.models.contact_table import ContactTable

_FLAGS = QItemSelectionModel.SelectionFlag


class KeptSelection:
    """What is selected in one view. Placeholders, which stand for contacts on their way, do not count."""

    def __init__(self) -> None:
        self._ids: frozenset[int] = frozenset()

    @staticmethod
    def count(table: ContactTable, model: QItemSelectionModel) -> int:
        """How many contacts are selected."""
        return sum(last - first + 1 for first, last in _lines(table, model))

    @staticmethod
    def ids(table: ContactTable, model: QItemSelectionModel) -> array[int]:
        """Their row ids, in the order of the list."""
        found = array("q")
        for first, last in sorted(_lines(table, model)):
            found.extend(table.ids_between(first, last))
        return found

    def remember(self, table: ContactTable, model: QItemSelectionModel) -> None:
        """Before the order is replaced. One row is remembered by the view itself, also while a filter hides it."""
        self._ids = frozenset(self.ids(table, model)) if self.count(table, model) > 1 else frozenset()

    def restore(self, table: ContactTable, model: QItemSelectionModel) -> None:
        """Select again what was selected and is still listed: nobody is to delete what they do not see."""
        if not self._ids:
            return
        selection = QItemSelection()
        last_column = table.columnCount() - 1
        for first, last in table.runs_of(self._ids):
            selection.select(table.index(first, 0), table.index(last, last_column))
        self._ids = frozenset()
        model.select(selection, _FLAGS.ClearAndSelect | _FLAGS.Rows)


def _lines(table: ContactTable, model: QItemSelectionModel) -> Iterator[tuple[int, int]]:
    for part in model.selection():
        first, last = part.top(), min(part.bottom(), table.size - 1)
        if first <= last:
            yield first, last
