"""Filter by owner: a button that opens a searchable list of colleagues who own contacts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from addressbook.domain.names import NameSearch
from addressbook.ui import icons, theme
from addressbook.ui.people import Named
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets.small import push_button

_ChoiceRole = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class OwnerChoice:
    """One colleague to choose, and how many contacts are theirs (None: not counted)."""

    id: str
    named: Named
    count: int | None = None


class _Search(QLineEdit):
    """Down goes to the list."""

    def __init__(self, target: QListWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._target = target

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._target.setFocus(Qt.FocusReason.TabFocusReason)
            for row in range(self._target.count()):
                if not self._target.item(row).isHidden():
                    self._target.setCurrentRow(row)
                    break
            return
        super().keyPressEvent(event)


class _OwnerList(QListWidget):
    """A click or Space anywhere on a line ticks it."""

    def mouseReleaseEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
        event.accept()

    def mousePressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self.setCurrentItem(item)
        event.accept()


class _OwnerDelegate(QStyledItemDelegate):
    """A name that gives way to the count at the right edge."""

    def __init__(self, popup: OwnerPopup) -> None:
        super().__init__(popup)
        self._popup = popup

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice: OwnerChoice = index.data(_ChoiceRole)
        if choice.named.loading:
            self._popup.unknown_seen.emit(choice.id)
        look = theme.current()
        words = "" if choice.count is None else QLocale().toString(choice.count)
        edge = QRect(option.rect).adjusted(0, 0, -8, 0)
        item = QStyleOptionViewItem(option)
        self.initStyleOption(item, index)
        metrics = QFontMetrics(look.font("body"))
        room = edge.width() - look.px(34) - metrics.horizontalAdvance(words)
        item.text = metrics.elidedText(choice.named.brief, Qt.TextElideMode.ElideRight, room)
        if not choice.named.known:
            item.palette.setColor(QPalette.ColorRole.Text, look.colour("muted"))
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, item, painter, option.widget)
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("muted"))
        painter.drawText(edge, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)


class OwnerPopup(QFrame):
    """The list that drops down; `changed` tells the chosen ids, `unknown_seen` whose name is missing on the screen."""

    changed = Signal(object)  # frozenset[str]
    unknown_seen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self.setAccessibleName(self.tr("Filter by owner"))
        self._filling = False
        self._list = _OwnerList(self)
        self._list.setAccessibleName(self.tr("Owners"))
        self._list.setItemDelegate(_OwnerDelegate(self))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemChanged.connect(self._on_item_changed)
        self._search = _Search(self._list, self)
        self._search.setPlaceholderText(self.tr("Find an owner by name or id"))
        self._search.setAccessibleName(self.tr("Find an owner"))
        self._search.textChanged.connect(self._narrow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self._search)
        layout.addWidget(self._list, 1)
        foot = QHBoxLayout()
        foot.addWidget(push_button(self.tr("Anyone"), self._clear, "flat"))
        foot.addStretch(1)
        foot.addWidget(push_button(self.tr("Done"), self.hide, "flat"))
        layout.addLayout(foot)

    def fill(self, owners: Iterable[OwnerChoice], chosen: frozenset[str]) -> None:
        """Show these owners with the chosen ones ticked."""
        self._filling = True
        place, current = self._list.verticalScrollBar().value(), self._list.currentRow()
        self._list.clear()
        for owner in owners:
            item = QListWidgetItem(owner.named.full)
            item.setData(Qt.ItemDataRole.UserRole, owner.id)
            item.setData(Qt.ItemDataRole.UserRole + 1, f"{owner.named.full} {owner.id}")
            item.setData(_ChoiceRole, owner)
            if owner.count is not None:
                words = self.tr("{name}, %Ln contact(s)", "", owner.count).format(name=owner.named.full)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(tooltip(owner.named.full))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if owner.id in chosen else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._filling = False
        self._narrow(self._search.text())
        if self._list.count():  # names have come in while the list is open
            self._list.setCurrentRow(min(current, self._list.count() - 1))
            self._list.verticalScrollBar().setValue(place)

    def open_below(self, widget: QWidget) -> None:
        """Drop down from `widget`."""
        self.resize(max(widget.width(), 280), 360)
        at = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        at.setX(min(at.x(), screen.right() - self.width()))
        at.setY(max(screen.top(), min(at.y(), screen.bottom() - self.height())))
        self.move(at)
        self._search.clear()
        self.show()
        self._search.setFocus()

    def _narrow(self, text: str) -> None:
        search = NameSearch(text)
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(not search.finds(item.data(Qt.ItemDataRole.UserRole + 1)))

    def _chosen(self) -> frozenset[str]:
        items = (self._list.item(row) for row in range(self._list.count()))
        return frozenset(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        if not self._filling:
            self.changed.emit(self._chosen())

    def _clear(self) -> None:
        self._filling = True
        for row in range(self._list.count()):
            self._list.item(row).setCheckState(Qt.CheckState.Unchecked)
        self._filling = False
        self.changed.emit(frozenset())


class OwnerButton(QToolButton):
    """Says whose contacts are shown; a press opens the list. `asked` asks for fresh owners before it opens."""

    asked = Signal()
    changed = Signal(object)  # frozenset[str]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chosen: frozenset[str] = frozenset()
        self._names: dict[str, str] = {}
        self._words = ""
        self.popup = OwnerPopup(self)
        self.popup.changed.connect(self._on_changed)
        self.clicked.connect(self._on_clicked)
        self._say()

    def set_owners(self, owners: Iterable[OwnerChoice]) -> None:
        """The owners there are."""
        listed = list(owners)
        self._names = {owner.id: owner.named.brief for owner in listed}
        missing = [OwnerChoice(owner, Named(owner, owner)) for owner in sorted(self._chosen - self._names.keys())]
        self.popup.fill([*listed, *missing], self._chosen)
        self._say()

    def set_chosen(self, chosen: frozenset[str]) -> None:
        """Show whose contacts are listed, without telling."""
        self._chosen = chosen
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(120, max(30, theme.current().height("body") + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # the frame of the style sheet; the button itself has no text
        look = theme.current()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(theme.DISABLED_OPACITY)
        inner = QRect(10, 0, self.width() - 20, self.height())
        size = look.px(13)
        mark = icons.pixmap("down", size, "muted", self.devicePixelRatioF())
        painter.drawPixmap(inner.right() - size + 1, (self.height() - size) // 2, mark)
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text"))
        text = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, inner.width() - size - 5)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    def _say(self) -> None:
        if not self._chosen:
            words = self.tr("Any owner")
        elif len(self._chosen) == 1:
            (one,) = self._chosen
            words = self._names.get(one, one)
        else:
            words = self.tr("%n owner(s)", "", len(self._chosen))
        self._words = words
        self.setAccessibleName(self.tr("Owner: {who}").format(who=words))
        self.setToolTip(tooltip(words))
        self.update()

    def _on_clicked(self) -> None:
        self.asked.emit()
        self.popup.open_below(self)

    def _on_changed(self, chosen: frozenset[str]) -> None:
        self.set_chosen(chosen)
        self.changed.emit(chosen)
