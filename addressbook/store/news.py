"""Notes of what passes have changed in a whole book since the person last looked. Own writes are no news.

A note tells the difference between the last look and now: it keeps the digest of the contact as it was then, so that
what was changed and changed back, or came and went again, is not told at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.fields import Field
from addressbook.domain.news import Change, News, NewsKind, RemovedContact
from addressbook.domain.text import clean
from addressbook.store.connection import Connection, values_of
from addressbook.store.json_values import contact_from, contact_text
from addressbook.store.schema import READY

_KINDS = {int(kind): kind for kind in NewsKind}

# Bits of `changes.fields`: others go behind these
FIELDS = (
    Field.NAME, Field.ALIAS, Field.COMPANY, Field.TITLE, Field.COUNTRY, Field.PHONE, Field.EMAIL, Field.ADDRESS,
    Field.LABELS, Field.OWNER, Field.DEPARTMENTS, Field.PEOPLE,
)  # fmt: skip
_BITS = len(FIELDS)
_COLUMNS = "(userid, kind, row, name, company, at, noted, digest, fields, was) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Difference:
    """A contact that was entered: its row, its digest before (None: it is new) and now; and `was`, what stood there."""

    row: int
    contact: Contact | UnreadableContact
    before: int | None
    now: int
    was: Contact | UnreadableContact | None = None


def note(connection: Connection, differences: Iterable[Difference], at: int) -> None:
    """Note what was entered, at `at` (seconds UTC). In a transaction of the caller's."""
    # What cannot be read has neither a name to tell nor, often, an id that stays the same
    found = {clean(one.contact.userid): one for one in differences if isinstance(one.contact, Contact)}
    if not found:
        return
    notes = _notes(connection, found)
    number = _next_number(connection)
    fresh: list[tuple[int | str | None, ...]] = []
    settled: list[str] = []
    for userid, one in found.items():
        known = notes.get(userid)
        before = one.before if known is None else known.digest
        if before == one.now:
            settled.append(userid)
            continue
        kind = NewsKind.NEW if before is None else NewsKind.CHANGED
        assert isinstance(one.contact, Contact)  # noqa: S101 - for the type checker
        name, company = clean(one.contact.name), clean(one.contact.company_name)
        was = one.was if isinstance(one.was, Contact) else None
        if known is not None:
            was = contact_from(known.was) if known.was else None
        fields = 0 if was is None else _different(was, one.contact)
        text = None if was is None else contact_text(was)
        fresh.append((userid, kind, one.row, name, company, at, number, before, fields, text))
    connection.many(f"INSERT OR REPLACE INTO changes {_COLUMNS}", fresh)
    forget(connection, settled)


def note_removed(connection: Connection, rows: Sequence[int], at: int) -> None:
    """Note contacts that are about to be taken off the copy. In a transaction of the caller's."""
    gone = connection.all(
        "SELECT userid, name, company_name, digest FROM contacts JOIN marks USING (row) "
        "WHERE state = ? AND row IN (SELECT value FROM json_each(?))",
        (READY, values_of(rows)),
    )
    if not gone:
        return
    notes = _notes(connection, [userid for userid, *_ in gone])
    number = _next_number(connection)
    fresh: list[tuple[int | str | None, ...]] = []
    for userid, name, company, digest in gone:
        kind, before, _ = notes.get(userid, _Note(NewsKind.CHANGED, digest, None))
        if kind != NewsKind.NEW:
            fresh.append((userid, NewsKind.REMOVED, 0, name, company, at, number, before, 0, None))
    forget(connection, [userid for userid, *_ in gone])
    connection.many(f"INSERT INTO changes {_COLUMNS}", fresh)


def forget(connection: Connection, userids: Iterable[str]) -> None:
    """Somebody knows of these: the notes go."""
    connection.many("DELETE FROM changes WHERE userid = ?", [(clean(userid),) for userid in userids])


def see(connection: Connection, upto: int, at: datetime) -> None:
    """The person has looked at what `News.upto` names."""
    connection.run("DELETE FROM changes WHERE noted <= ?", (upto,))
    connection.run("UPDATE sync SET seen_at = ?", (at.isoformat(),))


def read(connection: Connection) -> News:
    """How much there is to tell."""
    counted = {
        int(kind): int(count) for kind, count in connection.all("SELECT kind, count(*) FROM changes GROUP BY kind")
    }
    found = connection.one("SELECT noted, seen_at FROM sync")
    assert found is not None  # noqa: S101 - the migration that makes the table puts its one row in
    return News(
        new=counted.get(NewsKind.NEW, 0),
        changed=counted.get(NewsKind.CHANGED, 0),
        removed=counted.get(NewsKind.REMOVED, 0),
        since=datetime.fromisoformat(found[1]) if found[1] else None,
        upto=int(found[0]),
    )


def marked(connection: Connection, most: int) -> dict[int, Change]:
    """What is to be told of the rows that are new or changed, the last `most` of them."""
    # packed into one number each: thousands of rows one by one would give Python's lock away as often
    packed = connection.numbers(
        f"SELECT ((row << {_BITS}) + fields) * 4 + kind FROM changes WHERE kind != ? ORDER BY noted DESC LIMIT ?",  # noqa: S608
        (NewsKind.REMOVED, most),
    )
    return {number >> 2 + _BITS: _change(number & (4 << _BITS) - 1) for number in packed}


def rows(connection: Connection) -> set[int]:
    """The rows of Scope.CHANGES."""
    return set(connection.numbers("SELECT row FROM changes WHERE kind != ?", (NewsKind.REMOVED,)))


def removed(connection: Connection, most: int) -> list[RemovedContact]:
    """Who is gone, the last first."""
    found = connection.all(
        "SELECT userid, name, company, at FROM changes WHERE kind = ? ORDER BY at DESC, name, userid LIMIT ?",
        (NewsKind.REMOVED, most),
    )
    return [
        RemovedContact(userid, name, company, datetime.fromtimestamp(at, UTC)) for userid, name, company, at in found
    ]


@lru_cache(maxsize=256)
def _change(packed: int) -> Change:
    fields = packed >> 2
    return Change(_KINDS[packed & 3], tuple(field for bit, field in enumerate(FIELDS) if fields >> bit & 1))


def _different(was: Contact, now: Contact) -> int:
    """The bits of the fields that differ."""
    different = 0
    for bit, field in enumerate(FIELDS):
        if _alike(getattr(was, field)) != _alike(getattr(now, field)):
            different |= 1 << bit
    return different


def _alike(value: Any) -> Any:
    """The same for values that the table keeps alike, and for lists that differ in order only."""
    if isinstance(value, tuple):
        return {_alike(one) for one in value}
    return clean(value) if isinstance(value, str) else value


class _Note(NamedTuple):
    kind: int
    digest: int | None
    was: str | None


def _notes(connection: Connection, userids: Iterable[str]) -> dict[str, _Note]:
    found = connection.all(
        "SELECT userid, kind, digest, was FROM changes WHERE userid IN (SELECT value FROM json_each(?))",
        (values_of(userids),),
    )
    return {str(userid): _Note(int(kind), digest, was) for userid, kind, digest, was in found}


def _next_number(connection: Connection) -> int:
    connection.run("UPDATE sync SET noted = noted + 1")
    return connection.number("SELECT noted FROM sync")
