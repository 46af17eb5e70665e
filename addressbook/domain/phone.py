"""Phone numbers: how they are shown, and the digits by which they are found.

phonenumbers is imported inside functions: it costs 38 ms, which the way to the first window cannot spare.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Most numbers are Chinese mobiles. They need no look-up of 78 microseconds: phonenumbers writes all of them like this.
_CHINESE_MOBILE = re.compile(r"1[3-9]\d{9}")
_NOT_DIGIT = re.compile(r"[^0-9]")
_PHONE_TEXT = re.compile(r"[0-9+()\-./\s\u00a0\u2010-\u2015\uff0b\uff08\uff09\uff0d]+")


@lru_cache(maxsize=512)
def country_code(state_code: str) -> str:
    """Digits of a country code however written: "+86", "0086" and "86" are "86"; "" when there is none."""
    return _NOT_DIGIT.sub("", state_code).lstrip("0")


def display(state_code: str, mobile: str) -> str:
    """A number as people of its country write it, with country code: "+86 138 0013 8000".

    What is no complete number (masked "1360054xxxx", remarks, too short) is shown as it is.
    """
    return display_and_digits(state_code, mobile)[0]


def digits(state_code: str, mobile: str) -> str:
    """All digit strings under which a number can be found, separated by spaces.

    The number with its country code holds the national one; the form with the country's trunk prefix
    ("07911 123456") is added where it differs, and what was typed where that is yet another.
    """
    return display_and_digits(state_code, mobile)[1]


def display_and_digits(state_code: str, mobile: str) -> tuple[str, str]:
    """What `display` and `digits` give."""
    text = mobile.strip()
    country = country_code(state_code)
    if country == "86" and _CHINESE_MOBILE.fullmatch(text) and text.isascii():
        return f"+86 {text[:3]} {text[3:7]} {text[7:]}", f"86{text}"
    typed = _NOT_DIGIT.sub("", text)
    parsed = _parse(country, text) if _PHONE_TEXT.fullmatch(text) else None
    if parsed is not None:
        return parsed[0], _all_digits(_NOT_DIGIT.sub("", parsed[0]), _NOT_DIGIT.sub("", parsed[1]), typed)
    found = _all_digits(country + typed, typed) if typed else ""
    if not country or not typed or text.startswith(("+", "00")) or not _PHONE_TEXT.fullmatch(text):
        return text, found
    return f"+{country} {text}", found


def _all_digits(*forms: str) -> str:
    """Without those that are part of one before."""
    found = ""
    for form in forms:
        if form not in found:
            found = f"{found} {form}" if found else form
    return found


def query_digits(text: str) -> tuple[str, ...]:
    """The digits to look for when a search text may be (part of) a phone number, else (). Any of them will do.

    "138-0013", "+86 138" and "0086138" are; "Room 12" is not.
    """
    text = text.strip()
    if not _PHONE_TEXT.fullmatch(text):
        return ()
    bare = _NOT_DIGIT.sub("", text)
    if not bare:
        return ()
    forms = [bare]
    # 00 is how many countries dial "+", 0 what is dialled before a number inside a country. What is short may be the
    # end of a number: "0013" must not find every number with a 13 in it
    if bare.startswith("00") and len(bare) >= 7:
        forms.append(bare[2:])
    elif bare.startswith("0") and len(bare) >= 8:
        forms.append(bare[1:])
    if text.startswith(("+", "00")) and "(0)" in text:  # +44 (0)20 7946 0000
        forms.append(_NOT_DIGIT.sub("", text.replace("(0)", "", 1)).removeprefix("00"))
    return tuple(dict.fromkeys(forms))


def shown_digits(shown: str) -> str:
    """As `digits`, made from a number as `display` shows it; quickly, so without other ways to write it."""
    typed = _NOT_DIGIT.sub("", shown)
    if shown.startswith("+") and " " in shown:
        return f"{typed} 0{_NOT_DIGIT.sub('', shown[shown.index(' ') :])}"
    return typed


def _parse(country: str, text: str) -> tuple[str, str] | None:
    """(international, national) way of writing, None when it is no possible number of any country."""
    if 0 < len(country) <= 3 and text.isascii() and text.isdecimal():
        from addressbook.domain.phone_rules import rules_for

        rules = rules_for(int(country), len(text))
        if rules is not None and rules.plain(text):
            return rules.written(text)
    return _parse_by_library(country, text)


def _parse_by_library(country: str, text: str) -> tuple[str, str] | None:
    import phonenumbers

    region = phonenumbers.region_code_for_country_code(int(country)) if country and len(country) <= 3 else None
    try:
        number = phonenumbers.parse(text, None if region in (None, "ZZ", "001") else region)
    except phonenumbers.NumberParseException:
        if not country or text.startswith("+"):
            return None
        try:  # codes that belong to no one country ("800", "870") have no region to parse with
            number = phonenumbers.parse(f"+{country}{text}", None)
        except phonenumbers.NumberParseException:
            return None
    # Possible, but not valid: the grouping would be a guess, which for a wrong number hides the slip
    if not phonenumbers.is_valid_number(number):
        return None
    return (
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL),
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL),
    )


def lookup_forms(typed: str) -> tuple[str, ...]:
    """How to ask DingTalk for the colleague with this mobile number, the likeliest first; () when nothing was typed.

    A mainland number goes without its country, and as "+86-…" where the organisation is registered abroad; all others
    as "+44-7911123456" (dingtalk-api.md 6.1). What is no complete number goes as it was typed, without spaces.
    """
    text = unicodedata.normalize("NFKC", typed)
    number = re.sub(r"[^0-9+]", "", text) if _PHONE_TEXT.fullmatch(typed.strip()) else "".join(text.split())
    number = re.sub(r"^00", "+", number)
    mainland = re.fullmatch(r"(?:\+?86)?(1[3-9][0-9]{9})", number)
    if mainland:
        return mainland[1], f"+86-{mainland[1]}"
    if not number.startswith("+"):
        return (number,) if number else ()
    from phonenumbers import NumberParseException, parse

    try:
        parsed = parse(number)
    except NumberParseException:
        return (number,)
    return (f"+{parsed.country_code}-{parsed.national_number}",)
