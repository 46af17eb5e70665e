"""Marked text: cut so that what was found is seen, in any script, and painted where the letters are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from addressbook.ui import theme
from addressbook.ui.marked_text import MarkedText, cut, joined, units
from addressbook.ui.widgets.text_block import TextBlock


def wide(text, spans):
    """Each letter takes one, a marked one two."""
    return len(text) + sum(end - first for first, end in spans)


def marked(text, spans):
    return [text[first:end] for first, end in spans]


@pytest.mark.parametrize(
    ("text", "spans", "width", "shown", "parts"),
    [
        ("Zoe Sanders", ((0, 1), (4, 5)), 13, "Zoe Sanders", ["Z", "S"]),
        ("Zoe Sanders", ((0, 1), (4, 5)), 9, "Zoe Sa…", ["Z", "S"]),
        ("Room 1208, 66 Jianghan Road", ((14, 22),), 100, "Room 1208, 66 Jianghan Road", ["Jianghan"]),
        ("Room 1208, 66 Jianghan Road", ((23, 27),), 16, "…anghan Road", ["Road"]),
        ("Room 1208, 66 Jianghan Road, Wuhan, Hubei", ((14, 22),), 25, "…8, 66 Jianghan …", ["Jianghan"]),
        ("needle in a haystack", ((0, 6),), 5, "ne…", ["ne"]),
        ("needle in a haystack", ((0, 6),), 12, "needle", ["needle"]),
        ("a haystack with a needle in it", ((18, 24),), 13, "…needle", ["needle"]),
        ("a haystack with a needle in it", ((18, 24),), 6, "…ne…", ["ne"]),
        ("", (), 5, "", []),
    ],
)
def test_a_text_is_cut_so_that_the_first_part_is_seen(text, spans, width, shown, parts):
    found, places = cut(text, spans, width, wide)
    assert wide(found, places) <= width
    assert found == shown
    assert marked(found, places) == parts


@given(st.text(max_size=400), st.data())
def test_whatever_is_cut_the_parts_stay_the_letters_they_were(text, data):
    places = st.integers(0, len(text))
    spans = joined(tuple(tuple(sorted(data.draw(st.tuples(places, places)))) for _ in range(3)))
    width = data.draw(st.integers(4, 300))
    shown, parts = cut(text, spans, width, wide)
    assert wide(shown, parts) <= max(width, 4)
    assert list(parts) == sorted(parts)
    for part in marked(shown, parts):
        assert part
        assert part.strip("…") in text
    if spans and wide("…" + text[slice(*spans[0])], ((1, 1 + spans[0][1] - spans[0][0]),)) <= width:
        assert marked(shown, parts)[0] == text[slice(*spans[0])], "there was room for all of it"


def test_parts_that_touch_or_overlap_are_one():
    assert joined(((4, 6), (0, 2), (2, 3), (5, 9), (7, 7))) == ((0, 3), (4, 9))
    assert joined(()) == ()


def test_places_are_counted_as_qt_does():
    assert units("🎈🎈 ab", 3) == 5
    assert units("张三") == 2


@pytest.mark.parametrize("text", ["🎈🎈 Party Shop", "محمد علي", "张三", "Ann\nLee", "e\u0301te\u0301"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_ground_of_a_part_lies_behind_its_letters(qapp, text, mode):
    look = theme.current()
    look.apply(mode)
    try:
        image = QImage(200, 30, QImage.Format.Format_RGB32)
        image.fill(look.colour("base"))
        painter = QPainter(image)
        end = len(text)
        MarkedText().draw(painter, QRect(5, 0, 190, 30), text, ((end - 2, end),), "body", look.colour("text"))
        painter.end()
        match = look.colour("match").rgb()
        filled = [x for x in range(200) if any(image.pixel(x, y) == match for y in range(30))]
        assert filled, "nothing is marked"
        wide = theme.current().height("body") * 2.6
        assert 0 < filled[-1] - filled[0] < wide, "more than two letters are marked"
    finally:
        look.apply("system")


async def test_marks_of_the_details_follow_the_theme_and_are_never_copied(qtbot):
    block = TextBlock("E-mail")
    qtbot.addWidget(block)
    block.set_text("🎈ann.lee@example.org", breaks_after="@.", marks=((1, 8),))
    look = theme.current()
    try:
        for mode in ("dark", "light"):
            look.apply(mode)
            cursor = block.textCursor()
            cursor.setPosition(4)
            assert cursor.charFormat().background().color() == look.colour("match")
            assert cursor.charFormat().fontUnderline()
    finally:
        look.apply("system")
    assert block.toPlainText() == "🎈ann.lee@example.org"
    block.selectAll()
    mime = block.createMimeDataFromSelection()
    assert mime.text() == "🎈ann.lee@example.org"
    assert not mime.hasHtml()
    block.set_text("🎈ann.lee@example.org", breaks_after="@.")
    cursor = block.textCursor()
    cursor.setPosition(4)
    assert not cursor.charFormat().fontUnderline()
