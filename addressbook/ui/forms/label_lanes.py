"""The labels of a contact: a lane for each group, in which one label is chosen, or several when that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from addressbook.domain.fields import MOST_IN_LIST
from addressbook.domain.names import NameSearch
from addressbook.ui import theme
from addressbook.ui.forms.find_box import FindBox
from addressbook.ui.forms.inputs import Input, is_inside
from addressbook.ui.forms.label_lane import LabelLane, LaneGroup
from addressbook.ui.forms.label_option import LabelOption
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import empty_layout

SEARCHED_FROM = 26  # labels; fewer are seen at a glance
_TITLE, _WIDEST_TITLE = 104, 150
_BESIDE = 340  # from this width on the group's name stands beside its labels, else above


class LabelLanes(Input):
    """The value is a tuple of label ids in the order in which they were chosen.

    One Tab stop: arrows go from label to label and from lane to lane, Space or a click chooses a label in place of the
    group's other ones or takes it off, Ctrl+Space or the menu adds it to them. Labels that DingTalk no longer lists
    stay until they are taken off.
    """

    def __init__(self, labels: LabelIndex | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels or LabelIndex()
        self._chosen: list[int] = []
        self._unlisted: list[int] = []  # stay in sight when taken off: a slip can be mended
        self._lanes: list[LabelLane] = []
        self._options: dict[int, LabelOption] = {}
        self._current: LabelOption | None = None
        self._read_only = ""
        self._inside = False  # whether the focus was in here before it moved
        self._name, self._description = "", ""
        self._line = "line"
        self._build()
        self._fill()
        theme.current().changed.connect(self._on_theme_changed)

    # -- the protocol of inputs ------------------------------------------------------------------------------

    def value(self) -> tuple[int, ...]:
        return tuple(self._chosen)

    def set_value(self, value: Iterable[int]) -> None:
        self._chosen = list(dict.fromkeys(value))
        if self._unlisted or not self._options.keys() >= set(self._chosen):
            self._unlisted = []
            self._fill()
        for label_id, option in self._options.items():
            option.setChecked(label_id in self._chosen)
        if not self._inside:
            self._set_current(self._first())

    def set_read_only(self, reason: str) -> None:
        self._read_only = reason
        for option in self._options.values():
            option.update()
        self._describe(self._current)

    def set_accessible(self, name: str, description: str) -> None:
        self._name, self._description = name, description
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self._find.setAccessibleDescription(description)

    def set_mark(self, kind: str) -> None:
        self._line = kind or "line"
        for lane in self._lanes:
            lane.set_line(self._line)

    # -- what forms call -------------------------------------------------------------------------------------

    def set_labels(self, labels: LabelIndex) -> None:
        """The labels there are now; what is chosen stays."""
        if (labels.groups, labels.loading) == (self._labels.groups, self._labels.loading):
            return
        self._labels = labels
        self._fill()

    def choose(self, label_id: int, *, keep: bool = False) -> None:
        """What a press does: choose a label in place of its group's others (`keep`: beside them), or take it off.

        Refused with `told` when there would be more labels than before and more than the call takes.
        """
        if self._read_only or label_id not in self._options:
            return
        if label_id in self._chosen and not keep:
            after = [each for each in self._chosen if each != label_id]
        elif label_id in self._chosen:
            return
        else:
            gone = set() if keep else self._others(label_id)
            after = [*(each for each in self._chosen if each not in gone), label_id]
        if len(after) > max(MOST_IN_LIST, len(self._chosen)):
            self.told.emit(
                self.tr("A contact has at most {most} labels. Take one off to choose another.").format(
                    most=MOST_IN_LIST
                )
            )
            return
        self._set_chosen(after)

    def keep_only(self, label_id: int) -> None:
        """Take off the other labels of a group."""
        others = self._others(label_id)
        if others and not self._read_only:
            self._set_chosen([each for each in self._chosen if each not in others])

    def option(self, label_id: int) -> LabelOption:
        """The button of a label. KeyError when there is none."""
        return self._options[label_id]

    def context_menu(self, option: LabelOption) -> QMenu:
        """What can be done with one label."""
        menu = QMenu(self)
        label_id, others = option.label_id, bool(self._others(option.label_id))
        if option.isChecked():
            menu.addAction(self.tr("&Take off"), lambda: self.choose(label_id))
            if others:
                menu.addAction(self.tr("&Keep only this one of its group"), lambda: self.keep_only(label_id))
        else:
            choose = self.tr("&Choose instead") if others else self.tr("&Choose")
            menu.addAction(choose, lambda: self.choose(label_id))
            also = menu.addAction(self.tr("&Also add\tCtrl+Space"), lambda: self.choose(label_id, keep=True))
            also.setEnabled(others)
        for action in menu.actions():
            action.setEnabled(action.isEnabled() and not self._read_only)
        return menu

    # -- inside ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._find = FindBox()
        self._find.textChanged.connect(lambda _text: self._narrow())
        self._find.left_down.connect(self._to_first)
        self._find.entered.connect(self._take_only)
        self._find.hide()
        self._message = plain_label(kind="muted")
        self._message.setContentsMargins(0, 6, 0, 6)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        layout.addWidget(self._find)
        layout.addSpacing(4)
        layout.addWidget(self._message)
        layout.addLayout(self._body)

    def _groups(self) -> Iterator[LaneGroup]:
        seen: set[int] = set()
        for group in self._labels.groups:
            labels = tuple(label for label in group.labels if label.id not in seen)
            seen.update(label.id for label in labels)
            if labels:
                named = tuple((each.id, each.name, self._labels.look(each.id).full) for each in labels)
                yield LaneGroup(group.name, group.color, named)
        self._unlisted = list(dict.fromkeys(each for each in (*self._unlisted, *self._chosen) if each not in seen))
        if self._unlisted:
            if self._labels.loading:
                title = self.tr("Chosen")
                full = self.tr("Label {id} (its name is being read)")
            else:
                title = self.tr("No longer in DingTalk")
                full = self.tr("Label {id} (no longer in DingTalk)")
            named = tuple((each, self._unlisted_name(each), full.format(id=each)) for each in self._unlisted)
            yield LaneGroup(title, None, named, alone=False)

    def _unlisted_name(self, label_id: int) -> str:
        return self.tr("Label {id}").format(id=label_id)

    def _new_option(self, label: tuple[int, str, str], group: LaneGroup) -> LabelOption:
        label_id, text, full = label
        option = LabelOption(label_id, text, full, group.argb, lambda: not self._read_only, self)
        option.setChecked(label_id in self._chosen)
        option.pressed_on.connect(lambda keep: self.choose(label_id, keep=keep))
        option.toggled.connect(lambda on: self._on_toggled(option, on))
        option.moved.connect(lambda key: self._move(option, key))
        option.menu_asked.connect(lambda at: self._show_menu(option, at))
        option.entered_by_focus.connect(lambda: self._set_current(option))
        self._options[label_id] = option
        return option

    def _on_toggled(self, option: LabelOption, on: bool) -> None:
        """A screen reader turns a button on or off by itself: that is a press."""
        if on != (option.label_id in self._chosen):
            self.choose(option.label_id)
            option.setChecked(option.label_id in self._chosen)

    def _fill(self) -> None:
        """Make the lanes anew; the focus stays with its label."""
        held = self._current.label_id if self._current is not None else None
        focused = self._current is not None and self._current.hasFocus()
        self.setFocusProxy(self._find)  # what it was is about to go
        self._options.clear()
        self._current = None
        empty_layout(self._body)
        self._lanes = [LabelLane(group, self._new_option, self) for group in self._groups()]
        for lane in self._lanes:
            lane.set_line(self._line)
            self._body.addWidget(lane)
        options = list(self._options.values())
        for before, after in pairwise((self._find, *options)):  # new widgets stand behind all others of the window
            QWidget.setTabOrder(before, after)
        self._find.setVisible(len(options) >= SEARCHED_FROM)
        if self._find.isHidden():
            self._find.clear()
        self._retranslate()
        self._set_current(self._options.get(held) if held is not None else None)
        if self._current is None:
            self._set_current(self._first())
        self._narrow()
        self._arrange()
        if focused and self._current is not None:
            self._current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self) -> None:
        text = "" if self._find.isHidden() else self._find.text().strip()
        search = NameSearch(text)
        found = [lane.narrow(search) for lane in self._lanes]
        if not self._lanes:
            self._message.setText(
                self.tr("The labels are being read from DingTalk…")
                if self._labels.loading
                else self.tr(
                    "Your organisation has no labels yet. They are made inside DingTalk by an administrator, and "
                    "appear here by themselves."
                )
            )
        elif not any(found):
            self._message.setText(self.tr("No label matches “{text}”.").format(text=text))
        self._message.setVisible(not any(found))
        if self._current is not None and self._current.isHidden():
            first = next(self._shown(), None)
            if first is not None:
                self._set_current(first)

    def _others(self, label_id: int) -> set[int]:
        """What is chosen in the group of a label, without it."""
        for lane in self._lanes:
            ids = {option.label_id for option in lane.options}
            if label_id in ids:
                return (ids & set(self._chosen)) - {label_id} if lane.group.alone else set()
        return set()

    def _set_chosen(self, chosen: list[int]) -> None:
        self._chosen = chosen
        for label_id, option in self._options.items():
            option.setChecked(label_id in chosen)
        self.changed.emit()

    def _shown(self) -> Iterator[LabelOption]:
        return (option for lane in self._lanes for option in lane.options if not option.isHidden())

    def _first(self) -> LabelOption | None:
        """Where Tab comes to at first: what is chosen, else the first label."""
        options = self._options.values()
        return next((each for each in options if each.isChecked()), next(iter(options), None))

    def _to_first(self) -> None:
        first = next(self._shown(), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_only(self) -> None:
        """Enter chooses what was looked for, when it is the only one."""
        shown = list(self._shown())
        if self._find.text().strip() and len(shown) == 1 and not shown[0].isChecked():
            self.choose(shown[0].label_id)
            self._find.selectAll()

    def _set_current(self, option: LabelOption | None) -> None:
        """The one of the labels that Tab comes to."""
        if self._current is not None and self._current is not option:
            self._current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._current.setAccessibleDescription("")
        self._current = option
        if option is not None:
            option.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if not self._inside:
                self._describe(option)
        self.setFocusProxy(self._find if option is None or not self._find.isHidden() else option)

    def _describe(self, option: LabelOption | None) -> None:
        """What stands around the labels is said once, when the focus comes to them."""
        if option is not None:
            option.setAccessibleDescription(". ".join(filter(None, (self._name, self._description, self._read_only))))

    def _move(self, option: LabelOption, key: Qt.Key) -> None:
        """Left and right go on into the next lane; up and down to what stands nearest there."""
        shown = list(self._shown())
        place = shown.index(option)
        if self.isRightToLeft() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            key = Qt.Key.Key_Right if key == Qt.Key.Key_Left else Qt.Key.Key_Left
        if key == Qt.Key.Key_Home:
            target = shown[0]
        elif key == Qt.Key.Key_End:
            target = shown[-1]
        elif key == Qt.Key.Key_Left:
            target = shown[max(place - 1, 0)]
        elif key == Qt.Key.Key_Right:
            target = shown[min(place + 1, len(shown) - 1)]
        else:
            target = self._nearest(option, shown, down=key == Qt.Key.Key_Down)
        if target is option and key == Qt.Key.Key_Up and not self._find.isHidden():
            self._find.setFocus(Qt.FocusReason.BacktabFocusReason)
            return
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _nearest(self, option: LabelOption, shown: list[LabelOption], *, down: bool) -> LabelOption:
        here = self._middle(option)
        lines: dict[int, list[LabelOption]] = {}
        for each in shown:
            lines.setdefault(self._middle(each).y(), []).append(each)
        ahead = [y for y in lines if (y > here.y() if down else y < here.y())]
        if not ahead:
            return option
        line = lines[min(ahead) if down else max(ahead)]
        return min(line, key=lambda each: abs(self._middle(each).x() - here.x()))

    def _middle(self, option: LabelOption) -> QPoint:
        return option.mapTo(self, option.rect().center())

    def _show_menu(self, option: LabelOption, at: QPoint) -> None:
        menu = self.context_menu(option)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _arrange(self) -> None:
        look = theme.current()
        beside = self.width() >= look.px(_BESIDE)
        metrics = QFontMetrics(look.font("body"))
        words = (word for lane in self._lanes for word in lane.group.name.split())
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0) + look.px(11) + 7 + 4
        title = max(look.px(_TITLE), min(longest, look.px(_WIDEST_TITLE)))
        for lane in self._lanes:
            lane.arrange(beside, title)

    def _retranslate(self) -> None:
        self._find.setPlaceholderText(self.tr("Find a label"))
        self._find.setAccessibleName(self.tr("Find a label"))

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        super()._on_focus_changed(old, now)
        self._inside = is_inside(now, self)

    def _on_theme_changed(self) -> None:
        self._fill()  # fonts and measures may be others

    # -- Qt --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
