"""What is written is shown at once, visibly not confirmed, and goes back with an explanation when it is refused."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.person import name_of
from tests.helpers.simulator import simulator
from tests.helpers.writer import (
    CONTACTS,
    CREATE,
    DELETE,
    HANDS,
    KEYBOARD,
    NEW_NAME,
    OLD,
    PENDING,
    UPDATE,
    add_old,
    having,
    writing,
)

NAME = str(OLD["name"])
NOT_CONFIRMED = "Not confirmed by DingTalk yet. It cannot be changed until then."


def count(name: str) -> int:
    """The number in "Mine, 4 contacts"."""
    return int(name.partition(", ")[2].split()[0])


@KEYBOARD
async def test_a_new_contact(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        async with writing(tmp_path, server, hand) as writer:
            page, running = writer.page, writer.running
            form = await writer.start_new()
            await writer.fill_new(form)
            mine = count(name_of(page.find("Mine")))
            server.fault("hold", CREATE)
            await writer.save(form)
            await running.shows(CONTACTS + 1)
            assert writer.shows(NEW_NAME, PENDING)
            await page.wait_for(
                lambda: page.looks_for(f"All contacts, {CONTACTS + 1} contacts"), "one more in the sidebar"
            )
            await page.wait_for(lambda: count(name_of(page.find("Mine"))) == mine + 1, "one more to be mine")
            await writer.front(page)
            await writer.choose(NEW_NAME)
            await page.wait_to_see(NOT_CONFIRMED)
            assert not page.find("Edit").isEnabled()
            assert having(server, name=NEW_NAME) == []
            server.clear()
            await writer.form_gone()
            await page.wait_for(lambda: page.find("Edit").isEnabled(), "it to be confirmed")
            await page.wait_for(lambda: not writer.shows(PENDING), "nothing to be pending", 3)
            await page.wait_for(lambda: not page.sees(NOT_CONFIRMED), "no such words", 3)


@HANDS
async def test_a_new_contact_that_is_refused(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        add_old(server, mobile="13912345678")
        async with writing(tmp_path, server, hand) as writer:
            form = await writer.start_new()
            await writer.fill_new(form)
            server.fault("hold", CREATE)
            await writer.save(form)
            await writer.running.shows(CONTACTS + 2)
            assert writer.shows(NEW_NAME, PENDING)
            server.clear()
            await form.wait_for(lambda: form.looks_for("Open that contact"), "the refusal")
            await writer.running.shows(CONTACTS + 1)
            assert not writer.shows(NEW_NAME)
            assert NEW_NAME in form.reads()


@KEYBOARD
async def test_a_change_and_its_refusal(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            page = writer.page
            form = await writer.start_edit(NAME)
            await writer.write(form, "Job title", "Buying lead")
            held = server.fault("hold", UPDATE)
            server.fault("error", UPDATE, code=60112)
            await writer.save(form)
            await page.wait_for(lambda: writer.shows(NAME, PENDING, "Buying lead"), "the change in the list")
            await page.wait_to_see(NOT_CONFIRMED)
            assert page.sees("Buying lead")  # in the details, too
            server.clear(held)
            await form.wait_for(lambda: form.find("Save changes").isEnabled(), "the refusal")
            await page.wait_for(lambda: writer.shows(NAME, str(OLD["title"])), "the old title in the list")
            await page.wait_for(lambda: not writer.shows(PENDING), "nothing to be pending", 3)
            await page.wait_for(lambda: not page.sees(NOT_CONFIRMED), "no such words", 3)
            assert "Buying lead" in form.reads()
            assert having(server, userid=userid)[0]["title"] == OLD["title"]


@KEYBOARD
async def test_a_deletion_and_its_refusal(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            page = writer.page
            held = server.fault("hold", DELETE)
            server.fault("error", DELETE, code=400002)
            await writer.choose(NAME)
            await writer.start_delete()
            await writer.do(page, "Delete")
            await writer.running.shows(CONTACTS)
            assert not writer.shows(NAME)
            await page.wait_for(lambda: page.looks_for(f"All contacts, {CONTACTS} contacts"), "one less in the sidebar")
            server.clear(held)
            await page.wait_to_see("1 contact was not deleted.")
            assert len(having(server, name=NAME)) == 1
            await page.press("Escape")  # the reason, which is told at once
            await writer.running.shows(CONTACTS + 1)
            assert writer.shows(NAME)
