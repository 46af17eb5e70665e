"""One typed method per call of DingTalk's server. Blocking and thread-safe; no call waits for ever.

Every method may raise the ServerError, AnswerError and NetworkError kinds of errors.py, and Cancelled. Paths,
parameters and answers are those of the extcontact documents and of dingtalk-api.md, sections 5 to 7.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field

from addressbook.dingtalk import codec
from addressbook.dingtalk.caller import Caller, LastError
from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.codec import DecodedPage
from addressbook.dingtalk.pace import Pace, Priority, shared_pace
from addressbook.dingtalk.region import Region
from addressbook.dingtalk.token import AppToken, FixedToken
from addressbook.dingtalk.transport import Transport, TransportOptions
from addressbook.domain.contact import Contact
from addressbook.domain.label import LabelGroup
from addressbook.domain.phone import lookup_forms
from addressbook.domain.staff import ROOT_DEPARTMENT, Department, Employee
from addressbook.errors import AnswerError, NotFound, ServerError

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

PAGE_SIZE = 100  # the most that the list calls give
_CONTACTS = "/topapi/extcontact/"
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


class DingTalkClient(Caller):
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
        super().__init__(region, transport, tokens, pace or shared_pace(region.legacy_url, app_key.strip()))

    @classmethod
    def with_token(
        cls, region: Region, token: str, *, pace: Pace | None = None, options: TransportOptions | None = None
    ) -> DingTalkClient:
        """For a third-party app's pasted token: reading only, and no mobiles are told."""
        client = cls.__new__(cls)
        Caller.__init__(client, region, Transport(options), FixedToken(token), pace or Pace())
        return client

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
