"""Pages going into the copy: what is new, changed, met, unreadable, and gone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact, RowState, UnreadableContact
from addressbook.domain.query import ContactQuery, Scope
from addressbook.store import writer as writer_module
from addressbook.store.book import BookReader, BookWriter

ANN = Contact(
    userid="0112345678",
    name="Ann Lee",
    mobile="13800138000",
    state_code="86",
    title="Buyer",
    company_name="Nordwind GmbH",
    remark="Annie",
    address="Dock 4",
    email="ann@example.com",
    follower_user_id="manager1",
    label_ids=(2**62, -5),
    share_dept_ids=(1, 7),
    share_user_ids=("u1", "u2"),
)
BO = Contact(userid="bo", name="Bo")


def test_a_contact_comes_back_as_it_went_in(writer: BookWriter, reader: BookReader) -> None:
    writer.merge_one(ANN)
    assert reader.contact("0112345678") == ANN
    row = reader.row_of("0112345678")
    assert row is not None
    assert reader.contact(row) == ANN
    assert reader.userid_of(row) == "0112345678"
    shown = reader.rows([row])[row]
    assert (shown.name, shown.alias, shown.phone) == ("Ann Lee", "Annie", "+86 138 0013 8000")
    assert shown.label_ids == (2**62, -5)
    assert shown.state is RowState.READY


def test_a_mobile_that_is_not_shared_differs_from_an_empty_one(writer: BookWriter, reader: BookReader) -> None:
    writer.merge_one(Contact(userid="a", mobile=None))
    writer.merge_one(Contact(userid="b", mobile=""))
    shown = {row.userid: row.phone for row in reader.rows(list(reader.answer(ContactQuery()).ids)).values()}
    assert shown == {"a": None, "b": ""}
    a, b = reader.contact("a"), reader.contact("b")
    assert isinstance(a, Contact)
    assert isinstance(b, Contact)
    assert (a.mobile, b.mobile) == (None, "")


def test_merging_tells_new_from_changed_from_unchanged(writer: BookWriter) -> None:
    number = writer.begin_pass(first=True)
    first = writer.merge(number, [ANN, BO], next_offset=2)
    assert (first.new, first.changed, first.met, len(first.rows)) == (2, 0, 2, 2)
    again = writer.merge(number, [ANN, replace(BO, title="Chef")], next_offset=4)
    assert (again.new, again.changed, again.met) == (0, 1, 0)
    assert again.rows < first.rows
    assert writer.merge(number, [ANN], next_offset=4).rows == frozenset()


def test_of_one_contact_twice_on_a_page_the_last_counts(writer: BookWriter, reader: BookReader) -> None:
    number = writer.begin_pass(first=True)
    merged = writer.merge(number, [BO, replace(BO, name="Bob")], next_offset=2)
    assert (merged.new, merged.met) == (1, 1)
    assert writer.pass_state().loaded == 1
    found = reader.contact("bo")
    assert isinstance(found, Contact)
    assert found.name == "Bob"


def test_labels_and_shares_follow_a_change(writer: BookWriter, reader: BookReader) -> None:
    writer.merge_one(replace(ANN, label_ids=(1, 1, 2)))
    writer.merge_one(replace(ANN, label_ids=(2, 3), share_dept_ids=(), share_user_ids=("u2",)))

    def rows(label: int) -> int:
        return len(reader.answer(ContactQuery(labels=frozenset({label}))).ids)

    assert [rows(label) for label in (1, 2, 3)] == [0, 1, 1]
    writer.remove(["0112345678"])
    assert [rows(label) for label in (1, 2, 3)] == [0, 0, 0]
    assert reader.counts(Scope.ALL, None).by_label == {}


def test_a_contact_goes_only_through_remove(writer: BookWriter, reader: BookReader, fill: Callable[..., int]) -> None:
    writer.finish_pass(fill(ANN, BO), datetime.now(UTC), moved=False)
    second = fill(ANN)
    assert writer.unmet(second) == ["bo"]
    writer.finish_pass(second, datetime.now(UTC), moved=False)
    assert reader.row_of("bo") is not None
    row = reader.row_of("bo")
    assert writer.remove(["bo", "never met"]) == {row}
    assert reader.row_of("bo") is None
    assert reader.contact("bo") is None


def test_a_contact_told_by_get_counts_as_met(writer: BookWriter, fill: Callable[..., int]) -> None:
    writer.finish_pass(fill(ANN, BO), datetime.now(UTC), moved=False)
    second = fill(ANN)
    writer.merge_one(BO)
    assert writer.unmet(second) == []
    assert writer.pass_state().loaded == 2


def test_row_numbers_are_never_used_again(writer: BookWriter) -> None:
    (first,) = writer.merge_one(BO).rows
    writer.remove(["bo"])
    (second,) = writer.merge_one(BO).rows
    assert second > first


def test_an_unreadable_contact_keeps_row_and_name_and_comes_back(writer: BookWriter, reader: BookReader) -> None:
    (row,) = writer.merge_one(ANN).rows
    merged = writer.merge_one(UnreadableContact(ANN.userid, "mobile: not a text"))
    assert (merged.rows, merged.changed) == ({row}, 1)
    shown = reader.rows([row])[row]
    assert (shown.state, shown.reason, shown.name) == (RowState.UNREADABLE, "mobile: not a text", "Ann Lee")
    assert (shown.company, shown.phone, shown.label_ids) == ("", "", ())
    assert reader.contact(row) == UnreadableContact(ANN.userid, "mobile: not a text")
    assert reader.counts(Scope.ALL, None).unreadable == 1
    assert writer.merge_one(UnreadableContact(ANN.userid, "mobile: not a text")).rows == frozenset()
    assert writer.merge_one(ANN).rows == {row}
    assert reader.contact(row) == ANN
    assert reader.counts(Scope.ALL, None).unreadable == 0


def test_pass_state_is_kept_with_the_page(writer: BookWriter) -> None:
    assert not writer.pass_state().running
    number = writer.begin_pass(first=True)
    writer.merge(number, [ANN, BO], [UnreadableContact("?2", "not an object")], next_offset=3)
    state = writer.pass_state()
    assert (state.number, state.running, state.next_offset, state.loaded, state.complete) == (number, True, 3, 3, False)
    when = datetime(2026, 11, 21, 1, 2, 3, tzinfo=UTC)
    writer.finish_pass(number, when, moved=True)
    state = writer.pass_state()
    assert (state.running, state.complete, state.last_total, state.finished_at, state.dirty) == (
        False,
        True,
        3,
        when,
        True,
    )
    writer.begin_pass(first=False)
    assert writer.pass_state().complete
    assert writer.pass_state().loaded == 0


def test_the_end_of_a_pass_needs_a_time_zone(writer: BookWriter) -> None:
    number = writer.begin_pass(first=True)
    with pytest.raises(ValueError, match="time zone"):
        writer.finish_pass(number, datetime(2026, 1, 1), moved=False)  # noqa: DTZ001 - what is refused
    assert writer.pass_state().running


def test_a_page_of_a_pass_that_is_over_is_refused(writer: BookWriter, reader: BookReader) -> None:
    old = writer.begin_pass(first=True)
    writer.begin_pass(first=True)
    with pytest.raises(ValueError, match="not under way"):
        writer.merge(old, [BO], next_offset=1)
    assert reader.row_of("bo") is None


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800", "x\udfffy", "\U0001f469‍\U0001f4bb", "אבג", "\u202eabc", ""])
def test_text_of_any_kind_is_kept_or_made_safe(writer: BookWriter, reader: BookReader, text: str) -> None:
    contact = Contact("id" + text, *(text,) * 9, label_ids=(1,), share_user_ids=(text,))
    (row,) = writer.merge_one(contact).rows
    shown = reader.rows([row])[row]
    assert shown.name == text.replace("\0", "").replace("\ud800", "\ufffd").replace("\udfff", "\ufffd")
    assert writer.merge_one(contact).rows == frozenset()
    query = ContactQuery(text=text, owners=frozenset({text} if text else ()))
    assert list(reader.answer(query).ids) == [row]


def test_a_refresh_that_finds_nothing_new_lets_readers_keep_what_they_know(
    writer: BookWriter, reader: BookReader, fill: Callable[..., int]
) -> None:
    writer.finish_pass(fill(ANN, BO), datetime.now(UTC), moved=False)
    number = writer.begin_pass(first=False)
    reader.answer(ContactQuery())
    before = reader._connection.number("PRAGMA data_version")
    assert writer.merge(number, [ANN], next_offset=1).met == 1
    assert writer.merge(number, [ANN, BO], next_offset=2).met == 1
    reader.answer(ContactQuery())
    assert reader._connection.number("PRAGMA data_version") == before
    assert writer.unmet(number) == []
    assert (writer.pass_state().loaded, writer.pass_state().next_offset) == (2, 2)


def test_what_was_found_unchanged_before_a_change_counts_as_met(writer: BookWriter, fill: Callable[..., int]) -> None:
    writer.finish_pass(fill(ANN, BO), datetime.now(UTC), moved=False)
    number = writer.begin_pass(first=False)
    writer.merge(number, [ANN, BO], next_offset=2)
    changed = writer.merge(number, [replace(BO, name="Bob")], next_offset=3)
    assert (changed.changed, changed.met) == (1, 0)
    assert writer.unmet(number) == []
    assert writer.merge(number, [replace(BO, name="Bob")], next_offset=4).changed == 0


def test_what_was_found_unchanged_is_kept_when_the_copy_is_closed(folder: Path, key: bytes) -> None:
    writer = BookWriter.open(folder, key)
    number = writer.begin_pass(first=True)
    writer.merge(number, [ANN, BO], next_offset=2)
    writer.merge(number, [ANN, BO], next_offset=4)
    writer.close()
    writer = BookWriter.open(folder, key)
    assert (writer.pass_state().loaded, writer.pass_state().next_offset) == (2, 4)
    writer.close()


def test_what_was_found_unchanged_before_a_crash_is_read_again(
    writer: BookWriter, fill: Callable[..., int], folder: Path, tmp_path: Path, key: bytes
) -> None:
    writer.finish_pass(fill(ANN, BO), datetime.now(UTC), moved=False)
    number = writer.begin_pass(first=False)
    writer.merge(number, [ANN], next_offset=1, edge="bo")
    crashed = tmp_path / "crashed"
    shutil.copytree(folder, crashed)
    again = BookWriter.open(crashed, key)
    state = again.pass_state()
    assert (state.number, state.running, state.next_offset, state.edge) == (number, True, 0, "")
    assert again.unmet(number) == [ANN.userid, "bo"], "the marks and the place agree"
    again.close()


def test_where_a_pass_goes_on_is_as_old_as_the_page_before(
    writer: BookWriter, fill: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.finish_pass(fill(ANN, BO), datetime.now(UTC), moved=False)
    number = writer.begin_pass(first=False)
    with monkeypatch.context() as patch:
        patch.setattr(writer_module, "_now", lambda: "2026-11-21T09:00:00+00:00")
        writer.merge(number, [ANN], next_offset=1, edge="bo")
    state = writer.pass_state()  # which writes what was held back
    assert (state.next_offset, state.edge) == (1, "bo")
    assert state.went_on_at == datetime(2026, 11, 21, 9, tzinfo=UTC)
    writer.abandon_pass(number)
    assert not writer.pass_state().running


def test_a_page_that_was_asked_for_earlier_changes_nothing_that_was_written_since(
    writer: BookWriter, reader: BookReader
) -> None:
    number = writer.begin_pass(True)
    writer.merge(number, [Contact("1", "Old"), Contact("2", "Old"), Contact("3", "Old")], next_offset=3)
    asked = writer.moment
    saved = writer.merge_one(Contact("1", "Saved"))
    writer.remove(["2"])
    old = [Contact("1", "Old"), Contact("2", "Old"), Contact("3", "New"), Contact("4", "New")]
    merged = writer.merge(number, old, next_offset=3, asked=asked)
    assert (merged.new, merged.changed) == (1, 1)
    assert not merged.rows & saved.rows
    assert reader.row_of("2") is None
    found = [reader.contact(userid) for userid in ("1", "3", "4")]
    assert [getattr(contact, "name", None) for contact in found] == ["Saved", "New", "New"]
    assert writer.merge_one(Contact("1", "Old"), asked=asked).rows == frozenset()
    assert writer.unmet(number) == []
    # what is asked for afterwards is newer again
    writer.merge(number, [Contact("1", "Newer")], next_offset=4, asked=writer.moment)
    assert getattr(reader.contact("1"), "name", None) == "Newer"


def test_a_write_that_failed_does_not_keep_a_page_from_being_entered(writer: BookWriter, reader: BookReader) -> None:
    number = writer.begin_pass(True)
    asked = writer.moment
    with pytest.raises(OverflowError):
        writer.merge_one(Contact("1", "Saved", share_dept_ids=(2**70,)))
    writer.merge(number, [Contact("1", "Page")], next_offset=1, asked=asked)
    assert getattr(reader.contact("1"), "name", None) == "Page"
