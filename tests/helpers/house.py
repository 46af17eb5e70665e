"""One installation of the program for tests of sessions: folders, settings, a sample server of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from addressbook.credentials import CredentialStore
from addressbook.paths import Paths
from addressbook.services.connect_form import ConnectForm
from addressbook.services.sessions import Sessions
from addressbook.settings import SettingsFile
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.sample.staff import SAMPLE_MOBILE
from addressbook.simulator.server import SimulatorServer
from tests.helpers.open_book import QUICK

CONTACTS = 120


class Sample(SimulatorServer):
    """What app.py gives: the simulator as a SampleServer."""

    app_key, app_secret, mobile = "sample-key", "sample-secret", SAMPLE_MOBILE

    def __init__(self) -> None:
        super().__init__(SimulatorOptions(contacts=CONTACTS))
        self.stopped = False
        self.start()

    def stop(self) -> None:
        super().stop()
        self.stopped = True


class House:
    """One installation: its folders, settings and sessions. `restart` is the program started anew."""

    def __init__(self, root: Path, url: str) -> None:
        self.url = url
        self.paths = Paths(root)
        self.samples: list[Sample] = []
        self.claimed: list[Path] = []
        self.restart()

    def restart(self, **options: Any) -> None:
        self.settings = SettingsFile(self.paths.settings_file)
        self.sessions = Sessions(
            self.paths, self.settings, CredentialStore(), start_sample=self._sample, times=QUICK, **options
        )

    def _sample(self) -> Sample:
        self.samples.append(Sample())
        return self.samples[-1]

    def form(self, **values: str) -> ConnectForm:
        known = {"app_key": " sample-key\n", "app_secret": "\tsample-secret ", "name": "Harbour"}
        return ConnectForm("other", self.url, **{**known, **values})

    def files(self) -> set[str]:
        """What lies in the folders of profiles and of temporary books."""
        found = [*self.paths.data_dir.glob("profiles/*/*"), *self.paths.temp_root.rglob("*")]
        return {path.name for path in found}


def run(story: Coroutine[Any, Any, None]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(240):
            await story

    asyncio.run(bounded())
