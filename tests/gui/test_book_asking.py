"""What the list asks the copy, when, and how often it is painted for one answer."""

from __future__ import annotations

import asyncio
import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject

from addressbook.domain.query import ContactQuery
from addressbook.errors import StoreBusy
from addressbook.services.events import ContactsChanged, StaffChanged
from addressbook.ui import part_matches
from addressbook.ui.actions import Act
from addressbook.ui.models.columns import Column
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_staff import FakeStaff
from tests.helpers.pages import act, settled
from tests.helpers.searching import with_people
from tests.helpers.wait import until


class Paints(QObject):
    """Counts how often the list is painted."""

    def __init__(self, page, tell=lambda: None):
        super().__init__(page)
        self.count = 0
        self.tell = tell
        page.view.viewport().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.count += 1
            self.tell()
        return False


async def quiet(paints):
    """Wait until nothing is painted any more: a timer of Qt's would come with the next turns of the loop."""
    before = -1
    while before != paints.count:
        before = paints.count
        for _ in range(20):
            await asyncio.sleep(0.001)


async def watched(open_page, book):
    """The page of a book, at rest, and what counts how often its list is painted."""
    page = open_page(book)
    await settled(page)
    page.queries._names_calm.setInterval(3_600_000)  # else a busy computer would ask for new names while we look
    paints = Paints(page)
    await quiet(paints)
    return page, paints


def call(colleague, name, book, monkeypatch):
    """It becomes known that a colleague is called so."""
    monkeypatch.setattr(FakeStaff, "names", {**FakeStaff.names, colleague: name})
    book.events.publish(StaffChanged())


def note_questions(book, monkeypatch, note):
    """Call `note` with each query when it is asked."""
    real = book.answer

    def answer(query, *patience):
        note(query)
        return real(query, *patience)

    monkeypatch.setattr(book, "answer", answer)


async def test_an_answer_is_painted_once(open_page):
    page = open_page(FakeBook(600))
    await settled(page)
    paints = Paints(page)
    for typed in ("foster", "liam", "rossi", "li", ""):
        await quiet(paints)
        before, listed = paints.count, list(page.table.ids_between(0, 600))
        page.search.setText(typed)
        await settled(page)
        await quiet(paints)
        assert list(page.table.ids_between(0, 600)) != listed
        assert paints.count == before + 1, typed


async def test_no_column_moves_when_the_scroll_bar_comes_or_goes(open_page):
    page = open_page(with_people())
    await settled(page)
    view, paints, seen = page.view, Paints(page), set()
    columns = (Column.NAME, Column.PHONE, Column.COMPANY, Column.LABELS)
    for typed in ("z", "", "zs", "8899", ""):
        await quiet(paints)
        before = paints.count
        page.search.setText(typed)
        await settled(page)
        await quiet(paints)
        assert paints.count == before + 1, typed
        scrolls = view.verticalScrollBar().maximum() > 0
        seen.add((scrolls, *(view.columnViewportPosition(column) for column in columns)))
        assert view.viewport().width() - sum(map(view.columnWidth, Column)) in range(5), "but for what is rounded off"
    assert {each[0] for each in seen} == {True, False}
    assert len({each[1:] for each in seen}) == 1


async def test_nothing_scrolls_sideways_when_rows_come_while_the_list_is_hidden(open_page):
    page = open_page(with_people())
    await settled(page)
    page.search.setText("8899")
    await settled(page)
    page._stack.setCurrentWidget(page.message)
    ranges = []

    def look(_):
        assert not page.view.isVisible()
        page.view.updateGeometries()  # as Qt does whenever anything changes
        ranges.append(page.view.horizontalScrollBar().maximum())

    page.view.listed_anew.connect(look)
    page.search.clear()
    await settled(page)
    assert page.view.isVisible()
    assert ranges == [0]


