"""The rules of a form."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addressbook.domain.fields import FIELDS, Field, FieldKind, Purpose, Rule
from addressbook.domain.form_values import FormValues
from addressbook.domain.validation import Severity, check, check_field

WHOLE = FormValues(
    name="Zhang San", state_code="86", mobile="138 0013 8000", follower_user_id="manager4220", label_ids=(1,)
)
LISTS = {Field.LABELS: range(1, 40), Field.DEPARTMENTS: range(1, 40), Field.PEOPLE: [f"user{n}" for n in range(40)]}
REQUIRED = [(purpose, spec.field) for purpose in Purpose for spec in FIELDS if spec.rule(purpose) is Rule.REQUIRED]
EMPTY_TEXT = ("", "   ", "\t\n", "\u200b\u2060", "\u3000")


def test_a_whole_form_has_no_problem() -> None:
    assert [check(WHOLE, purpose) for purpose in Purpose] == [(), ()]


@pytest.mark.parametrize(("purpose", "field"), REQUIRED)
def test_each_required_field_is_missed_alone(purpose: Purpose, field: Field) -> None:
    for empty in ((),) if field in LISTS else EMPTY_TEXT:
        values = WHOLE.with_value(field, empty)
        assert [(problem.field, problem.code, problem.severity) for problem in check(values, purpose)] == [
            (field, "missing", Severity.ERROR)
        ]


def test_what_each_document_requires() -> None:
    assert [problem.field for problem in check(FormValues(), Purpose.CREATE)] == [
        Field.NAME,
        Field.COUNTRY,
        Field.PHONE,
        Field.LABELS,
        Field.OWNER,
    ]
    assert [problem.field for problem in check(FormValues(), Purpose.UPDATE)] == [Field.NAME, Field.LABELS, Field.OWNER]


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("field", LISTS)
def test_twenty_are_taken_and_twenty_one_are_not(purpose: Purpose, field: Field) -> None:
    many = tuple(LISTS[field])
    assert check_field(field, WHOLE.with_value(field, many[:20]), purpose) is None
    assert check_field(field, WHOLE.with_value(field, (*many[:20], many[0])), purpose) is None  # the same one twice
    problem = check_field(field, WHOLE.with_value(field, many[:23]), purpose)
    assert problem is not None
    assert (problem.code, problem.params) == ("too_many", {"count": 23, "most": 20, "over": 3})


@pytest.mark.parametrize("mobile", ["", "1", "1360054xxxx", "+44 1"])
def test_an_edit_is_not_held_up_by_a_number_that_it_cannot_change(mobile: str) -> None:
    assert check(replace(WHOLE, mobile=mobile, state_code=""), Purpose.UPDATE) == ()


@pytest.mark.parametrize(
    ("state_code", "mobile", "found"),
    [
        ("86", "12800138000", [(Field.PHONE, "phone_doubtful", Severity.WARNING)]),
        ("86", "138 0012 88", [(Field.PHONE, "phone_too_short", Severity.ERROR)]),
        ("999", "12345", [(Field.COUNTRY, "country_unknown", Severity.ERROR)]),
        ("abc", "12345", [(Field.COUNTRY, "country_unknown", Severity.ERROR)]),
        ("", "138 0012 88", [(Field.COUNTRY, "missing", Severity.ERROR)]),
        (
            "",
            "reception",
            [(Field.COUNTRY, "missing", Severity.ERROR), (Field.PHONE, "phone_letters", Severity.ERROR)],
        ),
    ],
)
def test_country_and_number(state_code: str, mobile: str, found: list[tuple[Field, str, Severity]]) -> None:
    problems = check(replace(WHOLE, state_code=state_code, mobile=mobile), Purpose.CREATE)
    assert [(problem.field, problem.code, problem.severity) for problem in problems] == found


TEXT = st.text(max_size=30)
VALUES = st.builds(
    FormValues,
    name=TEXT,
    company_name=TEXT,
    state_code=st.sampled_from(["", "86", "44", "999", "+86", "x"]),
    mobile=st.text(alphabet="0123456789+- x", max_size=16),
    follower_user_id=TEXT,
    label_ids=st.lists(st.integers(1, 30), max_size=30).map(tuple),
    share_dept_ids=st.lists(st.integers(1, 30), max_size=30).map(tuple),
    share_user_ids=st.lists(TEXT, max_size=30).map(tuple),
)


@given(VALUES, st.sampled_from(Purpose))
def test_problems_stand_in_the_order_of_the_fields_and_only_at_fields_that_are_sent(
    values: FormValues, purpose: Purpose
) -> None:
    order = [spec.field for spec in FIELDS if spec.rule(purpose) is not Rule.NOT_TAKEN]
    fields = [problem.field for problem in check(values, purpose)]
    assert fields == [field for field in order if field in fields]
    assert len(set(fields)) == len(fields)


@given(VALUES, st.sampled_from(Purpose))
def test_tidying_changes_no_judgement(values: FormValues, purpose: Purpose) -> None:
    assert check(values, purpose) == check(values.tidy(), purpose)


@given(VALUES, st.sampled_from(Purpose))
def test_what_passes_can_be_sent(values: FormValues, purpose: Purpose) -> None:
    if any(problem.severity is Severity.ERROR for problem in check(values, purpose)):
        return
    wire = values.wire(purpose)
    for spec in FIELDS:
        if spec.rule(purpose) is Rule.REQUIRED:
            assert wire[spec.field.value]
        if spec.field in LISTS and spec.field.value in wire:
            assert len(wire[spec.field.value]) <= 20  # type: ignore[arg-type]
    assert ("mobile" in wire) == (purpose is Purpose.CREATE)
    assert FieldKind.EMAIL.value not in wire
