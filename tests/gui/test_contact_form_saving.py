"""What becomes of a save, as the form shows it."""

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from addressbook.domain.fields import Field
from addressbook.domain.form_values import FormValues
from addressbook.domain.merge import Joined, Part, Side
from addressbook.domain.work import WorkKind, WorkState
from addressbook.errors import DiskFull, NetworkError, ServerError
from addressbook.services.events import WorkSettled
from addressbook.services.save_results import Absent, Gone, Refused, Saved, Unknown
from addressbook.ui.forms.contact_form import ContactForm
from addressbook.ui.forms.form_state import FormState
from tests.gui.test_contact_form import FULL, edit_form, new_form, write
from tests.helpers.wait import until
from tests.helpers.windows import button

CREATE, UPDATE = "/topapi/extcontact/create", "/topapi/extcontact/update"


def refused(code, field=None, existing="", endpoint=CREATE):
    def answer(item):
        return Refused(item, ServerError(code, endpoint=endpoint), field, existing)

    return answer


def unknown(item):
    return Unknown(replace(item, state=WorkState.UNKNOWN), NetworkError("network.timeout", endpoint=CREATE))


async def saved_form(desk, session, *answers, values=FULL):
    """A new contact whose save has been answered."""
    session.saving.answers = list(answers)
    form = await new_form(desk, values)
    form.save()
    await until(lambda: form.flow.state is not FormState.SAVING, "the answer")
    return form


async def test_a_saved_form_closes_and_tells_whom_to_show(desk, session):
    told = []
    desk.contact_saved.connect(told.append)
    await saved_form(desk, session)
    assert desk.open_forms == ()
    assert [saved.contact.userid for saved in told] == [f"new-{session.saving.saved[0].id[-4:]}"]
    assert session.work.items() == ()
    await until(lambda: session.work.last.label_ids == FULL.label_ids, "what the next begins with")


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Enter])
async def test_the_keys_that_save(desk, session, qtbot, key):
    form = await new_form(desk, FULL)
    form.activateWindow()
    await until(form.isActiveWindow)
    qtbot.keyClick(form, key, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(session.saving.saved) == 1, "the save")


async def test_while_it_is_saving_nothing_can_be_changed_or_sent_twice(desk, session):
    session.saving.hold = asyncio.Event()
    form = await new_form(desk, FULL)
    form.body.go_to(Field.COMPANY)
    form.save()
    form.save()
    await until(lambda: session.saving.saved, "the save")
    assert form.foot.note.accessibleName() == "Saving…"
    assert not form.body.isEnabled()
    session.saving.answers = [refused("-1")]
    session.saving.hold.set()
    await until(lambda: form.flow.state is FormState.EDITING, "the answer")
    assert len(session.saving.saved) == 1
    assert form.body.has_focus(Field.COMPANY)


async def test_add_another_keeps_labels_and_owner_alone(desk, session):
    form = await new_form(desk, replace(FULL, remark="x", address="y"))
    form.foot.another.setChecked(True)
    form.save()
    await until(lambda: form.banner.isVisible(), "the next")
    assert form.body.values() == FormValues(
        state_code="86", label_ids=FULL.label_ids, follower_user_id=FULL.follower_user_id
    )
    assert "Zhang San" in form.banner.accessibleName()
    assert form.body.has_focus(Field.NAME)
    write(form, Field.NAME, "Li Si")
    assert await form.keep_draft()
    (item,) = session.work.items()
    assert item.id != session.saving.saved[0].id
    assert item.values.name == "Li Si"


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("60103", Field.PHONE),
        ("60112", Field.NAME),
        ("60204", Field.LABELS),
        ("40067", Field.TITLE),
        ("40036", Field.OWNER),
    ],
)
async def test_a_refusal_stands_at_its_field_and_everything_stays(desk, session, code, field):
    form = await saved_form(desk, session, refused(code, field))
    assert form.body.frames[field].problem
    assert form.body.has_focus(field)
    assert form.banner.isVisible()
    assert form.body.values() == FULL
    form.save()
    await until(lambda: not desk.open_forms, "the second try")
    assert len(session.saving.saved) == 2


async def test_a_refusal_without_a_field_is_told_on_top(desk, session):
    form = await saved_form(desk, session, refused("43007"))
    assert form.banner.isVisible()
    assert not any(frame.problem for frame in form.body.frames.values())


