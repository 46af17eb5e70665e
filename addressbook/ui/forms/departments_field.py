"""Whom a contact is shared with in DingTalk: whole departments."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from addressbook.domain.fields import MOST_IN_LIST
from addressbook.ui.forms.department_picker import DepartmentPicker
from addressbook.ui.forms.staff_source import Names, StaffSession
from addressbook.ui.forms.tokens import TokensInput
from addressbook.ui.people import Named


class DepartmentsField(TokensInput):
    """The value is a tuple of department ids; those that no longer exist are shown as such, and kept."""

    def __init__(self, session: StaffSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names = Names(session, self, self.renew)

    def named(self, value: int) -> tuple[Named, str]:
        named = self._names.department(value)
        return named, "warning" if self._names.is_gone(department=value) else "building"

    def open_picker(self) -> None:
        picker = DepartmentPicker(self._session, self.value(), most=MOST_IN_LIST, parent=self)
        picker.picked.connect(self.choose)
        picker.open()
