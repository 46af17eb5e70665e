"""Closing the window of the program while forms are open."""

from contextlib import asynccontextmanager

from addressbook.credentials import CredentialStore
from addressbook.domain.fields import Field
from addressbook.paths import Paths
from addressbook.services.sessions import Sessions
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
async def running(qapp, tmp_path, settings):
    """The program with the sample book open."""
    sessions = Sessions(Paths(tmp_path), settings, CredentialStore(), start_sample=Organisation)
    hooks = ErrorHooks()
    program = Program(AppContext(sessions, settings, Paths(tmp_path), theme.current(), Translation(qapp), hooks))
    program.begin(demo=True)
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
        button(await window(MessageDialog), "Keep as draft").click()
        await until(lambda: closed, "the end")
        (item,) = program.session.work.items()
        assert item.values.name == "Half-typed"
