"""A box of lines: as high as they need and no higher, without bars beside what fits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from addressbook.ui.widgets.text_lines import TextLines
from tests.helpers.wait import until

SHORT = ("Ann Lee: ann@example.com", "上官佳琪 · 金桥新能源")
LONG = "宋永康: song.yongkang.of.the.purchasing.department@jincheng-chemicals-and-others.example"


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


async def box(window, lines, most):
    layout = QVBoxLayout(window)
    made = TextLines("Names", "\n".join(lines), most=most)
    layout.addWidget(made)
    layout.addStretch(1)
    window.resize(360, 700)
    window.show()
    await until(lambda: made.viewport().width() > 1 and made.height() == made.heightForWidth(made.width()))
    return made


def bars(made):
    return made.horizontalScrollBar().maximum(), made.verticalScrollBar().maximum()


@pytest.mark.parametrize("lines", [SHORT[:1], SHORT, SHORT * 3, (SHORT[0], LONG), (LONG,) * 2, ("", *SHORT, "")])
@pytest.mark.parametrize("size", [9, 18])
async def test_what_fits_has_no_bars(window, qapp, lines, size):
    font = qapp.font()
    font.setPointSizeF(size)
    window.setFont(font)
    made = await box(window, lines, 14)
    assert bars(made) == (0, 0)
    last = made.cursorRect(made.textCursor())
    made.moveCursor(made.textCursor().MoveOperation.End)
    assert made.cursorRect().bottom() <= made.viewport().height()
    assert made.viewport().height() - made.cursorRect().bottom() < last.height(), "no empty line below"


async def test_more_lines_scroll_and_none_is_cut_sideways(window):
    made = await box(window, [LONG] * 30, 4)
    sideways, down = bars(made)
    assert sideways == 0
    assert down > 0
    cursor, edges = made.textCursor(), []
    for _ in range(5):
        edges.append(made.cursorRect(cursor))
        cursor.movePosition(cursor.MoveOperation.Down)
    assert edges[3].bottom() < made.viewport().height() <= edges[4].top() + 2, "four lines, and no top of a fifth"


async def test_it_is_read_not_written_and_tab_goes_on(window):
    made = await box(window, SHORT, 4)
    assert made.isReadOnly()
    assert made.tabChangesFocus()
    assert made.accessibleName() == "Names"
    assert made.focusPolicy() & Qt.FocusPolicy.TabFocus
