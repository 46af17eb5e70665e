"""The doorkeeper in front of all calls: tokens, permissions, allowed addresses and calls per second."""

from __future__ import annotations

import os
import time
from collections import deque
from threading import Lock

from addressbook.simulator.envelope import Refusal, gateway_refusal, new_host_refusal, refusal
from addressbook.simulator.options import SimulatorOptions

USER_TOKEN = "sample-user-token"  # noqa: S105
"""A token of a person instead of an app: the wrong kind, answered with 33009."""
FOREIGN_TOKEN = "sample-foreign-token"  # noqa: S105
"""A token of an organisation that is gone: 400043 from listlabelgroups, 33001 from the other calls."""

CALLER_ADDRESS = "203.0.113.7"


def is_new_host(path: str) -> bool:
    """Whether a path belongs to the new host (`api.…`), whose errors have HTTP statuses and a form of their own."""
    return path.startswith("/v1.0/")


class Tokens:
    """Access tokens of the app. Asking again within its life gives the same token and extends it (documented)."""

    def __init__(self, options: SimulatorOptions) -> None:
        self._options = options
        self._lock = Lock()
        self._token = ""
        self._ends = 0.0
        self.issued = 0

    def issue(self) -> str:
        """The token of the app: the living one, or a new one."""
        now = time.monotonic()
        with self._lock:
            if not self._token or now >= self._ends:
                self._token = os.urandom(16).hex()
                self.issued += 1
            self._ends = now + self._options.token_lifetime
            return self._token

    def expire(self) -> None:
        """End the life of the present token."""
        with self._lock:
            self._token = ""

    def check(self, token: str, path: str) -> None:
        """Raises Refusal unless the token is one that this call accepts."""
        if not token:
            raise gateway_refusal("40000", "access_token is blank")
        if token == USER_TOKEN:
            raise refusal(33009)
        if token == FOREIGN_TOKEN:
            raise refusal(400043 if path.endswith("/listlabelgroups") else 33001)
        if self._options.third_party and token == self._options.third_party_token:
            return
        with self._lock:
            alive = bool(self._token) and time.monotonic() < self._ends
            if not alive or token != self._token:
                raise gateway_refusal("40014", "不合法的access_token")


class Speed:
    """Calls per second, counted for each path in a sliding second."""

    def __init__(self, options: SimulatorOptions) -> None:
        self._options = options
        self._lock = Lock()
        self._calls: dict[str, deque[float]] = {}

    def check(self, path: str) -> None:
        """Count a call; raises Refusal 90018 above the limit (a refused call does not count)."""
        limit = self._options.qps
        if limit <= 0:
            return
        now = time.monotonic()
        with self._lock:
            calls = self._calls.setdefault(path, deque())
            while calls and now - calls[0] >= 1.0:
                calls.popleft()
            if len(calls) >= limit:
                raise too_fast(path, limit, self._options.app_key)
            calls.append(now)


def too_fast(path: str, limit: int, app_key: str) -> Refusal:
    """The app called this path too often within a second."""
    if is_new_host(path):
        return new_host_refusal(
            403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", "您的应用调用该接口超过了qps限制"
        )
    where = f"appKey({app_key})，apiPath({path})"
    return gateway_refusal("90018", f"您的服务器调用当前接口的qps超过上限，{where}，请求总次数超过 {limit} 次")


def throttled(path: str) -> Refusal:
    """All tenants together called this path too often."""
    if is_new_host(path):
        return new_host_refusal(403, "Forbidden.AccessDenied.QpsLimitForApi", "当前接口被限流")
    now = time.time()
    start, end, ends = (time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(now + plus)) for plus in (0, 1, 1))
    window = f"apiPath({path})，时间窗口({start}~{end})"
    return gateway_refusal("90002", f"当前接口被暂时禁用，{window}，请求总次数超过 1200 次，将在({ends})后解除")


def permission_missing(path: str, scope: str, app_key: str, code: str) -> Refusal:
    """The app lacks a permission: 88/60011 as the gateway says now, or 43007 as the documents of the calls say."""
    if code == "43007":
        return refusal(43007)
    link = f"https://open-dev.dingtalk.com/appscope/apply?content={app_key}%23{scope}"
    text = f"应用尚未开通所需的权限：[{scope}]，点击链接申请并开通即可：{link}"
    if is_new_host(path):
        answer = new_host_refusal(403, "Forbidden.AccessDenied.AccessTokenPermissionDenied", text)
        answer.answer.body["accessdenieddetail"] = {"requiredScopes": [scope]}
        return answer
    return gateway_refusal("60011", text, f", {{requiredScopes=[{scope}]}}")


def address_not_allowed(path: str, app_key: str) -> Refusal:
    """The caller's address is not on the app's allow-list."""
    text = f"访问ip不在白名单之中,请参考FAQ：request ip={CALLER_ADDRESS} appKey({app_key})"
    if is_new_host(path):
        return new_host_refusal(403, "Forbidden.AccessDenied.IpNotInWhiteList", text)
    return gateway_refusal("60020", text)
