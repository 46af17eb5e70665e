"""What all dialogs share: a body that scrolls, buttons that stay, and a way to wait for the answer."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from addressbook.ui import theme


class _Inside(QWidget):
    """Takes the height that its texts need in its width. Qt would ask for what they need at their narrowest."""

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least


class Dialog(QDialog):
    """A window over its parent. `body` takes the content and scrolls, `buttons` stands below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._inside = _Inside()
        self._inside.setProperty("kind", "scrolled")
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(20, 20, 20, 12)
        self.body.setSpacing(12)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(20, 8, 20, 16)
        self.buttons.setSpacing(8)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._scroll, 1)
        self._outer.addLayout(self.buttons)
        self._characters = 0
        theme.current().text_changed.connect(self._on_text_changed)

    def add_button(self, text: str, *, kind: str = "", default: bool = False) -> QPushButton:
        """One more button at the end of the row; the default one answers to Enter."""
        button = QPushButton(text)
        if kind:
            button.setProperty("kind", kind)
        button.setAutoDefault(default)
        button.setDefault(default)
        self.buttons.addWidget(button)
        return button

    def reveal(self, widget: QWidget) -> None:
        """Scroll the body so that a widget in it is seen, as soon as the body has taken its new height."""
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(widget))

    def measure(self) -> None:
        """Take anew what is measured in letters, before each `fit`."""

    def wanted_height(self) -> int:
        """A height to take where the content needs less."""
        return 0

    def fit(self, characters: int) -> None:
        """Take a width of about `characters` letters, and the height the content wants, within the screen."""
        self._characters = characters
        self.measure()
        width = self.fontMetrics().averageCharWidth() * characters + 40
        room = self.screen().availableGeometry().size() if self.screen() else None
        parent = self.parentWidget()
        if parent is not None and parent.window().isVisible():
            room = parent.window().size()
        self.buttons.setDirection(QBoxLayout.Direction.LeftToRight)
        needed = self.buttons.sizeHint().width()
        if room is not None:
            width = min(max(width, needed), room.width() - 32)
        if needed > width:  # with large text: one below the other, all in sight
            self.buttons.setDirection(QBoxLayout.Direction.TopToBottom)
        inside = self._inside
        for widget in reversed([inside, *inside.findChildren(QWidget)]):  # what was just shown or hidden counts
            if (layout := widget.layout()) is not None:
                layout.activate()
            widget.updateGeometry()  # parts with a height of their own reckoning tell it later
        height = inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()
        below = [self._outer.itemAt(place) for place in range(1, self._outer.count())]
        for item in below:
            if item is not None and not item.isEmpty():
                height += item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        height = max(height + 4, self.wanted_height())
        if room is not None:
            height = min(height, room.height() - 48)
        self._outer.activate()  # the least size it had before may be too large
        self.resize(width, height)
        if self.isVisible():
            self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """What has grown must not hide its buttons below the edge of the screen."""
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        frame.moveRight(min(frame.right(), room.right()))
        frame.moveBottom(min(frame.bottom(), room.bottom()))
        frame.moveLeft(max(frame.left(), room.left()))
        frame.moveTop(max(frame.top(), room.top()))
        if frame != self.frameGeometry():
            self.move(frame.topLeft())

    def _on_text_changed(self) -> None:
        if self._characters:
            QTimer.singleShot(0, self, lambda: self.fit(self._characters))  # once all that is in it has been measured


async def answer(dialog: QDialog) -> int:
    """Show a dialog and wait for it, the event loop running on; the dialog is gone afterwards.

    One that ends with the window it stands over counts as rejected.
    """
    loop = asyncio.get_running_loop()
    result: asyncio.Future[int] = loop.create_future()

    def finished(code: int) -> None:
        if not result.done():
            result.set_result(code)

    dialog.finished.connect(finished)
    dialog.destroyed.connect(lambda: finished(QDialog.DialogCode.Rejected.value))
    dialog.open()
    try:
        return await result
    finally:
        if isValid(dialog):  # the window that it stood over may have ended, and it with it
            dialog.finished.disconnect(finished)
            if dialog.isVisible():  # whoever waited was cancelled
                dialog.reject()
            dialog.deleteLater()
