"""The system's proxy for an address, automatic configuration (PAC) included, as Qt finds it."""

from __future__ import annotations

import logging
import threading
import time
from urllib.parse import quote, urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

log = logging.getLogger(__name__)

KEEP_SECONDS = 60.0


class SystemProxy:
    """Called on the request threads: a look-up may run a script or ask the network, so never on the UI thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, tuple[float, str | None]] = {}

    def __call__(self, url: str) -> str | None:
        """The proxy for `url` as "http://host:port", None for none."""
        parts = urlsplit(url)
        key = f"{parts.scheme}://{parts.netloc}"
        with self._lock:  # one look-up at a time: fifteen threads would all ask the same
            known = self._known.get(key)
            if known is None or known[0] < time.monotonic():
                known = (time.monotonic() + KEEP_SECONDS, _ask(key))
                self._known[key] = known
            return known[1]


def _ask(base: str) -> str | None:
    for proxy in QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(base))):
        kind = proxy.type()
        if kind is QNetworkProxy.ProxyType.NoProxy:
            return None
        if kind in (QNetworkProxy.ProxyType.HttpProxy, QNetworkProxy.ProxyType.HttpCachingProxy):
            login = ""
            if proxy.user():
                login = f"{quote(proxy.user(), safe='')}:{quote(proxy.password(), safe='')}@"
            return f"http://{login}{proxy.hostName()}:{proxy.port()}"
        log.info("the system names a kind of proxy that is not supported")
    return None
