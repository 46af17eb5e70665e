"""The whole book in order: read from an index, kept, and kept up to date while few rows change."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence, Set
from contextlib import suppress
from itertools import filterfalse, pairwise
from typing import Any

from addressbook.domain.keys import EMPTY
from addressbook.domain.query import ContactQuery, Scope, SortKey
from addressbook.store import lately
from addressbook.store.connection import Connection, values_of
from addressbook.store.search_feed import Changes

_KEPT = 4  # 0.8 MB each at 100,000 contacts
_MOST_CHANGED = 60  # rows whose places are looked for one by one, 0.2 ms each; more cost as much as reading all
_FEW_CHANGED = 4  # rows that are taken out of an order one by one, 0.9 ms each at 100,000; others in one look, 5 ms

Order = tuple[SortKey, bool]


class Orders:
    """Belongs to one reader. `coming` as in SearchFeed."""

    def __init__(self, connection: Connection, coming: Callable[[], frozenset[int] | None]) -> None:
        self._connection = connection
        self._coming = coming
        self._kept: OrderedDict[Order, array[int]] = OrderedDict()
        self._changed: dict[Order, set[int]] = {}  # rows that have changed since
        self._asked: array[int] | None = None  # the order in which some rows were last put
        self._places: array[int] | None = None  # in that order, by row, once it is asked for again

    def sync(self, changes: Changes) -> None:
        """Take over what changed."""
        for order in list(self._kept):
            changed = self._changed.setdefault(order, set())
            changed |= changes.rows
            by_names = order[0] is SortKey.OWNER and (changes.rows or changes.names)
            by_time = order[0] is SortKey.CHANGED and changes.rows
            if changes.everything or by_names or by_time or len(changed) > _MOST_CHANGED:
                del self._kept[order], self._changed[order]

    def of(self, query: ContactQuery) -> array[int]:
        """All rows, or those of Scope.RECENT, in the order asked for; not to be changed. In a snapshot of the
        caller's."""
        if query.sort is not SortKey.VIEWED:
            return self._order(query.sort, query.descending)
        if query.scope is not Scope.RECENT:
            return self._order(SortKey.NAME, query.descending)
        viewed = lately.viewed(self._connection, query.recent)
        return viewed[::-1] if query.descending else viewed

    def in_order(self, order: array[int], sets: Sequence[array[int]], base: int) -> list[list[int]]:
        """The rows of each set as they stand in `order`, which `of` has returned; for as few as some thousand."""
        if self._asked is not order:
            # While a book is refreshed an order often is asked once before it changes: to go through it takes a third
            # of the time in which all places are noted
            self._asked, self._places = order, None
            wanted = {row: found for found, rows in enumerate(sets) for row in rows}
            parts: list[list[int]] = [[] for _ in sets]
            for row in filter(wanted.__contains__, order if wanted else ()):
                parts[wanted[row]].append(row)
            return parts
        places = self._places
        if places is None:
            places = self._places = array("i", [-1]) * (max(order, default=base) - base + 1)
            for place, row in enumerate(order):
                places[row - base] = place
        return [self._placed(rows, places, base) for rows in sets]

    @staticmethod
    def _placed(rows: array[int], places: array[int], base: int) -> list[int]:
        found = [(places[row - base], row) for row in rows if row - base < len(places)]
        return [row for place, row in sorted(found) if place >= 0]

    def _order(self, sort: SortKey, descending: bool) -> array[int]:
        key = sort, descending
        found = self._kept.get(key)
        if found is None:
            if sort is SortKey.OWNER:
                found = self._by_owner(descending)
            elif sort is SortKey.CHANGED:
                found = lately.by_change(self._connection, self._order(SortKey.NAME, False), oldest_first=descending)
            else:
                found = self._by_column(sort, descending)
        elif changed := self._changed.get(key):
            found = self._patched(found, changed, sort, descending)
        self._changed[key] = set()
        self._kept[key] = found
        self._kept.move_to_end(key)
        if len(self._kept) > _KEPT:
            del self._changed[self._kept.popitem(last=False)[0]]
        return found

    def _by_column(self, sort: SortKey, descending: bool) -> array[int]:
        """By a column, then by name, then as they came. Empty and unreadable ones are last in either direction."""
        columns = _columns(sort)
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

    def _patched(self, order: array[int], changed: set[int], sort: SortKey, descending: bool) -> array[int]:
        """The order with these rows where they belong now."""
        keys = self._keys(sort, changed)
        # What has changed under the kept order and is not told yet: its places cannot be looked for
        coming = self._coming()
        if coming is None or len(coming) > _MOST_CHANGED:
            return self._by_column(sort, descending)
        keys += self._keys(sort, coming - changed)
        rest = _without(order, changed | coming)
        found = sorted(keys, reverse=descending)
        if descending:  # those without a value are last, upwards
            found = [*(one for one in found if one[0] < EMPTY), *sorted(one for one in found if one[0] >= EMPTY)]
        places = [0]
        for key in found:
            places.append(self._place(rest, key, sort, descending, places[-1]))
        patched = array("q")
        for (start, end), key in zip(pairwise(places), found, strict=True):
            patched.extend(rest[start:end])
            patched.append(key[-1])
        patched.extend(rest[places[-1] :])
        return patched

    def _place(self, order: array[int], key: tuple[Any, ...], sort: SortKey, descending: bool, low: int) -> int:
        """How many rows of `order`, `low` at least, stand before a row with this key."""
        high = len(order)
        while low < high:
            middle = (low + high) // 2
            (other,) = self._keys(sort, (order[middle],))
            filled = key[0] < EMPTY
            if filled != (other[0] < EMPTY):
                before = not filled
            else:
                before = (other > key) if descending and filled else (other < key)
            if before:
                low = middle + 1
            else:
                high = middle
        return low

    def _keys(self, sort: SortKey, rows: Iterable[int]) -> list[tuple[Any, ...]]:
        columns = ", ".join(_columns(sort))
        return self._connection.all(
            f"SELECT {columns} FROM sorting WHERE row IN (SELECT value FROM json_each(?))",  # noqa: S608
            (values_of(rows),),
        )


def _without(order: array[int], rows: Set[int]) -> array[int]:
    if len(rows) > _FEW_CHANGED:
        return array("q", filterfalse(rows.__contains__, order))
    rest = order[:]
    for row in rows:
        with suppress(ValueError):  # it is new
            rest.remove(row)
    return rest


def _columns(sort: SortKey) -> Sequence[str]:
    return ("name", "row") if sort is SortKey.NAME else (sort.value, "name", "row")
