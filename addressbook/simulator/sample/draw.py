"""Choices that depend on a seed and an index alone, so that any sample contact can be made without its neighbours."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """A stream of small choices: the same seed, kind and index give the same ones on every machine."""

    __slots__ = ("_pool",)

    def __init__(self, seed: int, kind: str, index: int) -> None:
        digest = hashlib.blake2b(f"{seed}/{kind}/{index}".encode(), digest_size=64).digest()
        self._pool = int.from_bytes(digest, "big")

    def below(self, limit: int) -> int:
        """A number from 0 to limit - 1. One stream holds about 500 bits: some forty choices."""
        self._pool, number = divmod(self._pool, limit)
        return number

    def of(self, items: Sequence[T]) -> T:
        """One of the items."""
        self._pool, number = divmod(self._pool, len(items))
        return items[number]

    def weighted(self, weights: Sequence[int]) -> int:
        """An index, each as likely as its weight in per cent (the weights add up to 100)."""
        self._pool, number = divmod(self._pool, 100)
        for index, weight in enumerate(weights):
            number -= weight
            if number < 0:
                return index
        return len(weights) - 1
