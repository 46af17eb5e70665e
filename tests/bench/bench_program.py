"""From the start of the process to rows on the screen, with a copy and without; loading; memory."""

from __future__ import annotations

import statistics

from tests.bench.marks import Measured
from tests.bench.rows import Options, Row
from tests.bench.world import world

START_SECONDS = 120.0
STALL_GOAL_MS = 50.0  # three frames: below this nobody notices
IDLE_SECONDS = 10.0
WITH_COPY_GOAL, WITHOUT_COPY_GOAL = 1.0, 2.0  # seconds


def run(options: Options) -> list[Row]:
    """Rows of all sizes asked for."""
    with Measured("bare_window", "0", environment={}) as bare:
        bare.wait("filled", START_SECONDS)  # once before it counts: the disk's cache is warm for everyone
    floor = statistics.median(_bare_start() for _ in range(options.repeats))
    with Measured("bare_window", str(IDLE_SECONDS), environment={}) as bare:
        memory_floor = bare.wait("memory", START_SECONDS)
        stall_floor = bare.wait("stall", START_SECONDS)
    rows: list[Row] = []
    for contacts in options.contacts:
        with world(contacts) as here:
            here.fill("first")
            without = []
            for _ in range(options.repeats):
                here.forget_copy()
                with here.program("filled") as program:
                    without.append(program.wait("filled", START_SECONDS) - program.started)
            here.forget_copy()
            patience = START_SECONDS + contacts / 200
            with here.program("whole") as program:
                began = program.wait("filled", START_SECONDS)
                loading = program.wait("whole", patience) - began
                stall = program.wait("stall", START_SECONDS)
                memory = program.wait("memory", START_SECONDS)
            with_copy = []
            for _ in range(options.repeats):
                with here.program("filled") as program:
                    with_copy.append(program.wait("filled", START_SECONDS) - program.started)
        rows += [
            Row("start with a copy", contacts, statistics.median(with_copy), "s", floor, WITH_COPY_GOAL),
            Row("start without a copy", contacts, statistics.median(without), "s", floor, WITHOUT_COPY_GOAL),
            Row("loading the whole book", contacts, loading, "s"),
            Row("longest stall while loading", contacts, stall, "ms", stall_floor, STALL_GOAL_MS),
            Row("memory with the whole book", contacts, memory, "MB", memory_floor),
        ]
    return rows


def _bare_start() -> float:
    with Measured("bare_window", "0", environment={}) as bare:
        return bare.wait("filled", START_SECONDS) - bare.started
