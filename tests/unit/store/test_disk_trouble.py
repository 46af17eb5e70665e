"""A disk that is full or cannot be written: it is told as what it is, and the copy goes on as it was."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.query import ContactQuery
from addressbook.errors import DiskFull, DiskReadOnly, StoreBusy, StoreError
from addressbook.store.book import BookReader, BookWriter
from addressbook.store.connection import Connection, connect

PAGE = [Contact(f"id{index:04}", f"Name {index}", company_name="x" * 200) for index in range(100)]


class FaultyDisk(apsw.VFS):
    """The real file system, but for writes that fail as long as `fault` is set."""

    fault: type[Exception] | None = None

    def __init__(self) -> None:
        super().__init__("faulty", "unix")

    def xOpen(self, name: object, flags: list[int]) -> FaultyFile:
        return FaultyFile(self, name, flags)


class FaultyFile(apsw.VFSFile):
    def __init__(self, disk: FaultyDisk, name: object, flags: list[int]) -> None:
        self._disk = disk
        super().__init__("unix", name, flags)  # type: ignore[arg-type]

    def xWrite(self, data: object, offset: int) -> None:
        if self._disk.fault is not None:
            raise self._disk.fault("the disk says no")
        super().xWrite(data, offset)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def _disk() -> FaultyDisk:
    return FaultyDisk()  # one per process: the encrypting layer above it, once made, keeps pointing at it


@pytest.fixture
def disk(_disk: FaultyDisk) -> FaultyDisk:
    _disk.fault = None
    return _disk


@pytest.fixture
def on_faulty_disk(writer: BookWriter, folder: Path, key: bytes, disk: FaultyDisk) -> Iterator[BookWriter]:
    """A writer on a file that the fixture `writer` made."""
    opened = BookWriter(connect(folder / "book.db", key, vfs="multipleciphers-faulty"))
    yield opened
    disk.fault = None
    opened.close()


@pytest.mark.parametrize(
    ("fault", "expected"),
    [(apsw.FullError, DiskFull), (apsw.ReadOnlyError, DiskReadOnly), (apsw.IOError, StoreError)],
)
def test_a_write_that_fails_leaves_the_copy_as_it_was(
    on_faulty_disk: BookWriter,
    reader: BookReader,
    disk: FaultyDisk,
    fault: type[Exception],
    expected: type[StoreError],
) -> None:
    number = on_faulty_disk.begin_pass(first=True)
    on_faulty_disk.merge(number, PAGE[:10], next_offset=10)
    disk.fault = fault
    for _ in range(2):
        with pytest.raises(expected) as caught:
            on_faulty_disk.merge(number, PAGE[10:], next_offset=100)
        assert caught.value.params["file"] == "book.db"
        assert len(reader.answer(ContactQuery()).ids) == 10
        assert on_faulty_disk.pass_state().next_offset == 10
    disk.fault = None
    assert on_faulty_disk.merge(number, PAGE, next_offset=100).new == 90
    assert len(reader.answer(ContactQuery()).ids) == 100


def test_no_room_for_another_page_is_a_full_disk(writer: BookWriter, reader: BookReader) -> None:
    number = writer.begin_pass(first=True)
    connection: Connection = writer._connection
    pages = connection.number("PRAGMA page_count")
    connection.number(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull):
        writer.merge(number, PAGE, next_offset=100)
    assert len(reader.answer(ContactQuery()).ids) == 0
    assert writer.pass_state().next_offset == 0
    connection.number("PRAGMA max_page_count = 1000000")
    # the fault came after colleagues and departments were entered: nothing may be remembered of that
    assert writer.merge(number, PAGE, next_offset=100).new == 100
    assert len(reader.answer(ContactQuery()).ids) == 100


def test_what_was_rolled_back_is_not_taken_for_entered(writer: BookWriter, reader: BookReader) -> None:
    contact = Contact("a", follower_user_id="boss", share_user_ids=("u",), share_dept_ids=(5,))
    number = writer.begin_pass(first=True)
    with pytest.raises(ValueError, match="not under way"):
        writer.merge(number + 1, [contact], next_offset=1)
    # the page is entered in full before what comes last in the transaction fails
    with pytest.raises(OverflowError):
        writer.merge(number, [contact], next_offset=2**70)
    assert reader.unknown_people(10) == []
    writer.merge(number, [contact], next_offset=1)
    assert reader.unknown_people(10) == ["boss", "u"]
    assert reader.unknown_departments(10) == [5]


def test_a_disk_that_became_read_only_is_told_as_such(
    on_faulty_disk: BookWriter, disk: FaultyDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Linux remounts a failing disk read-only under a running program; SQLite knows no more than "write failed"."""
    real = os.statvfs

    def read_only(path: str) -> os.statvfs_result:
        values = list(real(path))
        values[8] |= os.ST_RDONLY
        return os.statvfs_result(values)

    disk.fault = apsw.IOError
    with pytest.raises(StoreError) as before:
        on_faulty_disk.begin_pass(first=True)
    assert before.value.code == "store.io"
    monkeypatch.setattr(os, "statvfs", read_only)
    with pytest.raises(DiskReadOnly):
        on_faulty_disk.begin_pass(first=True)


def test_a_read_only_connection_refuses_to_write(writer: BookWriter, folder: Path, key: bytes) -> None:
    connection = connect(folder / "book.db", key, readonly=True)
    with pytest.raises(DiskReadOnly):
        BookWriter(connection).begin_pass(first=True)
    connection.close()


@pytest.mark.parametrize(
    ("number", "expected"), [(errno.ENOSPC, DiskFull), (errno.EROFS, DiskReadOnly), (errno.EACCES, DiskReadOnly)]
)
def test_a_file_that_cannot_be_made(
    folder: Path, key: bytes, monkeypatch: pytest.MonkeyPatch, number: int, expected: type[StoreError]
) -> None:
    real: Callable[..., int] = os.open

    def refuse(path: object, *rest: object, **more: object) -> int:
        if str(path).endswith("book.db"):
            raise OSError(number, os.strerror(number))
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(expected):
        BookWriter.open(folder, key)


def test_a_folder_in_place_of_the_file(folder: Path, key: bytes) -> None:
    (folder / "book.db").mkdir()
    with pytest.raises(StoreError):
        BookWriter.open(folder, key)


def test_another_writer_is_told_as_busy(writer: BookWriter, folder: Path, key: bytes) -> None:
    other = connect(folder / "book.db", key)
    other.run("PRAGMA busy_timeout = 10")
    with writer._connection.transaction(), pytest.raises(StoreBusy):
        BookWriter(other).begin_pass(first=True)
    other.close()
