"""What sign-out could not remove: it says so, and the next start removes it, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from addressbook.errors import StoreError
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from tests.helpers.house import CONTACTS, House, run


def test_a_file_that_is_held_is_told_and_removed_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        with SimulatorServer(SimulatorOptions(contacts=CONTACTS)) as server:
            house = House(tmp_path / "house", server.url)
            kept = await house.sessions.connect(house.form(name="kept"))
            await house.sessions.close(kept)
            session = await house.sessions.connect(house.form())
            assert session.profile is not None
            folder = house.paths.profile_dir(session.profile.id)

            def held(path: Path, *_: Any, **__: Any) -> None:
                return

            with monkeypatch.context() as context:
                context.setattr(shutil, "rmtree", held)
                with pytest.raises(StoreError, match=r"store\.left_over"):
                    await house.sessions.sign_out(session)
            assert house.sessions.profiles.get(session.profile.id) is None, "the key is gone: it cannot be opened"
            assert folder.exists()
            house.settings.flush()
            house.restart()
            await house.sessions.tidy_up()
            assert not folder.exists()
            assert kept.profile is not None
            assert [path.name for path in folder.parent.iterdir()] == [kept.profile.id]
            house.settings.flush()

    run(story())
