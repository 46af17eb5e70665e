"""What a fault does to a call: instead of its answer, before it, or to the answer on its way."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from addressbook.simulator.book import to_json
from addressbook.simulator.edits import edit
from addressbook.simulator.envelope import Answer, Refusal, gateway_refusal, new_host_refusal, refusal, request_id
from addressbook.simulator.faults import Fault
from addressbook.simulator.gateway import address_not_allowed, is_new_host, permission_missing, throttled, too_fast
from addressbook.simulator.organisation import Organisation
from addressbook.simulator.request import Request
from addressbook.simulator.router import find

Wait = Callable[[float], bool]
"""Waits for seconds; true when the server stops meanwhile."""

_PAGE = """<!DOCTYPE html>
<html><head><title>Access denied</title></head><body><h1>Access denied</h1>
<p>Your request was stopped by the web filter. Please sign in to the proxy, or ask your administrator.</p>
</body></html>
"""
_SYSTEM_ERROR_CALLS = ("/extcontact/list", "/extcontact/get", "/extcontact/delete")  # 400001 instead of -1


@dataclass(slots=True)
class Reply:
    """Bytes to send. `gone`: none at all, the connection ends ("closed", or "reset" the hard way).
    `short`: the connection ends after so many bytes of the body. `seconds`: how long the body takes."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    code: str = "0"
    gone: str = ""
    short: int | None = None
    seconds: float = 0.0


def before(faults: Sequence[Fault], organisation: Organisation, request: Request, wait: Wait) -> Reply | None:
    """Run the faults that come before the call; a reply when there will be no call."""
    for fault in faults:
        reply = _before_one(fault, organisation, request, wait)
        if reply is not None:
            return reply
    return None


def after(faults: Sequence[Fault], answer: Answer, wait: Wait) -> Reply:
    """The reply of a call that was executed, with the faults of its way back."""
    body: object = answer.body
    for fault in faults:
        if fault.kind == "types":
            body = _wrong_types(answer.body, fault.text("how"))
    reply = Reply(answer.status, to_json(body), dict(answer.headers), answer.code)
    for fault in faults:
        if fault.kind == "lost":
            reply.gone = "closed"
        elif fault.kind == "slow":
            reply.seconds = fault.number("seconds")
        elif fault.kind == "cut" and fault.number("short"):
            reply.short = len(reply.body) * 2 // 3
        elif fault.kind == "cut":
            reply.body = reply.body[: len(reply.body) * 2 // 3]
    return reply


def _before_one(fault: Fault, organisation: Organisation, request: Request, wait: Wait) -> Reply | None:
    match fault.kind:
        case "latency":
            jitter = fault.number("jitter_ms") * (fault.met * 2_654_435_761 % 1000) / 1000
            stopped = wait((fault.number("ms") + jitter) / 1000)
            return Reply(gone="closed") if stopped else None
        case "hold":
            while not fault.cleared.is_set():
                if wait(0.005):
                    return Reply(gone="closed")
        case "hang":
            wait(fault.number("seconds"))
            return Reply(gone="closed")
        case "reset":
            return Reply(gone="reset")
        case "lost_before":
            return Reply(gone="closed")
        case "http":
            return Reply(fault.number("status"), b"", code="http")
        case "html":
            return Reply(fault.number("status"), _PAGE.encode(), {"Content-Type": "text/html; charset=utf-8"}, "html")
        case "ip_block":
            blocked = {"status": 1111, "wait": 5, "source": "x5", "punish": "deny", "uuid": request_id()}
            return Reply(200, to_json(blocked), code="1111")
        case "redirect":
            return Reply(302, b"", {"Location": fault.text("to")}, "302")
        case "huge":
            return _huge(fault.number("megabytes"), packed=bool(fault.number("gzip")))
        case "expired":
            organisation.tokens.expire()
        case "edit":
            index = fault.values["index"]
            fields = fault.values["fields"]
            edit(
                organisation.book,
                fault.text("op"),
                index=None if index is None else fault.number("index"),
                userid=fault.text("userid"),
                count=fault.number("count"),
                fields=fields if isinstance(fields, dict) else None,
            )
    refused = _refusal(fault, organisation, request)
    if refused is None:
        return None
    return Reply(refused.answer.status, to_json(refused.answer.body), dict(refused.answer.headers), refused.answer.code)


def _refusal(fault: Fault, organisation: Organisation, request: Request) -> Refusal | None:
    path, app_key = request.path, organisation.options.app_key
    match fault.kind:
        case "error" if is_new_host(path):
            return new_host_refusal(400, fault.text("code"), fault.text("message"))
        case "error" if fault.number("gateway"):
            return gateway_refusal(fault.text("code"), fault.text("message"))
        case "error":
            return refusal(fault.number("code"), fault.text("message") or None)
        case "busy" if is_new_host(path):
            return new_host_refusal(503, "ServiceUnavailable", "系统繁忙")
        case "busy":
            return refusal(400001 if path.endswith(_SYSTEM_ERROR_CALLS) else -1)
        case "qps":
            return too_fast(path, organisation.options.qps or 20, app_key)
        case "throttle":
            return throttled(path)
        case "permission":
            return permission_missing(path, fault.text("scope") or _scope(path), app_key, fault.text("code"))
        case "address":
            return address_not_allowed(path, app_key)
        case "feature_off":
            return refusal(60205)
    return None


def _scope(path: str) -> str:
    call = find(path)
    return call.scopes[0] if call is not None and call.scopes else "qyapi_ext_read"


def _huge(megabytes: int, *, packed: bool) -> Reply:
    body = b'{"errcode":0,"results":[' + b" " * (megabytes * 1_048_576) + b'],"request_id":"16"}'
    if packed:
        return Reply(200, gzip.compress(body, 1), {"Content-Encoding": "gzip"})
    return Reply(200, body)


def _wrong_types(body: dict[str, object], how: str) -> object:
    """Answers as no document describes them: some of it convertible, some of it not."""
    if how == "errcode":
        return {**body, "errcode": str(body.get("errcode", 0))}
    if how == "shape":
        return {key: {"oops": True} if key.startswith("result") else value for key, value in body.items()}
    rows = body.get("results")
    if how == "row" and isinstance(rows, list):
        return {
            **body,
            "results": [None if k % 10 == 3 else "text" if k % 10 == 7 else row for k, row in enumerate(rows)],
        }
    if isinstance(rows, list):
        return {**body, "results": [_wrong_row(row, k) for k, row in enumerate(rows)]}
    result = body.get("result")
    if isinstance(result, dict):
        return {**body, "result": _wrong_row(result, 1)}
    return {key: str(value) if isinstance(value, int) else value for key, value in body.items()}


def _wrong_row(row: dict[str, object], place: int) -> dict[str, object]:
    if isinstance(row.get("labels"), list):
        return {**row, "color": str(row["color"])} if place % 2 else {**row, "color": "green", "labels": None}
    if place % 5 == 1:  # convertible: numbers as text, text as a number, null for empty, a list as JSON text
        labels = row.get("label_ids")
        texts = [str(label) for label in labels] if isinstance(labels, list) else None
        return {**row, "label_ids": texts, "title": 42, "remark": None, "share_dept_ids": "[1,42536]", "state_code": 86}
    if place % 25 == 3:  # beyond repair
        return {**row, "userid": {"no": "text"}, "name": ["a", "list"], "label_ids": {"no": "list"}}
    return row
