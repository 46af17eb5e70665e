"""The bundle beside a naive one: xvfb-run -a .venv/bin/python -m tests.bench.bundle, once `dev.py bundle`
has built ours. By hand: it takes a minute, and needs PyInstaller and xwininfo (of Debian's x11-utils).

Naive is what `pyinstaller` makes of an empty PySide6 window without any option. Of both: the folder's size, and the
time from starting the process to its window on an X server; ours holds the sample book, or asks to connect, and finds
neither settings nor copies of an earlier time.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.marks import ROOT

OURS = ROOT / "dist" / "addressbook"
REPEATS = 5
PATIENCE = 60.0
BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
app.exec()
"""


def main() -> int:
    if not OURS.is_dir():
        print("Build it first: python3 packaging/dev.py bundle", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="ab-naive-") as temporary:
        naive = _naive(Path(temporary))
        print(f"size: {_megabytes(OURS):.0f} MB, naive {_megabytes(naive):.0f} MB")
        program = str(OURS / "addressbook")
        starts = {"naive": [str(naive / "naive")], "ours": [program], "ours, sample book": [program, "--demo"]}
        taken: dict[str, list[float]] = {name: [] for name in starts}
        for _ in range(REPEATS + 1):  # the first time is not counted: the disk's cache is filled
            for name, command in starts.items():  # by turns, so that all meet the same busy and idle moments
                taken[name].append(_until_shown(command, Path(temporary)))
    floor = statistics.median(taken["naive"][1:])
    for name, seconds in taken.items():
        median = statistics.median(seconds[1:])
        print(f"start to window shown, {name}: {median:.2f} s, {median / floor:.1f} × naive")
    return 0


def _naive(folder: Path) -> Path:
    script = folder / "naive.py"
    script.write_text(BARE, encoding="utf-8")
    options = ("--noconfirm", "--log-level", "WARN", "--windowed", "--name", "naive")
    subprocess.run([sys.executable, "-m", "PyInstaller", *options, str(script)], cwd=folder, check=True)
    return folder / "dist" / "naive"


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def _until_shown(command: list[str], home: Path) -> float:
    """Seconds until the X server shows a window of a process started now; it is ended then."""
    profile = home / "home"
    shutil.rmtree(profile, ignore_errors=True)
    profile.mkdir()
    environment = {**os.environ, "HOME": str(profile), "QT_QPA_PLATFORM": "xcb"}
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _windows_shown():
            if time.monotonic() - began > PATIENCE or process.poll() is not None:
                raise RuntimeError(f"{command[0]} showed no window")
            time.sleep(0.005)
        return time.monotonic() - began
    finally:
        process.terminate()
        process.wait(10)


def _windows_shown() -> bool:
    """Whether there is a window of the size that both have."""
    listed = subprocess.run(["xwininfo", "-root", "-tree"], capture_output=True, text=True, check=True)
    return " 1280x800+" in listed.stdout


if __name__ == "__main__":
    sys.exit(main())
