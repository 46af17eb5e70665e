"""Which countries the numbers of a book belong to, most of them first."""

from __future__ import annotations

from collections.abc import Callable

from addressbook.domain.contact import Contact
from addressbook.store.book import BookReader


def test_however_they_are_written(reader: BookReader, fill: Callable[..., int]) -> None:
    codes = ("86", "+86", "0086", "44", "44", "1", "", "", "", "")
    fill(*(Contact(str(number), mobile="1", state_code=code) for number, code in enumerate(codes)))
    assert reader.usual_countries(5) == ("86", "44", "1")
    assert reader.usual_countries(2) == ("86", "44")


def test_an_empty_book_has_none(reader: BookReader) -> None:
    assert reader.usual_countries(5) == ()
