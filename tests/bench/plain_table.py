"""The floor of scrolling: python -m tests.bench.plain_table ROWS, Qt's own table over a list of tuples.

As large as the list in our window, scrolled by page in the same way, with nothing else to do. Prints marks.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from tests.bench.marks import mark, p95
from tests.bench.person import frames_ms

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, ROWS_SEEN, WIDTH = 52, 14, 760
TOP = QModelIndex()


class Rows(QAbstractTableModel):
    def __init__(self, count: int) -> None:
        super().__init__()
        self._rows = [
            (f"Contact {number}", f"Company {number % 997}", "Buyer", f"+86 138 {number:08d}", "Wang Wei")
            for number in range(count)
        ]

    def rowCount(self, _parent: Index = TOP) -> int:
        return len(self._rows)

    def columnCount(self, _parent: Index = TOP) -> int:
        return 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


if __name__ == "__main__":
    app = QApplication(sys.argv)
    view = QTableView()
    view.setModel(Rows(int(sys.argv[1])))
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.verticalHeader().hide()
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.resize(WIDTH, ROW_HEIGHT * ROWS_SEEN + view.horizontalHeader().sizeHint().height())
    view.show()
    app.processEvents()
    mark("p95-frames", p95(frames_ms(view)))
