"""Contacts that may be the same person as another: found by the sort keys, which are indexed."""

from __future__ import annotations

from collections.abc import Iterable

from addressbook.domain.contact import ContactRow
from addressbook.domain.keys import EMPTY, phone_key, text_key
from addressbook.domain.text import clean, fold
from addressbook.store.connection import Connection, values_of
from addressbook.store.records import ROW_COLUMNS, to_row
from addressbook.store.schema import READY

MOST = 20  # more would help nobody
_MOST_LOOKED_AT = 1000  # who share a sort key: "张伟" stands hundreds of times in a large book


def same_phone(connection: Connection, state_code: str, mobile: str) -> list[ContactRow]:
    """At most MOST contacts whose number, with country code, has the same digits; nothing for an empty number.

    A number that was entered without its country is the same as one with it.
    """
    key, bare = phone_key(clean(state_code), clean(mobile)), phone_key("", clean(mobile))
    if key == EMPTY:
        return []
    rows = connection.numbers("SELECT row FROM sorting WHERE phone IN (?, ?) ORDER BY row LIMIT ?", (key, bare, MOST))
    return _rows(connection, rows)


def same_name(connection: Connection, name: str, company: str) -> list[ContactRow]:
    """At most MOST contacts that bear this name in this company; nothing for an empty name."""
    key, wanted = text_key(name, person=True), (_plain(name), _plain(company))
    if key == EMPTY or not wanted[0]:
        return []
    rows = connection.numbers("SELECT row FROM sorting WHERE name = ? ORDER BY row LIMIT ?", (key, _MOST_LOOKED_AT))
    found = _rows(connection, rows)
    return [row for row in found if (_plain(row.name), _plain(row.company)) == wanted][:MOST]


def _rows(connection: Connection, rows: Iterable[int]) -> list[ContactRow]:
    found = connection.all_as_json(
        ROW_COLUMNS,
        "FROM contacts WHERE state = ? AND row IN (SELECT value FROM json_each(?))",
        (READY, values_of(rows)),
    )
    return sorted((to_row(values) for values in found), key=lambda row: row.row)


def _plain(text: str) -> str:
    """Without what two people write differently: case, accents, width, and spaces."""
    return "".join(fold(clean(text)).split())
