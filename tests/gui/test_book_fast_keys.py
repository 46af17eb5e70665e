"""Keys that come faster than answers: what is done is done to whom the person sees and means."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from addressbook.errors import StoreError
from addressbook.ui.actions import Act
from tests.helpers.pages import act, settled
from tests.helpers.searching import search, with_people
from tests.helpers.wait import until

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def book():
    return with_people()


async def opened(open_page, book):
    page = open_page(book)
    await settled(page)
    page.search.setFocus()
    return page


def type_ahead(page, book, text):
    """A text, and Enter, before there is an answer."""
    book.hold = asyncio.Event()
    QTest.keyClicks(page.search, text)
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert not page.queries.is_answered


async def answer(page, book):
    book.hold.set()
    await settled(page)


async def edited(page):
    await until(lambda: page.writing.has_open_forms, "a form")
    (form,) = page.writing.desk.open_forms
    return form.item.userid


@pytest.mark.parametrize("before", [None, 1003], ids=["nobody", "somebody"])
async def test_edit_waits_for_whom_enter_goes_to(open_page, book, before):
    page = await opened(open_page, book)
    page.view.choose(before)
    type_ahead(page, book, "zoe")
    QTest.keyClick(page.window(), Qt.Key.Key_E, CONTROL)
    assert not page.writing.has_open_forms, "nobody is found yet"
    await answer(page, book)
    assert await edited(page) == "z2"
    assert not page.keys.entering


@pytest.mark.parametrize(("more", "line"), [(0, 0), (1, 1), (9, 2)])
async def test_each_down_counts_before_there_is_an_answer(open_page, book, more, line):
    page = await opened(open_page, book)
    type_ahead(page, book, "8899")
    for _ in range(more):
        QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.search.hasFocus()
    await answer(page, book)
    assert page.table.size == 3
    assert (page.view.hasFocus(), page.view.currentIndex().row()) == (True, line)
    page.search.setFocus()
    type_ahead(page, book, "0")
    await answer(page, book)
    assert page.view.currentIndex().row() == 0, "it is counted for one answer only"


async def test_copy_waits_too(open_page, book):
    page = await opened(open_page, book)
    page.view.choose(1003)
    QGuiApplication.clipboard().setText("older")
    type_ahead(page, book, "zoe")
    QTest.keyClick(page.search, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "older"
    await answer(page, book)
    assert QGuiApplication.clipboard().text().startswith("Zoe Sanders")
    page.search.setFocus()
    page.search.selectAll()
    QTest.keyClick(page.search, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "zoe", "the box's own again"


@pytest.mark.parametrize("which", [Act.EDIT, Act.DELETE, Act.COPY_CARD, Act.COPY_PHONE, Act.OPEN])
async def test_nothing_is_done_to_who_is_not_found(open_page, book, which, monkeypatch):
    page = await opened(open_page, book)
    page.view.choose(1003)
    done = []
    monkeypatch.setattr(page.writing.flow, "start", lambda *_, **__: done.append("delete"))
    QGuiApplication.clipboard().setText("older")
    book.hold = asyncio.Event()
    QTest.keyClicks(page.search, "zoe")
    act(page, which)
    await answer(page, book)
    assert page.view.current_id is None
    assert (done, page.writing.has_open_forms, page.panes.details_only) == ([], False, False)
    assert QGuiApplication.clipboard().text() == "older"
    assert page.search.hasFocus()


async def test_what_is_still_found_is_done_to_whom_one_had_chosen(open_page, book):
    page = await opened(open_page, book)
    page.view.choose(1002)
    book.hold = asyncio.Event()
    QTest.keyClicks(page.search, "zoe")
    act(page, Act.EDIT)
    await answer(page, book)
    assert await edited(page) == "z2"


async def test_all_that_is_found_is_selected(open_page, book):
    page = await opened(open_page, book)
    await search(page, "zoe")
    book.hold = asyncio.Event()
    page.search.setText("8899")
    act(page, Act.SELECT_ALL)
    await answer(page, book)
    assert page.view.selected_count == page.table.size > 1


async def test_who_goes_on_typing_has_changed_their_mind(open_page, book):
    page = await opened(open_page, book)
    type_ahead(page, book, "zo")
    QTest.keyClick(page.window(), Qt.Key.Key_E, CONTROL)
    QTest.keyClicks(page.search, "e")
    await answer(page, book)
    assert not page.writing.has_open_forms
    assert page.search.hasFocus()
    assert not page.actions_by_id[Act.EDIT].isEnabled(), "nobody is chosen"


async def test_an_answer_that_does_not_come_ends_the_wait(open_page, book, monkeypatch):
    page = await opened(open_page, book)
    page.view.choose(1002)
    failing = True
    find = book.answer

    async def fail(*args):
        if failing:
            raise StoreError(file="book.db")
        return await find(*args)

    monkeypatch.setattr(book, "answer", fail)
    QTest.keyClicks(page.search, "zoe")
    act(page, Act.EDIT)
    await until(lambda: page.states.query_error is not None, "the error")
    failing = False
    await until(lambda: page.queries.is_answered, "the answer to another try")
    assert not page.writing.has_open_forms


async def test_enter_goes_to_what_is_offered_where_nobody_is_found(open_page, book):
    page = await opened(open_page, book)
    type_ahead(page, book, "nobody")
    assert page.search.hasFocus()
    await answer(page, book)
    assert page.message.isAncestorOf(page.window().focusWidget())
    assert page.window().focusWidget().text() == "Clear search"
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    await settled(page)
    assert page.view.hasFocus()


async def test_a_search_in_a_small_window_shows_its_list(open_page, book):
    page = await opened(open_page, book)
    page.window().resize(800, 600)
    page.view.choose(1003)
    page.keys.open_detail()
    assert not page.view.isVisible()
    page.search.setFocus()
    QTest.keyClicks(page.search, "zoe")
    await settled(page)
    assert page.view.isVisible()
    assert page.search.hasFocus()
    page.search.clear()
    await settled(page)
    page.view.choose(1003)
    page.keys.open_detail()
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.view.hasFocus()
    assert page.view.isVisible()
