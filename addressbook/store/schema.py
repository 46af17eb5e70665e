"""The tables of book.db: what the server knows, kept so that every list of the window is one short query.

A contact is one row of `contacts`, found by its row number, which is never used twice. What is asked of the whole book
lives beside it in narrow tables: the sort keys, the digits of phones, labels, shares, and the mark of the last
pass that met the contact. A page of known contacts then touches a few pages of `marks` and nothing else.
"""

from __future__ import annotations

from addressbook.domain.keys import KEYS_VERSION
from addressbook.store.connection import Connection

APPLICATION_ID = 0x41424B31  # "ABK1"

READY, UNREADABLE = 0, 1  # contacts.state

# The orders by other columns than name. Their indexes are made when the first pass ends: kept up while a book is
# filled, they would make every page of 100 contacts write some 700 scattered disk pages.
SORTED_COLUMNS = ("alias", "company", "title", "phone", "email", "address", "owner")

# Until then the contacts of each owner are found by this one, which grows at its owners' ends alone.
_OWNERS_INDEX = "sorting_owners"


def create_book(connection: Connection) -> None:
    """Version 1."""
    for statement in _TABLES:
        connection.run(statement)
    connection.run("INSERT INTO sync (id, keys_version) VALUES (1, ?)", (KEYS_VERSION,))


def missing_sort_indexes(connection: Connection) -> list[str]:
    """Those of SORTED_COLUMNS whose order has no index yet."""
    there = {name for (name,) in connection.all("SELECT name FROM sqlite_schema WHERE type = 'index'")}
    return [column for column in SORTED_COLUMNS if _sort_index(column) not in there]


def create_sort_index(connection: Connection, column: str) -> None:
    """The index behind the order by one of SORTED_COLUMNS."""
    connection.run(f"CREATE INDEX {_sort_index(column)} ON sorting ({column}, name)")
    if column == "owner":
        connection.run(f"DROP INDEX IF EXISTS {_OWNERS_INDEX}")


def _sort_index(column: str) -> str:
    return f"sorting_by_{column}"


def add_pending(connection: Connection) -> None:
    """Version 2: rows that show what is being written."""
    # `before` is the contact as the server last told it, as JSON, NULL when the server has none; `row` is kept while
    # the contact is hidden, so that it comes back to where it stood
    connection.run("CREATE TABLE pending (userid TEXT PRIMARY KEY, row INTEGER NOT NULL, before TEXT) WITHOUT ROWID")


def note_changes(connection: Connection) -> None:
    """What others have changed, and where an interrupted pass is to go on."""
    # Seconds, UTC; 0: not since the book was first read. What is pending keeps it while its row is hidden
    connection.run("ALTER TABLE marks ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0")
    connection.run("ALTER TABLE pending ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0")
    connection.run("CREATE INDEX marks_changed ON marks (changed_at) WHERE changed_at != 0")
    # Of what the person has not looked at. `kind` is a NewsKind, `row` 0 when the contact is gone; `digest` is that of
    # the contact as the person knows it, NULL when it is new; `noted` is sync.noted at the time
    connection.run(
        "CREATE TABLE changes (userid TEXT PRIMARY KEY, kind INTEGER NOT NULL, row INTEGER NOT NULL, "
        "name TEXT NOT NULL, company TEXT NOT NULL, at INTEGER NOT NULL, noted INTEGER NOT NULL, digest INTEGER"
        ") WITHOUT ROWID"
    )
    connection.run("ALTER TABLE sync ADD COLUMN noted INTEGER NOT NULL DEFAULT 0")
    connection.run("ALTER TABLE sync ADD COLUMN seen_at TEXT")
    # Whether what comes now is a change, and not one of those that slipped through while the book was filled
    connection.run("ALTER TABLE sync ADD COLUMN settled INTEGER NOT NULL DEFAULT 0")
    connection.run("UPDATE sync SET settled = complete")
    # The id of the row at next_offset, "" when not known, and when the pass was last stored to be there
    connection.run("ALTER TABLE sync ADD COLUMN edge TEXT NOT NULL DEFAULT ''")
    connection.run("ALTER TABLE sync ADD COLUMN went_on_at TEXT")


def drop_search_texts(connection: Connection) -> None:
    """Texts are searched in memory, and made from the contacts themselves: a tenth of the file was for nothing."""
    connection.run("ALTER TABLE searching DROP COLUMN text")


