"""Contacts in, over or out of all the tables that speak of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from addressbook.courtesy import stand_aside
from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.store.connection import Connection, values_of
from addressbook.store.records import COLUMNS, Made, Record, record, unreadable_record
from addressbook.store.search_feed import SearchFeed

_SORTING = ("owner", "name", "alias", "company", "title", "phone", "email", "address")


def _upsert(table: str, columns: Sequence[str]) -> str:
    """Enter or change a row; indexes over columns that stay the same are not touched, as REPLACE would."""
    changes = ", ".join(f"{column} = excluded.{column}" for column in columns)
    return (
        f"INSERT INTO {table} (row, {', '.join(columns)}) VALUES (?{', ?' * len(columns)}) "  # noqa: S608 - our names
        f"ON CONFLICT (row) DO UPDATE SET {changes}"
    )


# Contacts whose rows are entered before it is looked again whether to stand aside: the driver takes and gives Python's
# lock for each row, so that the window waits for it at each call of Qt
_AT_ONCE = 100

_PUT_CONTACT = _upsert("contacts", COLUMNS)
_PUT_SORTING = _upsert("sorting", _SORTING)
_PUT_SEARCHING = _upsert("searching", ("digits",))


class RowWriter:
    """A page of contacts at a time, table by table; each method is to be called in a transaction."""

    def __init__(self, connection: Connection, feed: SearchFeed) -> None:
        self._connection = connection
        self._feed = feed
        self._people: dict[str, bool] | None = None  # ids that are entered, and whether as owners
        self._departments: set[int] | None = None

    def forget(self) -> None:
        """Drop what is remembered of the tables, after a rollback."""
        self._people = None
        self._departments = None

    def put(
        self, contacts: Sequence[tuple[int | None, Contact | UnreadableContact]], made: Mapping[str, Made] | None = None
    ) -> list[int]:
        """Enter contacts, each in place of what stands at its row if it has one; returns their rows.

        `made`: what was made beforehand, by userid.
        """
        made = made or {}
        names = self._clear([row for row, _ in contacts if row is not None])
        unused = self._connection.number("SELECT seq FROM sqlite_sequence WHERE name = 'contacts'") + 1
        entries: list[tuple[int, Record]] = []
        for row, contact in contacts:
            stand_aside()
            if row is None:
                row, unused = unused, unused + 1
            known = made.get(contact.userid)
            if known is not None and known.contact is contact:
                entries.append((row, known.record))
            elif isinstance(contact, Contact):
                entries.append((row, record(contact)))
            else:
                entries.append((row, unreadable_record(contact, names.get(row, ""))))
        for part in (entries[start : start + _AT_ONCE] for start in range(0, len(entries), _AT_ONCE)):
            self._enter(part)
        self._enter_people(entry for _, entry in entries)
        self._enter_departments(entry for _, entry in entries)
        self._feed.note(row for row, _ in entries)
        return [row for row, _ in entries]

    def _enter(self, entries: Sequence[tuple[int, Record]]) -> None:
        many = self._connection.many
        for sql, values in (
            (_PUT_CONTACT, [(row, *entry.columns) for row, entry in entries]),
            (_PUT_SORTING, [(row, *entry.sorting) for row, entry in entries]),
            (_PUT_SEARCHING, [(row, entry.digits) for row, entry in entries]),
            (
                "INSERT INTO contact_labels VALUES (?, ?)",
                [(label, row) for row, entry in entries for label in entry.label_ids],
            ),
            (
                "INSERT INTO department_shares VALUES (?, ?)",
                [(department, row) for row, entry in entries for department in entry.share_dept_ids],
            ),
            (
                "INSERT INTO user_shares VALUES (?, ?)",
                [(userid, row) for row, entry in entries for userid in entry.share_user_ids],
            ),
        ):
            stand_aside()
            many(sql, values)

    def delete(self, rows: Sequence[int]) -> None:
        """Take contacts out."""
        self._clear(rows)
        self._feed.note(rows)
        for table in ("contacts", "marks", "sorting", "searching"):
            self._connection.many(f"DELETE FROM {table} WHERE row = ?", [(row,) for row in rows])  # noqa: S608

    def _clear(self, rows: Sequence[int]) -> dict[int, str]:
        """Take away what refers to these rows; returns the names that stand there.

        The tables below are ordered by what they refer to: only the old lists tell where a row stands in them.
        """
        if not rows:
            return {}
        found = self._connection.all(
            "SELECT row, name, label_ids, share_dept_ids, share_user_ids FROM contacts "
            "WHERE row IN (SELECT value FROM json_each(?))",
            (values_of(rows),),
        )
        for table, column, place in (
            ("contact_labels", "label", 2),
            ("department_shares", "department", 3),
            ("user_shares", "userid", 4),
        ):
            self._connection.many(
                f"DELETE FROM {table} WHERE {column} = ? AND row = ?",  # noqa: S608 - names from above
                [(value, old[0]) for old in found if old[place] for value in json.loads(old[place])],
            )
        return {old[0]: old[1] for old in found}

    def _enter_people(self, entries: Iterable[Record]) -> None:
        """Enter ids that were never met, so that somebody can ask who they are."""
        if self._people is None:
            entered = self._connection.all("SELECT userid, owner FROM people")
            self._people = {str(known): bool(flag) for known, flag in entered}
        fresh: dict[str, bool] = {}
        for entry in entries:
            for userid in entry.share_user_ids:
                if userid not in self._people:
                    fresh.setdefault(userid, False)
            if entry.owner and not self._people.get(entry.owner):
                fresh[entry.owner] = True
        self._connection.many(
            "INSERT INTO people (userid, owner) VALUES (?, ?) ON CONFLICT DO UPDATE SET owner = excluded.owner",
            list(fresh.items()),
        )
        if any(fresh.values()):
            self._feed.note_names()  # who owns contacts is found by name
        self._people.update(fresh)

    def _enter_departments(self, entries: Iterable[Record]) -> None:
        if self._departments is None:
            self._departments = set(self._connection.numbers("SELECT id FROM departments"))
        fresh = {department for entry in entries for department in entry.share_dept_ids} - self._departments
        self._connection.many("INSERT OR IGNORE INTO departments (id) VALUES (?)", [(one,) for one in fresh])
        self._departments |= fresh
