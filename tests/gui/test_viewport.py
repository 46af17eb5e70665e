"""A viewport of our own behaves like the one that Qt makes."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QTableView, QTreeView, QWidget

from addressbook.ui.label_view import LabelView
from addressbook.ui.models.label_tree import LabelTree
from addressbook.ui.widgets.text_block import TextBlock
from addressbook.ui.widgets.viewport import give_viewport


def ways(viewport: QWidget) -> dict[str, Any]:
    attributes = [each for each in Qt.WidgetAttribute if each is not Qt.WidgetAttribute.WA_AttributeCount]
    return {
        "name": viewport.objectName(),
        "role": viewport.backgroundRole(),
        "fills": viewport.autoFillBackground(),
        "tracks": viewport.hasMouseTracking(),
        "focus": viewport.focusProxy() is viewport.parent(),
        "attributes": [each.name for each in attributes if viewport.testAttribute(each)],
    }


@pytest.mark.parametrize("kind", [QTableView, QTreeView])
def test_it_is_like_that_of_qt(qtbot, kind: type[QTableView | QTreeView]) -> None:
    theirs, ours = kind(), kind()
    give_viewport(ours)
    for view in (theirs, ours):
        qtbot.addWidget(view)
        view.setMouseTracking(True)
    assert ways(ours.viewport()) == ways(theirs.viewport())
    assert ways(ours.viewport())["tracks"]


def test_the_line_under_the_mouse_is_seen_among_the_labels(qtbot) -> None:
    view = LabelView(LabelTree())
    qtbot.addWidget(view)
    assert view.viewport().hasMouseTracking()


def test_the_mouse_finds_a_hand_over_a_link_and_a_beam_over_other_text(qtbot) -> None:
    block = TextBlock("E-mail")
    qtbot.addWidget(block)
    at = QPointF(1, 1)
    for link, shape in ((False, Qt.CursorShape.IBeamCursor), (True, Qt.CursorShape.PointingHandCursor)):
        block.set_link(link)
        QApplication.sendEvent(block, QEnterEvent(at, at, at))
        assert block.viewport().cursor().shape() is shape
