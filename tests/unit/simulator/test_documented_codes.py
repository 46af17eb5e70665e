"""Every code in the error tables of the five extcontact documents can be reached by what causes it.

The tables are written out here from the documents, so that the simulator cannot forget one unnoticed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from addressbook.simulator.gateway import FOREIGN_TOKEN, USER_TOKEN
from addressbook.simulator.server import SimulatorServer
from tests.helpers.simulator import Caller

DOCUMENTED: dict[str, tuple[int, ...]] = {
    "create": (33009, 40036, 60103, 60204, 60205, 43007, 60112, 22005, -1),
    "get": (33009, 33012, 43007, 400001),
    "list": (33009, 40069, 40068, 400001),
    "listlabelgroups": (33009, 400043, 41101, 40068, -1),
    "update": (33009, 40036, 40003, 60112, 60121, 60204, 43007, 60103, 60200, 60203, -1),
}
NEW = {"name": "Ann Lee", "follower_user_id": "manager", "label_ids": [1], "state_code": "86", "mobile": "13912345678"}

Cause = Callable[[SimulatorServer, Caller, str], dict[str, Any]]


def call(caller: Caller, name: str, /, **change: Any) -> dict[str, Any]:
    """The call with parameters that are right but for `change`."""
    if name == "create":
        return dict(caller("extcontact/create", contact={**NEW, **change}))
    if name == "update":
        first, second = caller("extcontact/list", offset=0, size=2)["results"]
        if change.get("mobile") == "somebody else's":
            change = {"mobile": second["mobile"], "state_code": second["state_code"]}
        known = {"user_id": first["userid"], "name": "Ann", "follower_user_id": "manager", "label_ids": [1]}
        return dict(caller("extcontact/update", contact={**known, **change}))
    if name == "get":
        userid = caller("extcontact/list", offset=0, size=1)["results"][0]["userid"]
        return dict(caller("extcontact/get", **{"user_id": userid, **change}))
    return dict(caller(f"extcontact/{name}", **{"offset": 0, "size": 20, **change}))


def wrong(**change: Any) -> Cause:
    return lambda server, caller, name: call(caller, name, **change)


def token(value: str) -> Cause:
    return lambda server, caller, name: dict(
        Caller(server.url, token=value)(f"extcontact/{name}", contact=NEW, offset=0, size=20, user_id="1")
    )


def no_permission(server: SimulatorServer, caller: Caller, name: str) -> dict[str, Any]:
    server.options.permission_code = "43007"
    scope = "qyapi_ext_read" if name in ("get", "list", "listlabelgroups") else "qyapi_ext_write"
    server.options.without_scopes = frozenset({scope})
    return dict(caller(f"extcontact/{name}", contact=NEW, user_id="1"))


def twice(server: SimulatorServer, caller: Caller, name: str) -> dict[str, Any]:
    assert call(caller, name)["errcode"] == 0
    return call(caller, name)


def feature_off(server: SimulatorServer, caller: Caller, name: str) -> dict[str, Any]:
    server.options.feature_on = False
    return call(caller, name)


def too_many(server: SimulatorServer, caller: Caller, name: str) -> dict[str, Any]:
    server.options.max_contacts = 299
    return call(caller, name)


def busy(server: SimulatorServer, caller: Caller, name: str) -> dict[str, Any]:
    server.faults.add("busy", endpoints=[f"extcontact/{name}"])
    return call(caller, name)


CAUSES: dict[int, Cause] = {
    -1: busy,
    22005: twice,
    33009: token(USER_TOKEN),
    33012: wrong(user_id="nobody"),
    40003: wrong(user_id="no number"),
    40036: wrong(name=""),
    40068: wrong(offset=-1),
    40069: wrong(size=101),
    41101: wrong(size=0),
    43007: no_permission,
    60103: wrong(state_code="86", mobile="12"),
    60112: wrong(name="a\x00b"),
    60121: wrong(user_id="99999999999"),
    60200: wrong(mobile="somebody else's"),
    60203: too_many,
    60204: wrong(label_ids=[]),
    60205: feature_off,
    400001: busy,
    400043: token(FOREIGN_TOKEN),
}


@pytest.mark.parametrize(("name", "code"), [(name, code) for name, codes in DOCUMENTED.items() for code in codes])
def test_each_documented_code_has_its_cause(server: SimulatorServer, caller: Caller, name: str, code: int) -> None:
    answer = CAUSES[code](server, caller, name)
    assert answer["errcode"] == code
    assert answer["errmsg"]
    assert answer["request_id"]
