"""A person who writes in the book: by keys and mouse, through the real forms and dialogs, telling what they do."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView, QWidget
from shiboken6 import isValid

from addressbook.ui.forms.contact_form import ContactForm
from tests.helpers.person import Person
from tests.helpers.wait import until

Say = Callable[..., None]
W = TypeVar("W", bound=QWidget)

NAME, COMPANY, TITLE, PHONE, ALIAS = "Name", "Company", "Job title", "Phone", "Alias"
LABEL = "Type: Customer"
NEW_NUMBER, DELETE_OLD, UNDO = "New phone number", "Delete the old contact", "Undo: delete the new contact"


def shown(kind: type[W]) -> list[W]:
    """The windows of that class that can be seen."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


class Typist(Person):
    """At a form. Tells what stands in a field after each key, and when; `number` says which form it was."""

    def __init__(self, form: QWidget, number: int, say: Say, pause: float) -> None:
        super().__init__(form)
        self.form = form
        self._number, self._say, self._pause = number, say, pause

    @property
    def is_open(self) -> bool:
        return isValid(self.form) and self.form.isVisible()

    async def fill(self, title: str, text: str) -> None:
        """Write a text in the place of what stands in a field."""
        await self.click(title)
        await self.press("Ctrl+A")
        for end in range(1, len(text) + 1):
            await self.type(text[end - 1])
            self._say(form=self._number, field=title, text=text[:end])
            await asyncio.sleep(self._pause)

    async def save(self) -> None:
        """Press Save, and wait until the form has gone or has something to say."""
        self._say(saves=self._number)
        await self.press("Ctrl+S")
        await self.ends()

    async def ends(self) -> None:
        """Wait until the form has gone, or can be written in once more."""
        await self._breathe()
        await until(lambda: not self.is_open or self.can_save(), "the end of a save", 60)
        if not self.is_open:
            self._say(saved=self._number)

    def can_save(self) -> bool:
        """Whether the form can be written in and saved."""
        save = self.looks_for("Add contact") or self.looks_for("Save changes")
        return save is not None and save.isEnabled()

    async def keep(self) -> None:
        """Close the form and keep what is in it as a draft."""
        await self.press("Esc")
        await self.wait_for(lambda: not self.is_open or self.looks_for("Keep as draft"), "the question")
        if self.is_open:
            await self.click("Keep as draft")
        await until(lambda: not self.is_open, "the form to close")
        self._say(kept=self._number)


async def form_of(*, number: int = 0, say: Say = lambda **_: None, pause: float = 0.0) -> Typist:
    """The person at the form that is open, or that opens now."""
    await until(lambda: shown(ContactForm), "a form")
    (form,) = shown(ContactForm)
    form.activateWindow()
    await until(lambda: QApplication.activeWindow() is form, "the form to be in front")
    return Typist(form, number, say, pause)


async def unfinished(person: Person, button: str) -> None:
    """Press a button in the list of unfinished work."""
    await person.press("Ctrl+U")
    await person.wait_for(lambda: person.looks_for(button), button)
    await person.click(button)


async def offers(person: Person) -> list[str]:
    """What can be done with the unfinished work."""
    before = person.window
    if person.looks_for("Unfinished") is None:
        return []
    await person.press("Ctrl+U")
    await person.wait_for(lambda: person.window is not before, "the list")
    found = [name for name in person.reads() if name.startswith(("Continue: ", "Save again: ", "Go on: "))]
    await person.press("Esc")
    await person.wait_for(lambda: person.window is before, "the list to close")
    return list(dict.fromkeys(found))


