"""Colleagues, departments and label groups in book.db: statements that writer and reader share a subject with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from addressbook.domain.label import Label, LabelGroup
from addressbook.domain.staff import Colleague, Department, Employee, Me, NameState, Owner
from addressbook.domain.text import clean
from addressbook.store.connection import Connection, values_of
from addressbook.store.records import person_key


def put_employees(connection: Connection, employees: Iterable[Employee]) -> None:
    """Enter colleagues as known, or replace what was known of them."""
    connection.many(
        "INSERT INTO people (userid, state, name, departments, sort_key) VALUES (?, 'known', ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET state = 'known', name = excluded.name, departments = excluded.departments, "
        "sort_key = excluded.sort_key",
        [
            (clean(one.userid), clean(one.name), json.dumps(one.department_ids), person_key(clean(one.name)))
            for one in employees
        ],
    )


def put_members(connection: Connection, employees: Iterable[Employee]) -> None:
    """Enter colleagues as known by one of their departments: all of them, where they are known, are kept."""
    connection.many(
        "INSERT INTO people (userid, state, name, departments, sort_key) VALUES (?, 'known', ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET state = 'known', name = excluded.name, sort_key = excluded.sort_key, "
        "departments = CASE WHEN departments IN ('', '[]') THEN excluded.departments ELSE departments END",
        [
            (clean(one.userid), clean(one.name), json.dumps(one.department_ids), person_key(clean(one.name)))
            for one in employees
        ],
    )


def mark_people(connection: Connection, userids: Iterable[str], state: NameState) -> None:
    """Enter what became of asking; a name that was known before is kept (for somebody who has left)."""
    connection.many(
        "INSERT INTO people (userid, state) VALUES (?, ?) ON CONFLICT DO UPDATE SET state = excluded.state",
        [(clean(userid), state.value) for userid in userids],
    )


def put_departments(connection: Connection, departments: Iterable[Department]) -> None:
    """Enter departments as known, or replace what was known of them."""
    connection.many(
        "INSERT INTO departments (id, state, name, parent) VALUES (?, 'known', ?, ?) "
        "ON CONFLICT DO UPDATE SET state = 'known', name = excluded.name, parent = excluded.parent",
        [(one.id, clean(one.name), one.parent_id) for one in departments],
    )


def mark_departments(connection: Connection, ids: Iterable[int], state: NameState) -> None:
    """Enter what became of asking for departments."""
    connection.many(
        "INSERT INTO departments (id, state) VALUES (?, ?) ON CONFLICT DO UPDATE SET state = excluded.state",
        [(number, state.value) for number in ids],
    )


def people(connection: Connection, userids: Sequence[str]) -> dict[str, tuple[NameState, Employee | None]]:
    """What is known of these ids, each of which is in the answer."""
    found: dict[str, tuple[NameState, Employee | None]] = dict.fromkeys(userids, (NameState.UNKNOWN, None))
    for userid, state, name, departments in connection.all(
        "SELECT userid, state, name, departments FROM people WHERE userid IN (SELECT value FROM json_each(?))",
        (values_of(userids),),
    ):
        known = Employee(userid, name, tuple(json.loads(departments)) if departments else ()) if name else None
        found[userid] = (NameState(state), known)
    return found


def departments(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[NameState, Department | None]]:
    """What is known of these ids, each of which is in the answer."""
    found: dict[int, tuple[NameState, Department | None]] = dict.fromkeys(ids, (NameState.UNKNOWN, None))
    for number, state, name, parent in connection.all(
        "SELECT id, state, name, parent FROM departments WHERE id IN (SELECT value FROM json_each(?))",
        (values_of(ids),),
    ):
        found[number] = (NameState(state), Department(number, name, parent) if name else None)
    return found


def owners(connection: Connection) -> list[Owner]:
    """Who is in charge of contacts, in the order of their names; those without a known name last."""
    return [
        Owner(userid, NameState(state), name, contacts)
        for userid, state, name, contacts in connection.all(
            "SELECT id, ifnull(state, 'unknown'), ifnull(name, ''), contacts FROM "
            "(SELECT owner AS id, count(*) AS contacts FROM sorting WHERE owner != '' GROUP BY owner) "
            "LEFT JOIN people ON userid = id ORDER BY ifnull(sort_key, x'02'), id"
        )
    ]


def colleagues(connection: Connection) -> list[Colleague]:
    """Everybody who was met and has not left: those who own most contacts first, then by name, the nameless last."""
    return [
        Colleague(userid, NameState(state), name, tuple(json.loads(departments)) if departments else (), contacts)
        for userid, state, name, departments, contacts in connection.all(
            "SELECT userid, state, name, departments, ifnull(contacts, 0) AS contacts FROM people LEFT JOIN "
            "(SELECT owner AS id, count(*) AS contacts FROM sorting WHERE owner != '' GROUP BY owner) ON id = userid "
            "WHERE state != 'gone' ORDER BY name = '', contacts DESC, sort_key, userid"
        )
    ]


def known_departments(connection: Connection) -> list[Department]:
    """All departments whose names are known."""
    return [
        Department(number, name, parent)
        for number, name, parent in connection.all(
            "SELECT id, name, parent FROM departments WHERE state = 'known' AND name != '' ORDER BY id"
        )
    ]


def unknown_people(connection: Connection, limit: int) -> list[str]:
    """Ids that contacts name and that were never asked for: owners first."""
    rows = connection.all(
        "SELECT userid FROM people WHERE state = 'unknown' ORDER BY owner DESC, userid LIMIT ?", (limit,)
    )
    return [str(userid) for (userid,) in rows]


def unknown_departments(connection: Connection, limit: int) -> list[int]:
    """Departments that contacts are shared with and that were never asked for."""
    return list(connection.numbers("SELECT id FROM departments WHERE state = 'unknown' ORDER BY id LIMIT ?", (limit,)))


def label_groups(connection: Connection) -> tuple[LabelGroup, ...]:
    """The groups in the server's order, empty ones too."""
    labels: dict[int, list[Label]] = {}
    for group, number, name in connection.all("SELECT grp, id, name FROM labels ORDER BY grp, position"):
        labels.setdefault(group, []).append(Label(number, name))
    return tuple(
        LabelGroup(name, color, tuple(labels.get(position, ())))
        for position, name, color in connection.all("SELECT position, name, color FROM label_groups ORDER BY position")
    )


