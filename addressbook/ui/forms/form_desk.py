"""Opens the forms of a book: one for each piece of work, found again when it is asked for twice."""

from __future__ import annotations

import asyncio
import logging

from PySide6.QtCore import QCoreApplication, QObject, QRect, Signal
from PySide6.QtWidgets import QDialog, QWidget

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import FormValues, values_of
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import AddressBookError, StoreError
from addressbook.services.save_results import Saved
from addressbook.settings import SettingsFile
from addressbook.ui import theme
from addressbook.ui.dialogs.message import Choice, ask, tell_error
from addressbook.ui.forms.closing import ClosingAll, ask_to_close_all
from addressbook.ui.forms.contact_form import FIRST_SIZE, ContactForm
from addressbook.ui.forms.country_list import country_list
from addressbook.ui.forms.form_messages import name_of, saved_notice
from addressbook.ui.forms.form_state import FormState
from addressbook.ui.open_session import OpenSession
from addressbook.ui.tasks import Tasks
from addressbook.ui.times import clock

log = logging.getLogger(__name__)

USUAL_COUNTRY = "86"  # of an empty book
ANSWER_SECONDS = 0.6  # a person who quits gets the answer to a save that comes at once, and waits for no other


class FormDesk(QObject):
    """The forms of one session. `window` is the one they open over; they are windows of their own, so that the book can
    be read meanwhile.

    `contact_saved` carries the Saved of a contact that was added or changed, `told` a Notice that stays to be read
    once the form has closed, `open_contact` the userid of a contact to be shown in the book, `replace_requested` the
    item of an edit whose phone number is to be replaced, `forms_changed` that a form was opened or has closed.
    """

    contact_saved = Signal(Saved)
    told = Signal(object)  # Callable[[], Notice]: the words in the language of the moment
    open_contact = Signal(str)
    replace_requested = Signal(WorkItem)
    forms_changed = Signal()

    def __init__(self, session: OpenSession, settings: SettingsFile, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._forms: list[ContactForm] = []
        self._tasks = Tasks(self)

    # -- what the window calls -------------------------------------------------------------------------------

    @property
    def open_forms(self) -> tuple[ContactForm, ...]:
        """The forms that are open, the oldest first."""
        return tuple(self._forms)

    def new_contact(self, values: FormValues | None = None) -> None:
        """Open an empty form, or one with `values`; with what the settings let it keep of the contact made last."""
        self._tasks.start(self._open_new(values))

    def edit(self, contact: Contact) -> None:
        """Open the form of a contact, or the draft that there is of it, which then says so."""
        for form in self._forms:
            if form.item.kind is WorkKind.EDIT and form.item.userid == contact.userid:
                self._raise(form)
                return
        for item in self._session.work.items():
            if item.kind is WorkKind.EDIT and item.userid == contact.userid:
                self._tell_draft(self._open(item), contact)
                return
        self._open(self._session.work.new(WorkKind.EDIT, values_of(contact), base=contact))

    def resume(self, item: WorkItem) -> None:
        """Open the form of unfinished work, CREATE or EDIT."""
        for form in self._forms:
            if form.item.id == item.id:
                self._raise(form)
                return
        self._open(item)

    def form_of(self, item_id: str) -> ContactForm | None:
        """The open form of a piece of work."""
        return next((form for form in self._forms if form.item.id == item_id), None)

    async def close_all(self, *, ask: bool = True, keeps: bool = True) -> bool:
        """Close all forms, before the book is closed; False when a person goes back to one, or a draft cannot be kept.

        With `ask` each form in which something was typed asks what becomes of it, several of them after one question
        about all, and a save that is under way gets a moment to tell its result; without, all are kept as drafts.
        Without `keeps`, drafts end with the book, and none is offered.
        """
        if not ask:
            return await self._keep_all()
        changed = self._changed_forms()
        if keeps and len(changed) > 1 and not any(_is_asked_about(form) for form in changed):
            closing = await ask_to_close_all(self._window, len(changed))
            if closing is ClosingAll.BACK:
                return False
            if closing is ClosingAll.KEEP:
                await self._keep_changed()
        while form := next((form for form in self._forms if form.flow.state is FormState.EDITING), None):
            self._raise(form)
            if not await form.close_when_asked(keeps=keeps):
                return False
        return await self._end_sent()

    def _changed_forms(self) -> list[ContactForm]:
        """The forms about which `close_when_asked` would ask."""
        editing = [form for form in self._forms if form.flow.state is FormState.EDITING]
        for form in editing:
            form.keeper.change(form.body.values())
        return [form for form in editing if form.keeper.dirty]

    async def _keep_changed(self) -> None:
        """What cannot be kept stays open, to be asked about by itself."""
        for form in self._changed_forms():
            if await form.keep_draft() and form.flow.state is FormState.EDITING:
                form.end()

    async def _keep_all(self) -> bool:
        kept = True
        for form in self.open_forms:
            if await form.keep_draft():
                form.end()
            else:
                kept = False
        return kept

    async def _end_sent(self) -> bool:
        """Once nothing else keeps the book open. What was sent is on the disk, and is found out later at the latest;
        but a person who is still here is told what is to be mended."""
        sent = [(form, form.item.id) for form in self.open_forms]
        await asyncio.gather(*(form.flow.answered(ANSWER_SECONDS) for form, _ in sent))
        stays = False
        for form, item_id in sent:
            if form.flow.state is FormState.EDITING and form.item.id == item_id:
                self._raise(form)
                stays = True
            else:
                form.end()
        return not stays

    # -- inside ----------------------------------------------------------------------------------------------

    async def _open_new(self, values: FormValues | None) -> None:
        hint = ""
        if values is None:
            values, hint = await self._first_values()
        self._open(self._session.work.new(WorkKind.CREATE, values), hint)

    async def _first_values(self) -> tuple[FormValues, str]:
        """What a new contact begins with, and what is to be said about it."""
        me = self._session.me
        owner = me.userid if me is not None else ""
        usual = await self._usual_country()
        if not self._settings.values.keep_last_values:
            return FormValues(state_code=usual, follower_user_id=owner), ""
        last = await self._session.work.last_made()
        known = {label.id for group in self._session.book.label_groups() for label in group.labels}
        labels = tuple(label for label in last.label_ids if label in known)
        values = FormValues(
            state_code=last.state_code or usual,
            follower_user_id=last.follower_user_id or owner,
            label_ids=labels,
        )
        if not (labels or last.follower_user_id):
            return values, ""
        return values, QCoreApplication.translate("Forms", "Country, owner and labels are as for your last contact")

    async def _usual_country(self) -> str:
        """The country that most contacts of the book have."""
        try:
            usual = await self._session.book.usual_countries(1)
        except StoreError as error:
            log.info("the usual country is not known: %s", error)
            usual = ()
        return next(iter(usual), USUAL_COUNTRY)

    def _open(self, item: WorkItem, hint: str = "") -> ContactForm:
        country_list().prepare()  # numbers are judged without holding up the typing
        form = ContactForm(self._session, item, hint=hint)
        form.saved.connect(self._on_saved)
        form.ended.connect(lambda: self._on_ended(form))
        form.contact_requested.connect(self._on_contact_requested)
        form.replace_requested.connect(self.replace_requested)
        self._forms.append(form)
        self._place(form)
        form.show()
        self._raise(form)
        if item.kind is WorkKind.CREATE and item.base is not None and item.state is WorkState.DRAFT:
            form.checks.all_well()  # nobody has filled this in: what is missing is said at once
        self.forms_changed.emit()
        return form

    def _tell_draft(self, form: ContactForm, contact: Contact) -> None:
        """Whoever wants to edit a contact is told that this is not what DingTalk has."""

        def show() -> None:
            form.banner.show_info(
                self.tr("This is your draft from {time}, which is not in DingTalk").format(time=begun),
                self.tr("Nobody else sees it before you save."),
                [(self.tr("Discard it and start anew…"), lambda: self._tasks.start(self._start_anew(form, contact)))],
                icon="note",
                filled=False,
            )

        begun = clock(form.item.changed_at)
        if form.flow.state is FormState.EDITING:
            form.banner.say(show)

    async def _start_anew(self, form: ContactForm, contact: Contact) -> None:
        """From what DingTalk has, instead of the draft."""
        chosen = await ask(
            form,
            self.tr("Discard your draft of {name}?").format(name=name_of(form.item)),
            self.tr("What you typed is lost. Nothing changes in DingTalk."),
            (Choice("", self.tr("&Keep it"), filled=True), Choice("discard", self.tr("&Discard"))),
            severity="warning",
        )
        if chosen != "discard" or form.flow.state is not FormState.EDITING:
            return
        try:
            await form.keeper.discard()
        except StoreError as error:
            await tell_error(form, error)
            return
        form.end()
        now = self._session.book.contact(contact.userid)
        self.edit(now if isinstance(now, Contact) else contact)

    def _place(self, form: ContactForm) -> None:
        """In the middle of the window, a little further down for each form that is open, and on the screen."""
        room = self._window.screen().availableGeometry().adjusted(8, 36, -8, -8)
        scale = theme.current().scale()
        size = (FIRST_SIZE * scale).boundedTo(room.size())
        place = QRect(self._window.frameGeometry())
        step = 24 * (len(self._forms) - 1)
        corner = place.center() - QRect(0, 0, size.width(), size.height()).center()
        x = min(max(corner.x() + step, room.left()), room.right() - size.width())
        y = min(max(corner.y() + step, room.top()), room.bottom() - size.height())
        form.setGeometry(x, y, size.width(), size.height())

    @staticmethod
    def _raise(form: ContactForm) -> None:
        form.setWindowState(form.windowState() & ~form.windowState().WindowMinimized)
        form.show()
        form.raise_()
        form.activateWindow()

    def _on_saved(self, saved: Saved) -> None:
        self.contact_saved.emit(saved)
        if saved_notice(saved) is not None:
            self.told.emit(lambda: saved_notice(saved))
        if saved.item.kind is WorkKind.CREATE and self._settings.values.keep_last_values:
            self._tasks.start(self._remember(saved.item.values))

    async def _remember(self, values: FormValues) -> None:
        try:
            await self._session.work.set_last_made(values)
        except AddressBookError as error:  # a convenience: the contact itself is saved
            log.info("the values for the next contact were not kept: %s", error)

    def _on_contact_requested(self, userid: str) -> None:
        self._window.raise_()
        self._window.activateWindow()
        self.open_contact.emit(userid)

    def _on_ended(self, form: ContactForm) -> None:
        self._forms.remove(form)
        form.deleteLater()
        self.forms_changed.emit()


def _is_asked_about(form: ContactForm) -> bool:
    """Whether something stands open over a form, to be answered first."""
    return any(dialog.isVisible() for dialog in form.findChildren(QDialog))
