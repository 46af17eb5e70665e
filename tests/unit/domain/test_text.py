"""Text from outside, cleaned and folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addressbook.domain.text import clean, fold

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)  # surrogates too


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller", "muller"),
        ("ＡＢＣ１２", "abc12"),
        ("Straße", "strasse"),
        ("ÉCOLE", "ecole"),
        ("ﬁn", "fin"),
        ("张伟", "张伟"),
        ("ガ", "ガ"),
        ("ｶﾞ", "ガ"),
        ("각", "각"),
        ("İstanbul", "istanbul"),
        ("Ёлка", "елка"),
        ("Łódź, Søren, ĐẶNG", "lodz, soren, dang"),
        ("Ægir Þórðarson", "aegir thordarson"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [("a\0b", "ab"), ("\ud800", "\ufffd"), ("a\udfffé", "a\ufffdé"), ("👩‍💻\n", "👩‍💻\n"), ("", "")],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(ANY_TEXT)
def test_cleaned_text_can_be_stored_and_is_clean(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert "\0" not in cleaned
    assert clean(cleaned) == cleaned


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_case_does_not_count(text: str) -> None:
    assert fold(text.upper().lower()) == fold(text.upper())
