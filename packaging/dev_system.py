"""What the operating system must have, and installing it where this is Debian or one of its children.

Looks for the things themselves (a library, a program, a font), not for packages: other systems have them
under other names. Standard library only.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection
from pathlib import Path

# What Qt's wheels expect of a Linux system: library → Debian's package. The xcb group is the window system's
# plug-in, without which Qt ends with "could not load the Qt platform plugin".
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# purpose → {program: package}; the tests start a real Secret Service and a real X server of their own
PROGRAMS = {
    "test": {
        "dbus-run-session": "dbus",
        "gnome-keyring-daemon": "gnome-keyring",
        "Xvfb": "xvfb",
        "xauth": "xauth",
        "git": "git",
    },
    "bundle": {"objdump": "binutils", "objcopy": "binutils", "ldd": "libc-bin"},
}


# Without these the program runs, but the sample book's names show empty boxes
WISHES = {"a Chinese font": "fonts-noto-cjk", "a font with emoji": "fonts-noto-color-emoji"}


class MissingPackages(Exception):
    """The text names what is missing and the exact command that installs it."""


def provide(purposes: Collection[str], say: Callable[[str], None]) -> None:
    """Install what `purposes` ("run", "test", "bundle") need and is not there; Linux only."""
    if sys.platform != "linux":
        return
    missing = _missing(purposes)
    if not missing:
        return
    packages = sorted(set(missing.values()))
    can_install = shutil.which("apt-get") is not None and os.geteuid() == 0
    if not can_install and set(missing) <= set(WISHES):
        say(f"Some names will show empty boxes: this system lacks {' and '.join(missing)} ({', '.join(packages)}).")
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        raise MissingPackages(
            "This system lacks: " + ", ".join(sorted(missing)) + ".\nOn Debian these are the packages "
            + " ".join(packages) + "; please install their counterparts and try again."
        )  # fmt: skip
    if os.geteuid() != 0:
        raise MissingPackages(
            "This system lacks: " + ", ".join(sorted(missing)) + ".\nPlease give this command, then try again:\n\n"
            f"  sudo apt-get update && sudo {shlex.join(command)}\n"
        )
    say("Installing what this system lacks: " + " ".join(packages))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = [command[0], "-qq", *command[1:]]
    if _apt(quiet, environment, keep_quiet=True) == 0:
        return
    _apt(["apt-get", "-qq", "update"], environment)
    if _apt(quiet, environment):
        raise MissingPackages(f"This failed; its reason is above:\n\n  {shlex.join(command)}\n")


def _apt(command: list[str], environment: dict[str, str], *, keep_quiet: bool = False) -> int:
    # The first try may fail only because the package lists are missing or old: nothing to show then.
    output = subprocess.PIPE if keep_quiet else None
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=output, check=False)
    return done.returncode


def _missing(purposes: Collection[str]) -> dict[str, str]:
    """What was looked for in vain → Debian's package that has it."""
    lacks: dict[str, str] = {}
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        lacks["Python's venv module"] = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    for library, package in QT_LIBRARIES.items():
        if not _loads(library):
            lacks[library] = package
    fonts = _fonts()
    if not fonts:
        lacks["a font"] = "fonts-dejavu-core"
    if not any(mark in font.lower() for font in fonts for mark in ("cjk", "wqy", "han", "hei", "ming", "song")):
        lacks["a Chinese font"] = WISHES["a Chinese font"]
    if not any("emoji" in font.lower() for font in fonts):
        lacks["a font with emoji"] = WISHES["a font with emoji"]
    for purpose in purposes:
        for program, package in PROGRAMS.get(purpose, {}).items():
            if not shutil.which(program) and not Path("/usr/sbin", program).exists():
                lacks[program] = package
    if "bundle" in purposes:
        # Debian's python3 is linked statically; the bundle carries the shared library
        shared = f"libpython{sys.version_info[0]}.{sys.version_info[1]}.so.1.0"
        if not (Path(sys.base_prefix, "lib", shared).exists() or _loads(shared)):
            lacks[shared] = shared.removesuffix(".so.1.0")
    return lacks


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _fonts() -> list[str]:
    folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
    return [
        path.name
        for folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
        if path.suffix.lower() in (".ttf", ".otf", ".ttc")
    ]
