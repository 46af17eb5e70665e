"""The languages of the program, each by its own name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from addressbook.ui.translation import LANGUAGES, current_language
from addressbook.ui.widgets.plain import plain_label


class LanguageRow(QWidget):
    """One button a language, the present one pressed. `chosen` carries the code of another one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        self._label = plain_label(kind="caption", wrap=False)
        row.addWidget(self._label)
        self._buttons: dict[str, QPushButton] = {}
        for code, name in LANGUAGES:
            button = QPushButton(name)
            button.setProperty("kind", "link")
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_clicked, code))
            self._buttons[code] = button
            row.addWidget(button)
        row.addStretch(1)
        self._retranslate()

    def _on_clicked(self, code: str) -> None:
        self._renew()
        if code != current_language():
            self.chosen.emit(code)

    def _renew(self) -> None:
        for code, button in self._buttons.items():
            button.setChecked(code == current_language())

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Language:"))
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
