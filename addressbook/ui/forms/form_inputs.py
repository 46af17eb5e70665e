"""The inputs of a form, made from the field table, and what they need of the session."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from addressbook.domain.fields import FIELDS, Field, FieldKind, Purpose
from addressbook.domain.work import WorkItem
from addressbook.services.events import LabelsChanged
from addressbook.ui.forms.departments_field import DepartmentsField
from addressbook.ui.forms.form_body import FormBody
from addressbook.ui.forms.inputs import Input, TextInput
from addressbook.ui.forms.label_lanes import LabelLanes
from addressbook.ui.forms.locked_field import LockedField
from addressbook.ui.forms.owner_field import OwnerField
from addressbook.ui.forms.people_field import PeopleField
from addressbook.ui.forms.phone_field import PhoneField
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.open_session import OpenSession


class FormInputs(QObject):
    """All inputs of one form by field; what has changed elsewhere meanwhile reaches them here.

    `contact_requested` asks for a contact that is in the book already, `replace_requested` for another phone number.
    """

    contact_requested = Signal(str)
    replace_requested = Signal()

    def __init__(self, session: OpenSession, item: WorkItem, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._labels = LabelLanes(LabelIndex(session.book.label_groups()))
        self._unsubscribe = session.events.subscribe(LabelsChanged, lambda _: self._on_labels_changed())
        self.inputs: dict[Field, Input] = {
            spec.field: self._make(spec.kind, item) for spec in FIELDS if spec.kind is not FieldKind.COUNTRY
        }

    def place_hints(self, body: FormBody) -> None:
        """Put what is said about other contacts where it belongs."""

    def end(self) -> None:
        """The form is done with: hear nothing more."""
        self._unsubscribe()

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
                email = LockedField()
                email.set_value(item.base.email if item.base is not None else "")
                return email
            case FieldKind.PHONE | FieldKind.COUNTRY:
                phone = PhoneField()
                phone.set_locked(item.purpose is Purpose.UPDATE)
                phone.replace_requested.connect(self.replace_requested)
                return phone

    def _on_labels_changed(self) -> None:
        self._labels.set_labels(LabelIndex(self._session.book.label_groups()))
