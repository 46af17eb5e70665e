"""What an update was to clear and did not: the documents do not say whether the server clears what it is sent empty."""

from __future__ import annotations

from addressbook.domain.fields import FIELDS, Field, Purpose, Rule
from addressbook.domain.form_values import LISTS, FormValues


def stayed(before: FormValues, sent: FormValues, after: FormValues) -> frozenset[Field]:
    """The fields that were to be emptied, or to lose elements, and that the server still has as before."""
    before, sent, after = before.tidy(), sent.tidy(), after.tidy()
    found = set()
    for spec in FIELDS:
        if spec.rule(Purpose.UPDATE) is Rule.NOT_TAKEN:
            continue
        was, wanted, now = (values.get(spec.field) for values in (before, sent, after))
        if spec.field in LISTS:
            if (set(was) - set(wanted)) & set(now):
                found.add(spec.field)
        elif was and not wanted and now == was:
            found.add(spec.field)
    return frozenset(found)
