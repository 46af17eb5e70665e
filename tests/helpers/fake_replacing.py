"""Replacing in memory, for tests of the window: answers what a test has laid ready, else that all went well."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import FormValues
from addressbook.domain.work import WorkItem, WorkState
from addressbook.services.save_results import Deleted, Saved, Undone
from tests.helpers.fake_work import FakeWork


class FakeReplacing:
    """`answers` are given in order, made of the item; `hold`, while set, keeps answers back."""

    def __init__(self, work: FakeWork) -> None:
        self.work = work
        self.answers: list[Callable[[WorkItem], Any]] = []
        self.hold: asyncio.Event | None = None
        self.asked: list[str] = []
        self.chosen: FormValues | None = None

    async def make_copy(self, item: WorkItem) -> Any:
        return await self._step("make_copy", item, self._copied)

    async def finish(self, item: WorkItem) -> Any:
        return await self._step("finish", item, Deleted)

    async def carry_over(self, item: WorkItem, now: Contact, chosen: FormValues | None = None) -> Any:
        self.chosen = chosen
        return await self._step("carry_over", replace(item, base=now), self._copied)

    async def undo(self, item: WorkItem, *, anyway: bool = False) -> Any:
        draft = replace(item, state=WorkState.DRAFT, new_userid="")
        return await self._step("undo anyway" if anyway else "undo", draft, Undone)

    @staticmethod
    def _copied(item: WorkItem) -> Saved:
        item = replace(item, state=WorkState.COPIED, new_userid="new-1", sent=item.values)
        return Saved(item, item.values.as_contact("new-1"))

    async def _step(self, name: str, item: WorkItem, well: Callable[[WorkItem], Any]) -> Any:
        self.asked.append(name)
        if self.hold is not None:
            await self.hold.wait()
        result = (self.answers.pop(0) if self.answers else well)(item)
        if isinstance(result, Deleted):
            await self.work.forget(item.id)
        else:
            await self.work.keep(result.item)
        return result
