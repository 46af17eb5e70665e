"""The tree in which departments are ticked: read while it is opened, searched, deep, wide, and in circles."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from addressbook.domain.staff import Department
from addressbook.errors import NetworkError, PermissionMissing
from addressbook.ui.forms.department_picker import DepartmentPicker
from addressbook.ui.forms.department_tree import DepartmentTree, Node
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_session import FakeSession
from tests.helpers.wait import until

ENTER, DOWN, UP, LEFT, RIGHT, SPACE = (
    getattr(Qt.Key, f"Key_{name}") for name in ("Return", "Down", "Up", "Left", "Right", "Space")
)
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def session(qloop):
    return FakeSession(FakeBook())


@pytest.fixture
def open_picker(form, session):
    async def open_(chosen=(), *, most=20):
        picker = DepartmentPicker(session, chosen, most=most, parent=form)
        picker.results = []
        picker.picked.connect(picker.results.append)
        picker.open()
        picker.activateWindow()
        await until(picker.search.hasFocus, "the focus")
        await settle(picker)
        return picker

    return open_


async def settle(picker) -> None:
    await until(lambda: not picker._tasks.busy, "the answers")


def names(node: Node) -> list[str]:
    return [child.name for child in node.children or []]


def index(picker, *rows: int):
    found = picker.tree.index(0, 0)
    for row in rows:
        found = picker.tree.index(row, 0, found)
    return found


def tick(picker, *rows: int):
    return index(picker, *rows).data(Qt.ItemDataRole.CheckStateRole)


async def test_the_first_level_is_open_and_the_next_is_read_when_it_is_opened(open_picker, session) -> None:
    picker = await open_picker([42])
    assert picker.tree.root.name == "Harbour Trading"
    assert names(picker.tree.root) == ["Sales East", "采购部"]
    assert session.directory.asked == [("children", 1)]
    assert (tick(picker), tick(picker, 0), tick(picker, 1)) == (UNCHECKED, CHECKED, UNCHECKED)
    session.directory.hold = asyncio.Event()
    picker.view.expand(index(picker, 0))
    assert names(picker.tree.root.children[0]) == ["Loading"]
    assert index(picker, 0, 0).flags() == Qt.ItemFlag.NoItemFlags
    session.directory.hold.set()
    await settle(picker)
    assert names(picker.tree.root.children[0]) == ["Night shift"]
    picker.view.collapse(index(picker, 0))
    picker.view.expand(index(picker, 0))
    assert session.directory.asked[1:] == [("children", 42)]


async def test_keys_alone_open_and_tick(open_picker) -> None:
    picker = await open_picker()
    QTest.keyClick(picker.search, DOWN)
    view = picker.view
    for key in (DOWN, RIGHT):
        QTest.keyClick(view, key)
    await settle(picker)
    QTest.keyClick(view, DOWN)
    QTest.keyClick(view, SPACE)
    assert list(picker.chosen) == [420]
    assert tick(picker, 0, 0) == CHECKED
    QTest.keyClick(view, LEFT)
    QTest.keyClick(view, SPACE)
    assert list(picker.chosen) == [420, 42]
    QTest.keyClick(view, SPACE)
    assert list(picker.chosen) == [420]
    assert picker.count.text() == "1 of at most 20 chosen"
    QTest.keyClick(view, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert picker.results == [(420,)]


async def test_enter_accepts_what_was_ticked_and_never_takes_a_tick_off(open_picker) -> None:
    picker = await open_picker()
    QTest.keyClick(picker.search, DOWN)
    QTest.keyClick(picker.view, DOWN)
    QTest.keyClick(picker.view, SPACE)
    QTest.keyClick(picker.view, ENTER)
    assert picker.results == [(42,)]


async def test_enter_without_any_tick_means_the_line(open_picker) -> None:
    picker = await open_picker([43])
    QTest.keyClick(picker.search, DOWN)
    QTest.keyClick(picker.view, DOWN)
    QTest.keyClick(picker.view, ENTER)
    assert list(picker.chosen) == [43, 42]
    assert picker.isVisible()
    QTest.keyClick(picker.view, ENTER)
    assert picker.results == [(43, 42)]


async def test_up_from_the_top_goes_back_to_the_search(open_picker) -> None:
    picker = await open_picker()
    QTest.keyClick(picker.search, DOWN)
    QTest.keyClick(picker.view, UP)
    assert picker.search.hasFocus()


async def test_the_mouse_ticks_box_and_words_once_and_opens_with_the_arrow(open_picker) -> None:
    picker = await open_picker()
    view, row = picker.view, picker.view.visualRect(index(picker, 0))
    for place in (QPoint(row.x() + 10, row.center().y()), QPoint(row.x() + 60, row.center().y())):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert list(picker.chosen) == [42]
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert list(picker.chosen) == []
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.x() - 10, row.center().y()))
    await settle(picker)
    assert view.isExpanded(index(picker, 0))
    assert list(picker.chosen) == []


async def test_what_was_read_is_searched(open_picker) -> None:
    picker = await open_picker()
    QTest.keyClicks(picker.search, "cgb")
    await settle(picker)
    assert [(line.named.full, line.detail) for line in picker.model.lines] == [("采购部", "Harbour")]
    QTest.keyClick(picker.search, ENTER)
    assert list(picker.chosen) == [43]
    assert tick(picker, 1) == CHECKED
    QTest.keyClick(picker.search, DOWN)
    QTest.keyClick(picker.list, SPACE)
    assert list(picker.chosen) == []
    QTest.keyClick(picker.list, UP)
    QTest.keyClick(picker.search, Qt.Key.Key_Escape)
    assert picker.pages.currentWidget() is picker.view
    assert picker.isVisible()


async def test_enter_before_the_answer_is_there(open_picker) -> None:
    picker = await open_picker()
    QTest.keyClicks(picker.search, "sales")
    QTest.keyClick(picker.search, ENTER)
    await until(lambda: 42 in picker.chosen)


async def read_all(picker, session, text: str) -> tuple[asyncio.Event, asyncio.Event]:
    """Look for something, then have all departments read; set the first event to let that end, the second to let what
    is asked from now on."""
    QTest.keyClicks(picker.search, text)
    await settle(picker)
    session.directory.hold = reading = asyncio.Event()
    picker.note.button.click()
    await until(lambda: ("read_all", None) in session.directory.asked)
    session.directory.hold = searching = asyncio.Event()
    return reading, searching


async def test_enter_is_not_forgotten_when_all_departments_have_been_read_meanwhile(open_picker, session) -> None:
    picker = await open_picker()
    reading, searching = await read_all(picker, session, "zzz")
    picker.search.selectAll()
    QTest.keyClicks(picker.search, "sales")
    QTest.keyClick(picker.search, ENTER)
    reading.set()
    await until(lambda: picker._reading_all is None)
    assert list(picker.chosen) == []
    searching.set()
    await until(lambda: 42 in picker.chosen)


@pytest.mark.parametrize(("text", "chosen"), [("sales", [(42,)]), ("zzz", [])])
async def test_done_waits_for_what_enter_was_pressed_for(open_picker, session, text, chosen) -> None:
    picker = await open_picker()
    results, session.directory.hold = picker.results, asyncio.Event()
    QTest.keyClicks(picker.search, text)
    QTest.keyClick(picker.search, ENTER)
    QTest.keyClick(picker.search, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert results == []
    session.directory.hold.set()
    await until(lambda: not picker._entered)
    assert results == chosen, "where nothing is found the window stays, to say so"


async def test_names_typed_faster_than_the_answers_are_all_taken(open_picker, session) -> None:
    picker = await open_picker()
    results, session.directory.hold = picker.results, asyncio.Event()
    QTest.keyClicks(picker.search, "sales")
    QTest.keyClick(picker.search, ENTER)
    picker.search.insert("采购")
    QTest.keyClick(picker.search, ENTER)
    QTest.keyClick(picker.search, ENTER, Qt.KeyboardModifier.ControlModifier)
    session.directory.hold.set()
    await until(lambda: results)
    assert results == [(42, 43)]


async def test_enter_takes_what_is_listed_while_it_is_asked_for_anew(open_picker, session) -> None:
    picker = await open_picker()
    reading, searching = await read_all(picker, session, "sales")
    reading.set()
    await until(lambda: picker._reading_all is None and picker.asking)
    QTest.keyClick(picker.search, ENTER)
    assert list(picker.chosen) == [42]
    picker.search.insert("采购")
    QTest.keyClick(picker.search, ENTER)
    assert list(picker.chosen) == [42], "there is no answer yet, and another one is listed"
    searching.set()
    await until(lambda: 43 in picker.chosen)


async def test_nothing_found_says_where_was_looked(open_picker) -> None:
    picker = await open_picker()
    QTest.keyClicks(picker.search, "zzz")
    await settle(picker)
    QTest.keyClick(picker.search, ENTER)
    assert list(picker.chosen) == []
    assert picker.note.text == "0 department(s) found among those that were read so far"


async def test_all_departments_are_read_when_asked_so_that_all_are_found(open_picker, session) -> None:
    picker = await open_picker()
    QTest.keyClicks(picker.search, "new")
    await settle(picker)
    assert picker.model.lines == []
    session.directory.hold = asyncio.Event()
    picker.note.button.click()
    assert picker.note.text == "Reading all departments: 1 so far"
    assert picker.search.hasFocus()
    session.directory.below[43] = [Department(430, "New branch", 43)]
    session.directory.hold.set()
    await until(lambda: picker.model.lines)
    await settle(picker)
    assert picker.model.lines[0].named.full == "New branch"
    assert picker.note.text == "1 department(s) found"
    assert picker.note.button.isHidden()


async def test_reading_all_can_be_stopped(open_picker, session) -> None:
    picker = await open_picker()
    QTest.keyClicks(picker.search, "sales")
    await settle(picker)
    session.directory.hold = asyncio.Event()
    picker.note.button.click()
    await until(lambda: ("read_all", None) in session.directory.asked)
    session.directory.hold.set()
    session.directory.hold = asyncio.Event()
    picker.note.button.click()
    session.directory.hold.set()
    await settle(picker)
    assert picker.note.text == "1 department(s) found among those that were read so far"
    picker.reject()


async def test_reading_all_may_fail(open_picker, session) -> None:
    session.directory.errors["read_all"] = PermissionMissing("60011", endpoint="/topapi/v2/department/listsub")
    picker = await open_picker()
    QTest.keyClicks(picker.search, "sales")
    await settle(picker)
    picker.note.button.click()
    await settle(picker)
    assert "not allowed to read departments" in picker.note.text
    assert len(picker.model.lines) == 1


async def test_the_twenty_first_is_refused_and_the_reason_said(open_picker) -> None:
    picker = await open_picker(range(100, 120))
    QTest.keyClick(picker.search, DOWN)
    QTest.keyClick(picker.view, SPACE)
    assert 1 not in picker.chosen
    assert tick(picker) == UNCHECKED
    assert picker.note.text == "At most 20 departments can be chosen. Take one off first."
    picker.accept_choice()
    assert picker.results == [tuple(range(100, 120))]


async def test_more_than_twenty_say_how_many_to_take_off(open_picker) -> None:
    picker = await open_picker(range(42, 64))
    assert picker.count.text() == "22 chosen, at most 20 are possible: take off 2"
    QTest.keyClick(picker.search, DOWN)
    QTest.keyClick(picker.view, DOWN)
    QTest.keyClick(picker.view, SPACE)
    assert picker.count.text() == "21 chosen, at most 20 are possible: take off 1"


@pytest.mark.parametrize(
    "error",
    [
        PermissionMissing("60011", endpoint="/topapi/v2/department/listsub"),
        NetworkError("network.unreachable", endpoint="/topapi/v2/department/listsub"),
    ],
)
async def test_what_cannot_be_read_is_said_and_tried_again(open_picker, session, error) -> None:
    session.directory.errors["children"] = error
    picker = await open_picker([42])
    assert picker.tree.root.children is None
    assert picker.note.text
    QTest.keyClick(picker.search, DOWN)
    QTest.keyClick(picker.view, SPACE)  # the whole organisation can be ticked all the same
    assert list(picker.chosen) == [42, 1]
    del session.directory.errors["children"]
    picker.view.expand(index(picker))
    await settle(picker)
    assert names(picker.tree.root) == ["Sales East", "采购部"]
    assert picker.note.button.isHidden(), "there is nothing to be tried again"


async def test_a_tree_wide_and_deep(open_picker, session) -> None:
    below = {1: [Department(n, f"Branch {n}", 1) for n in range(10, 1_010)]}
    below |= {n: [Department(n + 1, f"Level {n + 1}", n)] for n in range(2_000, 2_060)}
    below[10] = [Department(2_000, "Level 2000", 10)]
    session.directory.below = below
    picker = await open_picker([2_060])
    assert picker.tree.rowCount(index(picker)) == 1_000
    node = picker.tree.root.children[0]
    while True:
        picker.view.expand(picker.tree.index_of(node))
        await settle(picker)
        if not node.children:
            break
        node = node.children[0]
    assert node.id == 2_060
    assert picker.tree.index_of(node).data(Qt.ItemDataRole.CheckStateRole) == CHECKED
    assert not picker.tree.hasChildren(picker.tree.index_of(node))


async def test_a_circle_of_departments_ends(open_picker, session) -> None:
    session.directory.below = {
        1: [Department(7, "Seven", 1)],
        7: [Department(8, "Eight", 7), Department(7, "Seven", 7)],
        8: [Department(7, "Seven", 8), Department(1, "Top"), Department(9, "Nine", 8)],
        9: [],
    }
    picker = await open_picker()
    seven = picker.tree.root.children[0]
    picker.view.expand(picker.tree.index_of(seven))
    await settle(picker)
    assert names(seven) == ["Eight"]
    picker.view.expand(picker.tree.index_of(seven.children[0]))
    await settle(picker)
    assert names(seven.children[0]) == ["Nine"]


async def test_the_tree_is_a_model_that_qt_accepts(qtmodeltester, qloop) -> None:
    tree = DepartmentTree("Whole organisation")
    qtmodeltester.check(tree)
    tree.read(tree.index(0, 0))
    tree.put(tree.root, [Department(n, f"D{n}", 1) for n in range(2, 6)])
    tree.read(tree.index(0, 0, tree.index(0, 0)))
    tree.give_up(tree.root.children[0])
    tree.read(tree.index(0, 0, tree.index(0, 0)))
    tree.put(tree.root.children[0], [])
    tree.rename_root("Harbour")
    tree.refresh(3)
    assert names(tree.root) == ["D2", "D3", "D4", "D5"]


async def test_a_department_and_one_above_it_get_a_hint(open_picker) -> None:
    picker = await open_picker([42])
    picker.view.expand(index(picker, 0))
    await settle(picker)
    below = picker.tree.node(index(picker, 0, 0))
    picker.press(below.id)
    hint = f"“{below.name}” belongs to “Sales East”, which is chosen too: that one alone is enough."
    assert picker.note.text == hint
    assert list(picker.chosen) == [42, below.id], "both may be meant to stay"
    picker.press(42)
    assert picker.note.text == "", "nothing is doubled any more"
    picker.press(42)
    assert picker.note.text == hint, "the same whichever was chosen first"


async def test_the_whole_organisation_makes_every_department_needless(open_picker) -> None:
    picker = await open_picker([77])  # nobody has read where this one belongs
    picker.press(1)
    assert "belongs to “Harbour Trading”" in picker.note.text
    picker.press(1)
    picker.press(42)
    assert picker.note.text == "", "side by side"
