"""What the windows have in common in which colleagues and departments are chosen: search, count, limit, troubles."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from addressbook.errors import AddressBookError
from addressbook.ui import icons, texts, theme
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.forms.find_box import FindBox
from addressbook.ui.forms.inputs import restyle
from addressbook.ui.tasks import Tasks
from addressbook.ui.widgets.mark import Mark
from addressbook.ui.widgets.plain import announce, plain_label
from addressbook.ui.widgets.small import push_button


class Note(QWidget):
    """One thing to say above a list, with a button when something can be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = plain_label()
        self._icon = Mark(self._text)
        self._do: Callable[[], None] = lambda: None
        self.button = push_button("", lambda: self._do(), "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, "" when nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def say(
        self,
        text: str,
        kind: str = "info",
        button: str = "",
        do: Callable[[], None] | None = None,
        *,
        aloud: bool = True,
    ) -> None:
        """Say something ("info" or "warn"), to screen readers too; "" takes it away."""
        if text == self.text and not button:
            return
        if not text and self.button.hasFocus():
            self.focusPreviousChild()
        self._text.setText(text)
        restyle(self._text, "kind", "warn" if kind == "warn" else "muted")
        name = "warning" if kind == "warn" else "info"
        icons.use(self._icon, name, "warn" if kind == "warn" else "muted", 13)
        self._do = do or (lambda: None)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(text))
        if text and aloud:
            announce(self, text)


