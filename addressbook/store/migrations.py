"""Bringing a file up to date: named steps, applied in order, each recorded, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from addressbook.errors import StoreDamaged, StoreTooNew
from addressbook.store.connection import Connection

Migration = Callable[[Connection], None]


def pending(connection: Connection, migrations: Sequence[Migration], application_id: int, file: str) -> int:
    """How many of `migrations` have not been applied yet. Changes nothing.

    Raises StoreTooNew when the file has seen steps that this version does not know, StoreDamaged when it is a
    database of another kind or its steps are not ours.
    """
    found_id = connection.number("PRAGMA application_id")
    version = connection.number("PRAGMA user_version")
    if found_id not in (0, application_id) or (found_id == 0 and version):
        raise StoreDamaged(file=file)
    if version > len(migrations):
        raise StoreTooNew(file=file, found=version, known=len(migrations))
    if version:
        applied = [str(name) for (name,) in connection.all("SELECT name FROM migrations ORDER BY number")]
        if applied != [migration.__name__ for migration in migrations[:version]]:
            raise StoreDamaged(file=file)
    return len(migrations) - version


def migrate(connection: Connection, migrations: Sequence[Migration], application_id: int, file: str) -> int:
    """Apply what is missing; returns how many steps that were. Raises as `pending` does."""
    missing = pending(connection, migrations, application_id, file)
    for number in range(len(migrations) - missing + 1, len(migrations) + 1):
        step = migrations[number - 1]
        with connection.transaction():
            if number == 1:
                connection.run(f"PRAGMA application_id = {application_id}")
                connection.run("CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL)")
            step(connection)
            connection.run("INSERT INTO migrations VALUES (?, ?)", (number, step.__name__))
            connection.run(f"PRAGMA user_version = {number}")
    return missing
