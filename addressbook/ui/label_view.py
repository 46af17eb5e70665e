"""The label filter on screen: swatches with words, rails, groups that fold, ticks and counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from addressbook.ui import icons, theme
from addressbook.ui.models.label_tree import LabelTree, Node, NodeKind, NodeRole
from addressbook.ui.widgets import painting
from addressbook.ui.widgets.viewport import give_viewport

Index = QModelIndex | QPersistentModelIndex


class _LabelDelegate(QStyledItemDelegate):
    def __init__(self, view: LabelView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = theme.current()
        node: Node = index.data(NodeRole)
        match node.kind:
            case NodeKind.COLOUR:
                return QSize(100, max(24, look.height("caption") + 9))
            case NodeKind.GROUP:
                return QSize(100, max(24, look.height("body") + 6))
            case NodeKind.LABEL:
                return QSize(100, max(24, look.height("body") + 7))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = theme.current()
        if not self._view.isEnabled():
            painter.setOpacity(theme.DISABLED_OPACITY)
        node: Node = index.data(NodeRole)
        # the rail runs along all lines under a colour, left of where the tree's indentation begins
        rect = QRect(0, option.rect.y(), self._view.viewport().width(), option.rect.height())
        # counts stay under those of the scopes, whether or not there is a scroll bar
        edge = 16 - self._view.verticalScrollBar().width() * self._view.verticalScrollBar().isVisible()
        rect.setRight(rect.right() + 16 - max(edge, 4))
        clickable = bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)
        around = rect.adjusted(26, 0, -8, 0)
        around.setRight(min(around.right(), self._view.viewport().width() - 1))
        if clickable and option.state & QStyle.StateFlag.State_MouseOver:
            painting.draw_box(painter, around, look.colour("selection_off"), look.colour("selection_off"), 4)
        if node.kind is NodeKind.COLOUR:
            self._paint_colour(painter, rect, node)
            return
        painter.fillRect(QRect(20, rect.y(), 3, rect.height()), look.chip_colours(node.argb).swatch)
        if node.kind is NodeKind.GROUP:
            self._paint_group(painter, rect, node, index)
        else:
            self._paint_label(painter, rect, node)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painting.draw_ring(painter, around, 4)

    def _paint_colour(self, painter: QPainter, rect: QRect, node: Node) -> None:
        look = theme.current()
        chip = look.chip_colours(node.argb)
        size = look.px(11)
        box = QRect(16, rect.y() + (rect.height() - size) // 2 + 1, size, size)
        painting.draw_box(painter, box, chip.swatch, chip.swatch_border, 3)
        self._text(painter, rect.adjusted(24 + size, 2, -16, 2), node.text, "caption", "muted")

    def _paint_group(self, painter: QPainter, rect: QRect, node: Node, index: Index) -> None:
        look = theme.current()
        if not node.children:
            self._text(painter, rect.adjusted(34 + look.px(13), 0, -16, 0), node.text, "body", "muted")
            return
        arrow = "down" if self._view.isExpanded(index) else "right"
        ratio = painter.device().devicePixelRatioF()
        size = look.px(13)
        mark = icons.pixmap(arrow, size, "muted", ratio)
        painter.drawPixmap(30, rect.y() + (rect.height() - size) // 2, mark)
        right = rect.adjusted(34 + size, 0, -16, 0)
        if arrow == "right":
            chosen = self._view.chosen_in(node)
            if chosen:
                words = self.tr("%n chosen", "", chosen)
                self._text(painter, right, words, "caption", "link", Qt.AlignmentFlag.AlignRight)
                right.setRight(right.right() - painter.fontMetrics().horizontalAdvance(words) - 8)
        self._text(painter, right, node.text, "body_bold", "text")

    def _paint_label(self, painter: QPainter, rect: QRect, node: Node) -> None:
        tree = self._view.tree
        label_id = node.label_id
        if label_id is None:
            return
        excluded = tree.leaves_out(label_id)
        ticked = label_id in tree.ticked and not excluded
        size = theme.current().px(15)
        box = QRect(36, rect.y() + (rect.height() - size) // 2, size, size)
        painting.draw_check_box(painter, box, "cross" if excluded else "tick" if ticked else "")
        count = QLocale().toString(tree.count(label_id))
        inner = rect.adjusted(44 + size, 0, -16, 0)
        self._text(painter, inner, count, "caption", "muted", Qt.AlignmentFlag.AlignRight)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(count) - 8)
        self._text(painter, inner, node.text, "body_bold" if ticked else "body", "text", struck=excluded)

    @staticmethod
    def _text(
        painter: QPainter,
        rect: QRect,
        text: str,
        kind: str,
        role: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        struck: bool = False,
    ) -> None:
        look = theme.current()
        font = look.font(kind)
        if struck:
            font = type(font)(font)
            font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(look.colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


class LabelView(QTreeView):
    """One Tab stop. A click or Space ticks, Shift+Space or the context menu excludes, left and right fold."""

    def __init__(self, tree: LabelTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.tree = tree
        self._folded: set[str] = set()
        self._folded_for_room: set[str] = set()  # these unfold again when there is room
        self.setModel(tree)
        self.setItemDelegate(_LabelDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.setAccessibleName(self.tr("Labels"))
        tree.modelReset.connect(self._unfold)
        theme.current().changed.connect(self.viewport().update)
        self._fit_height()
        theme.current().changed.connect(self._fit_height)
        self._unfold()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        # QTreeView's own asks, in Python, for height and children of each of these lines, 6 ms for the counts of all
        # labels: neither changes but with the whole tree
        QAbstractItemView.dataChanged(self, first, last, roles)

    def _fit_height(self) -> None:
        """Some lines are always seen; in a low window the whole sidebar scrolls."""
        self.setMinimumHeight(6 * (theme.current().height("body") + 7))

    def fold_unticked(self) -> None:
        """Fold the groups in which nothing is chosen: the window is too low to show them all."""
        for node in self._groups():
            if node.children and not self.chosen_in(node):
                self._folded_for_room |= {node.group} - self._folded
                self._folded.add(node.group)
        self._unfold()

    def unfold(self) -> None:
        """There is room again for what was folded for want of it; what a person folded stays folded."""
        self._folded -= self._folded_for_room
        self._folded_for_room.clear()
        self._unfold()

    def chosen_in(self, group: Node) -> int:
        """How many labels of a group are ticked or excluded."""
        chosen = self.tree.ticked | self.tree.excluded
        return sum(1 for child in group.children if child.label_id in chosen)

    def _groups(self) -> list[Node]:
        found = []
        for row in range(self.tree.rowCount()):
            node = self.tree.node(self.tree.index(row, 0))
            if node is not None:
                found += node.children
        return found

    def _unfold(self) -> None:
        for row in range(self.tree.rowCount()):
            colour = self.tree.index(row, 0)
            self.expand(colour)
            for place in range(self.tree.rowCount(colour)):
                group = self.tree.index(place, 0, colour)
                node = self.tree.node(group)
                self.setExpanded(group, node is not None and node.group not in self._folded)

    def _set_folded(self, index: Index, folded: bool) -> None:
        node = self.tree.node(index)
        if node is None or node.kind is not NodeKind.GROUP or not node.children:
            return
        (self._folded.add if folded else self._folded.discard)(node.group)
        self._folded_for_room.discard(node.group)
        self.setExpanded(index, not folded)

    # -- mouse and keys --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        node = self.tree.node(index)
        if node is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        if not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            return
        self.setCurrentIndex(index)
        if node.label_id is not None:
            self.tree.toggle(node.label_id)
        else:
            self._set_folded(index, self.isExpanded(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two quick clicks are two clicks

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # Qt's own would tick once more

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        node = self.tree.node(index)
        key = event.key()
        if node is not None and node.label_id is not None and key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.tree.toggle_excluded(node.label_id)
            else:
                self.tree.toggle(node.label_id)
            return
        if node is not None and node.kind is NodeKind.GROUP and key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self._set_folded(index, self.isExpanded(index))
            return
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and node is not None and node.kind is not NodeKind.COLOUR:
            group = index if node.kind is NodeKind.GROUP else index.parent()
            self.setCurrentIndex(group)
            self._set_folded(group, key == Qt.Key.Key_Left)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() or not self.currentIndex().flags() & Qt.ItemFlag.ItemIsSelectable:
            first = self.tree.index(0, 0, self.tree.index(0, 0))
            if first.isValid():
                self.setCurrentIndex(first)

    def _show_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        node = self.tree.node(index)
        if node is None or node.label_id is None:
            return
        menu = self.context_menu(node)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(at))

    def context_menu(self, node: Node) -> QMenu:
        """What can be done with one label."""
        menu = QMenu(self)
        label_id = node.label_id
        if label_id is not None:
            tick = menu.addAction(self.tr("&Filter by this label"), lambda: self.tree.toggle(label_id))
            tick.setCheckable(True)
            tick.setChecked(label_id in self.tree.ticked)
            without = menu.addAction(
                self.tr("&Exclude this label\tShift+Space"), lambda: self.tree.toggle_excluded(label_id)
            )
            without.setCheckable(True)
            without.setChecked(label_id in self.tree.excluded)
        return menu
