"""From keys, an input method and the recent searches into the search box, and from there into the list."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from tests.helpers.pages import settled
from tests.helpers.searching import names, search, with_people
from tests.helpers.wait import until


@pytest.fixture
def book():
    return with_people()


async def test_letters_typed_into_the_list_begin_another_search(open_page, book):
    page = open_page(book)
    await settled(page)
    await search(page, "zhang")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.view.hasFocus()
    QTest.keyClicks(page.view, "z")
    QTest.keyClicks(page.search, "oe")
    await settled(page)
    assert names(page) == ["Zoe Sanders"]
    assert page._session.recent.searches() == ("zhang",)


async def test_enter_goes_to_the_best_match_of_what_was_typed(open_page, book):
    page = open_page(book)
    await settled(page)
    page.view.choose(1003)
    book.hold = asyncio.Event()
    page.search.setFocus()
    QTest.keyClicks(page.search, "zs")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.search.hasFocus(), "there is no answer yet"
    book.hold.set()
    await settled(page)
    assert page.view.hasFocus()
    assert page.view.currentIndex().row() == 0
    page.view.choose_line(1)
    chosen = page.view.current_id
    QTest.keyClick(page.window(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.view.current_id == chosen, "the same search goes on where it was"
    book.hold = asyncio.Event()
    page.search.setFocus()
    QTest.keyClicks(page.search, "x")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    QTest.keyClick(page.search, Qt.Key.Key_Backspace)
    book.hold.set()
    await settled(page)
    assert page.search.hasFocus(), "who goes on typing stays there"


async def test_an_input_method_writes_from_the_list_into_the_box(open_page, book):
    page = open_page(book)
    await settled(page)
    await search(page, "8899")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    view, box = page.view, page.search
    assert view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    for letters in ("z", "zh", "zhang"):
        QCoreApplication.sendEvent(view, QInputMethodEvent(letters, []))
        assert view.hasFocus(), "going elsewhere would end the word at its first letter"
        assert box.text() == ""
    place = view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    at = view.mapToGlobal(QRectF(place).center().toPoint())
    assert box.rect().contains(box.mapFromGlobal(at)), "the words to choose from stand at the box"
    done = QInputMethodEvent("", [])
    done.setCommitString("张")
    QCoreApplication.sendEvent(view, done)
    assert box.text() == "张"
    assert box.hasFocus()
    more = QInputMethodEvent("", [])
    more.setCommitString("三")
    QCoreApplication.sendEvent(box, more)
    await settled(page)
    assert names(page) == ["张三"]


async def test_a_word_that_was_begun_in_the_list_and_given_up_leaves_one_there(open_page, book):
    page = open_page(book)
    await settled(page)
    page.view.setFocus()
    QCoreApplication.sendEvent(page.view, QInputMethodEvent("zh", []))
    QCoreApplication.sendEvent(page.view, QInputMethodEvent("", []))
    assert page.view.hasFocus()
    assert page.search.text() == ""
    assert page.table.size == 43


async def test_what_was_searched_for_is_offered_again_and_what_was_in_vain_is_not(open_page, book):
    page = open_page(book)
    await settled(page)
    window = page.window()
    for text, key in (("zhang", Qt.Key.Key_Return), ("nobody has this", Qt.Key.Key_Tab), ("8899", Qt.Key.Key_Down)):
        await search(page, text)
        QTest.keyClick(page.search, key)
    assert page._session.recent.searches() == ("8899", "zhang")
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    await settled(page)
    page.view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.recent.isVisible()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    await settled(page)
    assert page.queries.query.text == "zhang"
    page.search.clear()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    QTest.keyClick(page.search, Qt.Key.Key_Up)
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    QTest.keyClick(page.search, Qt.Key.Key_Delete)
    assert page._session.recent.searches() == ("8899",), "zhang was the last one, and stood first"
    for _ in range(3):
        QTest.keyClick(page.search, Qt.Key.Key_Down)
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page._session.recent.searches() == ()
    assert not page.search.recent.isVisible()


async def test_the_details_follow_when_the_list_has_been_painted(open_page, book):
    page = open_page(book)
    await settled(page)
    page.view.choose(1001)
    card, following = page.detail.card, page.detail._following
    assert card.isVisible()
    following.setInterval(60_000)
    for text, there in (("zoe", False), ("z", True)):
        page.search.setText(text)
        await settled(page)
        assert (page.detail.contact is not None) == there, "what menus and keys do goes by the list"
        assert card.isVisible() != there, "the card still is what it was"
        following.start(0)
        await until(lambda there=there: card.isVisible() == there, "the card")
        following.setInterval(60_000)


async def test_who_goes_on_typing_does_not_wait_for_the_words_by_themselves(open_page, book):
    page = open_page(book)
    await settled(page)
    await search(page, "zoe 0012")
    assert page.states._parts._tasks.busy
    book.hold = asyncio.Event()
    page.search.insert("3")
    await until(lambda: not page.states._parts._tasks.busy, "the next key goes first")
    book.hold.set()
    await settled(page)
