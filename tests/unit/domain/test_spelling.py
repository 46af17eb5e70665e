"""A text in parts, and a typed word laid over them: against the same said slowly."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addressbook.domain import spelling
from addressbook.domain.spelling import LONGEST, Begin, Part, Typed, spelled
from addressbook.domain.text import fold

TEXT = st.text(st.sampled_from("张長行乐单吕儿女重zhansgcl12 ,.'-éßﬁü"), max_size=8)
TYPED = st.text(st.sampled_from("zhangscxilvuedrt张行12"), min_size=1, max_size=7)


def _ways_to_cover(typed: str, parts: tuple[Part, ...], *, rightly: bool = False) -> Iterator[list[int]]:
    """All ways in which `typed` lies over `parts` from the first one on: letters on each. `rightly`: the first one."""
    if not parts:
        return
    ways = parts[0].rightly if rightly else parts[0].ways
    wholes, initials = ways.wholes, ways.initials
    if any(whole.startswith(typed) for whole in wholes):
        yield [len(typed)]
    for way in {*wholes, *initials}:
        if typed.startswith(way) and typed != way:
            for rest in _ways_to_cover(typed[len(way) :], parts[1:]):
                yield [len(way), *rest]


def _covered_whole(typed: str, parts: tuple[Part, ...]) -> bool:
    if not parts:
        return not typed
    return any(
        typed.startswith(whole) and _covered_whole(typed[len(whole) :], parts[1:]) for whole in parts[0].ways.wholes
    )


@given(TEXT, TYPED, st.booleans(), st.sampled_from(Begin), st.booleans())
def test_a_word_lies_where_it_can_be_laid_piece_by_piece(
    text: str, typed: str, person: bool, begin: Begin, rightly: bool
) -> None:
    where = spelled(text, person)
    starts = [
        index
        for index, part in enumerate(where.parts)
        if begin is Begin.ANYWHERE or (part.leads if begin is Begin.WORDS else index == 0)
    ]
    expected = [(start, way) for start in starts for way in _ways_to_cover(typed, where.parts[start:], rightly=rightly)]
    found = Typed(typed).lies(where, begin, rightly=rightly)
    assert (found is not None) == bool(expected)
    if found is not None:
        assert (found[0], found[1:]) in expected
        assert found[0] + len(found[1:]) == min(start + len(way) for start, way in expected)


@given(TEXT, TYPED)
def test_a_word_is_all_of_a_text_when_it_covers_each_part_whole(text: str, typed: str) -> None:
    where = spelled(text, True)
    expected = bool(where.parts) and _covered_whole(typed, where.parts)
    assert Typed(typed).is_all_of(where.parts) == expected


@given(st.text(st.characters(codec=None), max_size=60), st.booleans())
def test_parts_stand_in_the_folded_text_one_after_the_other(text: str, person: bool) -> None:
    where = spelled(text, person)
    assert where.folded == fold(text)
    assert all(part.ways.wholes[0] == where.folded[part.start : part.end] for part in where.parts)
    assert all(one.end <= other.start for one, other in zip(where.parts, where.parts[1:], strict=False))
    for part in where.parts:
        start, end = where.span(part.start, part.end)
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Zoe Sanders", ["zoe*", "sanders*"]),
        ("O'Neil", ["o*", "neil*"]),
        ("张三", ["张*", "三"]),
        ("Alex陈 2", ["alex*", "陈*", "2*"]),
        ("3M中国", ["3*", "m", "中*", "国"]),
        ("（ＡＢＣ）株式会社", ["abc*", "株*", "式", "会", "社"]),
        ("R&D_x", ["r*", "d*", "x*"]),
        ("さくら", ["さくら*"]),
        ("👍+", []),
        ("", []),
    ],
)
def test_parts_and_those_that_begin_a_word(text: str, parts: list[str]) -> None:
    assert [part.ways.wholes[0] + "*" * part.leads for part in spelled(text).parts] == parts


def test_ways_to_type_a_part() -> None:
    zhong, lv, woman, word, number = spelled("重吕女shanghai12").parts
    assert set(zhong.ways.wholes) == {"重", "zhong", "chong"}
    assert set(zhong.ways.initials) == {"z", "zh", "c", "ch"}
    assert (set(zhong.rightly.wholes), set(zhong.rightly.initials)) == ({"重", "zhong"}, {"z", "zh"})
    assert set(lv.ways.wholes) == {"吕", "lv", "lu", "lyu"}
    assert set(woman.ways.wholes) == set(woman.rightly.wholes) == {"女", "nv", "nu", "nyu"}
    assert (word.ways.wholes, set(word.ways.initials)) == (("shanghai",), {"s", "sh"})
    assert (number.ways.wholes, number.ways.initials) == (("12",), ())


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert len(spelled("张" * 5000).parts) == LONGEST


def test_a_word_may_be_laid_over_more_parts_than_it_remembers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "_MOST_KNOWN", 3)
    word = Typed("ab")
    for number in range(50):
        letters = "".join(chr(ord("c") + int(digit)) for digit in str(number))
        assert word.lies(spelled(f"x{letters} a{letters} b{letters}")) == [1, 1, 1]
        assert len(word._known) <= 3 + 3
