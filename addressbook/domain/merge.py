"""Two people changed one contact: what can be joined, and what a person has to choose (DESIGN.md, section 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from addressbook.domain.fields import Field
from addressbook.domain.form_values import FormValues


class Side(Enum):
    """Whose value."""

    MINE = "mine"
    THEIRS = "theirs"


class Why(Enum):
    """Why something cannot be joined."""

    BOTH_CHANGED = "both_changed"
    TOO_MANY = "too_many"  # both sides' elements together are more than the call takes
    NO_LABEL = "no_label"  # both sides together would leave the contact without a label


@dataclass(frozen=True, slots=True)
class Part:
    """What is compared as one: a field, or for labels the part of it that belongs to one group.

    `group` is the place of the group in the server's list; None for other fields, for labels of no known group, and
    for all labels together (Why.TOO_MANY, Why.NO_LABEL).
    """

    field: Field
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """A part that only one side changed. Values are texts or tuples, of the part alone."""

    part: Part
    before: Any
    now: Any
    side: Side


@dataclass(frozen=True, slots=True)
class Clash:
    """A part that a person has to choose. Values are texts or tuples, of the part alone."""

    part: Part
    before: Any
    mine: Any
    theirs: Any
    why: Why = Why.BOTH_CHANGED


@dataclass(frozen=True, slots=True)
class Merge:
    """The comparison of three versions. `values` has all that could be joined, and theirs where there is a clash."""

    values: FormValues
    joined: tuple[Joined, ...]
    clashes: tuple[Clash, ...]
