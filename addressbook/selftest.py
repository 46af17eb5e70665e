"""`addressbook --self-test`: tries, in a folder of its own, everything that a wrong build or computer could lack.

Run by `packaging/dev.py bundle` in the built program, and by hand where the program does not start as it should.
Nothing of the person's own is read or written, but for entries of the password store that are removed again.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from addressbook.credentials import Credentials, CredentialStore
from addressbook.domain import phone, pinyin
from addressbook.domain.countries import region_name
from addressbook.domain.query import ContactQuery
from addressbook.domain.simplified import simplified
from addressbook.errors import StoreDamaged
from addressbook.paths import Paths, resource, set_private_umask
from addressbook.services.connect_form import ConnectForm
from addressbook.services.session import Session
from addressbook.services.sessions import SampleServer, Sessions
from addressbook.settings import SettingsFile
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from addressbook.store.work import WorkStore

RESOURCES = ("icons/app.svg", "styles/main.qss", "i18n/addressbook_en.qm", "i18n/addressbook_zh_CN.qm")
CONTACTS = 150  # two pages
PAGE_SECONDS = 30.0
WINDOW_SECONDS = 90.0
SMALLEST_PICTURE = 20_000  # bytes; an empty window makes a PNG of about 5,000


class Failed(Exception):
    """A step did not give what it should; the text says what."""


class SelfTest:
    """The steps share a folder, a password store and a server. Blocking; owns its event loop."""

    def __init__(self, folder: Path, report: Path | None) -> None:
        self._folder = folder
        self._report = report
        self._paths = Paths(folder / "program")
        self._credentials = CredentialStore()
        self._server = SimulatorServer(SimulatorOptions(contacts=CONTACTS))

    def run(self) -> int:
        """All steps in order, a line for each; 0, or 1 after the first that failed."""
        steps: tuple[tuple[str, Callable[[], str]], ...] = (
            ("resources", self._resources),
            ("language data", self._language_data),
            ("keyring back end", self._keyring),
            ("encrypted copy", self._encrypted_copy),
            ("simulator", self._simulator),
            ("sign in, load a page", lambda: asyncio.run(self._sign_in())),
            ("window", self._window),
        )
        try:
            for name, step in steps:
                begun = time.monotonic()
                try:
                    found = step()
                except Exception as error:  # noqa: BLE001 - whatever it is, it is the failing line
                    self._say(f"FAILED  {name}: {type(error).__name__}: {error}")
                    return 1
                self._say(f"ok      {name}: {found} ({(time.monotonic() - begun) * 1000:.0f} ms)")
        finally:
            self._server.stop()
        self._say("self-test passed")
        return 0

    def _resources(self) -> str:
        sizes = [resource(name).stat().st_size for name in RESOURCES]
        if not all(sizes):
            raise Failed("one of them is empty")
        return f"{len(sizes)} found, {sum(sizes):,} bytes"

    def _language_data(self) -> str:
        shown, read = phone.display("44", "7911123456"), " ".join(pinyin.readings("明"))
        plain, country = simplified("張"), region_name("CN", "zh_CN")
        if (shown, read[:4], plain, country) != ("+44 7911 123456", "ming", "张", "中国"):
            raise Failed(f"phone {shown!r}, name read as {read!r}, simplified {plain!r}, country {country!r}")
        return f"{shown}, {read}, {plain}, {country}"

    def _keyring(self) -> str:
        name = f"self-test-{secrets.token_hex(4)}"
        entry = Credentials("key", secrets.token_hex(8), secrets.token_bytes(32))
        self._credentials.save(name, entry)
        try:
            if CredentialStore().load(name) != entry:
                raise Failed("what was saved is not what was read")
        finally:
            self._credentials.delete(name)
        return self._credentials.backend_name

    def _encrypted_copy(self) -> str:
        folder, key, text = self._folder / "copy", secrets.token_bytes(32), "in the clear"
        folder.mkdir(mode=0o700)
        store = WorkStore.open(folder, key)
        store.set("self-test", text)
        store.close()
        if any(text.encode() in path.read_bytes() for path in folder.iterdir()):
            raise Failed("the file can be read without the key")
        with contextlib.suppress(StoreDamaged):
            WorkStore.open(folder, secrets.token_bytes(32)).close()
            raise Failed("a wrong key opens it")
        store = WorkStore.open(folder, key)
        found = store.get("self-test")
        store.close()
        if found != text:
            raise Failed("what was written is not what was read")
        return "written, read with the key, refused without it"

    def _simulator(self) -> str:
        return self._server.start()

    async def _sign_in(self) -> str:
        async with self._signed_in() as session:
            end = time.monotonic() + PAGE_SECONDS
            while not session.book.progress.complete:
                if time.monotonic() > end:
                    raise Failed(f"the book is not whole: {session.book.progress}")
                await asyncio.sleep(0.01)
            rows = (await session.book.answer(ContactQuery())).ids
            if len(rows) != CONTACTS or len(session.book.rows(rows[:20])) != 20:
                raise Failed(f"{len(rows)} contacts instead of {CONTACTS}")
            return f"{len(rows)} contacts, {len(session.book.label_groups())} label groups"

    @contextlib.asynccontextmanager
    async def _signed_in(self) -> AsyncIterator[Session]:
        options = self._server.options
        settings = SettingsFile(self._paths.settings_file)
        sessions = Sessions(self._paths, settings, self._credentials, start_sample=_no_sample)
        form = ConnectForm("other", self._server.url, options.app_key, options.app_secret, name="Self-test")
        session = await sessions.connect(form)
        try:
            yield session
        finally:
            await sessions.sign_out(session)
            await sessions.close_all()

    def _window(self) -> str:
        """The whole program once more, as a person starts it, until its window is filled."""
        picture = self._folder / "window.png"
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "addressbook"]
        options = ["--demo", "--profile-dir", str(self._folder / "window"), "--screenshot", str(picture)]
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        done = subprocess.run(  # noqa: S603 - our own program
            [*program, *options],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=WINDOW_SECONDS,
            check=False,
        )
        if done.returncode:
            raise Failed(f"ended with {done.returncode}: {(done.stderr or done.stdout).strip()}")
        size = picture.stat().st_size
        if size < SMALLEST_PICTURE:
            raise Failed(f"the picture of it has {size} bytes only: nothing is on it")
        return f"filled on {environment['QT_QPA_PLATFORM']}, picture of {size:,} bytes"

    def _say(self, line: str) -> None:
        if sys.stdout is not None:  # a windowed program on Windows has none
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
        if self._report is not None:
            with self._report.open("a", encoding="utf-8") as file:
                file.write(line + "\n")


def _no_sample() -> SampleServer:
    raise Failed("the sample book is started by the window only")


def run(report: Path | None = None) -> int:
    """Run the self-test; its lines go to standard output and to `report`. 0 when all is well."""
    set_private_umask()
    with tempfile.TemporaryDirectory(prefix="addressbook-selftest-") as folder:
        return SelfTest(Path(folder), report).run()
