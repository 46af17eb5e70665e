"""Looking for words in files that should be encrypted."""

from __future__ import annotations

import json
from collections.abc import Iterable

# Four bytes, as a Chinese name of two characters has in UTF-16, stand somewhere in a few MB of anything by chance
LEAST_BYTES = 6


def telling(texts: Iterable[str]) -> set[str]:
    """Those texts that are long enough to be looked for."""
    return {text for text in texts if len(text.encode()) >= LEAST_BYTES}


def found_in_clear(words: Iterable[str], data: bytes) -> list[str]:
    """The words that stand in the data, in any of the ways in which a program may have written them."""
    return [word for word in words if any(form in data for form in _forms(word))]


def _forms(word: str) -> list[bytes]:
    forms = (word.encode(), word.encode("utf-16-le"), json.dumps(word)[1:-1].encode())
    return [form for form in forms if len(form) >= LEAST_BYTES]
