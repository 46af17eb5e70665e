"""The event loop outlives real use.

PySide6 6.12.0 on Python 3.11 ends the process ("Fatal Python error: bool_dealloc") after about 1,000 calls
that were queued through a signal, as every round trip to a thread under qasync is. pyproject.toml keeps that
version out; this test notices when a later one brings it back. It runs in a process of its own, because
the failure takes the process down.
"""

from __future__ import annotations

import subprocess
import sys

ROUND_TRIPS = 5_000

PROGRAM = f"""
import asyncio, concurrent.futures, sys
import qasync
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

class Source(QObject):
    told = Signal(bool, object)

async def main(loop):
    heard = 0
    def hear(flag, nothing):
        nonlocal heard
        heard += flag
    source = Source()
    source.told.connect(hear)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for number in range({ROUND_TRIPS}):
            source.told.emit(await loop.run_in_executor(pool, bool, 1), None)
    print("round trips", heard)

app = QApplication(sys.argv)
loop = qasync.QEventLoop(app)
with loop:
    loop.run_until_complete(main(loop))
"""


def test_process_survives_5000_executor_round_trips() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", PROGRAM], capture_output=True, text=True, timeout=240, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, f"round trips {ROUND_TRIPS}"), done.stderr
