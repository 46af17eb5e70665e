"""Where the reading of the whole book stands; kept in the same transaction as the contacts themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from addressbook.store.connection import Connection


@dataclass(frozen=True, slots=True)
class PassState:
    """A pass reads the server's list from its start to the empty page.

    `running`: pass `number` is under way, or was when the program ended: it goes on at `next_offset`.
    `loaded` counts the contacts it has met. `complete`: some pass has reached the end, so that the book is whole.
    `last_total` is how many contacts there were at the end of the last complete pass, which was at `finished_at`
    (aware, UTC). `dirty`: the list moved during that pass; another one is due. `edge` is the userid that stood at
    `next_offset`, "" when that is not known; `went_on_at` is when the pass was last stored to have come that far.
    `settled`: what comes into the book from now on is a change, and not one of those whom a moving list hid while the
    book was filled.
    """

    number: int = 0
    running: bool = False
    next_offset: int = 0
    complete: bool = False
    loaded: int = 0
    last_total: int | None = None
    finished_at: datetime | None = None
    dirty: bool = False
    edge: str = ""
    went_on_at: datetime | None = None
    settled: bool = False


def read(connection: Connection) -> PassState:
    """The state as it is stored."""
    values = connection.one(
        "SELECT pass, running, next_offset, complete, loaded, last_total, finished_at, dirty, edge, went_on_at, "
        "settled FROM sync"
    )
    assert values is not None  # noqa: S101 - the migration that makes the table puts its one row in
    (
        number,
        running,
        next_offset,
        complete,
        loaded,
        last_total,
        finished_at,
        dirty,
        edge,
        went_on_at,
        settled,
    ) = values
    return PassState(
        number=number,
        running=bool(running),
        next_offset=next_offset,
        complete=bool(complete),
        loaded=loaded,
        last_total=last_total,
        finished_at=_moment(finished_at),
        dirty=bool(dirty),
        edge=edge,
        went_on_at=_moment(went_on_at),
        settled=bool(settled),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
