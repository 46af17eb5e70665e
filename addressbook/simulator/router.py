"""Which path is which call, what it needs, and the order in which the gateway looks at it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from addressbook.simulator import reading, staff_calls, token_calls, writing
from addressbook.simulator.envelope import Answer, Refusal, new_host_refusal, refusal
from addressbook.simulator.gateway import is_new_host, permission_missing
from addressbook.simulator.organisation import Organisation
from addressbook.simulator.request import Request

Handler = Callable[[Organisation, Request], Answer]


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the server. `scopes` are the permissions it needs; a call without any gives tokens."""

    handler: Handler
    scopes: tuple[str, ...] = ()
    writes: bool = False


_READ, _WRITE = ("qyapi_ext_read",), ("qyapi_ext_write",)
_MEMBERS, _DEPARTMENTS = ("qyapi_get_department_member",), ("qyapi_get_department_list",)

CALLS: dict[str, Call] = {
    "/gettoken": Call(token_calls.gettoken),
    "/v1.0/oauth2/accessToken": Call(token_calls.access_token),
    "/topapi/extcontact/list": Call(reading.list_contacts, _READ),
    "/topapi/extcontact/get": Call(reading.get_contact, _READ),
    "/topapi/extcontact/listlabelgroups": Call(reading.list_label_groups, _READ),
    "/topapi/extcontact/create": Call(writing.create, _WRITE, writes=True),
    "/topapi/extcontact/update": Call(writing.update, _WRITE, writes=True),
    "/topapi/extcontact/delete": Call(writing.delete, _WRITE, writes=True),
    "/topapi/v2/user/getbymobile": Call(staff_calls.user_by_mobile, ("qyapi_get_member_by_mobile",)),
    "/topapi/v2/user/get": Call(staff_calls.user, ("qyapi_get_member",)),
    "/topapi/user/listsimple": Call(staff_calls.members_simple, _MEMBERS),
    "/topapi/v2/user/list": Call(staff_calls.members, _MEMBERS),
    "/topapi/v2/department/listsub": Call(staff_calls.subdepartments, _DEPARTMENTS),
    "/topapi/v2/department/listsubid": Call(staff_calls.subdepartment_ids, _DEPARTMENTS),
    "/topapi/v2/department/get": Call(staff_calls.department, _DEPARTMENTS),
}
_CORP_TOKEN = re.compile(r"/v1\.0/oauth2/[^/]+/token")


def find(path: str) -> Call | None:
    """The call of a path."""
    if path in CALLS:
        return CALLS[path]
    return Call(token_calls.corp_token) if _CORP_TOKEN.fullmatch(path) else None


def _unknown(path: str) -> Refusal:
    if is_new_host(path):
        return new_host_refusal(
            404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."
        )
    if path.startswith("/topapi/"):
        name = "dingtalk.oapi." + path.removeprefix("/topapi/").replace("/", ".")
        return refusal(22, f"Invalid method[submsg=不存在的方法名，ApiName = {name}]")
    return refusal(404, "请求的URI地址不存在")


def answer(organisation: Organisation, request: Request) -> Answer:
    """Let the request through the gateway and run its call. Refusals are answers too."""
    options = organisation.options
    try:
        call = find(request.path)
        if call is None:
            raise _unknown(request.path)
        if options.refuse_escapes and b"\\u" in request.raw:
            raise refusal(40033)
        if call.scopes:
            organisation.tokens.check(request.token, request.path)
        for scope in call.scopes:
            if scope in options.without_scopes:
                raise permission_missing(request.path, scope, options.app_key, options.permission_code)
        organisation.speed.check(request.path)
        if call.writes and request.method != "POST":
            raise refusal(43002)
        if not options.feature_on and "/extcontact/" in request.path:
            raise refusal(60205)
        return call.handler(organisation, request)
    except Refusal as refused:
        return refused.answer
