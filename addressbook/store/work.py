"""work.db: what a person would miss if it were lost. Never thrown away or set aside by the program itself."""

from __future__ import annotations

from pathlib import Path

from addressbook.domain.work import WorkItem
from addressbook.paths import disk_error
from addressbook.store.connection import Connection, Synchronous, connect
from addressbook.store.files import WORK_FILE
from addressbook.store.migrations import Migration, migrate, pending
from addressbook.store.work_items import UnreadableItem, from_columns, to_columns

APPLICATION_ID = 0x41424B57  # "ABKW"


def create_work(connection: Connection) -> None:
    """Version 1."""
    connection.run("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")


def add_items(connection: Connection) -> None:
    """Version 2: what a person has begun. Columns beside the payload are for whoever looks into a broken file."""
    connection.run(
        "CREATE TABLE items (id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, userid TEXT NOT NULL, "
        "changed_at TEXT NOT NULL, payload TEXT NOT NULL) WITHOUT ROWID"
    )


WORK_MIGRATIONS: tuple[Migration, ...] = (create_work, add_items)


class WorkStore:
    """The writing connection to work.db, on the store thread. All methods raise the StoreError tree."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, folder: Path, key: bytes, migrations: tuple[Migration, ...] = WORK_MIGRATIONS) -> WorkStore:
        """Open, make or bring up to date; before the latter an encrypted copy is laid beside the file.

        Raises StoreDamaged, StoreTooNew, DiskFull, DiskReadOnly or another StoreError; the file stays as it is.
        """
        connection = connect(folder / WORK_FILE, key, synchronous=Synchronous.FULL)
        try:
            version = connection.number("PRAGMA user_version")
            if version and pending(connection, migrations, APPLICATION_ID, WORK_FILE):
                _copy(connection, folder / f"{WORK_FILE}.before-{len(migrations)}")
            migrate(connection, migrations, APPLICATION_ID, WORK_FILE)
        except BaseException:
            connection.close()
            raise
        return cls(connection)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def get(self, name: str) -> str | None:
        """A value that was kept, None when there is none."""
        found = self._connection.one("SELECT value FROM meta WHERE name = ?", (name,))
        return None if found is None else str(found[0])

    def set(self, name: str, value: str | None) -> None:
        """Keep a value, or forget it (None). It is on the disk when this returns."""
        with self._connection.transaction():
            if value is None:
                self._connection.run("DELETE FROM meta WHERE name = ?", (name,))
            else:
                self._connection.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def put_item(self, item: WorkItem) -> None:
        """Keep an item in the place of what is kept under its id. It is on the disk when this returns."""
        with self._connection.transaction():
            self._connection.run("INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?)", to_columns(item))

    def delete_item(self, item_id: str) -> None:
        """Forget an item, which need not be there."""
        with self._connection.transaction():
            self._connection.run("DELETE FROM items WHERE id = ?", (item_id,))

    def item(self, item_id: str) -> WorkItem | UnreadableItem | None:
        """What is kept under an id."""
        found = self._connection.one("SELECT * FROM items WHERE id = ?", (item_id,))
        return None if found is None else from_columns(found)

    def items(self) -> list[WorkItem | UnreadableItem]:
        """All that is kept, the last changed first. What cannot be read stays where it is."""
        return [from_columns(found) for found in self._connection.all("SELECT * FROM items ORDER BY changed_at DESC")]


def _copy(connection: Connection, target: Path) -> None:
    """A copy under its final name is whole: it is made under another and renamed."""
    unfinished = target.with_name(f"{target.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        connection.copy_to(unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise disk_error(error, target.name) from None
