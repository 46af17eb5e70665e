"""Somebody who fills in the form of a contact, with the mouse or by keyboard only, on the whole program."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget

from addressbook.paths import Paths
from tests.helpers.person import name_of
from tests.helpers.process import sign_in
from tests.helpers.program import MOBILE, Running, program
from tests.helpers.wait import until

HANDS = ("mouse", "keyboard")
# For stories in which the mouse does what it does in others as well: it has its turn with --long
KEYBOARD = (pytest.param("mouse", marks=pytest.mark.long), "keyboard")
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole

# What stands above a field, and the key that goes there with Alt
KEYS = {
    "Name": "N",
    "Alias": "I",
    "Company": "O",
    "Job title": "J",
    "Phone": "H",
    "Address": "D",
    "Labels": "L",
    "Owner": "W",
    "Shared with departments": "T",
    "Shared with people": "P",
}
COUNTRY = "Country of the number:"  # goes on with the name of the country, which may come a moment later
READ_ALL = "Read all departments"
_LINES = ("Name", "Alias", "Company", "Job title", "Address")


@asynccontextmanager
async def open_program(
    root: Path, url: str, count: int, *, mobile: str = MOBILE, **options: Any
) -> AsyncIterator[Running]:
    """The program with the whole book of the server at `url`, where somebody has signed in before."""
    if not Paths(root).settings_file.exists():
        sign_in(root, url, mobile=mobile)
    async with program(root, **options) as running:
        await running.whole(count)
        made = running.app.program
        session = None if made is None else made.session
        assert session is not None
        if mobile:  # a form takes the owner from there when it is opened, not later
            await until(lambda: session.me or session.me_error, "who one is")
        yield running


class FormPerson:
    """Uses the forms of a running program with one `hand`: "mouse" (letters are typed all the same) or "keyboard"."""

    def __init__(self, running: Running, hand: str) -> None:
        assert hand in HANDS
        self.running, self.person, self.mouse = running, running.person, hand == "mouse"

    # -- opening and saving ----------------------------------------------------------------------------------

    async def new(self) -> QWidget:
        """Open the form of a new contact."""
        return await self._opened("New contact", ("Ctrl+N",), "New contact")

    async def edit(self, name: str) -> QWidget:
        """Find a contact by its name in the list, and open its form."""
        await self.choose(name)
        return await self._opened("Edit", ("Ctrl+E",), f"Edit {name}")

    async def choose(self, name: str) -> None:
        """Go to a contact of the list."""
        person, running = self.person, self.running
        if self.mouse:
            await person.click("Find contacts")
        else:
            await person.press("Ctrl+F")
        await person.write(name)
        # The one found before may still stand there; the name itself stands in the box for searching as well.
        await person.wait_for(lambda: person.line(running.table, name) is not None, f"{name} in the list")
        await running.shows(1)
        if self.mouse:
            await person.click_line(running.table, name)
        else:
            await person.press("Down")
        edit = lambda: person.looks_for("Edit", QAbstractButton)  # noqa: E731
        ready = lambda: person.reads().count(name) > 1 and (button := edit()) is not None and button.isEnabled()  # noqa: E731
        await person.wait_for(ready, f"the details of {name}")

    async def save(self) -> None:
        """Press the button that saves, or its key."""
        if not self.mouse:
            await self.person.press("Ctrl+Return")
        else:
            await self.person.click("Add contact", "Save changes")

    async def saved(self) -> None:
        """Save, and wait until the form has closed and the list is in front again."""
        await self.save()
        await self.person.wait_for(lambda: self.person.window is self.running.window, "the form to close")

    async def press(self, name: str) -> None:
        """Press a button of the window in front."""
        if self.mouse:
            await self.person.click(name)
        else:
            await self.person.tab_to(name)
            await self.person.press("Space")

    async def close(self, answer: str = "") -> None:
        """Close the form; `answer` is the button for what becomes of what was typed."""
        form = self.person.window
        if self.mouse:
            await self.person.click("Cancel")
        else:
            await self.person.press("Esc")
        if answer:
            await self.person.wait_for(lambda: self.person.looks_for(answer, QAbstractButton), answer)
            await self.press(answer)
        await self.person.wait_for(lambda: self.person.window is not form, "the form to close")

    # -- filling in ------------------------------------------------------------------------------------------

    async def fill(self, values: Mapping[str, Any]) -> None:
        """Fill in fields by their titles (KEYS): texts; the phone as (country, number); lists of names."""
        for title, value in values.items():
            if title in _LINES:
                await self.go_to(title)
                await self.person.write(value)
            elif title == "Phone":
                await self.phone(*value)
            elif title == "Labels":
                await self.labels(value)
            elif title == "Owner":
                await self.owner(value)
            else:
                await self.several(title, value)

    async def go_to(self, title: str) -> None:
        """Put the keyboard into a field: by its title's key, or by a click into it."""
        if self.mouse:
            kind = QLineEdit if title in (*_LINES, "Phone") else QAbstractButton
            await self.person.click_on(self.person.find(title, kind))
        else:
            await self.person.press(f"Alt+{KEYS[title]}")

    async def phone(self, country: str, number: str) -> None:
        """Choose a country by (the beginning of) its name, "" for the one that stands there; then the number."""
        person = self.person
        if country:
            form = person.window
            if self.mouse:
                await person.click(COUNTRY)
            else:
                await person.tab_to(COUNTRY)
                await person.press("Down")
            await person.wait_for(lambda: person.window is not form, "the countries")
            await person.wait_for(lambda: self._lines(), "the countries to be read")
            await person.type(country)
            if self.mouse:
                await person.click_line(self._list(), country)
            else:
                await person.press("Return")
            await person.wait_for(lambda: person.window is form, "the country to be chosen")
        await self.go_to("Phone")
        await person.write(number)

    async def labels(self, names: Iterable[str], *, also: bool = False) -> None:
        """Press labels by their full names ("Level: Core"); `also`: beside what is chosen of their groups."""
        for name in names:
            if self.mouse:
                await (self.person.right_click(name) if also else self.person.click(name))
                if also:
                    await self.person.wait_for(lambda: QApplication.activePopupWidget(), "the menu")
                    await self.person.press("A")
            else:
                await self._walk_to_label(name)
                await self.person.press("Ctrl+Space" if also else "Space")

    async def owner(self, who: str) -> None:
        """Choose the owner by (the beginning of) a name from the book, or by a colleague's phone number."""
        form = self.person.window
        await self._open_picker("Owner")
        await self._find_and_press(who)
        await self.person.wait_for(lambda: self.person.window is form, "the owner to be chosen")

    async def several(self, title: str, names: Iterable[str], *, done: bool = True) -> None:
        """Tick people (as for the owner) or departments (by name), or take their ticks off; then Done."""
        form = self.person.window
        await self._open_picker(title)
        for name in names:
            await self._find_and_press(name)
        if done:
            await self.done(form)

    async def done(self, form: QWidget) -> None:
        """Close the window in which several were ticked."""
        if self.mouse:
            await self.person.click("Done")
        else:
            await self.person.press("Ctrl+Return")
        await self.person.wait_for(lambda: self.person.window is form, "the choice to be taken over")

    async def find_among_all_departments(self, text: str) -> None:
        """List all departments with `text` in their names in the window in front, having read all of them."""
        person = self.person
        box = next(each for each in person.window.findChildren(QLineEdit) if each.isVisible())
        if self.mouse:
            await person.click_on(box)
        await person.write(text)
        await person.wait_for(lambda: person.looks_for(READ_ALL), "what is known so far")
        await self.press(READ_ALL)
        whole = lambda: any(each.endswith(" departments found") for each in person.reads())  # noqa: E731
        await person.wait_for(whole, "all departments")

    async def tick_others(self, count: int) -> None:
        """Tick lines of the window in front from the top, until so many are ticked or one more was tried."""
        person, view = self.person, self._list()
        await person.wait_for(lambda: len(self._lines()) >= count, f"{count} lines")
        if not self.mouse:
            await person.tab_to(name_of(view))
            await person.press("Home")
        for row in range(len(self._lines())):
            if self._ticked() >= count:
                return
            if not self.mouse and row:
                await person.press("Down")
            if view.model().index(row, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked:
                continue
            before = self._ticked()
            if self.mouse:
                await self._click_row(view, row)
            else:
                await person.press("Space")
            if self._ticked() == before:
                return

    async def _click_row(self, view: QAbstractItemView, row: int) -> None:
        """Click a line by its number, for the names of people may arrive meanwhile."""
        for _ in range(60):
            at = view.visualRect(view.model().index(row, 0)).center()
            if view.viewport().rect().adjusted(0, 4, 0, -4).contains(at):
                await self.person.click_on(view.viewport(), at)
                return
            await self.person.scroll(view, -120)
        raise AssertionError(f"line {row} cannot be scrolled to")

    def _ticked(self) -> int:
        """How many the window in front says are chosen."""
        return next(int(text.split()[0]) for text in self.person.reads() if " of at most " in text)

    async def take_off(self, title: str, name: str) -> None:
        """Take off one of those who are chosen: by its cross, or from the button with the arrow and Delete."""
        person = self.person
        await person.wait_for(lambda: person.looks_for(name, QAbstractButton), name)
        token = person.find(name, QAbstractButton)
        if self.mouse:
            await person.click_on(token, QPoint(token.width() - 8, token.height() // 2))
            return
        await self.go_to(title)
        await person.press("Left")
        while name_of(person.focused) != name:
            before = person.focused
            await person.press("Left")
            assert person.focused is not before, f"no way to {name!r}"
        await person.press("Delete")

    def reads_field(self, title: str) -> str:
        """What stands in a field of text."""
        field = self.person.find(title, QLineEdit)
        assert isinstance(field, QLineEdit)
        return field.text()

    # -- unfinished work -------------------------------------------------------------------------------------

    async def unfinished(self) -> QWidget:
        """Open the list of unfinished work."""
        person = self.person
        await person.wait_for(lambda: person.looks_for("Unfinished"), "unfinished work in the sidebar")
        if self.mouse:
            await person.click("Unfinished")
        else:
            await person.press("Ctrl+U")
        await person.wait_for(lambda: person.window.windowTitle() == "Unfinished", "the list of unfinished work")
        return person.window

    async def go_on(self, about: str, title: str) -> QWidget:
        """Go on with a draft ("New contact: Ann") from the list of unfinished work."""
        await self.unfinished()
        await self.press(f"Continue: {about}")
        await self.person.wait_for(lambda: self.person.window.windowTitle() == title, f"the form {title!r}")
        return self.person.window

    # -- inside ----------------------------------------------------------------------------------------------

    async def _opened(self, button: str, keys: tuple[str, ...], title: str) -> QWidget:
        if self.mouse:
            await self.person.click(button)
        else:
            await self.person.press(*keys)
        await self.person.wait_for(lambda: self.person.window.windowTitle() == title, f"the form {title!r}")
        return self.person.window

    async def _walk_to_label(self, name: str) -> None:
        person = self.person
        await self.go_to("Labels")
        if isinstance(person.focused, QLineEdit):  # many labels: a box to find one stands above them
            await person.press("Down")
        met: list[str] = []
        while name_of(person.focused) != name:
            before = person.focused
            await person.press("Right")
            if person.focused is before:  # the last one
                await person.press("Home")
            assert name_of(person.focused) not in met, f"no {name!r} among {met}"
            met.append(name_of(person.focused))

    async def _open_picker(self, title: str) -> None:
        form = self.person.window
        await self.go_to(title)
        if not self.mouse:
            await self.person.press("Space")
        await self.person.wait_for(lambda: self.person.window is not form, f"the window for {title}")

    def _list(self) -> QAbstractItemView:
        """The list of the window in front."""
        return next(each for each in self.person.window.findChildren(QAbstractItemView) if each.isVisible())

    def _lines(self) -> list[str]:
        """What a screen reader says of all lines of the list in front; none when there is no list."""
        if not any(each.isVisible() for each in self.person.window.findChildren(QAbstractItemView)):
            return []
        model = self._list().model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return [str(each.data(ACCESSIBLE) or each.data() or "") for each in rows]

    async def _find_and_press(self, text: str) -> None:
        """Type into the box above the list, and press the line that begins so."""
        person = self.person
        box = next(each for each in person.window.findChildren(QLineEdit) if each.isVisible())
        if self.mouse:
            await person.click_on(box)
        else:
            await person.tab_to(name_of(box), "Shift+Tab")
        await person.write(text)
        wanted = text
        if text.isdecimal():
            await self._press_first(f"Find the colleague with the number {text}")
            await person.wait_to_see("Found by phone number")
            wanted = ""
        else:
            await person.wait_for(lambda: self._is_first(text) or person.looks_for(READ_ALL), "what is known so far")
            if not self._is_first(text):
                await self.press(READ_ALL)
        await self._press_first(wanted)

    def _is_first(self, start: str) -> bool:
        """Whether the first line of the list in front begins so."""
        lines = self._lines()
        return bool(lines) and lines[0].startswith(start)

    async def _press_first(self, start: str) -> None:
        await self.person.wait_for(lambda: self._is_first(start), f"a first line {start!r}")
        if self.mouse:
            await self.person.click_line(self._list(), start)
        else:
            await self.person.press("Return")
