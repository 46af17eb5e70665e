"""The orders in time: who was changed last, and who was looked at last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.query import ContactQuery, Scope, SortKey
from addressbook.store import merging, pending
from addressbook.store.book import BookReader, BookWriter

ANN, BEN, CAT, DAN, EVE = (Contact(name[0].lower(), name) for name in ("Ann", "Ben", "Cat", "Dan", "Eve"))
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
CHANGED = ContactQuery(sort=SortKey.CHANGED)

Pass = Callable[..., None]


def ids(reader: BookReader, query: ContactQuery) -> str:
    return "".join(reader.userid_of(row) or "?" for row in reader.answer(query).ids)


@pytest.fixture
def whole(writer: BookWriter, monkeypatch: pytest.MonkeyPatch) -> Pass:
    """One whole pass that meets these contacts at a time, in seconds."""

    def whole(at: int, *contacts: Contact | UnreadableContact) -> None:
        for module in (merging, pending):
            monkeypatch.setattr(module, "seconds_now", lambda: at)
        number = writer.begin_pass(first=False)
        readable = [one for one in contacts if isinstance(one, Contact)]
        broken = [one for one in contacts if isinstance(one, UnreadableContact)]
        writer.merge(number, readable, broken, next_offset=len(contacts))
        writer.remove(writer.unmet(number))
        writer.finish_pass(number, NOON, False)

    return whole


def test_what_was_changed_last_stands_first_and_what_never_was_by_name(reader: BookReader, whole: Pass) -> None:
    whole(100, CAT, ANN, DAN, BEN)
    assert ids(reader, CHANGED) == "abcd"
    dan, ben = replace(DAN, title="Chef"), replace(BEN, title="Chef")
    whole(200, CAT, ANN, dan, BEN)
    whole(300, CAT, ANN, dan, ben, EVE)
    assert ids(reader, CHANGED) == "bedac"  # of one time by name
    assert ids(reader, replace(CHANGED, descending=True)) == "dbeac"  # the oldest first; who never was is last again
    whole(400, CAT, ANN, dan, ben, EVE)
    assert ids(reader, CHANGED) == "bedac"  # nothing new: nothing moves
    assert ids(reader, replace(CHANGED, text="n")) == "bda"


def test_what_was_saved_here_stands_first(reader: BookReader, writer: BookWriter, whole: Pass) -> None:
    whole(100, ANN, BEN, CAT)
    ben = replace(BEN, name="Benjamin")
    writer.show_pending(ben)
    writer.settle("b", ben)
    assert ids(reader, CHANGED) == "bac"


def test_what_cannot_be_read_is_last_whenever_it_was_changed(reader: BookReader, whole: Pass) -> None:
    whole(100, ANN, BEN, CAT)
    whole(200, ANN, replace(BEN, title="Chef"), UnreadableContact("c", "name: not a text"))
    assert ids(reader, CHANGED) == "bac"
    assert ids(reader, replace(CHANGED, descending=True)) == "bac"


def test_whom_one_looked_at_is_shown_as_long_as_the_book_has_them(
    reader: BookReader, writer: BookWriter, whole: Pass
) -> None:
    whole(100, ANN, BEN, CAT)
    query = ContactQuery(scope=Scope.RECENT, recent=("c", "a", "b"), sort=SortKey.VIEWED)
    assert ids(reader, query) == "cab"
    writer.hide_pending("a")
    assert ids(reader, query) == "cb"
    assert reader.known(query.recent) == 2
    writer.put_back("a")
    assert ids(reader, query) == "cab"
    whole(200, BEN, CAT)
    assert ids(reader, query) == "cb"
