"""python packaging/dev.py bench: runs every bench_*.py beside this file (see README.md there)."""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from pathlib import Path

from tests.bench.rows import Options, Row, tables, write_json


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--contacts", type=int, nargs="+", default=[1_000, 10_000, 100_000], metavar="N")
    parser.add_argument("--repeats", type=int, default=3, help="the median of so many runs is reported")
    parser.add_argument("--only", default="", metavar="NAME", help="only modules with this word in their name")
    parser.add_argument(
        "--quick", action="store_true", help="one repeat, short floors: only to see that all of it runs"
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    options = Options(tuple(chosen.contacts), chosen.repeats)
    if chosen.quick:
        options = Options(tuple(chosen.contacts), 1, idle_seconds=0.2, queries=3, hostile=33, refresh_seconds=0.5)
    began = time.monotonic()
    rows: list[Row] = []
    for file in sorted(Path(__file__).parent.glob("bench_*.py")):
        if chosen.only in file.stem:
            print(f"… {file.stem}, after {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
            rows += importlib.import_module(f"tests.bench.{file.stem}").run(options)
    print(tables(rows))
    print(f"measured in {time.monotonic() - began:.0f} s")
    if chosen.json:
        write_json(rows, chosen.json)
    return 1 if not rows else 0


if __name__ == "__main__":
    sys.exit(main())
