"""Searches that nobody should have to wait for: whatever can be typed or pasted, made from the texts of a book.

Timed in processor time of the thread that answers, since the slowest of some hundred would else be the one during which
the computer did something else.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from addressbook.domain.contact import Contact
from addressbook.domain.query import ContactQuery
from addressbook.domain.readings import common_readings
from addressbook.store.book import BookReader, BookWriter
from tests.bench.rows import Row

_TOOK_FROM = 2000  # contacts
_LONGEST = 200
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SIGNS = ",;.:-_·'\"()（）[]{}!?@#&%*+=/\\|~^$€、。《》 \t"
_DIGITS = "0123456789"
# Latin, marks, Greek to Hebrew, kana, Chinese, Hangul, private use, compatibility, emoji, rare Chinese, anything
_RANGES = (
    (0x20, 0x24F), (0x300, 0x36F), (0x370, 0x5FF), (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3),
    (0xD800, 0xF8FF), (0xF900, 0xFFFF), (0x1F300, 0x1FAFF), (0x20000, 0x2A6DF), (0, 0x10FFFF),
)  # fmt: skip


def measure(writer: BookWriter, reader: BookReader, everyone: Sequence[Contact], searched: int) -> list[Row]:
    """So many searches, each by itself; one in three is typed, key by key at its end; before one in three a contact
    changes."""
    with _without_collecting():
        times = _times(writer, reader, everyone[:_TOOK_FROM], searched)
    count, size = len(times), len(everyone)
    return [
        Row(f"search: slowest of {count} hostile queries", size, times[-1], "ms", goal=100),
        Row(f"search: p95 of {count} hostile queries", size, times[count * 95 // 100], "ms"),
        Row(f"search: median of {count} hostile queries", size, times[count // 2], "ms"),
    ]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Nor does the program let a thread that answers collect garbage: ui/garbage.py does, without what stays."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def _times(writer: BookWriter, reader: BookReader, some: Sequence[Contact], searched: int) -> list[float]:
    """Milliseconds, upwards."""
    reader.answer(ContactQuery())  # whoever searches has the list before her
    times = []
    for number, text in enumerate(searches(texts_of(some), searched)):
        how = number // len(_MADE) % 3
        if how == 1:
            one = some[number % len(some)]
            writer.merge_one(replace(one, title=f"{one.title} {number}", company_name=f"{one.company_name} {number}"))
        for end in range(max(1, len(text) - 2) if how == 2 else len(text), len(text) + 1):
            started = time.thread_time()
            reader.answer(ContactQuery(text=text[:end]))
            times.append((time.thread_time() - started) * 1000)
    return sorted(times)


def texts_of(contacts: Sequence[Contact]) -> list[str]:
    """What can be searched of them."""
    return [
        text
        for one in contacts
        for text in (one.name, one.company_name, one.title, one.remark, one.address, one.email, one.mobile)
        if text
    ]


def searches(texts: Sequence[str], count: int, seed: int = 1) -> Iterator[str]:
    """`count` search texts of at most 200 characters, the same for each seed; `texts` are those of the contacts."""
    rng = random.Random(seed)
    for number in range(count):
        yield _MADE[number % len(_MADE)](rng, texts)[:_LONGEST]


def _anything(rng: random.Random, _: Sequence[str]) -> str:
    return "".join(chr(rng.randint(*rng.choice(_RANGES))) for _ in range(rng.choice((1, 2, 5, 40, 200))))


def _piece(rng: random.Random, texts: Sequence[str]) -> str:
    """Cut out of a text."""
    text = rng.choice(texts)
    start = rng.randrange(len(text)) if text else 0
    return text[start : start + rng.choice((1, 1, 2, 3, 5, 12, 40))]


def _pieces(rng: random.Random, texts: Sequence[str]) -> str:
    return rng.choice((" ", " ", " ", "")).join(_piece(rng, texts) for _ in range(rng.randint(2, 20)))


def _typed(rng: random.Random, texts: Sequence[str]) -> str:
    """As a text is typed: each character as it is, by its reading, or by the initial of that."""
    kinds = rng.choice(((1, 1, 1), (0, 1, 0), (0, 0, 1), (0, 1, 1), (1, 1, 0), (1, 0, 1), (3, 0, 1)))
    typed = ""
    for char in _piece(rng, texts):
        readings = common_readings(char)
        whole = rng.choice(readings)[:-1] if readings else char
        typed += rng.choices((char, whole, whole[:1]), kinds)[0]
    return typed


def _typed_words(rng: random.Random, texts: Sequence[str]) -> str:
    return " ".join(_typed(rng, texts) for _ in range(rng.randint(2, 12)))


def _mixed_words(rng: random.Random, texts: Sequence[str]) -> str:
    """Characters that many texts have, with letters around them."""
    letters = ["", "", *_LETTERS, "sh", "zh", "1"]
    words = (rng.choice(letters) + _piece(rng, texts)[:3] + rng.choice(letters) for _ in range(rng.choice((1, 1, 8))))
    return " ".join(words)


def _few_letters(rng: random.Random, _: Sequence[str]) -> str:
    """Many words of one letter or two."""
    size = rng.choice((1, 1, 2, 2, 3))
    return " ".join("".join(rng.choices(_LETTERS + _DIGITS, k=size)) for _ in range(rng.randint(2, 60)))


def _again(rng: random.Random, _: Sequence[str]) -> str:
    units = "a", "n", "z", "s", "ha", "zh", "zhang", "shang", "an", "lu", "xi", "1", "0", "中", "é", "-", "a ", "张 "
    return rng.choice(units) * rng.choice((3, 12, 13, 25, 200)) + rng.choice(("", "b", "1", "张"))


def _run(rng: random.Random, texts: Sequence[str]) -> str:
    """Pinyin without end."""
    typed = ""
    while len(typed) < _LONGEST:
        readings = common_readings(rng.choice(rng.choice(texts) or " "))
        typed += rng.choice(readings)[: rng.choice((-1, -1, -1, 1))] if readings else rng.choice(_LETTERS)
    return typed[: rng.choice((8, 15, 25, 33, 60, _LONGEST))]


def _digits(rng: random.Random, _: Sequence[str]) -> str:
    unit = rng.choice((_DIGITS, _DIGITS + " ", _DIGITS + " -+()", _DIGITS + " ***", "01 "))
    return "".join(rng.choices(unit, k=rng.choice((1, 2, 3, 5, 9, 14, 30, 200))))


def _signs(rng: random.Random, texts: Sequence[str]) -> str:
    signs = "".join(rng.choices(_SIGNS, k=rng.choice((1, 2, 5, 60))))
    return rng.choice((signs, signs + _piece(rng, texts), _piece(rng, texts)[:2] + signs))


_MADE: tuple[Callable[[random.Random, Sequence[str]], str], ...] = (
    _anything, _piece, _pieces, _typed, _typed_words, _mixed_words, _few_letters, _again, _run, _digits, _signs,
)  # fmt: skip
