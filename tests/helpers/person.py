"""Somebody at the window: sees what is shown, and has a mouse and a keyboard. Nothing here calls into the program.

Controls are found by their accessible names, among those that are visible; clicks and keys go to the window as the
platform would send them, so that what is covered, disabled or out of reach cannot be used.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from tests.helpers.wait import LONGEST, until

LEFT = Qt.MouseButton.LeftButton
MOST_TABS = 120
NAME = QAccessible.Text.Name


def name_of(widget: QWidget | None) -> str:
    """What assistive technology calls a widget; "" for none."""
    interface = QAccessible.queryAccessibleInterface(widget) if widget is not None else None
    return interface.text(NAME).replace("&", "").strip() if interface is not None else ""


def texts_of(widget: QWidget) -> Iterator[str]:
    """All that is to be read on a widget and in it."""
    for each in (widget, *widget.findChildren(QWidget)):
        if not each.isVisible():
            continue
        if isinstance(each, QLabel | QLineEdit):
            text = each.text()
        elif isinstance(each, QTextEdit | QPlainTextEdit):
            text = each.toPlainText()
        else:
            text = ""
        yield from filter(None, (text, name_of(each)))


def _fits(name: str, wanted: str) -> bool:
    # "All contacts, 450 contacts", "Country of the number: China, +86": a name may go on with what changes
    return name == wanted or name.startswith(wanted if wanted.endswith(":") else f"{wanted}, ")


class Person:
    """At the window that is in front."""

    def __init__(self, window: QWidget) -> None:
        self._main = window
        self._fronts: list[QWidget] = []  # windows that were in front, the last one last
        # as with a screen reader: otherwise Qt does not tell the tree of accessible parts what changes
        QAccessible.setActive(True)

    # -- seeing ----------------------------------------------------------------------------------------------

    @property
    def window(self) -> QWidget:
        """The menu, the dialog or the window that takes mouse and keys now."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return over or self._front()

    def _front(self) -> QWidget:
        """The window in front; where one has closed, a desktop brings back the one that was there before it."""
        active = QApplication.activeWindow()
        self._fronts = [each for each in self._fronts if isValid(each) and each.isVisible() and each is not active]
        if active is not None and active.isVisible():
            self._fronts.append(active)
        return self._fronts[-1] if self._fronts else self._main

    async def turn_to(self, window: QWidget) -> None:
        """Bring another window to the front, as a press on its button in the task bar does."""
        await self._do(lambda: (window.raise_(), window.activateWindow()))
        await until(lambda: QApplication.activeWindow() is window, "the window to be in front")

    def _visible(self, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
        yield from (each for each in self.window.findChildren(kind) if each.isVisible())

    def looks_for(self, name: str, kind: type[QWidget] = QWidget) -> QWidget | None:
        """The visible control of that name; None when there is none. Labels are no controls."""
        return next(
            (
                each
                for each in self._visible(kind)
                if (kind is not QWidget or not isinstance(each, QLabel)) and _fits(name_of(each), name)
            ),
            None,
        )

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The visible control of that name."""
        found = self.looks_for(name, kind)
        assert found is not None, f"no {name!r} among {sorted({name_of(each) for each in self._visible()} - {''})}"
        return found

    def sees(self, text: str) -> bool:
        """Whether `text` stands somewhere in the window in front."""
        return any(text in each for each in texts_of(self.window))

    def reads(self) -> list[str]:
        """Everything that stands in the window in front, but for rows of lists."""
        return list(texts_of(self.window))

    def lines(self, view: QWidget) -> list[tuple[str, QPoint]]:
        """What the visible lines of a list say, and where in its viewport they are."""
        assert isinstance(view, QAbstractItemView)
        interface = QAccessible.queryAccessibleInterface(view)
        found: dict[int, tuple[str, QPoint]] = {}
        for y in range(2, view.viewport().height(), 6):
            at = QPoint(70, y)
            glob = view.viewport().mapToGlobal(at)
            cell = interface.childAt(glob.x(), glob.y())
            if cell is not None and cell.isValid() and cell.rect().top() not in found:
                found[cell.rect().top()] = (cell.text(NAME), at)
        return list(found.values())

    def line(self, view: QWidget, start: str) -> QPoint | None:
        """Where the visible line is that begins with `start`."""
        return next((at for text, at in self.lines(view) if text.startswith(start)), None)

    @property
    def focused(self) -> QWidget | None:
        """What has the keyboard."""
        return QApplication.focusWidget()

    # -- mouse -----------------------------------------------------------------------------------------------

    async def click(self, *names: str) -> None:
        """Click a control once it can be used, scrolling there first if need be; of several names, the one that is
        there: what a button is called may change at any moment."""
        await self._breathe()
        found: list[QWidget] = []

        def there() -> bool:
            found[:] = [each for name in names if (each := self.looks_for(name)) is not None and each.isEnabled()]
            return bool(found)

        await self.wait_for(there, f"{' or '.join(names)} to be there")
        await self._press(found[0], None, double=False)

    async def click_on(self, widget: QWidget, at: QPoint | None = None, *, double: bool = False) -> None:
        """Click a control that was found, in its middle unless told where."""
        await self._breathe()
        await self._press(widget, at, double=double)

    async def right_click(self, name: str) -> None:
        """Press a control with the other button of the mouse."""
        await self._breathe()
        await self._press(self.find(name), None, double=False, button=Qt.MouseButton.RightButton)

    async def click_entry(self, words: str) -> None:
        """Click an entry of the menu that is open."""
        menu = self.window
        assert isinstance(menu, QMenu), "no menu is open"
        at = next(
            menu.actionGeometry(each) for each in menu.actions() if each.text().replace("&", "") == words
        ).center()
        await self._do(lambda: QTest.mouseClick(self._handle(menu), LEFT, Qt.KeyboardModifier.NoModifier, at))

    async def click_line(
        self, view: QWidget, start: str, *, double: bool = False, button: Qt.MouseButton = LEFT
    ) -> None:
        """Click a line of a list, scrolling until it is seen."""
        for _ in range(60):
            at = self.line(view, start)
            if at is not None:
                assert isinstance(view, QAbstractItemView)
                await self._press(view.viewport(), at, double=double, button=button)
                return
            await self.scroll(view, -240)
        raise AssertionError(f"no line {start!r} among {[text for text, _ in self.lines(view)]}")

    async def scroll(self, widget: QWidget, by: int) -> None:
        """Turn the wheel over a widget; 120 is one notch up."""
        area = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
        window = widget.window()
        at = area.mapTo(window, area.rect().center())
        await self._do(lambda: QTest.wheelEvent(self._handle(window), at, QPoint(0, by)))

    async def _press(self, widget: QWidget, at: QPoint | None, *, double: bool, button: Qt.MouseButton = LEFT) -> None:
        if QApplication.activeWindow() is None:
            await self._has_keyboard()  # a press brings the window to the front as well
        for _ in range(40):
            inside = at or self._middle(widget)
            window = widget.window()
            seen = window.childAt(widget.mapTo(window, inside))
            if seen is widget or (seen is not None and widget.isAncestorOf(seen)):
                break
            await self._bring(widget)
        else:
            raise AssertionError(f"{name_of(widget)!r} is covered or out of sight")
        window = widget.window()
        where = widget.mapTo(window, inside)
        act = QTest.mouseDClick if double else QTest.mouseClick
        await self._do(lambda: act(self._handle(window), button, Qt.KeyboardModifier.NoModifier, where))

    @staticmethod
    def _middle(widget: QWidget) -> QPoint:
        visible: QRect = widget.visibleRegion().boundingRect()
        return visible.center() if visible.width() > 3 and visible.height() > 3 else widget.rect().center()

    async def _bring(self, widget: QWidget) -> None:
        """Turn the wheel towards a control that is scrolled out of sight."""
        parent = widget.parentWidget()
        while parent is not None and not hasattr(parent, "viewport"):
            parent = parent.parentWidget()
        assert parent is not None, f"{name_of(widget)!r} is covered"
        far = widget.mapTo(parent, widget.rect().center()).y() - parent.height() // 2
        notches = max(1, min(abs(far) // 200, 4))
        at = parent.mapTo(parent.window(), QPoint(4, parent.height() // 2))
        handle = self._handle(parent.window())
        await self._do(lambda: QTest.wheelEvent(handle, at, QPoint(0, -120 * notches if far > 0 else 120 * notches)))

    # -- keyboard --------------------------------------------------------------------------------------------

    async def press(self, *keys: str) -> None:
        """Press keys by their names, such as "Tab" or "Ctrl+Shift+F"."""
        for key in keys:
            await self._has_keyboard()
            both = QKeySequence(key)[0]
            await self._do(lambda both=both: QTest.keyClick(self._focus_window(), both.key(), both.keyboardModifiers()))

    async def type(self, text: str) -> None:
        """Type letters of ASCII, one by one."""
        await self._has_keyboard()
        for letter in text:
            await self._do(lambda letter=letter: QTest.keyClick(self._focus_window(), ord(letter)))

    async def write(self, text: str) -> None:
        """Put `text` in the place of what stands in the field: typed, or pasted where there are no such keys."""
        await self.press("Ctrl+A")
        if not text:
            await self.press("Delete")
        elif text.isascii():
            await self.type(text)
        else:
            QGuiApplication.clipboard().setText(text)
            await self.press("Ctrl+V")

    async def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press Tab (or another key) until the control of that name has the focus."""
        met: list[str] = []
        for _ in range(MOST_TABS):
            if _fits(name_of(self.focused), name):
                return
            met.append(name_of(self.focused))
            await self.press(key)
        raise AssertionError(f"{key} does not lead to {name!r}; it leads to {list(dict.fromkeys(met))}")

    # -- inside ----------------------------------------------------------------------------------------------

    @staticmethod
    def _handle(window: QWidget) -> QWindow:
        handle = window.windowHandle()
        assert handle is not None, "the window is not shown"
        return handle

    @staticmethod
    def _focus_window() -> QWindow:
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the keyboard"
        return window

    async def _has_keyboard(self) -> None:
        """When a dialog is closed, the desktop gives the keyboard back to the window: off-screen there is none."""
        if QGuiApplication.focusWindow() is None:
            self.window.activateWindow()
            await until(lambda: QGuiApplication.focusWindow() is not None, "a window to have the keyboard")

    async def _do(self, act: Callable[[], object]) -> None:
        """Do it between two tasks, as real keys and clicks come: QTest lets Qt work off its events meanwhile, and no
        task may run inside another."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()

        def run() -> None:
            try:
                act()
            except BaseException as error:  # noqa: BLE001 - handed to whoever waits
                done.set_exception(error)
            else:
                done.set_result(None)

        loop.call_soon(run)
        await done
        await self._breathe()

    @staticmethod
    async def _breathe() -> None:
        """Let what was set off settle: layouts are made when the loop comes round."""
        for _ in range(3):
            await asyncio.sleep(0)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        await asyncio.sleep(0)

    async def wait_for(self, condition: Callable[[], object], what: str, timeout: float = LONGEST) -> None:  # noqa: ASYNC109
        """Wait for what is to be seen; tells what stood there instead."""
        try:
            await until(condition, what, timeout)
        except AssertionError as failed:
            raise AssertionError(f"{failed}; seen: {self.reads()}") from None

    async def wait_to_see(self, text: str, timeout: float = LONGEST) -> None:  # noqa: ASYNC109
        """Wait until `text` stands in the window in front."""
        await self.wait_for(lambda: self.sees(text), repr(text), timeout)
