"""Finding people, departments, labels and countries by their names, as contacts are found by theirs."""

from __future__ import annotations

from addressbook.domain.search_match import finds
from addressbook.domain.search_words import parse


class NameSearch:
    """What was typed, made ready to be looked for in many names. Empty text is found in every name.

    Each word must be found somewhere: as it stands ("hen" in "Chen"), or as the readings of characters that follow
    each other ("chenj", "cj" and "jie" all find 陈洁).
    """

    def __init__(self, text: str) -> None:
        self._words = parse(text)

    def finds(self, name: str) -> bool:
        """Whether the name is one of those meant."""
        return finds(self._words, name, person=True)
