"""The countries of the world as a phone number's country is chosen from them."""

from __future__ import annotations

import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec, module_from_spec

from addressbook.domain.keys import text_key

# Regions with numbers of their own that the table of names leaves out, or whose Chinese name it has lost
_NAMED_HERE = {
    "AC": ("Ascension Island", "阿森松岛"),
    "TA": ("Tristan da Cunha", "特里斯坦-达库尼亚群岛"),
    "WS": ("Samoa", "萨摩亚"),
    "XK": ("Kosovo", "科索沃"),
}

_reading = threading.Lock()


@dataclass(frozen=True, slots=True)
class Country:
    """One country or region. `code` is its dialling code ("86"; several regions may share one), `region` its ISO 3166
    letters ("CN")."""

    code: str
    region: str
    name: str


def countries(language: str) -> tuple[Country, ...]:
    """All countries by name, named in `language` ("en", "zh_CN"). Slow (50 ms): to be called once, on a thread."""
    import phonenumbers

    # The library's function for the code of a country reads all its rules of numbers: 20,000 objects for all countries
    codes = {region: code for code, its in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items() for region in its}
    found = [
        Country(str(codes[region]), region, region_name(region, language)) for region in phonenumbers.SUPPORTED_REGIONS
    ]
    return tuple(sorted(found, key=lambda country: (text_key(country.name), country.region)))


def main_region(code: str) -> str:
    """The region that most numbers of a dialling code belong to ("1": "US"); "ZZ" when there is no such code."""
    import phonenumbers

    return phonenumbers.region_code_for_country_code(int(code)) if code.isdecimal() and len(code) <= 3 else "ZZ"


def region_name(region: str, language: str) -> str:
    """What a region ("CN") is called in `language`; its letters when it has no name. Takes 10 ms the first time."""
    chinese = language.partition("_")[0] == "zh"
    if region in _NAMED_HERE:
        return _NAMED_HERE[region][chinese]
    return _names().get(region, (region, region))[chinese]


@cache
def _names() -> dict[str, tuple[str, str]]:
    """The English and the Chinese name of each region.

    The table of names is read without the package it stands in. That package would bring along in which town a number
    is: 100 MB of memory and 0.4 s.
    """
    package = "phonenumbers.geodata"
    spec = find_spec(package)
    with _reading:
        known = package in sys.modules
        if spec is not None and not known:
            sys.modules[package] = module_from_spec(spec)  # found, and never executed
        try:
            from phonenumbers.geodata.locale import LOCALE_DATA
        finally:
            if not known:
                sys.modules.pop(package, None)
                sys.modules.pop(f"{package}.locale", None)
    return {region: (_name(names, region, "en"), _name(names, region, "zh")) for region, names in LOCALE_DATA.items()}


def _name(names: Mapping[str, str], region: str, language: str) -> str:
    name = names.get(language) or names.get("en") or region
    return names.get(name[1:], region) if name.startswith("*") else name  # "*aa": as in the language aa
