"""One connection to an encrypted SQLite file: the only importer of the SQL driver.

The file is encrypted page by page and authenticated (SQLite3 Multiple Ciphers, its default ChaCha20-Poly1305), its
write-ahead log too. The key is raw: deriving one from a passphrase would cost 45 ms a connection. What the world does
to a file (disk full, damage) becomes our StoreError tree here; faults of our own (SQL, constraints) stay as they are.
"""

from __future__ import annotations

import json
import os
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import apsw

from addressbook.domain.query import ROWS
from addressbook.errors import DiskFull, DiskReadOnly, StoreBusy, StoreDamaged, StoreError
from addressbook.paths import disk_error

KEY_BYTES = 32

_BUSY_MS = 2000
_LOG = 4000  # pages of 4 KiB. Filling a book writes the same ones again and again: to fold in more often costs a third
_LONG_LOG = 4 * _LOG
_LONG_LOG_MS = 500

_Value = None | int | float | bytes | str
_T = TypeVar("_T")

# What the driver raises when the world, not the program, is at fault.
_WORLD = (
    apsw.NotADBError,
    apsw.CorruptError,
    apsw.FullError,
    apsw.ReadOnlyError,
    apsw.PermissionsError,
    apsw.CantOpenError,
    apsw.IOError,
    apsw.BusyError,
    apsw.LockedError,
    apsw.ProtocolError,
    apsw.NoMemError,
    apsw.ConnectionClosedError,
    apsw.InterruptError,
    OSError,
)


class Synchronous(Enum):
    """How much may be lost when the power fails."""

    NORMAL = 1  # the last transactions perhaps; the file stays sound. For what can be fetched again
    FULL = 2  # nothing that was committed


class Connection:
    """Used by one thread at a time. Every method raises the StoreError tree; `file` is named in its params.

    `on_damage` hears of damage on the thread that met it, before StoreDamaged is raised. A question that comes after
    `close` raises StoreError "store.closed".
    """

    def __init__(self, driver: apsw.Connection, path: Path) -> None:
        self.on_damage: Callable[[StoreDamaged], None] | None = None
        self._driver = driver
        self._path = path

    def all(self, sql: str, values: Sequence[_Value] = ()) -> list[tuple[Any, ...]]:
        """All rows of the answer."""
        return self._guard(lambda: list(self._driver.execute(sql, tuple(values))))

    def one(self, sql: str, values: Sequence[_Value] = ()) -> tuple[Any, ...] | None:
        """The first row of the answer."""
        return self._guard(lambda: next(iter(self._driver.execute(sql, tuple(values))), None))

    def number(self, sql: str, values: Sequence[_Value] = ()) -> int:
        """The one number of the answer, 0 when there is none."""
        row = self.one(sql, values)
        return int(row[0]) if row is not None and row[0] is not None else 0

    def numbers(self, sql: str, values: Sequence[_Value] = ()) -> array[int]:
        """The numbers in the one column of the answer, in its order.

        SQLite packs them into one value. Row by row the driver gives Python's lock away and takes it again, which
        beside a busy thread costs 119 ms for 50,000 rows instead of 8. (SQLite keeps the ORDER BY of a part that is
        read by an aggregate such as group_concat.)
        """
        return self._packed(sql, values, array("q"))

    def rows(self, sql: str, values: Sequence[_Value] = ()) -> array[int]:
        """The row numbers in the one column of the answer, in its order: `numbers` in half of the memory."""
        return self._packed(sql, values, array(ROWS))

    def _packed(self, sql: str, values: Sequence[_Value], found: array[int]) -> array[int]:
        packed = self.one(
            f"WITH answer (number) AS ({sql}) "  # noqa: S608 - our own statements
            f"SELECT unhex(group_concat(format('%0{2 * found.itemsize}x', number), '')) FROM answer",
            values,
        )
        if packed is not None and packed[0] is not None:
            found.frombytes(packed[0])
            if sys.byteorder == "little":
                found.byteswap()
        return found

    def all_as_json(self, columns: str, rest: str, values: Sequence[_Value] = ()) -> list[list[Any]]:
        """All rows of `SELECT columns rest` in one piece, for the reason told at `numbers`; not for blobs."""
        found = self.one(f"SELECT json_group_array(json_array({columns})) {rest}", values)
        return [] if found is None else list(json.loads(found[0]))

    def run(self, sql: str, values: Sequence[_Value] = ()) -> int:
        """Execute; returns how many rows a change touched."""
        self._guard(lambda: self._driver.execute(sql, tuple(values)))
        return int(self._guard(self._driver.changes))

    def many(self, sql: str, values: Iterable[Sequence[_Value]]) -> None:
        """Execute once for each of `values`."""
        self._guard(lambda: self._driver.executemany(sql, values))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Taken for writing from the start, so that it cannot fail half-way for want of the lock."""
        yield from self._bracket("BEGIN IMMEDIATE")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads of one and the same state."""
        yield from self._bracket("BEGIN")

    def _bracket(self, begin: str) -> Iterator[None]:
        self.run(begin)
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            with suppress(StoreError):
                if self._guard(lambda: self._driver.in_transaction):  # SQLite itself rolls back after some faults
                    self.run("ROLLBACK")
            raise

    def copy_to(self, path: Path) -> None:
        """Write a sound copy under the same key to the new file `path`, private to the user."""
        self._guard(lambda: os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)))
        self.run("VACUUM INTO ?", (str(path),))

    def interrupt(self) -> None:
        """End the question that is under way, with StoreError "store.closed". May be called on any thread."""
        with suppress(apsw.ConnectionClosedError):
            self._driver.interrupt()

    def close(self) -> None:
        """Close; the last connection folds the write-ahead log into the file."""
        self._guard(self._driver.close)

    def _guard(self, act: Callable[[], _T]) -> _T:
        try:
            return act()
        except _WORLD as error:
            translated = _translated(error, self._path)
            if self.on_damage is not None and isinstance(translated, StoreDamaged):
                self.on_damage(translated)
            raise translated from None


