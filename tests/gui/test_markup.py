"""What is painted is the text itself: "<b>" in a name takes its room on the screen, wherever the name stands.

Measured on the picture: how much further the ink reaches for the name with markup than for the bare one. Were the
markup understood, it would not reach further at all.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QLabel, QListWidget, QToolButton, QWidget

from addressbook.domain.label import Label, LabelGroup
from addressbook.domain.query import ContactQuery
from addressbook.services.connection_check import CheckLine, CheckOutcome, CheckStep
from addressbook.services.session_kind import SessionKind
from addressbook.ui import theme
from addressbook.ui.check_view import CheckView
from addressbook.ui.filter_line import FilterLine
from addressbook.ui.models.columns import Column
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.owner_filter import OwnerButton, OwnerChoice
from addressbook.ui.owner_popup import OwnerPopup
from addressbook.ui.people import Named
from addressbook.ui.status_bar import StatusBar
from addressbook.ui.widgets import painting
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_staff import FakeStaff
from tests.helpers.pages import settled

BARE = "mm"
MARKED = "<b>mm</b>"
TAIL = "<img src=x onerror=alert(1)> & <i>so on</i>"


def reach(image: QImage) -> int:
    """How far to the right there is ink, inside a margin of three pixels."""
    ground = image.pixel(image.width() - 5, 4)
    for x in range(image.width() - 4, 3, -1):
        if any(image.pixel(x, y) != ground for y in range(4, image.height() - 4)):
            return x
    return 0


def painted_as_it_is(
    paint: Callable[[str], QImage], kind: str = "body", share: float = 1.0, metrics: QFontMetrics | None = None
) -> None:
    """`share`: how much of the additional width shows at the right edge (half of it where text is centred)."""
    metrics = metrics or QFontMetrics(theme.current().font(kind))
    more = metrics.horizontalAdvance(MARKED) - metrics.horizontalAdvance(BARE)
    assert more > 20
    assert reach(paint(MARKED)) - reach(paint(BARE)) == pytest.approx(more * share, abs=4)


def shown_by(tip: str) -> str:
    """What a tooltip shows."""
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def part(widget: QWidget, rect: QRect) -> QImage:
    return widget.grab(rect).toImage()


@pytest.mark.parametrize("column", [Column.NAME, Column.COMPANY, Column.OWNER])
async def test_cells_of_the_table(open_page, column):
    book = FakeBook(3)
    staff = FakeStaff()
    staff.names = dict(FakeStaff.names)
    page = open_page(book, staff=staff)
    await settled(page)
    original = replace(book.contacts[1], follower_user_id="0003")  # the person at the screen is "You"

    def paint(text: str) -> QImage:
        changed = {Column.NAME: "name", Column.COMPANY: "company_name"}.get(column)
        book.contacts[1] = replace(original, remark="", title="", **({changed: text} if changed else {}))
        staff.names[original.follower_user_id] = text
        page.table.refresh_names()
        page.table.apply(page.table.next_generation(), array("q", book.contacts), None)
        for other in (Column.NAME, Column.COMPANY, Column.LABELS, Column.OWNER):
            page.view.setColumnWidth(int(other), 260 if other is column else 90)
        index = page.table.index(0, int(column))
        return part(page.view.viewport(), page.view.visualRect(index).adjusted(0, 0, 0, -2))

    painted_as_it_is(paint)


async def test_the_title_and_the_status_bar_name_the_book(open_page):
    page = open_page(FakeBook(3), kind=SessionKind.ORGANISATION, profile_name=MARKED + TAIL)
    await settled(page)
    assert page.window().windowTitle().startswith(MARKED + TAIL)

    bar = StatusBar("name of the book")
    label = next(each for each in bar.findChildren(QLabel) if each.accessibleName() == "name of the book")
    label.setParent(None)
    label.resize(300, 30)

    def paint(text: str) -> QImage:
        label.set_full_text(text)
        return part(label, label.rect())

    label.grab()  # the style sheet gives it its font
    painted_as_it_is(paint, metrics=label.fontMetrics())


async def test_chips(qtbot):
    def paint(text: str) -> QImage:
        image = QImage(200, 24, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painting.draw_chip(painter, QRect(0, 0, 200, 24), text, theme.current().chip_colours(-543394))
        painter.end()
        return image

    painted_as_it_is(paint, "caption", share=0.5)


async def test_the_list_of_owners_and_its_button(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def paint(text: str) -> QImage:
        popup = OwnerPopup(parent)
        popup.resize(320, 200)
        popup.fill([OwnerChoice("u1", Named(text, text + TAIL))], frozenset())
        names = popup.findChild(QListWidget)
        names.resize(300, 120)
        item = names.item(0)
        assert shown_by(item.toolTip()) == text + TAIL
        return part(names.viewport(), names.visualItemRect(item))

    painted_as_it_is(paint)

    button = OwnerButton(parent)
    button.resize(300, 32)

    def paint_button(text: str) -> QImage:
        button.set_owners([OwnerChoice("u1", Named(text, text))])
        button.set_chosen(frozenset({"u1"}))
        assert shown_by(button.toolTip()) == text
        return part(button, QRect(4, 2, 240, 26))  # without the arrow at the right

    painted_as_it_is(paint_button)


async def test_filters_that_are_set(qtbot):
    labels = LabelIndex((LabelGroup("<u>Status</u>", -543394, (Label(1, MARKED),)),))
    line = FilterLine()
    qtbot.addWidget(line)
    line.resize(900, 60)
    query = ContactQuery(labels=frozenset({1}), owners=frozenset({"u1"}))
    line.show_query(query, labels, lambda owner: Named(MARKED, MARKED + " & sons"))
    chips = [each for each in line.findChildren(QToolButton) if each.property("kind") == "filter"]
    texts = [chip.text().replace("&&", "&") for chip in chips]
    assert any(MARKED in text for text in texts)
    assert f"Owner: {MARKED} & sons" in texts
    for chip in chips:
        assert MARKED in shown_by(chip.toolTip())
        assert MARKED in chip.accessibleName()
    # a button draws its text with QPainter.drawText: as wide as its characters
    width = chips[0].fontMetrics().horizontalAdvance(texts[0])
    assert chips[0].sizeHint().width() >= width


async def test_lines_of_the_connection_test(qtbot):
    view = CheckView()
    qtbot.addWidget(view)
    found = {"root_name": MARKED + TAIL, "name": MARKED + TAIL, "count": 1, "milliseconds": 3, "groups": 2, "labels": 9}
    for step in CheckStep:
        view.add(CheckLine(step, CheckOutcome.OK, None, found))
    assert view.suggested_name == MARKED + TAIL
    words = [label for label in view.findChildren(QLabel) if label.text()]
    assert any(MARKED in label.text() for label in words)
    assert {label.textFormat() for label in words} == {Qt.TextFormat.PlainText}
