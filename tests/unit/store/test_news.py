"""What others have changed since the person looked: noted once, told as the difference, and never of own writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.fields import Field
from addressbook.domain.news import Change, News, NewsKind
from addressbook.domain.query import ContactQuery, Scope
from addressbook.store import merging
from addressbook.store.book import BookReader, BookWriter
from addressbook.store.connection import connect
from addressbook.store.files import BOOK_FILE
from addressbook.store.migrations import migrate
from addressbook.store.schema import APPLICATION_ID, BOOK_MIGRATIONS

ANN, BEN, CAT = Contact("a", "Ann", company_name="Acme"), Contact("b", "Ben"), Contact("c", "Cat")
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)

Fill = Callable[..., int]


@pytest.fixture
def whole(writer: BookWriter, fill: Fill) -> Callable[..., None]:
    """Reads `contacts` in one whole pass; who was not met is removed."""

    def whole(*contacts: Contact) -> None:
        number = fill(*contacts)
        writer.remove(writer.unmet(number))
        writer.finish_pass(number, NOON, False)

    return whole


def told(reader: BookReader) -> tuple[int, int, int]:
    news = reader.news()
    return news.new, news.changed, news.removed


def changed_at(reader: BookReader, userid: str) -> int:
    return reader._connection.number(
        "SELECT changed_at FROM contacts JOIN marks USING (row) WHERE userid = ?", (userid,)
    )


def test_what_fills_a_book_is_no_news(reader: BookReader, whole: Callable[..., None]) -> None:
    whole(ANN, BEN)
    assert not reader.news()
    assert changed_at(reader, "a") == 0


def test_who_slipped_through_while_the_book_was_filled_is_no_news(
    writer: BookWriter, reader: BookReader, fill: Fill, whole: Callable[..., None]
) -> None:
    writer.finish_pass(fill(ANN), NOON, True)  # the list moved meanwhile
    whole(ANN, BEN)
    assert not reader.news()
    whole(ANN, BEN, CAT)
    assert told(reader) == (1, 0, 0)


def test_a_book_whose_list_never_stands_still_has_news_all_the_same(
    writer: BookWriter, reader: BookReader, fill: Fill
) -> None:
    for contacts in ((ANN,), (ANN, BEN), (ANN, BEN, CAT)):
        writer.finish_pass(fill(*contacts), NOON, True)
    assert told(reader) == (1, 0, 0)


def test_a_pass_tells_who_is_new_changed_and_gone(
    reader: BookReader, whole: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(ANN, BEN)
    monkeypatch.setattr(merging, "seconds_now", lambda: 1_000)
    whole(replace(BEN, title="Chef"), CAT)
    assert told(reader) == (1, 1, 1)
    b, c = reader.row_of("b"), reader.row_of("c")
    assert reader.news_rows(10) == {b: Change(NewsKind.CHANGED, (Field.TITLE,)), c: Change(NewsKind.NEW)}
    assert list(reader.answer(ContactQuery(scope=Scope.CHANGES)).ids) == [b, c]
    (gone,) = reader.removed(10)
    assert (gone.userid, gone.name, gone.company) == ("a", "Ann", "Acme")
    assert (changed_at(reader, "b"), changed_at(reader, "c")) == (1_000, 1_000)


def test_a_pass_that_changes_nothing_leaves_the_notes_and_the_times(
    reader: BookReader, whole: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(ANN)
    monkeypatch.setattr(merging, "seconds_now", lambda: 1_000)
    whole(ANN, BEN)
    monkeypatch.setattr(merging, "seconds_now", lambda: 2_000)
    whole(ANN, BEN)
    assert told(reader) == (1, 0, 0)
    assert (changed_at(reader, "a"), changed_at(reader, "b")) == (0, 1_000)


def test_only_the_difference_since_the_last_look_is_told(reader: BookReader, whole: Callable[..., None]) -> None:
    whole(ANN, BEN)
    whole(replace(ANN, title="Chef"), BEN, CAT)
    whole(replace(ANN, title="Buyer"), replace(CAT, title="New here"))
    assert told(reader) == (1, 1, 1)
    whole(ANN, BEN)  # changed back, come back, and gone again before anyone looked
    assert told(reader) == (0, 0, 0)


def test_the_fields_that_differ_from_what_was_last_seen_are_told(
    writer: BookWriter, reader: BookReader, whole: Callable[..., None]
) -> None:
    def fields() -> tuple[Field, ...]:
        (change,) = reader.news_rows(10).values()
        return change.fields

    ann = replace(ANN, mobile="13800138000", state_code="86", label_ids=(1, 2), share_user_ids=("u1",))
    whole(ann)
    whole(replace(ann, title="Chef", label_ids=(2, 1)))
    assert fields() == (Field.TITLE,), "another order of labels is no change that one sees"
    whole(replace(ann, title="Buyer", label_ids=(2,), mobile=None))
    assert fields() == (Field.TITLE, Field.PHONE, Field.LABELS)
    whole(replace(ann, label_ids=(2,), follower_user_id="u2"))
    assert fields() == (Field.LABELS, Field.OWNER), "title and phone are what they were"
    writer.see_news(reader.news().upto)
    whole(replace(ann, follower_user_id="u2", name="Anna\0"))
    assert fields() == (Field.NAME, Field.LABELS), "since the last look"
    whole(replace(ann, label_ids=(2,), follower_user_id="u2", share_user_ids=(), share_dept_ids=(1,)))
    assert fields() == (Field.DEPARTMENTS, Field.PEOPLE)


def test_who_could_not_be_read_has_changed_in_nobody_knows_what(reader: BookReader, whole: Callable[..., None]) -> None:
    whole(ANN)
    whole(UnreadableContact("a", "title"))
    whole(replace(ANN, title="Chef"))
    assert set(reader.news_rows(10).values()) == {Change(NewsKind.CHANGED)}


def test_who_went_and_came_back_otherwise_is_changed(reader: BookReader, whole: Callable[..., None]) -> None:
    whole(ANN, BEN)
    whole(ANN)
    whole(ANN, replace(BEN, title="Chef"))
    assert told(reader) == (0, 1, 0)
    whole(ANN)
    assert told(reader) == (0, 0, 1)


def test_looking_clears_what_was_there_then_and_nothing_that_came_meanwhile(
    writer: BookWriter, reader: BookReader, whole: Callable[..., None]
) -> None:
    whole(ANN)
    assert reader.news().since is None
    whole(ANN, BEN)
    seen = reader.news()
    whole(ANN, replace(BEN, title="Chef"), CAT)
    left = writer.see_news(seen.upto)
    assert (left.new, left.changed, left.removed) == (2, 0, 0)  # Ben has changed since he was looked at
    assert left == reader.news()
    assert left.since is not None
    assert writer.see_news(left.upto) == News(since=reader.news().since, upto=left.upto)
    whole(ANN, BEN, CAT)
    assert told(reader) == (0, 1, 0)


def test_own_writes_are_no_news(writer: BookWriter, reader: BookReader, whole: Callable[..., None]) -> None:
    whole(ANN, BEN)
    whole(replace(ANN, title="Theirs"), BEN, CAT)
    for contact in (replace(ANN, title="Mine"), Contact("d", "Dan")):
        writer.show_pending(contact)
        writer.settle(contact.userid, contact)
    writer.hide_pending("c")
    writer.settle("c", None)
    whole(replace(ANN, title="Mine"), BEN, Contact("d", "Dan"))
    assert told(reader) == (0, 0, 0)


def test_a_save_counts_as_a_change_and_one_that_is_taken_back_does_not(
    writer: BookWriter, reader: BookReader, whole: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(ANN, BEN, CAT)
    monkeypatch.setattr("addressbook.store.pending.seconds_now", lambda: 3_000)
    writer.show_pending(replace(ANN, title="Chef"))
    writer.settle("a", replace(ANN, title="Chef"))
    writer.show_pending(replace(BEN, title="Chef"))
    writer.put_back("b")
    writer.hide_pending("a")
    writer.put_back("a")
    writer.settle("c", CAT)
    assert [changed_at(reader, userid) for userid in "abc"] == [3_000, 0, 0]


def test_a_note_follows_its_row_while_a_deletion_is_tried(
    writer: BookWriter, reader: BookReader, whole: Callable[..., None]
) -> None:
    whole(ANN)
    whole(ANN, BEN)
    row = reader.row_of("b")
    writer.hide_pending("b")
    assert list(reader.answer(ContactQuery(scope=Scope.CHANGES)).ids) == []
    writer.put_back("b")
    assert list(reader.answer(ContactQuery(scope=Scope.CHANGES)).ids) == [row]


def test_what_cannot_be_read_is_no_news(writer: BookWriter, reader: BookReader, whole: Callable[..., None]) -> None:
    whole(ANN)
    number = writer.begin_pass(first=False)
    writer.merge(number, [ANN], [UnreadableContact("?1", "not an object")], next_offset=2)
    writer.remove(["?1"])
    assert not reader.news()


def test_contacts_read_by_themselves_are_noted_too(
    writer: BookWriter, reader: BookReader, whole: Callable[..., None]
) -> None:
    whole(ANN)
    writer.merge_one(replace(ANN, title="Chef"))
    assert told(reader) == (0, 1, 0)


def test_a_copy_of_the_version_before_learns_to_take_notes(folder: Path, key: bytes) -> None:
    old = connect(folder / BOOK_FILE, key)
    migrate(old, BOOK_MIGRATIONS[:2], APPLICATION_ID, BOOK_FILE)
    old.run("INSERT INTO contacts (userid, name) VALUES ('a', 'Ann')")
    old.run("INSERT INTO marks VALUES (1, 1, 5)")
    old.run("UPDATE sync SET pass = 1, complete = 1")
    old.close()
    writer, reader = BookWriter.open(folder, key), BookReader.open(folder, key)
    assert not reader.news()
    writer.merge_one(ANN)
    assert told(reader) == (0, 1, 0)
    writer.close()
    reader.close()


def test_notes_of_the_version_before_do_not_know_which_fields(folder: Path, key: bytes) -> None:
    old = connect(folder / BOOK_FILE, key)
    migrate(old, BOOK_MIGRATIONS[:4], APPLICATION_ID, BOOK_FILE)
    old.run("INSERT INTO contacts (userid, name) VALUES ('a', 'Ann')")
    old.run("INSERT INTO marks (row, pass, digest) VALUES (1, 1, 5)")
    old.run("INSERT INTO changes VALUES ('a', 2, 1, 'Ann', '', 1, 1, 4)")
    old.run("UPDATE sync SET pass = 1, complete = 1, settled = 1")
    old.close()
    writer, reader = BookWriter.open(folder, key), BookReader.open(folder, key)
    assert reader.news_rows(10) == {1: Change(NewsKind.CHANGED)}
    writer.merge_one(ANN)
    assert reader.news_rows(10) == {1: Change(NewsKind.CHANGED)}
    writer.close()
    reader.close()


def test_a_note_of_a_contact_that_is_gone_lists_nobody_else(writer: BookWriter, reader: BookReader) -> None:
    """In a copy that numbers its rows from afar."""
    writer.number_rows_from(5_000_000)
    for first, contacts in ((True, [Contact("0", "Al")]), (False, [Contact(str(n), "Bo") for n in range(40)])):
        number = writer.begin_pass(first)
        writer.merge(number, contacts, next_offset=len(contacts))
        writer.finish_pass(number, datetime.now(UTC), moved=False)
    writer.begin_pass(first=True)
    writer.remove([str(n) for n in range(30)])  # no news while a book is filled
    listed = [reader.userid_of(row) for row in reader.answer(ContactQuery(scope=Scope.CHANGES)).ids]
    assert listed == [str(n) for n in range(30, 40)]
