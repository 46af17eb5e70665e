"""Deleting in memory, for tests of the window: what is deleted is gone at once, unless a test says otherwise."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from datetime import UTC, datetime

from addressbook.domain.contact import Contact
from addressbook.domain.work import WorkItem
from addressbook.services.delete_reports import DeleteProgress, DeleteReport, Deletion, UndoReport
from addressbook.services.events import DeletingChanged
from tests.helpers.fake_work import FakeWork


class FakeDeleting:
    """`answers` are reported in order instead of all that is asked for; `hold`, while set, keeps reports back."""

    def __init__(self, work: FakeWork) -> None:
        self.events = work.events
        self.answers: list[DeleteReport | UndoReport] = []
        self.hold: asyncio.Event | None = None
        self.asked: list[tuple[Contact, ...]] = []
        self.undone: list[Deletion] = []
        self.stops = 0
        self.discarded: list[WorkItem] = []
        self._work = work
        self.progress: DeleteProgress | None = None
        self._undoable: list[Deletion] = []
        self._reports: deque[DeleteReport | UndoReport] = deque()

    @property
    def busy(self) -> bool:
        return self.progress is not None

    @property
    def undoable(self) -> tuple[Deletion, ...]:
        return tuple(reversed(self._undoable))

    def take_report(self) -> DeleteReport | UndoReport | None:
        return self._reports.popleft() if self._reports else None

    def stop(self) -> None:
        self.stops += 1

    def went(self, progress: DeleteProgress | None) -> None:
        """So far is the run."""
        self.progress = progress
        self.events.publish(DeletingChanged())

    async def delete(self, contacts: Sequence[Contact]) -> DeleteReport:
        self.asked.append(tuple(contacts))
        await self._run(len(contacts), undoing=False)
        deletion = Deletion(tuple(contacts), datetime.now(UTC))
        report = self.answers.pop(0) if self.answers else DeleteReport(deleted=tuple(contacts), can_undo=deletion)
        assert isinstance(report, DeleteReport)
        self._end(report)
        return report

    async def undo(self, deletion: Deletion) -> UndoReport:
        self._undoable.remove(deletion)
        self.undone.append(deletion)
        await self._run(len(deletion.contacts), undoing=True)
        report = self.answers.pop(0) if self.answers else UndoReport(deletion, restored=deletion.contacts)
        assert isinstance(report, UndoReport)
        self._end(report)
        return report

    async def discard(self, item: WorkItem) -> None:
        await self._work.forget(item.id)
        self.discarded.append(item)

    async def _run(self, total: int, *, undoing: bool) -> None:
        self.went(DeleteProgress(0, total, undoing))
        if self.hold is not None:
            await self.hold.wait()
        await asyncio.sleep(0)

    def _end(self, report: DeleteReport | UndoReport) -> None:
        if report.can_undo is not None:
            self._undoable.append(report.can_undo)
        self._reports.append(report)
        self.went(None)
