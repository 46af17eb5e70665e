"""The list of unfinished work: drafts, saves whose outcome is not known, replacements that were interrupted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import AddressBookError
from addressbook.services.events import WorkChanged, WritingAllowed
from addressbook.services.save_results import Clashed, Unknown
from addressbook.services.session_kind import SessionKind
from addressbook.ui import times, unfinished_words
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.dialogs.message import Choice, ask, tell_error
from addressbook.ui.forms.form_desk import FormDesk
from addressbook.ui.open_session import OpenSession
from addressbook.ui.outcome_notices import outcome_notice
from addressbook.ui.tasks import Tasks
from addressbook.ui.unfinished_card import Line, UnfinishedCard
from addressbook.ui.widgets.banner import Banner
from addressbook.ui.widgets.plain import plain_label

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
        self._cards: dict[str, UnfinishedCard] = {}
        self._actions: dict[str, Callable[[str], object]] = {
            "check": self._check,
            "go_on": self._open_replace,
            "continue": self._open_form,
            "repeat": lambda item_id: self._tasks.start(self._repeat(item_id)),
            "discard": lambda item_id: self._tasks.start(self._discard(item_id)),
        }
        self.setWindowTitle(self.tr("Unfinished"))
        self.setAccessibleName(self.tr("Unfinished work"))
        self.body.addWidget(plain_label(self.tr("Unfinished"), kind="head"))
        self._hint = plain_label(kind="muted")
        self.body.addWidget(self._hint)
        self.banner = Banner()
        self.body.addWidget(self.banner)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.buttons.addStretch(1)
        self._close = self.add_button(self.tr("Close"), kind="primary")
        self._close.setAutoDefault(True)  # as the buttons of the cards: Enter presses the one that has the focus
        self._close.clicked.connect(self.accept)
        self._subscriptions = [
            session.events.subscribe(WorkChanged, lambda _: self._show()),
            session.events.subscribe(WritingAllowed, lambda _: self._show()),
        ]
        self.finished.connect(lambda _: self._end())
        self._show()
        self.fit(92)
        first = next((button for card in self.cards for button in card.buttons), self._close)
        first.setFocus()

    # -- what is listed --------------------------------------------------------------------------------------

    @property
    def cards(self) -> list[UnfinishedCard]:
        """What is listed, in order."""
        return list(self._cards.values())

    def _end(self) -> None:
        for unsubscribe in self._subscriptions:
            unsubscribe()
        self._subscriptions = []
        self._tasks.cancel()

    def _show(self) -> None:
        lines = {item.id: self._line(item) for item in self._session.work.items()}
        lines |= {item_id: self._unreadable_line() for item_id in self._session.work.unreadable}
        if not lines:
            self._hint.setText(self.tr("All is done: there are no drafts, and nothing waits for DingTalk."))
        elif self._session.read_only_reason is not None:
            self._hint.setText(self.tr("Contacts cannot be changed now. What is listed here waits until they can."))
        elif self._session.kind is SessionKind.ORGANISATION:
            self._hint.setText(self.tr("Nothing here is lost when you close the program."))
        else:
            self._hint.setText(self.tr("This list ends with the book that is open now."))
        for item_id in [each for each in self._cards if each not in lines]:
            self._take_off(item_id)
        for place, (item_id, line) in enumerate(lines.items()):
            card = self._cards.get(item_id)
            if card is None:
                card = self._cards[item_id] = UnfinishedCard(partial(self._on_pressed, item_id))
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
            card.show_line(line)
        self._cards = {item_id: self._cards[item_id] for item_id in lines}

    def _take_off(self, item_id: str) -> None:
        """It is finished; a focus that it had goes to what stands in its place then."""
        card, focused = self._cards[item_id], self.focusWidget()
        others = self.cards
        place = others.index(card)
        if focused is not None and card.isAncestorOf(focused):
            beside = [*others[place + 1 :], *reversed(others[:place])]
            reachable = [button for other in beside for button in other.buttons[:1]]
            (reachable[0] if reachable else self._close).setFocus(Qt.FocusReason.OtherFocusReason)
        del self._cards[item_id]
        self._list.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _line(self, item: WorkItem) -> Line:
        return Line(
            _ICONS[item.kind],
            unfinished_words.title(item),
            unfinished_words.state(item),
            self.tr(" · ").join(filter(None, (unfinished_words.whose(item), times.ago(item.changed_at)))),
            self._offers(item),
        )

    def _unreadable_line(self) -> Line:
        return Line(
            "error",
            self.tr("Something that cannot be read"),
            self.tr("It was damaged on the disk, or written by a later version of this program."),
            "",
            (("discard", self.tr("Discard…")),),
        )

    def _offers(self, item: WorkItem) -> tuple[tuple[str, str], ...]:
        discard, check = ("discard", self.tr("Discard…")), ("check", self.tr("Check now"))
        allowed = self._session.read_only_reason is None
        if item.state is WorkState.SENDING:
            return (check,)
        if item.kind is WorkKind.REPLACE:
            go_on = (("go_on", self.tr("Go on…")),) if allowed else ()
            return (*go_on, discard) if item.state is WorkState.DRAFT else go_on
        if item.is_uncertain:
            return (check, discard)
        go_on = (("continue", self.tr("Continue")),)
        if item.state is WorkState.ABSENT and allowed:
            return (("repeat", self.tr("Save again")), *go_on, discard)
        return (*go_on, discard)

    # -- what a person does ----------------------------------------------------------------------------------

    def _on_pressed(self, item_id: str, key: str) -> None:
        self._actions[key](item_id)

    def _check(self, _item_id: str) -> None:
        self._session.saving.check_now()
        self.banner.show_info(
            self.tr("DingTalk is asked now"),
            self.tr("This list changes as soon as the answer is here."),
            icon="clock",
        )

    def _open_form(self, item_id: str) -> None:
        item = self._session.work.item(item_id)
        if item is not None:
            self.accept()
            self._desk.resume(item)

    def _open_replace(self, item_id: str) -> None:
        item = self._session.work.item(item_id)
        if item is not None:
            self.accept()
            self._desk.replace_requested.emit(item)

    async def _repeat(self, item_id: str) -> None:
        item = self._session.work.item(item_id)
        if item is None:
            return
        form = self._desk.form_of(item_id)
        if form is not None:  # what stands there now is saved, and what comes of it is told there
            self._open_form(item_id)
            form.save()
            return
        result = await self._session.saving.repeat(item)
        if isinstance(result, Clashed):  # the form shows both versions when it is saved
            self._open_form(item_id)
        elif not isinstance(result, Unknown):
            notice = outcome_notice(result)
            self.banner.show_info(notice.title, notice.text, icon=notice.icon, kind=notice.kind)

    async def _discard(self, item_id: str) -> None:
        item = self._session.work.item(item_id)
        if item is None:
            question = self.tr("A later version of this program may be able to read it.")
            if await self._sure(self.tr("Something that cannot be read"), question):
                await self._session.work.forget(item_id)
        else:
            about = self.tr(" · ").join(filter(None, (unfinished_words.title(item), unfinished_words.whose(item))))
            if not await self._sure(about, unfinished_words.discard_question(item)):
                return
            await self._throw_away(item)

    async def _throw_away(self, asked: WorkItem) -> None:
        item = self._session.work.item(asked.id)
        if item is None:
            return  # it was finished while the question stood there
        if item.state is not asked.state:
            self._show()  # what was asked is no longer so
            return
        if item.kind in _FORMS:
            await self._session.saving.discard(item)
        elif item.kind is WorkKind.DELETE:
            await self._session.deleting.discard(item)
        else:
            await self._session.work.forget(item.id)
        form = self._desk.form_of(item.id)
        if form is not None:
            form.end()

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
