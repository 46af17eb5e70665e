"""One HTTP exchange with bounds on everything; the only importer of requests.

requests' exceptions quote the URL with the token in it, so every one of them is turned into an error of ours
`from None`, here and nowhere else. requests is imported with the first call: it costs 220 ms.
"""

from __future__ import annotations

import json
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from addressbook import __version__
from addressbook.courtesy import stand_aside
from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.proxy import ProxyLookup
from addressbook.dingtalk.region import is_loopback
from addressbook.errors import AnswerError, Cancelled, NetworkError

if TYPE_CHECKING:
    import requests

    from addressbook.dingtalk.http_session import Call

_CHUNK = 65_536
_IDLE_BEFORE_WRITE = 5.0  # seconds; see `_session`


@dataclass(frozen=True, slots=True)
class TransportOptions:
    """Limits in seconds and bytes. `proxy_for(base_url)` names the system's proxy for a server, None for none;
    it is asked on a thread of its own and may take its time.

    `call_timeout` bounds the whole call; looking up a host name alone is the operating system's to bound.
    """

    proxy_for: Callable[[str], str | None] | None = None
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    call_timeout: float = 45.0
    max_bytes: int = 8 * 1024 * 1024
    user_agent: str = f"AddressBookForDingTalk/{__version__}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, unpacked. The body is left out of the repr: it may hold a token or contacts."""

    status: int
    content_type: str
    retry_after: float | None
    body: bytes

    def __repr__(self) -> str:
        return f"Answer(status={self.status}, {len(self.body)} bytes)"


class Transport:
    """Sends requests, with one kept connection per thread. Thread-safe."""

    def __init__(self, options: TransportOptions | None = None) -> None:
        self.options = options or TransportOptions()
        self._proxies = None if self.options.proxy_for is None else ProxyLookup(self.options.proxy_for)
        self._local = threading.local()
        self._lock = threading.Lock()
        self._sessions: list[requests.Session] = []
        self._closed = False

    def send(
        self,
        method: str,
        base_url: str,
        endpoint: str,
        *,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, object] | None = None,
        repeatable: bool = True,
        cancel: CancelToken | None = None,
    ) -> Answer:
        """One exchange, never repeated and never redirected. `body` is sent as UTF-8 JSON, unescaped (40033).

        Raises NetworkError, AnswerError (answer.redirect, answer.too_large, answer.json) and Cancelled. What must not
        be repeated and was answered all the same is not Cancelled: the answer is the only word of what was done.
        """
        from addressbook.dingtalk import http_session

        if cancel:
            cancel.raise_if_cancelled()
        deadline = time.monotonic() + self.options.call_timeout
        address = urlsplit(base_url)
        local = is_loopback(address.hostname or "")
        if address.scheme != "https" and not local:
            raise NetworkError("network.tls", endpoint=endpoint, sent=False)
        proxy = None if local else self._proxy(base_url, endpoint, cancel)
        data = None if body is None else json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        call = http_session.Call(deadline)
        forget = cancel.on_cancel(call.abort) if cancel else lambda: None
        code, sent = "", True
        try:
            answer = self._exchange(call, method, base_url, endpoint, query, data, proxy, repeatable)
        except http_session.FAILURES as error:
            code, sent = http_session.explain(error)
        except zlib.error:
            code = "answer.json"
        finally:
            forget()
            call.end()
        # Raised outside the handlers, so that not even __context__ holds what quotes the token.
        if cancel and cancel.cancelled and (code or repeatable):
            raise Cancelled(sent=sent)
        if call.overdue:
            code = "network.timeout"  # whatever it looked like: a connection that we shut down may seem a short answer
        elif proxy and code in ("network.name", "network.unreachable"):
            code = "network.proxy"  # the proxy looks up and reaches the server; we only the proxy
        if code == "answer.json":
            raise AnswerError(code, endpoint=endpoint)
        if code:
            raise NetworkError(code, endpoint=endpoint, sent=sent)
        return answer

    def _proxy(self, base_url: str, endpoint: str, cancel: CancelToken | None) -> str | None:
        if self._proxies is None:
            return None
        try:
            return self._proxies.find(base_url, self.options.call_timeout, cancel)
        except TimeoutError:
            raise NetworkError("network.proxy", endpoint=endpoint, sent=False) from None

    def close(self) -> None:
        """Let go of the kept connections. Calls under way end as they may."""
        with self._lock:
            self._closed = True
            sessions, self._sessions = self._sessions, []
        for session in sessions:
            session.close()

    def _session(self, secure: bool, fresh: bool) -> requests.Session:
        """This thread's session. `secure` never changes: a region is https throughout, or loopback.

        The server may close a kept connection just when we write to it, and then nobody knows whether a write was
        executed. So what must not be repeated gets a new connection when the old one was idle.
        """
        from addressbook.dingtalk import http_session

        now = time.monotonic()
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = http_session.new_session(self.options.user_agent, secure)
            self._local.session = session
            with self._lock:
                if not self._closed:
                    self._sessions.append(session)
        elif fresh and now - self._local.used_at > _IDLE_BEFORE_WRITE:
            session.close()
        self._local.used_at = now
        return session

    def _exchange(
        self,
        call: Call,
        method: str,
        base_url: str,
        endpoint: str,
        query: Mapping[str, str] | None,
        data: bytes | None,
        proxy: str | None,
        repeatable: bool,
    ) -> Answer:
        secure = base_url.startswith("https:")
        stand_aside()  # requests computes for a millisecond or two before it asks, and again when the answer comes
        with (
            call.watched(),
            self._session(secure, fresh=not repeatable).request(
                method,
                base_url + endpoint,
                params=dict(query or {}),
                data=data,
                headers={} if data is None else {"Content-Type": "application/json; charset=utf-8"},
                timeout=(self.options.connect_timeout, self.options.read_timeout),
                allow_redirects=False,
                stream=True,
                proxies={"http": proxy, "https": proxy} if proxy else {},
            ) as response,
        ):
            if 300 <= response.status_code < 400:
                raise AnswerError("answer.redirect", endpoint=endpoint, status=response.status_code)
            return Answer(
                status=response.status_code,
                content_type=response.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
                retry_after=_seconds(response.headers.get("Retry-After")),
                body=self._read(response, endpoint),
            )

    def _read(self, response: requests.Response, endpoint: str) -> bytes:
        """The body, unpacked piece by piece so that a small answer cannot turn into a huge one."""
        limit = self.options.max_bytes
        packed = response.headers.get("Content-Encoding", "").strip().lower()
        if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise AnswerError("answer.json", endpoint=endpoint)
        unpack = zlib.decompressobj(wbits=47) if packed not in ("", "identity") else None  # 47: gzip or zlib
        body = bytearray()
        while piece := response.raw.read1(_CHUNK, decode_content=False):
            body += piece if unpack is None else unpack.decompress(piece, limit + 1 - len(body))
            if len(body) > limit:
                response.close()
                raise AnswerError("answer.too_large", endpoint=endpoint)
        if unpack is not None and not unpack.eof:
            raise AnswerError("answer.json", endpoint=endpoint)
        return bytes(body)


def _seconds(retry_after: str | None) -> float | None:
    try:
        return min(600.0, max(0.0, float(retry_after or "")))
    except ValueError:
        return None
