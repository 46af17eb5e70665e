"""Starting twice, and starting after the power went: one window for each profile, and nothing read in vain."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from addressbook.paths import Paths
from addressbook.ui.single_instance import LOCK_FILE
from tests.helpers.process import PROGRAM, ROOT, Signed
from tests.helpers.program import program
from tests.helpers.simulator import SimulatorProcess
from tests.helpers.wait import until, until_blocking

CONTACTS = 900
LIST = "extcontact/list"


async def second_start(root: Path) -> int:
    """Start the program once more; its exit code."""
    process = await asyncio.to_thread(
        subprocess.run, [*PROGRAM, "--profile-dir", str(root)], cwd=ROOT, timeout=240, check=False
    )
    return process.returncode


async def test_a_second_start_brings_the_window_to_the_front(tmp_path: Path) -> None:
    async with program(tmp_path) as running:
        running.window.showMinimized()
        await until(lambda: running.window.isMinimized())
        assert await second_start(tmp_path) == 0
        await until(lambda: not running.window.isMinimized(), "the window to come back")
        assert running.window.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
async def test_after_kill_9_the_next_start_goes_on_where_it_was(tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS), "--full-pages") as server:
        signed = Signed(tmp_path, server.url)
        server.fault("hold", LIST, after=4)
        killed = signed.start()
        until_blocking(lambda: sum(bool(call["code"]) for call in server.calls(LIST)) >= 4, "four pages", 30)
        assert (Paths(signed.root).data_dir / LOCK_FILE).exists()
        until_blocking(lambda: len(server.calls(LIST)) > 4, "the fifth page to be asked for")
        killed.kill()
        server.clear()
        server.forget_calls()

        # the lock and the socket that the killed process has left are in nobody's way
        async with program(signed.root) as running:
            await running.whole(CONTACTS)
            offsets = [int(call["params"]["offset"]) for call in server.calls(LIST)]
            assert offsets[0] > 0, f"what was read before the end is read again: {offsets}"
            assert running.app.program is not None
            assert await second_start(signed.root) == 0
            await running.person.press("Ctrl+Q")
            await running.ended()
