"""Forms over a real session, real files and the simulator."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from addressbook.domain.fields import Field, Purpose
from addressbook.ui.forms.contact_form import ContactForm
from addressbook.ui.forms.form_desk import FormDesk
from addressbook.ui.forms.form_state import FormState
from addressbook.ui.tasks import Tasks
from tests.helpers.desk import ANN, Desk, WritingServer, open_desk
from tests.helpers.wait import until


class Stage:
    """A session on a running simulator with its forms."""

    def __init__(self, server: WritingServer, desk: Desk, forms: FormDesk) -> None:
        self.server, self.desk, self.forms = server, desk, forms
        self.session = desk.session

    async def new(self, **values: object) -> ContactForm:
        before = len(self.forms.open_forms)
        self.forms.new_contact(replace(ANN, **values))
        await until(lambda: len(self.forms.open_forms) > before, "the form")
        return self.forms.open_forms[-1]

    def edit(self, userid: str) -> ContactForm:
        self.forms.edit(self.session.book.contact(userid))
        return self.forms.open_forms[-1]

    async def save(self, form: ContactForm) -> None:
        form.save()
        assert form.flow.state is not FormState.EDITING, form.banner.accessibleName()
        await until(lambda: form.flow.state is not FormState.SAVING, "the answer")

    async def settled(self) -> None:
        """Wait until nothing goes on any more that was begun when a form was saved."""
        tasks = [tasks for tasks in self.forms.findChildren(Tasks) if tasks.parent() is self.forms]
        assert tasks
        await until(lambda: not any(each.busy for each in tasks), "what is kept for the next contact")

    async def made(self) -> str:
        """A contact that the book has read, not made by a form."""
        userid = str(self.server.state.book.create(replace(ANN, address="Bund 1").wire(Purpose.CREATE)))
        self.session.book.refresh()
        await until(lambda: self.session.book.contact(userid) is not None, "the contact")
        return userid


@asynccontextmanager
async def stage(qtbot, tmp_path, settings) -> AsyncIterator[Stage]:
    with WritingServer() as server:
        async with open_desk(server.url, _folder(tmp_path)) as desk:
            window = QWidget()
            qtbot.addWidget(window)
            window.show()
            forms = FormDesk(desk.session, settings, window)
            yield Stage(server, desk, forms)
            for form in forms.open_forms:
                form.end()


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    folder.mkdir()
    return folder


def write(form: ContactForm, field: Field, text: str) -> None:
    frame = form.body.frames[field]
    frame.input.focus_first()
    frame.input.edit.selectAll()
    frame.input.edit.insert(text)
