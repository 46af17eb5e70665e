"""Builds the folder that is given to people, and lets the built program test itself.

Called by `dev.py bundle`, with .venv's Python. The self-test runs as on a stranger's computer: an empty PATH,
no Python environment, a home of its own, and (on Linux) a session bus with an unlocked gnome-keyring.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
FOLDER = ROOT / "dist" / "addressbook"
PROGRAM = FOLDER / ("addressbook.exe" if sys.platform == "win32" else "addressbook")
PATIENCE = 180  # seconds; a self-test takes about five

# Inside the bus's own shell: the key store is unlocked with a throw-away password, then the program gets an
# environment that holds nothing but what a login gives. The program's name and the variables follow as "$@".
LINUX_SESSION = """
printf 'self-test' | gnome-keyring-daemon --unlock --components=secrets >/dev/null || exit 70
exec env -i DBUS_SESSION_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" "$@"
"""


def build() -> None:
    for script, target in (("icon_files.py", "icons"), ("licences.py", "licences")):
        must([sys.executable, str(ROOT / "packaging" / script), str(BUILD / target)], QT_QPA_PLATFORM="offscreen")
    shutil.rmtree(FOLDER, ignore_errors=True)
    must(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", str(ROOT / "dist"), "--workpath", str(BUILD / "pyinstaller")),
            str(ROOT / "packaging" / "addressbook.spec"),
        ]
    )
    strip_python(FOLDER)
    size = json.loads((BUILD / "bundle-size.json").read_text(encoding="utf-8"))
    print(f"bundle: {folder_size(FOLDER) / 1e6:.0f} MB in {FOLDER.relative_to(ROOT)}", end=" ")
    print(f"(collected files {size['before']:.0f} MB, after leaving out what is unused {size['after']:.0f} MB)")


def strip_python(folder: Path) -> None:
    """Leave out what a debugger would want of Python itself: 23 of 178 MB where it was built from source."""
    strip = shutil.which("strip") if sys.platform == "linux" else None
    parts = [*folder.rglob("libpython*.so*"), *folder.glob("_internal/python3*/lib-dynload/*.so")]
    if strip and parts:
        must([strip, "--strip-debug", *map(str, parts)])


def must(command: list[str], **environment: str) -> None:
    code = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode
    if code:
        sys.exit(f"bundle: {Path(command[-1]).name} ended with exit code {code}")


def folder_size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def self_test(platform: str | None = None) -> int:
    """Run the built program's self-test, off-screen or on `platform` (which needs DISPLAY); its exit code."""
    print(f"self-test of the built program ({platform or 'off-screen'}):", flush=True)
    with tempfile.TemporaryDirectory(prefix="ab-selftest-") as home:
        report = Path(home, "report.txt")
        command = [str(PROGRAM), "--self-test", "--self-test-report", str(report)]
        environment = bare_environment(home)
        if sys.platform == "linux":
            environment["QT_QPA_PLATFORM"] = platform or "offscreen"
            settings = [f"{name}={value}" for name, value in environment.items()]
            command = ["dbus-run-session", "--", "sh", "-c", LINUX_SESSION, "sh", *settings, *command]
            environment = {**os.environ, "HOME": home, "XDG_RUNTIME_DIR": home}
            for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "GNOME_KEYRING_CONTROL"):
                environment.pop(name, None)
        try:
            done = subprocess.run(
                command, cwd=home, env=environment, stdin=subprocess.DEVNULL, timeout=PATIENCE, check=False
            )
        except subprocess.TimeoutExpired:
            print(f"self-test: no end after {PATIENCE} s")
            return 1
        if sys.platform == "win32" and report.exists():  # a windowed program has no standard output there
            print(report.read_text(encoding="utf-8"), end="")
        if done.returncode == 0 and not report.exists():
            print("self-test: ended with 0, but left no report")
            return 1
    if done.returncode:
        print(f"self-test: failed (exit code {done.returncode})")
    return done.returncode


def bare_environment(home: str) -> dict[str, str]:
    """What the built program may know: no PATH to speak of and nothing of Python's."""
    kept = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "DISPLAY", "XAUTHORITY")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return {**environment, "PATH": "", "HOME": home, "XDG_RUNTIME_DIR": home, "LANG": "C.UTF-8"}


def on_virtual_screen() -> int:
    """The same once more on a real X server, which needs Qt's xcb plug-in and all that it links to."""
    if os.environ.get("DISPLAY"):
        return self_test("xcb")
    return subprocess.run(
        ["xvfb-run", "--auto-servernum", sys.executable, __file__, "--only-xcb-self-test"], check=False
    ).returncode


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bundle")
    parser.add_argument("--no-build", action="store_true", help="test the folder that was built before")
    parser.add_argument("--only-xcb-self-test", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only_xcb_self_test:
        return self_test("xcb")
    if not options.no_build:
        build()
    code = self_test()
    if code == 0 and sys.platform == "linux":
        code = on_virtual_screen()
    print("bundle: built and tested" if code == 0 else "bundle: the self-test failed; its line is above")
    return code


if __name__ == "__main__":
    sys.exit(main())
