"""Wire to domain and back (dingtalk-api.md, section 5.0): reading is tolerant, writing exact.

Missing, null, "" and [] are alike, and what can be converted is. A contact of which something cannot be understood
becomes an UnreadableContact; its neighbours are not touched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from addressbook.courtesy import stand_aside
from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.label import Label, LabelGroup
from addressbook.domain.staff import Department, Employee

T = TypeVar("T")

_INT64 = 2**63
_MOST_DIGITS = 40  # twice what 64 bits need
_NEEDS_ESCAPE = re.compile(r"[\x00-\x07\x0b\x0e-\x1f]")  # JSON can write these as \u00XX only, which 40033 refuses
_NUMBER = re.compile(r"-?[0-9]{1,19}")
_OPTIONAL_TEXTS = ("title", "remark", "address", "company_name")
_REQUIRED = ("name", "follower_user_id", "label_ids")
_NUMBER_LISTS = ("label_ids", "share_dept_ids")
_TEXT_LISTS = ("share_user_ids",)
_UPDATABLE = frozenset({*_REQUIRED, *_OPTIONAL_TEXTS, *_NUMBER_LISTS, *_TEXT_LISTS})
_CREATABLE = _UPDATABLE | {"state_code", "mobile"}


class Unreadable(Exception):
    """A value of the server's could not be understood; the text names the field, never the value."""


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """The contacts of a page in the server's order. `first_id` and `last_id` are those of the first and last row,
    None where that row's id could not be read."""

    contacts: tuple[Contact, ...]
    unreadable: tuple[UnreadableContact, ...]
    first_id: str | None
    last_id: str | None


def parsed(text: str) -> object:
    """`text` as JSON. Raises ValueError and RecursionError.

    A number that no field can hold stays text, so that it spoils its field alone: Python refuses to convert more than
    4,300 digits, and the whole answer would be lost.
    """
    return json.loads(text, parse_int=lambda digits: int(digits) if len(digits) <= _MOST_DIGITS else digits)


# --- single values ---


