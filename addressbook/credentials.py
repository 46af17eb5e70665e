"""Key, secret and the copy's key in the computer's password store; the only importer of keyring.

Only stores that protect what they keep are used (an allow-list); plain-text files and "null" stores never are,
whatever a configuration file or the environment says. All calls block, possibly for as long as a person looks at
the system's "unlock" window: call them on a daemon thread. keyring is imported late, for it costs 90 ms.
"""

from __future__ import annotations

import importlib
import json
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from addressbook.errors import NoSecretStore, SecretStoreError, SecretStoreLocked, SecretStoreRefused
from addressbook.forked import ChildEnded, forked
from addressbook.redaction import register_secret

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)

SERVICE_NAME = "Address Book for DingTalk"
# In order of preference. keyring's "chainer" would try the same ones, after asking every other store it can find.
_LINUX = ("keyring.backends.SecretService.Keyring", "keyring.backends.kwallet.DBusKeyring")
_TRUSTED = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
}


@dataclass(frozen=True, slots=True)
class Credentials:
    """What one profile needs to be opened: the app's key and secret, and the raw key of the encrypted copy."""

    app_key: str
    app_secret: str = field(repr=False)
    copy_key: bytes = field(repr=False)


class CredentialStore:
    """One entry per profile in the password store.

    `remembered` and `remember` read and keep the name of the store that worked, which saves looking for it.
    Every method may raise NoSecretStore, SecretStoreLocked or SecretStoreRefused.
    """

    def __init__(
        self, remembered: Callable[[], str] = lambda: "", remember: Callable[[str], None] = lambda name: None
    ) -> None:
        self._remembered = remembered
        self._remember = remember
        self._lock = threading.Lock()
        self._backend: KeyringBackend | None = None

    @property
    def backend_name(self) -> str:
        """Which password store is used, such as "keyring.backends.SecretService.Keyring"."""
        return _name_of(self._trusted_backend())

    def load(self, profile_id: str) -> Credentials | None:
        """What was saved; None when there is nothing. SecretStoreError "secrets.unreadable" for a broken entry."""
        backend = self._trusted_backend()
        with _our_errors():
            text = backend.get_password(SERVICE_NAME, profile_id)
        if text is None:
            return None
        register_secret(text)
        try:
            entry = json.loads(text)
            credentials = Credentials(
                app_key=_text(entry["app_key"]),
                app_secret=_text(entry["app_secret"]),
                copy_key=bytes.fromhex(_text(entry["copy_key"])),
            )
        except (ValueError, TypeError, KeyError):
            raise SecretStoreError("secrets.unreadable") from None
        _register(credentials)
        return credentials

    def load_soon(self, profile_id: str) -> Callable[[], Credentials | None]:
        """Begin to `load`; what is returned waits for the result, on a daemon thread as well.

        Where the process can be forked, which must have no other thread yet, a child does it: the libraries that talk
        to the password store take 12 MB and 70 ms of Python's lock, and are seldom needed again.
        """

        def load() -> tuple[Credentials | None, str]:
            store = CredentialStore(self._remembered)
            return store.load(profile_id), store.backend_name

        waiting = forked(load)
        if waiting is None:
            return lambda: self.load(profile_id)

        def wait() -> Credentials | None:
            try:
                credentials, backend = waiting()
            except ChildEnded:
                log.info("the password store is asked again: what asked it has ended")
                return self.load(profile_id)
            if backend in _trusted_names():
                self._remember(backend)
            if credentials is not None:
                _register(credentials)
            return credentials

        return wait

    def save(self, profile_id: str, credentials: Credentials) -> None:
        """Keep `credentials`, in place of what was there."""
        _register(credentials)
        entry = {
            "app_key": credentials.app_key,
            "app_secret": credentials.app_secret,
            "copy_key": credentials.copy_key.hex(),
        }
        backend = self._trusted_backend()
        with _our_errors():
            backend.set_password(SERVICE_NAME, profile_id, json.dumps(entry))

    def delete(self, profile_id: str) -> None:
        """Forget the entry; nothing happens when there is none."""
        backend = self._trusted_backend()
        with _our_errors():
            if backend.get_password(SERVICE_NAME, profile_id) is not None:
                backend.delete_password(SERVICE_NAME, profile_id)

    def _trusted_backend(self) -> KeyringBackend:
        with self._lock:
            if self._backend is None:
                self._backend = _find_backend(self._remembered())
                name = _name_of(self._backend)
                if name in _trusted_names():
                    self._remember(name)
            return self._backend


def _register(credentials: Credentials) -> None:
    register_secret(credentials.app_secret)
    register_secret(credentials.copy_key.hex())


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _trusted_names() -> tuple[str, ...]:
    return _TRUSTED.get(sys.platform, _LINUX)


def _name_of(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _find_backend(remembered: str) -> KeyringBackend:
    import keyring.core

    # Set by keyring.set_keyring() inside this very process (the tests do). keyring.get_keyring() is not asked: it
    # searches everything and obeys configuration files that may name a plain-text store.
    installed = getattr(keyring.core, "_keyring_backend", None)
    if installed is not None:
        backend: KeyringBackend = installed
        return backend
    # The remembered one goes first. Names come from the allow-list alone: the settings file is anyone's to edit.
    for name in sorted(_trusted_names(), key=lambda name: name != remembered):
        module, _, class_name = name.rpartition(".")
        try:
            backend_class = getattr(importlib.import_module(module), class_name)
            backend_class.priority  # noqa: B018 - raises when this store is not there
            found: KeyringBackend = backend_class()
        except Exception as error:  # noqa: BLE001 - stores raise whatever their system library raises
            log.info("password store %s is not usable: %s", name, type(error).__name__)
        else:
            return found
    raise NoSecretStore


@contextmanager
def _our_errors() -> Iterator[None]:
    """What a store raises, as our errors; its own texts may quote what it was given, so none is passed on."""
    from keyring import errors

    try:
        yield
    except errors.NoKeyringError:
        raise NoSecretStore from None
    except errors.KeyringLocked:
        raise SecretStoreLocked from None
    except Exception as error:  # noqa: BLE001 - D-Bus, Windows and macOS each have exceptions of their own
        names = {type(error).__name__, type(error.__cause__).__name__}
        if names & {"LockedException", "PromptDismissedException"}:
            raise SecretStoreLocked from None
        if names & {"SecretServiceNotAvailableException"}:
            raise NoSecretStore from None
        raise SecretStoreRefused(reason=type(error).__name__) from None