def note_fields(connection: Connection) -> None:
    """Which fields others have changed."""
    # Bits of news.FIELDS, and the contact as the person knows it, as JSON; NULL where it is new, gone, or was noted
    # before there was this
    connection.run("ALTER TABLE changes ADD COLUMN fields INTEGER NOT NULL DEFAULT 0")
    connection.run("ALTER TABLE changes ADD COLUMN was TEXT")


BOOK_MIGRATIONS = (create_book, add_pending, note_changes, drop_search_texts, note_fields)

_TABLES = (
    # mobile and phone are NULL when the server does not share the number. Lists are JSON, "" when empty
    """CREATE TABLE contacts (
        row INTEGER PRIMARY KEY AUTOINCREMENT,
        userid TEXT NOT NULL UNIQUE,
        state INTEGER NOT NULL DEFAULT 0,
        reason TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL DEFAULT '',
        remark TEXT NOT NULL DEFAULT '',
        company_name TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        phone TEXT,
        email TEXT NOT NULL DEFAULT '',
        address TEXT NOT NULL DEFAULT '',
        owner TEXT NOT NULL DEFAULT '',
        label_ids TEXT NOT NULL DEFAULT '',
        mobile TEXT,
        state_code TEXT NOT NULL DEFAULT '',
        share_dept_ids TEXT NOT NULL DEFAULT '',
        share_user_ids TEXT NOT NULL DEFAULT ''
    )""",
    # Rows that answer "no label" and "unreadable" without a look at the whole book
    "CREATE INDEX contacts_without_label ON contacts (state) WHERE label_ids = '' AND state = 0",
    "CREATE INDEX contacts_unreadable ON contacts (state) WHERE state != 0",
    """CREATE TABLE marks (
        row INTEGER PRIMARY KEY,
        pass INTEGER NOT NULL,
        digest INTEGER NOT NULL
    )""",
    """CREATE TABLE sorting (
        row INTEGER PRIMARY KEY,
        owner TEXT NOT NULL,
        name BLOB NOT NULL,
        alias BLOB NOT NULL,
        company BLOB NOT NULL,
        title BLOB NOT NULL,
        phone BLOB NOT NULL,
        email BLOB NOT NULL,
        address BLOB NOT NULL
    )""",
    "CREATE INDEX sorting_by_name ON sorting (name)",
    f"CREATE INDEX {_OWNERS_INDEX} ON sorting (owner)",
    # Blobs of UTF-8: instr() compares them byte by byte, which is twice as fast as counting characters
    """CREATE TABLE searching (
        row INTEGER PRIMARY KEY,
        text BLOB NOT NULL,
        digits BLOB NOT NULL
    )""",
    "CREATE TABLE contact_labels (label INTEGER, row INTEGER, PRIMARY KEY (label, row)) WITHOUT ROWID",
    "CREATE TABLE user_shares (userid TEXT, row INTEGER, PRIMARY KEY (userid, row)) WITHOUT ROWID",
    "CREATE TABLE department_shares (department INTEGER, row INTEGER, PRIMARY KEY (department, row)) WITHOUT ROWID",
    "CREATE TABLE label_groups (position INTEGER PRIMARY KEY, name TEXT NOT NULL, color INTEGER)",
    """CREATE TABLE labels (
        grp INTEGER NOT NULL REFERENCES label_groups (position) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (grp, position)
    ) WITHOUT ROWID""",
    # state is a NameState; ids that contacts name are entered as "unknown", which is the list of what to ask
    """CREATE TABLE people (
        userid TEXT PRIMARY KEY,
        state TEXT NOT NULL DEFAULT 'unknown',
        name TEXT NOT NULL DEFAULT '',
        departments TEXT NOT NULL DEFAULT '',
        owner INTEGER NOT NULL DEFAULT 0,
        sort_key BLOB NOT NULL DEFAULT x'02'
    ) WITHOUT ROWID""",
    "CREATE INDEX people_unknown ON people (owner) WHERE state = 'unknown'",
    """CREATE TABLE departments (
        id INTEGER PRIMARY KEY,
        state TEXT NOT NULL DEFAULT 'unknown',
        name TEXT NOT NULL DEFAULT '',
        parent INTEGER
    )""",
    """CREATE TABLE sync (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        keys_version INTEGER NOT NULL,
        pass INTEGER NOT NULL DEFAULT 0,
        running INTEGER NOT NULL DEFAULT 0,
        next_offset INTEGER NOT NULL DEFAULT 0,
        loaded INTEGER NOT NULL DEFAULT 0,
        complete INTEGER NOT NULL DEFAULT 0,
        last_total INTEGER,
        finished_at TEXT,
        dirty INTEGER NOT NULL DEFAULT 0,
        me TEXT
    )""",
)
