"""The measurements run, on a book so small that their figures mean nothing, and report what they promise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTACTS = 250
PROMISED = (
    "start with the whole copy",
    "start without a copy, server 50 ms away",
    "loading: longest stall while scrolling",
    "memory over a bare window",
    "key press to results painted, p95",
    "whole book, server 50 ms away, no limit",
    "whole book at 20 calls/s",
    "store: copy on disk per contact, floor JSON",
)


def test_every_measurement_runs(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    command = [sys.executable, "-m", "tests.bench", "--quick", "--contacts", str(CONTACTS), "--json", str(file)]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = {row["name"]: row for row in json.loads(file.read_text(encoding="utf-8"))["rows"]}
    assert set(PROMISED) <= set(rows)
    for row in rows.values():
        assert set(row) == {"name", "contacts", "value", "unit", "floor", "goal", "met"}
        assert row["contacts"] == CONTACTS
        assert row["value"] >= 0
        assert row["met"] in ((None,) if row["goal"] is None else (True, False))
    for name in PROMISED:
        assert name in done.stdout
