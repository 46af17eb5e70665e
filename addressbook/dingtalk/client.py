"""One typed method per call of DingTalk's server. Blocking and thread-safe; no call waits for ever.

Every method may raise the ServerError, AnswerError and NetworkError kinds of errors.py, and Cancelled. Paths,
parameters and answers are those of the extcontact documents and of dingtalk-api.md, sections 5 to 7.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple, TypeVar

from addressbook.dingtalk import codec
from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.codec import DecodedPage
from addressbook.dingtalk.envelope import open_envelope
from addressbook.dingtalk.pace import Pace, Priority, shared_pace
from addressbook.dingtalk.region import Region
from addressbook.dingtalk.retry import with_retries
from addressbook.dingtalk.token import AppToken, FixedToken, TokenSource
from addressbook.dingtalk.transport import Transport, TransportOptions
from addressbook.domain.contact import Contact
from addressbook.domain.label import LabelGroup
from addressbook.domain.phone import lookup_forms
from addressbook.domain.staff import ROOT_DEPARTMENT, Department, Employee
from addressbook.errors import AnswerError, CallError, Cancelled, NetworkError, NotFound, ServerError, TokenRejected

__all__ = [
    "CancelToken",
    "ContactPage",
    "DecodedPage",
    "DingTalkClient",
    "LastError",
    "MemberPage",
    "Pace",
    "Priority",
    "TransportOptions",
]

log = logging.getLogger(__name__)

T = TypeVar("T")

PAGE_SIZE = 100  # the most that the list calls give
_CONTACTS = "/topapi/extcontact/"
_LAST_ERRORS = 50
_NO_SUCH_NUMBER = frozenset({"40104", "60103", "400002"})


@dataclass(frozen=True, slots=True)
class ContactPage:
    """One page as it was sent; `decode` costs time and is for another thread. No rows at all mean the end."""

    offset: int
    size: int
    rows: list[object] = field(repr=False)
    third_party: bool = False

    def decode(self) -> DecodedPage:
        """Contacts, and those that could not be read (which are logged, without their data). Never raises."""
        decoded = codec.page(self.rows, self.offset, third_party=self.third_party)
        for unreadable in decoded.unreadable:
            log.info("a contact of the page at %d is unreadable: %s", self.offset, unreadable.reason)
        return decoded


@dataclass(frozen=True, slots=True)
class MemberPage:
    """Direct members of a department; `next_cursor` is None on the last page."""

    members: tuple[Employee, ...]
    next_cursor: int | None


class LastError(NamedTuple):
    """For a problem report."""

    time: datetime
    endpoint: str
    code: str
    request_id: str


class DingTalkClient:
    """All calls of one organisation's app, sharing a token, kept connections and, with other clients of it, a pace."""

    def __init__(
        self,
        region: Region,
        app_key: str,
        app_secret: str,
        *,
        pace: Pace | None = None,
        options: TransportOptions | None = None,
    ) -> None:
        transport = Transport(options)
        tokens = AppToken(transport, region, app_key, app_secret)
        self._set_up(region, transport, tokens, pace or shared_pace(region.legacy_url, app_key.strip()))

    @classmethod
    def with_token(
        cls, region: Region, token: str, *, pace: Pace | None = None, options: TransportOptions | None = None
    ) -> DingTalkClient:
        """For a third-party app's pasted token: reading only, and no mobiles are told."""
        client = cls.__new__(cls)
        client._set_up(region, Transport(options), FixedToken(token), pace)
        return client

    def _set_up(self, region: Region, transport: Transport, tokens: TokenSource, pace: Pace | None) -> None:
        self.region = region
        self.pace = pace or Pace()
        self.last_errors: deque[LastError] = deque(maxlen=_LAST_ERRORS)
        self._transport = transport
        self._tokens = tokens

    @property
    def third_party(self) -> bool:
        """Whether the token was pasted."""
        return self._tokens.third_party

    # --- token ---

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

    # --- external contacts ---

    def list_contacts(
        self,
        offset: int,
        size: int = PAGE_SIZE,
        *,
        priority: Priority = Priority.FOREGROUND,
        cancel: CancelToken | None = None,
    ) -> ContactPage:
        """`size` (1–100) contacts from `offset` (from 0). A short page is not the end; an empty one is."""
        endpoint = f"{_CONTACTS}list"
        content = self._call(endpoint, {"offset": offset, "size": size}, priority, cancel)
        rows = self._understood(endpoint, content, lambda: codec.rows(content.get("results"), "results"))
        return ContactPage(offset, size, rows, self.third_party)

    def get_contact(
        self, userid: str, *, priority: Priority = Priority.FOREGROUND, cancel: CancelToken | None = None
    ) -> Contact:
        """One contact. Raises NotFound when it is gone."""
        endpoint = f"{_CONTACTS}get"
        content = self._call(endpoint, {"user_id": userid}, priority, cancel)
        return self._understood(
            endpoint, content, lambda: codec.contact(content.get("result"), third_party=self.third_party)
        )

    def create_contact(
        self,
        fields: Mapping[str, object],
        *,
        priority: Priority = Priority.FOREGROUND,
        cancel: CancelToken | None = None,
    ) -> str:
        """Make a contact and return its id. Not idempotent: after a NetworkError or Cancelled with `sent`, or a
        ServerBusy or AnswerError whose `endpoint` is this call's, nobody knows whether it was made."""
        endpoint = f"{_CONTACTS}create"
        body = {"contact": codec.for_create(fields)}
        content = self._call(endpoint, body, priority, cancel, repeatable=False)
        userid = codec.contact_id(content)
        if userid is None:
            raise self._noted(AnswerError("answer.shape", endpoint=endpoint))
        return userid

    def update_contact(
        self,
        userid: str,
        fields: Mapping[str, object],
        *,
        priority: Priority = Priority.FOREGROUND,
        cancel: CancelToken | None = None,
    ) -> None:
        """Replace what `fields` hold; name, follower_user_id and label_ids always, mobile and email never."""
        body = {"contact": codec.for_update(userid, fields)}
        self._call(f"{_CONTACTS}update", body, priority, cancel, repeatable=False)

    def delete_contact(
        self, userid: str, *, priority: Priority = Priority.FOREGROUND, cancel: CancelToken | None = None
    ) -> None:
        """Delete a contact. Raises NotFound when it is gone already."""
        self._call(f"{_CONTACTS}delete", {"user_id": userid}, priority, cancel, repeatable=False)

    def list_label_groups(
        self,
        offset: int = 0,
        size: int = PAGE_SIZE,
        *,
        priority: Priority = Priority.FOREGROUND,
        cancel: CancelToken | None = None,
    ) -> list[LabelGroup]:
        """`size` (1–100) groups from `offset`. An empty list is the end."""
        endpoint = f"{_CONTACTS}listlabelgroups"
        content = self._call(endpoint, {"offset": offset, "size": size}, priority, cancel)
        groups, lost = self._understood(endpoint, content, lambda: codec.label_groups(content.get("results")))
        if lost:
            log.info("%d label groups or labels could not be read", lost)
        return groups

    # --- colleagues and departments ---

    def userid_by_mobile(
        self, mobile: str, *, priority: Priority = Priority.FOREGROUND, cancel: CancelToken | None = None
    ) -> str:
        """The id of an active colleague, by the number as a person types it.

        Raises NotFound, or ServerError 40104 for what is no number.
        """
        endpoint = "/topapi/v2/user/getbymobile"
        first, *others = lookup_forms(mobile) or (mobile,)
        try:
            content = self._call(endpoint, {"mobile": first}, priority, cancel)
        except ServerError as error:
            if not others or (error.code not in _NO_SUCH_NUMBER and not isinstance(error, NotFound)):
                raise
            log.info("nobody has the number as it is written at home (%s): asking with its country", error.code)
            content = self._call(endpoint, {"mobile": others[0]}, priority, cancel)
        return self._understood(endpoint, content, lambda: codec.employee(content.get("result"))).userid

    def get_employee(
        self, userid: str, *, priority: Priority = Priority.FOREGROUND, cancel: CancelToken | None = None
    ) -> Employee:
        """A colleague with departments. Raises NotFound (left, or another organisation's)."""
        endpoint = "/topapi/v2/user/get"
        content = self._call(endpoint, {"userid": userid}, priority, cancel)
        asked = {"userid": userid}  # the answer is about this one, whether or not it repeats the id
        return self._understood(
            endpoint, content, lambda: codec.employee({**asked, **codec.mapping(content.get("result"), "result")})
        )

    def list_members(
        self,
        dept_id: int,
        cursor: int = 0,
        size: int = PAGE_SIZE,
        *,
        priority: Priority = Priority.FOREGROUND,
        cancel: CancelToken | None = None,
    ) -> MemberPage:
        """Direct members of a department, by id and name. Raises NotFound for a department that is gone."""
        endpoint = "/topapi/user/listsimple"
        body = {"dept_id": dept_id, "cursor": cursor, "size": size}
        content = self._call(endpoint, body, priority, cancel)

        def read() -> MemberPage:
            result = codec.mapping(content.get("result"), "result")
            members = tuple(self._readable(codec.rows(result.get("list"), "list"), codec.employee))
            more = result.get("next_cursor") if result.get("has_more") not in (None, False, "false", 0) else None
            following = None if more is None else codec.number(more, "next_cursor")
            return MemberPage(members, following if following != cursor else None)

        return self._understood(endpoint, content, read)

    def list_subdepartments(
        self,
        dept_id: int = ROOT_DEPARTMENT,
        *,
        priority: Priority = Priority.FOREGROUND,
        cancel: CancelToken | None = None,
    ) -> list[Department]:
        """Direct children of a department."""
        endpoint = "/topapi/v2/department/listsub"
        content = self._call(endpoint, {"dept_id": dept_id}, priority, cancel)
        return self._understood(
            endpoint,
            content,
            lambda: self._readable(codec.rows(content.get("result"), "result"), codec.department),
        )

    def get_department(
        self, dept_id: int, *, priority: Priority = Priority.FOREGROUND, cancel: CancelToken | None = None
    ) -> Department:
        """One department. Raises NotFound."""
        endpoint = "/topapi/v2/department/get"
        content = self._call(endpoint, {"dept_id": dept_id}, priority, cancel)

        def read() -> Department:
            return codec.department({"dept_id": dept_id, **codec.mapping(content.get("result"), "result")})

        return self._understood(endpoint, content, read)

    def close(self) -> None:
        """Let go of the connections."""
        self._transport.close()

    # --- how a call is made ---

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
