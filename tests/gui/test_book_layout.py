"""What the book page leaves out in small windows and brings back in large ones."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from addressbook.services.events import WritingAllowed
from addressbook.services.session_kind import ReadOnlyReason
from addressbook.ui.actions import Act
from addressbook.ui.models.columns import Column
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import act, settled
from tests.helpers.wait import until


@pytest.mark.parametrize("width", [800, 900, 1000, 1059, 1060, 1100, 1130, 1180, 1280, 1600])
async def test_the_usual_columns_fit_at_each_width(open_page, width):
    page = open_page(FakeBook(30), size=(width, 700))
    await settled(page)
    assert page.view.horizontalScrollBar().maximum() == 0
    for column in (Column.NAME, Column.PHONE, Column.COMPANY, Column.LABELS):
        assert not page.view.isColumnHidden(column)
    assert page.view.isColumnHidden(Column.OWNER) == (page.view.viewport().width() < 618)
    if width >= 1060:
        assert page.detail.width() >= 288


async def test_panes_are_as_wide_as_they_were_designed(open_page, settings):
    page = open_page(FakeBook(30))
    await settled(page)
    assert (page.sidebar.width(), page.detail.width()) == (224, 320)
    page.panes.moveSplitter(300, 1)
    page.panes.moveSplitter(850, 2)
    settings.change(splitter=page.panes.state())
    again = open_page(FakeBook(30))
    await settled(again)
    assert again.panes.sizes() == page.panes.sizes()


async def test_columns_that_a_person_adds_are_wide_enough_to_read(open_page):
    page = open_page(FakeBook(30))
    await settled(page)
    page.view.set_column_shown(Column.ALIAS, True)
    page.view.set_column_shown(Column.EMAIL, True)
    assert page.view.columnWidth(Column.EMAIL) >= 160
    assert page.view.columnWidth(Column.COMPANY) >= 160
    await until(lambda: page.view.horizontalScrollBar().maximum() > 0)


async def test_the_same_rows_are_in_sight_when_they_become_compact(open_page):
    page = open_page(FakeBook(400))
    await settled(page)
    view = page.view
    tall = view.rowHeight(0)
    view.verticalScrollBar().setValue(100 * tall)
    view.set_compact(True)
    assert view.rowHeight(0) < tall
    assert view.rowAt(1) == 100
    view.choose_line(view.rowAt(view.viewport().height() - 5))
    view.set_compact(False)
    assert view.current_in_sight()


async def test_compact_rows_have_the_title_in_a_column(open_page):
    page = open_page(FakeBook(30), size=(1600, 800))
    await settled(page)
    act(page, Act.COMPACT)
    assert not page.view.isColumnHidden(Column.TITLE)
    header = page.table.headerData
    assert header(Column.COMPANY, Qt.Orientation.Horizontal) == "Company"
    act(page, Act.COMPACT)
    assert page.view.isColumnHidden(Column.TITLE)
    assert header(Column.COMPANY, Qt.Orientation.Horizontal) == "Company and title"


@pytest.mark.parametrize(
    ("size", "handle", "at", "widths"),
    [
        ((800, 600), 1, 190, (224, 320)),
        ((800, 600), 1, 240, (224, 320)),
        ((1000, 700), 1, 260, (260, 320)),
        ((1080, 700), 2, 700, (224, 320)),
        ((1280, 800), 2, 850, (224, 429)),
    ],
)
async def test_widths_of_a_small_window_are_not_those_of_a_large_one(open_page, settings, size, handle, at, widths):
    """Where a pane has no choice how wide it is, nobody has chosen that."""
    page = open_page(FakeBook(10), size=size)
    await settled(page)
    page.panes.moveSplitter(at, handle)
    for width in (700, 1080, 1500):
        page.window().resize(width, 800)
    await until(lambda: page.panes.sizes()[::2] == list(widths), f"{widths}, not {page.panes.sizes()}")
    again = open_page(FakeBook(10), size=(1500, 800))
    await settled(again)
    assert again.panes.sizes() == page.panes.sizes()
    for damaged in ("", "x 3", "12", "-1 -1", "1 2 3", "AAAA/wAAAAEAAAADAAAA4AAAA"):
        again.panes.restore(damaged)
        assert again.panes.sizes() == page.panes.sizes()
    again.panes.restore("99999 0")
    assert again.panes.sizes() == [320, 1499 - 320 - 288 - again.panes.handleWidth(), 288]


async def test_what_a_small_window_took_a_large_one_gives_back(open_page):
    page = open_page(FakeBook(30))
    await settled(page)
    tree, labels = page.sidebar.tree, page.sidebar.labels
    groups = [tree.index(row, 0, tree.index(0, 0)) for row in range(tree.rowCount(tree.index(0, 0)))]
    page.panes.moveSplitter(300, 1)
    wide, details = page.sidebar.width(), page.detail.width()
    page.window().resize(800, 600)
    await until(lambda: page.sidebar.width() == 200)
    assert not any(labels.isExpanded(group) for group in groups)
    page.window().resize(1280, 800)
    await until(lambda: page.sidebar.width() == wide, f"a sidebar of {wide}, not {page.sidebar.width()}")
    await until(lambda: page.detail.width() == details, f"details of {details}, not {page.detail.width()}")
    page.window().resize(1070, 800)
    await until(lambda: page.detail.width() == 288)
    page.window().resize(1280, 800)
    await until(lambda: page.detail.width() == details, f"details of {details}, not {page.detail.width()}")
    assert all(labels.isExpanded(group) for group in groups if tree.rowCount(group))


@pytest.mark.parametrize(("points", "width"), [(None, 1280), (None, 800), (18.0, 1280), (18.0, 800)])
async def test_nothing_in_the_toolbar_covers_anything_else(open_page, qapp, points, width):
    before = qapp.font()
    if points is not None:
        large = QFont(before)
        large.setPointSizeF(points)
        qapp.setFont(large)
    try:
        page = open_page(FakeBook(30), size=(width, 600))
        await settled(page)
        toolbar = page.search.parentWidget()
        shown = [each for each in toolbar.findChildren(QWidget) if each.parentWidget() is toolbar and each.isVisible()]
        assert len(shown) == 6
        for left, right in pairwise(sorted(shown, key=lambda each: each.x())):
            assert left.geometry().right() < right.x(), f"{left.accessibleName()} and {right.accessibleName()}"
        assert shown[-1].geometry().right() <= toolbar.width()
        page._session.read_only_reason = ReadOnlyReason.PERMISSION
        place = page.search.x()
        page._session.events.publish(WritingAllowed())
        await until(lambda: len([each for each in shown if each.isVisible()]) == 5, "New contact to go")
        page.window().resize(width + 40, 600)
        assert page.search.x() == place
    finally:
        qapp.setFont(before)


async def test_a_window_that_shrinks_leaves_no_gap_beside_the_sidebar(open_page):
    page = open_page(FakeBook(30))
    await settled(page)
    page.window().resize(800, 600)
    await until(lambda: page.detail.isHidden() and page.sidebar.width() == 200)
    await until(lambda: page.panes.sizes()[0] == page.sidebar.width())


async def test_the_heading_stands_above_the_names_also_where_it_is_the_only_one(open_page):
    page = open_page(FakeBook(30))
    await settled(page)
    header = page.view.horizontalHeader()

    def begins() -> int:
        line = header.grab().toImage().copy(0, 4, 100, header.height() - 8)
        ground = line.pixelColor(0, 0)
        return next(x for x in range(line.width()) for y in range(line.height()) if line.pixelColor(x, y) != ground)

    before = begins()
    for column in (Column.COMPANY, Column.PHONE, Column.LABELS, Column.OWNER):
        page.view.set_column_shown(column, False)
    await until(lambda: page.view.columnWidth(Column.NAME) > 300)
    assert begins() == before
