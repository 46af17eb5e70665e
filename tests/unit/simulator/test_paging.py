"""Paging: the three orders, short pages in mid-list, and lists that move under the reader."""

from __future__ import annotations

import pytest

from addressbook.simulator.book import Book
from addressbook.simulator.options import ORDERS, SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from tests.helpers.simulator import Caller


def read_all(book: Book, size: int) -> tuple[list[str], list[int]]:
    ids, lengths, offset = [], [], 0
    while page := book.page(offset, size):
        ids += [str(row["userid"]) for row in page]
        lengths.append(len(page))
        offset += size
    return ids, lengths


@pytest.mark.parametrize("order", ORDERS)
def test_every_contact_comes_exactly_once(order: str) -> None:
    book = Book(SimulatorOptions(contacts=1000, order=order))
    ids, lengths = read_all(book, 100)
    assert len(ids) == len(set(ids)) == 1000
    assert any(length < 100 for length in lengths[:-1]), "no short page in mid-list"


def test_the_orders_differ() -> None:
    oldest, newest, shuffled = (read_all(Book(SimulatorOptions(contacts=500, order=order)), 100)[0] for order in ORDERS)
    assert newest == oldest[::-1]
    assert shuffled not in (oldest, newest)
    assert sorted(shuffled) == sorted(oldest)


def test_no_page_before_the_end_is_empty_even_when_all_its_rows_are_hidden() -> None:
    book = Book(SimulatorOptions(contacts=400))
    ids, lengths = read_all(book, 1)
    assert min(lengths) == 1
    assert len(set(ids)) == 400


def test_full_pages_when_no_rows_are_hidden() -> None:
    _, lengths = read_all(Book(SimulatorOptions(contacts=1000, hidden_rows=False)), 100)
    assert lengths == [100] * 10


@pytest.mark.parametrize(("order", "place"), [("oldest", -1), ("newest", 0)])
def test_a_new_contact_goes_where_the_order_wants_it(order: str, place: int) -> None:
    book = Book(SimulatorOptions(contacts=250, order=order))
    userid = book.add_sample({"name": "New"})
    ids, _ = read_all(book, 100)
    assert ids[place] == userid
    assert len(ids) == len(book) == 251


@pytest.mark.parametrize("order", ORDERS)
def test_a_removed_contact_moves_the_rest_up(order: str) -> None:
    book = Book(SimulatorOptions(contacts=250, order=order, hidden_rows=False))
    before, _ = read_all(book, 100)
    number = book.find(before[7])
    assert number is not None
    book.remove(number)
    assert read_all(book, 100)[0] == before[:7] + before[8:]
    assert book.find(before[7]) is None


def test_a_change_keeps_its_place(server: SimulatorServer) -> None:
    before = server.state.book.rows()
    (userid,) = server.edit("change", index=5, fields={"name": "Renamed", "title": None})
    after = server.state.book.rows()
    assert [row["userid"] for row in after] == [row["userid"] for row in before]
    assert after[5]["name"] == "Renamed"
    assert after[5]["userid"] == userid
    assert "title" not in after[5]


def test_an_edit_can_come_at_a_certain_page(server: SimulatorServer, caller: Caller) -> None:
    first = server.state.book.rows()[0]["userid"]
    server.faults.add("edit", endpoints=["extcontact/list"], after=1, times=1, op="remove", index=0)
    pages = [caller("extcontact/list", offset=offset, size=100)["results"] for offset in (0, 100, 200, 300)]
    ids = [row["userid"] for page in pages for row in page]
    assert ids[0] == first  # it was there when the first page was read
    assert len(ids) == len(set(ids)) == 299  # and one other contact slipped through between the pages
    assert len(server.state.book) == 299


def test_edits_of_contacts_that_are_not_there_are_refused(server: SimulatorServer) -> None:
    server.edit("remove", index=3)
    with pytest.raises(LookupError):
        server.edit("remove", index=3)
    with pytest.raises(ValueError, match="no such edit"):
        server.edit("rename", index=4)
