"""A reader on one thread while the writer writes on another: no waiting, no error, never half a page."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.query import ContactQuery, Scope, SortKey
from addressbook.store.book import BookReader, BookWriter

PAGE = 50
PAGES = 40


def test_a_reader_sees_whole_pages_only_while_they_are_written(folder: Path, key: bytes) -> None:
    BookWriter.open(folder, key).close()
    faults: list[BaseException] = []
    written = threading.Event()

    def write() -> None:
        try:
            writer = BookWriter.open(folder, key)
            number = writer.begin_pass(first=True)
            for page in range(PAGES):
                contacts = [
                    Contact(f"{page}-{index}", f"N{index}", label_ids=(7,), follower_user_id="boss")
                    for index in range(PAGE)
                ]
                writer.merge(number, contacts, next_offset=(page + 1) * PAGE)
                written.set()
            writer.close()
        except BaseException as error:  # noqa: BLE001 - handed to the test's own thread
            faults.append(error)
        finally:
            written.set()

    reader = BookReader.open(folder, key)
    thread = threading.Thread(target=write)
    thread.start()
    written.wait(30)
    seen = 0
    while seen < PAGE * PAGES and not faults:
        ended = not thread.is_alive()
        rows = reader.answer(ContactQuery(sort=SortKey.COMPANY)).ids
        assert len(rows) >= seen
        assert len(rows) % PAGE == 0
        seen = len(rows)
        counts = reader.counts(Scope.ALL, None)
        assert counts.total == counts.by_label.get(7, 0)
        assert counts.total >= seen
        assert len(reader.rows(list(rows[-100:]))) == len(rows[-100:])
        assert not ended or seen == PAGE * PAGES
    thread.join()
    assert faults == []
    assert reader.pass_state().loaded == PAGE * PAGES
    reader.close()


def test_what_is_kept_of_an_order_is_dropped_at_any_change(writer: BookWriter, reader: BookReader) -> None:
    writer.merge_one(Contact("b", "Bo"))
    assert len(reader.answer(ContactQuery()).ids) == 1
    writer.merge_one(Contact("a", "Al"))
    first, second = reader.answer(ContactQuery()).ids
    assert (reader.userid_of(first), reader.userid_of(second)) == ("a", "b")
    writer.merge_one(Contact("a", "Zoe"))
    assert list(reader.answer(ContactQuery()).ids) == [second, first]
    writer.remove(["b"])
    assert list(reader.answer(ContactQuery()).ids) == [first]


def test_the_kept_orders_are_few(writer: BookWriter, reader: BookReader) -> None:
    writer.merge_one(Contact("b", "Bo"))
    for sort in SortKey:
        for descending in (False, True):
            reader.answer(ContactQuery(sort=sort, descending=descending))
    assert len(reader._queries._orders._kept) <= 6


def test_what_is_seen_before_it_is_told_leaves_the_order_right(
    folder: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = BookWriter.open(folder, key)
    reader = BookReader.open(folder, key, feed=writer.feed)
    number = writer.begin_pass(first=True)
    writer.merge(number, [Contact(str(index), f"N{index:02}") for index in range(40)], next_offset=40)
    assert len(reader.answer(ContactQuery()).ids) == 40
    tell = writer.feed.publish
    for index in range(0, 40, 2):
        writer.merge_one(Contact(str(index), f"P{index:02}"))  # told
        with monkeypatch.context() as held:
            held.setattr(writer.feed, "publish", lambda: None)  # as if the reader came just before it
            writer.merge_one(Contact(str(index + 1), f"A{index:02}"))
            writer.remove([str(39 - index)])
            expected = [contact.userid for contact in sorted(_all(reader), key=lambda one: one.name)]
            assert [reader.userid_of(row) for row in reader.answer(ContactQuery()).ids] == expected
        tell()
        expected = [contact.userid for contact in sorted(_all(reader), key=lambda one: one.name)]
        assert [reader.userid_of(row) for row in reader.answer(ContactQuery()).ids] == expected
    reader.close()
    writer.close()


def _all(reader: BookReader) -> list[Contact]:
    found = reader.contacts(range(1, 200))
    return [contact for contact in found if isinstance(contact, Contact)]
