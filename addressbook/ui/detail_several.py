"""What the detail pane shows when several contacts are selected: how many, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from addressbook.ui import icons
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import push_button


class SeveralSelected(QWidget):
    """`delete_requested` is for all that is selected; who deletes asks first."""

    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = plain_label(kind="muted")
        self.delete = push_button("", self.delete_requested.emit)
        icons.use(self.delete, "trash", "text", 16)
        self._reason = plain_label(kind="muted")
        for label in (self._words, self._reason):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(14)
        layout.addStretch(1)
        layout.addWidget(self._words)
        layout.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._reason)
        layout.addStretch(1)
        self.set_writing(True)

    def show_count(self, count: int) -> None:
        """So many contacts are selected."""
        self._words.setText(self.tr("%Ln contacts are selected.", "", count))
        self.delete.setText(self.tr("Delete %Ln contacts…", "", count))

    def set_writing(self, allowed: bool) -> None:
        """Whether contacts can be changed at all; if not, that is said."""
        reason = "" if allowed else self.tr("Contacts cannot be changed now.")
        self.delete.setEnabled(allowed)
        self.delete.setToolTip(tooltip(reason))
        self.delete.setAccessibleDescription(reason)
        self._reason.setText(reason)
        self._reason.setVisible(not allowed)
