"""Lists the contacts that are gone since the person last looked at the changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from addressbook.domain.news import RemovedContact
from addressbook.ui import times
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.news_line import name_of
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.text_lines import TextLines

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
        self.names = TextLines(title, "\n".join(lines), most=_LINES)
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
