"""The list of colleagues who own contacts, which drops down from its button: searched, and ticked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from addressbook.domain.names import NameSearch
from addressbook.ui import theme
from addressbook.ui.owner_filter import OwnerChoice
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets.small import push_button

_ChoiceRole = Qt.ItemDataRole.UserRole + 2


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
