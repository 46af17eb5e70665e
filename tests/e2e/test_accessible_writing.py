"""What assistive technology and the keyboard find where contacts are written: forms, pickers, questions, lists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.e2e.test_accessibility import check, nameless
from tests.helpers.form_person import COUNTRY, FormPerson, open_program
from tests.helpers.simulator import SimulatorProcess

CONTACTS = 40


async def test_a_form_its_pickers_and_its_questions(tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        async with open_program(tmp_path, server.url, CONTACTS) as running:
            person, hand = running.person, FormPerson(running, "keyboard")
            form = await hand.new()
            order = await check(running, "the form of a new contact")
            assert {"Add contact", "Cancel"} <= set(order)
            await hand.save()
            await person.wait_for(lambda: person.looks_for("Name"), "the problems")
            await check(running, "a form with problems")

            for title in ("Owner", "Shared with people", "Shared with departments"):
                await hand.go_to(title)
                await person.press("Space")
                await person.wait_for(lambda: person.window is not form, f"the window for {title}")
                await check(running, f"the window for {title}")
                await person.press("Esc")
                await person.wait_for(lambda: person.window is form, f"the window for {title} to close")

            await person.tab_to(COUNTRY)
            await person.press("Down")
            await person.wait_for(lambda: person.window is not form and hand._lines(), "the countries")
            assert nameless(person.window) == []
            await person.press("Esc")
            await person.wait_for(lambda: person.window is form, "the countries to close")

            await hand.fill({"Name": "Half Typed"})
            await person.press("Esc")
            await person.wait_for(lambda: person.window is not form, "the question")
            await check(running, "what is to become of a form")
            await hand.press("Keep as draft")
            await person.wait_for(lambda: person.window is running.window, "the form to close")

            await person.press("Ctrl+U")
            await person.wait_for(lambda: QApplication.activeModalWidget() is not None, "unfinished work")
            order = await check(running, "unfinished work")
            assert {"Continue: New contact: Half Typed", "Discard: New contact: Half Typed"} <= set(order)
            await hand.press("Discard: New contact: Half Typed")
            await person.wait_for(lambda: person.sees("Keep it"), "the question")
            await check(running, "whether to discard")
            await hand.press("Discard")
            await person.wait_to_see("All is done")
            await person.press("Esc")
            await person.wait_for(lambda: person.window is running.window, "the list to close")


async def test_a_clash(tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        async with open_program(tmp_path, server.url, CONTACTS) as running:
            person, hand = running.person, FormPerson(running, "keyboard")
            contact = next(row for row in server.contacts() if row.get("label_ids") and row.get("follower_user_id"))
            form = await hand.edit(contact["name"])
            await person.wait_for(lambda: not person.sees("Loading"), "the names")
            await check(running, "the form of a contact")
            await hand.fill({"Job title": "My title"})
            server.edit("change", userid=contact["userid"], fields={"title": "Their title"})
            await hand.save()
            await person.wait_for(lambda: person.window is not form, "both versions")
            order = await check(running, "the comparison")
            assert "Save these choices" in order
            await person.press("Esc")
            await person.wait_for(lambda: person.window is form, "the comparison to close")
            await hand.close("Discard")


async def test_deleting_and_why_nothing_can_be_changed(tmp_path: Path, expected_log: Callable[..., None]) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        async with open_program(tmp_path, server.url, CONTACTS) as running:
            person = running.person

            async def dialog(what: str) -> QWidget:
                await person.wait_for(lambda: QApplication.activeModalWidget() is not None, what)
                await check(running, what)
                found = QApplication.activeModalWidget()
                assert found is not None
                return found

            await person.tab_to("Contacts")
            await person.press("Home", "Delete")
            await dialog("the question for one")
            await person.press("Esc")
            await person.wait_for(lambda: person.window is running.window, "the list")
            await person.press("Shift+Down", "Delete")
            await dialog("the question for two")
            await person.press("Esc")
            await person.wait_for(lambda: person.window is running.window, "the list")
            await person.press("Ctrl+A", "Delete")
            await dialog("the question for many")
            await person.press("Esc")
            await person.wait_for(lambda: person.window is running.window, "the list")

            await person.press("Home", "Delete")
            await dialog("the question for one")
            await person.tab_to("Delete")
            await person.press("Space")
            await person.wait_for(lambda: person.looks_for("Undo"), "the undo bar")
            order = await check(running, "the book with something to undo")
            assert {"New contact", "Undo"} <= set(order)

            server.fault("permission", "extcontact/delete")
            await person.tab_to("Contacts")
            await person.press("Home", "Delete")
            await dialog("the question for one")
            await person.tab_to("Delete")
            await person.press("Space")
            await dialog("the refusal")
            await person.press("Esc")
            await person.wait_for(lambda: person.looks_for("Why contacts cannot be changed"), "the strip")
            order = await check(running, "a book that cannot be changed")
            assert "New contact" not in order
            await person.tab_to("Why contacts cannot be changed")
            await person.press("Space")
            await dialog("why nothing can be changed")
            await person.press("Esc")
