"""The table of contacts as a widget: columns that a person arranges, place kept by id, keys of its own."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from addressbook.domain.query import SortKey
from addressbook.ui import kept_place, theme
from addressbook.ui.column_view import ColumnView
from addressbook.ui.kept_place import KeptPlace, Place
from addressbook.ui.models.columns import COLUMNS, Column
from addressbook.ui.models.contact_table import ContactTable, Index

_SHIFT_AND_CONTROL = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
_MOVES: dict[int, QAbstractItemView.CursorAction] = {
    int(Qt.Key.Key_Up): QAbstractItemView.CursorAction.MoveUp,
    int(Qt.Key.Key_Down): QAbstractItemView.CursorAction.MoveDown,
    int(Qt.Key.Key_PageUp): QAbstractItemView.CursorAction.MovePageUp,
    int(Qt.Key.Key_PageDown): QAbstractItemView.CursorAction.MovePageDown,
}
MOST_TOLD_EACH = 50  # selected rows whose cells screen readers are told of
_SELECT_ONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ContactView(ColumnView):
    """Shows a ContactTable. Selection and top row survive a reset of the model because they are kept as ids."""

    contact_changed = Signal(object)  # int row id | None: another contact is chosen
    listed_anew = Signal(object)  # the chosen contact, which an answer may have brought or taken away
    selection_counted = Signal(int)  # another number of contacts is selected
    opened = Signal()  # Enter or double-click
    left_up = Signal()  # Up in the first row
    sort_requested = Signal(SortKey, bool)  # key, descending
    typed = Signal(str)  # letters typed into the table
    composed = Signal(object)  # QInputMethodEvent: letters that an input method makes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = KeptPlace(self)
        self._counted = 0
        self.typed_into: QWidget | None = None  # where letters go; asked by input methods
        self._sort: tuple[SortKey, bool] = (SortKey.NAME, False)
        self._best_first = False

        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().sectionClicked.connect(self._on_header_clicked)
        theme.current().changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.setAccessibleName(self.tr("Contacts"))

    # -- model -----------------------------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:
        if isinstance(model, ContactTable):
            # before QTableView connects its own, so that the place is read while it still stands
            model.modelAboutToBeReset.connect(self._remember_place)
        super().setModel(model)
        if isinstance(model, ContactTable):
            model.modelReset.connect(self._restore_place)
            self.selectionModel().selectionChanged.connect(self._on_selection_changed)
            # A header asks of each column whether all of it is selected, in Python, row by row: with everything
            # selected in a large book that took seconds at each painting.
            for header in (self.horizontalHeader(), self.verticalHeader()):
                header.setSelectionModel(QItemSelectionModel(model, header))
        self._lay_out_columns()
        self._show_sort()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        lines = sum(part.height() for changed in (selected, deselected) for part in changed)
        if lines <= MOST_TOLD_EACH:
            super().selectionChanged(selected, deselected)
        else:  # Qt would tell screen readers of each cell: seconds in a large book. The count is told in words instead
            self.viewport().update()

    @property
    def current_id(self) -> int | None:
        """Row id of the chosen contact; None when none or several are selected, or the filter hides it."""
        table = self._table()
        if table is None:
            return None
        pieces = list(kept_place.lines(table, self.selectionModel()))
        return table.id_at(pieces[0][0]) if len(pieces) == 1 and pieces[0][0] == pieces[0][1] else None

    @property
    def selected_count(self) -> int:
        """How many contacts are selected."""
        table = self._table()
        return 0 if table is None else kept_place.count(table, self.selectionModel())

    def selected_ids(self) -> array[int]:
        """The row ids of the selected contacts, in the order of the list."""
        table = self._table()
        return array("q") if table is None else kept_place.ids(table, self.selectionModel())

    def index_of(self, line: int | None) -> QModelIndex:
        """The first cell that is shown of a line; an invalid index for None."""
        table = self._table()
        return QModelIndex() if table is None or line is None else table.index(line, self._rows.first_column)

    def choose(self, row_id: int | None) -> None:
        """Choose a contact by its id and bring it into view; one that is not listed yet as soon as it is."""
        table = self._table()
        line = table.line_of(row_id) if table is not None and row_id is not None else None
        self._choose_index(self.index_of(line))
        self._place.wanted = row_id

    def choose_several(self, row_ids: Collection[int]) -> None:
        """Select the contacts of these that are listed, and bring the first of them into view."""
        table = self._table()
        if table is not None:
            line = self._place.select(table, row_ids)
            if line is not None:
                self.scrollTo(self.index_of(line))

    def place(self) -> Place:
        """What is chosen and in sight, for `take_place` of the list that takes the place of this one."""
        table = self._table()
        return Place(None, (), None, seen=False) if table is None else self._place.leave(table)

    def take_place(self, place: Place) -> None:
        """Choose and show with the first answer what was chosen and in sight before."""
        self._place.take(place)

    def choose_line(self, line: int) -> None:
        """Choose the contact in a line of the table, if there is one."""
        table = self._table()
        if table is not None and 0 <= line < table.size:
            self._choose_index(self.index_of(line))

    def _choose_index(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)  # scrolls; selects as if the keys that are held now belonged to it
        self.selectionModel().setCurrentIndex(index, _SELECT_ONE)

    def _on_selection_changed(self) -> None:
        if self._place.restoring:
            return
        self._count_selection()
        chosen = self.current_id
        if chosen is not None or not self._counted:
            self._place.wanted = self._place.began = chosen
        self.contact_changed.emit(chosen)

    def _count_selection(self) -> None:
        count = self.selected_count
        if count != self._counted:
            self._counted = count
            self.selection_counted.emit(count)

    def _remember_place(self) -> None:
        table = self._table()
        if table is not None:
            self._place.remember(table)

    def _restore_place(self) -> None:
        table = self._table()
        if table is None:
            return
        self._rows.hover_row = -1
        self._place.restore(table)
        self._rows.current_row = self.currentIndex().row()
        self._count_selection()
        self.listed_anew.emit(self.current_id)

    def lay_out_now(self) -> None:
        """Qt would do it by a timer: set the scroll bar's range too late, and paint all rows a second time."""
        self.executeDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._let_compose()
        if not self._place.restoring:
            self._rows.current_row = current.row()
            self.viewport().update()

    @property
    def whole_height(self) -> int:
        """How high it must be to show all rows."""
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().height() + rows + below + 2 * self.frameWidth()

    def show_from_top(self, *, reveal: bool = False) -> None:
        """Another query was asked: its answer is shown from the first row, not from where one had scrolled to; with
        `reveal`, from where the chosen contact is seen."""
        self._place.from_top(reveal=reveal)
        self.verticalScrollBar().setValue(0)

    def show_sorted(self) -> None:
        """Another order was asked for: the chosen contact stays in sight if it is now, else one sees the first rows."""
        self._place.follow = self.current_in_sight()
        if not self._place.follow:
            self.show_from_top()

    def current_in_sight(self) -> bool:
        """Whether the current row is seen."""
        index = self.currentIndex()
        return index.isValid() and self.viewport().rect().intersects(self.visualRect(index))

    # -- keys and mouse --------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason and not self.currentIndex().isValid():
            QWidget.focusInEvent(self, event)  # the window comes: nobody has gone to the first row, as Qt would
            return
        super().focusInEvent(event)
        self._let_compose()
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.selected_count:
            index = self.currentIndex()  # by the keyboard one comes to a row, which is then the chosen one
            if index.isValid():
                self.selectionModel().select(index, _SELECT_ONE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            if self.current_id is not None:
                self.opened.emit()
            return
        table = self._table()
        shift, control = (event.modifiers() & each for each in _SHIFT_AND_CONTROL)
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and table is not None:
            # Qt's own goes to the first or last column of the row
            (self._select_to if shift else self.choose_line)(0 if event.key() == Qt.Key.Key_Home else table.size - 1)
            return
        plain = not (shift or control or event.isAutoRepeat())  # who holds the key down wants to get to the top
        if event.key() == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            self.left_up.emit()
            return
        if event.key() in _MOVES and shift and not control and table is not None:
            line = self.moveCursor(_MOVES[event.key()], event.modifiers()).row()
            self._select_to(min(line, table.size - 1))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shift, control = (event.modifiers() & each for each in _SHIFT_AND_CONTROL)
        line = self.rowAt(event.position().toPoint().y())
        if event.button() == Qt.MouseButton.LeftButton and shift and not control:
            self._select_to(line)
            return
        super().mousePressEvent(event)
        table = self._table()
        if control and table is not None:
            self._place.began = table.id_at(line)

    def _select_to(self, line: int) -> None:
        """Select from where a person began to `line`, as Shift does. Qt forgets where that was when the order is
        replaced."""
        table = self._table()
        if table is None or not 0 <= line < table.size:
            return
        began = table.line_of(self._place.began) if self._place.began is not None else None
        if began is None:
            began = max(self.currentIndex().row(), 0)
        where = table.id_at(began)
        model = self.selectionModel()
        model.setCurrentIndex(self.index_of(line), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(QItemSelection(self.index_of(min(began, line)), self.index_of(max(began, line))), _SELECT_ONE)
        self._place.began = where
        self.scrollTo(self.index_of(line))

    def keyboardSearch(self, search: str) -> None:
        # Qt's own asks the model for every row, in Python: seconds with a large book
        if search.strip():
            self.typed.emit(search)

    def _let_compose(self) -> None:
        """Let input methods write, which Qt allows only where an item can be edited."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self.typed_into is not None)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # The focus stays here until the word is made: moving it earlier would end the composition at its first letter
        if self.typed_into is None:
            event.ignore()
        else:
            self.composed.emit(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if self.typed_into is None:
            return super().inputMethodQuery(query)
        found = self.typed_into.inputMethodQuery(query)
        if isinstance(found, QRect | QRectF):  # where the words to choose from are shown
            shift = self.mapFromGlobal(self.typed_into.mapToGlobal(QPoint()))
            return found.translated(shift)
        return found

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.current_id is not None:
            self.opened.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1)

    def _point_at(self, row: int) -> None:
        before, self._rows.hover_row = self._rows.hover_row, row
        if before == row:
            return
        for line in (before, row):
            if line >= 0:
                self.viewport().update(0, self.rowViewportPosition(line), self.viewport().width(), self.rowHeight(line))

    # -- order -----------------------------------------------------------------------------------------------

    def set_sort(self, key: SortKey, descending: bool, *, best_first: bool = False) -> None:
        """Show which column orders the list; none does while the best matches come first."""
        self._sort, self._best_first = (key, descending), best_first
        self._show_sort()

    def _show_sort(self) -> None:
        key, descending = self._sort
        section = -1
        if not self._best_first:
            section = next((int(column) for column, spec in COLUMNS.items() if spec.sort is key), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(section, order)

    def _on_header_clicked(self, section: int) -> None:
        key = COLUMNS[Column(section)].sort
        if key is None:
            self._show_sort()
            return
        same, descending = self._sort[0] is key, self._sort[1]
        self.sort_requested.emit(key, not descending if same else False)

    # -- look ------------------------------------------------------------------------------------------------

    def set_compact(self, on: bool) -> None:
        """One line a row instead of two."""
        self._rows.compact = on
        table = self._table()
        if table is not None:
            table.set_compact(on)
        self._on_look_changed()

    def _on_look_changed(self) -> None:
        self._rows.forget()
        self._place.set_height(self._rows.row_height())
        self._lay_out_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._on_look_changed()

    def position_of(self, row_id: int) -> QPoint | None:
        """Where a contact's row begins in the viewport; None when it is not listed."""
        table = self._table()
        line = table.line_of(row_id) if table is not None else None
        return None if line is None else QPoint(0, self.rowViewportPosition(line))