async def test_the_contact_that_has_the_number_can_be_opened_and_the_draft_stays(desk, session):
    asked = []
    desk.open_contact.connect(asked.append)
    form = await saved_form(desk, session, refused("22005", Field.PHONE, "c000001"))
    button(form.banner, "Open that contact").click()
    assert asked == ["c000001"]
    assert desk.open_forms == (form,)
    assert form.isVisible()


async def test_what_the_server_said_goes_when_the_field_is_changed(desk, session):
    form = await saved_form(desk, session, refused("60112", Field.NAME))
    form.body.go_to(Field.COMPANY)
    assert form.body.frames[Field.NAME].problem  # no rule of ours finds it wrong
    write(form, Field.NAME, "Li Si")
    assert form.body.frames[Field.NAME].problem == ""


async def test_a_journal_that_cannot_be_written_stops_the_save_with_words(desk, session):
    form = await saved_form(desk, session, DiskFull("store.disk_full"))
    assert form.flow.state is FormState.EDITING
    assert form.banner.accessibleName() == "The disk is full"


async def test_a_lost_answer_is_being_checked_and_then_known(desk, session):
    form = await saved_form(desk, session, unknown)
    assert form.flow.state is FormState.CHECKING
    assert not form.body.isEnabled()
    item = form.item
    assert session.work.item(item.id).state is WorkState.UNKNOWN
    await form.keep_draft()
    assert session.work.item(item.id).state is WorkState.UNKNOWN  # not overwritten as a draft
    session.events.publish(WorkSettled(Saved(item, item.values.as_contact("c9"), found=True)))
    assert desk.open_forms == ()


async def test_a_form_that_is_being_checked_closes_without_a_question_and_opens_as_it_was(desk, session):
    form = await saved_form(desk, session, unknown)
    form.reject()
    assert desk.open_forms == ()
    (item,) = session.work.items()
    desk.resume(item)
    (again,) = desk.open_forms
    assert again.flow.state is FormState.CHECKING
    assert again.banner.isVisible()
    assert not again.foot.save_button.isEnabled()


async def test_what_was_not_found_can_be_saved_again(desk, session):
    form = await saved_form(desk, session, unknown)
    absent = replace(form.item, state=WorkState.ABSENT)
    session.events.publish(WorkSettled(Absent(absent)))
    assert form.flow.state is FormState.EDITING
    button(form.banner, "Save again").click()
    await until(lambda: not desk.open_forms, "the second try")
    assert [item.id for item in session.saving.saved] == [absent.id, absent.id]


async def test_an_outcome_that_comes_before_the_word_that_it_is_unknown_is_not_lost(desk, session):
    session.saving.hold = asyncio.Event()
    session.saving.answers = [unknown]
    form = await new_form(desk, FULL)
    form.save()
    await until(lambda: session.saving.saved, "the save")
    item = session.saving.saved[0]
    session.events.publish(WorkSettled(Saved(item, item.values.as_contact("c9"), found=True)))
    session.saving.hold.set()
    await until(lambda: not desk.open_forms, "the end")


async def test_a_form_closed_while_saving_comes_back_when_it_is_refused(desk, session):
    session.saving.hold = asyncio.Event()
    session.saving.answers = [refused("60112", Field.NAME)]
    form = await new_form(desk, FULL)
    form.save()
    await until(lambda: session.saving.saved, "the save")
    form.reject()
    assert form.isHidden()
    session.saving.hold.set()
    await until(form.isVisible, "its return")
    assert form.body.frames[Field.NAME].problem


async def test_a_form_closed_while_saving_ends_when_all_is_well(desk, session):
    session.saving.hold = asyncio.Event()
    form = await new_form(desk, FULL)
    form.foot.another.setChecked(True)
    form.save()
    await until(lambda: session.saving.saved, "the save")
    form.reject()
    session.saving.hold.set()
    await until(lambda: not desk.open_forms, "the end")


