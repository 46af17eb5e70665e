"""Finding a name by what somebody types: as it stands, by pinyin, by initials."""

from __future__ import annotations

import pytest

from addressbook.domain.names import NameSearch


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("", "anybody"),
        ("mia", "Mia Chen"),
        ("CHEN mia", "Mia Chen"),
        ("hen", "Mia Chen"),
        ("josé", "Jose"),
        ("jose", "José"),
        ("洁", "陈洁"),
        ("chenjie", "陈洁"),
        ("chen jie", "陈洁"),
        ("chenj", "陈洁"),
        ("cj", "陈洁"),
        ("ch", "陈洁"),
        ("jie", "陈洁"),
        ("chj", "陈洁"),
        ("zhs", "张三"),
        ("zs", "张三"),
        ("shan", "单红"),  # a surname is read in its own way ...
        ("dan", "单红"),  # ... and a name that only looks like one is found all the same
        ("zengg", "曾国"),
        ("ouyang", "欧阳娜娜"),
        ("oynn", "欧阳娜娜"),
        ("yang n", "欧阳娜娜"),
        ("xiaoshoubu", "华东销售部"),
        ("hdxsb", "华东销售部"),
        ("ｍｉａ", "Mia"),
    ],
)
def test_found(typed: str, name: str) -> None:
    assert NameSearch(typed).finds(name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("x", "Mia Chen"),
        ("mia x", "Mia Chen"),
        ("jc", "陈洁"),
        ("chenjiez", "陈洁"),
        ("chej", "陈洁"),  # half a reading can only stand at the end
        ("cj", "陈 Mia"),
        ("cj", ""),
        ("hj", "陈洁"),
    ],
)
def test_not_found(typed: str, name: str) -> None:
    assert not NameSearch(typed).finds(name)


def test_many_readings_and_a_long_name_take_no_time() -> None:
    assert NameSearch("z" * 200).finds("重" * 500), "of many letters the first count"
    assert NameSearch("zc" * 30).finds("重" * 500)
    assert not NameSearch("zc" * 5 + "x").finds("重" * 500)
    assert not NameSearch("x" + "zc" * 30).finds("重" * 500)
