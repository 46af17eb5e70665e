"""Settings: what is changed counts at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from addressbook.domain.staff import Me
from addressbook.errors import AddressBookError
from addressbook.settings import SavedProfile, SettingsFile
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.plain_text import without_key
from addressbook.ui.tasks import Tasks
from addressbook.ui.texts import explain, sentences
from addressbook.ui.translation import LANGUAGES
from addressbook.ui.widgets.form import FormLabel, label_for, one_column
from addressbook.ui.widgets.plain import announce, plain_label

_MINUTES = (5, 15, 30, 60, 240)
_BETWEEN = 14  # pixels from a label to its field


class OpenBook(Protocol):
    """What of services.session.Session the settings show."""

    profile: SavedProfile | None
    own_mobile: str

    @property
    def me(self) -> Me | None: ...

    async def set_own_mobile(self, mobile: str) -> Me | None: ...


class SettingsDialog(Dialog):
    """General settings and, when a book is open, its name, the person's own number, and the way out.

    The settings file is changed here; `language_chosen`, `theme_chosen` and `compact_chosen` let the window follow.
    `renamed` and `sign_out_requested` are for whoever owns the sessions.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    compact_chosen = Signal(bool)
    refresh_chosen = Signal(int)
    renamed = Signal(str)
    mobile_chosen = Signal(str)
    credentials_requested = Signal()
    sign_out_requested = Signal()

    def __init__(self, settings: SettingsFile, book: OpenBook | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._book = book
        self._tasks = Tasks(self)
        self._labels: list[tuple[FormLabel, QWidget, Callable[[], str]]] = []
        self._title = plain_label(kind="head")
        self.body.addWidget(self._title)
        self._build_general()
        self._build_book()
        self.body.addStretch(1)
        self.buttons.addStretch(1)
        self._close = self.add_button("", kind="primary", default=True)
        self._close.clicked.connect(self.accept)
        self.finished.connect(self._keep_mobile)
        self._retranslate()
        self.fit(76)

    # -- building --------------------------------------------------------------------------------------------

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(_BETWEEN)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        return form

    def _row(self, form: QFormLayout, field: QWidget, text: Callable[[], str], whole: QWidget | None = None) -> None:
        label = label_for(field, whole)
        form.addRow(label, whole or field)
        self._labels.append((label, field, text))

    def _build_general(self) -> None:
        values = self._settings.values
        form = self._form()
        self.language = QComboBox()
        for code in ("system", *(code for code, _ in LANGUAGES)):
            self.language.addItem("", code)
        self.theme = QComboBox()
        for mode in ("system", "light", "dark"):
            self.theme.addItem("", mode)
        self.refresh = QComboBox()
        for minutes in sorted({*_MINUTES, values.refresh_minutes}):
            self.refresh.addItem("", minutes)
        self.compact = QCheckBox()
        self.compact.setChecked(values.compact_rows)
        self.keep_last = QCheckBox()
        self.keep_last.setChecked(values.keep_last_values)
        self.language.setCurrentIndex(self.language.findData(values.language))
        self.theme.setCurrentIndex(self.theme.findData(values.theme))
        self.refresh.setCurrentIndex(self.refresh.findData(values.refresh_minutes))
        self._row(form, self.language, lambda: self.tr("&Language"))
        self._row(form, self.theme, lambda: self.tr("&Appearance"))
        self._row(form, self.refresh, lambda: self.tr("Look for &changes"))
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(form.verticalSpacing())
        self._ticks.addWidget(self.compact)
        self._ticks.addWidget(self.keep_last)
        form.addRow(self._ticks)
        self.body.addLayout(form)
        self.language.activated.connect(self._on_language_activated)
        self.theme.activated.connect(self._on_theme_activated)
        self.refresh.activated.connect(self._on_refresh_activated)
        self.compact.toggled.connect(self._on_compact_toggled)
        self.keep_last.toggled.connect(lambda kept: self._settings.change(keep_last_values=kept))

    def _build_book(self) -> None:
        self._book_title = plain_label(kind="section")
        self.name, self.mobile = QLineEdit(), QLineEdit()
        self.look_up, self.sign_out, self.renew = QPushButton(), QPushButton(), QPushButton()
        self.status = plain_label(kind="caption")
        if self._book is None:
            return
        self.body.addSpacing(4)
        self.body.addWidget(self._book_title)
        form = self._form()
        if self._book.profile is not None:
            self.name.setText(self._book.profile.name)
            self.name.editingFinished.connect(self._on_name_finished)
            self._row(form, self.name, lambda: self.tr("&Name for this book"))
        self.mobile.setText(self._book.own_mobile)
        self.mobile.returnPressed.connect(self._on_look_up_clicked)
        self.look_up.clicked.connect(self._on_look_up_clicked)
        number = QWidget()
        row = QHBoxLayout(number)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.mobile, 1)
        row.addWidget(self.look_up)
        self._row(form, self.mobile, lambda: self.tr("Your &mobile number"), number)
        form.addRow(QLabel(), self.status)
        self.body.addLayout(form)
        for button in (self.look_up, self.sign_out, self.renew):
            button.setAutoDefault(False)
        if self._book.profile is not None:
            self.sign_out.clicked.connect(self._on_sign_out_clicked)
            self.renew.clicked.connect(self._on_renew_clicked)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(self.renew)
            row.addWidget(self.sign_out)
            row.addStretch(1)
            self.body.addLayout(row)

    # -- what the person does --------------------------------------------------------------------------------

    def _on_language_activated(self) -> None:
        code = self.language.currentData()
        self._settings.change(language=code)
        self.language_chosen.emit(code)

    def _on_theme_activated(self) -> None:
        mode = self.theme.currentData()
        self._settings.change(theme=mode)
        self.theme_chosen.emit(mode)

    def _on_refresh_activated(self) -> None:
        minutes = self.refresh.currentData()
        self._settings.change(refresh_minutes=minutes)
        self.refresh_chosen.emit(minutes)

    def _on_compact_toggled(self, compact: bool) -> None:
        self._settings.change(compact_rows=compact)
        self.compact_chosen.emit(compact)

    def _on_name_finished(self) -> None:
        name = " ".join(self.name.text().split())
        if self._book is None or self._book.profile is None:
            return
        if not name:  # a book without a name could not be told from another
            self.name.setText(self._book.profile.name)
        elif name != self._book.profile.name:
            self.renamed.emit(name)

    def _on_sign_out_clicked(self) -> None:
        self.accept()
        self.sign_out_requested.emit()

    def _on_renew_clicked(self) -> None:
        self.accept()
        self.credentials_requested.emit()

    def _on_look_up_clicked(self) -> None:
        if self._book is not None and not self._tasks.busy:
            self.look_up.setEnabled(False)
            self._tasks.start(self._look_up(self._book, self.mobile.text().strip()))

    def _keep_mobile(self) -> None:
        """A number that was typed counts, looked up or not; whose it is shows in the window when it is known."""
        number = self.mobile.text().strip()
        if self._book is not None and number != self._book.own_mobile and not self._tasks.busy:
            self.mobile_chosen.emit(number)

    async def _look_up(self, book: OpenBook, mobile: str) -> None:
        try:
            me = await book.set_own_mobile(mobile)
        except AddressBookError as error:
            words = explain(error)
            text = self.tr("{title}. {text}").format(title=words.title, text=sentences(words.reason, words.action))
        else:
            text = self._about_me(me)
        self.look_up.setEnabled(True)
        self.status.setText(text)
        announce(self.status, text)

    def _about_me(self, me: Me | None) -> str:
        if me is None:
            return self.tr("Without a number the program cannot tell which contacts are yours.")
        if not me.name:
            return self.tr("You were found. The program can tell which contacts are yours.")
        return self.tr("You are {name}. The program can tell which contacts are yours.").format(name=me.name)

    # -- words -----------------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        title = self.tr("Settings")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.setText(title)
        for label, field, text in self._labels:
            label.setText(text())
            field.setAccessibleName(without_key(text()))
        names = {"system": self.tr("Like the system"), **dict(LANGUAGES)}
        for index in range(self.language.count()):
            self.language.setItemText(index, names[self.language.itemData(index)])
        modes = {"system": self.tr("Like the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        for index in range(self.theme.count()):
            self.theme.setItemText(index, modes[self.theme.itemData(index)])
        for index in range(self.refresh.count()):
            minutes = self.refresh.itemData(index)
            self.refresh.setItemText(index, self.tr("Every %n minute(s)", "", minutes))
        self.compact.setText(self.tr("Compact &rows"))
        self.keep_last.setText(self.tr("&Begin new contacts like the last one added"))
        self.keep_last.setToolTip(self.tr("Country, owner and labels are filled in; all of them can be changed."))
        self._book_title.setText(self.tr("This book"))
        self.look_up.setText(self.tr("Look me &up"))
        self.renew.setText(self.tr("Enter &key and secret again…"))
        self.sign_out.setText(self.tr("Sign &out…"))
        if self._book is not None:
            self.status.setText(self._about_me(self._book.me))
        self._close.setText(self.tr("Close"))
        self.measure()

    def measure(self) -> None:
        one_column(label for label, _, _ in self._labels)
        self._indent_ticks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._indent_ticks()

    def _indent_ticks(self) -> None:
        """What is ticked stands below the fields, where there is room for its words."""
        aside = self._labels[0][0].column + _BETWEEN
        words = max(box.minimumSizeHint().width() for box in (self.compact, self.keep_last))
        margins, bar = self.body.contentsMargins(), self._scroll.verticalScrollBar().sizeHint().width()
        fits = aside + words <= self.width() - margins.left() - margins.right() - bar
        self._ticks.setContentsMargins(aside if fits else 0, 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