class BookWriter:
    """At the window of a book that can be written. `say` hears what was done, `pause` seconds lie between two keys."""

    def __init__(self, window: QWidget, say: Say, *, pause: float = 0.0) -> None:
        self.person, self._window = Person(window), window
        self._say, self._pause = say, pause
        self._forms = 0

    @property
    def table(self) -> QTableView:
        found = self.person.find("Contacts", QTableView)
        assert isinstance(found, QTableView)
        return found

    async def _choose(self, line: str) -> None:
        """Click the line of a contact, looking for it from the top down; again, when what was just saved was brought
        into sight meanwhile."""
        await self.person.wait_for(lambda: self.person.looks_for("Contacts", QTableView), "the list")
        for left in (2, 1, 0):
            before: list[str] = []
            while (now := [text for text, _ in self.person.lines(self.table)]) != before:
                before = now
                await self.person.scroll(self.table, 1200)  # a page at the most
            try:
                await self.person.click_line(self.table, line)
            except AssertionError:
                if not left:
                    raise
            else:
                return

    async def _form_for(self, line: str) -> Typist:
        """Open the form of the contact whose line begins so: a person sees whose it is, and tries again."""
        while True:
            await self._choose(line)
            await self.person.press("Ctrl+E")
            form = await self._form()
            if form.form.windowTitle().startswith(f"Edit {line}"):
                return form
            await form.press("Esc")
            await until(lambda form=form: not form.is_open, "the form to close")

    async def _form(self) -> Typist:
        self._forms += 1
        return await form_of(number=self._forms, say=self._say, pause=self._pause)

    async def new(self, name: str, number: str, company: str = "") -> Typist:
        """Fill in the form of a new contact."""
        await self.person.press("Ctrl+N")
        form = await self._form()
        self._say(begins=self._forms, act="create", name=name, number=number)
        await form.fill(NAME, name)
        if company:
            await form.fill(COMPANY, company)
        await form.fill(PHONE, number)
        label = form.find(LABEL)
        assert isinstance(label, QAbstractButton)
        if not label.isChecked():  # it is as for the contact made last
            await form.click(LABEL)
        return form

    async def edit(self, line: str, title: str) -> Typist:
        """Write another job title for the contact whose line begins so."""
        return await self._retitle(await self._form_for(line), line, title)

    async def go_on(self, offer: str, title: str) -> Typist:
        """Write another job title into the form of unfinished work."""
        await unfinished(self.person, offer)
        form = await self._form()
        return await self._retitle(form, offer.rpartition(": ")[2].removeprefix("Changes of "), title)

    async def _retitle(self, form: Typist, name: str, title: str) -> Typist:
        self._say(begins=self._forms, act="edit", name=name)
        await form.fill(TITLE, title)
        return form

    async def save_again(self, offer: str) -> None:
        """Send once more what was not saved as far as could be seen."""
        await unfinished(self.person, offer)
        await self.person.wait_for(lambda: not self.person.looks_for(offer), "the second try")
        await self.person.press("Esc")
        await self.person.wait_for(lambda: self.person.window is self._window, "the list to close")

    async def delete(self, line: str) -> None:
        """Delete the contact whose line begins so."""
        while True:
            await self._choose(line)
            await self.person.press("Del")
            await self.person.wait_for(lambda: self.person.window is not self._window, "the question")
            if self.person.window.windowTitle().startswith(f"Delete {line}"):
                break  # a person reads whom they are asked about
            await self.person.press("Esc")
            await self.person.wait_for(lambda: self.person.window is self._window, "the question to go")
        self._say(deletes=line)
        await self.person.click("Delete")

    async def replace(self, name: str, number: str) -> None:
        """Give a contact another number, and delete the old contact once its copy is there."""
        form = await self._form_for(name)
        self._say(begins=self._forms, act="edit", name=name)
        await form.click("Replace number…")
        await form.wait_for(lambda: form.window is not form.form, "the guide")
        await form.wait_for(lambda: form.looks_for(NEW_NUMBER) or form.looks_for(DELETE_OLD), "how far it is")
        if form.looks_for(NEW_NUMBER):
            await form.fill(NEW_NUMBER, number)
            await form.click("Make the new contact")
        await self._end_guide(form, DELETE_OLD)
        if form.is_open:
            await form.press("Esc")
            await until(lambda: not form.is_open, "the form to close")

    async def end_replacement(self, offer: str, *, undo: bool) -> None:
        """Finish what was interrupted between the two steps, or undo it."""
        await unfinished(self.person, offer)
        await self.person.wait_for(lambda: self.person.looks_for(DELETE_OLD), "the guide")
        await self._end_guide(self.person, UNDO if undo else DELETE_OLD)

    async def _end_guide(self, person: Person, button: str) -> None:
        """Press a button of the guide once it can be pressed, wait for what comes of it, and close the guide."""
        guide = person.window
        await person.wait_for(lambda: _can_press(person, button), button)
        await person.click(button)
        await person.wait_for(lambda: _can_press(person, "Close") or _can_press(person, button), "the end of it")
        await person.press("Esc")
        await person.wait_for(lambda: person.window is not guide, "the guide to close")

    async def undo(self) -> None:
        """Bring back what was deleted last, once that is offered."""
        await self.person.wait_for(lambda: self.person.looks_for("Undo"), "Undo")
        await self.person.click("Undo")


def _can_press(person: Person, button: str) -> bool:
    found = person.looks_for(button)
    return found is not None and found.isEnabled()


def telling(write: Callable[[dict[str, object]], None]) -> Say:
    """A `say` that adds the time, in seconds of the computer's clock."""

    def say(**what: object) -> None:
        write({**what, "at": time.time()})

    return say
