"""Sessions from end to end: sample, organisation, this run only; what is kept, and what is gone afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from keyring.errors import KeyringLocked

from addressbook.credentials import CredentialStore
from addressbook.domain.query import ContactQuery, Scope
from addressbook.domain.staff import NameState
from addressbook.errors import (
    AddressBookError,
    CredentialsRejected,
    NotFound,
    ProfileInUse,
    SecretStoreError,
    SecretStoreLocked,
)
from addressbook.services.events import LoadState, StaffChanged
from addressbook.services.session import CONFIRMED_AT, NAMES_CHECKED_AT, Session
from addressbook.services.session_kind import ReadOnlyReason, SessionKind
from addressbook.services.threads import Started
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.sample.staff import SAMPLE_MOBILE
from addressbook.simulator.server import SimulatorServer
from addressbook.store.files import WORK_FILE
from addressbook.store.work import WorkStore
from tests.helpers.house import CONTACTS, House, run
from tests.helpers.memory_keyring import MemoryKeyring
from tests.helpers.wait import until


@pytest.fixture
def server() -> Iterator[SimulatorServer]:
    with SimulatorServer(SimulatorOptions(contacts=CONTACTS)) as running:
        yield running


@pytest.fixture
def house(tmp_path: Path, server: SimulatorServer) -> Iterator[House]:
    made = House(tmp_path / "house", server.url)
    yield made
    made.settings.flush()


async def whole(session: Session) -> int:
    """Wait for the whole book; how many rows it has."""
    await until(lambda: session.book.progress.complete and session.book.progress.state is LoadState.IDLE, "the book")
    return len((await session.book.answer(ContactQuery())).ids)


async def in_work(session: Session, act: Callable[[WorkStore], Any]) -> Any:
    return await session.book.store.run(session._file.do, act)


@asynccontextmanager
async def opened(house: House, opening: Coroutine[Any, Any, Session]) -> AsyncIterator[Session]:
    session = await opening
    try:
        yield session
    finally:
        loop = asyncio.get_running_loop()
        began = loop.time()
        await house.sessions.close(session)
        assert loop.time() - began < 10  # a call that hangs would take 20 s and more


def test_the_sample_book_knows_who_one_is_and_leaves_nothing(house: House, memory_keyring: MemoryKeyring) -> None:
    memory_keyring.refuse_with = AssertionError("the sample book asked the password store")

    async def story() -> None:
        async with opened(house, house.sessions.open_sample()) as session:
            assert session.kind is SessionKind.SAMPLE
            assert not session.read_only
            assert await whole(session) == CONTACTS
            await until(lambda: session.me, "me")
            assert session.me is not None
            assert session.me.name
            assert len(session.me.department_ids) >= 2, "with all departments above"
            assert (await session.book.counts(Scope.MINE)).mine > 0
            assert house.files()
        assert house.files() == set()
        assert house.samples[0].stopped
        assert house.sessions.profiles.all() == ()

    run(story())


def test_connect_keep_and_open_again_without_the_server(house: House, server: SimulatorServer) -> None:
    async def story() -> None:
        async with opened(house, house.sessions.connect(house.form(mobile=SAMPLE_MOBILE))) as session:
            assert session.kind is SessionKind.ORGANISATION
            assert session.profile_name == "Harbour"
            await whole(session)
            await until(lambda: session.me, "me")
            me = session.me
        house.settings.flush()
        server.stop()
        house.restart()
        profile = house.sessions.profiles.last()
        assert profile is not None
        async with opened(house, house.sessions.open_profile(profile.id)) as session:
            assert len((await session.book.answer(ContactQuery())).ids) == CONTACTS
            assert session.me == me
            assert session.own_mobile == SAMPLE_MOBILE
            await until(lambda: session.book.progress.state is LoadState.OFFLINE, "offline")
            await until(lambda: session.me_error is not None, "the number cannot be looked up now")
            assert session.me == me

    run(story())


def test_a_password_that_was_read_early_is_used(house: House) -> None:
    async def story() -> None:
        async with opened(house, house.sessions.connect(house.form())) as session:
            assert session.profile is not None
            profile = session.profile.id
        reads: list[str] = []

        def read() -> Any:
            reads.append(profile)
            return CredentialStore().load(profile)

        house.settings.flush()
        house.restart(early={profile: Started(read)})
        async with opened(house, house.sessions.open_profile(profile)):
            pass
        assert reads == [profile]

    run(story())


def test_signing_out_removes_copy_key_secret_and_profile(house: House, memory_keyring: MemoryKeyring) -> None:
    async def story() -> None:
        session = await house.sessions.connect(house.form())
        assert session.profile is not None
        profile = session.profile.id
        await whole(session)
        session.recent.note_viewed("c1")
        assert await session.unfinished_work() == 0  # who was looked at is no work that would be lost
        await house.sessions.sign_out(session)
        assert CredentialStore().load(profile) is None
        assert house.files() == set()
        assert house.sessions.profiles.all() == ()
        assert house.settings.values.last_profile == ""

    run(story())


def test_wrong_credentials_keep_nothing(house: House) -> None:
    async def story() -> None:
        with pytest.raises(CredentialsRejected):
            await house.sessions.connect(house.form(app_secret="wrong"))
        with pytest.raises(AddressBookError, match=r"form\.incomplete"):
            await house.sessions.connect(house.form(app_secret=" "))
        assert house.files() == set()
        assert house.sessions.profiles.all() == ()

    run(story())


def test_without_a_password_store_one_can_go_on_for_this_time(house: House, memory_keyring: MemoryKeyring) -> None:
    memory_keyring.refuse_with = KeyringLocked()

    async def story() -> None:
        with pytest.raises(SecretStoreLocked):
            await house.sessions.connect(house.form())
        assert house.sessions.profiles.all() == ()
        async with opened(house, house.sessions.connect_for_this_run(house.form())) as session:
            assert session.kind is SessionKind.TEMPORARY
            assert await whole(session) == CONTACTS
        assert house.files() == set()

    run(story())


def test_a_pasted_token_reads_only_and_is_not_kept(tmp_path: Path, memory_keyring: MemoryKeyring) -> None:
    async def story(house: House) -> None:
        form = house.form(access_token=" sample-third-party-token ", app_key="", app_secret="")
        async with opened(house, house.sessions.connect(form)) as session:
            assert session.kind is SessionKind.TEMPORARY
            assert session.third_party
            assert session.read_only_reason is ReadOnlyReason.THIRD_PARTY
            await whole(session)
            rows = session.book.rows(list((await session.book.answer(ContactQuery())).ids[:5]))
            assert {row.phone for row in rows.values()} == {None}
        assert house.files() == set()

    with SimulatorServer(SimulatorOptions(contacts=CONTACTS, third_party=True)) as server:
        run(story(House(tmp_path, server.url)))


def test_a_profile_whose_secret_is_gone_says_so(house: House) -> None:
    async def story() -> None:
        session = await house.sessions.connect(house.form())
        assert session.profile is not None
        await house.sessions.close(session)
        CredentialStore().delete(session.profile.id)
        with pytest.raises(SecretStoreError, match=r"secrets\.missing"):
            await house.sessions.open_profile(session.profile.id)
        with pytest.raises(AddressBookError, match=r"profile\.unknown"):
            await house.sessions.open_profile("nobody")

    run(story())


def test_a_profile_that_another_process_has_open_is_left_alone(house: House) -> None:
    async def story() -> None:
        session = await house.sessions.connect(house.form())
        assert session.profile is not None
        await house.sessions.close(session)

        def taken(folder: Path) -> Any:
            raise ProfileInUse

        house.settings.flush()
        house.restart(claim_profile=taken)
        with pytest.raises(ProfileInUse):
            await house.sessions.open_profile(session.profile.id)

    run(story())


def test_a_damaged_work_file_is_left_alone_and_the_book_can_be_read(
    house: House, expected_log: Callable[..., None]
) -> None:
    expected_log("work.db cannot be used")

    async def story() -> None:
        session = await house.sessions.connect(house.form())
        assert session.profile is not None
        await whole(session)
        await house.sessions.close(session)
        work = house.paths.profile_dir(session.profile.id) / WORK_FILE
        work.write_bytes(b"precious but unreadable" * 500)
        before = work.read_bytes()
        async with opened(house, house.sessions.open_profile(session.profile.id)) as again:
            assert again.work_trouble is not None
            assert again.trouble is not None
            assert again.trouble.error.code == "store.work_damaged"
            assert again.read_only_reason is ReadOnlyReason.WORK_DAMAGED
            assert await whole(again) == CONTACTS
        assert work.read_bytes() == before

    run(story())


def test_the_time_of_the_last_confirmation_is_kept(house: House) -> None:
    async def story() -> None:
        async with opened(house, house.sessions.connect(house.form())) as session:
            await whole(session)
            for _ in range(100):
                if await in_work(session, lambda work: work.get(CONFIRMED_AT)):
                    return
            pytest.fail("not kept")

    run(story())


def test_a_copy_that_opens_without_the_server_confirms_nothing(house: House, server: SimulatorServer) -> None:
    long_ago = "2001-02-03T04:05:06+00:00"

    async def story() -> None:
        session = await house.sessions.connect(house.form())
        await whole(session)
        profile = session.profile
        assert profile is not None
        await until(lambda: not session._confirming, "the first confirmation")
        await in_work(session, lambda work: work.set(CONFIRMED_AT, long_ago))
        await house.sessions.close(session)
        server.stop()
        async with opened(house, house.sessions.open_profile(profile.id)) as again:
            await until(lambda: again.book.progress.state is LoadState.OFFLINE, "offline")
            await until(lambda: not again._confirming)
            assert again.book.progress.complete
            assert await in_work(again, lambda work: work.get(CONFIRMED_AT)) == long_ago

    run(story())


def test_the_own_number_can_be_set_later_and_a_wrong_one_is_told(house: House) -> None:
    async def story() -> None:
        async with opened(house, house.sessions.connect(house.form())) as session:
            await whole(session)
            assert session.me is None
            told: list[StaffChanged] = []
            session.events.subscribe(StaffChanged, told.append)
            with pytest.raises((NotFound, AddressBookError)):
                await session.set_own_mobile("13000000000")
            me = await session.set_own_mobile(f" {SAMPLE_MOBILE} ")
            assert me is not None
            assert session.me == me
            assert told
            assert session.staff.name_of(me.userid).name == me.name
            assert await session.set_own_mobile("") is None
            assert session.me is None

    run(story())


def test_a_missing_permission_for_staff_does_not_keep_anyone_from_reading(
    house: House, server: SimulatorServer
) -> None:
    server.options.without_scopes = frozenset({"qyapi_get_member_by_mobile", "qyapi_get_member"})

    async def story() -> None:
        async with opened(house, house.sessions.connect(house.form(mobile=SAMPLE_MOBILE))) as session:
            assert await whole(session) == CONTACTS
            await until(lambda: session.me_error is not None, "why the number is not known")
            owner = (await session.book.owners())[0].userid
            await until(lambda: session.staff.name_of(owner).state is NameState.HIDDEN, "a hidden name")
            server.options.without_scopes = frozenset()
            await session.check_again()
            await until(lambda: session.me is not None, "me")
            await until(lambda: session.staff.name_of(owner).state is NameState.KNOWN, "a name")
            assert session.me_error is None

    run(story())


def test_labels_come_too_once_the_permission_was_given(
    house: House, server: SimulatorServer, expected_log: Callable[..., None]
) -> None:
    expected_log("the book cannot be read from DingTalk")
    server.options.without_scopes = frozenset({"qyapi_ext_read"})

    async def story() -> None:
        async with opened(house, house.sessions.connect(house.form())) as session:
            await until(lambda: session.book.progress.state is LoadState.FAILED, "the refusal")
            assert not session.book.label_groups()
            server.options.without_scopes = frozenset()
            await session.check_again()
            assert await whole(session) == CONTACTS
            await until(lambda: session.book.label_groups(), "labels")

    run(story())


def test_names_of_owners_come_by_themselves_and_those_who_left_are_known_as_gone(house: House) -> None:
    async def story() -> None:
        async with opened(house, house.sessions.open_sample()) as session:
            await whole(session)
            owners = await session.book.owners()
            while any(owner.state is NameState.UNKNOWN for owner in owners):
                await asyncio.sleep(0.05)
                owners = await session.book.owners()
            states = {owner.state for owner in owners}
            assert states == {NameState.KNOWN, NameState.GONE}
            assert sum(owner.count for owner in owners) == CONTACTS
            known = next(owner for owner in owners if owner.state is NameState.KNOWN)
            assert session.staff.name_of(known.userid).name == known.name
            department = session.staff.department_name(1)
            assert department.state in (NameState.UNKNOWN, NameState.KNOWN)
            await until(lambda: session.staff.department_name(1).name, "the root's name")

    run(story())


def test_an_owner_who_has_left_is_found_out_after_a_week(house: House, server: SimulatorServer) -> None:
    async def story() -> None:
        session = await house.sessions.connect(house.form())
        await whole(session)
        owners = await session.book.owners()
        while any(owner.state is NameState.UNKNOWN for owner in owners):
            await asyncio.sleep(0.05)
            owners = await session.book.owners()
        someone = next(owner for owner in owners if owner.state is NameState.KNOWN)
        long_ago = (datetime.now(UTC) - timedelta(days=8)).isoformat()
        await in_work(session, lambda work: work.set(NAMES_CHECKED_AT, long_ago))
        await house.sessions.close(session)
        server.faults.add("error", endpoints=("user/get",), match={"userid": someone.userid}, code=60121)
        assert session.profile is not None
        async with opened(house, house.sessions.open_profile(session.profile.id)) as again:
            assert again.staff.name_of(someone.userid).state is NameState.KNOWN
            await until(lambda: again.staff.name_of(someone.userid).state is NameState.GONE, "found out")

    run(story())


def test_left_overs_of_a_killed_program_are_removed_but_not_those_of_a_running_one(house: House) -> None:
    left = house.paths.temp_root / "run-0123"
    left.mkdir()
    (left / "book.db").write_bytes(b"x")

    async def story() -> None:
        async with opened(house, house.sessions.open_sample()) as session:
            await house.sessions.tidy_up()
            assert not left.exists()
            assert await whole(session) == CONTACTS
            assert house.files()

    run(story())
