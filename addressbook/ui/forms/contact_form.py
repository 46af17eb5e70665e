"""The window in which a contact is added or corrected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from addressbook.domain.fields import Field, Purpose
from addressbook.domain.work import WorkItem, WorkKind
from addressbook.errors import StoreError
from addressbook.services.save_results import Saved
from addressbook.ui import theme
from addressbook.ui.forms import form_messages as messages
from addressbook.ui.forms.closing import Closing, ask_to_close, ask_to_lose, tell_not_discarded
from addressbook.ui.forms.draft_keeper import DraftKeeper
from addressbook.ui.forms.form_body import FormBody, line_over
from addressbook.ui.forms.form_checks import FormChecks
from addressbook.ui.forms.form_foot import FormFoot
from addressbook.ui.forms.form_inputs import FormInputs
from addressbook.ui.forms.form_note import FormNote
from addressbook.ui.forms.form_results import FormResults
from addressbook.ui.forms.form_state import FormState
from addressbook.ui.forms.save_flow import SaveFlow
from addressbook.ui.open_session import OpenSession
from addressbook.ui.tasks import Tasks
from addressbook.ui.widgets.banner import Banner

FIRST_SIZE = QSize(1040, 712)
SMALLEST = QSize(480, 360)


class ContactForm(QDialog):
    """One piece of work, CREATE or EDIT, in a window of its own beside the book.

    `saved` carries each Saved, `ended` comes once when the window is done with; whoever made it then lets go of it.
    `contact_requested` asks for a contact to be shown in the book, `replace_requested` (the item) for the guide to
    another phone number.
    """

    saved = Signal(Saved)
    ended = Signal()
    contact_requested = Signal(str)
    replace_requested = Signal(WorkItem)

    def __init__(self, session: OpenSession, item: WorkItem, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session = session
        self._tasks = Tasks(self)
        self._fresh = True
        self.keeper = DraftKeeper(session.work, item, self)
        self.flow = SaveFlow(session, self.keeper, self)
        self.flow.state_changed.connect(self._on_state_changed)
        self.banner = Banner()
        self.note = FormNote(session, self, hint)
        self._results = FormResults(session, self)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(20, 14, 20, 8)
        top.addWidget(self.banner)
        self._layout.addLayout(top)
        self._layout.addWidget(line_over(self._scroll))
        self._layout.addWidget(self._scroll, 1)
        self._had_focus: QWidget | None = None
        self._build()
        self._add_keys()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.setMinimumSize(SMALLEST)
        if self.flow.state is FormState.CHECKING:
            self._on_state_changed(self.flow.state)

    @property
    def item(self) -> WorkItem:
        """The piece of work as it stands."""
        return self.keeper.item

    def save(self) -> None:
        """Save when nothing stands in the way, else show what does."""
        if self.flow.state is not FormState.EDITING or self._show_dialog():
            return
        self.keeper.change(self.body.values())
        if not self.checks.all_well():
            return
        self.banner.clear()
        self.flow.begin()

    def reject(self) -> None:
        """Esc, Cancel and the window's cross: asks first when something was typed."""
        if self.flow.state is FormState.ENDED or self._show_dialog():
            return
        if self.flow.state is FormState.SAVING:
            self.hide()  # comes back unless all goes well
        elif self.flow.state is FormState.CHECKING:
            self.end()
        else:
            self._tasks.start(self.close_when_asked())

    def come_back(self) -> None:
        """Show what was closed while it was saving: something is to be decided."""
        if self.isHidden() and self.flow.state is not FormState.ENDED:
            self.show()
            self.raise_()
            self.activateWindow()

    async def close_when_asked(self, *, keeps: bool = True) -> bool:
        """Close, after asking what becomes of what was typed; False when the form stays: a person goes back to it, or
        it could not be saved. Without `keeps` no draft is offered, since it would not last.

        Something else that is being asked about this form is answered first."""
        if self._show_dialog():
            return False
        self.keeper.change(self.body.values())
        if not self.keeper.dirty:
            closing = Closing.KEEP
        else:
            closing = await ask_to_close(self, self.item, keeps=keeps)
        if self.flow.ended:  # under the question
            return True
        if closing is Closing.SAVE:
            self.foot.another.setChecked(False)
            self.save()
            await self.flow.answered()
            if self.flow.state is FormState.CHECKING:
                self.end()
            return self.flow.ended
        if closing is Closing.BACK:
            return False
        if closing is Closing.KEEP and not await self.keep_draft() and not await self._close_without_keeping():
            return False
        if closing is Closing.DISCARD:
            try:
                await self.keeper.discard()
            except StoreError as error:
                await tell_not_discarded(self, error)
        self.end()
        return True

    async def _close_without_keeping(self) -> bool:
        """It cannot be kept: whether the form is to close all the same."""
        return not self.keeper.dirty or await ask_to_lose(self, self.item, self.note.not_kept)

    async def keep_draft(self) -> bool:
        """Keep what is typed on the disk now; False, with the reason said, when that is impossible."""
        if self.flow.state is not FormState.EDITING:
            return True  # it is on the disk, and must stay there as it is
        self.keeper.change(self.body.values())
        return await self.keeper.flush()

    def end(self) -> None:
        """Close without asking; what is kept stays kept."""
        if self.flow.state is FormState.ENDED:
            return
        self.keeper.stop()
        self.note.end()
        self.inputs.end()
        self.flow.end()
        for dialog in self._dialogs():
            dialog.reject()
        super().reject()
        self.ended.emit()

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        """The fields for the kind of item, and the buttons; again when an edit has become a new contact."""
        item = self.item
        self.inputs = FormInputs(self._session, item, self)
        self.inputs.contact_requested.connect(self.contact_requested)
        self.inputs.replace_requested.connect(lambda: self.replace_requested.emit(self.item))
        self.body = FormBody(self.inputs.inputs, item.purpose)
        self.inputs.place_hints(self.body)
        self.body.set_values(item.values)
        self.body.edited.connect(self._on_edited)
        self.checks = FormChecks(self.body, self.banner, self.body)
        self._scroll.setWidget(self.body)  # which ends the one before
        self.foot = FormFoot(new=item.purpose is Purpose.CREATE)
        self.foot.save_pressed.connect(self.save)
        self.foot.close_pressed.connect(self.reject)
        self._layout.addWidget(self.foot)
        self._retitle()
        self.note.renew()

    def build_anew(self) -> None:
        """Build it again for what the piece of work is now."""
        foot = self.foot
        self.inputs.end()
        self._layout.removeWidget(foot)
        foot.hide()
        foot.deleteLater()
        self._build()
        self.body.go_to(Field.NAME)  # where the focus was is gone

    def _retitle(self) -> None:
        if self.item.kind is WorkKind.EDIT and self.item.base is not None:
            self.setWindowTitle(self.tr("Edit {name}").format(name=self.item.base.name))
        else:
            self.setWindowTitle(self.tr("New contact"))

    def _add_keys(self) -> None:
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Save), self.save),
            (QKeySequence("Ctrl+Return"), self.save),
            (QKeySequence("Ctrl+Enter"), self.save),
            (QKeySequence("F8"), lambda: self.checks.step(True)),
            (QKeySequence("Shift+F8"), lambda: self.checks.step(False)),
        ):
            QShortcut(keys, self).activated.connect(act)

    # -- what happens ----------------------------------------------------------------------------------------

    def _on_edited(self, _field: Field) -> None:
        self.keeper.change(self.body.values())

    def _on_state_changed(self, state: FormState) -> None:
        if state is FormState.ENDED:
            return
        editing = state is FormState.EDITING
        if not editing:
            focus = QApplication.focusWidget()
            self._had_focus = focus if focus is not None and self.isAncestorOf(focus) else None
        self.body.setEnabled(editing)
        self.foot.set_state(editing=editing, can_save=editing)
        if editing and self._had_focus is not None:
            if self.body.isAncestorOf(self._had_focus):
                self._had_focus.setFocus()
            self._had_focus = None
        if state is FormState.CHECKING and not self.banner.isVisibleTo(self):
            self._results.tell(lambda: messages.checking_notice(self.item))
        self.note.renew()
        if state is FormState.SAVING:
            self.note.announce()

    def _dialogs(self) -> list[QDialog]:
        """What stands open over this window."""
        return [dialog for dialog in self.findChildren(QDialog) if dialog.isVisible()]

    def _show_dialog(self) -> bool:
        """Bring what stands open over this window to the front, the last one opened; whether there is anything."""
        dialogs = self._dialogs()
        if dialogs:
            dialogs[-1].raise_()
            dialogs[-1].activateWindow()
        return bool(dialogs)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        pressing = QApplication.mouseButtons() != Qt.MouseButton.NoButton  # what is pressed must stay under the mouse
        if now is not None and self.body.isAncestorOf(now) and not pressing:
            self._scroll.ensureWidgetVisible(now, 0, theme.current().height() * 2)

    # -- Qt --------------------------------------------------------------------------------------------------

    def setVisible(self, visible: bool) -> None:
        opening = visible and self._fresh
        super().setVisible(visible)
        if opening:  # QDialog has gone to the first field, and selected everything in it
            self._fresh = False
            self.body.go_to(Field.NAME)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()
            self.note.renew()
            self.checks.retranslate()
