"""Sets of rows, and how they are picked out of an order."""

from __future__ import annotations

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


def test_there_is_a_set_of_nothing() -> None:
    assert row_sets.make((), 5) == 0
    assert list(row_sets.members(0, 5)) == []
