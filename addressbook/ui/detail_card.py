"""All about one contact, in the pane of details: made when the first contact is shown, not on the way to the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.search_match import Field
from addressbook.ui import theme
from addressbook.ui.detail_head import DetailHead
from addressbook.ui.detail_rest import DetailRest, Names
from addressbook.ui.detail_rows import KEY_WIDTH, Notice, card_button, fact
from addressbook.ui.marked_text import Spans
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.people import Staff
from addressbook.ui.search_marks import RowMarks
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import StyledWidget

translate = QCoreApplication.translate


class DetailCard(QScrollArea):
    """Its buttons and texts are the pane's to connect."""

    def __init__(self, staff: Staff) -> None:
        super().__init__()
        self.setProperty("kind", "pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("DetailPane", "Contact details"))
        body = StyledWidget("alt")
        body.setMaximumWidth(round(640 * theme.current().scale()))
        self.setWidget(body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(14, 14, 14, 14)  # the pane has a border of 2 for its focus ring
        layout.setSpacing(0)
        self.head = DetailHead()
        layout.addLayout(self.head)
        layout.addSpacing(14)
        self._build_actions(layout)
        layout.addSpacing(10)
        self._build_facts(layout)
        layout.addSpacing(6)
        self._rest = DetailRest(staff)
        layout.addLayout(self._rest)
        layout.addStretch(1)

    def _build_actions(self, layout: QVBoxLayout) -> None:
        self.actions_row = QWidget()
        row = QHBoxLayout(self.actions_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.edit = card_button(
            "edit", translate("DetailPane", "Edit"), translate("DetailPane", "Change what is known of this contact")
        )
        self.copy = card_button(
            "copy", translate("DetailPane", "Copy"), translate("DetailPane", "Copy the contact as text")
        )
        self.call = card_button(
            "phone", translate("DetailPane", "Call"), translate("DetailPane", "Call with this computer's phone program")
        )
        self.mail = card_button(
            "mail", translate("DetailPane", "Mail"), translate("DetailPane", "Write with this computer's mail program")
        )
        self.delete = card_button(
            "trash", translate("DetailPane", "Delete"), translate("DetailPane", "Delete this contact in DingTalk")
        )
        for button in (self.edit, self.copy, self.call, self.mail, self.delete):
            row.addWidget(button)
        layout.addWidget(self.actions_row)
        self.pending = plain_label()
        self.pending.setProperty("banner", "info")
        self.pending.setContentsMargins(10, 6, 10, 6)
        self.pending.hide()
        layout.addSpacing(8)
        layout.addWidget(self.pending)
        self.notice = Notice()
        layout.addSpacing(8)
        layout.addWidget(self.notice)

    def _build_facts(self, layout: QVBoxLayout) -> None:
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(10)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnMinimumWidth(0, round(KEY_WIDTH * theme.current().scale()))
        self._facts.setColumnStretch(1, 1)
        layout.addLayout(self._facts)
        self.phone_text, self.phone_copy, _ = fact(
            self._facts, 0, translate("DetailPane", "Phone"), translate("DetailPane", "Copy the phone number")
        )
        self.email_text, self.email_copy, self._email_parts = fact(
            self._facts, 1, translate("DetailPane", "E-mail"), translate("DetailPane", "Copy the e-mail address")
        )
        self.address_text, self.address_copy, self._address_parts = fact(
            self._facts, 2, translate("DetailPane", "Address"), translate("DetailPane", "Copy the address")
        )

    # -- filling ---------------------------------------------------------------------------------------------

    def show_contact(
        self, contact: Contact, phone: str | None, names: Names, labels: LabelIndex, marks: RowMarks | None
    ) -> None:
        """Show a contact, and what of it a search has found; `names` as in DetailRest."""

        def spans(field: Field) -> Spans:
            return marks.spans(field) if marks is not None else ()

        self.head.show_contact(contact, marks)
        self.actions_row.show()
        self._show_facts(True)
        words = ContactTable.phone_not_shared() if phone is None else phone or translate("DetailPane", "None")
        self.phone_text.set_text(words, marks=spans(Field.PHONE) if phone else ())
        self.phone_copy.setVisible(bool(phone))
        self.email_text.set_text(contact.email, breaks_after="@.-_", marks=spans(Field.EMAIL))
        for widget in self._email_parts:
            widget.setVisible(bool(contact.email))
        self.address_text.set_text(contact.address, marks=spans(Field.ADDRESS))
        for widget in self._address_parts:
            widget.setVisible(bool(contact.address))
        self._rest.fill(contact, names, labels, marks)

    def show_unreadable(self, contact: UnreadableContact) -> None:
        """Say that the server's entry could not be read."""
        self.notice.hide()
        self.head.show_unreadable(contact)
        self.actions_row.hide()
        self._show_facts(False)
        self._rest.clear()

    def tell_pending(self, pending: bool) -> None:
        """What is shown was not confirmed by DingTalk yet."""
        self.pending.setText(translate("DetailPane", "Not confirmed by DingTalk yet. It cannot be changed until then."))
        self.pending.setVisible(pending)
        self.edit.setEnabled(not pending)
        self.delete.setEnabled(not pending)

    def _show_facts(self, on: bool) -> None:
        for place in range(self._facts.count()):
            item = self._facts.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(on)
