"""What was looked at and looked for last, in memory: the methods of services/recent.py, without a disk."""

from __future__ import annotations

from addressbook.services.events import Events, RecentChanged


class FakeRecent:
    """The last one first."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self.viewed: list[str] = []
        self.texts: list[str] = []

    def contacts(self) -> tuple[str, ...]:
        return tuple(self.viewed)

    def note_viewed(self, userid: str) -> None:
        self._change(self.viewed, [userid, *(other for other in self.viewed if other != userid)])

    def forget_contacts(self) -> None:
        self._change(self.viewed, [])

    def searches(self) -> tuple[str, ...]:
        return tuple(self.texts)

    def note_search(self, text: str) -> None:
        self._change(self.texts, [text, *(other for other in self.texts if other != text)][:10])

    def forget_search(self, text: str) -> None:
        self._change(self.texts, [other for other in self.texts if other != text])

    def forget_searches(self) -> None:
        self._change(self.texts, [])

    def _change(self, kept: list[str], now: list[str]) -> None:
        if kept != now:
            kept[:] = now
            self._events.publish(RecentChanged())
