"""One line of text with parts marked that a search has found: cut so that they are seen, and painted.

A mark is told by fill, bold letters and a line below it: never by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from addressbook.ui import theme
from addressbook.ui.plain_text import is_tall, one_line

if TYPE_CHECKING:  # each of these brings enums, 3 ms to make, and no start shows marks
    from PySide6.QtGui import QTextCharFormat, QTextLayout

Spans = tuple[tuple[int, int], ...]
"""First and last-plus-one of each part, in characters; in order, not touching each other."""

_CACHE_LIMIT = 1_000
_LONGEST = 300  # characters that are measured around a part
_BEFORE = 6  # characters shown before a part, where there is room for it
_CUT = "…"
_WIDE = 1 << 20


def joined(spans: Spans) -> Spans:
    """The same parts in order, with those joined that overlap or touch."""
    result: list[tuple[int, int]] = []
    for first, end in sorted(spans):
        if result and first <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif end > first:
            result.append((first, end))
    return tuple(result)


def moved(spans: Spans, by: int) -> Spans:
    """The same parts where the text stands `by` characters further on."""
    return tuple((first + by, end + by) for first, end in spans)


def _clipped(spans: Spans, first: int, end: int) -> Spans:
    return tuple((max(a, first), min(b, end)) for a, b in spans if a < end and b > first)


def cut(
    text: str, spans: Spans, width: float, measure: Callable[[str, Spans], float], narrowest: float = 1.0
) -> tuple[str, Spans]:
    """As much of `text` as fits into `width` by `measure`, and where its parts stand then.

    Cut at the end as long as the first part is seen whole; else at the beginning, so that it is. No letter is narrower
    than `narrowest`: what could not fit in any case is not measured, which is what costs.
    """
    most = min(_LONGEST, int(width / narrowest) + 8)
    start = max(0, spans[0][0] - most // 2) if spans and spans[0][1] > most else 0
    if start or len(text) > most:
        end = start + 2 * most
        spans = moved(_clipped(spans, start, end), -start)
        text = text[start:end] + _CUT * (len(text) > end)
        if start:
            text, spans = _CUT + text, moved(spans, 1)
    if measure(text, spans) <= width:
        return text, spans

    def piece(first: int, end: int, sign: str = _CUT) -> tuple[str, Spans]:
        before, behind = _CUT * (first > 0), sign * (end < len(text))
        return before + text[first:end] + behind, moved(_clipped(spans, first, end), len(before) - first)

    def fits(first: int, end: int, sign: str = _CUT) -> bool:
        return measure(*piece(first, end, sign)) <= width

    begins, ends = spans[0] if spans else (0, 0)
    end = _last(0, len(text), lambda n: fits(0, n))
    if end >= ends:
        return piece(0, end)
    first = len(text) - _last(0, len(text), lambda n: fits(len(text) - n, len(text)))
    if first <= begins:
        return piece(first, len(text))
    first = max(0, begins - _BEFORE)
    if not fits(first, ends):
        first = begins
    if not fits(first, ends) and fits(first, ends, ""):
        return piece(first, ends, "")  # rather all of the part than a sign that more comes behind it
    return piece(first, _last(first, len(text), lambda n: fits(first, n)))


def _last(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The last number up to `high` for which `holds`; `low` where it holds for none."""
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low


@dataclass(frozen=True, slots=True)
class _Laid:
    """A text ready to be painted."""

    layout: QTextLayout
    width: float
    tall: bool  # see plain_text.is_tall
    fills: tuple[QRectF, ...]


