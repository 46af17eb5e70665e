"""From a query to the rows that answer it, in order.

Orders, the rows of labels and owners, and the texts that are searched are kept in memory and kept up to date by what
the writer tells (search_feed.py); a query joins them. SQLite's own joining would look up each row of the order in each
filter, which takes several times as long, and every commit makes it read its pages again.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from addressbook.domain.query import Answer, ContactQuery, Counts, LabelMatch, Scope
from addressbook.domain.search_words import parse
from addressbook.domain.staff import Me
from addressbook.domain.text import clean
from addressbook.errors import StoreError
from addressbook.store import counts, row_sets
from addressbook.store.connection import Connection
from addressbook.store.orders import Orders
from addressbook.store.row_groups import NO_LABEL, Group, Kind, RowGroups
from addressbook.store.row_order import RowOrder
from addressbook.store.search_feed import Changes, SearchFeed

if TYPE_CHECKING:
    from addressbook.store.search_index import Found, SearchIndex

_FAR = 1_000_000  # below this number of a first row all sets of rows count from 0


class Queries:
    """Belongs to one reader. Without a feed, everything is read anew after each commit."""

    def __init__(self, connection: Connection, feed: SearchFeed | None = None) -> None:
        self._connection = connection
        self._feed = feed
        self._version = -1
        self._orders = Orders(connection, lambda: frozenset() if feed is None else feed.coming())

    @cached_property
    def _base(self) -> int:
        # What is hidden comes back to its row. A copy that takes the place of a damaged one is asked while it is empty
        first = self._connection.number(
            "SELECT coalesce(min(row), (SELECT seq + 1 FROM sqlite_sequence WHERE name = 'contacts')) FROM ("
            "SELECT min(row) AS row FROM contacts UNION ALL SELECT min(row) FROM pending WHERE row != 0)"
        )
        return first if first > _FAR else 0

    @cached_property
    def _groups(self) -> RowGroups:
        return RowGroups(self._connection, self._base)

    @cached_property
    def _index(self) -> SearchIndex:
        # With the first search, or when that is read ahead: the tables of readings take 50 ms, and the list is waiting
        from addressbook.store.search_index import SearchIndex

        return SearchIndex(self._connection, self._groups, self._base)

    def answer(self, query: ContactQuery, patience: float = math.inf) -> Answer:
        """The rows that answer `query`, in its order; the caller may keep and change the array. See BookReader."""
        with self._up_to_date():
            words = parse(query.text)
            found = self._index.find(words, patience) if words else None
            partial = found is not None and not self._index.is_whole
            kept = self._filtered(query)
            size = self._size()
            order = self._orders.of(query, self._base, size)
            if found is not None:
                return replace(self._best_first(order, size, found, kept), partial=partial)
            return Answer(order.rows[:] if kept is None else order.pick((kept,), size))

    def load(self, most: int) -> bool:
        """See BookReader.load_search."""
        with self._up_to_date():
            # While a book is filled, what is kept of it would change all the time
            whole = bool(self._connection.number("SELECT complete FROM sync"))
            if whole and (self._groups.read_ahead() or self._orders.read_ahead(self._base, self._size())):
                return True
            return self._index.load(most) or self._index.look_ahead(most, whole=whole)

    def counts(self, scope: Scope, me: Me | None, viewed: Sequence[str] = ()) -> Counts:
        """The figures of the sidebar; see BookReader."""
        with self._up_to_date():
            if not self._groups.has_all_labels:
                return counts.count(self._connection, scope, me, viewed)

            def rows_of(scope: Scope) -> int:
                rows = self._in_scope(ContactQuery(scope=scope, me=me, recent=tuple(viewed)))
                return (1 << size) - 1 if rows is None else rows

            size = self._size()
            return replace(
                counts.count_all(self._connection),
                mine=rows_of(Scope.MINE).bit_count(),
                shared=rows_of(Scope.SHARED).bit_count(),
                no_label=rows_of(Scope.NO_LABEL).bit_count(),
                by_label=self._groups.count_labels(rows_of(scope), size),
            )

    @contextmanager
    def _up_to_date(self) -> Iterator[None]:
        """What is kept is that of the copy as it is now, or will be before it is used."""
        # Taken before the snapshot begins, which then holds all that was told
        changes = Changes() if self._feed is None else self._feed.take()
        try:
            with self._connection.snapshot():
                if self._feed is None:
                    version, self._version = self._version, self._connection.number("PRAGMA data_version")
                    changes = Changes(everything=version != self._version)
                self._sync(changes)
                yield
        except StoreError:
            self._sync(Changes(everything=True))  # what was taken from the feed may not have been taken over
            raise

    def _sync(self, changes: Changes) -> None:
        self._orders.sync(changes)
        self._groups.sync(changes)
        if "_index" in self.__dict__:  # before it is made it has nothing to take over
            self._index.sync(changes)

    def _best_first(self, order: RowOrder, size: int, found: Found, kept: int | None) -> Answer:
        rows = found.rows if kept is None else found.rows & kept
        better = found.exact, found.prefix, found.words, found.name
        ranked = [part & rows for part in (*better, ~(found.exact | found.prefix | found.words | found.name))]
        return Answer(order.pick(ranked, size), found.rows.bit_count() - rows.bit_count())

    def _filtered(self, query: ContactQuery) -> int | None:
        """The set of the rows that the filters leave; None for all."""
        rows = self._in_scope(query)

        def keep(these: int) -> None:
            nonlocal rows
            rows = these if rows is None else rows & these

        labels: list[Group] = [(Kind.LABEL, label) for label in query.labels]
        dropped: list[Group] = [(Kind.LABEL, label) for label in query.excluded]
        if query.match is LabelMatch.ALL:
            for label in labels:
                keep(self._groups.rows_of((label,)))
        elif query.match is LabelMatch.WITHOUT:
            dropped += labels
        elif labels:
            keep(self._groups.rows_of(labels))
        if query.owners:
            keep(self._groups.rows_of((Kind.OWNER, clean(owner)) for owner in query.owners))
        if dropped:
            keep(~self._groups.rows_of(dropped) & ((1 << self._size()) - 1))
        return rows

    def _size(self) -> int:
        """How many rows there may be from the first to the last that ever was: until it is told that one is gone it may
        still stand in an order."""
        last = self._connection.number("SELECT seq FROM sqlite_sequence WHERE name = 'contacts'")
        return last - self._base + 1 if last else 0

    def _in_scope(self, query: ContactQuery) -> int | None:
        me = query.me
        if query.scope is Scope.ALL:
            return None
        if query.scope is Scope.NO_LABEL:
            return self._groups.rows_of((NO_LABEL,))
        if query.scope in (Scope.CHANGES, Scope.RECENT):
            rows = counts.scope_rows(self._connection, query.scope, me, query.recent) or ()
            return row_sets.make((row for row in rows if row >= self._base), self._base)  # some may be gone
        if me is None:
            return 0
        if query.scope is Scope.MINE:
            return self._groups.rows_of(((Kind.OWNER, me.userid),))
        departments: list[Group] = [(Kind.DEPARTMENT, department) for department in me.department_ids]
        return self._groups.rows_of(((Kind.USER, me.userid), *departments))
