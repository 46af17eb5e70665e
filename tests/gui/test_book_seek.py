"""What was just saved is chosen in the list, but never in the place of what a person has chosen since."""

from __future__ import annotations

import pytest

from addressbook.ui.book_seek import Seek
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import settled


@pytest.mark.parametrize(("how", "chosen"), [(Seek.CHANGED, 5), (Seek.ADDED, 5), (Seek.ASKED_FOR, 2)])
async def test_a_choice_made_while_the_list_catches_up_stays(open_page, how, chosen):
    book = FakeBook(20)
    page = open_page(book)
    await settled(page)
    page.view.choose_line(2)
    third, sixth = page.table.id_at(2), page.table.id_at(5)
    book.arrive(1)
    assert page.queries.behind
    page.seeking.seek(book.contact(third).userid, how)
    page.view.choose_line(5)
    await settled(page)
    assert page.view.current_id == {2: third, 5: sixth}[chosen]


async def test_without_another_choice_what_was_saved_is_chosen(open_page):
    book = FakeBook(20)
    page = open_page(book)
    await settled(page)
    page.view.choose_line(2)
    wanted = page.table.id_at(7)
    book.arrive(1)
    page.seeking.seek(book.contact(wanted).userid, Seek.ADDED)
    await settled(page)
    assert page.view.current_id == wanted
