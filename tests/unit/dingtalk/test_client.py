"""Each call sends what the documents ask for and reads what they answer."""

from __future__ import annotations

import json

import pytest

from addressbook import __version__
from addressbook.dingtalk.client import DingTalkClient, MemberPage
from addressbook.dingtalk.region import other_address
from addressbook.domain.contact import Contact
from addressbook.domain.label import Label, LabelGroup
from addressbook.domain.staff import Department, Employee
from addressbook.errors import AnswerError, NotFound, PermissionMissing, ServerError, TokenRejected
from tests.helpers.hostile_server import TOKEN_PATH, HostileServer, Reply, Request

LIST = "/topapi/extcontact/list"
ANN = {
    "userid": "0112345678",
    "name": "王经理",
    "mobile": "13800000000",
    "state_code": "86",
    "follower_user_id": "manager0001",
    "label_ids": [1561000001],
    "title": "",
    "share_dept_ids": [],
    "share_user_ids": ["0001"],
}


def ok(**content: object) -> Reply:
    return Reply({"errcode": 0, "request_id": "16abc", **content})


def test_a_page_of_contacts(client: DingTalkClient, server: HostileServer) -> None:
    server.routes[LIST] = ok(results=[ANN])
    page = client.list_contacts(200, 100)
    assert page.decode().contacts == (
        Contact(
            userid="0112345678",
            name="王经理",
            mobile="13800000000",
            state_code="86",
            follower_user_id="manager0001",
            label_ids=(1561000001,),
            share_user_ids=("0001",),
        ),
    )
    token, call = server.requests
    assert (token.method, token.path, token.json) == (
        "POST",
        TOKEN_PATH,
        {"appKey": "dingkey", "appSecret": "s3cret-of-the-app"},
    )
    assert (call.method, call.query, call.json) == ("POST", {"access_token": "token-1"}, {"offset": 200, "size": 100})
    for request in (token, call):  # honest: our own name and version, and no browser's
        assert request.headers["user-agent"] == f"AddressBookForDingTalk/{__version__}"
    assert call.headers["content-type"].startswith("application/json")


@pytest.mark.parametrize("end", [{}, {"results": None}, {"results": []}, {"results": ""}])
def test_the_end_of_the_list_in_all_its_forms(
    client: DingTalkClient, server: HostileServer, end: dict[str, object]
) -> None:
    server.routes[LIST] = ok(**end)
    assert client.list_contacts(0).rows == []


def test_one_contact(client: DingTalkClient, server: HostileServer) -> None:
    server.routes["/topapi/extcontact/get"] = ok(result=ANN)
    assert client.get_contact("0112345678").name == "王经理"
    assert server.requests[-1].json == {"user_id": "0112345678"}


def test_a_contact_that_is_gone(client: DingTalkClient, server: HostileServer) -> None:
    server.routes["/topapi/extcontact/get"] = Reply({"errcode": 33012, "errmsg": "无效的USERID", "request_id": "r1"})
    with pytest.raises(NotFound) as caught:
        client.get_contact("1")
    assert (caught.value.code, caught.value.request_id, caught.value.message) == ("33012", "r1", "无效的USERID")
    server.routes["/topapi/extcontact/get"] = ok(result=None)
    with pytest.raises(NotFound):
        client.get_contact("1")


def test_creating_sends_the_documented_form(client: DingTalkClient, server: HostileServer) -> None:
    server.routes["/topapi/extcontact/create"] = ok(userid="0998")
    fields = {
        "name": "李雷 😀",
        "mobile": "13900000000",
        "state_code": "86",
        "follower_user_id": "manager0001",
        "label_ids": [1561000001],
        "title": "",
        "remark": None,
    }
    assert client.create_contact(fields) == "0998"
    sent = server.requests[-1]
    assert sent.json == {"contact": {key: value for key, value in fields.items() if value is not None}}
    assert "李雷 😀".encode() in sent.body
    assert b"\\u" not in sent.body


