"""Everything that the server knows of one contact, to read, copy, call and mail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from addressbook.domain.contact import Contact, ContactRow, RowState, UnreadableContact
from addressbook.domain.search_match import Field
from addressbook.domain.staff import Me
from addressbook.ui import detail_rows, icons, people, theme
from addressbook.ui.contact_text import call_link, card, mail_link
from addressbook.ui.detail_head import DetailHead
from addressbook.ui.detail_rest import DetailRest
from addressbook.ui.detail_rows import KEY_WIDTH, card_button, fact
from addressbook.ui.detail_several import SeveralSelected
from addressbook.ui.marked_text import Spans
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.people import Named, Staff
from addressbook.ui.search_marks import RowMarks
from addressbook.ui.widgets.plain import announce, plain_label
from addressbook.ui.widgets.small import StyledWidget, push_button


class ContactSource(Protocol):
    """Where contacts come from; answers within a millisecond or two."""

    def contact(self, row_or_userid: int | str) -> Contact | UnreadableContact | None: ...

    def rows(self, ids: list[int]) -> dict[int, ContactRow]: ...


MARK_MS = 120
"""So long after the last letter of a search the details mark what it has found."""


def _spans(marks: RowMarks | None, field: Field) -> Spans:
    return marks.spans(field) if marks is not None else ()


class DetailPane(StyledWidget):
    """Shows one contact by its row id. `back` is asked for in narrow windows, where it stands in the table's place."""

    back = Signal()
    edit_requested = Signal()
    delete_requested = Signal()

    def __init__(self, source: ContactSource, staff: Staff, me: Me | None, parent: QWidget | None = None) -> None:
        super().__init__("alt", parent)
        self.setAccessibleName(self.tr("Contact details"))
        self._source, self._staff, self._me = source, staff, me
        self._labels = LabelIndex()
        self._row_id: int | None = None
        self._contact: Contact | None = None
        self._phone: str | None = None
        self._cut_off = False
        self._several = 0
        self._shown: tuple[object, ...] | None = None
        self.marks_of: Callable[[ContactRow], RowMarks | None] = lambda _: None
        """What of a contact a search has found; set by who knows."""
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.setInterval(MARK_MS)
        self._marking.timeout.connect(self._mark)
        self._build()
        self.show_contact(None)

    # -- what pages call -------------------------------------------------------------------------------------

    @property
    def contact(self) -> Contact | None:
        """The contact that is shown; None when there is none, or it could not be read."""
        return self._contact

    @property
    def phone(self) -> str | None:
        """Its phone number as displayed."""
        return self._phone

    def set_labels(self, labels: LabelIndex) -> None:
        """Use other names and colours for labels."""
        self._labels = labels
        self.refresh()

    def set_me(self, me: Me | None) -> None:
        """Who is at the computer."""
        self._me = me
        self.refresh()

    def set_cut_off(self, cut_off: bool) -> None:
        """Whether nothing can be asked for now: ids then stand in for names that are not known."""
        if cut_off != self._cut_off:
            self._cut_off = cut_off
            self.refresh()

    def show_contact(self, row_id: int | None) -> None:
        """Show another contact, or none."""
        if row_id != self._row_id:
            self._scroll.verticalScrollBar().setValue(0)
        self._row_id = row_id
        self.refresh()

    def refresh(self) -> None:
        """Read the contact again: it, its labels or the names of colleagues may have changed."""
        row_id = self._row_id
        found = self._source.contact(row_id) if row_id is not None else None
        row = self._source.rows([row_id]).get(row_id) if row_id is not None and found is not None else None
        self._contact = found if isinstance(found, Contact) else None
        self._phone = row.phone if row is not None else None
        self._tell_pending(row is not None and row.state is RowState.PENDING)
        self._selected.setVisible(bool(self._several))
        if self._several:
            self._say_several()
        elif found is None:
            self._say_nothing(gone=row_id is not None)
        elif isinstance(found, UnreadableContact):
            self._say_unreadable(found)
        else:
            self._fill(found, self.marks_of(row) if row is not None else None)

    def set_writing(self, allowed: bool) -> None:
        """Whether contacts can be changed at all."""
        self._edit.setVisible(allowed)
        self._delete.setVisible(allowed)
        self._selected.set_writing(allowed)

    def show_several(self, count: int) -> None:
        """Several contacts are chosen: none of them is shown; 0 and 1 show the current one."""
        self._several = count if count > 1 else 0
        self.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """Whether the pane stands in the table's place, with a way back."""
        self._back.setVisible(narrow)

    def focus_first(self) -> None:
        """Take the focus."""
        for widget in (self._back, self._selected.delete, self._copy, self._scroll):
            if widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def copy_card(self) -> None:
        """Copy the contact as text."""
        if self._contact is not None:
            self._put(card(self._contact, self._phone, self._labels), self._copy)

    def copy_phone(self) -> None:
        """Copy the phone number."""
        if self._phone:
            self._put(self._phone, self._phone_copy)

    def call(self) -> None:
        """Hand the number to the program that calls."""
        url = call_link(self._phone)
        if url is not None and not QDesktopServices.openUrl(url):
            self._say_no_program(self.tr("No program on this computer makes calls."), self.copy_phone)

    def mail(self) -> None:
        """Hand the address to the mail program."""
        url = mail_link(self._contact.email) if self._contact is not None else None
        if url is not None and not QDesktopServices.openUrl(url):
            self._say_no_program(self.tr("No program on this computer writes mail."), self._copy_email)

    def _say_no_program(self, words: str, copy: Callable[[], object]) -> None:
        """Whoever wanted to call or to write can take the number or the address elsewhere."""
        self._notice.tell(words, copy)
        announce(self, words)

    def _copy_email(self) -> None:
        if self._contact is not None:
            self._put(self._contact.email, self._email_copy)

    @property
    def can_call(self) -> bool:
        """Whether there is a number to call."""
        return call_link(self._phone) is not None

    @property
    def can_mail(self) -> bool:
        """Whether there is an address to write to."""
        return self._contact is not None and mail_link(self._contact.email) is not None

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._back = push_button(self.tr("Back to the list"), self.back.emit, "flat")
        icons.use(self._back, "left", "link", theme.current().px(13))
        self._back.hide()
        way_back = QHBoxLayout()
        way_back.setContentsMargins(8, 8, 8, 0)
        way_back.addWidget(self._back)
        way_back.addStretch(1)
        outer.addLayout(way_back)
        self._nothing = plain_label(kind="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(24, 24, 24, 24)
        outer.addWidget(self._nothing, 1)
        self._selected = SeveralSelected()
        self._selected.delete_requested.connect(self.delete_requested)
        self._selected.hide()
        outer.addWidget(self._selected, 1)

        self._scroll = QScrollArea()
        self._scroll.setProperty("kind", "pane")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.tr("Contact details"))
        body = StyledWidget("alt")
        body.setMaximumWidth(round(640 * theme.current().scale()))
        self._scroll.setWidget(body)
        outer.addWidget(self._scroll, 1)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(14, 14, 14, 14)  # the pane has a border of 2 for its focus ring
        layout.setSpacing(0)
        self._head = DetailHead()
        layout.addLayout(self._head)
        layout.addSpacing(14)
        self._build_actions(layout)
        layout.addSpacing(10)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(10)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnMinimumWidth(0, round(KEY_WIDTH * theme.current().scale()))
        self._facts.setColumnStretch(1, 1)
        layout.addLayout(self._facts)
        self._phone_text, self._phone_copy, _ = fact(self._facts, 0, self.tr("Phone"), self.tr("Copy the phone number"))
        self._email_text, self._email_copy, self._email_parts = fact(
            self._facts, 1, self.tr("E-mail"), self.tr("Copy the e-mail address")
        )
        self._address_text, self._address_copy, self._address_parts = fact(
            self._facts, 2, self.tr("Address"), self.tr("Copy the address")
        )
        self._email_text.activated.connect(self.mail)
        self._phone_copy.clicked.connect(self.copy_phone)
        self._email_copy.clicked.connect(self._copy_email)
        self._address_copy.clicked.connect(lambda: self._put(self._address_text.toPlainText(), self._address_copy))
        layout.addSpacing(6)
        self._rest = DetailRest(self._staff)
        layout.addLayout(self._rest)
        layout.addStretch(1)

    def _build_actions(self, layout: QVBoxLayout) -> None:
        self._actions = QWidget()
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._edit = card_button("edit", self.tr("Edit"), self.tr("Change what is known of this contact"))
        self._edit.clicked.connect(self.edit_requested)
        self._delete = card_button("trash", self.tr("Delete"), self.tr("Delete this contact in DingTalk"))
        self._delete.clicked.connect(self.delete_requested)
        self._copy = card_button("copy", self.tr("Copy"), self.tr("Copy the contact as text"))
        self._copy.clicked.connect(self.copy_card)
        self._call = card_button("phone", self.tr("Call"), self.tr("Call with this computer's phone program"))
        self._call.clicked.connect(self.call)
        self._mail = card_button("mail", self.tr("Mail"), self.tr("Write with this computer's mail program"))
        self._mail.clicked.connect(self.mail)
        for button in (self._edit, self._copy, self._call, self._mail, self._delete):
            row.addWidget(button)
        layout.addWidget(self._actions)
        self._pending = plain_label()
        self._pending.setProperty("banner", "info")
        self._pending.setContentsMargins(10, 6, 10, 6)
        self._pending.hide()
        layout.addSpacing(8)
        layout.addWidget(self._pending)
        self._notice = detail_rows.Notice()
        layout.addSpacing(8)
        layout.addWidget(self._notice)

    # -- filling ---------------------------------------------------------------------------------------------

    def _say_nothing(self, *, gone: bool) -> None:
        self._shown = None
        self._scroll.hide()
        self._nothing.setText(
            self.tr("This contact is no longer in the book.")
            if gone
            else self.tr("Choose a contact to see all about it here.")
        )
        self._nothing.show()

    def _say_several(self) -> None:
        self._shown = None
        self._scroll.hide()
        self._nothing.hide()
        self._selected.show_count(self._several)

    def _tell_pending(self, pending: bool) -> None:
        """What is shown was not confirmed by DingTalk yet."""
        self._pending.setText(self.tr("Not confirmed by DingTalk yet. It cannot be changed until then."))
        self._pending.setVisible(pending)
        self._edit.setEnabled(not pending)
        self._delete.setEnabled(not pending)

    def _say_unreadable(self, contact: UnreadableContact) -> None:
        self._shown = None
        self._notice.hide()
        self._nothing.hide()
        self._head.show_unreadable(contact)
        self._actions.hide()
        for place in range(self._facts.count()):
            item = self._facts.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
        self._rest.clear()
        self._scroll.show()

    def _mark(self) -> None:
        """Show the marks of now on the contact that is shown."""
        row = self._source.rows([self._row_id]).get(self._row_id) if self._row_id is not None else None
        if self._contact is not None and row is not None and self._shown is not None:
            self._fill(self._contact, self.marks_of(row), mark_now=True)

    def _fill(self, contact: Contact, marks: RowMarks | None, *, mark_now: bool = False) -> None:
        names = (
            self._colleague(contact.follower_user_id),
            tuple(self._colleague(userid).full for userid in contact.share_user_ids),
            tuple(
                people.department(self._staff.department_name(ident), ident, cut_off=self._cut_off).full
                for ident in contact.share_dept_ids
            ),
        )
        showing = (contact, self._phone, names, self._labels, marks)
        if showing == self._shown:
            return  # also keeps a selection that a person has just made
        if self._shown is not None and showing[:-1] == self._shown[:-1] and not mark_now:
            self._marking.start()  # with each letter that is typed the marks are others: the list goes first
            return
        self._marking.stop()
        if self._shown is None or contact != self._shown[0]:
            self._notice.hide()
        self._shown = showing
        self._nothing.hide()
        self._head.show_contact(contact, marks)
        self._actions.show()
        self._call.setEnabled(self.can_call)
        self._mail.setEnabled(self.can_mail)
        for place in range(self._facts.count()):
            item = self._facts.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.show()
        phone = ContactTable.phone_not_shared() if self._phone is None else self._phone
        self._phone_text.set_text(phone or self.tr("None"), marks=_spans(marks, Field.PHONE) if self._phone else ())
        self._phone_copy.setVisible(bool(self._phone))
        self._email_text.set_text(contact.email, breaks_after="@.-_", marks=_spans(marks, Field.EMAIL))
        self._email_text.set_link(self.can_mail)
        for widget in self._email_parts:
            widget.setVisible(bool(contact.email))
        self._address_text.set_text(contact.address, marks=_spans(marks, Field.ADDRESS))
        for widget in self._address_parts:
            widget.setVisible(bool(contact.address))
        self._rest.fill(contact, names, self._labels, marks)
        self._scroll.show()

    def _colleague(self, userid: str) -> Named:
        return people.colleague(self._staff.name_of(userid), userid, self._me, cut_off=self._cut_off)

    def _put(self, text: str, near: QWidget) -> None:
        QGuiApplication.clipboard().setText(text)
        QToolTip.showText(near.mapToGlobal(QPoint(0, near.height())), self.tr("Copied"), near)
        announce(self, self.tr("Copied"))
