"""Imports requests without the library with which it guesses the encoding of texts: 100 modules, 3 MB.

Answers are read here as bytes, and are UTF-8. To be imported before requests.
"""

from __future__ import annotations

import sys
import warnings

_GUESSERS = ("chardet", "charset_normalizer")


def _import_requests() -> None:
    hidden = [name for name in _GUESSERS if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # Python's way to say that it is not there
    # requests works without, but says so
    warnings.filterwarnings("ignore", "Unable to find acceptable character detection dependency")
    try:
        import requests  # noqa: F401
    finally:
        for name in hidden:
            del sys.modules[name]


_import_requests()
