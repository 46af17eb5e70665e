"""The card of the welcome page that opens the sample book."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from addressbook.ui import icons
from addressbook.ui.widgets.mark import Mark
from addressbook.ui.widgets.plain import plain_label


class SampleCard(QFrame):
    """What the sample book is and what can be tried in it; `button` opens it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.title = plain_label(kind="section")
        self._text = plain_label(kind="muted")
        self._points = [(Mark(words), words) for words in (plain_label() for _ in range(4))]
        self.button = QPushButton()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 12, 22, 20)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self._text)
        layout.addSpacing(8)
        for tick, words in self._points:
            icons.use(tick, "check", "ok", 14)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            layout.addLayout(row)
        layout.addStretch(1)
        layout.addSpacing(8)
        layout.addWidget(self.button)
        self._retranslate()

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Try it with sample contacts"))
        self._text.setText(
            self.tr("About 2,000 invented people. Nothing is sent anywhere and nothing needs to be set up.")
        )
        points = (
            self.tr("Find people by name, pinyin, company or number"),
            self.tr("Filter by labels and by owner"),
            self.tr("Add and correct; delete with Undo"),
            self.tr("Connect later from the File menu"),
        )
        for (_, words), text in zip(self._points, points, strict=True):
            words.setText(text)
        self.button.setText(self.tr("&Open sample contacts"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
