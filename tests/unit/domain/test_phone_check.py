"""Numbers typed into a form: what is thought of them, how they are written and what is sent."""

from __future__ import annotations

import re

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from addressbook.domain.phone_check import (
    Verdict,
    check_number,
    format_typed,
    is_country,
    region_of,
    split_pasted,
    wire_number,
)

REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
KINDS = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE)
TYPED = st.text(alphabet="0123456789 -()+.转x０８＋\u202a", max_size=20)
CODES = st.sampled_from(["", "1", "7", "39", "44", "54", "86", "852", "870", "999", "+86"])


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


@pytest.mark.parametrize(
    ("state_code", "typed", "verdict", "reason"),
    [
        ("86", "13800138000", Verdict.OK, ""),
        ("+86", " 138-0013-8000 ", Verdict.OK, ""),
        ("86", "１３８００１３８０００", Verdict.OK, ""),
        ("86", "\u202a+86 138 0013 8000\u202c", Verdict.OK, ""),
        ("86", "021 5555 0188", Verdict.OK, ""),
        ("86", "2155550188", Verdict.OK, ""),
        ("86", "400-800-1234", Verdict.OK, ""),
        ("44", "07911 123456", Verdict.OK, ""),
        ("1", "(415) 555-2671", Verdict.OK, ""),
        ("870", "773111632", Verdict.OK, ""),
        ("", "138001", Verdict.OK, ""),  # the missing country is said at the country
        ("86", "12800138000", Verdict.DOUBTFUL, "phone_doubtful"),
        ("86", "5555 0188", Verdict.DOUBTFUL, "phone_no_area"),
        ("86", "555 0188", Verdict.DOUBTFUL, "phone_no_area"),
        ("852", "9123 456", Verdict.DOUBTFUL, "phone_doubtful"),
        ("86", "138 0012 88", Verdict.IMPOSSIBLE, "phone_too_short"),
        ("86", "1380013800", Verdict.IMPOSSIBLE, "phone_too_short"),  # ten digits: possible as a landline
        ("86", "138001380001", Verdict.IMPOSSIBLE, "phone_too_long"),
        ("86", "1", Verdict.IMPOSSIBLE, "phone_too_short"),
        ("86", "9" * 30, Verdict.IMPOSSIBLE, "phone_too_long"),
        ("1", "555-1234", Verdict.IMPOSSIBLE, "phone_too_short"),
        ("86", "+44 20 7946 0018", Verdict.IMPOSSIBLE, "phone_other_country"),
        ("1", "011 44 20 7946 0018", Verdict.IMPOSSIBLE, "phone_other_country"),
        ("86", "+999 1234", Verdict.IMPOSSIBLE, "phone_impossible"),
        ("86", "1360054xxxx", Verdict.IMPOSSIBLE, "phone_letters"),
        ("86", "021-5555 0188 转 12", Verdict.IMPOSSIBLE, "phone_letters"),
        ("86", "call reception", Verdict.IMPOSSIBLE, "phone_letters"),
        ("", "call reception", Verdict.IMPOSSIBLE, "phone_letters"),
        ("49", "138 0013 8000 / 139 0013 9000", Verdict.IMPOSSIBLE, "phone_several"),
        ("86", "13800138000、13900139000", Verdict.IMPOSSIBLE, "phone_several"),
        ("49", "030/12345678", Verdict.OK, ""),
        ("86", "--", Verdict.IMPOSSIBLE, "phone_letters"),
        ("999", "13800138000", Verdict.IMPOSSIBLE, "country_unknown"),
    ],
)
def test_judgements(state_code: str, typed: str, verdict: Verdict, reason: str) -> None:
    judged = check_number(state_code, typed)
    assert (judged.verdict, judged.reason) == (verdict, reason)


def test_a_short_number_is_told_with_figures_and_examples() -> None:
    assert check_number("86", "138 0012 88").params == {
        "country": "86",
        "region": "CN",
        "digits": 9,
        "wanted": 11,
        "example": "131 2345 6789",
        "landline": "010 1234 5678",
    }


def test_both_figures_count_the_zero_that_was_typed() -> None:
    with_zero, without = check_number("44", "07400 12345").params, check_number("44", "7400 12345").params
    assert (with_zero["digits"], with_zero["wanted"]) == (10, 11)
    assert (without["digits"], without["wanted"]) == (9, 10)


def test_another_country_is_named() -> None:
    assert check_number("86", "+44 20 7946 0018").params == {"country": "44", "region": "GB"}


@pytest.mark.parametrize(
    ("state_code", "typed", "sent"),
    [
        ("86", "138 0013 8000", "13800138000"),
        ("86", "+86 138-0013-8000", "13800138000"),
        ("86", "0086 13800138000", "13800138000"),
        ("86", "8613800138000", "13800138000"),
        ("86", "021-5555 0188", "02155550188"),
        ("86", "+86 21 5555 0188", "02155550188"),
        ("86", "400-800-1234", "4008001234"),
        ("44", "07911 123456", "7911123456"),
        ("44", "+44 (0)7911 123456", "7911123456"),
        ("39", "06 1234 5678", "0612345678"),  # the 0 belongs to Italian numbers
        ("7", "8 916 123-45-67", "9161234567"),
        ("1", "1 415 555 2671", "4155552671"),
        ("86", "+86 138001", "138001"),  # no whole number: at least without the code that is sent beside it
        ("86", "+44 20 7946 0018", "+442079460018"),  # not 442079460018 in China
        ("86", "1360054xxxx", "1360054xxxx"),
        ("999", "12 34 5", "12345"),
        ("", "138 0013 8000", "13800138000"),
        ("86", "", ""),
    ],
)
def test_what_is_sent(state_code: str, typed: str, sent: str) -> None:
    assert wire_number(state_code, typed) == sent


