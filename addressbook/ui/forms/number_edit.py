"""A line for a phone number, which is written as its country writes it while somebody types."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from addressbook.domain.phone_check import format_typed, split_pasted
from addressbook.ui.forms.inputs import LineEdit

_LONGEST = 100  # no number, but a remark behind one; what came from the server may be longer
_PASTED_FROM = 5  # characters at once: nobody types so many
_NOT_LEAVING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class _State(NamedTuple):
    """What undo goes back to."""

    country: str
    text: str
    caret: int


def _counts(character: str) -> bool:
    """Whether a character is of the number: all others come and go while it is written."""
    return character.isdecimal() or character in "+＋"


def _place_after(text: str, count: int) -> int:
    """The place in `text` behind its first `count` characters that count."""
    place = 0
    while count and place < len(text):
        count -= _counts(text[place])
        place += 1
    return place


class NumberEdit(LineEdit):
    """`edited` comes for a person's changes, to the number or, by pasting, to the country in front of it.

    The caret stays behind the same digit; Backspace and Delete step over the spaces between digits. Since the text is
    rewritten, undo is kept here. While an input method composes, nothing is rewritten.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.country = ""
        self._composing = False
        self._last = ""
        self._states = [_State("", "", 0)]
        self._place = 0
        self._kind = ""
        self.setMaxLength(_LONGEST)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.textEdited.connect(self._on_edited)

    # -- what the field calls --------------------------------------------------------------------------------

    def set_number(self, country: str, text: str) -> None:
        """Show a number of a country (digits of its code); there is nothing to undo."""
        self.country = country
        if len(text) > self.maxLength():
            self.setMaxLength(len(text))
        self._write(text, len(text))
        self._states, self._place, self._kind = [self._state()], 0, ""

    def set_country(self, country: str) -> None:
        """Write the number as another country does."""
        self.country = country
        if not self._composing:
            self._write(format_typed(country, self.text()), None)
        self._remember("other")

    # -- inside ----------------------------------------------------------------------------------------------

    def _on_edited(self, text: str) -> None:
        before, self._last = self._last, text
        if not self._composing:
            split = split_pasted(text, self.country) if _inserted(before, text) >= _PASTED_FROM else None
            if split is not None:
                self.country = split[0]
                self._write(split[1], len(split[1]))
            else:
                self._write(format_typed(self.country, text), None)
        change = sum(map(_counts, text)) - sum(map(_counts, before))
        self._remember({1: "typed", -1: "erased"}.get(change, "other"))
        self.edited.emit()

    def _write(self, text: str, caret: int | None) -> None:
        """Show `text`; the caret (None) stays behind the same digit."""
        shown = self.text()
        if caret is None:
            at = self.cursorPosition()
            behind_all = not any(map(_counts, shown[at:]))
            caret = len(text) if behind_all else _place_after(text, sum(map(_counts, shown[:at])))
        if text != shown:
            self.setText(text)
            self.setCursorPosition(caret)
        self._last = self.text()

    def _state(self) -> _State:
        return _State(self.country, self.text(), self.cursorPosition())

    def _remember(self, kind: str) -> None:
        """Typing on is one step, as erasing on is."""
        del self._states[self._place + 1 :]
        if kind == self._kind and kind != "other" and self._place:
            self._states[-1] = self._state()
        else:
            self._states.append(self._state())
        self._place = len(self._states) - 1
        self._kind = kind

    def _step(self, by: int) -> None:
        place = self._place + by
        if self.isReadOnly() or not 0 <= place < len(self._states):
            return
        self._place, self._kind = place, ""
        state = self._states[place]
        self.country = state.country
        self._write(state.text, state.caret)
        self.edited.emit()

    def _step_over(self, forward: bool) -> None:
        """Take the caret over what stands between digits, to the digit that is meant."""
        text, at = self.text(), self.cursorPosition()
        if self.hasSelectedText() or text != format_typed(self.country, text):
            return
        if forward:
            while at < len(text) and not _counts(text[at]):
                at += 1
            meant = at < len(text)
        else:
            while at and not _counts(text[at - 1]):
                at -= 1
            meant = at > 0
        if meant:
            self.setCursorPosition(at)

    # -- Qt --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._step(-1)
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._step(+1)
        else:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
                self._step_over(forward=event.key() == Qt.Key.Key_Delete)
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setParent(self, menu.windowFlags())
        for action in menu.actions():
            by = {"edit-undo": -1, "edit-redo": +1}.get(action.objectName(), 0)
            if by:
                action.triggered.disconnect()
                action.triggered.connect(lambda _checked=False, by=by: self._step(by))
                action.setEnabled(not self.isReadOnly() and 0 <= self._place + by < len(self._states))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in _NOT_LEAVING or self.isReadOnly():
            return
        split = split_pasted(self.text(), self.country) if self.text().strip().startswith(("+", "＋", "00")) else None
        if split is not None:
            self.country = split[0]
            self._write(split[1], len(split[1]))
            self._remember("other")
            self.edited.emit()


def _inserted(before: str, after: str) -> int:
    """How many characters came in at one place."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return len(after) - start - end
