"""How characters are read by those who look for them."""

from __future__ import annotations

import json

import pytest

from addressbook.domain import pinyin
from addressbook.domain.pinyin import readings, written
from addressbook.domain.readings import POLYPHONES, common_readings, readings_in


def test_the_table_is_well_formed_and_the_dictionary_knows_its_readings() -> None:
    """Guards against slips of the pen."""
    slips = [
        (char, syllable)
        for char, syllables in POLYPHONES.items()
        for syllable in syllables
        if not syllable[-1].isdigit() and syllable not in {one[:-1] for one in readings(char)}
    ]
    assert slips == []
    assert {len(char) for char in POLYPHONES} == {1}
    assert all(len(set(syllables)) == len(syllables) > 0 for syllables in POLYPHONES.values())
    assert len(POLYPHONES) > 200


def test_every_character_is_found_where_its_entry_stands() -> None:
    entries = {int(point): told.split(",") for point, told in json.loads(pinyin._dictionary()).items()}
    points = list(entries)
    for point in [points[0], points[-1], *points[1:-1:7]]:
        found = pinyin._look_up(chr(point))
        assert list(found) == list(dict.fromkeys(map(pinyin._numbered, entries[point])))
    unknown = [point for point in range(0x3400, 0xA000) if point not in entries]
    assert {pinyin._look_up(chr(point)) for point in [*unknown[::5], 0x3FFFF]} == {()}


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        ("张", ("zhang1",)),
        ("行", ("xing2", "hang2")),
        ("石", ("shi2",)),  # nobody looks for a 石 by "dan"
        ("單", ("dan1", "shan4")),  # as 单
        ("乾", ("qian2", "gan1")),  # not as 干, which it is in simplified writing
        ("後", ("hou4",)),
        ("谌", ("chen2", "shen4")),  # the second one is unknown to the dictionary
        ("𠮷", ()),
        ("a", ()),
    ],
)
def test_common_readings(char: str, expected: tuple[str, ...]) -> None:
    assert common_readings(char) == expected


def test_the_right_reading_of_a_place_comes_first() -> None:
    assert readings_in("仇行", person=True) == (("qiu2", "chou2"), ("xing2", "hang2"))
    assert readings_in("單于", person=True)[0] == ("shan4", "dan1")
    assert readings_in("重慶銀行")[0] == ("chong2", "zhong4")
    assert readings_in("銀行")[1] == ("hang2", "xing2")
    assert readings_in("尉遲恭", person=True)[:2] == (("yu4", "wei4"), ("chi2",))
    assert readings_in("任", person=False) == (("ren4",),)
    assert readings_in("任", person=True) == (("ren2",),)


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("zhang1", "zhāng"), ("lv3", "lǚ"), ("nve4", "nüè"), ("gou4", "gòu"), ("gui4", "guì"), ("liu2", "liú"),
        ("er2", "ér"), ("de5", "de"), ("xiong2", "xióng"), ("jiao3", "jiǎo"), ("hng5", "hng"), ("lv5", "lü"),
    ],
)  # fmt: skip
def test_written_with_tones(reading: str, expected: str) -> None:
    assert written(reading) == expected


def test_every_reading_is_written_with_as_many_letters() -> None:
    odd = [
        (chr(point), reading)
        for point in range(0x4E00, 0x9FA6)
        for reading in readings(chr(point))
        if len(written(reading)) != len(reading) - 1
    ]
    assert odd == []


def test_words_are_found_by_the_reading_that_they_have() -> None:
    """Held to the dictionary of 47,000 words, which the program leaves out; what is missed is of the classics."""
    from pypinyin.phrases_dict import phrases_dict

    missed = counted = 0
    for word, read in phrases_dict.items():
        if len(word) == len(read):
            counted += len(word)
            for accepted, (right, *_) in zip(readings_in(word), read, strict=True):
                missed += plain(right) not in {written(one[:-1] + "5") for one in accepted}
    assert counted > 100_000
    assert missed / counted < 0.004


def plain(syllable: str) -> str:
    """Without its tone."""
    marks = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuüüüünnnm")
    return syllable.translate(marks)
