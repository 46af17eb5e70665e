"""A person who writes in the book: by keys and mouse, through the real forms and dialogs, telling what they do."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView, QWidget
from shiboken6 import isValid

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import values_of
from addressbook.domain.query import ContactQuery
from addressbook.domain.work import WorkKind, WorkState
from addressbook.services.save_results import Saved
from addressbook.services.session import Session
from addressbook.ui.forms.contact_form import ContactForm
from tests.helpers.person import Person
from tests.helpers.wait import until

Say = Callable[..., None]
W = TypeVar("W", bound=QWidget)

NAME, COMPANY, TITLE, PHONE, ALIAS = "Name", "Company", "Job title", "Phone", "Alias"
LABEL = "Type: Customer"


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
    found = [name for name in person.reads() if name.startswith(("Continue: ", "Save again: "))]
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
        """Click the line of a contact, looking for it from the top down."""
        before: list[str] = []
        while (now := [text for text, _ in self.person.lines(self.table)]) != before:
            before = now
            await self.person.scroll(self.table, 1200)  # a page at the most
        await self.person.click_line(self.table, line)

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
        await self._choose(line)
        await self.person.press("Ctrl+E")
        return await self._retitle(line, title)

    async def go_on(self, offer: str, title: str) -> Typist:
        """Write another job title into the form of unfinished work."""
        await unfinished(self.person, offer)
        return await self._retitle(offer.rpartition(": ")[2].removeprefix("Changes of "), title)

    async def _retitle(self, name: str, title: str) -> Typist:
        form = await self._form()
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
        await self._choose(line)
        await self.person.press("Del")
        await self.person.wait_for(lambda: self.person.window is not self._window, "the question")
        self._say(deletes=line)
        await self.person.click("Delete")

    async def replace(self, session: Session, name: str, number: str) -> None:
        """Give a contact another number, and delete the old contact once its copy is there."""
        contact = await _contact(session, name)
        if contact is None or session.book.pending(contact.userid):
            return
        values = replace(values_of(contact), state_code="86", mobile=number)
        item = session.work.new(WorkKind.REPLACE, values, base=contact)
        await session.work.keep(item)
        self._say(replaces=name, number=number)
        copied = await session.replacing.make_copy(item)
        if isinstance(copied, Saved):
            await session.replacing.finish(copied.item)

    async def end_replacement(self, session: Session, *, undo: bool) -> None:
        """Finish what was interrupted between the two steps, or undo it."""
        for item in session.work.items():
            if item.state is WorkState.COPIED:
                await (session.replacing.undo(item) if undo else session.replacing.finish(item))
                return

    async def undo(self) -> None:
        """Bring back what was deleted last, once that is offered."""
        await self.person.wait_for(lambda: self.person.looks_for("Undo"), "Undo")
        await self.person.click("Undo")


async def _contact(session: Session, name: str) -> Contact | None:
    rows = await session.book.row_ids(ContactQuery())
    found = (session.book.contact(row) for row in rows)
    return next((each for each in found if isinstance(each, Contact) and each.name == name), None)


def telling(write: Callable[[dict[str, object]], None]) -> Say:
    """A `say` that adds the time, in seconds of the computer's clock."""

    def say(**what: object) -> None:
        write({**what, "at": time.time()})

    return say
