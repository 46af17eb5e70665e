"""What is taken out of phonenumbers' rules directly is what its own functions say, for every country."""

from __future__ import annotations

import random
from collections.abc import Iterator

import phonenumbers
import pytest
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneNumberFormat, PhoneNumberType

from addressbook.domain.phone_rules import rules_for

_DIGITS = "0123456789"


def _examples(code: int) -> Iterator[str]:
    """Numbers of every kind and region that share a country code."""
    for region in COUNTRY_CODE_TO_REGION_CODE[code]:
        if region == "001":
            found = [phonenumbers.example_number_for_non_geo_entity(code)]
        else:
            found = [phonenumbers.example_number_for_type(region, kind) for kind in PhoneNumberType.values()]
        yield from (phonenumbers.national_significant_number(one) for one in found if one is not None)


def _near(number: str, code: int, rng: random.Random) -> Iterator[str]:
    """What looks like a number: with other ends, too short or long, with prefixes, and some that are just digits."""
    yield from (number, number[:-1], f"{number}1", f"0{number}", f"1{number}", f"{code}{number}", f"00{code}{number}")
    yield from (f"{code}{number}"[: len(number)], "0" * len(number))
    for _ in range(12):
        kept = rng.randrange(len(number))
        yield number[:kept] + "".join(rng.choices(_DIGITS, k=len(number) - kept))
        yield "".join(rng.choices(_DIGITS, k=rng.randrange(1, 16)))


def _by_library(code: int, number: str) -> tuple[str, str] | None:
    try:
        parsed = phonenumbers.parse(number, phonenumbers.region_code_for_country_code(code))
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return (
        phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL),
        phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL),
    )


@pytest.mark.parametrize("code", sorted(COUNTRY_CODE_TO_REGION_CODE))
def test_numbers_are_written_as_by_the_library(code: int) -> None:
    rng = random.Random(code)
    tried = {near for example in _examples(code) for near in _near(example, code, rng)}
    plain = [
        (number, rules.written(number))
        for number in sorted(tried)
        if (rules := rules_for(code, len(number))) is not None and rules.plain(number)
    ]
    assert [(number, written) for number, written in plain if written != _by_library(code, number)] == []


@pytest.mark.parametrize(
    ("code", "number"),
    [
        (86, "13800138000"), (86, "2162378888"), (1, "4155552671"), (1, "2042345678"), (44, "7911123456"),
        (49, "15112345678"), (81, "9012345678"), (39, "0236618300"), (7, "9123456789"), (7, "7710009998"),
        (65, "81234567"), (852, "91234567"), (886, "912345678"), (91, "9123456789"), (55, "11961234567"),
    ],
)  # fmt: skip
def test_usual_numbers_are_plain_and_valid(code: int, number: str) -> None:
    rules = rules_for(code, len(number))
    assert rules is not None
    assert rules.plain(number)
    assert rules.written(number) is not None


@pytest.mark.parametrize(
    ("code", "number"),
    [
        (44, "07911123456"),  # with the prefix inside the country
        (86, "008613800138000"),  # with the one for calls abroad
        (86, "8613800138000"),  # longer than any, since the country code is there already
        (999, "12345"),
        (800, "12345678"),  # of no one country
    ],
)
def test_what_could_be_read_in_two_ways_is_left_to_the_library(code: int, number: str) -> None:
    rules = rules_for(code, len(number))
    assert rules is None or not rules.plain(number)
