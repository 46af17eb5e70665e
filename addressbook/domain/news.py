"""What others have changed in the book since the person last looked: told in numbers, listed on request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from addressbook.domain.fields import Field


class NewsKind(IntEnum):
    """What became of a contact, by the difference between the last look and now: a change and its undoing are none."""

    NEW = 1
    CHANGED = 2
    REMOVED = 3


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be told of one contact; `fields` are those that differ, none where that is not known."""

    kind: NewsKind
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """How many contacts came, changed or went since the person looked at the changes.

    `since` is when that was (aware, UTC), None when never. `upto` names what is counted here, so that
    `BookService.see_news` does not clear what comes meanwhile.
    """

    new: int = 0
    changed: int = 0
    removed: int = 0
    since: datetime | None = None
    upto: int = 0

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class RemovedContact:
    """A contact that is not on the server any more; `at` is when that was found (aware, UTC)."""

    userid: str
    name: str
    company: str
    at: datetime
