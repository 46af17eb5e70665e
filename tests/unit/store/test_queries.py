"""What the book answers, against a plain filter over plain contacts."""

from __future__ import annotations

import secrets
import tempfile
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.keys import EMPTY, UNREADABLE, phone_key, text_key
from addressbook.domain.phone import digits, display
from addressbook.domain.query import ContactQuery, LabelMatch, Scope, SortKey
from addressbook.domain.search_match import Rank, Searchable, explain
from addressbook.domain.search_words import parse
from addressbook.domain.staff import Employee, Me, NameState, Owner
from addressbook.domain.text import clean
from addressbook.store.book import BookReader, BookWriter
from tests.helpers.examples import few

ME = Me("me", "Me", (1, 11, 111))
BOOK = (
    Contact("1", "张伟", "13800138000", "86", "经理", "上海贸易", "老张", "南京路1号", "zw@x.cn", "me", (1, 2), (5,)),
    Contact("2", "Zoe Ångström", "7911123456", "44", "", "Acme", "", "", "zoe@x.com", "boss", (2,), (), ("me",)),
    Contact("3", "章三", None, "", "Buyer", "acme", "", "", "", "boss", (), (111,)),
    Contact("4", "Zack", "1360054xxxx", "86", "", "", "", "", "", "", (1, 2, 3)),
    Contact("5", "", "", "", "", "Zulu", "", "", "", "ghost", (), (12,), ("other",)),
)


def ids(reader: BookReader, query: ContactQuery) -> str:
    """The userids of the answer, put together."""
    return "".join(reader.userid_of(row) or "?" for row in reader.answer(query).ids)


@pytest.fixture
def book(writer: BookWriter, reader: BookReader) -> BookReader:
    number = writer.begin_pass(first=True)
    writer.merge(number, BOOK, [UnreadableContact("6", "name: not a text")], next_offset=6)
    writer.put_employees([Employee("me", "Nina"), Employee("boss", "Adam")])
    return reader


def test_many_contacts_at_once_are_those_that_are_there_in_the_order_asked_for(book: BookReader) -> None:
    rows = [*reversed(book.answer(ContactQuery()).ids), 4711]
    assert book.contacts(rows) == [book.contact(row) for row in rows[:-1]]
    assert isinstance(book.contacts(rows)[0], UnreadableContact)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ContactQuery(), "413256"),
        (ContactQuery(descending=True), "231456"),
        (ContactQuery(sort=SortKey.COMPANY), "321546"),
        (ContactQuery(sort=SortKey.OWNER), "321546"),
        (ContactQuery(sort=SortKey.OWNER, descending=True), "132546"),
        (ContactQuery(sort=SortKey.PHONE), "241356"),
        (ContactQuery(scope=Scope.MINE, me=ME), "1"),
        (ContactQuery(scope=Scope.MINE), ""),
        (ContactQuery(scope=Scope.SHARED, me=ME), "32"),
        (ContactQuery(scope=Scope.SHARED), ""),
        (ContactQuery(scope=Scope.NO_LABEL), "35"),
        (ContactQuery(labels=frozenset({1, 3})), "41"),
        (ContactQuery(labels=frozenset({1, 3}), match=LabelMatch.ALL), "4"),
        (ContactQuery(labels=frozenset({1, 3}), match=LabelMatch.WITHOUT), "3256"),
        (ContactQuery(labels=frozenset({2}), excluded=frozenset({3})), "12"),
        (ContactQuery(excluded=frozenset({2})), "356"),
        (ContactQuery(owners=frozenset({"boss", "ghost"})), "325"),
        (ContactQuery(text="ANGSTROM"), "2"),
        (ContactQuery(text=" acme "), "32"),
        (ContactQuery(text="张"), "1"),
        (ContactQuery(text="138-0013"), "1"),
        (ContactQuery(text="+86 138"), "1"),
        (ContactQuery(text="0086138"), "1"),
        (ContactQuery(text="07911"), "2"),
        (ContactQuery(text="+44 7911"), "2"),
        (ContactQuery(text="1360054"), "4"),
        (ContactQuery(text="x.c"), "12"),
        (ContactQuery(text="%"), ""),
        (ContactQuery(text="' OR 1=1 --"), ""),
        (ContactQuery(text="z", scope=Scope.MINE, me=ME), "1"),
        (ContactQuery(labels=frozenset({999})), ""),
        (ContactQuery(scope=Scope.RECENT), ""),
        (ContactQuery(scope=Scope.RECENT, recent=("2", "gone", "4", "1"), sort=SortKey.VIEWED), "241"),
        (ContactQuery(scope=Scope.RECENT, recent=("2", "4", "1"), sort=SortKey.VIEWED, descending=True), "142"),
        (ContactQuery(scope=Scope.RECENT, recent=("2", "4", "1")), "412"),
        (ContactQuery(scope=Scope.RECENT, recent=("6", "3"), sort=SortKey.VIEWED), "3"),  # 6 cannot be read
        (ContactQuery(scope=Scope.RECENT, recent=("2", "4"), sort=SortKey.VIEWED, labels=frozenset({1})), "4"),
        (ContactQuery(scope=Scope.RECENT, recent=("2", "4"), sort=SortKey.VIEWED, text="zo"), "2"),
        (ContactQuery(recent=("2",)), "413256"),
    ],
)
def test_questions(book: BookReader, query: ContactQuery, expected: str) -> None:
    assert ids(book, query) == expected
    assert ids(book, query) == expected  # from what is kept, too


