"""Whom a text finds, by the rules of the search, without a copy on disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from addressbook.domain.contact import ContactRow
from addressbook.domain.search_match import Rank, Searchable, explain
from addressbook.domain.search_words import parse


def found_by(
    text: str, rows: Iterable[ContactRow], labels: Mapping[int, str], owners: Mapping[str, str]
) -> dict[int, Rank]:
    """The rows that are found, and how well each matches; `labels` and `owners` are their names by id."""
    words = parse(text)
    ranks = {}
    for row in rows:
        searched = Searchable(
            name=row.name,
            alias=row.alias,
            company=row.company,
            title=row.title,
            address=row.address,
            email=row.email,
            phone=row.phone or "",
            labels=tuple(labels.get(label, "") for label in row.label_ids),
            owner=owners.get(row.owner_id, ""),
        )
        found = explain(words, searched)
        if found is not None:
            ranks[row.row] = found.rank
    return ranks
