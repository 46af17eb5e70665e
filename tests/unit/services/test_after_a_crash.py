"""The program started again after it died while it was writing: what is uncertain is shown so, and no phantom stays."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.credentials import CredentialStore
from addressbook.domain.contact import Contact, RowState
from addressbook.domain.form_values import FormValues, values_of
from addressbook.domain.query import ContactQuery
from addressbook.domain.work import WorkItem, WorkKind, WorkState, temporary_id
from addressbook.errors import PermissionMissing, StoreError
from addressbook.services.events import LoadState, WritingAllowed
from addressbook.services.session import Session
from addressbook.services.session_kind import ReadOnlyReason
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from addressbook.store.book import BookWriter
from addressbook.store.files import BOOK_FILE, WORK_FILE
from addressbook.store.work import WorkStore
from tests.helpers.house import CONTACTS, House, run
from tests.helpers.wait import until

VALUES = FormValues("Zed", "", "Harbour", "", "86", "13800138000", "", "0001", (1,))


@pytest.fixture
def server() -> Iterator[SimulatorServer]:
    with SimulatorServer(SimulatorOptions(contacts=CONTACTS)) as running:
        yield running


@pytest.fixture
def house(tmp_path: Path, server: SimulatorServer) -> Iterator[House]:
    made = House(tmp_path / "house", server.url)
    yield made
    made.settings.flush()


class Left:
    """What a program that died has left in the folder of the profile; the network is away when it starts again."""

    def __init__(self, house: House, profile: str) -> None:
        credentials = CredentialStore().load(profile)
        assert credentials is not None
        self.house, self.profile, self.key = house, profile, credentials.copy_key
        self.folder = house.paths.profile_dir(profile)

    def work(self, act: Callable[[WorkStore], object]) -> None:
        store = WorkStore.open(self.folder, self.key)
        act(store)
        store.close()

    def book(self, act: Callable[[BookWriter], object]) -> None:
        writer = BookWriter.open(self.folder, self.key)
        act(writer)
        writer.close()

    async def start(self) -> Session:
        self.house.restart()
        return await self.house.sessions.open_profile(self.profile)


async def whole(session: Session) -> None:
    await until(lambda: session.book.progress.complete and session.book.progress.state is LoadState.IDLE, "the book")


async def dead(house: House, server: SimulatorServer) -> tuple[Left, list[Contact], WorkItem]:
    """A whole book, two of its contacts, and an item to begin with; the program has ended and so has the server."""
    session = await house.sessions.connect(house.form())
    await whole(session)
    rows = (await session.book.answer(ContactQuery())).ids
    contacts = [contact for row in rows[:3] if isinstance(contact := session.book.contact(row), Contact)]
    item = session.work.new(WorkKind.CREATE, VALUES)
    assert session.profile is not None
    house.settings.flush()
    await house.sessions.close(session)
    server.stop()
    return Left(house, session.profile.id), contacts, item


def shown(session: Session, userid: str) -> tuple[str, RowState] | None:
    row = session.book.row_of(userid)
    if row is None:
        return None
    found = session.book.rows([row])[row]
    return found.name, found.state


@pytest.mark.parametrize("in_the_copy", [True, False])
def test_what_is_uncertain_is_pending_again(house: House, server: SimulatorServer, in_the_copy: bool) -> None:
    """The copy may have lost in a power failure what work.db has kept."""

    async def story() -> None:
        left, (ann, ben, cy), item = await dead(house, server)
        create = replace(item, state=WorkState.SENDING, sent=VALUES, sent_at=item.created_at)
        edit = replace(
            item, id="b" * 32, kind=WorkKind.EDIT, state=WorkState.UNKNOWN, userid=ann.userid, base=ann,
            values=replace(values_of(ann), name="Mine"),
        )  # fmt: skip
        delete = replace(item, id="c" * 32, kind=WorkKind.DELETE, state=WorkState.SENDING, userid=ben.userid, base=ben)
        draft = replace(edit, id="d" * 32, state=WorkState.DRAFT, userid=cy.userid, base=cy)
        for one in (create, edit, delete, draft):
            left.work(lambda work, one=one: work.put_item(one))
        if in_the_copy:
            left.book(lambda writer: writer.show_pending(VALUES.as_contact(temporary_id(create.id))))
            left.book(lambda writer: writer.show_pending(replace(ann, name="Mine")))
            left.book(lambda writer: writer.hide_pending(ben.userid))
        session = await left.start()
        assert shown(session, temporary_id(create.id)) == ("Zed", RowState.PENDING)
        assert shown(session, ann.userid) == ("Mine", RowState.PENDING)
        assert shown(session, ben.userid) is None
        assert shown(session, cy.userid) == (cy.name, RowState.READY)
        assert await session.unfinished_work() == 4
        assert len((await session.book.answer(ContactQuery())).ids) == CONTACTS
        await session.book.put_back(ann.userid)
        assert session.book.contact(ann.userid) == ann
        await house.sessions.close(session)

    run(story())


def test_no_phantom_of_what_was_never_saved_stays(house: House, server: SimulatorServer) -> None:
    """It died between the refusal and the taking back of the rows, and no server is there to tell."""

    async def story() -> None:
        left, (ann, ben, _), item = await dead(house, server)
        left.work(lambda work: work.put_item(item))  # refused: a draft again
        left.book(lambda writer: writer.show_pending(VALUES.as_contact(temporary_id(item.id))))
        left.book(lambda writer: writer.show_pending(replace(ann, name="Mine")))
        left.book(lambda writer: writer.hide_pending(ben.userid))
        session = await left.start()
        assert shown(session, temporary_id(item.id)) is None
        assert session.book.contact(ann.userid) == ann
        assert shown(session, ben.userid) == (ben.name, RowState.READY)
        assert len((await session.book.answer(ContactQuery())).ids) == CONTACTS
        assert not session.book.pending(ann.userid)
        assert session.work.items() == (item,)
        await house.sessions.close(session)

    run(story())


def test_a_copy_made_anew_shows_what_is_uncertain(house: House, server: SimulatorServer) -> None:
    async def story() -> None:
        left, _, item = await dead(house, server)
        left.work(lambda work: work.put_item(replace(item, state=WorkState.UNKNOWN)))
        for path in left.folder.glob(f"{BOOK_FILE}*"):
            path.unlink()
        session = await left.start()
        assert shown(session, temporary_id(item.id)) == ("Zed", RowState.PENDING)
        await house.sessions.close(session)

    run(story())


def test_a_work_file_that_can_be_used_again_is_found_by_checking_again(
    house: House, server: SimulatorServer, expected_log: Callable[..., None]
) -> None:
    expected_log("work.db cannot be used")

    async def story() -> None:
        left, _, item = await dead(house, server)
        left.work(lambda work: work.put_item(replace(item, state=WorkState.UNKNOWN)))
        sound = (left.folder / WORK_FILE).read_bytes()
        (left.folder / WORK_FILE).write_bytes(b"unreadable" * 1000)
        session = await left.start()
        told: list[WritingAllowed] = []
        session.events.subscribe(WritingAllowed, told.append)
        assert session.read_only_reason is ReadOnlyReason.WORK_DAMAGED
        with pytest.raises(StoreError, match=r"store\.work_damaged"):
            await session.work.keep(item)
        await session.check_again()
        assert session.read_only_reason is ReadOnlyReason.WORK_DAMAGED
        for path in left.folder.glob(f"{WORK_FILE}*"):
            path.unlink()
        (left.folder / WORK_FILE).write_bytes(sound)  # somebody has brought it back
        await session.check_again()
        assert session.read_only_reason is None
        assert len(told) == 1
        assert shown(session, temporary_id(item.id)) == ("Zed", RowState.PENDING)
        assert await session.unfinished_work() == 1
        await house.sessions.close(session)

    run(story())


def test_a_permission_that_is_missing_ends_the_writing_until_somebody_checks_again(house: House) -> None:
    async def story() -> None:
        session = await house.sessions.connect(house.form())
        told: list[WritingAllowed] = []
        session.events.subscribe(WritingAllowed, told.append)
        error = PermissionMissing("60011", scopes=("qyapi_ext_write",))
        session.permission.refused(error)
        session.permission.refused(PermissionMissing("43007"))
        assert session.read_only_reason is ReadOnlyReason.PERMISSION
        assert session.permission.error is not None
        assert session.permission.error.code == "43007"
        assert len(told) == 1
        await session.check_again()
        assert session.read_only_reason is None
        assert session.permission.error is None
        assert len(told) == 2
        session.permission.clear()
        assert len(told) == 2
        await house.sessions.close(session)

    run(story())


def test_quitting_while_a_contact_is_saved_leaves_it_as_unfinished_work(house: House, server: SimulatorServer) -> None:
    async def story() -> None:
        session = await house.sessions.connect(house.form())
        await whole(session)
        assert session.profile is not None
        item = replace(session.work.new(WorkKind.CREATE, VALUES), state=WorkState.SENDING, sent=VALUES)
        server.faults.add("hang", endpoints=("extcontact/create",))

        async def save() -> None:
            with session.work.under_way():
                await session.work.keep(item)
                await session.book.show_pending(VALUES.as_contact(temporary_id(item.id)))
                await session._requests.run(session.client.create_contact, VALUES.wire(item.purpose))
                pytest.fail("a call that hangs was answered")

        saving = asyncio.ensure_future(save())
        await until(lambda: session.book.pending(temporary_id(item.id)), "the row")
        await house.sessions.close(session)
        with suppress(asyncio.CancelledError):
            await saving
        house.restart()
        again = await house.sessions.open_profile(session.profile.id)
        assert again.work.items() == (item,)
        assert shown(again, temporary_id(item.id)) == ("Zed", RowState.PENDING)
        await house.sessions.close(again)

    run(story())
