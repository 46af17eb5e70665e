"""What transport.py needs of requests and urllib3: imported with the first call, part of the transport.

Gives sessions that use the operating system's certificates and nothing of the environment, a watch that ends a call at
its deadline wherever it hangs, and the sorting of those libraries' exceptions.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import socket
import ssl
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from addressbook.dingtalk import slim_requests  # noqa: F401  # isort: skip
import requests
import urllib3
from requests import exceptions as failed
from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3 import exceptions as low
from urllib3.connection import HTTPConnection, HTTPSConnection

log = logging.getLogger(__name__)
logging.getLogger("urllib3").setLevel(logging.CRITICAL + 1)  # its messages quote whole URLs

FAILURES: tuple[type[Exception], ...] = (
    failed.RequestException,
    low.HTTPError,
    OSError,
    UnicodeError,  # a host name that IDNA refuses
)

_thread = threading.local()


_LONGEST_LOOK = 1.0  # seconds: the thread of the deadlines ends so long, at most, after the last call


class _Watch:
    """Ends calls at their deadlines: one thread for all, as starting one costs a tenth of what a call does."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._calls: dict[Call, float] = {}
        self._looks_at: float | None = None  # None: nobody looks

    def add(self, call: Call, deadline: float) -> None:
        """Have `call.expire` called at `deadline` (time.monotonic), on the watch's thread."""
        with self._changed:
            if self._looks_at is None:
                threading.Thread(target=self._look, name="deadlines", daemon=True).start()  # may fail: then no call
                self._looks_at = deadline
            elif deadline < self._looks_at:
                self._changed.notify()
            self._calls[call] = deadline

    def remove(self, call: Call) -> None:
        """The call came back in time."""
        with self._changed:
            self._calls.pop(call, None)

    def _look(self) -> None:
        while True:
            with self._changed:
                now = time.monotonic()
                due = [call for call, deadline in self._calls.items() if deadline <= now]
                for call in due:
                    del self._calls[call]
                if not due:
                    if not self._calls:
                        self._looks_at = None
                        return
                    self._looks_at = min(now + _LONGEST_LOOK, *self._calls.values())
                    self._changed.wait(self._looks_at - now)
            for call in due:
                call.expire()


_watch = _Watch()


class Call:
    """One call under way: at its deadline, or when aborted, its socket is shut down.

    The time limits of requests bound each wait, not their sum: a server that sends a byte now and then would hold a
    thread for ever.
    """

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._lock = threading.Lock()
        self._connection: HTTPConnection | None = None
        self._socket: object = None
        self._ended = False
        self._aborted = False
        self.overdue = False

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Watch what this thread does inside."""
        _watch.add(self, self._deadline)
        _thread.call = self
        try:
            yield
        finally:
            _thread.call = None
            _watch.remove(self)

    def uses(self, connection: HTTPConnection) -> None:
        """The connection that the call turned out to use; it is ended at once if the call should be over."""
        with self._lock:
            self._connection = connection
            # Kept, because a connection lets go of its socket as soon as the server says "Connection: close",
            # while the answer is still being read from it.
            self._socket = connection.sock
            if self._aborted:
                self._shut_down()

    def abort(self) -> None:
        """End the call from another thread."""
        with self._lock:
            self._aborted = True
            if not self._ended:
                self._shut_down()

    def end(self) -> None:
        """The call is over: its connection may be another call's by now."""
        with self._lock:
            self._ended = True

    def expire(self) -> None:
        """The deadline has come."""
        with self._lock:
            ended = self._ended
        if not ended:
            self.overdue = True
            self.abort()

    def _shut_down(self) -> None:
        """Wake up the thread that reads or writes."""
        opening = None if self._connection is None else self._connection.sock
        for one in (self._socket, opening):
            if isinstance(one, socket.socket):
                with contextlib.suppress(OSError):  # not connected yet, or gone already
                    # The plain method: SSLSocket's own would take the session away under the reading thread.
                    socket.socket.shutdown(one, socket.SHUT_RDWR)


def _announce(connection: HTTPConnection) -> None:
    call: Call | None = getattr(_thread, "call", None)
    if call is not None:
        call.uses(connection)


