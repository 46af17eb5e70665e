"""Reading the copy of the book: one read-only connection for each thread that reads."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from addressbook.courtesy import alone, stand_aside
from addressbook.domain.contact import Contact, ContactRow, UnreadableContact
from addressbook.domain.label import LabelGroup
from addressbook.domain.news import Change, News, RemovedContact
from addressbook.domain.query import Answer, ContactQuery, Counts, Scope
from addressbook.domain.staff import Colleague, Department, Employee, Me, NameState, Owner
from addressbook.errors import StoreDamaged
from addressbook.store import lately, news, passes, same, staff
from addressbook.store.connection import Connection, connect, values_of
from addressbook.store.counts import usual_countries
from addressbook.store.files import BOOK_FILE, has_log
from addressbook.store.migrations import pending
from addressbook.store.passes import PassState
from addressbook.store.queries import Queries
from addressbook.store.records import CONTACT_COLUMNS, ROW_COLUMNS, to_contact, to_row
from addressbook.store.schema import APPLICATION_ID, BOOK_MIGRATIONS
from addressbook.store.search_feed import SearchFeed


class BookReader:
    """Sees what the writer has committed, at once and without waiting for it. All methods raise the StoreError tree."""

    def __init__(self, connection: Connection, feed: SearchFeed | None = None) -> None:
        self._feed = feed
        self._use(connection)

    def _use(self, connection: Connection) -> None:
        self._connection = connection
        self._queries = Queries(connection, self._feed)

    @classmethod
    def open(
        cls,
        folder: Path,
        key: bytes,
        *,
        fixed: bool = False,
        feed: SearchFeed | None = None,
    ) -> BookReader:
        """Open the copy in `folder`, which a BookWriter must have made or brought up to date.

        `fixed`: the disk cannot be written to. `feed` is the writer's, for the one reader that is asked for answers
        again and again; without it, an answer after a commit begins anew.
        """
        return cls(_connect(folder, key, fixed), feed)

    def reopen(self, folder: Path, key: bytes, *, fixed: bool = False) -> None:
        """Go on, after `close`, with the file that is there now."""
        self._use(_connect(folder, key, fixed))

    def watch(self, on_damage: Callable[[StoreDamaged], None]) -> None:
        """Have `on_damage` called, on the thread that meets it, when the file turns out to be damaged."""
        self._connection.on_damage = on_damage

    def interrupt(self) -> None:
        """End the question that is under way, with StoreError "store.closed". May be called on any thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def answer(self, query: ContactQuery, patience: float = math.inf) -> Answer:
        """The rows that answer `query`, in its order. Time grows with the book: not for the UI thread.

        The first search, and one after changes, reads the texts of the book: 3 s at 100,000 contacts. After `patience`
        seconds of that it answers from what it has read.
        """
        with alone():
            return self._queries.answer(query, patience)

    def load_search(self, most: int) -> bool:
        """Read ahead some of what the first search would have to, `most` × 2 ms; whether there is more of it."""
        stand_aside()
        return self._queries.load(most)

    def counts(self, scope: Scope, me: Me | None, viewed: Sequence[str] = ()) -> Counts:
        """The figures of the sidebar, `viewed` being the scope RECENT; without `me`, of whoever is known to be at the
        computer. Time grows with the book: not for the UI thread."""
        return self._queries.counts(scope, self.me() if me is None else me, viewed)

    def known(self, userids: Sequence[str]) -> int:
        """How many of these contacts the book has and can show."""
        return len(lately.viewed(self._connection, userids))

    def rows(self, rows: Sequence[int]) -> dict[int, ContactRow]:
        """What the list shows of these rows (≤ 200 at a time: below a millisecond); those that are gone are missing."""
        found = self._connection.all_as_json(
            ROW_COLUMNS, "FROM contacts WHERE row IN (SELECT value FROM json_each(?))", (values_of(rows),)
        )
        return {values[0]: to_row(values) for values in found}

    def contact(self, row_or_userid: int | str) -> Contact | UnreadableContact | None:
        """All that is known of a contact, None when there is none."""
        column = "row" if isinstance(row_or_userid, int) else "userid"
        values = self._connection.one(
            f"SELECT {CONTACT_COLUMNS} FROM contacts WHERE {column} = ?",  # noqa: S608
            (row_or_userid,),
        )
        return None if values is None else to_contact(values)

    def contacts(self, rows: Sequence[int]) -> list[Contact | UnreadableContact]:
        """All that is known of these rows, in their order; those that are gone are missing. 500 take about 15 ms."""
        found = self._connection.all(
            f"SELECT row, {CONTACT_COLUMNS} FROM contacts "  # noqa: S608
            "WHERE row IN (SELECT value FROM json_each(?))",
            (values_of(rows),),
        )
        contacts = {values[0]: to_contact(values[1:]) for values in found}
        return [contacts[row] for row in rows if row in contacts]

    def row_of(self, userid: str) -> int | None:
        """The row of a contact, None when there is none."""
        found = self._connection.one("SELECT row FROM contacts WHERE userid = ?", (userid,))
        return None if found is None else int(found[0])

    def userid_of(self, row: int) -> str | None:
        """The userid of the contact at a row, None when it is gone."""
        found = self._connection.one("SELECT userid FROM contacts WHERE row = ?", (row,))
        return None if found is None else str(found[0])

    def same_phone(self, state_code: str, mobile: str) -> list[ContactRow]:
        """Contacts with this number, by its digits with country code. Not for the UI thread while a book is loaded."""
        return same.same_phone(self._connection, state_code, mobile)

    def same_name(self, name: str, company: str) -> list[ContactRow]:
        """Contacts with this name in this company ("": in none)."""
        return same.same_name(self._connection, name, company)

    def usual_countries(self, most: int) -> tuple[str, ...]:
        """The country codes ("86") that most numbers have, the first first. 5 ms: not for the UI thread."""
        return usual_countries(self._connection, most)

    def label_groups(self) -> tuple[LabelGroup, ...]:
        """All label groups in the server's order."""
        with self._connection.snapshot():
            return staff.label_groups(self._connection)

    def people(self, userids: Sequence[str]) -> dict[str, tuple[NameState, Employee | None]]:
        """What is known of these colleagues; each id is in the answer. GONE ones may still have a name."""
        return staff.people(self._connection, userids)

    def departments(self, ids: Sequence[int]) -> dict[int, tuple[NameState, Department | None]]:
        """What is known of these departments; each id is in the answer."""
        return staff.departments(self._connection, ids)

    def owners(self) -> list[Owner]:
        """Who is in charge of contacts, by name; ids without a known name last."""
        return staff.owners(self._connection)

    def colleagues(self) -> list[Colleague]:
        """Everybody who was met and has not left, owners first. Time grows with the book: not for the UI thread."""
        return staff.colleagues(self._connection)

    def known_departments(self) -> list[Department]:
        """All departments whose names are known. Not for the UI thread."""
        return staff.known_departments(self._connection)

    def unknown_people(self, limit: int) -> list[str]:
        """Ids of colleagues that contacts name and that were never asked for: owners first."""
        return staff.unknown_people(self._connection, limit)

    def unknown_departments(self, limit: int) -> list[int]:
        """Departments that contacts are shared with and that were never asked for."""
        return staff.unknown_departments(self._connection, limit)

    def pass_state(self) -> PassState:
        """Where the reading of the book stands."""
        return passes.read(self._connection)

    def news(self) -> News:
        """How much others have changed since the person last looked."""
        return news.read(self._connection)

    def news_rows(self, most: int) -> dict[int, Change]:
        """What is to be told of the rows that are new or changed since then, the last `most` of them."""
        return news.marked(self._connection, most)

    def removed(self, most: int) -> list[RemovedContact]:
        """The contacts that are gone since then, the last first."""
        return news.removed(self._connection, most)

    def me(self) -> Me | None:
        """Who is at the computer, None when not told."""
        return staff.read_me(self._connection)


def _connect(folder: Path, key: bytes, fixed: bool) -> Connection:
    connection = connect(folder / BOOK_FILE, key, readonly=True, immutable=fixed and not has_log(folder))
    try:
        pending(connection, BOOK_MIGRATIONS, APPLICATION_ID, BOOK_FILE)
    except BaseException:
        connection.close()
        raise
    return connection
