"""How patient and how fast the loader of the book is."""

from __future__ import annotations

from dataclasses import dataclass

from addressbook.services.faults import any_part, spread
from addressbook.services.paging import STRIDE

COLLEAGUES = 50  # who use one app key
END_CALLS = 3  # of a pass: the last page is not full, and empty ones behind it are asked for before that is known
DUTY = 20  # a refresh may be under way for a twentieth of the time: those of all colleagues leave room for people


@dataclass(frozen=True, slots=True)
class LoaderTimes:
    """Times in seconds and calls per second; tests make them short. `refresh_every` is a lower bound: a large book
    is refreshed less often.
    """

    first_retry: float = 1.0
    longest_retry: float = 120.0
    start_delay: float = 1.0  # at least, before the first refresh of a book that is here already
    start_spread: float = 300.0  # at most, for the colleagues who start at the same time: see `start_pause`
    repeat_delay: float = 2.0  # before a pass that is repeated because the list moved
    refresh_every: float = 15 * 60.0
    progress_every: float = 0.1
    changes_every: float = 0.25
    store_every: float = 0.25  # at most, pages of the first pass wait for others to be stored together with them
    first_look: float = 0.25  # at most, for the first page to be shown before the second is asked for
    slow_after: float = 2.0  # without a page, until it is told that DingTalk asks to slow down
    first_pass_calls: float = 20.0  # the whole allowance of the app key, once
    refresh_calls: float = 5.0  # the allowance belongs to the organisation, whose colleagues share it

    def calls(self, *, first: bool) -> float:
        """Calls per second that a pass may use; `first`: somebody waits for it."""
        return self.first_pass_calls if first else self.refresh_calls

    def start_pause(self, contacts: int) -> float:
        """Seconds until the first refresh of a book of so many contacts after the program's start.

        COLLEAGUES may switch on their computers at nine, and share one allowance: each begins at any moment of the
        time in which the allowance lasts for them all (a minute for 2,000 contacts). Sooner, and their refreshes
        together would be refused for their rate, and with them what people save, for as long all the same. Nobody
        waits that long for what matters: the copy is there with its time, F5 asks at once, and whoever edits a
        contact gets it as the server has it now. Beyond `start_spread` (12,000 contacts) a late refresh would be worse
        than a slow one: the pass itself takes over three minutes of a book of 100,000, and follows the refusals.
        """
        calls = contacts / STRIDE + END_CALLS
        together = COLLEAGUES * calls / self.first_pass_calls
        return spread(self.start_delay) + any_part(min(self.start_spread, together))

    def pause(self, contacts: int) -> float:
        """Seconds until the next pass: longer for a large book, so that its passes do not fill the day."""
        return spread(max(self.refresh_every, self.rest(contacts)))

    def rest(self, contacts: int) -> float:
        """Seconds, at least, after reading so many contacts."""
        return DUTY * contacts / STRIDE / self.refresh_calls
