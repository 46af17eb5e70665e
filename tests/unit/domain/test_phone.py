"""Phone numbers as they come, as they are shown, and by which digits they are found."""

from __future__ import annotations

import random

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from addressbook.domain.phone import country_code, digits, display, lookup_forms, query_digits


@pytest.mark.parametrize(
    ("state_code", "mobile", "shown"),
    [
        ("86", "13800138000", "+86 138 0013 8000"),
        ("+86", "13800138000", "+86 138 0013 8000"),
        ("0086", " 13800138000 ", "+86 138 0013 8000"),
        ("86", "+8613800138000", "+86 138 0013 8000"),
        ("86", "0086 138-0013-8000", "+86 138 0013 8000"),
        ("86", "8613800138000", "+86 138 0013 8000"),
        ("", "+86 13800138000", "+86 138 0013 8000"),
        ("86", "02162378888", "+86 21 6237 8888"),
        ("86", "021-6237 8888", "+86 21 6237 8888"),
        ("86", "4008123123", "+86 400 812 3123"),
        ("852", "91234567", "+852 9123 4567"),
        ("853", "66123456", "+853 6612 3456"),
        ("886", "0912345678", "+886 912 345 678"),
        ("1", "4155552671", "+1 415-555-2671"),
        ("44", "07911123456", "+44 7911 123456"),
        ("44", "7911 123456", "+44 7911 123456"),
        ("49", "015112345678", "+49 1511 2345678"),
        ("49", "030 901820", "+49 30 901820"),
        ("81", "0312345678", "+81 3-1234-5678"),
        ("39", "0236618300", "+39 02 3661 8300"),
        ("65", "81234567", "+65 8123 4567"),
        ("86", "+44 7911 123456", "+44 7911 123456"),
        ("800", "12345678", "+800 1234 5678"),
        # what is no complete number stays as it is
        ("86", "1360054xxxx", "1360054xxxx"),
        ("86", "136***47616", "136***47616"),
        ("86", "call reception", "call reception"),
        ("86", "138 0013 8000 转 12", "138 0013 8000 转 12"),
        ("86", "12345", "+86 12345"),
        ("999", "12345", "+999 12345"),
        ("", "12345", "12345"),
        ("", "13800138000", "13800138000"),
        ("abc", "13800138000", "13800138000"),
        ("86", "", ""),
        ("86", "   ", ""),
        ("86", "-", "-"),
        ("86", "+", "+"),
    ],
)
def test_display(state_code: str, mobile: str, shown: str) -> None:
    assert display(state_code, mobile) == shown


@pytest.mark.parametrize(
    ("state_code", "mobile", "found_by"),
    [
        ("86", "13800138000", ["13800138000", "8613800138000", "8000", "138001"]),
        ("86", "+86 138-0013-8000", ["13800138000", "8613800138000"]),
        ("44", "07911123456", ["447911123456", "07911123456", "7911"]),
        ("44", "7911123456", ["447911123456", "07911123456"]),
        ("1", "(415) 555-2671", ["14155552671", "4155552671", "5552671"]),
        ("39", "0236618300", ["390236618300", "0236618300"]),
        ("86", "1360054xxxx", ["1360054", "861360054"]),
        ("86", "021-62378888", ["02162378888", "862162378888", "62378888"]),
        ("999", "12345", ["12345", "99912345"]),
    ],
)
def test_digits(state_code: str, mobile: str, found_by: list[str]) -> None:
    found = digits(state_code, mobile)
    assert [one for one in found_by if one not in found] == []


def test_numbers_without_digits_have_none() -> None:
    assert digits("86", "") == digits("86", "none") == digits("86", "-") == ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("138-0013", ("1380013",)),
        ("+86 138", ("86138",)),
        ("0086138", ("0086138", "86138")),
        ("0013", ("0013",)),
        ("013800138", ("013800138", "13800138")),
        ("+44 (0)20 7946", ("440207946", "44207946")),
        ("(415) 555", ("415555",)),
        ("00", ("00",)),
        ("Room 12", ()),
        ("", ()),
        ("+", ()),
    ],
)
def test_query_digits(text: str, wanted: tuple[str, ...]) -> None:
    assert query_digits(text) == wanted


def test_the_short_cut_for_chinese_mobiles_writes_what_the_library_writes() -> None:
    rng = random.Random(7)
    for prefix in range(130, 200):
        mobile = f"{prefix}{rng.randrange(10**8):08d}"
        number = phonenumbers.parse(mobile, "CN")
        if phonenumbers.is_valid_number(number):
            assert display("86", mobile) == phonenumbers.format_number(
                number, phonenumbers.PhoneNumberFormat.INTERNATIONAL
            )
            assert digits("86", mobile) == f"86{mobile}"


@pytest.mark.parametrize(("text", "code"), [("86", "86"), ("+86", "86"), ("0086", "86"), ("", ""), ("x", "")])
def test_country_code(text: str, code: str) -> None:
    assert country_code(text) == code


@given(st.text(max_size=8), st.one_of(st.text(max_size=30), st.text("0123456789+-() x", max_size=40)))
def test_nothing_that_comes_raises(state_code: str, mobile: str) -> None:
    assert isinstance(display(state_code, mobile), str)
    assert set(digits(state_code, mobile)) <= set("0123456789 ")
    assert all(one.isdigit() for one in query_digits(mobile))


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("+86 138 0013 8000", ("13800138000", "+86-13800138000")),
        ("0086 138-0013-8000", ("13800138000", "+86-13800138000")),
        ("8613800138000", ("13800138000", "+86-13800138000")),
        ("＋８６ １３８００１３８０００", ("13800138000", "+86-13800138000")),
        (" 138 0013 8000\n", ("13800138000", "+86-13800138000")),
        ("+44 7911 123456", ("+44-7911123456",)),
        ("+852-9123 4567", ("+852-91234567",)),
        ("0044 (0)7911 123456", ("+44-7911123456",)),
        ("+999 1", ("+9991",)),
        ("1", ("1",)),
        ("my number", ("mynumber",)),
        ("  ", ()),
    ],
)
def test_the_own_number_goes_in_the_forms_that_dingtalk_documents(typed: str, forms: tuple[str, ...]) -> None:
    assert lookup_forms(typed) == forms
