"""phonenumbers' own rules, applied directly to national numbers that are nothing but digits.

Through its functions a foreign number takes 80 to 100 microseconds, nearly all of it Python around a handful of regular
expressions. Here those of one country and length are gathered once. Whatever could be read in another way than digit by
digit (a prefix for calls abroad or inside the country, a length or beginning that the country does not have) is left to
the library: `Rules.plain`. To be imported inside functions, as the library itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, NumberFormat, PhoneMetadata

_GROUPS = re.compile(r"(?:\(\\d(?:\{\d+(?:,\d+)?\})?\))+")  # (\d{2})(\d{3,4})
_FIRST_GROUP = re.compile(r"(\\\d)")
_GROUP = re.compile(r"\\(\d)")
_SIZE = re.compile(r"\\d(?:\{(\d+)(?:,(\d+))?\})?")
_NOWHERE = "(?!)"

# By their text, and not before they are needed: those of a country take 5 ms, and most numbers are mobiles
_compiled = lru_cache(maxsize=2048)(re.compile)


class _Way(NamedTuple):
    """One way of grouping the digits."""

    leading: str | None  # the pattern of what such numbers begin with
    template: str  # "%s-%s"
    cut: Callable[[str], tuple[str, ...] | str]  # what goes there


class Rules:
    """For the numbers of one country code that have one length."""

    def __init__(self, code: int, length: int) -> None:
        """ValueError where the rules are not of the simple kind that this class knows."""
        self._code = code
        self._regions = COUNTRY_CODE_TO_REGION_CODE.get(code, ())
        self._length = length
        main = _metadata(code, self._regions[0]) if self._regions and self._regions[0] != "001" else None
        if main is None or main.general_desc is None or length not in main.general_desc.possible_length:
            raise ValueError("no rules for national numbers of this length")
        self._national = _compiled(main.general_desc.national_number_pattern or _NOWHERE)
        prefixes = (main.international_prefix, main.national_prefix_for_parsing)
        self._prefix = _compiled("|".join(f"(?:{one})" for one in prefixes if one) or _NOWHERE)
        self._abroad = _ways(main.intl_number_format or main.number_format, length, national=False)
        self._home = _ways(main.number_format, length, national=True)

    def plain(self, number: str) -> bool:
        """Whether all digits of `number`, and no others, are those of a number of the country."""
        return self._prefix.match(number) is None and self._national.fullmatch(number) is not None

    def written(self, number: str) -> tuple[str, str] | None:
        """(international, national) way of writing a plain number; None when it is not a valid one."""
        if not self._is_valid(number):
            return None
        return f"+{self._code} {_grouped(self._abroad, number)}", _grouped(self._home, number)

    def _is_valid(self, number: str) -> bool:
        # The library asks first which of the regions that share a country code the number belongs to
        if len(self._regions) == 1:
            return _is_of(self._code, self._regions[0], number)
        for region in self._regions:
            leading = _leading(self._code, region)
            if leading is None or _compiled(leading).match(number):
                valid = _is_of(self._code, region, number)
                if valid or leading is not None:
                    return valid
        return False


@lru_cache(maxsize=256)
def rules_for(code: int, length: int) -> Rules | None:
    """The rules for numbers with `length` digits behind the country code; None where the library has to be asked."""
    try:
        return Rules(code, length)
    except ValueError:
        return None


def _metadata(code: int, region: str) -> PhoneMetadata | None:
    return PhoneMetadata.metadata_for_region_or_calling_code(code, region)


@lru_cache(maxsize=256)
def _leading(code: int, region: str) -> str | None:
    """What all numbers of one of several regions begin with, None where there is no such rule."""
    metadata = _metadata(code, region)
    return metadata.leading_digits if metadata is not None else None


def _is_of(code: int, region: str, number: str) -> bool:
    """Whether it is a number of the region, of any kind (mobile, toll free …)."""
    general, kinds = _kinds(code, region, len(number))
    if _compiled(general).fullmatch(number):
        for one in kinds:
            if _compiled(one).fullmatch(number):
                return True
    return False


@lru_cache(maxsize=256)
def _kinds(code: int, region: str, length: int) -> tuple[str, tuple[str, ...]]:
    """The pattern of all numbers of a region, and those of its kinds that have numbers of this length."""
    metadata = _metadata(code, region)
    general = None if metadata is None else metadata.general_desc
    if metadata is None or general is None or length not in general.possible_length:
        return _NOWHERE, ()
    kinds = (
        None if metadata.same_mobile_and_fixed_line_pattern else metadata.mobile, metadata.fixed_line,
        metadata.toll_free, metadata.premium_rate, metadata.shared_cost, metadata.voip, metadata.personal_number,
        metadata.pager, metadata.uan, metadata.voicemail,
    )  # fmt: skip
    patterns = dict.fromkeys(
        kind.national_number_pattern
        for kind in kinds
        if kind is not None
        and kind.national_number_pattern
        and (not kind.possible_length or length in kind.possible_length)
    )
    return general.national_number_pattern or _NOWHERE, tuple(patterns)


def _ways(formats: list[NumberFormat], length: int, *, national: bool) -> list[_Way]:
    ways: list[_Way] = []
    for one in formats:
        groups, template = one.pattern or "", one.format or ""
        if not _GROUPS.fullmatch(groups) or "%" in template:
            raise ValueError(groups)
        if national and one.national_prefix_formatting_rule:
            template = _FIRST_GROUP.sub(one.national_prefix_formatting_rule, template, count=1)
        sizes = [(int(low or 1), int(high or low or 1)) for low, high in _SIZE.findall(groups)]
        if sum(low for low, _ in sizes) <= length <= sum(high for _, high in sizes):
            leading = one.leading_digits_pattern[-1] if one.leading_digits_pattern else None
            places = _places(sizes, length)
            cut = itemgetter(*(places[int(group) - 1] for group in _GROUP.findall(template)))
            ways.append(_Way(leading, _GROUP.sub("%s", template), cut))
    return ways


def _places(sizes: list[tuple[int, int]], length: int) -> list[slice]:
    """Where the groups of a number stand: each takes as many digits as those behind it can spare."""
    places: list[slice] = []
    start, behind = 0, sum(low for low, _ in sizes)
    for low, high in sizes:
        behind -= low
        end = start + min(high, length - start - behind)
        places.append(slice(start, end))
        start = end
    return places


def _grouped(ways: list[_Way], number: str) -> str:
    for way in ways:
        if way.leading is None or _compiled(way.leading).match(number):
            return way.template % way.cut(number)
    return number
