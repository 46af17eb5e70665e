"""Deleting as a person meets it: asked by name, told what came of it, and able to take it back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from addressbook.domain.form_values import values_of
from addressbook.domain.phone import display
from addressbook.domain.work import WorkKind
from addressbook.errors import AddressBookError, PermissionMissing
from addressbook.services.delete_reports import DeleteProgress, DeleteReport, Deletion, UndoReport
from addressbook.services.save_results import Refused
from addressbook.ui.delete_flow import DeleteFlow
from addressbook.ui.dialogs.delete_contacts import DeleteDialog
from addressbook.ui.dialogs.message import MessageDialog
from addressbook.ui.undo_bar import UndoBar
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_contacts import make_contact
from tests.helpers.fake_session import FakeSession
from tests.helpers.wait import until
from tests.helpers.windows import button, window

WITHOUT_EMAIL, WITH_EMAIL = make_contact(5), make_contact(6)
DELETE = "/topapi/extcontact/delete"


@pytest.fixture
def scene(qloop, qtbot):
    """A window with a bar, its flow, and the service behind."""
    session = FakeSession(FakeBook(60))
    window = QWidget()
    qtbot.addWidget(window)
    flow = DeleteFlow(session, window)
    bar = UndoBar(flow)
    QVBoxLayout(window).addWidget(bar)
    window.resize(900, 120)
    window.show()
    yield session, flow, bar
    flow.close()


def words(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if not label.isHidden())


def no_question() -> bool:
    return not any(isinstance(each, DeleteDialog) and each.isVisible() for each in QApplication.topLevelWidgets())


async def test_one_is_asked_about_by_name_and_can_be_kept(scene):
    session, flow, bar = scene
    flow.start([WITHOUT_EMAIL])
    flow.start([WITHOUT_EMAIL])  # a second press asks nothing more
    dialog = await window(DeleteDialog)
    assert WITHOUT_EMAIL.name in dialog.windowTitle()
    assert WITHOUT_EMAIL.company_name in words(dialog)
    assert display(WITHOUT_EMAIL.state_code, WITHOUT_EMAIL.mobile) in words(dialog)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel) if label.text())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    await until(no_question)
    assert session.deleting.asked == []
    assert bar.isHidden()


async def test_enter_deletes_and_the_bar_takes_it_back(scene):
    session, flow, bar = scene
    flow.start([WITHOUT_EMAIL])
    QTest.keyClick(await window(DeleteDialog), Qt.Key.Key_Return)
    await until(lambda: flow.offered is not None)
    assert session.deleting.asked == [(WITHOUT_EMAIL,)]
    assert bar.text.text() == f"Deleted {WITHOUT_EMAIL.name}."
    assert WITHOUT_EMAIL.name in flow.undo_text
    bar.dismiss.click()
    assert bar.isHidden()
    assert flow.can_undo, "also when the bar was closed"
    flow.undo()
    await until(lambda: not bar.isHidden() and flow.progress is None)
    assert session.deleting.undone[0].contacts == (WITHOUT_EMAIL,)
    assert "is back, with a new id" in bar.text.text()
    assert not flow.can_undo
    assert bar.copy.isHidden()


async def test_emails_can_be_copied_before_and_after(scene):
    session, flow, bar = scene
    flow.start([WITH_EMAIL])
    dialog = await window(DeleteDialog)
    assert "Undo cannot bring back" in words(dialog)
    button(dialog, "Copy e-mail addresses").click()
    assert WITH_EMAIL.email in QGuiApplication.clipboard().text()
    button(dialog, "Delete").click()
    await until(lambda: flow.offered is not None)
    bar.undo.click()
    await until(lambda: session.deleting.undone and flow.progress is None)
    assert "could not be brought back" in bar.text.text()
    QGuiApplication.clipboard().setText("")
    bar.copy.click()
    assert WITH_EMAIL.email in QGuiApplication.clipboard().text()


async def test_more_than_twenty_are_counted_by_hand(scene):
    session, flow, bar = scene
    many = [make_contact(number) for number in range(21)]
    assert DeleteDialog(many[:20], bar.window()).count is None
    flow.start(many)
    dialog = await window(DeleteDialog)
    box = dialog.findChild(QPlainTextEdit)
    assert all(contact.email in box.toPlainText() for contact in many)
    for wrong in ("", "20", "twenty-one"):
        dialog.count.setText(wrong)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.problem.isVisible()
        assert dialog.focusWidget() is dialog.count
    dialog.count.setText("21")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    await until(lambda: session.deleting.asked)
    assert session.deleting.asked == [tuple(many)]


async def test_what_could_come_back_as_a_draft_only_is_said(scene):
    _, flow, _ = scene
    contacts = [WITHOUT_EMAIL, replace(WITHOUT_EMAIL, label_ids=())]
    flow.start(contacts, incomplete=await flow.incomplete(contacts))
    dialog = await window(DeleteDialog)
    assert "1 contact(s) could come back as drafts only" in words(dialog)
    dialog.reject()


async def test_what_is_not_deleted_though_it_was_chosen_is_said(scene):
    _, flow, _ = scene
    flow.start([WITHOUT_EMAIL], unreadable=3)
    dialog = await window(DeleteDialog)
    assert "Not to be deleted: 3 more contact(s)" in words(dialog)
    dialog.reject()


async def test_thousands_of_addresses_are_copied_and_a_part_of_them_shown(scene):
    _, _, bar = scene
    many = [replace(WITH_EMAIL, email=f"{number}@example.com") for number in range(1200)]
    dialog = DeleteDialog(many, bar.window())
    shown = dialog.findChild(QPlainTextEdit).toPlainText().splitlines()
    assert len(shown) == 501
    assert shown[-1].startswith("700 more")
    button(dialog, "Copy e-mail addresses").click()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1200


async def test_the_problem_is_seen_where_there_is_little_room(scene):
    _, flow, bar = scene
    bar.window().resize(500, 330)
    flow.start([make_contact(number) for number in range(30)])
    dialog = await window(DeleteDialog)
    dialog.count.setText("3")
    button(dialog, "Delete").click()
    await until(lambda: not dialog.problem.visibleRegion().isEmpty(), "the problem in sight")


async def test_a_long_run_can_be_stopped(scene):
    session, _, bar = scene
    session.deleting.went(DeleteProgress(3, 40))
    assert bar.text.text() == "Deleting contacts: 3 of 40"
    assert (bar.progress.value(), bar.progress.maximum()) == (3, 40)
    assert bar.dismiss.isHidden()
    bar.stop.click()
    assert session.deleting.stops == 1
    session.deleting.went(None)
    assert bar.isHidden()


async def test_why_some_were_not_deleted_is_told_at_once_with_their_names(scene):
    session, flow, bar = scene
    mine, pending, refused = (make_contact(number) for number in (1, 2, 3))

    def no(contact, error):
        return Refused(session.work.new(WorkKind.DELETE, values_of(contact), base=contact), error)

    missing = PermissionMissing("60011", endpoint=DELETE, scopes=("qyapi_ext_write",))
    session.deleting.answers.append(
        DeleteReport(
            deleted=(mine,),
            refused=(no(pending, AddressBookError("delete.pending")), no(refused, missing)),
            can_undo=Deletion((mine,), datetime.now(UTC)),
        )
    )
    flow.start([mine, pending, refused])
    button(await window(DeleteDialog), "Delete").click()
    dialog = await window(MessageDialog)
    told = words(dialog)
    assert pending.name in told
    assert "still being saved" in told
    assert refused.name in told
    assert "fault of the program" not in told
    button(dialog, "Close").click()
    assert not bar.undo.isHidden(), "what was deleted can be taken back"
    bar.details.click()
    await window(MessageDialog)


async def test_an_undo_that_was_cut_short_can_be_gone_on_with(scene):
    session, flow, bar = scene
    mine, left = make_contact(1), make_contact(2)
    flow.start([mine, left])
    button(await window(DeleteDialog), "Delete").click()
    await until(lambda: flow.offered is not None)
    rest = Deletion((left,), datetime.now(UTC))
    session.deleting.answers.append(UndoReport(flow.offered, restored=(mine,), left=(left,), can_undo=rest))
    bar.undo.click()
    await until(lambda: session.deleting.undone and flow.progress is None)
    assert "can still be brought back" in bar.text.text()
    bar.undo.click()
    await until(lambda: len(session.deleting.undone) == 2)
    assert session.deleting.undone[1] == rest


async def test_a_page_built_anew_goes_on_telling(scene, qtbot):
    session, flow, _ = scene
    session.deleting.hold = asyncio.Event()
    waiting = asyncio.ensure_future(session.deleting.delete([WITHOUT_EMAIL]))
    await until(lambda: flow.progress is not None)
    flow.close()
    page = QWidget()
    qtbot.addWidget(page)
    second = DeleteFlow(session, page)
    bar = UndoBar(second, page)
    assert bar.text.text() == "Deleting 1 contact"
    session.deleting.hold.set()
    await waiting
    assert bar.text.text() == f"Deleted {WITHOUT_EMAIL.name}."
    assert flow.report is None
    second.close()


async def _leaving(session, flow):
    """A deletion is under way, and the book is to be closed: the question about it, and what comes of that."""
    session.deleting.hold = asyncio.Event()
    run = asyncio.ensure_future(session.deleting.delete([WITHOUT_EMAIL, WITH_EMAIL]))
    await until(lambda: session.deleting.progress is not None, "the run")
    leaving = asyncio.ensure_future(flow.may_leave())
    return run, leaving, await window(MessageDialog)


async def test_the_book_closes_by_itself_once_all_is_deleted(scene):
    session, flow, _bar = scene
    assert await flow.may_leave(), "nothing is under way"
    run, leaving, question = await _leaving(session, flow)
    session.deleting.went(DeleteProgress(1, 2, undoing=False))
    assert "Deleting contacts: 1 of 2." in question.accessibleDescription()
    assert "Deleting contacts: 1 of 2." in words(question)
    session.deleting.hold.set()
    assert await leaving
    assert session.deleting.stops == 0
    await run


async def test_a_deletion_is_stopped_to_close_the_book_or_left_alone(scene):
    session, flow, _bar = scene
    run, leaving, question = await _leaving(session, flow)
    button(question, "Back to the book").click()
    assert not await leaving
    assert session.deleting.stops == 0
    leaving = asyncio.ensure_future(flow.may_leave())
    await until(lambda: [each for each in flow._window.findChildren(MessageDialog) if each is not question])
    button(await window(MessageDialog), "Stop and close").click()
    assert await leaving
    assert session.deleting.stops == 1
    session.deleting.hold.set()
    await run


async def test_what_went_wrong_is_read_before_the_book_closes(scene):
    session, flow, _bar = scene
    fault = PermissionMissing("60011", endpoint=DELETE)
    session.deleting.answers = [DeleteReport(left=(WITHOUT_EMAIL, WITH_EMAIL), fault=fault)]
    run, leaving, question = await _leaving(session, flow)
    session.deleting.hold.set()
    assert not await leaving
    await until(lambda: not question.isVisible() if isValid(question) else True)
    told = await window(MessageDialog)
    assert told is not question
    told.reject()
    await run
