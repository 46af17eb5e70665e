"""What a measurement needs around the program: a simulator, a password store, and a folder with a profile."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.marks import ROOT, Measured
from tests.helpers.secret_service import AVAILABLE, secret_service
from tests.helpers.simulator import SimulatorProcess


@dataclass(frozen=True, slots=True)
class World:
    """One simulated organisation, and a profile connected to it."""

    contacts: int
    folder: Path
    server: SimulatorProcess
    environment: dict[str, str]

    @property
    def url(self) -> str:
        return self.server.url

    def fill(self, how: str) -> None:
        """Connect; `how` is "whole" or "first" (see fill.py)."""
        command = [sys.executable, "-m", "tests.bench.fill", str(self.folder), self.url, how]
        subprocess.run(command, cwd=ROOT, env={**os.environ, **self.environment}, check=True)

    def forget_copy(self) -> None:
        """The next start has a profile, but nothing of the book."""
        for path in self.folder.glob("profiles/*/book.db*"):
            path.unlink()

    def program(self, wanted: str, queries: int = 0, seconds: float = 0.0) -> Measured:
        """Start the program on this profile under a watch; `wanted`, `queries` and `seconds` as marked.py has them."""
        options = (wanted, str(queries), str(seconds), "--profile-dir", str(self.folder))
        return Measured("marked", *options, environment=self.environment)


@contextmanager
def world(contacts: int) -> Iterator[World]:
    """All of it, ended and removed afterwards."""
    with ExitStack() as stack:
        root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ab-bench-")))
        environment = stack.enter_context(secret_service(root / "login")) if AVAILABLE else {}
        server = stack.enter_context(SimulatorProcess("--contacts", str(contacts)))
        yield World(contacts, root / "program", server, environment)