async def test_a_contact_deleted_meanwhile_becomes_a_new_one_with_its_number(desk, session):
    def gone(item):
        number = replace(item.values, mobile=item.base.mobile, state_code=item.base.state_code)
        return Gone(replace(item, kind=WorkKind.CREATE, values=number))

    form = edit_form(desk, session)
    write(form, Field.ALIAS, "typed")
    session.saving.answers = [gone]
    form.save()
    await until(lambda: form.banner.isVisible(), "the word")
    email = session.book.contacts[2].email
    assert "deleted while you were editing" in form.banner.accessibleName()
    assert f"The e-mail address {email} cannot be added" in form.banner.accessibleDescription()
    shown = form.inputs.inputs[Field.EMAIL]
    assert shown.value() == email, "no call takes it: it can be copied"
    assert shown.box.copy.isVisible()
    assert "Is not saved with a new contact" in shown.box.edit.accessibleDescription()
    assert form.foot.save_button.text() == "&Add contact"
    values = form.body.values()
    assert (values.remark, values.mobile) == ("typed", session.book.contacts[2].mobile)
    form.save()
    await until(lambda: not desk.open_forms, "the new one")
    assert session.saving.saved[-1].kind is WorkKind.CREATE


async def test_a_contact_deleted_meanwhile_is_kept_as_a_draft_of_a_new_one(desk, session):
    form = edit_form(desk, session)
    write(form, Field.ALIAS, "typed")
    session.saving.answers = [lambda item: Gone(replace(item, kind=WorkKind.CREATE, base=None, userid=""))]
    form.save()
    await until(lambda: form.banner.isVisible(), "the word")
    assert await form.keep_draft()
    (item,) = session.work.items()
    assert (item.kind, item.values.remark) == (WorkKind.CREATE, "typed")


async def test_a_fault_of_the_program_does_not_leave_the_form_shut(desk, session, monkeypatch):
    form = await new_form(desk, FULL)
    heard = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: heard.append(context["exception"]))
    session.saving.answers = [ZeroDivisionError()]
    form.save()
    await until(lambda: heard, "the fault")
    assert isinstance(heard[0], ZeroDivisionError)
    assert form.flow.state is FormState.CHECKING  # it was written down that it is being sent


async def test_what_stayed_and_what_was_joined_is_told_after_the_form_has_closed(desk, session):
    def answer(item):
        joined = Joined(Part(Field.COMPANY), "a", "b", Side.THEIRS)
        return Saved(item, item.values.as_contact(item.userid), (joined,), frozenset({Field.ALIAS}))

    told = []
    desk.told.connect(told.append)
    form = edit_form(desk, session)
    write(form, Field.ALIAS, "")
    session.saving.answers = [answer]
    form.save()
    await until(lambda: told, "the word")
    notice = told[0]()
    assert len(told) == 1
    assert notice.kind == "warning"
    assert "Company" in notice.text
    assert "Alias" in notice.text


async def test_saving_is_announced(desk, session, monkeypatch):
    heard = []
    for module in ("form_note", "form_results"):
        monkeypatch.setattr(
            f"addressbook.ui.forms.{module}.announce", lambda _widget, text, urgent=False: heard.append(text)
        )
    await saved_form(desk, session)
    assert heard == ["Saving…", "Zhang San was added."]
    QApplication.sendPostedEvents()


async def test_what_is_not_kept_because_it_is_being_sent_elsewhere_is_said(desk, session):
    """And the question before closing is not answered with "kept"."""
    form = await new_form(desk, FULL)
    await session.work.keep(replace(form.item, state=WorkState.SENDING))
    write(form, Field.ADDRESS, "Bund 1")
    assert not await form.keep_draft()
    assert "Not kept as a draft" in form.foot.note.text()
    assert session.work.item(form.item.id).state is WorkState.SENDING


@pytest.mark.parametrize("answer", [None, unknown, refused(40035), DiskFull("store.disk_full")])
async def test_a_form_that_was_ended_while_it_saved_stays_ended(qloop, qtbot, session, answer):
    """The program is left, and the answer comes just then, before the form is destroyed."""
    session.saving.answers = [] if answer is None else [answer]
    session.saving.hold = asyncio.Event()
    form = ContactForm(session, session.work.new(WorkKind.CREATE, FULL))
    qtbot.addWidget(form)
    form.show()
    ended = []
    form.ended.connect(lambda: ended.append(True))
    form.save()
    await until(lambda: session.work.items(), "the save to be under way")
    form.end()
    session.saving.hold.set()
    await form.flow.answered()
    assert form.flow.ended
    assert ended == [True]
