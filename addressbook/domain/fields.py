"""The field table: what create and update take (documents: extcontact create, extcontact update)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

MOST_IN_LIST = 20  # labels, departments and people to share with, per call


class Field(StrEnum):
    """A field of a contact, by its name on the wire."""

    NAME = "name"
    ALIAS = "remark"
    COMPANY = "company_name"
    TITLE = "title"
    COUNTRY = "state_code"
    PHONE = "mobile"
    EMAIL = "email"
    ADDRESS = "address"
    LABELS = "label_ids"
    OWNER = "follower_user_id"
    DEPARTMENTS = "share_dept_ids"
    PEOPLE = "share_user_ids"


class FieldKind(Enum):
    """What a field holds, which decides how it is filled in."""

    TEXT = "text"
    COUNTRY = "country"
    PHONE = "phone"
    EMAIL = "email"
    LABELS = "labels"
    PERSON = "person"
    PEOPLE = "people"
    DEPARTMENTS = "departments"


class Purpose(Enum):
    """What a form is filled in for: decides which call takes its fields."""

    CREATE = "create"
    UPDATE = "update"


class Rule(Enum):
    """What a call makes of a field."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NOT_TAKEN = "not_taken"  # the call has no such parameter: it can neither be set nor cleared


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. `most` is how many elements a list may have."""

    field: Field
    kind: FieldKind
    on_create: Rule
    on_update: Rule
    most: int | None = None

    def rule(self, purpose: Purpose) -> Rule:
        """What the call of `purpose` makes of the field."""
        return self.on_create if purpose is Purpose.CREATE else self.on_update


_REQUIRED, _OPTIONAL, _NOT_TAKEN = Rule.REQUIRED, Rule.OPTIONAL, Rule.NOT_TAKEN

# In the order in which a form shows them.
FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec(Field.NAME, FieldKind.TEXT, _REQUIRED, _REQUIRED),
    FieldSpec(Field.ALIAS, FieldKind.TEXT, _OPTIONAL, _OPTIONAL),
    FieldSpec(Field.COMPANY, FieldKind.TEXT, _OPTIONAL, _OPTIONAL),
    FieldSpec(Field.TITLE, FieldKind.TEXT, _OPTIONAL, _OPTIONAL),
    FieldSpec(Field.COUNTRY, FieldKind.COUNTRY, _REQUIRED, _NOT_TAKEN),
    FieldSpec(Field.PHONE, FieldKind.PHONE, _REQUIRED, _NOT_TAKEN),
    FieldSpec(Field.EMAIL, FieldKind.EMAIL, _NOT_TAKEN, _NOT_TAKEN),
    FieldSpec(Field.ADDRESS, FieldKind.TEXT, _OPTIONAL, _OPTIONAL),
    FieldSpec(Field.LABELS, FieldKind.LABELS, _REQUIRED, _REQUIRED, MOST_IN_LIST),
    FieldSpec(Field.OWNER, FieldKind.PERSON, _REQUIRED, _REQUIRED),
    FieldSpec(Field.DEPARTMENTS, FieldKind.DEPARTMENTS, _OPTIONAL, _OPTIONAL, MOST_IN_LIST),
    FieldSpec(Field.PEOPLE, FieldKind.PEOPLE, _OPTIONAL, _OPTIONAL, MOST_IN_LIST),
)

SPEC_OF = {spec.field: spec for spec in FIELDS}
