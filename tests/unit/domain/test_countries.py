"""The list of countries to choose from."""

from __future__ import annotations

import subprocess
import sys

import phonenumbers
import pytest

from addressbook.domain.countries import countries, region_name


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_country_is_there_once_with_a_name(language: str) -> None:
    found = countries(language)
    assert sorted(country.region for country in found) == sorted(phonenumbers.SUPPORTED_REGIONS)
    assert [country.region for country in found if country.name in ("", country.region) or "*" in country.name] == []
    assert all(country.code.isdigit() for country in found)


@pytest.mark.parametrize(
    ("region", "english", "chinese"),
    [
        ("CN", "China", "中国"),
        ("US", "United States", "美国"),
        ("HK", "Hong Kong", "香港"),
        ("GB", "United Kingdom", "英国"),
        ("XK", "Kosovo", "科索沃"),
        ("QQ", "QQ", "QQ"),
    ],
)
def test_names(region: str, english: str, chinese: str) -> None:
    assert (region_name(region, "en"), region_name(region, "zh_CN")) == (english, chinese)


def test_names_stand_in_the_order_of_their_language() -> None:
    english = [country.name for country in countries("en")]
    assert english.index("Albania") < english.index("Åland Islands") + 3 < english.index("Brazil")
    chinese = [country.name for country in countries("zh_CN")]
    assert chinese.index("阿根廷") < chinese.index("德国") < chinese.index("美国") < chinese.index("中国")


def test_names_come_without_the_table_of_towns() -> None:
    """Which takes 100 MB of memory."""
    lines = (
        "import sys",
        "from addressbook.domain.countries import countries",
        "assert countries('zh_CN')",
        "print(*[name for name in sys.modules if name.startswith('phonenumbers.geodata')])",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
