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

_Context = tuple[str, str, str]  # the parts before a character, backwards, itself, and those behind


def found(
    texts: Sequence[bytes],
    letters: str,
    alike: Callable[[str], str],
    lie: Callable[[Sequence[str]], Iterable[bool]],
) -> Iterable[int]:
    """The numbers, some again and again, of those texts over whose parts `letters` can be laid, one of which is
    Chinese.

    `alike`: the characters that a character is typed for. `lie` tells for texts whether the letters lie over them.
    """
    place = next(place for place, letter in enumerate(letters) if is_chinese(letter))
    if place and is_chinese(letters[-1]):
        place = len(letters) - 1  # with nothing behind it
    chars = alike(letters[place])
    contexts: list[_Context] = []
    for start in range(0, len(texts), _SLICE):
        joined = b"\n".join(texts[start : start + _SLICE]).decode()
        contexts += _around(joined, chars, place, len(letters) - place - 1)
    different = list(set(contexts))
    lying = set(compress(different, lie([f"{before[::-1]}{char}{behind}" for before, char, behind in different])))
    bare = [char.encode() for char in chars]
    counts = (sum(map(text.count, bare)) for text in texts)
    numbers = chain.from_iterable(map(repeat, range(len(texts)), counts))
    return compress(numbers, map(lying.__contains__, contexts))


def _around(text: str, chars: str, before: int, behind: int) -> Iterable[_Context]:
    """For each of `chars` in the text so many parts before it, backwards, itself, and so many behind it. One of the
    numbers is not 0."""

    def behind_it(text: str, parts: int) -> list[str]:
        return re.findall(f"[{chars}](?=((?:{_SIGNS}{_PART}){{0,{parts}}}))", text)

    # Expressions look forward only
    befores = reversed(behind_it(text[::-1], before)) if before else repeat("")
    behinds = behind_it(text, behind) if behind else repeat("")
    every = re.findall(f"[{chars}]", text) if len(chars) > 1 else repeat(chars)
    return zip(befores, every, behinds, strict=False)