def test_updating_names_the_contact_by_user_id(client: DingTalkClient, server: HostileServer) -> None:
    server.routes["/topapi/extcontact/update"] = ok()
    fields = {"name": "Ann", "follower_user_id": "m1", "label_ids": (1, 2), "share_user_ids": ["0001"], "address": ""}
    client.update_contact("0998", fields)
    assert server.requests[-1].json == {
        "contact": {
            "user_id": "0998",
            "name": "Ann",
            "follower_user_id": "m1",
            "label_ids": [1, 2],
            "share_user_ids": ["0001"],
            "address": "",
        }
    }


@pytest.mark.parametrize("extra", ["mobile", "state_code", "email", "userid"])
def test_updating_never_sends_what_update_does_not_take(
    client: DingTalkClient, server: HostileServer, extra: str
) -> None:
    fields = {"name": "Ann", "follower_user_id": "m1", "label_ids": [1], extra: "1"}
    with pytest.raises(ValueError, match=extra):
        client.update_contact("0998", fields)
    assert server.requests == []


def test_deleting(client: DingTalkClient, server: HostileServer) -> None:
    server.routes["/topapi/extcontact/delete"] = ok()
    client.delete_contact("0998")
    assert server.requests[-1].json == {"user_id": "0998"}


def test_label_groups(client: DingTalkClient, server: HostileServer) -> None:
    groups = [
        {"name": "Type", "color": -15220075, "labels": [{"id": 1561000001, "name": "Customer"}]},
        {"name": "Empty", "color": None, "labels": []},
        "not a group",
    ]
    server.routes["/topapi/extcontact/listlabelgroups"] = ok(results=groups)
    assert client.list_label_groups(100, 50) == [
        LabelGroup("Type", -15220075, (Label(1561000001, "Customer"),)),
        LabelGroup("Empty", None, ()),
    ]
    assert server.requests[-1].json == {"offset": 100, "size": 50}


def test_colleagues(client: DingTalkClient, server: HostileServer) -> None:
    server.routes["/topapi/v2/user/getbymobile"] = ok(result={"userid": "manager0001"})
    assert client.userid_by_mobile("13800000000") == "manager0001"
    assert server.requests[-1].json == {"mobile": "13800000000"}
    server.routes["/topapi/v2/user/get"] = ok(result={"name": "Bo", "dept_id_list": "[2,3]", "admin": "true"})
    assert client.get_employee("manager0001") == Employee("manager0001", "Bo", (2, 3))
    server.routes["/topapi/user/listsimple"] = ok(
        result={"has_more": True, "next_cursor": 10, "list": [{"userid": "u1", "name": "Ann"}, None]}
    )
    assert client.list_members(1, 0, 10) == MemberPage((Employee("u1", "Ann"),), 10)
    assert server.requests[-1].json == {"dept_id": 1, "cursor": 0, "size": 10}
    server.routes["/topapi/user/listsimple"] = ok(result={"has_more": False, "list": []})
    assert client.list_members(1).next_cursor is None
    server.routes["/topapi/user/listsimple"] = ok(result={"has_more": True, "next_cursor": 10, "list": []})
    assert client.list_members(1, 10).next_cursor is None  # a cursor that stands still would never end


def test_departments(client: DingTalkClient, server: HostileServer) -> None:
    server.routes["/topapi/v2/department/listsub"] = ok(result=[{"dept_id": 2, "name": "Sales", "parent_id": 1}])
    assert client.list_subdepartments() == [Department(2, "Sales", 1)]
    assert server.requests[-1].json == {"dept_id": 1}
    server.routes["/topapi/v2/department/get"] = ok(result={"name": "Example Ltd"})
    assert client.get_department(1) == Department(1, "Example Ltd", None)


def test_an_answer_of_another_shape_is_told(client: DingTalkClient, server: HostileServer) -> None:
    server.routes[LIST] = ok(results={"a": 1})
    with pytest.raises(AnswerError) as caught:
        client.list_contacts(0)
    assert (caught.value.code, caught.value.request_id) == ("answer.shape", "16abc")
    server.routes["/topapi/extcontact/create"] = ok()
    fields = {"name": "A", "follower_user_id": "m", "label_ids": [1], "state_code": "86", "mobile": "1"}
    with pytest.raises(AnswerError):
        client.create_contact(fields)


