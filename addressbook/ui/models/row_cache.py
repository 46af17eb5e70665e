"""The rows around those that are seen: fetched from the copy when they are needed, and kept for a while."""

from __future__ import annotations

from array import array
from collections.abc import Sequence, Set
from typing import Protocol

from addressbook.domain.contact import ContactRow

_BEFORE, _AFTER = 16, 48  # rows fetched together around some that are needed: ≤ 200 in all
_LIMIT = 600  # a kilobyte each


class RowSource(Protocol):
    """Where the rows come from; both answer within a millisecond or two."""

    @property
    def has_more(self) -> bool: ...

    def rows(self, ids: Sequence[int]) -> dict[int, ContactRow]: ...

    def want_more(self) -> None: ...


class RowCache:
    """What was fetched of a source, by row id. `ids` are the rows of the list, in its order."""

    def __init__(self, source: RowSource) -> None:
        self._source = source
        self._rows: dict[int, ContactRow] = {}

    def at(self, ids: array[int], line: int) -> ContactRow | None:
        """The contact in a line; None when it is gone."""
        found = self._rows.get(ids[line])
        if found is None:
            self._fetch(ids, line, line)
            found = self._rows.get(ids[line])
        return found

    def between(self, ids: array[int], first: int, last: int) -> list[ContactRow | None]:
        """The contacts in the lines `first` to `last`, None for those that are gone.

        Who scrolls comes to the lines beside them soon, which are fetched with what is missing; who drags the scroll
        bar comes to others each time.
        """
        seen = ids[first : last + 1]
        missing = sum(row_id not in self._rows for row_id in seen)
        if missing and missing == len(seen):
            self._fetch(seen, 0, len(seen))
        elif missing:
            self._fetch(ids, first, last)
        return [self._rows.get(row_id) for row_id in seen]

    def owned_by(self, owners: Set[str]) -> set[int]:
        """The row ids of what is kept of these colleagues' contacts."""
        return {row_id for row_id, row in self._rows.items() if row.owner_id in owners}

    def drop(self, row_ids: Set[int] | None) -> None:
        """These rows (None: all) are not what they were."""
        if row_ids is None:
            self._rows.clear()
        else:
            for row_id in self._rows.keys() & row_ids:
                del self._rows[row_id]

    def _fetch(self, ids: array[int], first: int, last: int) -> None:
        if len(self._rows) > _LIMIT:
            self._rows.clear()
        window = ids[max(0, first - _BEFORE) : last + _AFTER]
        self._rows.update(self._source.rows([row_id for row_id in window if row_id not in self._rows]))
