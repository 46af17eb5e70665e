"""Opens the envelope of an answer: the parsed object of a success, or the typed error (dingtalk-api.md, section 3)."""

from __future__ import annotations

import re
from typing import Any, NoReturn

from addressbook.courtesy import stand_aside
from addressbook.dingtalk.codec import parsed
from addressbook.dingtalk.refusals import refusal
from addressbook.dingtalk.transport import Answer
from addressbook.errors import AnswerError, ServerError
from addressbook.redaction import shortened

_SUB_CODE = re.compile(r"(?i)\bsub_?code\s*=\s*(-?\w+)")
_REQUEST_ID = re.compile(r"[\w.:\-]{1,64}")
_GATEWAY = "88"
_LONGEST_MESSAGE = 1_000  # characters of each text: more is no message, and costs time to search
_BLOCK_SECONDS = 300.0  # the documents: five minutes


def open_envelope(answer: Answer, endpoint: str) -> dict[str, Any]:
    """The answer of a legacy call (topapi, gettoken) that succeeded. Raises ServerError's and AnswerError's kinds."""
    content = _parse(answer, endpoint)
    request_id = _request_id(content)
    code = _code(content.get("errcode"))
    if code is None:
        _raise_without_errcode(content, answer, endpoint, request_id)
    if code == "0":
        return content
    told = (content.get(key) for key in ("sub_msg", "errmsg"))
    message = " ".join(shortened(text, _LONGEST_MESSAGE) for text in told if isinstance(text, str))
    if code == _GATEWAY:
        code = _sub_code(content, message)
    raise refusal(endpoint, code, message, request_id, retry_after=answer.retry_after)


def open_plain(answer: Answer, endpoint: str) -> dict[str, Any]:
    """The answer of a call to the new host, which has no errcode on success."""
    content = _parse(answer, endpoint)
    if "errcode" in content:  # "other address": one server may answer both kinds of calls
        return open_envelope(answer, endpoint)
    if answer.status >= 400 or "code" in content:
        _raise_without_errcode(content, answer, endpoint, _request_id(content))
    return content


def call_is_missing(error: Exception) -> bool:
    """Whether the server does not know the call itself, as opposed to refusing it."""
    if isinstance(error, ServerError):
        return error.code in {"22", "404", "405", "InvalidAction.NotFound"}
    return isinstance(error, AnswerError) and error.params.get("status") in (404, 405)


def _parse(answer: Answer, endpoint: str) -> dict[str, Any]:
    stand_aside()  # a page of contacts takes half a millisecond in one go
    text = answer.body.decode("utf-8-sig", "replace").lstrip()
    problem = "answer.shape"
    try:
        content = parsed(text)
        if isinstance(content, dict):
            return content
    except (ValueError, RecursionError):
        problem = "answer.html" if text.startswith("<") or "html" in answer.content_type else "answer.json"
    if problem == "answer.html" and "punish" in text.lower() and "x5" in text.lower():
        raise AnswerError("answer.ip_blocked", endpoint=endpoint, retry_after=_BLOCK_SECONDS)
    if answer.status >= 500 or answer.status == 429:
        raise refusal(endpoint, str(answer.status), retry_after=answer.retry_after)
    if answer.status >= 400 and problem != "answer.html":
        problem = "answer.status"
    raise AnswerError(problem, endpoint=endpoint, status=answer.status)


def _code(value: object) -> str | None:
    """errcode is a number, or one as text; None when there is none."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    text = str(value).strip()
    return str(int(text)) if re.fullmatch(r"-?\d{1,18}", text) else None


def _sub_code(content: dict[str, Any], message: str) -> str:
    for key in ("sub_code", "subCode", "subcode"):
        value = content.get(key)
        if isinstance(value, int | str) and str(value).strip():
            return str(value).strip()[:100]
    told = _SUB_CODE.search(message)
    return told[1][:100] if told else _GATEWAY


def _request_id(content: dict[str, Any]) -> str:
    for key in ("request_id", "requestid", "requestId"):
        value = content.get(key)
        if isinstance(value, str) and _REQUEST_ID.fullmatch(value):
            return value
    return ""


def _raise_without_errcode(content: dict[str, Any], answer: Answer, endpoint: str, request_id: str) -> NoReturn:
    if str(content.get("status")) == "1111" or content.get("punish"):
        raise AnswerError("answer.ip_blocked", endpoint=endpoint, retry_after=_wait(content.get("wait")))
    code = content.get("code")
    if isinstance(code, str | int) and str(code).strip():
        message = str(content.get("message", ""))
        details = content.get("accessdenieddetail") or content.get("accessDeniedDetail")
        scopes = (
            next((details[key] for key in details if key.lower() == "requiredscopes"), None)
            if isinstance(details, dict)
            else None
        )
        if isinstance(scopes, list):
            message += f" requiredScopes=[{','.join(str(scope) for scope in scopes)}]"
        raise refusal(endpoint, str(code).strip()[:100], message, request_id, retry_after=answer.retry_after)
    if answer.status >= 500 or answer.status == 429:
        raise refusal(endpoint, str(answer.status), request_id=request_id, retry_after=answer.retry_after)
    if answer.status >= 400:
        raise AnswerError("answer.status", endpoint=endpoint, request_id=request_id, status=answer.status)
    raise AnswerError("answer.shape", endpoint=endpoint, request_id=request_id)


def _wait(value: object) -> float:
    """Seconds of an IP block. The one example has "wait": 5 where the text says five minutes: minutes, then."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 3600:
        return float(value) if value >= 60 else value * 60.0
    return _BLOCK_SECONDS
