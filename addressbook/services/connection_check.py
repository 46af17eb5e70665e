"""Test connection: tries every call that the program needs, and tells line by line what works (issue 2, section 4).

No words here: a line carries a step, an outcome, a typed error and parameters; ui/texts.py explains it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.client import ContactPage, DingTalkClient
from addressbook.domain.staff import ROOT_DEPARTMENT
from addressbook.errors import AddressBookError, NotFound, Param, ServerError
from addressbook.services.paging import PAGE_SIZE
from addressbook.services.threads import RequestThreads

log = logging.getLogger(__name__)


class CheckStep(Enum):
    """What was tried, in the order in which it is shown."""

    TOKEN = "token"  # noqa: S105 - the name of a step
    REST = "rest"  # all that follows, when the token failed
    CONTACTS = "contacts"
    LABELS = "labels"
    PERSON = "person"
    STAFF = "staff"
    DEPARTMENTS = "departments"
    WRITING = "writing"


CALLS = (CheckStep.CONTACTS, CheckStep.LABELS, CheckStep.PERSON, CheckStep.STAFF, CheckStep.DEPARTMENTS)


class CheckOutcome(Enum):
    """How it went."""

    OK = "ok"
    WARNING = "warning"  # works, with something to know; or fails where the book can be read without it
    FAILED = "failed"
    SKIPPED = "skipped"  # not tried, because nothing was given to try it with or an earlier step failed
    INFO = "info"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of the check.

    `params`, by step: CONTACTS has "count" (on the first page), "full" (1 when there may be more),
    "milliseconds" and "phones_shared" (0 or 1); LABELS "groups" and "labels"; PERSON the "name" that was found;
    STAFF "count"; DEPARTMENTS "count" and, when it could be read, "root_name", the suggested name of the organisation;
    WRITING, which is not tried, "third_party" (1: it will be refused).
    """

    step: CheckStep
    outcome: CheckOutcome
    error: AddressBookError | None = None
    params: dict[str, Param] = field(default_factory=dict)


async def check_connection(client: DingTalkClient, mobile: str = "") -> AsyncGenerator[CheckLine, None]:
    """Try every call that the program needs; a line for each step as soon as it and those before it are done.

    Nothing is written. When the token fails nothing else is tried. The caller closes the client.
    """
    check = _Check(client, mobile)
    try:
        token = await check.token()
        yield token
        if token.outcome is CheckOutcome.FAILED:
            yield CheckLine(CheckStep.REST, CheckOutcome.SKIPPED)
            return
        async for line in check.calls():
            yield line
        yield CheckLine(CheckStep.WRITING, CheckOutcome.INFO, params={"third_party": int(client.third_party)})
    finally:
        await check.close()


class _Check:
    """The calls of one check, all under way together."""

    def __init__(self, client: DingTalkClient, mobile: str) -> None:
        self._client = client
        self._mobile = mobile
        self._threads = RequestThreads(8)
        self._cancel = CancelToken()
        self._tasks: list[asyncio.Task[CheckLine]] = []
        # an owner of the first page: somebody to try v2/user/get with when no mobile number was given
        self._somebody: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def close(self) -> None:
        self._cancel.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._threads.close(0.2)

    async def token(self) -> CheckLine:
        if self._client.third_party:  # there is none to fetch: the next line tells whether it is taken
            return CheckLine(CheckStep.TOKEN, CheckOutcome.INFO)
        try:
            await self._ask(self._client.check_token)
        except AddressBookError as error:
            return CheckLine(CheckStep.TOKEN, CheckOutcome.FAILED, error)
        return CheckLine(CheckStep.TOKEN, CheckOutcome.OK)

    async def calls(self) -> AsyncGenerator[CheckLine, None]:
        tries = (self._contacts, self._labels, self._person, self._staff, self._departments)
        self._tasks = [asyncio.create_task(_told(step, call)) for step, call in zip(CALLS, tries, strict=True)]
        for task in self._tasks:
            yield await task

    async def _contacts(self) -> CheckLine:
        try:
            began = time.monotonic()
            page: ContactPage = await self._ask(self._client.list_contacts, 0, PAGE_SIZE)
            milliseconds = round(1000 * (time.monotonic() - began))
            contacts = (await self._threads.run(page.decode)).contacts
            owner = next((contact.follower_user_id for contact in contacts if contact.follower_user_id), "")
            self._somebody.set_result(owner)
        finally:
            if not self._somebody.done():
                self._somebody.set_result("")
        shared = all(contact.mobile is not None for contact in contacts)
        return CheckLine(
            CheckStep.CONTACTS,
            CheckOutcome.OK if shared else CheckOutcome.WARNING,
            params={
                "count": len(page.rows),
                "full": int(len(page.rows) >= PAGE_SIZE),
                "milliseconds": milliseconds,
                "phones_shared": int(shared),
            },
        )

    async def _labels(self) -> CheckLine:
        groups = await self._ask(self._client.list_label_groups, 0, PAGE_SIZE)
        labels = sum(len(group.labels) for group in groups)
        return CheckLine(CheckStep.LABELS, CheckOutcome.OK, params={"groups": len(groups), "labels": labels})

    async def _person(self) -> CheckLine:
        """`getbymobile` with one's own number, and `v2/user/get` with that person or an owner of a contact."""
        if not self._mobile:
            userid = await self._somebody
            if userid:
                with contextlib.suppress(NotFound):  # an owner who has left: the call itself is allowed
                    await self._ask(self._client.get_employee, userid)
            return CheckLine(CheckStep.PERSON, CheckOutcome.SKIPPED)
        userid = await self._ask(self._client.userid_by_mobile, self._mobile)
        employee = await self._ask(self._client.get_employee, userid)
        return CheckLine(CheckStep.PERSON, CheckOutcome.OK, params={"name": employee.name})

    async def _staff(self) -> CheckLine:
        members = await self._ask(self._client.list_members, ROOT_DEPARTMENT, 0, PAGE_SIZE)
        return CheckLine(CheckStep.STAFF, CheckOutcome.OK, params={"count": len(members.members)})

    async def _departments(self) -> CheckLine:
        children = await self._ask(self._client.list_subdepartments, ROOT_DEPARTMENT)
        params: dict[str, Param] = {"count": len(children)}
        try:
            params["root_name"] = (await self._ask(self._client.get_department, ROOT_DEPARTMENT)).name
        except ServerError as error:
            log.info("the name of the organisation cannot be read: %s", error)
        return CheckLine(CheckStep.DEPARTMENTS, CheckOutcome.OK, params=params)

    async def _ask(self, call: Callable[..., Any], *args: Any) -> Any:
        return await self._threads.run(call, *args, cancel=self._cancel)


async def _told(step: CheckStep, call: Callable[[], Awaitable[CheckLine]]) -> CheckLine:
    """The line of a step; a failure is a failure only where the book cannot be read without it."""
    try:
        return await call()  # begun here: a check may be given up before it has come to this line
    except AddressBookError as error:
        return CheckLine(step, CheckOutcome.FAILED if step is CheckStep.CONTACTS else CheckOutcome.WARNING, error)
