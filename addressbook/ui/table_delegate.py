"""Paints the contact table: avatar and two lines, chips with "+n", skeleton rows. What is computed is kept."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from addressbook.domain.contact import ContactRow, RowState
from addressbook.domain.search_match import Field
from addressbook.ui import icons, theme
from addressbook.ui.label_chips import LabelChips
from addressbook.ui.marked_text import MarkedText, Spans
from addressbook.ui.models.columns import Column
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.search_marks import NO_SPANS, Reason, RowMarks
from addressbook.ui.widgets import painting

_CACHE_LIMIT = 4_000
_SKELETON_SHARES = (0.62, 0.45, 0.7, 0.52, 0.58)

# joined and looked up once: enums of Python are slow, and these are needed for each cell that is painted
_ONE_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)

_SELECTED, _ACTIVE = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_Active.value
_COLUMNS = tuple(Column)

PADDING = 8
FIRST_PADDING = 16

FIELDS: dict[Column, Field] = {
    Column.NAME: Field.NAME,
    Column.COMPANY: Field.COMPANY,
    Column.PHONE: Field.PHONE,
    Column.LABELS: Field.LABEL,
    Column.OWNER: Field.OWNER,
    Column.ALIAS: Field.ALIAS,
    Column.TITLE: Field.TITLE,
    Column.ADDRESS: Field.ADDRESS,
    Column.EMAIL: Field.EMAIL,
}


def _spans(marks: RowMarks | None, field: Field) -> Spans:
    return marks.spans(field) if marks is not None else NO_SPANS


class ContactDelegate(QStyledItemDelegate):
    """One delegate for all columns; the view tells it where rows begin and end and which one is pointed at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: ContactTable | None = None  # asked itself: by way of an index each question crosses to Qt and back
        self.compact = False
        self.hover_row = -1
        self.first_column = int(Column.NAME)
        self.last_column = int(Column.OWNER)
        self.current_row = -1
        self.labels_width = 0  # of their column; 0 when it is not shown
        self._elided: dict[tuple[str, int, str], str] = {}
        self._leads: dict[tuple[Reason, int, str], int] = {}
        self._chips = LabelChips()
        self._marked = MarkedText()
        self._metrics: dict[str, QFontMetrics] = {}

    def forget(self) -> None:
        """Drop what was computed: font or colours have changed."""
        self._elided.clear()
        self._leads.clear()
        self._chips.forget()
        self._marked.forget()
        self._metrics.clear()

    def row_height(self) -> int:
        """Height of a row; follows the font."""
        look = theme.current()
        if self.compact:
            return max(32, look.height("body") + 14)
        return max(52, look.height("body") + look.height("caption") + 18)

    def avatar_size(self) -> int:
        """Width of the avatar, in proportion to the row."""
        return max(22, self.row_height() * 34 // 52) if not self.compact else max(22, self.row_height() - 10)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, self.row_height())

    # -- painting --------------------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        line, column = index.row(), index.column()
        look = theme.current()
        table = self.table
        if table is None:
            return
        row = table.row_at(line)
        state = option.state.value
        active = bool(state & _ACTIVE)
        selected = bool(state & _SELECTED) and row is not None
        if selected:
            painter.fillRect(rect, look.colour("selection" if active else "selection_off"))
        elif line == self.hover_row and row is not None:
            painter.fillRect(rect, look.colour("hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.colour("line"))
        if row is None:
            self._paint_skeleton(painter, rect, index)
            return
        self._paint_cell(painter, rect, row, _COLUMNS[column], table)
        if selected and column == self.first_column:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height() - 1, look.colour("focus"))
        if line == self.current_row and active:
            self._paint_ring(painter, rect, column)

    def _paint_ring(self, painter: QPainter, rect: QRect, column: int) -> None:
        colour = theme.current().colour("focus")
        painter.fillRect(rect.x(), rect.y(), rect.width(), 2, colour)
        painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, colour)
        if column == self.first_column:
            painter.fillRect(rect.x(), rect.y(), 2, rect.height(), colour)
        if column == self.last_column:
            painter.fillRect(rect.right() - 1, rect.y(), 2, rect.height(), colour)

    def _inner(self, rect: QRect, column: int) -> QRect:
        left = FIRST_PADDING if column == self.first_column else PADDING
        return rect.adjusted(left, 0, -PADDING, -1)

    def _paint_skeleton(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        inner = self._inner(rect, index.column())
        fill = theme.current().colour("selection_off")
        if index.column() == Column.NAME:
            size = self.avatar_size()
            circle = QRect(inner.x(), inner.center().y() - size // 2 + 1, size, size)
            painting.draw_box(painter, circle, fill, fill, size / 2)
            inner.setLeft(circle.right() + 11)
        self._paint_bar(painter, inner, (index.row() + index.column()) % len(_SKELETON_SHARES))

    @staticmethod
    def _paint_bar(painter: QPainter, inner: QRect, which: int) -> None:
        """Stands for text that is on its way."""
        fill = theme.current().colour("selection_off")
        share = _SKELETON_SHARES[which]
        bar = QRect(inner.x(), inner.center().y() - 4, max(24, int(inner.width() * share)), 9)
        painting.draw_box(painter, bar, fill, fill, 4)

    def _paint_cell(
        self,
        painter: QPainter,
        rect: QRect,
        row: ContactRow,
        column: Column,
        table: ContactTable,
    ) -> None:
        inner = self._inner(rect, int(column))
        marks = table.marks(row)
        if column is Column.NAME:
            self._paint_name(painter, inner, row, table, marks)
        elif column is Column.LABELS:
            found = marks.labels if marks is not None else {}
            self._chips.paint(painter, inner, row.label_ids, table.labels, found)
        elif column is Column.COMPANY:
            first, second = _spans(marks, Field.COMPANY), _spans(marks, Field.TITLE)
            self._paint_lines(painter, inner, row.company, "" if self.compact else row.title, first, second)
        elif column is Column.OWNER:
            owner = table.owner(row)
            if owner.loading:
                self._paint_bar(painter, inner, row.row % len(_SKELETON_SHARES))
            else:
                spans = _spans(marks, Field.OWNER) if owner.brief == owner.name else NO_SPANS
                self._draw(painter, inner, owner.brief, "body", "text" if owner.known else "muted", spans)
        else:
            text = table.text(row, column)
            muted = column is Column.PHONE and row.phone is None
            spans = _spans(marks, FIELDS[column])
            elide = column is not Column.PHONE or muted
            self._draw(painter, inner, text, "body", "muted" if muted else "text", spans, elide=elide)

    def _paint_name(
        self, painter: QPainter, inner: QRect, row: ContactRow, table: ContactTable, marks: RowMarks | None
    ) -> None:
        size = self.avatar_size()
        top = inner.y() + (inner.height() - size) // 2
        unreadable = row.state is RowState.UNREADABLE
        if unreadable:
            mark = icons.pixmap("error", size - 10, "error", painter.device().devicePixelRatioF())
            painter.drawPixmap(inner.x() + 5, top + 5, mark)
        else:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(inner.x(), top, painting.avatar(row.userid, row.name, size, ratio))
        inner = inner.adjusted(size + 10, 0, 0, 0)
        name = _spans(marks, Field.NAME)
        if unreadable:
            words = ContactTable.unreadable_words(row)
            self._paint_lines(painter, inner, row.name or words, "" if self.compact else row.reason or words)
        elif row.state is RowState.PENDING:
            self._paint_pending(painter, inner, row, name)
        else:
            reasons = () if marks is None else table.reasons(row, self._labels_seen(row, table))
            alias = _spans(marks, Field.ALIAS)
            second: str | Reason = "" if self.compact else reasons[0] if reasons else row.alias
            if table.lists_changes and not (self.compact or reasons or alias):
                second = table.changed_fields(row) or second
            beside = 0
            if self.compact and any(not reason.reading for reason in reasons):
                beside = self._paint_hint(painter, inner)
            elif row.news is not None:
                beside = self._paint_news(painter, inner, row, bool(second))
            self._paint_lines(painter, inner, row.name, second, name, alias, beside=beside)

    @staticmethod
    def _paint_hint(painter: QPainter, inner: QRect) -> int:
        """A lens where there is no second line for the reason, which the tooltip tells. Returns how wide that is."""
        size = theme.current().px(13)
        lens = icons.pixmap("search", size, "link", painter.device().devicePixelRatioF())
        painter.drawPixmap(inner.right() - size, inner.y() + (inner.height() - size) // 2, lens)
        return size + 6

    def _paint_news(self, painter: QPainter, inner: QRect, row: ContactRow, two_lines: bool) -> int:
        """ "New" or "Changed" at the end of the name's line; a dot where there is no room. Returns how wide that is."""
        look = theme.current()
        words = ContactTable.news_words(row)
        height, second = look.height("body"), look.height("caption")
        top = inner.y() + (inner.height() - height - (second + 2 if two_lines else 0)) // 2
        wide = self._metric("caption").horizontalAdvance(words)
        if inner.width() > 2.2 * wide:
            place = QRect(inner.right() - wide, top, wide + 1, height)
            self._draw(painter, place, words, "caption", "link", elide=False)
            return wide + 8
        size = look.px(6)
        colour = look.colour("link")
        dot = QRect(inner.right() - size, top + (height - size) // 2, size, size)
        painting.draw_box(painter, dot, colour, colour, size / 2)
        return size + 6

    def _labels_seen(self, row: ContactRow, table: ContactTable) -> int:
        if not self.labels_width:
            return 0
        return self._chips.seen(row.label_ids, self.labels_width - 2 * PADDING, table.labels)

    def _paint_pending(self, painter: QPainter, inner: QRect, row: ContactRow, spans: Spans) -> None:
        """A clock at the name and words in the second line: DingTalk has not confirmed yet what is shown."""
        look = theme.current()
        size = look.px(14)
        words = "" if self.compact else ContactTable.pending_words()
        beside = 0
        if inner.width() > 3 * size:  # beside the name alone: the words below need the width
            beside = size + 6
            mark = icons.pixmap("clock", size, "muted", painter.device().devicePixelRatioF())
            top = (
                (inner.height() - size) // 2 if not words else (inner.height() - look.height("caption") - 2 - size) // 2
            )
            painter.drawPixmap(inner.right() - size, inner.y() + top, mark)
        self._paint_lines(painter, inner, row.name, words, spans, beside=beside)

    def _paint_lines(
        self,
        painter: QPainter,
        inner: QRect,
        first: str,
        second: str | Reason,
        first_spans: Spans = NO_SPANS,
        second_spans: Spans = NO_SPANS,
        *,
        beside: int = 0,
    ) -> None:
        """Two lines, or one in the middle; `beside` pixels of the first one are taken."""
        if not second:
            self._draw(painter, inner.adjusted(0, 0, -beside, 0), first, "body", "text", first_spans)
            return
        if not first:
            self._draw_second(painter, inner, second, "body", second_spans)
            return
        look = theme.current()
        one, two = look.height("body"), look.height("caption")
        top = inner.y() + (inner.height() - one - two - 2) // 2
        self._draw(painter, QRect(inner.x(), top, inner.width() - beside, one), first, "body", "text", first_spans)
        below = QRect(inner.x(), top + one + 2, inner.width(), two)
        self._draw_second(painter, below, second, "caption", second_spans)

    def _draw_second(self, painter: QPainter, rect: QRect, text: str | Reason, kind: str, spans: Spans) -> None:
        """Muted words, or why the contact was found: a lens, the field's name and the part that matched."""
        if isinstance(text, str):
            self._draw(painter, rect, text, kind, "muted", spans)
            return
        look = theme.current()
        size = min(look.px(13), rect.height())
        lens = icons.pixmap("search", size, "link", painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.x(), rect.y() + (rect.height() - size + 1) // 2, lens)
        rect = rect.adjusted(size + 4, 0, 0, 0)
        lead = self._room_of_lead(text, rect.width(), kind)
        if lead:
            self._draw(painter, rect, text.lead, kind, "muted")
            rect.setLeft(rect.left() + lead)
        self._marked.draw(painter, rect, text.text, text.spans, kind, look.colour("muted"), filled=not text.reading)

    def _room_of_lead(self, reason: Reason, width: int, kind: str) -> int:
        """How wide the field's name is before a reason; 0 where there is no room for it: the part that matched goes
        first, and tooltip and details name the field."""
        key = (reason, width, kind)
        found = self._leads.get(key)
        if found is None:
            if len(self._leads) > _CACHE_LIMIT:
                self._leads.clear()
            lead = self._metric(kind).horizontalAdvance(reason.lead)
            fits = lead + self._marked.width(*reason.least, kind) <= width
            found = self._leads[key] = lead if fits else 0
        return found

    def _draw(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        kind: str,
        role: str,
        spans: Spans = NO_SPANS,
        *,
        elide: bool = True,
    ) -> None:
        if not text:
            return
        look = theme.current()
        if spans:
            self._marked.draw(painter, rect, text, spans, kind, look.colour(role), whole=not elide)
            return
        painter.setFont(look.font(kind))
        painter.setPen(look.colour(role))
        if elide:
            text = self._elide(text, rect.width(), kind)
        painter.drawText(rect, _ONE_LINE, text)

    def _elide(self, text: str, width: int, kind: str) -> str:
        key = (text, width, kind)
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) > _CACHE_LIMIT:
                self._elided.clear()
            # a very long name is cut first: measuring thousands of characters is what costs
            flat = " ".join(text[:500].split()) if "\n" in text or len(text) > 500 else text
            found = self._metric(kind).elidedText(flat, Qt.TextElideMode.ElideRight, width)
            self._elided[key] = found
        return found

    def _metric(self, kind: str) -> QFontMetrics:
        found = self._metrics.get(kind)
        if found is None:
            found = self._metrics[kind] = QFontMetrics(theme.current().font(kind))
        return found