class MarkedText:
    """Paints marked lines; keeps what was laid out until `forget`."""

    def __init__(self) -> None:
        self._laid: dict[tuple[str, Spans, int, str, bool], _Laid] = {}
        self._metrics: dict[tuple[str, bool], QFontMetricsF] = {}

    def forget(self) -> None:
        """Drop what was computed: font or colours have changed."""
        self._laid.clear()
        self._metrics.clear()

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        spans: Spans,
        kind: str,
        colour: QColor,
        *,
        filled: bool = True,
        centred: bool = False,
        whole: bool = False,
    ) -> None:
        """Paint `text` in a font kind, level with the middle of `rect`; if not `whole`, cut so that the first part is
        seen.

        Without `filled` the parts are bold in the colour of text only, as letters of a reading are.
        """
        key = (text, spans, _WIDE if whole else rect.width(), kind, filled)
        laid = self._laid.get(key)
        if laid is None:
            if len(self._laid) > _CACHE_LIMIT:
                self._laid.clear()
            laid = self._laid[key] = self._lay_out(text, spans, key[2], kind, filled=filled)
        aside = (rect.width() - laid.width) / 2 if centred else 0.0
        at = QPointF(rect.x() + aside, rect.y() + (rect.height() - laid.layout.boundingRect().height()) / 2)
        draw_fills(painter, tuple(fill.translated(at) for fill in laid.fills))
        painter.setPen(colour)
        if laid.tall:
            painter.save()
            painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        laid.layout.draw(painter, at)
        if laid.tall:
            painter.restore()

    def width(self, text: str, spans: Spans, kind: str) -> float:
        """How wide `text` is with these parts bold."""
        total, done = 0.0, 0
        for first, end in spans:
            total += self._metric(kind, bold=False).horizontalAdvance(text[done:first])
            total += self._metric(kind, bold=True).horizontalAdvance(text[first:end])
            done = end
        return total + self._metric(kind, bold=False).horizontalAdvance(text[done:])

    def _metric(self, kind: str, *, bold: bool) -> QFontMetricsF:
        found = self._metrics.get((kind, bold))
        if found is None:
            font = QFont(theme.current().font(kind))
            if bold:
                font.setWeight(QFont.Weight.Bold)
            found = self._metrics[kind, bold] = QFontMetricsF(font)
        return found

    def _lay_out(self, text: str, spans: Spans, width: int, kind: str, *, filled: bool) -> _Laid:
        from PySide6.QtGui import QTextLayout, QTextOption

        flat = one_line(text)  # places stay what they were
        thin = max(1.0, self._metric(kind, bold=False).horizontalAdvance("i") - 1)
        shown, parts = cut(flat, spans, width, lambda text, spans: self.width(text, spans, kind), thin)
        layout = QTextLayout(shown, theme.current().font(kind))
        # a painted line begins at the left whatever its script, as the others of the table do
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        form = mark_format(filled=filled)
        formats = []
        for first, end in parts:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = units(shown, first), units(shown[first:end]), form
            formats.append(part)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_WIDE)
        layout.endLayout()
        fills = []
        if filled:
            plain = self._metric(kind, bold=False)  # a line is higher where letters come from another font
            top = line.y() + line.ascent() - plain.ascent()
            for part in formats:
                for run in line.glyphRuns(part.start, part.length):  # several where directions change
                    box = run.boundingRect()
                    fills.append(QRectF(box.x() - 1, top, box.width() + 2, plain.height()))
        return _Laid(layout, line.naturalTextWidth(), is_tall(shown), tuple(fills))


def units(text: str, end: int | None = None) -> int:
    """How many UTF-16 units, which Qt counts in, the first `end` characters have."""
    part = text if end is None else text[:end]
    return len(part) + sum(letter > "\uffff" for letter in part)


def mark_format(*, filled: bool = True) -> QTextCharFormat:
    """How the letters of a part look; what lies behind them is drawn by `draw_fills`."""
    from PySide6.QtGui import QTextCharFormat

    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setForeground(theme.current().colour("match_text" if filled else "text"))
    return form


def draw_fills(painter: QPainter, fills: tuple[QRectF, ...]) -> None:
    """The ground of marked parts, with a line at its foot."""
    if not fills:
        return
    look = theme.current()
    line = QColor(look.colour("match_text"))
    line.setAlphaF(0.6)
    ground = look.colour("match")
    for fill in fills:
        # two plain boxes look like one with round corners, at a tenth of its cost: there are dozens of them
        painter.fillRect(fill.adjusted(1, 0, -1, 0), ground)
        painter.fillRect(fill.adjusted(0, 1, 0, -1), ground)
        painter.fillRect(QRectF(fill.x(), round(fill.bottom()) - 1.5, fill.width(), 1.5), line)
