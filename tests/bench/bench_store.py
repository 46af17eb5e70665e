"""What the copy costs: filling it, reading orders and filters from it, its size."""

from __future__ import annotations

import itertools
import json
import random
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import values_of
from addressbook.domain.query import ContactQuery, LabelMatch, Scope, SortKey
from addressbook.domain.staff import Employee, Me
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.services.search_loader import AT_ONCE
from addressbook.store.book import BookReader, BookWriter
from addressbook.store.work import WorkStore
from tests.bench import hostile
from tests.bench.rows import Options, Row

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉建华志国海东晓燕宇浩然子轩梓涵欣怡博雅诗思雨晨曦"
_FIRST = ("Anna", "James", "Maria", "Peter", "Yuki", "Omar", "Léa", "Jürgen", "Siobhán", "Ivan", "Grace", "Tom")
_LAST = ("Smith", "Müller", "García", "Tanaka", "O'Neil", "Novák", "Lee", "Brown", "Khan", "Rossi", "Weiß", "Dubois")
_CITIES = ("上海", "北京", "深圳市", "广州", "杭州", "成都", "重庆", "厦门", "Hamburg", "Dublin", "Singapore")
_TRADES = (
    "贸易有限公司",
    "科技股份有限公司",
    "物流集团",
    "机械制造厂",
    "食品有限公司",
    " Trading Ltd",
    " Logistics GmbH",
)
_TITLES = ("销售经理", "采购", "总经理", "财务总监", "工程师", "Buyer", "Sales Manager", "CEO", "", "")
LABELS = tuple(range(1000, 1024))
OWNERS = tuple(f"manager{number:04d}" for number in range(300))
ME = Me(OWNERS[7], "Me", (1001, 1002, 1003))


def contacts(count: int, seed: int = 1) -> Iterator[Contact]:
    """Believable contacts, the same for each seed."""
    rng = random.Random(seed)
    for number in range(count):
        chinese = rng.random() < 0.7
        if chinese:
            name = rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=rng.choice((1, 2, 2))))
            state, mobile = "86", f"1{rng.randrange(3, 10)}{rng.randrange(10**9):09d}"
        else:
            name = f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
            state, mobile = rng.choice((("49", "1512345"), ("44", "7911"), ("1", "415555"), ("852", "9123")))
            mobile += f"{number % 10000:04d}" if state != "44" else f"{number % 10**6:06d}"
        yield Contact(
            userid=f"{rng.randrange(10**12):012d}{number:07d}",
            name=name,
            mobile=mobile,
            state_code=state,
            title=rng.choice(_TITLES),
            company_name=rng.choice(_CITIES) + "".join(rng.choices(_GIVEN, k=2)) + rng.choice(_TRADES),
            remark=rng.choice(("", "", "", "老客户", "VIP")),
            address=f"{rng.choice(_CITIES)}{rng.choice(_GIVEN)}{rng.choice(_GIVEN)}路{rng.randrange(1, 999)}号",
            email=f"c{number}@example{rng.randrange(50)}.com" if rng.random() < 0.6 else "",
            follower_user_id=rng.choice(OWNERS),
            label_ids=tuple(rng.sample(LABELS, rng.choice((0, 1, 2, 3, 4)))),
            share_dept_ids=tuple(rng.sample(range(1001, 1040), rng.choice((0, 0, 1, 2)))),
            share_user_ids=tuple(rng.sample(OWNERS, rng.choice((0, 0, 1, 2)))),
        )


def run(options: Options) -> list[Row]:
    """All figures for each size of book."""
    return [row for count in options.contacts for row in _measure(count, options)]


