"""What a reader keeps follows what the writer tells it, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.keys import KEYS_VERSION
from addressbook.domain.query import ContactQuery, Scope, SortKey
from addressbook.domain.staff import Employee, Me
from addressbook.errors import StoreError
from addressbook.store import orders, row_order, search_feed, search_index, search_known, search_looks, search_mixed
from addressbook.store.book import BookReader, BookWriter
from addressbook.store.connection import connect
from addressbook.store.files import BOOK_FILE
from addressbook.store.migrations import migrate
from addressbook.store.schema import APPLICATION_ID, BOOK_MIGRATIONS
from addressbook.store.search_feed import Changes, SearchFeed
from addressbook.store.search_shards import LINES
from tests.unit.store.conftest import KEY


@pytest.fixture
def searcher(writer: BookWriter, folder: Path) -> Iterator[BookReader]:
    opened = BookReader.open(folder, KEY, feed=writer.feed)
    yield opened
    opened.close()


def found(reader: BookReader, text: str = "", **query: object) -> list[str]:
    asked = ContactQuery(text=text, **query)  # type: ignore[arg-type]
    return [reader.userid_of(row) or "?" for row in reader.answer(asked).ids]


def test_what_is_committed_is_told_once_and_what_is_rolled_back_never() -> None:
    feed = SearchFeed()
    feed.note([1, 2])
    assert feed.take() == Changes()  # not committed yet
    feed.publish()
    feed.note([3])
    feed.forget()
    feed.note_names()
    feed.publish()
    assert feed.take() == Changes(frozenset({1, 2}), names=True)
    assert feed.take() == Changes()


def test_a_change_of_most_rows_is_told_as_one_of_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_feed, "_MOST_ROWS", 3)
    feed = SearchFeed()
    feed.note(range(4))
    feed.publish()
    assert feed.take() == Changes(everything=True)


def test_a_save_that_fails_changes_no_answer(
    writer: BookWriter, searcher: BookReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.merge_one(Contact("1", "Ann"))
    assert found(searcher, "ann") == ["1"]
    with monkeypatch.context() as patched:
        patched.setattr(writer._rows, "_enter_departments", lambda _: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            writer.merge_one(Contact("1", "Bea"))
    assert writer.feed.take() == Changes()
    assert found(searcher, "ann") == ["1"]
    writer.merge_one(Contact("1", "Cyd"))
    assert (found(searcher, "ann"), found(searcher, "cyd")) == ([], ["1"])


def test_an_answer_that_was_interrupted_forgets_nothing_of_what_it_was_told(
    writer: BookWriter, searcher: BookReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.merge_one(Contact("1", "Ann", label_ids=(1,)))
    assert found(searcher, "ann", labels=frozenset({1})) == ["1"]
    writer.merge_one(Contact("1", "Bea", label_ids=(2,)))

    def interrupted(*_: object) -> None:
        raise StoreError("store.closed")

    with monkeypatch.context() as patched:
        patched.setattr(searcher._queries._index, "find", interrupted)
        with pytest.raises(StoreError):
            found(searcher, "bea")
    assert found(searcher, "bea", labels=frozenset({2})) == ["1"]
    assert found(searcher, labels=frozenset({1})) == []


def test_names_of_owners_and_labels_are_found_as_they_are_now(writer: BookWriter, searcher: BookReader) -> None:
    writer.put_employees([Employee("boss", "张三"), Employee("me", "Nina")])
    writer.merge_one(Contact("1", "Ann"))
    assert found(searcher, "zhangsan") == []
    writer.merge_one(Contact("1", "Ann", follower_user_id="boss"))
    assert found(searcher, "zhangsan") == ["1"]
    writer.put_employees([Employee("boss", "李四")])
    assert (found(searcher, "zhangsan"), found(searcher, "lisi")) == ([], ["1"])
    assert found(searcher, scope=Scope.MINE, me=Me("boss")) == ["1"]


@pytest.mark.parametrize("few", [0, 1000])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", [SortKey.NAME, SortKey.COMPANY, SortKey.OWNER, SortKey.CHANGED])
def test_an_order_that_is_kept_up_to_date_is_the_one_that_is_read_anew(
    writer: BookWriter,
    reader: BookReader,
    searcher: BookReader,
    sort: SortKey,
    descending: bool,
    few: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(row_order, "_FEW", few)
    names = ["Zoe", "Ann", "张三", "", "Bo", "Ann", "10", "9"]
    writer.put_employees([Employee("a", "Al"), Employee("z", "Zed")])
    for number, name in enumerate(names):
        writer.merge_one(Contact(f"{number:02}", name, company_name=names[-number], follower_user_id="az"[number % 2]))
    writer.finish_pass(writer.begin_pass(first=True), datetime.now(UTC), moved=False)
    query = ContactQuery(sort=sort, descending=descending)
    for step, name in enumerate(("Ann", "", "Zz", "A", "张三")):
        assert searcher.answer(query).ids == reader.answer(query).ids
        for text in ("n", "a"):
            search = replace(query, text=text)
            assert searcher.answer(search).ids == reader.answer(search).ids
        writer.merge_one(Contact(f"{step * 2:02}", name, company_name=names[step], follower_user_id="z"))
        writer.merge_one(Contact(f"new{step}", name, company_name="Bo"))
        writer.remove([f"{step * 2 + 1:02}"])
        while step % 2 and searcher.load_search(1):  # which brings orders up to date, too
            pass
    assert searcher.answer(query).ids == reader.answer(query).ids


@pytest.mark.parametrize("sort", [SortKey.NAME, SortKey.COMPANY, SortKey.OWNER])
def test_who_goes_to_another_part_of_an_order_without_going_to_another_place_is_found_there(
    writer: BookWriter, searcher: BookReader, sort: SortKey
) -> None:
    writer.put_employees([Employee("a", "Zed"), Employee("b", "Al")])
    for userid, name, owner in (("1", "Ann", "a"), ("2", "Bo", "a"), ("3", "Cy", "b")):
        writer.merge_one(Contact(userid, name, company_name=name, follower_user_id=owner))
    asked = ContactQuery(sort=sort, descending=sort is not SortKey.OWNER)
    assert [searcher.userid_of(row) for row in searcher.answer(asked).ids] == list("321" if asked.descending else "312")
    changed = Contact("2", "Bo", company_name="Bo", follower_user_id="b")
    if sort is not SortKey.OWNER:
        changed = Contact("3", "", company_name="", follower_user_id="b")
    writer.merge_one(changed)
    assert [searcher.userid_of(row) for row in searcher.answer(asked).ids] == list("213" if asked.descending else "231")


def test_orders_are_read_ahead_once_they_have_their_indexes(writer: BookWriter, searcher: BookReader) -> None:
    writer.merge_one(Contact("1", "Ann", company_name="Zulu"))
    writer.merge_one(Contact("2", "Bo", company_name="Acme"))

    def kept() -> set[SortKey]:
        while searcher.load_search(1):
            pass
        return set(searcher._queries._orders._kept)

    assert kept() == set()
    writer.finish_pass(writer.begin_pass(first=True), datetime.now(UTC), moved=False)
    assert kept() == set()
    while writer.make_index():
        pass
    assert kept() == {SortKey.COMPANY, SortKey.PHONE, SortKey.OWNER}
    writer.merge_one(Contact("3", "Cy", company_name="Mega"))
    assert kept() == {SortKey.COMPANY, SortKey.PHONE, SortKey.OWNER}
    assert not any(searcher._queries._orders._changed.values())  # brought up to date, too
    assert found(searcher, sort=SortKey.COMPANY) == ["2", "3", "1"]


def test_many_changes_are_no_reason_to_place_rows_one_by_one(
    writer: BookWriter, searcher: BookReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.merge_one(Contact("0", "Ann"))
    assert found(searcher) == ["0"]
    monkeypatch.setattr(orders, "_MOST_CHANGED", 2)
    for number in range(1, 4):
        writer.merge_one(Contact(str(number), "Ann"))
    monkeypatch.setattr(row_order.RowOrder, "update", None)  # would raise if it were called
    assert found(searcher) == ["0", "1", "2", "3"]


def test_the_last_contact_may_go_before_that_is_told(
    writer: BookWriter, searcher: BookReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.merge_one(Contact("1", "Ann"))
    writer.merge_one(Contact("2", "Bea", label_ids=(1,)))
    assert found(searcher, scope=Scope.NO_LABEL) == ["1"]
    with monkeypatch.context() as patched:
        patched.setattr(writer.feed, "publish", lambda: None)
        writer.remove(["2"])
        assert found(searcher, scope=Scope.NO_LABEL) == ["1"]


def test_a_copy_that_numbers_its_rows_from_afar_is_searched_as_quickly(
    writer: BookWriter, searcher: BookReader
) -> None:
    """It has taken the place of a damaged one, and is asked at once."""
    writer.number_rows_from(10_000_000)
    assert found(searcher) == []
    assert found(searcher, "ann") == []
    writer.merge_one(Contact("1", "Ann"))
    assert found(searcher, scope=Scope.NO_LABEL) == ["1"]
    steps = iter(range(100))  # and not the parts of ten million rows
    while searcher.load_search(1):
        next(steps)
    assert found(searcher, "ann") == ["1"]


def test_reading_ahead_comes_to_an_end_and_is_never_needed(writer: BookWriter, searcher: BookReader) -> None:
    writer.merge_one(Contact("1", "Ann"))
    steps = 0
    while searcher.load_search(1):
        steps += 1
        assert steps < 100
    assert found(searcher, "a") == ["1"]
    writer.merge_one(Contact("1", "Bea"))
    assert (found(searcher, "b"), found(searcher, "an")) == (["1"], [])
    assert not searcher.load_search(1)


def test_letters_that_are_half_looked_for_are_found_everywhere(
    writer: BookWriter, searcher: BookReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_LINES_AT_ONCE", 1)
    names = [f"{'Eve' if place % 3 else 'Tom'} {place:03d}" for place in range(LINES + 9)]
    for place, name in enumerate(names):
        writer.merge_one(Contact(f"{place:03d}", name))
    with monkeypatch.context() as patched:  # but for the letters
        patched.setattr(search_index.SearchIndex, "look_ahead", lambda *_, **__: False)
        while searcher.load_search(1):
            pass
    searcher.load_search(1)  # one part of "e"
    assert found(searcher, "e") == [f"{place:03d}" for place in range(len(names)) if place % 3]
    searcher.load_search(1)
    searcher.load_search(1)  # one part of "t"
    writer.merge_one(Contact("000", "Eve 000"))
    writer.merge_one(Contact(f"{LINES + 7:03d}", "Tom 999"))
    tom = [f"{place:03d}" for place in range(1, len(names)) if not place % 3]
    assert sorted(found(searcher, "t")) == sorted([*tom, f"{LINES + 7:03d}"])


def test_who_is_called_otherwise_is_not_found_by_what_is_known_of_longer_words(
    writer: BookWriter, searcher: BookReader
) -> None:
    writer.merge_one(Contact("1", "Zhang San"))
    writer.merge_one(Contact("2", "Zhang Si"))
    assert found(searcher, "zhang") == ["1", "2"]
    writer.merge_one(Contact("1", "Li"))
    assert found(searcher, "zhan") == ["2"]  # is up to date before "zhang" is
    assert found(searcher, "zhang") == ["2"]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_kept_of_searches_the_answer_is_the_one_of_a_reader_that_keeps_nothing(
    writer: BookWriter, reader: BookReader, searcher: BookReader, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_mixed, "_SLICE", 2)
    rng = random.Random(seed)
    names = ["Zhang San", "Zhan", "张三", "章三", "长乐", "李四", "Li Si", "单雄信", "3M", ""]
    asked = [
        "zhang",
        "zhangsan",
        "zs",
        "zhang三",
        "chang",
        "lisi",
        "shan",
        "3m",
        "138 00",
        "zh li",
        "上海v",
        "三s",
        "张三/3m",
    ]
    for step in range(150):
        if rng.random() < 0.3:
            changed = Contact(str(rng.randrange(30)), rng.choice(names), company_name=rng.choice([*names, "上海 VIP"]))
            writer.merge_one(replace(changed, mobile=rng.choice(["13800138000", None]), state_code="86"))
        else:
            text = rng.choice(asked)
            query = ContactQuery(text=text[: rng.randint(1, len(text))])
            assert searcher.answer(query) == reader.answer(query), (step, query.text)


def test_an_answer_that_cannot_wait_tells_whom_it_has_found_so_far(
    writer: BookWriter, reader: BookReader, searcher: BookReader, fill: Callable[..., int]
) -> None:
    fill(*(Contact(f"{place:03d}", f"{'Eve' if place % 3 else 'Tom'} {place:03d}") for place in range(2 * LINES + 9)))
    query = ContactQuery(text="eve")

    def grown() -> list[int]:
        sizes = []
        while (answer := searcher.answer(query, patience=0)).partial:
            sizes.append(len(answer.ids))
        assert answer.ids == reader.answer(query).ids
        return sizes

    first, second = grown()
    assert 0 < first < second
    assert found(searcher, "eve 512") == ["512"]
    # what changes when all was read: the other rows are found all the while
    writer.merge_one(Contact("001", "Tom 001"))
    writer.merge_one(Contact("300", "Eve 300"))
    writer.remove(["511"])
    before = len(searcher.answer(query, patience=0).ids)
    assert before >= len(reader.answer(query).ids) - 1
    grown()


def test_a_name_that_becomes_known_makes_nothing_be_looked_for_again(
    writer: BookWriter, searcher: BookReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.merge_one(Contact("1", "Ann", follower_user_id="u1"))
    writer.merge_one(Contact("2", "Bea", follower_user_id="u2"))
    writer.put_employees([Employee("u1", "Zoe")])
    assert (found(searcher, "zo"), found(searcher, "ann")) == (["1"], ["1"])
    looked = []
    monkeypatch.setattr(search_looks.Sought, "lines", lambda word, *_, **__: looked.append(word) or 0)
    writer.put_employees([Employee("u2", "Zoltan")])
    assert (found(searcher, "zo"), found(searcher, "ann")) == (["1", "2"], ["1"])
    writer.put_employees([Employee("u1", "Ann")])
    assert (found(searcher, "zo"), found(searcher, "ann")) == (["2"], ["1"])
    assert not looked


def test_any_number_of_single_characters_can_be_searched_for(writer: BookWriter, searcher: BookReader) -> None:
    characters = [chr(ord("一") + 7 * number) for number in range(2 * search_known._KEPT)]
    for number, character in enumerate(characters):
        writer.merge_one(Contact(str(number), f"{character}伟"))
    for number, character in enumerate(characters):
        assert str(number) in found(searcher, character)
        assert str(number) in found(searcher, f"{character}伟")


def test_a_copy_of_an_earlier_version_is_searched_like_any(folder: Path) -> None:
    old = connect(folder / BOOK_FILE, KEY)
    migrate(old, BOOK_MIGRATIONS[:3], APPLICATION_ID, BOOK_FILE)
    old.run("INSERT INTO contacts (row, userid, name, address, phone) VALUES (1, '1', '张三', '重庆', '138')")
    old.run("INSERT INTO searching VALUES (1, x'00', CAST('8613800138000' AS BLOB))")
    old.run("INSERT INTO sorting VALUES (1, '', x'01', x'02', x'02', x'02', x'02', x'02', x'02')")
    old.close()
    writer = BookWriter.open(folder, KEY)
    reader = BookReader.open(folder, KEY)
    try:
        assert writer._connection.number("SELECT keys_version FROM sync") == KEYS_VERSION
        for text in ("zhangs", "chongqing", "0013"):
            assert found(reader, text) == ["1"]
        assert found(reader, "anna") == []
    finally:
        reader.close()
        writer.close()