def test_counts(book: BookReader) -> None:
    counts = book.counts(Scope.ALL, ME)
    assert (counts.total, counts.mine, counts.shared, counts.no_label, counts.unreadable) == (6, 1, 2, 2, 1)
    assert counts.by_label == {1: 2, 2: 3, 3: 1}
    assert book.counts(Scope.MINE, ME).by_label == {1: 1, 2: 1}
    assert book.counts(Scope.NO_LABEL, ME).by_label == {}
    assert book.counts(Scope.RECENT, ME, ("4", "gone", "2")).by_label == {1: 1, 2: 2, 3: 1}
    assert book.counts(Scope.RECENT, ME).by_label == {}
    assert book.known(("4", "gone", "6", "2")) == 2  # 6 cannot be read
    assert book.known(()) == 0
    unknown = book.counts(Scope.MINE, None)
    assert (unknown.total, unknown.mine, unknown.by_label) == (6, 0, {})


def test_owners_by_name_and_those_that_are_gone(writer: BookWriter, book: BookReader) -> None:
    writer.mark_people(["ghost"], NameState.GONE)
    assert book.owners() == [
        Owner("boss", NameState.KNOWN, "Adam", 2),
        Owner("me", NameState.KNOWN, "Nina", 1),
        Owner("ghost", NameState.GONE, "", 1),
    ]
    writer.put_employees([Employee("boss", "Zed")])
    assert ids(book, ContactQuery(sort=SortKey.OWNER)) == "132546"


def test_an_answer_belongs_to_who_asked(book: BookReader) -> None:
    first = book.answer(ContactQuery()).ids
    first.reverse()
    first.append(99)
    assert ids(book, ContactQuery()) == "413256"


