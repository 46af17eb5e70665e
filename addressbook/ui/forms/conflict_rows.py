"""The rows of the conflict dialog: what has to be chosen, and what was joined."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from addressbook.domain.fields import Field
from addressbook.domain.merge import Clash, Part, Side, takes
from addressbook.ui import icons, theme
from addressbook.ui.forms import conflict_words
from addressbook.ui.forms.conflict_choice import ChoiceCard, ValueView
from addressbook.ui.forms.conflict_words import ConflictWords
from addressbook.ui.widgets.chips import Swatch
from addressbook.ui.widgets.plain import plain_label

_FIRST, _NO_LIMIT = 116, (1 << 24) - 1  # pixels of the design; Qt's largest


class Shape(Enum):
    """How wide the dialog is."""

    WIDE = "wide"  # before, yours and the colleague's side by side
    NARROW = "narrow"  # "Before" stands under the field's name
    STACKED = "stacked"  # everything under each other


class PartTitle(QWidget):
    """The name of a field, or the swatch and name of a label group."""

    def __init__(self, words: ConflictWords, part: Part, *values: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        labels = [value for value in values if isinstance(value, tuple)] if part.field is Field.LABELS else []
        self.text = words.title(part, *labels)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        group = words.group_of(part, *labels)
        if group is not None:
            row.addWidget(Swatch(group.argb))
        row.addWidget(plain_label(self.text, kind="strong"), 1)

    def set_shape(self, shape: Shape) -> None:
        """Keep to the first column where there are columns."""
        self.setMaximumWidth(theme.current().px(_FIRST) if shape is Shape.WIDE else _NO_LIMIT)


def show(view: ValueView, words: ConflictWords, field: Field, value: object) -> None:
    """Put a value into a view."""
    if field is Field.LABELS and isinstance(value, tuple) and value:
        view.show_labels(words.looks(value))
    else:
        view.show_text(words.text(field, value))


class ChoiceRow(QWidget):
    """One clash. `chosen` comes when a side was chosen; nothing is chosen at first."""

    chosen = Signal()
    stepped = Signal(int)

    def __init__(self, clash: Clash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clash = clash
        self._title: PartTitle | None = None
        self._before_name = plain_label(self.tr("Before"), kind="caption")
        self._before = ValueView("muted")
        self._why = plain_label(conflict_words.why(clash), kind="caption")
        self._why.setVisible(bool(self._why.text()))
        self._problem = plain_label(kind="error")
        self._problem.hide()
        self.cards = {side: ChoiceCard() for side in Side}
        self._group = QButtonGroup(self)
        self._key = QVBoxLayout()
        self._key.setSpacing(4)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        for side, card in self.cards.items():
            self._group.addButton(card)
            card.toggled.connect(self._on_toggled)
            card.stepped.connect(self.stepped)
            card.crossed.connect(lambda side=side: self._cross(side))
            reason = conflict_words.not_taken(clash, side)
            if reason:
                card.forbid(reason)
        self._grid.addLayout(self._key, 0, 0)
        for widget in (self._why, self._problem, self._before_name):
            self._key.addWidget(widget)
        self._shape: Shape | None = None

    # -- what the dialog calls -------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What is to be chosen."""
        return self._title.text if self._title is not None else ""

    @property
    def choice(self) -> Side | None:
        """The side that was chosen."""
        return next((side for side, card in self.cards.items() if card.isChecked()), None)

    def choose(self, side: Side) -> None:
        """Choose a side, where it can be chosen."""
        if takes(self.clash, side):
            self.cards[side].setChecked(True)

    def focus(self, side: Side = Side.MINE) -> None:
        """Take the focus at a side, or at the other one where this cannot be chosen."""
        other = Side.THEIRS if side is Side.MINE else Side.MINE
        card = self.cards[side if takes(self.clash, side) else other]
        card.setFocus(Qt.FocusReason.TabFocusReason)

    def say(self, problem: str) -> None:
        """Name what is wrong with the row, "" when it is right."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        for side, card in self.cards.items():
            if takes(self.clash, side):
                card.setAccessibleDescription(problem or self._described)

    def show_words(self, words: ConflictWords) -> None:
        """Show the values, with the names that are known now."""
        clash = self.clash
        if self._title is not None:
            self._title.hide()
            self._title.deleteLater()
        self._title = PartTitle(words, clash.part, clash.before, clash.mine, clash.theirs)
        self._key.insertWidget(0, self._title)
        if self._shape is not None:
            self._title.set_shape(self._shape)
        field = clash.part.field
        show(self._before, words, field, clash.before)
        self._described = self.tr("Before: {value}").format(value=words.text(field, clash.before))
        for side, card in self.cards.items():
            value = clash.mine if side is Side.MINE else clash.theirs
            text = words.text(field, value)
            looks = words.looks(value) if field is Field.LABELS else []
            card.show_value(conflict_words.choice_name(self.title, side, text), text, looks)
        self.say(self._problem.text())

    def set_shape(self, shape: Shape, *, again: bool = False) -> None:
        """Arrange the row for the dialog's width."""
        if shape is self._shape and not again:
            return
        self._shape = shape
        if self._title is not None:
            self._title.set_shape(shape)
        stacked = shape is Shape.STACKED
        for widget in (self._before, *self.cards.values()):
            self._grid.removeWidget(widget)
            self._key.removeWidget(widget)
        if shape is Shape.WIDE:
            self._grid.addWidget(self._before, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._key.addWidget(self._before)
        self._before_name.setVisible(shape is not Shape.WIDE)
        for number, (side, card) in enumerate(self.cards.items()):
            if stacked:
                self._grid.addWidget(card, 1 + number, 0, 1, 4)
            else:
                self._grid.addWidget(card, 0, 2 + number)
            card.set_heading(conflict_words.side_name(side) if stacked else "")
        self._grid.setAlignment(self._key, Qt.AlignmentFlag.AlignVCenter)
        set_columns(self._grid, shape)

    def _on_toggled(self, on: bool) -> None:
        if on:
            self.say("")
            self.chosen.emit()

    def _cross(self, side: Side) -> None:
        other = Side.THEIRS if side is Side.MINE else Side.MINE
        if takes(self.clash, other):
            self.focus(other)
            if self.choice is not None:  # as radio buttons do: arrows choose once something is chosen
                self.choose(other)


def set_columns(grid: QGridLayout, shape: Shape) -> None:
    """The columns of rows and headings, which must agree: field, before, yours, colleague's."""
    px = theme.current().px
    widths = {Shape.WIDE: (_FIRST, 196, 120, 120), Shape.NARROW: (180, 0, 120, 120), Shape.STACKED: (0, 0, 0, 0)}[shape]
    for column, (width, stretch) in enumerate(zip(widths, (0, 0, 1, 1), strict=True)):
        grid.setColumnMinimumWidth(column, px(width))
        grid.setColumnStretch(column, int(column == 0) if shape is Shape.STACKED else stretch)
    grid.setHorizontalSpacing(10)


class JoinedRow(QWidget):
    """What was joined: before, now, and who changed it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._before, self._now = ValueView("muted"), ValueView()
        self._arrow = QLabel()
        self._origin = plain_label(kind="caption")
        self._key = QVBoxLayout()
        self._title: PartTitle | None = None
        self._shape: Shape | None = None
        self._grid.addLayout(self._key, 0, 0)

    def show_words(self, words: ConflictWords, part: Part, before: object, now: object, sides: frozenset[Side]) -> None:
        """Show the values, with the names that are known now."""
        if self._title is not None:
            self._title.hide()
            self._title.deleteLater()
        self._title = PartTitle(words, part, before, now)
        self._key.addWidget(self._title)
        if self._shape is not None:
            self._title.set_shape(self._shape)
        show(self._before, words, part.field, before)
        show(self._now, words, part.field, now)
        self._origin.setText(conflict_words.origin(sides))
        self._arrow.setPixmap(icons.pixmap("right", theme.current().px(15), "muted", self.devicePixelRatioF()))

    def set_shape(self, shape: Shape) -> None:
        """Arrange the row for the dialog's width."""
        px = theme.current().px
        wide = shape is Shape.WIDE
        self._shape = shape
        if self._title is not None:
            self._title.set_shape(shape)
        for widget in (self._before, self._arrow, self._now, self._origin):
            self._grid.removeWidget(widget)
        row = 0 if wide else 1
        first = 1 if wide else 0
        self._grid.addWidget(self._before, row, first)
        self._grid.addWidget(self._arrow, row, first + 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._now, row, first + 2)
        self._grid.addWidget(self._origin, 0, 4 if wide else 2)
        for column, width in enumerate((_FIRST, 196, 24, 60, 150) if wide else (120, 24, 120, 0, 0)):
            self._grid.setColumnMinimumWidth(column, px(width))
            self._grid.setColumnStretch(column, int(column == (3 if wide else 2) or (not wide and column == 0)))
        self._grid.setHorizontalSpacing(10)
