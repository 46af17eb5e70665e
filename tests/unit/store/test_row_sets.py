"""Sets of rows, and how they are picked out of an order."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addressbook.store import row_sets

_BASES = st.sampled_from([0, 10_000_000])


@given(rows=st.sets(st.integers(0, 600)), base=_BASES)
def test_a_set_has_the_rows_it_was_made_of(rows: set[int], base: int) -> None:
    made = row_sets.make((row + base for row in rows), base)
    assert list(row_sets.members(made, base)) == [row + base for row in sorted(rows)]
    assert made.bit_count() == len(rows)
    assert row_sets.from_text(row_sets.to_text(made, 700)) == made


@given(order=st.permutations(range(40)), data=st.data(), base=_BASES, often=st.booleans())
def test_rows_are_picked_set_by_set_in_the_order(order: list[int], data: st.DataObject, base: int, often: bool) -> None:
    places = data.draw(st.lists(st.integers(0, 4), min_size=40, max_size=40))
    sets = [row_sets.make((row + base for row in range(40) if places[row] == number), base) for number in range(4)]
    expected = [row + base for number in range(4) for row in order if places[row] == number]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(row_sets, "_SLICE", 7)
        patched.setattr(row_sets, "_MANY", 10_000 if often else 1)
        rows = array("q", [row + base for row in order])
        assert list(row_sets.pick(rows, sets, base, 40)) == expected
        # rows that are not in the order are left out
        assert list(row_sets.pick(rows[:20], sets, base, 40)) == [row for row in expected if row in rows[:20]]


def test_nothing_is_picked_from_nothing() -> None:
    assert list(row_sets.pick(array("q"), (1,), 0, 0)) == []
    assert list(row_sets.pick(array("q", [1]), (0, 0), 0, 2)) == []
    assert row_sets.make((), 5) == 0
