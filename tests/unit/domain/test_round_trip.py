"""What a person fills in comes back from the server as it was: form → wire → simulator → wire → form."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addressbook.dingtalk.client import DingTalkClient, Pace
from addressbook.dingtalk.region import other_address
from addressbook.domain.fields import Field, Purpose
from addressbook.domain.form_values import FormValues, values_of
from addressbook.domain.validation import Severity, check
from tests.helpers.examples import few
from tests.helpers.simulator import KEY, SECRET, simulator

# Whatever a keyboard, an input method or the clipboard can bring, and a good deal of ordinary text
TEXT = st.one_of(
    st.sampled_from(["", " ", "兰心怡", "O’Brien & Söhne", "a\tb\nc", "<b>&amp;</b>", '"quoted" \\ 100 %', "👩‍💼 Ann"]),
    st.text(max_size=20),
)
LABELS = st.lists(st.integers(1, 2**62), max_size=20).map(tuple)
FORMS = st.builds(
    FormValues,
    name=TEXT,
    remark=TEXT,
    company_name=TEXT,
    title=TEXT,
    address=TEXT,
    state_code=st.sampled_from(["86", "+86", "44", "1", "39", "852"]),
    mobile=st.one_of(
        st.integers(13_000_000_000, 19_999_999_999).map(lambda number: f"{str(number)[:3]} {str(number)[3:]}"),
        st.integers(20_000_000, 89_999_999).map(lambda number: f"021-{number}"),
        st.integers(7_400_000_000, 7_999_999_999).map(lambda number: f"0{number}"),
        st.text(alphabet="0123456789+- ", max_size=14),
    ),
    follower_user_id=st.one_of(st.just("manager4220"), st.text(max_size=12)),
    label_ids=LABELS,
    share_dept_ids=LABELS,
    share_user_ids=st.lists(st.text(st.characters(codec="ascii", categories=["L", "N"])), max_size=20).map(tuple),
)


WHOLE = FormValues(name="Ann", state_code="86", mobile="138 0013 8000", follower_user_id="manager4220", label_ids=(7,))


def _mended(values: FormValues, purpose: Purpose) -> FormValues:
    """With something acceptable wherever a person would be told that it is wrong."""
    values = values.with_value(Field.PEOPLE, tuple(one for one in values.share_user_ids if one))
    problems = check(values, purpose)
    if any(problem.field in (Field.COUNTRY, Field.PHONE) for problem in problems):
        values = replace(values, state_code=WHOLE.state_code, mobile=WHOLE.mobile)
    for problem in problems:
        values = values.with_value(problem.field, WHOLE.get(problem.field))
    assert check(values, purpose) == ()
    return values


CREATED = FORMS.map(lambda values: _mended(values, Purpose.CREATE))
EDITED = FORMS.map(lambda values: _mended(values, Purpose.UPDATE))


@pytest.fixture(scope="module", params=["replace", "merge"])
def client(request: pytest.FixtureRequest) -> Iterator[DingTalkClient]:
    with simulator(contacts=0, update=request.param) as control:
        made = DingTalkClient(other_address(control.url), KEY, SECRET, pace=Pace(math.inf, math.inf))
        yield made
        made.close()


@settings(max_examples=few(), deadline=None)
@given(CREATED)
def test_a_new_contact_comes_back_as_filled_in(client: DingTalkClient, values: FormValues) -> None:
    userid = client.create_contact(values.wire(Purpose.CREATE))
    try:
        back = values_of(client.get_contact(userid))
    finally:
        client.delete_contact(userid)
    assert back == values.as_sent(Purpose.CREATE)
    assert not [problem for problem in check(back, Purpose.CREATE) if problem.severity is Severity.ERROR]


@settings(max_examples=few(), deadline=None)
@given(CREATED, EDITED)
def test_an_edit_comes_back_as_filled_in_and_leaves_the_number(
    client: DingTalkClient, values: FormValues, edited: FormValues
) -> None:
    userid = client.create_contact(values.wire(Purpose.CREATE))
    try:
        before = values_of(client.get_contact(userid))
        client.update_contact(userid, edited.wire(Purpose.UPDATE))
        back = values_of(client.get_contact(userid))
    finally:
        client.delete_contact(userid)
    kept = {"state_code": before.state_code, "mobile": before.mobile}
    assert back == FormValues(**{**{name: getattr(edited.tidy(), name) for name in FormValues.__slots__}, **kept})


@pytest.mark.parametrize("update", ["replace", "merge"])
def test_what_was_cleared_is_cleared_whatever_update_makes_of_left_out_fields(update: str) -> None:
    whole = FormValues(
        name="Ann",
        remark="A.",
        company_name="Lanhai",
        title="Buyer",
        state_code="86",
        mobile="13800138000",
        address="Wuhan",
        follower_user_id="manager4220",
        label_ids=(1, 2),
        share_dept_ids=(1,),
        share_user_ids=("u1",),
    )
    bare = FormValues(name="Ann", state_code="86", mobile="13800138000", follower_user_id="manager4220", label_ids=(2,))
    with simulator(contacts=0, update=update) as control:
        client = DingTalkClient(other_address(control.url), KEY, SECRET, pace=Pace(math.inf, math.inf))
        try:
            userid = client.create_contact(whole.wire(Purpose.CREATE))
            client.update_contact(userid, bare.wire(Purpose.UPDATE))
            assert values_of(client.get_contact(userid)) == bare
        finally:
            client.close()
