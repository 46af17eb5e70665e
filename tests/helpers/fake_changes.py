"""What others have changed, as a test says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from addressbook.domain.fields import Field
from addressbook.domain.news import Change, News, NewsKind, RemovedContact
from addressbook.services.events import Events, NewsChanged


class FakeChanges:
    """`tell` is what a refresh does. `marks` are the rows that are new or changed."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self.news = News()
        self.marks: dict[int, Change] = {}
        self.gone: list[RemovedContact] = []
        self.seen: list[News] = []

    def tell(self, marks: Mapping[int, NewsKind], gone: Sequence[str] = (), fields: Sequence[Field] = ()) -> None:
        """Others have changed these rows, in `fields`, and removed contacts of these names."""
        before, self.marks = (
            self.marks,
            {row: Change(kind, tuple(fields) if kind is NewsKind.CHANGED else ()) for row, kind in marks.items()},
        )
        at = datetime.now(UTC)
        self.gone = [RemovedContact(f"gone{place}", name, "Acme", at) for place, name in enumerate(gone)]
        kinds = list(marks.values())
        self.news = replace(
            self.news,
            new=kinds.count(NewsKind.NEW),
            changed=kinds.count(NewsKind.CHANGED),
            removed=len(gone),
            upto=self.news.upto + 1,
        )
        self._events.publish(NewsChanged(self.news, frozenset(before.keys() ^ marks.keys())))

    async def removed(self, most: int) -> list[RemovedContact]:
        return self.gone[:most]

    async def see(self, news: News) -> None:
        self.seen.append(news)
        before, self.marks, self.gone = self.marks, {}, []
        self.news = News(since=datetime.now(UTC), upto=news.upto)
        self._events.publish(NewsChanged(self.news, frozenset(before)))