def test_a_pasted_token(server: HostileServer) -> None:
    client = DingTalkClient.with_token(other_address(server.url), " pasted-token-0aa1\n")
    nameless = {key: value for key, value in ANN.items() if key != "mobile"}
    server.routes[LIST] = ok(results=[nameless, {**ANN, "mobile": ""}])
    assert client.third_party
    assert [contact.mobile for contact in client.list_contacts(0).decode().contacts] == [None, ""]
    assert server.requests[0].query == {"access_token": "pasted-token-0aa1"}
    server.routes[LIST] = Reply({"errcode": 88, "sub_code": "40014", "sub_msg": "不合法的access_token"})
    with pytest.raises(TokenRejected) as caught:
        client.list_contacts(0)
    assert caught.value.message == "不合法的access_token"
    assert len(server.requests) == 2
    client.close()


def test_a_permission_given_later_works_after_forgetting_the_token(
    client: DingTalkClient, server: HostileServer
) -> None:
    def answer(request: Request) -> Reply:
        if request.query["access_token"] == "token-1":
            return Reply({"errcode": 88, "sub_code": "60011", "errmsg": "x {requiredScopes=[qyapi_ext_read]}"})
        return ok(results=[])

    server.routes[LIST] = answer
    for _ in range(2):
        with pytest.raises(PermissionMissing) as caught:
            client.list_contacts(0)
        assert caught.value.scopes == ("qyapi_ext_read",)
    client.check_token()
    assert client.list_contacts(0).rows == []
    assert server.tokens == 2


def test_40001_on_create_is_not_taken_for_the_token_for_ever(client: DingTalkClient, server: HostileServer) -> None:
    path = "/topapi/extcontact/create"
    server.routes[path] = Reply({"errcode": 40001, "errmsg": "系统繁忙", "request_id": "r"})
    fields = {"name": "A", "follower_user_id": "m", "label_ids": [1], "state_code": "86", "mobile": "1"}
    with pytest.raises(ServerError) as caught:
        client.create_contact(fields)
    assert type(caught.value) is ServerError
    assert (caught.value.code, len(server.asked(path)), server.tokens) == ("40001", 2, 2)


def test_errors_are_remembered_for_a_report(client: DingTalkClient, server: HostileServer) -> None:
    server.routes[LIST] = Reply({"errcode": 40068, "errmsg": "x", "request_id": "r9"})
    with pytest.raises(ServerError):
        client.list_contacts(0)
    last = client.last_errors[-1]
    assert (last.endpoint, last.code, last.request_id) == (LIST, "40068", "r9")
    assert last.time.tzinfo is not None


def test_an_unreadable_contact_does_not_lose_its_page(client: DingTalkClient, server: HostileServer) -> None:
    server.routes[LIST] = ok(results=[ANN, {**ANN, "userid": "2", "label_ids": {"no": 1}}, 7, {**ANN, "userid": "3"}])
    decoded = client.list_contacts(300).decode()
    assert [contact.userid for contact in decoded.contacts] == ["0112345678", "3"]
    assert [bad.userid for bad in decoded.unreadable] == ["2", "?302"]
    assert decoded.unreadable[0].reason.startswith("label_ids")
    assert (decoded.first_id, decoded.last_id) == ("0112345678", "3")
    assert json.dumps(ANN["mobile"]) not in str(decoded.unreadable)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("label_ids", "1" * 5_000),
        ("label_ids", "[" + "1" * 5_000 + "]"),
        ("label_ids", "-" + "1" * 5_000),
        ("share_dept_ids", "1e999"),
        ("share_dept_ids", "[1E+400]"),
        ("share_dept_ids", "Infinity"),
        ("title", "-Infinity"),
        ("title", "NaN"),
        ("name", "1e400"),
    ],
)
def test_a_number_beyond_all_bounds_does_not_lose_its_page(
    client: DingTalkClient, server: HostileServer, field: str, value: str
) -> None:
    good = json.dumps(ANN)
    bad = json.dumps({**ANN, "userid": "2", field: None}).replace("null", value)
    server.routes[LIST] = Reply(f'{{"errcode":0,"request_id":"r1","results":[{good},{bad}]}}'.encode())
    decoded = client.list_contacts(0).decode()
    assert [contact.userid for contact in decoded.contacts] == ["0112345678"]
    assert [(bad.userid, bad.reason.split(":")[0]) for bad in decoded.unreadable] == [("2", field)]
