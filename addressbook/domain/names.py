"""Finding people and departments by their names, as somebody types them: also by pinyin and its initials."""

from __future__ import annotations

from functools import lru_cache

from addressbook.domain.pinyin import readings, special_readings
from addressbook.domain.text import fold

_TWO_LETTERS = ("zh", "ch", "sh")
_LONGEST = 64  # characters of a name that are looked at


class NameSearch:
    """What was typed, made ready to be looked for in many names. Empty text is found in every name.

    Each word must be found somewhere: as it stands ("hen" in "Chen"), or as the readings of characters that follow
    each other ("chenj", "cj" and "jie" all find 陈洁).
    """

    def __init__(self, text: str) -> None:
        self._words = tuple(fold(text).split())

    def finds(self, name: str) -> bool:
        """Whether the name is one of those meant."""
        if not self._words:
            return True
        folded = fold(name)
        spelled: tuple[tuple[str, ...], ...] | None = None
        for word in self._words:
            if word in folded:
                continue
            if spelled is None:
                spelled = () if folded.isascii() else _spelled(folded)
            if not any(_follows(spelled, start, word) for start in range(len(spelled)) if spelled[start]):
                return False
        return True


@lru_cache(maxsize=8192)
def _spelled(name: str) -> tuple[tuple[str, ...], ...]:
    """Per character its readings without tones; () for what is no Chinese character."""
    name = name[:_LONGEST]
    special = special_readings(name, person=True)
    spelled = []
    for place, char in enumerate(name):
        found = readings(char)
        if place in special:
            found = (special[place], *found)
        spelled.append(tuple(dict.fromkeys(one[:-1] for one in found)))
    return tuple(spelled)


def _follows(spelled: tuple[tuple[str, ...], ...], place: int, word: str) -> bool:
    """Whether the characters from `place` on can be read so that they begin with `word`.

    Every character counts with its whole reading or its initial, the last one with any beginning of it.
    """
    ends = {0}
    for readings_of in spelled[place:]:
        if not readings_of:
            return False
        further: set[int] = set()
        for done in ends:
            rest = word[done:]
            for reading in readings_of:
                if reading.startswith(rest):
                    return True
                if rest.startswith(reading):
                    further.add(done + len(reading))
                for initial in (reading[:1], reading[:2] if reading[:2] in _TWO_LETTERS else reading[:1]):
                    if rest.startswith(initial):
                        further.add(done + len(initial))
        if not further:
            return False
        ends = further
    return False
