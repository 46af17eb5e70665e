"""Whatever is typed or pasted, the index answers what each contact does. How long it takes is a row of the bench."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from addressbook.domain.contact import Contact
from tests.bench import hostile
from tests.bench.bench_store import OWNERS, contacts
from tests.unit.store.test_search import Book, as_part_of_a_large_book, open_book


@pytest.mark.parametrize("size", ["small", "large", "parted"])
def test_hostile_searches_are_answered(size: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _answer(size, monkeypatch, contacts_in_all=40, searches=132, seed=1)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 12))
@pytest.mark.parametrize("size", ["small", "large", "parted"])
def test_many_hostile_searches_are_answered(size: str, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    _answer(size, monkeypatch, contacts_in_all=300, searches=330, seed=seed)


def _answer(size: str, monkeypatch: pytest.MonkeyPatch, *, contacts_in_all: int, searches: int, seed: int) -> None:
    as_part_of_a_large_book(size, monkeypatch)
    rng = random.Random(seed)
    people = list(contacts(contacts_in_all, seed))
    spare = contacts(searches, seed + 100)
    with open_book() as book:
        _fill(book, people)
        while book.reader.load_search(1):
            pass
        for number, text in enumerate(hostile.searches(hostile.texts_of(people), searches, seed)):
            for end in range(len(text) - 2 if number % 3 == 2 else len(text), len(text) + 1):
                book.check(text[: max(0, end)])
            if number % 11 == 0:
                book.work("put", [next(spare)])
                book.work("remove", [rng.choice(list(book.contacts))])


def _fill(book: Book, people: list[Contact]) -> None:
    book.work("labels", ["客户", "VIP 3", "供应商 zhong", "A-1"])
    book.work("owners", ["张三", "单于", "Anna 9", ""])
    owners = {owner: f"u{number % 4 + 1}" for number, owner in enumerate(OWNERS)}
    labelled = (
        replace(
            one,
            follower_user_id=owners[one.follower_user_id],
            label_ids=tuple(dict.fromkeys(label % 4 + 1 for label in one.label_ids)),
        )
        for one in people
    )
    book.work("put", list(labelled))
