"""Which passes over the list prove that a contact is not on the server."""

from __future__ import annotations

from collections.abc import Callable

from addressbook.services.events import PassFinished

MOVED_PASSES = 3  # a list that moves all the time is believed after so many passes


class Passes:
    """Whether a pass that began after `since` (time.monotonic()) has ended; asks for the next one by `again` until it
    has."""

    def __init__(self, since: float, again: Callable[[], None]) -> None:
        self.whole = False
        self._since = since
        self._again = again
        self._moved = 0

    def finished(self, event: PassFinished) -> None:
        if event.began >= self._since:
            self._moved += event.moved
            self.whole = self.whole or not event.moved or self._moved >= MOVED_PASSES
        if not self.whole:
            self._again()
