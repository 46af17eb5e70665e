"""The index answers what `search_match.explain` says of each contact; each is the other's check."""

from __future__ import annotations

import secrets
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.label import Label, LabelGroup
from addressbook.domain.phone import digits, display
from addressbook.domain.query import ContactQuery, Scope, SortKey
from addressbook.domain.search_match import Rank, Searchable, explain
from addressbook.domain.search_words import parse
from addressbook.domain.staff import Employee, Me
from addressbook.domain.text import clean
from addressbook.store import queries, row_order, search_feed, search_index, search_looks, search_shards, search_texts
from addressbook.store.book import BookReader, BookWriter
from addressbook.store.search_shards import LINES
from tests.helpers.examples import few
from tests.unit.domain.search_cases import CASES
from tests.unit.domain.search_people import CONTACTS

# Short, so that much is found; everything that is folded, read or parted in a way of its own
_CHARS = (
    "绿都择呢会尉迟吕女张三重庆银行长乐单于万俟佴能区曾解陈陳車乾絕㐀〇🙂𠮷豈⼀㈱あカйИßÉıİﬁ①½٣3０９8 　.-·_'&@,。（）#"
)
_CONTROLS = "\0\t\n\x1f\x02\u0301\u200b"
_WORDS = """
    zhang san zs zh dd lu nn an a nn Anna Zoe Lee O'Neil lü VIP 3M 138 0013
    上海 有限公司 单位 x sh sch 尉迟 abc дом Li-Ning 中山路 重庆市
"""
_PIECES = st.sampled_from([*_CHARS, *_CONTROLS, *_WORDS.split(), "x" * 130])
_TEXT = st.lists(_PIECES, max_size=5).map("".join)
_ASKED = """
z|zs|zhs|zzs|zhz|lvd|ldu|nn|ze|zez|dd|zhangs|zhang三|z三|三z|cq|cqyh|zhong|lv|lu|lvs
138 0013|+86 138|0086138|(0)|13800138000|3m|anna lee|lee anna
o'n|oneil|al|a&b|&|- -|zoes|zs 138|shan|danyu|moqi|nai|张·三|(上海)|上海y|y上海|陳z|三车|陈zhang
张/上海|@an|#VIP|(张),三|a/b@c
chang|zhang|hui|zs|lu|s|zh|sl|sha|kuai|wei|yu|nv|nu|lub|l不|长g|cz|c z|nina|kunde|k 张|zhangsananna
"""
_QUERY = st.one_of(_TEXT, st.text(max_size=6), st.sampled_from(_ASKED.strip().replace("\n", "|").split("|")))
_NUMBERS = None, "", "13800138000", "138 0013-8001", "1360054xxxx", "+44 7911 123456", "020 7946 0000"
_CONTACT = st.builds(
    Contact,
    userid=st.integers(0, 9).map(str),
    name=_TEXT,
    mobile=st.sampled_from(_NUMBERS),
    state_code=st.sampled_from(["86", "", "44"]),
    title=_TEXT,
    company_name=_TEXT,
    remark=_TEXT,
    address=_TEXT,
    email=st.one_of(st.just(""), _TEXT),
    follower_user_id=st.sampled_from(["", "u1", "u2", "u3"]),
    label_ids=st.lists(st.integers(1, 4), max_size=2).map(tuple),
)
_NAME = st.one_of(_TEXT, st.sampled_from(["Nina", "单于", "Kunde", "佴三", "王 小明", "尉迟恭", "王（会计）", "吕布"]))
_WORK = st.one_of(
    st.tuples(st.just("put"), st.lists(_CONTACT, min_size=1, max_size=4)),
    st.tuples(st.just("remove"), st.lists(st.integers(0, 9).map(str), min_size=1, max_size=3)),
    st.tuples(st.just("labels"), st.lists(_NAME, max_size=3)),
    st.tuples(st.just("owners"), st.lists(_NAME, max_size=3)),
    st.tuples(st.just("broken"), st.integers(0, 9).map(str)),
)