@pytest.mark.parametrize("region", REGIONS)
def test_every_countrys_numbers_arrive_as_what_they_are(region: str) -> None:
    """However an example number of a country is written, it is fine, and what is sent is that number."""
    for kind in KINDS:
        number = phonenumbers.example_number_for_type(region, kind)
        if number is None:
            continue
        country = str(number.country_code)
        for form in (
            phonenumbers.PhoneNumberFormat.E164,
            phonenumbers.PhoneNumberFormat.INTERNATIONAL,
            phonenumbers.PhoneNumberFormat.NATIONAL,
        ):
            typed = phonenumbers.format_number(number, form)
            assert check_number(country, typed).verdict is Verdict.OK
            sent = wire_number(country, typed)
            assert sent.isdigit()
            assert wire_number(country, sent) == sent
            assert phonenumbers.parse(f"+{country}{sent}").national_number == number.national_number
            written = format_typed(country, typed)
            assert wire_number(country, written) == sent
        split = split_pasted(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL), "86")
        assert split is not None
        assert (split[0], wire_number(*split)) == (country, sent)


@given(CODES, TYPED)
def test_nothing_typed_breaks_anything(state_code: str, typed: str) -> None:
    judged = check_number(state_code, typed) if state_code and typed.strip() else None
    sent = wire_number(state_code, typed)
    assert wire_number(state_code, sent) == sent
    if judged is not None and judged.verdict is not Verdict.IMPOSSIBLE:
        assert sent.isascii()
        assert sent.isdigit()
        assert check_number(state_code, sent).verdict is judged.verdict
    split = split_pasted(typed, state_code)
    if split is not None:
        assert is_country(split[0])
        assert _digits(split[1])


@given(CODES, TYPED)
def test_writing_keeps_every_digit(state_code: str, typed: str) -> None:
    plain = "".join(str(int(one)) if one.isdecimal() else one for one in typed)
    written = format_typed(state_code, typed)
    assert _digits("".join(str(int(one)) if one.isdecimal() else one for one in written)) == _digits(plain)
    assert format_typed(state_code, written) == written


@pytest.mark.parametrize(
    ("state_code", "typed", "written"),
    [
        ("86", "1380", "138 0"),
        ("86", "138001380", "138 0013 80"),
        ("86", "138-0013-8000", "138 0013 8000"),
        ("86", "02155550188", "021 5555 0188"),
        ("86", "+8613800138000", "+86 138 0013 8000"),
        ("1", "4155552671", "(415) 555-2671"),
        ("44", "07911123456", "07911 123456"),
        ("86", "1360054xxxx", "1360054xxxx"),
        ("86", "", ""),
        ("86", "+", "+"),
        ("999", "123456", "123456"),
    ],
)
def test_written_as_the_country_writes_it(state_code: str, typed: str, written: str) -> None:
    assert format_typed(state_code, typed) == written


@pytest.mark.parametrize(
    ("state_code", "pasted", "split"),
    [
        ("44", "+86 138-0013-8000", ("86", "138 0013 8000")),
        ("", "+86 138-0013-8000", ("86", "138 0013 8000")),
        ("86", "0086 13800138000", ("86", "138 0013 8000")),
        ("86", "8613800138000", ("86", "138 0013 8000")),
        ("86", "＋８６ 13800138000", ("86", "138 0013 8000")),
        ("86", "\u202a+86 138 0013 8000\u202c", ("86", "138 0013 8000")),
        ("86", "Tel.: +44 (0)20 7946 0018", ("44", "020 7946 0018")),
        ("86", "电话：+852 9123 4567", ("852", "9123 4567")),
        ("1", "011 44 20 7946 0018", ("44", "020 7946 0018")),
        ("1", "0044 20 7946 0018", ("44", "020 7946 0018")),
        ("86", "13800138000", None),
        ("86", "021 5555 0188", None),
        ("86", "手机 138", None),
        ("86", "+86 138 0013 8000 转 12", None),  # the extension must not get lost unseen
        ("86", "+1 415 555 2671, +86 138 0013 8000", ("1", "(415) 555-2671 / +86 138 0013 8000")),
        ("49", "+86 13800138000 / 13900139000", ("86", "138 0013 8000 / 13900139000")),
        ("86", "+86", None),
        ("86", "+999 123456", None),
        ("86", "", None),
        ("86", "Room 12", None),
    ],
)
def test_pasting(state_code: str, pasted: str, split: tuple[str, str] | None) -> None:
    assert split_pasted(pasted, state_code) == split


@pytest.mark.parametrize(
    ("code", "typed", "region"),
    [
        ("1", "4165550123", "CA"),
        ("+1", "416-555-0123", "CA"),
        ("1", "2125550123", "US"),
        ("1", "416555", ""),  # incomplete
        ("1", "0000000000", ""),
        ("1", "+44 7911 123456", ""),  # another country's
        ("44", "07781 123456", "GG"),
        ("86", "13800138000", ""),  # nobody shares the code
        ("", "4165550123", ""),
        ("9999", "4165550123", ""),
        ("1", "ext. 5", ""),
        ("1", "", ""),
    ],
)
def test_the_region_of_a_number_whose_code_several_share(code, typed, region):
    assert region_of(code, typed) == region
