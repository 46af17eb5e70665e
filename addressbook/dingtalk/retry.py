"""Trying again: only what is safe to repeat, only what may pass, with jitter, and never for long.

The long waiting (offline, blocked) is not done here: the caller gets the error soon and decides.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.pace import Pace
from addressbook.errors import AnswerError, CallError, NetworkError, RateLimited, ServerBusy

T = TypeVar("T")

_BUSY_TRIES = 3  # the documents' own bound for -1
_RATE_TRIES = 5
_BROKEN_TRIES = 2
_FIRST_PAUSE = 0.4  # seconds, doubled each time
_LONGEST_PAUSE = 5.0  # a server that asks for more is left to the caller


def with_retries(
    attempt: Callable[[], T], *, repeatable: bool, pace: Pace | None = None, cancel: CancelToken | None = None
) -> T:
    """Run `attempt` until it succeeds or fails for good; raises its last error, or Cancelled.

    `repeatable` is whether doing it twice is harmless. A refusal for the rate comes before anything is done, so it
    is tried again in any case; `pace` makes the wait.
    """
    tries: dict[type[CallError], int] = {}
    while True:
        try:
            return attempt()
        except RateLimited as error:
            pause = error.retry_after + random.uniform(0.0, 0.5)  # noqa: S311 - colleagues share the allowance
            if error.retry_after > _LONGEST_PAUSE or not _again(tries, RateLimited, _RATE_TRIES):
                raise
            if pace is not None:
                pace.slowed(pause)
                pause = 0.0  # the next attempt waits for its turn
        except ServerBusy:
            if not repeatable or not _again(tries, ServerBusy, _BUSY_TRIES):
                raise
            pause = _growing(tries[ServerBusy])
        except (NetworkError, AnswerError) as error:
            # A connection that broke or an answer that was cut may well be whole the next time; a name that is not
            # found, a time-out or a proxy's page will not change within a second.
            if error.code not in ("network.reset", "answer.json") or not repeatable:
                raise
            if not _again(tries, NetworkError, _BROKEN_TRIES):
                raise
            pause = _growing(tries[NetworkError])
        if cancel is None:
            time.sleep(pause)
        elif cancel.wait(pause):
            cancel.raise_if_cancelled()


def _again(tries: dict[type[CallError], int], kind: type[CallError], most: int) -> bool:
    tries[kind] = tries.get(kind, 0) + 1
    return tries[kind] <= most


def _growing(number: int) -> float:
    return _FIRST_PAUSE * 2.0 ** (number - 1) * random.uniform(0.75, 1.25)  # noqa: S311 - jitter
