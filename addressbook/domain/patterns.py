"""Regular expressions that are compiled when they are first needed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache


def late(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """For those that no start needs: together they take 16 ms (a range of thousands of characters takes 1 to 2)."""
    return cache(lambda: re.compile(pattern, flags))
