"""What the simulator can be told at its start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ORDERS = ("oldest", "newest", "shuffled")
UPDATES = ("replace", "merge", "keep_empty")
SCOPES = (
    "qyapi_ext_read",
    "qyapi_ext_write",
    "qyapi_get_member_by_mobile",
    "qyapi_get_member",
    "qyapi_get_department_member",
    "qyapi_get_department_list",
)


@dataclass(slots=True)
class SimulatorOptions:
    """Settings of one simulated organisation. Those that mean a state (not `contacts`, `seed`, `order`, `db`,
    `port`, `language`) may also be changed while the server runs.

    contacts: how many sample contacts there are before anybody writes.
    order: which way the list runs; "shuffled" is a fixed order that looks like none.
    update: whether extcontact/update replaces the optional fields ("replace"), keeps those that it is not sent
        ("merge"), or also those that it is sent empty, so that nothing can be cleared ("keep_empty"). The documents
        leave it open.
    qps: calls per second to each path before the gateway answers 88/90018; 0 for no limit (the real one is 20).
    token_lifetime: seconds that an access token lives.
    max_contacts: create (and update, as its document says) answer 60203 when the book holds more; 0 for no limit.
    hidden_rows: some rows count for offset and size but are not shown, so that pages in mid-list are short.
    new_token: whether the new host's accessToken call exists; without it only gettoken does.
    refuse_escapes: answer 40033 to a body with \\uXXXX in it, as the global list of error codes has it.
    control: serve the paths under /_simulator/ by which tests switch faults and edit the book.
    """

    host: str = "127.0.0.1"
    port: int = 0
    contacts: int = 2000
    seed: int = 1
    language: str = "en"
    order: str = "oldest"
    update: str = "replace"
    db: Path | None = None
    app_key: str = "sample-key"
    app_secret: str = "sample-secret"  # noqa: S105 - the published secret of the sample book
    third_party: bool = False
    third_party_token: str = "sample-third-party-token"  # noqa: S105
    qps: int = 0
    latency_ms: int = 0
    jitter_ms: int = 0
    token_lifetime: float = 7200.0
    max_contacts: int = 0
    feature_on: bool = True
    new_token: bool = True
    refuse_escapes: bool = False
    without_scopes: frozenset[str] = frozenset()
    permission_code: str = "60011"
    hidden_rows: bool = True
    extra_label_groups: int = 0
    control: bool = False

    def __post_init__(self) -> None:
        if self.host not in ("127.0.0.1", "::1", "localhost"):
            raise ValueError("The simulator serves this computer alone: the host must be a loopback address.")
        if self.order not in ORDERS or self.update not in UPDATES or self.contacts < 0:
            raise ValueError("order, update or contacts out of range")
