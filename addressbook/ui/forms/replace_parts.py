"""What the guide to another phone number shows: the number to fill in, what moves and what cannot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from addressbook.domain.work import WorkItem
from addressbook.ui import icons
from addressbook.ui.forms import replace_words as words
from addressbook.ui.forms.duplicate_hint import DuplicateHint
from addressbook.ui.forms.field_frame import FieldFrame
from addressbook.ui.forms.locked_field import LockedField
from addressbook.ui.forms.phone_field import PhoneField
from addressbook.ui.open_session import OpenSession
from addressbook.ui.widgets.mark import Mark
from addressbook.ui.widgets.plain import plain_label


class ReplaceParts(QWidget):
    """The parts are public; `show_state` shows those that are due."""

    def __init__(self, session: OpenSession, item: WorkItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        base = item.base or item.values.as_contact("")
        self.intro = plain_label()
        self.phone = PhoneField()
        self.phone.set_value((item.values.state_code, item.values.mobile))
        now = self.tr("Now: {number}").format(number=words.number_of(base))
        self.frame = FieldFrame(self.tr("&New phone number"), self.phone, required=True, note=now)
        self.hint = DuplicateHint(session.staff, session.me)
        self.moves = _facts(self.tr("What moves to the new contact"), [("check", "ok", words.moving(item))])
        lost = [
            self.tr("DingTalk gives the new contact a new id."),
            self.tr(
                "What DingTalk does not show to programs, such as follow-ups that were written there, stays with the "
                "old contact and goes with it."
            ),
        ]
        if base.email:
            lost.append(self.tr("The e-mail address cannot move: copy it, and add it to the new contact in DingTalk."))
        self.lost = _facts(self.tr("What cannot move"), [("warning", "warn", text) for text in lost])
        self._locked = LockedField()
        self.email = FieldFrame(self.tr("E-mail"), self._locked)
        self._locked.set_value(base.email)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self.intro, self.frame, self.hint, self.moves, self.lost, self.email):
            layout.addWidget(part)

    def show_state(self, item: WorkItem, *, typing: bool, copied: bool) -> None:
        """What is due while the number is filled in, or once the new contact is there; nothing else then."""
        if typing:
            self.intro.setText(
                self.tr(
                    "DingTalk does not let a number be changed. First a new contact is made with the new number; the "
                    "old one is deleted only when you say so."
                )
            )
        elif copied:
            asked = self.tr(
                "When all you need has moved, delete the old contact. It is deleted for everybody in your "
                "organisation, and this cannot be undone."
            )
            self.intro.setText(words.both_there(item) + "\n\n" + asked)
        due = typing or copied
        for part, shown in (
            (self.intro, due),
            (self.frame, typing),
            (self.moves, typing),
            (self.lost, due),
            (self.email, due and bool(self._locked.value())),
        ):
            part.setVisible(shown)
        if not typing:
            self.hint.hide()

    def set_email(self, email: str) -> None:
        """The e-mail address that the old contact has now."""
        self._locked.set_value(email)
        self.email.setVisible(bool(email))


def _facts(title: str, facts: Sequence[tuple[str, str, str]]) -> QWidget:
    """A title with sentences below it, each with its icon and the icon's role."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(5)
    column.addWidget(plain_label(title, kind="strong"))
    for icon, role, text in facts:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = plain_label(text)
        mark = Mark(words)
        icons.use(mark, icon, role, 15)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        column.addLayout(row)
    return holder
