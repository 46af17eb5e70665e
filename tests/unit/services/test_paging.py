"""The book-keeping of a pass: overlap, end, resumption, pages in any order."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from addressbook.services.paging import PAGE_SIZE, STRIDE, PagePlan, PageSeen


def seen(rows: list[str]) -> PageSeen:
    return PageSeen(len(rows), rows[0], rows[-1]) if rows else PageSeen(0)


def page_of(book: list[str], offset: int) -> list[str]:
    return book[offset : offset + PAGE_SIZE]


@settings(deadline=None)
@given(total=st.integers(0, 700), under_way=st.integers(1, 16), seed=st.integers(0, 10_000))
def test_every_row_of_a_list_that_stands_still_is_read_in_whatever_order_pages_come(
    total: int, under_way: int, seed: int
) -> None:
    chance = random.Random(seed)
    book = [f"id{number}" for number in range(total)]
    plan, flight, met = PagePlan(), [], set()
    while not plan.finished:
        while len(flight) < under_way and (index := plan.take()) is not None:
            flight.append(index)
        index = flight.pop(chance.randrange(len(flight)))
        if chance.random() < 0.2:
            plan.give_back(index)
            continue
        rows = page_of(book, plan.offset(index))
        stored_up_to = plan.next_offset({index: seen(rows)} if rows else None)
        met.update(rows)
        plan.arrived(index, seen(rows))
        assert set(book[:stored_up_to]) <= met, "a restart at this offset would leave rows out"
    assert met == set(book)
    assert not plan.moved


def test_only_an_empty_page_ends_the_list() -> None:
    plan = PagePlan()
    for number, rows in enumerate((100, 3, 1, 100, 2)):
        assert plan.take() == number
        plan.arrived(number, PageSeen(rows, f"{number}a", f"{number}b"))
        assert not plan.finished
    assert plan.take() == 5
    plan.arrived(5, PageSeen(0))
    assert plan.finished
    assert plan.take() is None
    assert not plan.moved, "pages that are not full are not judged"
    assert plan.short_pages() == [1, 2]


def test_a_boundary_that_does_not_match_means_that_the_list_moved() -> None:
    book = [f"id{number}" for number in range(250)]
    plan = PagePlan()
    plan.arrived(plan.take() or 0, seen(page_of(book, 0)))
    del book[3]
    plan.arrived(plan.take() or 0, seen(page_of(book, STRIDE)))
    assert plan.moved


def test_an_unreadable_id_at_a_boundary_proves_nothing() -> None:
    plan = PagePlan()
    plan.arrived(0, PageSeen(100, "a", None))
    plan.arrived(1, PageSeen(100, "b", "c"))
    assert not plan.moved


def test_something_behind_an_empty_page_is_read_too_and_means_that_the_list_moved() -> None:
    plan = PagePlan()
    assert [plan.take() for _ in range(3)] == [0, 1, 2]
    plan.arrived(1, PageSeen(0))
    plan.arrived(2, PageSeen(5, "x", "y"))
    assert plan.moved
    plan.arrived(0, PageSeen(100, "a", "b"))
    assert not plan.finished
    assert plan.take() == 3
    assert plan.next_offset() == STRIDE, "an interrupted pass goes on at the empty page"
    plan.arrived(3, PageSeen(0))
    assert plan.finished


def test_pages_beyond_the_end_that_failed_are_not_asked_for_again() -> None:
    plan = PagePlan()
    assert [plan.take() for _ in range(4)] == [0, 1, 2, 3]
    plan.arrived(0, PageSeen(7, "a", "b"))
    plan.give_back(3)
    plan.arrived(1, PageSeen(0))
    assert plan.take() is None
    assert plan.finished


def test_a_page_that_was_given_back_and_stored_all_the_same_is_not_asked_for_again() -> None:
    plan = PagePlan()
    assert [plan.take(), plan.take()] == [0, 1]
    plan.give_back(0)
    plan.arrived(0, PageSeen(100, "a", "b"))
    assert plan.take() == 2


def test_a_pass_that_goes_on_after_a_restart_counts_as_moved() -> None:
    plan = PagePlan(start=5 * STRIDE)
    assert plan.moved
    assert plan.offset(plan.take() or 0) == 5 * STRIDE
    plan.arrived(0, PageSeen(0))
    assert plan.finished
    assert plan.next_offset() == 5 * STRIDE


def test_a_server_that_ignores_the_offset_is_found_out() -> None:
    plan = PagePlan()
    for number in range(10):
        plan.arrived(number, PageSeen(100, "same", "other"))
    assert plan.same_page_again


def test_a_pass_that_goes_on_at_the_row_that_stood_there_has_not_moved() -> None:
    book = [f"id{number}" for number in range(700)]
    before = PagePlan()
    for number in range(3):
        page = seen(page_of(book, before.offset(number)))
        assert before.edge({number: page}) == book[(number + 1) * STRIDE]
        before.arrived(before.take() or 0, page)
    start, edge = before.next_offset(), before.edge()
    for shift, moved in ((0, False), (1, True)):
        after = PagePlan(start, edge)
        assert after.edge() == edge
        while not after.finished:
            index = after.take()
            assert index is not None
            after.arrived(index, seen(page_of(book[shift:], after.offset(index))))
        assert after.moved is moved


def test_no_row_is_known_to_go_on_at_where_the_list_moved_or_a_page_was_not_full() -> None:
    book = [f"id{number}" for number in range(400)]
    moving = PagePlan()
    moving.arrived(0, seen(page_of(book, 0)))
    assert moving.edge({1: seen(page_of(book[1:], STRIDE))}) == ""
    assert not moving.moved, "asking changes nothing"
    short = PagePlan()
    assert short.edge({0: seen(book[:50])}) == ""
    unreadable = PagePlan()
    assert unreadable.edge({0: PageSeen(PAGE_SIZE, "a", None)}) == ""


def test_the_row_to_go_on_at_is_that_of_the_pages_that_came_without_a_gap() -> None:
    book = [f"id{number}" for number in range(700)]
    plan = PagePlan()
    for number in (0, 2, 3):
        plan.arrived(number, seen(page_of(book, number * STRIDE)))
    assert (plan.next_offset(), plan.edge()) == (STRIDE, book[STRIDE])
    missing, next_one = seen(page_of(book, STRIDE)), seen(page_of(book, 4 * STRIDE))
    assert (plan.next_offset({1: missing}), plan.edge({1: missing})) == (4 * STRIDE, book[4 * STRIDE])
    together = {4: next_one, 1: missing}
    assert (plan.next_offset(together), plan.edge(together)) == (5 * STRIDE, book[5 * STRIDE])
    assert plan.edge({1: missing, 4: seen(page_of(book[1:], 4 * STRIDE))}) == "", "not even among themselves"


def test_an_end_where_another_row_should_stand_means_that_the_list_moved() -> None:
    plan = PagePlan(5 * STRIDE, "x")
    plan.arrived(plan.take() or 0, PageSeen(0))
    assert plan.finished
    assert plan.moved
