"""From DingTalk's codes to the errors of the program (dingtalk-api.md, sections 2.4, 3, 4 and 9)."""

from __future__ import annotations

import re

from addressbook.errors import (
    AddressNotAllowed,
    CredentialsRejected,
    NotFound,
    PermissionMissing,
    RateLimited,
    ServerBusy,
    ServerError,
    TokenRejected,
)
from addressbook.redaction import redact, shortened

TOKEN_ENDPOINTS = frozenset({"/v1.0/oauth2/accessToken", "/gettoken"})

# 33009 is told by the contact calls alone: the wrong kind of token. One new token is worth a try.
_TOKEN = frozenset({"40000", "40001", "40014", "41001", "42001", "33001", "33009", "InvalidAuthentication"})
_CREDENTIALS = frozenset(
    {"40001", "40013", "40035", "40089", "40096", "invalidClientIdOrSecret", "invalid.client", "unauthorized.client"}
)
_PERMISSION = frozenset({"60011", "43007", "50002", "50004", "Forbidden.AccessDenied.AccessTokenPermissionDenied"})
_GONE = frozenset({"33012", "40003", "60003", "60111", "60121"})
_BUSY = frozenset({"-1", "400001", "60019"})
_ADDRESS = frozenset({"60020", "Forbidden.AccessDenied.IpNotInWhiteList"})
# Seconds to wait. The window of 90018 and 90002 is one second; 90001-90004 and 90007-90014 punish for longer.
_RATE = {
    **dict.fromkeys(("90018", "90002", "429"), 1.0),
    **dict.fromkeys((f"Forbidden.AccessDenied.QpsLimitFor{what}" for what in ("Api", "AppkeyAndApi")), 1.0),
    **dict.fromkeys(("90005", "90006"), 5.0),
    **dict.fromkeys(("90001", "90003", "90004"), 60.0),
    **dict.fromkeys((str(code) for code in range(90007, 90015)), 60.0),
}

_LONGEST_MESSAGE = 500
_LONGEST_READ = 2_000  # characters; an answer may hold millions, and a search through them would stop all threads
_SCOPES = re.compile(r"(?i)requiredScopes\s*[=:]\s*\[([^\]]*)\]")
_BRACKETS = re.compile(r"[\[【]([A-Za-z][\w.\-]*(?:\s*,\s*[A-Za-z][\w.\-]*)*)[\]】]")
_SCOPE = re.compile(r"[A-Za-z][\w.\-]{2,99}")
_CALLER = re.compile(r"(?i)\bip\s*[=:]\s*([0-9a-f.:]*[0-9a-f])")
_ANY_ADDRESS = re.compile(r"(?<![\w.])(\d{1,3}(?:\.\d{1,3}){3})(?![\w.])")


def refusal(
    endpoint: str,
    code: str,
    message: str = "",
    request_id: str = "",
    *,
    retry_after: float | None = None,
) -> ServerError:
    """The error for `code`, which is a sub_code where there was one. `message` may hold anything; it is cleaned."""
    message = shortened(message, _LONGEST_READ)
    known = {"endpoint": endpoint, "request_id": request_id, "message": clean(message)}
    if endpoint in TOKEN_ENDPOINTS:
        if code in _CREDENTIALS:
            return CredentialsRejected(code, **known)
    elif code in _TOKEN:
        return TokenRejected(code, **known)
    if code in _PERMISSION:
        return PermissionMissing(code, scopes=_scopes(message), **known)
    if code in _ADDRESS:
        caller = _CALLER.search(message) or _ANY_ADDRESS.search(message)
        return AddressNotAllowed(code, **known, **({"address": caller[1]} if caller else {}))
    if code in _RATE:
        return RateLimited(code, retry_after=_RATE[code] if retry_after is None else retry_after, **known)
    if code in _BUSY or (code.isdecimal() and 500 <= int(code) <= 599):
        return ServerBusy(code, **known)
    # 40009 is what department/get says of special departments such as -7
    if code in _GONE or (code == "40009" and endpoint.startswith("/topapi/v2/department/")):
        return NotFound(code, **known)
    return ServerError(code, **known)


def clean(message: str) -> str:
    """The server's text without keys, tokens and links, at most 500 characters, on one line."""
    return redact(" ".join(shortened(message, _LONGEST_READ).split()))[:_LONGEST_MESSAGE]


def _scopes(message: str) -> tuple[str, ...]:
    """Names of missing permissions: requiredScopes=[…] at the end of errmsg, or in square brackets in sub_msg."""
    told = _SCOPES.findall(message) or _BRACKETS.findall(message)
    names = (name.strip().strip("\"'") for one in told for name in one.split(","))
    return tuple(dict.fromkeys(name for name in names if _SCOPE.fullmatch(name)))
