"""Reading is tolerant and never raises; writing is exact."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from addressbook.dingtalk import codec
from addressbook.dingtalk.client import ContactPage
from addressbook.domain.contact import Contact
from addressbook.domain.label import Label, LabelGroup
from addressbook.domain.staff import Department, Employee

UNHURRIED = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])


def read(third_party: bool = False, **fields: object) -> Contact:
    return codec.contact({"userid": "1", **fields}, third_party=third_party)


@pytest.mark.parametrize("empty", [None, "", [], "[]", " "])
def test_missing_null_and_empty_are_alike(empty: object) -> None:
    lists = dict.fromkeys(("label_ids", "share_dept_ids", "share_user_ids"), empty)
    texts = dict.fromkeys(("name", "mobile", "state_code", "title", "company_name", "remark", "address"))
    assert read(**lists, **texts, email="", follower_user_id=None) == Contact("1") == read()


@pytest.mark.parametrize(
    ("given_value", "expected"), [(13800000000, "13800000000"), (86.0, "86"), ("x", "x"), (0, "0"), ("007", "007")]
)
def test_numbers_pass_for_text(given_value: object, expected: str) -> None:
    assert read(name=given_value).name == expected


@pytest.mark.parametrize(
    "ids",
    [
        [1561000001, 2],
        ["1561000001", "2"],
        "[1561000001, 2]",
        '["1561000001","2"]',
        "1561000001, 2",
        [1561000001.0, None, "", 2, 2],
    ],
)
def test_ids_in_all_their_forms(ids: object) -> None:
    assert read(label_ids=ids).label_ids == (1561000001, 2)


def test_a_single_value_passes_for_a_list() -> None:
    contact = read(label_ids=7, share_user_ids="0423752", share_dept_ids="42536")
    assert (contact.label_ids, contact.share_user_ids, contact.share_dept_ids) == ((7,), ("0423752",), (42536,))


def test_ids_of_people_keep_their_zeros() -> None:
    assert read(follower_user_id="0012", share_user_ids=["0001", 42]) == Contact(
        "1", follower_user_id="0012", share_user_ids=("0001", "42")
    )


@pytest.mark.parametrize(("code", "expected"), [("+86", "86"), (" 852 ", "852"), (1, "1"), (None, "")])
def test_country_codes_have_no_plus(code: object, expected: str) -> None:
    assert read(state_code=code).state_code == expected


@pytest.mark.parametrize(
    ("third_party", "fields", "expected"),
    [
        (True, {}, None),
        (True, {"mobile": None}, None),
        (True, {"mobile": ""}, ""),
        (True, {"mobile": "138"}, "138"),
        (False, {}, ""),
        (False, {"mobile": None}, ""),
    ],
)
def test_a_mobile_that_is_not_shared_is_told_from_an_empty_one(
    third_party: bool, fields: dict[str, object], expected: str | None
) -> None:
    assert read(third_party, **fields).mobile == expected


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"name": {"first": "Ann"}}, "name"),
        ({"name": ["Ann"]}, "name"),
        ({"title": True}, "title"),
        ({"title": 1.5}, "title"),
        ({"label_ids": ["x"]}, "label_ids"),
        ({"label_ids": [2**63]}, "label_ids"),
        ({"label_ids": "[1,"}, "label_ids"),
        ({"label_ids": [True]}, "label_ids"),
        ({"label_ids": ["--5"]}, "label_ids"),
        ({"label_ids": ["１２"]}, "label_ids"),
        ({"label_ids": [float("nan")]}, "label_ids"),
        ({"share_dept_ids": {"a": 1}}, "share_dept_ids"),
        ({"share_user_ids": [[1]]}, "share_user_ids"),
    ],
)
def test_what_cannot_be_converted_is_named_without_its_value(fields: dict[str, object], named: str) -> None:
    with pytest.raises(codec.Unreadable) as caught:
        read(**fields)
    assert str(caught.value).startswith(named)
    assert "Ann" not in str(caught.value)


@pytest.mark.parametrize(
    "row", [None, 7, "text", [], {}, {"userid": ""}, {"userid": " "}, {"userid": {}}, {"userid": True}]
)
def test_rows_without_an_id_get_one(row: object) -> None:
    decoded = codec.page([row], 300, third_party=False)
    assert [bad.userid for bad in decoded.unreadable] == ["?300"]
    assert (decoded.first_id, decoded.last_id) == (None, None)


def test_a_row_without_an_id_at_the_border_of_two_pages_is_one_row() -> None:
    people: list[object] = [{"userid": str(number)} for number in range(200)]
    people[99] = {"userid": {}}
    first = codec.page(people[:100], 0, third_party=False)
    second = codec.page(people[99:199], 99, third_party=False)  # pages overlap by a row
    assert first.unreadable == second.unreadable


def test_the_id_may_be_a_number_or_bear_its_other_name() -> None:
    decoded = codec.page([{"userid": 1129774889}, {"user_id": "01"}], 0, third_party=False)
    assert [contact.userid for contact in decoded.contacts] == ["1129774889", "01"]
    assert (decoded.first_id, decoded.last_id) == ("1129774889", "01")


def test_text_that_no_file_could_hold_is_mended() -> None:
    row = json.loads('{"userid":"1","name":"a\\ud83d b\\u0000c \\ud83d\\ude00"}')
    name = codec.contact(row, third_party=False).name
    assert name == "a\ufffd b\ufffdc 😀"
    assert name.encode("utf-8")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (-15220075, -15220075),
        ("-15220075", -15220075),
        (4279747221, -15220075),
        (0xFF000000, -16777216),
        (0, 0),
        (2**32, None),
        (-(2**31) - 1, None),
        ("red", None),
        (None, None),
        (True, None),
        ([], None),
    ],
)
def test_colours_are_signed_32_bit(value: object, expected: int | None) -> None:
    assert codec.colour(value) == expected


def test_label_groups_lose_only_what_is_broken() -> None:
    raw = [
        {"name": "Type", "color": -1, "labels": [{"id": "1561000001", "name": "A"}, {"name": "no id"}, None]},
        {"name": 7, "labels": None},
        {"name": {}, "labels": []},
        {"name": "x", "labels": {"a": 1}},
        3,
    ]
    groups, lost = codec.label_groups(raw)
    assert groups == [LabelGroup("Type", -1, (Label(1561000001, "A"),)), LabelGroup("7", None, ())]
    assert lost == 5


def test_people_and_departments() -> None:
    assert codec.employee({"userid": 12, "name": None, "dept_id_list": "[2,3]"}) == Employee("12", "", (2, 3))
    assert codec.department({"dept_id": "2", "name": "Sales", "parent_id": ""}) == Department(2, "Sales", None)
    for broken in ({}, None, [], {"userid": ""}):
        with pytest.raises(codec.Unreadable):
            codec.employee(broken)
        with pytest.raises(codec.Unreadable):
            codec.department(broken)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(blacklist_categories=()))
    | st.sampled_from(["[1", "[[[", "1,2", "[1,[2]]", "9" * 30, "-", "--1"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=10,
)
TEXTS = [
    "userid",
    "name",
    "mobile",
    "state_code",
    "title",
    "company_name",
    "remark",
    "address",
    "email",
    "follower_user_id",
]
LISTS = ["label_ids", "share_dept_ids", "share_user_ids"]
ROW = JSON | st.fixed_dictionaries({}, optional=dict.fromkeys(TEXTS + LISTS, JSON))


@UNHURRIED
@given(st.lists(ROW, max_size=4), st.booleans())
@example([{"userid": "1", "label_ids": "[" * 100_000}], False)
@example([{"userid": "1", "label_ids": "[1e400]"}], False)
def test_decoding_never_raises_and_loses_no_row(rows: list[object], third_party: bool) -> None:
    decoded = ContactPage(0, 100, rows, third_party).decode()
    assert len(decoded.contacts) + len(decoded.unreadable) == len(rows)
    for contact in decoded.contacts:
        assert contact.userid
        for value in (contact.userid, contact.name, contact.remark, contact.follower_user_id, *contact.share_user_ids):
            value.encode("utf-8")
        assert all(-(2**63) <= number < 2**63 for number in contact.label_ids + contact.share_dept_ids)


@UNHURRIED
@given(JSON)
def test_label_groups_never_raise_anything_else(raw: object) -> None:
    try:
        groups, lost = codec.label_groups(raw)
    except codec.Unreadable:
        assert not isinstance(raw, list)
    else:
        assert lost >= 0
        assert all(group.color is None or -(2**31) <= group.color < 2**31 for group in groups)


FIELDS = {"name": "Ann", "follower_user_id": "m1", "label_ids": [1], "state_code": "86", "mobile": "138"}


def test_written_fields_are_exact() -> None:
    assert codec.for_create({**FIELDS, "share_dept_ids": (1, 2), "address": "", "remark": None}) == {
        **FIELDS,
        "share_dept_ids": [1, 2],
        "address": "",
    }


def test_characters_that_would_need_an_escape_are_left_out() -> None:
    written = codec.for_create({**FIELDS, "address": "a\x01b\tc\nd\x1be\ud83d"})
    assert written["address"] == "ab\tc\nde\ufffd"
    assert "\\u" not in json.dumps(written, ensure_ascii=False)


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "a@b.c"},
        {"userid": "1"},
        {"mobile": None},
        {"label_ids": None},
        {"label_ids": ["1"]},
        {"label_ids": [True]},
        {"label_ids": 1},
        {"share_user_ids": [1]},
        {"name": 7},
        {"follower_user_id": ["m1"]},
    ],
)
def test_what_the_call_does_not_take_is_refused_before_it_is_sent(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        codec.for_create({**FIELDS, **wrong})
