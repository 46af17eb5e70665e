"""What somebody typed, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addressbook.domain.search_words import LONGEST, SearchWord, parse


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", []),
        ("   \t\u3000 ", []),
        ("zs", ["zs"]),
        ("  Zoe\u3000SANDERS ", ["zoe", "sanders"]),
        ("zs zs", ["zs"]),
        ("138 0012 8899", ["138 0012 8899"]),
        ("+86 138-0012", ["+86 138-0012"]),
        ("zs 138 0012 x 8899", ["zs", "138 0012", "x", "8899"]),
        ("１３８　００１２", ["138 0012"]),
        ("\u202a138\u202c", ["138"]),
        ("138 0012 8899;", ["138 0012 8899"]),
        ("“138”， 0012。 zs,", ["138", "0012", "zs,"]),
        ("【138】", ["138"]),
        ("Owner: Mia; Alias: M", ["mia;", "m"]),
        ("负责人：陈洁 备注：老张 标签：客户", ["陈洁", "老张", "客户"]),
        ("owner:", ["owner:"]),
        ("zoe - sanders", ["zoe", "sanders"]),
        ("+", []),
        ("( -", []),
        ("&", ["&"]),
        ("& zoe", ["zoe"]),
        ("👍", ["👍"]),
        ("\0", []),
        ("\u200b", []),
    ],
)
def test_words(typed: str, words: list[str]) -> None:
    assert [word.folded for word in parse(typed)] == words


def test_a_word_without_signs_is_what_is_read() -> None:
    assert [word.letters for word in parse("O’Neil, jean-luc c++ 张三。 12 3m")] == [
        "oneil", "jeanluc", "c++", "张三", "", "3m",
    ]  # fmt: skip


def test_a_number_in_pieces_is_one_word_that_may_be_several() -> None:
    (word,) = parse("+86 (138) - 8899")
    assert word.folded == "+86 (138) - 8899"
    assert word.digits == ("861388899",)
    assert [piece.digits for piece in word.pieces] == [("86",), ("138",), ("8899",)]
    (whole,) = parse("0086138")
    assert (whole.digits, whole.pieces) == (("0086138", "86138"), ())


def test_what_is_very_long_counts_as_far_as_anybody_types() -> None:
    assert parse("a" * 5000) == parse("a" * LONGEST)
    assert len(parse("x " * 5000)) == 1


@given(st.text(st.characters(codec=None), max_size=300))
def test_any_text_can_be_typed(typed: str) -> None:
    words = parse(typed)
    assert len(words) <= LONGEST
    assert all(isinstance(word, SearchWord) and word.folded for word in words)
    assert len(set(words)) == len(words)


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_case_does_not_count(typed: str) -> None:
    assert parse(typed.upper().lower()) == parse(typed.upper())
