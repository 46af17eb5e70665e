"""An external contact, as DingTalk knows it (object OpenExtContact of the extcontact documents)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from addressbook.domain.news import Change


@dataclass(frozen=True, slots=True)
class Contact:
    """One external contact. Missing, null and empty are alike: optional texts are "" and lists are ().

    `mobile` is None when the server does not share it (third-party app), "" when it is empty.
    `state_code` is the country code without plus sign ("86"). Ids of contacts and employees are text
    (leading zeros occur), label ids are 64-bit integers, department ids integers.
    """

    userid: str
    name: str = ""
    mobile: str | None = ""
    state_code: str = ""
    title: str = ""
    company_name: str = ""
    remark: str = ""
    address: str = ""
    email: str = ""
    follower_user_id: str = ""
    label_ids: tuple[int, ...] = ()
    share_dept_ids: tuple[int, ...] = ()
    share_user_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadableContact:
    """A contact of which the server sent something that could not be understood.

    `userid` may be made up ("?<place in the server's list>", from 0) when even the id could not be read. `reason` names
    the field and the kind of fault, never the value.
    """

    userid: str
    reason: str


class RowState(Enum):
    """What a row of the list stands for."""

    READY = "ready"
    UNREADABLE = "unreadable"
    PENDING = "pending"  # changed here, not yet confirmed by the server


@dataclass(frozen=True, slots=True)
class ContactRow:
    """What the list shows of a contact; `row` is its number in the copy and never changes while it exists.

    `phone` is ready for display ("+86 138 0013 8000"), None when the server does not share it.
    """

    row: int
    userid: str
    name: str
    alias: str
    company: str
    title: str
    phone: str | None
    email: str
    address: str
    owner_id: str
    label_ids: tuple[int, ...]
    state: RowState = RowState.READY
    reason: str = ""
    news: Change | None = None  # NEW or CHANGED since the person last looked
