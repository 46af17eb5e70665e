"""The whole book from a server at some distance, without a window: our loader beside a plain loop of requests."""

from __future__ import annotations

import math

from tests.bench.marks import Measured
from tests.bench.rows import Options, Row
from tests.helpers.simulator import SimulatorProcess

PATIENCE = 600.0
FAR_MS = 50
CALLS_A_SECOND = 20
FASTER = 6.0  # than one call after another
SHARE = 0.9  # of the calls that the server allows
PLAIN_PAGES = 100  # so many are fetched one after another, and stand for all
PACED_CONTACTS = 10_000  # bench_program.py loads the whole of larger books at this pace


def run(options: Options) -> list[Row]:
    """Rows for all sizes asked for."""
    rows: list[Row] = []
    for contacts in options.contacts:
        with SimulatorProcess("--contacts", str(contacts), "--latency-ms", str(FAR_MS)) as server:
            pages = math.ceil(contacts / 100) + 1  # the last is empty, as it is for us
            fetched = min(PLAIN_PAGES, pages)
            plain = _taken("plain", server.url, fetched) * pages / fetched
            ours = _taken("loader", server.url, math.inf)
        name = f"whole book from a server {FAR_MS} ms away, no limit"
        rows.append(Row(name, contacts, ours, "s", plain, plain / FASTER))
        if contacts <= PACED_CONTACTS:
            with SimulatorProcess("--contacts", str(contacts), "--qps", str(CALLS_A_SECOND)) as server:
                ours = _taken("loader", server.url, CALLS_A_SECOND)
            paced = contacts / 100 / CALLS_A_SECOND
            rows.append(Row("no window: whole book at 20 calls/s", contacts, ours, "s", paced, paced / SHARE))
    return rows


def _taken(how: str, url: str, limit: float) -> float:
    with Measured("fetch", how, url, str(limit), environment={}) as process:
        return process.wait("whole", PATIENCE)
