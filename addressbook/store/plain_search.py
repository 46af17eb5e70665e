"""What a search finds, contact by contact: for what the index cannot tell."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from addressbook.domain.search_match import Rank, Searchable, explain, rank_of
from addressbook.domain.search_words import SearchWord
from addressbook.store.connection import Connection, values_of

_COLUMNS = (
    "contacts.row, name, remark, company_name, title, address, email, phone, CAST(digits AS TEXT), label_ids, owner"
)


def ranks(connection: Connection, words: tuple[SearchWord, ...], rows: Iterable[int]) -> dict[int, Rank]:
    """Those of `rows` that the words find, and how good a match each is. 0.1 ms for each row."""
    found = ((row, explain(words, contact)) for row, contact in searchables(connection, rows))
    return {row: explanation.rank for row, explanation in found if explanation is not None}


def ranks_of_names(connection: Connection, words: tuple[SearchWord, ...], rows: Iterable[int]) -> dict[int, Rank]:
    """How good a match each of `rows` is, all of which the words find. The words have no pieces. 0.02 ms for each."""
    named = connection.all_as_json(
        "row, name", "FROM contacts WHERE row IN (SELECT value FROM json_each(?))", (values_of(rows),)
    )
    known = {name: rank_of(words, name) for name in {name for _, name in named}}
    return {row: known[name] for row, name in named}


def searchables(connection: Connection, rows: Iterable[int]) -> Iterator[tuple[int, Searchable]]:
    """These rows as they are searched."""
    labels = dict(connection.all("SELECT id, name FROM labels"))
    owners = dict(connection.all("SELECT userid, name FROM people WHERE owner"))
    for row, name, alias, company, title, address, email, phone, digits, label_ids, owner in connection.all_as_json(
        _COLUMNS,
        "FROM contacts JOIN searching USING (row) WHERE contacts.row IN (SELECT value FROM json_each(?))",
        (values_of(rows),),
    ):
        names = tuple(labels[one] for one in json.loads(label_ids or "[]") if one in labels)
        yield (
            row,
            Searchable(name, alias, company, title, address, email, phone or "", digits, names, owners.get(owner, "")),
        )
