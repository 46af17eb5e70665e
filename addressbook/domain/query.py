"""What a person wants to see of the book: scope, labels, owner, text and order. A query is a value."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from enum import Enum

from addressbook.domain.staff import Me

ROWS = "i"
"""The typecode of arrays of row numbers: four bytes each, enough for two thousand million."""


class Scope(Enum):
    """The ready-made parts of the book."""

    ALL = "all"
    MINE = "mine"
    SHARED = "shared"
    NO_LABEL = "no_label"
    CHANGES = "changes"  # what others have added or changed since the person last looked
    RECENT = "recent"  # what the person has looked at last


class LabelMatch(Enum):
    """How several ticked labels combine."""

    ANY = "any"
    ALL = "all"
    WITHOUT = "without"


class SortKey(Enum):
    """What the book can be ordered by: columns, and two orders in time, the last one first. VIEWED is an order of the
    scope RECENT; elsewhere it is that by name."""

    NAME = "name"
    ALIAS = "alias"
    COMPANY = "company"
    TITLE = "title"
    PHONE = "phone"
    OWNER = "owner"
    EMAIL = "email"
    ADDRESS = "address"
    CHANGED = "changed"  # in this copy, not on the server, which does not tell
    VIEWED = "viewed"


@dataclass(frozen=True, slots=True)
class ContactQuery:
    """A question to the copy.

    `excluded` labels are excluded on top of whatever `match` says about `labels`. `owners` is empty for
    "any owner". `text` is what was typed into the search box: search_words.parse and search_match.explain tell what it
    finds, in which case the best matches come first and `sort` is the order among equals.
    `me` is needed by the scopes MINE and SHARED (without it they are empty); `recent` are the userids that make up the
    scope RECENT, the last one first.
    """

    scope: Scope = Scope.ALL
    me: Me | None = None
    labels: frozenset[int] = frozenset()
    match: LabelMatch = LabelMatch.ANY
    excluded: frozenset[int] = frozenset()
    owners: frozenset[str] = frozenset()
    text: str = ""
    sort: SortKey = SortKey.NAME
    descending: bool = False
    recent: tuple[str, ...] = ()

    @property
    def is_filtered(self) -> bool:
        """Whether anything but scope and order narrows the list."""
        return bool(self.labels or self.excluded or self.owners or self.text.strip())

    @property
    def is_narrowed(self) -> bool:
        """Whether only a part of the book was asked for."""
        return self.is_filtered or self.scope is not Scope.ALL


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a query finds, in its order. `hidden` more have its text, but not its scope, labels or owners.

    `partial`: not all texts were looked at yet, since they are still being read; more may be found, and some not any
    more.
    """

    ids: array[int]
    hidden: int = 0
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many contacts there are. `by_label` counts within the scope that was asked for."""

    total: int = 0
    mine: int = 0
    shared: int = 0
    no_label: int = 0
    unreadable: int = 0
    by_label: dict[int, int] = field(default_factory=dict)
