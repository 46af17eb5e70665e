"""Who has the same number, or the same name in the same company: however two people write it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.store.book import BookReader, BookWriter

BOOK = (
    Contact("1", "Ann Lee", "13800138000", "86", company_name="Solvento Energy"),
    Contact("2", "Zhang", "+86 138-0013-8000", "86", company_name="晨曦医疗"),
    Contact("3", "Bob", "07911 123456", "44"),
    Contact("4", "Bob", "13800138000", "1"),
    Contact("5", "Cy", "13800138000"),
    Contact("6", "ＡＮＮ lée", "", "86", company_name="SOLVENTO  energy "),
    Contact("7", "Ann Lee", None, "86"),
    Contact("8", "Dee", "021 5555 0188", "86"),
    Contact("9", "Dee", "1380013800", "86"),
    Contact("10", "Dee", "no number", "86"),
)


@pytest.fixture(params=["while it is loaded", "whole"])
def book(
    writer: BookWriter, reader: BookReader, fill: Callable[..., int], request: pytest.FixtureRequest
) -> BookReader:
    number = fill(*BOOK)
    writer.merge(number, [], [UnreadableContact("0", "name: not a text")], next_offset=99)
    if request.param == "whole":
        writer.finish_pass(number, datetime.now(UTC), moved=False)
    return reader


@pytest.mark.parametrize(
    ("state_code", "mobile", "expected"),
    [
        ("86", "13800138000", "1 2 5"),
        ("+86", "138 0013 8000", "1 2 5"),
        ("86", "+8613800138000", "1 2"),
        ("44", "7911123456", "3"),
        ("44", "+44 7911 123456", "3"),
        ("1", "13800138000", "4 5"),
        ("86", "02155550188", "8"),
        ("86", "138001380", ""),
        ("86", "", ""),
        ("86", "no number", ""),
        ("", "", ""),
    ],
)
def test_the_same_number(book: BookReader, state_code: str, mobile: str, expected: str) -> None:
    assert [row.userid for row in book.same_phone(state_code, mobile)] == expected.split()


@pytest.mark.parametrize(
    ("name", "company", "expected"),
    [
        ("Ann Lee", "Solvento Energy", "1 6"),
        (" ann LEE", "solvento energy", "1 6"),
        ("Ann Lee", "", "7"),
        ("Ann", "Solvento Energy", ""),
        ("Zhang", "晨曦医疗", "2"),
        ("Zhang", "晨曦", ""),
        ("", "", ""),
        ("...", "", ""),
    ],
)
def test_the_same_name_in_the_same_company(book: BookReader, name: str, company: str, expected: str) -> None:
    assert [row.userid for row in book.same_name(name, company)] == expected.split()


def test_a_common_name_is_looked_through_beyond_the_first_few(
    writer: BookWriter, reader: BookReader, fill: Callable[..., int]
) -> None:
    crowd = [
        Contact(f"{number:04}", "张伟", f"138{number:08}", "86", company_name=f"No. {number}") for number in range(300)
    ]
    fill(*crowd)
    assert [row.userid for row in reader.same_name("张伟", "No. 299")] == ["0299"]
    fill(*(Contact(f"t{number}", "Twin", "13900000000", "86") for number in range(30)))
    assert len(reader.same_phone("86", "13900000000")) == len(reader.same_name("Twin", "")) == 20
