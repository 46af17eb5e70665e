"""Rows in an order: what is picked out of it, and where rows go that have changed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addressbook.domain.query import ROWS
from addressbook.store import row_order, row_sets
from addressbook.store.row_order import Key, RowOrder

_BASES = st.sampled_from([0, 10_000_000])


@given(order=st.permutations(range(40)), data=st.data(), base=_BASES, few=st.booleans())
def test_rows_are_picked_set_by_set_in_the_order(order: list[int], data: st.DataObject, base: int, few: bool) -> None:
    places = data.draw(st.lists(st.integers(0, 4), min_size=40, max_size=40))
    sets = [row_sets.make((row + base for row in range(40) if places[row] == number), base) for number in range(4)]
    expected = [row + base for number in range(4) for row in order if places[row] == number]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(row_order, "_FEW", 0 if few else 100)  # where there are so few rows
        rows = array(ROWS, [row + base for row in order])
        assert list(RowOrder(rows, base).pick(sets, 40)) == expected
        # rows that are not in the order are left out
        assert list(RowOrder(rows[:20], base).pick(sets, 40)) == [row for row in expected if row in rows[:20]]


def test_nothing_is_picked_from_nothing() -> None:
    assert list(RowOrder(array(ROWS), 0).pick((1,), 1)) == []
    assert list(RowOrder(array(ROWS, [1]), 0).pick((0, 0), 2)) == []


@given(data=st.data(), base=_BASES)
def test_what_has_changed_goes_where_it_belongs_and_nothing_else_moves(data: st.DataObject, base: int) -> None:
    names = st.sampled_from(["a", "b", "c", "d", "e", "f"])
    book = data.draw(st.dictionaries(st.integers(base, base + 11), names))

    def keys_of(rows: Iterable[int]) -> dict[int, Key]:
        return {row: (book[row], row) for row in rows if row in book}

    def rows_now() -> list[int]:
        return sorted(book, key=lambda row: (book[row], row))

    order = RowOrder(array(ROWS, rows_now()), base)
    for _ in range(3):
        before = list(order.rows), order.moves
        changes = data.draw(st.dictionaries(st.integers(base, base + 11), st.none() | names, max_size=4))
        for row, name in changes.items():
            book.pop(row, None)
            if name is not None:
                book[row] = name
        more = data.draw(st.sets(st.integers(base, base + 20), max_size=2))  # noted, but not committed
        order.update({*changes, *more}, keys_of, 12)
        assert list(order.rows) == rows_now()
        assert list(order.rows) == before[0] or order.moves != before[1]
        wanted = row_sets.make(book, base)
        assert list(order.pick((wanted, 0), 12)) == rows_now()
        first = [*book][:1]
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(row_order, "_FEW", 0)  # by their places
            sets = [row_sets.make(these, base) for these in (first, book.keys() - set(first))]
            assert list(order.pick(sets, 12)) == first + [row for row in rows_now() if row not in first]


@pytest.mark.parametrize("row", [1, 4])
def test_a_row_at_the_end_may_have_gone_to_another_part(row: int) -> None:
    book = {1: ("a", 1), 2: ("b", 2), 3: ("b", 3), 4: ("c", 4)}
    order = RowOrder(array(ROWS, book), 0)
    book[row] = ("b", row)
    order.update([row], lambda rows: {one: book[one] for one in rows}, 5)
    assert list(order.rows) == [1, 2, 3, 4]
    assert order.moves == 1
