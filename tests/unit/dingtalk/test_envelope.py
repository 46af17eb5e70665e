"""Every kind of refusal, however it is wrapped, becomes the right error; nobody's key is passed on."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from addressbook.dingtalk.envelope import call_is_missing, open_envelope, open_plain
from addressbook.dingtalk.transport import Answer
from addressbook.errors import (
    AddressNotAllowed,
    AnswerError,
    CallError,
    CredentialsRejected,
    NotFound,
    PermissionMissing,
    RateLimited,
    ServerBusy,
    ServerError,
    TokenRejected,
)

LIST = "/topapi/extcontact/list"
APPLY = "https://open-dev.dingtalk.com/appscope/apply?content=dingabc123%23qyapi_ext_read"


def answer(body: object, status: int = 200, content_type: str = "application/json") -> Answer:
    raw = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    return Answer(status, content_type, None, raw)


def refusal(body: object, endpoint: str = LIST, status: int = 200, content_type: str = "application/json") -> CallError:
    with pytest.raises(CallError) as caught:
        (open_plain if endpoint.startswith("/v1.0") else open_envelope)(answer(body, status, content_type), endpoint)
    return caught.value


@pytest.mark.parametrize(
    "body", [{"errcode": 0}, {"errcode": "0"}, {"errcode": 0, "errmsg": "anything"}, {"errcode": 0, "sub_code": "88"}]
)
def test_zero_is_success_whatever_errmsg_says(body: dict[str, object]) -> None:
    assert open_envelope(answer(body), LIST) == body


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert open_envelope(answer(b'\xef\xbb\xbf {"errcode":0}'), LIST) == {"errcode": 0}


GATEWAY = [
    ({"errcode": 88, "sub_code": "40014", "sub_msg": "不合法的access_token"}, TokenRejected, "40014"),
    ({"errcode": "88", "sub_code": 40014}, TokenRejected, "40014"),
    ({"errcode": 88, "subCode": "40014"}, TokenRejected, "40014"),
    ({"errcode": 88, "errmsg": "ding talk error[subcode=40014,submsg=不合法的access_token]"}, TokenRejected, "40014"),
    ({"errcode": 88, "sub_code": "40000", "sub_msg": "access_token is blank"}, TokenRejected, "40000"),
    ({"errcode": 40014}, TokenRejected, "40014"),
    ({"errcode": 42001}, TokenRejected, "42001"),
    ({"errcode": 33001}, TokenRejected, "33001"),
    ({"errcode": 33009}, TokenRejected, "33009"),
    ({"errcode": 40001}, TokenRejected, "40001"),
    ({"errcode": 41001}, TokenRejected, "41001"),
    ({"errcode": 88, "sub_code": "60011"}, PermissionMissing, "60011"),
    ({"errcode": 43007}, PermissionMissing, "43007"),
    ({"errcode": 50002}, PermissionMissing, "50002"),
    ({"errcode": 50004}, PermissionMissing, "50004"),
    ({"errcode": 88, "sub_code": "60020"}, AddressNotAllowed, "60020"),
    ({"errcode": 60020}, AddressNotAllowed, "60020"),
    ({"errcode": 88, "sub_code": "90018"}, RateLimited, "90018"),
    ({"errcode": 88, "sub_code": "90002"}, RateLimited, "90002"),
    ({"errcode": 90002}, RateLimited, "90002"),
    ({"errcode": 90006}, RateLimited, "90006"),
    ({"errcode": 90001}, RateLimited, "90001"),
    ({"errcode": -1}, ServerBusy, "-1"),
    ({"errcode": "-1"}, ServerBusy, "-1"),
    ({"errcode": 400001}, ServerBusy, "400001"),
    ({"errcode": 33012}, NotFound, "33012"),
    ({"errcode": 60121, "errmsg": "找不到该用户"}, NotFound, "60121"),
    ({"errcode": 40003}, NotFound, "40003"),
    ({"errcode": 60003}, NotFound, "60003"),
    ({"errcode": 22, "errmsg": "Invalid method[submsg=… ApiName = x]"}, ServerError, "22"),
    ({"errcode": 22005}, ServerError, "22005"),
    ({"errcode": 60205}, ServerError, "60205"),
    ({"errcode": 90020}, ServerError, "90020"),
    ({"errcode": 40009}, ServerError, "40009"),
    ({"errcode": 88}, ServerError, "88"),
    ({"errcode": 123456, "errmsg": "new"}, ServerError, "123456"),
]


@pytest.mark.parametrize(("body", "kind", "code"), GATEWAY)
def test_legacy_refusals(body: dict[str, object], kind: type[ServerError], code: str) -> None:
    error = refusal({**body, "request_id": "16abc"})
    assert type(error) is kind
    assert (error.code, error.endpoint, error.request_id) == (code, LIST, "16abc")


def test_a_special_department_counts_as_not_there() -> None:
    assert type(refusal({"errcode": 40009}, "/topapi/v2/department/get")) is NotFound


@pytest.mark.parametrize("code", [40096, 40089, 40001, 40013])
def test_wrong_keys_at_gettoken(code: int) -> None:
    assert type(refusal({"errcode": code}, "/gettoken")) is CredentialsRejected


@pytest.mark.parametrize("code", [90002, 90018])
def test_gettoken_is_rate_limited_too(code: int) -> None:
    assert type(refusal({"errcode": code}, "/gettoken")) is RateLimited


def test_how_long_to_wait() -> None:
    waits = {}
    for code in (90018, 90006, 90001):
        error = refusal({"errcode": code})
        assert isinstance(error, RateLimited)
        waits[code] = error.retry_after
    assert waits[90018] == 1.0
    assert waits[90018] < waits[90006] < waits[90001]


NEW_HOST = [
    (400, {"requestid": "r1", "code": "invalidClientIdOrSecret", "message": "无效"}, CredentialsRejected),
    (403, {"requestid": "r1", "code": "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"}, RateLimited),
    (403, {"requestid": "r1", "code": "Forbidden.AccessDenied.QpsLimitForApi"}, RateLimited),
    (403, {"requestid": "r1", "code": "Forbidden.AccessDenied.IpNotInWhiteList"}, AddressNotAllowed),
    (
        403,
        {
            "requestid": "r1",
            "code": "Forbidden.AccessDenied.AccessTokenPermissionDenied",
            "accessdenieddetail": {"requiredScopes": ["Contact.User.Read"]},
        },
        PermissionMissing,
    ),
    (500, {"requestid": "r1", "code": "unknownError"}, ServerError),
    (503, {"requestid": "r1"}, ServerBusy),
    (404, {"requestid": "r1", "code": "InvalidAction.NotFound"}, ServerError),
    (400, {"requestid": "r1"}, AnswerError),
]


@pytest.mark.parametrize("text", ["request ip=203.0.113.7 appKey(ding1)", "您的IP 203.0.113.7，不在白名单之中"])
def test_the_address_is_told_at_sign_in_too(text: str) -> None:
    body = {"requestid": "r1", "code": "Forbidden.AccessDenied.IpNotInWhiteList", "message": text}
    assert refusal(body, "/v1.0/oauth2/accessToken", 403).params["address"] == "203.0.113.7"


@pytest.mark.parametrize(("status", "body", "kind"), NEW_HOST)
def test_refusals_of_the_new_host(status: int, body: dict[str, object], kind: type[CallError]) -> None:
    error = refusal(body, "/v1.0/oauth2/accessToken", status)
    assert type(error) is kind
    assert error.request_id == "r1"
    if isinstance(error, PermissionMissing):
        assert error.scopes == ("Contact.User.Read",)


@pytest.mark.parametrize(
    ("message", "scopes"),
    [
        (
            {
                "sub_msg": f"应用尚未开通所需的权限：[qyapi_ext_read]，点击链接申请并开通即可：{APPLY}",
                "errmsg": "ding talk error[subcode=60011,submsg=… {requiredScopes=[qyapi_ext_read]}]",
            },
            ("qyapi_ext_read",),
        ),
        ({"errmsg": "x {requiredScopes=[qyapi_ext_read, qyapi_get_member]}]"}, ("qyapi_ext_read", "qyapi_get_member")),
        ({"sub_msg": "应用尚未开通所需的权限：[qyapi_get_department_list]，…"}, ("qyapi_get_department_list",)),
        ({"sub_msg": "no permission"}, ()),
        ({"errmsg": "{requiredScopes=[<b>x</b>, ../../etc]}"}, ()),
    ],
)
def test_missing_permissions_are_named(message: dict[str, str], scopes: tuple[str, ...]) -> None:
    error = refusal({"errcode": 88, "sub_code": "60011", **message})
    assert isinstance(error, PermissionMissing)
    assert error.scopes == scopes
    assert "dingabc123" not in error.message
    assert "dingabc123" not in str(error)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "访问ip不在白名单之中,请参考FAQ：https://x.example/y?k=1, request ip=203.0.113.7 appKey(dingabc123)",
            "203.0.113.7",
        ),
        ("request ip=2001:db8::1f appKey(dingabc123)", "2001:db8::1f"),
        ("not in the list", None),
    ],
)
def test_the_address_that_is_not_allowed_is_told(text: str, address: str | None) -> None:
    error = refusal({"errcode": 88, "sub_code": "60020", "sub_msg": text})
    assert isinstance(error, AddressNotAllowed)
    assert error.params.get("address") == address
    assert "dingabc123" not in error.message


def test_long_messages_are_cut_and_flattened() -> None:
    error = refusal({"errcode": 40035, "errmsg": "line\n" * 1000})
    assert isinstance(error, ServerError)
    assert len(error.message) == 500
    assert "\n" not in error.message


@pytest.mark.parametrize(
    ("body", "wait"),
    [
        ({"status": 1111, "wait": 5, "source": "x5", "punish": "deny", "uuid": "1"}, 300.0),
        ({"status": "1111", "wait": 120}, 120.0),
        ({"status": 1111}, 300.0),
        ({"punish": "deny", "wait": -1}, 300.0),
        (b"<html><script src='https://x/punish?x5secdata=1'></script></html>", 300.0),
    ],
)
def test_the_block_that_has_no_errcode(body: object, wait: float) -> None:
    error = refusal(body, content_type="text/html" if isinstance(body, bytes) else "application/json")
    assert (type(error), error.code, error.params["retry_after"]) == (AnswerError, "answer.ip_blocked", wait)


@pytest.mark.parametrize(
    ("body", "status", "content_type", "kind", "code"),
    [
        (b"<html>sign in</html>", 200, "text/html", AnswerError, "answer.html"),
        (b"<html>sign in</html>", 200, "application/json", AnswerError, "answer.html"),
        (b"sign in", 200, "text/html", AnswerError, "answer.html"),
        (b"<html>denied</html>", 403, "text/html", AnswerError, "answer.html"),
        (b"<html>bad gateway</html>", 502, "text/html", ServerBusy, "502"),
        (b"", 500, "", ServerBusy, "500"),
        (b"slow down", 429, "text/plain", RateLimited, "429"),
        (b"nothing here", 404, "text/plain", AnswerError, "answer.status"),
        (b'{"errcode": 0, "resul', 200, "application/json", AnswerError, "answer.json"),
        (b"", 200, "application/json", AnswerError, "answer.json"),
        (b"[" * 100_000, 200, "application/json", AnswerError, "answer.json"),
        (b'{"errcode": ' + b"9" * 5000 + b"}", 200, "application/json", AnswerError, "answer.shape"),
        (b"[]", 200, "application/json", AnswerError, "answer.shape"),
        (b'"text"', 200, "application/json", AnswerError, "answer.shape"),
        (b"{}", 200, "application/json", AnswerError, "answer.shape"),
        (b'{"errcode": null}', 200, "application/json", AnswerError, "answer.shape"),
        (b'{"errcode": true}', 200, "application/json", AnswerError, "answer.shape"),
        (b'{"errcode": "zero"}', 200, "application/json", AnswerError, "answer.shape"),
        (b'{"errcode": 0.5}', 200, "application/json", AnswerError, "answer.shape"),
    ],
)
def test_what_is_not_dingtalks_answer(
    body: bytes, status: int, content_type: str, kind: type[CallError], code: str
) -> None:
    error = refusal(body, LIST, status, content_type)
    assert (type(error), error.code) == (kind, code)


def test_an_unusable_request_id_is_left_out() -> None:
    assert refusal({"errcode": 40068, "request_id": "<b>" * 10}).request_id == ""
    assert refusal({"errcode": 40068, "request_id": 7}).request_id == ""


@pytest.mark.parametrize(
    ("body", "status", "missing"),
    [
        ({"errcode": 22}, 200, True),
        ({"errcode": 404}, 200, True),
        ({"code": "InvalidAction.NotFound"}, 404, True),
        (b"<html>404</html>", 404, True),
        (b"", 405, True),
        ({"code": "invalidClientIdOrSecret"}, 400, False),
        (b"<html>sign in</html>", 200, False),
        (b"", 503, False),
    ],
)
def test_a_call_that_does_not_exist_is_told_from_one_that_is_refused(body: object, status: int, missing: bool) -> None:
    assert call_is_missing(refusal(body, "/v1.0/oauth2/accessToken", status)) is missing


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
NAMES = "errcode sub_code sub_msg errmsg request_id status wait punish code message accessdenieddetail requestid"
KEYS = st.sampled_from(NAMES.split())
UNHURRIED = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])


@UNHURRIED
@given(st.dictionaries(KEYS, JSON), st.integers(200, 599))
def test_no_answer_makes_anything_but_our_errors(body: dict[str, object], status: int) -> None:
    for opener in (open_envelope, open_plain):
        with contextlib.suppress(CallError):
            opener(answer(json.dumps(body).encode(), status), LIST)


@UNHURRIED
@given(st.binary(max_size=300), st.integers(200, 599), st.sampled_from(["", "text/html", "application/json"]))
def test_no_bytes_make_anything_but_our_errors(body: bytes, status: int, content_type: str) -> None:
    with pytest.raises(CallError):
        open_envelope(Answer(status, content_type, None, body), LIST)
