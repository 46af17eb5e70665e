"""Answers as DingTalk words them: results, refusals of a call, refusals of the gateway, and those of the new host."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

# Chinese words of the codes, as the server says them; the documents' English pages have translations of these.
MESSAGES = {
    -1: "系统繁忙",
    22005: "外部联系人已存在",
    33001: "无效的企业ID，请检查access_token是否正确",
    33009: "无效的tokenGrantType",
    33012: "无效的USERID",
    40001: "获取access_token时Secret错误，或者access_token无效",
    40003: "不合法的UserID",
    40009: "不合法的部门id",
    40014: "不合法的access_token",
    40031: "不合法的UserID列表",
    40032: "不合法的UserID列表长度",
    40033: "不合法的请求字符，不能包含\\uxxxx格式的字符",
    40035: "不合法的参数",
    40036: "参数为空",
    40066: "不合法的部门列表",
    40068: "不合法的偏移量",
    40069: "不合法的分页大小",
    40089: "不合法的corpid或corpsecret",
    40096: "不合法的appKey或appSecret",
    40104: "无效的手机号",
    41101: "不合法的分页大小",
    42001: "access_token超时",
    43002: "需要POST请求",
    43007: "需要授权",
    43009: "POST数据不是合法的json格式",
    50002: "员工不在授权范围内",
    50003: "应用已停用",
    50004: "部门不在授权范围内",
    60003: "部门不存在",
    60103: "手机号码不合法",
    60112: "用户名称不合法",
    60121: "找不到该用户",
    60200: "外部联系人已存在",
    60203: "外部联系人数量超过上限",
    60204: "外部联系人的标签必填",
    60205: "未开启外部联系人功能",
    400001: "系统错误",
    400002: "无效的参数",
    400043: "无效的orgId",
}


def request_id() -> str:
    """A new request_id in the shape of the real ones."""
    return "16" + os.urandom(5).hex()


@dataclass(slots=True)
class Answer:
    """A status and a JSON object. `code` is what a log of calls shows: 0, an errcode, or a sub_code."""

    body: dict[str, object]
    status: int = 200
    code: str = "0"
    headers: dict[str, str] = field(default_factory=dict)


class Refusal(Exception):
    """Ends a call with an answer of refusal."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.code)
        self.answer = answer


def result(**fields: object) -> Answer:
    """Success of an extcontact call: no errmsg, as in their documents."""
    return Answer({"errcode": 0, **fields, "request_id": request_id()})


def result_ok(**fields: object) -> Answer:
    """Success of the other calls, which do say "ok"."""
    return Answer({"errcode": 0, "errmsg": "ok", **fields, "request_id": request_id()})


def refusal(code: int, message: str | None = None) -> Refusal:
    """The call itself refuses: the code stands at the top, with HTTP 200."""
    text = message if message is not None else MESSAGES.get(code, "未知错误")
    return Refusal(Answer({"errcode": code, "errmsg": text, "request_id": request_id()}, code=str(code)))


def gateway_refusal(sub_code: str, sub_msg: str, tail: str = "") -> Refusal:
    """The gateway refuses: errcode 88, the cause in sub_code (a string) and once more in errmsg."""
    body: dict[str, object] = {
        "errcode": 88,
        "sub_code": sub_code,
        "sub_msg": sub_msg,
        "errmsg": f"ding talk error[subcode={sub_code},submsg={sub_msg}{tail}]",
        "request_id": request_id(),
    }
    return Refusal(Answer(body, code=sub_code))


def new_host_refusal(status: int, code: str, message: str) -> Refusal:
    """The new host's form: HTTP 4xx or 5xx, camel case, no errcode."""
    return Refusal(
        Answer({"requestid": request_id().upper(), "code": code, "message": message}, status=status, code=code)
    )
