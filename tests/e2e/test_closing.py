"""Closing while the server keeps one waiting: at once, and without a word on the console."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.helpers.process import Signed
from tests.helpers.program import AT_ONCE, connect, program
from tests.helpers.simulator import SimulatorProcess
from tests.helpers.wait import until, until_blocking

LIST, TOKEN = "extcontact/list", "oauth2/accessToken"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("kind", "values", "endpoint"),
    [("hang", {}, TOKEN), ("hang", {}, LIST), ("slow", {"seconds": 60}, LIST), ("latency", {"ms": 100}, LIST)],
    ids=["token hangs", "page hangs", "page drips", "pages come"],
)
def test_the_process_ends_at_once(kind: str, values: dict[str, int], endpoint: str, tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", "5000") as server:
        server.fault(kind, endpoint, **values)
        running = Signed(tmp_path, server.url).start()
        until_blocking(lambda: server.calls(endpoint), "the call that hangs", 30)
        running.process.send_signal(signal.SIGTERM)
        assert running.ended(AT_ONCE) == 0


async def test_the_window_closes_at_once_while_a_page_hangs(tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", "500") as server:
        async with program(tmp_path) as running:
            server.fault("hang", LIST, after=1)
            await connect(running, server.url)
            await until(lambda: running.rows >= 90 and len(server.calls(LIST)) > 1, "a call that hangs")
            running.window.close()
            await until(running.task.done, "the end of the program", AT_ONCE)
            server.stop()  # the thread that had waited for the answer ends with it
            await running.ended()


async def test_the_window_closes_at_once_while_connecting_hangs(tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", "50") as server:
        async with program(tmp_path) as running:
            server.fault("hang", TOKEN)
            await connect(running, server.url)
            await until(lambda: server.calls(TOKEN), "the call that hangs")
            await running.person.press("Ctrl+Q")
            await until(running.task.done, "the end of the program", AT_ONCE)
            server.stop()
            await running.ended()
    assert not list((tmp_path / "profiles").glob("*/*"))
