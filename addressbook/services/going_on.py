"""Whether a pass that was interrupted goes on where it was, or a new one begins.

What was read before the interruption is as old as that. A refresh that went on after a long time would call the copy
"as of now" although half of it is hours old, and would leave contacts standing that went meanwhile: it begins anew.
The pass that fills the book goes on however long ago it was, since half a book is worth having, and is followed by
another one.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from addressbook.store.book import PassState

GOES_ON_WITHIN = timedelta(minutes=10)


def is_recent(at: datetime | None, now: datetime) -> bool:
    """Whether a pass that came that far at `at` may go on as if nothing had been. Not when the clock was put back."""
    return at is not None and timedelta(0) <= now - at <= GOES_ON_WITHIN


def goes_on(last: PassState, now: datetime) -> bool:
    """Whether the pass that `last` tells of is to go on at its place."""
    if not last.running:
        return False
    return not last.complete or (last.next_offset > 0 and is_recent(last.went_on_at, now))


def edge(last: PassState, now: datetime) -> str:
    """The userid that must stand at the place where `last` goes on, if the list has not moved; "" when it counts as
    moved in any case."""
    return last.edge if is_recent(last.went_on_at, now) else ""
