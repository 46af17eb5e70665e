"""Which contacts a person has looked at: their details stood on the screen for a moment, or they were opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from addressbook.ui.contact_view import ContactView
from addressbook.ui.detail_pane import DetailPane

MOMENT_MS = 1000
"""Going through the list by the arrow keys passes many whom nobody looks at."""


class ViewedContacts(QObject):
    """Watches the details of what is chosen in the list; `viewed` tells the userid of who was looked at."""

    viewed = Signal(str)

    def __init__(self, view: ContactView, pane: DetailPane) -> None:
        super().__init__(pane)
        self._view, self._pane = view, pane
        self._userid = ""  # who is chosen, though perhaps the details are not shown
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._moment_passed)
        view.opened.connect(self._tell)
        pane.installEventFilter(self)

    def look(self) -> None:
        """Call it when another contact, or several, may have been chosen, once the pane knows."""
        contact = self._pane.contact if self._view.selected_count == 1 else None
        userid = contact.userid if contact is not None else ""
        if userid != self._userid:
            self._userid = userid
            self._begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._begin()
        return False

    def _begin(self) -> None:
        if self._userid and self._pane.isVisible():
            self._timer.start(MOMENT_MS)
        else:
            self._timer.stop()

    def _moment_passed(self) -> None:
        if not self._pane.window().isMinimized():
            self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        if self._userid:
            self.viewed.emit(self._userid)
