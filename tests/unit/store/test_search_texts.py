"""Each different text is a line, and which rows hold it is known through all that happens to them."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.query import ContactQuery
from addressbook.domain.search_words import parse
from addressbook.store import row_sets, search_book, search_index, search_shards, search_texts
from addressbook.store.book import BookReader, BookWriter
from addressbook.store.search_forms import Forms
from addressbook.store.search_patterns import literal
from addressbook.store.search_shards import LINES, Form
from addressbook.store.search_texts import BLOCK, DifferentTexts, OwnTexts, SomeTexts
from tests.unit.store.conftest import KEY

_WORDS = "ann", "bea", "cyd", "dan", "eve", "", "ann bea", "cyd dan"


def _plain(texts: str) -> Forms:
    return Forms(f"\n{texts}\n".encode(), b"\n" * (texts.count("\n") + 2))


@pytest.mark.parametrize(("many", "few"), [(1, 1000), (1000, 0), (1000, 1000)])
@pytest.mark.parametrize("kind", [DifferentTexts, OwnTexts])
@pytest.mark.parametrize("seed", range(3))
def test_whatever_rows_hold_is_found_where_it_is(
    kind: type[DifferentTexts] | type[OwnTexts], seed: int, many: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_texts, "_MANY", many)
    monkeypatch.setattr(search_texts, "_FEW", few)
    monkeypatch.setattr(search_shards, "_MANY", 0)
    rng = random.Random(seed)
    texts = kind(_plain)
    held: dict[int, str] = {}
    for step in range(60):
        most = 40 * (step + 1)  # so that it grows beyond a shard
        rows = sorted(rng.sample(range(most), rng.randint(1, 40)))
        new = [rng.choice(_WORDS) + rng.choice(("", f" {rng.randrange(900)}")) for _ in rows]
        texts.put(rows, new)
        held.update(zip(rows, new, strict=True))
        texts.settle()
        blocks = range(max(held) // BLOCK + 1)
        for wanted in ("ann", "dan", "9"):
            lines = texts.shards.look(Form.PLAIN, literal(wanted), needle=wanted)
            rows_with = {row for row, text in held.items() if wanted in text}
            assert set(row_sets.members(texts.rows_of(lines, blocks), 0)) == rows_with
            some = [row for row in sorted(held) if row % 11 == 0]
            held_by_some = row_sets.make(texts.lines_of(some), 0)
            kept = texts.shards.look(Form.PLAIN, literal(wanted), within=held_by_some) & held_by_some
            found = set(row_sets.members(texts.rows_of(kept, blocks), 0))
            assert found & set(some) == rows_with & set(some)
            apart = SomeTexts(texts, some)
            places = row_sets.members(apart.shards.look(Form.PLAIN, literal(wanted)), 0)
            assert {some[place] for place in places} == rows_with & set(some)


def test_rows_that_are_not_read_yet_hold_nothing() -> None:
    for texts in (DifferentTexts(_plain), OwnTexts(_plain)):
        texts.put(range(3), ["ann", "bea", "ann"])
        texts.settle()
        apart = SomeTexts(texts, [2, 3, LINES * 5])
        assert apart.shards.look(Form.PLAIN, literal("ann")) == 0b001


def test_a_text_is_kept_once_and_those_that_nobody_has_are_counted() -> None:
    texts = DifferentTexts(_plain)
    texts.put(range(600), ["ann", "bea"] * 300)
    texts.settle()
    assert (texts.shards.size, texts.unused) == (3, 0)  # and the empty one
    texts.put([0, 1], ["cyd", ""])
    texts.put(range(3, 600, 2), [""] * 299)
    texts.settle()
    assert (texts.shards.size, texts.unused) == (4, 1)
    texts.put([7], ["bea"])
    assert (texts.shards.size, texts.unused) == (4, 0)


def test_texts_that_nobody_has_any_more_are_given_up(
    writer: BookWriter, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_book, "_MOST_UNUSED", 3)
    reader = BookReader.open(folder, KEY, feed=writer.feed)

    def found(text: str) -> list[str | None]:
        return [reader.userid_of(row) for row in reader.answer(ContactQuery(text=text)).ids]

    try:
        writer.merge_one(Contact("2", "Bea"))
        for before, letter in pairwise("abcdefghijklmnop"):
            writer.merge_one(Contact("1", f"Ann{letter}"))
            assert (found(f"ann{letter}"), found(f"ann{before}"), found("bea")) == (["1"], [], ["2"])
        assert reader._queries._index._book[search_book.Field.NAME].shards.size < 10
    finally:
        reader.close()


def test_what_changes_while_a_letter_is_half_looked_for_is_found(
    writer: BookWriter, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_LINES_AT_ONCE", 1)  # one field of one letter at a time
    for after in range(12):
        userid = str(after)
        writer.merge_one(Contact(userid, "Zoi"))
        searcher = BookReader.open(folder, KEY, feed=writer.feed)
        while not searcher._queries._index.is_whole:
            searcher.load_search(1)
        for _ in range(after):
            searcher.load_search(1)
        writer.merge_one(Contact(userid, "Zoi", remark=f"Eve {after}"))
        while searcher.load_search(1):
            pass
        row = searcher.row_of(userid)
        assert row in searcher.answer(ContactQuery(text="e")).ids, after
        searcher.close()


def test_what_is_made_ready_of_the_first_pages_is_made_ready_of_a_whole_book(
    writer: BookWriter, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [Contact(f"{place:04}", f"Ann {place}", email=f"e{place}@example.com") for place in range(4 * LINES)]
    searcher = BookReader.open(folder, KEY, feed=writer.feed)

    def read_ahead() -> None:
        while searcher.load_search(1):
            pass

    first = writer.begin_pass(first=True)
    for start in range(0, len(people), LINES):
        writer.merge(first, people[start : start + LINES], next_offset=start + LINES)
        read_ahead()
    writer.finish_pass(first, datetime.now(UTC), moved=False)
    read_ahead()
    looked: list[bytes] = []
    monkeypatch.setattr(search_shards, "look", lambda shards, *_: looked.extend(shards) or "0" * LINES)
    for letter in "aeom1":
        assert len(searcher.answer(ContactQuery(text=letter)).ids)
    assert not looked
    monkeypatch.undo()
    sample = searcher._queries._index._sample
    assert sample is not None
    assert sample.count(parse("ann")[0]) >= len(people) - LINES
    searcher.close()


def test_a_search_that_is_interrupted_leaves_nothing_to_the_next(
    writer: BookWriter, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.merge_one(Contact("1", "Ann", company_name="Acme"))
    searcher = BookReader.open(folder, KEY, feed=writer.feed)
    with monkeypatch.context() as patched:
        patched.setattr(search_index, "_FEW", 0)
        patched.setattr(search_index, "_FEW_NAMES", 0)
        patched.setattr(search_index, "_SOME", 0)  # the second word is looked for within what the first has found
        patched.setattr(search_index.SearchIndex, "_ranked", lambda *_: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            searcher.answer(ContactQuery(text="ann acme"))
        writer.merge_one(Contact("1", "Bea", company_name="Acme"))
        patched.undo()
        patched.setattr(search_index, "_FEW", 0)
        patched.setattr(search_index, "_FEW_NAMES", 0)
        patched.setattr(search_index, "_SOME", 0)
        assert not searcher.answer(ContactQuery(text="ann acme")).ids
    assert len(searcher.answer(ContactQuery(text="bea acme")).ids) == 1
    searcher.close()


def test_the_rarest_word_is_looked_for_first(writer: BookWriter, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    people = [Contact(f"{place:04}", f"Client {place}", company_name="Harbour Works") for place in range(900)]
    writer.merge(writer.begin_pass(first=True), people, next_offset=900)
    writer.merge_one(Contact("0000", "Client Lee", company_name="Blue Harbour"))
    searcher = BookReader.open(folder, KEY, feed=writer.feed)
    while searcher.load_search(1):
        pass
    looked: list[str] = []
    words = searcher._queries._index._words
    rows = words.rows
    monkeypatch.setattr(words, "rows", lambda word, *rest: looked.append(word.folded) or rows(word, *rest))
    for text in ("harbour client blue", "client lee", "lee client"):
        looked.clear()
        assert [searcher.userid_of(row) for row in searcher.answer(ContactQuery(text=text)).ids] == ["0000"]
        assert looked[0] in ("blue", "lee"), text
    searcher.close()
