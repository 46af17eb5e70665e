"""Which state the book page is in: rows, grey rows, nothing to show and why, and the one most serious message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from addressbook.domain.query import ContactQuery, Counts, Scope
from addressbook.errors import AddressBookError, CredentialsRejected
from addressbook.services.events import LoadProgress, LoadState, StoreTrouble
from addressbook.ui.book_bars import ResultLine
from addressbook.ui.book_query import BookQueries
from addressbook.ui.contact_view import ContactView
from addressbook.ui.list_foot import ListFoot
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.open_session import OpenSession
from addressbook.ui.part_matches import PartMatches
from addressbook.ui.plain_text import quoted
from addressbook.ui.texts import Place, explain, sentences
from addressbook.ui.widgets.banner import Banner
from addressbook.ui.widgets.page_message import PageMessage
from addressbook.ui.widgets.plain import announce

if TYPE_CHECKING:
    from addressbook.ui.book_writing import BookWriting
    from addressbook.ui.written_notices import Told

FIRST_SKELETON = 12
MORE_SKELETON = 2
TYPING_MS = 500
"""What is found is not told between two letters."""
FEW_FOUND = 12
"""When no more are found by several words, whom each of them finds is worth being offered."""
_LONGEST_WORD = 12  # characters of one that are shown on a button
_NO_LIMIT = (1 << 24) - 1  # Qt's QWIDGETSIZE_MAX


@dataclass(frozen=True, slots=True)
class Remedies:
    """What the messages offer."""

    check_again: Callable[[], object]
    clear_filters: Callable[[], object]  # but for the text and the scope
    search_all: Callable[[], object]  # the same text, and nothing else
    search_for: Callable[[str], object]  # another text
    clear_search: Callable[[], object]
    show_all: Callable[[], object]
    enter_key_again: Callable[[], object]
    open_settings: Callable[[], object]
    new_contact: Callable[[], object]


def _has_focus(widget: QWidget) -> bool:
    focused = widget.window().focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


class BookStates(QObject):
    """Decides from the loader's progress, the query and its answer; touches only the widgets it was given."""

    def __init__(
        self,
        session: OpenSession,
        table: ContactTable,
        queries: BookQueries,
        *,
        stack: QStackedWidget,
        view: ContactView,
        message: PageMessage,
        banner: Banner,
        banner_room: QWidget,
        result: ResultLine,
        foot: ListFoot,
        remedies: Remedies,
        writing: BookWriting,
    ) -> None:
        super().__init__(stack)
        self._session, self._book, self._table, self._queries = session, session.book, table, queries
        self._stack, self._view, self._message = stack, view, message
        self._banner, self._banner_room, self._result = banner, banner_room, result
        self._foot = foot
        self._remedies = remedies
        self._writing = writing
        self._parts = PartMatches(session.book, self)
        self._parts.known.connect(self._on_parts_known)
        queries.asked.connect(self._parts.forget)  # whoever goes on typing does not wait for what a part would find
        self._told: ContactQuery | None = None
        self._told_parts: ContactQuery | None = None
        self._only_order = False
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self._say_result)
        self.counts: Counts | None = None
        self.trouble: StoreTrouble | None = None
        self.query_error: AddressBookError | None = None  # until a question is answered again

    def show_answer(self) -> None:
        """A question was answered."""
        self.query_error = None
        self._parts.renew()
        self.show()

    def close(self) -> None:
        """Ask nothing any more."""
        self._parts.forget()

    def show(self) -> None:
        """Show the state of now."""
        progress, query = self._book.progress, self._queries.query
        self._show_banner(progress)
        answered, size = self._queries.is_answered, self._table.size
        loading = progress.state in (LoadState.LOADING, LoadState.WAITING) or not answered
        unfiltered = not query.is_narrowed
        placeholders = 0
        page: QWidget = self._view
        if size > 0:
            placeholders = MORE_SKELETON if loading and unfiltered and self._book.has_more else 0
        elif unfiltered and loading and progress.error is None:
            placeholders = FIRST_SKELETON
        elif answered:
            self._say_empty(query, progress)
            page = self._message
        else:
            page = self._stack.currentWidget() or page  # what stands there stays until the answer comes
        self._table.set_placeholders(placeholders)
        left = _has_focus(self._message) or _has_focus(self._foot)
        total = self.counts.total if self.counts is not None else None
        # "0 contacts" above grey rows would be wrong, and so it would be as long as nothing was loaded at all
        searched = progress.complete or not (unfiltered or self._is_empty)
        known = size > 0 or (page is self._message and searched)
        if answered or not known:  # the old answer is none to what is asked now
            learning = self._session.staff.is_learning and not progress.is_cut_off
            self._result.show_result(
                size if known else None,
                total,
                complete=progress.complete,
                searching=self._queries.partial,
                learning=learning,
            )
        if answered:
            self._show_foot(query, size)
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
        if left and self._message.isHidden() and self._foot.isHidden():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed there has brought the list
        self._tell_result(query, answered and not self._queries.partial)

    def _show_foot(self, query: ContactQuery, size: int) -> None:
        """Whom else there is stands behind the last row, wherever that is."""
        hidden = self._queries.hidden if size else 0
        by_word: list[tuple[str, int]] = []
        if 0 < size <= FEW_FOUND:
            by_word = [(word, count - size) for word, count in self._parts.of(query, nobody=False) if count > size]
        self._foot.show_others(query, hidden, by_word)
        self._stack.setMaximumHeight(self._view.whole_height if hidden or by_word else _NO_LIMIT)

    def _tell_result(self, query: ContactQuery, answered: bool) -> None:
        """Screen readers hear how many were found, or only the order where that is new, once a question: not at each
        page that arrives, not at each letter, and not when it has become known who sits here."""
        query = replace(query, me=None, recent=())
        if not answered or query == self._told:
            return
        before, self._told = self._told, query
        if before is not None:
            self._only_order = replace(query, sort=before.sort, descending=before.descending) == before
            self._telling.start(TYPING_MS if query.text != before.text else 0)

    def _say_result(self) -> None:
        if self._only_order:  # the same contacts, whose number was told
            announce(self._result, self._result.order)
            return
        # with what explains it, where there is something: words one after the other would cut each other off
        empty = self._message.text if self._stack.currentWidget() is self._message else ""
        told, more = self._result.text, sentences(self._foot.text, empty)
        both = self.tr("{result}. {more}").format(result=told, more=more) if told and more else told or more
        announce(self._result, both)

    def _say_empty(self, query: ContactQuery, progress: LoadProgress) -> None:
        clear = (self.tr("Clear filters"), self._remedies.clear_filters)
        everyone = (self.tr("Show all contacts"), self._remedies.show_all)
        loading = not progress.complete
        incomplete = (
            self.tr("Only a part of the book could be loaded. The message above says what is in the way.")
            if progress.state is LoadState.FAILED
            else self.tr("The book is not yet loaded completely; whoever is missing may still come.")
        )
        if query.scope in (Scope.MINE, Scope.SHARED) and query.me is None:
            self._say_unknown_person()
        elif loading and (self._is_empty or not query.is_narrowed):  # nobody was looked for yet
            self._message.show_message("book", self.tr("Nothing is loaded yet"), self._why_nothing(progress))
        elif query.text.strip():
            self._say_no_match(query, incomplete if loading else "")
        elif query.is_filtered:
            text = incomplete if loading else self.tr("No contact fits all the filters that are set.")
            self._message.show_message("filter", self.tr("No one matches the filters"), text, (clear,))
        elif query.scope is not Scope.ALL:
            titles = {
                Scope.MINE: self.tr("You do not own any contacts"),
                Scope.SHARED: self.tr("No contacts are shared with you"),
                Scope.NO_LABEL: self.tr("Every contact has a label"),
                Scope.RECENT: self.tr("No recently viewed contacts"),
                Scope.CHANGES: self.tr("Nobody is new or changed since you looked"),
            }
            so_far = {
                Scope.MINE: self.tr("None of your contacts is loaded yet"),
                Scope.SHARED: self.tr("None of the contacts shared with you is loaded yet"),
                Scope.NO_LABEL: self.tr("No contact without a label is loaded yet"),
                Scope.RECENT: self.tr("No recently viewed contacts"),
                Scope.CHANGES: self.tr("Nobody is new or changed so far"),
            }
            title = (so_far if loading else titles)[query.scope]
            text = incomplete if loading else ""
            recent = query.scope is Scope.RECENT
            if recent:
                text = self.tr("The contacts you look at are listed here, the last one first.")
            self._message.show_message("clock" if recent else "users", title, text, (everyone,))
        else:
            text = self.tr("Contacts that are added in DingTalk appear here.")
            new = [(self.tr("New contact…"), self._remedies.new_contact)] if self._writing.allowed else []
            self._message.show_message("book", self.tr("No contacts yet"), text, new)

    @property
    def _is_empty(self) -> bool:
        """Whether the copy has no contact at all."""
        return self.counts is not None and self.counts.total == 0

    def _say_no_match(self, query: ContactQuery, incomplete: str) -> None:
        """Nothing is found by the text; what stands in the way can be taken off."""
        hidden = self._queries.hidden
        buttons: list[tuple[str, Callable[[], object]]] = []
        if query.labels or query.excluded or query.owners:
            buttons.append((self.tr("Clear filters"), self._remedies.clear_filters))
        if query.scope is not Scope.ALL:
            buttons.append((self.tr("Search all contacts"), self._remedies.search_all))
        forget = (self.tr("Clear search"), self._remedies.clear_search)
        buttons = [forget, *buttons] if hidden else [*buttons, forget]  # the last one is offered first
        text = self.tr("%Ln contact(s) match but are hidden by the filters.", "", hidden) if hidden else ""
        if not hidden and not incomplete:
            text = self.tr("Check the spelling, or type less: a part of the name, pinyin or a few digits will do.")
        if not hidden and (
            parts := self._parts.of(query, nobody=True)
        ):  # then no filter stands in the way, but another word
            text = "\n".join(self._part_words(word, count) for word, count in parts)
            rarest = sorted(parts, key=lambda part: -part[1])[-2:]  # more have no room; the rarest one says most
            buttons = [forget, *(self._find(word) for word, _ in rarest)]
        title = self.tr("No one matches “{text}”").format(text=quoted(query.text))
        self._message.show_message("search", title, "\n".join(part for part in (text, incomplete) if part), buttons)

    def _find(self, word: str) -> tuple[str, Callable[[], object]]:
        words = self.tr("Find “{text}”").format(text=quoted(word, _LONGEST_WORD).replace("&", "&&"))
        return words, lambda: self._remedies.search_for(word)

    def _on_parts_known(self) -> None:
        self.show()
        if self._told_parts != self._told:  # what changes while the book is loaded is not told again
            self._told_parts = self._told
            self._only_order = False
            self._telling.start(TYPING_MS)

    def _part_words(self, word: str, count: int) -> str:
        return self.tr("%Ln contact(s) match “{text}” alone.", "", count).format(text=quoted(word, _LONGEST_WORD))

    def _why_nothing(self, progress: LoadProgress) -> str:
        match progress.state:
            case LoadState.FAILED:
                return self.tr("The message above says what is in the way.")
            case LoadState.OFFLINE:
                return self.tr("As soon as DingTalk can be reached, the first contacts appear here.")
            case LoadState.STOPPED:
                return self.tr("Loading was stopped. “Resume” at the bottom goes on with it.")
            case _:
                return self.tr("As soon as DingTalk answers, the first contacts appear here.")

    def _say_unknown_person(self) -> None:
        """What is mine can be told only when it is known who sits here."""
        settings = (self.tr("Open the settings"), self._remedies.open_settings)
        if self._session.own_mobile and self._session.me_error is None:
            text = self.tr("DingTalk is asked who has your mobile number.")
            self._message.show_message("user", self.tr("Finding out who you are"), text)
            return
        text = (
            self.tr("The program could not find out who has your mobile number. The settings tell more.")
            if self._session.own_mobile
            else self.tr("Tell your own mobile number in the settings, and the contacts that are yours appear here.")
        )
        self._message.show_message("user", self.tr("It is not known who you are"), text, (settings,))

    def _show_banner(self, progress: LoadProgress) -> None:
        """The most serious message, one at a time."""
        banner = self._banner
        retry = (self.tr("Try again"), self._remedies.check_again)
        close = (self.tr("Close this message"), self._forget_trouble)
        error = progress.error
        if progress.state is LoadState.FAILED and error is not None:
            buttons = [(self.tr("Check again"), self._remedies.check_again)]
            if isinstance(error, CredentialsRejected):
                buttons.insert(0, (self.tr("Enter key and secret again…"), self._remedies.enter_key_again))
            self._explain(error, *buttons)
        elif self.query_error is not None:
            self._explain(self.query_error)
        elif self.trouble is not None and not self.trouble.rebuilt:
            self._explain(self.trouble.error, close)
        elif progress.state is LoadState.WAITING and error is not None:
            self._explain(error, (self.tr("Stop"), self._book.stop), tries_again=True)
            banner.set_countdown(progress.retry_at)
        elif progress.state is LoadState.OFFLINE:
            if error is not None:
                self._explain(error, retry, tries_again=True)
            else:
                text = self.tr("You see the contacts that are on this computer.")
                banner.show_info(self.tr("You are offline"), text, (retry,), icon="offline")
            banner.set_countdown(progress.retry_at)
        elif self.trouble is not None:
            self._explain(self.trouble.error, close)
        elif (told := self._writing.notices.current) is not None:
            self._tell(told)
        else:
            banner.clear()
        self._banner_room.setVisible(not banner.isHidden())

    def _explain(
        self, error: AddressBookError, *buttons: tuple[str, Callable[[], object]], tries_again: bool = False
    ) -> None:
        progress = self._book.progress
        here = progress.complete or progress.loaded > 0 or self._table.size > 0
        place = Place.BOOK if here else Place.EMPTY_BOOK
        self._banner.show_explanation(explain(error, place, tries_again=tries_again), buttons)

    def _tell(self, told: Told) -> None:
        """What became of something that was written."""
        notices, notice = self._writing.notices, told.notice
        buttons = [(self.tr("Close this message"), notices.forget)]
        if told.about_work:
            buttons.insert(0, (self.tr("Show unfinished work"), notices.show_work))
        if told.contact:
            buttons.insert(0, (self.tr("Show it"), notices.show_contact))
        self._banner.set_countdown(None)
        self._banner.show_info(
            notice.title, notice.text, buttons, icon=notice.icon, kind=notice.kind, filled=told.about_work
        )

    def _forget_trouble(self) -> None:
        self.trouble = None
        self.show()
