"""Labels and their groups (documents: listlabelgroups)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """One label; `id` needs 64 bits."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class LabelGroup:
    """A group of labels. It has no id: its place in the server's list tells it from others of its name.

    `color` is the server's number: a signed 32-bit ARGB value, None when missing or unreadable.
    """

    name: str
    color: int | None
    labels: tuple[Label, ...] = ()

    @property
    def rgb(self) -> int | None:
        """The colour as 0xRRGGBB without alpha, None when unknown."""
        return None if self.color is None else self.color & 0xFFFFFF
