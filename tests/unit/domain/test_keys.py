"""The order a reader expects, and how Chinese is read for it."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from addressbook.domain import keys
from addressbook.domain.keys import EMPTY, VALUE, phone_key, text_key
from addressbook.domain.letters import for_order
from addressbook.domain.pinyin import DOUBLE_SURNAMES, SURNAMES, WORDS, readings, special_readings
from tests.unit.domain.order_cases import COMPANIES, PEOPLE, SAME, TITLES

CASES = [
    pytest.param(names, table is PEOPLE, id=about)
    for table in (PEOPLE, COMPANIES, TITLES)
    for about, names in table.items()
]


@pytest.mark.parametrize(("names", "person"), CASES)
def test_names_stand_as_a_reader_expects(names: tuple[str, ...], person: bool) -> None:
    shuffled = list(names)
    random.Random(3).shuffle(shuffled)
    assert sorted(shuffled, key=lambda name: text_key(name, person=person)) == list(names)
    assert len({text_key(name, person=person) for name in names}) == len(names)


@pytest.mark.parametrize(("first", "second"), SAME)
def test_what_does_not_count(first: str, second: str) -> None:
    assert text_key(first) == text_key(second)


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [
        ("A 9", "A 10"),
        ("A 10", "Aa"),
        ("xi an", "xian"),
        ("西安", "先"),
        ("Ann Zoe", "Anna"),
        ("路 1", "吕 1"),
        ("妈", "麻"),
        ("重庆银行", "出版社"),  # chong, not zhong
        ("zz", "𠮷"),
        ("٣", "4"),
        ("zzz", ""),
        ("zzz", "   "),
        ("!", ""),
        ("!", "0"),
    ],
)
def test_order_of_two(smaller: str, larger: str) -> None:
    assert text_key(smaller) < text_key(larger)


def test_surnames_are_read_as_such_in_names_only() -> None:
    assert special_readings("解放", person=True) == {0: "xie4"}
    assert special_readings("解放") == {}
    assert special_readings("尉迟恭", person=True) == {0: "yu4", 1: "chi2"}
    assert special_readings("中国银行") == {2: "yin2", 3: "hang2"}
    assert text_key("单伟", person=True) != text_key("单伟")


def test_the_tables_are_well_formed() -> None:
    written = [*SURNAMES.values(), *(one for both in (*WORDS.values(), *DOUBLE_SURNAMES.values()) for one in both)]
    for syllable in written:
        assert syllable[:-1].isascii()
        assert syllable[:-1].isalpha()
        assert syllable[-1] in "12345"
    assert {len(char) for char in SURNAMES} == {1}
    assert {len(word) for word in (*WORDS, *DOUBLE_SURNAMES)} == {2}


@pytest.mark.parametrize("table", [WORDS, DOUBLE_SURNAMES, {char: (one,) for char, one in SURNAMES.items()}])
def test_words_are_read_as_the_dictionary_knows_their_characters(table: dict[str, tuple[str, ...]]) -> None:
    """Guards against slips of the pen: each reading must be one that the character has."""
    slips = [
        (word, char, reading, readings(char))
        for word, both in table.items()
        for char, reading in zip(word, both, strict=True)
        if reading not in readings(char)
    ]
    assert slips == []


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        ("长", ("zhang3", "chang2")),
        ("张", ("zhang1",)),
        ("吕", ("lv3",)),
        ("a", ()),
        ("カ", ()),
        ("\U0010ffff", ()),
        ("𠮷", ()),
    ],
)
def test_readings(char: str, expected: tuple[str, ...]) -> None:
    assert readings(char) == expected


def test_all_readings_are_syllable_and_tone() -> None:
    odd = [
        (chr(point), reading)
        for point in range(0x3400, 0xA000)
        for reading in readings(chr(point))
        if not (reading[:-1].isascii() and reading[:-1].isalpha() and reading[-1] in "12345")
    ]
    assert odd == []


def test_phone_numbers_by_digits() -> None:
    assert phone_key("86", None) == phone_key("86", "") == phone_key("86", "x") == EMPTY
    assert phone_key("44", "7911123456") < phone_key("86", "13800138000")
    assert phone_key("86", "+86 138 0013 8000") == phone_key("86", "13800138000")


@given(st.text(st.characters(codec=None), max_size=200), st.booleans())
@example("0:0<0<0<0A0¬0ƀ0ƀ0𠀀", False)  # begins behind the letters, and is long
def test_any_text_has_a_key_of_bounded_length(text: str, person: bool) -> None:
    key = text_key(text, person=person)
    assert len(key) <= 65
    assert key == EMPTY or key.startswith(VALUE)


def test_the_libraries_are_not_imported_before_they_are_needed() -> None:
    """They cost 40 and 70 ms, which the way to the first window cannot spare."""
    code = (
        "import sys, addressbook.store.book, addressbook.store.work\n"
        "assert not {'pypinyin', 'phonenumbers'} & set(sys.modules)\n"
        "from addressbook.domain.keys import text_key\n"
        "assert b'zhang' in text_key('张')\n"
        "assert 'pypinyin' not in sys.modules\n"  # its file is read without it, which spares 10 MB of memory
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.text("abzA019 .,-+$<~`'@_\0\x01\x1f张三北京市李路号", max_size=12))
def test_the_short_way_for_usual_texts_makes_the_same_keys(text: str) -> None:
    usual = for_order(text).strip()
    if usual:
        assert keys._usual_body(usual) == keys._any_body(usual, {})
