"""The rules of a form: those of the documents of create and update, and what is known about phone numbers.

The same for the form and for import. What the server refuses beyond them is mapped to the same fields.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import Enum

from addressbook.domain.fields import FIELDS, SPEC_OF, Field, Purpose, Rule
from addressbook.domain.form_values import LISTS, FormValues
from addressbook.domain.phone import country_code
from addressbook.domain.phone_check import Verdict, check_number, is_country


class Severity(Enum):
    """Whether a problem stands in the way of saving."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a field. Codes and their parameters:

    - missing: a required field has nothing in it that can be seen
    - too_many: a list has `count` elements, `over` more than the `most` that the call takes
    - country_unknown: there is no country with the code `country`
    - phone_…: see `phone_check.PhoneCheck`; phone_doubtful and phone_no_area are warnings, all others errors
    """

    field: Field
    code: str
    severity: Severity = Severity.ERROR
    params: Mapping[str, int | str] = dataclass_field(default_factory=dict)


def check(values: FormValues, purpose: Purpose) -> tuple[Problem, ...]:
    """All problems, in the order of the fields; at most one for each."""
    found = (check_field(spec.field, values, purpose) for spec in FIELDS)
    return tuple(problem for problem in found if problem is not None)


def check_field(field: Field, values: FormValues, purpose: Purpose) -> Problem | None:
    """The problem of one field; None when it has none or the call of `purpose` does not take it."""
    spec = SPEC_OF[field]
    rule = spec.rule(purpose)
    if rule is Rule.NOT_TAKEN:
        return None
    value = values.tidy().get(field)
    if not (value if field in LISTS else _is_visible(value)):
        return Problem(field, "missing") if rule is Rule.REQUIRED else None
    if spec.most is not None and len(value) > spec.most:
        return Problem(
            field, "too_many", params={"count": len(value), "most": spec.most, "over": len(value) - spec.most}
        )
    if field is Field.COUNTRY and not is_country(value):
        return Problem(field, "country_unknown", params={"country": country_code(value) or value})
    if field is Field.PHONE:
        return _check_phone(values.tidy())
    return None


def _check_phone(values: FormValues) -> Problem | None:
    judged = check_number(values.state_code, values.mobile)
    if judged.verdict is Verdict.OK or judged.reason == "country_unknown":  # that is said at the country
        return None
    severity = Severity.WARNING if judged.verdict is Verdict.DOUBTFUL else Severity.ERROR
    return Problem(Field.PHONE, judged.reason, severity, judged.params)


def _is_visible(text: str) -> bool:
    return any(unicodedata.category(character) not in ("Cf", "Cc", "Zs", "Zl", "Zp") for character in text)
