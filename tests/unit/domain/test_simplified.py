"""Traditional characters are found by simplified ones."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addressbook.domain.simplified import simplified
from addressbook.domain.text import fold, fold_places


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("張偉", "张伟"),
        ("臺灣國際貿易", "台湾国际贸易"),
        ("張Zhang 三", "张Zhang 三"),
        ("张伟", "张伟"),
        ("薴", "苎"),  # by way of 苧
        ("𠁞", "𠀾"),  # beyond the first plane
        ("ガ각é", "ガ각é"),
        ("", ""),
    ],
)
def test_simplified(text: str, plain: str) -> None:
    assert simplified(text) == plain


@given(st.text(st.characters(codec=None), max_size=60))
def test_the_length_stays_and_twice_is_once(text: str) -> None:
    plain = simplified(text)
    assert len(plain) == len(text)
    assert simplified(plain) == plain


def test_without_the_package_nothing_is_replaced_and_nothing_breaks() -> None:
    code = (
        "from addressbook.domain import simplified as module\n"
        "module.find_spec = lambda name: None\n"
        "from addressbook.domain.text import fold\n"
        "assert fold('張Ｘ') == '張x'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.text(st.characters(codec=None), max_size=60))
def test_every_folded_character_comes_from_somewhere(text: str) -> None:
    places = fold_places(text)
    assert len(places) == len(fold(text)) + 1
    assert list(places) == sorted(places)
    assert places[-1] == len(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("abc", (0, 1, 2, 3)),
        ("Straße", (0, 1, 2, 3, 4, 4, 5, 6)),
        ("e\u0301t", (0, 2, 3)),
        ("張ﬁx", (0, 1, 1, 2, 3)),
        ("\u202a1\u202c", (1, 3)),
        ("\u1100\u1161\u11a8", (0, 3)),
    ],
)
def test_fold_places(text: str, places: tuple[int, ...]) -> None:
    assert fold_places(text) == places
