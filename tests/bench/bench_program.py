"""The real program in its window: starting, being used while the book loads, being used when it is whole, memory."""

from __future__ import annotations

import statistics

from tests.bench.marks import Measured
from tests.bench.rows import Options, Row
from tests.bench.world import World, world

START_SECONDS = 120.0
FAR_MS = 50
PHASES = ("looking", "scrolling", "filtering", "changing scope")

# Goals: multiples of the floor for starts, milliseconds for answers, megabytes (10^6 bytes) for memory.
WITH_COPY_GOAL, WITHOUT_COPY_GOAL = 2.0, 1.5
STALL_P99_GOAL, STALL_GOAL = 16.0, 50.0
KEY_GOAL, LONGEST_KEY_GOAL, CHANGE_GOAL, FRAME_GOAL = 33.0, 100.0, 50.0, 16.0
MEMORY_GOAL = 120.0


def run(options: Options) -> list[Row]:
    """Rows of all sizes asked for."""
    with Measured("bare_window", "0", environment={}) as bare:
        bare.wait("filled", START_SECONDS)  # once before it counts: compiled, and in the disk's cache
    floor = statistics.median(_start("bare_window", "0") for _ in range(options.repeats))
    with Measured("bare_window", str(options.idle_seconds), environment={}) as bare:
        memory_floor = bare.wait("memory", START_SECONDS)
        stall_floor = bare.wait("p99", START_SECONDS), bare.wait("longest", START_SECONDS)
    rows: list[Row] = []
    for contacts in options.contacts:
        with world(contacts) as here:
            here.fill("first")
            with here.program("filled") as program:
                program.wait("filled", START_SECONDS)  # compiled, and in the disk's cache
            rows += _first_start(here, options.repeats)
            rows += _loading(here, stall_floor, memory_floor)
            taken = [_filled(here) for _ in range(options.repeats)]
            rows.append(_start_row("start with the whole copy", contacts, taken, floor, WITH_COPY_GOAL))
            rows += _using(here)
    return rows


def _first_start(here: World, repeats: int) -> list[Row]:
    here.server.options(latency_ms=FAR_MS)
    far = statistics.median(_start("bare_window", "0", here.url) for _ in range(repeats))
    taken = []
    for _ in range(repeats):
        here.forget_copy()
        taken.append(_filled(here))
    here.server.options(latency_ms=0)
    name = f"start without a copy, server {FAR_MS} ms away"
    return [_start_row(name, here.contacts, taken, far, WITHOUT_COPY_GOAL)]


def _loading(here: World, stall_floor: tuple[float, float], memory_floor: float) -> list[Row]:
    """The program fills its copy, with a person at work in the window."""
    contacts, rows = here.contacts, []
    here.forget_copy()
    with here.program("load") as program:
        began = program.wait("filled", START_SECONDS)
        taken = program.wait("whole", START_SECONDS + contacts / 200) - began
        paced = contacts / 100 / 20
        rows.append(Row("loading while used, at 20 calls/s", contacts, taken, "s", paced, paced / 0.9))
        for phase in PHASES:
            p99, longest = program.wait(f"p99-{phase}", START_SECONDS), program.wait(f"longest-{phase}", START_SECONDS)
            rows.append(Row(f"loading: stalls while {phase}, p99", contacts, p99, "ms", stall_floor[0], STALL_P99_GOAL))
            rows.append(
                Row(f"loading: longest stall while {phase}", contacts, longest, "ms", stall_floor[1], STALL_GOAL)
            )
        memory = program.wait("memory", START_SECONDS) - memory_floor
        rows.append(Row("memory over a bare window", contacts, memory, "MB", memory_floor, MEMORY_GOAL))
    return rows


def _using(here: World) -> list[Row]:
    """Answers and scrolling in a book that is whole."""
    contacts = here.contacts
    with here.program("use") as program:

        def found(mark: str) -> float:
            return program.wait(mark, START_SECONDS)

        typing, longest_typing, changes, longest_change, frames, longest_frame, repaint = (
            found(name)
            for name in (
                "p95-typing",
                "longest-typing",
                "p95-changes",
                "longest-changes",
                "p95-frames",
                "longest-frames",
                "repaint",
            )
        )
    return [
        Row("key press to results painted, p95", contacts, typing, "ms", repaint, KEY_GOAL),
        Row("key press to results painted, longest", contacts, longest_typing, "ms", repaint, LONGEST_KEY_GOAL),
        Row("label, scope or order to painted, p95", contacts, changes, "ms", repaint, CHANGE_GOAL),
        Row("label, scope or order to painted, longest", contacts, longest_change, "ms", repaint),
        Row("scrolling by page, per frame, p95", contacts, frames, "ms", repaint, FRAME_GOAL),
        Row("scrolling by page, longest frame", contacts, longest_frame, "ms", repaint),
    ]


def _start_row(name: str, contacts: int, taken: list[float], floor: float, goal: float) -> Row:
    return Row(name, contacts, statistics.median(taken), "s", floor, goal * floor)


def _start(*module: str) -> float:
    with Measured(*module, environment={}) as process:
        return process.wait("filled", START_SECONDS) - process.started


def _filled(here: World) -> float:
    with here.program("filled") as program:
        return program.wait("filled", START_SECONDS) - program.started
