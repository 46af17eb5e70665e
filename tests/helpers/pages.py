"""Driving the page of an open book in tests."""

from __future__ import annotations

from addressbook.ui.actions import Act
from addressbook.ui.book_page import BookPage
from tests.helpers.wait import until


async def settled(page: BookPage) -> None:
    """Wait until the list and the counts show the query of now."""
    await until(lambda: page.queries.settled and page.states.counts is not None, "the answer")


def act(page: BookPage, which: Act) -> None:
    """What the menu entry does."""
    page.window().actions_by_id[which].trigger()
