"""The form of a contact: what is checked, kept and asked before it closes."""

import asyncio

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from addressbook.domain.fields import FIELDS, Field
from addressbook.domain.form_values import FormValues, values_of
from addressbook.domain.work import WorkKind
from addressbook.errors import DiskFull, ServerError
from addressbook.services.events import LoadProgress, LoadState
from addressbook.services.save_results import Refused
from addressbook.ui.dialogs.message import MessageDialog
from addressbook.ui.forms import draft_keeper
from addressbook.ui.models.label_index import LabelIndex, labels_of
from tests.helpers.fake_book import FakeBook
from tests.helpers.person import Person
from tests.helpers.wait import until
from tests.helpers.windows import button, window

FULL = FormValues(
    name="Zhang San",
    state_code="86",
    mobile="13800138000",
    label_ids=(100, 201),
    follower_user_id="0001",
    share_user_ids=("0002",),
)


async def new_form(desk, values=None):
    before = len(desk.open_forms)
    desk.new_contact(values)
    await until(lambda: len(desk.open_forms) > before, "the form")
    form = desk.open_forms[-1]
    await until(form.isActiveWindow, "its window")
    return form


def edit_form(desk, session, row=2):
    desk.edit(session.book.contacts[row])
    return desk.open_forms[-1]


def write(form, field, text):
    """Type in place of what stands there, as a person does."""
    frame = form.body.frames[field]
    frame.input.focus_first()
    frame.input.edit.selectAll()
    frame.input.edit.insert(text)


async def test_every_field_of_the_table_has_its_place(desk):
    form = await new_form(desk)
    assert {spec.field for spec in FIELDS} - set(form.body.frames) == {Field.COUNTRY}  # stands beside the phone


async def test_what_is_shown_is_what_was_given_to_the_last_space(desk):
    given = FormValues(**{**{name: getattr(FULL, name) for name in FULL.__slots__}, "address": "  a  b "})
    form = await new_form(desk, given)
    assert form.body.values() == given


async def test_tab_goes_through_the_fields_in_the_order_of_the_columns(desk):
    form = await new_form(desk)
    form.inputs._labels.set_labels(LabelIndex())  # labels that come while the form is open are new widgets
    form.inputs._labels.set_labels(labels_of(FakeBook(20)))
    seen, country = [], form.body.frames[Field.PHONE].input.country
    form.body.go_to(Field.NAME)
    while not form.foot.another.hasFocus() and len(seen) <= len(FIELDS):
        field = next(field for field in form.body.frames if form.body.has_focus(field))
        seen.append(Field.COUNTRY if country.hasFocus() else field)
        form.focusNextChild()
    assert tuple(seen) == tuple(spec.field for spec in FIELDS)


async def test_a_press_on_what_is_half_out_of_sight_does_not_move_it_away(desk):
    form = await new_form(desk)
    form.resize(800, 500)
    lanes, bar = form.body.frames[Field.LABELS].input, form._scroll.verticalScrollBar()
    option = lanes.option(201)
    await until(lambda: bar.maximum() > 0, "the layout")
    middle = option.mapTo(form.body, option.rect().center())
    bar.setValue(middle.y() - form._scroll.viewport().height())  # so that only its upper half is seen
    await Person(form).click_on(option)
    assert lanes.value() == (201,)


@pytest.mark.parametrize(("width", "columns"), [(1040, 2), (920, 2), (860, 1), (620, 1)])
async def test_two_columns_where_there_is_room(desk, width, columns):
    form = await new_form(desk)
    form.resize(width, 560)
    labels, name = (form.body.frames[field] for field in (Field.LABELS, Field.NAME))
    await until(lambda: form.body.width() in range(width - 20, width + 1), "the width")
    QApplication.sendPostedEvents()
    beside = labels.mapTo(form.body, labels.rect().topLeft()).x() > name.mapTo(form.body, name.rect().topLeft()).x()
    assert beside == (columns == 2)


async def test_no_part_of_a_form_is_a_window_for_a_moment(desk, session):
    shown = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(watched)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    form = await new_form(desk)
    edit = edit_form(desk, session)
    QApplication.instance().removeEventFilter(watch)
    assert shown == [form, edit]


# -- what is wrong ---------------------------------------------------------------------------------------------


async def test_a_field_is_named_when_it_is_left_and_not_while_it_is_typed_in(desk):
    form = await new_form(desk, FULL)
    write(form, Field.NAME, "")
    assert form.body.frames[Field.NAME].problem == ""
    form.body.go_to(Field.COMPANY)
    assert form.body.frames[Field.NAME].problem == "Enter a name."
    write(form, Field.NAME, "Li")
    assert form.body.frames[Field.NAME].problem == ""


