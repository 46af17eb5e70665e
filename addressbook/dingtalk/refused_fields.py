"""On which field of a form a refusal belongs (documents: extcontact create, extcontact update; dingtalk-api.md 9)."""

from __future__ import annotations

from addressbook.domain.fields import FIELDS, Field, FieldKind, Purpose, Rule
from addressbook.domain.form_values import FormValues
from addressbook.errors import AddressBookError, ServerError

# Codes that are not here are about no field: permissions, the rate, the feature, the size of the book …
FIELD_OF: dict[str, Field] = {
    "22005": Field.PHONE,  # the external contact already exists
    "33012": Field.OWNER,  # nobody has the id of the owner, or of a colleague it is shared with
    "40003": Field.OWNER,
    "40031": Field.PEOPLE,  # an id in the list is of nobody
    "40032": Field.PEOPLE,  # the list is too long
    "40065": Field.ALIAS,  # the remark is too long
    "40066": Field.DEPARTMENTS,
    "40067": Field.TITLE,  # too long
    "50002": Field.OWNER,  # a person, or a department, of whom the app may not know
    "50004": Field.DEPARTMENTS,
    "60003": Field.DEPARTMENTS,
    "60103": Field.PHONE,
    "60104": Field.PHONE,  # a colleague has it
    "60107": Field.PHONE,  # a colleague has it
    "60111": Field.OWNER,
    "60112": Field.NAME,
    "60121": Field.OWNER,
    "60200": Field.PHONE,  # the external contact already exists
    "60204": Field.LABELS,
}
_PARAMETER_EMPTY = "40036"


def refused_field(
    error: AddressBookError, sent: FormValues, purpose: Purpose, theirs: FormValues | None = None
) -> Field | None:
    """The field that the refusal of a create or an update is about; None when it is about none, or not known.

    `theirs` is what the server has, where known: somebody who is refused may be new among those it is shared with.
    "A parameter is empty" is about the first required field that was sent empty, if there is one.
    """
    if not isinstance(error, ServerError):
        return None
    if error.code == _PARAMETER_EMPTY:
        return next(
            (
                spec.field
                for spec in FIELDS
                if spec.rule(purpose) is Rule.REQUIRED and spec.kind is not FieldKind.EMAIL and not sent.get(spec.field)
            ),
            None,
        )
    field = FIELD_OF.get(error.code)
    if field is Field.OWNER and theirs is not None and sent.follower_user_id == theirs.follower_user_id:
        return Field.PEOPLE if set(sent.share_user_ids) - set(theirs.share_user_ids) else Field.OWNER
    return field
