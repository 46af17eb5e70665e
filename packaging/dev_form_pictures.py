"""Pictures of the forms, for dev_screenshots.py: each state in which a person meets them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from addressbook.domain.contact import Contact
from addressbook.domain.fields import MOST_IN_LIST, Field
from addressbook.domain.form_values import FormValues, values_of
from addressbook.ui.forms.contact_form import FIRST_SIZE, ContactForm
from addressbook.ui.forms.form_desk import FormDesk
from addressbook.ui.forms.form_state import FormState
from addressbook.ui.forms.inputs import TextInput

Save = Callable[[str, QWidget], Awaitable[None]]
Until = Callable[[Callable[[], object]], Awaitable[None]]
PERSON = FormValues(
    name="Zhang San",
    company_name="Lanhai Trading",
    title="Purchasing Manager",
    state_code="86",
    mobile="13800128899",
    address="66 Jianghan Road, Wuhan",
)


class FormPictures:
    """Takes them over the open sample book of `session`; `faults` are those of its server."""

    def __init__(self, session: Any, settings: Any, window: QWidget, faults: Any, save: Save, until: Until) -> None:
        self._session, self._faults = session, faults
        self._save, self._until = save, until
        self._desk = FormDesk(session, settings, window)
        groups = session.book.label_groups()
        self._labels = [label.id for group in groups for label in group.labels]
        self.first_labels = tuple(group.labels[0].id for group in groups[:3] if group.labels)

    async def take(self, known: Contact) -> None:
        """All of them; `known` is a contact of the book with colleagues and departments to show."""
        person = replace(
            PERSON,
            label_ids=self.first_labels,
            follower_user_id=known.follower_user_id,
            share_dept_ids=known.share_dept_ids,
            share_user_ids=known.share_user_ids,
        )
        await self._picture("form-empty", None)
        await self._picture("form-filled", person)
        await self._picture("form-errors", replace(person, name="", mobile="138001288", label_ids=()), ContactForm.save)
        people = tuple(owner.userid for owner in await self._session.book.owners())[:MOST_IN_LIST]
        full = replace(person, label_ids=tuple(self._labels[:MOST_IN_LIST]), share_user_ids=people)
        await self._picture("form-full", full)
        twin = replace(person, name=known.name, company_name=known.company_name)
        await self._picture("form-duplicate", twin, lambda form: form.inputs.look(form.body))
        self._faults.add("error", endpoints=["extcontact/create"], code=60112)
        await self._picture("form-refused", person, self._refused)
        self._faults.clear()
        self._faults.add("hold", endpoints=["extcontact/create"])
        self._faults.add("error", endpoints=["extcontact/create"], code=60112)
        await self._picture("form-saving", person, self._saving)
        await self._edits(known)

    async def _edits(self, known: Contact) -> None:
        self._desk.edit(known)
        form = self._desk.open_forms[-1]
        form.resize(FIRST_SIZE)
        await self._save("form-edit", form)
        labels = known.label_ids or self.first_labels
        form.body.frames[Field.LABELS].input.set_value(labels)
        for field in (Field.TITLE, Field.ADDRESS):
            edit = form.body.frames[field].input
            if isinstance(edit, TextInput):
                edit.edit.setText(f"{edit.value()} (A)")
        colleagues = replace(
            values_of(known), title="CFO", address="88 Nanjing Road, Shanghai", remark="VIP", label_ids=labels
        )
        item = self._session.work.new(form.item.kind, colleagues, base=known)
        await self._session.saving.save(item)
        form.save()
        await self._until(lambda: form.flow.state is FormState.EDITING and self._over(form) is not None)
        if (over := self._over(form)) is not None:
            await self._save("form-conflict", over)
            over.close()
        form.end()
        for each in self._session.work.items():  # what was refused stays as a draft
            await self._session.saving.discard(each)

    async def _picture(
        self, scene: str, values: FormValues | None, act: Callable[[ContactForm], object] = lambda _form: None
    ) -> None:
        self._desk.new_contact(values)
        await self._until(lambda: self._desk.open_forms)
        form = self._desk.open_forms[-1]
        form.resize(FIRST_SIZE)
        waiting = act(form)
        if isinstance(waiting, Awaitable):
            await waiting
        await self._save(scene, form)
        if form.flow.state is not FormState.EDITING:
            self._faults.clear()
            await self._until(lambda: form.flow.state is FormState.EDITING)  # refused: the book stays as it is
        form.end()
        await asyncio.sleep(0)

    async def _refused(self, form: ContactForm) -> None:
        form.save()
        await self._until(lambda: form.flow.state is FormState.EDITING)

    async def _saving(self, form: ContactForm) -> None:
        form.save()
        await self._until(lambda: form.flow.state is not FormState.EDITING)

    @staticmethod
    def _over(form: ContactForm) -> QWidget | None:
        """The dialog that stands over a form."""
        return next(
            (each for each in QApplication.topLevelWidgets() if each.parentWidget() is form and each.isVisible()), None
        )
