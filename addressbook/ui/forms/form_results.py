"""Shows in a form what became of saving it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import FormValues
from addressbook.domain.work import WorkKind
from addressbook.errors import AddressBookError
from addressbook.services.save_results import Absent, Clashed, Gone, Outcome, Refused, Saved, SaveResult, Unknown
from addressbook.ui.forms import form_messages as messages
from addressbook.ui.forms.conflict_dialog import ConflictDialog
from addressbook.ui.open_session import OpenSession
from addressbook.ui.texts import explain
from addressbook.ui.widgets.banner import Button
from addressbook.ui.widgets.plain import announce

if TYPE_CHECKING:
    from addressbook.ui.forms.contact_form import ContactForm


class FormResults(QObject):
    """Hears how the saving of `form` ends, and brings the form back when something is to be decided."""

    def __init__(self, session: OpenSession, form: ContactForm) -> None:
        super().__init__(form)
        self._session, self._form = session, form
        self._base_since: datetime | None = None  # when the base was read, if that was after the item was begun
        form.flow.came.connect(self._on_came)
        form.flow.failed.connect(self._on_failed)

    def tell(self, notice: Callable[[], messages.Notice], buttons: Callable[[], list[Button]] = list) -> None:
        """Show a notice in the banner; it is made anew in another language."""
        banner = self._form.banner

        def show() -> None:
            told = notice()
            banner.show_info(told.title, told.text, buttons(), icon=told.icon, kind=told.kind)

        banner.say(show)

    # -- inside ----------------------------------------------------------------------------------------------

    def _on_failed(self, error: AddressBookError) -> None:
        self._form.come_back()
        banner = self._form.banner
        banner.say(lambda: banner.show_explanation(explain(error)))

    def _on_came(self, result: SaveResult | Outcome) -> None:
        form = self._form
        if isinstance(result, Saved):
            self._on_saved(result)
            return
        if isinstance(result, Unknown) and form.isHidden():
            form.end()  # it was closed while it was saving: it is found under Unfinished
            return
        form.come_back()
        kept = self._session.work.item(result.item.id)
        if kept is not None:  # it was noted before it was sent, whether or not it had been kept while typing
            form.note.kept(kept.changed_at)
        match result:
            case Refused():
                if result.item.purpose is not form.body.purpose:  # it was made meanwhile: an edit of it now
                    form.build_anew()
                self._show_refusal(result)
            case Clashed():
                self._show_clash(result)
            case Gone():
                form.build_anew()
                self.tell(lambda: messages.gone_notice(result))
            case Absent():
                self.tell(lambda: messages.absent_notice(result), lambda: [(self.tr("Save a&gain"), form.save)])
            case Unknown():
                self.tell(lambda: messages.checking_notice(result.item))

    def _on_saved(self, saved: Saved) -> None:
        form = self._form
        announce(form, messages.saved_sentence(saved))
        form.saved.emit(saved)
        if not (form.foot.another.isChecked() and not form.isHidden() and saved.item.kind is WorkKind.CREATE):
            form.end()
            return
        kept = messages.kept_for_another(saved.item.values)
        form.keeper.begin_anew(self._session.work.new(WorkKind.CREATE, kept))
        form.note.kept(None)
        form.build_anew()
        form.foot.another.setChecked(True)
        self.tell(lambda: messages.added_notice(saved))

    def _show_refusal(self, refused: Refused) -> None:
        form = self._form

        def show() -> None:
            buttons: list[Button] = []
            if refused.existing:
                buttons.append((self.tr("O&pen that contact"), lambda: form.contact_requested.emit(refused.existing)))
            form.banner.show_explanation(messages.refusal(refused), buttons)

        form.banner.say(show)
        if refused.field is not None:
            form.checks.refuse(refused.field, lambda: messages.refusal_text(refused))

    def _show_clash(self, clashed: Clashed) -> None:
        form = self._form
        dialog = ConflictDialog(
            self._session, clashed.item, clashed.theirs, clashed.merge, since=self._base_since, parent=form
        )
        dialog.chosen.connect(lambda values: self._save_chosen(clashed.theirs, dialog.opened_at, values))
        dialog.rejected.connect(lambda: self.tell(lambda: messages.clashed_notice(form.item)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_chosen(self, theirs: Contact, read_at: datetime, values: FormValues) -> None:
        """Save what was chosen between two versions; it is compared anew with what the server has by then."""
        form = self._form
        self._base_since = read_at
        form.keeper.take(replace(form.item, base=theirs, values=values))
        form.body.set_values(values)
        form.save()