class Book:
    """A book that is written and searched, and what it should hold."""

    def __init__(self, writer: BookWriter, reader: BookReader) -> None:
        self.writer, self.reader = writer, reader
        self.contacts: dict[str, Contact] = {}
        self.labels: dict[int, str] = {}
        self.owners: dict[str, str] = {}
        self._searchables: dict[str, Searchable] = {}  # until something changes

    def work(self, kind: str, values: Sequence[object] | str) -> None:
        self._searchables.clear()
        if kind == "put":
            for contact in values:
                assert isinstance(contact, Contact)
                self.writer.merge_one(contact)
                self.contacts[contact.userid] = contact
        elif kind == "remove":
            self.writer.remove([str(userid) for userid in values])
            for userid in values:
                self.contacts.pop(str(userid), None)
        elif kind == "labels":
            self.labels = {number: clean(str(name)) for number, name in enumerate(values, 1)}
            group = LabelGroup("group", None, tuple(Label(number, name) for number, name in self.labels.items()))
            self.writer.put_label_groups([group])
        elif kind == "owners":
            named = {f"u{number}": clean(str(name)) for number, name in enumerate(values, 1)}
            self.writer.put_employees([Employee(userid, name) for userid, name in named.items()])
            self.owners |= named
        else:
            userid = str(values)
            self.writer.merge_one(UnreadableContact(userid, "title"))
            known = self.contacts.get(userid, Contact(userid))
            self.contacts[userid] = Contact(userid, known.name)

    def expected(self, text: str) -> dict[str, Rank]:
        """The contacts that are found, and how well."""
        words = parse(text)
        if not self._searchables:
            self._searchables = {userid: self._searchable(one) for userid, one in self.contacts.items()}
        found = ((userid, explain(words, one)) for userid, one in self._searchables.items())
        return {userid: explanation.rank for userid, explanation in found if explanation is not None}

    def _searchable(self, one: Contact) -> Searchable:
        columns = one.name, one.remark, one.company_name, one.title, one.address, one.email
        texts = tuple(map(clean, columns))
        number = clean(one.mobile or "")
        names = tuple(self.labels[label] for label in dict.fromkeys(one.label_ids) if label in self.labels)
        phone, found = display(one.state_code, number), digits(one.state_code, number)
        return Searchable(*texts, phone, found, names, self.owners.get(one.follower_user_id, ""))

    def check(self, text: str, **query: object) -> dict[str, Rank]:
        """Fails where the index answers something else than is expected; what is expected of the whole book."""
        answer = self.reader.answer(ContactQuery(text=text, **query))  # type: ignore[arg-type]
        every = self.reader.answer(ContactQuery(**query)).ids  # type: ignore[arg-type]
        found = self.expected(text)
        userids = [self.reader.userid_of(row) or "" for row in every]
        shown = sorted((userid for userid in userids if userid in found), key=found.__getitem__)
        assert [self.reader.userid_of(row) for row in answer.ids] == shown, text
        if parse(text):
            assert answer.hidden == len(found) - len(shown)
        return found


@contextmanager
def open_book() -> Iterator[Book]:
    with tempfile.TemporaryDirectory() as temporary:
        folder, key = Path(temporary), secrets.token_bytes(32)
        writer = BookWriter.open(folder, key)
        reader = BookReader.open(folder, key, feed=writer.feed)
        try:
            yield Book(writer, reader)
        finally:
            reader.close()
            writer.close()


def as_part_of_a_large_book(size: str, patched: pytest.MonkeyPatch) -> None:
    """Let a small book be searched as if it were a small part of a large one, in which words find few rows ("parted")
    or many ("large"); as it is, if it is "small"."""
    if size == "small":
        return
    parted = size == "parted"
    patched.setattr(search_index, "_FEW", -1)
    patched.setattr(search_index, "_FEW_NAMES", -1)
    patched.setattr(search_index, "_SOME", 1 if parted else 1000)
    patched.setattr(search_shards, "_MANY", 0)
    patched.setattr(search_shards, "_SOME", 1 if parted else 1000)
    patched.setattr(search_looks, "_MANY", 0)
    patched.setattr(search_texts, "_MANY", 1 if parted else 1000)
    patched.setattr(search_texts, "_FEW", 1000 if parted else 0)
    patched.setattr(row_order, "_FEW", 1_000_000)


@settings(max_examples=few(), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    steps=st.lists(st.tuples(_WORK, st.lists(_QUERY, min_size=1, max_size=6)), min_size=1, max_size=5),
    sort=st.sampled_from(sorted(set(SortKey) - {SortKey.CHANGED}, key=str)),
    descending=st.booleans(),
    scope=st.sampled_from([Scope.ALL, Scope.MINE, Scope.NO_LABEL]),
    size=st.sampled_from(["small", "large", "parted"]),
    ahead=st.sampled_from([0, 1, 5, 60]),
)
def test_whatever_is_written_and_asked_the_index_answers_as_each_contact_does(
    steps: list[tuple[tuple[str, list[object]], list[str]]],
    sort: SortKey,
    descending: bool,
    scope: Scope,
    size: str,
    ahead: int,
) -> None:
    with open_book() as book, pytest.MonkeyPatch.context() as patched:
        as_part_of_a_large_book(size, patched)
        for work, asked in steps:
            book.work(*work)
            for _ in range(ahead):
                book.reader.load_search(1)
            for text in asked:
                book.check(text)
                book.check(text, scope=scope, me=Me("u1"), sort=sort, descending=descending)


