"""The window's actions on the book page: what each does, and when it can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from addressbook.domain.query import Scope
from addressbook.services.events import LoadState
from addressbook.ui.actions import SCOPES, Act
from addressbook.ui.open_session import OpenSession

if TYPE_CHECKING:
    from addressbook.ui.book_page import BookPage

_SCOPES = dict(
    zip(SCOPES, (Scope.ALL, Scope.MINE, Scope.SHARED, Scope.NO_LABEL, Scope.RECENT, Scope.CHANGES), strict=True)
)
# Of whoever is chosen: an answer that is on its way may choose another contact, or hide this one
_ON_CHOSEN = (Act.SELECT_ALL, Act.OPEN, Act.EDIT, Act.DELETE, Act.COPY_CARD, Act.COPY_PHONE, Act.CALL, Act.MAIL)
_BUSY = (LoadState.LOADING, LoadState.REFRESHING, LoadState.WAITING)


class BookActs:
    """Joins the actions, which outlive the page, to the page's parts until `close`."""

    def __init__(self, page: BookPage, session: OpenSession) -> None:
        self._page, self._session = page, session
        self._connections: list[tuple[QAction, object]] = []
        self._waiting: tuple[QAction, Callable[[], object]] | None = None  # for an answer
        actions, book = page.actions_by_id, session.book
        for act, slot in (
            (Act.NEW, page.writing.new),
            (Act.UNFINISHED, page.writing.show_unfinished),
            (Act.UNDO, page.writing.undo),
            (Act.SELECT_ALL, page.view.selectAll),
            (Act.EDIT, page.writing.edit),
            (Act.DELETE, page.writing.delete),
            (Act.FIND, page.keys.find),
            (Act.CLEAR_FILTERS, page.asking.clear),
            (Act.FORGET_RECENT, session.recent.forget_contacts),
            (Act.COPY_CARD, page.detail.copy_card),
            (Act.COPY_PHONE, page.detail.copy_phone),
            (Act.CALL, page.detail.call),
            (Act.MAIL, page.detail.mail),
            (Act.OPEN, page.keys.open_detail),
            (Act.NEXT_PANE, lambda: page.keys.cycle(1)),
            (Act.PREVIOUS_PANE, lambda: page.keys.cycle(-1)),
            (Act.REFRESH, lambda: page.telling.refresh()),
            (Act.STOP, book.stop),
            (Act.SIDEBAR, page.keys.toggle_sidebar),
            (Act.DETAIL, page.keys.toggle_detail),
            (Act.COMPACT, page.keys.toggle_compact),
        ):
            self._on(act, slot)
        for act, scope in _SCOPES.items():
            self._on(act, lambda scope=scope: page.asking.ask(replace(page.queries.query, scope=scope)))
        self._add_context_menus()
        page.asking.shown.connect(self._show_scope)
        page.queries.asked.connect(self._forget)
        page.queries.failed.connect(self._forget)
        page.panes.adapted.connect(actions[Act.DETAIL].setChecked)
        values = page.settings.values
        actions[Act.SIDEBAR].setChecked(values.sidebar_visible)
        actions[Act.COMPACT].setChecked(values.compact_rows)

    def _add_context_menus(self) -> None:
        view, actions = self._page.view, self._page.actions_by_id
        for group in ((Act.EDIT,), (Act.COPY_CARD, Act.COPY_PHONE, Act.CALL, Act.MAIL), (Act.DELETE,)):
            if view.actions():
                line = QAction(view)
                line.setSeparator(True)
                view.addAction(line)
            view.addActions([actions[act] for act in group])
        self._page.detail.addAction(actions[Act.DELETE])  # for its key, which means nobody in other places
        recent = self._page.sidebar.scopes[Scope.RECENT]
        forget = QMenu(recent)
        forget.addAction(actions[Act.FORGET_RECENT])
        recent.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        recent.customContextMenuRequested.connect(lambda at: forget.popup(recent.mapToGlobal(at)))
        menu = QMenu(view)  # Qt's own menu of a widget's actions waits in a loop of its own
        menu.addActions(view.actions())
        view.customContextMenuRequested.connect(lambda at: menu.popup(view.viewport().mapToGlobal(at)))

    def _on(self, act: Act, slot: Callable[[], object]) -> None:
        action = self._page.actions_by_id[act]
        if act in _ON_CHOSEN:
            connection = action.triggered.connect(lambda _=False: self._do_when_answered(action, slot))
        else:
            connection = action.triggered.connect(lambda _=False: slot())
        self._connections.append((action, connection))

    def _do_when_answered(self, action: QAction, slot: Callable[[], object]) -> None:
        """Keys may come faster than answers: a text, Enter and Ctrl+E are meant for whoever is found."""
        if self._page.queries.is_answered:
            slot()
        else:
            self._waiting = action, slot

    def on_answered(self) -> None:
        """What was asked for meanwhile is done, if it still can be, with whoever is chosen now."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.tell()
            action, slot = waiting
            if action.isEnabled():
                slot()

    def _forget(self) -> None:
        self._waiting = None

    def close(self) -> None:
        """Let go of the actions."""
        self._forget()
        for action, connection in self._connections:
            action.triggered.disconnect(connection)
        self._connections = []

    def _show_scope(self) -> None:
        scope_now = self._page.queries.query.scope
        for act, scope in _SCOPES.items():
            self._page.actions_by_id[act].setChecked(scope is scope_now)
        self.tell()

    def tell(self) -> None:
        """Enable what can be done now."""
        page, actions = self._page, self._page.actions_by_id
        writing, one = page.writing, page.view.selected_count <= 1
        coming = page.keys.entering  # somebody who is about to be chosen
        for act in (Act.NEW, Act.EDIT, Act.DELETE, Act.UNDO):
            actions[act].setVisible(writing.allowed)
        actions[Act.NEW].setEnabled(writing.allowed)
        actions[Act.EDIT].setEnabled(writing.can_edit or (coming and writing.allowed))
        actions[Act.DELETE].setEnabled(writing.can_delete)
        undo = writing.undo_text
        actions[Act.UNDO].setText(undo or QCoreApplication.translate("Actions", "&Undo delete"))
        actions[Act.UNDO].setEnabled(bool(undo))
        actions[Act.UNFINISHED].setEnabled(writing.count > 0)
        actions[Act.SELECT_ALL].setEnabled(page.table.size > 0)
        actions[Act.CLEAR_FILTERS].setEnabled(page.queries.query.is_filtered)
        actions[Act.FORGET_RECENT].setEnabled(bool(self._session.recent.contacts()))
        actions[Act.STOP].setEnabled(self._session.book.progress.state in _BUSY)
        actions[Act.OPEN].setEnabled(coming or page.view.current_id is not None)
        actions[Act.COPY_CARD].setEnabled(coming or (one and page.detail.contact is not None))
        actions[Act.COPY_PHONE].setEnabled(coming or (one and bool(page.detail.phone)))
        actions[Act.CALL].setEnabled(coming or (one and page.detail.can_call))
        actions[Act.MAIL].setEnabled(coming or (one and page.detail.can_mail))
