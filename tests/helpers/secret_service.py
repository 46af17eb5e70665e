"""A real Secret Service of a test's own: a session bus and an unlocked gnome-keyring, both ended afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers.wait import until_blocking

AVAILABLE = sys.platform == "linux"
NAME = "org.freedesktop.secrets"


@contextmanager
def secret_service(home: Path) -> Iterator[dict[str, str]]:
    """Start both with their files below `home`; yields the variables that lead a process to them.

    `home` should have a short path (sockets). Fails, rather than skips, where dbus or gnome-keyring are not
    installed: `dev.py test` installs them.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    environment = {**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "XDG_DATA_HOME": str(home / "data")}
    environment.pop("GNOME_KEYRING_CONTROL", None)
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address", f"--address=unix:dir={home}"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    keyring = None
    try:
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        assert address, "the session bus did not start"
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert keyring.stdin is not None
        keyring.stdin.write(b"of this test")
        keyring.stdin.close()
        until_blocking(lambda: _owned(address), NAME)
        yield {name: environment[name] for name in ("DBUS_SESSION_BUS_ADDRESS", "HOME", "XDG_RUNTIME_DIR")}
    finally:
        for process in (keyring, bus):
            if process is not None:
                process.terminate()
                process.wait(10)
        if bus.stdout is not None:
            bus.stdout.close()


def _owned(address: str) -> bool:
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection(bus=address) as connection:
        question = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        answer = connection.send_and_get_reply(new_method_call(question, "NameHasOwner", "s", (NAME,)))
        return bool(answer.body[0])
