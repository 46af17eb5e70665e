"""The fields of a form in their places: two columns side by side where there is room, else one below the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from addressbook.domain.fields import SPEC_OF, Field, FieldKind, Purpose, Rule
from addressbook.domain.form_values import FormValues
from addressbook.ui import theme
from addressbook.ui.forms.field_frame import FieldFrame
from addressbook.ui.forms.inputs import Input, TextInput, is_inside
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.words import forms as words
from addressbook.ui.words.base import QT_TRANSLATE_NOOP

TWO_COLUMNS = 880  # of a window of 900 with a scroll bar, for text of the usual size
PAIR = 400  # two fields side by side from this width of a column on
LEFT_SHARE, RIGHT_SHARE = 9, 11


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under one heading; those of one row stand side by side where there is room."""

    heading: str
    rows: tuple[tuple[Field, ...], ...]


LEFT = (
    Section(QT_TRANSLATE_NOOP("Forms", "Person"), ((Field.NAME, Field.ALIAS), (Field.COMPANY, Field.TITLE))),
    Section(QT_TRANSLATE_NOOP("Forms", "How to reach them"), ((Field.PHONE,), (Field.EMAIL,), (Field.ADDRESS,))),
)
RIGHT = (
    Section("", ((Field.LABELS,),)),
    Section(
        QT_TRANSLATE_NOOP("Forms", "Who looks after this contact"),
        ((Field.OWNER,), (Field.DEPARTMENTS, Field.PEOPLE)),
    ),
)


def frame_of(field: Field) -> Field:
    """The field whose frame shows `field`: the country stands beside the phone number."""
    return Field.PHONE if field is Field.COUNTRY else field


def title_of(field: Field) -> str:
    """The title in the language of now, with the mark of its key."""
    return QCoreApplication.translate("Forms", words.TITLES[field])


def line_over(scroll: QScrollArea) -> QFrame:
    """A line that shows where what is scrolled goes under what stands above it."""
    line = QFrame()
    line.setProperty("kind", "separator")
    line.setFixedHeight(1)
    policy = line.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    line.setSizePolicy(policy)
    line.hide()
    scroll.verticalScrollBar().valueChanged.connect(lambda value: line.setVisible(value > 0))
    return line


