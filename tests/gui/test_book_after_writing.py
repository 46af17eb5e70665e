"""What the book page shows once something was written: that it went well, and whom it was about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from addressbook.services.delete_reports import UndoReport
from addressbook.services.events import ContactsChanged, LoadState
from addressbook.ui import book_writing
from addressbook.ui.actions import Act
from addressbook.ui.dialogs.delete_contacts import DeleteDialog
from addressbook.ui.forms.country_list import CountryList
from tests.gui.test_book_writing import saved
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import act, settled
from tests.helpers.wait import until
from tests.helpers.windows import button, window


@pytest.fixture
def book_page(open_page):
    async def opened():
        page = open_page(FakeBook(40))
        await settled(page)
        return page

    return opened


async def test_that_all_went_well_hides_nothing_more_serious(book_page):
    page = await book_page()
    book = page._session.book
    book.tell(book.progress._replace(state=LoadState.OFFLINE))
    saved(page)
    assert "Offline" in page.status.text


async def test_whoever_comes_back_after_a_deletion_is_chosen_again(book_page):
    page = await book_page()
    book = page._session.book
    row = page.table.id_at(3)
    lost = book.contacts[row]
    deleting = page._session.deleting
    page.writing.flow.start([lost])
    button(await window(DeleteDialog), "Delete").click()
    await until(lambda: page.actions_by_id[Act.UNDO].isEnabled(), "Undo")
    assert page.view.current_id is None
    back = replace(lost, userid="made-again")
    deleting.answers = [UndoReport(deleting.undoable[0], restored=(back,))]
    new_row = max(book.contacts) + 1
    book.contacts[new_row] = back
    book.events.publish(ContactsChanged(frozenset({new_row})))
    act(page, Act.UNDO)
    await until(lambda: page.view.current_id == new_row, "whoever came back")


async def test_all_who_come_back_after_a_deletion_are_selected(book_page):
    page = await book_page()
    book = page._session.book
    lost = [book.contacts[page.table.id_at(line)] for line in (2, 5, 9)]
    deleting = page._session.deleting
    page.writing.flow.start(lost)
    button(await window(DeleteDialog), "Delete").click()
    await until(lambda: page.actions_by_id[Act.UNDO].isEnabled(), "Undo")
    back = {max(book.contacts) + 1 + place: replace(each, userid=f"again{place}") for place, each in enumerate(lost)}
    deleting.answers = [UndoReport(deleting.undoable[0], restored=tuple(back.values()))]
    book.contacts.update(back)
    book.events.publish(ContactsChanged(frozenset(back)))
    act(page, Act.UNDO)
    await until(lambda: set(page.view.selected_ids()) == set(back), "whoever came back")
    await settled(page)
    assert set(page.view.selected_ids()) == set(back), "also once the list has caught up"


async def test_countries_are_read_once_the_book_stands_still(open_page, monkeypatch):
    prepared, fired = [], []
    monkeypatch.setattr(book_writing, "IDLE_MILLISECONDS", 1)
    monkeypatch.setattr(CountryList, "prepare", lambda _: prepared.append(True))
    book = FakeBook(5)
    page = open_page(book)
    await settled(page)
    await until(lambda: prepared, "the countries")
    assert not page.writing._idle.isActive(), "once"
    book.tell(book.progress._replace(state=LoadState.LOADING))
    page.writing._idle.timeout.connect(lambda: fired.append(True))
    page.writing.begin()
    await until(lambda: len(fired) > 2, "the timer")
    assert prepared == [True], "not while the book is being read"
    book.tell(book.progress._replace(state=LoadState.IDLE))
    await until(lambda: len(prepared) == 2, "the countries")
    assert not page.writing._idle.isActive()
