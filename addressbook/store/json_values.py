"""Contacts and form values as JSON, for what has to come back exactly as it was, unpaired surrogates too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import FormValues


class Unreadable(ValueError):
    """A text of ours that has another shape than expected; its message names fields, never values."""


_Plain = TypeVar("_Plain", Contact, FormValues)

_NUMBERS = frozenset({"label_ids", "share_dept_ids"})
_TEXTS = frozenset({"share_user_ids"})


def to_plain(values: Contact | FormValues) -> dict[str, Any]:
    """As JSON knows it; fields that are empty are left out."""
    found = {field.name: getattr(values, field.name) for field in fields(values)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items() if value != ()}


def from_plain(kind: type[_Plain], plain: object) -> _Plain:
    """What `to_plain` was given. Names that are not known are left out. Unreadable when it cannot be that."""
    if not isinstance(plain, Mapping):
        raise Unreadable("not an object")
    given: dict[str, Any] = {}
    for field in fields(kind):
        if field.name not in plain:
            continue
        value = plain[field.name]
        if field.name in _NUMBERS or field.name in _TEXTS:
            element = int if field.name in _NUMBERS else str
            if not isinstance(value, list) or any(type(one) is not element for one in value):
                raise Unreadable(f"{field.name}: not a list of {element.__name__}")
            value = tuple(value)
        elif not isinstance(value, str) and not (value is None and (kind, field.name) == (Contact, "mobile")):
            raise Unreadable(f"{field.name}: not a text")
        given[field.name] = value
    if kind is Contact and "userid" not in given:
        raise Unreadable("userid: missing")
    return kind(**given)


def contact_text(contact: Contact) -> str:
    """A contact as JSON text."""
    return json.dumps(to_plain(contact))  # escapes all but ASCII, so that lone surrogates can be stored


def contact_from(text: str) -> Contact:
    """The contact of such a text. ValueError when it cannot be read."""
    return from_plain(Contact, json.loads(text))
