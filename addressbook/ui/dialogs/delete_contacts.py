"""Asks, by name, whether contacts are to be deleted, and says before what Undo cannot bring back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from addressbook.domain.contact import Contact
from addressbook.domain.phone import display
from addressbook.ui import icons
from addressbook.ui.delete_words import email_lines, name_of, names
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.plain_text import without_key
from addressbook.ui.texts import sentences
from addressbook.ui.widgets.mark import Mark
from addressbook.ui.widgets.plain import announce, plain_label, selectable
from addressbook.ui.widgets.small import push_button
from addressbook.ui.widgets.text_block import TextBlock
from addressbook.ui.widgets.text_lines import TextLines

MOST_UNCOUNTED = 20  # more than these are deleted only when their number is typed
_LINES = 5
_SHOWN = 500  # e-mail addresses


class DeleteDialog(Dialog):
    """`confirmed` tells whether the person wants it. `unreadable` others were chosen as well, and are left alone;
    `incomplete` of the contacts could come back as drafts only."""

    def __init__(
        self, contacts: Sequence[Contact], parent: QWidget | None = None, *, unreadable: int = 0, incomplete: int = 0
    ) -> None:
        super().__init__(parent)
        self.confirmed = False
        self._contacts = contacts
        count = len(contacts)
        if count == 1:
            title = self.tr("Delete {name}?").format(name=name_of(contacts[0]))
        else:
            title = self.tr("Delete %Ln contact(s)?", "", count)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        picture = QLabel()
        icons.use(picture, "trash", "warn", 24)
        self._words = QVBoxLayout()
        self._words.setSpacing(8)
        self._words.addWidget(plain_label(title, kind="head"))
        self._words.addWidget(selectable(plain_label(self._who(), kind="muted")))
        text = self._text()
        self._words.addWidget(plain_label(text))
        self.setAccessibleDescription(sentences(self._who(), text))
        self._add_emails()
        if unreadable:
            self._add_unreadable(unreadable)
        if incomplete:
            self._add_incomplete(incomplete)
        self.count: QLineEdit | None = None
        if count > MOST_UNCOUNTED:
            self._add_count()
        self._words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words, 1)
        self.body.addLayout(row)
        self.buttons.addStretch(1)
        keep = self.add_button(self.tr("&Keep"))
        keep.clicked.connect(self.reject)
        self._delete = self.add_button(self.tr("&Delete"), kind="primary", default=True)
        self._delete.clicked.connect(self._on_delete)
        (self.count or self._delete).setFocus()
        self.fit(66)
        if self.count is not None:
            self.reveal(self.count)  # where large text leaves less room than the words need

    def measure(self) -> None:
        if self.count is not None:
            self.count.setMaximumWidth(self.fontMetrics().averageCharWidth() * 16 + 20)

    def _who(self) -> str:
        if len(self._contacts) > 1:
            return names(self._contacts)
        contact = self._contacts[0]
        parts = (contact.company_name, contact.title, display(contact.state_code, contact.mobile or ""))
        return self.tr(" · ").join(part.strip() for part in parts if part.strip())

    def _text(self) -> str:
        if len(self._contacts) == 1:
            return self.tr(
                "The contact is deleted in DingTalk, for everybody in your organisation. You can undo this until you "
                "quit the program; to DingTalk it is a new contact then."
            )
        return self.tr(
            "The contacts are deleted in DingTalk, for everybody in your organisation. You can undo this until you "
            "quit the program; to DingTalk they are new contacts then."
        )

    def _add_emails(self) -> None:
        """What Undo cannot bring back, to be copied before it is lost."""
        having = [contact for contact in self._contacts if contact.email.strip()]
        count = len(having)
        if not count:
            return
        self._add_note(
            "mail",
            self.tr("Undo cannot bring back %Ln e-mail address(es): DingTalk takes none from a program.", "", count),
        )
        if count == 1:
            block = TextBlock(self.tr("E-mail addresses"))
            block.set_text(email_lines(self._contacts), breaks_after="@.-_")
            self._words.addWidget(block)
        else:
            self._words.addWidget(self._email_box(having))
        self._copy = push_button(self.tr("&Copy e-mail addresses"), self._on_copy, "small")
        icons.use(self._copy, "copy", "muted", 13)
        self._words.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _email_box(self, having: Sequence[Contact]) -> TextLines:
        more = len(having) - _SHOWN
        text = email_lines(having[:_SHOWN])
        if more > 0:  # a text of thousands of lines holds up the window
            text += "\n" + self.tr("%Ln more, which are copied with these", "", more)
        return TextLines(self.tr("E-mail addresses"), text, most=_LINES)

    def _add_unreadable(self, count: int) -> None:
        self._add_note(
            "info",
            self.tr(
                "Not to be deleted: %Ln more contact(s) that you chose. This program could not read them, and deletes "
                "nobody whom it cannot name.",
                "",
                count,
            ),
        )

    def _add_incomplete(self, count: int) -> None:
        """A new contact needs more than an old one may have."""
        self._add_note(
            "warning",
            self.tr(
                "%Ln contact(s) could come back as drafts only: they lack what DingTalk asks of a new "
                "contact, such as a phone number, a label or an owner.",
                "",
                count,
            ),
        )

    def _add_note(self, icon: str, text: str) -> None:
        words = plain_label(text)
        mark = Mark(words)
        icons.use(mark, icon, "warn", 15)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self._words.addLayout(row)

    def _add_count(self) -> None:
        number = QLocale().toString(len(self._contacts))
        self.count = QLineEdit()
        label = plain_label(self.tr("&To delete so many, type their number, {number}:").format(number=number))
        label.setBuddy(self.count)
        self.count.setAccessibleName(without_key(label.text()))
        self.problem = plain_label(kind="error")
        self.problem.hide()
        self.count.textEdited.connect(lambda _: self.problem.hide())
        self._words.addWidget(label)
        self._words.addWidget(self.count)
        self._words.addWidget(self.problem)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(email_lines(self._contacts))
        self._copy.setText(self.tr("Copied"))
        announce(self._copy, self.tr("Copied"))

    def _on_delete(self) -> None:
        if self.count is not None and "".join(filter(str.isdecimal, self.count.text())) != str(len(self._contacts)):
            text = self.tr("This is not the number of contacts that you chose. Nothing was deleted.")
            self.problem.setText(text)
            self.problem.show()
            self.count.setProperty("problem", "true")
            self.count.setFocus()
            self.count.selectAll()
            announce(self.count, text, urgent=True)
            self.fit(66)
            self.reveal(self.problem)
            return
        self.confirmed = True
        self.accept()
