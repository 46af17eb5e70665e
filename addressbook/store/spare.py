"""Memory that is free again, given back to the system."""

from __future__ import annotations

import sys


def give_back() -> None:
    """After work that took much memory. On Linux the C library keeps what was freed for the next time: 40 MB of 100,000
    contacts that were filled in; other systems take it back by themselves. A few milliseconds, on any thread."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # not on the way to a window

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's alone
    if trim is not None:
        trim(0)
