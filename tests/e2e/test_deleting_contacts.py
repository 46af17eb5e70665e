"""Deleting one contact and several, stopping in between, and taking it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tests.helpers.simulator import simulator
from tests.helpers.writer import (
    CONTACTS,
    CREATE,
    DELETE,
    HANDS,
    KEYBOARD,
    OLD,
    Writer,
    add_old,
    having,
    writing,
)

NAME = str(OLD["name"])
BACK = f"{NAME} is back, with a new id in DingTalk."


async def delete(writer: Writer) -> None:
    """What is chosen, and say yes."""
    await writer.start_delete()
    await writer.do(writer.page, "Delete")


async def choose_all(writer: Writer, count: int) -> None:
    """Every contact of the list."""
    if writer.hand == "mouse":
        await writer.page.click_line(writer.running.table, writer.first)
    else:
        await writer.page.tab_to("Contacts")
    await writer.page.press("Ctrl+A")
    await writer.page.wait_to_see(f"{count} selected")


@pytest.mark.parametrize(("hand", "way"), [("mouse", "Undo"), ("keyboard", "Undo"), ("keyboard", "Ctrl+Z")])
async def test_one_and_taken_back(tmp_path: Path, hand: str, way: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server, email="abel@example.com")
        async with writing(tmp_path, server, hand) as writer:
            page = writer.page
            await writer.choose(NAME)
            await writer.start_delete()
            assert page.sees(f"Delete {NAME}?")
            assert page.sees("Undo cannot bring back 1 e-mail address: DingTalk takes none from a program.")
            await writer.do(page, "Copy e-mail addresses")
            assert QGuiApplication.clipboard().text() == f"{NAME}: abel@example.com"
            await writer.do(page, "Delete")
            await page.wait_to_see(f"Deleted {NAME}.")
            await writer.running.shows(CONTACTS)
            assert having(server, userid=userid) == []
            if way == "Undo":
                await writer.do(page, "Undo")
            else:
                await page.press("Ctrl+Z")
            await page.wait_to_see(BACK)
            await page.wait_to_see("1 e-mail address could not be brought back.")
            await writer.running.shows(CONTACTS + 1)
            (row,) = having(server, name=NAME)
            assert row["userid"] != userid
            for field in ("company_name", "title", "address", "mobile", "state_code", "follower_user_id"):
                assert row[field] == OLD[field], field
            QGuiApplication.clipboard().clear()
            await writer.do(page, "Copy e-mail addresses")
            assert QGuiApplication.clipboard().text() == f"{NAME}: abel@example.com"
            await page.press("Ctrl+Z")  # there is nothing more to be brought back
            assert len(server.calls(CREATE)) == 1


@KEYBOARD
async def test_not_deleted_without_saying_so(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            await writer.choose(NAME)
            await writer.start_delete()
            if hand == "mouse":
                await writer.page.click("Keep")
            else:
                await writer.page.press("Escape")
            await writer.running.shows(CONTACTS + 1)
            assert server.calls(DELETE) == []


@HANDS
async def test_a_colleague_has_deleted_it_already(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            await writer.choose(NAME)
            server.edit("remove", userid=userid)
            await delete(writer)
            await writer.page.wait_to_see(f"{NAME} had already been deleted in DingTalk.")
            await writer.running.shows(CONTACTS)
            assert writer.page.looks_for("Undo") is None  # it was not this person who deleted it
            await writer.page.press("Ctrl+Z")
            assert server.calls(CREATE) == []


@KEYBOARD
async def test_several_and_stopped_in_between(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=18) as server:
        async with writing(tmp_path, server, hand) as writer:
            page = writer.page
            await choose_all(writer, 18)
            held = server.fault("hold", DELETE, after=2)
            await writer.start_delete()
            assert page.sees("Delete 18 contacts?")
            await writer.do(page, "Delete")
            await page.wait_to_see("Deleting contacts: 2 of 18")
            await writer.do(page, "Stop")
            server.clear(held)
            await page.wait_to_see("contacts were not deleted.")
            left = len(server.contacts())
            assert 18 > left >= 18 - 2 - 6  # those that were under way
            assert page.sees(f"Deleted {18 - left} contacts. {left} contacts were not deleted.")
            await writer.running.shows(left)
            await writer.do(page, "Undo")
            await page.wait_to_see("are back, with new ids in DingTalk.")
            await writer.running.shows(18)
            assert len(server.contacts()) == 18


@KEYBOARD
async def test_more_than_twenty_need_their_number(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=21) as server:
        async with writing(tmp_path, server, hand) as writer:
            page = writer.page
            await choose_all(writer, 21)
            await writer.start_delete()
            question = page.window
            await page.type("20")
            await writer.do(page, "Delete")
            assert page.window is question
            await page.wait_to_see("This is not the number of contacts that you chose. Nothing was deleted.")
            assert server.calls(DELETE) == []
            assert isinstance(page.focused, QLineEdit)
            await page.type("21")
            await page.press("Return")
            await page.wait_to_see("Deleted 21 contacts.")
            await page.wait_for(lambda: writer.running.rows == 0, "an empty list")
            assert server.contacts() == []
