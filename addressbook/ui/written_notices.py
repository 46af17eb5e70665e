"""What a person is told about writing when no form is there to tell it: a banner over the list until it is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from addressbook.ui.open_session import OpenSession

if TYPE_CHECKING:
    from addressbook.services.save_results import Outcome
    from addressbook.ui.book_page import BookPage
    from addressbook.ui.forms.form_messages import Notice


@dataclass(frozen=True, slots=True)
class Told:
    """One message; `about_work` leads to the unfinished work, `contact` is the userid of a contact to be shown,
    `item_id` the piece of work that it is about."""

    words: Callable[[], Notice]
    about_work: bool = False
    contact: str = ""
    item_id: str = ""

    @property
    def notice(self) -> Notice:
        """The message in the language of now."""
        return self.words()

    @property
    def lasting(self) -> bool:
        """Whether it waits until it was read. That all went well gives way to whatever is told next."""
        return self.notice.kind in ("warning", "error")


class Notices:
    """One notice at a time. Outcomes of work whose form is open are told there and not here."""

    def __init__(self, page: BookPage, session: OpenSession, told: tuple[Told, ...] = ()) -> None:
        self._page, self._session = page, session
        self.told = told

    @property
    def current(self) -> Told | None:
        """What is to be read now."""
        return self.told[0] if self.told else None

    def tell(
        self, words: Callable[[], Notice], *, about_work: bool = False, contact: str = "", item_id: str = ""
    ) -> None:
        """Tell it, at once or after what is still to be read."""
        told = Told(words, about_work, contact, item_id)
        now = told.notice
        self.told = (*(before for before in self.told if before.lasting and before.notice != now), told)
        self._page.states.show()

    def settled(self, outcome: Outcome) -> None:
        """What became of work whose outcome was unknown."""
        from addressbook.services.save_results import Absent, Clashed, Gone, Refused, Saved
        from addressbook.ui.forms import form_messages
        from addressbook.ui.outcome_notices import outcome_notice

        if self._page.writing.has_form(outcome.item.id):
            return

        def words() -> Notice:
            saved = form_messages.saved_notice(outcome) if isinstance(outcome, Saved) else None
            return saved or outcome_notice(outcome)

        unfinished = isinstance(outcome, Refused | Clashed | Gone | Absent)
        self.tell(words, about_work=unfinished, item_id=outcome.item.id)

    def drop_finished(self) -> None:
        """Say no more about unfinished work that is finished since."""
        current = {item.id for item in self._session.work.items()}
        told = tuple(told for told in self.told if not told.about_work or told.item_id in {"", *current})
        if told != self.told:
            self.told = told
            self._page.states.show()

    def forget(self) -> None:
        """It was read."""
        self.told = self.told[1:]
        self._page.states.show()

    def show_work(self) -> None:
        """Go to the unfinished work, which tells the rest."""
        self.told = tuple(told for told in self.told if not told.about_work)
        self._page.states.show()
        self._page.writing.show_unfinished()

    def show_contact(self) -> None:
        """Go to the contact that the notice is about."""
        told = self.current
        self.forget()
        if told is not None and told.contact:
            self._page.show_person(told.contact)
