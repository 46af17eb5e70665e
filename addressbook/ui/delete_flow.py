"""From the wish to delete contacts to its end: asking, progress, what came of it, and taking it back."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from addressbook.domain.contact import Contact
from addressbook.domain.fields import Purpose
from addressbook.domain.form_values import lacking, values_of
from addressbook.services.delete_reports import DeleteProgress, DeleteReport, Deletion, UndoReport
from addressbook.services.events import DeletingChanged
from addressbook.ui import delete_words
from addressbook.ui.dialogs.base import answer
from addressbook.ui.dialogs.delete_contacts import DeleteDialog
from addressbook.ui.dialogs.message import Choice, MessageDialog
from addressbook.ui.open_session import OpenSession
from addressbook.ui.tasks import Tasks
from addressbook.ui.texts import explain

_COUNTED_AT_ONCE = 100  # about 4 ms


class DeleteFlow(QObject):
    """One for each book page; what is under way goes on without it. `changed` tells that what is shown differs,
    `restored` carries the userids of the contacts that came back, one at least."""

    changed = Signal()
    restored = Signal(tuple)

    def __init__(self, session: OpenSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._session = session
        self._deleting = session.deleting
        self._tasks = Tasks(self)
        self._asking = False
        self.report: DeleteReport | UndoReport | None = None
        self._unsubscribe = session.events.subscribe(DeletingChanged, lambda _: self._on_changed())

    def close(self) -> None:
        """Hear nothing more, and ask nothing more."""
        self._unsubscribe()
        self._tasks.cancel()

    def refresh(self) -> None:
        """Take up what happened before this was made."""
        self._on_changed()

    # what is shown

    @property
    def progress(self) -> DeleteProgress | None:
        """How far what is under way is; None when nothing is."""
        return self._deleting.progress

    @property
    def can_undo(self) -> bool:
        """Whether `undo` would bring anything back."""
        allowed = self._session.read_only_reason is None
        return allowed and self.progress is None and bool(self._deleting.undoable)

    @property
    def undo_text(self) -> str:
        """What `undo` would bring back, by name, for a menu; "" for nothing."""
        undoable = self._deleting.undoable
        if not undoable:
            return ""
        return self.tr("&Undo delete: {names}").format(names=delete_words.names(undoable[0].contacts, 1))

    @property
    def offered(self) -> Deletion | None:
        """The deletion that the last report is about, as long as it can be taken back now."""
        deletion = self.report.can_undo if self.report is not None else None
        return deletion if self.can_undo and deletion in self._deleting.undoable else None

    @property
    def lost_emails(self) -> str:
        """The e-mail addresses that the last undo could not bring back, one a line; "" for none."""
        report = self.report
        if not isinstance(report, UndoReport):
            return ""
        return delete_words.email_lines(delete_words.lost_emails(report))

    @property
    def has_details(self) -> bool:
        """Whether there is more to say about what went wrong."""
        return self.report is not None and bool(self.report.refused or (self.report.fault and self.report.left))

    # what a person does

    def start(self, contacts: Sequence[Contact], *, unreadable: int = 0, incomplete: int = 0) -> None:
        """Ask, by name, and delete them if that is wanted. So many more, `unreadable`, were chosen and cannot be named;
        so many of them, `incomplete`, could come back as drafts only."""
        if contacts and not self._asking:
            self._asking = True
            self._tasks.start(self._delete(tuple(contacts), unreadable, incomplete))

    @staticmethod
    async def incomplete(contacts: Sequence[Contact]) -> int:
        """How many contacts lack what DingTalk asks of a new one. Large selections take seconds, during which the event
        loop runs on."""
        count = 0
        for part in range(0, len(contacts), _COUNTED_AT_ONCE):
            for contact in contacts[part : part + _COUNTED_AT_ONCE]:
                count += bool(lacking(values_of(contact), Purpose.CREATE))
            await asyncio.sleep(0)
        return count

    def undo(self, deletion: Deletion | None = None) -> None:
        """Bring back what was deleted last, or by `deletion`."""
        if self.can_undo:
            self._tasks.start(self._undo(deletion or self._deleting.undoable[0]))

    def stop(self) -> None:
        """Leave the contacts that are not begun as they are."""
        self._deleting.stop()

    def dismiss(self) -> None:
        """Say no more about what came of it; it can be taken back all the same."""
        self.report = None
        self.changed.emit()

    def copy_emails(self) -> None:
        """Put the e-mail addresses that could not be brought back on the clipboard."""
        QGuiApplication.clipboard().setText(self.lost_emails)

    def show_details(self) -> None:
        """Say why what went wrong did."""
        if self.report is not None:
            self._tasks.start(self._explain(self.report))

    async def may_leave(self) -> bool:
        """Before the book is closed: wait for what is under way, or stop it; False when a person goes back to it, or
        has to read what went wrong."""
        if not self._deleting.busy:
            return True
        dialog = MessageDialog(
            delete_words.leaving_title(self.progress),
            delete_words.leaving_text(self.progress),
            (
                Choice("stop", self.tr("&Stop and close")),
                Choice("", self.tr("&Back to the book"), filled=True),
            ),
            icon="clock",
            parent=self._window,
        )

        def follow() -> None:
            dialog.set_text(delete_words.leaving_text(self.progress))
            if not self._deleting.busy:
                dialog.done(QDialog.DialogCode.Accepted)

        self.changed.connect(follow)
        try:
            await answer(dialog)
        finally:
            self.changed.disconnect(follow)
        if dialog.chosen == "stop":
            self.stop()  # what is under way is waited for when the book is closed
            return True
        return not self._deleting.busy and not self.has_details

    # inside

    async def _delete(self, contacts: tuple[Contact, ...], unreadable: int, incomplete: int) -> None:
        try:
            dialog = DeleteDialog(contacts, self._window, unreadable=unreadable, incomplete=incomplete)
            await answer(dialog)
        finally:
            self._asking = False
        if dialog.confirmed:
            await self._deleting.delete(contacts)

    async def _undo(self, deletion: Deletion) -> None:
        await self._deleting.undo(deletion)

    def _on_changed(self) -> None:
        while (report := self._deleting.take_report()) is not None:
            self.report = report
            if isinstance(report, UndoReport) and report.restored:
                self.restored.emit(tuple(contact.userid for contact in report.restored))
            if self.has_details:
                self.show_details()
        self.changed.emit()

    async def _explain(self, report: DeleteReport | UndoReport) -> None:
        wrong = delete_words.went_wrong(report)
        words = explain(wrong[0][0])
        dialog = MessageDialog(
            delete_words.told(report),
            delete_words.reasons(report),
            (Choice("", self.tr("Close"), filled=True),),
            severity=words.severity,
            icon=words.icon,
            explanation=words,
            parent=self._window,
        )
        await answer(dialog)
