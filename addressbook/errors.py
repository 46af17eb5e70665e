"""Every error of the program, drawn as one tree. Codes and parameters only: the words live in ui/texts.py.

    AddressBookError
    ├── ServerError               DingTalk answered and refused (any code that has no class of its own)
    │   ├── TokenRejected         a new token was fetched and was refused as well
    │   ├── CredentialsRejected   app key or app secret wrong (40096, 40089, invalidClientIdOrSecret …)
    │   ├── PermissionMissing     60011, 43007, 50002, 50004: `scopes` names what is missing, when told
    │   ├── AddressNotAllowed     60020: `address` is the caller's IP, when told
    │   ├── RateLimited           88/90018, 90002 … : `retry_after` in seconds
    │   ├── ServerBusy            -1, 400001, HTTP 5xx: may pass
    │   └── NotFound              33012, 40003, 60121, 60111, 60003: the thing is gone
    ├── AnswerError               something answered, but not as DingTalk does (a proxy's page, cut JSON …)
    ├── NetworkError              nothing answered
    ├── SecretStoreError          the computer's password store
    │   ├── NoSecretStore
    │   ├── SecretStoreLocked
    │   └── SecretStoreRefused
    ├── StoreError                the encrypted files on this computer
    │   ├── StoreDamaged          cannot be decrypted, or is corrupt
    │   ├── StoreTooNew           written by a later version of the program
    │   ├── DiskFull
    │   ├── DiskReadOnly
    │   └── StoreBusy
    ├── ProfileInUse              another process has this profile open
    └── Cancelled                 a person or the program stopped the call

An error never carries a token, a secret, a URL or a contact's data: `params` holds what a sentence may need.
"""

from __future__ import annotations

from collections.abc import Mapping

Param = str | int | float


class AddressBookError(Exception):
    """Base of all errors: a stable `code`, and parameters for the sentence that explains it.

    `code` is DingTalk's code as text ("60011") for a ServerError, else a dotted word such as
    "network.timeout". `params` must be safe to show to anyone.
    """

    default_code = "error"

    def __init__(self, code: str | None = None, /, **params: Param) -> None:
        self.code = code if code is not None else self.default_code
        self.params: Mapping[str, Param] = dict(params)
        super().__init__(self.code)

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value}" for key, value in sorted(self.params.items()))
        return f"{type(self).__name__} {self.code}" + (f" ({shown})" if shown else "")

    __repr__ = __str__


class CallError(AddressBookError):
    """A call to the server that did not succeed. `endpoint` is a path such as "/topapi/extcontact/list"."""

    def __init__(
        self,
        code: str | None = None,
        /,
        *,
        endpoint: str = "",
        request_id: str = "",
        **params: Param,
    ) -> None:
        super().__init__(code, **params)
        self.endpoint = endpoint
        self.request_id = request_id


class ServerError(CallError):
    """DingTalk answered and refused. `message` is the server's own errmsg or sub_msg, cleaned of secrets."""

    def __init__(
        self,
        code: str | None = None,
        /,
        *,
        endpoint: str = "",
        request_id: str = "",
        message: str = "",
        **params: Param,
    ) -> None:
        super().__init__(code, endpoint=endpoint, request_id=request_id, **params)
        self.message = message


class TokenRejected(ServerError):
    """The access token was refused, and so was the new one that was fetched in its place."""


class CredentialsRejected(ServerError):
    """App key or app secret were refused."""


class PermissionMissing(ServerError):
    """The app may not do this. `scopes` are permission names such as "qyapi_ext_read" (may be empty)."""

    def __init__(
        self,
        code: str | None = None,
        /,
        *,
        scopes: tuple[str, ...] = (),
        endpoint: str = "",
        request_id: str = "",
        message: str = "",
        **params: Param,
    ) -> None:
        super().__init__(code, endpoint=endpoint, request_id=request_id, message=message, **params)
        self.scopes = scopes

    @property
    def about_one(self) -> bool:
        """Whether it is about one person or department alone, outside of what the app may know; others may do."""
        return self.code in ("50002", "50004")


class AddressNotAllowed(ServerError):
    """This computer's IP address is not on the app's allow-list; `params["address"]` when told."""


class RateLimited(ServerError):
    """Too many calls. `retry_after` is a hint in seconds."""

    def __init__(
        self,
        code: str | None = None,
        /,
        *,
        retry_after: float = 1.0,
        endpoint: str = "",
        request_id: str = "",
        message: str = "",
        **params: Param,
    ) -> None:
        super().__init__(code, endpoint=endpoint, request_id=request_id, message=message, **params)
        self.retry_after = retry_after


class ServerBusy(ServerError):
    """The server cannot answer right now; trying again later may succeed."""


class NotFound(ServerError):
    """The contact, person or department that was asked for does not exist (any more)."""


class AnswerError(CallError):
    """Something answered, but not as DingTalk does.

    Codes: answer.html, answer.json, answer.shape, answer.status, answer.too_large, answer.redirect,
    answer.ip_blocked (the IP block that comes without an errcode).
    """

    default_code = "answer.shape"


class NetworkError(CallError):
    """Nothing answered.

    Codes: network.unreachable, network.name (DNS), network.timeout, network.reset, network.tls,
    network.proxy. `sent` tells whether the request may have reached the server.
    """

    default_code = "network.unreachable"

    def __init__(
        self,
        code: str | None = None,
        /,
        *,
        endpoint: str = "",
        request_id: str = "",
        sent: bool = True,
        **params: Param,
    ) -> None:
        super().__init__(code, endpoint=endpoint, request_id=request_id, **params)
        self.sent = sent


class SecretStoreError(AddressBookError):
    """The computer's password store could not be used."""

    default_code = "secrets.failed"


class NoSecretStore(SecretStoreError):
    """This computer has no password store that the program trusts."""

    default_code = "secrets.none"


class SecretStoreLocked(SecretStoreError):
    """The password store is locked, and was not unlocked."""

    default_code = "secrets.locked"


class SecretStoreRefused(SecretStoreError):
    """The password store refused to give or keep the secret."""

    default_code = "secrets.refused"


class StoreError(AddressBookError):
    """The encrypted files on this computer. `params["file"]` is a bare file name, never a path."""

    default_code = "store.failed"


class StoreDamaged(StoreError):
    """A file cannot be decrypted with this key, or is corrupt."""

    default_code = "store.damaged"


class StoreTooNew(StoreError):
    """A file was written by a later version of the program."""

    default_code = "store.too_new"


class DiskFull(StoreError):
    """There is no room left on the disk."""

    default_code = "store.disk_full"


class DiskReadOnly(StoreError):
    """The folder or the disk cannot be written to."""

    default_code = "store.read_only"


class StoreBusy(StoreError):
    """Another writer holds the file."""

    default_code = "store.busy"


class ProfileInUse(AddressBookError):
    """Another process has this profile open."""

    default_code = "profile.in_use"


class Cancelled(AddressBookError):
    """The call was stopped on purpose. `sent` tells whether the request may have reached the server."""

    default_code = "cancelled"

    def __init__(self, code: str | None = None, /, *, sent: bool = False, **params: Param) -> None:
        super().__init__(code, **params)
        self.sent = sent
