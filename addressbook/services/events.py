"""What has happened, told to whoever listens. Widgets never talk to each other: each hears events.

Events are delivered on the thread of the event loop, in the order in which they were published.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from addressbook.domain.news import News
from addressbook.errors import AddressBookError

if TYPE_CHECKING:
    from addressbook.services.save_results import Outcome

log = logging.getLogger(__name__)


class LoadState(Enum):
    """What the loader of the book is doing."""

    IDLE = "idle"  # nothing under way; `complete` tells whether the whole book is here
    LOADING = "loading"  # the first pass: the book is not whole yet
    REFRESHING = "refreshing"  # a later pass over a whole book
    STOPPED = "stopped"  # a person stopped it
    WAITING = "waiting"  # DingTalk asks to slow down, or a fault may pass: goes on at `retry_at`
    OFFLINE = "offline"  # nothing answers; tried again at `retry_at`
    FAILED = "failed"  # cannot go on by itself: `error` says why


class ContactsChanged(NamedTuple):
    """Rows of the copy are new, changed or gone. `rows` None means: anything may have changed."""

    rows: frozenset[int] | None
    removed: bool = False


class LabelsChanged(NamedTuple):
    """Label groups were read and differ from before."""


class StaffChanged(NamedTuple):
    """Names of colleagues or departments became known, or their state changed."""


class LoadProgress(NamedTuple):
    """Where the loader stands. `loaded` counts contacts met in this pass, `expected` the last pass's total.

    `updated_at` is the end of the last complete pass (aware, UTC), `retry_at` when it tries again.
    """

    state: LoadState
    loaded: int = 0
    expected: int | None = None
    complete: bool = False
    updated_at: datetime | None = None
    retry_at: datetime | None = None
    error: AddressBookError | None = None

    @property
    def is_cut_off(self) -> bool:
        """Whether nothing can be asked of the server now, so that names that are not known stay unknown."""
        return self.state in (LoadState.OFFLINE, LoadState.FAILED)


class PassFinished(NamedTuple):
    """The server answered for the whole list; the pass ended at `at` (aware, UTC), in this run of the program.

    `began` is when its first page was asked for, by time.monotonic(), which nobody puts back; before everything for a
    pass that an earlier run of the program began. What was on the server then was met. `moved`: the list changed
    meanwhile, so that a contact may have slipped through; another pass follows.
    """

    at: datetime
    began: float
    moved: bool = False


class NewsChanged(NamedTuple):
    """What others have changed since the person last looked is more or less than before: see the book's `changes`.

    `rows` are marked otherwise than before.
    """

    news: News
    rows: frozenset[int] = frozenset()


class WorkChanged(NamedTuple):
    """The list of unfinished work differs, or an item of it."""


class WorkSettled(NamedTuple):
    """What became of work whose outcome was unknown, or that went on without its form."""

    outcome: Outcome


class DeletingChanged(NamedTuple):
    """How far a deletion is, or what can be taken back, has changed: see the session's `deleting`."""


class RecentChanged(NamedTuple):
    """What was looked at or looked for last has changed: see the session's `recent`."""


class WritingAllowed(NamedTuple):
    """Whether contacts can be written has changed: see the session's `read_only_reason`."""


class StoreTrouble(NamedTuple):
    """The copy could not be written or was set aside; `rebuilt` when a damaged one was replaced."""

    error: AddressBookError
    rebuilt: bool = False


Event = (
    ContactsChanged
    | LabelsChanged
    | StaffChanged
    | LoadProgress
    | PassFinished
    | NewsChanged
    | StoreTrouble
    | WorkChanged
    | WorkSettled
    | DeletingChanged
    | RecentChanged
    | WritingAllowed
)
E_ = TypeVar(
    "E_",
    ContactsChanged,
    LabelsChanged,
    StaffChanged,
    LoadProgress,
    PassFinished,
    NewsChanged,
    StoreTrouble,
    WorkChanged,
    WorkSettled,
    DeletingChanged,
    RecentChanged,
    WritingAllowed,
)


class Events:
    """Publishes events to handlers registered by type. Belongs to the event loop's thread."""

    def __init__(self) -> None:
        self._handlers: dict[type[Any], list[Callable[[Any], None]]] = {}

    def subscribe(self, kind: type[E_], handler: Callable[[E_], None]) -> Callable[[], None]:
        """Call `handler` for each event of `kind`; returns the function that ends it."""
        handlers = self._handlers.setdefault(kind, [])
        handlers.append(handler)

        def unsubscribe() -> None:
            if handler in handlers:
                handlers.remove(handler)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Deliver to all handlers; one that fails is logged and does not keep the others from hearing."""
        for handler in tuple(self._handlers.get(type(event), ())):
            try:
                handler(event)
            except Exception:  # the border between services and whoever listens
                log.exception("a listener of %s failed", type(event).__name__)
