"""What a measurement reports, and how it is shown."""

from __future__ import annotations

import itertools
import json
import math
import platform
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `floor` is what the machine gave in the same run without our program; smaller is better.

    A name with a colon ("store: ...") is a detail, shown in a table of its own: it explains a figure that counts.
    """

    name: str
    contacts: int
    value: float
    unit: str
    floor: float | None = None
    goal: float | None = None

    @property
    def met(self) -> bool | None:
        return None if self.goal is None else self.value <= self.goal

    @property
    def is_detail(self) -> bool:
        return ": " in self.name


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    contacts: tuple[int, ...]
    repeats: int
    idle_seconds: float = 10.0
    queries: int = 200
    hostile: int = 330  # searches that nobody should have to wait for: below 15 s at 100,000
    refresh_seconds: float = 8.0  # of dragging and typing while the book is being refreshed

    def of_size(self, contacts: int) -> Options:
        """What is done with a book so large. The largest gets all of it; the others show how the figures grow, for
        which a quarter of the queries will do, and half of the refreshing."""
        if contacts == max(self.contacts):
            return self
        return replace(self, queries=math.ceil(self.queries / 4), refresh_seconds=self.refresh_seconds / 2)


def tables(rows: Sequence[Row]) -> str:
    """The figures that count, then the details: one line for each name, one column for each size of the book."""
    counting, details = [row for row in rows if not row.is_detail], [row for row in rows if row.is_detail]
    parts = [f"{platform.platform()}, {platform.processor() or platform.machine()}, Python {platform.python_version()}"]
    for title, some in (("What counts", counting), ("What it consists of", details)):
        if some:
            parts.append(f"{title} (floor, goal and met are those of the largest book)\n\n{_table(some)}")
    missed = sum(row.met is False for row in counting)
    parts.append(f"{missed} of {sum(row.goal is not None for row in counting)} goals missed at one size or another")
    return "\n\n".join(parts)


def _table(rows: Sequence[Row]) -> str:
    sizes = sorted({row.contacts for row in rows})
    headings = ("figure", "unit", *(f"{size:,}" for size in sizes), "growth", "floor", "× floor", "goal", "met")
    cells = [headings]
    for name in dict.fromkeys(row.name for row in rows):
        mine = {row.contacts: row for row in rows if row.name == name}
        last = mine[max(mine)]
        cells.append(
            (
                name,
                last.unit,
                *(_figure(mine[size].value) if size in mine else "" for size in sizes),
                _growth([mine[size] for size in sorted(mine)]),
                _figure(last.floor),
                "" if not last.floor else f"{last.value / last.floor:.2f}",
                _figure(last.goal),
                {True: "yes", False: "NO", None: ""}[last.met],
            )
        )
    return "\n".join(_aligned(cells))


def _growth(rows: Sequence[Row]) -> str:
    """How often the figure of the smaller book each step to a larger one makes."""
    steps = [
        f"×{after.value / before.value:.2g}" if before.value else "–" for before, after in itertools.pairwise(rows)
    ]
    return " ".join(steps)


def _aligned(cells: Sequence[Sequence[str]]) -> Iterable[str]:
    widths = [max(_width(line[column]) for line in cells) for column in range(len(cells[0]))]
    for number, line in enumerate(cells):
        words = [
            cell + " " * (width - _width(cell)) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        yield "  ".join(words).rstrip()
        if number == 0:
            yield "-" * (sum(widths) + 2 * len(widths) - 2)


def _width(text: str) -> int:
    """Columns of a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def write_json(rows: Sequence[Row], file: Path) -> None:
    """A list of the rows, one a line: {name, contacts, value, unit, floor, goal, met}."""
    lines = [json.dumps({**asdict(row), "met": row.met}, ensure_ascii=False) for row in rows]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
