"""The contact table: row ids in order, and the rows around the view fetched when they are painted.

An answer to a query replaces the whole order by a model reset, and the view puts selection and top row
back by id. Measured with 100,000 rows: reset and restore about 5 ms, a hundred single inserts 2 to 8 ms,
but those need a diff of the orders first; one technique that is fast enough for everything was chosen.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from addressbook.domain.contact import ContactRow, RowState
from addressbook.domain.fields import Field
from addressbook.domain.news import NewsKind
from addressbook.domain.search_match import Field as Searched
from addressbook.ui.models import lines
from addressbook.ui.models.columns import COLUMNS, Column, column_title
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.models.row_cache import RowCache, RowSource
from addressbook.ui.people import Named
from addressbook.ui.plain_text import tooltip, without_key
from addressbook.ui.search_marks import Reason, RowMarks, SearchMarks
from addressbook.ui.words.forms import TITLES

RowRole = Qt.ItemDataRole.UserRole + 1
"""The ContactRow behind an index; None while it is loading."""

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class ContactTable(QAbstractTableModel):
    """The list of contacts as the current query orders it. Lives on the UI thread."""

    marked_anew = Signal()  # the same contacts are found by another text

    def __init__(
        self, source: RowSource, owner_name: Callable[[str], Named] = lambda _: Named(), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._owner_name = owner_name
        self._ids: array[int] = array("q")
        self._cache = RowCache(source)
        self._labels = LabelIndex()
        self._marks = SearchMarks(self.owner)
        self._owners: dict[str, Named] = {}  # as they were named last
        self._placeholders = 0
        self._generation = self._answered = 0
        self._compact = False
        self.lists_changes = False
        """Whether the list is that of what others have changed: then it says in each row what that is."""
        self.seen: frozenset[Searched] = frozenset()
        """The fields that the view shows; set by it."""
        self.fetches_more = True
        """Whether the end of the list asks for more of the book; not when only a part of it is listed: what comes
        need not belong there, and a person may have stopped loading."""

    # -- the order -------------------------------------------------------------------------------------------

    def next_generation(self) -> int:
        """Number of a query about to be asked; answers to earlier ones are dropped from now on."""
        self._generation += 1
        return self._generation

    def apply(self, generation: int, ids: array[int], changed: Iterable[int] | None = (), *, text: str = "") -> bool:
        """Show an answer; what `text` found is marked. `changed` rows are fetched anew (None: all). False when the
        answer came too late."""
        if generation != self._generation:
            return False
        self._answered = generation
        anew = self._marks.set_text(text)
        self._drop(changed)
        if ids == self._ids:
            self._repaint()
            if anew:
                self.marked_anew.emit()
            return True
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()
        return True

    def rows_changed(self, rows: Iterable[int]) -> None:
        """Something else is to be said of rows that stay where they are."""
        self._drop(rows)
        self._repaint()

    def set_placeholders(self, count: int) -> None:
        """Show `count` grey rows at the end, for contacts that are on their way."""
        before = self._placeholders
        first = len(self._ids)
        if count > before:
            self.beginInsertRows(QModelIndex(), first + before, first + count - 1)
            self._placeholders = count
            self.endInsertRows()
        elif count < before:
            self.beginRemoveRows(QModelIndex(), first + count, first + before - 1)
            self._placeholders = count
            self.endRemoveRows()

    @property
    def size(self) -> int:
        """How many contacts the query found (without placeholders)."""
        return len(self._ids)

    def id_at(self, row: int) -> int | None:
        """The row id in a line of the table; None for placeholders and lines that do not exist."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def line_of(self, row_id: int) -> int | None:
        """The line in which a contact stands; None when the query does not find it."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return None

    @property
    def order(self) -> array[int]:
        """The row ids of all lines; not to be changed. Another order is another array."""
        return self._ids

    def ids_between(self, first: int, last: int) -> array[int]:
        """The row ids of the lines `first` to `last`."""
        return self._ids[first : last + 1]

    def runs_of(self, wanted: Collection[int]) -> list[tuple[int, int]]:
        """First and last line of each unbroken run of contacts that are in `wanted`."""
        chosen = bytes(map(wanted.__contains__, self._ids))  # a large book is gone through without Python's own loop
        return lines.runs(chosen)

    def row_at(self, row: int) -> ContactRow | None:
        """The contact in a line; None while it is not at hand."""
        return self._cache.at(self._ids, row) if 0 <= row < len(self._ids) else None

    def rows_between(self, first: int, last: int) -> list[ContactRow | None]:
        """The contacts in the lines `first` to `last`, which are to be painted; None for those not at hand."""
        found = self._cache.between(self._ids, first, last)
        return [*found, *[None] * (last + 1 - first - len(found))]

    # -- what is shown ---------------------------------------------------------------------------------------

    def marks(self, row: ContactRow) -> RowMarks | None:
        """What of a contact the search has found; None without one."""
        return self._marks.of(row, self._labels)

    def reasons(self, row: ContactRow, labels_seen: int) -> tuple[Reason, ...]:
        """Why the search has found a contact, where that is not seen in the columns; `labels_seen` chips are."""
        marks = self.marks(row)
        if marks is None:
            return ()
        owner = self.owner(row)
        named = owner.brief == owner.name  # and not "You"
        return marks.reasons(self.seen if named else self.seen - {Searched.OWNER}, labels_seen)

    @property
    def labels(self) -> LabelIndex:
        """The labels that the rows refer to."""
        return self._labels

    def set_labels(self, labels: LabelIndex) -> None:
        """Use other names and colours for labels."""
        self._labels = labels
        self._marks.forget()
        self._repaint()

    def set_compact(self, on: bool) -> None:
        """Whether rows have one line; the title is then no part of the company's column."""
        self._compact = on
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, int(Column.COMPANY), int(Column.COMPANY))

    def refresh_names(self) -> None:
        """Names of colleagues have become known: what is said of rows that name them is said anew."""
        renamed = {userid for userid, named in self._owners.items() if self._owner_name(userid) != named}
        if renamed:
            for userid in renamed:
                del self._owners[userid]
            self._marks.forget(self._cache.owned_by(renamed))
            self._repaint()

    def owner(self, row: ContactRow) -> Named:
        """How the owner is named."""
        named = self._owners.get(row.owner_id)
        if named is None or not named.known:  # a name that is asked for is looked up
            named = self._owners[row.owner_id] = self._owner_name(row.owner_id)
        return named

    def _repaint(self) -> None:
        if self._ids and self._answered == self._generation:  # the answer that is on its way paints all of it
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(Column) - 1))

    def _drop(self, changed: Iterable[int] | None) -> None:
        rows = None if changed is None else frozenset(changed)
        self._cache.drop(rows)
        self._marks.forget(rows)

    # -- QAbstractTableModel ---------------------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids) + self._placeholders

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self.fetches_more and self._source.has_more

    def fetchMore(self, parent: Index) -> None:
        # rows come as an event when the page is in; this only says that somebody waits for it
        if not parent.isValid():
            self._source.want_more()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.row() >= len(self._ids):
            return Qt.ItemFlag.NoItemFlags
        return _CONTACT_FLAGS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column_title(Column(section), one_line=self._compact)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and COLUMNS[Column(section)].sort is not None:
            return QCoreApplication.translate("Columns", "Click to sort, drag to move")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        row = self.row_at(index.row())
        if row is None:
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return QCoreApplication.translate("ContactTable", "Loading")
            return None
        if role == RowRole:
            return row
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._tooltip(row, column)) or None
        if column is Column.NAME:
            return self.spoken(row)
        return self.text(row, column)

    def text(self, row: ContactRow, column: Column) -> str:
        """What a cell says."""
        if row.state is RowState.UNREADABLE:
            return row.name or self.unreadable_words(row) if column is Column.NAME else ""
        match column:
            case Column.NAME:
                return row.name
            case Column.COMPANY:
                return row.company
            case Column.PHONE:
                return row.phone if row.phone is not None else self.phone_not_shared()
            case Column.LABELS:
                return ", ".join(look.full for look in self._labels.looks(row.label_ids))
            case Column.OWNER:
                return self.owner(row).brief
            case Column.ALIAS:
                return row.alias
            case Column.TITLE:
                return row.title
            case Column.ADDRESS:
                return row.address
            case Column.EMAIL:
                return row.email

    def _tooltip(self, row: ContactRow, column: Column) -> str:
        if row.state is RowState.UNREADABLE:
            return f"{self.unreadable_words(row)}\n{row.reason}"
        if column is Column.NAME:
            found = self._found_by(self.reasons(row, len(row.label_ids)))
            pending = self.pending_words() if row.state is RowState.PENDING else ""
            return "\n".join(part for part in (row.name, row.alias, pending, self.change_words(row), *found) if part)
        if column is Column.COMPANY:
            return "\n".join(part for part in (row.company, row.title) if part)
        if column is Column.OWNER:
            return self.owner(row).full
        if column is Column.LABELS:
            return "\n".join(look.full for look in self._labels.looks(row.label_ids))
        return self.text(row, column)

    def spoken(self, row: ContactRow) -> str:
        """The whole row for a screen reader: who it is, and the labels with their groups."""
        if row.state is RowState.UNREADABLE:
            parts = [row.name, self.unreadable_words(row), row.reason]
        else:
            labels = (look.full for look in self._labels.looks(row.label_ids))
            parts = [row.name, row.alias, row.company, row.title, row.phone or "", *labels]
            if row.state is RowState.PENDING:
                parts.insert(1, self.pending_words())
            marks = self.marks(row)
            parts[1:1] = self._found_by(marks.reasons(_SPOKEN, len(row.label_ids))) if marks is not None else ()
            parts.insert(1, self.change_words(row))
        return ", ".join(part for part in parts if part)

    @staticmethod
    def _found_by(reasons: Iterable[Reason]) -> list[str]:
        found = QCoreApplication.translate("ContactTable", "Found by {field}")
        return [found.format(field=reason.words) for reason in reasons]

    @staticmethod
    def unreadable_words(row: ContactRow) -> str:
        """What stands in place of a contact that could not be understood."""
        return QCoreApplication.translate("ContactTable", "Could not be read")

    @staticmethod
    def pending_words() -> str:
        """What is said of a contact that is shown as it was written, before DingTalk has confirmed it."""
        return QCoreApplication.translate("ContactTable", "Not confirmed yet")

    @staticmethod
    def news_words(row: ContactRow) -> str:
        """What is said of a contact that others have added or changed since the person looked; "" of any other."""
        if row.news is None:
            return ""
        if row.news.kind is NewsKind.NEW:
            return QCoreApplication.translate("ContactTable", "New")
        return QCoreApplication.translate("ContactTable", "Changed")

    @staticmethod
    def changed_fields(row: ContactRow) -> str:
        """Which fields of a contact others have changed; "" where that is not known."""
        known = () if row.news is None else row.news.fields
        # A number with its country is one field to a person
        fields = dict.fromkeys(Field.PHONE if field is Field.COUNTRY else field for field in known)
        titles = (without_key(QCoreApplication.translate("Forms", TITLES[field])) for field in fields)
        return QCoreApplication.translate("ContactTable", ", ").join(titles)

    @staticmethod
    def change_words(row: ContactRow) -> str:
        """As `news_words`, with the fields that have changed."""
        fields = ContactTable.changed_fields(row)
        words = QCoreApplication.translate("ContactTable", "Changed: {fields}")
        return words.format(fields=fields) if fields else ContactTable.news_words(row)

    @staticmethod
    def phone_not_shared() -> str:
        """What stands in place of a phone number that a third-party app does not get."""
        return QCoreApplication.translate("ContactTable", "Not shared by DingTalk")


# joined once: enums of Python are slow, and flags are asked for at each cell that is painted
_CONTACT_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
# what `spoken` tells of a contact anyway
_SPOKEN = frozenset((Searched.NAME, Searched.ALIAS, Searched.COMPANY, Searched.TITLE, Searched.PHONE, Searched.LABEL))
_ROLES = frozenset(
    (
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(RowRole),
    )
)
