"""The whole book in order: read from an index, kept, and kept up to date while few rows change."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from addressbook.domain.keys import EMPTY
from addressbook.domain.query import ROWS, ContactQuery, Scope, SortKey
from addressbook.store import lately
from addressbook.store.connection import Connection, values_of
from addressbook.store.row_order import Key, RowOrder
from addressbook.store.schema import missing_sort_indexes
from addressbook.store.search_feed import Changes

_KEPT = 6  # 0.4 MB each at 100,000 contacts, and as much again for the places in those that are searched
_MOST_CHANGED = 60  # rows that are put in their places one by one, 0.3 ms each; more cost as much as reading all

Order = tuple[SortKey, bool]


class Orders:
    """Belongs to one reader. `coming` as in SearchFeed; `base` and `size` as in RowOrder, `size` as it is now."""

    def __init__(self, connection: Connection, coming: Callable[[], frozenset[int] | None]) -> None:
        self._connection = connection
        self._coming = coming
        self._kept: OrderedDict[SortKey, RowOrder] = OrderedDict()  # by columns, upwards
        self._changed: dict[SortKey, set[int]] = {}  # rows that have changed since
        self._to_read = [SortKey.COMPANY, SortKey.PHONE, SortKey.OWNER]  # what a person may click on
        self._parts: tuple[RowOrder, int, dict[str, slice]] | None = None  # of each owner, in that by owner
        self._made: tuple[Order, RowOrder, int, RowOrder] | None = None  # the last one that is made from one kept

    def sync(self, changes: Changes) -> None:
        """Take over what changed."""
        for sort, changed in list(self._changed.items()):
            changed |= changes.rows
            if changes.everything or len(changed) > _MOST_CHANGED:
                del self._kept[sort], self._changed[sort]
        if self._made is not None:
            (sort, _), *_ = self._made
            by_names = sort is SortKey.OWNER and changes.names
            by_time = sort is SortKey.CHANGED and changes.rows
            if changes.everything or by_names or by_time:
                self._made = None

    def of(self, query: ContactQuery, base: int, size: int) -> RowOrder:
        """All rows, or those of Scope.RECENT, in the order asked for. In a snapshot of the caller's."""
        if query.sort is not SortKey.VIEWED:
            return self._order(query.sort, query.descending, base, size)
        if query.scope is not Scope.RECENT:
            return self._order(SortKey.NAME, query.descending, base, size)
        viewed = lately.viewed(self._connection, query.recent)
        return RowOrder(viewed[::-1] if query.descending else viewed, base)

    def read_ahead(self, base: int, size: int) -> bool:
        """Bring up to date one of the orders that are kept, or read one that may be asked for; whether there may be
        more to do."""
        stale = next((sort for sort, changed in self._changed.items() if changed), None)
        if stale is None:
            if not self._to_read or missing_sort_indexes(self._connection):
                return False
            stale = self._to_read.pop()
        kept = self._by_column(stale, base, size)
        if stale is SortKey.OWNER:
            self._parts_of(kept)
        return True

    def _order(self, sort: SortKey, descending: bool, base: int, size: int) -> RowOrder:
        column = SortKey.NAME if sort is SortKey.CHANGED else sort
        kept = self._by_column(column, base, size)
        if sort is column and sort is not SortKey.OWNER and not descending:
            return kept
        if self._made is not None:
            order, source, moves, made = self._made
            if order == (sort, descending) and source is kept and moves == kept.moves:
                return made
        if sort is SortKey.OWNER:
            rows = self._by_name_of_owner(kept, descending)
        elif sort is SortKey.CHANGED:
            rows = lately.by_change(self._connection, kept, size, oldest_first=descending)
        else:
            rows = self._downwards(kept.rows, sort)
        made = RowOrder(rows, base)
        self._made = (sort, descending), kept, kept.moves, made
        return made

    def _by_column(self, sort: SortKey, base: int, size: int) -> RowOrder:
        """By a column, then by name, then as they came."""
        kept = self._kept.get(sort)
        # What has changed under the kept order and is not told yet may not stand in its place either
        coming = self._coming()
        if kept is None or coming is None or len(coming) > _MOST_CHANGED:
            columns = ", ".join(_columns(sort))
            kept = RowOrder(self._connection.rows(f"SELECT row FROM sorting ORDER BY {columns}"), base)  # noqa: S608
        elif changed := self._changed[sort] | coming:
            kept.update(changed, lambda rows: self._keys(sort, rows), size)
        self._changed[sort] = set()
        self._kept[sort] = kept
        self._kept.move_to_end(sort)
        if len(self._kept) > _KEPT:
            del self._changed[self._kept.popitem(last=False)[0]]
        return kept

    def _downwards(self, rows: array[int], sort: SortKey) -> array[int]:
        """Empty and unreadable ones are last, upwards, in either direction."""
        filled = bisect_left(rows, True, key=lambda row: self._keys(sort, (row,))[row][0])
        return rows[:filled][::-1] + rows[filled:]

    def _by_name_of_owner(self, kept: RowOrder, descending: bool) -> array[int]:
        """By the owner's name, from rows by owner; those of one owner by name upwards. Unknown owners and none are
        last."""
        owners = self._connection.all("SELECT userid, sort_key FROM people WHERE owner ORDER BY sort_key, userid")
        named = [userid for userid, key in owners if key < EMPTY]
        rest = [userid for userid, key in owners if key >= EMPTY]
        parts = self._parts_of(kept)
        order = array(ROWS)
        for userid in (*(reversed(named) if descending else named), *rest, ""):
            order.extend(kept.rows[parts.get(userid, slice(0))])
        return order

    def _parts_of(self, kept: RowOrder) -> dict[str, slice]:
        """Where the rows of each owner stand in the order by owner."""
        if self._parts is not None:
            source, moves, parts = self._parts
            if source is kept and moves == kept.moves:
                return parts
        start, parts = 0, {}
        for owner, count in self._connection.all("SELECT owner, count(*) FROM sorting GROUP BY owner ORDER BY owner"):
            parts[owner] = slice(start, start + count)
            start += count
        self._parts = kept, kept.moves, parts
        return parts

    def _keys(self, sort: SortKey, rows: Iterable[int]) -> dict[int, Key]:
        columns = _columns(sort)
        part = columns[0] if sort is SortKey.OWNER else f"{columns[0]} >= x'{EMPTY.hex()}'"
        found = self._connection.all(
            f"SELECT {part}, {', '.join(columns)} FROM sorting "  # noqa: S608
            "WHERE row IN (SELECT value FROM json_each(?))",
            (values_of(rows),),
        )
        return {key[-1]: key for key in found}


def _columns(sort: SortKey) -> Sequence[str]:
    return ("name", "row") if sort is SortKey.NAME else (sort.value, "name", "row")
