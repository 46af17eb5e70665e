"""The program as a process of its own, and what it logs."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import keyring

from addressbook.credentials import SERVICE_NAME, Credentials, CredentialStore
from addressbook.paths import Paths
from addressbook.services.profiles import Profile, Profiles
from addressbook.services.work_file import OWN_MOBILE
from addressbook.settings import SettingsFile
from addressbook.store.work import WorkStore
from tests.helpers.memory_keyring import MemoryKeyring
from tests.helpers.simulator import KEY, SECRET
from tests.helpers.wait import until_blocking

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "addressbook"]
LONGEST = 120.0


class ProgramProcess:
    """`python -m addressbook --verbose` with these arguments; `lines` is what it logged."""

    def __init__(self, *arguments: str, command: Sequence[str] = PROGRAM) -> None:
        self.process = subprocess.Popen(
            [*command, "--verbose", *arguments], cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line.rstrip())

    def says(self, text: str) -> bool:
        """Whether a line with `text` was logged."""
        return any(text in line for line in self.lines)

    def wait_for(self, text: str) -> None:
        """Wait until a line with `text` was logged."""
        until_blocking(lambda: self.says(text), f"{text!r} in {self.lines}", LONGEST)

    def ended(self, within: float) -> int:
        """Its exit code; fails when it takes longer, or leaves a traceback."""
        code = self.process.wait(within)
        self._close()
        text = "\n".join(self.lines)
        for bad in ("Traceback", "Task was destroyed", "never retrieved", "QThread", "Fatal"):
            assert bad not in text, text
        return code

    def kill(self) -> None:
        """As a power cut ends it."""
        self.process.kill()
        self.process.wait(10)
        self._close()

    def _close(self) -> None:
        self._reader.join(5)
        assert self.process.stderr is not None
        self.process.stderr.close()


def sign_in(root: Path, url: str, *, mobile: str = "", name: str = "Harbour") -> None:
    """Leave in the program's folder `root` what it has once somebody has signed in to the organisation at `url`, with
    nothing loaded yet; the secrets are in this process's key store.

    `mobile` is their own number, "" when they did not tell it."""
    settings = SettingsFile(Paths(root).settings_file)
    profiles = Profiles(settings)
    profile = Profile(Profiles.new_id(), name, "other", url)
    CredentialStore().save(profile.id, Credentials(KEY, SECRET, bytes(range(32))))
    profiles.keep(profile)
    settings.flush()
    if mobile:
        work = WorkStore.open(Paths(root).profile_dir(profile.id), bytes(range(32)))
        work.set(OWN_MOBILE, mobile)
        work.close()


class Signed:
    """A folder in which somebody has signed in (as by `sign_in`), for processes of their own."""

    def __init__(self, folder: Path, url: str, *, mobile: str = "") -> None:
        self.root = folder / "data"
        self.secrets = folder / "secrets.json"
        sign_in(self.root, url, mobile=mobile)
        backend = keyring.get_keyring()
        assert isinstance(backend, MemoryKeyring)
        entries = {name: entry for (service, name), entry in backend.entries.items() if service == SERVICE_NAME}
        self.secrets.write_text(json.dumps(entries), encoding="utf-8")

    def start(self) -> ProgramProcess:
        """The program as a process that finds key and secret where this process has them."""
        command = [sys.executable, "-m", "tests.helpers.program_with_secrets", str(self.secrets)]
        return ProgramProcess("--profile-dir", str(self.root), command=command)
