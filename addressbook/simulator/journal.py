"""What was written, in an SQLite file that outlives the process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path


class Journal:
    """One row for each contact that differs from the sample: its wire form, or null when it was removed."""

    def __init__(self, file: Path, book: str) -> None:
        """Open or make `file`. `book` names the sample that it belongs to; ValueError when it is another."""
        import sqlite3  # not needed by a book in memory, and slow to load

        self._connection = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("CREATE TABLE IF NOT EXISTS book (name TEXT NOT NULL)")
        self._connection.execute("CREATE TABLE IF NOT EXISTS contact (number INTEGER PRIMARY KEY, data TEXT)")
        known = self._connection.execute("SELECT name FROM book").fetchone()
        if known is None:
            self._connection.execute("INSERT INTO book VALUES (?)", (book,))
        elif known[0] != book:
            self._connection.close()
            raise ValueError(f"{file.name} holds the changes of another sample book ({known[0]}, not {book}).")

    def entries(self) -> Iterator[tuple[int, dict[str, object] | None]]:
        """Everything written so far, created contacts in the order of their creation."""
        for number, data in self._connection.execute("SELECT number, data FROM contact ORDER BY number"):
            yield number, None if data is None else json.loads(data)

    def write(self, number: int, contact: dict[str, object] | None) -> None:
        """Keep one change; it is on disk when this returns."""
        data = None if contact is None else json.dumps(contact, ensure_ascii=False)
        self._connection.execute("INSERT OR REPLACE INTO contact VALUES (?, ?)", (number, data))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
