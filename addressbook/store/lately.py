"""What was looked at and what was changed lately: rows in the order of time, the last first."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from addressbook.domain.query import ROWS
from addressbook.domain.text import clean
from addressbook.store import row_sets
from addressbook.store.connection import Connection, values_of
from addressbook.store.row_order import RowOrder
from addressbook.store.schema import READY


def viewed(connection: Connection, userids: Sequence[str]) -> array[int]:
    """The rows of these contacts in their order, without those that are gone or cannot be read. The book does not know
    who was looked at: work.db does."""
    return connection.rows(
        "SELECT row FROM json_each(?) AS wanted JOIN contacts ON userid = wanted.value WHERE state = ? "
        "ORDER BY wanted.key",
        (values_of(clean(userid) for userid in userids), READY),
    )


def by_change(connection: Connection, by_name: RowOrder, size: int, *, oldest_first: bool) -> array[int]:
    """The whole book, what was changed last first, and of one time by name. Those that have not been changed since the
    book was first read, and those that cannot be read, come last, in the order of `by_name`, of which `size` is that of
    the book."""
    # Time and row in one number; the names are in order already. A join of the two tables takes SQLite twice as long,
    # and Python's own sorting would hold its lock all the while.
    found = connection.numbers("SELECT changed_at << 32 | row FROM marks WHERE changed_at != 0")
    changed_at = {one & 0xFFFFFFFF: one >> 32 for one in found}
    for row in connection.rows("SELECT row FROM contacts WHERE state != ?", (READY,)):
        changed_at.pop(row, None)
    changed = by_name.pick((row_sets.make(changed_at, by_name.base),), size)
    of_one_time: dict[int, list[int]] = {}
    for row in changed:
        of_one_time.setdefault(changed_at[row], []).append(row)
    order = array(ROWS)
    for time in sorted(of_one_time, reverse=not oldest_first):
        order.extend(of_one_time[time])
    return order + by_name.without(changed, size)
