"""The reading calls: what they give, and every code by which they refuse."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest

from addressbook.simulator.gateway import FOREIGN_TOKEN, USER_TOKEN
from addressbook.simulator.sample import staff
from addressbook.simulator.server import SimulatorServer
from tests.helpers.simulator import Caller, call, simulator

READING = ["extcontact/list", "extcontact/get", "extcontact/listlabelgroups"]


def test_a_page_has_no_errmsg_and_no_total(caller: Caller) -> None:
    page = caller("extcontact/list", offset=0, size=100)
    assert set(page) == {"errcode", "results", "request_id"}
    assert page["errcode"] == 0
    assert len(page["results"]) == 100


def test_the_end_is_an_empty_list(caller: Caller) -> None:
    assert caller("extcontact/list", offset=301, size=100)["results"] == []


@pytest.mark.parametrize("params", [{}, {"size": 50}, {"offset": 40}])
def test_offset_and_size_work_together_only(caller: Caller, params: dict[str, Any]) -> None:
    assert caller("extcontact/list", **params) | {"request_id": ""} == caller("extcontact/list", offset=0, size=20) | {
        "request_id": ""
    }


@pytest.mark.parametrize(
    ("path", "offset", "size", "code"),
    [
        ("extcontact/list", -1, 100, 40068),
        ("extcontact/list", "x", 100, 40068),
        ("extcontact/list", 0, 0, 40069),
        ("extcontact/list", 0, 101, 40069),
        ("extcontact/list", 0, 2.5, 40069),
        ("extcontact/listlabelgroups", -1, 100, 40068),
        ("extcontact/listlabelgroups", 0, 101, 41101),
        ("extcontact/listlabelgroups", 0, "", 41101),
    ],
)
def test_wrong_paging_is_refused(caller: Caller, path: str, offset: object, size: object, code: int) -> None:
    answer = caller(path, offset=offset, size=size)
    assert answer["errcode"] == code
    assert answer["errmsg"]
    assert answer["request_id"]


def test_get_gives_what_the_list_gave(caller: Caller) -> None:
    row = caller("extcontact/list", offset=17, size=1)["results"][0]
    answer = caller("extcontact/get", user_id=row["userid"])
    assert answer["result"] == row
    assert "errmsg" not in answer


@pytest.mark.parametrize("user_id", ["", "999999999999", "nobody", "42", staff.ME])
def test_get_of_nobody_is_33012(caller: Caller, user_id: str) -> None:
    assert caller("extcontact/get", user_id=user_id)["errcode"] == 33012


def test_more_label_groups_than_a_page_holds() -> None:
    with simulator(contacts=10, extra_label_groups=120) as control:
        caller = Caller(control.url)
        pages = [caller("extcontact/listlabelgroups", offset=k, size=100)["results"] for k in (0, 100, 200)]
    assert [len(page) for page in pages] == [100, 25, 0]
    assert pages[1][-1]["labels"][0]["id"] > 2**53  # which a float would bend


@pytest.mark.parametrize("path", READING)
def test_the_wrong_kind_of_token_is_33009(server: SimulatorServer, path: str) -> None:
    assert Caller(server.url, token=USER_TOKEN)(path)["errcode"] == 33009


def test_a_token_of_an_organisation_that_is_gone(server: SimulatorServer) -> None:
    foreign = Caller(server.url, token=FOREIGN_TOKEN)
    assert foreign("extcontact/listlabelgroups")["errcode"] == 400043
    assert foreign("extcontact/list")["errcode"] == 33001


@pytest.mark.parametrize(("path", "code"), [*((path, 400001) for path in READING[:2]), (READING[2], -1)])
def test_a_busy_system_as_each_document_has_it(server: SimulatorServer, caller: Caller, path: str, code: int) -> None:
    server.faults.add("busy", times=1)
    assert caller(path)["errcode"] == code
    assert caller(path)["errcode"] != code


@pytest.mark.parametrize("path", READING)
def test_43007_where_the_app_may_not_read(server: SimulatorServer, caller: Caller, path: str) -> None:
    server.options.without_scopes = frozenset({"qyapi_ext_read"})
    server.options.permission_code = "43007"
    assert caller(path)["errcode"] == 43007


def test_a_third_party_app_gets_no_numbers_and_may_not_write() -> None:
    with simulator(contacts=50, third_party=True) as control:
        caller = Caller(control.url, token="sample-third-party-token")
        rows = caller("extcontact/list", offset=0, size=100)["results"]
        assert len(rows) == 50
        assert all("mobile" not in row for row in rows)
        userid = rows[0]["userid"]
        assert "mobile" not in caller("extcontact/get", user_id=userid)["result"]
        for path in ("create", "update", "delete"):
            assert caller(f"extcontact/{path}", user_id=userid, contact={})["errcode"] == 43007
        assert caller("v2/user/getbymobile", mobile=staff.SAMPLE_MOBILE)["errcode"] == 43007
        assert caller("v2/user/get", userid=staff.ME)["errcode"] == 0


def test_a_third_party_token_is_nothing_to_an_organisation_of_its_own(server: SimulatorServer) -> None:
    assert Caller(server.url, token="sample-third-party-token")("extcontact/list")["sub_code"] == "40014"


def test_unknown_paths(server: SimulatorServer, caller: Caller) -> None:
    answer = caller("extcontact/search", name="x")
    assert answer["errcode"] == 22
    assert "dingtalk.oapi.extcontact.search" in answer["errmsg"]
    assert call(server.url, "/microapp/nothing")["errcode"] == 404
    assert call(server.url, "/v1.0/contact/nothing")["code"] == "InvalidAction.NotFound"


class TestStaff:
    """The calls about colleagues and departments."""

    def test_me(self, caller: Caller) -> None:
        found = caller("v2/user/getbymobile", mobile=staff.SAMPLE_MOBILE)
        assert found["result"]["userid"] == staff.ME
        person = caller("v2/user/get", userid=staff.ME)["result"]
        assert person["name"] == "Mia Chen"
        assert person["dept_id_list"] == [staff.MY_DEPARTMENT]

    def test_every_employee_is_found_by_number(self, caller: Caller) -> None:
        number = staff.mobile_of(199)
        assert caller("v2/user/getbymobile", mobile=number)["result"]["userid"] == staff.EMPLOYEE_IDS[199]

    @pytest.mark.parametrize(
        ("mobile", "code"), [("", 400002), ("call me", 40104), ("13999999999", 60121), ("13800138999", 60121)]
    )
    def test_numbers_that_nobody_has(self, caller: Caller, mobile: str, code: int) -> None:
        assert caller("v2/user/getbymobile", mobile=mobile)["errcode"] == code

    @pytest.mark.parametrize(("userid", "code"), [("", 400002), ("no such/id", 33012), ("nobody", 60121)])
    def test_users_that_are_none(self, caller: Caller, userid: str, code: int) -> None:
        assert caller("v2/user/get", userid=userid)["errcode"] == code

    @pytest.mark.parametrize("userid", staff.LEFT)
    def test_who_left_is_60121(self, caller: Caller, userid: str) -> None:
        assert caller("v2/user/get", userid=userid)["errcode"] == 60121

    @pytest.mark.parametrize("path", ["user/listsimple", "v2/user/list"])
    def test_members_page_by_cursor(self, caller: Caller, path: str) -> None:
        first = caller(path, dept_id=staff.MY_DEPARTMENT, cursor=0, size=10)["result"]
        assert first["has_more"] is True
        rest = caller(path, dept_id=staff.MY_DEPARTMENT, cursor=first["next_cursor"], size=10)["result"]
        assert rest["has_more"] is False
        assert "next_cursor" not in rest
        ids = [person["userid"] for person in first["list"] + rest["list"]]
        assert ids == [staff.EMPLOYEE_IDS[index] for index in staff.members(staff.MY_DEPARTMENT)]

    @pytest.mark.parametrize(
        ("params", "code"),
        [
            ({"cursor": 0, "size": 10}, 400002),
            ({"dept_id": 77, "cursor": 0, "size": 10}, 60003),
            ({"dept_id": -7, "cursor": 0, "size": 10}, 40009),
            ({"dept_id": 1, "cursor": -1, "size": 10}, 40068),
            ({"dept_id": 1, "cursor": 0, "size": 101}, 40069),
        ],
    )
    def test_wrong_member_requests(self, caller: Caller, params: dict[str, Any], code: int) -> None:
        assert caller("user/listsimple", **params)["errcode"] == code
        assert caller("v2/user/list", **params)["errcode"] == code

    def test_the_tree_can_be_walked(self, caller: Caller) -> None:
        below = caller("v2/department/listsub")["result"]
        assert {"Sales", "Finance"} <= {dept["name"] for dept in below}
        ids = caller("v2/department/listsubid", dept_id=1)["result"]["dept_id_list"]
        assert ids == [dept["dept_id"] for dept in below]
        root = caller("v2/department/get", dept_id="1")["result"]
        assert root["name"] == "Harbour Trading Co."
        assert "parent_id" not in root
        assert caller("v2/department/get", dept_id=ids[0])["result"]["parent_id"] == 1

    @pytest.mark.parametrize("path", ["listsub", "listsubid", "get"])
    def test_no_such_department(self, caller: Caller, path: str) -> None:
        assert caller(f"v2/department/{path}", dept_id=5)["errcode"] == 60003


@pytest.mark.parametrize(
    ("path", "params"),
    [
        ("extcontact/list", {"offset": 20, "size": 5}),
        ("extcontact/get", {"user_id": None}),
        ("extcontact/listlabelgroups", {"offset": 0, "size": 3}),
        ("v2/user/getbymobile", {"mobile": staff.SAMPLE_MOBILE}),
        ("v2/user/get", {"userid": staff.ME}),
        ("user/listsimple", {"dept_id": 1, "cursor": 0, "size": 10}),
        ("v2/user/list", {"dept_id": 1, "cursor": 0, "size": 10}),
        ("v2/department/listsub", {"dept_id": 1}),
        ("v2/department/listsubid", {"dept_id": 1}),
        ("v2/department/get", {"dept_id": 1}),
    ],
)
def test_every_reading_call_answers_get_as_it_answers_post(caller: Caller, path: str, params: dict[str, Any]) -> None:
    if "user_id" in params:
        params = {"user_id": caller("extcontact/list", offset=0, size=1)["results"][0]["userid"]}
    posted = caller(path, **params)
    query = urlencode({"access_token": caller.token, **params})
    got = call(caller.url, f"/topapi/{path}?{query}", method="GET")
    assert posted["errcode"] == got["errcode"] == 0
    assert {**got, "request_id": ""} == {**posted, "request_id": ""}
    assert posted.get("results") or posted.get("result")
