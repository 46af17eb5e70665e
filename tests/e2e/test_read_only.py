"""A book that cannot be changed: nothing is offered, the reason is one click away, and what was typed is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.person import Person
from tests.helpers.program import Running, program
from tests.helpers.simulator import simulator
from tests.helpers.writer import (
    CONTACTS,
    CREATE,
    DELETE,
    HANDS,
    NEW_NAME,
    OLD,
    UPDATE,
    AtWindow,
    Writer,
    add_old,
    having,
    writing,
)

NAME = str(OLD["name"])
STRIP = "Read-only: the app has no permission to change contacts"


async def nothing_is_offered(page: Person, running: Running) -> None:
    """Neither by a button nor by a key nor in a menu."""
    for name in ("New contact", "Edit", "Delete"):
        assert page.looks_for(name) is None, name
    window = page.window
    await page.press("Ctrl+N", "Ctrl+E", "F2", "Del", "Ctrl+Z")
    assert page.window is window
    assert Writer.open_form() is None
    shown = {
        action.text().replace("&", "")
        for menu in running.window.menuBar().actions()
        for action in menu.menu().actions()
        if action.isVisible()
    }
    assert shown & {"New contact…", "Edit…", "Delete…", "Undo delete"} == set()


async def ask_why(page: Person, hand: str) -> None:
    """One click, or the keys that lead there."""
    if hand == "mouse":
        await page.click("Why contacts cannot be changed")
    else:
        await page.tab_to("Why contacts cannot be changed")
        await page.press("Space")


@HANDS
async def test_the_token_of_another_providers_app(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS, third_party=True) as server:
        async with program(tmp_path) as running:
            page = AtWindow(running.window)
            await page.wait_for(lambda: page.looks_for("Server region: Other address"), "the welcome page")
            await page.click("Server region: Other address")
            await page.click("Address")
            await page.type(server.url)
            await page.click("Advanced")
            await page.click("Access token")
            await page.type("sample-third-party-token")
            await page.click("Connect and load contacts")
            await running.whole(CONTACTS)
            await page.click_line(running.table, page.lines(running.table)[0][0])
            await nothing_is_offered(page, running)
            await ask_why(page, hand)
            await page.wait_to_see("This book can be read and not changed")
            assert page.looks_for("Check again") is None  # it would be of no use
            await page.press("Escape")


@pytest.mark.parametrize(("hand", "code"), [("mouse", "43007"), ("keyboard", "60011")])
async def test_a_missing_permission_and_its_return(tmp_path: Path, hand: str, code: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        async with writing(tmp_path, server, hand) as writer:
            page = writer.page
            form = await writer.start_new()
            await writer.fill_new(form)
            missing = server.fault("permission", CREATE, UPDATE, DELETE, code=code, scope="qyapi_ext_write")
            await writer.save(form)
            await page.wait_to_see(STRIP)
            await form.wait_to_see("permission")
            assert NEW_NAME in form.reads()  # nothing that was typed is lost
            await writer.close_form(form, keep=True)
            await writer.front(page)
            await nothing_is_offered(page, writer.running)
            await page.wait_for(lambda: page.looks_for("Unfinished"), "unfinished work")
            await writer.running.shows(CONTACTS)
            server.clear(missing)
            await ask_why(page, hand)
            await page.wait_for(lambda: page.looks_for("Check again"), "the reason")
            await writer.do(page, "Check again")
            await page.wait_for(lambda: page.looks_for("New contact"), "what can be done again")
            assert not page.sees(STRIP)
            await writer.show_unfinished()
            await writer.do(page, f"Continue: New contact: {NEW_NAME}")
            form = await writer.form()
            await writer.save(form)
            await writer.form_gone()
            assert len(having(server, name=NEW_NAME)) == 1
            await writer.running.shows(CONTACTS + 1)


@pytest.mark.parametrize(("hand", "act"), [("mouse", "edit"), ("keyboard", "edit"), ("keyboard", "delete")])
async def test_a_permission_that_is_missed_by_a_change(tmp_path: Path, hand: str, act: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            page = writer.page
            server.fault("permission", CREATE, UPDATE, DELETE, code="60011", scope="qyapi_ext_write")
            if act == "edit":
                form = await writer.start_edit(NAME)
                await writer.write(form, "Job title", "Buying lead")
                await writer.save(form)
                await page.wait_to_see(STRIP)
                assert "Buying lead" in form.reads()
                await writer.close_form(form, keep=True)
                await page.wait_for(lambda: page.looks_for("Unfinished"), "unfinished work")
            else:
                await writer.choose(NAME)
                await writer.start_delete()
                await writer.do(page, "Delete")
                await page.wait_to_see("1 contact was not deleted.")
                await page.press("Escape")  # the reason, which is told at once
                await page.wait_to_see(STRIP)
            await writer.front(page)
            await writer.page.wait_for(lambda: writer.shows(NAME, str(OLD["title"])), "the contact as it was")
            await nothing_is_offered(page, writer.running)
            assert having(server, userid=userid)[0]["title"] == OLD["title"]
