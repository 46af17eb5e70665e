"""What a person is told about writing when no form is there to tell it: a banner over the list until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addressbook.services.save_results import Absent, Gone, Outcome, Refused, Saved
from addressbook.ui.open_session import OpenSession

if TYPE_CHECKING:
    from addressbook.ui.book_page import BookPage
    from addressbook.ui.forms.form_messages import Notice


class Notices:
    """One notice at a time, the newest. Outcomes of work whose form is open are told there and not here."""

    def __init__(self, page: BookPage, session: OpenSession) -> None:
        self._page, self._session = page, session
        self.current: Notice | None = None
        self.about_work = False

    def tell(self, notice: Notice) -> None:
        """Show it, in the place of what was told before."""
        self._show(notice, about_work=False)

    def settled(self, outcome: Outcome) -> None:
        """What became of work whose outcome was unknown."""
        from addressbook.ui.forms import form_messages
        from addressbook.ui.outcome_notices import outcome_notice

        if self._page.writing.has_form(outcome.item.id):
            return
        notice = outcome_notice(outcome)
        if isinstance(outcome, Saved):
            notice = form_messages.saved_notice(outcome) or notice
        if notice is not None:
            self._show(notice, about_work=isinstance(outcome, Refused | Gone | Absent))

    def forget(self) -> None:
        """It was read."""
        self.current = None
        self._page.states.show()

    def _show(self, notice: Notice, *, about_work: bool) -> None:
        self.current, self.about_work = notice, about_work
        self._page.states.show()
