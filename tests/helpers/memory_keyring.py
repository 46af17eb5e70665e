"""A key store that lives in memory, and that can misbehave as real ones do."""

from __future__ import annotations

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Set `refuse_with` to an exception (keyring.errors.*) and every call raises it."""

    priority = 1.0  # type: ignore[assignment]  # keyring declares a class property

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.refuse_with: Exception | None = None

    def _answer(self) -> None:
        if self.refuse_with is not None:
            raise self.refuse_with

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")
