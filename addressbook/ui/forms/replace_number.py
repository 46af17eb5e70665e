"""The guide to another phone number: a new contact is made with it, then the old one is deleted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from addressbook.domain.contact import Contact
from addressbook.domain.fields import Field, Purpose
from addressbook.domain.form_values import FormValues
from addressbook.domain.keys import phone_key
from addressbook.domain.text import clean
from addressbook.domain.validation import Severity, check
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import AddressBookError, StoreError
from addressbook.services.events import WorkSettled
from addressbook.services.save_results import (
    Absent,
    Changed,
    Clashed,
    Deleted,
    Gone,
    Refused,
    Saved,
    Undone,
    Unknown,
)
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.dialogs.message import tell_error
from addressbook.ui.forms import replace_words as words
from addressbook.ui.forms.conflict_dialog import ConflictDialog
from addressbook.ui.forms.contact_form import ContactForm
from addressbook.ui.forms.country_list import country_list
from addressbook.ui.forms.draft_keeper import DraftKeeper
from addressbook.ui.forms.duplicate_watch import Duplicate, DuplicateWatch
from addressbook.ui.forms.form_messages import Notice, name_of, refusal_text
from addressbook.ui.forms.problem_words import problem_text
from addressbook.ui.forms.replace_parts import ReplaceParts
from addressbook.ui.open_session import OpenSession
from addressbook.ui.tasks import Tasks
from addressbook.ui.texts import explain
from addressbook.ui.widgets.banner import Banner, Button
from addressbook.ui.widgets.plain import announce, plain_label

_NUMBER = (Field.PHONE, Field.COUNTRY)
_WIDTH = 76  # letters


class ReplaceGuide(Dialog):
    """One replacement, from wherever it stands; closing it leaves it there, under Unfinished.

    `has_moved`: the new contact holds what was typed in the form that it was opened from, which is needed no more.
    `contact_requested` asks for a contact to be shown in the book.
    """

    contact_requested = Signal(str)

    def __init__(self, session: OpenSession, item: WorkItem, edit: WorkItem | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._edit = session, edit
        self._tasks = Tasks(self, self._on_failed)
        self._busy = self._done = self.has_moved = False
        self.keeper = DraftKeeper(session.work, item, self)
        self.keeper.failed.connect(self._on_not_kept)
        self._early: WorkSettled | None = None
        title = self.tr("Replace the number of {name}").format(name=name_of(item))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.banner = Banner()
        self.body.addWidget(plain_label(title, kind="head"))
        self.body.addWidget(self.banner)
        self.parts = ReplaceParts(session, item)
        self.frame, self.phone = self.parts.frame, self.parts.phone
        self.phone.changed.connect(self._on_typed)
        self.phone.left.connect(self._judge)
        self.parts.hint.open_requested.connect(self.contact_requested)
        self.body.addWidget(self.parts)
        self.body.addStretch(1)
        self._add_buttons()
        self._watch = DuplicateWatch(session, self, but=item.userid)
        self._watch.found.connect(self._on_found)
        self._unsubscribe = session.events.subscribe(WorkSettled, self._on_settled)
        self.finished.connect(lambda _: self._end())
        self._show_state()
        if self.item.is_uncertain:
            self._tell(words.checking(self.item))
        self.fit(_WIDTH)

    @property
    def item(self) -> WorkItem:
        """The piece of work as it stands."""
        return self.keeper.item

    @property
    def _typing(self) -> bool:
        """Whether the number is still to be filled in."""
        return self.item.state in (WorkState.DRAFT, WorkState.ABSENT) and not self._done

    def reject(self) -> None:
        """Close it; what was typed is kept first."""
        if self._typing and not self._busy:
            self._tasks.start(self._keep_and_close())
        else:
            super().reject()

    # -- building --------------------------------------------------------------------------------------------

    def _add_buttons(self) -> None:
        self.undo = self._button(self.tr("&Undo: delete the new contact"), self._on_undo)
        self.check = self._button(self.tr("&Check now"), self._session.saving.check_now)
        self.buttons.addStretch(1)
        self.later = self._button("", self.reject)
        self.make = self._button(self.tr("&Make the new contact"), self._on_make, primary=True)
        self.delete = self._button(self.tr("&Delete the old contact"), self._on_finish, primary=True)

    def _button(self, text: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
        button = self.add_button(text, kind="primary" if primary else "")
        button.clicked.connect(lambda: act())
        return button

    # -- what is shown ---------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        """Fields and buttons for how far it is."""
        state = self.item.state
        typing = self._typing
        copied = state is WorkState.COPIED and not self._done
        self.parts.show_state(self.item, typing=typing, copied=copied)
        for widget, shown in (
            (self.make, typing),
            (self.delete, copied),
            (self.undo, copied),
            (self.check, self.item.is_uncertain and not self._busy and not self._done),
        ):
            widget.setVisible(shown)
        self.later.setText(self.tr("C&lose") if self._done or typing else self.tr("&Later"))
        self.parts.frame.setEnabled(not self._busy)
        for button in (self.make, self.delete, self.undo):
            button.setEnabled(not self._busy)
        if typing and not self._busy:
            self.phone.focus_first()
        elif not self._busy:
            self.later.setFocus()  # what deletes is pressed on purpose

    def _tell(self, notice: Notice, buttons: Sequence[Button] = ()) -> None:
        self.banner.show_info(notice.title, notice.text, buttons, icon=notice.icon, kind=notice.kind, filled=False)

    def _judge(self) -> bool:
        """Say what is wrong with the number; whether it may be tried."""
        values = self.item.values
        found = [problem for problem in check(values, Purpose.CREATE) if problem.field in _NUMBER]
        base = self.item.base
        if (
            not found
            and base is not None
            and _key(values.state_code, values.mobile) == _key(base.state_code, base.mobile or "")
        ):
            self.frame.set_problem(self.tr("This is the number that the contact has now."))
            return False
        worst = next((problem for problem in found if problem.severity is Severity.ERROR), next(iter(found), None))
        if worst is None:
            self.frame.set_problem("")
            return True
        self.frame.set_problem(problem_text(worst), "error" if worst.severity is Severity.ERROR else "warn")
        return worst.severity is not Severity.ERROR

    # -- what a person does ----------------------------------------------------------------------------------

    def _on_typed(self) -> None:
        state_code, mobile = self.phone.value()
        self.keeper.change(replace(self.item.values, state_code=state_code, mobile=mobile))
        self.frame.set_problem("")
        self._watch.look(state_code=state_code, mobile=mobile)

    def _on_found(self, duplicates: Sequence[Duplicate]) -> None:
        """The new contact, once it is made, has the number itself and is no warning."""
        self.parts.hint.show_duplicates(duplicates if self._typing and not self._busy else ())

    def _on_make(self) -> None:
        if not self._judge():
            self.phone.focus_first()
            announce(self, self.frame.problem, urgent=True)
            self.fit(_WIDTH)
            return
        others = [
            problem
            for problem in check(self.item.values, Purpose.CREATE)
            if problem.field not in _NUMBER and problem.severity is Severity.ERROR
        ]
        if others:  # an old contact may lack what a new one must have
            self._tell(
                Notice(
                    self.tr("A new contact needs more than this one has"),
                    self.tr("{problem} Close this window and mend it in the form first.").format(
                        problem=problem_text(others[0])
                    ),
                    "error",
                    "error",
                )
            )
            return
        self.keeper.stop()
        item = self.item
        if item.kind is WorkKind.CREATE:
            self._begin(self._session.saving.save(item), self.tr("Making the new contact…"))
        else:
            self._begin(self._session.replacing.make_copy(item), self.tr("Making the new contact…"))

    def _on_finish(self) -> None:
        self._begin(self._session.replacing.finish(self.item), self.tr("Deleting the old contact…"))

    def _on_undo(self, *, anyway: bool = False) -> None:
        self._begin(self._session.replacing.undo(self.item, anyway=anyway), self.tr("Deleting the new contact again…"))

    def _carry_over(self, now: Contact, chosen: FormValues | None = None) -> None:
        step = self._session.replacing.carry_over(self.item, now, chosen)
        self._begin(step, self.tr("Bringing the changes over…"))

    async def _keep_and_close(self) -> None:
        if await self.keeper.flush():
            super().reject()

    # -- steps and what comes of them ------------------------------------------------------------------------

    def _begin(self, step: Awaitable[Any], doing: str) -> None:
        self._busy = True
        self._early = None
        self._tell(Notice(doing, "", "info", "clock"))
        self._show_state()
        announce(self, doing)
        self._tasks.start(self._run(step))

    async def _run(self, step: Awaitable[Any]) -> None:
        try:
            result = await step
        finally:
            self._busy = False
        early = self._early
        if isinstance(result, Unknown) and early is not None:
            result = early.outcome
        self._take(result)

    def _take(self, result: Any) -> None:
        was_there = self.item.state is WorkState.COPIED
        self.keeper.take(result.item)
        if isinstance(result, Deleted) or (isinstance(result, Saved) and result.item.kind is WorkKind.CREATE):
            self._done = True
        self._show_state()
        match result:
            case Saved() if self._done:
                self._tell(Notice(self.tr("The contact was added with the new number"), "", "ok", "check"))
                self._move()
            case Saved() if was_there:
                self._tell(words.carried())
            case Saved():
                self._tell(words.copied())
                self._move()
            case Deleted():
                self._tell(words.done(result))
            case Undone():
                self._tell(words.undone(result.item))
            case Absent():
                self._tell(words.absent(result, was_there=was_there))
            case Gone():
                self._tell(words.gone(result.item))
            case Unknown():
                self._tell(words.checking(result.item))
            case Refused():
                self._refused(result)
            case Clashed():
                self._choose(result, was_there)
            case Changed() if result.now.userid == result.item.userid:
                text = self.tr("&Bring it over") if words.carried_fields(result) else self.tr("&Go on without it")
                self._tell(words.old_changed(result), [(text, lambda: self._carry_over(result.now))])
                self.parts.set_email(result.now.email)
            case Changed():
                self._tell(
                    words.new_changed(), [(self.tr("Delete it &all the same"), lambda: self._on_undo(anyway=True))]
                )
        self.fit(_WIDTH)

    def _refused(self, refused: Refused) -> None:
        self.banner.show_explanation(explain(refused.error))
        if refused.field in _NUMBER and self.frame.isVisibleTo(self):
            self.frame.set_problem(refusal_text(refused))

    def _choose(self, clashed: Clashed, carrying: bool) -> None:
        dialog = ConflictDialog(self._session, clashed.item, clashed.theirs, clashed.merge, parent=self)
        dialog.chosen.connect(lambda values: self._on_chosen(clashed.theirs, values, carrying))
        dialog.rejected.connect(self.banner.clear)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, theirs: Contact, values: FormValues, carrying: bool) -> None:
        if carrying:
            self._carry_over(theirs, values)
            return
        state_code, mobile = self.phone.value()
        values = replace(values, state_code=state_code, mobile=mobile)
        self.keeper.take(replace(self.item, base=theirs, values=values))
        self._on_make()

    def _move(self) -> None:
        """The new contact holds what was typed in the form that this began from."""
        edit, self._edit = self._edit, None
        if edit is not None:
            self.has_moved = True
            self._tasks.start(self._session.work.forget(edit.id))

    def _on_settled(self, event: WorkSettled) -> None:
        if event.outcome.item.id != self.item.id or self._done:
            return
        if self._busy:
            self._early = event
        else:
            self._take(event.outcome)

    def _on_not_kept(self, error: StoreError) -> None:
        self.banner.show_explanation(explain(error))

    def _on_failed(self, error: BaseException) -> None:
        self._show_state()
        if not isinstance(error, AddressBookError):
            raise error
        self._tasks.start(tell_error(self, error))

    def _end(self) -> None:
        """Hear and ask nothing more."""
        self._unsubscribe()
        self._watch.end()
        self.keeper.stop()


def open_replace(session: OpenSession, item: WorkItem, parent: QWidget) -> ReplaceGuide:
    """Open the guide for an edit, with what was changed in its form, or for a replacement that was begun.

    An edit's `parent` is its form, which ends with the guide once the new contact holds what was typed there.
    """
    country_list().prepare()
    edit = item if item.kind is WorkKind.EDIT else None
    if edit is not None:
        item = _replacement(session, edit)
    guide = ReplaceGuide(session, item, edit, parent)
    if isinstance(parent, ContactForm):
        guide.finished.connect(lambda _: parent.end() if guide.has_moved else None)
    guide.finished.connect(guide.deleteLater)
    guide.open()
    return guide


def _replacement(session: OpenSession, edit: WorkItem) -> WorkItem:
    """The replacement that was begun for the contact of an edit, or a new one."""
    begun = [item for item in session.work.items() if item.kind is WorkKind.REPLACE and item.userid == edit.userid]
    if begun and begun[0].state is not WorkState.DRAFT:
        return begun[0]
    number = begun[0].values.mobile if begun else ""
    code = begun[0].values.state_code if begun else edit.values.state_code
    values = replace(edit.values, state_code=code, mobile=number)
    if begun:
        return replace(begun[0], values=values, base=edit.base)
    return session.work.new(WorkKind.REPLACE, values, base=edit.base)


def _key(state_code: str, mobile: str) -> object:
    return phone_key(clean(state_code), clean(mobile))
