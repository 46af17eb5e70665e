"""Paints the rows of the contact table: avatar and two lines, chips with "+n", grey rows for what is on its way.

All rows that are to be painted at once, and not cell by cell as Qt's delegates do: for each cell Qt would ask the model
and the selection a dozen questions in Python, and make an object of everything it tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from addressbook.domain.contact import ContactRow, RowState
from addressbook.domain.search_match import Field
from addressbook.ui import icons, theme
from addressbook.ui.label_chips import LabelChips
from addressbook.ui.marked_text import MarkedText, Spans
from addressbook.ui.models.columns import Column
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.plain_lines import PlainLines
from addressbook.ui.search_marks import NO_SPANS, Reason, RowMarks
from addressbook.ui.widgets import painting

_CACHE_LIMIT = 4_000
_SKELETON_SHARES = (0.62, 0.45, 0.7, 0.52, 0.58)

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


class Line(NamedTuple):
    """A line of the table that is to be painted; without `row` the contact in it is on its way."""

    number: int
    top: int  # in the viewport
    row: ContactRow | None
    selected: bool


class Box(NamedTuple):
    """A place in the viewport. Not a QRect: to ask one for its edges costs more than what is computed of them."""

    x: int
    y: int
    width: int
    height: int


class RowPainter:
    """The view tells it where columns begin and end and which row is pointed at. What is computed is kept."""

    def __init__(self) -> None:
        self.compact = False
        self.hover_row = -1
        self.first_column = int(Column.NAME)
        self.last_column = int(Column.OWNER)
        self.current_row = -1
        self.labels_width = 0  # of their column; 0 when it is not shown
        self._ratio = 1.0
        self._leads: dict[tuple[Reason, int, str], int] = {}
        self._chips = LabelChips()
        self._marked = MarkedText()
        self._plain: dict[str, PlainLines] = {}

    def forget(self) -> None:
        """Drop what was computed: font or colours have changed."""
        self._leads.clear()
        self._chips.forget()
        self._marked.forget()
        self._plain.clear()

    def row_height(self) -> int:
        """Height of a row; follows the font."""
        look = theme.current()
        if self.compact:
            return max(32, look.height("body") + 14)
        return max(52, look.height("body") + look.height("caption") + 18)

    def avatar_size(self) -> int:
        """Width of the avatar, in proportion to the row."""
        return max(22, self.row_height() * 34 // 52) if not self.compact else max(22, self.row_height() - 10)

    # -- painting --------------------------------------------------------------------------------------------

    def paint(
        self,
        painter: QPainter,
        table: ContactTable,
        lines: Sequence[Line],
        columns: Sequence[tuple[Column, int, int]],
        *,
        active: bool,
    ) -> None:
        """Paint these lines of the table in these columns: each with its left edge in the viewport and its width, in
        the order in which they lie beside each other. `active`: the table has the focus."""
        if not columns:
            return
        self._ratio = painter.device().devicePixelRatioF()
        look = theme.current()
        height = self.row_height()
        left = columns[0][1]
        width = columns[-1][1] + columns[-1][2] - left
        rule = look.colour("line")
        for number, top, row, selected in lines:
            if selected:
                painter.fillRect(left, top, width, height, look.colour("selection" if active else "selection_off"))
            elif number == self.hover_row and row is not None:
                painter.fillRect(left, top, width, height, look.colour("hover"))
            painter.fillRect(left, top + height - 1, width, 1, rule)
            marks = table.marks(row) if row is not None else None
            for column, x, wide in columns:
                padding = FIRST_PADDING if column == self.first_column else PADDING
                inner = Box(x + padding, top, wide - padding - PADDING, height - 1)
                if row is None:
                    self._paint_skeleton(painter, inner, number, column)
                else:
                    self._paint_cell(painter, inner, row, column, table, marks)
        for plain in self._plain.values():
            plain.paint(painter)
        focus = look.colour("focus")
        for number, top, _row, selected in lines:
            if selected and columns[0][0] == self.first_column:
                painter.fillRect(left, top, 3, height - 1, focus)
            if number == self.current_row and active:
                self._paint_ring(painter, Box(left, top, width, height), columns)

    def _paint_ring(self, painter: QPainter, box: Box, columns: Sequence[tuple[Column, int, int]]) -> None:
        colour = theme.current().colour("focus")
        x, y, width, height = box
        painter.fillRect(x, y, width, 2, colour)
        painter.fillRect(x, y + height - 2, width, 2, colour)
        if columns[0][0] == self.first_column:
            painter.fillRect(x, y, 2, height, colour)
        if columns[-1][0] == self.last_column:
            painter.fillRect(x + width - 2, y, 2, height, colour)

    def _paint_skeleton(self, painter: QPainter, inner: Box, number: int, column: Column) -> None:
        x, y, width, height = inner
        if column is Column.NAME:
            fill = theme.current().colour("selection_off")
            size = self.avatar_size()
            painting.draw_box(
                painter, QRect(x, y + (height - 1) // 2 - size // 2 + 1, size, size), fill, fill, size / 2
            )
            inner = Box(x + size + 10, y, width - size - 10, height)
        self._paint_bar(painter, inner, number + column)

    @staticmethod
    def _paint_bar(painter: QPainter, inner: Box, which: int) -> None:
        """Stands for text that is on its way."""
        x, y, width, height = inner
        fill = theme.current().colour("selection_off")
        share = _SKELETON_SHARES[which % len(_SKELETON_SHARES)]
        bar = QRect(x, y + (height - 1) // 2 - 4, max(24, int(width * share)), 9)
        painting.draw_box(painter, bar, fill, fill, 4)

    def _paint_cell(
        self,
        painter: QPainter,
        inner: Box,
        row: ContactRow,
        column: Column,
        table: ContactTable,
        marks: RowMarks | None,
    ) -> None:
        if column is Column.NAME:
            self._paint_name(painter, inner, row, table, marks)
        elif column is Column.LABELS:
            found = marks.labels if marks is not None else {}
            self._chips.paint(painter, inner, row.label_ids, table.labels, found, self._ratio)
        elif column is Column.COMPANY:
            first, second = _spans(marks, Field.COMPANY), _spans(marks, Field.TITLE)
            self._paint_lines(painter, inner, row.company, "" if self.compact else row.title, first, second)
        elif column is Column.OWNER:
            owner = table.owner(row)
            if owner.loading:
                self._paint_bar(painter, inner, row.row)
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
        self, painter: QPainter, inner: Box, row: ContactRow, table: ContactTable, marks: RowMarks | None
    ) -> None:
        x, y, width, height = inner
        size = self.avatar_size()
        top = y + (height - size) // 2
        unreadable = row.state is RowState.UNREADABLE
        if unreadable:
            painter.drawPixmap(x + 5, top + 5, icons.pixmap("error", size - 10, "error", self._ratio))
        else:
            painting.draw_avatar(painter, x, top, size, row.userid, row.name)
        inner = Box(x + size + 10, y, width - size - 10, height)
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

    def _paint_hint(self, painter: QPainter, inner: Box) -> int:
        """A lens where there is no second line for the reason, which the tooltip tells. Returns how wide that is."""
        x, y, width, height = inner
        size = theme.current().px(13)
        lens = icons.pixmap("search", size, "link", self._ratio)
        painter.drawPixmap(x + width - 1 - size, y + (height - size) // 2, lens)
        return size + 6

    def _paint_news(self, painter: QPainter, inner: Box, row: ContactRow, two_lines: bool) -> int:
        """ "New" or "Changed" at the end of the name's line; a dot where the name needs the room. Returns its width."""
        look = theme.current()
        x, y, width, height = inner
        words = ContactTable.news_words(row)
        one, two = look.height("body"), look.height("caption")
        top = y + (height - one - (two + 2 if two_lines else 0)) // 2
        wide = round(self._of("caption").width(words))
        right = x + width - 1
        if width > 2.2 * wide and self._of("body").width(row.name) < width - wide - 8:
            self._draw(painter, Box(right - wide, top, wide + 1, one), words, "caption", "link", elide=False)
            return wide + 8
        size = look.px(6)
        colour = look.colour("link")
        dot = QRect(right - size, top + (one - size) // 2, size, size)
        painting.draw_box(painter, dot, colour, colour, size / 2)
        return size + 6

    def _labels_seen(self, row: ContactRow, table: ContactTable) -> int:
        if not self.labels_width:
            return 0
        return self._chips.seen(row.label_ids, self.labels_width - 2 * PADDING, table.labels)

    def _paint_pending(self, painter: QPainter, inner: Box, row: ContactRow, spans: Spans) -> None:
        """A clock at the name and words in the second line: DingTalk has not confirmed yet what is shown."""
        look = theme.current()
        x, y, width, height = inner
        size = look.px(14)
        words = "" if self.compact else ContactTable.pending_words()
        beside = 0
        if width > 3 * size:  # beside the name alone: the words below need the width
            beside = size + 6
            mark = icons.pixmap("clock", size, "muted", self._ratio)
            top = (height - size) // 2 if not words else (height - look.height("caption") - 2 - size) // 2
            painter.drawPixmap(x + width - 1 - size, y + top, mark)
        self._paint_lines(painter, inner, row.name, words, spans, beside=beside)

    def _paint_lines(
        self,
        painter: QPainter,
        inner: Box,
        first: str,
        second: str | Reason,
        first_spans: Spans = NO_SPANS,
        second_spans: Spans = NO_SPANS,
        *,
        beside: int = 0,
    ) -> None:
        """Two lines, or one in the middle; `beside` pixels of the first one are taken."""
        x, y, width, height = inner
        if not second:
            self._draw(painter, Box(x, y, width - beside, height), first, "body", "text", first_spans)
            return
        if not first:
            self._draw_second(painter, inner, second, "body", second_spans)
            return
        look = theme.current()
        one, two = look.height("body"), look.height("caption")
        top = y + (height - one - two - 2) // 2
        self._draw(painter, Box(x, top, width - beside, one), first, "body", "text", first_spans)
        self._draw_second(painter, Box(x, top + one + 2, width, two), second, "caption", second_spans)

    def _draw_second(self, painter: QPainter, box: Box, text: str | Reason, kind: str, spans: Spans) -> None:
        """Muted words, or why the contact was found: a lens, the field's name and the part that matched."""
        if isinstance(text, str):
            self._draw(painter, box, text, kind, "muted", spans)
            return
        look = theme.current()
        x, y, width, height = box
        size = min(look.px(13), height)
        lens = icons.pixmap("search", size, "link", self._ratio)
        painter.drawPixmap(x, y + (height - size + 1) // 2, lens)
        x, width = x + size + 4, width - size - 4
        lead = self._room_of_lead(text, width, kind)
        if lead:
            self._draw(painter, Box(x, y, width, height), text.lead, kind, "muted")
        rest = QRect(x + lead, y, width - lead, height)
        self._marked.draw(painter, rest, text.text, text.spans, kind, look.colour("muted"), filled=not text.reading)

    def _room_of_lead(self, reason: Reason, width: int, kind: str) -> int:
        """How wide the field's name is before a reason; 0 where there is no room for it: the part that matched goes
        first, and tooltip and details name the field."""
        key = (reason, width, kind)
        found = self._leads.get(key)
        if found is None:
            if len(self._leads) > _CACHE_LIMIT:
                self._leads.clear()
            lead = round(self._of(kind).width(reason.lead))
            fits = lead + self._marked.width(*reason.least, kind) <= width
            found = self._leads[key] = lead if fits else 0
        return found

    def _draw(
        self,
        painter: QPainter,
        box: Box,
        text: str,
        kind: str,
        role: str,
        spans: Spans = NO_SPANS,
        *,
        elide: bool = True,
    ) -> None:
        if not text:
            return
        if spans:
            colour = theme.current().colour(role)
            self._marked.draw(painter, QRect(*box), text, spans, kind, colour, whole=not elide)
        else:
            self._of(kind).add(*box, text, role, elide=elide)

    def _of(self, kind: str) -> PlainLines:
        found = self._plain.get(kind)
        if found is None:
            found = self._plain[kind] = PlainLines(kind)
        return found
