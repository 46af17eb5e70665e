"""A table whose columns a person chooses, moves and sizes; what is left of the width is shared among them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from addressbook.courtesy import alone
from addressbook.domain.search_match import Field
from addressbook.ui import column_widths, columns_kept
from addressbook.ui.models.columns import COLUMNS, Column, column_title
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.row_painter import FIELDS, Line, RowPainter
from addressbook.ui.widgets.viewport import give_viewport


class ColumnView(QTableView):
    """The columns of the contact table, and what paints its rows."""

    columns_changed = Signal()  # a person chose, moved or sized columns
    _laid_out_in = -1  # pixels of the viewport

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._rows = RowPainter()
        self._widths: dict[Column, int] = {}  # what a person sized
        self._hidden = {column for column, spec in COLUMNS.items() if not spec.shown}
        self._visible: list[Column] = []  # from left to right, in whatever direction one reads
        self._columns_menu = QMenu(self)
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
        header.sectionResized.connect(self._on_section_resized)
        header.sectionMoved.connect(self._on_section_moved)

    def _table(self) -> ContactTable | None:
        model = self.model()
        return model if isinstance(model, ContactTable) else None

    @property
    def compact(self) -> bool:
        """Whether rows have one line."""
        return self._rows.compact

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

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self.viewport().width() != self._laid_out_in:  # a hidden list hears of it only when it is shown
            self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        if self.model() is None:
            return
        self._laid_out_in = self.viewport().width()
        header = self.horizontalHeader()
        # The scroll bar comes and goes with what is typed: the columns stand still, the last one takes its room
        room = min(
            self.viewport().width(), self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        )
        widths = column_widths.widths(self._hidden, self._widths, room, compact=self.compact)
        visible = self._visible = sorted(widths, key=lambda column: header.visualIndex(int(column)))
        if sum(widths.values()) <= room and visible[-1] not in self._widths:
            widths[visible[-1]] += self.viewport().width() - room
        blocked = header.blockSignals(True)  # told of each column, Qt paints all of them a second time
        for column in COLUMNS:
            header.setSectionHidden(int(column), column not in widths)
        for column, width in widths.items():
            header.resizeSection(int(column), width)
        header.blockSignals(blocked)
        if self.isRightToLeft():
            visible.reverse()
        self._rows.first_column, self._rows.last_column = int(visible[0]), int(visible[-1])
        self._rows.labels_width = widths.get(Column.LABELS, 0)
        self._tell_seen(widths)
        super().updateGeometries()
        self.viewport().update()

    # -- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        table = self._table()
        if table is not None:
            with alone(), QPainter(self.viewport()) as painter:
                painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else "+86 138" becomes "138 86+"
                active = self.hasFocus() and self.isActiveWindow()
                self._rows.paint(painter, table, self._lines(event.rect(), table), self._columns_seen(), active=active)

    def _lines(self, part: QRect, table: ContactTable) -> list[Line]:
        """What is to be painted in a part of the viewport. All rows are as high as any."""
        header = self.verticalHeader()
        height, offset = header.defaultSectionSize(), header.offset()
        first = max(0, (part.top() + offset) // height)
        last = min(table.rowCount() - 1, (part.bottom() + offset) // height)
        chosen = self.selectionModel() if self.selectionModel().hasSelection() else None
        lines = []
        for number, row in enumerate(table.rows_between(first, last), first):
            selected = chosen is not None and chosen.isSelected(table.index(number, self._rows.first_column))
            lines.append(Line(number, number * height - offset, row, selected and row is not None))
        return lines

    def _columns_seen(self) -> list[tuple[Column, int, int]]:
        """The columns from left to right, each with its left edge in the viewport and its width."""
        end = self.viewport().width()
        places = (
            (column, self.columnViewportPosition(int(column)), self.columnWidth(int(column)))
            for column in self._visible
        )
        return [(column, left, width) for column, left, width in places if left < end and left + width > 0]

    def sizeHintForColumn(self, column: int) -> int:
        return 80  # a double click at a heading's edge: to ask for the widths of all rows would fetch them

    def _tell_seen(self, shown: Collection[Column]) -> None:
        """Tell the model which fields one sees, so that it need not tell in words where a search found something."""
        seen = {FIELDS[column] for column in shown}
        if not self.compact:  # two lines
            seen |= {Field.ALIAS} if Column.NAME in shown else set()
            seen |= {Field.TITLE} if Column.COMPANY in shown else set()
        table = self._table()
        if table is not None:
            table.seen = frozenset(seen)

    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        if new == 0:
            return
        self._widths[Column(section)] = new
        if section == Column.LABELS:
            self._rows.labels_width = new
        self._rows.forget()
        self.columns_changed.emit()

    def _on_section_moved(self, *_: int) -> None:
        self._lay_out_columns()
        self.columns_changed.emit()
