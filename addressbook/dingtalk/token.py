"""Access tokens: got once, shared by all threads, renewed once when an answer says so (dingtalk-api.md, section 2)."""

from __future__ import annotations

import copy
import logging
import threading
import time
from collections.abc import Callable
from typing import Protocol

from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.envelope import call_is_missing, open_envelope, open_plain
from addressbook.dingtalk.region import Region
from addressbook.dingtalk.retry import with_retries
from addressbook.dingtalk.transport import Transport
from addressbook.errors import (
    AddressBookError,
    AnswerError,
    Cancelled,
    CredentialsRejected,
    NetworkError,
    TokenRejected,
)
from addressbook.redaction import register_secret

log = logging.getLogger(__name__)

NEW_ENDPOINT = "/v1.0/oauth2/accessToken"
OLD_ENDPOINT = "/gettoken"
_LIFETIME = 7200.0  # seconds, when the server does not tell
_MARGIN = 300.0


class TokenSource(Protocol):
    """Where the client gets its token."""

    third_party: bool

    def token(self, cancel: CancelToken | None = None) -> str:
        """The current token."""

    def renew(self, rejected: str, cancel: CancelToken | None = None) -> str:
        """Another token in place of `rejected`. Raises TokenRejected when there is no other."""

    def forget(self) -> None:
        """Ask for a new one next time: permissions given meanwhile come with a new token only."""


class FixedToken:
    """A pasted token of a third-party app: it cannot be renewed."""

    third_party = True

    def __init__(self, value: str) -> None:
        self._value = value.strip()
        register_secret(self._value)

    def token(self, cancel: CancelToken | None = None) -> str:
        return self._value

    def renew(self, rejected: str, cancel: CancelToken | None = None) -> str:
        raise TokenRejected("40014")

    def forget(self) -> None:
        """A pasted token is all there is."""


class AppToken:
    """The token of an internal app, by its key and secret. Thread-safe; one fetch at a time."""

    third_party = False

    def __init__(
        self,
        transport: Transport,
        region: Region,
        app_key: str,
        app_secret: str,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport = transport
        self._region = region
        self._app_key = app_key.strip()
        self._app_secret = app_secret.strip()
        self._now = now
        self._changed = threading.Condition()
        self._value = ""
        self._good_until = 0.0
        self._fetching = False
        self._fetches = 0
        self._forgotten = 0
        self._failure: AddressBookError | None = None
        register_secret(self._app_secret)

    def token(self, cancel: CancelToken | None = None) -> str:
        """Raises CredentialsRejected, NetworkError, AnswerError, RateLimited, other ServerErrors, Cancelled."""
        forget: Callable[[], None] = cancel.on_cancel(self._wake) if cancel else lambda: None
        try:
            with self._changed:
                while True:
                    if cancel:
                        cancel.raise_if_cancelled()
                    if self._value and self._now() < self._good_until:
                        return self._value
                    if not self._fetching:
                        self._fetching = True
                        break
                    # Somebody is fetching: share the result, and a failure too, instead of asking in turn.
                    awaited = self._fetches
                    while self._fetching and awaited == self._fetches and not (cancel and cancel.cancelled):
                        self._changed.wait()
                    if awaited != self._fetches and self._failure is not None:
                        raise copy.copy(self._failure)
        finally:
            forget()
        return self._fetch_and_share(cancel)

    def renew(self, rejected: str, cancel: CancelToken | None = None) -> str:
        with self._changed:
            if self._value == rejected:
                self._value = ""
        return self.token(cancel)

    def forget(self) -> None:
        with self._changed:
            self._value = ""
            self._forgotten += 1  # what is being fetched was asked for too early

    def use(self, app_key: str, app_secret: str) -> None:
        """Sign in with another key and secret from now on."""
        register_secret(app_secret.strip())
        with self._changed:
            self._app_key, self._app_secret = app_key.strip(), app_secret.strip()
            self._value = ""

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _fetch_and_share(self, cancel: CancelToken | None) -> str:
        value, good_for, failure = "", 0.0, None
        with self._changed:
            forgotten = self._forgotten
        try:
            value, good_for = self._fetch(cancel)
        except Cancelled:
            raise  # the others try for themselves
        except AddressBookError as error:
            failure = copy.copy(error)
            raise
        finally:
            with self._changed:
                self._fetching = False
                self._fetches += 1
                current = forgotten == self._forgotten
                self._failure = failure if current else None
                self._value = value if current else ""
                self._good_until = self._now() + good_for
                self._changed.notify_all()
        return value

    def _fetch(self, cancel: CancelToken | None) -> tuple[str, float]:
        if not self._app_key or not self._app_secret:
            raise CredentialsRejected("40035", endpoint=NEW_ENDPOINT)
        try:
            return with_retries(lambda: self._ask_new(cancel), repeatable=True, cancel=cancel)
        except AddressBookError as error:
            if not self._may_ask_old(error):
                raise
            first = error
        log.info("token: %s is not available (%s), trying %s", NEW_ENDPOINT, first.code, OLD_ENDPOINT)
        try:
            return with_retries(lambda: self._ask_old(cancel), repeatable=True, cancel=cancel)
        except NetworkError:
            raise first from None

    def _may_ask_old(self, error: AddressBookError) -> bool:
        """Where the new call does not exist, or a network lets us reach the legacy host alone."""
        if isinstance(error, NetworkError):
            two_hosts = self._region.api_url != self._region.legacy_url
            return two_hosts and error.code in ("network.name", "network.unreachable")
        return call_is_missing(error)

    def _ask_new(self, cancel: CancelToken | None) -> tuple[str, float]:
        body = {"appKey": self._app_key, "appSecret": self._app_secret}
        answer = self._transport.send("POST", self._region.api_url, NEW_ENDPOINT, body=body, cancel=cancel)
        content = open_plain(answer, NEW_ENDPOINT)
        return _usable(content.get("accessToken"), content.get("expireIn"), NEW_ENDPOINT)

    def _ask_old(self, cancel: CancelToken | None) -> tuple[str, float]:
        query = {"appkey": self._app_key, "appsecret": self._app_secret}
        answer = self._transport.send("GET", self._region.legacy_url, OLD_ENDPOINT, query=query, cancel=cancel)
        content = open_envelope(answer, OLD_ENDPOINT)
        return _usable(content.get("access_token"), content.get("expires_in"), OLD_ENDPOINT)


def _usable(value: object, lifetime: object, endpoint: str) -> tuple[str, float]:
    if not isinstance(value, str) or not value:
        raise AnswerError("answer.shape", endpoint=endpoint)
    register_secret(value)
    try:
        seconds = float(lifetime) if isinstance(lifetime, int | float | str) else _LIFETIME
    except ValueError:
        seconds = _LIFETIME
    seconds = min(seconds, 86_400.0) if seconds > 0 else _LIFETIME  # nan is not greater either
    return value, seconds - min(_MARGIN, seconds / 10)
