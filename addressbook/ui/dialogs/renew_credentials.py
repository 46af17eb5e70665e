"""Key and secret once more, for a book that is open: the administrator has made new ones."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from addressbook.errors import AddressBookError, SecretStoreError
from addressbook.ui.connect_form import PasteField, SecretField
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.dialogs.secret_store import StoreAnswer, ask_about_store
from addressbook.ui.plain_text import without_key
from addressbook.ui.tasks import Tasks
from addressbook.ui.texts import Place, explain, sentences
from addressbook.ui.widgets.form import label_for
from addressbook.ui.widgets.plain import announce, plain_label

Attempt = Callable[[str, str, bool], Awaitable[None]]


class RenewDialog(Dialog):
    """Both are typed anew: the program shows no secret that it keeps. Closes when they were taken.

    `attempt` gets key, secret and whether to keep them; what it raises is told here.
    """

    def __init__(self, attempt: Attempt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt = attempt
        self._tasks = Tasks(self)
        self._title = plain_label(kind="head")
        self._text = plain_label()
        self.key, self.secret = PasteField(), SecretField()
        self.problem = plain_label(kind="error")
        self.problem.hide()
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._key_label, self._secret_label = label_for(self.key), label_for(self.secret)
        self._note = plain_label(kind="caption")
        form.addRow(self._key_label, self.key)
        form.addRow(self._secret_label, self.secret)
        form.addRow(QLabel(), self._note)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.body.addLayout(form)
        self.body.addWidget(self.problem)
        self.body.addStretch(1)
        self.buttons.addStretch(1)
        self._cancel = self.add_button("")
        self._cancel.clicked.connect(self.reject)
        self._use = self.add_button("", kind="primary", default=True)
        self._use.clicked.connect(self._on_use_clicked)
        for field in (self.key, self.secret):
            field.textEdited.connect(lambda _: self._show_problem(None, ""))
        self._retranslate()
        self.fit(72)
        self.key.setFocus()

    # -- inside ----------------------------------------------------------------------------------------------

    def _on_use_clicked(self) -> None:
        if not self.key.text().strip():
            self._show_problem(self.key, self.tr("Enter the Client ID (App key)."))
        elif not self.secret.text().strip():
            self._show_problem(self.secret, self.tr("Enter the Client Secret (App secret)."))
        elif not self._tasks.busy:
            self._show_problem(None, "")
            self._set_busy(True)
            self._tasks.start(self._renew(self.key.text().strip(), self.secret.text().strip()), self._on_failed)

    async def _renew(self, key: str, secret: str) -> None:
        keep = True
        while True:
            try:
                await self._attempt(key, secret, keep)
                break
            except SecretStoreError as error:
                decided = await ask_about_store(self, error)
            if decided is StoreAnswer.STOPPED:
                self._set_busy(False)
                return
            keep = decided is not StoreAnswer.TEMPORARY
        self.secret.clear()
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._set_busy(False)
        if not isinstance(error, AddressBookError):
            raise error
        words = explain(error, Place.BOOK)
        told = self.tr("{title}. {text}").format(title=words.title, text=sentences(words.reason, words.action))
        self._show_problem(None, told)
        announce(self.problem, told, urgent=True)
        self.fit(72)

    def _set_busy(self, busy: bool) -> None:
        self._use.setEnabled(not busy)
        self._use.setText(self.tr("Signing in…") if busy else self.tr("&Sign in"))

    def _show_problem(self, field: QLineEdit | None, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if field is not None:
            field.setFocus()
            announce(field, text)

    def _retranslate(self) -> None:
        title = self.tr("Enter key and secret again")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.setText(title)
        self._text.setText(
            self.tr(
                "Ask your DingTalk administrator for the present ones. The contacts on this computer stay; they are "
                "refreshed as soon as DingTalk accepts key and secret."
            )
        )
        for label, field, text in (
            (self._key_label, self.key, self.tr("Client &ID (App key)")),
            (self._secret_label, self.secret, self.tr("Client S&ecret (App secret)")),
        ):
            label.setText(text)
            field.setAccessibleName(without_key(text))
        self._note.setText(self.tr("Kept in this computer's password store, never in a file."))
        self._cancel.setText(self.tr("Cancel"))
        self.secret.retranslate()
        self._set_busy(self._tasks.busy)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
