"""Words of the conflict dialog: what its parts and their values are called."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from addressbook.domain.fields import FIELDS, MOST_IN_LIST, Field, Purpose, Rule
from addressbook.domain.form_values import FormValues
from addressbook.domain.merge import Clash, Joined, Merge, Part, Side, Why, takes
from addressbook.ui import people
from addressbook.ui.models.label_index import LabelLook, labels_of
from addressbook.ui.open_session import OpenSession
from addressbook.ui.plain_text import without_key
from addressbook.ui.times import clock
from addressbook.ui.words.forms import TITLES

translate = QCoreApplication.translate


class ConflictWords:
    """Names for the ids in the values, as the session knows them now."""

    def __init__(self, session: OpenSession) -> None:
        self._session = session
        self._labels = labels_of(session.book)

    def looks(self, value: tuple[int, ...]) -> list[LabelLook]:
        """The labels of a value, in the server's order."""
        return self._labels.looks(value)

    def group_of(self, part: Part, *values: tuple[int, ...]) -> LabelLook | None:
        """A label of the group that a part stands for; None when it stands for no one group."""
        if part.group is None:
            return None
        looks = (self._labels.look(label) for value in values for label in value)
        return next((look for look in looks if look.group), None)

    def title(self, part: Part, *values: tuple[int, ...]) -> str:
        """What a part is called: its field, or the label group of its `values`."""
        look = self.group_of(part, *values)
        return look.group if look is not None else without_key(translate("Forms", TITLES[part.field]))

    def text(self, field: Field, value: object) -> str:
        """A value in words, "(empty)" when there is none."""
        names = self._names(field, value)
        return translate("Conflict", ", ").join(names) if names else translate("Conflict", "(empty)")

    def _names(self, field: Field, value: object) -> list[str]:
        if not isinstance(value, tuple):
            text = str(value)
            return [self._person(text) if field is Field.OWNER else text] if text else []
        if field is Field.LABELS:
            return [look.full for look in self.looks(value)]
        return [self._person(one) if field is Field.PEOPLE else self._department(one) for one in value]

    def _person(self, userid: str) -> str:
        cut_off = self._session.book.progress.is_cut_off
        return people.colleague(self._session.staff.name_of(userid), userid, self._session.me, cut_off=cut_off).full

    def _department(self, department_id: int) -> str:
        cut_off = self._session.book.progress.is_cut_off
        known = self._session.staff.department_name(department_id)
        return people.department(known, department_id, cut_off=cut_off).full

    def versions(self, mine: FormValues, theirs: FormValues) -> str:
        """Both versions in full, for the clipboard."""
        parts = []
        for head, values in (
            (translate("Conflict", "Yours, not saved yet"), mine.tidy()),
            (translate("Conflict", "Colleague’s, in DingTalk now"), theirs.tidy()),
        ):
            lines = [head]
            for spec in FIELDS:
                if spec.rule(Purpose.UPDATE) is not Rule.NOT_TAKEN:
                    title = without_key(translate("Forms", TITLES[spec.field]))
                    value = self.text(spec.field, values.get(spec.field))
                    lines.append(translate("Conflict", "{title}: {value}").format(title=title, value=value))
            parts.append("\n".join(lines))
        return "\n\n".join(parts)


def head(name: str) -> str:
    """What has happened."""
    if not name:
        return translate("Conflict", "This contact was changed by a colleague while you were editing")
    return translate("Conflict", "{name} was changed by a colleague while you were editing").format(name=name)


def task(merge: Merge) -> str:
    """What is to be done."""
    count = len(merge.clashes)
    if all(clash.why is Why.BOTH_CHANGED for clash in merge.clashes):
        return translate(
            "Conflict",
            "%n field(s) changed on both sides. Pick one value for each; nothing is saved until you choose.",
            "",
            count,
        )
    return translate(
        "Conflict",
        "%n field(s) cannot be joined without you. Pick one value for each; nothing is saved until you choose.",
        "",
        count,
    )


def side_name(side: Side) -> str:
    """Whose value, over a column."""
    return translate("Conflict", "Yours") if side is Side.MINE else translate("Conflict", "Colleague’s")


def since(moment: datetime) -> str:
    """Under "Before"."""
    return translate("Conflict", "when you opened it, {time}").format(time=clock(moment))


def as_of(side: Side, now: datetime) -> str:
    """Under the name of a side."""
    if side is Side.MINE:
        return translate("Conflict", "not saved yet")
    return translate("Conflict", "in DingTalk now, {time}").format(time=clock(now))


def why(clash: Clash) -> str:
    """Why a list cannot be joined; "" for values that both changed."""
    if clash.why is Why.TOO_MANY:
        return translate("Conflict", "Together they would be more than %n.", "", MOST_IN_LIST)
    if clash.why is Why.NO_LABEL:
        return translate("Conflict", "Together no label would be left.")
    return ""


def not_taken(clash: Clash, side: Side) -> str:
    """Why a side cannot be chosen; "" when it can."""
    if takes(clash, side):
        return ""
    if clash.mine if side is Side.MINE else clash.theirs:
        return translate("Conflict", "Cannot be chosen: DingTalk takes at most %n.", "", MOST_IN_LIST)
    return translate("Conflict", "Cannot be chosen: a contact needs at least one label.")


def choice_name(title: str, side: Side, value: str) -> str:
    """What a screen reader says of a choice."""
    if side is Side.MINE:
        return translate("Conflict", "{title}, yours: {value}").format(title=title, value=value)
    return translate("Conflict", "{title}, your colleague’s: {value}").format(title=title, value=value)


def origin(sides: frozenset[Side]) -> str:
    """Who changed what was joined."""
    if len(sides) > 1:
        return translate("Conflict", "from both of you")
    if Side.MINE in sides:
        return translate("Conflict", "from you")
    return translate("Conflict", "from your colleague")


def joined_parts(merge: Merge) -> list[tuple[Part, object, object, frozenset[Side]]]:
    """What was joined, once for each part: (part, before, what it is now, who changed it)."""
    found: list[tuple[Part, object, object, frozenset[Side]]] = []
    for part, entries in groupby(merge.joined, key=lambda joined: joined.part):
        both: list[Joined] = list(entries)
        now = both[0].now
        if len(both) > 1:  # elements that came and went one by one, on both sides
            seen = {element for entry in both for element in entry.now}
            now = tuple(element for element in merge.values.get(part.field) if element in seen)
        found.append((part, both[0].before, now, frozenset(entry.side for entry in both)))
    return found
