"""What stands around an input: its title, how many are chosen, help, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from addressbook.ui import icons
from addressbook.ui.forms.inputs import Input, restyle
from addressbook.ui.plain_text import without_key
from addressbook.ui.widgets.mark import Mark
from addressbook.ui.widgets.plain import announce, plain_label
from addressbook.ui.widgets.small import ElidedLabel


class _Title(QLabel):
    """A title whose key goes where the input wants to begin; a buddy alone takes no key for what has several parts."""

    def __init__(self, input_: Input) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._input = input_
        self.setBuddy(input_)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut:
            self._input.focus_first()
            return True
        return super().event(event)


class FieldFrame(QWidget):
    """A title with a star when the input is required, a note at the right, help, the input and a line for its problem.

    `most`: the value is a list of at most so many elements, which the note counts. `section`: the title is a heading.
    `announced` carries what screen readers hear.
    """

    announced = Signal(str)

    def __init__(
        self,
        title: str,
        input_: Input,
        *,
        required: bool = False,
        note: str = "",
        help_text: str = "",
        most: int | None = None,
        section: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.input = input_
        self._required, self._most = required, most
        self._note_text, self._title_text = note, title
        self._problem_text, self._problem_kind = "", ""
        self._told = False
        self._build(section)
        self._count = self._counted()
        input_.changed.connect(self._on_changed)
        input_.told.connect(self._on_told)
        self.set_words(title, note, help_text)

    # -- what forms call -------------------------------------------------------------------------------------

    def set_words(self, title: str, note: str = "", help_text: str = "") -> None:
        """The words, in the language of now. A "&" in the title marks the key that goes there with Alt."""
        self._title_text, self._note_text = title, note
        self._title.setText(title)
        self._title.setAccessibleName(without_key(title))
        self._help.setText(help_text)
        self._help.setVisible(bool(help_text))
        self._renew_note()
        self._say()

    def set_problem(self, text: str, kind: str = "error") -> None:
        """Say what is wrong ("error") or doubtful ("warn") with it; "" when all is well."""
        self._told = False
        self._show_problem(text, kind)

    @property
    def problem(self) -> str:
        """What is said to be wrong, "" when nothing is."""
        return self._problem_text

    @property
    def plain_title(self) -> str:
        """The title without the mark of its key."""
        return without_key(self._title_text)

    def refresh(self) -> None:
        """Count anew: the value was set by the form."""
        self._count = self._counted()
        self._renew_note()
        self._say()

    # -- inside ----------------------------------------------------------------------------------------------

    def _build(self, section: bool) -> None:
        self._title = _Title(self.input)
        self._title.setProperty("kind", "section" if section else "title")
        self._star = QLabel("*")
        self._star.setProperty("kind", "error")
        if not self._required:
            self._star.hide()
        self._note = ElidedLabel(kind="caption")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._star)
        head.addSpacing(8)
        head.addWidget(self._note, 1)
        self._help = plain_label(kind="caption")
        self._line = plain_label(kind="error")
        self._icon = Mark(self._line)
        self._wrong = QWidget()
        wrong = QHBoxLayout(self._wrong)
        wrong.setContentsMargins(2, 0, 0, 0)
        wrong.setSpacing(5)
        wrong.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self._line, 1)
        self._wrong.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._help)
        layout.addWidget(self.input)
        layout.addWidget(self._wrong)

    def _counted(self) -> int:
        return len(self.input.value()) if self._most is not None else 0

    def _renew_note(self) -> None:
        if self._most is None:
            self._note.set_full_text(self._note_text)
            return
        self._note.set_full_text(self.tr("{count}/{most}").format(count=self._count, most=self._most))
        kind = "error" if self._count > self._most else "caption"
        restyle(self._note, "kind", kind)

    def _show_problem(self, text: str, kind: str) -> None:
        self._problem_text, self._problem_kind = text, kind if text else ""
        if text:
            self._line.setText(text)
            restyle(self._line, "kind", kind)
            icons.use(self._icon, "error" if kind == "error" else "warning", kind, 11)
        self._wrong.setVisible(bool(text))
        self.input.set_mark(self._problem_kind)
        self._say()

    def _say(self) -> None:
        """Tell screen readers all that stands around the input."""
        name = self.plain_title
        if self._required:
            name = self.tr("{title}, required").format(title=name)
        count = self._count_words() if self._most is not None else self._note_text
        self.input.set_accessible(name, " ".join(filter(None, (self._problem_text, self._help.text(), count))))

    def _count_words(self) -> str:
        return self.tr("{count} of at most {most}").format(count=self._count, most=self._most)

    def _announce(self, text: str, urgent: bool = False) -> None:
        announce(self, text, urgent)
        self.announced.emit(text)

    def _on_changed(self) -> None:
        if self._told:
            self._show_problem("", "")
            self._told = False
        count = self._counted()
        if count != self._count:
            self._count = count
            self._renew_note()
            self._say()
            self._announce(self.tr("{title}: {count}").format(title=self.plain_title, count=self._count_words()))

    def _on_told(self, text: str) -> None:
        """What was refused just now: said until the next change, where nothing worse is being said."""
        if self._problem_kind != "error":
            self._show_problem(text, "warn")
            self._told = True
        self._announce(text, urgent=True)

    # -- Qt --------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._renew_note()
            self._say()
