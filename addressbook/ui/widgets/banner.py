"""A message above the list: what happened, what to do, buttons, and a fold with what support wants to know."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.texts import Explanation, Who, detail_lines, sentences
from addressbook.ui.widgets.mark import Mark
from addressbook.ui.widgets.plain import announce, plain_label, selectable
from addressbook.ui.widgets.scrolled_words import ScrolledWords

Button = tuple[str, Callable[[], object]]

_KINDS = {"error": "error", "warning": "warn", "info": "info", "ok": "ok"}
_LAST_CALL = 10  # seconds left when a screen reader hears the countdown again


class Banner(QFrame):
    """One message at a time; hidden when there is none. Which message is most serious, the page decides.

    `announced` carries what screen readers hear; `countdown_ended` comes when the time is over.
    """

    announced = Signal(str)
    countdown_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explanation: Explanation | None = None
        self._show_anew: Callable[[], object] | None = None
        self._until: datetime | None = None
        self._left = 0
        self._kind = "info"
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        theme.current().text_changed.connect(self._arrange)
        self._retranslate()
        self.hide()

    # -- what pages call -------------------------------------------------------------------------------------

    def show_explanation(self, explanation: Explanation, buttons: Sequence[Button] = ()) -> None:
        """Show an error in words. The first button is the filled one, unless a message is there to be copied."""
        new = self._explanation is None or self._explanation.title != explanation.title
        self._explanation = explanation
        text = sentences(explanation.text, explanation.action)
        self._show(_KINDS[explanation.severity], explanation.icon, explanation.title, text, buttons, new)

    def show_info(
        self,
        title: str,
        text: str,
        buttons: Sequence[Button] = (),
        *,
        icon: str = "info",
        kind: str = "info",
        filled: bool = True,
    ) -> None:
        """Show a message of the program's own; `kind` is "info", "ok", "warning" or "error". `filled`: the first button
        of an error is the filled one, which a page with a main button of its own does without."""
        self._explanation = None
        self._show(_KINDS[kind], icon, title, text, buttons, self._title_text != title, filled)

    def say(self, show: Callable[[], object]) -> None:
        """Show what `show` shows by one of the two above, and that anew in another language."""
        show()
        self._show_anew = show

    def set_countdown(self, until: datetime | None) -> None:
        """Count down to `until` (aware) behind the title, second by second; None stops counting."""
        started = until is not None and until != self._until
        self._until = until
        if until is None:
            self._timer.stop()
            self._title.setText(self._title_text)
            return
        if started:
            self._left = 0
        self._timer.start()
        self._tick(announce_start=started)

    def clear(self) -> None:
        """Hide: all is well again."""
        self.set_countdown(None)
        self._explanation = self._show_anew = None
        self._title_text = ""
        self.hide()

    @property
    def seconds_left(self) -> int | None:
        """Whole seconds of the countdown, None when there is none."""
        if self._until is None:
            return None
        return max(0, math.ceil((self._until - datetime.now(UTC)).total_seconds()))

    # -- inside ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._title_text = ""
        self._offered: object = None
        self._title = plain_label()
        self._icon = Mark(self._title)
        self._title.setProperty("part", "title")
        self._text = selectable(plain_label())
        self._message = selectable(plain_label())
        self._message.setProperty("kind", "message")
        self._details = selectable(plain_label())
        self._copy = QPushButton()
        self._copy.setProperty("kind", "primary")
        self._copy.clicked.connect(self._on_copy_message)
        self._fold = QPushButton(self)  # its place among the buttons comes later; shown before, it would be a window
        self._fold.setProperty("kind", "small")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._on_fold_toggled)
        self._support = QPushButton()
        self._support.setProperty("kind", "small")
        self._support.clicked.connect(self._on_copy_support)
        icons.use(self._copy, "copy", "on_accent", 13)
        icons.use(self._support, "copy", "muted", 13)

        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        for label in (self._title, self._text, self._message, self._details):
            words.addWidget(label)
        self._words = ScrolledWords(words)
        copies = QHBoxLayout()
        copies.setSpacing(8)
        copies.addWidget(self._copy)
        copies.addWidget(self._support)
        self._told = plain_label(kind="caption")
        self._told.hide()
        copies.addWidget(self._told, 1)
        copies.addStretch()
        body = QVBoxLayout()
        body.setSpacing(4)
        body.addWidget(self._words)
        body.addLayout(copies)
        left = QHBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        left.addLayout(body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(14, 11, 14, 11)
        self._outer.setSpacing(12)
        self._outer.addLayout(left, 1)
        self._outer.addLayout(self._buttons)

    def _show(
        self,
        kind: str,
        icon: str,
        title: str,
        text: str,
        buttons: Sequence[Button],
        new: bool,
        filled: bool = True,
    ) -> None:
        self._show_anew = None
        self._kind = kind
        self._title_text = title
        self.setProperty("banner", kind)
        for widget in (self, self._title):  # style sheets look at properties only when told to
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # a frame learns then how wide its border is
        icons.use(self._icon, icon, kind, 16)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        message = self._explanation.admin_message if self._explanation else ""
        self._message.setText(message)
        self._message.setVisible(bool(message))
        self._copy.setVisible(bool(message))
        if new:
            self._fold.setChecked(False)
            self.set_countdown(None)
            self._told.hide()
        self._fill_details()
        self._set_buttons(buttons, filled=filled and not message)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.show()
        if self._until is not None:
            self._tick()
        elif new:
            self._announce(self.tr("{title}. {text}").format(title=title, text=text), urgent=kind == "error")

    def _set_buttons(self, buttons: Sequence[Button], *, filled: bool) -> None:
        offered = (tuple(buttons), filled, self._kind)
        if offered == self._offered:
            self._arrange()
            return  # a button that is being pressed must not be replaced before it is released
        self._offered = offered
        now = QApplication.focusWidget()  # a widget's own would be who had the focus in it last, whoever has it now
        focused = self._buttons.indexOf(now) if now is not None else -1
        added: list[QPushButton] = [self._fold]
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self._fold:
                widget.hide()
                widget.deleteLater()
        self._buttons.addWidget(self._fold)
        for number, (text, slot) in enumerate(buttons):
            button = QPushButton(text, self)
            primary = filled and number == 0 and self._kind == "error"
            button.setProperty("kind", "primary" if primary else "small")
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            self._buttons.addWidget(button)
            button.show()
            added.append(button)
        if 0 < focused < len(added):  # the same button as before, in the person's eyes
            added[focused].setFocus()
        self._arrange()

    def _fill_details(self) -> None:
        details = self._explanation.details if self._explanation else ()
        self._details.setText(detail_lines(details))
        self._fold.setVisible(bool(details))
        self._on_fold_toggled(self._fold.isChecked() and bool(details))

    def _on_fold_toggled(self, shown: bool) -> None:
        self._details.setVisible(shown)
        self._support.setVisible(shown)

    def _on_copy_message(self) -> None:
        QGuiApplication.clipboard().setText(self._message.text())
        self._tell_copied(self.tr("The message was copied. Paste it into a chat with your DingTalk administrator."))

    def _on_copy_support(self) -> None:
        if self._explanation is not None:
            QGuiApplication.clipboard().setText(self._explanation.support)
            self._tell_copied(self.tr("The details were copied."))

    def _tell_copied(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()
        self._announce(text)

    def _tick(self, announce_start: bool = False) -> None:
        left = self.seconds_left
        if left is None:
            return
        clock = f"{left // 60}:{left % 60:02d}"
        if self._explanation is not None and self._explanation.who is Who.WAIT:
            text = self.tr("{title}. Continues in {time}.").format(title=self._title_text, time=clock)
        else:
            text = self.tr("{title}. Tries again in {time}.").format(title=self._title_text, time=clock)
        self._title.setText(text)
        before, self._left = self._left, left
        if announce_start or before > _LAST_CALL >= left > 0:  # a busy moment may skip a second
            self._announce(text)
        if left == 0:
            self._timer.stop()
            self._until = None
            self._announce(self.tr("Continuing now."))
            self.countdown_ended.emit()

    def _announce(self, text: str, urgent: bool = False) -> None:
        announce(self, text, urgent)
        self.announced.emit(text)

    def _arrange(self) -> None:
        """Buttons stand at the side when the text has room beside them, else below it."""
        letters = 72 if self._message.text() else 48  # a long text in a narrow column takes the list's room
        needed = self._buttons.sizeHint().width() + self.fontMetrics().averageCharWidth() * letters
        beside = self.width() >= needed
        self._outer.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        vertical = Qt.AlignmentFlag.AlignTop if self._message.text() else Qt.AlignmentFlag.AlignVCenter
        self._outer.setAlignment(self._buttons, vertical if beside else Qt.AlignmentFlag.AlignRight)

    def _retranslate(self) -> None:
        self._copy.setText(self.tr("&Copy message"))
        self._copy.setAccessibleName(self.tr("Copy message for the administrator"))
        self._fold.setText(self.tr("De&tails"))
        self._support.setText(self.tr("Copy for &support"))
        self._message.setAccessibleName(self.tr("Message for the administrator"))

    # -- Qt --------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._show_anew is not None:
                self.say(self._show_anew)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
