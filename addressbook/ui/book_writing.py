"""What is written from the book page: forms, deletions and taking them back, unfinished work; and why nothing can be.

Forms and dialogs are imported when they are first asked for: a usual start shows none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from addressbook.domain.contact import Contact
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.services.events import DeletingChanged, LoadState, WorkChanged, WorkSettled, WritingAllowed
from addressbook.ui.book_seek import Seek
from addressbook.ui.open_session import OpenSession
from addressbook.ui.tasks import Tasks
from addressbook.ui.widgets.plain import announce
from addressbook.ui.written_notices import Notices, Told

if TYPE_CHECKING:
    from addressbook.services.delete_reports import DeleteReport, UndoReport
    from addressbook.services.save_results import Saved
    from addressbook.ui.book_page import BookPage
    from addressbook.ui.delete_flow import DeleteFlow
    from addressbook.ui.forms.form_desk import FormDesk
    from addressbook.ui.forms.replace_number import ReplaceGuide

IDLE_MILLISECONDS = 4000
MANY = 2000  # chosen contacts, which are not read at once


@dataclass(frozen=True, slots=True)
class Carried:
    """What goes on when a page takes the place of another (in another language, or with text of another size): open
    forms, what is unread, and what came of the last deletion, with e-mail addresses that are nowhere else."""

    desk: FormDesk | None
    told: tuple[Told, ...]
    deleted: DeleteReport | UndoReport | None


class BookWriting(QObject):
    """Belongs to one page. The desk with its open forms may outlive it: see `hand_over`.

    `changed` tells that what can be done now is different, `open_requested` that a contact is to be shown in the list,
    `saved` that a form has saved one, `restored` that deleted ones are there again.
    """

    changed = Signal()
    open_requested = Signal(str)  # userid
    saved = Signal(str, Seek)  # userid, and how much it is to be seen
    restored = Signal(tuple)  # userids of whoever came back after a deletion

    def __init__(self, page: BookPage, session: OpenSession, carried: Carried | None = None) -> None:
        super().__init__(page)
        self._page, self._session = page, session
        self._tasks = Tasks(self)
        self._desk: FormDesk | None = None
        self._flow: DeleteFlow | None = None
        self._guide: ReplaceGuide | None = None
        self._goes_on = carried is not None  # of a session that had a page before
        self._deleted = carried.deleted if carried is not None else None
        self._gathering = False
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_MILLISECONDS)
        self._idle.timeout.connect(self._prepare)
        self.bar_room = QVBoxLayout()  # where the undo bar stands once something was deleted
        self.notices = Notices(page, session, () if carried is None else carried.told)
        events = session.events
        self._subscriptions: list[Callable[[], None]] = [
            events.subscribe(DeletingChanged, lambda _: self._on_deleting()),
            events.subscribe(WorkChanged, lambda _: self._on_work()),
            events.subscribe(WorkSettled, lambda event: self.notices.settled(event.outcome)),
            events.subscribe(WritingAllowed, lambda _: self._on_work()),
        ]
        if carried is not None and carried.desk is not None:
            self._use_desk(carried.desk)

    def begin(self) -> None:
        """Show what was begun before this page: a deletion that is under way, or that can be taken back. Once the book
        stands still, prepare for the first form."""
        self._idle.start()
        deleting = self._session.deleting
        if self._goes_on and (self._deleted is not None or deleting.progress is not None or deleting.undoable):
            self.flow.report = self._deleted
            self.flow.refresh()

    # -- what can be done ------------------------------------------------------------------------------------

    @property
    def allowed(self) -> bool:
        """Whether contacts can be written at all."""
        return self._session.read_only_reason is None

    @property
    def count(self) -> int:
        """How much unfinished work there is. What a deletion is sending just now has its own progress."""
        work = self._session.work
        sent = sum(item.state is WorkState.SENDING for item in work.items())
        return work.count - (sent if sent and self._session.deleting.progress is not None else 0)

    @property
    def can_edit(self) -> bool:
        """Whether the one chosen contact can be edited now."""
        contact = self._page.detail.contact
        return (
            self.allowed
            and contact is not None
            and self._page.view.selected_count == 1
            and not self._session.book.pending(contact.userid)
        )

    @property
    def can_delete(self) -> bool:
        """Whether what is chosen can be deleted now."""
        if not self.allowed:
            return False
        return self.can_edit or self._page.view.selected_count > 1

    @property
    def undo_text(self) -> str:
        """The menu's words for what Undo would bring back; "" when there is nothing."""
        return self._flow.undo_text if self._flow is not None and self.allowed and self._flow.can_undo else ""

    # -- what a person does ----------------------------------------------------------------------------------

    @property
    def desk(self) -> FormDesk:
        """The forms of this book."""
        desk = self._desk
        if desk is None:
            from addressbook.ui.forms.form_desk import FormDesk

            desk = FormDesk(self._session, self._page.settings, self._page.window())
            self._use_desk(desk)
        return desk

    def has_form(self, item_id: str) -> bool:
        """Whether a piece of work is open in a form or a guide, which tells about it itself."""
        if self._guide is not None and self._guide.item.id == item_id:
            return True
        return self._desk is not None and self._desk.form_of(item_id) is not None

    @property
    def has_open_forms(self) -> bool:
        """Whether there is anything that `close_forms` would close."""
        return self._desk is not None and bool(self._desk.open_forms)

    def new(self) -> None:
        """Open the form of a new contact."""
        if self.allowed:
            self.desk.new_contact()

    def edit(self) -> None:
        """Open the form of the chosen contact."""
        contact = self._page.detail.contact
        if self.can_edit and contact is not None:
            self._session.recent.note_viewed(contact.userid)
            self.desk.edit(contact)

    def delete(self) -> None:
        """Ask, and delete what is chosen."""
        if self.can_delete:
            self._tasks.start(self._delete(list(self._page.view.selected_ids())))

    def undo(self) -> None:
        """Bring back what was deleted last."""
        if self._flow is not None:
            self._flow.undo()

    def show_unfinished(self) -> None:
        """Open the list of unfinished work."""
        from addressbook.ui.unfinished import UnfinishedDialog

        dialog = UnfinishedDialog(self._session, self.desk, self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def explain_read_only(self) -> None:
        """Say why nothing can be changed, and offer to check again."""
        from addressbook.ui.read_only import explain_read_only

        self._tasks.start(explain_read_only(self._session, self._page.window()))

    async def close_forms(self, *, ask: bool, keeps: bool = True) -> bool:
        """Before the book is closed; False when a person goes back to a form or to a deletion that is under way, or a
        draft cannot be kept.

        `keeps` tells whether drafts outlast it.
        """
        if ask and self._flow is not None and not await self._flow.may_leave():
            return False
        return self._desk is None or await self._desk.close_all(ask=ask, keeps=keeps)

    def tell_hidden(self, userid: str) -> None:
        """A new contact is in the book, and the filters hide it."""
        from addressbook.ui.outcome_notices import hidden_notice

        contact = self._session.book.contact(userid)
        if isinstance(contact, Contact):
            self.notices.tell(lambda: hidden_notice(contact), contact=userid)

    # -- the end ---------------------------------------------------------------------------------------------

    def hand_over(self) -> Carried:
        """Give the open forms, and what is still to be read, to the page that takes this one's place."""
        desk, self._desk = self._desk, None
        if desk is not None:
            self._unhook(desk)
        return Carried(desk, self.notices.told, self._flow.report if self._flow is not None else None)

    def close(self) -> None:
        """Hear and do nothing more."""
        for unsubscribe in self._subscriptions:
            unsubscribe()
        self._subscriptions = []
        self._idle.stop()
        self._tasks.cancel()
        if self._flow is not None:
            self._flow.close()
        desk = self.hand_over().desk
        if desk is not None:
            for form in desk.open_forms:
                form.end()
            desk.deleteLater()

    # -- inside ----------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        """Read the names of the countries, on a thread, while nothing else is done: a form shows them at once then."""
        if self._session.book.progress.state in (LoadState.LOADING, LoadState.REFRESHING):
            return  # a little later
        self._idle.stop()
        if self.allowed:
            from addressbook.ui.forms.country_list import country_list

            country_list().prepare()

    def _use_desk(self, desk: FormDesk) -> None:
        self._desk = desk
        desk.told.connect(self.notices.tell)
        desk.contact_saved.connect(self._on_saved)
        desk.open_contact.connect(self.open_requested)
        desk.replace_requested.connect(self._on_replace)

    def _unhook(self, desk: FormDesk) -> None:
        desk.told.disconnect(self.notices.tell)
        desk.contact_saved.disconnect(self._on_saved)
        desk.open_contact.disconnect(self.open_requested)
        desk.replace_requested.disconnect(self._on_replace)

    def _on_saved(self, saved: Saved) -> None:
        from addressbook.ui.forms.form_messages import saved_sentence

        self._page.status.tell(saved_sentence(saved))
        self.saved.emit(saved.contact.userid, Seek.ADDED if saved.item.kind is WorkKind.CREATE else Seek.CHANGED)

    def _on_replace(self, item: WorkItem) -> None:
        from addressbook.ui.forms.replace_number import open_replace

        guide = open_replace(self._session, item, self.desk.form_of(item.id) or self._page.window())
        guide.contact_requested.connect(self.open_requested)
        self._guide = guide
        guide.finished.connect(self._on_guide_finished)

    def _on_guide_finished(self) -> None:
        self._guide = None

    @property
    def flow(self) -> DeleteFlow:
        """Deleting, from the question to its end."""
        if self._flow is None:
            from addressbook.ui.delete_flow import DeleteFlow
            from addressbook.ui.undo_bar import UndoBar

            self._flow = DeleteFlow(self._session, self._page)
            self._flow.changed.connect(self.changed)
            self._flow.restored.connect(self.restored)
            self.bar_room.addWidget(UndoBar(self._flow))
        return self._flow

    async def _delete(self, rows: list[int]) -> None:
        if self._gathering:
            return
        self._gathering = True
        if len(rows) > MANY:  # it takes seconds
            announce(self._page, self.tr("The chosen contacts are being read."))
            self._page.setCursor(Qt.CursorShape.BusyCursor)
        try:
            found = await self._session.book.contacts_of(rows)
            contacts = [contact for contact in found if isinstance(contact, Contact)]
            incomplete = await self.flow.incomplete(contacts)
        finally:
            self._gathering = False
            self._page.unsetCursor()
        if found and not contacts:
            from addressbook.ui.outcome_notices import unreadable_notice

            self.notices.tell(unreadable_notice)
        self.flow.start(contacts, unreadable=len(found) - len(contacts), incomplete=incomplete)

    def _on_deleting(self) -> None:
        """A deletion that another page began, or that was found to have been carried out."""
        if self._flow is None:
            self.flow.refresh()  # it has not heard what it came too late for

    def _on_work(self) -> None:
        self.notices.drop_finished()
        self._page.sidebar.set_unfinished(self.count)
        self._page.detail.refresh()
        if self._flow is not None:
            self._flow.changed.emit()  # whether anything can be taken back
        self.changed.emit()
