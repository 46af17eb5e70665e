"""Tokens, permissions and pace: what stands between a caller and the calls."""

from __future__ import annotations

import time
from typing import Any

import pytest

from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from tests.helpers.simulator import KEY, SECRET, Caller, call, simulator

NEW_TOKEN = "/v1.0/oauth2/accessToken"


def test_both_token_calls_give_the_same_living_token(server: SimulatorServer) -> None:
    old = call(server.url, f"/gettoken?appkey={KEY}&appsecret={SECRET}")
    assert (old["errcode"], old["errmsg"], old["expires_in"]) == (0, "ok", 7200)
    new = call(server.url, NEW_TOKEN, {"appKey": KEY, "appSecret": SECRET})
    assert new == {"accessToken": old["access_token"], "expireIn": 7200}
    older = call(server.url, f"/gettoken?corpid={KEY}&corpsecret={SECRET}")
    assert older["access_token"] == old["access_token"]
    grant = {"client_id": KEY, "client_secret": SECRET, "grant_type": "client_credentials"}
    newest = call(server.url, "/v1.0/oauth2/dingcorp/token", grant)
    assert newest == {"access_token": old["access_token"], "expires_in": 7200}
    assert server.state.tokens.issued == 1


@pytest.mark.parametrize(
    ("query", "code"),
    [
        (f"appkey={KEY}&appsecret=Sample-secret", 40096),
        ("appkey=other&appsecret=sample-secret", 40096),
        (f"corpid={KEY}&corpsecret=wrong", 40089),
        ("", 40035),
    ],
)
def test_gettoken_refuses(server: SimulatorServer, query: str, code: int) -> None:
    assert call(server.url, f"/gettoken?{query}")["errcode"] == code


def test_gettoken_reads_no_body(server: SimulatorServer) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    body = f"appkey={KEY}&appsecret={SECRET}".encode()
    assert call(server.url, "/gettoken", body, headers=form)["errcode"] == 40035


def test_the_new_host_refuses_in_its_own_form(server: SimulatorServer) -> None:
    wrong = call(server.url, NEW_TOKEN, {"appKey": KEY, "appSecret": "wrong"})
    assert wrong["code"] == "invalidClientIdOrSecret"
    assert set(wrong) == {"code", "message", "requestid"}
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert call(server.url, NEW_TOKEN, b"appKey=a&appSecret=b", headers=form)["code"] == "MissingBody"


def test_the_new_token_call_may_not_exist() -> None:
    with simulator(contacts=1, new_token=False) as control:
        assert call(control.url, NEW_TOKEN, {"appKey": KEY, "appSecret": SECRET})["code"] == "InvalidAction.NotFound"
        assert Caller(control.url)("extcontact/list")["errcode"] == 0


@pytest.mark.parametrize(("token", "sub_code"), [("", "40000"), ("wrong", "40014")])
def test_bad_tokens_are_refused_by_the_gateway(server: SimulatorServer, token: str, sub_code: str) -> None:
    answer = call(server.url, f"/topapi/extcontact/list?access_token={token}", {})
    assert answer["errcode"] == 88
    assert answer["sub_code"] == sub_code
    assert answer["errmsg"] == f"ding talk error[subcode={sub_code},submsg={answer['sub_msg']}]"
    assert answer["request_id"]


def test_a_token_in_the_new_hosts_header_is_not_read(server: SimulatorServer, caller: Caller) -> None:
    header = {"x-acs-dingtalk-access-token": caller.token}
    assert call(server.url, "/topapi/extcontact/list", {}, headers=header)["sub_code"] == "40000"


def test_tokens_die_and_are_replaced() -> None:
    with SimulatorServer(SimulatorOptions(contacts=1, token_lifetime=0.05)) as server:
        caller = Caller(server.url)
        end = time.monotonic() + 20
        while caller("extcontact/list").get("sub_code") != "40014":
            assert time.monotonic() < end, "the token never died"
        server.options.token_lifetime = 100
        fresh = Caller(server.url)
        assert fresh.token != caller.token
        assert fresh("extcontact/list")["errcode"] == 0
        server.state.tokens.expire()
        assert fresh("extcontact/list")["sub_code"] == "40014"


SCOPES = {
    "extcontact/list": "qyapi_ext_read",
    "extcontact/create": "qyapi_ext_write",
    "v2/user/getbymobile": "qyapi_get_member_by_mobile",
    "v2/user/get": "qyapi_get_member",
    "user/listsimple": "qyapi_get_department_member",
    "v2/department/listsub": "qyapi_get_department_list",
}


@pytest.mark.parametrize(("path", "scope"), SCOPES.items())
def test_each_call_needs_its_permission(server: SimulatorServer, caller: Caller, path: str, scope: str) -> None:
    server.options.without_scopes = frozenset({scope})
    answer = caller(path)
    assert (answer["errcode"], answer["sub_code"]) == (88, "60011")
    assert f"[{scope}]" in answer["sub_msg"]
    assert f"appscope/apply?content={KEY}%23{scope}" in answer["sub_msg"]
    assert answer["errmsg"].endswith(f"{{requiredScopes=[{scope}]}}]")
    for other in SCOPES:
        if other != path:
            assert caller(other).get("sub_code") is None


def test_calls_per_second_are_counted_for_each_path(server: SimulatorServer, caller: Caller) -> None:
    server.options.qps = 1
    answers: list[Any] = [caller("extcontact/list") for _ in range(12)]
    assert any(answer.get("sub_code") == "90018" for answer in answers)
    assert answers[0]["errcode"] == 0
    assert caller("extcontact/listlabelgroups")["errcode"] == 0
    end = time.monotonic() + 20
    while caller("extcontact/list")["errcode"]:
        assert time.monotonic() < end, "the limit never lifted"
    assert server.log.most_per_second("extcontact/list") > 1


def test_escapes_can_be_refused(server: SimulatorServer, caller: Caller) -> None:
    assert caller("extcontact/get", user_id="张")["errcode"] == 33012  # json.dumps writes \u5f20
    server.options.refuse_escapes = True
    assert caller("extcontact/get", user_id="张")["errcode"] == 40033
    assert caller("extcontact/get", user_id="1")["errcode"] == 33012
