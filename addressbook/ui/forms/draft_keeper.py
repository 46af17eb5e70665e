"""Keeps what is typed into a form: on the disk at most a second after a change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from addressbook.domain.form_values import FormValues
from addressbook.domain.work import WorkItem, WorkState
from addressbook.errors import AddressBookError, StoreError
from addressbook.ui.open_session import OpenWork
from addressbook.ui.tasks import Tasks

KEEP_AFTER = 800  # milliseconds after the first change that is not kept yet: the promise is two seconds
AGAIN_AFTER = 5000  # milliseconds after a keeping that failed


class DraftKeeper(QObject):
    """The piece of work of one form. `kept` carries the time (aware) of a keeping and `failed` why there was none.

    Nothing is kept until something differs from what the form began with; what is put back to that is forgotten.
    """

    kept = Signal(datetime)
    failed = Signal(AddressBookError)

    def __init__(self, work: OpenWork, item: WorkItem, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.item = item
        self._begun_with, self._kind = item.values, item.kind
        self._was_kept = work.item(item.id) is not None
        self._tasks = Tasks(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    @property
    def dirty(self) -> bool:
        """Whether the form holds anything else than it began with."""
        return self.item.values != self._begun_with

    def change(self, values: FormValues) -> None:
        """What the form holds now; kept in a moment."""
        if values == self.item.values:
            return
        self.item = replace(self.item, values=values, changed_at=datetime.now(UTC))
        if not self._timer.isActive():
            self._timer.start(KEEP_AFTER)

    def take(self, item: WorkItem) -> None:
        """Go on with the item as saving has left it."""
        self._timer.stop()
        self.item = item

    def begin_anew(self, item: WorkItem) -> None:
        """Go on with another piece of work, which is not kept yet."""
        self._timer.stop()
        self.item = item
        self._begun_with, self._kind, self._was_kept = item.values, item.kind, False

    def stop(self) -> None:
        """Keep nothing more by itself: the item is being saved, or is done with."""
        self._timer.stop()

    async def flush(self) -> bool:
        """Keep now what is not kept yet; whether all is kept. A failure is told by `failed` as well."""
        self._timer.stop()
        item, kept = self.item, self._work.item(self.item.id)
        begun_with = item.values == self._begun_with and item.kind is self._kind
        if begun_with if kept is None else (kept.kind, kept.values) == (item.kind, item.values):
            return True
        try:
            if begun_with and not self._was_kept:
                done = await self._work.forget_draft(item.id)
                if done and self.item.id == item.id:  # an id that was forgotten is not taken again
                    self.item = self._work.new(item.kind, self.item.values, base=item.base)
            else:
                done = await self._work.keep_draft(item)
                if done and item.id == self.item.id:
                    self.kept.emit(item.changed_at)
        except StoreError as error:
            self.failed.emit(error)
            self._timer.start(AGAIN_AFTER)
            return False
        if not done:
            self.failed.emit(AddressBookError("draft.elsewhere"))
        return done

    async def discard(self) -> None:
        """Throw the draft away. Raises StoreError; then it is still there. What was never kept needs no disk."""
        self._timer.stop()
        await self._work.flush()  # a keeping may be under way
        if self._work.item(self.item.id) is not None:
            await self._work.forget(self.item.id)

    def _on_time(self) -> None:
        if self.item.state in (WorkState.DRAFT, WorkState.ABSENT):
            self._tasks.start(self.flush())
