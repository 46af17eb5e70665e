"""The program as a process of its own, and what it logs."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from tests.helpers.wait import until_blocking

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "addressbook"]
LONGEST = 60.0


class ProgramProcess:
    """`python -m addressbook --verbose` with these arguments; `lines` is what it logged."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [*PROGRAM, "--verbose", *arguments], cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
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
