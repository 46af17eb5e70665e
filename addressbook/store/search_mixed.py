"""Chinese typed together with how it is read ("公司sh"), in texts that hold the one or the other but not side by side.

Of many texts only what stands around a character that was typed is looked at, and whatever stands around it in many of
them only once: what follows 有限 is 公司 nearly everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, compress, repeat

from addressbook.store.search_patterns import is_chinese

_CHINESE = "\u3007\u3400-\u9fff\U00020000-\U0003ffff"
_SIGNS = f"(?:_|[^\\w{_CHINESE}\\n\\x1f])*+"
_SLICE = 512  # texts that are looked at in one go: about a millisecond, in which no other thread can run
_PART = rf"(?:[{_CHINESE}]|\d++|[^\W\d_{_CHINESE}]++)"

_Context = tuple[str, tuple[str, str]]  # the parts before a character, backwards, itself and those behind


def found(
    texts: Sequence[str],
    letters: str,
    alike: Callable[[str], Iterable[str]],
    lie: Callable[[Sequence[str]], Iterable[bool]],
) -> list[int]:
    """The numbers of those texts over whose parts `letters` can be laid, one of which is Chinese.

    `alike`: the characters that a character is typed for. `lie` tells for texts whether the letters lie over them.
    """
    place = next(place for place, letter in enumerate(letters) if is_chinese(letter))
    if place and is_chinese(letters[-1]):
        place = len(letters) - 1  # with nothing behind it
    char = f"[{alike(letters[place])}]"
    parts: list[list[_Context]] = []
    seen: set[_Context] = set()
    for start in range(0, len(texts), _SLICE):
        joined = "\n".join(texts[start : start + _SLICE])
        parts.append(list(_around(joined, char, place, len(letters) - place - 1)))
        seen.update(parts[-1])
    different = list(seen)
    lying = set(compress(different, lie([before[::-1] + one + behind for before, (one, behind) in different])))
    counts = map(len, map(re.compile(char).findall, texts))
    numbers = chain.from_iterable(map(repeat, range(len(texts)), counts))
    contexts = chain.from_iterable(parts)
    return sorted({number for number, context in zip(numbers, contexts, strict=True) if context in lying})


def _around(text: str, char: str, before: int, behind: int) -> Iterable[_Context]:
    """For each `char` in the text the parts before it, backwards, and itself with those behind it; so many of each."""
    found = re.findall(f"({char})(?=((?:{_SIGNS}{_PART}){{0,{behind}}}))", text)
    if not before:
        return zip(repeat(""), found)
    # Expressions look forward only
    befores = re.findall(f"{char}(?=((?:{_SIGNS}{_PART}){{0,{before}}}))", text[::-1])
    return zip(reversed(befores), found, strict=True)
