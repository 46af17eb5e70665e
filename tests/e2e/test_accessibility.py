"""What assistive technology and the keyboard find in every window: names, an order, nothing out of reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from addressbook.ui.forms.label_option import LabelOption
from addressbook.ui.forms.tokens import Token
from tests.helpers.person import name_of
from tests.helpers.program import MOBILE, Running, connect, program
from tests.helpers.simulator import SimulatorProcess

Role = QAccessible.Role
NAMED = {
    Role.PushButton, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.ComboBox, Role.Table, Role.Tree,
    Role.List, Role.TreeItem, Role.ListItem, Role.ColumnHeader, Role.MenuItem, Role.ButtonMenu, Role.ProgressBar,
    Role.Dialog,
}  # fmt: skip
CONTACTS = 60


def walk(interface: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """The tree below a part, itself included."""
    yield interface
    if depth < 30:
        for number in range(min(interface.childCount(), 600)):
            child = interface.child(number)
            if child is not None and child.isValid():
                yield from walk(child, depth + 1)


def nameless(window: QWidget) -> list[str]:
    """The controls that can be seen and have no name."""
    found = []
    for part in walk(QAccessible.queryAccessibleInterface(window)):
        widget = part.object()
        if isinstance(widget, QWidget) and not widget.isVisible():
            continue
        wants_name = part.role() in NAMED or (
            isinstance(widget, QWidget) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.isWindow()
        )
        if wants_name and not part.state().invisible and not part.text(QAccessible.Text.Name).strip():
            found.append(f"{part.role().name} {widget!r} in {part.parent().object()!r}")
    return found


def to_operate(window: QWidget) -> set[QWidget]:
    """The buttons and fields that can be seen and used, and that Tab must reach.

    Not those that have another way: of choices that exclude each other, of labels, and of people chosen, Tab reaches
    one and arrows the rest; the buttons inside a field and the corner of the table belong to their widget.
    """
    found: set[QWidget] = set()
    for each in (*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)):
        inside = each.parentWidget()
        if not each.isVisible() or not each.isEnabled() or isinstance(inside, QLineEdit | QTableView):
            continue
        if isinstance(each, QRadioButton) or (isinstance(each, QAbstractButton) and each.autoExclusive()):
            continue
        if isinstance(each, QAbstractButton) and each.group() is not None:
            continue
        if isinstance(each, LabelOption | Token) and not each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue  # arrows go to it
        if isinstance(each, QToolButton) and each.objectName() == "qt_menubar_ext_button":
            continue
        found.add(each)
    return found


async def reached_by_tab(running: Running) -> list[QWidget]:
    """Where Tab leads, in its order, until it comes round."""
    reached: list[QWidget] = []
    for _ in range(120):
        focused = running.person.focused
        if focused is None or focused in reached:
            if reached:
                break
        else:
            reached.append(focused)
        await running.person.press("Tab")
    return reached


async def check(running: Running, what: str) -> list[str]:
    """Names and reach of the window in front; the names in the order of Tab."""
    window = running.person.window
    assert nameless(window) == [], what
    reached = await reached_by_tab(running)
    missed = to_operate(window) - set(reached)
    assert not missed, f"{what}: only the mouse reaches {[name_of(each) for each in missed]}"
    return [name_of(each) for each in reached]


def test_the_walk_itself_would_notice(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QPushButton("", window).setFixedSize(20, 20)
    QPushButton("Named", window).setFixedSize(20, 20)
    window.show()
    assert len(nameless(window)) == 1
    assert len(to_operate(window)) == 2


async def test_the_welcome_page(tmp_path: Path) -> None:
    async with program(tmp_path) as running:
        person = running.person
        await person.wait_to_see("Welcome to your address book")
        await person.click("Server region: Other address")
        await person.click("Advanced")
        order = await check(running, "the welcome page")
        wanted = ["Address", "Client ID (App key)", "Client Secret (App secret)", "Your mobile number"]
        wanted += ["Name for this book", "Advanced", "Access token", "Test connection", "Connect and load contacts"]
        round_trip = order + order
        start = round_trip.index("Address")
        assert [name for name in round_trip[start:] if name in wanted][: len(wanted)] == wanted


async def test_the_book_and_its_dialogs(tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        async with program(tmp_path) as running:
            person = running.person
            await connect(running, server.url, mobile=MOBILE)
            await running.whole(CONTACTS)
            table = running.table
            lost = next(text for text, _ in person.lines(table) if "Status: " in text)
            await person.click_line(table, lost[:10], double=True)
            await person.press("Shift+F6")
            order = await check(running, "the book with details")
            wanted = ["Find contacts", "Refresh", "Contacts", "Copy"]
            round_trip = order + order
            start = round_trip.index("Find contacts")
            assert [name for name in round_trip[start:] if name in wanted][: len(wanted)] == wanted

            await person.click_line(running.labels, "Type: Customer")
            assert nameless(running.window) == []
            await person.press("Ctrl+Shift+F")
            for keys, title in (
                (("Ctrl+,",), "Settings"),
                (("Alt+H", "A"), "About Address Book for DingTalk"),
                (("Alt+H", "R"), "Report a problem"),
                (("Alt+F", "O"), "Sign out of “Harbour”"),
            ):
                await person.press(*keys)
                await person.wait_for(lambda: QApplication.activeModalWidget() is not None, title)
                assert person.sees(title), person.reads()
                await check(running, title)
                await person.press("Esc")
                await person.wait_for(lambda: QApplication.activeModalWidget() is None, f"{title} to go")

            # the list of owners drops down from its button, and closes by Esc
            await person.tab_to("Owner: Any owner")
            await person.press("Space")
            await person.wait_for(lambda: QApplication.activePopupWidget() is not None, "the owners")
            await person.wait_for(lambda: person.lines(person.find("Owners")), "owners")
            assert nameless(person.window) == []
            await person.press("Down", "Space")
            await person.press("Esc")
            await person.wait_for(lambda: QApplication.activePopupWidget() is None, "the owners to go")
            await person.wait_for(lambda: 0 < running.rows < CONTACTS, "fewer contacts")

            # every menu opens, and every entry has words
            for letter in "FEVCH":
                await person.press(f"Alt+{letter}")
                await person.wait_for(lambda: QApplication.activePopupWidget() is not None, f"the menu {letter}")
                assert nameless(person.window) == []
                await person.press("Esc", "Esc")


async def test_a_message_with_a_fold(tmp_path: Path, expected_log: Callable[..., None]) -> None:
    expected_log("the book cannot be read from DingTalk")
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        server.fault("permission", "extcontact/list")
        async with program(tmp_path) as running:
            person = running.person
            await connect(running, server.url)
            await person.wait_for(lambda: person.looks_for("Check again"), "the message")
            await person.tab_to("Check again")
            assert nameless(running.window) == []
            order = await check(running, "a book that cannot be read")
            assert {"Check again", "Copy message for the administrator"} <= set(order)