class PickDialog(Dialog):
    """Something is chosen from a list. `most` None: one thing, and choosing it closes the window.

    `picked` tells what was chosen, in the order of choosing. Subclasses fill `middle` and call `press`.
    """

    picked = Signal(tuple)

    def __init__(self, chosen: Iterable[Any], *, most: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.most = most
        self.chosen: dict[Any, None] = dict.fromkeys(chosen)
        self._begun_with = tuple(self.chosen)
        self._lines = 0
        self.search = FindBox()
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.addWidget(self.search, 1)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(6)
        self.note = Note()
        self.body.addLayout(self.top)
        self.body.addLayout(self.middle, 1)
        self.count = plain_label(kind="muted")
        self.buttons.addWidget(self.count, 1)
        cancel = self.add_button(self.tr("&Cancel"))
        cancel.clicked.connect(self.reject)
        self._below: list[QWidget] = [cancel]
        if most is not None:
            done = self.add_button(self.tr("&Done"), kind="primary", default=True)
            done.clicked.connect(self.accept_choice)
            self._below.append(done)
            QShortcut(QKeySequence("Ctrl+Return"), self, self.accept_choice)
            QShortcut(QKeySequence("Ctrl+Enter"), self, self.accept_choice)
        self._tasks = Tasks(self)
        self._asked: asyncio.Task[None] | None = None
        self._asked_for = ""  # what stood in the search box then
        self._entered: list[str] = []  # texts for which Enter was pressed before there was an answer
        self._done_next = False  # and Done after it
        self.say_count()

    # -- for subclasses --------------------------------------------------------------------------------------

    def set_words(self, title: str, hint: str, search: str) -> None:
        """What the window is for, what stands in the empty search box, and what the box is for."""
        self.setWindowTitle(title)
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(search)

    def open_at(self, characters: int, lines: int, *way: QWidget) -> None:
        """Take a size for about so many letters and lines, and start in the search box; Tab goes that way from there,
        and then to the buttons below."""
        stops = [self.search, *way, *self._below]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self._lines = lines
        self.fit(characters)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted_height(self) -> int:
        return theme.current().height("body") * self._lines

    def press(self, key: Any) -> None:
        """Choose something; or no longer, where several can be chosen. Says why when it is one too many."""
        if self.most is None:
            self.chosen = {key: None}
            self.accept_choice()
            return
        if key in self.chosen:
            del self.chosen[key]
        elif len(self.chosen) >= self.most:
            self.note.say("")  # the same words once more are to be heard once more
            self.note.say(self.full_words(), "warn")
            return
        else:
            self.chosen[key] = None
        self.note.say("")
        self.say_count(aloud=True)
        self.show_choice()

    def enter_line(self, key: Any) -> None:
        """Enter on a line: where one thing is chosen, this one. Otherwise Enter is for Done, as Space is for ticks; but
        whoever has ticked nothing yet means this line."""
        if self.most is None or (tuple(self.chosen) == self._begun_with and key not in self.chosen):
            self.press(key)
        else:
            self.accept_choice()

    def enter_found(self, key: Any) -> None:
        """Enter in the search box: choose what was found. Where that is ticked already, Enter is for Done."""
        if self.most is None or key not in self.chosen:
            self.press(key)
            self.search.selectAll()  # the next name takes the place of this one
        else:
            self.accept_choice()

    def ask(self, question: Coroutine[Any, Any, None] | None) -> None:
        """Only the last question counts, and any that Enter waits for: else what was asked before is not waited for.
        None: there is nothing to ask."""
        text = self.search.text().strip()
        if self._asked is not None and (text == self._asked_for or self._asked_for not in self._entered):
            self._asked.cancel()
        self._asked_for = text
        self._asked = None if question is None else self._tasks.start(question, self._on_failure)

    @property
    def asking(self) -> bool:
        """Whether there is no answer yet."""
        return self._asked is not None and not self._asked.done()

    def _on_failure(self, error: BaseException) -> None:
        self.forget_entered()
        self.failed(error)

    def failed(self, error: BaseException) -> None:
        """There is no answer: say so. Raises what is none of our errors."""
        raise NotImplementedError

    def enter_later(self) -> None:
        """Enter was pressed in the search box before there is an answer, of which it takes the first. Whoever types on
        types the next name."""
        text = self.search.text().strip()
        if text not in self._entered:
            self._entered.append(text)
        self.search.selectAll()

    def answered(self, text: str, take: Callable[[], None]) -> None:
        """There is an answer: do what was pressed before it. `take` chooses the first of what was found."""
        if text not in self._entered:
            return
        self._entered.remove(text)
        before, at = tuple(self.chosen), self.search.cursorPosition()
        take()
        if self.search.text().strip() != text:
            self.search.setCursorPosition(at)  # not selected: somebody is typing there
        if tuple(self.chosen) == before:
            self._done_next = False  # the window stays, for the person to see so
        if self._done_next and not self._entered:
            self.accept_choice()

    def forget_entered(self) -> None:
        """There will be no answer."""
        self._entered.clear()
        self._done_next = False

    def full_words(self) -> str:
        """Why no more can be chosen."""
        raise NotImplementedError

    def show_choice(self) -> None:
        """Ticks have changed."""
        raise NotImplementedError

    def say_count(self, *, aloud: bool = False) -> None:
        """How many are chosen, and what to do when there are too many."""
        if self.most is None:
            return
        count = len(self.chosen)
        words = self.tr("{count} of at most {most} chosen").format(count=count, most=self.most)
        if count > self.most:
            over = count - self.most
            words = self.tr("{count} chosen, at most {most} are possible: take off %n", "", over).format(
                count=count, most=self.most
            )
        self.count.setText(words)
        restyle(self.count, "kind", "error" if count > self.most else "muted")
        if aloud:
            announce(self, words)

    def say_error(self, error: AddressBookError, instead: str, again: Callable[[], None]) -> None:
        """Say what went wrong, `instead` what can be done without it, and offer another try where that may help."""
        told = texts.explain(error)
        action = told.action if told.who is texts.Who.ADMIN else ""
        words = texts.sentences(texts.as_sentence(told.title), instead or told.reason, action)
        self.note.say(words, "warn", self.tr("Try again") if told.can_retry else "", again)

    # -- inside ----------------------------------------------------------------------------------------------

    def accept_choice(self) -> None:
        """Tell what was chosen, and close; but what Enter was pressed for belongs to it."""
        if self._entered:
            self._done_next = True
            return
        self.picked.emit(tuple(self.chosen))
        self.accept()
