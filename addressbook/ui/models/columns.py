"""The columns of the contact table, declared once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from addressbook.domain.query import Scope, SortKey


class Column(IntEnum):
    """Columns in their first order; the numbers are the model's."""

    NAME = 0
    COMPANY = 1
    PHONE = 2
    LABELS = 3
    OWNER = 4
    ALIAS = 5
    TITLE = 6
    ADDRESS = 7
    EMAIL = 8


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """`key` is the name in the settings; widths in logical pixels; `stretch` shares out what is left over."""

    key: str
    sort: SortKey | None
    width: int
    narrowest: int
    stretch: int = 0
    shown: bool = True


COLUMNS: dict[Column, ColumnSpec] = {
    Column.NAME: ColumnSpec("name", SortKey.NAME, 184, 160, 1),
    Column.COMPANY: ColumnSpec("company", SortKey.COMPANY, 164, 120, 2),
    Column.PHONE: ColumnSpec("phone", SortKey.PHONE, 146, 146),
    Column.LABELS: ColumnSpec("labels", None, 154, 104, 1),
    Column.OWNER: ColumnSpec("owner", SortKey.OWNER, 100, 88),
    Column.ALIAS: ColumnSpec("alias", SortKey.ALIAS, 130, 100, shown=False),
    Column.TITLE: ColumnSpec("title", SortKey.TITLE, 140, 110, shown=False),
    Column.ADDRESS: ColumnSpec("address", SortKey.ADDRESS, 200, 160, shown=False),
    Column.EMAIL: ColumnSpec("email", SortKey.EMAIL, 200, 160, shown=False),
}


def order_title(key: SortKey) -> str:
    """What the list is ordered by, in the language in use."""
    if key is SortKey.CHANGED:
        return QCoreApplication.translate("Columns", "Recently changed here")
    if key is SortKey.VIEWED:
        return QCoreApplication.translate("Columns", "Recently viewed")
    return column_title(next(column for column, spec in COLUMNS.items() if spec.sort is key))


def orders(scope: Scope) -> tuple[SortKey, ...]:
    """What the list of a scope can be ordered by, as a menu names it: the columns, then the orders in time."""
    columns = (spec.sort for spec in COLUMNS.values() if spec.sort is not None)
    return (*columns, SortKey.CHANGED, *((SortKey.VIEWED,) if scope is Scope.RECENT else ()))


def column_title(column: Column, *, one_line: bool = False) -> str:
    """The column's heading in the language in use. In rows of `one_line` the title has a column of its own."""
    if one_line and column is Column.COMPANY:
        return QCoreApplication.translate("Columns", "Company")
    titles = {
        Column.NAME: QCoreApplication.translate("Columns", "Name"),
        Column.COMPANY: QCoreApplication.translate("Columns", "Company and title"),
        Column.PHONE: QCoreApplication.translate("Columns", "Phone"),
        Column.LABELS: QCoreApplication.translate("Columns", "Labels"),
        Column.OWNER: QCoreApplication.translate("Columns", "Owner"),
        Column.ALIAS: QCoreApplication.translate("Columns", "Alias"),
        Column.TITLE: QCoreApplication.translate("Columns", "Title"),
        Column.ADDRESS: QCoreApplication.translate("Columns", "Address"),
        Column.EMAIL: QCoreApplication.translate("Columns", "E-mail"),
    }
    return titles[column]
