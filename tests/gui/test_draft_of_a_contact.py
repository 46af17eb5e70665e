"""Editing a contact of which there is a draft: the form says that it is one, and offers to start anew."""

from dataclasses import replace

from addressbook.domain.fields import Field
from addressbook.domain.work import WorkState
from addressbook.errors import DiskFull
from addressbook.ui.dialogs.message import MessageDialog
from tests.gui.test_contact_form import edit_form, write
from tests.helpers.wait import until
from tests.helpers.windows import button, window

WORDS, ANEW = "This is your draft from", "Discard it and start anew…"


async def draft(desk, session):
    """The form of a contact opened once more, after something was typed in an earlier one."""
    form = edit_form(desk, session)
    assert not form.banner.isVisible()
    write(form, Field.TITLE, "Head of tea")
    assert await form.keep_draft()
    form.end()
    return edit_form(desk, session)


async def test_it_says_so_and_goes_on(desk, session):
    form = await draft(desk, session)
    assert form.banner.accessibleName().startswith(WORDS)
    assert form.body.values().title == "Head of tea"
    form.save()
    await until(lambda: desk.open_forms == (), "it to be saved")
    assert session.saving.saved[0].values.title == "Head of tea"


async def test_starting_anew_asks_and_shows_what_dingtalk_has(desk, session):
    form = await draft(desk, session)
    session.book.contacts[2] = replace(session.book.contacts[2], title="Buyer")
    button(form.banner, ANEW).click()
    button(await window(MessageDialog), "Keep it").click()
    await until(lambda: not desk._tasks.busy, "the answer")
    assert desk.open_forms == (form,)
    session.work.error = DiskFull(file="work.db")
    button(form.banner, ANEW).click()
    button(await window(MessageDialog), "Discard").click()
    await until(lambda: any("disk" in each.accessibleName() for each in form.findChildren(MessageDialog)), "the reason")
    session.work.error = None
    next(each for each in form.findChildren(MessageDialog) if each.isVisible()).reject()
    await until(lambda: not desk._tasks.busy, "the answer")
    assert session.work.items()
    button(form.banner, ANEW).click()
    await until(lambda: any(each.isVisible() for each in form.findChildren(MessageDialog)), "the question")
    button(next(each for each in form.findChildren(MessageDialog) if each.isVisible()), "Discard").click()
    await until(lambda: desk.open_forms not in ((form,), ()), "another form")
    assert session.work.items() == ()
    (now,) = desk.open_forms
    assert now.body.values().title == "Buyer"
    assert not now.banner.isVisible()


async def test_what_is_being_checked_says_that_instead(desk, session):
    form = await draft(desk, session)
    item = form.item
    form.end()
    await session.work.keep(replace(item, state=WorkState.UNKNOWN))
    assert not edit_form(desk, session).banner.accessibleName().startswith(WORDS)
