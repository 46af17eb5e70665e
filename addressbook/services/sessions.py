"""Opens and ends sessions: the sample book, a connected organisation, an organisation for this run only."""

from __future__ import annotations

import asyncio
import logging
import math
import secrets
from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from addressbook.credentials import Credentials, CredentialStore
from addressbook.dingtalk.client import DingTalkClient
from addressbook.dingtalk.pace import Pace
from addressbook.dingtalk.region import Region, region_from
from addressbook.dingtalk.transport import TransportOptions
from addressbook.domain.staff import ROOT_DEPARTMENT
from addressbook.errors import AddressBookError, SecretStoreError, StoreError
from addressbook.paths import Paths
from addressbook.services.connect_form import ConnectForm
from addressbook.services.loader_times import LoaderTimes
from addressbook.services.profiles import Profile, Profiles, region_of
from addressbook.services.removal import remove_folder, remove_marked
from addressbook.services.session import Session, SessionPlan
from addressbook.services.session_kind import SessionKind
from addressbook.services.temporary import TemporaryFolder, remove_left_overs
from addressbook.services.threads import RequestThreads, Started, on_own_thread
from addressbook.settings import SettingsFile

if TYPE_CHECKING:
    from addressbook.services.connection_check import CheckLine

log = logging.getLogger(__name__)

COPY_KEY_BYTES = 32
NAME_SECONDS = 3.0  # for the organisation's name: a book is not kept waiting for it


class SampleServer(Protocol):
    """The stand-in server, running. Given by app.py, for services do not know the simulator."""

    url: str
    app_key: str
    app_secret: str
    mobile: str  # of the employee whom the sample book takes for the person at the computer

    def stop(self) -> None: ...


class Claim(Protocol):
    """Says that this process has a profile open."""

    def release(self) -> None: ...


class NoClaim:
    """For those who need none (tests)."""

    def release(self) -> None:
        """Nothing to release."""


