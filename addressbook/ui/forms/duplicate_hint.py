"""Says that a contact like the one being filled in is in the book already, and leads to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from addressbook.domain.staff import Me
from addressbook.domain.work import is_temporary
from addressbook.ui import icons, theme
from addressbook.ui.forms.duplicate_watch import Duplicate
from addressbook.ui.people import Staff, colleague
from addressbook.ui.widgets.plain import announce, plain_label
from addressbook.ui.widgets.small import push_button

SHOWN = 3  # more are counted
_BESIDE = 300  # from this width on the button stands beside the words


class _Entry(QWidget):
    """One contact: who, in what it is the same, whose it is; and the way to it."""

    def __init__(self, title: str, text: str, button: QPushButton | None) -> None:
        super().__init__()
        head = plain_label(title)
        head.setProperty("part", "title")
        about = plain_label(text)
        about.setFont(theme.current().font("caption"))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(head)
        words.addWidget(about)
        self._button = button
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addLayout(words, 1)
        if button is not None:
            self._layout.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.current().px(_BESIDE)
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        if self._button is not None:
            align = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeft
            self._layout.setAlignment(self._button, align)


class DuplicateHint(QFrame):
    """Hidden while there is nothing to say. `open_requested` tells the userid of the contact to be opened.

    `announced` carries what screen readers hear.
    """

    open_requested = Signal(str)
    announced = Signal(str)

    def __init__(self, staff: Staff, me: Me | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._staff, self._me = staff, me
        self._duplicates: tuple[Duplicate, ...] = ()
        self._said = ""
        self._after: QWidget | None = None
        self.setProperty("banner", "warn")
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(8)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addLayout(self._entries, 1)
        icons.use(self._icon, "users", "warn")
        theme.current().text_changed.connect(self._fill)
        self.hide()

    def stand_after(self, widget: QWidget) -> None:
        """Let Tab come from `widget` to the buttons of the hint: they are made late, and would come behind all else."""
        self._after = widget

    def show_duplicates(self, duplicates: Sequence[Duplicate]) -> None:
        """Say who is there already; nobody hides the hint."""
        self._duplicates = tuple(duplicates)
        self._fill()
        if self._duplicates and not self.isHidden():
            first = self._duplicates[0]
            said = f"{self._title(first)}. {self._about(first)}"
            if said != self._said:
                announce(self, said)
                self.announced.emit(said)
            self._said = said
        else:
            self._said = ""

    def refresh(self) -> None:
        """Names of colleagues have become known."""
        self._fill()

    # -- inside ----------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        focused, before = self._focused_userid(), self._after
        while (item := self._entries.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for duplicate in self._duplicates[:SHOWN]:
            button = None
            if not is_temporary(duplicate.row.userid):  # it has no id yet by which it could be opened
                userid = duplicate.row.userid
                button = push_button(
                    self.tr("Open it"), lambda userid=userid: self.open_requested.emit(userid), "small"
                )
                button.setProperty("userid", userid)
                button.setAccessibleName(self.tr("Open {name}").format(name=self._who(duplicate)))
            entry = _Entry(self._title(duplicate), self._about(duplicate), button)
            self._entries.addWidget(entry)
            entry.show()  # at once, so that it can take the focus
            if button is not None and before is not None:
                QWidget.setTabOrder(before, button)
                before = button
            if button is not None and userid == focused:
                button.setFocus()
        more = len(self._duplicates) - SHOWN
        if more > 0:
            counted = plain_label(self.tr("and %n more", "", more))
            self._entries.addWidget(counted)
            counted.show()
        self.setVisible(bool(self._duplicates))
        self.setAccessibleName("; ".join(self._title(each) for each in self._duplicates[:SHOWN]))

    def _focused_userid(self) -> str:
        """Whose button has the focus: it must keep it when the words change."""
        for button in self.findChildren(QPushButton):
            if button.hasFocus():
                return str(button.property("userid"))
        return ""

    def _who(self, duplicate: Duplicate) -> str:
        row = duplicate.row
        name = row.name or row.phone or row.userid
        return self.tr("{name}, {company}").format(name=name, company=row.company) if row.company else name

    def _title(self, duplicate: Duplicate) -> str:
        if is_temporary(duplicate.row.userid):
            return self.tr("Being saved just now: {who}").format(who=self._who(duplicate))
        return self.tr("Already in the book: {who}").format(who=self._who(duplicate))

    def _about(self, duplicate: Duplicate) -> str:
        if duplicate.phone and duplicate.name:
            same = self.tr("Same number, name and company.")
        elif duplicate.phone:
            same = self.tr("Same number.")
        else:
            same = self.tr("Same name and company.")
        owner_id = duplicate.row.owner_id
        if not owner_id:
            return same
        owner = colleague(self._staff.name_of(owner_id), owner_id, self._me)
        return same if owner.loading else self.tr("{same} Owner: {owner}.").format(same=same, owner=owner.full)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
