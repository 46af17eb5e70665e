"""The same item is saved from two places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.domain.work import WorkKind
from addressbook.services.save_results import Refused, Saved
from tests.helpers.desk import WritingServer, open_desk, run


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer() as running:
        yield running


def test_what_was_typed_after_it_was_saved_elsewhere_is_no_second_contact(
    server: WritingServer, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = desk.new()
            saved = await desk.save(item, Saved)
            corrected = replace(item, values=replace(item.values, remark="typed since", mobile="13912345679"))
            refused = await desk.save(corrected, Refused)
            assert refused.item.kind is WorkKind.EDIT
            assert refused.item.userid == saved.contact.userid
            assert refused.item.values.mobile == "13912345678", "no update takes a number"
            assert server.contact(saved.contact.userid).get("remark", "") == ""
            await desk.save(refused.item, Saved)
            (made,) = server.having(name="Ann Lee")
            assert made["remark"] == "typed since"
            assert server.calls("create") == 1

    run(story())
