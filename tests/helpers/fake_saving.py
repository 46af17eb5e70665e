"""Saving in memory, for tests of the window: answers what a test has laid ready, else that all went well."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import AddressBookError
from addressbook.services.save_results import Saved, SaveResult
from tests.helpers.fake_work import FakeWork

Answer = SaveResult | Exception | Callable[[WorkItem], SaveResult]


@dataclass
class FakePermission:
    """What DingTalk has said against writing."""

    error: AddressBookError | None = None


class FakeSaving:
    """`answers` are given in order, an exception is raised; `hold`, while set, keeps answers back. `checks` counts
    how often somebody wanted to know what became of lost answers."""

    def __init__(self, work: FakeWork) -> None:
        self.work = work
        self.answers: list[Answer] = []
        self.hold: asyncio.Event | None = None
        self.saved: list[WorkItem] = []
        self.checks = 0
        self.slowed = False

    async def save(self, item: WorkItem) -> SaveResult:
        self.saved.append(item)
        await self.work.keep(replace(item, state=WorkState.SENDING, sent=item.values))
        if self.hold is not None:
            await self.hold.wait()
        answer: Answer = self.answers.pop(0) if self.answers else self.well
        if isinstance(answer, Exception):
            raise answer
        result = answer(item) if callable(answer) else answer
        if isinstance(result, Saved):
            await self.work.forget(item.id)
        else:
            await self.work.keep(result.item)
        return result

    async def repeat(self, item: WorkItem) -> SaveResult:
        return await self.save(replace(item, doubted=True))

    async def discard(self, item: WorkItem) -> None:
        await self.work.forget(item.id)

    def check_now(self) -> None:
        self.checks += 1

    @staticmethod
    def well(item: WorkItem) -> Saved:
        userid = item.userid if item.kind is WorkKind.EDIT else f"new-{item.id[-4:]}"
        return Saved(item, item.values.as_contact(userid))