def connect(
    path: Path,
    key: bytes,
    *,
    readonly: bool = False,
    immutable: bool = False,
    synchronous: Synchronous = Synchronous.NORMAL,
    cache_kib: int = 2048,
    vfs: str | None = None,
) -> Connection:
    """Open `path` (made, private to the user, unless `readonly`) with the raw 32 byte `key`.

    `immutable`, for a file on a disk that cannot be written to: read it without the index of a log beside it, which
    SQLite would have to make. The file must not have a log.

    Raises StoreDamaged when the key does not fit or the file is no such file, DiskFull, DiskReadOnly, StoreBusy or
    another StoreError.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("the key of a copy has 32 bytes")
    driver: apsw.Connection | None = None
    try:
        if readonly:
            flags = apsw.SQLITE_OPEN_READONLY | (apsw.SQLITE_OPEN_URI if immutable else 0)
        else:
            # Made here, because the driver would use the umask; the log and its index take the file's permissions.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600))
            flags = apsw.SQLITE_OPEN_READWRITE
        name = f"{path.absolute().as_uri()}?immutable=1" if immutable else str(path)
        driver = apsw.Connection(name, flags=flags, vfs=vfs)
        driver.set_busy_timeout(_BUSY_MS)
        driver.execute("PRAGMA cipher = 'chacha20'")  # named, so that another default cannot lock a copy out
        driver.execute(f"PRAGMA key = 'raw:{key.hex()}'")
        driver.execute("PRAGMA temp_store = MEMORY")  # nothing spills to the disk in clear
        driver.execute(f"PRAGMA cache_size = -{cache_kib}")
        list(driver.execute("SELECT count(*) FROM sqlite_schema"))  # the first read tells whether the key fits
        if not readonly:
            list(driver.execute("PRAGMA journal_mode = WAL"))
            driver.execute(f"PRAGMA synchronous = {synchronous.value}")
            if synchronous is Synchronous.FULL:  # macOS: an ordinary fsync leaves it in the drive's own cache
                driver.execute("PRAGMA fullfsync = 1")
            driver.execute("PRAGMA foreign_keys = ON")
            driver.set_wal_hook(_fold_in)
    except _WORLD as error:
        if driver is not None:
            driver.close(True)
        raise _translated(error, path) from None
    return Connection(driver, path)


def _fold_in(driver: apsw.Connection, name: str, pages: int) -> int:
    """Fold the log into the file when it is long enough, after a transaction; as SQLite's own way (autocheckpoint) not
    telling what fails, since the next time will do.

    That way never waits for readers, and the log is begun anew only where none is reading just then. Those of a million
    contacts read nearly always: their log grew to 570 MB while the book was loaded.
    """
    if pages >= _LOG:
        is_long = pages >= _LONG_LOG
        driver.set_busy_timeout(_LONG_LOG_MS)
        with suppress(*_WORLD):
            driver.wal_checkpoint(name, apsw.SQLITE_CHECKPOINT_RESTART if is_long else apsw.SQLITE_CHECKPOINT_PASSIVE)
        driver.set_busy_timeout(_BUSY_MS)
    return apsw.SQLITE_OK


def values_of(values: Iterable[int] | Iterable[str]) -> str:
    """The value for a list in SQL: `… IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(values), separators=(",", ":"))


def _translated(error: Exception, path: Path) -> StoreError:
    file = path.name
    if isinstance(error, apsw.NotADBError | apsw.CorruptError):
        return StoreDamaged(file=file)
    if isinstance(error, apsw.FullError):
        return DiskFull(file=file)
    if isinstance(error, apsw.ReadOnlyError | apsw.PermissionsError):
        return DiskReadOnly(file=file)
    if isinstance(error, apsw.BusyError | apsw.LockedError | apsw.ProtocolError):
        return StoreBusy(file=file)
    if isinstance(error, apsw.ConnectionClosedError | apsw.InterruptError):
        return StoreError("store.closed", file=file)
    if isinstance(error, apsw.NoMemError):
        return StoreError(file=file, reason="memory")
    if isinstance(error, OSError):
        return disk_error(error, file)
    if _is_read_only(path.parent):
        return DiskReadOnly(file=file)
    if isinstance(error, apsw.CantOpenError):
        return StoreError("store.open", file=file)
    # A disk that has gone or fails; the number tells which operation (SQLITE_IOERR_…)
    return StoreError("store.io", file=file, number=int(getattr(error, "extendedresult", 0)))


def _is_read_only(folder: Path) -> bool:
    """Whether nothing can be written here, which SQLite tells as "cannot open" or "cannot write"."""
    if sys.platform == "win32":
        return False
    try:
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY) or (folder.is_dir() and not os.access(folder, os.W_OK))
    except OSError:
        return False
