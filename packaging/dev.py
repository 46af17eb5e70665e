#!/usr/bin/env python3
"""Everything that is done with this checkout, in one command: python3 packaging/dev.py --help

Standard library only, on Linux, macOS and Windows. Each command first makes or updates `.venv` in the
checkout (when pyproject.toml or the pins changed) and looks for what the operating system lacks.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

import dev_setup
from dev_setup import ROOT, say, venv_python


def call(*command: str, **environment: str) -> int:
    """Run `command` in the checkout with `environment` added; its exit code."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


def run(args: list[str]) -> int:
    dev_setup.prepare("run")
    program = [venv_python(), "-m", "addressbook", "--demo", *args]
    reason = dev_setup.why_no_display()
    if reason is None:
        return call(*program)
    picture = ROOT / "output" / "sample-book.png"
    picture.parent.mkdir(exist_ok=True)
    picture.unlink(missing_ok=True)
    say(f"No window can be shown here: {reason}")
    say("Running the same program off-screen instead, until its window is filled.")
    code = call(*program, "--screenshot", str(picture), QT_QPA_PLATFORM="offscreen")
    if code == 0 and picture.is_file():
        say(f"This is what it looks like: {picture}")
        return 0
    say("The program did not get as far as a filled window; its own words are above.")
    return code or 1


def check(_args: list[str]) -> int:
    dev_setup.prepare("dev")
    return check_source() or tool("import-linter", "-c", "from importlinter.cli import lint_imports; lint_imports()")


def test(args: list[str]) -> int:
    dev_setup.prepare("dev", "test")
    if code := check_source():
        return code
    # One more than there are processors: many tests wait for a server that is slow on purpose.
    count = str((os.cpu_count() or 1) + 1)
    workers = [] if any(arg.startswith("-n") for arg in args) else ["-n", count, "--dist", "worksteal"]
    return tool("pytest", "-m", "pytest", *workers, *args)


def check_source() -> int:
    for name, *command in (
        ("ruff check", "-m", "ruff", "check", "."),
        ("ruff format", "-m", "ruff", "format", "--check", "."),
        ("mypy", "-m", "mypy"),
    ):
        if code := tool(name, *command):
            return code
    return 0


def tool(name: str, *arguments: str) -> int:
    say(f"— {name}")
    code = call(venv_python(), *arguments, QT_QPA_PLATFORM="offscreen")
    if code:
        say(f"{name} failed (exit code {code})")
    return code


def bench(args: list[str]) -> int:
    dev_setup.prepare("dev")
    return call(venv_python(), "-m", "tests.bench", *args)


def bundle(args: list[str]) -> int:
    dev_setup.prepare("dev", "test", "bundle")
    return call(venv_python(), "packaging/dev_bundle.py", *args)


def screenshots(args: list[str]) -> int:
    dev_setup.prepare("dev")
    return call(venv_python(), "packaging/dev_screenshots.py", *args)


def pins(args: list[str]) -> int:
    dev_setup.prepare("run")
    return dev_setup.make_pins(args)


COMMANDS = {
    "run": (run, "start the program with sample contacts (further options go to the program)"),
    "test": (test, "everything that CI checks; --long adds the slow tests; further options go to pytest"),
    "check": (check, "ruff, mypy and the import contracts only"),
    "bench": (bench, "measure: [--contacts N ...] [--json FILE] [--only NAME]"),
    "bundle": (bundle, "build the folder that is given to people, and let it test itself"),
    "screenshots": (screenshots, "pictures of the program for README and shops: [--out FOLDER]"),
    "pins": (pins, "resolve the dependencies again: packaging/pins*.txt [--upgrade]"),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    overview = "\n".join(f"{name:12} {text}" for name, (_, text) in COMMANDS.items())
    parser.add_argument("command", choices=COMMANDS, metavar="command", help=overview)
    if len(sys.argv) < 2:
        parser.print_help()
        return 2
    chosen = parser.parse_args(sys.argv[1:2]).command
    dev_setup.ensure_python()
    try:
        return COMMANDS[chosen][0](sys.argv[2:])
    except dev_setup.CannotGoOn as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
