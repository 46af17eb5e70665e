"""work.db: what only this computer has, and what is therefore never thrown away by the program itself."""

from __future__ import annotations

from pathlib import Path

from addressbook.store.connection import Connection, Synchronous, connect
from addressbook.store.files import WORK_FILE
from addressbook.store.migrations import migrate

WORK_APPLICATION_ID = 0x41424B32  # "ABK2"


def create_work(connection: Connection) -> None:
    """Version 1."""
    connection.run("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")


WORK_MIGRATIONS = (create_work,)


class WorkStore:
    """Lives on the store thread. All methods raise the StoreError tree."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, folder: Path, key: bytes) -> WorkStore:
        """Open or make work.db in `folder`. Raises StoreDamaged, StoreTooNew, DiskFull, DiskReadOnly …"""
        connection = connect(folder / WORK_FILE, key, synchronous=Synchronous.FULL)
        try:
            migrate(connection, WORK_MIGRATIONS, WORK_APPLICATION_ID, WORK_FILE)
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

    def set(self, name: str, value: str) -> None:
        """Keep a value."""
        with self._connection.transaction():
            self._connection.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
