"""The first start, by mouse: connect, see the book fill, filter, read, quit; then the same book without the server."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QTableView

from tests.helpers.program import BRISK, MOBILE, Running, fill_form, program
from tests.helpers.simulator import SimulatorProcess

CONTACTS = 450
CUSTOMER, SUPPLIER, LOST = 1561077310, 1561077312, 1561077325
LISTED = "extcontact/list"


def having(server: list[dict], *labels: int) -> set[str]:
    """Userids of the contacts on the server that bear all these labels."""
    return {row["userid"] for row in server if set(labels) <= set(row.get("label_ids") or ())}


async def test_first_start_to_the_second_without_a_server(tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS), "--latency-ms", "20") as server:
        book = server.contacts()
        # the first page is waited for as long as it may take a busy computer to show it
        async with program(tmp_path, times=replace(BRISK, first_look=20.0)) as running:
            person = running.person
            await person.wait_to_see("Welcome to your address book")

            # what was typed is tested line by line, without opening anything
            await connect_form_and_test(running, server.url)
            server.forget_calls()

            # the first page is on the screen before the second is asked for
            await person.click("Connect and load contacts")
            seen = await first_rows(running)
            assert running.rows < CONTACTS
            await running.whole(CONTACTS)
            pages = server.calls(LISTED)
            assert pages[0]["params"]["offset"] == "0"
            assert seen < pages[1]["at"], f"the second page was asked for {seen - pages[1]['at']:.3f} s too early"

            # to the very end of the list
            table = running.table
            first = person.lines(table)[0][0]
            for _ in range(400):
                if table.verticalScrollBar().value() == table.verticalScrollBar().maximum():
                    break
                await person.scroll(table, -1200)
            assert table.rowAt(table.viewport().height() - 3) == CONTACTS - 1
            last = person.lines(table)[-1][0]
            assert first != last

            await filter_by_labels(running, book)

            # read one contact
            row = next(each for each in book if each["userid"] in having(book, CUSTOMER, LOST))
            await person.click("Find contacts")
            await person.type(row["mobile"])
            await running.shows(1)
            assert "Status: Lost" in person.lines(table)[0][0]
            await person.click_line(table, row["name"][:12], double=True)
            await person.wait_for(lambda: name_and_work(person.reads(), row), "the details")
            assert not person.sees("Choose a contact")

            await person.press("Ctrl+Q")
            await running.ended()

    async with program(tmp_path) as running:
        person = running.person
        await running.shows(CONTACTS)
        await person.wait_to_see("Offline: showing the copy from")
        await person.wait_to_see("DingTalk cannot be reached")
        assert person.sees("Harbour")
        assert person.lines(running.table)[0][0] == first
        await person.click("Find contacts")
        await person.type(row["mobile"])
        await running.shows(1)
        await person.press("Down", "Return")
        await person.wait_for(lambda: name_and_work(person.reads(), row), "the details")
        await person.press("Ctrl+Q")
        await running.ended()


async def connect_form_and_test(running: Running, url: str) -> None:
    person = running.person
    await fill_form(running, url, mobile=MOBILE, name="Harbour")
    await person.click("Test connection")
    for words in (
        "Signed in to DingTalk",
        "Contacts can be read, phone numbers included",
        "Groups of labels: 5. Labels: 19.",
        "You were found by your mobile number",
    ):
        await person.wait_to_see(words)
    await person.wait_for(lambda: person.looks_for("Test again"), "the end of the test")
    assert not person.sees("Does not work")
    assert running.rows == 0


async def first_rows(running: Running) -> float:
    """When the first contacts came into the list, on the clock that all processes share."""
    person = running.person
    await person.wait_for(lambda: person.looks_for("Contacts", QTableView), "the list")
    table, moments = running.table, []

    def on_change() -> None:
        if not moments and table.rowAt(2) == 0 and table.model().flags(table.model().index(0, 0)):
            moments.append(time.monotonic())

    table.model().modelReset.connect(on_change)
    on_change()
    await person.wait_for(lambda: moments and person.lines(table)[0][0] not in ("", "Loading"), "the first page")
    return moments[0]


async def filter_by_labels(running: Running, book: list[dict]) -> None:
    """Two labels of different colours: any of them, both, none."""
    person = running.person
    customers, lost = having(book, CUSTOMER), having(book, LOST)
    assert customers & lost
    await person.click_line(running.labels, "Type: Customer")
    await running.shows(len(customers))
    await person.click_line(running.labels, "Status: Lost")
    await running.shows(len(customers | lost))
    await person.click("All")
    await running.shows(len(customers & lost))
    for text, _ in person.lines(running.table):
        assert "Type: Customer" in text
        assert "Status: Lost" in text
    await person.click("Without")
    await running.shows(len(book) - len(customers | lost))
    await person.click("Any")
    await running.shows(len(customers | lost))
    await person.click("Remove the filter “Type: Customer”")
    await running.shows(len(lost))
    await person.click("Clear the label filter")
    await running.shows(len(book))


def name_and_work(read: list[str], row: dict) -> bool:
    """Whether the details of this contact stand there, its labels by group and its owner by name."""
    return row["name"] in read and row.get("company_name", "") in " ".join(read) and "Status" in read
