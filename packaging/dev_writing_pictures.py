"""Pictures of what comes after the forms, for dev_screenshots.py: pending rows, deleting and taking it back, another
phone number, unfinished work, and a book that may not be changed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import FormValues, values_of
from addressbook.domain.work import WorkKind, WorkState
from addressbook.ui.forms.replace_number import ReplaceGuide
from addressbook.ui.program import Program

Save = Callable[..., Awaitable[None]]
Until = Callable[[Callable[[], object]], Awaitable[None]]
MANY = 25  # more than are deleted without typing their number
ASKED = ["extcontact/get", "extcontact/list"]  # what is asked to find out what became of a call
DELETING = ["extcontact/delete"]


class WritingPictures:
    """Takes them over the open sample book; `faults` are those of its server, `person` a contact that can be made."""

    def __init__(self, program: Program, faults: Any, save: Save, until: Until, person: FormValues) -> None:
        self._page: Any = program.window.book_page
        self._session: Any = program.session
        self._writing = self._page.writing
        self._line = self._page.view.currentIndex().row()
        self._faults, self._save, self._until, self._person = faults, save, until, person

    async def take(self, known: Contact) -> None:
        """All of them; `known` is the contact that is chosen in the list, and is left as it was."""
        await self._pending(known)
        await self._replace(known)
        await self._deleting()
        await self._read_only()

    # -- rows that wait for the server -----------------------------------------------------------------------

    async def _pending(self, known: Contact) -> None:
        self._faults.add("hold", endpoints=["extcontact/update"])
        now = self._session.book.contact(self._page.view.current_id)
        item = self._session.work.new(WorkKind.EDIT, replace(values_of(now), title="Chair"), base=now)
        task = asyncio.ensure_future(self._session.saving.save(item))
        await self._until(lambda: self._session.book.pending(known.userid))
        await self._save("pending")
        self._faults.clear()
        await task

    # -- another phone number --------------------------------------------------------------------------------

    async def _replace(self, known: Contact) -> None:
        now = self._session.book.contact(self._page.view.current_id)
        number = self._person.mobile
        self._writing._on_replace(self._session.work.new(WorkKind.EDIT, values_of(now), base=now))
        guide = self._guide()
        await self._save("replace-number", guide)
        guide.phone.edit.setText(number[:8])
        guide.phone.edit.textEdited.emit(number[:8])
        guide.make.click()
        await self._save("replace-wrong", guide)
        guide.phone.edit.setText(number)
        guide.phone.edit.textEdited.emit(number)
        guide.make.click()
        await self._until(lambda: guide.item.state is WorkState.COPIED and guide.delete.isEnabled())
        await self._save("replace-copied", guide)
        self._faults.add("lost_before", endpoints=DELETING)
        self._faults.add("reset", endpoints=["extcontact/get"], after=2)  # both contacts are looked at before
        guide.delete.click()
        await self._until(lambda: guide.check.isVisible())
        await self._save("replace-checking", guide)
        self._faults.clear()
        guide.check.click()
        await self._until(lambda: guide.item.state is WorkState.COPIED and guide.delete.isEnabled())
        guide.close()
        await self._unfinished(known)
        item = next(item for item in self._session.work.items() if item.kind is WorkKind.REPLACE)
        self._writing._on_replace(item)
        guide = self._guide()
        guide.delete.click()
        await self._until(lambda: not guide.delete.isVisibleTo(guide))
        await self._save("replace-done", guide)
        guide.close()

    async def _unfinished(self, known: Contact) -> None:
        """With an interrupted replacement, a draft, and a new contact that may have been made."""
        work = self._session.work
        draft = work.new(WorkKind.CREATE, replace(self._person, name="Lin Xiao", mobile="138"))
        await work.keep(draft)
        self._faults.add("lost_before", endpoints=["extcontact/create"])
        self._faults.add("reset", endpoints=ASKED)
        lost = work.new(WorkKind.CREATE, replace(self._person, name="Wang Lixin", mobile="13800138123"))
        await self._session.saving.save(lost)
        self._writing.show_unfinished()
        await self._until(lambda: self._dialog() is not None)
        dialog = self._dialog()
        await self._save("unfinished", dialog)
        dialog.reject()
        await self._save("uncertain")
        self._faults.clear()
        self._session.saving.check_now()
        await self._until(lambda: work.item(lost.id) is None or not work.item(lost.id).is_uncertain)
        for item_id in (draft.id, lost.id):
            if (item := work.item(item_id)) is not None:
                await self._session.saving.discard(item)

    # -- deleting --------------------------------------------------------------------------------------------

    async def _deleting(self) -> None:
        for scene, count in (("delete-many", MANY), ("delete-several", 3), ("delete-one", 1)):
            self._choose(count)
            self._writing.delete()
            await self._until(lambda: self._dialog() is not None)
            dialog: Any = self._dialog()
            await self._save(scene, dialog)
            if count == MANY:
                self._button(dialog).click()
                await self._save("delete-count", dialog)
            if count != 3:
                dialog.reject()
                await self._until(lambda: self._dialog() is None)
                continue
            self._faults.add("hold", endpoints=DELETING)
            self._button(dialog).click()
            await self._until(lambda: self._session.deleting.progress is not None)
            await self._save("deleting")
            self._faults.clear()
            await self._until(lambda: self._writing.flow.can_undo)
            await self._save("undo")
            self._writing.undo()
            await self._until(lambda: not self._session.deleting.busy and not self._session.deleting.undoable)
            await self._save("undone")
            self._writing.flow.dismiss()

    def _choose(self, count: int) -> None:
        view = self._page.view
        line = self._line
        rows = QItemSelection(view.model().index(line, 0), view.model().index(line + count - 1, 0))
        flags = QItemSelectionModel.SelectionFlag
        view.selectionModel().setCurrentIndex(view.model().index(line, 0), flags.NoUpdate)
        view.selectionModel().select(rows, flags.ClearAndSelect | flags.Rows)

    @staticmethod
    def _button(dialog: QDialog) -> QPushButton:
        """The one that Enter presses."""
        return next(button for button in dialog.findChildren(QPushButton) if button.isDefault())

    # -- a book that may not be changed ----------------------------------------------------------------------

    async def _read_only(self) -> None:
        self._faults.add("permission", endpoints=["extcontact/create"])
        await self._session.saving.save(self._session.work.new(WorkKind.CREATE, self._person))
        await self._until(lambda: self._session.read_only_reason is not None)
        await self._save("read-only")
        self._writing.explain_read_only()
        await self._until(lambda: self._dialog() is not None)
        dialog = self._dialog()
        await self._save("read-only-reason", dialog)
        dialog.reject()
        self._faults.clear()
        for item in self._session.work.items():
            await self._session.saving.discard(item)
        await self._session.check_again()
        await self._until(lambda: self._session.read_only_reason is None)

    # -- inside ----------------------------------------------------------------------------------------------

    @staticmethod
    def _dialog() -> Any:
        return next(
            (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()), None
        )

    @staticmethod
    def _guide() -> ReplaceGuide:
        return next(
            each for each in QApplication.topLevelWidgets() if isinstance(each, ReplaceGuide) and each.isVisible()
        )
