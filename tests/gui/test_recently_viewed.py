"""Who was looked at: what counts as looking, and the part of the book that lists them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from addressbook.domain.query import Scope, SortKey
from addressbook.settings import SavedProfile
from addressbook.ui import viewed
from addressbook.ui.actions import Act
from addressbook.ui.book_seek import Seek
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_contacts import make_contact
from tests.helpers.pages import act, settled
from tests.helpers.wait import until

NEVER = 3_600_000


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr(viewed, "MOMENT_MS", 0)


@pytest.fixture
def never_long_enough(monkeypatch):
    monkeypatch.setattr(viewed, "MOMENT_MS", NEVER)


def recent(page):
    return page._session.recent.contacts()


def listed(page):
    return [page.table.row_at(line).userid for line in range(page.table.size)]


async def choose(page, line):
    """Choose a line and wait until it counts as looked at."""
    page.view.choose_line(line)
    userid = page.detail.contact.userid
    await until(lambda: recent(page)[:1] == (userid,), "the note")
    return userid


async def test_details_that_stand_for_a_moment_count(open_page, at_once):
    page = open_page(FakeBook(30))
    await settled(page)
    assert recent(page) == ()  # nobody is chosen
    first = await choose(page, 3)
    second = await choose(page, 7)
    assert recent(page) == (second, first)
    await choose(page, 3)
    assert recent(page) == (first, second)


async def test_passing_through_the_list_does_not_count(open_page, never_long_enough):
    page = open_page(FakeBook(30))
    await settled(page)
    for _ in range(5):
        QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.detail.contact is not None
    assert page.viewed._timer.isActive()
    assert recent(page) == ()
    page.view.selectAll()
    assert not page.viewed._timer.isActive()  # several: nobody's details are shown


async def test_details_that_are_not_shown_do_not_count_until_they_are(open_page, at_once):
    page = open_page(FakeBook(30))
    await settled(page)
    act(page, Act.DETAIL)
    assert not page.detail.isVisible()
    page.view.choose_line(3)
    assert not page.viewed._timer.isActive()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert not page.viewed._timer.isActive()
    userid = page.detail.contact.userid
    act(page, Act.DETAIL)
    await until(lambda: recent(page) == (userid,))


@pytest.mark.parametrize("way", ["enter", "double click", "edit", "saved"])
async def test_opening_and_editing_count_at_once(open_page, never_long_enough, way):
    page = open_page(FakeBook(30))
    await settled(page)
    page.view.choose_line(4)
    userid = page.detail.contact.userid
    if way == "enter":
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    elif way == "double click":
        at = page.view.visualRect(page.table.index(4, 0)).center()
        QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    elif way == "edit":
        act(page, Act.EDIT)
    else:
        page.writing.saved.emit(userid, Seek.CHANGED)
    assert recent(page) == (userid,)


async def test_the_last_one_comes_first_and_the_list_stands_still_while_one_goes_through_it(open_page, at_once):
    page = open_page(FakeBook(30))
    await settled(page)
    viewed_last = [await choose(page, line) for line in (3, 9, 6)][::-1]
    QTest.keyClick(page.view, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    await settled(page)
    assert page.queries.query.scope is Scope.RECENT
    assert listed(page) == viewed_last
    assert page.result.text == "3 contact(s) of 30"
    assert page.sidebar.scopes[Scope.RECENT].accessibleName() == "Recently viewed, 3 contact(s)"
    assert page.sidebar.scopes[Scope.RECENT].isChecked()
    await choose(page, 2)
    await settled(page)
    assert listed(page) == viewed_last  # it does not move under the hand
    act(page, Act.SCOPE_ALL)
    await settled(page)
    act(page, Act.SCOPE_RECENT)
    await settled(page)
    assert listed(page) == [viewed_last[2], *viewed_last[:2]]


async def test_another_order_lasts_as_long_as_one_stays_there(open_page, at_once, settings):
    page = open_page(FakeBook(30))
    await settled(page)
    page.result.sort_requested.emit(SortKey.COMPANY, True)
    last = [await choose(page, line) for line in (9, 3)][::-1]
    QTest.mouseClick(page.sidebar.scopes[Scope.RECENT], Qt.MouseButton.LeftButton)
    await settled(page)
    page.result.menu.aboutToShow.emit()
    words = [action.text() for action in page.result.menu.actions() if action.isCheckable()]
    assert words[-3:] == ["Recently changed here", "Recently viewed", "&Oldest first"]
    page.result.menu.actions()[-1].trigger()
    await settled(page)
    assert listed(page) == last[::-1]
    page.view.sort_requested.emit(SortKey.PHONE, False)
    await settled(page)
    assert page.queries.query.sort is SortKey.PHONE
    page.search.setText("a")
    page.search.clear()
    assert page.queries.query.sort is SortKey.PHONE
    act(page, Act.SCOPE_MINE)
    assert (page.queries.query.sort, page.queries.query.descending) == (SortKey.COMPANY, True)
    page.result.menu.aboutToShow.emit()
    assert "Recently viewed" not in [action.text() for action in page.result.menu.actions()]
    act(page, Act.SCOPE_RECENT)
    assert (page.queries.query.sort, page.queries.query.descending) == (SortKey.VIEWED, False)
    assert settings.values.sort_key == "company"


async def test_who_is_deleted_vanishes_and_who_is_made_comes_first(open_page, at_once):
    book = FakeBook(30)
    page = open_page(book)
    await settled(page)
    one, other = [await choose(page, line) for line in (3, 9)]
    act(page, Act.SCOPE_RECENT)
    await settled(page)
    book.remove([book.row_of(other)])
    await until(lambda: listed(page) == [one])
    await until(lambda: page.sidebar.scopes[Scope.RECENT].accessibleName() == "Recently viewed, 1 contact(s)")
    book.arrive(1)
    made = make_contact(30).userid
    page.writing.saved.emit(made, Seek.ADDED)
    await until(lambda: listed(page) == [made, one])
    assert page.seeking._userid == ""


@pytest.mark.parametrize("hand", ["menu", "context menu"])
async def test_clearing_empties_the_list_and_says_what_it_is_for(open_page, at_once, hand):
    page = open_page(FakeBook(30))
    await settled(page)
    button = page.sidebar.scopes[Scope.RECENT]
    assert not page.actions_by_id[Act.FORGET_RECENT].isEnabled()
    await choose(page, 3)
    act(page, Act.SCOPE_RECENT)
    await settled(page)
    if hand == "menu":
        act(page, Act.FORGET_RECENT)
    else:
        button.customContextMenuRequested.emit(QPoint(5, 5))
        (menu,) = [menu for menu in button.findChildren(QMenu) if menu.isVisible()]
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert recent(page) == ()
    await until(lambda: page.message.isVisible())
    assert page.message.title == "No recently viewed contacts"
    assert not page.actions_by_id[Act.FORGET_RECENT].isEnabled()
    await until(lambda: page.states.counts.by_label == {})
    await until(lambda: button.accessibleName() == "Recently viewed, 0 contact(s)")


async def test_going_elsewhere_and_taking_filters_off_keep_who_was_looked_at(open_page, at_once):
    page = open_page(FakeBook(30))
    await settled(page)
    last = [await choose(page, line) for line in (3, 9)][::-1]
    act(page, Act.SCOPE_RECENT)
    await settled(page)
    page.search.setText("zzzzzz")
    await settled(page)
    act(page, Act.CLEAR_FILTERS)
    await settled(page)
    assert (page.queries.query.scope, listed(page)) == (Scope.RECENT, last)
    page.show_person(make_contact(20).userid)  # who is not among them
    await until(lambda: page.detail.contact is not None and page.detail.contact.userid == make_contact(20).userid)
    assert page.queries.query.scope is Scope.ALL
    assert page.queries.query.sort is SortKey.NAME


async def test_another_language_keeps_the_list_as_it_is(open_page, at_once):
    page = open_page(FakeBook(30))
    await settled(page)
    last = [await choose(page, line) for line in (3, 9)][::-1]
    act(page, Act.SCOPE_RECENT)
    await settled(page)
    window = page.window()
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    await until(lambda: window.book_page is not page)
    page = window.book_page
    await settled(page)
    assert (page.queries.query.scope, listed(page)) == (Scope.RECENT, last)


async def test_each_organisation_keeps_its_order(open_page, settings):
    profiles = (SavedProfile("a", "A", "mainland"), SavedProfile("b", "B", "mainland"))
    settings.change(profiles=profiles, sort_key="phone")

    def opened(place):
        page = open_page(FakeBook(5), profile=None if place is None else settings.values.profiles[place])
        return page, (page.queries.query.sort, page.queries.query.descending)

    a, order = opened(0)
    assert order == (SortKey.PHONE, False)  # as everywhere, until one is chosen
    a.view.sort_requested.emit(SortKey.COMPANY, True)
    b, order = opened(1)
    assert order == (SortKey.PHONE, False)
    b.result.sort_requested.emit(SortKey.CHANGED, False)
    assert "Recently changed here" in b.result._order.accessibleName()
    assert b.view.horizontalHeader().sortIndicatorSection() == -1
    assert opened(0)[1] == (SortKey.COMPANY, True)
    assert opened(1)[1] == (SortKey.CHANGED, False)
    sample, order = opened(None)
    assert order == (SortKey.PHONE, False)
    sample.view.sort_requested.emit(SortKey.NAME, False)
    assert (settings.values.sort_key, opened(0)[1]) == ("name", (SortKey.COMPANY, True))


async def test_another_order_is_told_and_not_the_number_again(open_page, monkeypatch):
    said = []
    monkeypatch.setattr("addressbook.ui.book_states.announce", lambda _widget, words, **_: said.append(words))
    page = open_page(FakeBook(30))
    await settled(page)
    page.result.sort_requested.emit(SortKey.COMPANY, False)
    await until(lambda: said, "the order")
    assert said == ["Sorted by: Company and title"]
    act(page, Act.SCOPE_MINE)
    await until(lambda: said[1:], "the number")
    assert said[1] == "8 contact(s) of 30"