def text(value: object, field: str) -> str:
    """Text, or what is plainly meant as text."""
    if isinstance(value, str):
        return value if value.isascii() and "\0" not in value else printable(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        raise Unreadable(f"{field}: true or false in place of text")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < _INT64:
        return str(int(value))
    raise Unreadable(f"{field}: {_kind(value)} in place of text")


def printable(value: str) -> str:
    """`value` as it can be stored: half characters (JSON can hold them, UTF-8 cannot) and NUL are replaced."""
    try:
        value.encode()
    except UnicodeEncodeError:
        value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value.replace("\0", "\ufffd")


def number(value: object, field: str) -> int:
    """A whole number of at most 64 bits."""
    found: int | None = None
    if isinstance(value, str):
        found = int(value) if _NUMBER.fullmatch(value.strip()) else None
    elif (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value.is_integer()):
        found = int(value)
    if found is None or not -_INT64 <= found < _INT64:
        raise Unreadable(f"{field}: {_kind(value)} in place of a number")
    return found


def many(value: object, field: str, one: Callable[[object, str], T]) -> tuple[T, ...]:
    """A list, a list as JSON text, a list with commas, or a single value; without repeats and empty places."""
    if isinstance(value, str):
        value = _listed(value, field)
    if value is None or value == "":
        return ()
    if not isinstance(value, list | tuple):
        value = (value,)
    return tuple(dict.fromkeys(one(entry, field) for entry in value if entry is not None and entry != ""))


def _listed(value: str, field: str) -> object:
    stripped = value.strip()
    if stripped.startswith("["):
        try:
            return parsed(stripped)
        except (ValueError, RecursionError):
            raise Unreadable(f"{field}: text in place of a list") from None
    return [part.strip() for part in stripped.split(",")]


def rows(value: object, field: str) -> list[object]:
    """A list of objects; missing is empty. Raises Unreadable."""
    if isinstance(value, str) and value.strip().startswith("["):
        value = _listed(value, field)
    if value is None or value == "":
        return []
    if not isinstance(value, list):
        raise Unreadable(f"{field}: {_kind(value)} in place of a list")
    return value


def mapping(value: object, field: str) -> Mapping[str, object]:
    """An object. Raises Unreadable."""
    if not isinstance(value, dict):
        raise Unreadable(f"{field}: {_kind(value)} in place of an object")
    return value


def _kind(value: object) -> str:
    names: dict[type, str] = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
    if value is None:
        return "nothing"
    return names.get(type(value), "an unusable number")


# --- contacts ---


def contact_id(row: object) -> str | None:
    """The id of a raw contact, None when it cannot be read."""
    if isinstance(row, dict):
        for key in ("userid", "user_id"):
            try:
                found = text(row.get(key), key).strip()
            except Unreadable:
                continue
            if found:
                return found
    return None


def contact(row: object, *, third_party: bool) -> Contact:
    """One contact. `third_party` apps are not told mobiles: then a missing one is None. Raises Unreadable."""
    raw = mapping(row, "contact")
    userid = contact_id(raw)
    if userid is None:
        raise Unreadable("userid: missing")
    return Contact(
        userid=userid,
        name=text(raw.get("name"), "name"),
        mobile=None if third_party and raw.get("mobile") is None else text(raw.get("mobile"), "mobile"),
        state_code=text(raw.get("state_code"), "state_code").strip().lstrip("+"),
        title=text(raw.get("title"), "title"),
        company_name=text(raw.get("company_name"), "company_name"),
        remark=text(raw.get("remark"), "remark"),
        address=text(raw.get("address"), "address"),
        email=text(raw.get("email"), "email"),
        follower_user_id=text(raw.get("follower_user_id"), "follower_user_id").strip(),
        label_ids=many(raw.get("label_ids"), "label_ids", number),
        share_dept_ids=many(raw.get("share_dept_ids"), "share_dept_ids", number),
        share_user_ids=many(raw.get("share_user_ids"), "share_user_ids", text),
    )


def page(raw: Sequence[object], offset: int, *, third_party: bool) -> DecodedPage:
    """All rows of a page that started at `offset`."""
    good: list[Contact] = []
    bad: list[UnreadableContact] = []
    for index, row in enumerate(raw):
        stand_aside()
        try:
            good.append(contact(row, third_party=third_party))
        except Unreadable as error:
            bad.append(UnreadableContact(contact_id(row) or f"?{offset + index}", str(error)))
    return DecodedPage(
        contacts=tuple(good),
        unreadable=tuple(bad),
        first_id=contact_id(raw[0]) if raw else None,
        last_id=contact_id(raw[-1]) if raw else None,
    )


def for_create(fields: Mapping[str, object]) -> dict[str, object]:
    """`contact` of the create call. ValueError for a field that it does not take (e-mail), or that is missing."""
    return _written(fields, _CREATABLE, (*_REQUIRED, "state_code", "mobile"))


def for_update(userid: str, fields: Mapping[str, object]) -> dict[str, object]:
    """`contact` of the update call, with `user_id`. ValueError for mobile, state_code and email: update takes none."""
    return {"user_id": userid, **_written(fields, _UPDATABLE, _REQUIRED)}


def _written(fields: Mapping[str, object], allowed: frozenset[str], required: tuple[str, ...]) -> dict[str, object]:
    given = {key: value for key, value in fields.items() if value is not None}
    wrong = sorted(given.keys() - allowed) or sorted(set(required) - given.keys())
    if wrong:
        raise ValueError(f"contact fields: {', '.join(wrong)}")
    return {key: _exact(key, value) for key, value in given.items()}


def _exact(key: str, value: object) -> object:
    if key in _NUMBER_LISTS or key in _TEXT_LISTS:
        wanted: type = int if key in _NUMBER_LISTS else str
        if not isinstance(value, list | tuple | frozenset | set) or not all(type(one) is wanted for one in value):
            raise ValueError(f"contact fields: {key}")
        return list(value)
    if not isinstance(value, str):
        raise ValueError(f"contact fields: {key}")
    return _NEEDS_ESCAPE.sub("", printable(value))


# --- labels, people, departments ---


def label_groups(raw: object) -> tuple[list[LabelGroup], int]:
    """Groups in the server's order, and how many groups and labels had to be left out. Raises Unreadable."""
    groups: list[LabelGroup] = []
    lost = 0
    for row in rows(raw, "results"):
        try:
            group = mapping(row, "group")
            labels, lost_here = _labels(group.get("labels"))
            groups.append(LabelGroup(text(group.get("name"), "name"), colour(group.get("color")), labels))
            lost += lost_here
        except Unreadable:
            lost += 1
    return groups, lost


def _labels(raw: object) -> tuple[tuple[Label, ...], int]:
    found: dict[int, Label] = {}
    lost = 0
    for row in rows(raw, "labels"):
        try:
            label = mapping(row, "label")
            read = Label(number(label.get("id"), "id"), text(label.get("name"), "name"))
            found.setdefault(read.id, read)
        except Unreadable:
            lost += 1
    return tuple(found.values()), lost


def colour(value: object) -> int | None:
    """A signed 32-bit ARGB number; None when it is none."""
    try:
        read = number(value, "color")
    except Unreadable:
        return None
    if 2**31 <= read < 2**32:
        read -= 2**32
    return read if -(2**31) <= read < 2**31 else None


def employee(row: object) -> Employee:
    """A colleague: id, name, direct departments. Raises Unreadable."""
    raw = mapping(row, "person")
    userid = text(raw.get("userid"), "userid").strip()
    if not userid:
        raise Unreadable("userid: missing")
    departments = many(raw.get("dept_id_list"), "dept_id_list", number)
    return Employee(userid, text(raw.get("name"), "name"), departments)


def department(row: object) -> Department:
    """A department. Raises Unreadable."""
    raw = mapping(row, "department")
    parent = raw.get("parent_id")
    return Department(
        id=number(raw.get("dept_id"), "dept_id"),
        name=text(raw.get("name"), "name"),
        parent_id=None if parent in (None, "") else number(parent, "parent_id"),
    )