async def test_saving_names_all_that_is_missing_and_goes_to_the_first(desk, session):
    form = await new_form(desk, FormValues())
    form.body.go_to(Field.ADDRESS)
    form.save()
    named = {field for field, frame in form.body.frames.items() if frame.problem}
    assert named == {Field.NAME, Field.PHONE, Field.LABELS, Field.OWNER}
    assert form.body.has_focus(Field.NAME)
    assert form.banner.isVisible()
    assert form.banner.accessibleName().startswith("4 ")
    assert session.saving.saved == []


async def test_the_summary_follows_what_is_mended_and_goes(desk):
    form = await new_form(desk, FormValues(**{**_plain(FULL), "name": "", "mobile": "138"}))
    form.save()
    assert form.banner.accessibleName().startswith("2 ")
    write(form, Field.NAME, "Zhang San")
    assert form.banner.accessibleName().startswith("1 ")
    assert button(form.banner, "Go to Phone")
    form.body.set_values(FULL)
    form.body.edited.emit(Field.PHONE)
    assert not form.banner.isVisible()


async def test_f8_steps_through_the_problems(desk, qtbot):
    form = await new_form(desk, FormValues())
    form.save()
    at = []
    for _ in range(4):
        form.checks.step(True)
        at.append(next(field for field in form.body.frames if form.body.has_focus(field)))
    assert at == [Field.PHONE, Field.LABELS, Field.OWNER, Field.NAME]
    form.checks.step(False)
    assert form.body.has_focus(Field.OWNER)


async def test_more_than_twenty_open_and_say_what_to_take_off(desk, session):
    labels = tuple(range(100, 122))
    contact = session.book.contacts[2]
    desk.edit(type(contact)(**{**_plain(contact), "label_ids": labels}))
    form = desk.open_forms[-1]
    assert form.body.values().label_ids == labels
    form.save()
    assert "Take off 2." in form.body.frames[Field.LABELS].problem
    assert session.saving.saved == []


# -- what is kept ----------------------------------------------------------------------------------------------


async def test_a_change_is_kept_within_a_second_and_an_untouched_form_is_not(desk, session):
    form = await new_form(desk, FULL)
    write(form, Field.ALIAS, "from the fair")
    assert draft_keeper.KEEP_AFTER <= 1000
    await until(lambda: session.work.items(), "the draft")
    (item,) = session.work.items()
    assert item.values.remark == "from the fair"
    assert form.foot.note.accessibleName().startswith("Draft kept")
    other = await new_form(desk, FULL)
    assert await other.keep_draft()
    assert len(session.work.items()) == 1


async def test_a_change_taken_back_leaves_no_draft_and_the_next_one_is_kept_again(desk, session):
    form = await new_form(desk, FULL)
    write(form, Field.ALIAS, "x")
    assert await form.keep_draft()
    write(form, Field.ALIAS, "")
    assert await form.keep_draft()
    assert session.work.items() == ()
    write(form, Field.ALIAS, "y")
    assert await form.keep_draft()
    (item,) = session.work.items()
    assert item.values.remark == "y"


async def test_a_draft_that_cannot_be_kept_is_said_and_tried_again(desk, session):
    form = await new_form(desk, FULL)
    session.work.error = DiskFull("store.disk_full")
    write(form, Field.ALIAS, "x")
    assert not await form.keep_draft()
    assert form.foot.note.property("kind") == "warn"
    assert form.foot.note.accessibleName().startswith("Not kept")
    session.work.error = None
    assert await form.keep_draft()
    assert form.foot.note.accessibleName().startswith("Draft kept")


async def test_offline_is_said_and_drafts_are_kept_all_the_same(desk, session):
    form = await new_form(desk, FULL)
    session.book.tell(LoadProgress(LoadState.OFFLINE))
    assert form.foot.note.accessibleName().startswith("Offline")
    write(form, Field.ALIAS, "x")
    assert await form.keep_draft()
    assert len(session.work.items()) == 1


# -- closing ---------------------------------------------------------------------------------------------------


async def test_an_untouched_form_closes_without_a_question(desk, session, qtbot):
    form = edit_form(desk, session)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    await until(lambda: not desk.open_forms, "the end")
    assert session.work.items() == ()


@pytest.mark.parametrize(
    ("pressed", "open_", "kept", "saved"),
    [("Keep as draft", 0, 1, 0), ("Discard", 0, 0, 0), ("Back to the form", 1, 0, 0), ("Add contact", 0, 0, 1)],
)
async def test_a_changed_form_asks_what_becomes_of_it(desk, session, pressed, open_, kept, saved):
    form = await new_form(desk, FULL)
    write(form, Field.ALIAS, "x")
    form.close()
    assert form.isVisible()
    question = await window(MessageDialog)
    button(question, pressed).click()
    await until(lambda: not is_open(question) and len(desk.open_forms) == open_, "the answer")
    await until(lambda: len(session.saving.saved) == saved)
    assert len(session.work.items()) == kept
    if open_:
        assert form.body.values().remark == "x"


