"""The table of contacts as a widget: columns that a person arranges, place kept by id, keys of its own."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from addressbook.domain.query import SortKey
from addressbook.ui import column_widths, columns_kept, theme
from addressbook.ui.kept_selection import KeptSelection
from addressbook.ui.models.columns import COLUMNS, Column, column_title
from addressbook.ui.models.contact_table import ContactTable, Index
from addressbook.ui.table_delegate import ContactDelegate


class ContactView(QTableView):
    """Shows a ContactTable. Selection and top row survive a reset of the model because they are kept as ids."""

    contact_changed = Signal(object)  # int row id | None: another contact is current
    selection_counted = Signal(int)  # another number of contacts is selected
    opened = Signal()  # Enter or double-click
    sort_requested = Signal(SortKey, bool)  # key, descending
    typed = Signal(str)  # letters typed into the table
    columns_changed = Signal()  # a person chose, moved or sized columns

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = ContactDelegate(self)
        self.setItemDelegate(self._delegate)
        self._wanted: int | None = None  # the chosen contact, also while a filter hides it
        self._top: tuple[int, int] | None = None  # id and pixel offset of the row that stays during a reset
        self._selection = KeptSelection()
        self._counted = 0
        self._follow = False  # another order was asked for: the chosen row stays in sight, not the top one
        self._restoring = False
        self._sort: tuple[SortKey, bool] = (SortKey.NAME, False)
        self._widths: dict[Column, int] = {}  # what a person sized
        self._hidden = {column for column, spec in COLUMNS.items() if not spec.shown}
        self._laying_out = False

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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(48)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.columns_menu().popup(header.mapToGlobal(at)))
        header.sectionClicked.connect(self._on_header_clicked)
        header.sectionResized.connect(self._on_section_resized)
        header.sectionMoved.connect(self._on_section_moved)
        self._columns_menu = QMenu(self)
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
            self.selectionModel().selectionChanged.connect(self._count_selection)
        self._delegate.table = self._table()
        self._lay_out_columns()
        self._show_sort()

    def _table(self) -> ContactTable | None:
        model = self.model()
        return model if isinstance(model, ContactTable) else None

    @property
    def current_id(self) -> int | None:
        """Row id of the chosen contact, None when none is chosen or the filter hides it."""
        table = self._table()
        return None if table is None else table.id_at(self.currentIndex().row())

    @property
    def selected_count(self) -> int:
        """How many contacts are selected."""
        table = self._table()
        return 0 if table is None else KeptSelection.count(table, self.selectionModel())

    def selected_ids(self) -> array[int]:
        """The row ids of the selected contacts, in the order of the list."""
        table = self._table()
        return array("q") if table is None else KeptSelection.ids(table, self.selectionModel())

    def _count_selection(self) -> None:
        if self._restoring:
            return
        count = self.selected_count
        if count != self._counted:
            self._counted = count
            self.selection_counted.emit(count)

    def choose(self, row_id: int | None) -> None:
        """Choose a contact by its id and bring it into view."""
        self._wanted = row_id
        table = self._table()
        line = table.line_of(row_id) if table is not None and row_id is not None else None
        if table is None or line is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(table.index(line, self._delegate.first_column))

    def choose_line(self, line: int) -> None:
        """Choose the contact in a line of the table, if there is one."""
        table = self._table()
        if table is not None and 0 <= line < table.size:
            self.setCurrentIndex(table.index(line, self._delegate.first_column))

    def _remember_place(self) -> None:
        self._restoring = True
        table = self._table()
        self._top = None
        if table is not None:
            self._selection.remember(table, self.selectionModel())
        if table is not None and self._follow and self._chosen_in_sight():
            line = self.currentIndex().row()
            height = self.verticalHeader().defaultSectionSize()
            row_id = table.id_at(line)
            if row_id is not None:
                self._top = (row_id, self.rowViewportPosition(line) // height * height)  # the first row is then whole
            return
        if table is None or self.verticalScrollBar().value() == 0:
            return  # at the very top one wants to stay at the very top
        first = self.rowAt(1)
        row_id = table.id_at(first)
        if row_id is not None:
            self._top = (row_id, self.rowViewportPosition(first))

    def _restore_place(self) -> None:
        table = self._table()
        if table is None:
            return
        self._delegate.hover_row = -1
        line = table.line_of(self._wanted) if self._wanted is not None else None
        index = QModelIndex() if line is None else table.index(line, self._delegate.first_column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._selection.restore(table, self.selectionModel())
        self._delegate.current_row = index.row()
        self.updateGeometries()  # the scroll bar's range is otherwise set later, by a timer
        bar = self.verticalScrollBar()
        if self._top is not None:
            row_id, offset = self._top
            top = table.line_of(row_id)
            if top is None:  # the top row is gone: keep the chosen one in sight, or start at the top
                if line is not None:
                    self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
                else:
                    bar.setValue(0)
            else:
                bar.setValue(top * self.verticalHeader().defaultSectionSize() - offset)
        self._restoring = self._follow = False
        self._count_selection()
        shown = table.id_at(index.row())
        self.contact_changed.emit(shown)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._restoring:
            return
        table = self._table()
        self._delegate.current_row = current.row()
        self.viewport().update()
        if table is None:
            return
        row_id = table.id_at(current.row())
        if row_id is not None:
            self._wanted = row_id
        self.contact_changed.emit(row_id)

    def show_from_top(self) -> None:
        """Another query was asked: its answer is shown from the first row, not from where one had scrolled to."""
        self.verticalScrollBar().setValue(0)

    def show_sorted(self) -> None:
        """Another order was asked for: the chosen contact stays in sight if it is now, else one sees the first rows."""
        self._follow = self._chosen_in_sight()
        if not self._follow:
            self.show_from_top()

    def _chosen_in_sight(self) -> bool:
        index = self.currentIndex()
        return index.isValid() and self.viewport().rect().intersects(self.visualRect(index))

    # -- keys and mouse --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            if self.current_id is not None:
                self.opened.emit()
            return
        table = self._table()
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and table is not None:
            # Qt's own goes to the first or last column of the row
            line = 0 if event.key() == Qt.Key.Key_Home else table.size - 1
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._select_to(line)
            else:
                self.choose_line(line)
            return
        super().keyPressEvent(event)

    def _select_to(self, line: int) -> None:
        """Select from where a person began to `line`, as Shift does."""
        key = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Home if line == 0 else Qt.Key.Key_End,
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
        )
        super().keyPressEvent(key)

    def keyboardSearch(self, search: str) -> None:
        # Qt's own asks the model for every row, in Python: seconds with a large book
        if search.strip():
            self.typed.emit(search)

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
        before, self._delegate.hover_row = self._delegate.hover_row, row
        if before == row:
            return
        for line in (before, row):
            if line >= 0:
                self.viewport().update(0, self.rowViewportPosition(line), self.viewport().width(), self.rowHeight(line))

    # -- columns ---------------------------------------------------------------------------------------------

    def columns_menu(self) -> QMenu:
        """The menu in which columns are chosen."""
        menu = self._columns_menu
        menu.clear()
        for column in COLUMNS:
            action = QAction(column_title(column), menu)
            action.setCheckable(True)
            action.setChecked(column not in self._hidden)
            action.setEnabled(column is not Column.NAME)
            action.toggled.connect(lambda on, column=column: self.set_column_shown(column, on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Default columns"), self.reset_columns)
        return menu

    def set_column_shown(self, column: Column, shown: bool) -> None:
        """Show or hide a column, as a person wants it."""
        (self._hidden.discard if shown else self._hidden.add)(column)
        self._lay_out_columns()
        self.columns_changed.emit()

    def reset_columns(self) -> None:
        """Columns as they were at first."""
        self._hidden = {column for column, spec in COLUMNS.items() if not spec.shown}
        self._widths.clear()
        header = self.horizontalHeader()
        for column in COLUMNS:
            header.moveSection(header.visualIndex(int(column)), int(column))
        self._lay_out_columns()
        self.columns_changed.emit()

    def columns_state(self) -> str:
        """Order, widths and choice of columns, for the settings."""
        header = self.horizontalHeader()
        order = sorted(COLUMNS, key=lambda column: header.visualIndex(int(column)))
        return columns_kept.written(order, self._hidden, self._widths)

    def restore_columns(self, state: str) -> None:
        """Take over what `columns_state` gave; anything that is not understood is left as it is."""
        kept = columns_kept.read(state)
        self._hidden = self._hidden if kept.hidden is None else kept.hidden
        self._widths = self._widths if kept.widths is None else kept.widths
        header = self.horizontalHeader()
        header.blockSignals(True)
        for place, column in enumerate(kept.order or ()):
            header.moveSection(header.visualIndex(int(column)), place)
        header.blockSignals(False)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        if self.model() is None:
            return
        self._laying_out = True
        header = self.horizontalHeader()
        widths = column_widths.widths(self._hidden, self._widths, self.viewport().width(), compact=self.compact)
        for column in COLUMNS:
            header.setSectionHidden(int(column), column not in widths)
        for column, width in widths.items():
            header.resizeSection(int(column), width)
        visible = sorted(widths, key=lambda column: header.visualIndex(int(column)))
        self._delegate.first_column, self._delegate.last_column = int(visible[0]), int(visible[-1])
        self._delegate.forget()
        self._laying_out = False
        self.viewport().update()

    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        if self._laying_out or new == 0:
            return
        self._widths[Column(section)] = new
        self._delegate.forget()
        self.columns_changed.emit()

    def _on_section_moved(self, *_: int) -> None:
        self._lay_out_columns()
        self.columns_changed.emit()

    # -- order -----------------------------------------------------------------------------------------------

    def set_sort(self, key: SortKey, descending: bool) -> None:
        """Show which column orders the list."""
        self._sort = (key, descending)
        self._show_sort()

    def _show_sort(self) -> None:
        key, descending = self._sort
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

    @property
    def compact(self) -> bool:
        """Whether rows have one line."""
        return self._delegate.compact

    def set_compact(self, on: bool) -> None:
        """One line a row instead of two."""
        self._delegate.compact = on
        table = self._table()
        if table is not None:
            table.set_compact(on)
        self._on_look_changed()

    def _on_look_changed(self) -> None:
        self._delegate.forget()
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self.verticalScrollBar().setSingleStep(self._delegate.row_height())
        self._lay_out_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._on_look_changed()

    def position_of(self, row_id: int) -> QPoint | None:
        """Where a contact's row begins in the viewport; None when it is not listed."""
        table = self._table()
        line = table.line_of(row_id) if table is not None else None
        return None if line is None else QPoint(0, self.rowViewportPosition(line))