def _measure(count: int, options: Options) -> list[Row]:
    rows: list[Row] = []

    def add(name: str, value: float, unit: str, floor: float | None = None, goal: float | None = None) -> None:
        rows.append(Row(f"store: {name}", count, value, unit, floor, goal))

    everyone = list(contacts(count))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        folder, key = Path(temporary), secrets.token_bytes(32)
        writer = BookWriter.open(folder, key)
        _fill(writer, everyone, add)
        writer.close()  # folds the write-ahead log in
        size = (folder / "book.db").stat().st_size
        plain = sum(len(json.dumps(asdict(one), ensure_ascii=False).encode()) for one in everyone)
        floor = plain / count
        rows.append(Row("copy on disk per contact, floor its JSON", count, size / count, "bytes", floor, 3 * floor))
        writer = BookWriter.open(folder, key)
        writer.put_employees([Employee(owner, f"{owner[-2:]} Name", (1,)) for owner in OWNERS])
        _refresh(writer, everyone, add)
        add("open a reader", _median(lambda: BookReader.open(folder, key).close()), "ms")
        reader = BookReader.open(folder, key, feed=writer.feed)
        started = time.perf_counter()
        while reader.load_search(AT_ONCE):
            pass
        add("read ahead for searching", (time.perf_counter() - started) * 1000, "ms")
        _queries(writer, reader, everyone, add)
        rows += hostile.measure(writer, reader, everyone, options.hostile)
        _writing(folder, key, writer, reader, everyone[len(everyone) // 2], add)
        reader.close()
        writer.close()
    return rows


def _fill(writer: BookWriter, everyone: list[Contact], add: Callable[..., None]) -> None:
    number = writer.begin_pass(first=True)
    times = []
    for offset in range(0, len(everyone), 100):
        started = time.perf_counter()
        writer.merge(number, everyone[offset : offset + 100], next_offset=offset + 100)
        times.append((time.perf_counter() - started) * 1000)
    add("merge 100 new contacts, median", statistics.median(times), "ms", goal=25)
    add("merge 100 new contacts, last tenth", statistics.fmean(times[-max(1, len(times) // 10) :]), "ms")
    add("merge 100 new contacts, longest", max(times), "ms")
    started = time.perf_counter()
    writer.finish_pass(number, datetime.now(UTC), moved=False)
    while writer.make_index():
        pass
    add("finish the first pass, make indexes", (time.perf_counter() - started) * 1000, "ms")


def _refresh(writer: BookWriter, everyone: list[Contact], add: Callable[..., None]) -> None:
    number = writer.begin_pass(first=False)
    same, changed = [], []
    for offset in range(0, len(everyone), 100):
        page = everyone[offset : offset + 100]
        differs = offset % 10_000 == 0
        if differs:
            page = [replace(one, title=one.title + "x", name=one.name + "x") for one in page]
        started = time.perf_counter()
        writer.merge(number, page, next_offset=offset + 100)
        (changed if differs else same).append((time.perf_counter() - started) * 1000)
    add("merge 100 known contacts, median", statistics.median(same), "ms", goal=8)
    add("merge 100 changed contacts, median", statistics.median(changed), "ms")
    add("find contacts that a pass did not meet", _median(lambda: writer.unmet(number)), "ms")
    started = time.perf_counter()
    writer.remove([one.userid for one in everyone[5:105]])
    add("remove 100 contacts", (time.perf_counter() - started) * 1000, "ms")
    writer.merge(number, everyone[5:105], next_offset=0)
    writer.finish_pass(number, datetime.now(UTC), moved=False)


# In turn, a contact gets another name, company, labels or number; the second value makes it another one each time.
_CHANGES: tuple[Callable[[Contact, int], Contact], ...] = (
    lambda one, number: replace(one, name=f"{_SURNAMES[number % len(_SURNAMES)]}{one.name}"),
    lambda one, number: replace(one, company_name=f"{_CITIES[number % len(_CITIES)]}{one.company_name}"),
    lambda one, number: replace(one, label_ids=(LABELS[number % len(LABELS)],)),
    lambda one, number: replace(one, mobile=f"{(one.mobile or '')[:-3]}{number % 1000:03d}"),
)


def _changes(everyone: list[Contact]) -> Iterator[Contact]:
    """Contacts from all over the book, each changed in one thing."""
    rng = random.Random(2)
    for number in itertools.count():
        yield _CHANGES[number % len(_CHANGES)](rng.choice(everyone), number)


def _queries(writer: BookWriter, reader: BookReader, everyone: list[Contact], add: Callable[..., None]) -> None:
    changes = _changes(everyone)

    def cold(query: ContactQuery) -> float:
        """Just after one contact has changed: what is kept of orders, groups and texts must be brought up to date."""
        times = []
        for _ in range(2 * len(_CHANGES)):
            writer.merge_one(next(changes))
            started = time.perf_counter()
            reader.answer(query)
            times.append((time.perf_counter() - started) * 1000)
        return statistics.median(times)

    floor = _median(lambda: list(range(len(reader.answer(ContactQuery()).ids))))
    for sort in SortKey:
        add(f"all by {sort.value}, after a change", cold(ContactQuery(sort=sort)), "ms", floor, 50)
        add(f"all by {sort.value} downwards, after a change", cold(ContactQuery(sort=sort, descending=True)), "ms")
    few = frozenset(LABELS[:3])
    for name, query in {
        "all": ContactQuery(),
        "mine": ContactQuery(scope=Scope.MINE, me=ME),
        "shared with me": ContactQuery(scope=Scope.SHARED, me=ME),
        "no label": ContactQuery(scope=Scope.NO_LABEL),
        "any of 3 labels": ContactQuery(labels=few),
        "all of 3 labels": ContactQuery(labels=few, match=LabelMatch.ALL),
        "without 3 labels": ContactQuery(labels=few, match=LabelMatch.WITHOUT),
        "any of 3, not the 4th": ContactQuery(labels=few, excluded=frozenset(LABELS[3:4])),
        "2 owners": ContactQuery(owners=frozenset(OWNERS[:2])),
        "text 张": ContactQuery(text="张"),
        "text 上海": ContactQuery(text="上海"),
        "text smith": ContactQuery(text="smith"),
        "text 138-00": ContactQuery(text="138-00"),
        "text zzzz": ContactQuery(text="zzzz"),
        "text zhang": ContactQuery(text="zhang"),
        "text zs": ContactQuery(text="zs"),
        "text zhang伟": ContactQuery(text="zhang伟"),
        "text 2 words": ContactQuery(text="smith 7911"),
    }.items():
        add(f"query {name}, after a change", cold(query), "ms")
        add(f"query {name}", _median(lambda query=query: reader.answer(query)), "ms", goal=33)  # type: ignore[misc]
    for scope in Scope:
        add(f"counts within {scope.value}", _median(lambda scope=scope: reader.counts(scope, ME)), "ms")  # type: ignore[misc]
    add("owners", _median(reader.owners), "ms")
    order = reader.answer(ContactQuery(sort=SortKey.COMPANY)).ids
    some = list(order[:: max(1, len(order) // 200)][:200])
    add("200 scattered rows", _median(lambda: reader.rows(some)), "ms")
    add("one contact by userid", _median(lambda: reader.contact(reader.userid_of(some[0]) or "")), "ms")


def _writing(
    folder: Path, key: bytes, writer: BookWriter, reader: BookReader, one: Contact, add: Callable[..., None]
) -> None:
    """What a save costs beside its calls: duplicates, the draft on the disk, the row that is pending."""
    add("who has this number", _median(lambda: reader.same_phone(one.state_code, one.mobile or "")), "ms", goal=16)
    add("who bears this name in this company", _median(lambda: reader.same_name(one.name, one.company_name)), "ms")
    add("the usual countries", _median(lambda: reader.usual_countries(5)), "ms", goal=33)
    work = WorkStore.open(folder, key)
    now = datetime.now(UTC)
    item = WorkItem(secrets.token_hex(16), WorkKind.EDIT, WorkState.DRAFT, values_of(one), now, now, base=one)
    add("keep a draft, safe from a power failure", _median(lambda: work.put_item(item), 25), "ms", goal=50)
    work.close()
    add("show a contact that is being saved", _median(lambda: writer.show_pending(one)), "ms", goal=16)
    add("put it back", _median(lambda: writer.settle(one.userid, one)), "ms", goal=16)


def _median(act: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)
