"""The saving of one form: what is sent, and what comes of it, at once or later."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, QTimer, Signal

from addressbook.domain.work import WorkState
from addressbook.errors import AddressBookError
from addressbook.services.events import WorkSettled
from addressbook.services.save_results import Outcome, Saved, SaveResult, Unknown
from addressbook.ui.forms.draft_keeper import DraftKeeper
from addressbook.ui.forms.form_state import FormState
from addressbook.ui.open_session import OpenSession
from addressbook.ui.tasks import Tasks

LOOK_EVERY = 400  # milliseconds, while saving, whether DingTalk has asked to slow down


class SaveFlow(QObject):
    """Runs at most one save at a time. `came` carries the SaveResult or Outcome, `failed` an error before anything
    was sent (the journal could not be written). Its own task: a form that is closed does not end what was begun.
    `slowed_changed` tells that DingTalk has asked to slow down while it is saving, or no longer does.
    """

    state_changed = Signal(FormState)
    slowed_changed = Signal(bool)
    came = Signal(object)
    failed = Signal(AddressBookError)

    def __init__(self, session: OpenSession, keeper: DraftKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._keeper = keeper
        self._tasks = Tasks(self)
        self._running: asyncio.Task[None] | None = None
        self._early: Outcome | None = None
        self.slowed = False
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY)
        self._looking.timeout.connect(lambda: self._say_slowed(self._session.saving.slowed))
        checking = keeper.item.state in (WorkState.SENDING, WorkState.UNKNOWN)
        self.state = FormState.CHECKING if checking else FormState.EDITING
        self._unsubscribe = session.events.subscribe(WorkSettled, self._on_settled)
        self.destroyed.connect(lambda *_, end=self._unsubscribe: end())

    @property
    def ended(self) -> bool:
        """Whether the form is done with."""
        return self.state is FormState.ENDED

    def begin(self) -> None:
        """Save the keeper's item; nothing when a save is under way already."""
        if self.state is not FormState.EDITING:
            return
        self._keeper.stop()
        self._enter(FormState.SAVING)
        self._running = self._tasks.start(self._save())

    async def answered(self, within: float | None = None) -> None:
        """Wait, at most `within` seconds, until what is under way has been answered, and what came of it was told."""
        if self._running is not None:
            await asyncio.wait({self._running}, timeout=within)

    def end(self) -> None:
        """The form is done with: hear nothing more."""
        self._unsubscribe()
        self._enter(FormState.ENDED)

    async def _save(self) -> None:
        item = self._keeper.item
        try:
            result = await self._session.saving.save(item)
        except AddressBookError as error:
            if not self.ended:
                self._enter(FormState.EDITING)
                self.failed.emit(error)
        except Exception:  # a fault of the program: the form must not stay shut
            kept = self._session.work.item(item.id)
            self._enter(FormState.CHECKING if kept is not None and kept.is_uncertain else FormState.EDITING)
            raise
        else:
            if not self.ended:  # given up on, when the program was left: found out with the next start at the latest
                self._take(result)

    def _take(self, result: SaveResult | Outcome) -> None:
        early, self._early = self._early, None
        if isinstance(result, Unknown) and early is not None:
            result = early
        self._keeper.take(result.item)
        self._enter(FormState.CHECKING if isinstance(result, Unknown) else FormState.EDITING)
        self.came.emit(result)

    def _on_settled(self, event: WorkSettled) -> None:
        outcome, item = event.outcome, self._keeper.item
        if outcome.item.id != item.id:
            return
        elsewhere = isinstance(outcome, Saved) and outcome.item.values.tidy() == item.values.tidy()
        if self.state is FormState.CHECKING or (self.state is FormState.EDITING and elsewhere):
            self._take(outcome)
        elif self.state is FormState.SAVING:  # found out before the word came that it was unknown
            self._early = outcome

    def _enter(self, state: FormState) -> None:
        if state is self.state or self.ended:
            return
        self.state = state
        if state is FormState.SAVING:
            self._looking.start()
        else:
            self._looking.stop()
            self.slowed = False
        self.state_changed.emit(state)

    def _say_slowed(self, slowed: bool) -> None:
        if slowed is not self.slowed:
            self.slowed = slowed
            self.slowed_changed.emit(slowed)
