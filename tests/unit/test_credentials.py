"""The password store, with one in memory: what is kept, what is refused, and which stores are never used."""

from __future__ import annotations

import sys
import types

import keyring.core
import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError

from addressbook import credentials as module
from addressbook.credentials import Credentials, CredentialStore
from addressbook.errors import (
    AddressBookError,
    NoSecretStore,
    SecretStoreError,
    SecretStoreLocked,
    SecretStoreRefused,
)
from addressbook.forked import ChildEnded
from addressbook.redaction import redact
from tests.helpers.memory_keyring import MemoryKeyring

SAMPLE = Credentials("dingabc", "s3cret-value-of-the-app", bytes(range(32)))


def test_what_was_saved_comes_back(memory_keyring: MemoryKeyring) -> None:
    store = CredentialStore()
    assert store.load("a1") is None
    store.save("a1", SAMPLE)
    assert store.load("a1") == SAMPLE
    assert CredentialStore().load("a1") == SAMPLE
    assert store.load("b2") is None
    store.save("a1", Credentials("dingabc", "another-secret", b"k" * 32))
    assert store.load("a1") != SAMPLE
    store.delete("a1")
    assert store.load("a1") is None
    store.delete("a1")


@pytest.mark.parametrize("forks", [True, False])
def test_what_is_begun_soon_is_what_is_loaded(
    memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, forks: bool
) -> None:
    """Where no process can be forked, and where the child was ended, it is this process that reads."""

    def end() -> object:
        raise ChildEnded

    monkeypatch.setattr(module, "forked", lambda work: end if forks else None)
    store = CredentialStore()
    store.save("a1", SAMPLE)
    assert store.load_soon("a1")() == SAMPLE
    assert store.load_soon("b2")() is None
    memory_keyring.refuse_with = KeyringLocked("")
    with pytest.raises(SecretStoreLocked):
        store.load_soon("a1")()


def test_secrets_do_not_show() -> None:
    assert "s3cret" not in repr(SAMPLE)
    assert repr(SAMPLE.copy_key) not in repr(SAMPLE)
    CredentialStore().save("a1", SAMPLE)
    assert "s3cret" not in redact(f"x {SAMPLE.app_secret} {SAMPLE.copy_key.hex()}")
    assert SAMPLE.copy_key.hex() not in redact(SAMPLE.copy_key.hex())


@pytest.mark.parametrize(
    "entry", ["", "{", "[]", "7", '{"app_key": "a"}', '{"app_key": "a", "app_secret": "b", "copy_key": "xyz"}']
)
def test_a_broken_entry_is_told(memory_keyring: MemoryKeyring, entry: str) -> None:
    memory_keyring.set_password(module.SERVICE_NAME, "a1", entry)
    with pytest.raises(SecretStoreError) as caught:
        CredentialStore().load("a1")
    assert caught.value.code == "secrets.unreadable"
    assert caught.value.__cause__ is None


class PromptDismissedException(Exception):
    pass


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (KeyringLocked("s3cret-value-of-the-app"), SecretStoreLocked),
        (NoKeyringError("none"), NoSecretStore),
        (PasswordSetError("s3cret-value-of-the-app"), SecretStoreRefused),
        (InitError("broken"), SecretStoreRefused),
        (PromptDismissedException(), SecretStoreLocked),
        (OSError("s3cret-value-of-the-app"), SecretStoreRefused),
    ],
)
def test_refusals_are_told_apart_and_quote_nothing(
    monkeypatch: pytest.MonkeyPatch, raised: Exception, expected: type[AddressBookError]
) -> None:
    def fail(*args: str) -> None:
        raise raised

    for name in ("get_password", "set_password"):
        monkeypatch.setattr(MemoryKeyring, name, fail)
    store = CredentialStore()
    for call in (lambda: store.load("a1"), lambda: store.save("a1", SAMPLE), lambda: store.delete("a1")):
        with pytest.raises(expected) as caught:
            call()
        assert type(caught.value) is expected
        assert "s3cret" not in str(caught.value)
        assert caught.value.__suppress_context__


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setattr(sys, "platform", "linux")
    return monkeypatch


def test_a_plain_text_store_is_never_used_whatever_the_configuration_says(
    nothing_installed: pytest.MonkeyPatch,
) -> None:
    nothing_installed.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    kept: list[str] = []
    store = CredentialStore(lambda: "keyring.backends.null.Keyring", kept.append)
    for call in (lambda: store.load("a1"), lambda: store.save("a1", SAMPLE), lambda: store.delete("a1")):
        with pytest.raises(NoSecretStore):
            call()
    assert kept == []


def test_the_store_that_worked_is_remembered_and_asked_first(nothing_installed: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def backend(name: str) -> type[MemoryKeyring]:
        def seen(self: MemoryKeyring) -> None:
            asked.append(name)
            MemoryKeyring.__init__(self)

        return type("Keyring", (MemoryKeyring,), {"__init__": seen, "__module__": f"tests.{name}"})

    first, second = types.ModuleType("tests.first"), types.ModuleType("tests.second")
    first.Keyring, second.Keyring = backend("first"), backend("second")  # type: ignore[attr-defined]
    nothing_installed.setitem(sys.modules, "tests.first", first)
    nothing_installed.setitem(sys.modules, "tests.second", second)
    nothing_installed.setattr(module, "_LINUX", ("tests.first.Keyring", "tests.second.Keyring"))
    kept: list[str] = []
    CredentialStore(lambda: "", kept.append).load("a1")
    CredentialStore(lambda: "tests.second.Keyring", kept.append).load("a1")
    CredentialStore(lambda: "os.system", kept.append).load("a1")
    assert asked == ["first", "second", "first"]
    assert kept == ["tests.first.Keyring", "tests.second.Keyring", "tests.first.Keyring"]


def test_keyring_is_not_imported_with_the_module() -> None:
    import subprocess

    probe = "import sys, addressbook.credentials; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0
