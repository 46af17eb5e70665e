"""One contact in, over or out of all the tables that speak of it."""

from __future__ import annotations

import json

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.store.connection import Connection
from addressbook.store.records import COLUMNS, Record, record, unreadable_record

_INSERT = f"INSERT INTO contacts ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
_UPDATE = f"UPDATE contacts SET {', '.join(f'{column} = ?' for column in COLUMNS)} WHERE row = ?"  # noqa: S608


class RowWriter:
    """Statements for single contacts; each method is to be called in a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._people: dict[str, bool] | None = None  # ids that are entered, and whether as owners
        self._departments: set[int] | None = None

    def forget(self) -> None:
        """Drop what is remembered of the tables, after a rollback."""
        self._people = None
        self._departments = None

    def put(self, row: int | None, contact: Contact | UnreadableContact) -> int:
        """Enter a contact, in place of what stands at `row` if given; returns its row."""
        if isinstance(contact, Contact):
            entry = record(contact)
        else:
            entry = unreadable_record(contact, self._name_at(row))
        if row is None:
            self._connection.run(_INSERT, entry.columns)
            row = self._connection.last_row
        else:
            self._delete_references(row)
            self._connection.run(_UPDATE, (*entry.columns, row))
        self._connection.run("INSERT OR REPLACE INTO sorting VALUES (?,?,?,?,?,?,?,?,?)", (row, *entry.sorting))
        self._connection.run("INSERT OR REPLACE INTO searching VALUES (?, ?, ?)", (row, *entry.searching))
        self._insert_references(row, entry)
        return row

    def delete(self, row: int) -> None:
        """Take a contact out."""
        self._delete_references(row)
        for table in ("contacts", "marks", "sorting", "searching"):
            self._connection.run(f"DELETE FROM {table} WHERE row = ?", (row,))  # noqa: S608 - names from above

    def _name_at(self, row: int | None) -> str:
        found = self._connection.one("SELECT name FROM contacts WHERE row = ?", (row,)) if row is not None else None
        return str(found[0]) if found is not None else ""

    def _delete_references(self, row: int) -> None:
        """The tables below are ordered by what they refer to: only the old lists tell where this row stands."""
        found = self._connection.one(
            "SELECT label_ids, share_dept_ids, share_user_ids FROM contacts WHERE row = ?", (row,)
        )
        if found is None:
            return
        labels, departments, people = (json.loads(value) if value else () for value in found)
        for label in labels:
            self._connection.run("DELETE FROM contact_labels WHERE label = ? AND row = ?", (label, row))
        for department in departments:
            self._connection.run("DELETE FROM department_shares WHERE department = ? AND row = ?", (department, row))
        for userid in people:
            self._connection.run("DELETE FROM user_shares WHERE userid = ? AND row = ?", (userid, row))

    def _insert_references(self, row: int, entry: Record) -> None:
        for label in entry.label_ids:
            self._connection.run("INSERT INTO contact_labels VALUES (?, ?)", (label, row))
        for department in entry.share_dept_ids:
            self._connection.run("INSERT INTO department_shares VALUES (?, ?)", (department, row))
            self._enter_department(department)
        for userid in entry.share_user_ids:
            self._connection.run("INSERT INTO user_shares VALUES (?, ?)", (userid, row))
            self._enter_person(userid, owner=False)
        if entry.owner:
            self._enter_person(entry.owner, owner=True)

    def _enter_person(self, userid: str, *, owner: bool) -> None:
        if self._people is None:
            entered = self._connection.all("SELECT userid, owner FROM people")
            self._people = {str(known): bool(flag) for known, flag in entered}
        if self._people.get(userid, None) in (True, owner):
            return
        self._connection.run(
            "INSERT INTO people (userid, owner) VALUES (?, ?) ON CONFLICT DO UPDATE SET owner = excluded.owner",
            (userid, owner),
        )
        self._people[userid] = owner

    def _enter_department(self, department: int) -> None:
        if self._departments is None:
            self._departments = set(self._connection.numbers("SELECT id FROM departments"))
        if department not in self._departments:
            self._connection.run("INSERT OR IGNORE INTO departments (id) VALUES (?)", (department,))
            self._departments.add(department)