def test_the_indexes_of_a_finished_book_are_used(writer: BookWriter, book: BookReader) -> None:
    before = {sort: ids(book, ContactQuery(sort=sort)) for sort in SortKey}
    owners, mine = book.owners(), ids(book, ContactQuery(scope=Scope.MINE, me=ME))
    assert not writer.make_index(), "not while the book is filled"
    writer.finish_pass(writer.pass_state().number, datetime.now(UTC), moved=False)
    while writer.make_index():
        assert {sort: ids(book, ContactQuery(sort=sort)) for sort in SortKey} == before
        assert (book.owners(), ids(book, ContactQuery(scope=Scope.MINE, me=ME))) == (owners, mine)
    for column in ("alias", "company", "title", "phone", "email", "address", "owner"):
        for where, way in (("", ""), (f"WHERE {column} < x'02'", " DESC"), (f"WHERE {column} >= x'02'", "")):
            sql = f"SELECT row FROM sorting {where} ORDER BY {column}{way}, name{way}, row{way}"  # noqa: S608
            plan = " ".join(str(row[3]) for row in book._connection.all(f"EXPLAIN QUERY PLAN {sql}"))
            assert f"USING COVERING INDEX sorting_by_{column}" in plan
            assert "TEMP B-TREE" not in plan


# ---- against a plain reading of the rules

_TEXTS = st.sampled_from(
    [
        "",
        "a",
        "Ab",
        "äb",
        "张三",
        "章",
        "重庆银行",
        "ab 12",
        "ab 9",
        "10",
        "!?",
        "\0",
        "x\ud800",
        "ＡＢ",
        "ß",
        "🙂 b",
        "ı",
        "İa",
    ]
)
_IDS = st.sampled_from(["u1", "u2", "me", "0"])
_LABELS = st.lists(st.integers(1, 4), max_size=3).map(tuple)
_CONTACTS = st.builds(
    Contact,
    userid=st.integers(0, 12).map(str),
    name=_TEXTS,
    mobile=st.sampled_from([None, "", "13800138000", "138 0013-8001", "1360054xxxx", "+44 7911 123456", "x"]),
    state_code=st.sampled_from(["86", "+86", "", "44", "999"]),
    title=_TEXTS,
    company_name=_TEXTS,
    remark=_TEXTS,
    address=_TEXTS,
    email=_TEXTS,
    follower_user_id=st.sampled_from(["", "u1", "u2", "me"]),
    label_ids=_LABELS,
    share_dept_ids=st.lists(st.sampled_from([1, 11, 12]), max_size=2).map(tuple),
    share_user_ids=st.lists(_IDS, max_size=2).map(tuple),
)
_UNREADABLE = st.builds(UnreadableContact, userid=st.integers(0, 12).map(str), reason=st.just("title"))
_QUERIES = st.builds(
    ContactQuery,
    scope=st.sampled_from(Scope),
    me=st.sampled_from([None, Me("me"), Me("u1", "", (11,))]),
    labels=st.frozensets(st.integers(1, 5), max_size=3),
    match=st.sampled_from(LabelMatch),
    excluded=st.frozensets(st.integers(1, 5), max_size=1),
    owners=st.frozensets(_IDS, max_size=2),
    text=st.one_of(st.just(""), _TEXTS, st.sampled_from(["138", "0013-80", "8613", "07911", "+", "-"])),
    sort=st.sampled_from(SortKey),
    descending=st.booleans(),
    recent=st.lists(st.integers(0, 12).map(str), max_size=5, unique=True).map(tuple),
)
_NAMES = {"u1": "Zed", "me": "安娜"}
Known = dict[str, tuple[int, Contact | UnreadableContact, str]]


def naive(known: Known, query: ContactQuery) -> list[int]:
    """The rows that answer, by the words of ContactQuery."""
    entries = {entry[0]: entry for entry in known.values()}
    ranks = {row: _rank(entry, query.text) for row, entry in entries.items()} if parse(query.text) else {}
    return sorted(_in_order(known, query), key=lambda row: ranks.get(row) or 0)


