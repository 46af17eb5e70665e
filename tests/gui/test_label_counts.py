"""The counts beside the labels: shown anew, without asking anew how high each line is."""

from __future__ import annotations

from PySide6.QtCore import Qt

from addressbook.domain.label import Label, LabelGroup
from addressbook.ui import label_view
from addressbook.ui.label_view import LabelView
from addressbook.ui.models.label_tree import LabelTree


class Measuring(label_view._LabelDelegate):
    """Notes whom it is asked to measure. Not put into the class of all: Qt's binding keeps the way to it for as long as
    a view lives, which may be longer than the test."""

    measured: list[str]

    def sizeHint(self, option, index):
        self.measured.append(index.data())
        return super().sizeHint(option, index)


def test_other_counts_are_painted_and_told_and_no_line_is_measured_for_them(qtbot):
    tree = LabelTree()
    tree.set_groups((LabelGroup("Kind", None, tuple(Label(number, f"Label {number}") for number in range(20))),))
    tree.set_counts({3: 1})
    view = LabelView(tree)
    qtbot.addWidget(view)
    delegate = Measuring(view)
    measured = delegate.measured = []
    view.setItemDelegate(delegate)
    view.resize(240, 800)
    view.show()
    before = view.grab().toImage()
    assert measured
    measured.clear()
    tree.set_counts({3: 4711})
    assert view.grab().toImage() != before
    third = tree.index(3, 0, tree.index(0, 0, tree.index(0, 0)))
    assert "4,711" in third.data(Qt.ItemDataRole.AccessibleTextRole)
    assert measured == []
