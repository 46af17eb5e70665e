"""With large text in a small window: names are read, icons grow, counts and captions give way."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAction, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QToolTip

from addressbook.domain.query import ContactQuery
from addressbook.ui import theme
from addressbook.ui.book_bars import ResultLine
from addressbook.ui.widgets import edge_icon
from addressbook.ui.widgets.scope_button import ScopeButton

NAME = "Shared with me"


@pytest.fixture
def large(qapp):
    font, before = qapp.font(), qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    theme.current()._rebuild()
    yield theme.current()
    qapp.setFont(before)
    theme.current()._rebuild()


def hover(button):
    QToolTip.hideText()
    at = QPoint(5, 5)
    QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, at, button.mapToGlobal(at)))
    return QToolTip.text()


def scope(qtbot, spare):
    """A button with so many pixels more than its name and its count need."""
    button = ScopeButton("swap", NAME)
    qtbot.addWidget(button)
    button.set_count(140)
    button.setToolTip("Shared in DingTalk")
    look = theme.current()
    needs = QFontMetrics(look.font("body")).horizontalAdvance(NAME) + 1
    needs += QFontMetrics(look.font("caption_bold")).horizontalAdvance("140") + 4
    button.resize(needs + button.width() - button._inner().width() + spare, 40)
    button.show()
    return button


@pytest.mark.parametrize("chosen", [False, True])
def test_a_count_gives_way_to_the_name_and_is_told_in_the_tooltip(qtbot, chosen):
    button = scope(qtbot, -1)
    button.setChecked(chosen)
    without = button.grab().toImage()
    assert "140 contact" in hover(button)
    assert "Shared in DingTalk" in hover(button)
    button.set_count(None)
    assert button.grab().toImage() == without, "no trace of the count, and the name as it was"


def test_a_count_that_fits_is_shown(qtbot):
    button = scope(qtbot, 0)
    with_count = button.grab().toImage()
    assert "140" not in hover(button)
    button.set_count(None)
    assert button.grab().toImage() != with_count


def test_icons_of_line_edits_grow_with_the_text(qtbot, large):
    for add in (True, False):
        edit = QLineEdit()
        qtbot.addWidget(edit)
        action = QAction("Find", edit)
        if add:
            edge_icon.add(edit, action, "search", QLineEdit.ActionPosition.LeadingPosition)
        else:
            edit.addAction(action, QLineEdit.ActionPosition.LeadingPosition)
        edit.show()
        height = edit.findChild(QToolButton).height()
        assert (height > large.px(16)) == add
    assert large.px(16) > 24


def test_the_number_found_goes_before_the_words_for_the_order(qtbot):
    line = ResultLine()
    qtbot.addWidget(line)
    line.show_query(ContactQuery())
    line.show_result(2000, 2000, complete=True)
    line.resize(700, 40)
    line.show()
    assert line._order.text() == "Sorted by: Name"
    line.resize(line._found.sizeHint().width() + line._order.sizeHint().width(), 40)
    assert line._order.text() == "Name"
    assert line.order == "Sorted by: Name", "screen readers hear all of it"
    line.resize(700, 40)
    assert line._order.text() == "Sorted by: Name"
    line.show_query(ContactQuery(text="lan"))
    line.resize(120, 40)
    assert line._order.text() == "Best match first"
