"""The labels of a row as chips: as many whole ones as fit, then "+n". What is laid out is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap

from addressbook.ui import theme
from addressbook.ui.colours import ChipColours
from addressbook.ui.marked_text import Spans
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.widgets import painting

_CACHE_LIMIT = 4_000


@dataclass(frozen=True, slots=True)
class _Chip:
    x: int
    width: int
    text: str
    colours: ChipColours | None  # None: the "+n" box
    whole: bool = True
    plain: dict[float, QPixmap] = field(default_factory=dict, compare=False)  # without marks, by the screen's ratio


class LabelChips:
    """Lays out and paints the chips of rows."""

    def __init__(self) -> None:
        self._chips: dict[tuple[tuple[int, ...], int], list[_Chip]] = {}
        self._labels: LabelIndex | None = None  # the labels that the chips show

    def forget(self) -> None:
        """Drop what was computed: font or colours have changed."""
        self._chips.clear()

    def seen(self, label_ids: tuple[int, ...], width: int, labels: LabelIndex) -> int:
        """How many of the labels are shown whole, from the first on."""
        chips = self._laid(label_ids, width, labels)
        return sum(chip.colours is not None and chip.whole for chip in chips)

    def paint(
        self,
        painter: QPainter,
        inner: tuple[int, int, int, int],
        label_ids: tuple[int, ...],
        labels: LabelIndex,
        marked: Mapping[int, Spans],
        ratio: float,
    ) -> None:
        """The chips in a cell (x, y, width, height); `marked` parts of labels, by their place among them."""
        x, y, width, height = inner
        high = painting.chip_height()
        top = y + (height - high) // 2
        for place, chip in enumerate(self._laid(label_ids, width, labels)):
            spans = marked.get(place, ()) if chip.whole and chip.colours is not None else ()
            picture = chip.plain.get(ratio) if not spans else None
            if picture is None:
                colours = chip.colours or self._more()
                picture = painting.chip_picture(chip.text, colours, chip.width, high, ratio, spans)
                if not spans:
                    chip.plain[ratio] = picture
            painter.drawPixmap(x + chip.x, top, picture)

    @staticmethod
    def _more() -> ChipColours:
        look = theme.current()
        base, line = look.colour("base"), look.colour("line")
        return ChipColours(base, line, look.colour("muted"), base, line)

    def _laid(self, label_ids: tuple[int, ...], width: int, labels: LabelIndex) -> list[_Chip]:
        if labels is not self._labels:
            self._labels = labels
            self._chips.clear()
        key = (label_ids, width)
        chips = self._chips.get(key)
        if chips is None:
            if len(self._chips) > _CACHE_LIMIT:
                self._chips.clear()
            chips = self._chips[key] = self._lay_out(label_ids, width, labels)
        return chips

    @staticmethod
    def _lay_out(label_ids: tuple[int, ...], width: int, labels: LabelIndex) -> list[_Chip]:
        """As many whole chips as fit, then "+n"; the first may be elided so that "+n" always shows."""
        looks = labels.looks(label_ids)
        look = theme.current()
        chips: list[_Chip] = []
        x = 0
        for place, label in enumerate(looks):
            left = len(looks) - place - 1
            more = painting.chip_width(f"+{left}") - 4 + painting.CHIP_GAP if left else 0
            room = width - x - more
            wide = painting.chip_width(label.text)
            text = label.text
            if wide > room:
                if place > 0:
                    chips.append(_Chip(x, painting.chip_width(f"+{left + 1}") - 4, f"+{left + 1}", None))
                    return chips
                wide = max(room, 28)
                metrics = QFontMetrics(look.font("caption"))
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide - 16)
            chips.append(_Chip(x, wide, text, look.chip_colours(label.argb), text == label.text))
            x += wide + painting.CHIP_GAP
        return chips