async def test_a_question_is_sent_before_the_window_shows_what_is_asked(open_page, monkeypatch):
    book = FakeBook(20)
    page = open_page(book)
    await settled(page)
    seen = []
    note_questions(book, monkeypatch, lambda query: seen.append((query.text, page.result._order.text())))
    page.search.setText("alan")
    assert seen == [("alan", "Sorted by: Name")]
    assert page.result._order.text() == "Best match first"
    await settled(page)
    assert len(seen) == 1


async def test_a_question_that_was_sent_may_be_given_up_before_it_is_waited_for(open_page):
    page = open_page(FakeBook(20))
    await settled(page)
    page.search.setText("alan")
    page.close_page()  # would warn of an answer that nobody waits for
    await until(lambda: page.queries.settled)


async def test_a_newer_key_overtakes_an_older_question(open_page):
    book = FakeBook(60)
    page = open_page(book)
    await settled(page)
    book.hold = asyncio.Event()
    book.asked.clear()
    for typed in ("a", "al", "ala", "alan"):
        page.search.setText(typed)
        await asyncio.sleep(0)
    sizes = []
    page.table.modelReset.connect(lambda: sizes.append(page.table.size))
    book.hold.set()
    await settled(page)
    assert [query.text for query in book.asked] == ["a", "alan"], "nobody wants to know what is between"
    assert sizes == [page.table.size]


async def test_what_changes_meanwhile_waits_until_the_answer_is_shown(open_page, monkeypatch):
    book = FakeBook(60)
    page = open_page(book)
    await settled(page)
    book.hold = asyncio.Event()
    seen = []
    note_questions(book, monkeypatch, lambda _query: seen.append("asked"))
    page.queries._calm.setInterval(20)
    page.search.setText("alan")
    book.events.publish(ContactsChanged(frozenset(range(10, 20))))  # by a refresh: so many no person writes at once
    await asyncio.sleep(0.05)  # its time has come, and comes again
    Paints(page, lambda: seen.append("painted"))
    page.queries.answered.connect(lambda: seen.append("answered"))
    book.hold.set()
    await until(lambda: seen.count("asked") == 2, "what changed")
    assert seen[:3] == ["asked", "answered", "painted"]
    await settled(page)


@pytest.mark.parametrize("changed", [2, 10], ids=["few", "many"])
async def test_nothing_else_is_asked_between_two_keys(open_page, monkeypatch, changed):
    book = FakeBook(60)
    page = open_page(book)
    await settled(page)
    asked = []
    note_questions(book, monkeypatch, lambda query: asked.append(query.text))
    monkeypatch.setattr(part_matches, "CALM_SECONDS", 3600.0)  # parts of a word are for those who wait
    counts = book.counts
    monkeypatch.setattr(book, "counts", lambda *args: (asked.append("counts"), counts(*args))[1])
    queries = page.queries
    queries._calm.setInterval(0)
    queries._count_calm.setInterval(0)
    for typed in ("nobody", "a", "al", "ala"):
        page.search.setText(typed)
        queries._asked_at += 3600  # an endless moment
        await until(lambda: queries.is_answered)
        book.events.publish(ContactsChanged(frozenset(range(10, 10 + changed))))
        for _ in range(20):
            await asyncio.sleep(0.001)
    assert asked == ["nobody", "a", "al", "ala"]
    assert queries.behind
    queries._asked_at = 0.0
    await settled(page)
    assert asked[4:] == ["ala", "counts"] or asked[4:] == ["counts", "ala"]
    assert not queries.behind


async def test_what_is_said_otherwise_is_painted_with_the_answer_that_is_on_its_way(open_page, monkeypatch):
    book = FakeBook(60)
    page, paints = await watched(open_page, book)
    before = paints.count
    book.hold = asyncio.Event()
    page.search.setText("a")
    call(page.table.row_at(0).owner_id, "Zacharias Zimmer", book, monkeypatch)
    page.table.rows_changed(page.table.ids_between(0, 5))
    await quiet(paints)
    assert paints.count == before
    book.hold.set()
    await until(lambda: page.queries.is_answered, "the answer")
    await quiet(paints)
    assert paints.count == before + 1


