"""What a form holds: the fields of a contact that a person can fill in, and their way to the calls."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from addressbook.domain.contact import Contact
from addressbook.domain.fields import FIELDS, Field, FieldKind, Purpose, Rule
from addressbook.domain.phone import country_code
from addressbook.domain.phone_check import wire_number
from addressbook.domain.text import clean

LISTS = frozenset({Field.LABELS, Field.DEPARTMENTS, Field.PEOPLE})
# Texts that create takes as they are; it refuses a name with a line break (60112: simulator, as observed).
_TO_THE_LETTER = (Field.ALIAS, Field.COMPANY, Field.TITLE, Field.ADDRESS)


@dataclass(frozen=True, slots=True)
class FormValues:
    """Values by the names of the wire (see Contact). While a person types they are kept exactly as typed; `tidy`
    gives what is saved. There is no e-mail: no call takes one."""

    name: str = ""
    remark: str = ""
    company_name: str = ""
    title: str = ""
    state_code: str = ""
    mobile: str = ""
    address: str = ""
    follower_user_id: str = ""
    label_ids: tuple[int, ...] = ()
    share_dept_ids: tuple[int, ...] = ()
    share_user_ids: tuple[str, ...] = ()

    def get(self, field: Field) -> Any:
        """The value of a field: text or a tuple. KeyError for the e-mail."""
        if field is Field.EMAIL:
            raise KeyError(field)
        return getattr(self, field.value)

    def with_value(self, field: Field, value: Any) -> FormValues:
        """The same with another value. KeyError for the e-mail."""
        if field is Field.EMAIL:
            raise KeyError(field)
        return replace(self, **{field.value: value})

    def tidy(self) -> FormValues:
        """As it is saved: texts on one line without spaces around them, every element of a list once."""
        tidied: dict[str, Any] = {}
        for spec in FIELDS:
            if spec.kind is FieldKind.EMAIL:
                continue
            value = self.get(spec.field)
            tidied[spec.field.value] = tuple(dict.fromkeys(value)) if spec.field in LISTS else one_line(value)
        return FormValues(**tidied)

    def as_sent(self, purpose: Purpose, base: FormValues | None = None) -> FormValues:
        """What the server holds once the call of `purpose` has saved them: tidied, for create with the digits of the
        number (see `phone_check.wire_number`: may be slow the first time).

        Of texts that are those of `base`, which came from the server, nothing is tidied: an address stays on two lines.
        """
        values = self.tidy() if base is None else self._tidy_but(base)
        if purpose is Purpose.UPDATE:
            return values  # the number stays as the server has it
        return replace(
            values,
            state_code=country_code(values.state_code) or values.state_code,
            mobile=wire_number(values.state_code, values.mobile),
        )

    def _tidy_but(self, base: FormValues) -> FormValues:
        tidied, untouched = self.tidy(), base.tidy()
        same = [field.value for field in _TO_THE_LETTER if tidied.get(field) == untouched.get(field)]
        kept: dict[str, Any] = {name: getattr(base, name) for name in same}
        return replace(tidied, **kept)

    def wire(self, purpose: Purpose, *, as_is: bool = False) -> dict[str, object]:
        """What the call of `purpose` is given, tidied: what it does not take is left out (documents: create, update).

        create leaves out optional fields that are empty; update sends them as "" and [], which clears them. `as_is`:
        the values are not tidied here, since they hold what the server is to keep to the letter.
        """
        values = self if as_is else self.as_sent(purpose)
        given: dict[str, object] = {}
        for spec in FIELDS:
            rule = spec.rule(purpose)
            if rule is Rule.NOT_TAKEN:
                continue
            value = values.get(spec.field)
            if value or rule is Rule.REQUIRED or purpose is Purpose.UPDATE:
                given[spec.field.value] = list(value) if spec.field in LISTS else value
        return given

    def as_contact(self, userid: str, email: str = "") -> Contact:
        """The contact that these values make."""
        values = self.tidy()
        return Contact(userid=userid, email=email, **{name: getattr(values, name) for name in FormValues.__slots__})


def values_of(contact: Contact) -> FormValues:
    """What a form shows of a contact."""
    given = {name: getattr(contact, name) for name in FormValues.__slots__}
    return FormValues(**{**given, "mobile": contact.mobile or ""})


def changed_fields(before: FormValues, after: FormValues, purpose: Purpose) -> frozenset[Field]:
    """The fields that `purpose` takes and that differ once tidied. The order within a list does not count."""
    before, after = before.tidy(), after.tidy()
    return frozenset(
        spec.field
        for spec in FIELDS
        if spec.rule(purpose) is not Rule.NOT_TAKEN and not _same(spec.field, before, after)
    )


def lacking(values: FormValues, purpose: Purpose) -> tuple[Field, ...]:
    """The fields for which the call of `purpose` is sure to refuse: required ones that are empty, lists too long."""
    tidied = values.tidy()
    return tuple(
        spec.field
        for spec in FIELDS
        if spec.rule(purpose) is not Rule.NOT_TAKEN
        and (
            (spec.rule(purpose) is Rule.REQUIRED and not tidied.get(spec.field))
            or (spec.most is not None and len(tidied.get(spec.field)) > spec.most)
        )
    )


def _same(field: Field, before: FormValues, after: FormValues) -> bool:
    one, other = before.get(field), after.get(field)
    return set(one) == set(other) if field in LISTS else bool(one == other)


def one_line(text: str) -> str:
    """Without what cannot be kept or seen: control characters become spaces, none stand around the text."""
    text = clean(text)
    if any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in text):
        text = "".join(
            " " if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character for character in text
        )
        text = " ".join(text.split())
    return text.strip()
