"""A phone number with its country: typed, pasted, or shown locked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from addressbook.domain.phone import country_code, display
from addressbook.domain.phone_check import format_typed, region_of
from addressbook.ui import theme
from addressbook.ui.forms.country_list import country_list
from addressbook.ui.forms.country_picker import CountryButton
from addressbook.ui.forms.inputs import Input
from addressbook.ui.forms.locked_field import LockedBox
from addressbook.ui.forms.number_edit import NumberEdit
from addressbook.ui.plain_text import tooltip


class PhoneField(Input):
    """The value is (country code, number), both as given until a person changes them.

    A locked field shows the number to be copied, why it cannot be changed, and a link: `replace_requested`.
    """

    replace_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = ("", "")
        self._shown = ("", "")  # what stands for the given value on the screen
        self._locked = False
        self._mark = ""
        self._name, self._description = "", ""
        self.country = CountryButton()
        self.country.chosen.connect(self._on_country_chosen)
        self.edit = NumberEdit()
        self.edit.edited.connect(self._on_edited)
        self.box = LockedBox()
        self.box.link_pressed.connect(self.replace_requested)
        self.box.hide()
        self._typed = QWidget()
        row = QHBoxLayout(self._typed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.country)
        row.addWidget(self.edit, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._typed)
        layout.addWidget(self.box)
        self.setFocusProxy(self.country)  # where Tab comes in, or it would pass by the country
        country_list().ready.connect(self._on_ready)
        theme.current().text_changed.connect(self._share_out)
        self._retranslate()

    # -- the protocol of inputs ------------------------------------------------------------------------------

    def value(self) -> tuple[str, str]:
        country, number = self.country.code, self.edit.text()
        given, shown = self._given, self._shown
        return (given[0] if country == shown[0] else country, given[1] if number == shown[1] else number)

    def set_value(self, value: tuple[str, str]) -> None:
        if value == self.value():
            return  # keeps the caret, and what can be undone
        self._given = value
        self._show_given()

    def set_read_only(self, reason: str) -> None:
        self.edit.setReadOnly(bool(reason))
        self.edit.setToolTip(tooltip(reason))
        self.country.setEnabled(not reason)

    def focus_widget(self) -> QWidget:
        return self.box.edit if self._locked else self.edit

    def focus_first(self) -> None:
        wanted = self.country if not self._locked and not self.country.code else self.focus_widget()
        wanted.setFocus()

    def set_accessible(self, name: str, description: str) -> None:
        self._name, self._description = name, description
        self.edit.setAccessibleName(name)
        self.edit.setAccessibleDescription(description)
        self.country.setAccessibleDescription(description if not self.country.code else "")
        self.box.set_accessible(name, description)

    def set_mark(self, kind: str) -> None:
        self._mark = kind
        self._renew_mark()

    # -- what forms call -------------------------------------------------------------------------------------

    def set_usual(self, codes: Sequence[str]) -> None:
        """The country codes that the book has most of: they stand first in the list."""
        self.country.set_usual(codes)

    def set_locked(self, locked: bool) -> None:
        """Show the number without letting it be changed: no update takes one."""
        self._locked = locked
        self._typed.setVisible(not locked)
        self.box.setVisible(locked)
        self.setFocusProxy(self.box.edit if locked else self.country)
        self._show_locked()

    # -- inside ----------------------------------------------------------------------------------------------

    def _show_given(self) -> None:
        code, number = country_code(self._given[0]), self._given[1]
        ready = country_list().is_ready
        shown = format_typed(code, number) if ready else number
        self.country.set_code(code, region_of(code, number) if ready else "")
        self.edit.set_number(code, shown)
        self._shown = (code, self.edit.text())
        self._show_locked()
        self._renew_mark()

    def _show_locked(self) -> None:
        if self._locked:
            shown = display(*self._given) if self._given[1] else ""
            self.box.show_text(
                shown,
                self.tr("No phone number, or one that is not shown to this program"),
                self.tr("DingTalk does not let a number be changed."),
                self.tr("&Replace number…"),
            )
            self.box.set_accessible(self._name, self._description)

    def _renew_mark(self) -> None:
        """What is missing or wrong is the country, as long as there is none."""
        missing = not self.country.code
        self.country.set_mark(self._mark if missing else "")
        self.edit.set_mark("" if missing else self._mark)

    def _on_country_chosen(self, code: str) -> None:
        self.edit.set_country(code)
        self.edit.setFocus()
        self._renew_mark()
        self.changed.emit()

    def _on_edited(self) -> None:
        if self.edit.country != self.country.code:
            self.country.set_code(self.edit.country)
            self._renew_mark()
        self.country.set_code(self.edit.country, region_of(self.edit.country, self.edit.text()))
        self.changed.emit()

    def _on_ready(self) -> None:
        """Numbers can be written from now on without waiting for what that needs to be loaded."""
        if self.value() == self._given and not self.edit.hasFocus():
            self._show_given()

    def _retranslate(self) -> None:
        self.edit.setPlaceholderText(self.tr("Mobile or landline number"))
        self._show_locked()

    # -- Qt --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        self.country.setFixedWidth(min(theme.current().px(142), max(self.width() * 2 // 5, 84)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
