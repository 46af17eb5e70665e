"""Whom a contact is shared with in DingTalk: people."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from addressbook.domain.fields import MOST_IN_LIST
from addressbook.ui.forms.staff_picker import StaffPicker
from addressbook.ui.forms.staff_source import Names, StaffSession
from addressbook.ui.forms.tokens import TokensInput
from addressbook.ui.people import Named


class PeopleField(TokensInput):
    """The value is a tuple of userids; those that cannot be named any more are shown as such, and kept."""

    def __init__(self, session: StaffSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names = Names(session, self, self.renew)

    def named(self, value: str) -> tuple[Named, str]:
        named = self._names.colleague(value)
        return named, "warning" if self._names.is_gone(userid=value) else ""

    def open_picker(self) -> None:
        picker = StaffPicker(
            self._session, self.value(), title=self.tr("Share with people"), most=MOST_IN_LIST, parent=self
        )
        picker.picked.connect(self.choose)
        picker.open()
