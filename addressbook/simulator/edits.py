"""Changes of the book from outside the calls: what a colleague does at the same time, for tests."""

from __future__ import annotations

from collections.abc import Mapping

from addressbook.simulator.book import Book

OPERATIONS = ("add", "change", "remove")


def edit(
    book: Book,
    op: str,
    *,
    index: int | None = None,
    userid: str = "",
    count: int = 1,
    fields: Mapping[str, object] | None = None,
) -> list[str]:
    """Add `count` contacts, or change or remove the one named by `userid` or by its sample `index`.

    `fields` (wire names) are laid over what is made or kept; a field of None is taken away. Gives the userids
    concerned. ValueError for an unknown operation, LookupError when the contact is not there.
    """
    if op not in OPERATIONS:
        raise ValueError(f"no such edit: {op} (there are {', '.join(OPERATIONS)})")
    laid = dict(fields or {})
    with book.lock:
        if op == "add":
            return [book.add_sample(laid) for _ in range(count)]
        number = book.find(userid) if userid else None if index is None else book.number_at(index)
        row = None if number is None else book.row(number)
        if number is None or row is None:
            raise LookupError(f"no contact {userid or index}")
        if op == "remove":
            book.remove(number)
        else:
            changed = {**row, **(laid or {"title": f"{row.get('title') or 'Changed'} *"})}
            book.put(number, {key: value for key, value in changed.items() if value is not None})
        return [str(row["userid"])]
