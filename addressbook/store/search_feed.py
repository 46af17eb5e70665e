"""What the writer has changed since a reader last asked, so that the reader need not read a whole book again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

_MOST_ROWS = 5000  # more are not worth noting one by one


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows that are new, differ or are gone; `names`: labels or colleagues are called otherwise."""

    rows: frozenset[int] = frozenset()
    names: bool = False
    everything: bool = False


class SearchFeed:
    """The writer notes in the midst of a transaction and `publish`es when it is committed; one reader takes.

    A reader that takes before it begins to read sees all that it was told of; what is committed in between is told
    the next time, too. Until then it may see some of what is `coming`.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._noted: set[int] = set()
        self._noted_names = False
        self._rows: set[int] = set()
        self._names = False
        self._everything = False

    def note(self, rows: Iterable[int]) -> None:
        """These rows are being changed. On the writer's thread."""
        with self._lock:
            self._noted.update(rows)

    def note_names(self) -> None:
        """Names of labels or colleagues are being changed. On the writer's thread."""
        self._noted_names = True

    def publish(self) -> None:
        """What was noted is committed. On the writer's thread."""
        if self._noted or self._noted_names:
            with self._lock:
                self._rows |= self._noted
                self._names |= self._noted_names
                if len(self._rows) > _MOST_ROWS:
                    self._everything = True
                    self._rows = set()
        self.forget()

    def forget(self) -> None:
        """What was noted was rolled back. On the writer's thread."""
        with self._lock:
            self._noted = set()
        self._noted_names = False

    def coming(self) -> frozenset[int] | None:
        """The rows that `take` has not told and that a reader may see changed already, None: any. On the reader's
        thread, once it has begun to read."""
        with self._lock:
            return None if self._everything else frozenset(self._rows | self._noted)

    def take(self) -> Changes:
        """What was published since the last time. On the reader's thread."""
        with self._lock:
            taken = Changes(frozenset(self._rows), self._names, self._everything)
            self._rows, self._names, self._everything = set(), False, False
        return taken
