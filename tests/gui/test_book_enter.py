"""From the search box into the list: to the best match, whoever was chosen before, and what is in sight then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from addressbook.domain.contact import Contact
from addressbook.ui.actions import Act
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import act, settled
from tests.helpers.wait import until

BEFORE, CHEN = 1002, 1001  # by rows


def with_two() -> FakeBook:
    """Both are found by "chen", the one that "zhang" finds as well by its address."""
    book = FakeBook(400)
    book.contacts[CHEN] = Contact("c1", "陈杰", "13800128811", "86")
    book.contacts[BEFORE] = Contact("c2", "张春梅", "13800128822", "86", "", "", "", "成都市高新区")
    return book


async def search(page, text):
    page.search.setFocus()
    page.search.selectAll()
    page.search.insert(text)
    await settled(page)


async def test_keys_go_to_the_best_match_and_not_to_whom_one_chose_before(open_page):
    page = open_page(with_two())
    await settled(page)
    await search(page, "zhang")
    QTest.keyClicks(page.search, "\r")
    assert page.view.current_id == BEFORE
    await search(page, "chen")
    assert page.table.line_of(BEFORE), "still found, but not first"
    QTest.keyClicks(page.search, "\r")
    assert page.view.hasFocus()
    assert page.view.current_id == CHEN
    assert page.view.verticalScrollBar().value() == 0
    page.view.choose(BEFORE)
    await search(page, "chen")
    QTest.keyClicks(page.search, "e\b\r")
    await until(lambda: page.view.current_id == CHEN, "the best match, typed once more")


async def test_an_answer_is_shown_from_its_first_row_and_the_chosen_contact_after_the_search(open_page):
    page = open_page(with_two())
    await settled(page)
    bar = page.view.verticalScrollBar()
    page.view.choose(BEFORE)
    assert bar.value(), "far down"
    await search(page, "a")
    assert page.table.line_of(BEFORE) is None
    assert bar.value() == 0
    await search(page, "chen")
    page.view.choose(BEFORE)
    page.search.clear()
    await settled(page)
    assert page.view.current_id == BEFORE
    assert page.view.current_in_sight(), "among all others"
    page.view.choose_line(200)
    await search(page, page.table.row_at(200).company)
    assert page.table.size > 20
    assert bar.value() == 0


async def test_long_words_are_cut_in_sentences(open_page):
    page = open_page(FakeBook(40))
    await settled(page)
    page.resize(800, 600)
    await search(page, "x" * 200)
    assert page.message.title == f"No one matches “{'x' * 39}…”"
    assert page.result.text == f"0 contact(s) match “{'x' * 39}…” of 40"
    await search(page, f"{'y' * 60} {'z' * 60}")
    assert len(page.result.text) < 140


async def test_the_key_of_the_box_shows_recent_searches_wherever_the_focus_is(open_page):
    page = open_page(FakeBook(40))
    await settled(page)
    await search(page, "alan")
    QTest.keyClicks(page.search, "\r")
    page.search.setFocus()
    page.search.clear()
    assert not page.search.recent.isVisible()
    act(page, Act.FIND)
    assert page.search.hasFocus()
    assert page.search.recent.isVisible()
    page.search.setText("b")
    act(page, Act.FIND)
    assert not page.search.recent.isVisible(), "there is something to go on with"
    await settled(page)


async def test_up_in_the_first_row_goes_back_to_what_was_typed(open_page):
    page = open_page(with_two())
    await settled(page)
    await search(page, "chen")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    assert page.view.hasFocus()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(page.view, held)
    assert page.view.hasFocus(), "who holds the key down wants to get to the first row"
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "g")
    assert page.search.text() == "cheng"


async def test_esc_leads_from_the_details_back_to_the_list_with_what_was_found(open_page):
    page = open_page(with_two())
    await settled(page)
    await search(page, "chen")
    QTest.keyClicks(page.search, "\r")
    QTest.keyClicks(page.view, "\r")
    focused = page.window().focusWidget()
    assert page.detail.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    assert page.queries.query.text == "chen"
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.queries.query.text == ""


async def test_enter_presses_what_is_offered_and_letters_begin_another_search(open_page):
    page = open_page(with_two())
    await settled(page)
    await search(page, "nobody")
    for _ in range(2):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    await settled(page)
    assert (page.search.text(), page.view.hasFocus()) == ("", True), "the search was taken off"
    await search(page, "nobody")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    button = page.window().focusWidget()
    assert page.message.isAncestorOf(button)
    QTest.keyClick(button, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert page.search.text() == "nobody"
    QTest.keyClicks(button, "c")
    QTest.keyClicks(page.window().focusWidget(), "hen")
    await settled(page)
    assert (page.search.text(), page.search.hasFocus()) == ("chen", True)
    assert page.view.isVisible()
