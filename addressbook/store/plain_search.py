"""What a search finds, contact by contact."""

from __future__ import annotations

import json
from collections.abc import Iterator

from addressbook.domain.search_match import Rank, Searchable, explain
from addressbook.domain.search_words import parse
from addressbook.store.connection import Connection

_COLUMNS = "contacts.row, name, remark, company_name, title, address, email, phone, digits, label_ids, owner"


def ranks(connection: Connection, text: str) -> dict[int, Rank]:
    """The rows that `text` finds, and how good a match each is. In a snapshot of the caller's."""
    words = parse(text)
    found = ((row, explain(words, contact)) for row, contact in searchables(connection))
    return {row: explanation.rank for row, explanation in found if explanation is not None}


def searchables(connection: Connection) -> Iterator[tuple[int, Searchable]]:
    """Every row of the book as it is searched."""
    labels = dict(connection.all("SELECT id, name FROM labels"))
    owners = dict(connection.all("SELECT userid, name FROM people WHERE owner"))
    for row, name, alias, company, title, address, email, phone, digits, label_ids, owner in connection.all(
        f"SELECT {_COLUMNS} FROM contacts JOIN searching USING (row)"  # noqa: S608 - our names
    ):
        names = tuple(labels[one] for one in json.loads(label_ids or "[]") if one in labels)
        yield (
            row,
            Searchable(
                name, alias, company, title, address, email, phone or "", digits.decode(), names, owners.get(owner, "")
            ),
        )
