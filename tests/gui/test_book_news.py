"""What others have changed: told below, marked in the list, listed by itself, forgotten once the person has seen it."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from addressbook.domain.fields import Field
from addressbook.domain.news import NewsKind
from addressbook.domain.query import Scope
from addressbook.services.events import ContactsChanged, PassFinished
from addressbook.ui import theme
from addressbook.ui.actions import Act
from addressbook.ui.dialogs.removed import RemovedDialog
from addressbook.ui.models.columns import Column
from addressbook.ui.row_painter import Box
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import act, settled
from tests.helpers.wait import until

MARKS = {3: NewsKind.NEW, 7: NewsKind.NEW, 11: NewsKind.CHANGED}


async def shown(page):
    await until(lambda: not page.telling._tasks.busy)
    await settled(page)


async def test_changes_are_told_below_and_offered(open_page, speak):
    speak("en")
    book = FakeBook(40)
    page = open_page(book)
    await shown(page)
    assert "new" not in page.status.text
    assert not page.status.offered
    assert page.sidebar.scopes[Scope.CHANGES].isHidden()
    book.changes.tell(MARKS, ["Ann Lee"])
    await shown(page)
    assert page.status.text == "40 contacts · 2 new, 1 changed, 1 removed"
    assert page.status.offered == "Show changes"
    assert not page.sidebar.scopes[Scope.CHANGES].isHidden()
    assert "3 contacts" in page.sidebar.scopes[Scope.CHANGES].accessibleName()
    assert page.news.isHidden()


async def test_what_an_earlier_run_has_left_is_told_at_the_start(open_page):
    book = FakeBook(10)
    book.changes.tell(MARKS)
    page = open_page(book)
    await shown(page)
    assert "2 new, 1 changed" in page.status.text
    assert "removed" not in page.status.text


async def test_the_list_of_changes_names_who_is_gone_and_marks_rows(open_page):
    book = FakeBook(40)
    page = open_page(book)
    page.search.setText("x")
    await shown(page)
    book.changes.tell(MARKS, ["Ann Lee", "Bo", "<b>Cy</b>", "Di", "Ed"])
    page.status.press_link()
    await shown(page)
    assert page.queries.query.scope is Scope.CHANGES
    assert page.search.text() == "", "whatever was looked for would hide what is to be shown"
    assert {page.table.id_at(line) for line in range(page.table.size)} == set(MARKS)
    assert page.news.isVisible()
    assert page.news.text == "2 new, 1 changed, 5 removed No longer in DingTalk: Ann Lee, Bo, <b>Cy</b> and 2 more"
    assert not page.status.offered, "it is listed already"
    spoken = [page.table.index(line, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole) for line in range(3)]
    assert sorted(text.split(", ")[1] for text in spoken) == ["Changed", "New", "New"]
    assert "New" in page.table.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole) or "Changed" in spoken[0]


async def test_seen_means_that_nothing_is_told_any_more(open_page, speak):
    speak("en")
    book = FakeBook(40)
    page = open_page(book)
    book.changes.tell(MARKS, ["Ann"])
    page.telling.open()
    await shown(page)
    told = book.changes.news
    page.news.seen.emit()
    await shown(page)
    assert book.changes.seen == [told]
    assert page.queries.query.scope is Scope.ALL
    assert page.table.size == 40
    assert page.status.text == "40 contacts"
    assert page.news.isHidden()
    assert page.sidebar.scopes[Scope.CHANGES].isHidden()
    spoken = page.table.index(0, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "New" not in spoken.split(", ")


async def test_only_removed_contacts_are_told_too(open_page):
    book = FakeBook(4)
    page = open_page(book)
    book.changes.tell({}, ["Ann"])
    page.telling.open()
    await shown(page)
    assert page.table.size == 0
    assert page.message.title == "Nobody is new or changed since you looked"
    assert "Ann" in page.news.text


async def test_rows_that_change_while_they_are_listed_join_the_list(open_page):
    book = FakeBook(40)
    page = open_page(book)
    book.changes.tell({3: NewsKind.NEW})
    page.telling.open()
    await shown(page)
    assert page.table.size == 1
    book.changes.tell(MARKS)
    await until(lambda: page.table.size == 3)
    assert "2 new" in page.news.text


async def test_the_list_of_changes_says_what_has_changed(open_page, speak):
    speak("en")
    book = FakeBook(40)
    page = open_page(book)
    book.changes.tell(MARKS, fields=(Field.COMPANY, Field.COUNTRY, Field.PHONE))
    await shown(page)
    row = page.table.row_at(page.table.line_of(11))
    words = "Changed: Company, Phone"
    assert words in page.table.spoken(row)
    assert words in page.table.index(page.table.line_of(11), Column.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert not page.table.lists_changes, "elsewhere the alias stands there"
    page.telling.open()
    await shown(page)
    assert page.table.lists_changes
    drawn = []
    page.view._rows._draw_second = lambda _painter, _rect, text, *_: drawn.append(text)
    page.view.grab()
    assert "Company, Phone" in drawn
    new = page.table.row_at(page.table.line_of(3))
    assert page.table.change_words(new) == "New"


async def test_a_name_is_not_cut_for_the_word_that_tells_it_is_new(open_page, speak):
    speak("en")
    book = FakeBook(40)
    page = open_page(book)
    book.changes.tell(MARKS)
    await shown(page)
    row = page.table.row_at(page.table.line_of(3))
    drawn = []
    page.view._rows._draw = lambda _painter, box, text, *_, **__: drawn.append((text, box.width))
    metrics = QFontMetricsF(theme.current().font("body"))
    word = QFontMetricsF(theme.current().font("caption")).horizontalAdvance("New") + 8
    for room, words in ((5, True), (-5, False)):
        drawn.clear()
        box = Box(0, 0, round(metrics.horizontalAdvance(row.name) + word + room), 50)
        assert box.width > 2.2 * word
        image = QImage(300, 60, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            taken = page.view._rows._paint_news(painter, box, row, False)
        assert [text for text, _ in drawn] == (["New"] if words else [])
        assert metrics.horizontalAdvance(row.name) < box.width - taken


async def test_everybody_who_is_gone_is_listed(open_page, speak):
    speak("en")
    book = FakeBook(4)
    page = open_page(book)
    book.changes.tell({}, [f"Name {number}" for number in range(30)])
    page.telling.open()
    await shown(page)
    page.news.removed_asked.emit()
    page.news.removed_asked.emit()  # an impatient double click
    await shown(page)
    (dialog,) = page.findChildren(RemovedDialog)
    lines = dialog.names.toPlainText().splitlines()
    assert len(lines) == 30
    assert lines[0].startswith("Name 0 · Acme · ")
    assert dialog.windowTitle() == "30 contacts no longer in DingTalk"
    dialog.accept()


@pytest.fixture
def heard(monkeypatch):
    said: list[str] = []
    monkeypatch.setattr("addressbook.ui.book_news.announce", lambda _widget, words: said.append(words))
    return said


async def test_screen_readers_hear_what_is_new_once(open_page, speak, heard):
    speak("en")
    book = FakeBook(4)
    page = open_page(book)
    await shown(page)
    book.changes.tell({1: NewsKind.CHANGED})
    await shown(page)
    book.changes.tell({1: NewsKind.CHANGED})
    await shown(page)
    assert heard == ["1 changed"]


async def test_who_asks_whether_anything_has_changed_hears_that_nothing_has(open_page, speak, heard):
    speak("en")
    book = FakeBook(4)
    page = open_page(book)
    await shown(page)

    def finish(began: float, *rows: int) -> None:
        if rows:
            book.events.publish(ContactsChanged(frozenset(rows)))
        book.events.publish(PassFinished(datetime.now(UTC), began))

    finish(time.monotonic())
    assert heard == [], "nobody had asked"
    earlier = time.monotonic()
    act(page, Act.REFRESH)
    assert book.calls[-1] == "refresh"
    finish(earlier)
    assert heard == [], "that pass was under way before"
    finish(time.monotonic())
    assert heard == ["Checked: nothing has changed"]
    assert page.status.text == heard[0]
    act(page, Act.REFRESH)
    finish(time.monotonic(), 2)
    finish(time.monotonic())
    assert len(heard) == 1, "the change is told by itself"
    await shown(page)
