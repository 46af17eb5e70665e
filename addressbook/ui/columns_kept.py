"""Order, widths and choice of the columns as text for the settings."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from addressbook.ui.models.columns import COLUMNS, Column

_WIDEST = 2000


@dataclass(frozen=True, slots=True)
class KeptColumns:
    """What was understood of a text; None where it says nothing that can be."""

    order: list[Column] | None
    hidden: set[Column] | None
    widths: dict[Column, int] | None


def written(order: Sequence[Column], hidden: Collection[Column], widths: Mapping[Column, int]) -> str:
    """The text."""
    return json.dumps(
        {
            "order": [COLUMNS[column].key for column in order],
            "hidden": sorted(COLUMNS[column].key for column in hidden),
            "widths": {COLUMNS[column].key: width for column, width in widths.items()},
        }
    )


def read(text: str) -> KeptColumns:
    """What `written` gave, or any other text. Never raises."""
    try:
        wanted: Any = json.loads(text) if text else {}
    except ValueError:
        wanted = {}
    if not isinstance(wanted, dict):
        wanted = {}
    by_key: dict[object, Column] = {spec.key: column for column, spec in COLUMNS.items()}

    def known(keys: object) -> list[Column] | None:
        return (
            [by_key[key] for key in keys if isinstance(key, str) and key in by_key] if isinstance(keys, list) else None
        )

    order, hidden, widths = wanted.get("order"), wanted.get("hidden"), wanted.get("widths")
    chosen = known(hidden)
    return KeptColumns(
        known(order),
        None if chosen is None else set(chosen) - {Column.NAME},
        {
            by_key[key]: min(max(width, COLUMNS[by_key[key]].narrowest), _WIDEST)
            for key, width in widths.items()
            if key in by_key and isinstance(width, int)
        }
        if isinstance(widths, dict)
        else None,
    )
