"""Lists the contacts that are gone since the person last looked at the changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from addressbook.domain.news import RemovedContact
from addressbook.ui import times
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.news_line import name_of
from addressbook.ui.widgets.plain import plain_label

_LINES = 14


class RemovedDialog(Dialog):
    """Read-only: who, from which company, and when it was found. `total` may be more than are listed."""

    def __init__(self, removed: Sequence[RemovedContact], total: int, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("%Ln contact(s) no longer in DingTalk", "", total)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.body.addWidget(plain_label(title, kind="head"))
        hint = self.tr("Somebody deleted them there. They are not on this computer any more either.")
        self.body.addWidget(plain_label(hint, kind="muted"))
        lines = [self._line(contact) for contact in removed]
        if total > len(removed):
            lines.append(self.tr("%Ln more", "", total - len(removed)))
        self.names = QPlainTextEdit()
        self.names.setReadOnly(True)
        self.names.setTabChangesFocus(True)
        self.names.setAccessibleName(title)
        self.names.setPlainText("\n".join(lines))
        line = round(self.names.fontMetrics().lineSpacing() * 1.3)  # Chinese names stand in higher lines
        shown = min(max(len(lines), 3), _LINES)
        self.names.setFixedHeight(line * shown + round(2 * self.names.document().documentMargin()) + 8)
        self.body.addWidget(self.names)
        self.body.addStretch(1)
        self.buttons.addStretch(1)
        close = self.add_button(self.tr("Close"), kind="primary", default=True)
        close.clicked.connect(self.accept)
        close.setFocus()
        self.fit(72)

    def _line(self, contact: RemovedContact) -> str:
        parts = (name_of(contact), " ".join(contact.company.split())[:200], times.clock(contact.at))
        return self.tr(" · ").join(part for part in parts if part)
