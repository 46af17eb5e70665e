"""Closing the window of the program while forms are open."""

from contextlib import asynccontextmanager

import pytest

from addressbook.credentials import CredentialStore
from addressbook.domain.fields import Field
from addressbook.paths import Paths
from addressbook.services.connect_form import ConnectForm
from addressbook.services.sessions import Sessions
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from addressbook.ui import theme
from addressbook.ui.actions import Act
from addressbook.ui.context import AppContext
from addressbook.ui.dialogs.message import MessageDialog
from addressbook.ui.error_hooks import ErrorHooks
from addressbook.ui.program import Program
from addressbook.ui.translation import Translation
from tests.gui.test_book_real import Organisation
from tests.gui.test_contact_form import write
from tests.helpers.wait import until
from tests.helpers.windows import button, window


@asynccontextmanager
async def running(qapp, tmp_path, settings, form=None):
    """The program with the sample book open, or with the organisation of `form`."""
    sessions = Sessions(Paths(tmp_path), settings, CredentialStore(), start_sample=Organisation)
    hooks = ErrorHooks()
    program = Program(AppContext(sessions, settings, Paths(tmp_path), theme.current(), Translation(qapp), hooks))
    if form is not None and sessions.profiles.last() is None:
        await sessions.close(await sessions.connect(form))
    program.begin(demo=form is None)
    try:
        await until(lambda: program.session is not None and program.window.book_page is not None, "the book")
        yield program
    finally:
        program.end()
        await sessions.close_all()


async def test_a_changed_form_is_asked_about_before_the_window_closes(qloop, qapp, tmp_path, settings):
    async with running(qapp, tmp_path, settings) as program:
        closed = []
        program.closed.connect(lambda: closed.append(True))
        program.window.actions_by_id[Act.NEW].trigger()
        desk = program.window.book_page.writing.desk
        await until(lambda: desk.open_forms, "the form")
        (form,) = desk.open_forms
        write(form, Field.NAME, "Half-typed")
        program.window.close()
        program.window.close()  # an impatient person
        question = await window(MessageDialog)
        assert program.window.isVisible()
        button(question, "Back to the form").click()
        await until(lambda: not program._asking, "the answer")
        assert desk.open_forms == (form,)
        assert closed == []
        program.window.close()
        question = await window(MessageDialog)
        assert "end with it" in question.accessibleDescription()
        with pytest.raises(AssertionError, match="no button"):
            button(question, "Keep as draft")  # in the sample book, which is gone in a moment
        button(question, "Discard").click()
        await until(lambda: closed, "the end")
        assert program.session.work.items() == ()


async def test_a_draft_that_is_kept_when_quitting_is_there_again(qloop, qapp, tmp_path, settings):
    with SimulatorServer(SimulatorOptions(contacts=20)) as server:
        form = ConnectForm("other", server.url, "sample-key", "sample-secret", "", "Harbour")
        async with running(qapp, tmp_path, settings, form) as program:
            closed = []
            program.closed.connect(lambda: closed.append(True))
            program.window.actions_by_id[Act.NEW].trigger()
            desk = program.window.book_page.writing.desk
            await until(lambda: desk.open_forms, "the form")
            write(desk.open_forms[0], Field.NAME, "Half-typed")
            program.window.close()
            button(await window(MessageDialog), "Keep as draft").click()
            await until(lambda: closed, "the end")
        async with running(qapp, tmp_path, settings, form) as program:
            await until(lambda: program.window.book_page.writing.count == 1, "the draft")
            assert program.session.work.items()[0].values.name == "Half-typed"
            assert program.window.book_page.sidebar.unfinished.isVisibleTo(program.window)
            program.window.sign_out_requested.emit()  # which asks about it, and takes it away
            dialog = await window(MessageDialog)
            dialog.reject()
            await until(lambda: not program._tasks.busy)


def _question(program):
    """The question that stands over the window or a form, None when nothing is asked."""
    shown = [each for each in program.window.findChildren(MessageDialog) if each.isVisible()]
    for form in program.window.book_page.writing.desk.open_forms:
        shown += [each for each in form.findChildren(MessageDialog) if each.isVisible()]
    return shown[0] if shown else None


async def test_signing_out_is_confirmed_before_forms_are_given_up(qloop, qapp, tmp_path, settings):
    with SimulatorServer(SimulatorOptions(contacts=20)) as server:
        form = ConnectForm("other", server.url, "sample-key", "sample-secret", "", "Harbour")
        async with running(qapp, tmp_path, settings, form) as program:
            program.window.actions_by_id[Act.NEW].trigger()
            desk = program.window.book_page.writing.desk
            await until(lambda: desk.open_forms, "the form")
            write(desk.open_forms[0], Field.NAME, "Half-typed")
            for given_up in ("Stay signed in", "Back to the form"):
                program.window.sign_out_requested.emit()
                await until(lambda: _question(program) is not None, "the first question")
                if given_up == "Back to the form":
                    button(_question(program), "Sign out and remove").click()
                    await until(lambda: desk.open_forms[0].findChild(MessageDialog) is not None, "the second question")
                    with pytest.raises(AssertionError, match="no button"):
                        button(_question(program), "Keep as draft")  # it would go with the copy
                button(_question(program), given_up).click()
                await until(lambda: not program._tasks.busy)
                assert program.session is not None
                assert desk.open_forms[0].item.values.name == "Half-typed"
            program.window.sign_out_requested.emit()
            await until(lambda: _question(program) is not None, "the first question")
            button(_question(program), "Sign out and remove").click()
            await until(lambda: _question(program) is not None, "the second question")
            assert not await program._may_leave()  # one question for one form
            button(_question(program), "Discard").click()
            await until(lambda: program.session is None and program.window.book_page is None, "the welcome page")
            await until(lambda: not program._tasks.busy)


async def test_connecting_from_the_sample_book_asks_about_open_forms(qloop, qapp, tmp_path, settings):
    async with running(qapp, tmp_path, settings) as program:
        program.window.actions_by_id[Act.NEW].trigger()
        desk = program.window.book_page.writing.desk
        await until(lambda: desk.open_forms, "the form")
        write(desk.open_forms[0], Field.NAME, "Half-typed")
        program.window.connect_requested.emit()
        button(await window(MessageDialog), "Back to the form").click()
        await until(lambda: not program._tasks.busy)
        assert program.window.book_page is not None
        assert len(desk.open_forms) == 1
        program.window.connect_requested.emit()
        button(await window(MessageDialog), "Discard").click()
        await until(lambda: program.window.book_page is None, "the welcome page")
        await until(lambda: not program._tasks.busy)
