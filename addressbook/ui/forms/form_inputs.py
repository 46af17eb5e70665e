"""The inputs of a form, made from the field table, and what reaches them from the session."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from addressbook.domain.fields import FIELDS, Field, FieldKind, Purpose
from addressbook.domain.form_values import values_of
from addressbook.domain.work import WorkItem, WorkKind, temporary_id
from addressbook.errors import StoreError
from addressbook.services.events import LabelsChanged, LoadProgress, StaffChanged
from addressbook.ui.forms.departments_field import DepartmentsField
from addressbook.ui.forms.duplicate_hint import DuplicateHint
from addressbook.ui.forms.duplicate_watch import Duplicate, DuplicateWatch
from addressbook.ui.forms.form_body import FormBody
from addressbook.ui.forms.inputs import Input, TextInput
from addressbook.ui.forms.label_lanes import LabelLanes
from addressbook.ui.forms.locked_field import LockedField
from addressbook.ui.forms.owner_field import OwnerField
from addressbook.ui.forms.people_field import PeopleField
from addressbook.ui.forms.phone_field import PhoneField
from addressbook.ui.models.label_index import labels_of
from addressbook.ui.open_session import OpenSession
from addressbook.ui.tasks import Tasks


class FormInputs(QObject):
    """All inputs of one form by field, and the hints that such a contact is in the book already.

    `contact_requested` asks for a contact that is in the book, `replace_requested` for another phone number.
    """

    contact_requested = Signal(str)
    replace_requested = Signal()

    def __init__(self, session: OpenSession, item: WorkItem, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._item = item
        self._tasks = Tasks(self)
        self._labels = LabelLanes(labels_of(session.book))
        self.inputs: dict[Field, Input] = {
            spec.field: self._make(spec.kind, item) for spec in FIELDS if spec.kind is not FieldKind.COUNTRY
        }
        new = item.purpose is Purpose.CREATE
        self._watch = DuplicateWatch(session, self, but=temporary_id(item.id) if new else item.userid)
        self._watch.found.connect(self._on_found)
        self._same_phone = DuplicateHint(session.staff, session.me)
        self._same_name = DuplicateHint(session.staff, session.me)
        for hint in (self._same_phone, self._same_name):
            hint.open_requested.connect(self.contact_requested)
        self._unsubscribe = (
            session.events.subscribe(LabelsChanged, lambda _: self._on_labels_changed()),
            session.events.subscribe(LoadProgress, lambda _: self._on_labels_changed()),  # or there are none
            session.events.subscribe(StaffChanged, lambda _: self._on_staff_changed()),
        )

    def place_hints(self, body: FormBody) -> None:
        """Put the hints below the fields they are about: what is being typed in must not move."""
        body.add_after(Field.COMPANY, self._same_name)
        body.add_after(Field.PHONE, self._same_phone)
        self._same_name.stand_after(self.inputs[Field.TITLE].focus_widget())  # the last of its row
        self._same_phone.stand_after(self.inputs[Field.PHONE].focus_widget())
        body.edited.connect(lambda _: self.look(body))

    def look(self, body: FormBody) -> None:
        """Look in the book for what is filled in. An edit is looked for only where it says another name or company."""
        values = body.values()
        if self._item.base is None or self._item.kind is WorkKind.CREATE:
            self._watch.look(
                state_code=values.state_code,
                mobile=values.mobile,
                name=values.name,
                company=values.company_name,
            )
            return
        before, after = values_of(self._item.base).tidy(), values.tidy()
        if (before.name, before.company_name) == (after.name, after.company_name):
            self._watch.look()
        else:
            self._watch.look(name=values.name, company=values.company_name)

    def end(self) -> None:
        """The form is done with: hear nothing more."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._watch.end()
        self._tasks.cancel()

    def _make(self, kind: FieldKind, item: WorkItem) -> Input:
        match kind:
            case FieldKind.LABELS:
                return self._labels
            case FieldKind.TEXT:
                return TextInput()
            case FieldKind.PERSON:
                return OwnerField(self._session)
            case FieldKind.PEOPLE:
                return PeopleField(self._session)
            case FieldKind.DEPARTMENTS:
                return DepartmentsField(self._session)
            case FieldKind.EMAIL:
                email = LockedField(saved=item.purpose is Purpose.UPDATE)
                email.set_value(item.base.email if item.base is not None else "")
                return email
            case FieldKind.PHONE | FieldKind.COUNTRY:
                phone = PhoneField()
                phone.set_locked(item.purpose is Purpose.UPDATE)
                phone.replace_requested.connect(self.replace_requested)
                if item.purpose is Purpose.CREATE:
                    self._tasks.start(self._find_usual(phone))
                return phone

    async def _find_usual(self, phone: PhoneField) -> None:
        try:
            phone.set_usual(await self._session.book.usual_countries())
        except StoreError:
            return  # they are in the list all the same, and the page tells what is wrong with the copy

    def _on_found(self, found: tuple[Duplicate, ...]) -> None:
        self._same_phone.show_duplicates([each for each in found if each.phone])
        self._same_name.show_duplicates([each for each in found if not each.phone])

    def _on_labels_changed(self) -> None:
        self._labels.set_labels(labels_of(self._session.book))

    def _on_staff_changed(self) -> None:
        self._same_phone.refresh()
        self._same_name.refresh()