def _in_order(known: Known, query: ContactQuery) -> list[int]:
    kept = [entry for entry in known.values() if _matches(entry, query)]

    def by(column: Callable[[tuple[int, Contact | UnreadableContact, str]], bytes]) -> list[int]:
        keyed = [((column(entry), _name_key(entry)), entry[0]) for entry in kept]
        if query.sort is SortKey.NAME:
            keyed = [((first,), row) for (first, _), row in keyed]
        filled = sorted((one for one in keyed if one[0][0] < EMPTY), reverse=query.descending)
        return [row for _, row in (*filled, *sorted(one for one in keyed if one[0][0] >= EMPTY))]

    if query.sort is SortKey.VIEWED and query.scope is Scope.RECENT:
        there = [known[userid][0] for userid in query.recent if userid in known and known[userid] in kept]
        return there[::-1] if query.descending else there
    if query.sort is SortKey.CHANGED:  # what fills a book is no change
        return _in_order(known, replace(query, sort=SortKey.NAME, descending=False))
    if query.sort is SortKey.VIEWED:
        return _in_order(known, replace(query, sort=SortKey.NAME))
    if query.sort is not SortKey.OWNER:
        return by(lambda entry: _column_key(entry, query.sort))

    def owner(entry: tuple[int, Contact | UnreadableContact, str]) -> str:
        return entry[1].follower_user_id if isinstance(entry[1], Contact) else ""

    named = sorted(_NAMES, key=lambda userid: text_key(_NAMES[userid], person=True), reverse=query.descending)
    places = [*named, "u2", ""]
    return [row for *_, row in sorted((places.index(owner(entry)), _name_key(entry), entry[0]) for entry in kept)]


def _matches(entry: tuple[int, Contact | UnreadableContact, str], query: ContactQuery) -> bool:
    _, contact, name = entry
    if isinstance(contact, UnreadableContact):
        full, contact = False, Contact(contact.userid, name)
    else:
        full = True
    labels = set(contact.label_ids)
    me = query.me
    departments = set(contact.share_dept_ids)
    scopes = {
        Scope.ALL: True,
        Scope.MINE: me is not None and contact.follower_user_id == me.userid,
        Scope.SHARED: me is not None
        and (me.userid in contact.share_user_ids or bool(departments & set(me.department_ids))),
        Scope.NO_LABEL: full and not labels,
        Scope.RECENT: full and contact.userid in query.recent,
        Scope.CHANGES: False,  # what fills a book is no news
    }
    matches = {
        LabelMatch.ANY: bool(labels & query.labels),
        LabelMatch.ALL: labels >= query.labels,
        LabelMatch.WITHOUT: not labels & query.labels,
    }
    return (
        scopes[query.scope]
        and (not query.labels or matches[query.match])
        and not labels & query.excluded
        and (not query.owners or contact.follower_user_id in query.owners)
        and _rank(entry, query.text) is not None
    )


def _rank(entry: tuple[int, Contact | UnreadableContact, str], text: str) -> Rank | None:
    """How good a match a contact is, None when it is none."""
    _, contact, name = entry
    if isinstance(contact, UnreadableContact):
        contact = Contact(contact.userid, name)
    columns = contact.remark, contact.company_name, contact.title, contact.address, contact.email
    alias, company, title, address, email = map(clean, columns)
    mobile = clean(contact.mobile or "")
    phone, number = display(contact.state_code, mobile), digits(contact.state_code, mobile)
    owner = _NAMES.get(contact.follower_user_id, "")
    searchable = Searchable(clean(contact.name), alias, company, title, address, email, phone, number, (), owner)
    found = explain(parse(text), searchable)
    return None if found is None else found.rank


def _name_key(entry: tuple[int, Contact | UnreadableContact, str]) -> bytes:
    _, contact, name = entry
    if isinstance(contact, UnreadableContact):
        return UNREADABLE + text_key(name or contact.userid, person=True)
    return text_key(contact.name, person=True)


