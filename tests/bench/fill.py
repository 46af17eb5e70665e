"""Signs in to the simulator and loads the book, as the program does but without a window.

python -m tests.bench.fill FOLDER URL whole|first   leaves a profile in FOLDER, its copy whole or just begun
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

from addressbook.credentials import CredentialStore
from addressbook.paths import Paths
from addressbook.services.connect_form import ConnectForm
from addressbook.services.sessions import SampleServer, Sessions
from addressbook.settings import SettingsFile

PATIENCE = 1800.0


def no_sample() -> SampleServer:
    raise RuntimeError("the sample book is not measured here")


async def fill(folder: Path, url: str, whole: bool) -> None:
    paths = Paths(folder)
    settings = SettingsFile(paths.settings_file)
    sessions = Sessions(paths, settings, CredentialStore(), start_sample=no_sample)
    form = ConnectForm("other", url, "sample-key", "sample-secret", name="Bench")
    session = await sessions.connect(form)
    end = time.monotonic() + PATIENCE
    while not (session.book.progress.complete or (session.book.progress.loaded and not whole)):
        if time.monotonic() > end:
            raise TimeoutError(f"only {session.book.progress.loaded} contacts within {PATIENCE:g} s")
        await asyncio.sleep(0.02)
    await sessions.close_all()
    settings.flush()


if __name__ == "__main__":
    asyncio.run(fill(Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "whole"))