class Sessions:
    """All methods belong to the event loop's thread; none blocks it.

    `start_sample` (blocking) starts the stand-in server; `claim_profile` raises ProfileInUse when another process has
    the profile of that folder open; `early` holds reads of the password store that were begun before.
    """

    def __init__(
        self,
        paths: Paths,
        settings: SettingsFile,
        credentials: CredentialStore,
        *,
        start_sample: Callable[[], SampleServer],
        transport_options: TransportOptions | None = None,
        claim_profile: Callable[[Path], Claim] = lambda folder: NoClaim(),
        early: Mapping[str, Started[Credentials | None]] | None = None,
        times: LoaderTimes | None = None,
    ) -> None:
        self.profiles = Profiles(settings)
        self._paths = paths
        self._settings = settings
        self._credentials = credentials
        self._start_sample = start_sample
        self._options = transport_options or TransportOptions()
        self._claim = claim_profile
        self._early = dict(early or {})
        self._times = times
        self._open: set[Session] = set()
        self._claims: dict[Session, Claim] = {}

    # opening

    async def open_sample(self) -> Session:
        """The sample book: a private temporary folder, a throw-away key, and never the password store."""
        server = await on_own_thread(self._start_sample)
        try:
            folder = await self._temporary_folder()
        except BaseException:
            await on_own_thread(server.stop)
            raise
        region = region_from("other", server.url)

        def cleanup() -> None:
            server.stop()
            folder.remove()

        return await self._start(
            SessionPlan(
                SessionKind.SAMPLE,
                "",
                folder.path,
                secrets.token_bytes(COPY_KEY_BYTES),
                # Nobody shares this server's allowance: names should be there before anyone looks for them
                DingTalkClient(
                    region, server.app_key, server.app_secret, pace=Pace(math.inf, math.inf), options=self._options
                ),
                mobile=server.mobile,
                cleanup=cleanup,
            )
        )

    async def open_profile(self, profile_id: str) -> Session:
        """A connected organisation: the copy opens with the key from the password store, before any network.

        Raises SecretStoreError ("secrets.missing" when there is no entry), ProfileInUse, StoreError, and
        AddressBookError "profile.unknown" or "region.address".
        """
        profile = self.profiles.get(profile_id)
        if profile is None:
            raise AddressBookError("profile.unknown")
        region = region_of(profile)
        early = self._early.pop(profile_id, None)
        if early is not None:
            credentials = await early.result()
        else:
            credentials = await on_own_thread(self._credentials.load, profile_id)
        if credentials is None:
            raise SecretStoreError("secrets.missing")
        session = await self._open_kept(profile, region, credentials, "")
        self.profiles.remember_last(profile_id)
        return session

    async def connect(self, form: ConnectForm) -> Session:
        """Sign in, keep key and secret in the password store, and open the book.

        The credentials are tried first. Raises the client's errors, SecretStoreError (then `connect_for_this_run`
        is the way to go on), StoreError, and AddressBookError "region.address" or "form.incomplete". A pasted access
        token is kept for this run only, whichever method is called.
        """
        form = form.trimmed()
        if form.third_party:
            return await self.connect_for_this_run(form)
        region = _region(form)
        name = await self._try(self._client(form, region), form.name)
        profile = Profile(Profiles.new_id(), name, form.region_key, form.address)
        credentials = Credentials(form.app_key, form.app_secret, secrets.token_bytes(COPY_KEY_BYTES))
        saving = Started(lambda: self._credentials.save(profile.id, credentials), "password-store")
        try:
            await saving.result()
            session = await self._open_kept(profile, region, credentials, form.mobile)
        except BaseException:
            # not waited for: the password store may be asking a person who has turned away
            Started(lambda: self._forget_after(saving, profile.id), "password-store")
            raise
        self.profiles.keep(profile)
        return session

    async def connect_for_this_run(self, form: ConnectForm) -> Session:
        """Sign in without a password store: nothing is kept after this run."""
        form = form.trimmed()
        region = _region(form)
        client = self._client(form, region)
        if not form.third_party:  # a pasted token shows what it is worth with the first page
            form = replace(form, name=await self._try(client, form.name))
            client = self._client(form, region)
        folder = await self._temporary_folder()
        return await self._start(
            SessionPlan(
                SessionKind.TEMPORARY,
                form.name,
                folder.path,
                secrets.token_bytes(COPY_KEY_BYTES),
                client,
                mobile=form.mobile,
                cleanup=folder.remove,
            )
        )

    async def test_connection(self, form: ConnectForm) -> AsyncGenerator[CheckLine, None]:
        """Try what the program needs, line by line. Raises AddressBookError "region.address" or "form.incomplete"."""
        from addressbook.services.connection_check import check_connection  # when asked for: not on the way to a window

        form = form.trimmed()
        client = self._client(form, _region(form))
        lines = check_connection(client, form.mobile)
        try:
            async for line in lines:
                yield line
        finally:
            await lines.aclose()
            client.close()

    async def renew_credentials(self, session: Session, app_key: str, app_secret: str, *, keep: bool = True) -> None:
        """Go on with another key and secret; the copy stays, and what had failed is tried again.

        They are tried first, then kept in the password store (unless not `keep`, or the book is for this run only).
        Raises the client's errors and SecretStoreError, AddressBookError "form.incomplete"; then nothing has changed.
        """
        form = ConnectForm(app_key=app_key, app_secret=app_secret).trimmed()
        await self._try(self._client(form, session.client.region), session.profile_name or session.kind.value)
        if keep and session.profile is not None:
            credentials = Credentials(form.app_key, form.app_secret, session.copy_key)
            await on_own_thread(self._credentials.save, session.profile.id, credentials)
        session.client.use_credentials(form.app_key, form.app_secret)
        await session.check_again()

    def rename(self, session: Session, name: str) -> None:
        """Give the book another name."""
        session.profile_name = name
        if session.profile is not None:
            session.profile = replace(session.profile, name=name)
            self.profiles.rename(session.profile.id, name)

    # ending

    async def sign_out(self, session: Session) -> None:
        """Remove copy, key, secret and profile. Ask `session.unfinished_work` first.

        Raises SecretStoreError when the entry of the password store cannot be removed; then the profile stays too.
        Raises StoreError "store.left_over" when files stay, which the next start removes; the rest is done.
        """
        profile = session.profile
        await self.close(session)
        if profile is not None:
            await self.forget_profile(profile.id)

    async def forget_profile(self, profile_id: str) -> None:
        """Remove what is kept of a profile that is not open. Raises what `sign_out` raises."""
        try:
            await on_own_thread(self._forget, profile_id)
        except StoreError:  # without its key nobody can read what is left
            self.profiles.remove(profile_id)
            raise
        self.profiles.remove(profile_id)

    def _forget(self, profile_id: str) -> None:
        self._credentials.delete(profile_id)
        remove_folder(self._paths.profile_dir(profile_id))

    def _forget_after(self, saving: Started[None], profile_id: str) -> None:
        """Take back what was begun: the entry, once it is written, and the folder."""
        try:
            saving.wait()
            self._forget(profile_id)
        except AddressBookError as error:
            log.info("nothing was kept of a connection that was given up: %s", error)

    async def close(self, session: Session) -> None:
        """End a session."""
        await session.close()
        self._open.discard(session)
        claim = self._claims.pop(session, None)
        if claim is not None:
            claim.release()

    async def close_all(self) -> None:
        """The program ends."""
        for session in tuple(self._open):
            await self.close(session)

    async def tidy_up(self) -> None:
        """Remove what programs that were killed have left in the temporary folder, and what sign-out had to leave."""
        removed = await on_own_thread(lambda: remove_left_overs(self._paths.temp_root))
        removed += await on_own_thread(lambda: remove_marked(self._paths.profiles_dir))
        if removed:
            log.info("removed %d left-over folders", removed)

    # helpers

    def _client(self, form: ConnectForm, region: Region) -> DingTalkClient:
        if form.third_party:
            return DingTalkClient.with_token(region, form.access_token, options=self._options)
        if not form.app_key or not form.app_secret:
            raise AddressBookError("form.incomplete")
        return DingTalkClient(region, form.app_key, form.app_secret, options=self._options)

    async def _try(self, client: DingTalkClient, name: str) -> str:
        """Try key and secret. Returns `name`, or for "" the organisation's, as far as it can be read soon."""
        threads = RequestThreads(3)
        try:
            await threads.run(client.check_token)
            if not name:
                try:
                    async with asyncio.timeout(NAME_SECONDS):
                        name = (await threads.run(client.get_department, ROOT_DEPARTMENT)).name
                except (AddressBookError, TimeoutError) as error:
                    log.info("the name of the organisation cannot be read: %s", error)
            return name
        finally:
            await threads.close(0)
            client.close()

    async def _open_kept(self, profile: Profile, region: Region, credentials: Credentials, mobile: str) -> Session:
        folder = await on_own_thread(self._paths.profile_dir, profile.id)
        claim = self._claim(folder)
        try:
            session = await self._start(
                SessionPlan(
                    SessionKind.ORGANISATION,
                    profile.name,
                    folder,
                    credentials.copy_key,
                    DingTalkClient(region, credentials.app_key, credentials.app_secret, options=self._options),
                    mobile=mobile,
                    profile=profile,
                )
            )
        except BaseException:
            claim.release()
            raise
        self._claims[session] = claim
        return session

    async def _start(self, plan: SessionPlan) -> Session:
        times = self._times or LoaderTimes(refresh_every=60.0 * self._settings.values.refresh_minutes)
        if plan.kind is SessionKind.SAMPLE:
            times = replace(times, first_pass_calls=math.inf, refresh_calls=math.inf)
        try:
            session = await Session.open(replace(plan, times=times))
        except BaseException:
            plan.client.close()
            await on_own_thread(plan.cleanup)
            raise
        self._open.add(session)
        return session

    async def _temporary_folder(self) -> TemporaryFolder:
        return await on_own_thread(lambda: TemporaryFolder(self._paths.temp_root))


def _region(form: ConnectForm) -> Region:
    return region_from(form.region_key, form.address)
