"""The measurements run, on a book so small that their figures mean nothing, and report what they promise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.queries import QUERIES

ROOT = Path(__file__).resolve().parents[2]
CONTACTS = 250
PROMISED = (
    "start to filled window, copy on disk",
    "first start to the first page painted, server 50 ms away",
    "whole book from a server 50 ms away, no limit",
    "first load at 20 calls/s, a person at work",
    "calls refused for their rate after 1 s",
    "background refresh, busiest second",
    "key press to results painted, p95",
    "key press to results painted, longest",
    "label, scope or order to painted, p95",
    "stalls while loading, p99",
    "stalls while refreshing and scrolling, longest",
    "scrolling by page, per frame, p95",
    "memory over the bare window",
    "copy on disk per contact, floor its JSON",
)


@pytest.mark.timeout(900)  # many processes are started
def test_every_measurement_runs(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    command = [sys.executable, "-m", "tests.bench", "--quick", "--contacts", str(CONTACTS), "--json", str(file)]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = {row["name"]: row for row in json.loads(file.read_text(encoding="utf-8"))}
    assert set(PROMISED) <= set(rows)
    for row in rows.values():
        assert set(row) == {"name", "contacts", "value", "unit", "floor", "goal", "met"}
        assert row["contacts"] == CONTACTS
        assert row["value"] >= 0
        assert row["met"] in ((None,) if row["goal"] is None else (True, False))
    for name in PROMISED:
        assert name in done.stdout


def test_the_queries_are_as_many_and_as_long_as_promised() -> None:
    assert len(QUERIES) == len(set(QUERIES)) == 200
    assert {len(query) for query in QUERIES} <= set(range(1, 13))
