"""The whole book from a server at some distance, without a window: our loader beside a plain loop of requests."""

from __future__ import annotations

import math

from tests.bench.marks import Measured
from tests.bench.rows import Options, Row
from tests.helpers.simulator import SimulatorProcess

MOST_CONTACTS = 10_000  # one page after another from 50 ms away takes a minute for ten times as many
PATIENCE = 300.0
DISTANCES_MS = (0, 50)
CALLS_A_SECOND = 20
FASTER = 6.0  # than one call after another, where the server is far away
SHARE = 0.9  # of the calls that the server allows
SLOW_DOWN = "90018"


def run(options: Options) -> list[Row]:
    """Rows for all sizes asked for, the larger ones as MOST_CONTACTS."""
    rows: list[Row] = []
    for contacts in sorted({min(size, MOST_CONTACTS) for size in options.contacts}):
        for distance in DISTANCES_MS:
            with SimulatorProcess("--contacts", str(contacts), "--latency-ms", str(distance)) as server:
                plain, ours = _taken("plain", server.url), _taken("loader", server.url, math.inf)
            goal = plain / FASTER if distance else None
            rows.append(Row(f"whole book, server {distance} ms away, no limit", contacts, ours, "s", plain, goal))
        with SimulatorProcess("--contacts", str(contacts), "--qps", str(CALLS_A_SECOND)) as server:
            ours = _taken("loader", server.url, CALLS_A_SECOND)
            calls = server.calls("extcontact/list")
        paced = contacts / 100 / CALLS_A_SECOND
        rows.append(Row("whole book at 20 calls/s", contacts, ours, "s", paced, paced / SHARE))
        late = [call for call in calls if call["at"] > calls[0]["at"] + 1.0]
        refused = sum(SLOW_DOWN in str(call["code"]) for call in late)
        rows.append(Row("calls refused for their rate after 1 s", contacts, refused, "calls", goal=0))
    return rows


def _taken(how: str, url: str, rate: float = math.inf) -> float:
    with Measured("fetch", how, url, str(rate), environment={}) as process:
        return process.wait("whole", PATIENCE)
