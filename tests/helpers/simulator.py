"""The simulator for tests: in this process (`SimulatorServer`), or as a real process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

ROOT = Path(__file__).resolve().parents[2]


class SimulatorProcess:
    """`python -m addressbook.simulator` with these arguments; `url` is known once it is entered or started."""

    def __init__(self, *arguments: str) -> None:
        self._arguments = arguments
        self._process: subprocess.Popen[str] | None = None
        self.url = ""

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def stdout(self) -> IO[str]:
        """What it prints after its first line (events, with --print-events)."""
        assert self._process is not None
        assert self._process.stdout is not None
        return self._process.stdout

    def start(self) -> str:
        """Start it and wait for its first line."""
        command = [sys.executable, "-m", "addressbook.simulator", *self._arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.url = self.stdout.readline().strip()
        if not self.url:
            _, errors = self._process.communicate()
            raise RuntimeError(f"the simulator did not start: {errors}")
        return self.url

    def stop(self) -> str:
        """End this very process; what it wrote on stderr (nothing, when all is well)."""
        if self._process is None:
            return ""
        process, self._process = self._process, None
        process.terminate()
        try:
            _, errors = process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            _, errors = process.communicate()
        return errors

    def __enter__(self) -> SimulatorProcess:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        errors = self.stop()
        if kind is None:
            assert errors == "", f"the simulator wrote to stderr:\n{errors}"
