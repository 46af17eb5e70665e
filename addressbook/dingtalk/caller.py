"""How a call of the server is made: with a token, at its pace, again where that may help; and what it answers."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple, TypeVar

from addressbook.dingtalk import codec
from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.envelope import open_envelope
from addressbook.dingtalk.pace import Pace, Priority
from addressbook.dingtalk.region import Region
from addressbook.dingtalk.retry import with_retries
from addressbook.dingtalk.token import AppToken, TokenSource
from addressbook.dingtalk.transport import Transport
from addressbook.errors import AnswerError, CallError, Cancelled, NetworkError, NotFound, ServerError, TokenRejected

log = logging.getLogger(__name__)

T = TypeVar("T")

_LAST_ERRORS = 50


class LastError(NamedTuple):
    """For a problem report."""

    time: datetime
    endpoint: str
    code: str
    request_id: str


class Caller:
    """Makes calls with one source of tokens, and remembers their last errors."""

    def __init__(self, region: Region, transport: Transport, tokens: TokenSource, pace: Pace) -> None:
        self.region = region
        self.pace = pace
        self.last_errors: deque[LastError] = deque(maxlen=_LAST_ERRORS)
        self._transport = transport
        self._tokens = tokens

    @property
    def third_party(self) -> bool:
        """Whether the token was pasted."""
        return self._tokens.third_party

    def forget_token(self) -> None:
        """Get a new token for the next call: permissions given meanwhile come with a new token only."""
        self._tokens.forget()

    def use_credentials(self, app_key: str, app_secret: str) -> None:
        """Sign in with another key and secret from now on. ValueError for a pasted token, which has none."""
        if not isinstance(self._tokens, AppToken):
            raise ValueError("a pasted token has no key and secret")
        self._tokens.use(app_key, app_secret)

    def check_token(self, *, cancel: CancelToken | None = None) -> None:
        """Get a new token now (a pasted one is taken as it is)."""
        self._tokens.forget()
        self._noting_errors(lambda: self._tokens.token(cancel))

    def close(self) -> None:
        """Let go of the connections."""
        self._transport.close()

    def _call(
        self,
        endpoint: str,
        body: Mapping[str, object],
        priority: Priority,
        cancel: CancelToken | None,
        *,
        repeatable: bool = True,
    ) -> dict[str, Any]:
        pace = self.pace.of(endpoint)

        def with_token(token: str) -> dict[str, Any]:
            def attempt() -> dict[str, Any]:
                pace.acquire(priority, cancel)
                started = time.monotonic()
                answer = self._transport.send(
                    "POST",
                    self.region.legacy_url,
                    endpoint,
                    query={"access_token": token},
                    body=body,
                    repeatable=repeatable,
                    cancel=cancel,
                )
                log.debug("%s: %d bytes, %.0f ms", endpoint, len(answer.body), (time.monotonic() - started) * 1000)
                content = open_envelope(answer, endpoint)
                pace.succeeded()
                return content

            return with_retries(attempt, repeatable=repeatable, pace=pace, cancel=cancel)

        def call() -> dict[str, Any]:
            try:
                token = self._tokens.token(cancel)
            except (NetworkError, Cancelled) as error:
                error.sent = False  # the token call may have been; the call that was asked for was not
                raise
            try:
                return with_token(token)
            except TokenRejected as error:
                refused = error
            try:
                token = self._tokens.renew(token, cancel)
            except TokenRejected:
                raise refused from None  # a pasted token: what the server said of it tells more
            except (NetworkError, Cancelled) as error:
                error.sent = False
                raise
            try:
                return with_token(token)
            except TokenRejected as error:
                # The documents' FAQ: create says 40001 as well when a custom field was made mandatory, which has
                # nothing to do with the token.
                if endpoint.endswith("/create") and error.code == "40001":
                    raise ServerError(
                        error.code, endpoint=endpoint, request_id=error.request_id, message=error.message
                    ) from None
                raise

        return self._noting_errors(call)

    def _noting_errors(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except CallError as error:
            self._noted(error)
            raise

    def _noted(self, error: CallError) -> CallError:
        self.last_errors.append(LastError(datetime.now(UTC), error.endpoint, error.code, error.request_id))
        log.info("%s: %s %s, request %s", error.endpoint, type(error).__name__, error.code, error.request_id or "-")
        return error

    def _understood(self, endpoint: str, content: Mapping[str, Any], read: Callable[[], T]) -> T:
        """What `read` makes of a successful answer. Raises AnswerError "answer.shape"; NotFound for no result."""
        try:
            return read()
        except codec.Unreadable as error:
            reason = str(error)
        request_id = codec.printable(str(content.get("request_id", "")))[:64]
        if "result" in content and content["result"] in (None, {}, ""):
            raise self._noted(NotFound("answer.empty", endpoint=endpoint, request_id=request_id))
        raise self._noted(AnswerError("answer.shape", endpoint=endpoint, request_id=request_id, reason=reason))

    @staticmethod
    def _readable(rows: list[object], read: Callable[[object], T]) -> list[T]:
        """What can be read of `rows`; one bad row does not lose the others."""
        found = []
        for row in rows:
            try:
                found.append(read(row))
            except codec.Unreadable as error:
                log.info("a row could not be read: %s", error)
        return found
