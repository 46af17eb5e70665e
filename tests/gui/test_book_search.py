"""Searching in an open book: what is found, marked, said and offered."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from addressbook.domain.query import ContactQuery, Scope, SortKey
from addressbook.domain.search_match import Field
from addressbook.services.events import ContactsChanged, LoadState
from addressbook.ui.models.columns import Column
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import settled
from tests.helpers.person import texts_of
from tests.helpers.searching import PEOPLE, names, search, with_people
from tests.helpers.wait import until
from tests.helpers.windows import button


@pytest.fixture
def book():
    return with_people()


@pytest.fixture
def heard(monkeypatch):
    said: list[str] = []
    monkeypatch.setattr("addressbook.ui.book_states.announce", lambda _widget, words, **_: said.append(words))
    return said


async def test_the_best_match_stands_first_and_the_words_are_named(open_page, book, heard):
    page = open_page(book)
    await settled(page)
    await search(page, "zs 8899")
    assert set(names(page)) == {"张三", "Zoe Sanders", "周珊"}
    assert page.result.text.startswith("3 contact(s) match both “zs” and “8899”")
    assert page.result._order.text() == "Best match first"
    assert "Sorted by: Name" in page.result._order.accessibleName()
    await until(lambda: heard, "the result")
    assert len(heard) == 1, "not after each letter"
    assert heard[0].startswith("3 contact(s) match both")
    await search(page, "138 0012 8899")
    assert page.result.text.startswith("1 contact(s) match “138 0012 8899”"), "a number is one word"
    await search(page, "zhang buyer 老")
    assert page.result.text.startswith("1 contact(s) match all words of “zhang buyer 老”")
    page.search.clear()
    await settled(page)
    assert page.result._order.text() == "Sorted by: Name"


async def test_a_row_says_why_it_was_found(open_page, book):
    page = open_page(book)
    await settled(page)
    await search(page, "jianghan")
    index = page.table.index(0, Column.NAME)
    assert "address: 66 Jianghan Road" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "Found by address: 66 Jianghan Road, Wuhan" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    (reason,) = page.table.reasons(page.table.row_at(0), 2)
    assert reason.lead == "address: "
    page.view.set_column_shown(Column.ADDRESS, True)
    assert page.table.reasons(page.table.row_at(0), 2) == (), "one sees it now"
    await search(page, "mia")
    mine = next(page.table.row_at(line) for line in range(page.table.size) if names(page)[line] == "张三")
    (reason,) = page.table.reasons(mine, 2)
    assert reason.words == "owner: Mia Chen", "the column says only: You"
    page.view.grab()
    page.view.set_compact(True)
    page.view.grab()


async def test_the_details_mark_what_was_found(open_page, book):
    page = open_page(book)
    await settled(page)
    await search(page, "zhangsan 8899")
    page.view.choose_line(0)
    assert any("zhāng sān" in text for text in texts_of(page.detail))
    assert page.detail.card.phone_text._marks == ((13, 17),)
    await search(page, "zhangsan 138")  # the same list, found by something else
    assert page.detail.card.phone_text._marks == ((13, 17),), "a person who types is not kept up by this"
    await until(lambda: page.detail.card.phone_text._marks == ((4, 7),), "the marks of now")
    page.search.clear()
    await settled(page)
    page.view.choose(1001)
    await until(lambda: page.detail.card.phone_text._marks == (), "no marks")
    assert not any("zhāng sān" in text for text in texts_of(page.detail))
    await search(page, "kestrel")
    page.view.choose_line(0)
    assert page.detail.card.head._work._marks, "another contact is shown with its marks at once"


async def test_who_is_hidden_by_filters_is_counted_and_shown_on_demand(open_page, book, heard):
    page = open_page(book)
    await settled(page)
    page.asking.ask(replace(page.queries.query, scope=Scope.MINE, labels=frozenset({100})))
    await search(page, "8899")
    assert sorted(names(page)) == ["周珊", "张三"]
    assert page.foot.text == "1 more contact(s) match but are hidden by the filters."
    await until(lambda: heard and page.foot.text in heard[-1], "who is hidden")
    chips = [each.text() for each in page.filters.findChildren(QToolButton) if not each.isHidden()]
    assert chips == ["Mine", "Customer"]
    clear = button(page.foot, "Clear filters")
    clear.setFocus()
    QTest.keyClick(clear, Qt.Key.Key_Space)
    await settled(page)
    assert page.view.hasFocus(), "and goes on there"
    assert page.search.text() == "8899"
    assert len(names(page)) == 3
    assert page.foot.text == ""
    assert page.queries.query.scope is Scope.ALL


async def test_the_foot_stands_behind_the_last_row(open_page, book):
    page = open_page(book)
    await settled(page)
    page.asking.ask(replace(page.queries.query, labels=frozenset({101})))
    await search(page, "8899")
    last = page.view.viewport().mapTo(page, QPoint(0, page.view.rowViewportPosition(0) + page.view.rowHeight(0)))
    assert abs(page.foot.mapTo(page, QPoint()).y() - last.y()) <= 4
    page.search.clear()
    await settled(page)
    assert page.view.height() > 400


@pytest.mark.parametrize(
    ("scope", "labels", "offered", "press", "left"),
    [
        (Scope.ALL, (), ["Clear search"], "Clear search", ("", Scope.ALL, frozenset())),
        (Scope.ALL, (103,), ["Clear search", "Clear filters"], "Clear filters", ("jianghan", Scope.ALL, frozenset())),
        (Scope.SHARED, (), ["Clear search", "Search all contacts"], "Search all contacts",
         ("jianghan", Scope.ALL, frozenset())),
        (Scope.SHARED, (103,), ["Clear search", "Clear filters", "Search all contacts"], "Clear filters",
         ("jianghan", Scope.SHARED, frozenset())),
    ],
)  # fmt: skip
async def test_no_match_offers_what_helps(open_page, book, scope, labels, offered, press, left):
    page = open_page(book)
    await settled(page)
    page.asking.ask(replace(page.queries.query, scope=scope, labels=frozenset(labels)))
    text = "jianghan" if labels or scope is not Scope.ALL else "nobody has this"
    await search(page, text)
    assert page.message.title == f"No one matches “{text}”"
    shown = [page.message._buttons.itemAt(place).widget() for place in range(page.message._buttons.count())]
    assert [each.text() for each in shown if each is not None] == offered
    hidden = "1 contact(s) match but are hidden by the filters." in page.message.text
    assert hidden == (len(offered) > 1)
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.window().focusWidget().text() == offered[-1], "what helps most is one key away"
    button(page.message, press).click()
    await settled(page)
    now = page.queries.query
    assert (now.text, now.scope, now.labels) == left


async def test_words_that_find_nobody_together_are_offered_one_by_one(open_page, book, heard):
    page = open_page(book)
    await settled(page)
    await search(page, "zoe 0012")
    assert button(page.message, "Clear search").hasFocus() is False
    await until(lambda: "alone" in page.message.text, "the words by themselves")
    assert page.message.text == "1 contact(s) match “zoe” alone.\n1 contact(s) match “0012” alone."
    await until(lambda: heard and page.message.text in heard[-1], "what is offered")
    asked = len(book.asked)
    page.states.show()
    assert len(book.asked) == asked, "once is enough"
    find = button(page.message, "Find “0012”")
    find.setFocus()
    QTest.keyClick(find, Qt.Key.Key_Space)
    await settled(page)
    assert page.view.hasFocus()
    assert names(page) == ["张三"]
    assert page.search.text() == "0012"
    await search(page, "zoe nobody")
    await until(lambda: "alone" in page.message.text)
    assert page.message.text == "1 contact(s) match “zoe” alone."
    await search(page, "138 9999 9999")  # a number, not words
    assert "spelling" in page.message.text
    assert not page.states._parts._tasks.busy


async def test_what_is_offered_later_keeps_the_focus(open_page, book):
    page = open_page(book)
    await settled(page)
    page.search.setFocus()
    page.search.setText("zoe 0012")
    await until(lambda: page.queries.is_answered and page.message.isVisible(), "the answer")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.window().focusWidget().text() == "Clear search"
    await until(lambda: "alone" in page.message.text, "the words by themselves")
    assert page.window().focusWidget().text() == "Find “0012”", "not what comes next in the window"


async def test_the_page_stays_quiet_until_the_answer_comes(open_page, book):
    page = open_page(book)
    await settled(page)
    await search(page, "nobody has this")
    book.hold = asyncio.Event()
    page.search.insert("!")
    await asyncio.sleep(0)
    assert page.message.isVisible(), "no empty list in between"
    assert page.message.title == "No one matches “nobody has this”"
    book.hold.set()
    await settled(page)
    page.asking.ask(replace(page.queries.query, text="", labels=frozenset({101})))
    await search(page, "889")
    foot = page.foot.text
    assert foot
    book.hold = asyncio.Event()
    page.search.insert("9")
    await asyncio.sleep(0)
    assert page.foot.text == foot
    assert "“889”" in page.result.text
    book.hold.set()
    await settled(page)
    assert "“8899”" in page.result.text


async def test_chips_keep_the_text_that_was_typed_after_them(open_page, book):
    page = open_page(book)
    await settled(page)
    page.asking.ask(replace(page.queries.query, labels=frozenset({100, 101})))
    await search(page, "8899")
    chips = [each for each in page.filters.findChildren(QToolButton) if not each.isHidden()]
    chips[0].setFocus()
    QTest.keyClick(chips[0], Qt.Key.Key_Space)
    await settled(page)
    assert page.queries.query.text == "8899"
    assert page.queries.query.labels == {101}
    (left,) = [each for each in page.filters._buttons if not each.isHidden()]
    assert left.hasFocus(), "the next one can be taken off at once"
    QTest.keyClick(left, Qt.Key.Key_Space)
    await settled(page)
    assert page.search.hasFocus()
    assert page.filters.isHidden()


async def test_a_scope_alone_is_no_chip(open_page, book):
    page = open_page(book)
    await settled(page)
    page.sidebar.scopes[Scope.MINE].click()
    await settled(page)
    assert page.filters.isHidden()
    await search(page, "zhang")
    (chip,) = [each for each in page.filters._buttons if not each.isHidden()]
    assert chip.accessibleName() == "Remove the filter “Mine”"
    chip.click()
    await settled(page)
    assert page.queries.query == ContactQuery(me=page.queries.query.me, text="zhang")


async def test_results_grow_while_the_book_is_incomplete_and_that_is_said(open_page, heard):
    book = FakeBook(30, complete=False)
    page = open_page(book)
    await settled(page)
    await search(page, "zhangsan")
    assert page.message.title == "No one matches “zhangsan”"
    assert "not yet loaded completely" in page.message.text
    states = page.states  # they tell the result once more when it is known what a part of the word would find
    await until(lambda: heard and states._told_parts == states._told and not states._telling.isActive(), "the result")
    assert "not yet loaded completely" in heard[-1]
    said = len(heard)
    book.contacts[1001] = PEOPLE[0]
    book.events.publish(ContactsChanged(frozenset({1001})))
    await settled(page)
    assert names(page) == ["张三"]
    assert "among the 31 loaded so far" in page.result.text
    book.contacts[1002] = replace(PEOPLE[0], userid="z9")
    book.events.publish(ContactsChanged(frozenset({1002})))
    await settled(page)
    assert page.table.size == 2
    assert len(heard) == said, "screen readers hear the answer once, not each page"
    book.tell(book.state._replace(state=LoadState.IDLE, complete=True))
    await settled(page)
    assert "so far" not in page.result.text


async def test_marks_change_with_the_answer_and_not_before(open_page, book):
    page = open_page(book)
    await settled(page)
    await search(page, "zhang")
    row = page.table.row_at(names(page).index("张三"))
    book.hold = asyncio.Event()
    QTest.keyClicks(page.search, " 8899")
    await asyncio.sleep(0)
    marks = page.table.marks(row)
    assert marks is not None
    assert marks.spans(Field.PHONE) == ()
    book.hold.set()
    await settled(page)
    after = page.table.marks(page.table.row_at(0))
    assert after is not None
    assert after.spans(Field.PHONE)


async def test_where_few_are_found_those_of_each_word_are_offered_below(open_page, book, heard):
    page = open_page(book)
    await settled(page)
    await search(page, "张三 8899")
    assert names(page) == ["张三"]
    assert page.foot.text == "", "nobody who goes on typing wants to know"
    await until(lambda: page.foot.text, "whom the words find by themselves")
    assert page.foot.text == "More match one of the words: “8899” (2)."
    await until(lambda: heard and heard[-1].endswith(page.foot.text), "what is offered")
    said = len(heard)
    book.contacts[1099] = replace(PEOPLE[0], userid="z9", name="Lee")
    book.events.publish(ContactsChanged(frozenset({1099})))
    await until(lambda: page.foot.text != "More match one of the words: “8899” (2).", "a new answer")
    assert page.foot.text == "More match one of the words: “8899” (3).", "with nothing in between"
    assert len(heard) == said
    last = page.view.viewport().mapTo(page, QPoint(0, page.view.rowViewportPosition(0) + page.view.rowHeight(0)))
    assert abs(page.foot.mapTo(page, QPoint()).y() - last.y()) <= 4
    button(page.foot, "“8899” (3)").setFocus()
    book.contacts[1098] = replace(PEOPLE[0], userid="z8", name="Lee")
    book.events.publish(ContactsChanged(frozenset({1098})))
    await until(lambda: "(4)" in page.foot.text, "another one")
    link = button(page.foot, "“8899” (4)")
    assert link.hasFocus()
    assert link.accessibleName() == "4 more contact(s) match “8899”"
    link.click()
    await settled(page)
    assert page.view.hasFocus()
    assert page.search.text() == "8899"
    assert page.table.size == 5
    assert page.foot.text == ""


async def test_no_column_shows_an_arrow_while_the_best_match_stands_first(open_page, book):
    page = open_page(book)
    await settled(page)
    header = page.view.horizontalHeader()
    assert header.sortIndicatorSection() == Column.NAME
    await search(page, "zhang")
    assert header.sortIndicatorSection() == -1
    page.view.sort_requested.emit(SortKey.COMPANY, False)
    await settled(page)
    assert header.sortIndicatorSection() == -1
    assert page.result._order.text() == "Best match, then Company and title"
    page.search.clear()
    await settled(page)
    assert header.sortIndicatorSection() == Column.COMPANY


async def test_while_owners_are_not_known_by_name_more_may_come(open_page, book, monkeypatch):
    page = open_page(book)
    await settled(page)
    monkeypatch.setattr(type(page._session.staff), "is_learning", True)
    await search(page, "zhang")
    assert page.result.text.endswith("of 43; owners' names are still loading")
    page.search.clear()
    await settled(page)
    assert "owners" not in page.result.text
    await search(page, "zhang")
    monkeypatch.setattr(type(page._session.staff), "is_learning", False)
    page.events.on_staff_changed()
    await settled(page)
    assert page.result.text.endswith("of 43")


async def test_while_the_texts_are_read_the_list_grows_and_nobody_is_said_to_be_missing(
    open_page, book, heard, monkeypatch
):
    page = open_page(book)
    await settled(page)
    answer_all, read, asked = book.answer, 0, 0

    async def answer(query, patience):
        nonlocal asked
        asked += 1
        found = await answer_all(query)
        return replace(found, ids=found.ids[:read], partial=read < len(found.ids))

    monkeypatch.setattr(book, "answer", answer)
    everybody = page.table.size
    page.search.setText("zhang")
    await until(lambda: asked > 3, "some more questions")
    assert page.table.size == everybody, "what stands there stays until somebody is found"
    read = 1
    await until(lambda: page.table.size == 1, "the first")
    assert page.result.text.endswith("of 43; still searching")
    read = everybody
    await settled(page)
    assert page.table.size > 1
    assert page.result.text.endswith("of 43")
    await until(lambda: heard, "the result")
    assert len(heard) == 1
    assert not heard[0].startswith("1 contact")