@pytest.mark.parametrize("large", [False, True])
def test_the_table_of_searches(large: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if large:
        monkeypatch.setattr(search_index, "_FEW", -1)
        monkeypatch.setattr(search_index, "_FEW_NAMES", -1)
        monkeypatch.setattr(search_shards, "_MANY", 0)
        monkeypatch.setattr(search_shards, "_SOME", 1)
    people = list(CONTACTS.values())
    labels = sorted({label for one in people for label in one.labels})
    owners = sorted({one.owner for one in people})
    contacts = [
        Contact(
            whom, one.name, one.mobile, one.state_code, one.title, one.company_name, one.remark, one.address, one.email,
            f"u{owners.index(one.owner) + 1}", label_ids=tuple(labels.index(label) + 1 for label in one.labels),
        )
        for whom, one in CONTACTS.items()
    ]  # fmt: skip
    with open_book() as book:
        book.work("labels", labels)
        book.work("owners", owners)
        book.work("put", contacts)
        found = {typed: book.check(typed) for typed in dict.fromkeys(typed for typed, _, _ in CASES)}
        for typed, whom, rank in CASES:
            assert found[typed].get(whom) == rank, typed


@pytest.mark.parametrize("few", [-1, 50])
def test_words_that_are_a_name_only_together_are_that_name(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "_FEW", few)
    monkeypatch.setattr(search_index, "_FEW_NAMES", few)
    with open_book() as book:
        book.work("put", [Contact("1", "先", email="an@li.com"), Contact("2", "西安"), Contact("3", "Xi Jian", "an")])
        assert book.expected("xi an")["1"] is Rank.EXACT
        book.check("xi an")


def test_signs_and_pieces_of_numbers_in_all_names_are_found_without_a_look_at_each() -> None:
    with open_book() as book, pytest.MonkeyPatch.context() as patched:
        patched.setattr(search_index, "_TOO_MANY", 3)
        contacts = [Contact(str(place), f"Client, {place} no. {place + 1}", mobile="1380") for place in range(8)]
        contacts.append(Contact("9", "Lee", mobile="13800138000", company_name="1, 2"))
        book.work("put", contacts)
        for text in (",", "1 2", "380 0", "lee 1 2"):
            answer = book.reader.answer(ContactQuery(text=text))
            ranks = book.expected(text)
            userids = [book.reader.userid_of(row) or "" for row in answer.ids]
            assert sorted(userids) == sorted(ranks), text
            in_name = [ranks[userid] is not Rank.REST for userid in userids]
            assert in_name == sorted(in_name, reverse=True), text


def test_letters_that_come_again_and_again_are_looked_for_in_bounded_time() -> None:
    with open_book() as book:
        book.work("put", [Contact(str(place), "aa " * 40, company_name="aa " * 40) for place in range(3)])
        began = time.thread_time()
        for text in ("a" * 23 + "b", "a" * 38 + "b", "a" * 24):
            book.check(text)
        assert time.thread_time() - began < 2.0, "each letter more takes half as long again"


def test_who_is_gone_is_not_counted_as_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_feed, "_MOST_ROWS", 0)  # all is read anew after each change
    with open_book() as book:
        book.work("put", [Contact(str(place), "Lee") for place in range(LINES + 5)])
        book.check("lee", scope=Scope.MINE, me=Me("u1"))
        book.work("remove", [str(place) for place in range(LINES - 1, LINES + 5)])
        book.check("lee", scope=Scope.MINE, me=Me("u1"))


def test_who_comes_back_before_all_others_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "_FAR", 0)
    with open_book() as book:
        book.writer.number_rows_from(1000)
        book.work("put", [Contact(str(place), f"Lee {place}", follower_user_id="u1") for place in range(4)])
        book.writer.hide_pending("0")
        assert len(book.reader.answer(ContactQuery(text="lee")).ids) == 3
        book.writer.put_back("0")
        book.check("lee")
        book.check("lee 0", scope=Scope.MINE, me=Me("u1"))


def test_traditional_characters_are_found_by_simplified_ones_beside_pinyin() -> None:
    with open_book() as book:
        names = "陳家豪", "李乾龍", "黃絕"
        contacts = [Contact(str(place), name) for place, name in enumerate(names)]
        contacts += [
            Contact(f"a{place}", "Lee", address=f"香港{name}號", title="龍頭") for place, name in enumerate(names)
        ]
        book.work("put", contacts)
        for text in ("陳jia", "陈jh", "chen家", "龙tou", "香港c", "港li乾", "乾long", "gan龍", "qian龙", "h绝", "黄j"):
            assert book.expected(text), text
            book.check(text)


def test_no_text_makes_a_word_of_many_ways_take_long() -> None:
    """An expression that tried every way to lay a word over a text would take hours for some of these."""
    texts = ["aa " * 42, "ha haha " * 16, "zhzh " * 25, "呢" * 60, "绿都大" * 30, "行 长 重 乐 " * 15]
    asked = [
        "a" * 19 + "b",
        "ha" * 9 + "b",
        "zh" * 9 + "b",
        "n" * 19 + "b",
        "ldd" * 6 + "b",
        "hczl" * 4 + "b",
        "a" * 200,
    ]
    with open_book() as book:
        book.work("put", [Contact(str(number), text, company_name=text) for number, text in enumerate(texts)])
        started = time.process_time()
        for text in asked:
            book.check(text)
        assert time.process_time() - started < 20.0  # of this process alone; 1 s on a quiet computer
