"""work.db: kept at all costs, and copied before it is changed in shape."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from addressbook.errors import DiskFull, StoreDamaged, StoreTooNew
from addressbook.store.connection import Connection, connect
from addressbook.store.work import WORK_MIGRATIONS, WorkStore

FIRST = WORK_MIGRATIONS[:1]  # what an earlier version of the program has made
MARKER = "+86 136 0000 7777"


def add_drafts(connection: Connection) -> None:
    connection.run("CREATE TABLE drafts (id INTEGER PRIMARY KEY)")


def fail(connection: Connection) -> None:
    connection.run("CREATE TABLE half_done (id INTEGER)")
    raise RuntimeError("a fault in a migration")


def test_values_survive_closing(folder: Path, key: bytes) -> None:
    work = WorkStore.open(folder, key)
    assert work.get("mobile") is None
    work.set("mobile", MARKER)
    work.set("other", "二")
    work.set("mobile", MARKER + "8")
    work.close()
    work = WorkStore.open(folder, key)
    assert (work.get("mobile"), work.get("other")) == (MARKER + "8", "二")
    work.set("mobile", None)
    assert work.get("mobile") is None
    work.close()


def test_an_encrypted_copy_is_made_before_a_migration(folder: Path, key: bytes) -> None:
    work = WorkStore.open(folder, key, FIRST)
    work.set("mobile", MARKER)
    work.close()
    assert [path.name for path in folder.iterdir()] == ["work.db"]
    work = WorkStore.open(folder, key)
    assert work.get("mobile") == MARKER
    assert work.items() == []
    work.close()
    assert sorted(path.name for path in folder.iterdir()) == ["work.db", "work.db.before-2"]
    copy = folder / "work.db.before-2"
    assert copy.stat().st_mode & 0o077 == 0
    assert MARKER.encode() not in copy.read_bytes()
    old = connect(copy, key, readonly=True)
    assert old.number("PRAGMA user_version") == 1
    assert old.all("SELECT value FROM meta") == [(MARKER,)]
    old.close()


def test_a_migration_that_fails_changes_nothing(folder: Path, key: bytes) -> None:
    work = WorkStore.open(folder, key, FIRST)
    work.set("mobile", MARKER)
    work.close()
    for _ in range(2):  # also when the copy of the first attempt lies there
        with pytest.raises(RuntimeError):
            WorkStore.open(folder, key, (*FIRST, add_drafts, fail))
    # what was done before the failing step stays, the failing step leaves no trace
    with_drafts = WorkStore.open(folder, key, (*FIRST, add_drafts))
    assert with_drafts.get("mobile") == MARKER
    with_drafts.close()
    look = connect(folder / "work.db", key, readonly=True)
    assert look.number("SELECT count(*) FROM sqlite_schema WHERE name = 'half_done'") == 0
    look.close()


def test_a_file_of_a_later_version_is_refused_and_left_alone(folder: Path, key: bytes) -> None:
    WorkStore.open(folder, key, (*WORK_MIGRATIONS, add_drafts)).close()
    before = (folder / "work.db").read_bytes()
    with pytest.raises(StoreTooNew) as caught:
        WorkStore.open(folder, key)
    assert dict(caught.value.params) == {"file": "work.db", "found": 3, "known": 2}
    assert (folder / "work.db").read_bytes() == before


def test_another_key_is_refused_and_the_file_left_alone(folder: Path, key: bytes) -> None:
    work = WorkStore.open(folder, key)
    work.set("mobile", MARKER)
    work.close()
    before = (folder / "work.db").read_bytes()
    with pytest.raises(StoreDamaged):
        WorkStore.open(folder, bytes(32))
    assert (folder / "work.db").read_bytes() == before


def test_a_commit_is_on_the_disk_when_it_returns(folder: Path, key: bytes) -> None:
    work = WorkStore.open(folder, key)
    assert work._connection.number("PRAGMA synchronous") == 2
    work.close()


def test_without_room_for_the_copy_nothing_is_migrated(
    folder: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = WorkStore.open(folder, key, FIRST)
    work.set("mobile", MARKER)
    work.close()

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(DiskFull):
            WorkStore.open(folder, key, (*FIRST, add_drafts))
    look = connect(folder / "work.db", key, readonly=True)
    assert look.number("PRAGMA user_version") == 1
    look.close()
    work = WorkStore.open(folder, key, (*FIRST, add_drafts))
    assert work.get("mobile") == MARKER
    work.close()
    assert sorted(path.name for path in folder.iterdir()) == ["work.db", "work.db.before-2"]
