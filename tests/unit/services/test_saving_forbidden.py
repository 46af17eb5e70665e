"""Saving where it may not be done, cannot be kept, or comes while the book is still being read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.domain.work import WorkKind
from addressbook.errors import PermissionMissing, StoreError
from addressbook.services.events import WritingAllowed
from addressbook.services.save_results import Refused, Saved, Unknown
from addressbook.services.session_kind import ReadOnlyReason
from addressbook.store.files import WORK_FILE
from tests.helpers.desk import ANN, WritingServer, open_desk, run
from tests.helpers.open_book import QUICK


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer() as running:
        yield running


@pytest.mark.parametrize("code", ["60011", "43007"])
def test_a_missing_permission_holds_until_somebody_checks_again(
    code: str, server: WritingServer, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.options.permission_code = code
            server.options.without_scopes = frozenset({"qyapi_ext_write"})
            refused = await desk.save(desk.new(), Refused)
            assert isinstance(refused.error, PermissionMissing)
            assert desk.session.permission.error is refused.error
            assert desk.session.read_only_reason is ReadOnlyReason.PERMISSION
            assert [event for event in desk.told if isinstance(event, WritingAllowed)] == [WritingAllowed()]
            server.options.without_scopes = frozenset()
            await desk.session.check_again()
            assert desk.session.read_only_reason is None
            await desk.save(refused.item, Saved)

    run(story())


def test_an_edit_may_be_refused_for_the_permission_too(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            server.options.without_scopes = frozenset({"qyapi_ext_write"})
            await desk.save(desk.edit(userid, title="CEO"), Refused)
            assert desk.session.read_only_reason is ReadOnlyReason.PERMISSION

    run(story())


def test_no_permission_to_read_is_not_one_to_write(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            item = desk.edit(userid, title="CEO")
            server.options.without_scopes = frozenset({"qyapi_ext_read"})
            refused = await desk.save(item, Refused)
            assert isinstance(refused.error, PermissionMissing)
            assert desk.session.read_only_reason is None
            assert not desk.session.book.pending(userid)
            assert server.calls("update") == 0

    run(story())


def test_a_third_partys_token_writes_nothing(tmp_path: Path) -> None:
    async def story(server: WritingServer) -> None:
        token = server.options.third_party_token
        async with open_desk(server.url, tmp_path, third_party_token=token) as desk:
            refused = await desk.save(desk.new(), Refused)
            assert refused.error.code == "43007"
            assert desk.session.read_only_reason is ReadOnlyReason.THIRD_PARTY
            assert len(server.state.book) == 30

    with WritingServer(third_party=True) as server:
        run(story(server))


def test_without_work_db_nothing_is_sent(
    server: WritingServer, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("work.db cannot be used")
    (tmp_path / WORK_FILE).write_bytes(b"no database at all" * 500)

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            for item in (desk.new(), desk.edit(userid, title="CEO")):
                refused = await desk.save(item, Refused)
                assert isinstance(refused.error, StoreError)
                assert refused.item.values == item.values
            assert desk.session.read_only_reason is ReadOnlyReason.WORK_DAMAGED
            assert server.calls("create") == server.calls("update") == 0
            assert await desk.named("Ann Lee") == {}
            assert not desk.session.book.pending(userid)

    run(story())


def test_a_contact_can_be_saved_while_the_book_is_being_read(tmp_path: Path) -> None:
    async def story(server: WritingServer) -> None:
        held = server.faults.add("hold", endpoints=["extcontact/list"], after=1)
        async with open_desk(server.url, tmp_path, whole=False) as desk:
            saved = await desk.save(desk.new(), Saved)
            assert not desk.session.book.progress.complete
            server.faults.clear(held)
            await desk.whole()
            assert await desk.named("Ann Lee") == {saved.contact.userid: False}

    with WritingServer(contacts=600) as server:
        run(story(server))


def test_an_answer_lost_while_the_book_is_being_read(tmp_path: Path) -> None:
    async def story(server: WritingServer) -> None:
        held = server.faults.add("hold", endpoints=["extcontact/list"], after=1)
        server.faults.add("lost", endpoints=["extcontact/create"], times=1)
        async with open_desk(server.url, tmp_path, whole=False) as desk:
            await desk.save(desk.new(), Unknown)
            server.faults.clear(held)
            saved = await desk.settled(Saved)
            await desk.whole()
            assert await desk.named("Ann Lee") == {saved.contact.userid: False}
            assert server.calls("create") == 1

    with WritingServer(contacts=600) as server:
        run(story(server))


def test_a_pass_is_hurried_while_a_person_waits(server: WritingServer, tmp_path: Path) -> None:
    times = replace(QUICK, refresh_calls=0.01, first_pass_calls=1000.0)

    async def story() -> None:
        async with open_desk(server.url, tmp_path, times=times) as desk:
            pace = desk.session.client.pace
            server.faults.add("lost_before", endpoints=["extcontact/create"], times=1)
            server.faults.add("reset", endpoints=["extcontact/list"], times=2)
            limits = set()
            desk.session.events.subscribe(type(desk.session.book.progress), lambda _: limits.add(pace.background_limit))
            await desk.save(desk.new(), Unknown)
            await desk.settled(object)  # at a page in a hundred seconds it would not come in time
            assert 1000.0 in limits

    run(story())


def test_what_cannot_be_saved_is_a_mistake_of_the_caller(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            for kind in (WorkKind.DELETE, WorkKind.EDIT):
                with pytest.raises(ValueError, match=kind.value):
                    await desk.session.saving.save(desk.session.work.new(kind, ANN))

    run(story())
