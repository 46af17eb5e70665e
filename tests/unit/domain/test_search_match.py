"""What a search finds, how well, and where to see why."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addressbook.domain.search_match import Explanation, Field, FieldMatch, Rank, Reading, Searchable, explain
from addressbook.domain.search_words import parse
from addressbook.domain.text import clean, fold
from tests.unit.domain.search_cases import CASES
from tests.unit.domain.search_people import CONTACTS

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)
OFFICE_TEXT = st.text(
    st.sampled_from(" ,.-·(（)张長长重行乐單吕王伟zhansgjioeülv3 086+ßéﬁ\u0301\u200b公司国國"), max_size=30
)


@pytest.mark.parametrize(("typed", "whom", "rank"), CASES, ids=[f"{typed} → {whom}" for typed, whom, _ in CASES])
def test_the_table(typed: str, whom: str, rank: Rank | None) -> None:
    words = parse(typed)
    explanation = explain(words, CONTACTS[whom].searchable())
    assert (explanation.rank if explanation else None) == rank
    if explanation:
        assert {index for match in explanation.matches for index in match.words} == set(range(len(words)))


def test_the_table_is_large_and_says_nothing_twice() -> None:
    assert len(CASES) >= 150
    assert len({case[:2] for case in CASES}) == len(CASES)


def _found(typed: str, contact: Searchable) -> Explanation:
    explanation = explain(parse(typed), contact)
    assert explanation is not None
    return explanation


def _shown(typed: str, field: Field, text: str) -> str:
    """The text with what was found in brackets."""
    match = next(one for one in _found(typed, Searchable(**{field.value: text})).matches if one.field is field)
    return _bracketed(text, match.spans)


def _bracketed(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("typed", "field", "shown"),
    [
        ("zs", Field.NAME, "[张三]丰"),
        ("zhangs", Field.NAME, "[张三]丰"),
        ("sf", Field.NAME, "张[三丰]"),
        ("zoes", Field.NAME, "[Zoe] [S]anders"),
        ("zs", Field.NAME, "[Z]oe [S]anders"),
        ("an", Field.NAME, "[An]na S[an]ders"),
        ("strasse", Field.COMPANY, "[Straße]nbau"),
        ("stras", Field.COMPANY, "[Straß]enbau"),
        ("uro", Field.COMPANY, "B[u\u0308ro]"),
        ("fin", Field.COMPANY, "Of[ﬁn]a"),
        ("國", Field.COMPANY, "臺灣[国]际"),
        ("国", Field.COMPANY, "臺灣[國]際"),
        ("gj", Field.COMPANY, "台湾[国际]贸易"),
        ("abc", Field.COMPANY, "（[ＡＢＣ]）"),
        ("王伟", Field.NAME, "[王] [伟]"),
        ("oneil", Field.NAME, "Sean [O]'[Neil]"),
        ("lin", Field.NAME, "𠮷[林]"),  # characters, not UTF-16 units
        ("张", Field.NAME, "小[张] [张]三"),
        ("号66", Field.ADDRESS, "x[号] [66]-8"),
        ("cd", Field.EMAIL, "ab.[cd]@x"),
    ],
)
def test_spans_are_those_of_the_text_as_it_is_shown(typed: str, field: Field, shown: str) -> None:
    assert _shown(typed, field, shown.replace("[", "").replace("]", "")) == shown


@pytest.mark.parametrize(
    ("typed", "phone", "digits", "shown"),
    [
        ("8899", "+86 138 0012 8899", "8613800128899", "+86 138 0012 [8899]"),
        ("138-0012", "+86 138 0012 8899", "8613800128899", "+86 [138 0012] 8899"),
        ("28", "+86 138 0012 8899", "8613800128899", "+86 138 001[2 8]899"),
        ("0086138", "+86 138 0012 8899", "8613800128899", "+[86 138] 0012 8899"),
        ("138 8899", "+86 138 0012 8899", "8613800128899", "+86 [138] 0012 [8899]"),
        ("07911 1", "+44 7911 123456", "447911123456 07911123456", "+44 [7911 1]23456"),
        ("07911 1", "+44 7911 123456", "", "+44 [7911 1]23456"),
        ("8899", "+86 138 0012 8899", "", "+86 138 0012 [8899]"),
        ("8", "+86 138 0012 8899", "8613800128899", "+86 13[8] 0012 8899"),  # the country only where nothing else fits
        ("6", "+86 138 0012 8899", "8613800128899", "+8[6] 138 0012 8899"),
        ("86 13", "+86 138 0012 8899", "8613800128899", "+[86 13]8 0012 8899"),
        ("+8", "+86 138 0012 8899", "8613800128899", "+[8]6 138 0012 8899"),
        ("0013", "0013", "", "[0013]"),
        ("4412", "12", "4412", "[12]"),  # typed with a country that is not shown
    ],
)
def test_spans_of_a_phone(typed: str, phone: str, digits: str, shown: str) -> None:
    (match,) = _found(typed, Searchable(phone=phone, phone_digits=digits)).matches
    assert match.field is Field.PHONE
    assert _bracketed(phone, match.spans) == shown


@pytest.mark.parametrize(
    ("typed", "field", "text", "reading"),
    [
        ("zs", Field.NAME, "张三", "[z]hāng [s]ān"),
        ("zhs", Field.NAME, "章素梅", "[zh]āng [s]ù méi"),
        ("zhangsu", Field.NAME, "章素梅", "[zhāng] [sù] méi"),
        ("zhang三", Field.NAME, "张三", "[zhāng] [sān]"),
        ("shan", Field.NAME, "单田芳", "[shàn] tián fāng"),
        ("dan", Field.NAME, "单田芳", "[dān] tián fāng"),
        ("lu", Field.NAME, "吕布", "[lǚ] bù"),
        ("lv", Field.NAME, "吕布", "[lǚ] bù"),
        ("lyub", Field.NAME, "吕布", "[lǚ] [b]ù"),
        ("lyu", Field.COMPANY, "略阳银行", "[lü]è"),
        ("yue", Field.COMPANY, "岳阳银行", "[yuè]"),
        ("ach", Field.NAME, "Alex 陈", "[A]lex [ch]én"),
        ("zs", Field.COMPANY, "紫杉医疗科技", "[z]ǐ [s]hān"),
        ("yinh", Field.COMPANY, "中国银行", "[yín] [h]áng"),
        ("chongq", Field.ADDRESS, "重庆市渝中区", "[chóng] [q]ìng"),
        ("hexin", Field.OWNER, "何心", "[hé] [xīn]"),
        ("zhang", Field.NAME, "單國璽 張", "shàn guó xǐ [zhāng]"),
    ],
)
def test_a_reading_is_told_where_it_was_what_matched(typed: str, field: Field, text: str, reading: str) -> None:
    (match,) = _found(typed, Searchable(**{field.value: text})).matches
    assert match.reading is not None
    assert _bracketed(match.reading.text, match.reading.spans) == reading


@pytest.mark.parametrize(
    ("typed", "name"), [("张", "张三"), ("zoes", "Zoe Sanders"), ("王伟", "王 伟"), ("zs", "张三 zs")]
)
def test_no_reading_is_told_where_the_text_says_it(typed: str, name: str) -> None:
    (match,) = _found(typed, Searchable(name=name)).matches
    assert match.reading is None


def test_two_words_in_one_name_share_its_reading() -> None:
    (match,) = _found("san zhang", Searchable(name="张三")).matches
    assert match == FieldMatch(Field.NAME, 0, ((0, 2),), Reading("zhāng sān", ((0, 5), (6, 9))), (0, 1))


def test_two_words_in_one_company_are_read_in_its_order() -> None:
    (match,) = _found("ke zi", Searchable(company="紫杉医疗科技")).matches
    assert match.reading is not None
    assert _bracketed(match.reading.text, match.reading.spans) == "[zǐ] … [kē]"
    assert match.spans == ((0, 1), (4, 5))


def test_a_name_that_several_words_read_in_different_ways_is_told_once() -> None:
    (match,) = _found("jie xiao dong", Searchable(name="解晓东")).matches
    assert match.reading is not None
    assert _bracketed(match.reading.text, match.reading.spans) == "[jiě] [xiǎo] [dōng]"
    (match,) = _found("zhang wei", Searchable(name="张伟伟")).matches
    assert match.reading is not None
    assert _bracketed(match.reading.text, match.reading.spans) == "[zhāng] [wěi] wěi"


def test_every_field_and_label_that_matched_is_told_in_order() -> None:
    contact = Searchable("An", "An", "An", "An", "An", "An", "+1 26", "126", ("Anna", "x", "Dan"), "An")
    found = _found("an 26", contact)
    assert [(match.field, match.index, match.words) for match in found.matches] == [
        (Field.NAME, 0, (0,)), (Field.ALIAS, 0, (0,)), (Field.COMPANY, 0, (0,)), (Field.TITLE, 0, (0,)),
        (Field.PHONE, 0, (1,)), (Field.EMAIL, 0, (0,)), (Field.ADDRESS, 0, (0,)), (Field.LABEL, 0, (0,)),
        (Field.LABEL, 2, (0,)), (Field.OWNER, 0, (0,)),
    ]  # fmt: skip


def test_no_words_find_everything() -> None:
    assert explain((), Searchable(name="x")) == Explanation(Rank.REST, ())


def test_an_email_is_not_read_aloud() -> None:
    assert explain(parse("zs"), Searchable(email="zoe.sanders@x.example")) is None


@given(ANY_TEXT, st.lists(ANY_TEXT | OFFICE_TEXT, min_size=4, max_size=4))
def test_nothing_typed_raises(typed: str, texts: list[str]) -> None:
    name, company, phone, label = texts
    contact = Searchable(name=name, company=company, phone=phone, labels=(label,), owner=name)
    found = explain(parse(typed), contact)
    for match in found.matches if found else ():
        text = {Field.NAME: name, Field.COMPANY: company, Field.PHONE: phone, Field.LABEL: label}.get(match.field, name)
        assert match.spans
        assert all(0 <= start < end <= len(text) for start, end in match.spans)
        assert all(one[1] < other[0] for one, other in zip(match.spans, match.spans[1:], strict=False))


@given(OFFICE_TEXT, st.data())
def test_whatever_stands_in_a_text_finds_it_and_is_marked_there(text: str, data: st.DataObject) -> None:
    text = clean(text)
    start = data.draw(st.integers(0, len(text)))
    typed = text[start : start + data.draw(st.integers(1, 8))]
    words = parse(typed)
    found = explain(words, Searchable(address=text))
    assert found is not None
    for index, word in enumerate(words):
        (match,) = (one for one in found.matches if index in one.words)
        marked = fold(" ".join(text[start:end] for start, end in match.spans))
        if not word.pieces and word.folded in fold(text):
            assert word.folded in marked


@given(OFFICE_TEXT, OFFICE_TEXT)
def test_the_order_of_the_words_does_not_decide_whether_they_are_found(text: str, typed: str) -> None:
    words = parse(typed)
    contact = Searchable(name=text)
    assert (explain(words, contact) is None) == (explain(tuple(reversed(words)), contact) is None)


@pytest.mark.parametrize(
    "typed", ["z" * 200, "zc" * 100, "zhong" * 40, "重" * 200, "a " * 100, "1 " * 100, "zh重" * 66]
)
def test_the_worst_that_can_be_typed_takes_little_time(typed: str) -> None:
    contact = Searchable(*(["重行长乐单" * 40] * 6), "1" * 200, "1" * 200, ("重" * 200,) * 20, "重" * 200)
    words = parse(typed)
    explain(words, contact)
    began = time.thread_time()
    explain(words, contact)
    assert time.thread_time() - began < 0.1
