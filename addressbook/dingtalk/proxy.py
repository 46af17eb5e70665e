"""Looks proxies up on a thread of its own: the system may run a script, or ask a network that does not answer."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from addressbook.dingtalk.cancel import CancelToken

log = logging.getLogger(__name__)

_KEEP_SECONDS = 60.0


class ProxyLookup:
    """The answers of `ask`, each kept for a minute. Thread-safe; nobody waits for longer than allowed.

    An answer that has become old is given as long as the look-up for the next one takes, should that be for ever.
    """

    def __init__(self, ask: Callable[[str], str | None], *, now: Callable[[], float] = time.monotonic) -> None:
        self._ask = ask
        self._now = now
        self._changed = threading.Condition()
        self._known: dict[str, tuple[float, str | None]] = {}
        self._asking: set[str] = set()

    def find(self, base_url: str, seconds: float, cancel: CancelToken | None = None) -> str | None:
        """The proxy for a server, None for none. Raises TimeoutError when `seconds` have passed, and Cancelled."""
        until = time.monotonic() + seconds
        forget: Callable[[], None] = cancel.on_cancel(self._wake) if cancel else lambda: None
        try:
            with self._changed:
                known = self._known.get(base_url)
                old = known is None or known[0] <= self._now()
                if old and base_url not in self._asking:  # one look-up: fifteen threads would all ask the same
                    self._asking.add(base_url)
                    threading.Thread(target=self._look_up, args=(base_url,), name="proxy", daemon=True).start()
                while known is None:
                    if cancel:
                        cancel.raise_if_cancelled()
                    left = until - time.monotonic()
                    if left <= 0:
                        raise TimeoutError
                    self._changed.wait(left)
                    known = self._known.get(base_url)
                return known[1]
        finally:
            forget()

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _look_up(self, base_url: str) -> None:
        found: str | None = None
        try:
            found = self._ask(base_url)
        except Exception:  # whoever waits must get an answer: without a proxy, then
            log.warning("the proxy could not be looked up", exc_info=True)
        with self._changed:
            self._asking.discard(base_url)
            self._known[base_url] = (self._now() + _KEEP_SECONDS, found)
            self._changed.notify_all()
