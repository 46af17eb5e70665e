"""The checkout's own Python: `.venv`, filled from the pinned packages. Standard library only."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import dev_system

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "addressbook-stamp.json"
SUPPORTED = ((3, 11), (3, 13))
# "dev" holds everything that "run" holds
PINS = {"run": ROOT / "packaging" / "pins.txt", "dev": ROOT / "packaging" / "pins-dev.txt"}
EXTRAS = {"run": ["build"], "dev": ["build", "test", "bundle"]}


class CannotGoOn(Exception):
    """Something is missing that a person has to provide; the text says what and how."""


def say(text: str) -> None:
    print(text, flush=True)


def venv_python() -> str:
    return str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def ensure_python() -> None:
    """Go on under a supported Python: this one, or another that is on the PATH."""
    if SUPPORTED[0] <= sys.version_info[:2] <= SUPPORTED[1]:
        return
    for minor in range(SUPPORTED[1][1], SUPPORTED[0][1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other:
            say(f"Python {sys.version_info[0]}.{sys.version_info[1]} is not supported; going on with {other}")
            sys.exit(subprocess.run([other, *sys.argv], check=False).returncode)
    lowest, highest = (".".join(map(str, version)) for version in SUPPORTED)
    sys.exit(f"Python {lowest} to {highest} is needed; this is {sys.version.split()[0]}. Install one and try again.")


def prepare(level: str, *purposes: str) -> None:
    """Make everything ready for a command: system packages, then `.venv` with the pins of `level`.

    Raises CannotGoOn with the words for the person when something is missing that cannot be installed here.
    """
    try:
        dev_system.provide({"run", *purposes}, say)
    except dev_system.MissingPackages as error:
        raise CannotGoOn(str(error)) from None
    wanted = _wanted(level)
    have = _read_stamp()
    if have.get("python") != wanted["python"] or not Path(venv_python()).is_file():
        have = {}
    if level == "run" and have.get("dev") == _wanted("dev")["dev"]:
        return
    if have.get(level) == wanted[level]:
        return
    if not have:
        say(f"Setting up .venv (Python {sys.version.split()[0]}); this happens once and takes some minutes")
        shutil.rmtree(VENV, ignore_errors=True)
        _must([sys.executable, "-m", "venv", str(VENV)], "making .venv")
    else:
        say("Bringing .venv up to date")
    # Until the end is reached only this much is true
    STAMP.write_text(json.dumps({"python": wanted["python"]}), encoding="utf-8")
    pip = [venv_python(), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    _must([*pip, "--require-hashes", "--requirement", str(PINS[level])], "installing the pinned packages")
    # Apart from the pins, because a local project has no hash
    _must([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], "installing the project")
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")


def _wanted(level: str) -> dict[str, str]:
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + PINS[level].read_bytes())
    return {"python": f"{sys.version} {VENV}", level: digest.hexdigest()}


def _read_stamp() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _must(command: list[str], what: str) -> None:
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise CannotGoOn(f"{what} failed; the reason is above. Once it is removed, give the same command again.")


def why_no_display() -> str | None:
    """None where a window can be shown, else the reason. Asks Qt itself: DISPLAY may name a dead server."""
    if sys.platform != "linux":
        return None
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return f"QT_QPA_PLATFORM is {os.environ['QT_QPA_PLATFORM']}."
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)."
    probe = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    try:
        done = subprocess.run([venv_python(), "-c", probe], capture_output=True, text=True, timeout=20, check=False)
    except subprocess.TimeoutExpired:
        return "the display does not answer."
    if done.returncode == 0:
        return None
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    return f"the display cannot be used ({lines[0] if lines else 'Qt gives no reason'})."


def make_pins(args: list[str]) -> int:
    """Write the pins for all systems and Pythons, with hashes and without any address of a package index."""
    uv = shutil.which("uv")
    if not uv:
        raise CannotGoOn("`uv` makes the pins: pip install uv, and try again.")
    for level, target in PINS.items():
        command = [uv, "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"]
        command += ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"]
        command += [word for extra in EXTRAS[level] for word in ("--extra", extra)]
        if level != "run":
            command += ["--constraint", str(PINS["run"].relative_to(ROOT))]
        _must([*command, "--output-file", str(target.relative_to(ROOT)), *args], f"resolving {target.name}")
    return 0
