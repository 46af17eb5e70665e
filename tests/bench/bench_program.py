"""The real program in its window: starting, being used while the book loads, being used when it is whole, memory."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import Any

from tests.bench.marks import Measured
from tests.bench.rows import Options, Row
from tests.bench.world import World, world

START_SECONDS = 120.0
USE_SECONDS = 600.0  # a thousand keys
FAR_MS = 50
CALLS_A_SECOND = 20
PHASES = ("looking", "scrolling", "filtering", "changing scope")
SLOW_DOWN = "90018"
LIST = "extcontact/list"
MOST_EDITS = 100  # one contact in a hundred, of those that a refresh comes to while it is watched

# Goals: multiples of the floor for starts, a share of the calls allowed for loading, milliseconds for answers, calls
# per second, megabytes (10^6 bytes) for memory.
WITH_COPY_GOAL, WITHOUT_COPY_GOAL = 2.0, 1.5
SHARE_GOAL, REFRESH_GOAL = 0.9, 5
STALL_P99_GOAL, STALL_GOAL = 16.0, 50.0
KEY_GOAL, LONGEST_KEY_GOAL, CHANGE_GOAL, FRAME_GOAL = 33.0, 100.0, 50.0, 16.0
MEMORY_GOAL = 120.0


@dataclass(frozen=True, slots=True)
class Floor:
    """What an empty window takes: milliseconds of stalls, megabytes."""

    stall_p99: float
    stall: float
    memory: float


def run(options: Options) -> list[Row]:
    """Rows of all sizes asked for."""
    if options.repeats > 1:
        with Measured("bare_window", "0", environment={}) as bare:
            bare.wait("filled", START_SECONDS)  # once before it counts: compiled, and in the disk's cache
    with Measured("bare_window", str(options.idle_seconds), environment={}) as bare:
        memory, p99, longest = (bare.wait(name, START_SECONDS) for name in ("memory", "p99", "longest"))
    floor = Floor(p99, longest, memory)
    rows: list[Row] = []
    for contacts in options.contacts:
        with world(contacts) as here:
            here.fill("first")
            if options.repeats > 1:
                with here.program("filled") as program:
                    program.wait("filled", START_SECONDS)  # compiled, and in the disk's cache
            rows.append(_first_start(here, options.repeats))
            rows += _loading(here, floor)
            rows.append(_start_with_copy(here, options.repeats))
            rows += _using(here, floor, options.of_size(contacts))
    return rows


def _first_start(here: World, repeats: int) -> Row:
    here.server.options(latency_ms=FAR_MS)
    floors, taken = [], []
    for _ in range(repeats):  # by turns, so that both meet the same busy and idle moments
        floors.append(_start("bare_window", "0", here.url))
        here.forget_copy()
        taken.append(_filled(here))
    here.server.options(latency_ms=0)
    name = f"first start to the first page painted, server {FAR_MS} ms away"
    return _start_row(name, here.contacts, taken, floors, WITHOUT_COPY_GOAL)


def _start_with_copy(here: World, repeats: int) -> Row:
    floors, taken = [], []
    for _ in range(repeats):
        floors.append(_start("bare_window", "0"))
        taken.append(_filled(here))
    return _start_row("start to filled window, copy on disk", here.contacts, taken, floors, WITH_COPY_GOAL)


def _loading(here: World, floor: Floor) -> list[Row]:
    """The program fills its copy from a server that allows 20 calls a second, with a person at work in the window."""
    contacts, rows = here.contacts, []

    def add(name: str, value: float, unit: str, beside: float | None, goal: float | None) -> None:
        rows.append(Row(name, contacts, value, unit, beside, goal))

    here.forget_copy()
    here.server.options(qps=CALLS_A_SECOND)
    here.server.forget_calls()
    with here.program("load") as program:

        def found(mark: str, seconds: float = START_SECONDS) -> float:
            return program.wait(mark, seconds)

        began = found("filled")
        taken = found("whole", START_SECONDS + contacts / 200) - began
        paced = contacts / 100 / CALLS_A_SECOND
        add(f"first load at {CALLS_A_SECOND} calls/s, a person at work", taken, "s", paced, paced / SHARE_GOAL)
        add("calls refused for their rate after 1 s", _refused(here.server.calls(LIST)), "calls", None, 0)
        for phase in ("load", *PHASES):
            what = "stalls while loading" if phase == "load" else f"loading: stalls while {phase}"
            add(f"{what}, p99", found(f"p99-{phase}"), "ms", floor.stall_p99, STALL_P99_GOAL)
            add(f"{what}, longest", found(f"longest-{phase}"), "ms", floor.stall, STALL_GOAL)
        add("memory over the bare window", found("memory") - floor.memory, "MB", floor.memory, MEMORY_GOAL)
    here.server.options(qps=0)
    return rows


def _using(here: World, floor: Floor, options: Options) -> list[Row]:
    """Answers and scrolling in a book that is whole, while it is being refreshed and some of it has changed."""
    contacts = here.contacts
    for index in range(0, min(contacts, MOST_EDITS * 100), 100):
        here.server.edit("change", index=index)
    here.server.forget_calls()
    with Measured("plain_table", str(contacts), environment={}) as process:
        plain_frames = process.wait("p95-frames", START_SECONDS)
    with here.program("use", options.queries, options.refresh_seconds) as program:

        def found(mark: str) -> float:
            return program.wait(mark, USE_SECONDS)

        stalls = found("p99-refresh"), found("longest-refresh")
        typing, longest_typing = found("p95-typing"), found("longest-typing")
        changes, longest_change = found("p95-changes"), found("longest-changes")
        frames, longest_frame = found("p95-frames"), found("longest-frames")
        repaint = found("repaint")
        busiest = here.server.most_per_second(LIST)
    return [
        Row("key press to results painted, p95", contacts, typing, "ms", repaint, KEY_GOAL),
        Row("key press to results painted, longest", contacts, longest_typing, "ms", repaint, LONGEST_KEY_GOAL),
        Row("label, scope or order to painted, p95", contacts, changes, "ms", repaint, CHANGE_GOAL),
        Row("change: label, scope or order to painted, longest", contacts, longest_change, "ms", repaint),
        Row("stalls while refreshing and scrolling, p99", contacts, stalls[0], "ms", floor.stall_p99, STALL_P99_GOAL),
        Row("stalls while refreshing and scrolling, longest", contacts, stalls[1], "ms", floor.stall, STALL_GOAL),
        Row("background refresh, busiest second", contacts, busiest, "calls/s", None, REFRESH_GOAL),
        Row("scrolling by page, per frame, p95", contacts, frames, "ms", plain_frames, FRAME_GOAL),
        Row("scrolling: by page, longest frame", contacts, longest_frame, "ms"),
    ]


def _refused(calls: list[dict[str, Any]]) -> int:
    """Refused after the first second: in that the program finds out how fast it may go."""
    late = [call for call in calls if call["at"] > calls[0]["at"] + 1.0]
    return sum(SLOW_DOWN in str(call["code"]) for call in late)


def _start_row(name: str, contacts: int, taken: list[float], floors: list[float], goal: float) -> Row:
    floor = statistics.median(floors)
    return Row(name, contacts, statistics.median(taken), "s", floor, goal * floor)


def _start(*module: str) -> float:
    with Measured(*module, environment={}) as process:
        return process.wait("filled", START_SECONDS) - process.started


def _filled(here: World) -> float:
    with here.program("filled") as program:
        return program.wait("filled", START_SECONDS) - program.started