def _column_key(entry: tuple[int, Contact | UnreadableContact, str], sort: SortKey) -> bytes:
    contact = entry[1]
    if sort is SortKey.NAME:
        return _name_key(entry)
    if isinstance(contact, UnreadableContact):
        return UNREADABLE
    if sort is SortKey.PHONE:
        return phone_key(contact.state_code, contact.mobile)
    if sort is SortKey.ALIAS:
        return text_key(contact.remark, person=True)
    fields = {SortKey.COMPANY: "company_name", SortKey.TITLE: "title", SortKey.EMAIL: "email"}
    return text_key(getattr(contact, fields.get(sort, "address")))


@settings(max_examples=few(), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    pages=st.lists(st.lists(st.one_of(_CONTACTS, _UNREADABLE), max_size=6), min_size=1, max_size=4),
    queries=st.lists(_QUERIES, min_size=1, max_size=8),
    removed=st.sets(st.integers(0, 12).map(str), max_size=3),
)
def test_any_book_answers_any_question_as_a_plain_filter_would(
    pages: Sequence[Sequence[Contact | UnreadableContact]], queries: Sequence[ContactQuery], removed: set[str]
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder, key = Path(temporary), secrets.token_bytes(32)
        writer = BookWriter.open(folder, key)
        reader = BookReader.open(folder, key)
        try:
            writer.put_employees([Employee(userid, name) for userid, name in _NAMES.items()])
            known = _read_in(writer, reader, pages)
            _compare(reader, known, queries)
            gone = writer.remove(removed)
            assert gone == {known.pop(userid)[0] for userid in removed if userid in known}
            _compare(reader, known, queries)
        finally:
            reader.close()
            writer.close()


def _read_in(writer: BookWriter, reader: BookReader, pages: Sequence[Sequence[Contact | UnreadableContact]]) -> Known:
    number = writer.begin_pass(first=True)
    known: Known = {}
    for page in pages:
        readable = [one for one in page if isinstance(one, Contact)]
        broken = [one for one in page if isinstance(one, UnreadableContact)]
        writer.merge(number, readable, broken, next_offset=0)
        latest: dict[str, Contact | UnreadableContact] = {one.userid: one for one in (*broken, *readable)}
        for userid, one in latest.items():
            name = clean(one.name) if isinstance(one, Contact) else known[userid][2] if userid in known else ""
            row = reader.row_of(userid)
            assert row is not None
            assert userid not in known or known[userid][0] == row
            known[userid] = (row, one, name)
    assert writer.pass_state().loaded == len(known)
    assert writer.unmet(number) == []
    return known


def _compare(reader: BookReader, known: Known, queries: Sequence[ContactQuery]) -> None:
    assert set(reader.answer(ContactQuery()).ids) == {row for row, *_ in known.values()}
    for row, one, _ in known.values():
        stored = reader.contact(row)
        assert type(stored) is type(one)
        if isinstance(one, Contact):
            assert stored == _cleaned(one)
    for query in queries:
        assert reader.answer(query).ids == array("q", naive(known, query)), query
    for scope in Scope:
        me = Me("u1", "", (11,))
        counts = reader.counts(scope, me)
        rows = set(reader.answer(ContactQuery(scope=scope, me=me)).ids)
        inside = [one for row, one, _ in known.values() if row in rows and isinstance(one, Contact)]
        labels = [label for one in inside for label in set(one.label_ids)]
        assert counts.by_label == {label: labels.count(label) for label in labels}
        assert counts.total == len(known)
        figures = {
            Scope.ALL: counts.total,
            Scope.MINE: counts.mine,
            Scope.SHARED: counts.shared,
            Scope.NO_LABEL: counts.no_label,
        }
        assert figures.get(scope, 0) == len(rows)


def _cleaned(one: Contact) -> Contact:
    texts = ("name", "title", "company_name", "remark", "address", "email")
    return replace(
        one,
        **{field: clean(getattr(one, field)) for field in texts},
        label_ids=tuple(dict.fromkeys(one.label_ids)),
        share_dept_ids=tuple(dict.fromkeys(one.share_dept_ids)),
        share_user_ids=tuple(dict.fromkeys(one.share_user_ids)),
    )
