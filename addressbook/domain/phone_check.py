"""Phone numbers as they are typed into a form: judged against their country, written while typing, and sent.

phonenumbers is imported inside functions: it costs 38 ms. `warm_up` takes them, and the first use of its tables, on a
thread.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from addressbook.domain.phone import country_code

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

MAINLAND = "86"
MAINLAND_MOBILE_DIGITS = 11
MAINLAND_LOCAL_DIGITS = (7, 8)  # of a landline without its area code
_MAINLAND_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_MAINLAND_MOBILE_BEGINS = re.compile(r"1[3-9]", re.ASCII)  # no area code does: the only one with a 1 is 10
_NUMBER = re.compile(r"\+?[0-9()\-./\s\u2010-\u2015\u2212]*")
_BETWEEN = re.compile(r"[/,;|、\n]")
_LEAST_OF_SEVERAL = 7  # digits of each: "030/1234567" is one number with its area code
_ABROAD = re.compile(r"(?:\+|\b00)[0-9()\-./\s\u2010-\u2015\u2212]{5,}")


class Verdict(Enum):
    """What is thought of a number."""

    OK = "ok"
    DOUBTFUL = "doubtful"  # of a possible length, but in no range that is given out: a person may insist
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class PhoneCheck:
    """The judgement on a number. `reason` is "" when it is OK, else a code of `validation.Problem`:

    - phone_several: there are several numbers in it, as in "138… / 139…"
    - phone_letters: there is something in it besides a number (an extension, a remark, a masked digit)
    - phone_too_short, phone_too_long: `digits` it has; `wanted`, the digits of a mobile number, when they are fixed
    - phone_other_country: it begins with another country's code; `country` is that code, `region` its region
    - phone_no_area: a mainland number as long as a landline's without its area code
    - phone_impossible, phone_doubtful: nothing more is known
    - country_unknown: there is no country with this code; `country` is the code

    All but the first two and the last also have `country` ("86") and `region` ("CN", "001" for codes of no one
    country). All but the first two, the fourth and the last have, where known, `example` and `landline`: numbers as
    people there write them; and `mainland` (1) when a mainland mobile number has those digits.
    """

    verdict: Verdict
    reason: str = ""
    params: Mapping[str, int | str] = field(default_factory=dict)


def warm_up() -> None:
    """Loads what the first check and the first formatting need; slow, for a thread."""
    check_number(MAINLAND, "02155550188")
    format_typed(MAINLAND, "138")


def is_country(state_code: str) -> bool:
    """Whether there is such a country code ("86", "+86")."""
    return _region(country_code(state_code)) is not None


def check_number(state_code: str, typed: str) -> PhoneCheck:
    """Judges a number, mobile or landline, that is not empty; `state_code` may be empty while none was chosen."""
    country, text = country_code(state_code), _plain(typed)
    if len(_several(text)) > 1:
        return PhoneCheck(Verdict.IMPOSSIBLE, "phone_several")
    if not _NUMBER.fullmatch(text) or not _digits(text):
        return PhoneCheck(Verdict.IMPOSSIBLE, "phone_letters")
    region = _region(country)
    if region is None:
        if country:
            return PhoneCheck(Verdict.IMPOSSIBLE, "country_unknown", {"country": country})
        return PhoneCheck(Verdict.OK)
    return _judge(country, region, text)


def region_of(state_code: str, typed: str) -> str:
    """Which of the regions that share a country code a number belongs to: "CA" for +1 416 555 0123; "" when the number
    does not tell, or is the only region's."""
    country, text = country_code(state_code), _plain(typed)
    if not country or len(country) > 3 or not _NUMBER.fullmatch(text):
        return ""
    import phonenumbers

    if len(phonenumbers.region_codes_for_country_code(int(country))) < 2:
        return ""
    number = _parse(country, text)
    if number is None or str(number.country_code) != country:
        return ""
    return phonenumbers.region_code_for_number(number) or ""


