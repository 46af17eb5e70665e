"""Rows that show what is being written before the server has confirmed it.

A contact that is pending is shown as a person wants it, or hidden, and is kept out of what passes do: what they tell
of it is put by, so that it can come back as the server has it. Belongs to the writer, on the store thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.text import clean
from addressbook.store import news
from addressbook.store.connection import Connection
from addressbook.store.contact_rows import RowWriter
from addressbook.store.json_values import contact_from, contact_text
from addressbook.store.merging import mark_changed, seconds_now, write_marks
from addressbook.store.records import CONTACT_COLUMNS, digest, to_contact

_NO_DIGEST = 0  # equals that of no contact, so that whatever the server tells is entered


@dataclass(frozen=True, slots=True)
class Change:
    """The rows that are new, differ or are gone; `removed` when some are gone."""

    rows: frozenset[int] = frozenset()
    removed: bool = False


class PendingRows:
    """Every method that changes something is to be called in a transaction."""

    def __init__(self, connection: Connection, rows: RowWriter) -> None:
        self._connection = connection
        self._rows = rows
        self._userids: set[str] | None = None

    def forget(self) -> None:
        """Drop what is remembered of the table, after a rollback."""
        self._userids = None

    @property
    def userids(self) -> set[str]:
        """The contacts that are pending."""
        if self._userids is None:
            self._userids = {str(userid) for (userid,) in self._connection.all("SELECT userid FROM pending")}
        return self._userids

    def show(self, contact: Contact, pass_no: int) -> Change:
        """Show `contact` in the place of what the copy holds under its userid, or as a new row."""
        userid = clean(contact.userid)
        row = self._hold(userid)
        (row,) = self._rows.put([(row, contact)])
        self._connection.run("UPDATE pending SET row = ? WHERE userid = ?", (row, userid))
        write_marks(self._connection, pass_no, {row: _NO_DIGEST})
        return Change(frozenset((row,)))

    def hide(self, userid: str) -> Change:
        """Take a contact out of sight."""
        userid = clean(userid)
        row = self._hold(userid)
        if row is None:
            return Change()
        self._rows.delete([row])
        return Change(frozenset((row,)), removed=True)

    def settle(self, shown: str, contact: Contact | None, pass_no: int) -> Change:
        """Enter what the server has in the place of what was shown as `shown`; None: it has no such contact.

        `contact` may have another userid than `shown`: it keeps the row, and a row that a pass has made for it goes.
        Whoever is at the computer knows of it: it is no news.
        """
        news.forget(self._connection, (shown, *(() if contact is None else (contact.userid,))))
        changed_at = 0 if contact is None else self._changed_at(clean(shown), contact)
        return self._settle(clean(shown), contact, pass_no, changed_at)

    def _settle(self, shown: str, contact: Contact | None, pass_no: int, changed_at: int) -> Change:
        held = self._entry(shown)
        row = held[0] if held is not None and held[0] else self._row_of(shown)
        visible = self._row_of(shown) is not None
        self._release(shown)
        if contact is None:
            if row is None or not visible:
                return Change()
            self._rows.delete([row])
            return Change(frozenset((row,)), removed=True)
        gone: set[int] = set()
        known = self._row_of(clean(contact.userid))
        if row is None:
            row = known
        elif known is not None and known != row:
            self._rows.delete([known])
            gone.add(known)
        self._release(clean(contact.userid))
        (row,) = self._rows.put([(row, contact)])
        write_marks(self._connection, pass_no, {row: digest(contact)})
        mark_changed(self._connection, (row,), changed_at)
        return Change(frozenset((row, *gone)), removed=bool(gone))

    def put_back(self, userid: str, pass_no: int) -> Change:
        """Show a contact again as the server last told it; one that it never told goes."""
        entry = self._entry(clean(userid))
        if entry is None:
            return Change()
        contact = contact_from(entry[1]) if entry[1] is not None else None
        return self._settle(clean(userid), contact, pass_no, entry[2])

    def put_by(self, contacts: Sequence[Contact | UnreadableContact]) -> Sequence[Contact | UnreadableContact]:
        """Keep what a pass tells of contacts that are pending; returns the others."""
        if not self.userids:
            return contacts
        others: list[Contact | UnreadableContact] = []
        for contact in contacts:
            userid = clean(contact.userid)
            if userid not in self.userids:
                others.append(contact)
            elif isinstance(contact, Contact):
                self._connection.run(
                    "UPDATE pending SET before = ?1, changed_at = CASE WHEN before IS ?1 THEN changed_at ELSE ?2 END "
                    "WHERE userid = ?3",
                    (contact_text(contact), seconds_now(), userid),
                )
        return others

    def gone(self, userids: Iterable[str]) -> list[str]:
        """Keep that the server no longer has those of `userids` that are pending; returns the others."""
        cleaned = [clean(userid) for userid in userids]
        for userid in self.userids.intersection(cleaned):
            self._connection.run("UPDATE pending SET before = NULL WHERE userid = ?", (userid,))
        return [userid for userid in cleaned if userid not in self.userids]

    def _changed_at(self, shown: str, contact: Contact) -> int:
        """When what the server has now came to be: now, unless the copy had it so before."""
        entry = self._entry(shown)
        if entry is not None:
            return entry[2] if entry[1] == contact_text(contact) else seconds_now()
        found = self._connection.one(
            "SELECT digest, changed_at FROM contacts JOIN marks USING (row) WHERE userid = ?", (clean(contact.userid),)
        )
        return int(found[1]) if found is not None and found[0] == digest(contact) else seconds_now()

    def _hold(self, userid: str) -> int | None:
        """Make an entry unless there is one; returns the row that belongs to it, None when there never was one."""
        entry = self._entry(userid)
        if entry is not None:
            return entry[0] or None
        row, before, changed_at = None, None, 0
        found = self._connection.one(
            f"SELECT row, changed_at, {CONTACT_COLUMNS} "  # noqa: S608 - our names
            "FROM contacts JOIN marks USING (row) WHERE userid = ?",
            (userid,),
        )
        if found is not None:
            row, changed_at, contact = int(found[0]), int(found[1]), to_contact(found[2:])
            before = contact_text(contact) if isinstance(contact, Contact) else None
        self._connection.run("INSERT INTO pending VALUES (?, ?, ?, ?)", (userid, row or 0, before, changed_at))
        self.userids.add(userid)
        return row

    def _release(self, userid: str) -> None:
        if userid in self.userids:
            self._connection.run("DELETE FROM pending WHERE userid = ?", (userid,))
            self.userids.discard(userid)

    def _entry(self, userid: str) -> tuple[int, str | None, int] | None:
        if userid not in self.userids:
            return None
        found = self._connection.one("SELECT row, before, changed_at FROM pending WHERE userid = ?", (userid,))
        return None if found is None else (int(found[0]), found[1], int(found[2]))

    def _row_of(self, userid: str) -> int | None:
        found = self._connection.one("SELECT row FROM contacts WHERE userid = ?", (userid,))
        return None if found is None else int(found[0])
