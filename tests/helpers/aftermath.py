"""What must be so after a program was killed at its work, whatever the moment: nothing typed lost, nothing made twice.

A person's own account of what they did (tests/helpers/book_writer.py) is held against what the server has and what the
next run of the program keeps under Unfinished.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from addressbook.domain.form_values import FormValues
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from tests.helpers.book_writer import COMPANY, NAME, NEW_NUMBER, PHONE, TITLE

PROMISED = 2.0  # seconds after which what was typed is kept
WIRE = {NAME: "name", COMPANY: "company_name", TITLE: "title", PHONE: "mobile"}
Row = Mapping[str, Any]


def plain(title: str, text: object) -> str:
    """A text as it is compared: a number by its digits, for it is formatted while it is typed."""
    text = str(text or "")
    return "".join(filter(str.isdigit, text)) if title == PHONE else text.strip()


def key(name: str) -> str:
    """What a contact is known by: its name, or the number that a name begins with which may have been typed in part."""
    return name.split()[0] if name[:1].isdigit() else name


@dataclass(eq=False)
class Texts:
    """What stood in one field of one contact, one after the other; from `kept` on nothing may be missing."""

    texts: list[str] = field(default_factory=list)
    kept: int = -1

    def allows(self, text: str) -> bool:
        return text in self.texts[max(self.kept, 0) :]


@dataclass
class Account:
    """What a person has done until the program was killed, by the keys of the contacts."""

    fields: dict[str, dict[str, Texts]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Texts)))
    made: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)

    def add(self, said: Iterable[Mapping[str, Any]], killed_at: float) -> None:
        """Go on with what was done in one more run."""
        names: dict[int, str] = {}
        filled: dict[int, set[Texts]] = defaultdict(set)
        for line in said:
            if "begins" in line:
                name = names[line["begins"]] = key(line["name"])
                if line["act"] == "edit":
                    self.fields[name].setdefault(NAME, Texts([line["name"]], 0))
            elif "form" in line:
                title = PHONE if line["field"] == NEW_NUMBER else line["field"]
                texts = self.fields[names[line["form"]]][title]
                filled[line["form"]].add(texts)
                texts.texts.append(plain(title, line["text"]))
                if line["at"] <= killed_at - PROMISED:
                    texts.kept = len(texts.texts) - 1
            elif "saved" in line or "kept" in line:
                form = line.get("saved") or line["kept"]
                for texts in filled[form]:  # in a form that was found again the others stand as they were kept
                    texts.kept = len(texts.texts) - 1
                if "saved" in line:
                    self.made.add(names[form])
            elif "deletes" in line:
                self.deleted.add(key(line["deletes"]))

    def check_texts(self, server: Iterable[Row], items: Iterable[WorkItem]) -> None:
        """All that was typed more than two seconds before a kill is on the server or under Unfinished."""
        there = [{title: plain(title, row.get(wire)) for title, wire in WIRE.items()} for row in server]
        there += [_texts(item.values) for item in items]
        for name, fields in self.fields.items():
            if name in self.deleted:
                continue
            mine = [each for each in there if fields[NAME].allows(each[NAME])]
            for title, texts in fields.items():
                assert texts.kept < 0 or any(texts.allows(each[title]) for each in mine), (
                    f"{title} of {name} is lost: {texts.texts[texts.kept :]}; there is {mine}"
                )


def _texts(values: FormValues) -> dict[str, str]:
    return {title: plain(title, getattr(values, wire)) for title, wire in WIRE.items()}


def check_contacts(before: Iterable[Row], account: Account, server: Iterable[Row], items: Iterable[WorkItem]) -> None:
    """No number twice; everybody who was there is there once, or twice with an entry under Unfinished that says so."""
    rows = list(server)
    numbers = Counter((row.get("state_code"), row.get("mobile")) for row in rows)
    assert [number for number, count in numbers.items() if count > 1] == []
    copied = {(item.userid, item.new_userid) for item in items if item.state is WorkState.COPIED}
    named: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        named[key(row["name"])].append(row["userid"])
    first = Counter(key(row["name"]) for row in before)
    for name in {*first, *account.fields}:
        if first[name] > 1:  # the sample has some names twice
            continue
        ids = named[name]
        if (name in first or name in account.made) and name not in account.deleted:
            assert ids, f"{name} is gone"
        assert len(ids) <= 1 or (len(ids) == 2 and {tuple(ids), tuple(reversed(ids))} & copied), (name, ids, copied)


def check_items(items: Iterable[WorkItem]) -> None:
    """What is left is a person's to decide, and no longer in doubt."""
    for item in items:
        assert not item.is_uncertain, item
        assert item.kind is not WorkKind.DELETE, item
