"""What stands beside the buttons of a form: what is under way, what stands in the way, or how the draft is kept."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from addressbook.errors import AddressBookError
from addressbook.services.events import LoadProgress, LoadState, WritingAllowed
from addressbook.ui.forms.form_state import FormState
from addressbook.ui.open_session import OpenSession
from addressbook.ui.texts import explain
from addressbook.ui.times import clock
from addressbook.ui.widgets.plain import announce

if TYPE_CHECKING:
    from addressbook.ui.forms.contact_form import ContactForm


class FormNote(QObject):
    """Follows the keeper and the saving of `form`; `hint` is what is said while there is nothing else to say."""

    def __init__(self, session: OpenSession, form: ContactForm, hint: str) -> None:
        super().__init__(form)
        self._session, self._form, self._hint = session, form, hint
        self._kept_at: datetime | None = None
        self.not_kept: AddressBookError | None = None
        form.keeper.kept.connect(self.kept)
        form.keeper.failed.connect(self._on_not_kept)
        form.flow.slowed_changed.connect(self._on_slowed)
        self._subscriptions = (
            session.events.subscribe(LoadProgress, lambda _: self.renew()),
            session.events.subscribe(WritingAllowed, lambda _: self.renew()),
        )

    def end(self) -> None:
        """The form is done with: hear nothing more."""
        for unsubscribe in self._subscriptions:
            unsubscribe()

    def kept(self, at: datetime | None) -> None:
        """The draft was kept; None: nothing is kept yet."""
        self._kept_at, self.not_kept = at, None
        self.renew()

    def announce(self) -> None:
        """Let screen readers say it."""
        announce(self._form, self._form.foot.note.accessibleName())

    def renew(self) -> None:
        """Say what is to be said now, in the language of now."""
        state, foot = self._form.flow.state, self._form.foot
        if state is FormState.SAVING:
            slowed = self.tr("DingTalk asks us to slow down. Saving goes on by itself…")
            foot.say(slowed if self._form.flow.slowed else self.tr("Saving…"))
        elif state is FormState.CHECKING:
            foot.say(self.tr("Checking whether it was saved…"))
        elif self.not_kept is not None:
            foot.say(self.tr("Not kept as a draft: {reason}").format(reason=explain(self.not_kept).title), warn=True)
        elif self._session.read_only_reason is not None:
            foot.say(self.tr("Contacts cannot be changed now. You can read and copy what stands here."), warn=True)
        elif self._session.book.progress.state is LoadState.OFFLINE:
            foot.say(self.tr("Offline: save when DingTalk answers again. What you type is kept as a draft."), warn=True)
        elif self._kept_at is not None:
            foot.say(self.tr("Draft kept {time}").format(time=clock(self._kept_at)))
        else:
            foot.say(self._hint)

    def _on_not_kept(self, error: AddressBookError) -> None:
        if self.not_kept is None:
            announce(self._form, explain(error).title, urgent=True)
        self.not_kept = error
        self.renew()

    def _on_slowed(self, slowed: bool) -> None:
        self.renew()
        if slowed:
            self.announce()
