"""What keys and menu entries do on the book page: going from pane to pane, showing and hiding them, Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent

from addressbook.ui.actions import Act

if TYPE_CHECKING:
    from addressbook.ui.book_page import BookPage


class BookKeys:
    """Acts on the public parts of one page."""

    def __init__(self, page: BookPage) -> None:
        self._page = page
        self._composing = False
        self.entering = False
        """Whether the first result, which is not known yet, is about to be gone to and so chosen."""
        self._further = 0  # lines below the first result
        self._entered_for = ""  # the text for which the list was gone to last
        page.search.further_down.connect(self._on_further_down)
        page.search.textEdited.connect(self._on_edited)

    def open_detail(self) -> None:
        """Go to the details of the chosen contact."""
        if self._page.view.current_id is None:
            return
        self._page.panes.open_details()
        self._page.settings.change(detail_visible=self._page.panes.details_wanted)

    def enter_table(self) -> None:
        """From the search box to the first result, or to what is offered where there is none; as soon as there is an
        answer to what was typed."""
        page, line = self._page, self._further
        self._expect_to_enter(not page.queries.is_answered)
        if self.entering:
            return
        page.panes.show_list()
        text = page.queries.query.text
        if page.table.size:
            page.view.setFocus(Qt.FocusReason.TabFocusReason)
            if page.view.current_id is None or (text and text != self._entered_for):
                page.view.choose_line(min(line, page.table.size - 1))
            self._entered_for = text
        elif page.message.isVisible() and page.message.focusProxy() is not None:
            page.message.setFocus(Qt.FocusReason.TabFocusReason)

    def on_answered(self) -> None:
        """The list shows the answer, or the page does that offers what to do where there is none."""
        if self.entering and self._page.search.hasFocus():
            self.enter_table()
        else:
            self._expect_to_enter(False)

    def _expect_to_enter(self, expected: bool) -> None:
        if expected != self.entering:
            self.entering = self._page.search.leaving = expected
            self._further = 0
            self._page.tell_actions()

    def _on_further_down(self) -> None:
        self._further += 1

    def _on_edited(self) -> None:
        self._expect_to_enter(False)
        self._entered_for = ""  # the same text typed once more is another search
        self._page.panes.show_list()  # in a small window the details stand in its place

    def find(self) -> None:
        """Go to the search box."""
        if self._page.panes.details_only:
            self._page.panes.leave_details()
        self._page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page.search.selectAll()
        self._page.search.offer_recent()  # also where the focus has been there already

    def search_for(self, text: str) -> None:
        """Search for what is offered below the list, and go on in the list."""
        self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.search.setText(text)

    def type(self, text: str) -> None:
        """Letters typed into the list begin another search."""
        search = self._page.search
        if not search.hasFocus():
            search.setFocus(Qt.FocusReason.OtherFocusReason)
            search.selectAll()
        search.insert(text)

    def compose(self, event: QInputMethodEvent) -> None:
        """Letters that an input method makes over the list, as those of `type`."""
        search = self._page.search
        if not (search.hasFocus() or self._composing):
            search.selectAll()
        QCoreApplication.sendEvent(search, event)
        self._composing = bool(event.preeditString())
        if event.commitString():
            search.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Take the filters off, if there are any."""
        if self._page.queries.query.is_filtered:
            self._page.asking.clear()

    def escape(self) -> None:
        """Esc outside the search box: from the details back to the list, else text, else the other filters."""
        detail, focused = self._page.detail, self._page.window().focusWidget()
        if self._page.panes.details_only or (focused is not None and detail.isAncestorOf(focused)):
            self._page.panes.leave_details()
        elif self._page.queries.query.text:
            self._page.search.clear()
        else:
            self.clear()

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        on = self._page.actions_by_id[Act.SIDEBAR].isChecked()
        self._page.sidebar.setVisible(on)
        self._page.settings.change(sidebar_visible=on)

    def toggle_detail(self) -> None:
        """Show or hide the details."""
        self._page.panes.show_details(self._page.actions_by_id[Act.DETAIL].isChecked())
        self._page.settings.change(detail_visible=self._page.panes.details_wanted)

    def toggle_compact(self) -> None:
        """Rows of one line, or of two."""
        on = self._page.actions_by_id[Act.COMPACT].isChecked()
        self._page.view.set_compact(on)
        self._page.states.show()
        self._page.settings.change(compact_rows=on)

    def cycle(self, by: int) -> None:
        """To the next pane or the one before."""
        middle = self._page.view if self._page.view.isVisible() else self._page.message
        self._page.panes.cycle([self._page.search, self._page.sidebar, middle, self._page.detail], by)
