"""The list of unfinished work: drafts, saves whose outcome is not known, replacements that were interrupted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import AddressBookError
from addressbook.services.events import WorkChanged
from addressbook.ui import icons, theme, times, unfinished_words
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.dialogs.message import Choice, ask, tell_error
from addressbook.ui.forms.form_desk import FormDesk
from addressbook.ui.open_session import OpenSession
from addressbook.ui.tasks import Tasks
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import empty_layout, push_button

Button = tuple[str, Callable[[], object]]

_ICONS = {
    WorkKind.CREATE: "plus",
    WorkKind.EDIT: "edit",
    WorkKind.REPLACE: "phone",
    WorkKind.DELETE: "trash",
}
_FORMS = (WorkKind.CREATE, WorkKind.EDIT)


class UnfinishedDialog(Dialog):
    """Follows the work while it is open; what is opened from it closes it."""

    def __init__(self, session: OpenSession, desk: FormDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._desk = session, desk
        self._tasks = Tasks(self, self._on_failed)
        self.setWindowTitle(self.tr("Unfinished"))
        self.setAccessibleName(self.tr("Unfinished work"))
        self.body.addWidget(plain_label(self.tr("Unfinished"), kind="head"))
        self._hint = plain_label(kind="muted")
        self.body.addWidget(self._hint)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.buttons.addStretch(1)
        close = self.add_button(self.tr("Close"), kind="primary", default=True)
        close.clicked.connect(self.accept)
        self._unsubscribe = session.events.subscribe(WorkChanged, lambda _: self._show())
        self.finished.connect(lambda _: self._unsubscribe())
        self._show()
        self.fit(92)
        close.setFocus()

    # -- what is listed --------------------------------------------------------------------------------------

    def _show(self) -> None:
        had_focus = self.focusWidget()
        name = had_focus.accessibleName() if had_focus is not None else ""
        empty_layout(self._list)
        items, unreadable = self._session.work.items(), self._session.work.unreadable
        if items or unreadable:
            self._hint.setText(self.tr("Nothing here is lost when you close the program."))
        else:
            self._hint.setText(self.tr("All is done: there are no drafts, and nothing waits for DingTalk."))
        for item in items:
            self._add(
                _ICONS[item.kind],
                unfinished_words.title(item),
                unfinished_words.state(item),
                times.ago(item.changed_at),
                self._offers(item),
            )
        for item_id in unreadable:
            self._add(
                "error",
                self.tr("Something that cannot be read"),
                self.tr("It was damaged on the disk, or written by a later version of this program."),
                "",
                [(self.tr("Discard…"), lambda item_id=item_id: self._tasks.start(self._discard_unreadable(item_id)))],
            )
        self._restore_focus(name)

    def _restore_focus(self, name: str) -> None:
        for button in self.findChildren(QWidget):
            if name and button.accessibleName() == name and button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _add(self, icon: str, title: str, state: str, when: str, offers: list[Button]) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setAccessibleName(title)
        card.setAccessibleDescription(state)
        mark = QLabel()
        mark.setPixmap(icons.pixmap(icon, theme.current().px(20), "muted", self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(plain_label(title, kind="strong"))
        words.addWidget(plain_label(state))
        if when:
            words.addWidget(plain_label(when, kind="caption"))
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for text, act in offers:
            button = push_button(text, act, "small")
            button.setAccessibleName(self.tr("{what}: {about}").format(what=text.rstrip("…"), about=title))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._list.addWidget(card)

    def _offers(self, item: WorkItem) -> list[Button]:
        discard: Button = (self.tr("Discard…"), lambda: self._tasks.start(self._discard(item)))
        check: Button = (self.tr("Check now"), self._session.saving.check_now)
        if item.kind is WorkKind.DELETE:
            return [check]
        if item.kind is WorkKind.REPLACE:
            go_on: Button = (self.tr("Go on…"), lambda: self._open_replace(item))
            return [go_on, discard] if item.state is WorkState.DRAFT else [go_on]
        if item.is_uncertain:
            return [check, discard]
        offers: list[Button] = [discard]
        if self._session.read_only_reason is None:
            offers.insert(0, (self.tr("Continue"), lambda: self._open_form(item)))
            if item.state is WorkState.ABSENT:
                offers.insert(0, (self.tr("Save again"), lambda: self._tasks.start(self._repeat(item))))
        return offers

    # -- what a person does ----------------------------------------------------------------------------------

    def _open_form(self, item: WorkItem) -> None:
        self.accept()
        self._desk.resume(item)

    def _open_replace(self, item: WorkItem) -> None:
        self.accept()
        self._desk.replace_requested.emit(item)

    async def _repeat(self, item: WorkItem) -> None:
        await self._session.saving.repeat(item)

    async def _discard(self, item: WorkItem) -> None:
        if not await self._sure(unfinished_words.title(item), unfinished_words.discard_question(item)):
            return
        form = self._desk.form_of(item.id)
        if form is not None:
            form.end()
        if item.kind in _FORMS:
            await self._session.saving.discard(item)
        else:
            await self._session.work.forget(item.id)

    async def _discard_unreadable(self, item_id: str) -> None:
        question = self.tr("A later version of this program may be able to read it.")
        if await self._sure(self.tr("Something that cannot be read"), question):
            await self._session.work.forget(item_id)

    async def _sure(self, about: str, question: str) -> bool:
        chosen = await ask(
            self,
            self.tr("Discard this? {about}").format(about=about),
            question,
            (Choice("", self.tr("Keep it"), filled=True), Choice("discard", self.tr("Discard"))),
            severity="warning",
        )
        return chosen == "discard"

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, AddressBookError):
            raise error
        self._tasks.start(tell_error(self, error))
