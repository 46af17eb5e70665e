"""Everything that the server knows of one contact, to read, copy, call and mail."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from addressbook.domain.contact import Contact, ContactRow, RowState, UnreadableContact
from addressbook.domain.staff import Me
from addressbook.ui import contact_text, icons, people
from addressbook.ui.contact_text import call_link, mail_link
from addressbook.ui.detail_several import SeveralSelected
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.people import Named, Staff
from addressbook.ui.search_marks import RowMarks
from addressbook.ui.widgets.plain import announce, plain_label
from addressbook.ui.widgets.small import StyledWidget, push_button

if TYPE_CHECKING:
    from addressbook.ui.detail_card import DetailCard


class ContactSource(Protocol):
    """Where contacts come from; answers within a millisecond or two."""

    def contact(self, row_or_userid: int | str) -> Contact | UnreadableContact | None: ...

    def rows(self, ids: list[int]) -> dict[int, ContactRow]: ...


SOON_MS = 120
"""So long after the last letter of a search the details follow what it has found."""


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
        self._writing = True
        self._made: DetailCard | None = None
        self._shown: tuple[Contact, *tuple[object, ...]] | None = None
        self.marks_of: Callable[[ContactRow], RowMarks | None] = lambda _: None
        """What of a contact a search has found; set by who knows."""
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(SOON_MS)
        self._following.timeout.connect(lambda: self._refresh(mark_now=True))
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
        if me != self._me:
            self._me = me
            self.refresh()

    def set_cut_off(self, cut_off: bool) -> None:
        """Whether nothing can be asked for now: ids then stand in for names that are not known."""
        if cut_off != self._cut_off:
            self._cut_off = cut_off
            self.refresh()

    def show_contact(self, row_id: int | None, *, soon: bool = False) -> None:
        """Show another contact, or none; the same one anew. `soon`: the list is painted first, since a search takes the
        contact away and brings it back while one types."""
        self._row_id = row_id
        self._refresh(soon=soon)

    def refresh(self) -> None:
        """Read the contact again: it, its labels or the names of colleagues may have changed."""
        self._refresh()

    def refresh_soon(self) -> None:
        """The same contact is found by another text: the list goes first."""
        self._following.start()

    def _refresh(self, *, soon: bool = False, mark_now: bool = False) -> None:
        row_id = self._row_id
        found = self._source.contact(row_id) if row_id is not None else None
        row = self._source.rows([row_id]).get(row_id) if row_id is not None and found is not None else None
        self._contact = found if isinstance(found, Contact) else None
        self._phone = row.phone if row is not None else None
        other = self._shown is not None and found is not None and self._shown[0].userid != found.userid
        if soon and not (self._several or other):
            self.refresh_soon()
            return
        self._following.stop()
        if row is not None or self._made is not None:
            self.card.tell_pending(row is not None and row.state is RowState.PENDING)
        self._selected.setVisible(bool(self._several))
        if self._several:
            self._say_several()
        elif found is None:
            self._say_nothing(gone=row_id is not None)
        elif isinstance(found, UnreadableContact):
            self._say_unreadable(found)
        else:
            self._fill(found, self.marks_of(row) if row is not None else None, mark_now=mark_now)

    def set_writing(self, allowed: bool) -> None:
        """Whether contacts can be changed at all."""
        self._writing = allowed
        if self._made is not None:
            self._made.edit.setVisible(allowed)
            self._made.delete.setVisible(allowed)
        self._selected.set_writing(allowed)

    def show_several(self, count: int) -> None:
        """Several contacts are chosen: none of them is shown; 0 and 1 show the current one."""
        several = count if count > 1 else 0
        if several != self._several:
            self._several = several
            self.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """Whether the pane stands in the table's place, with a way back."""
        self._back.setVisible(narrow)

    def focus_first(self) -> None:
        """Take the focus."""
        made = self._made
        for widget in (self._back, self._selected.delete, *((made.copy, made) if made is not None else ())):
            if widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def copy_card(self) -> None:
        """Copy the contact as text."""
        if self._contact is not None:
            self._put(contact_text.card(self._contact, self._phone, self._labels), self.card.copy)

    def copy_phone(self) -> None:
        """Copy the phone number."""
        if self._phone:
            self._put(self._phone, self.card.phone_copy)

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
        self.card.notice.tell(words, copy)
        announce(self, words)

    def _copy_email(self) -> None:
        if self._contact is not None:
            self._put(self._contact.email, self.card.email_copy)

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
        outer = self._column = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._back = push_button(self.tr("Back to the list"), self.back.emit, "flat")
        icons.use(self._back, "left", "link", 13)
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

    @property
    def card(self) -> DetailCard:
        """What shows one contact."""
        card = self._made
        if card is None:
            from addressbook.ui.detail_card import DetailCard

            card = self._made = DetailCard(self._staff)
            card.edit.clicked.connect(self.edit_requested)
            card.delete.clicked.connect(self.delete_requested)
            card.copy.clicked.connect(self.copy_card)
            card.call.clicked.connect(self.call)
            card.mail.clicked.connect(self.mail)
            card.email_text.activated.connect(self.mail)
            card.phone_copy.clicked.connect(self.copy_phone)
            card.email_copy.clicked.connect(self._copy_email)
            card.address_copy.clicked.connect(lambda: self._put(card.address_text.toPlainText(), card.address_copy))
            card.hide()
            self._column.addWidget(card, 1)
            before: QWidget = self._selected.delete  # Tab goes on here, not behind all that was made earlier
            for widget in (card, *card.findChildren(QWidget)):
                if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    QWidget.setTabOrder(before, widget)
                    before = widget
            self.set_writing(self._writing)
        return card

    # -- filling ---------------------------------------------------------------------------------------------

    def _say_nothing(self, *, gone: bool) -> None:
        self._shown = None
        self._hide_card()
        self._nothing.setText(
            self.tr("This contact is no longer in the book.")
            if gone
            else self.tr("Choose a contact to see all about it here.")
        )
        self._nothing.show()

    def _say_several(self) -> None:
        self._shown = None
        self._hide_card()
        self._nothing.hide()
        self._selected.show_count(self._several)

    def _hide_card(self) -> None:
        if self._made is not None:
            self._made.hide()

    def _say_unreadable(self, contact: UnreadableContact) -> None:
        self._shown = None
        self._nothing.hide()
        self.card.verticalScrollBar().setValue(0)
        self.card.show_unreadable(contact)
        self.card.show()

    def _fill(self, contact: Contact, marks: RowMarks | None, *, mark_now: bool) -> None:
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
            self.refresh_soon()  # with each letter that is typed the marks are others
            return
        card = self.card
        if self._shown is None or contact != self._shown[0]:
            card.notice.hide()
        if self._shown is None or contact.userid != self._shown[0].userid:
            card.verticalScrollBar().setValue(0)
        self._shown = showing
        self._nothing.hide()
        card.call.setEnabled(self.can_call)
        card.mail.setEnabled(self.can_mail)
        card.show_contact(contact, self._phone, names, self._labels, marks)
        card.email_text.set_link(self.can_mail)
        card.show()

    def _colleague(self, userid: str) -> Named:
        return people.colleague(self._staff.name_of(userid), userid, self._me, cut_off=self._cut_off)

    def _put(self, text: str, near: QWidget) -> None:
        QGuiApplication.clipboard().setText(text)
        QToolTip.showText(near.mapToGlobal(QPoint(0, near.height())), self.tr("Copied"), near)
        announce(self, self.tr("Copied"))
