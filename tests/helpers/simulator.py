"""The simulator for tests: `SimulatorProcess`, a real process of its own, or `simulator(...)` in this process.

Both give a `Control` with the same methods, so that a test need not care which one it has.
"""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Any
from urllib.parse import urlencode, urlsplit

from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer

ROOT = Path(__file__).resolve().parents[2]
KEY, SECRET = "sample-key", "sample-secret"


def call(url: str, path: str, body: object = None, *, method: str = "", headers: dict[str, str] | None = None) -> Any:
    """One HTTP call without any client library between: the parsed JSON of the answer, whatever its status.

    `body` may be bytes; anything else is sent as JSON. ConnectionError or http.client's errors when it is cut short.
    """
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=90)
    try:
        data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"Content-Type": "application/json", **(headers or {})}
        connection.request(method or ("GET" if data is None else "POST"), path, data, sent)
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()


class Control:
    """Changes a running simulator through its paths under /_simulator/."""

    def __init__(self, url: str) -> None:
        self.url = url

    def fault(self, kind: str, *endpoints: str, **settings: Any) -> int:
        """Switch a fault on for calls whose path ends so (all without any); its id. Settings: times, after, match,
        and the values of addressbook.simulator.faults.KINDS."""
        return int(self._call("POST", "faults", {"kind": kind, "endpoints": endpoints, **settings})["id"])

    def clear(self, fault_id: int | None = None) -> None:
        """Switch off one fault, or all."""
        self._call("DELETE", "faults" if fault_id is None else f"faults/{fault_id}")

    def edit(self, op: str, **settings: Any) -> list[str]:
        """Add, change or remove contacts as a colleague would (index, userid, count, fields); the userids."""
        return list(self._call("POST", "edit", {"op": op, **settings})["userids"])

    def options(self, **values: Any) -> None:
        """Change settings, such as qps=20 or without_scopes=["qyapi_ext_read"]."""
        self._call("POST", "options", values)

    def expire_token(self) -> None:
        """End the life of the access token."""
        self._call("POST", "expire", {})

    def contacts(self) -> list[dict[str, Any]]:
        """The whole book as the server has it, in list order."""
        return list(self._call("GET", "contacts")["contacts"])

    def state(self) -> dict[str, Any]:
        """Counts: contacts, tokens_issued, faults, …"""
        return dict(self._call("GET", "state"))

    def calls(self, path: str = "", since: int = 0) -> list[dict[str, Any]]:
        """Calls whose path ends so: number, path, params, at, code, seconds."""
        return list(self._log(path, since)["calls"])

    def most_per_second(self, path: str) -> int:
        """The most calls to this path within any second."""
        return max(self._log(path, 0)["most_per_second"].values(), default=0)

    def forget_calls(self) -> None:
        """Empty the log of calls."""
        self._call("DELETE", "calls")

    def wait_for_calls(self, path: str, count: int = 1, timeout: float = 60.0) -> None:
        """Wait until so many calls to this path were answered; AssertionError when they were not."""
        query = urlencode({"path": path, "count": count, "timeout": timeout})
        assert self._call("GET", f"wait?{query}")["met"], f"fewer than {count} calls to {path} in {timeout:g} s"

    def _log(self, path: str, since: int) -> Any:
        return self._call("GET", "calls?" + urlencode({"path": path, "since": since}))

    def _call(self, method: str, name: str, body: object = None) -> Any:
        answer = call(self.url, f"/_simulator/{name}", body, method=method)
        assert "error" not in answer, answer["error"]
        return answer


class SimulatorProcess(Control):
    """`python -m addressbook.simulator` with these arguments; `url` is known once it is entered or started."""

    def __init__(self, *arguments: str) -> None:
        super().__init__("")
        self._arguments = arguments
        self._process: subprocess.Popen[str] | None = None

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
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        self.url = self.stdout.readline().strip()
        if not self.url:
            _, errors = self._process.communicate()
            self._process = None
            raise RuntimeError(f"the simulator did not start: {errors}")
        return self.url

    def stop(self) -> str:
        """End this very process; what it wrote on stderr (nothing, when all is well). May be called twice."""
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


@contextmanager
def simulator(**options: Any) -> Iterator[Control]:
    """A simulator on threads of this process; `options` are those of SimulatorOptions."""
    with SimulatorServer(SimulatorOptions(control=True, **options)) as server:
        yield Control(server.url)


class Caller:
    """Calls one simulator by its bare HTTP, with a token of its own."""

    def __init__(self, url: str, *, token: str = "") -> None:
        self.url = url
        self.token = token or call(url, f"/gettoken?appkey={KEY}&appsecret={SECRET}")["access_token"]

    def __call__(self, path: str, **params: Any) -> Any:
        """POST JSON to /topapi/<path>."""
        return call(self.url, f"/topapi/{path}?access_token={self.token}", params)
