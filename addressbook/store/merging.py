"""Entering what the server told of contacts: what is new or differs, the marks of the pass, the notes of changes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.text import clean
from addressbook.store import news
from addressbook.store.connection import Connection, values_of
from addressbook.store.contact_rows import RowWriter
from addressbook.store.news import Difference
from addressbook.store.passes import PassState
from addressbook.store.records import CONTACT_COLUMNS, Made, digest, to_contact


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of merging: the rows that are new or differ, and how many contacts this pass had not met before."""

    rows: frozenset[int] = frozenset()
    new: int = 0
    changed: int = 0
    met: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """What a pass has found unchanged and not written yet. Lost in a crash, it is read again."""

    marks: dict[int, int] = field(default_factory=dict)  # digests by row
    met: int = 0
    pages: int = 0
    next_offset: int = 0
    edge: str = ""
    at: str = ""

    def with_page(self, unchanged: dict[int, int], merged: Merged, next_offset: int, edge: str, at: str) -> Held:
        """The same with one page more, which came at `at`."""
        marks = {row: mark for row, mark in (self.marks | unchanged).items() if row not in merged.rows}
        return Held(marks, self.met + merged.met, self.pages + 1, next_offset, edge, at)

    def write(self, connection: Connection, pass_no: int) -> None:
        """In a transaction of the caller's."""
        write_marks(connection, pass_no, self.marks)
        connection.run(
            "UPDATE sync SET next_offset = ?, edge = ?, went_on_at = ?, loaded = loaded + ?",
            (self.next_offset, self.edge, self.at, self.met),
        )


def seconds_now() -> int:
    """The time as `marks.changed_at` has it."""
    return int(time.time())


def write_marks(connection: Connection, pass_no: int, digests: Mapping[int, int]) -> None:
    """Mark rows as met by a pass, with the digest of what stands there."""
    connection.many(
        "INSERT INTO marks (row, pass, digest) VALUES (?, ?, ?) "
        "ON CONFLICT (row) DO UPDATE SET pass = excluded.pass, digest = excluded.digest",
        sorted((row, pass_no, digest) for row, digest in digests.items()),
    )


def mark_changed(connection: Connection, rows: Iterable[int], at: int) -> None:
    """Note when rows, which have marks, were last changed (seconds, UTC)."""
    connection.many("UPDATE marks SET changed_at = ? WHERE row = ?", [(at, row) for row in rows])


def merge(
    connection: Connection,
    rows: RowWriter,
    contacts: Sequence[Contact | UnreadableContact],
    state: PassState,
    held: Mapping[int, int],
    made: Mapping[str, Made] | None = None,
) -> tuple[Merged, dict[int, int]]:
    """Enter what is new or differs; returns also the rows, with their digests, that are to be marked as met.

    In a transaction of the caller's. `held` are the rows that the pass has met and not marked yet. What comes into a
    book that is settled is a change; what fills one is none. `made` as in RowWriter.put.
    """
    made = made or {}
    latest = {clean(contact.userid): contact for contact in contacts}
    known = {
        userid: (row, met, mark)
        for userid, row, met, mark in connection.all(
            "SELECT userid, row, pass, digest FROM contacts JOIN marks USING (row) "
            "WHERE userid IN (SELECT value FROM json_each(?))",
            (values_of(latest),),
        )
    }
    met = new = 0
    unchanged: dict[int, int] = {}
    entries: list[tuple[int | None, Contact | UnreadableContact]] = []
    marks: list[tuple[int | None, int]] = []  # before and now
    for userid, contact in latest.items():
        beforehand = made.get(contact.userid)
        mark = beforehand.digest if beforehand is not None and beforehand.contact is contact else digest(contact)
        row, last_met, last_mark = known.get(userid, (None, None, None))
        met += last_met != state.number and row not in held
        if row is not None and mark == last_mark:
            unchanged[row] = mark
            continue
        new += row is None
        entries.append((row, contact))
        marks.append((last_mark, mark))
    if not entries:
        return Merged(met=met), unchanged
    stood = _standing(connection, entries) if state.settled else {}
    entered = rows.put(entries, made)
    write_marks(connection, state.number, {row: now for row, (_, now) in zip(entered, marks, strict=True)})
    if state.settled:
        at = seconds_now()
        mark_changed(connection, entered, at)
        entries_with_marks = zip(entered, entries, marks, strict=True)
        differences = (Difference(row, entry[1], *both, stood.get(row)) for row, entry, both in entries_with_marks)
        news.note(connection, differences, at)
    return Merged(frozenset(entered), new, len(entered) - new, met), unchanged


def _standing(
    connection: Connection, entries: Iterable[tuple[int | None, Contact | UnreadableContact]]
) -> dict[int, Contact | UnreadableContact]:
    """What stands in the rows in which something else is about to be entered."""
    found = connection.all(
        f"SELECT row, {CONTACT_COLUMNS} FROM contacts WHERE row IN (SELECT value FROM json_each(?))",  # noqa: S608
        (values_of(row for row, _ in entries if row is not None),),
    )
    return {values[0]: to_contact(values[1:]) for values in found}
