"""Which rows have a label, an owner, or are shared with somebody: read once for each, then kept up to date."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable
from enum import Enum
from itertools import chain

from addressbook.store import row_sets
from addressbook.store.connection import Connection, values_of
from addressbook.store.schema import READY
from addressbook.store.search_feed import Changes

_KEPT_UNIONS = 32  # of many groups, 12 kB each at 100,000 contacts
_MOST_CHANGED = 2000  # rows that are looked at one by one; beyond that all is read anew


class Kind(Enum):
    """What rows are grouped by; the value is the question for the rows of one group."""

    LABEL = "SELECT row FROM contact_labels WHERE label = ?"
    OWNER = "SELECT row FROM sorting WHERE owner = ?"
    USER = "SELECT row FROM user_shares WHERE userid = ?"
    DEPARTMENT = "SELECT row FROM department_shares WHERE department = ?"
    UNLABELLED = "SELECT row FROM contacts WHERE label_ids = '' AND state = ?"  # unreadable ones are no such


Group = tuple[Kind, int | str]
NO_LABEL: Group = (Kind.UNLABELLED, READY)


class RowGroups:
    """Belongs to one reader. 2 MB when all groups of 100,000 contacts were asked for."""

    def __init__(self, connection: Connection, base: int) -> None:
        self._connection = connection
        self._base = base
        self._kept: dict[Group, array[int] | int] = {}  # rows, as a set where that takes less memory
        self._unions: dict[frozenset[Group], int] = {}  # sets of the rows of several groups that are kept
        self._changed: dict[int, frozenset[Group]] = {}  # groups of rows that changed since groups were kept
        self._set_aside = 0  # these rows, as a set

    def sync(self, changes: Changes) -> None:
        """Take over what changed. In a snapshot of the caller's, as all that follows."""
        if not self._kept:
            return
        if changes.everything or len(self._changed) + len(changes.rows) > _MOST_CHANGED:
            self._kept.clear()
            self._unions.clear()
            self._changed.clear()
            self._set_aside = 0
        elif changes.rows:
            self._changed.update(dict.fromkeys(changes.rows, frozenset()))
            self._changed.update(self._groups_of(changes.rows))
            self._set_aside |= row_sets.make(changes.rows, self._base)

    def rows_of(self, groups: Iterable[Group]) -> int:
        """The set of the rows that are in any of these groups."""
        wanted = frozenset(groups)
        found = self._union(wanted) & ~self._set_aside
        if not self._changed:
            return found
        now = [row for row, its in self._changed.items() if not wanted.isdisjoint(its)]
        return found | row_sets.make(now, self._base)

    def _union(self, wanted: frozenset[Group]) -> int:
        """The rows of groups as they are kept. A name that has become known adds a group to those of before."""
        found = self._unions.pop(wanted, None)
        if found is None:
            known = max((one for one in self._unions if one <= wanted), key=len, default=frozenset[Group]())
            found = self._unions.get(known, 0)
            kept = [self._rows(group) for group in wanted - known]
            found |= row_sets.make(chain.from_iterable(rows for rows in kept if isinstance(rows, array)), self._base)
            for rows in kept:
                if isinstance(rows, int):
                    found |= rows
            if len(self._unions) >= _KEPT_UNIONS:
                del self._unions[next(iter(self._unions))]
        self._unions[wanted] = found
        return found

    def _rows(self, group: Group) -> array[int] | int:
        known = self._kept.get(group)
        if known is None:
            known = self._connection.rows(group[0].value, (group[1],))
            if known and max(known) - self._base < len(known) * known.itemsize * 8:
                known = row_sets.make(known, self._base)
            self._kept[group] = known
        return known

    def _groups_of(self, rows: Iterable[int]) -> dict[int, frozenset[Group]]:
        found = self._connection.all_as_json(
            "row, state, owner, label_ids, share_dept_ids, share_user_ids",
            "FROM contacts WHERE row IN (SELECT value FROM json_each(?))",
            (values_of(rows),),
        )
        groups: dict[int, frozenset[Group]] = {}
        for row, state, owner, labels, departments, users in found:
            its: list[Group] = [(Kind.LABEL, label) for label in json.loads(labels or "[]")]
            if not its and state == READY:
                its.append(NO_LABEL)
            its.append((Kind.OWNER, owner))
            its.extend((Kind.DEPARTMENT, department) for department in json.loads(departments or "[]"))
            its.extend((Kind.USER, userid) for userid in json.loads(users or "[]"))
            groups[row] = frozenset(its)
        return groups