def wire_number(state_code: str, typed: str) -> str:
    """The digits to send with `state_code`: without country code, and without what other countries put before a
    number dialled at home ("07911 123456" is "7911123456"). A mainland landline keeps the 0 of its area code.

    What is no number is returned as it was typed, and a number of another country with its "+": neither may become
    somebody else's number. Sending what this returns, and asking again, changes nothing.
    """
    country, text = country_code(state_code), _plain(typed)
    if country == MAINLAND and _MAINLAND_MOBILE.fullmatch(text):
        return text
    bare = _digits(text)
    if not _NUMBER.fullmatch(text) or not bare:
        return text
    number = _parse(country, text)
    if number is None:
        return "+" + bare if text.startswith("+") else bare
    if str(number.country_code) != country:
        return "+" + _digits(_international(number))
    import phonenumbers

    if not phonenumbers.is_valid_number(number):
        explicit = re.match(rf"(?:\+|00){country}", text.replace(" ", ""))
        return bare.removeprefix("00").removeprefix(country) if explicit else bare
    if country == MAINLAND:
        return _digits(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))
    return phonenumbers.national_significant_number(number)


def format_typed(state_code: str, typed: str) -> str:
    """A number as its country writes it, also while it is incomplete: "138001380" is "138 0013 80".

    The digits and their order never change. What is no number is returned as it is.
    """
    country, text = country_code(state_code), _plain(typed)
    region = _region(country)
    bare = _digits(text)
    if region in (None, "001") or not bare or not _NUMBER.fullmatch(text) or "/" in text:
        return typed  # what stands around a stroke may be two numbers, which must not become one
    import phonenumbers

    writer = phonenumbers.AsYouTypeFormatter(region)
    written = ""
    for character in ("+" if text.startswith("+") else "") + bare:
        written = writer.input_digit(character)
    return written if _digits(written) == bare else typed


def split_pasted(text: str, state_code: str) -> tuple[str, str] | None:
    """(country code, number to show in the field) of a pasted text that holds a number with its country code, as
    "+86 138-0013-8000", "0086 13800138000" or "Tel.: +44 (0)20 7946 0018"; None for all others.

    `state_code` is the country of the field: dialling abroad from it ("011 44 …" in the United States) counts as well.
    """
    import phonenumbers

    plain, country = _plain(text), country_code(state_code)
    several = _several(plain)
    if len(several) > 1:  # shown apart with the first one's country: the person takes one of them away
        splits = [split_pasted(each, state_code) for each in several]
        if splits[0] is None:
            return None
        code = splits[0][0]
        pairs = zip(several, splits, strict=True)
        shown = [each if split is None or split[0] != code else split[1] for each, split in pairs]
        return code, " / ".join(shown)
    if not _NUMBER.fullmatch(plain):
        found = _ABROAD.findall(plain)
        if len(found) != 1 or _digits(plain) != _digits(found[0]):
            return None
        plain = found[0]
    number = _parse(country, plain, raw=True)
    if number is not None and number.country_code_source not in _with_country():
        number = None
    if number is None and plain.startswith("00"):
        number = _parse("", "+" + plain[2:])
    if number is None or not phonenumbers.is_possible_number(number):
        return None
    code = str(number.country_code)
    if phonenumbers.is_valid_number(number):
        return code, phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return code, format_typed(code, wire_number(code, _international(number)))


def _several(text: str) -> list[str]:
    """The numbers that are divided by strokes, commas or the like; one part that is too short for one: no division."""
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    return parts if all(len(_digits(part)) >= _LEAST_OF_SEVERAL for part in parts) else []


