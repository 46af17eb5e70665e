"""Somebody who adds, corrects and deletes contacts in the whole program, by mouse or by keyboard only."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from addressbook.dingtalk import pace
from addressbook.dingtalk.region import other_address
from addressbook.paths import Paths
from addressbook.ui.forms.contact_form import ContactForm
from tests.helpers import form_person
from tests.helpers.person import Person, name_of
from tests.helpers.process import sign_in
from tests.helpers.program import BRISK, MOBILE, Running, program
from tests.helpers.simulator import KEY, Caller, Control
from tests.helpers.wait import until

CONTACTS = 6
# The book is here at once: these stories are about what comes after
QUICK = replace(
    BRISK, first_look=0.0, changes_every=0.02, progress_every=0.02, first_pass_calls=1000.0, refresh_calls=1000.0
)
HANDS = pytest.mark.parametrize("hand", form_person.HANDS)
KEYBOARD = pytest.mark.parametrize("hand", form_person.KEYBOARD)
CREATE, UPDATE, DELETE = "extcontact/create", "extcontact/update", "extcontact/delete"
PENDING = "Not confirmed yet"  # of a row that shows what was sent
NEW_NAME, NEW_PHONE = "Aadi Weaver", "13912345678"
# First in the list, so that Home leads there
OLD: dict[str, object] = {
    "name": "Aamir Abel",
    "company_name": "Abel Bros",
    "title": "Buyer",
    "remark": "",
    "address": "Bund 1",
    "email": "",
    "state_code": "86",
    "mobile": "13800001111",
    "follower_user_id": "manager4220",
    "share_dept_ids": [],
    "share_user_ids": [],
}


def label_ids(server: Control) -> dict[str, int]:
    """The ids of labels by "group: label", as the form names them."""
    groups = Caller(server.url)("extcontact/listlabelgroups", size=100, offset=0)["results"]
    return {f"{group['name']}: {label['name']}": label["id"] for group in groups for label in group["labels"]}


def having(server: Control, **fields: object) -> list[dict[str, Any]]:
    """The contacts on the server that have these values."""
    return [row for row in server.contacts() if all(row.get(name) == value for name, value in fields.items())]


def add_old(server: Control, *labels: str, **fields: object) -> str:
    """Put a contact into the book before the program is started; its userid."""
    ids = label_ids(server)
    chosen = [ids[label] for label in labels or ("Type: Customer",)]
    (userid,) = server.edit("add", fields={**OLD, "label_ids": chosen, **fields})
    return userid


class AtWindow(Person):
    """Looks at one window and what opens over it, also while another window is in front."""

    def _front(self) -> QWidget:
        return self._main


class Writer:
    """`page` is the person at the book's window, `form` at the form's."""

    def __init__(self, running: Running, server: Control, hand: str) -> None:
        self.running, self.server, self.hand = running, server, hand
        self.page = running.person = AtWindow(running.window)

    # -- at the book ---------------------------------------------------------------------------------------------

    async def front(self, person: Person) -> None:
        """Bring a window to the front, as the desktop's own keys do."""
        await person.turn_to(person._front())

    async def do(self, person: Person, name: str) -> None:
        """Use a control, most often a button."""
        if self.hand == "mouse":
            await person.click(name)
        else:
            await person.tab_to(name)
            await person.press("Space")

    async def choose(self, name: str) -> None:
        """Choose the contact, which is the first of the list."""
        if self.hand == "mouse":
            await self.page.click_line(self.running.table, name)
        else:
            await self.page.tab_to("Contacts")
            await self.page.press("Ctrl+Home", "Home")
        await self.page.wait_for(lambda: name in self.page.reads(), f"the details of {name}")

    async def start_new(self) -> Person:
        """Open the form of a new contact."""
        if self.hand == "mouse":
            await self.page.click("New contact")
        else:
            await self.page.press("Ctrl+N")
        return await self.form()

    async def start_edit(self, name: str) -> Person:
        """Open the form of a contact, the first of the list."""
        await self.choose(name)
        if self.hand == "mouse":
            await self.page.click("Edit")
        else:
            await self.page.press("Ctrl+E")
        return await self.form()

    async def start_delete(self) -> None:
        """Ask for what is chosen to be deleted."""
        if self.hand == "mouse" and self.page.looks_for("Delete"):
            await self.page.click("Delete")
        elif self.hand == "mouse":  # of several
            await self.page.click_line(self.running.table, self.lines[0], button=Qt.MouseButton.RightButton)
            await until(lambda: isinstance(self.page.window, QMenu), "the menu")
            await self.page.press("D")
        else:
            await self.page.press("Del")
        await until(lambda: isinstance(self.page.window, QDialog), "the question")

    async def show_unfinished(self) -> None:
        """Open the list of unfinished work."""
        if self.hand == "mouse" and self.page.looks_for("Unfinished"):
            await self.page.click("Unfinished")
        else:
            await self.page.press("Ctrl+U")
        await until(lambda: self.page.window.windowTitle() == "Unfinished", "the list of unfinished work")

    @property
    def lines(self) -> list[str]:
        """What the visible lines of the list say."""
        return [text for text, _ in self.page.lines(self.running.table)]

    @property
    def first(self) -> str:
        """The first line of the list."""
        return self.lines[0]

    def shows(self, *parts: str) -> bool:
        """Whether a line of the list has all these parts."""
        return any(all(part in text for part in parts) for text in self.lines)

    # -- at the form ---------------------------------------------------------------------------------------------

    @staticmethod
    def open_form() -> QWidget | None:
        """The form that is on the screen."""
        windows = QApplication.topLevelWidgets()
        return next((each for each in windows if isinstance(each, ContactForm) and each.isVisible()), None)

    async def form(self) -> Person:
        """The person at the form that opens."""
        await until(self.open_form, "a form")
        form = self.open_form()
        assert form is not None
        person = AtWindow(form)
        await self.front(person)
        return person

    async def form_gone(self) -> None:
        """Wait until the form has closed."""
        await until(lambda: self.open_form() is None, "the form to close")

    async def write(self, form: Person, field: str, text: str) -> None:
        """Put text into a field in the place of what stands there."""
        if self.hand == "mouse":
            await form.click(field)
        else:
            await form.tab_to(field)
        await form.write(text)

    async def label(self, form: Person, name: str) -> None:
        """Choose a label, or take it off."""
        if self.hand == "mouse":
            await form.click(name)
            return
        groups = {each.partition(": ")[0] for each in label_ids(self.server)}
        for _ in range(40):
            if name_of(form.focused).partition(": ")[0] in groups:
                break
            await form.press("Tab")
        await form.press("Home")
        await form.tab_to(name, "Right")
        await form.press("Space")

    async def save(self, form: Person) -> None:
        """Press the form's button, or its key."""
        if self.hand == "mouse":
            await form.click("Add contact", "Save changes")
        else:
            await form.press("Ctrl+S")

    async def fill_new(self, form: Person, *, name: str = NEW_NAME, phone: str = NEW_PHONE) -> None:
        """All that a new contact needs; the owner is oneself already."""
        await self.write(form, "Name, required", name)
        await self.write(form, "Phone, required", phone)
        await self.label(form, "Type: Customer")

    async def close_form(self, form: Person, *, keep: bool) -> None:
        """Close a form in which something was typed, and keep that as a draft or throw it away."""
        await self.front(form)
        await form.wait_for(lambda: form.looks_for("Cancel"), "the form to be open for changes")
        if self.hand == "mouse":
            await form.click("Cancel")
        else:
            await form.press("Escape")
        await form.wait_for(lambda: form.looks_for("Keep as draft"), "the question")
        await self.do(form, "Keep as draft" if keep else "Discard")
        await self.form_gone()

    async def quit(self) -> None:
        """Leave the program."""
        await self.front(self.page)
        await self.page.press("Ctrl+Q")


@asynccontextmanager
async def writing(root: Path, server: Control, hand: str = "mouse", **options: Any) -> AsyncIterator[Writer]:
    """The program over the book of `server`, where somebody has signed in before, whole, and with its owner known."""
    if not Paths(root).settings_file.exists():
        sign_in(root, server.url, mobile=MOBILE)
    fast = pace._shared[other_address(server.url).legacy_url, KEY] = pace.Pace(math.inf, math.inf)  # while it is held
    async with program(root, **{"times": QUICK, **options}) as running:
        person = running.person
        await person.wait_to_see("Updated just now")
        made = running.app.program
        assert made is not None
        # a form takes the owner from there when it is opened, not later
        await until(lambda: made.session is not None and made.session.me is not None, "who one is")
        yield Writer(running, server, hand)
        page = running.window.book_page
        if page is not None:  # nobody is there any more to be asked what becomes of a form
            await page.writing.close_forms(ask=False)
    del fast
