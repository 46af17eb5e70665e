"""A page that says why there is nothing to show, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import StyledWidget, empty_layout, push_button

_MARGIN = 24  # pixels
_LINES = 3  # that are seen at least of a message that scrolls
_LARGEST, _LEAST = 56, 20  # pixels of an icon, with text of the usual size


class _Icon(QLabel):
    """As large as there is room for: where a banner stands above in a small window, the words are worth more."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_icon(self, name: str) -> None:
        self._name = name
        self.updateGeometry()
        self._renew()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(_LARGEST), theme.current().px(_LARGEST))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew()

    def _renew(self) -> None:
        size = min(self.height(), theme.current().px(_LARGEST))
        if size < theme.current().px(_LEAST):
            self.clear()
        else:
            self.setPixmap(icons.pixmap(self._name, size, "muted", self.devicePixelRatioF()))


class _Inside(QWidget):
    """What is said; scrolls only where the room is too small without the icon, too."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1


class PageMessage(StyledWidget):
    """Icon, title, text and buttons in the middle of a pane. `typed` brings letters that are typed there."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("main", parent)
        self._icon_name = "book"
        self._said: object = None
        self._icon = _Icon(self._icon_name)
        self._title = plain_label(kind="head")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = plain_label(kind="muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(8)
        inside = _Inside()
        inside.setProperty("kind", "scrolled")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._icon)
        layout.addSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(8)
        layout.addLayout(self._buttons)
        layout.addStretch(3)
        self._area = QScrollArea()  # for a small window with large text and a banner above
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)
        theme.current().changed.connect(self._renew_icon)

    @property
    def title(self) -> str:
        """What the page says."""
        return self._title.text()

    @property
    def text(self) -> str:
        """What it says below the title."""
        return self._text.text()

    def show_message(
        self, icon: str, title: str, text: str, buttons: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> None:
        """Say something; the last button is the filled one."""
        said = (icon, title, text, tuple(words for words, _ in buttons))
        if said == self._said and self.isVisible():
            return  # a button that has the focus keeps it
        self._said, self._icon_name = said, icon
        self._renew_icon()
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        empty_layout(self._buttons)
        self._buttons.addStretch(1)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs do not know that null is allowed
        for place, (words, on_click) in enumerate(buttons):
            kind = "primary" if place == len(buttons) - 1 else ""
            button = push_button(words, on_click, kind)
            button.ensurePolished()  # is wider then
            button.installEventFilter(self)
            button.setAutoDefault(True)  # Enter went to it, and presses it
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.setFocusProxy(button)  # F6 goes to what can be pressed
        self._buttons.addStretch(1)
        self._arrange()
        self._area.verticalScrollBar().setValue(0)
        if had_focus:  # Enter must not press what happens to come next in the window
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _LINES * self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers, text = Qt.KeyboardModifier, event.text()
        held = event.modifiers() & (modifiers.ControlModifier | modifiers.AltModifier | modifiers.MetaModifier)
        if text.isprintable() and text.strip() and not held:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = QEvent.Type  # a new button has the focus before it has its place
        if event.type() in (kinds.FocusIn, kinds.Move) and isinstance(watched, QWidget) and watched.hasFocus():
            self._area.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """Buttons stand below each other where they have no room side by side."""
        items = (self._buttons.itemAt(place) for place in range(self._buttons.count()))
        buttons = [widget for item in items if item is not None and (widget := item.widget()) is not None]
        wanted = sum(button.sizeHint().width() + self._buttons.spacing() for button in buttons)
        side_by_side = wanted <= self.width() - 2 * _MARGIN
        direction = QBoxLayout.Direction
        self._buttons.setDirection(direction.LeftToRight if side_by_side else direction.TopToBottom)

    def _renew_icon(self) -> None:
        self._icon.show_icon(self._icon_name)
