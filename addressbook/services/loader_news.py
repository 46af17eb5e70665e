"""What the loader tells the rest of the program: how far it is, and which rows of the copy changed; not too often."""

from __future__ import annotations

from typing import Any

from addressbook.services.events import ContactsChanged, Events, LabelsChanged, LoadProgress, LoadState
from addressbook.services.loader_times import LoaderTimes
from addressbook.services.throttle import Throttle


class LoaderNews:
    """Belongs to the event loop's thread. `progress` is where the loader stands now."""

    def __init__(self, events: Events, times: LoaderTimes) -> None:
        self.progress = LoadProgress(LoadState.IDLE)
        self._events = events
        self._tell_progress = Throttle(times.progress_every, self._publish_progress)
        self._tell_rows = Throttle(times.changes_every, self._publish_rows)
        self._rows: set[int] = set()
        self._rows_removed = False

    def set(self, state: LoadState | None = None, **values: Any) -> None:
        """Change the progress; a new state or error is told at once, numbers ten times a second."""
        before = self.progress
        after = before._replace(state=state or before.state, **values)
        if after == before:
            return
        self.progress = after
        if (before.state, before.error, before.retry_at) == (after.state, after.error, after.retry_at):
            self._tell_progress.call()
        else:
            self._tell_progress.flush()

    def rows_changed(self, rows: frozenset[int], *, removed: bool, at_once: bool) -> None:
        """Rows of the copy changed: told at most four times a second, but the first page at once."""
        self._rows |= rows
        self._rows_removed |= removed and bool(rows)
        if at_once:
            self._tell_rows.flush()
        elif rows:
            self._tell_rows.call()

    def flush_rows(self) -> None:
        """Tell now of rows that have not been told of."""
        self._tell_rows.flush()

    def labels_changed(self) -> None:
        """The label groups differ from before."""
        self._events.publish(LabelsChanged())

    def close(self) -> None:
        """Tell nothing any more."""
        self._tell_progress.close()
        self._tell_rows.close()

    def _publish_progress(self) -> None:
        self._events.publish(self.progress)

    def _publish_rows(self) -> None:
        rows, removed = frozenset(self._rows), self._rows_removed
        self._rows.clear()
        self._rows_removed = False
        if rows:
            self._events.publish(ContactsChanged(rows, removed))
