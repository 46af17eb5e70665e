"""The system's proxy for an address, automatic configuration (PAC) included, as Qt finds it."""

from __future__ import annotations

import logging
from urllib.parse import quote

from PySide6.QtCore import QUrl

log = logging.getLogger(__name__)


def system_proxy(base_url: str) -> str | None:
    """The proxy for `base_url` as "http://host:port", None for none.

    May run a script or ask the network, for any time: never to be called on the UI thread.
    """
    from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery  # 6 ms: not for the window

    for proxy in QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(base_url))):
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
