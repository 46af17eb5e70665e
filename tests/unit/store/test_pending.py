"""Rows that show what is being written: passes leave them alone, and the server's truth comes back in their place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.query import ContactQuery, Scope
from addressbook.store.book import BookReader, BookWriter, Change
from addressbook.store.connection import connect
from addressbook.store.files import BOOK_FILE
from addressbook.store.migrations import migrate
from addressbook.store.schema import APPLICATION_ID, BOOK_MIGRATIONS

ANN = Contact("a", "Ann", "13800138000", "86", label_ids=(1,), follower_user_id="0001", share_user_ids=("u",))
BEN = Contact("b", "Ben", "13800138001", "86", label_ids=(2,), follower_user_id="0001")
NEW = Contact("+1", "New", "13800138002", "86", label_ids=(1,), follower_user_id="0002")
NOW = datetime(2026, 3, 4, tzinfo=UTC)

Fill = Callable[..., int]


def names(reader: BookReader, **query: object) -> list[str]:
    found = [reader.contact(row) for row in reader.answer(ContactQuery(**query)).ids]  # type: ignore[arg-type]
    assert None not in found
    return [contact.name for contact in found if isinstance(contact, Contact)]


def next_pass(writer: BookWriter, *contacts: Contact | UnreadableContact) -> list[str]:
    """One whole pass that meets these; the contacts that it would ask for before taking them off."""
    number = writer.begin_pass(first=False)
    readable = [contact for contact in contacts if isinstance(contact, Contact)]
    broken = [contact for contact in contacts if isinstance(contact, UnreadableContact)]
    writer.merge(number, readable, broken, next_offset=len(contacts))
    unmet = writer.unmet(number)
    writer.finish_pass(number, NOW, moved=False)
    return unmet


def test_a_new_contact_is_found_and_counted_at_once(writer: BookWriter, reader: BookReader, fill: Fill) -> None:
    fill(ANN, BEN)
    change = writer.show_pending(NEW)
    (row,) = change.rows
    assert reader.row_of("+1") == row
    assert names(reader) == ["Ann", "Ben", "New"]
    assert names(reader, text="8002") == ["New"]
    assert names(reader, labels=frozenset({1})) == ["Ann", "New"]
    counts = reader.counts(Scope.ALL, None)
    assert (counts.total, counts.by_label) == (3, {1: 2, 2: 1})
    assert writer.pending() == {"+1"}


def test_no_pass_asks_for_what_the_server_has_never_seen(writer: BookWriter, reader: BookReader, fill: Fill) -> None:
    fill(ANN, BEN)
    writer.show_pending(NEW)
    writer.show_pending(replace(ANN, name="Anne"))
    assert next_pass(writer, BEN) == []
    assert names(reader) == ["Anne", "Ben", "New"]


@pytest.mark.parametrize("met_already", [False, True])
def test_the_made_contact_takes_the_row_of_the_one_that_was_shown(
    writer: BookWriter, reader: BookReader, fill: Fill, met_already: bool
) -> None:
    fill(ANN, BEN)
    (row,) = writer.show_pending(NEW).rows
    made = replace(NEW, userid="c", name="New!")
    other: set[int] = set()
    if met_already:
        next_pass(writer, ANN, BEN, made)
        other = {reader.row_of("c") or 0}
    assert writer.settle("+1", made) == Change(frozenset({row, *other}), removed=met_already)
    assert (reader.row_of("c"), reader.row_of("+1")) == (row, None)
    assert names(reader) == ["Ann", "Ben", "New!"]
    assert reader.counts(Scope.ALL, None).total == 3
    assert writer.pending() == frozenset()
    assert next_pass(writer, ANN, BEN, made) == []


def test_an_edit_that_was_refused_shows_what_the_server_told_last(
    writer: BookWriter, reader: BookReader, fill: Fill
) -> None:
    fill(ANN, BEN)
    row = reader.row_of("a")
    writer.show_pending(replace(ANN, name="Mine", label_ids=(2,)))
    next_pass(writer, replace(ANN, title="Buyer"), BEN)
    writer.show_pending(replace(ANN, name="Mine again", label_ids=(3,)))
    assert names(reader) == ["Ben", "Mine again"]
    next_pass(writer, UnreadableContact("a", "mobile: not a text"), BEN)
    assert writer.put_back("a") == Change(frozenset({row or 0}))
    assert reader.contact("a") == replace(ANN, title="Buyer")
    assert reader.counts(Scope.ALL, None).by_label == {1: 1, 2: 1}
    assert writer.put_back("a") == Change()


def test_a_contact_that_a_colleague_deleted_meanwhile_goes_when_the_edit_is_refused(
    writer: BookWriter, reader: BookReader, fill: Fill
) -> None:
    fill(ANN, BEN)
    writer.show_pending(replace(ANN, name="Mine"))
    assert writer.remove(["a"]) == frozenset()
    assert names(reader) == ["Ben", "Mine"]
    assert writer.put_back("a").removed
    assert names(reader) == ["Ben"]


def test_a_hidden_contact_stays_hidden_and_comes_back_to_its_row(
    writer: BookWriter, reader: BookReader, fill: Fill
) -> None:
    fill(ANN, BEN)
    row = reader.row_of("a") or 0
    assert writer.hide_pending("a") == Change(frozenset({row}), removed=True)
    assert writer.hide_pending("a") == Change(frozenset({row}), removed=True)  # harmless
    assert next_pass(writer, replace(ANN, title="Buyer"), BEN) == []
    assert names(reader) == ["Ben"]
    assert reader.counts(Scope.ALL, None).total == 1
    assert writer.put_back("a") == Change(frozenset({row}))
    assert reader.contact(row) == replace(ANN, title="Buyer")


def test_a_hidden_contact_that_is_gone_leaves_nothing(writer: BookWriter, reader: BookReader, fill: Fill) -> None:
    fill(ANN, BEN)
    writer.hide_pending("a")
    assert writer.settle("a", None) == Change()
    assert writer.pending() == frozenset()
    assert names(reader) == ["Ben"]
    writer.hide_pending("never heard of")
    assert writer.settle("never heard of", None) == Change()


def test_pages_asked_for_before_the_end_bring_nothing_old_back(
    writer: BookWriter, reader: BookReader, fill: Fill
) -> None:
    number = fill(ANN, BEN)
    writer.show_pending(replace(ANN, name="Mine"))
    writer.hide_pending("b")
    asked = writer.moment
    writer.settle("a", replace(ANN, name="Mine"))
    writer.settle("b", None)
    writer.merge(number, [ANN, BEN], next_offset=2, asked=asked)
    assert names(reader) == ["Mine"]
    writer.merge(number, [ANN], next_offset=2, asked=writer.moment)
    assert names(reader) == ["Ann"]


def test_truth_that_nobody_waited_for_is_entered_too(writer: BookWriter, reader: BookReader, fill: Fill) -> None:
    fill(ANN)
    writer.settle("a", replace(ANN, name="Anne"))
    writer.settle("x", BEN)
    assert names(reader) == ["Anne", "Ben"]
    writer.settle("a", None)
    assert names(reader) == ["Ben"]


def test_what_is_pending_is_known_after_a_restart(folder: Path, key: bytes) -> None:
    first = BookWriter.open(folder, key)
    first.merge(first.begin_pass(True), [ANN, BEN], next_offset=2)
    first.show_pending(NEW)
    first.show_pending(replace(ANN, name="Mine"))
    first.hide_pending("b")
    first.close()
    again, reader = BookWriter.open(folder, key), BookReader.open(folder, key)
    assert again.pending() == {"+1", "a", "b"}
    for userid in sorted(again.pending()):
        again.put_back(userid)
    assert names(reader) == ["Ann", "Ben"]
    assert reader.counts(Scope.ALL, None).total == 2
    reader.close()
    again.close()


def test_a_change_that_fails_leaves_no_trace(
    writer: BookWriter, reader: BookReader, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(ANN, BEN)

    def fail(*_: object) -> None:
        raise RuntimeError("a fault of our own")

    for act in (lambda: writer.show_pending(NEW), lambda: writer.hide_pending("a"), lambda: writer.settle("b", NEW)):
        with monkeypatch.context() as patch:
            patch.setattr(writer._rows, "put", fail)
            patch.setattr(writer._rows, "delete", fail)
            with pytest.raises(RuntimeError):
                act()
        assert writer.pending() == frozenset()
        assert names(reader) == ["Ann", "Ben"]
    writer.show_pending(NEW)
    assert names(reader) == ["Ann", "Ben", "New"]


def test_a_copy_of_the_first_version_is_brought_up_to_date(folder: Path, key: bytes) -> None:
    old = connect(folder / BOOK_FILE, key)
    migrate(old, BOOK_MIGRATIONS[:1], APPLICATION_ID, BOOK_FILE)
    old.run("UPDATE sync SET pass = 7, running = 1, next_offset = 99")
    old.close()
    writer = BookWriter.open(folder, key)
    state = writer.pass_state()
    assert (state.number, state.running, state.next_offset, state.went_on_at) == (7, True, 99, None)
    before = datetime.now(UTC)
    writer.begin_pass(first=True)
    began = writer.pass_state().went_on_at
    assert began is not None
    assert before <= began <= datetime.now(UTC)
    writer.show_pending(NEW)
    writer.close()
