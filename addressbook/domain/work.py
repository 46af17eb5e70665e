"""What a person has begun and not finished: drafts, saves whose outcome is unknown, interrupted replacements.

One piece of work is one WorkItem from the first key press to the confirmed end, so that nothing can be lost between a
draft and its saving. It is kept in work.db before each call that writes, and forgotten once the end is certain.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from addressbook.domain.contact import Contact
from addressbook.domain.fields import Purpose
from addressbook.domain.form_values import FormValues


class WorkKind(StrEnum):
    """What is to be done."""

    CREATE = "create"
    EDIT = "edit"
    REPLACE = "replace"  # another phone number: a corrected copy is made, then the old contact is deleted
    DELETE = "delete"


class WorkState(StrEnum):
    """How far it is."""

    DRAFT = "draft"  # nothing was sent, or what was sent was refused: it can be changed and tried again
    SENDING = "sending"  # a writing call may be on its way; after a restart that means UNKNOWN
    UNKNOWN = "unknown"  # the answer was lost: it is being checked whether the call was carried out
    ABSENT = "absent"  # checked: it was not carried out as far as can be seen; a person may repeat it
    COPIED = "copied"  # replace: the corrected copy exists, and the old contact too
    DELETING = "deleting"  # replace: the old contact is being deleted; after a restart that is checked
    UNDOING = "undoing"  # replace: the corrected copy is being deleted again; after a restart that is checked


_TEMPORARY = "+"  # no id of DingTalk's begins so


def temporary_id(item_id: str) -> str:
    """The userid under which the book shows a contact that is being made, until DingTalk has given it one."""
    return _TEMPORARY + item_id


def is_temporary(userid: str) -> bool:
    """Whether a userid is one of `temporary_id`, of which DingTalk knows nothing."""
    return userid.startswith(_TEMPORARY)


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One piece of work. `id` is 32 hex digits, all times are aware, in UTC.

    `values` is what the form holds. `base` is the contact as the form, the deletion or the replacement started from, of
    a CREATE the deleted contact that is made again (its e-mail, which create does not take, is kept in there alone),
    `sent` what the call under way, unknown or doubted was given, `sent_at` when (or when its answer was given up),
    `userid` the contact concerned ("" for a new one), `new_userid` the copy that a replacement has made. `refused` is
    the code of the last refusal, "" when there was none.
    `doubted`: an earlier try may have made the contact, so that "it exists already" may be its success. `missed`: that
    try was looked for since and not found, and no other was lost after it.
    """

    id: str
    kind: WorkKind
    state: WorkState
    values: FormValues
    created_at: datetime
    changed_at: datetime
    base: Contact | None = None
    userid: str = ""
    new_userid: str = ""
    sent: FormValues | None = None
    sent_at: datetime | None = None
    refused: str = ""
    doubted: bool = False
    missed: bool = False

    @property
    def purpose(self) -> Purpose:
        """Which call its form is filled in for."""
        return Purpose.UPDATE if self.kind is WorkKind.EDIT else Purpose.CREATE

    @property
    def title(self) -> str:
        """The name it is listed under; "" when there is none yet."""
        return self.values.tidy().name or (self.base.name if self.base is not None else "")

    @property
    def is_uncertain(self) -> bool:
        """Whether a call may have been carried out without our knowing."""
        return self.state in (WorkState.SENDING, WorkState.UNKNOWN, WorkState.DELETING, WorkState.UNDOING)
