"""The figures of the sidebar, read from the tables: for the first time, before groups of rows are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from addressbook.domain.phone import country_code
from addressbook.domain.query import Counts, Scope
from addressbook.domain.staff import Me
from addressbook.store import lately, news
from addressbook.store.connection import Connection, values_of

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
    """All figures; by label within `scope`, of which `viewed` are the contacts if RECENT. In a snapshot of the
    caller's."""
    mine = shared = 0
    if me is not None:
        mine = connection.number("SELECT count(*) FROM sorting WHERE owner = ?", (me.userid,))
        shared = len(scope_rows(connection, Scope.SHARED, me) or ())
    return replace(
        count_all(connection),
        mine=mine,
        shared=shared,
        no_label=connection.number("SELECT count(*) FROM contacts WHERE label_ids = '' AND state = 0"),
        by_label=_by_label(connection, scope, me, viewed),
    )


def count_all(connection: Connection) -> Counts:
    """The figures of the whole book, and nothing of its parts."""
    return Counts(
        total=connection.number("SELECT count(*) FROM marks"),
        unreadable=connection.number("SELECT count(*) FROM contacts WHERE state != 0"),
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


def scope_rows(connection: Connection, scope: Scope, me: Me | None, recent: Sequence[str] = ()) -> set[int] | None:
    """The rows of a scope, None for all. Unreadable contacts are in ALL only: what they are is not known."""
    if scope is Scope.ALL:
        return None
    if scope is Scope.NO_LABEL:
        return set(connection.rows("SELECT row FROM contacts WHERE label_ids = '' AND state = 0"))
    if scope is Scope.CHANGES:
        return news.rows(connection)
    if scope is Scope.RECENT:
        return set(lately.viewed(connection, recent))
    if me is None:
        return set()
    if scope is Scope.MINE:
        return set(connection.rows("SELECT row FROM sorting WHERE owner = ?", (me.userid,)))
    shared = set(connection.rows("SELECT row FROM user_shares WHERE userid = ?", (me.userid,)))
    shared.update(
        connection.rows(
            "SELECT row FROM department_shares WHERE department IN (SELECT value FROM json_each(?))",
            (values_of(me.department_ids),),
        )
    )
    return shared
