"""The list of an open book: where one stands after sorting, what is asked when, and what a failed question leaves."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from addressbook.domain.label import Label, LabelGroup
from addressbook.domain.query import ContactQuery, SortKey
from addressbook.errors import StoreBusy
from addressbook.services.events import ContactsChanged, LabelsChanged, StaffChanged
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_session import FakeSession
from tests.helpers.fake_staff import FakeStaff
from tests.helpers.pages import settled
from tests.helpers.person import texts_of
from tests.helpers.wait import until


async def test_sorting_shows_the_first_rows_or_keeps_the_chosen_one_in_sight(open_page):
    page = open_page(FakeBook(600))
    await settled(page)
    bar, height = page.view.verticalScrollBar(), page.view.verticalHeader().defaultSectionSize()
    bar.setValue(200 * height + 17)
    page.view.sort_requested.emit(SortKey.COMPANY, False)
    await settled(page)
    assert bar.value() == 0
    bar.setValue(300 * height + 17)
    page.view.choose_line(303)
    chosen = page.view.current_id
    page.view.sort_requested.emit(SortKey.PHONE, False)
    await settled(page)
    assert page.view.current_id == chosen
    assert page.view.viewport().rect().intersects(page.view.visualRect(page.view.currentIndex()))
    assert bar.value() % height == 0 or bar.value() == bar.maximum()


async def test_the_order_is_the_same_after_a_restart(open_page):
    page = open_page(FakeBook(30))
    await settled(page)
    page.result.sort_requested.emit(SortKey.COMPANY, True)
    again = open_page(FakeBook(30))
    await settled(again)
    assert (again.queries.query.sort, again.queries.query.descending) == (SortKey.COMPANY, True)
    assert "Company" in again.result._order.text()


async def test_a_filter_without_a_match_does_not_load_on_after_stop(open_page):
    book = FakeBook(200, complete=False)
    page = open_page(book)
    await settled(page)
    book.stop()
    book.calls.clear()
    page.search.setText("nobody has this")
    await settled(page)
    page.search.setText("alan")  # a few rows, which do not fill the list
    await settled(page)
    await until(lambda: not page.view.verticalScrollBar().value())
    assert not page.table.canFetchMore(page.view.rootIndex())
    assert "want_more" not in book.calls
    page.search.clear()
    await settled(page)
    assert page.table.canFetchMore(page.view.rootIndex())


async def test_a_question_that_failed_is_asked_again_and_loses_no_change(open_page, monkeypatch):
    book = FakeBook(20)
    page = open_page(book)
    await settled(page)
    line = page.table.line_of(5)
    assert page.table.index(line, 0).data() == book.contacts[5].name

    async def fail(*_):
        raise StoreBusy

    monkeypatch.setattr(book, "answer", fail)
    page.queries._retry.setInterval(1)
    book.contacts[5] = replace(book.contacts[5], remark="changed meanwhile")
    book.events.publish(ContactsChanged(frozenset({5})))
    await until(lambda: page.states.query_error is not None)
    monkeypatch.undo()
    await until(lambda: page.states.query_error is None, "the question asked again")
    assert page.table.row_at(line).alias == "changed meanwhile"


async def test_menus_of_earlier_pages_do_not_pile_up(open_page):
    page = open_page(FakeBook(5))
    window = page.window()
    await settled(page)
    for _ in range(3):
        window.show_session(FakeSession(FakeBook(5)))
        await settled(window.book_page)
    bar = window.menuBar()
    once = Qt.FindChildOption.FindDirectChildrenOnly
    await until(lambda: len(bar.findChildren(QMenu, options=once)) == len(bar.actions()), "the old menus gone")


async def test_the_details_follow_a_change_that_leaves_the_order_of_the_list_as_it_is(open_page):
    book = FakeBook(20)
    page = open_page(book)
    await settled(page)
    page.view.choose_line(4)
    chosen = page.view.current_id
    book.contacts[chosen] = replace(book.contacts[chosen], title="Head of buying")
    book.events.publish(ContactsChanged(frozenset([chosen])))
    await settled(page)
    assert page.detail.contact == book.contacts[chosen]
    assert any("Head of buying" in text for text in texts_of(page.detail))


async def test_names_that_become_known_join_what_was_searched_for_and_the_order_by_them(open_page, monkeypatch):
    book = FakeBook(40)
    page = open_page(book)
    await settled(page)
    asked = len(book.asked)
    book.events.publish(StaffChanged())
    await settled(page)
    assert len(book.asked) == asked, "nothing that is listed depends on them"
    page.search.setText("harbin")
    await settled(page)
    assert page.table.size == 0
    monkeypatch.setattr(FakeStaff, "names", {**FakeStaff.names, "0001": "Ann Harbin"})
    book.events.publish(StaffChanged())
    await until(lambda: page.table.size, "whose owner is called so")
    monkeypatch.setattr(book, "groups", (LabelGroup("Place", None, (Label(101, "Harbin"),)),))
    before = page.table.size
    book.events.publish(LabelsChanged())
    await until(lambda: page.table.size > before, "who has the label too")
    page.asking.ask(ContactQuery(sort=SortKey.OWNER))
    await settled(page)
    asked = len(book.asked)
    book.events.publish(StaffChanged())
    await until(lambda: len(book.asked) > asked, "the order to be asked for")
    await settled(page)
