"""The password store of Linux desktops for real: gnome-keyring on a session bus of this test's own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.secret_service import AVAILABLE, secret_service

pytestmark = pytest.mark.skipif(not AVAILABLE, reason="Secret Service is Linux's")

SECRET = "s3cret-of-the-app-4711"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, str], Path]]:
    home = tmp_path_factory.mktemp("ss")
    with secret_service(home) as environment:
        yield environment, home


def in_a_process(code: str, environment: dict[str, str]) -> str:
    """What `code` prints, run by a process of its own, as every start of the program is one."""
    head = (
        "from addressbook.credentials import CredentialStore, Credentials\n"
        "from addressbook.errors import SecretStoreError\n"
        "store = CredentialStore()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", head + code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.strip()


def test_what_one_start_saves_the_next_one_reads(session: tuple[dict[str, str], Path]) -> None:
    environment, _ = session
    in_a_process(f"store.save('one', Credentials('key', {SECRET!r}, bytes(range(32))))", environment)
    read = "c = store.load('one'); print(c.app_key, c.app_secret, c.copy_key == bytes(range(32)), c)"
    assert in_a_process(read, environment) == f"key {SECRET} True Credentials(app_key='key')"
    assert in_a_process("store.delete('one'); store.delete('one'); print(store.load('one'))", environment) == "None"


def test_a_start_reads_in_a_child_and_keeps_none_of_its_libraries(session: tuple[dict[str, str], Path]) -> None:
    environment, _ = session
    in_a_process(f"store.save('soon', Credentials('key', {SECRET!r}, b'k' * 32))", environment)
    code = """
import sys
from addressbook.redaction import redact
store = CredentialStore(lambda: '', print)
c = store.load_soon('soon')()
nobody = store.load_soon('nobody')()
print(c.app_secret, redact(c.app_secret), 'keyring' in sys.modules, nobody)
"""
    told = in_a_process(code, environment).splitlines()
    assert told[-1] == f"{SECRET} [hidden] False None"
    assert set(told[:-1]) == {"keyring.backends.SecretService.Keyring"}


def test_saving_again_replaces(session: tuple[dict[str, str], Path]) -> None:
    environment, _ = session
    code = (
        "for secret in ('first', 'second'): store.save('two', Credentials('key', secret, b'k' * 32))\n"
        "print(store.load('two').app_secret)"
    )
    assert in_a_process(code, environment) == "second"


def test_the_files_of_the_store_do_not_hold_the_secret_in_clear(session: tuple[dict[str, str], Path]) -> None:
    environment, home = session
    in_a_process(f"store.save('three', Credentials('key', {SECRET!r}, b'k' * 32))", environment)
    files = [path for path in home.rglob("*") if path.is_file()]
    assert any("keyring" in path.name for path in files)
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]


def test_no_bus_is_told_as_no_password_store() -> None:
    code = "try: store.load('one')\nexcept SecretStoreError as error: print(error.code)"
    assert in_a_process(code, {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}) == "secrets.none"


EACH_CALL = """
credentials = Credentials('key', 'never-to-be-seen', b'k' * 32)
for call in (lambda: store.load('four'), lambda: store.save('four', credentials), lambda: store.delete('four')):
    try: print('worked', call())
    except SecretStoreError as error: print(repr(error))
"""


@pytest.mark.parametrize("state", ["lock", "delete"])
def test_a_locked_store_is_told_from_a_missing_entry(tmp_path_factory: pytest.TempPathFactory, state: str) -> None:
    """Nobody answers the question for the password here, as when a person closes its window."""
    to_default = f"import secretstorage; secretstorage.get_default_collection(secretstorage.dbus_init()).{state}()\n"
    with secret_service(tmp_path_factory.mktemp("ss")) as environment:
        in_a_process(f"store.save('four', Credentials('key', {SECRET!r}, b'k' * 32))", environment)
        told = in_a_process(to_default + EACH_CALL, environment)
    assert told.splitlines() == ["SecretStoreLocked secrets.locked"] * 3


def test_the_store_that_worked_is_remembered(session: tuple[dict[str, str], Path]) -> None:
    environment, _ = session
    code = "CredentialStore(lambda: '', print).load('five')"
    assert in_a_process(code, environment) == "keyring.backends.SecretService.Keyring"
