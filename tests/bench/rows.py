"""What a measurement reports, and how it is shown."""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `floor` is what the machine gave in the same run without our program; smaller is better."""

    name: str
    contacts: int
    value: float
    unit: str
    floor: float | None = None
    goal: float | None = None

    @property
    def met(self) -> bool | None:
        return None if self.goal is None else self.value <= self.goal


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    contacts: tuple[int, ...]
    repeats: int
    idle_seconds: float = 10.0


HEADINGS = ("measurement", "contacts", "value", "floor", "goal", "met")


def table(rows: Sequence[Row]) -> str:
    """The rows as aligned text."""
    cells = [HEADINGS]
    for row in rows:
        cells.append(
            (
                row.name,
                f"{row.contacts:,}" if row.contacts else "",
                f"{row.value:,.3g} {row.unit}" if row.value < 1000 else f"{row.value:,.0f} {row.unit}",
                "" if row.floor is None else f"{row.floor:,.3g}",
                "" if row.goal is None else f"{row.goal:,.3g}",
                {True: "yes", False: "NO", None: ""}[row.met],
            )
        )
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def write_json(rows: Sequence[Row], file: Path) -> None:
    """The rows with what they were measured on, to compare runs with each other."""
    machine = {"system": platform.platform(), "python": platform.python_version(), "processor": platform.machine()}
    content = {"machine": machine, "rows": [{**asdict(row), "met": row.met} for row in rows]}
    file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
