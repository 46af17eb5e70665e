"""The figures of the sidebar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from addressbook.domain.phone import country_code
from addressbook.domain.query import Counts, Scope
from addressbook.domain.staff import Me
from addressbook.store.connection import Connection, values_of
from addressbook.store.queries import scope_rows

_LOOKED_AT = 5000  # contacts, those met last: 2 ms; the whole book would take 90 at 100,000


def usual_countries(connection: Connection, most: int) -> tuple[str, ...]:
    """The country codes ("86") that most numbers have, the first first; however they are written."""
    found = connection.all(
        "SELECT state_code, count(*) FROM (SELECT state_code FROM contacts ORDER BY row DESC LIMIT ?) "
        "GROUP BY state_code",
        (_LOOKED_AT,),
    )
    counts: Counter[str] = Counter()
    for written, contacts in found:
        counts[country_code(written)] += contacts
    del counts[""]
    return tuple(code for code, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:most])


def count(connection: Connection, scope: Scope, me: Me | None, viewed: Sequence[str] = ()) -> Counts:
    """All figures of one state of the copy; by label within `scope`, of which `viewed` are the contacts if RECENT."""
    with connection.snapshot():
        mine = shared = 0
        if me is not None:
            mine = connection.number("SELECT count(*) FROM sorting WHERE owner = ?", (me.userid,))
            shared = len(scope_rows(connection, Scope.SHARED, me) or ())
        return Counts(
            total=connection.number("SELECT count(*) FROM marks"),
            mine=mine,
            shared=shared,
            no_label=connection.number("SELECT count(*) FROM contacts WHERE label_ids = '' AND state = 0"),
            unreadable=connection.number("SELECT count(*) FROM contacts WHERE state != 0"),
            by_label=_by_label(connection, scope, me, viewed),
        )


def _by_label(connection: Connection, scope: Scope, me: Me | None, viewed: Sequence[str]) -> dict[int, int]:
    if scope is Scope.NO_LABEL:
        return {}
    where, values = _within(scope_rows(connection, scope, me, viewed))
    return dict(connection.all(f"SELECT label, count(*) FROM contact_labels {where} GROUP BY label", values))  # noqa: S608


def _within(rows: set[int] | None) -> tuple[str, tuple[str, ...]]:
    if rows is None:
        return "", ()
    return "WHERE row IN (SELECT value FROM json_each(?))", (values_of(rows),)
