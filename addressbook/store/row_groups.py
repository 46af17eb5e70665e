"""Which rows have a label, an owner, or are shared with somebody: read once for each, then kept up to date."""

from __future__ import annotations

import json
import math
from array import array
from collections import Counter
from collections.abc import Iterable
from enum import Enum
from itertools import chain

from addressbook.domain.query import ROWS
from addressbook.store import row_sets
from addressbook.store.connection import Connection, values_of
from addressbook.store.schema import READY
from addressbook.store.search_feed import Changes

_KEPT_UNIONS = 32  # of many groups, 12 kB each at 100,000 contacts
_MOST_CHANGED = 2000  # rows that are looked at beside the groups; more are taken into them
_READ_AT_ONCE = 20_000  # rows of labels: some 3 ms


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
    """Belongs to one reader. 1 MB when all groups of 100,000 contacts were asked for."""

    def __init__(self, connection: Connection, base: int) -> None:
        self._connection = connection
        self._base = base
        self._forget()

    def _forget(self) -> None:
        self._kept: dict[Group, array[int] | int] = {}  # rows, as a set where that takes less memory
        self._unions: dict[frozenset[Group], int] = {}  # sets of the rows of several groups that are kept
        self._changed: dict[int, frozenset[Group]] = {}  # groups of rows that changed since groups were kept
        self._set_aside = 0  # these rows, as a set
        self._last_label = -math.inf  # all labels up to this one are kept

    def sync(self, changes: Changes) -> None:
        """Take over what changed. In a snapshot of the caller's, as all that follows."""
        if changes.everything:
            self._forget()
        elif changes.rows and (self._kept or self.has_all_labels):
            if len(self._changed) > _MOST_CHANGED:
                self._fold()
            self._changed.update(dict.fromkeys(changes.rows, frozenset()))
            self._changed.update(self._groups_of(changes.rows))
            self._set_aside |= row_sets.make(changes.rows, self._base)

    @property
    def has_all_labels(self) -> bool:
        """Whether the rows of all labels are kept."""
        return self._last_label == math.inf

    def read_ahead(self) -> bool:
        """Read the rows of some labels; whether there are more."""
        read = 0
        while read < _READ_AT_ONCE and not self.has_all_labels:
            found = self._connection.one("SELECT min(label) FROM contact_labels WHERE label > ?", (self._last_label,))
            if found is None or found[0] is None:
                self._last_label = math.inf
            else:
                self._last_label = found[0]
                rows = self._rows((Kind.LABEL, found[0]))
                read += rows.bit_count() if isinstance(rows, int) else len(rows)
        return not self.has_all_labels

    def count_labels(self, within: int, size: int) -> dict[int, int]:
        """How many rows of a set each label has, if any, once all labels are kept. `size` is at least one more than the
        last row, counted from `base`."""
        counts: Counter[int] = Counter()
        kept = within & ~self._set_aside
        flags = row_sets.to_flags(kept, size)
        for (kind, label), rows in self._kept.items():
            if kind is Kind.LABEL and isinstance(label, int):
                if isinstance(rows, int):
                    counts[label] = (rows & kept).bit_count()
                else:
                    counts[label] = sum(map(flags.__getitem__, self._offsets(rows)))
        for row in row_sets.members(within & self._set_aside, self._base):
            counts.update(label for kind, label in self._changed[row] if kind is Kind.LABEL and isinstance(label, int))
        return {label: count for label, count in counts.items() if count}

    def _offsets(self, rows: array[int]) -> Iterable[int]:
        return (row - self._base for row in rows) if self._base else rows

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
            found = self._connection.rows(group[0].value, (group[1],))
            self._kept[group] = known = self._smaller(found)
        return known

    def _smaller(self, rows: array[int]) -> array[int] | int:
        """As a set or as an array."""
        if rows and max(rows) - self._base < len(rows) * rows.itemsize * 8:
            return row_sets.make(rows, self._base)
        return rows

    def _fold(self) -> None:
        """Bring up to date what is kept."""
        more: dict[Group, array[int]] = {}
        for row, groups in self._changed.items():
            for group in groups:
                kind, key = group
                if group in self._kept or (kind is Kind.LABEL and isinstance(key, int) and key <= self._last_label):
                    more.setdefault(group, array(ROWS)).append(row)
        for group in self._kept.keys() | more.keys():
            rows = self._kept.get(group, array(ROWS))
            new = more.get(group, array(ROWS))
            if isinstance(rows, int):
                self._kept[group] = rows & ~self._set_aside | row_sets.make(new, self._base)
            else:
                new.extend(array(ROWS, (row for row in rows if row not in self._changed)))
                self._kept[group] = self._smaller(new)
        self._unions.clear()
        self._changed.clear()
        self._set_aside = 0

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
