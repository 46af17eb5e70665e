"""What is painted of rows: fetched as they are needed, cut where they must be, and as Qt would paint them."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from addressbook.domain.contact import ContactRow
from addressbook.domain.label import Label, LabelGroup
from addressbook.ui import theme
from addressbook.ui.label_chips import LabelChips
from addressbook.ui.marked_text import MarkedText
from addressbook.ui.models.columns import Column
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.models.row_cache import RowCache
from addressbook.ui.plain_lines import PlainLines
from addressbook.ui.row_painter import PADDING
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import settled

FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
IDS = array("i", range(1, 1001))


class Source:
    has_more = False

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def rows(self, ids):
        self.asked.append(list(ids))
        return {number: _row(number) for number in ids if number != 500}

    def want_more(self) -> None:
        pass


def _row(number: int) -> ContactRow:
    return ContactRow(number, str(number), f"Name {number}", "", "", "", "", "", "", str(number % 3), ())


def test_who_drags_the_scroll_bar_has_fetched_what_is_seen_and_no_more():
    source = Source()
    cache = RowCache(source)
    for first in (0, 300, 900):
        assert [row.row for row in cache.between(IDS, first, first + 69)] == list(IDS[first : first + 70])
    assert source.asked == [list(IDS[first : first + 70]) for first in (0, 300, 900)]


def test_who_scrolls_has_fetched_what_comes_next():
    source = Source()
    cache = RowCache(source)
    for first in range(0, 40, 2):
        assert [row.row for row in cache.between(IDS, first, first + 13)] == list(IDS[first : first + 14])
    assert len(source.asked) == 2
    assert cache.between(IDS, 1, 0) == []


def test_a_contact_that_is_gone_is_none_and_what_changed_is_fetched_again():
    source = Source()
    cache = RowCache(source)
    assert [row is None for row in cache.between(IDS, 498, 500)] == [False, True, False]
    assert cache.owned_by({"0"}) == {501}
    cache.drop({501, 7})
    assert cache.at(IDS, 500).row == 501
    assert len(source.asked) == 2


def _painted(paint) -> QImage:
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        paint(painter)
    return image


@pytest.mark.parametrize("kind", ["body", "caption"])
@pytest.mark.parametrize(
    "text",
    [
        "AVAVA To 138-0013",
        "上海国际贸易有限公司北京分公司第一营业部",
        "مرحبا بالعالم",
        "x" * 600,
        "W" * 40,
        "é and é",
        "a\tb",
    ],
)
@pytest.mark.parametrize("width", [60, 250])
def test_a_line_looks_as_qt_itself_paints_it(qapp, kind, text, width):
    look = theme.current()
    box = QRect(4, 5, width, 41)
    lines = PlainLines(kind)

    def ours(painter: QPainter) -> None:
        lines.add(*box.getRect(), text, "text")
        lines.paint(painter)

    def theirs(painter: QPainter) -> None:
        painter.setFont(look.font(kind))
        painter.setPen(look.colour("text"))
        cut = QFontMetrics(look.font(kind)).elidedText(text[:500], Qt.TextElideMode.ElideRight, width)
        if cut != text and text.startswith("م"):
            cut += "\u200f"  # Qt would put the "…" at its beginning
        painter.drawText(box, FLAGS, cut)

    assert _painted(ours) == _painted(theirs)
    assert _painted(ours) == _painted(ours), "what was painted is not painted again"


def test_a_line_that_may_not_be_cut_stays_in_its_box(qapp):
    lines = PlainLines("body")

    def paint(painter: QPainter) -> None:
        lines.add(10, 5, 40, 41, "+86 138 0013 8000", "text", elide=False)
        lines.paint(painter)

    image = _painted(paint)
    outside = image.copy(50, 0, 250, 60)
    assert outside == _painted(lambda _: None).copy(50, 0, 250, 60)
    assert image != _painted(lambda _: None)


@pytest.mark.parametrize("kind", ["body", "caption"])
@pytest.mark.parametrize("text", ["Lingyun gypsy 凌云", "gypsy 凌云" * 20])
def test_letters_below_the_line_are_whole_beside_those_of_another_script(qapp, kind, text):
    lines, high = PlainLines(kind), theme.current().height(kind)
    top = (60 - high) // 2

    def paint(painter: QPainter, y: int, height: int) -> None:
        lines.add(4, y, 200, height, text, "text")
        lines.paint(painter)

    assert _painted(lambda painter: paint(painter, top, high)) == _painted(
        lambda painter: paint(painter, top - 9, high + 18)
    )


def test_the_chip_that_counts_the_labels_left_out_is_never_marked(qapp):
    labels = LabelIndex(
        [LabelGroup("Kind", 0xFF336699 - (1 << 32), tuple(Label(n, f"Label {n}") for n in range(1, 6)))]
    )
    chips = LabelChips()

    def paint(found):
        return _painted(lambda painter: chips.paint(painter, (0, 0, 90, 40), (1, 2, 3, 4), labels, found, 1.0))

    seen = chips.seen((1, 2, 3, 4), 90, labels)
    assert seen < 4
    plain = paint({})
    assert paint({seen: ((0, 1),), 3: ((0, 1),)}) == plain
    assert paint({0: ((0, 2),)}) != plain
    assert paint({}) == plain


HEAP = "Zoe e" + "\u0301\u0323" * 200


@pytest.mark.parametrize("spans", [(), ((0, 3),)], ids=["plain", "marked"])
def test_marks_heaped_upon_a_letter_stay_in_their_line(qapp, spans):
    def paint(painter: QPainter) -> None:
        box = QRect(4, 20, 200, 20)
        if spans:
            MarkedText().draw(painter, box, HEAP, spans, "body", theme.current().colour("text"))
        else:
            lines = PlainLines("body")
            lines.add(*box.getRect(), HEAP, "text")
            lines.add(220, 0, 60, 60, "after", "text")  # nothing of the clip is left
            lines.paint(painter)

    image, empty = _painted(paint), _painted(lambda _: None)
    assert image.copy(4, 20, 200, 20) != empty.copy(4, 20, 200, 20)
    for above_or_below in (QRect(0, 0, 205, 12), QRect(0, 48, 205, 12)):
        assert image.copy(above_or_below) == empty.copy(above_or_below)
    if not spans:
        assert image.copy(220, 0, 60, 60) != empty.copy(220, 0, 60, 60)


@pytest.mark.parametrize("spans", [(), ((0, 3),)], ids=["plain", "marked"])
def test_a_text_is_not_taken_for_several(qapp, spans):
    """Of texts with U+009C between them Qt shows the one that fits."""

    def paint(painter: QPainter, text: str) -> None:
        if spans:
            MarkedText().draw(painter, QRect(4, 20, 90, 20), text, spans, "body", theme.current().colour("text"))
        else:
            lines = PlainLines("body")
            lines.add(4, 20, 90, 20, text, "text")
            lines.paint(painter)

    one, other = "Zoe\x9cSanders the Second", "Zoe Sanders the Second"
    assert _painted(lambda painter: paint(painter, one)) == _painted(lambda painter: paint(painter, other))


@pytest.mark.parametrize(("text", "left"), [("שלום " * 30, True), ("زيد " * 30, True), ("hello " * 30, False)])
@pytest.mark.parametrize("width", range(60, 80, 3))
def test_what_is_cut_is_cut_at_its_end(qapp, text, left, width):
    lines = PlainLines("body")
    lines.add(0, 0, width, 60, text, "text")
    image = _painted(lines.paint)
    inked = [x for x in range(width) if any(image.pixelColor(x, y).lightness() < 128 for y in range(image.height()))]
    edge = range(inked[0], inked[0] + 8) if left else range(inked[-1] - 7, inked[-1] + 1)
    heights = {y for x in edge for y in range(60) if image.pixelColor(x, y).lightness() < 128}
    assert max(heights) - min(heights) <= 3, "dots"


async def test_columns_that_were_moved_show_what_their_headings_say(open_page):
    page = open_page(FakeBook(30), size=(1600, 800))
    await settled(page)
    view = page.view
    view.choose_line(2)
    header = view.horizontalHeader()
    columns = [Column.COMPANY, Column.PHONE, Column.LABELS, Column.OWNER]

    def cells():
        picture, high = view.viewport().grab().toImage(), view.rowHeight(0)
        return {
            column: picture.copy(view.columnViewportPosition(column) + PADDING, 4, 90, 5 * high) for column in columns
        }

    for column in columns:
        header.resizeSection(column, 200)
    before = cells()
    header.moveSection(header.visualIndex(Column.OWNER), 1)
    header.moveSection(header.visualIndex(Column.COMPANY), 4)
    assert [header.logicalIndex(place) for place in range(1, 5)] == [
        Column.OWNER,
        Column.PHONE,
        Column.LABELS,
        Column.COMPANY,
    ]
    after = cells()
    assert all(after[column] == before[column] for column in columns)
    assert len({bytes(picture.constBits()) for picture in after.values()}) == 4


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
async def test_rows_are_whole_in_whatever_direction_one_reads(open_page, direction):
    page = open_page(FakeBook(30))
    await settled(page)
    page.window().setLayoutDirection(direction)
    view = page.view
    view.choose_line(2)
    view.viewport().setFocus()
    names, owners = view.columnViewportPosition(Column.NAME), view.columnViewportPosition(Column.OWNER)
    assert (names > owners) == (direction is Qt.LayoutDirection.RightToLeft)
    picture = view.viewport().grab().toImage()
    above = view.rowViewportPosition(2) + 5
    colours = {picture.pixelColor(x, above).name() for x in range(10, view.viewport().width() - 10)}
    assert colours <= {theme.current().colour(role).name() for role in ("selection", "selection_off")}
    at = view.columnViewportPosition(Column.PHONE) + PADDING
    number = picture.copy(at, above, 130, view.rowHeight(2) - 12)
    page.window().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    at = view.columnViewportPosition(Column.PHONE) + PADDING
    assert number == view.viewport().grab().toImage().copy(at, above, 130, view.rowHeight(2) - 12)
