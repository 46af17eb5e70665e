"""Two people changed one contact: what can be joined, and what a person has to choose (DESIGN.md, section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from addressbook.domain.fields import FIELDS, MOST_IN_LIST, Field, Purpose, Rule
from addressbook.domain.form_values import LISTS, FormValues
from addressbook.domain.label import LabelGroup


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
    """What one side changed and could be joined. Values are texts or tuples, of the part alone.

    Lists whose elements come and go one by one (shares, labels of no known group) may be joined from both sides: then
    there is one for each.
    """

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


def three_way(before: FormValues, mine: FormValues, theirs: FormValues, groups: Sequence[LabelGroup]) -> Merge:
    """Joins what two people made of `before`: mine in the form, theirs on the server. They are compared tidied.

    Only fields that update takes are compared; the others are theirs. Of what both changed alike nothing is told.
    What is not mine stays to the letter as the server has it: an address on two lines, say.
    """
    values = theirs
    before, mine, theirs = before.tidy(), mine.tidy(), theirs.tidy()
    parts: list[Joined | Clash] = []
    for spec in FIELDS:
        field = spec.field
        if spec.rule(Purpose.UPDATE) is Rule.NOT_TAKEN:
            continue
        versions = before.get(field), mine.get(field), theirs.get(field)
        if field is Field.LABELS:
            parts += _labels(*versions, groups)
        elif field in LISTS:
            parts += _shares(field, *versions)
        else:
            parts += _as_one(Part(field), *versions)
    for part in parts:
        if isinstance(part, Joined) and part.side is Side.MINE:
            values = _put(values, part.part, part.before, part.now)
    return Merge(
        values,
        tuple(part for part in parts if isinstance(part, Joined)),
        tuple(part for part in parts if isinstance(part, Clash)),
    )


def resolve(merge: Merge, choices: Mapping[Part, Side]) -> FormValues:
    """The values with every clash chosen. KeyError when a choice is missing."""
    values = merge.values
    for clash in merge.clashes:
        if choices[clash.part] is Side.MINE:
            values = _put(values, clash.part, clash.theirs, clash.mine)
    return values


def takes(clash: Clash, side: Side) -> bool:
    """Whether a side can be chosen at all: a whole list may be too long or, of labels, empty as it is."""
    value = clash.mine if side is Side.MINE else clash.theirs
    if clash.why is Why.BOTH_CHANGED:
        return True
    return len(value) <= MOST_IN_LIST and (clash.part.field is not Field.LABELS or bool(value))


def _as_one(part: Part, before: Any, mine: Any, theirs: Any) -> list[Joined | Clash]:
    """A part that has one value: both changing it differently is a clash."""
    if _alike(mine, theirs):
        return []
    if _alike(mine, before):
        return [Joined(part, before, theirs, Side.THEIRS)]
    if _alike(theirs, before):
        return [Joined(part, before, mine, Side.MINE)]
    return [Clash(part, before, mine, theirs)]


def _elements(part: Part, before: Any, mine: Any, theirs: Any) -> list[Joined]:
    """A list whose elements come and go one by one, without a clash."""
    if _alike(mine, theirs):
        return []
    sides = ((Side.MINE, mine), (Side.THEIRS, theirs))
    return [Joined(part, before, now, side) for side, now in sides if not _alike(now, before)]


def _shares(field: Field, before: Any, mine: Any, theirs: Any) -> Sequence[Joined | Clash]:
    parts = _elements(Part(field), before, mine, theirs)
    if parts and len(_joined(theirs, parts)) > MOST_IN_LIST:
        return [Clash(Part(field), before, mine, theirs, Why.TOO_MANY)]
    return parts


def _labels(before: Any, mine: Any, theirs: Any, groups: Sequence[LabelGroup]) -> Sequence[Joined | Clash]:
    """Group by group, as most people choose one label of each. Whatever is chosen later, 1 to 20 labels remain."""
    place: dict[int, int] = {}
    for number, group in enumerate(groups):
        for label in group.labels:
            place.setdefault(label.id, number)

    def of_group(labels: Any, number: int | None) -> Any:
        return tuple(label for label in labels if place.get(label) == number)

    def versions(number: int | None) -> tuple[Any, Any, Any]:
        return of_group(before, number), of_group(mine, number), of_group(theirs, number)

    parts: list[Joined | Clash] = []
    for number in sorted({place[label] for label in (*before, *mine, *theirs) if label in place}):
        parts += _as_one(Part(Field.LABELS, number), *versions(number))
    parts += _elements(Part(Field.LABELS), *versions(None))
    clashes = [part for part in parts if isinstance(part, Clash)]
    sure = len(_joined(theirs, parts)) - sum(len(clash.theirs) for clash in clashes)
    fewest = sure + sum(min(len(clash.mine), len(clash.theirs)) for clash in clashes)
    most = sure + sum(max(len(clash.mine), len(clash.theirs)) for clash in clashes)
    if parts and (fewest == 0 or most > MOST_IN_LIST):
        why = Why.TOO_MANY if most > MOST_IN_LIST else Why.NO_LABEL
        return [Clash(Part(Field.LABELS), before, mine, theirs, why)]
    return parts


def _joined(theirs: Any, parts: Iterable[Joined | Clash]) -> Any:
    """Their list with my part of what could be joined."""
    for part in parts:
        if isinstance(part, Joined) and part.side is Side.MINE:
            theirs = _changed(theirs, part.before, part.now)
    return theirs


def _put(values: FormValues, part: Part, before: Any, now: Any) -> FormValues:
    """The values with one part changed from `before` to `now`."""
    if part.field in LISTS:
        now = _changed(tuple(dict.fromkeys(values.get(part.field))), before, now)
    return values.with_value(part.field, now)


def _changed(elements: Any, before: Any, now: Any) -> Any:
    kept = tuple(element for element in elements if element not in before or element in now)
    return kept + tuple(element for element in now if element not in before and element not in kept)


def _alike(one: Any, other: Any) -> bool:
    """The order within a list does not count."""
    return set(one) == set(other) if isinstance(one, tuple) else bool(one == other)