async def test_a_key_makes_asking_for_new_names_needless(open_page):
    book = FakeBook(60)
    page = open_page(book)
    await settled(page)
    page.search.setText("a")
    await settled(page)
    book.asked.clear()
    book.events.publish(StaffChanged())
    page.search.setText("al")
    await settled(page)
    assert [query.text for query in book.asked] == ["al"]


async def test_new_names_are_asked_for_again_after_an_answer_that_did_not_come(open_page, monkeypatch):
    book = FakeBook(60)
    page = open_page(book)
    await settled(page)
    page.search.setText("a")
    await settled(page)
    real = book.answer

    async def fail(*_):
        raise StoreBusy

    monkeypatch.setattr(book, "answer", fail)
    page.queries._names_calm.setInterval(0)
    failed = []
    page.queries.failed.connect(failed.append)
    book.events.publish(StaffChanged())
    await until(lambda: failed, "the trouble")
    monkeypatch.setattr(book, "answer", real)
    assert page.queries.behind
    book.asked.clear()
    page.queries._calm.start()
    await until(lambda: book.asked, "the names")
    await settled(page)
    assert not page.queries.behind


async def test_a_name_is_painted_where_it_is_seen_and_costs_nothing_elsewhere(open_page, monkeypatch):
    book = FakeBook(600)
    page, paints = await watched(open_page, book)
    before = paints.count
    book.events.publish(StaffChanged())
    await quiet(paints)
    assert paints.count == before, "nobody who is listed is called otherwise"
    owner = page.table.row_at(0).owner_id
    call(owner, "Zacharias Zimmer", book, monkeypatch)
    await quiet(paints)
    assert paints.count > before
    page.asking.ask(ContactQuery(text="zimmer"))
    await settled(page)
    assert page.table.marks(page.table.row_at(0)) is not None
    call(owner, "Ann", book, monkeypatch)
    assert page.table.marks(page.table.row_at(0)) is None, "what was found by that name is not any more"


async def test_another_scope_is_counted_when_its_list_is_there(open_page, monkeypatch):
    book = FakeBook(60)
    page = open_page(book)
    await settled(page)
    order = []
    counts = book.counts

    async def counted(*args):
        order.append("counted")
        return await counts(*args)

    monkeypatch.setattr(book, "counts", counted)
    page.queries.answered.connect(lambda: order.append("answered"))
    act(page, Act.SCOPE_NO_LABEL)
    await settled(page)
    assert order[:2] == ["answered", "counted"]


async def test_no_key_waits_while_the_words_are_asked_for_one_by_one(open_page, monkeypatch):
    book = with_people()
    page = open_page(book)
    await settled(page)
    answer_all, read, waits = book.answer, False, []

    async def answer(query, patience=math.inf):
        waits.append(patience)
        found = await answer_all(query)
        return found if read or " " in query.text else replace(found, partial=True)

    monkeypatch.setattr(book, "answer", answer)
    page.search.setText("zoe 0012")
    await until(lambda: len(waits) > 1, "the first word")
    assert max(waits) < 0.1
    await until(lambda: not page.states._parts._tasks.busy, "the end of that")
    await settled(page)
    assert "alone" not in page.message.text
    read = True
    page.states.show()
    await until(lambda: "alone" in page.message.text, "the words by themselves")
    assert page.message.text == "1 contact(s) match “zoe” alone.\n1 contact(s) match “0012” alone."


async def test_of_one_word_that_finds_nobody_what_finds_somebody_is_offered(open_page):
    page = open_page(with_people())
    await settled(page)
    page.search.setText("zoex")
    await until(lambda: "alone" in page.message.text, "the beginning by itself")
    assert page.message.text == "1 contact(s) match “zoe” alone."
    page.search.setText("锦程张三")
    await until(lambda: "张三" in page.message.text, "beginning and ending")
    assert page.message.text == "7 contact(s) match “锦程” alone.\n1 contact(s) match “张三” alone."
    page.search.setText("张总")
    await until(lambda: "“张”" in page.message.text, "the surname")
    page.search.setText("qvqvqv")
    await settled(page)
    assert "alone" not in page.message.text
