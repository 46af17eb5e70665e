"""A contact as it lies in the tables: its columns, and what is computed from it once, when it comes in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

from addressbook.domain.contact import Contact, ContactRow, RowState, UnreadableContact
from addressbook.domain.keys import EMPTY, UNREADABLE, digits_key, repeating_key, text_key
from addressbook.domain.phone import display_and_digits
from addressbook.domain.text import clean
from addressbook.store import schema

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

# In the order of `Record.columns`.
COLUMNS = (
    "userid", "state", "reason", "name", "remark", "company_name", "title", "phone", "email", "address", "owner",
    "label_ids", "mobile", "state_code", "share_dept_ids", "share_user_ids",
)  # fmt: skip
ROW_COLUMNS = "row, userid, name, remark, company_name, title, phone, email, address, owner, label_ids, state, reason"
CONTACT_COLUMNS = (
    "state, reason, userid, name, mobile, state_code, title, company_name, remark, address, email, owner, label_ids, "
    "share_dept_ids, share_user_ids"
)


class Record(NamedTuple):
    """All that is stored for one contact, but for its row number and mark."""

    columns: tuple[str | int | None, ...]
    sorting: tuple[str | bytes, ...]  # owner, name, alias, company, title, phone, email, address
    digits: bytes  # by which the phone is found
    owner: str
    label_ids: tuple[int, ...]
    share_dept_ids: tuple[int, ...]
    share_user_ids: tuple[str, ...]


def digest(contact: Contact | UnreadableContact) -> int:
    """64 bits that tell whether anything of a contact changed, without reading the stored one."""
    # repr() of the values is unambiguous; surrogates are turned to escapes, since they cannot be encoded
    text = repr(_values(contact))
    return int.from_bytes(blake2b(text.encode("utf-8", "backslashreplace"), digest_size=8).digest(), "big", signed=True)


class Made(NamedTuple):
    """What is stored for a contact, made beforehand: on another thread than the one that stores it."""

    contact: Contact
    digest: int
    record: Record


def make(contact: Contact) -> Made:
    """All that is computed for a contact that is probably new."""
    return Made(contact, digest(contact), record(contact))


def read_tables() -> None:
    """Read what making records takes, readings and the numbers of other countries: 60 ms for which the first would
    wait."""
    record(Contact("", name="重庆", state_code="49", mobile="3012345678"))


def record(contact: Contact) -> Record:
    """What is stored for a readable contact."""
    name, alias, company = clean(contact.name), clean(contact.remark), clean(contact.company_name)
    title, email, address = clean(contact.title), clean(contact.email), clean(contact.address)
    owner = clean(contact.follower_user_id)
    mobile = None if contact.mobile is None else clean(contact.mobile)
    state_code = clean(contact.state_code)
    shown, numbers = display_and_digits(state_code, mobile) if mobile else (mobile, "")
    # No contact needs a label or a share twice, and the tables could not hold it
    label_ids = tuple(dict.fromkeys(contact.label_ids))
    departments = tuple(dict.fromkeys(contact.share_dept_ids))
    people = tuple(dict.fromkeys(map(clean, contact.share_user_ids)))
    return Record(
        columns=(
            clean(contact.userid), schema.READY, "", name, alias, company, title,
            shown,
            email, address, owner, _list(label_ids), mobile, state_code, _list(departments), _list(people),
        ),
        sorting=(
            owner, repeating_key(name, True), repeating_key(alias, True), repeating_key(company, False),
            repeating_key(title, False), digits_key(numbers), text_key(email), text_key(address),
        ),
        digits=numbers.encode(),
        owner=owner,
        label_ids=label_ids,
        share_dept_ids=departments,
        share_user_ids=people,
    )  # fmt: skip


def unreadable_record(contact: UnreadableContact, known_name: str) -> Record:
    """What is stored in place of a contact that cannot be read: the name it had, nothing else that may be wrong."""
    userid, name = clean(contact.userid), known_name
    last = (UNREADABLE,) * 6
    blank = ("",) * 5
    return Record(
        columns=(
            userid, schema.UNREADABLE, clean(contact.reason), name, "", "", "", "", "", "", "", "", "", *blank[:3],
        ),
        sorting=("", UNREADABLE + text_key(name or userid, person=True), *last),
        digits=b"",
        owner="",
        label_ids=(),
        share_dept_ids=(),
        share_user_ids=(),
    )  # fmt: skip


def to_row(values: Sequence[Any]) -> ContactRow:
    """The values of ROW_COLUMNS as the list shows them."""
    row, userid, name, alias, company, title, phone, email, address, owner, labels, state, reason = values
    shown = RowState.READY if state == schema.READY else RowState.UNREADABLE
    # By position: at 200 rows for a screen the names would cost a quarter of a millisecond
    return ContactRow(
        row, userid, name, alias, company, title, phone, email, address, owner, _numbers(labels), shown, reason
    )


def to_contact(values: Sequence[Any]) -> Contact | UnreadableContact:
    """The values of CONTACT_COLUMNS as the server told them."""
    state, reason, userid, *fields, labels, departments, people = values
    if state != schema.READY:
        return UnreadableContact(userid, reason)
    name, mobile, state_code, title, company, remark, address, email, owner = fields
    return Contact(
        userid=userid,
        name=name,
        mobile=mobile,
        state_code=state_code,
        title=title,
        company_name=company,
        remark=remark,
        address=address,
        email=email,
        follower_user_id=owner,
        label_ids=_numbers(labels),
        share_dept_ids=_numbers(departments),
        share_user_ids=tuple(json.loads(people)) if people else (),
    )


def person_key(name: str) -> bytes:
    """The key by which an owner's name is ordered."""
    return text_key(name, person=True) if name else EMPTY


def _values(contact: Contact | UnreadableContact) -> tuple[Any, ...]:
    if isinstance(contact, UnreadableContact):
        return (contact.userid, contact.reason)
    return (
        contact.userid, contact.name, contact.mobile, contact.state_code, contact.title, contact.company_name,
        contact.remark, contact.address, contact.email, contact.follower_user_id, contact.label_ids,
        contact.share_dept_ids, contact.share_user_ids,
    )  # fmt: skip


@lru_cache(maxsize=4096)  # a book repeats the same few combinations of labels
def _numbers(text: str) -> tuple[int, ...]:
    return tuple(json.loads(text)) if text else ()


@lru_cache(maxsize=4096)  # for the same reason
def _list(values: tuple[int, ...] | tuple[str, ...]) -> str:
    return _JSON.encode(values) if values else ""
