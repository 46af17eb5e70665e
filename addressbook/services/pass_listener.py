"""Who hears what a pass over the server's list has done."""

from __future__ import annotations

from typing import Protocol


class PassListener(Protocol):
    """Who hears what a pass has done. Called on the loop's thread."""

    def rows_changed(self, rows: frozenset[int], *, removed: bool, at_once: bool) -> None: ...

    async def first_page_looked_at(self) -> None:
        """Wait until somebody has read the rows of the first page, but not for long: there may be nobody."""

    def labels_changed(self) -> None: ...

    def went_on(self) -> None:
        """Something was read and stored: progress, and proof that the server answers."""
