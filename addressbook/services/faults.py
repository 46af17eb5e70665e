"""What a fault means for work that goes on in the background: wait and go on, or wait for a person."""

from __future__ import annotations

import random

from addressbook.errors import (
    AddressBookError,
    AnswerError,
    DiskFull,
    DiskReadOnly,
    NetworkError,
    RateLimited,
    ServerBusy,
    StoreBusy,
)
from addressbook.services.events import LoadState

IP_BLOCK_SECONDS = 300.0  # dingtalk-api.md section 4: a blocked address stays blocked for five minutes

_jitter = random.SystemRandom()


def state_for(error: AddressBookError) -> LoadState:
    """OFFLINE or WAITING where the fault may pass by itself, FAILED where somebody has to act."""
    if isinstance(error, NetworkError):
        return LoadState.OFFLINE
    if isinstance(error, RateLimited | ServerBusy | AnswerError | DiskFull | DiskReadOnly | StoreBusy):
        return LoadState.WAITING
    return LoadState.FAILED


def seconds_to_wait(error: AddressBookError, attempt: int, *, first: float, longest: float) -> float:
    """How long to wait before attempt number `attempt` (from 1): doubling, bounded, and never two computers in step."""
    least = 0.0
    if isinstance(error, RateLimited):
        least = error.retry_after
    elif error.code == "answer.ip_blocked":
        least = IP_BLOCK_SECONDS
    return max(least, min(longest, first * 2.0 ** min(attempt - 1, 16))) * _jitter.uniform(1.0, 1.3)


def spread(seconds: float) -> float:
    """`seconds`, give or take a fifth: fifty computers switched on at nine must not ask in step."""
    return seconds * _jitter.uniform(0.8, 1.2)


def any_part(seconds: float) -> float:
    """Anything from nothing to `seconds`."""
    return _jitter.uniform(0.0, seconds)
