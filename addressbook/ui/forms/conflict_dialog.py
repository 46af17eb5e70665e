"""Two people changed the same of a contact: which value is saved is chosen here, field by field."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import values_of
from addressbook.domain.merge import Merge, Side, resolve
from addressbook.domain.work import WorkItem
from addressbook.services.events import LabelsChanged, StaffChanged
from addressbook.ui import icons, theme
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.forms import conflict_words
from addressbook.ui.forms.conflict_rows import ChoiceRow, JoinedRow, Shape, set_columns
from addressbook.ui.forms.conflict_words import ConflictWords
from addressbook.ui.forms.inputs import restyle
from addressbook.ui.open_session import OpenSession
from addressbook.ui.widgets.chips import Avatar
from addressbook.ui.widgets.plain import announce, plain_label
from addressbook.ui.widgets.small import FlowLayout, StyledWidget, line, push_button

_WIDE, _STACKED = 860, 560  # pixels of the design


class ConflictDialog(Dialog):
    """Shows a `Clashed`. `chosen` carries the FormValues to save once the dialog has closed; Esc goes back to the form.

    `announced` carries what screen readers hear. `since` is when the form's `base` was read, which differs from the
    item's beginning after an earlier clash; `opened_at` is when this version of the colleague's was read.
    """

    chosen = Signal(object)
    announced = Signal(str)

    def __init__(
        self,
        session: OpenSession,
        item: WorkItem,
        theirs: Contact,
        merge: Merge,
        *,
        since: datetime | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._item, self._theirs, self._merge = session, item, theirs, merge
        self._name = item.base.name if item.base is not None else item.title  # as DingTalk and the list have it
        self._since, self.opened_at = since or item.created_at, datetime.now(UTC)
        self._shape: Shape | None = None
        self._joined = conflict_words.joined_parts(merge)
        self.setWindowTitle(self.tr("Choose what to save"))
        self.setAccessibleName(self.windowTitle())
        self.setAccessibleDescription(conflict_words.head(self._name) + "\n" + conflict_words.task(merge))
        self._build()
        self._show_words()
        unsubscribe = (
            session.events.subscribe(StaffChanged, lambda _event: self._show_words()),
            session.events.subscribe(LabelsChanged, lambda _event: self._show_words()),
        )
        for ended in (self.finished, self.destroyed):
            ended.connect(lambda: [end() for end in unsubscribe])
        theme.current().changed.connect(self._on_theme)
        self._set_shape(Shape.WIDE)
        self.fit(157)
        self._rows[0].focus()

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addLayout(self._header())
        panel = StyledWidget("main")
        column = self._panel = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        column.addWidget(self._headings())
        self._rows = [ChoiceRow(clash) for clash in self._merge.clashes]
        for number, row in enumerate(self._rows):
            row.layout().setContentsMargins(20, 5, 20, 5)  # type: ignore[union-attr]
            row.stepped.connect(lambda step, number=number: self._step(number, step))
            column.addWidget(line())
            column.addWidget(row)
        column.addWidget(line())
        self._joined_rows = [JoinedRow() for _ in self._joined]
        if self._joined:
            column.addLayout(self._joined_section())
            column.addWidget(line())
        column.addLayout(self._note())
        column.addStretch(1)
        self.body.addWidget(panel, 1)
        self._add_buttons()

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 14)
        row.setSpacing(14)
        avatar = Avatar(34)
        avatar.set_person(self._item.userid, self._name)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(plain_label(conflict_words.head(self._name), kind="head"))
        words.addWidget(plain_label(conflict_words.task(self._merge), kind="muted"))
        row.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _headings(self) -> QWidget:
        self._heads = QWidget()
        self._head_grid = QGridLayout(self._heads)
        self._head_grid.setContentsMargins(20, 6, 20, 6)
        self._before_head = self._heading(self.tr("Before"), conflict_words.since(self._since), 0)
        self._head_grid.addWidget(plain_label(self.tr("Field"), kind="muted"), 0, 0)
        self._head_grid.addWidget(self._before_head, 0, 1)
        for column, side in enumerate(Side, 2):
            heading = self._heading(conflict_words.side_name(side), conflict_words.as_of(side, self.opened_at), 4)
            self._head_grid.addWidget(heading, 0, column)
        return self._heads

    @staticmethod
    def _heading(title: str, detail: str, indent: int) -> QWidget:
        heading = QWidget()
        column = QVBoxLayout(heading)
        column.setContentsMargins(indent, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(plain_label(title, kind="strong"))
        column.addWidget(plain_label(detail, kind="caption"))
        return heading

    def _joined_section(self) -> QVBoxLayout:
        section = QVBoxLayout()
        section.setContentsMargins(20, 14, 20, 12)
        section.setSpacing(7)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._tick = QLabel()
        row.addWidget(self._tick)
        joined = self.tr("Saved as well: changes that do not overlap are joined without asking")
        row.addWidget(plain_label(joined, kind="strong"), 1)
        section.addLayout(row)
        for each in self._joined_rows:
            section.addWidget(each)
        return section

    def _note(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        self._info = QLabel()
        row.addWidget(self._info, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(self.tr("DingTalk does not say who made the change."), kind="caption"), 1)
        return row

    def _add_buttons(self) -> None:
        self._copy = push_button(self.tr("&Copy both versions"), self._on_copy, "flat")
        self._copy.setProperty("edge", "left")
        take = [
            push_button(text, lambda side=side: self._take_all(side))
            for side, text in (
                (Side.THEIRS, self.tr("Take all of co&lleague’s")),
                (Side.MINE, self.tr("Take all of &mine")),
            )
        ]
        back = push_button(self.tr("&Back to editing"), self.reject)
        self._save = push_button(self.tr("&Save these choices"), self._on_save, "primary")
        self._save.setAutoDefault(True)
        self._save.setDefault(True)
        for sequence in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):  # as in the form
            QShortcut(QKeySequence(sequence), self).activated.connect(self._on_save)
        self._take, self._end = take, [back, self._save]
        self._upper = QWidget()
        self._upper_flow = FlowLayout(self._upper, 8)
        for button in (self._copy, back, *take, self._save):
            button.setParent(self)

    # -- what is shown ---------------------------------------------------------------------------------------

    def _show_words(self) -> None:
        words = ConflictWords(self._session)
        for row in self._rows:
            row.show_words(words)
        for joined, values in zip(self._joined_rows, self._joined, strict=True):
            joined.show_words(words, *values)
        self._renew_icons()

    def _renew_icons(self) -> None:
        size, ratio = theme.current().px(15), self.devicePixelRatioF()
        self._info.setPixmap(icons.pixmap("info", size, "muted", ratio))
        if self._joined:
            self._tick.setPixmap(icons.pixmap("check", size, "ok", ratio))

    def _on_theme(self) -> None:
        self._show_words()
        self._set_shape(self._fitting(), again=True)

    def _fitting(self) -> Shape:
        px = theme.current().px
        return (
            Shape.WIDE if self.width() >= px(_WIDE) else Shape.NARROW if self.width() >= px(_STACKED) else Shape.STACKED
        )

    def _set_shape(self, shape: Shape, *, again: bool = False) -> None:
        if shape is self._shape and not again:
            return
        self._shape = shape
        wide = shape is Shape.WIDE
        self._heads.setVisible(shape is not Shape.STACKED)
        self._before_head.setVisible(wide)
        set_columns(self._head_grid, shape)
        for row in self._rows:
            row.set_shape(shape, again=again)
        for joined in self._joined_rows:
            joined.set_shape(shape)
        self._arrange_buttons(shape)

    def _arrange_buttons(self, shape: Shape) -> None:
        """One row where there is room; else two, of which the upper one scrolls where room is very short."""
        while self.buttons.count():
            self.buttons.takeAt(0)
        while self._upper_flow.count():
            self._upper_flow.takeAt(0)
        wide, stacked = shape is Shape.WIDE, shape is Shape.STACKED
        for layout in (self._panel, self._outer):
            layout.removeWidget(self._upper)
        if stacked:
            self._panel.insertWidget(self._panel.count() - 1, self._upper)
        else:
            self._outer.insertWidget(1, self._upper)
        self._upper_flow.setContentsMargins(20, 0 if stacked else 8, 20, 12 if stacked else 0)
        self._upper.setVisible(not wide)
        restyle(self._copy, "kind", "" if stacked else "flat")
        for button in () if wide else [*self._take, *([self._copy] if stacked else [])]:
            self._upper_flow.addWidget(button)
        if not stacked:
            self.buttons.addWidget(self._copy)
        self.buttons.addStretch(1)
        back, save = self._end
        for button in [back, *(self._take if wide else ()), save]:
            self.buttons.addWidget(button)
        seen = [self._copy, back, *self._take, save] if wide else [*self._take, self._copy, back, save]
        for before, after in pairwise([self._rows[-1].cards[Side.THEIRS], *seen]):
            self.setTabOrder(before, after)

    # -- what people do --------------------------------------------------------------------------------------

    def _step(self, number: int, step: int) -> None:
        side = next((side for side, card in self._rows[number].cards.items() if card.hasFocus()), Side.MINE)
        if 0 <= number + step < len(self._rows):
            row = self._rows[number + step]
            row.focus(side)
            self.reveal(row)

    def _take_all(self, side: Side) -> None:
        for row in self._rows:
            row.choose(side)
        said = (
            self.tr("All of yours are chosen.") if side is Side.MINE else self.tr("All of your colleague’s are chosen.")
        )
        if all(row.choice is not None for row in self._rows):
            self._announce(said)
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say_missing()

    def _on_copy(self) -> None:
        words = ConflictWords(self._session)
        QGuiApplication.clipboard().setText(words.versions(self._item.values, values_of(self._theirs)))
        self._copy.setText(self.tr("Copied"))
        self._announce(self.tr("Copied"))

    def _on_save(self) -> None:
        if self._say_missing():
            return
        choices = {row.clash.part: row.choice for row in self._rows if row.choice is not None}
        self.accept()
        self.chosen.emit(resolve(self._merge, choices))

    def _say_missing(self) -> bool:
        """Whether something is still to be chosen: it is named, and the focus goes there."""
        missing = [row for row in self._rows if row.choice is None]
        for row in missing:
            row.say(self.tr("Choose one of the values."))
        if missing:
            self._announce(self.tr("Still to be chosen: %n field(s).", "", len(missing)), urgent=True)
            before = self.size()
            self.fit(157)  # the rows say more now
            self.resize(self.size().expandedTo(before))
            missing[0].focus()
            self.reveal(missing[0])
        return bool(missing)

    def _announce(self, text: str, *, urgent: bool = False) -> None:
        announce(self, text, urgent)
        self.announced.emit(text)

    def fit(self, characters: int) -> None:
        before = self._shape
        super().fit(characters)
        self._set_shape(self._fitting())
        if self._shape is not before:
            super().fit(characters)  # narrower, it needs another height

    # -- Qt --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_shape(self._fitting())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._renew_icons()