def _judge(country: str, region: str, text: str) -> PhoneCheck:
    import phonenumbers
    from phonenumbers import NumberParseException, ValidationResult

    params: dict[str, int | str] = {"country": country, "region": region, **_examples(region)}
    if country != MAINLAND and _MAINLAND_MOBILE.fullmatch(_digits(text)):
        params["mainland"] = 1
    typed = len(_digits(text))
    try:
        number = _parse_or_raise(country, text)
    except NumberParseException as fault:
        reason = {
            NumberParseException.TOO_LONG: "phone_too_long",
            NumberParseException.TOO_SHORT_NSN: "phone_too_short",
            NumberParseException.TOO_SHORT_AFTER_IDD: "phone_too_short",
            NumberParseException.NOT_A_NUMBER: "phone_too_short",  # a digit or two
        }.get(fault.error_type, "phone_impossible")
        return PhoneCheck(Verdict.IMPOSSIBLE, reason, _counted(params, typed, _mobile_length(region)))
    if str(number.country_code) != country:
        other = str(number.country_code)
        return PhoneCheck(
            Verdict.IMPOSSIBLE, "phone_other_country", {"country": other, "region": _region(other) or "001"}
        )
    national = phonenumbers.national_significant_number(number)
    # Both figures with or without the 0 in front, as it was typed; the country code counts in neither
    said = _digits(text)
    trunk = len(said) - len(national) if said.endswith(national) and said[: -len(national)] in ("0", "8", "1") else 0
    wanted = _mobile_length(region)
    counted = _counted(params, len(national) + trunk, None if wanted is None else wanted + trunk)
    if country == MAINLAND and _MAINLAND_MOBILE_BEGINS.match(national) and len(national) != MAINLAND_MOBILE_DIGITS:
        # The tables take these for possible landlines
        short = len(national) < MAINLAND_MOBILE_DIGITS
        return PhoneCheck(Verdict.IMPOSSIBLE, "phone_too_short" if short else "phone_too_long", counted)
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible in (ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY):
        return PhoneCheck(Verdict.IMPOSSIBLE, "phone_too_short", counted)
    if possible == ValidationResult.TOO_LONG:
        return PhoneCheck(Verdict.IMPOSSIBLE, "phone_too_long", counted)
    if possible != ValidationResult.IS_POSSIBLE:
        return PhoneCheck(Verdict.IMPOSSIBLE, "phone_impossible", counted)
    if not phonenumbers.is_valid_number(number):
        local = country == MAINLAND and len(national) in MAINLAND_LOCAL_DIGITS
        return PhoneCheck(Verdict.DOUBTFUL, "phone_no_area" if local else "phone_doubtful", counted)
    return PhoneCheck(Verdict.OK)


def _counted(params: Mapping[str, int | str], digits: int, wanted: int | None) -> dict[str, int | str]:
    return {**params, "digits": digits, **({} if wanted is None else {"wanted": wanted})}


def _region(country: str) -> str | None:
    """The main region of a country code, "001" for codes of no one country, None when there is no such code."""
    if not country or len(country) > 3:
        return None
    import phonenumbers

    region = phonenumbers.region_code_for_country_code(int(country))
    return None if region == "ZZ" else region


def _examples(region: str) -> dict[str, int | str]:
    import phonenumbers
    from phonenumbers import PhoneNumberFormat, PhoneNumberType

    kinds = {"example": PhoneNumberType.MOBILE, "landline": PhoneNumberType.FIXED_LINE}
    given: dict[str, int | str] = {}
    for name, kind in kinds.items():
        number = None if region == "001" else phonenumbers.example_number_for_type(region, kind)
        if number is not None:
            given[name] = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    return given


def _mobile_length(region: str) -> int | None:
    """How many digits every mobile number of a region has, None when that differs or is not known."""
    import phonenumbers

    metadata = None if region == "001" else phonenumbers.PhoneMetadata.metadata_for_region(region)
    lengths = () if metadata is None or metadata.mobile is None else metadata.mobile.possible_length
    return lengths[0] if len(lengths) == 1 and lengths[0] > 0 else None


def _with_country() -> tuple[int, ...]:
    from phonenumbers import CountryCodeSource

    return (
        CountryCodeSource.FROM_NUMBER_WITH_PLUS_SIGN,
        CountryCodeSource.FROM_NUMBER_WITH_IDD,
        CountryCodeSource.FROM_NUMBER_WITHOUT_PLUS_SIGN,
    )


def _parse(country: str, text: str, *, raw: bool = False) -> PhoneNumber | None:
    import phonenumbers

    try:
        return _parse_or_raise(country, text, raw=raw)
    except phonenumbers.NumberParseException:
        return None


def _parse_or_raise(country: str, text: str, *, raw: bool = False) -> PhoneNumber:
    import phonenumbers

    region = _region(country)
    if region == "001" and not text.startswith("+"):
        text, region = f"+{country}{_digits(text)}", None  # there is no region to parse with
    return phonenumbers.parse(text, None if region == "001" else region, keep_raw_input=raw)


def _international(number: PhoneNumber) -> str:
    import phonenumbers

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _plain(typed: str) -> str:
    """Without the forms that input methods and copied text give digits and signs, and without what cannot be seen."""
    text = "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in unicodedata.normalize("NFKC", typed)
        if unicodedata.category(character) != "Cf"
    )
    return text.strip()


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)