class _Plain(HTTPConnection):
    def connect(self) -> None:
        _announce(self)
        super().connect()
        _announce(self)

    def request(self, *args: Any, **kwargs: Any) -> None:
        _announce(self)
        super().request(*args, **kwargs)


class _Secure(HTTPSConnection):
    def connect(self) -> None:
        _announce(self)
        super().connect()
        _announce(self)

    def request(self, *args: Any, **kwargs: Any) -> None:
        _announce(self)
        super().request(*args, **kwargs)


class _PlainPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _Secure


# Where truststore looks as well, should the Python that runs us look elsewhere (as a bundled one does).
_CERTIFICATE_FILES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/cert.pem",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
)
_POOLS = {"http": _PlainPool, "https": _SecurePool}
_context_lock = threading.Lock()
_context: list[ssl.SSLContext] = []


def _system_certificates() -> ssl.SSLContext:
    """One context for all threads, made with the first https call. Offices sit behind proxies that inspect."""
    with _context_lock:
        if not _context:
            import truststore

            context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            if not _system_has_certificates():
                log.info("this system has no certificates (package ca-certificates); using those of the program")
                context.load_verify_locations(cafile=DEFAULT_CA_BUNDLE_PATH)
            _context.append(context)
        return _context[0]


def _system_has_certificates() -> bool:
    """Windows and macOS always have some; a small Linux may have none at all, and then nothing would be trusted."""
    if sys.platform in ("win32", "darwin"):
        return True
    default = ssl.get_default_verify_paths()
    if default.cafile or any(Path(file).is_file() for file in _CERTIFICATE_FILES):
        return True
    return default.capath is not None and any(Path(default.capath).glob("????????.[0-9]"))


class _Adapter(HTTPAdapter):
    def __init__(self, secure: bool) -> None:
        self._secure = secure
        super().__init__(pool_connections=2, pool_maxsize=1)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        if self._secure:
            kwargs["ssl_context"] = _system_certificates()
        super().init_poolmanager(connections, maxsize, block, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        if self._secure:
            kwargs["ssl_context"] = _system_certificates()
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = _POOLS
        return manager

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        conn.cert_reqs = "CERT_REQUIRED"  # and not requests' own list of certificates


def new_session(user_agent: str, secure: bool) -> requests.Session:
    """A session for one thread: no proxies, .netrc or certificates out of the environment, no cookies kept."""
    import http.cookiejar

    session = requests.Session()
    session.trust_env = False
    session.cookies.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=[]))
    session.headers.clear()
    session.headers.update({"User-Agent": user_agent, "Accept": "application/json", "Accept-Encoding": "gzip"})
    session.adapters.clear()
    session.mount("https://" if secure else "http://", _Adapter(secure))
    return session


def explain(error: BaseException) -> tuple[str, bool]:
    """Our code for a failure, and whether the request may have reached the server."""
    seen = _chain(error)

    def has(*kinds: type[BaseException]) -> bool:
        return any(isinstance(one, kinds) for one in seen)

    if has(failed.ProxyError, low.ProxyError, failed.InvalidProxyURL, failed.InvalidSchema):
        return "network.proxy", False
    if has(low.NameResolutionError, socket.gaierror, UnicodeError, failed.InvalidURL, low.LocationParseError):
        return "network.name", False
    # A certificate is checked before anything is sent; other failures of TLS can come later.
    if has(ssl.SSLCertVerificationError):
        return "network.tls", False
    if has(failed.ConnectTimeout, low.ConnectTimeoutError) and not has(low.NewConnectionError):
        return "network.timeout", False
    if has(low.NewConnectionError):
        return "network.unreachable", False
    if has(failed.SSLError, low.SSLError, ssl.SSLError):
        return "network.tls", True
    if has(failed.Timeout, low.TimeoutError, TimeoutError):
        return "network.timeout", True
    numbers = {one.errno for one in seen if isinstance(one, OSError)}
    if numbers & {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.ECONNREFUSED}:
        return "network.unreachable", True
    return "network.reset", True


def _chain(error: BaseException) -> list[BaseException]:
    """`error` and everything it was made from: requests and urllib3 wrap in arguments, reasons and causes."""
    found: list[BaseException] = []
    todo: list[object] = [error]
    while todo:
        one = todo.pop()
        if isinstance(one, BaseException) and one not in found:
            found.append(one)
            todo += [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]
    return found
