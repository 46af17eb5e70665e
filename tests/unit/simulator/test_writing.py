"""The writing calls: what they change, and every code by which they refuse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addressbook.simulator.gateway import USER_TOKEN
from addressbook.simulator.server import SimulatorServer
from tests.helpers.simulator import Caller, SimulatorProcess, call, simulator

NEW: dict[str, Any] = {
    "name": "Ann Lee",
    "mobile": "13912345678",
    "state_code": "86",
    "follower_user_id": "nobody-we-know",
    "label_ids": [1, 1561077310],
}
LONG_LIST = list(range(21))


def test_create_and_read_back(server: SimulatorServer, caller: Caller) -> None:
    optional = {"title": "CFO", "remark": "", "share_dept_ids": ["1", 42536], "share_user_ids": ["u1"], "email": "a@b"}
    answer = caller("extcontact/create", contact={**NEW, **optional})
    assert set(answer) == {"errcode", "userid", "request_id"}
    read = caller("extcontact/get", user_id=answer["userid"])["result"]
    expected = {**NEW, **optional, "share_dept_ids": [1, 42536], "userid": answer["userid"]}
    del expected["email"]  # which create does not take
    assert read == expected
    assert len(server.state.book) == 301


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": ""}, 40036),
        ({"name": None}, 40036),
        ({"mobile": ""}, 40036),
        ({"state_code": None}, 40036),
        ({"follower_user_id": ""}, 40036),
        ({"follower_user_id": ["a", "b"]}, 40036),
        ({"name": "x" * 129}, 60112),
        ({"name": "two\nlines"}, 60112),
        ({"mobile": "139123"}, 60103),
        ({"mobile": "139 1234 5678"}, 60103),
        ({"mobile": "29912345678"}, 60103),
        ({"state_code": "+86"}, 60103),
        ({"state_code": "852", "mobile": "abc"}, 60103),
        ({"label_ids": []}, 60204),
        ({"label_ids": None}, 60204),
        ({"label_ids": LONG_LIST}, 40035),
        ({"label_ids": ["one"]}, 40035),
        ({"share_dept_ids": LONG_LIST}, 40066),
        ({"share_user_ids": [str(k) for k in LONG_LIST]}, 40032),
        ({"share_user_ids": [""]}, 40031),
    ],
)
def test_create_refuses(server: SimulatorServer, caller: Caller, change: dict[str, Any], code: int) -> None:
    answer = caller("extcontact/create", contact={**NEW, **change})
    assert answer["errcode"] == code
    assert answer["errmsg"]
    assert len(server.state.book) == 300


def test_twenty_of_each_are_taken(caller: Caller) -> None:
    twenty = LONG_LIST[1:]
    lists = {"label_ids": twenty, "share_dept_ids": twenty, "share_user_ids": [str(k) for k in twenty]}
    assert caller("extcontact/create", contact={**NEW, **lists})["errcode"] == 0


@pytest.mark.parametrize("contact", [None, "null", "", [], "no json"])
def test_create_without_a_contact_is_40036(caller: Caller, contact: object) -> None:
    assert caller("extcontact/create", contact=contact)["errcode"] == 40036


def test_a_second_contact_with_the_same_phone_is_refused(server: SimulatorServer, caller: Caller) -> None:
    first = caller("extcontact/create", contact=NEW)["userid"]
    assert caller("extcontact/create", contact=NEW)["errcode"] == 22005
    assert caller("extcontact/create", contact={**NEW, "state_code": "852", "mobile": "91234567"})["errcode"] == 0
    sample = server.state.book.rows()[4]
    phone = {"state_code": sample["state_code"], "mobile": sample["mobile"]}
    assert caller("extcontact/create", contact={**NEW, **phone})["errcode"] == 22005
    assert caller("extcontact/delete", user_id=first)["errcode"] == 0
    again = caller("extcontact/create", contact=NEW)
    assert again["errcode"] == 0
    assert again["userid"] != first


def update_of(row: dict[str, Any], **changes: Any) -> dict[str, Any]:
    required = {key: row[key] for key in ("name", "follower_user_id", "label_ids")}
    return {**required, "user_id": row["userid"], **changes}


@pytest.fixture
def row(caller: Caller) -> dict[str, Any]:
    contact = {**NEW, "title": "CFO", "address": "Bund 1", "share_user_ids": ["u1"]}
    userid = caller("extcontact/create", contact=contact)["userid"]
    return dict(caller("extcontact/get", user_id=userid)["result"])


def test_update_replaces_the_optional_fields(caller: Caller, row: dict[str, Any]) -> None:
    answer = caller("extcontact/update", contact=update_of(row, title="CEO"))
    assert set(answer) == {"errcode", "request_id"}
    after = caller("extcontact/get", user_id=row["userid"])["result"]
    assert after == {**NEW, "userid": row["userid"], "title": "CEO"}


def test_update_merges_where_it_is_told_to(server: SimulatorServer, caller: Caller, row: dict[str, Any]) -> None:
    server.options.update = "merge"
    caller("extcontact/update", contact=update_of(row, title="CEO", address=""))
    after = caller("extcontact/get", user_id=row["userid"])["result"]
    assert after == {**row, "title": "CEO", "address": ""}


def test_update_clears_nothing_where_it_is_told_so(
    server: SimulatorServer, caller: Caller, row: dict[str, Any]
) -> None:
    server.options.update = "keep_empty"
    caller("extcontact/update", contact=update_of(row, title="CEO", address="", share_user_ids=[]))
    after = caller("extcontact/get", user_id=row["userid"])["result"]
    assert after == {**row, "title": "CEO"}


def test_update_keeps_number_and_e_mail(server: SimulatorServer, caller: Caller) -> None:
    before = next(row for row in server.state.book.rows() if row.get("email") and row.get("label_ids"))
    caller("extcontact/update", contact=update_of(before, name="Other", mobile="13912345678", email="x@y.example"))
    after = caller("extcontact/get", user_id=before["userid"])["result"]
    assert after["name"] == "Other"
    assert [after[key] for key in ("mobile", "state_code", "email")] == [
        before[key] for key in ("mobile", "state_code", "email")
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"user_id": ""}, 40036),
        ({"user_id": "not-an-id"}, 40003),
        ({"user_id": "999999999999"}, 60121),
        ({"name": ""}, 40036),
        ({"name": "x" * 129}, 60112),
        ({"follower_user_id": None}, 40036),
        ({"label_ids": []}, 60204),
        ({"mobile": "1"}, 60103),
        ({"mobile": "13700000001"}, 0),
    ],
)
def test_update_refuses(caller: Caller, row: dict[str, Any], change: dict[str, Any], code: int) -> None:
    assert caller("extcontact/update", contact=update_of(row, **change))["errcode"] == code


def test_update_to_somebody_elses_number_is_60200(caller: Caller, row: dict[str, Any]) -> None:
    caller("extcontact/create", contact={**NEW, "mobile": "13912345679"})
    assert caller("extcontact/update", contact=update_of(row, mobile="13912345679"))["errcode"] == 60200


def test_too_many_contacts_is_60203(server: SimulatorServer, caller: Caller, row: dict[str, Any]) -> None:
    server.options.max_contacts = 301
    assert caller("extcontact/create", contact={**NEW, "mobile": "13912345679"})["errcode"] == 60203
    assert caller("extcontact/update", contact=update_of(row))["errcode"] == 0
    server.options.max_contacts = 300
    assert caller("extcontact/update", contact=update_of(row))["errcode"] == 60203


def test_delete(server: SimulatorServer, caller: Caller, row: dict[str, Any]) -> None:
    assert set(caller("extcontact/delete", user_id=row["userid"])) == {"errcode", "request_id"}
    assert caller("extcontact/delete", user_id=row["userid"])["errcode"] == 33012
    assert caller("extcontact/get", user_id=row["userid"])["errcode"] == 33012
    assert caller("extcontact/update", contact=update_of(row))["errcode"] == 60121
    assert len(server.state.book) == 300


@pytest.mark.parametrize(("path", "code"), [("create", -1), ("update", -1), ("delete", 400001)])
def test_a_busy_system_and_wrong_tokens(server: SimulatorServer, caller: Caller, path: str, code: int) -> None:
    server.faults.add("busy", times=1)
    assert caller(f"extcontact/{path}", contact=NEW)["errcode"] == code
    assert Caller(server.url, token=USER_TOKEN)(f"extcontact/{path}", contact=NEW)["errcode"] == 33009
    assert len(server.state.book) == 300


def test_the_feature_can_be_off(server: SimulatorServer, caller: Caller) -> None:
    server.options.feature_on = False
    assert caller("extcontact/create", contact=NEW)["errcode"] == 60205
    assert caller("v2/department/listsub")["errcode"] == 0


def test_writing_needs_post(server: SimulatorServer, caller: Caller) -> None:
    path = f"/topapi/extcontact/delete?access_token={caller.token}&user_id=1"
    assert call(server.url, path)["errcode"] == 43002


def test_what_was_written_outlives_the_process(tmp_path: Any) -> None:
    file = tmp_path / "book.sqlite"
    with simulator(contacts=60, db=file) as control:
        caller = Caller(control.url)
        gone, changed = (row["userid"] for row in control.contacts()[3:5])
        caller("extcontact/delete", user_id=gone)
        caller("extcontact/update", contact={**NEW, "user_id": changed})
        created = caller("extcontact/create", contact=NEW)["userid"]
        dropped = caller("extcontact/create", contact={**NEW, "mobile": "13912345670"})["userid"]
        caller("extcontact/delete", user_id=dropped)
        before = control.contacts()
    with simulator(contacts=60, db=file) as control:
        assert control.contacts() == before
        assert before[-1]["userid"] == created
        caller = Caller(control.url)
        assert caller("extcontact/create", contact=NEW)["errcode"] == 22005
        assert caller("extcontact/create", contact={**NEW, "mobile": "13912345671"})["userid"] != dropped
    with pytest.raises(ValueError, match="another sample book"), simulator(contacts=61, db=file):
        pass


def test_the_command_line_keeps_what_was_written_over_a_restart(tmp_path: Path) -> None:
    arguments = ("--contacts", "50", "--db", str(tmp_path / "written.db"))
    with SimulatorProcess(*arguments) as process:
        caller = Caller(process.url)
        made = caller("extcontact/create", contact=NEW)["userid"]
        gone, changed = (row["userid"] for row in caller("extcontact/list", offset=0, size=2)["results"])
        assert caller("extcontact/delete", user_id=gone)["errcode"] == 0
        fields = {"user_id": changed, "name": "Somebody New", "follower_user_id": "manager", "label_ids": [1]}
        assert caller("extcontact/update", contact=fields)["errcode"] == 0
        before = process.contacts()
    with SimulatorProcess(*arguments) as process:
        assert process.contacts() == before
        caller = Caller(process.url)
        assert caller("extcontact/get", user_id=made)["result"]["name"] == NEW["name"]
        assert caller("extcontact/get", user_id=changed)["result"]["name"] == "Somebody New"
        assert caller("extcontact/get", user_id=gone)["errcode"] == 33012
    with SimulatorProcess(*arguments[:2]) as process:  # without the file it is the sample book again
        assert Caller(process.url)("extcontact/get", user_id=gone)["errcode"] == 0
