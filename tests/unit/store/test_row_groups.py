"""The figures of the sidebar from what is kept, against those that are read from the tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.query import ContactQuery, Counts, Scope
from addressbook.domain.staff import Me
from addressbook.store import row_groups
from addressbook.store.book import BookReader, BookWriter
from tests.unit.store.conftest import KEY

ME = Me("me", "", (1, 2))
VIEWED = ("3", "gone", "7", "20")


@pytest.fixture
def asker(writer: BookWriter, folder: Path) -> Iterator[BookReader]:
    opened = BookReader.open(folder, KEY, feed=writer.feed)
    yield opened
    opened.close()


def finish(writer: BookWriter) -> None:
    """All are read: before that nothing is kept."""
    writer.finish_pass(writer.begin_pass(first=True), datetime.now(UTC), moved=False)


def read_ahead(reader: BookReader) -> None:
    while reader.load_search(4):
        pass


def figures(reader: BookReader) -> list[Counts]:
    return [reader.counts(scope, ME, VIEWED) for scope in Scope]


def contact(number: int, rng: random.Random) -> Contact:
    labels = [label for label in range(8) if rng.random() < (0.5, 0.5, 0.03)[label % 3]]
    if rng.random() < 0.1:
        labels.append(rng.randrange(-5, 100))
    owner = rng.choice(["me", "you", ""])
    departments, users = rng.sample(range(5), rng.randrange(3)), rng.sample(["me", "x"], rng.randrange(2))
    return Contact(
        str(number), "Ann", "", "", "", "", "", "", "", owner, tuple(labels), tuple(departments), tuple(users)
    )


@pytest.mark.parametrize("most", [0, 7, 2000])
@pytest.mark.parametrize("first_row", [1, 10_000_000])
def test_figures_that_are_kept_up_to_date_are_those_that_are_read_anew(
    writer: BookWriter,
    reader: BookReader,
    asker: BookReader,
    most: int,
    first_row: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(row_groups, "_MOST_CHANGED", most)
    rng = random.Random(most)
    if first_row > 1:
        writer.number_rows_from(first_row)
    number = writer.begin_pass(first=True)
    writer.merge(number, [contact(one, rng) for one in range(200)], [UnreadableContact("x", "name")], next_offset=201)
    assert figures(asker) == figures(reader)
    read_ahead(asker)
    assert not asker._queries._groups.has_all_labels
    finish(writer)
    read_ahead(asker)
    assert asker._queries._groups.has_all_labels
    for _ in range(12):
        assert figures(asker) == figures(reader)
        asker.answer(ContactQuery(scope=rng.choice(list(Scope)), labels=frozenset({rng.randrange(8)}), me=ME))
        for _ in range(rng.randrange(6)):
            writer.merge_one(contact(rng.randrange(220), rng))
        writer.remove([str(rng.randrange(200))])
        writer.show_pending(contact(rng.randrange(220), rng))


def test_labels_that_come_while_the_others_are_read_are_counted(
    writer: BookWriter, reader: BookReader, asker: BookReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_groups, "_READ_AT_ONCE", 1)
    monkeypatch.setattr(row_groups, "_MOST_CHANGED", 0)
    for number in range(4):
        writer.merge_one(Contact(str(number), "Ann", label_ids=(10 * number, 20)))
    finish(writer)
    asker.load_search(1)
    asker.load_search(1)
    assert not asker._queries._groups.has_all_labels
    for label in (5, 25, 35):
        writer.merge_one(Contact(str(label), "Bo", label_ids=(label,)))
        assert figures(asker) == figures(reader)
    read_ahead(asker)
    assert asker._queries._groups.has_all_labels
    assert figures(asker) == figures(reader)
    assert asker.counts(Scope.ALL, None).by_label == {0: 1, 5: 1, 10: 1, 20: 4, 25: 1, 30: 1, 35: 1}


def test_a_book_without_labels_gets_its_first(writer: BookWriter, asker: BookReader) -> None:
    writer.merge_one(Contact("1", "Ann"))
    finish(writer)
    read_ahead(asker)
    assert asker.counts(Scope.ALL, None).by_label == {}
    writer.merge_one(Contact("1", "Ann", label_ids=(7,)))
    assert asker.counts(Scope.ALL, None).by_label == {7: 1}
