"""What was looked at and what was changed lately: rows in the order of time, the last first."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from addressbook.domain.keys import UNREADABLE
from addressbook.domain.text import clean
from addressbook.store.connection import Connection, values_of
from addressbook.store.schema import READY


def viewed(connection: Connection, userids: Sequence[str]) -> array[int]:
    """The rows of these contacts in their order, without those that are gone or cannot be read. The book does not know
    who was looked at: work.db does."""
    return connection.numbers(
        "SELECT row FROM json_each(?) AS wanted JOIN contacts ON userid = wanted.value WHERE state = ? "
        "ORDER BY wanted.key",
        (values_of(clean(userid) for userid in userids), READY),
    )


def by_change(connection: Connection, by_name: array[int], *, oldest_first: bool) -> array[int]:
    """The whole book, what was changed last first, and of one time by name. Those that have not been changed since the
    book was first read, and those that cannot be read, come last, in the order of `by_name`."""
    direction = "" if oldest_first else "DESC"
    changed = connection.numbers(
        "SELECT row FROM marks JOIN sorting USING (row) "  # noqa: S608 - our words
        f"WHERE changed_at != 0 AND name < ? ORDER BY changed_at {direction}, name, row",
        (UNREADABLE,),
    )
    known = frozenset(changed)
    changed.extend([row for row in by_name if row not in known] if known else by_name)
    return changed
