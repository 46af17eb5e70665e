"""From a query to the rows that answer it, in order.

The order of the whole book is read from an index and kept until somebody writes; filters are sets of rows, read from
narrow tables; joining the two in Python costs 4 ms at 100,000 contacts. SQLite's own joining would look up each row of
the order in each filter, which takes several times as long.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from addressbook.domain.keys import EMPTY
from addressbook.domain.query import Answer, ContactQuery, LabelMatch, Scope, SortKey
from addressbook.domain.search_words import parse
from addressbook.domain.staff import Me
from addressbook.domain.text import clean
from addressbook.store import lately, news
from addressbook.store import plain_search as search
from addressbook.store.connection import Connection, values_of

_KEPT_ORDERS = 3  # 0.8 MB each at 100,000 contacts


class Queries:
    """Belongs to one reader."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._version = -1
        self._orders: OrderedDict[tuple[SortKey, bool], array[int]] = OrderedDict()

    def answer(self, query: ContactQuery) -> Answer:
        """The rows that answer `query`, in its order; the caller may keep and change the array."""
        with self._connection.snapshot():
            ranks = search.ranks(self._connection, query.text) if parse(query.text) else None
            kept, dropped = self._filters(query)
            order = self._order(query)
        rows = [row for row in order if (kept is None or row in kept) and row not in dropped]
        if ranks is None:
            return Answer(array("q", rows))
        found = sorted((row for row in rows if row in ranks), key=ranks.__getitem__)
        return Answer(array("q", found), len(ranks) - len(found))

    def _filters(self, query: ContactQuery) -> tuple[set[int] | None, set[int]]:
        """The rows to keep (None for all) and the rows to drop."""
        parts: list[set[int]] = []
        dropped: set[int] = set()
        scope = scope_rows(self._connection, query.scope, query.me, query.recent)
        if scope is not None:
            parts.append(scope)
        if query.labels:
            if query.match is LabelMatch.ALL:
                parts.extend(self._labelled((label,)) for label in query.labels)
            elif query.match is LabelMatch.ANY:
                parts.append(self._labelled(query.labels))
            else:
                dropped |= self._labelled(query.labels)
        if query.excluded:
            dropped |= self._labelled(query.excluded)
        if query.owners:
            owners = values_of(clean(owner) for owner in query.owners)
            sql = "SELECT row FROM sorting WHERE owner IN (SELECT value FROM json_each(?))"
            parts.append(set(self._connection.numbers(sql, (owners,))))
        if not parts:
            return None, dropped
        parts.sort(key=len)
        return parts[0].intersection(*parts[1:]), dropped

    def _labelled(self, labels: Iterable[int]) -> set[int]:
        sql = "SELECT row FROM contact_labels WHERE label IN (SELECT value FROM json_each(?))"
        return set(self._connection.numbers(sql, (values_of(labels),)))

    def _order(self, query: ContactQuery) -> array[int]:
        if query.sort is not SortKey.VIEWED:
            return self._kept_order(query.sort, query.descending)
        if query.scope is not Scope.RECENT:
            return self._kept_order(SortKey.NAME, query.descending)
        viewed = lately.viewed(self._connection, query.recent)
        return viewed[::-1] if query.descending else viewed

    def _kept_order(self, sort: SortKey, descending: bool) -> array[int]:
        version = self._connection.number("PRAGMA data_version")
        if version != self._version:
            self._orders.clear()
            self._version = version
        order = self._orders.get((sort, descending))
        if order is None:
            if sort is SortKey.OWNER:
                order = self._by_owner(descending)
            elif sort is SortKey.CHANGED:
                by_name = self._kept_order(SortKey.NAME, False)
                order = lately.by_change(self._connection, by_name, oldest_first=descending)
            else:
                order = self._by_column(sort, descending)
            self._orders[sort, descending] = order
            if len(self._orders) > _KEPT_ORDERS:
                self._orders.popitem(last=False)
        self._orders.move_to_end((sort, descending))
        return order

    def _by_column(self, sort: SortKey, descending: bool) -> array[int]:
        """By a column, then by name, then as they came. Empty and unreadable ones are last in either direction."""
        columns = ["name"] if sort is SortKey.NAME else [sort.value, "name"]
        columns.append("row")
        upwards = ", ".join(columns)
        if not descending:
            return self._connection.numbers(f"SELECT row FROM sorting ORDER BY {upwards}")  # noqa: S608
        downwards = ", ".join(f"{column} DESC" for column in columns)
        filled = self._connection.numbers(
            f"SELECT row FROM sorting WHERE {columns[0]} < ? ORDER BY {downwards}",  # noqa: S608
            (EMPTY,),
        )
        filled.extend(
            self._connection.numbers(
                f"SELECT row FROM sorting WHERE {columns[0]} >= ? ORDER BY {upwards}",  # noqa: S608
                (EMPTY,),
            )
        )
        return filled

    def _by_owner(self, descending: bool) -> array[int]:
        """By the owner's name; those of one owner by name upwards. Unknown owners and none are last."""
        owners = self._connection.all("SELECT userid, sort_key FROM people WHERE owner ORDER BY sort_key, userid")
        named = [userid for userid, key in owners if key < EMPTY]
        rest = [userid for userid, key in owners if key >= EMPTY]
        order = array("q")
        for userid in (*(reversed(named) if descending else named), *rest, ""):
            order.extend(
                self._connection.numbers("SELECT row FROM sorting WHERE owner = ? ORDER BY name, row", (userid,))
            )
        return order


def scope_rows(connection: Connection, scope: Scope, me: Me | None, recent: Sequence[str] = ()) -> set[int] | None:
    """The rows of a scope, None for all. Unreadable contacts are in ALL only: what they are is not known."""
    if scope is Scope.ALL:
        return None
    if scope is Scope.NO_LABEL:
        return set(connection.numbers("SELECT row FROM contacts WHERE label_ids = '' AND state = 0"))
    if scope is Scope.CHANGES:
        return news.rows(connection)
    if scope is Scope.RECENT:
        return set(lately.viewed(connection, recent))
    if me is None:
        return set()
    if scope is Scope.MINE:
        return set(connection.numbers("SELECT row FROM sorting WHERE owner = ?", (me.userid,)))
    shared = set(connection.numbers("SELECT row FROM user_shares WHERE userid = ?", (me.userid,)))
    shared.update(
        connection.numbers(
            "SELECT row FROM department_shares WHERE department IN (SELECT value FROM json_each(?))",
            (values_of(me.department_ids),),
        )
    )
    return shared
