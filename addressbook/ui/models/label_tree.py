"""The label filter as a tree: colour → group → label, with what is ticked, what is excluded, and live counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from addressbook.domain.label import LabelGroup
from addressbook.ui.theme import Theme

NodeRole = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class NodeKind(Enum):
    """The three levels of the tree."""

    COLOUR = "colour"
    GROUP = "group"
    LABEL = "label"


@dataclass(eq=False, slots=True)
class Node:
    """One line of the tree. `label_id` is set for labels only; `group` is the group's name."""

    kind: NodeKind
    text: str
    argb: int | None
    row: int
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    label_id: int | None = None
    group: str = ""


class LabelTree(QAbstractItemModel):
    """Groups that share a colour stand under one colour; labels can be ticked or excluded."""

    changed = Signal()  # a person ticked or excluded something

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[LabelGroup, ...] = ()
        self._roots: list[Node] = []
        self._labels: dict[int, Node] = {}
        self._counts: dict[int, int] = {}
        self.ticked: frozenset[int] = frozenset()
        self.excluded: frozenset[int] = frozenset()
        self.without = False  # ticked labels are left out too

    # -- contents --------------------------------------------------------------------------------------------

    def set_groups(self, groups: Iterable[LabelGroup]) -> None:
        """Show other groups. Ticks of labels that are gone are taken off; then `changed` is emitted."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self._build()
        self.endResetModel()
        ticked, excluded = (frozenset(ids & self._labels.keys()) for ids in (self.ticked, self.excluded))
        if (ticked, excluded) != (self.ticked, self.excluded):
            self.ticked, self.excluded = ticked, excluded
            self.changed.emit()

    def _build(self) -> None:
        self._roots, self._labels = [], {}
        by_colour: dict[int | None, Node] = {}
        words: dict[str, int] = {}
        for group in self._groups:
            root = by_colour.get(group.rgb)
            if root is None:
                word = Theme.colour_name(group.color)
                words[word] = words.get(word, 0) + 1
                if words[word] > 1:  # two shades of one name
                    word = QCoreApplication.translate("LabelTree", "{colour} {number}").format(
                        colour=word, number=words[word]
                    )
                root = Node(NodeKind.COLOUR, word, group.color, len(self._roots))
                by_colour[group.rgb] = root
                self._roots.append(root)
            branch = Node(NodeKind.GROUP, group.name, group.color, len(root.children), root, group=group.name)
            root.children.append(branch)
            for label in group.labels:
                leaf = Node(
                    NodeKind.LABEL,
                    label.name,
                    group.color,
                    len(branch.children),
                    branch,
                    label_id=label.id,
                    group=group.name,
                )
                branch.children.append(leaf)
                self._labels[label.id] = leaf

    def set_counts(self, counts: dict[int, int]) -> None:
        """How many contacts bear each label, within the scope that is shown."""
        if counts == self._counts:
            return
        self._counts = dict(counts)
        for root in self._roots:
            for branch in root.children:
                if branch.children:
                    self.dataChanged.emit(self._index(branch.children[0]), self._index(branch.children[-1]))

    def count(self, label_id: int) -> int:
        """How many contacts bear a label."""
        return self._counts.get(label_id, 0)

    # -- choosing --------------------------------------------------------------------------------------------

    def set_choice(self, ticked: Iterable[int], excluded: Iterable[int]) -> None:
        """Set what is ticked and excluded at once."""
        before = self.ticked | self.excluded
        new = frozenset(ticked), frozenset(excluded)
        if new == (self.ticked, self.excluded):
            return
        self.ticked, self.excluded = new
        for label_id in before | self.ticked | self.excluded:
            self._tell(label_id)
        self.changed.emit()

    def set_without(self, without: bool) -> None:
        """Whether the ticked labels are those that contacts must not have."""
        if without != self.without:
            self.without = without
            for label_id in self.ticked:
                self._tell(label_id)

    def leaves_out(self, label_id: int) -> bool:
        """Whether contacts with this label are left out."""
        return label_id in self.excluded or (self.without and label_id in self.ticked)

    def toggle(self, label_id: int) -> None:
        """Tick a label, or take its tick off."""
        self.set_choice(self.ticked ^ {label_id}, self.excluded - {label_id})

    def toggle_excluded(self, label_id: int) -> None:
        """Exclude a label on top of the ticked ones, or no longer."""
        self.set_choice(self.ticked - {label_id}, self.excluded ^ {label_id})

    def clear(self) -> None:
        """Nothing ticked, nothing excluded."""
        self.set_choice((), ())

    def _tell(self, label_id: int) -> None:
        node = self._labels.get(label_id)
        if node is not None:
            index = self._index(node)
            self.dataChanged.emit(index, index)

    # -- QAbstractItemModel ----------------------------------------------------------------------------------

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node)

    def node(self, index: Index) -> Node | None:
        """The node behind an index; None for the invisible root."""
        return index.internalPointer() if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        node = self.node(parent)
        children = self._roots if node is None else node.children
        if column != 0 or not 0 <= row < len(children) or (parent.isValid() and parent.column() != 0):
            return QModelIndex()
        return self._index(children[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        node = self.node(index)
        return QModelIndex() if node is None or node.parent is None else self._index(node.parent)

    def rowCount(self, parent: Index = ROOT) -> int:
        node = self.node(parent)
        return len(self._roots) if node is None else len(node.children)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        node = self.node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        if node.kind is NodeKind.LABEL:
            return (
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemNeverHasChildren
            )
        if node.kind is NodeKind.GROUP and node.children:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        # colours are headings; a group without labels has nothing to choose or to fold
        return Qt.ItemFlag.ItemIsEnabled if node.kind is NodeKind.COLOUR else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role == NodeRole:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return node.text
        if role == Qt.ItemDataRole.CheckStateRole and node.label_id is not None:
            return Qt.CheckState.Checked if node.label_id in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node)
        return None

    def _spoken(self, node: Node) -> str:
        if node.kind is NodeKind.COLOUR:
            return QCoreApplication.translate("LabelTree", "Colour {colour}").format(colour=node.text)
        if node.label_id is None:
            if not node.children:
                return QCoreApplication.translate("LabelTree", "{group}: no labels").format(group=node.text)
            return node.text
        words = QCoreApplication.translate(
            "LabelTree", "{group}: {label}, %Ln contact(s)", "", self.count(node.label_id)
        )
        text = words.format(group=node.group, label=node.text)
        if self.leaves_out(node.label_id):
            return QCoreApplication.translate("LabelTree", "Without {label}").format(label=text)
        return text

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node(index)
        if node is None or node.label_id is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        if wanted != (node.label_id in self.ticked):
            self.toggle(node.label_id)
        return True