async def test_esc_in_the_question_goes_back(desk, qtbot):
    form = await new_form(desk, FULL)
    write(form, Field.ALIAS, "x")
    form.reject()
    question = await window(MessageDialog)
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    await until(lambda: not is_open(question))
    assert desk.open_forms == (form,)


async def test_discarding_what_cannot_be_removed_says_so_and_closes_the_form(desk, session):
    form = await new_form(desk, FULL)
    write(form, Field.ALIAS, "x")
    assert await form.keep_draft()
    session.work.error = DiskFull("store.disk_full")
    form.reject()
    button(await window(MessageDialog), "Discard").click()
    await until(lambda: explained("The draft could not be taken off the disk"), "the reason")
    (told,) = [each for each in form.findChildren(MessageDialog) if each.isVisible()]
    assert "The disk is full." in told.accessibleDescription()
    button(told, "Close").click()
    await until(lambda: desk.open_forms == (), "the end of the form")
    session.work.error = None


# -- the desk --------------------------------------------------------------------------------------------------


async def test_asking_twice_for_a_contact_raises_its_form(desk, session):
    form = edit_form(desk, session)
    desk.edit(session.book.contacts[2])
    assert desk.open_forms == (form,)
    edit_form(desk, session, row=3)
    assert len(desk.open_forms) == 2


async def test_editing_goes_on_with_the_draft_there_is(desk, session):
    form = edit_form(desk, session)
    write(form, Field.ALIAS, "half-way")
    assert await form.keep_draft()
    form.end()
    again = edit_form(desk, session)
    assert again.body.values().remark == "half-way"
    assert again.item.id == form.item.id
    desk.resume(session.work.items()[0])
    assert desk.open_forms == (again,)


async def test_a_new_form_begins_as_the_last_contact_made(desk, session, settings):
    session.work.last = FormValues(state_code="44", follower_user_id="0002", label_ids=(100, 999))
    form = await new_form(desk)
    values = form.body.values()
    assert (values.state_code, values.follower_user_id) == ("44", "0002")
    assert values.label_ids == (100,)  # 999 is a label no more
    assert form.foot.note.accessibleName()
    settings.change(keep_last_values=False)
    plain = (await new_form(desk)).body.values()
    assert (plain.state_code, plain.follower_user_id, plain.label_ids) == ("86", "0001", ())


async def test_closing_everything_keeps_drafts_or_asks(desk, session):
    form = await new_form(desk, FULL)
    edit_form(desk, session)
    write(form, Field.ALIAS, "x")
    asked = asyncio.ensure_future(desk.close_all())
    button(await window(MessageDialog), "Back to the form").click()
    assert not await asked
    assert form in desk.open_forms
    assert await desk.close_all(ask=False)
    assert desk.open_forms == ()
    (item,) = session.work.items()
    assert (item.kind, item.values.remark) == (WorkKind.CREATE, "x")


@pytest.mark.parametrize("refuse", [False, True])
async def test_closing_everything_waits_for_what_is_saved(desk, session, refuse):
    form = await new_form(desk, FULL)
    write(form, Field.ALIAS, "x")
    if refuse:
        session.saving.answers = [
            lambda item: Refused(item, ServerError("60112", endpoint="/topapi/extcontact/create"))
        ]
    asked = asyncio.ensure_future(desk.close_all())
    button(await window(MessageDialog), "Add contact").click()
    assert await asked is not refuse
    assert len(desk.open_forms) == int(refuse)
    assert len(session.saving.saved) == 1


async def test_a_form_speaks_the_language_of_now(desk, session, speak):
    form = edit_form(desk, session)
    await until(form.isActiveWindow, "the window")
    write(form, Field.NAME, "")
    form.body.go_to(Field.COMPANY)
    english = form.body.frames[Field.NAME].problem
    speak("zh_CN")
    QApplication.sendPostedEvents()
    assert form.body.frames[Field.NAME].plain_title == "姓名"
    assert form.body.frames[Field.NAME].problem != english
    assert form.foot.save_button.text() == "保存更改(&S)"


def _plain(values):
    return {name: getattr(values, name) for name in type(values).__slots__}


def is_open(dialog):
    return isValid(dialog) and dialog.isVisible()


def explained(title):
    return any(
        isinstance(each, MessageDialog) and each.isVisible() and title in each.windowTitle()
        for each in QApplication.topLevelWidgets()
    )


def test_values_of_a_contact_fill_every_field_of_the_form(session):
    assert values_of(session.book.contacts[2]).mobile
