"""What stands below a form: whether it stays open, how the draft is kept, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QPushButton, QWidget

from addressbook.ui import theme
from addressbook.ui.forms.inputs import restyle
from addressbook.ui.widgets.small import ElidedLabel, StyledWidget


class FormFoot(StyledWidget):
    """The buttons of a form, which stay while its body scrolls. Buttons go below the note where there is no room."""

    save_pressed = Signal()
    close_pressed = Signal()

    def __init__(self, *, new: bool, parent: QWidget | None = None) -> None:
        super().__init__("statusbar", parent)
        self._new = new
        self._saving = False
        self._can_save = True
        self.another = QCheckBox()
        if not new:
            self.another.hide()
        self.note = ElidedLabel(kind="caption")
        self.close_button, self.save_button = QPushButton(), QPushButton()
        self.close_button.setAutoDefault(False)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save_pressed)
        self.close_button.clicked.connect(self.close_pressed)
        words = QHBoxLayout()
        words.setSpacing(16)
        words.addWidget(self.another)
        words.addWidget(self.note, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save_button)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(20, 12, 20, 12)
        self._layout.setSpacing(10)
        self._layout.addLayout(words, 1)
        self._layout.addLayout(buttons)
        self.retranslate()
        theme.current().text_changed.connect(self._arrange)

    def say(self, text: str, *, warn: bool = False) -> None:
        """How the draft is kept, or what is under way."""
        restyle(self.note, "kind", "warn" if warn else "caption")
        self.note.set_full_text(text)

    def set_state(self, *, editing: bool, can_save: bool) -> None:
        """While nothing can be edited the window can be closed all the same; what was begun goes on."""
        self._saving = not editing
        self.another.setEnabled(editing)
        self.save_button.setEnabled(can_save)
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew."""
        self.another.setText(self.tr("&Keep this window open to add another"))
        self.close_button.setText(self.tr("&Close") if self._saving else self.tr("&Cancel"))
        self.save_button.setText(self.tr("&Add contact") if self._new else self.tr("&Save changes"))
        keys = self.tr("Press Ctrl+Enter or Ctrl+S")  # Enter alone is for input methods
        self.save_button.setToolTip(keys)
        self.save_button.setAccessibleDescription(keys)
        self._arrange()

    def _arrange(self) -> None:
        checked = self.another.sizeHint().width() if self._new else 0
        buttons = self.close_button.sizeHint().width() + self.save_button.sizeHint().width()
        room = self.width() - checked - buttons - 40 - 16 - 8 - 10
        beside = room >= self.fontMetrics().averageCharWidth() * 18
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    # -- Qt --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
