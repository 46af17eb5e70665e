"""What lies on the disk: nothing in clear, nothing for others, and what happens when it is not what it should be."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.label import Label, LabelGroup
from addressbook.domain.staff import Employee, Me
from addressbook.errors import DiskReadOnly, StoreDamaged, StoreError, StoreTooNew
from addressbook.store.book import BookReader, BookWriter, set_aside
from addressbook.store.connection import connect
from addressbook.store.work import WorkStore

NAME = "Ottoline Gräfenberg"
CHINESE = "诸葛孔明"
COMPANY, EMAIL, ADDRESS = "Quillfeather Holdings", "ottoline@quillfeather.example", "7 Larkspur Crescent"


def _fill(writer: BookWriter) -> None:
    number = writer.begin_pass(first=True)
    people = [
        Contact(
            f"{CHINESE}-{index}",
            f"{NAME} {index}",
            "13800138000",
            "86",
            company_name=COMPANY if index % 2 else CHINESE,
            email=EMAIL,
            address=ADDRESS,
            title="Lamplighter",
            remark="Otty-alias",
            label_ids=(1,),
        )
        for index in range(300)
    ]
    writer.merge(number, people, next_offset=300)
    writer.put_label_groups([LabelGroup(NAME, 1, (Label(1, CHINESE),))])
    writer.put_employees([Employee("u1", NAME)])
    writer.set_me(Me("u1", NAME))


def _assert_nothing_in_clear(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        content = path.read_bytes()
        people = (NAME, "Ottoline", CHINESE, COMPANY, EMAIL, ADDRESS, "Lamplighter", "Otty-alias", "13800138000")
        for text in (*people, *(one.lower() for one in people), "SQLite format", "CREATE TABLE"):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert text.encode(encoding) not in content, f"{text!r} in {path.name}"


def test_nothing_is_in_clear_while_open_nor_after(folder: Path, key: bytes) -> None:
    writer = BookWriter.open(folder, key)
    _fill(writer)
    work = WorkStore.open(folder, key)
    work.set("note", f"{NAME} {CHINESE}")
    assert (folder / "book.db-wal").stat().st_size > 10_000
    _assert_nothing_in_clear(folder)
    writer.close()
    work.close()
    assert sorted(path.name for path in folder.iterdir()) == ["book.db", "work.db"]
    _assert_nothing_in_clear(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions in lists of its own")
def test_files_are_private_whatever_the_umask(folder: Path, key: bytes) -> None:
    before = os.umask(0)
    try:
        writer = BookWriter.open(folder, key)
        reader = BookReader.open(folder, key)
        _fill(writer)
        modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
        reader.close()
        writer.close()
    finally:
        os.umask(before)
    assert modes == {"book.db": 0o600, "book.db-wal": 0o600, "book.db-shm": 0o600}


def test_the_key_is_in_no_error_and_no_repr(folder: Path, key: bytes) -> None:
    BookWriter.open(folder, key).close()
    other = bytes(range(100, 132))
    with pytest.raises(StoreDamaged) as caught:
        BookReader.open(folder, other)
    assert other.hex() not in repr(caught.value) + str(caught.value.__context__) + repr(caught.value.__cause__)
    with pytest.raises(ValueError, match="32 bytes") as short:
        connect(folder / "book.db", b"short")
    assert "short" not in str(short.value)


def test_another_key_is_damage(folder: Path, key: bytes) -> None:
    writer = BookWriter.open(folder, key)
    _fill(writer)
    writer.close()
    with pytest.raises(StoreDamaged) as caught:
        BookWriter.open(folder, bytes(32))
    assert caught.value.params["file"] == "book.db"


@pytest.mark.parametrize("content", [b"not a database at all", b"\0" * 8192, b"SQLite format 3\0" + b"\x10" * 9000])
def test_a_file_of_another_kind_is_damage(folder: Path, key: bytes, content: bytes) -> None:
    (folder / "book.db").write_bytes(content)
    with pytest.raises(StoreDamaged):
        BookWriter.open(folder, key)
    assert (folder / "book.db").read_bytes() == content


def test_a_database_of_another_program_is_damage(folder: Path, key: bytes) -> None:
    for setting in ("application_id = 77", "user_version = 1"):
        other = connect(folder / "book.db", key)
        other.run(f"PRAGMA {setting}")
        other.close()
        with pytest.raises(StoreDamaged):
            BookWriter.open(folder, key)
        (folder / "book.db").unlink()


def test_damage_in_the_middle_is_told_when_it_is_met(folder: Path, key: bytes) -> None:
    writer = BookWriter.open(folder, key)
    _fill(writer)
    writer.close()
    content = bytearray((folder / "book.db").read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 100] ^= 0xFF
    (folder / "book.db").write_bytes(content)

    def use() -> None:
        reader = BookReader.open(folder, key)
        try:
            for row in range(1, 301):
                reader.contact(row)
        finally:
            reader.close()

    with pytest.raises(StoreDamaged):
        use()


def test_a_cut_file_is_damage_not_an_empty_book(folder: Path, key: bytes) -> None:
    writer = BookWriter.open(folder, key)
    _fill(writer)
    writer.close()
    content = (folder / "book.db").read_bytes()
    (folder / "book.db").write_bytes(content[: len(content) // 2 // 4096 * 4096])

    def use() -> None:
        again = BookWriter.open(folder, key)
        try:
            again.merge_one(Contact("new"))
            again.unmet(9)
            again.remove([f"{CHINESE}-{index}" for index in range(300)])
        finally:
            again.close()

    with pytest.raises(StoreDamaged):
        use()


def test_a_later_version_is_refused_by_writer_and_reader(folder: Path, key: bytes) -> None:
    writer = BookWriter.open(folder, key)
    writer.close()
    later = connect(folder / "book.db", key)
    later.run("PRAGMA user_version = 99")
    later.close()
    for kind in (BookWriter, BookReader):
        with pytest.raises(StoreTooNew):
            kind.open(folder, key)


def test_a_reader_needs_a_copy(folder: Path, key: bytes) -> None:
    with pytest.raises(StoreError):
        BookReader.open(folder, key)
    assert list(folder.iterdir()) == []


def test_a_damaged_copy_is_set_aside_and_the_last_two_are_kept(folder: Path, key: bytes) -> None:
    assert set_aside(folder) is None
    WorkStore.open(folder, key).close()
    for round_number in range(4):
        (folder / "book.db").write_bytes(b"damage %d" % round_number)
        with pytest.raises(StoreDamaged):
            BookWriter.open(folder, key)
        (folder / "book.db-wal").write_bytes(b"log")
        aside = set_aside(folder)
        assert aside is not None
        assert aside.read_bytes() == b"damage %d" % round_number
        writer = BookWriter.open(folder, key)
        writer.merge_one(Contact("a"))
        writer.close()
    assert sorted(path.name for path in folder.iterdir()) == [
        "book.db",
        "book.db.aside-3",
        "book.db.aside-3-wal",
        "book.db.aside-4",
        "book.db.aside-4-wal",
        "work.db",
    ]


def test_a_copy_that_cannot_be_set_aside(folder: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    BookWriter.open(folder, key).close()

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(DiskReadOnly) as caught:
        set_aside(folder)
    assert str(folder) not in str(caught.value)
    assert (folder / "book.db").exists()


def test_steps_that_are_not_ours_are_damage(folder: Path, key: bytes) -> None:
    BookWriter.open(folder, key).close()
    other = connect(folder / "book.db", key)
    other.run("UPDATE migrations SET name = 'something_else'")
    other.close()
    with pytest.raises(StoreDamaged):
        BookWriter.open(folder, key)


def test_a_copy_that_was_killed_half_way_opens_with_all_that_was_merged(folder: Path, key: bytes) -> None:
    """The files as they lie there while a writer lives are what a killed program leaves."""
    writer = BookWriter.open(folder, key)
    number = writer.begin_pass(first=True)
    writer.merge(number, [Contact("a"), Contact("b")], next_offset=2)
    crashed = folder.parent / "crashed"
    crashed.mkdir()
    for name in ("book.db", "book.db-wal"):
        (crashed / name).write_bytes((folder / name).read_bytes())
    writer.close()
    again = BookWriter.open(crashed, key)
    state = again.pass_state()
    assert (state.number, state.running, state.next_offset, state.loaded) == (number, True, 2, 2)
    assert again.merge(number, [Contact("a"), Contact("c")], next_offset=4).met == 1
    assert again.unmet(number) == []
    again.close()


@pytest.mark.parametrize("stubborn", ["book.db", "book.db-wal", "book.db-shm"])
def test_a_copy_is_set_aside_whole_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch, stubborn: str) -> None:
    before = {"book.db": b"file", "book.db-wal": b"log", "book.db-shm": b"index"}
    for name, content in before.items():
        (folder / name).write_bytes(content)
    real = Path.rename

    def rename(path: Path, target: str | Path) -> Path:
        if path.name == stubborn:
            raise PermissionError(errno.EACCES, "held by another program")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(StoreError):
        set_aside(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_question_after_closing_is_an_error_of_ours(folder: Path, key: bytes) -> None:
    writer, reader = BookWriter.open(folder, key), BookReader.open(folder, key)
    reader.close()
    writer.close()
    for ask in (reader.label_groups, reader.me, writer.pass_state, lambda: writer.set_me(None)):
        with pytest.raises(StoreError, match=r"store\.closed"):
            ask()
    reader.interrupt()
    reader.close()


def test_closing_folds_the_log_in_even_beside_a_reader(folder: Path, key: bytes) -> None:
    writer, reader = BookWriter.open(folder, key), BookReader.open(folder, key)
    _fill(writer)
    log = folder / "book.db-wal"
    assert log.stat().st_size
    writer.close()
    assert not log.exists() or log.stat().st_size == 0
    reader.close()
