"""A question or a message with buttons that name what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from addressbook.errors import AddressBookError, ProfileInUse
from addressbook.ui import icons
from addressbook.ui.dialogs.base import Dialog, answer
from addressbook.ui.texts import Explanation, detail_lines, explain, sentences
from addressbook.ui.widgets.plain import announce, plain_label, selectable

_ROLES = {"error": "error", "warning": "warn", "info": "info", "ok": "ok"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One button. `key` is what the question returns; the filled one answers to Enter."""

    key: str
    text: str
    filled: bool = False


class MessageDialog(Dialog):
    """Title, text and buttons; with an explanation also its details and the message for the administrator.

    `chosen` is the key of the button that was pressed, "" for Esc.
    """

    def __init__(
        self,
        title: str,
        text: str,
        choices: Sequence[Choice],
        *,
        severity: str = "info",
        icon: str = "",
        explanation: Explanation | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chosen = ""
        role = _ROLES[severity]
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        picture = QLabel()
        icons.use(picture, icon or severity, role, 24)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(plain_label(title, kind="head"))
        self._text = selectable(plain_label(text))
        words.addWidget(self._text)
        self._explanation = explanation
        if explanation is not None:
            self._add_explanation(words, explanation)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.buttons.addStretch(1)
        for choice in choices:
            button = self.add_button(choice.text, kind="primary" if choice.filled else "", default=choice.filled)
            button.clicked.connect(lambda _checked=False, key=choice.key: self._choose(key))
            if choice.filled:
                button.setFocus()
        self.fit(64)

    def set_text(self, text: str) -> None:
        """Say something else below the title, while the question stands."""
        self._text.setText(text)
        self.setAccessibleDescription(text)

    def _add_explanation(self, words: QVBoxLayout, explanation: Explanation) -> None:
        if explanation.admin_message:
            message = selectable(plain_label(explanation.admin_message, kind="message"))
            message.setAccessibleName(self.tr("Message for the administrator"))
            words.addWidget(message)
            self._add_copy(words, self.tr("&Copy message"), explanation.admin_message)
        if explanation.details:
            lines = detail_lines(explanation.details)
            details = selectable(plain_label(lines, kind="caption"))
            fold = self._add_small(words, self.tr("De&tails"))
            words.addWidget(details)
            copy = self._add_copy(words, self.tr("Copy for &support"), explanation.support)
            fold.setCheckable(True)
            for hidden in (details, copy):
                hidden.hide()
                fold.toggled.connect(hidden.setVisible)
            fold.toggled.connect(lambda: self.fit(64))

    def _add_copy(self, words: QVBoxLayout, text: str, copied: str) -> QPushButton:
        button = self._add_small(words, text)
        icons.use(button, "copy", "muted", 13)
        button.clicked.connect(lambda: self._on_copy(button, copied))
        return button

    def _on_copy(self, button: QPushButton, copied: str) -> None:
        QGuiApplication.clipboard().setText(copied)
        button.setText(self.tr("Copied"))
        announce(button, self.tr("Copied"))

    @staticmethod
    def _add_small(words: QVBoxLayout, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "small")
        button.setAutoDefault(False)
        words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _choose(self, key: str) -> None:
        self.chosen = key
        self.accept()


async def ask(
    parent: QWidget | None, title: str, text: str, choices: Sequence[Choice], *, severity: str = "info", icon: str = ""
) -> str:
    """Ask a question; returns the key of the chosen button, "" when the window was closed."""
    dialog = MessageDialog(title, text, choices, severity=severity, icon=icon, parent=parent)
    await answer(dialog)
    return dialog.chosen


def in_use_dialog() -> MessageDialog:
    """What a second start shows when the first does not answer; no event loop runs yet that could be awaited."""
    return _error_dialog(None, ProfileInUse())


async def tell_error(
    parent: QWidget | None, error: AddressBookError, choices: Sequence[Choice] = (), close_text: str = ""
) -> str:
    """Explain an error; `choices` are offered behind a button that closes. Returns the chosen key or ""."""
    dialog = _error_dialog(parent, error, choices, close_text)
    await answer(dialog)
    return dialog.chosen


def _error_dialog(
    parent: QWidget | None, error: AddressBookError, choices: Sequence[Choice] = (), close_text: str = ""
) -> MessageDialog:
    words = explain(error)
    close = Choice(
        "",
        close_text or QCoreApplication.translate("MessageDialog", "Close"),
        filled=not any(choice.filled for choice in choices),
    )
    return MessageDialog(
        words.title,
        sentences(words.text, words.action),
        (close, *choices),
        severity=words.severity,
        icon=words.icon,
        explanation=words,
        parent=parent,
    )
