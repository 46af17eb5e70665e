"""Where selected lines stand once the order has been replaced."""

from __future__ import annotations

import time
from array import array

from hypothesis import given
from hypothesis import strategies as st

from addressbook.ui.models.lines import moved, runs

_ROWS = st.lists(st.integers(5, 40), unique=True, max_size=20)


@given(before=_ROWS, now=_ROWS, flags=st.lists(st.booleans(), min_size=20, max_size=20), typecode=st.sampled_from("iq"))
def test_the_same_contacts_are_chosen_as_far_as_they_are_listed(before, now, flags, typecode):
    chosen = bytes(flags[: len(before)])
    wanted = {row for row, flag in zip(before, chosen, strict=True) if flag}
    expected = runs(bytes(row in wanted for row in now))
    assert moved(runs(chosen), array(typecode, before), array(typecode, now)) == expected


@given(before=_ROWS, at=st.integers(0, 20), gone=st.integers(0, 3), new=st.lists(st.integers(50, 60), unique=True))
def test_between_what_both_orders_have_in_common(before, at, gone, new):
    now = before[:at] + new + before[at + gone :]
    expected = runs(bytes(row in set(before) for row in now))
    assert moved([(0, len(before) - 1)] if before else [], array("q", before), array("q", now)) == expected


def test_a_change_in_a_large_list_is_no_reason_to_look_at_all_of_it():
    before = array("q", range(1, 1_000_001))
    now = before[:500_000] + array("q", [2_000_000]) + before[500_000:]
    began = time.thread_time()
    assert moved([(0, len(before) - 1)], before, now) == [(0, 499_999), (500_001, 1_000_000)]
    assert time.thread_time() - began < 0.2, "row by row it is a second"
