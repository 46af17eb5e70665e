"""A colleague changes the contact that is being edited: what does not overlap is joined, what does is asked about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from tests.helpers.person import Person
from tests.helpers.simulator import Control, simulator
from tests.helpers.writer import CONTACTS, HANDS, KEYBOARD, OLD, UPDATE, Writer, add_old, having, label_ids, writing

NAME = str(OLD["name"])
MINE, THEIRS = "Buying lead", "Head of buying"


def on_server(server: Control, userid: str) -> dict[str, object]:
    (row,) = having(server, userid=userid)
    return row


def names(server: Control, row: dict[str, object]) -> set[str]:
    """The labels of a contact by their names."""
    ids = row["label_ids"]
    assert isinstance(ids, list)
    return {name for name, label in label_ids(server).items() if label in ids}


async def clash(writer: Writer, userid: str) -> Person:
    """Both change the job title; the person at the form is asked."""
    form = await writer.start_edit(NAME)
    writer.server.edit("change", userid=userid, fields={"title": THEIRS})
    await writer.write(form, "Job title", MINE)
    await writer.save(form)
    await form.wait_to_see(f"{NAME} was changed")
    assert form.window.windowTitle() == "Choose what to save"
    return form


def cards(form: Person) -> list[QAbstractButton]:
    """The values to choose among, in the order in which they stand."""
    found = [
        each for each in form._visible(QAbstractButton) if isinstance(each, QAbstractButton) and each.isCheckable()
    ]
    return sorted(found, key=lambda each: each.mapToGlobal(each.rect().topLeft()).toTuple()[::-1])


async def take(writer: Writer, form: Person, value: str) -> None:
    """Choose the colleague's value, beside one's own in the only row."""
    (card,) = (each for each in cards(form) if value in each.accessibleName())
    if writer.hand == "mouse":
        await form.click(card.accessibleName())
    else:
        await form.press("Right", "Space")
    assert card.isChecked()


@HANDS
async def test_another_field_is_joined_and_told(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            form = await writer.start_edit(NAME)
            server.edit("change", userid=userid, fields={"address": "Pier 4"})
            await writer.write(form, "Job title", MINE)
            await writer.save(form)
            await writer.form_gone()
            await writer.page.wait_to_see("Changes that a colleague made meanwhile were kept: Address.")
            await writer.page.wait_for(lambda: writer.shows(NAME, MINE), "the new title in the list")
            assert "Pier 4" in writer.page.reads()
            row = on_server(server, userid)
            assert (row["title"], row["address"]) == (MINE, "Pier 4")


@HANDS
async def test_the_same_field_is_asked_about(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            form = await clash(writer, userid)
            assert [card.isChecked() for card in cards(form)] == [False, False]
            await writer.do(form, "Save these choices")
            await form.wait_to_see("Choose one of the values.")
            assert server.calls(UPDATE) == []
            mine = next(card for card in cards(form) if MINE in card.accessibleName())
            await writer.do(form, mine.accessibleName())
            await writer.do(form, "Save these choices")
            await writer.form_gone()
            assert on_server(server, userid)["title"] == MINE
            await writer.page.wait_for(lambda: writer.shows(NAME, MINE), "the title in the list")


@KEYBOARD
async def test_back_to_editing_keeps_what_was_typed(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            form = await clash(writer, userid)
            if hand == "mouse":
                await form.click("Back to editing")
            else:
                await form.press("Escape")
            await form.wait_to_see("Nothing was saved. When you save, the two versions are compared again.")
            assert MINE in form.reads()
            assert on_server(server, userid)["title"] == THEIRS
            await writer.write(form, "Job title", THEIRS)
            await writer.save(form)
            await writer.form_gone()
            assert on_server(server, userid)["title"] == THEIRS
            assert server.calls(UPDATE) == []  # there was nothing left to change


@KEYBOARD
async def test_all_of_the_colleagues_side(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            form = await writer.start_edit(NAME)
            server.edit("change", userid=userid, fields={"title": THEIRS, "company_name": "Abel Group"})
            await writer.write(form, "Job title", MINE)
            await writer.write(form, "Company", "Abel Ltd")
            await writer.save(form)
            await form.wait_to_see(f"{NAME} was changed")
            await writer.do(form, "Take all of colleague’s")
            await writer.do(form, "Save these choices")
            await writer.form_gone()
            row = on_server(server, userid)
            assert (row["title"], row["company_name"]) == (THEIRS, "Abel Group")
            await writer.page.wait_for(lambda: writer.shows(THEIRS, "Abel Group"), "the colleague's in the list")


@KEYBOARD
async def test_labels_of_different_groups_are_joined(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid, ids = add_old(server, "Type: Customer", "Level: General"), label_ids(server)
        async with writing(tmp_path, server, hand) as writer:
            form = await writer.start_edit(NAME)
            theirs = [ids["Type: Customer"], ids["Level: Core"]]
            server.edit("change", userid=userid, fields={"label_ids": theirs})
            await writer.label(form, "Type: Supplier")
            await writer.save(form)
            await writer.form_gone()
            await writer.page.wait_to_see("Changes that a colleague made meanwhile were kept: Labels.")
            assert names(server, on_server(server, userid)) == {"Type: Supplier", "Level: Core"}


@HANDS
async def test_labels_of_one_group_are_asked_about(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid, ids = add_old(server, "Type: Customer", "Level: General"), label_ids(server)
        async with writing(tmp_path, server, hand) as writer:
            form = await writer.start_edit(NAME)
            theirs = [ids["Type: Partner"], ids["Level: General"]]
            server.edit("change", userid=userid, fields={"label_ids": theirs})
            await writer.label(form, "Type: Supplier")
            await writer.save(form)
            await form.wait_to_see(f"{NAME} was changed")
            assert [card.isChecked() for card in cards(form)] == [False, False]
            await take(writer, form, "Partner")
            await writer.do(form, "Save these choices")
            await writer.form_gone()
            assert names(server, on_server(server, userid)) == {"Type: Partner", "Level: General"}
