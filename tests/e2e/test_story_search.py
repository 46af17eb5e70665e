"""Somebody searches: by pinyin, a piece of a number, several words; sees why; takes off what stands in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QListWidget

from addressbook.dingtalk.transport import TransportOptions
from tests.e2e.test_by_keyboard import go_to_label
from tests.helpers.form_person import HANDS, KEYBOARD, open_program
from tests.helpers.person import Person, name_of
from tests.helpers.process import sign_in
from tests.helpers.program import Running, program
from tests.helpers.simulator import SimulatorProcess, simulator

CONTACTS = 120
CUSTOMER, SUPPLIER = 1561077310, 1561077312
PEOPLE = (
    {"name": "单田芳", "mobile": "13800128899", "company_name": "紫杉医疗科技", "label_ids": [CUSTOMER]},
    {"name": "Zoë Sanders", "mobile": "13700908899", "address": "66 Zeelandkade, Rotterdam", "label_ids": [SUPPLIER]},
    {"name": "张三", "mobile": "13912345678", "remark": "老张", "label_ids": [CUSTOMER]},
    {"name": "李張三妹", "mobile": "13912340000", "label_ids": [SUPPLIER]},
)


class Searcher:
    """Searches with one hand."""

    def __init__(self, running: Running, hand: str) -> None:
        self.running, self.person, self.mouse = running, running.person, hand == "mouse"

    async def search(self, text: str, count: int) -> list[str]:
        """Look for `text`; what the lines say once `count` contacts are found."""
        if self.mouse:
            await self.person.click("Find contacts")
        else:
            await self.person.press("Ctrl+F")
        await self.person.write(text)
        if count:
            last = f"“{text}”" if len(text.split()) > 2 else f"“{text.split()[-1]}”"
            await self.person.wait_for(lambda: self.person.sees(last) or self.person.sees(f"“{text}”"), last)
            await self.running.shows(count)
        else:
            await self.person.wait_to_see(f"No one matches “{text}”")
        return [said for said, _ in self.person.lines(self.running.table)] if count else []

    async def press(self, name: str) -> None:
        """Press a button."""
        if self.mouse:
            await self.person.click(name)
        else:
            await self.person.tab_to(name)
            await self.person.press("Space")


def found(lines: list[str]) -> list[str]:
    """The names in lines of the list."""
    return [line.split(", ")[0] for line in lines]


@pytest.mark.parametrize("hand", HANDS)
async def test_people_are_found_as_one_types_them(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS, hidden_rows=False) as server:
        for fields in PEOPLE:
            server.edit("add", fields=fields)
        async with open_program(tmp_path, server.url, CONTACTS + len(PEOPLE)) as running:
            searcher, person = Searcher(running, hand), running.person

            # by pinyin, as a surname is read, and whose name it is before whose name holds it
            (line,) = await searcher.search("shantianf", 1)
            assert line.startswith("单田芳, Found by pinyin: shàn tián fāng")
            assert found(await searcher.search("zhangsan", 2)) == ["张三", "李張三妹"]
            assert person.sees("Best match first")
            assert found(await searcher.search("zhang三", 2)) == ["张三", "李張三妹"]

            # by a piece of a number, however it is typed, and by what others write with accents
            assert found(await searcher.search("+86 138-0012", 1)) == ["单田芳"]
            assert found(await searcher.search("zoe sand", 1)) == ["Zoë Sanders"]

            # by several words; the line says why where the list does not show it
            (line,) = await searcher.search("8899 zeeland", 1)
            assert line.startswith("Zoë Sanders, Found by address: 66 Zeelandkade, Rotterdam")
            assert person.sees("matches both “8899” and “zeeland”")

            # into the list, to the details, and back
            if searcher.mouse:
                await person.click_line(running.table, "Zoë Sanders", double=True)
            else:
                await person.press("Down", "Return")
            await person.wait_to_see("66 Zeelandkade, Rotterdam")

            # nothing that is typed is wrong
            for text in ("[", "*?(", "'; DROP TABLE contacts", "%_\\"):
                await person.press("Ctrl+F")
                await person.write(text)
                await person.wait_for(lambda text=text: person.sees(f"“{text}”"), text)
            await person.press("Esc")
            await running.shows(CONTACTS + len(PEOPLE))


@pytest.mark.parametrize("hand", KEYBOARD)
async def test_what_hides_somebody_is_named_and_taken_off(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS, hidden_rows=False) as server:
        for fields in PEOPLE:
            server.edit("add", fields=fields)
        async with open_program(tmp_path, server.url, CONTACTS + len(PEOPLE)) as running:
            searcher, person = Searcher(running, hand), running.person
            await person.click_line(running.labels, "Type: Customer") if searcher.mouse else await by_keys(running)
            await person.wait_for(lambda: person.looks_for("Remove the filter “Type: Customer”"), "the chip")
            assert found(await searcher.search("8899", 1)) == ["单田芳"]
            await person.wait_to_see("1 more contact matches but is hidden by the filters.")
            await searcher.press("Clear filters")
            await running.shows(2)
            assert not person.sees("hidden by the filters")
            assert not person.looks_for("Remove the filter “Type: Customer”")

            # a part of the book in which there is nobody of that name
            await person.press("Ctrl+4")
            await searcher.search("zeeland", 0)
            await person.wait_to_see("1 contact matches but is hidden by the filters.")
            await searcher.press("Search all contacts")
            await running.shows(1)
            await searcher.search("nobody has this", 0)
            await searcher.press("Clear search")
            await running.shows(CONTACTS + len(PEOPLE))
            assert not person.sees("nobody has this")


async def by_keys(running: Running) -> None:
    """Tick a label without a mouse."""
    await running.person.tab_to("Labels")
    await go_to_label(running, "Type: Customer")
    await running.person.press("Space")


@pytest.mark.parametrize("hand", HANDS)
async def test_what_was_searched_for_is_offered_again_after_a_restart(tmp_path: Path, hand: str) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        for fields in PEOPLE:
            server.edit("add", fields=fields)
        everybody = CONTACTS + len(PEOPLE)
        async with open_program(tmp_path, server.url, everybody) as running:
            searcher = Searcher(running, hand)
            for text in ("zeeland", "8899"):
                await searcher.search(text, 1 if text == "zeeland" else 2)
                if searcher.mouse:
                    await running.person.click_line(running.table, "Zoë Sanders")
                else:
                    await running.person.press("Return")
            await searcher.search("nobody has this", 0)
        async with open_program(tmp_path, server.url, everybody) as running:
            searcher, person = Searcher(running, hand), running.person
            await person.wait_to_see("Updated")
            assert offered(person) == []
            if searcher.mouse:
                await person.click("Find contacts")
                assert offered(person) == ["8899", "zeeland", "Clear recent searches"]
                await choose(person, 1)
            else:
                await person.press("Ctrl+F", "Down", "Down", "Return")
            await running.shows(1)
            await person.press("Ctrl+F", "Esc")
            await running.shows(everybody)

            # one is taken off, then all
            await person.press("Down")
            assert offered(person)[0] == "zeeland", "the last one comes first"
            if searcher.mouse:
                await choose(person, 0, at_cross=True)
                assert offered(person) == ["8899", "Clear recent searches"]
                await choose(person, 1)
            else:
                await person.press("Delete")
                assert offered(person) == ["8899", "Clear recent searches"]
                await person.press("Down", "Return")
            assert offered(person) == []
            await person.press("Down")
            assert person.focused is running.table, "there is nothing to offer"


def offered(person: Person) -> list[str]:
    """The lines of the list of recent searches; none while it is not shown."""
    shown = person.looks_for("Recent searches", QListWidget)
    return [] if shown is None else [shown.item(row).text() for row in range(shown.count())]


async def choose(person: Person, row: int, *, at_cross: bool = False) -> None:
    """Click a line of the list of recent searches."""
    shown = person.find("Recent searches", QListWidget)
    assert isinstance(shown, QListWidget)
    line = shown.visualRect(shown.model().index(row, 0))
    at = QPoint(line.right() - 14, line.center().y()) if at_cross else line.center()
    await person.click_on(shown.viewport(), at)


async def test_letters_of_an_input_method_begin_a_search_from_the_list(tmp_path: Path) -> None:
    with simulator(contacts=CONTACTS, hidden_rows=False) as server:
        for fields in PEOPLE:
            server.edit("add", fields=fields)
        async with open_program(tmp_path, server.url, CONTACTS + len(PEOPLE)) as running:
            person, table = running.person, running.table
            await person.click_line(table, person.lines(table)[2][0])
            assert table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
            for letters in ("l", "la", "laozhang"):
                QCoreApplication.sendEvent(person.focused, QInputMethodEvent(letters, []))
                assert person.focused is table
            done = QInputMethodEvent("", [])
            done.setCommitString("老张")
            QCoreApplication.sendEvent(person.focused, done)
            await running.shows(1)
            assert found([said for said, _ in person.lines(table)]) == ["张三"]
            assert name_of(person.focused) == "Find contacts"

            # letters of a keyboard do the same, and take the place of what was searched for
            await person.press("Down")
            await person.type("zoe")
            await person.wait_to_see("1 contact matches “zoe”")
            assert found([said for said, _ in person.lines(table)]) == ["Zoë Sanders"]


async def test_results_grow_while_the_book_is_loaded(tmp_path: Path) -> None:
    with simulator(contacts=600, hidden_rows=False) as server:
        for fields in PEOPLE:
            server.edit("add", fields=fields)
        held = server.fault("hold", "extcontact/list", after=2)
        sign_in(tmp_path, server.url)
        async with program(tmp_path, transport=TransportOptions()) as running:
            person = running.person
            await person.wait_for(lambda: running.rows > 90, "the first contacts")
            await person.press("Ctrl+F")
            await person.write("zeeland")
            await person.wait_to_see("No one matches “zeeland”")
            await person.wait_to_see("The book is not yet loaded completely")
            server.clear(held)
            await person.wait_to_see("1 contact matches “zeeland”", timeout=60)
