"""The departments as a tree that is read while it is opened, with what is ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from addressbook.domain.staff import ROOT_DEPARTMENT, Department
from addressbook.ui.plain_text import tooltip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(eq=False, slots=True)
class Node:
    """A department, or with the id 0 the line "Loading" below one. `children` None: not read yet."""

    id: int
    name: str
    parent: Node | None = None
    row: int = 0
    children: list[Node] | None = None
    reading: bool = False
    ancestors: frozenset[int] = field(default_factory=frozenset)


class DepartmentTree(QAbstractItemModel):
    """Starts with the whole organisation alone. `wanted` asks for the departments below one, which `put` brings."""

    wanted = Signal(object)  # Node

    def __init__(self, root_name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.root = Node(ROOT_DEPARTMENT, root_name)
        self._chosen: Callable[[int], bool] = lambda _: False
        self._nodes: dict[int, list[Node]] = {ROOT_DEPARTMENT: [self.root]}

    def set_chosen(self, chosen: Callable[[int], bool]) -> None:
        """Who answers whether a department is ticked."""
        self._chosen = chosen

    def name(self, ident: int) -> str:
        """What a department was called when it was read, "" when it was not."""
        nodes = self._nodes.get(ident)
        return nodes[0].name if nodes else ""

    def above(self, ident: int) -> frozenset[int]:
        """The departments that one belongs to, as far as they were read; all belong to the whole organisation."""
        if ident == ROOT_DEPARTMENT:
            return frozenset()
        known = (node.ancestors for node in self._nodes.get(ident, ()))
        return frozenset({ROOT_DEPARTMENT}).union(*known)

    # -- reading ---------------------------------------------------------------------------------------------

    def read(self, index: Index) -> None:
        """Ask for what is below, unless it is known or being asked for."""
        node = self.node(index)
        if node is None or node.id == 0 or node.children or node.reading:
            return
        node.reading = True
        self._replace(node, [Node(0, self.tr("Loading"), node)])
        self.wanted.emit(node)

    def put(self, node: Node, departments: Sequence[Department]) -> None:
        """The departments below `node`. Those above it are left out: the server's may run in a circle."""
        node.reading = False
        above = node.ancestors | {node.id}
        children = [Node(one.id, one.name, node, ancestors=above) for one in departments if one.id not in above]
        self._replace(node, children)
        for child in children:
            self._nodes.setdefault(child.id, []).append(child)

    def give_up(self, node: Node) -> None:
        """It could not be read: as if it had not been asked for."""
        node.reading = False
        self._replace(node, None)

    def _replace(self, node: Node, children: list[Node] | None) -> None:
        index = self.index_of(node)
        if node.children:
            self.beginRemoveRows(index, 0, len(node.children) - 1)
            node.children = []
            self.endRemoveRows()
        if children:
            for row, child in enumerate(children):
                child.row = row
            self.beginInsertRows(index, 0, len(children) - 1)
            node.children = children
            self.endInsertRows()
        else:
            node.children = children
        self.dataChanged.emit(index, index)  # whether it can be opened

    def rename_root(self, name: str) -> None:
        """The organisation's name has become known."""
        if name and name != self.root.name:
            self.root.name = name
            index = self.index_of(self.root)
            self.dataChanged.emit(index, index)

    def refresh(self, ident: int) -> None:
        """The tick of a department has changed."""
        for node in self._nodes.get(ident, ()):
            index = self.index_of(node)
            self.dataChanged.emit(index, index)

    # -- QAbstractItemModel ----------------------------------------------------------------------------------

    def index_of(self, node: Node) -> QModelIndex:
        """The index of a node."""
        return self.createIndex(node.row, 0, node)

    def node(self, index: Index) -> Node | None:
        """The node behind an index; None for the invisible root."""
        return index.internalPointer() if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        node = self.node(parent)
        children = [self.root] if node is None else node.children or []
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.index_of(children[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        node = self.node(index)
        return QModelIndex() if node is None or node.parent is None else self.index_of(node.parent)

    def rowCount(self, parent: Index = ROOT) -> int:
        node = self.node(parent)
        return 1 if node is None else len(node.children or [])

    def columnCount(self, parent: Index = ROOT) -> int:
        return 1

    def hasChildren(self, parent: Index = ROOT) -> bool:
        node = self.node(parent)
        if node is None:
            return True
        return node.id != 0 and (node.children is None or bool(node.children))

    def flags(self, index: Index) -> Qt.ItemFlag:
        node = self.node(index)
        if node is None or node.id == 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return node.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(node.name)
        if role == Qt.ItemDataRole.CheckStateRole and node.id:
            return Qt.CheckState.Checked if self._chosen(node.id) else Qt.CheckState.Unchecked
        return None
