"""Several contacts selected: by mouse and keys, kept by id, never more than is seen; also in a very large list."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from addressbook.domain.query import SortKey
from addressbook.services.events import WritingAllowed
from addressbook.services.session_kind import ReadOnlyReason
from addressbook.ui.actions import Act
from addressbook.ui.contact_view import ContactView
from addressbook.ui.dialogs.delete_contacts import DeleteDialog
from addressbook.ui.models.columns import Column
from addressbook.ui.models.contact_table import ContactTable
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import act, settled
from tests.helpers.windows import button, window

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
MANY = 100_000


def click(page, line, modifier=Qt.KeyboardModifier.NoModifier):
    at = page.view.visualRect(page.table.index(line, Column.NAME)).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def selected(page):
    return list(page.view.selected_ids())


def ids(page, *lines):
    return [page.table.id_at(line) for line in lines]


@pytest.fixture
def open_list(open_page):
    async def opened(size=60):
        found = open_page(FakeBook(size))
        await settled(found)
        found.view.setFocus()
        return found

    return opened


async def test_a_window_that_comes_with_its_list_chooses_nobody_and_the_first_key_the_first(open_page, qapp):
    page = open_page(FakeBook(60))
    await settled(page)
    page.view.clearFocus()
    QApplication.sendEvent(page.view, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason))
    assert not page.view.currentIndex().isValid()
    assert page.detail.contact is None
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert selected(page) == ids(page, 0)


async def test_mouse_with_shift_and_ctrl(open_list):
    page = await open_list()
    click(page, 1)
    click(page, 4, SHIFT)
    assert selected(page) == ids(page, 1, 2, 3, 4)
    click(page, 2, CTRL)
    click(page, 6, CTRL)
    assert selected(page) == ids(page, 1, 3, 4, 6)
    assert page.result._selected.accessibleName() == "4 selected"
    assert words_of(page.detail._selected)[0] == "4 contacts are selected."
    assert page.detail.contact is None
    click(page, 3)
    assert selected(page) == ids(page, 3)
    assert page.result._selected.accessibleName() == ""
    click(page, 5, CTRL)
    click(page, 7, SHIFT)
    assert selected(page) == ids(page, 5, 6, 7)
    click(page, 3)
    assert page.detail.contact == page._session.book.contacts[page.table.id_at(3)]


async def test_what_is_shown_and_changed_is_the_one_that_is_selected(open_list):
    page = await open_list()
    click(page, 1)
    click(page, 4, CTRL)
    click(page, 4, CTRL)  # the current row is 4 now, and 1 alone is selected
    assert selected(page) == ids(page, 1)
    assert page.view.current_id == page.table.id_at(1)
    assert page.detail.contact == page._session.book.contacts[page.table.id_at(1)]
    assert page.writing.can_edit
    click(page, 1, CTRL)
    assert selected(page) == []
    assert page.view.current_id is None
    assert page.detail.contact is None
    actions = page.actions_by_id
    assert not any(actions[which].isEnabled() for which in (Act.EDIT, Act.DELETE, Act.OPEN, Act.COPY_CARD))
    page._session.book.arrive(1)
    await settled(page)
    assert selected(page) == [], "a row that somebody has just taken out came back by itself"


async def test_shift_with_arrows_before_anything_was_chosen_grows_from_the_first_row(open_list):
    page = await open_list()
    assert selected(page) == []
    for last in range(4):
        QTest.keyClick(page.view, Qt.Key.Key_Down, SHIFT)
        assert selected(page) == ids(page, *range(last + 1))
    QTest.keyClick(page.view, Qt.Key.Key_Up, SHIFT)
    assert selected(page) == ids(page, 0, 1, 2)


async def test_the_keys_shift_with_arrows_home_and_end(open_list):
    page = await open_list()
    page.view.choose_line(10)
    QTest.keyClick(page.view, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(page.view, Qt.Key.Key_Down, SHIFT)
    assert selected(page) == ids(page, 10, 11, 12)
    QTest.keyClick(page.view, Qt.Key.Key_End, SHIFT)
    assert selected(page) == ids(page, *range(10, 60))
    QTest.keyClick(page.view, Qt.Key.Key_Home, SHIFT)
    assert selected(page) == ids(page, *range(11))
    QTest.keyClick(page.view, Qt.Key.Key_Down, SHIFT)
    assert selected(page) == ids(page, *range(1, 11))
    QTest.keyClick(page.view, Qt.Key.Key_End)
    assert selected(page) == ids(page, 59)
    QTest.keyClick(page.view, Qt.Key.Key_A, CTRL)
    assert page.view.selected_count == 60
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    assert page.view.selected_count == 1


async def test_shift_goes_on_from_where_it_began_also_after_the_list_was_renewed(open_list):
    page = await open_list()
    page.view.choose_line(10)
    for _ in range(3):
        QTest.keyClick(page.view, Qt.Key.Key_Down, SHIFT)
    before = selected(page)
    page._session.book.remove(ids(page, 0, 1))
    await settled(page)
    assert selected(page) == before == ids(page, 8, 9, 10, 11)
    QTest.keyClick(page.view, Qt.Key.Key_Down, SHIFT)
    assert selected(page) == ids(page, 8, 9, 10, 11, 12)


async def test_the_selection_is_kept_by_id_when_sorted_and_dropped_when_filtered_away(open_list):
    page = await open_list()
    click(page, 0)
    click(page, 3, SHIFT)
    before = set(selected(page))
    page.asking.ask(replace(page.queries.query, sort=SortKey.PHONE))
    await settled(page)
    assert set(selected(page)) == before
    assert page.result._selected.accessibleName() == "4 selected"
    left = next(row for row in sorted(before) if page._session.book.contacts[row].email)
    stays = page._session.book.contacts[left]
    page.search.setText(stays.email)
    await settled(page)
    assert selected(page) == [left]
    assert page.detail.contact == stays, "one is left: it is the chosen one"
    page.search.clear()
    await settled(page)
    assert selected(page) == [left], "nobody is selected again whom a filter had taken out"
    click(page, 0)
    click(page, 3, SHIFT)
    page.search.setText("nobody has this")
    await settled(page)
    assert page.view.selected_count == 0
    assert page.detail.contact is None


async def test_grey_rows_are_not_selected(open_page):
    book = FakeBook(20, complete=False)
    page = open_page(book)
    await settled(page)
    assert page.table.rowCount() > 20
    act(page, Act.SELECT_ALL)
    assert page.view.selected_count == 20
    book.arrive(5)
    await settled(page)
    assert page.view.selected_count == 20, "who came later was not selected"


async def test_a_screen_reader_hears_how_many(open_list, monkeypatch):
    page = await open_list()
    heard = []
    monkeypatch.setattr("addressbook.ui.book_bars.announce", lambda _widget, words: heard.append(words))
    click(page, 0)
    click(page, 2, SHIFT)
    act(page, Act.SELECT_ALL)
    assert heard == ["3 selected", "60 selected"]
    interface = QAccessible.queryAccessibleInterface(page.view)
    assert interface.role() == QAccessible.Role.Table


async def test_the_context_menu_fits_what_is_selected(open_list):
    page = await open_list()
    click(page, 0)

    def offered():
        return {action.objectName() for action in page.view.actions() if action.isVisible() and action.isEnabled()}

    assert {"EDIT", "DELETE", "COPY_CARD", "COPY_PHONE"} <= offered()
    click(page, 2, SHIFT)
    assert "DELETE" in offered()
    assert not {"EDIT", "COPY_CARD", "CALL", "MAIL"} & offered()


async def test_the_delete_key_acts_in_the_list_and_the_details_alone(open_list, monkeypatch):
    page = await open_list()
    deleted = []
    monkeypatch.setattr(page.writing, "_delete", lambda rows: deleted.append(rows) or _nothing())
    click(page, 2)
    for place in (page.sidebar.labels, page.search, page.sidebar.owner):
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_Delete)
    assert deleted == []
    page.search.setText("")
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert deleted == [ids(page, 2)]
    page.detail.focus_first()
    assert page.detail.isAncestorOf(page.window().focusWidget())
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Delete)
    assert deleted == [ids(page, 2)] * 2


async def test_several_are_deleted_from_the_pane_beside_the_list(open_list):
    page = await open_list()
    click(page, 1)
    assert not page.detail._selected.isVisible()
    click(page, 3, SHIFT)
    pressed = button(page.detail._selected, "Delete 3 contacts…")
    assert pressed.isEnabled()
    pressed.click()
    dialog = await window(DeleteDialog)
    dialog.reject()
    page._session.read_only_reason = ReadOnlyReason.PERMISSION
    page._session.events.publish(WritingAllowed())
    assert not pressed.isEnabled()
    assert "Contacts cannot be changed now." in words_of(page.detail._selected)
    assert pressed.accessibleDescription() == "Contacts cannot be changed now."
    click(page, 2)
    assert not page.detail._selected.isVisible()


def words_of(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


async def _nothing():
    pass


class Counting(ContactTable):
    """Counts how often it is asked whether a cell can be selected."""

    asked = 0

    def flags(self, index):
        self.asked += 1
        return super().flags(index)


class Source:
    """A contact for any number."""

    has_more = False

    def __init__(self):
        self.book = FakeBook(10)

    def rows(self, wanted):
        return {row_id: self.book.rows([row_id % 10 + 1])[row_id % 10 + 1] for row_id in wanted}

    def want_more(self):
        pass


@pytest.mark.parametrize("screen_reader", [False, True])
def test_a_hundred_thousand_selected_rows_are_not_looked_at_one_by_one(qtbot, screen_reader):
    """Painting a header asked of each of its columns whether all rows were selected: four seconds at each painting. So
    did telling a screen reader, of each cell that came or went."""
    QAccessible.setActive(screen_reader)
    table, view = Counting(Source()), ContactView()
    qtbot.addWidget(view)
    view.setModel(table)
    view.resize(900, 600)
    table.apply(table.next_generation(), array("q", range(MANY)))
    view.show()
    qtbot.waitExposed(view)
    view.choose_line(5)
    view.setFocus()
    for key, modifier, count in (
        (Qt.Key.Key_A, None, MANY),
        (Qt.Key.Key_Home, None, 1),
        (Qt.Key.Key_End, SHIFT, MANY),
    ):
        table.asked = 0
        if key == Qt.Key.Key_A:
            view.selectAll()
        else:
            QTest.keyClick(view, key, modifier or Qt.KeyboardModifier.NoModifier)
        view.grab()
        assert view.selected_count == count
        assert table.asked < 2_000, key
    table.asked = 0
    table.apply(table.next_generation(), array("q", [MANY, *range(MANY)]))
    view.grab()
    assert view.selected_count == MANY
    assert table.asked < 2_000
    assert len(view.selectionModel().selection()) == 1


def test_a_selection_that_another_order_tears_into_thousands_of_pieces_is_let_go(qtbot):
    table, view = ContactTable(Source()), ContactView()
    qtbot.addWidget(view)
    view.setModel(table)
    table.apply(table.next_generation(), array("q", range(10_000)))
    view.choose_line(0)
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT)
    order = array("q")
    for number in range(10_000):
        order.extend((number, 20_000 + number))
    table.apply(table.next_generation(), order)
    assert view.selected_count == 0
    assert view.current_id is None
    view.choose_line(0)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert view.selected_count == 2


def test_the_selection_model_of_the_rows_is_the_views_own(qtbot):
    """Menus and painting look at it; the headers have others, which stay empty."""
    table, view = ContactTable(Source()), ContactView()
    qtbot.addWidget(view)
    view.setModel(table)
    table.apply(table.next_generation(), array("q", range(3)))
    view.selectAll()
    assert view.selectionModel().hasSelection()
    header = view.horizontalHeader().selectionModel()
    assert isinstance(header, QItemSelectionModel)
    assert not header.hasSelection()