class FormBody(QWidget):
    """All fields of a form for `purpose`. The value of the phone's input is (country code, number as typed).

    `edited`: a person changed the value of a field. `field_left`: the focus has gone from it.
    """

    edited = Signal(Field)
    field_left = Signal(Field)

    def __init__(self, inputs: Mapping[Field, Input], purpose: Purpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "scrolled")
        self.purpose = purpose
        self.frames: dict[Field, FieldFrame] = {}
        self._headings: list[tuple[QLabel, str]] = []
        self._pairs: list[QBoxLayout] = []
        self._after: dict[Field, QVBoxLayout] = {}
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(20, 14, 20, 20)
        self._line = QFrame()
        self._line.setProperty("kind", "separator")
        self._line.setFixedWidth(1)
        for place, (sections, share) in enumerate(((LEFT, LEFT_SHARE), (RIGHT, RIGHT_SHARE))):
            if place:
                self._columns.addWidget(self._line)
            column = QVBoxLayout()
            column.setSpacing(12)
            for section in sections:
                self._add_section(column, section, inputs)
            column.addStretch(1)
            self._columns.addLayout(column, share)
        self.retranslate()
        self._arrange()
        theme.current().text_changed.connect(self._arrange)

    # -- what forms call -------------------------------------------------------------------------------------

    def values(self) -> FormValues:
        """What is filled in, as typed."""
        values = FormValues()
        for field, frame in self.frames.items():
            if field is Field.PHONE:
                code, number = frame.input.value()
                values = values.with_value(Field.COUNTRY, code).with_value(Field.PHONE, number)
            elif field is not Field.EMAIL:
                values = values.with_value(field, frame.input.value())
        return values

    def set_values(self, values: FormValues) -> None:
        """Show these values; nobody is told that anything changed."""
        for field, frame in self.frames.items():
            if field is Field.PHONE:
                frame.input.set_value((values.state_code, values.mobile))
            elif field is not Field.EMAIL:
                frame.input.set_value(values.get(field))
            frame.refresh()

    def add_after(self, field: Field, widget: QWidget) -> None:
        """Put a hint below the row in which `field` stands."""
        self._after[field].addWidget(widget)

    def go_to(self, field: Field) -> None:
        """Put the focus into a field."""
        self.frames[frame_of(field)].input.focus_first()

    def has_focus(self, field: Field) -> bool:
        """Whether the focus is in a field."""
        return is_inside(QApplication.focusWidget(), self.frames[field])

    def set_read_only(self, reason: str) -> None:
        """Let nothing be changed, and say why; "" lets it be changed again."""
        for frame in self.frames.values():
            frame.input.set_read_only(reason)

    # -- inside ----------------------------------------------------------------------------------------------

    def _add_section(self, column: QVBoxLayout, section: Section, inputs: Mapping[Field, Input]) -> None:
        if section.heading:
            heading = plain_label(kind="section")
            self._headings.append((heading, section.heading))
            if column.count():
                column.addSpacing(6)
            column.addWidget(heading)
        for row in section.rows:
            pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            pair.setSpacing(12)
            for field in row:
                frame = self._frame(field, inputs[field], section=not section.heading)
                pair.addWidget(frame, 1, Qt.AlignmentFlag.AlignTop)  # the other one's problem must not move it
            if len(row) > 1:
                self._pairs.append(pair)
            column.addLayout(pair)
            hints = QVBoxLayout()
            hints.setSpacing(8)
            column.addLayout(hints)
            for field in row:
                self._after[field] = hints

    def _frame(self, field: Field, input_: Input, *, section: bool) -> FieldFrame:
        spec = SPEC_OF[field]
        required = spec.rule(self.purpose) is Rule.REQUIRED
        frame = FieldFrame(title_of(field), input_, required=required, most=spec.most, section=section)
        self.frames[field] = frame
        input_.changed.connect(lambda: self.edited.emit(field))
        input_.left.connect(lambda: self.field_left.emit(field))
        return frame

    def retranslate(self) -> None:
        """Take all words anew."""
        translate = QCoreApplication.translate
        for heading, text in self._headings:
            heading.setText(translate("Forms", text))
        notes = words.NOTES_ON_CREATE if self.purpose is Purpose.CREATE else {}
        for field, frame in self.frames.items():
            note, help_text = notes.get(field, ""), words.HELP.get(field, "")
            frame.set_words(
                title_of(field),
                translate("Forms", note) if note else "",
                translate("Forms", help_text) if help_text else "",
            )
            if SPEC_OF[field].kind is FieldKind.TEXT and isinstance(frame.input, TextInput):
                placeholder = words.PLACEHOLDERS.get(field, "")
                frame.input.set_placeholder(translate("Forms", placeholder) if placeholder else "")

    def _arrange(self) -> None:
        scale = theme.current().scale()
        wide = self.width() >= TWO_COLUMNS * scale
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._columns.setSpacing(28 if wide else 16)
        self._line.setVisible(wide)
        inside = self.width() - 40
        column = (inside - 57) * LEFT_SHARE // (LEFT_SHARE + RIGHT_SHARE) if wide else inside
        beside = column >= PAIR * scale
        for pair in self._pairs:
            pair.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _go_on(self) -> None:
        """To the next field that can be filled in; nowhere from the last one."""
        places = list(self.frames)
        here = next((place for place, field in enumerate(places) if self.has_focus(field)), len(places))
        for field in places[here + 1 :]:
            if SPEC_OF[field].rule(self.purpose) is not Rule.NOT_TAKEN:
                self.go_to(field)
                return

    # -- Qt --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line of text goes on to the next field. It does not save: input methods end a word with it, and
        one press too many would send what is half filled in."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held
        if not enter or not isinstance(QApplication.focusWidget(), QLineEdit):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._go_on()

    def minimumSizeHint(self) -> QSize:
        """No height: the scroll area asks for the height of its width. Lanes of labels at their narrowest would give it
        a bar and empty ground below the fields."""
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
