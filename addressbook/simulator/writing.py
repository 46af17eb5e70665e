"""The writing calls of extcontact: create, update, delete, with every refusal that their documents name."""

from __future__ import annotations

import re

from addressbook.simulator.envelope import Answer, refusal, result
from addressbook.simulator.organisation import Organisation
from addressbook.simulator.request import Request, as_int, as_json, as_text
from addressbook.simulator.sample.people import Row

LARGEST_LIST = 20
LONGEST_NAME = 128  # no figure is published; this is the simulator's own
_OPTIONAL_TEXTS = ("title", "remark", "address", "company_name")
_CHINESE_NUMBER = re.compile(r"1[3-9]\d{9}|0?(?:10|2\d)\d{8}|0?[3-9]\d{9,10}")  # mobiles; desks with area code
_OTHER_NUMBER = re.compile(r"\d{4,14}")


def _contact(request: Request) -> dict[str, object]:
    contact = as_json(request.params.get("contact"))
    if not isinstance(contact, dict):
        raise refusal(40036)
    return contact


def _list(contact: dict[str, object], key: str, code: int) -> list[object] | None:
    """A list that came as one or as JSON text; None when it did not come. Raises Refusal when wrong or too long."""
    value = as_json(contact.get(key))
    if value is None or value == "":
        return None
    if not isinstance(value, list) or len(value) > LARGEST_LIST:
        raise refusal(code)
    return value


def _numbers(contact: dict[str, object], key: str, code: int) -> list[int] | None:
    values = _list(contact, key, code)
    if values is None:
        return None
    numbers = [as_int(value) for value in values]
    found = [number for number in numbers if number is not None]
    if len(found) != len(numbers):
        raise refusal(code)
    return list(dict.fromkeys(found))


def _user_ids(contact: dict[str, object]) -> list[str] | None:
    values = _list(contact, "share_user_ids", 40032)
    if values is None:
        return None
    users = [as_text(value) for value in values]
    if not all(users):
        raise refusal(40031)
    return list(dict.fromkeys(users))


def _fields(contact: dict[str, object]) -> Row:
    """The fields that create and update have in common, checked. Unknown owners and labels are accepted."""
    name = contact.get("name")
    if not isinstance(name, str) or not name.strip():
        raise refusal(40036)
    if len(name) > LONGEST_NAME or any(ord(c) < 32 for c in name):
        raise refusal(60112)
    owner = contact.get("follower_user_id")
    if not isinstance(owner, str | int) or not as_text(owner).strip():
        raise refusal(40036)
    labels = _numbers(contact, "label_ids", 40035)
    if not labels:
        raise refusal(60204)
    fields: Row = {"name": name, "follower_user_id": as_text(owner), "label_ids": labels}
    for key in _OPTIONAL_TEXTS:
        if contact.get(key) is not None:
            fields[key] = as_text(contact[key])
    departments, users = _numbers(contact, "share_dept_ids", 40066), _user_ids(contact)
    if departments is not None:
        fields["share_dept_ids"] = departments
    if users is not None:
        fields["share_user_ids"] = users
    return fields


def _phone(contact: dict[str, object]) -> tuple[str, str]:
    """Country code and number, digits only. Raises Refusal 40036 when one is missing, 60103 when it cannot be."""
    code, mobile = as_text(contact.get("state_code")).strip(), as_text(contact.get("mobile")).strip()
    if not code or not mobile:
        raise refusal(40036)
    shape = _CHINESE_NUMBER if code == "86" else _OTHER_NUMBER
    if not (code.isascii() and code.isdigit() and len(code) <= 4 and mobile.isascii() and shape.fullmatch(mobile)):
        raise refusal(60103)
    return code, mobile


def _may_write(organisation: Organisation) -> None:
    if organisation.options.third_party:
        raise refusal(43007)


def create(organisation: Organisation, request: Request) -> Answer:
    """topapi/extcontact/create. `email` is not taken, as documented."""
    _may_write(organisation)
    contact = _contact(request)
    fields = _fields(contact)
    code, mobile = _phone(contact)
    limit, book = organisation.options.max_contacts, organisation.book
    with book.lock:
        if book.find_phone(code, mobile) is not None:
            raise refusal(22005)
        if limit and len(book) >= limit:
            raise refusal(60203)
        return result(userid=book.create({**fields, "state_code": code, "mobile": mobile}))


def update(organisation: Organisation, request: Request) -> Answer:
    """topapi/extcontact/update. A number that is sent along is checked and then ignored."""
    _may_write(organisation)
    contact = _contact(request)
    userid = as_text(contact.get("user_id"))
    if not userid:
        raise refusal(40036)
    if not (userid.isascii() and userid.isdigit() and len(userid) <= 64):
        raise refusal(40003)
    options, book = organisation.options, organisation.book
    with book.lock:
        number = book.find(userid)
        before = None if number is None else book.row(number)
        if number is None or before is None:
            raise refusal(60121)
        fields = _fields(contact)
        if contact.get("mobile"):
            other = book.find_phone(*_phone({"state_code": before.get("state_code") or "86", **contact}))
            if other is not None and other != number:
                raise refusal(60200)
        if options.max_contacts and len(book) > options.max_contacts:
            raise refusal(60203)
        kept = _unchangeable(before) if options.update == "replace" else before
        if options.update == "keep_empty":
            fields = {key: value for key, value in fields.items() if value not in ("", [])}
        book.put(number, {**kept, **fields})
    return result()


def _unchangeable(row: Row) -> Row:
    return {key: row[key] for key in ("mobile", "state_code", "email") if key in row}


def delete(organisation: Organisation, request: Request) -> Answer:
    """topapi/extcontact/delete: 33012 when there is no such contact."""
    _may_write(organisation)
    book = organisation.book
    with book.lock:
        number = book.find(as_text(request.params.get("user_id")))
        if number is None:
            raise refusal(33012)
        book.remove(number)
    return result()