def put_label_groups(connection: Connection, groups: Sequence[LabelGroup]) -> bool:
    """Replace all groups; False when nothing differs. To be called in a transaction."""
    cleaned = tuple(
        LabelGroup(clean(group.name), group.color, tuple(Label(one.id, clean(one.name)) for one in group.labels))
        for group in groups
    )
    if cleaned == label_groups(connection):
        return False
    connection.run("DELETE FROM label_groups")
    connection.many(
        "INSERT INTO label_groups VALUES (?, ?, ?)",
        [(position, group.name, group.color) for position, group in enumerate(cleaned)],
    )
    connection.many(
        "INSERT INTO labels VALUES (?, ?, ?, ?)",
        [
            (position, place, label.id, label.name)
            for position, group in enumerate(cleaned)
            for place, label in enumerate(group.labels)
        ],
    )
    return True


def read_me(connection: Connection) -> Me | None:
    """The person at the computer, None when not told."""
    values = connection.one("SELECT me FROM sync")
    if values is None or not values[0]:
        return None
    userid, name, department_ids = json.loads(values[0])
    return Me(userid, name, tuple(department_ids))


def write_me(connection: Connection, me: Me | None) -> None:
    """Keep or forget who is at the computer."""
    value = None if me is None else json.dumps([clean(me.userid), clean(me.name), me.department_ids])
    connection.run("UPDATE sync SET me = ?", (value,))
