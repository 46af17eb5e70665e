"""Which calls go wrong, how, and how often. What a fault does to a call is in misbehaviour.py."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Event, Lock

from addressbook.simulator.request import Request, as_int, as_text

# kind -> (what happens, the values it takes with their defaults)
KINDS: dict[str, tuple[str, dict[str, object]]] = {
    "latency": ("the answer waits", {"ms": 500, "jitter_ms": 0}),
    "hold": ("the call waits until the fault is cleared, and is executed then", {}),
    "hang": ("no answer comes, the connection stays open", {"seconds": 3600}),
    "reset": ("the connection is reset before the call is executed", {}),
    "lost_before": ("the connection is closed before the call is executed", {}),
    "lost": ("the call is executed, its answer is lost", {}),
    "slow": ("the body of the answer drips in over so many seconds", {"seconds": 5}),
    "cut": ("the JSON ends in the middle; with short=1 the connection does, too", {"short": 0}),
    "http": ("an HTTP status without a useful body", {"status": 500}),
    "html": ("a page of HTML, as a proxy sends it", {"status": 200}),
    "ip_block": ("the block of an address, which comes without an errcode", {}),
    "redirect": ("HTTP 302 to another address", {"to": "http://proxy.example/login"}),
    "huge": ("a very large answer, packed with gzip=1", {"megabytes": 64, "gzip": 0}),
    "types": ("wrong types: how = fields, row, shape or errcode", {"how": "fields"}),
    "error": ("any code; gateway=1 wraps it in 88", {"code": -1, "message": "", "gateway": 0}),
    "busy": ("-1, or 400001 where the document of the call names that", {}),
    "qps": ("90018: the app calls too often", {}),
    "throttle": ("90002: everybody calls too often", {}),
    "expired": ("the access token's life ends before the call", {}),
    "permission": ("a permission is missing; scope or else the one of the call", {"scope": "", "code": "60011"}),
    "address": ("60020: the caller's address is not allowed", {}),
    "feature_off": ("60205: external contacts are not enabled", {}),
    "edit": (
        "the book changes before the call: op = add, change or remove; index, userid, count, fields",
        {"op": "add", "index": None, "userid": "", "count": 1, "fields": None},
    ),
}


@dataclass(slots=True)
class Fault:
    """A fault that is on. It strikes calls to `endpoints` (ends of paths; none means all) whose parameters hold
    `match`, after `after` of them went well, `times` times (None: until it is cleared)."""

    id: int
    kind: str
    endpoints: tuple[str, ...] = ()
    times: int | None = None
    after: int = 0
    match: Mapping[str, object] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)
    met: int = 0
    cleared: Event = field(default_factory=Event)

    def number(self, name: str) -> int:
        """A value as a whole number; 0 when it is none."""
        return as_int(self.values[name]) or 0

    def text(self, name: str) -> str:
        """A value as text."""
        return as_text(self.values[name])

    def strikes(self, request: Request) -> bool:
        """Count the call if it is one of those meant, and tell whether it goes wrong."""
        if self.endpoints and not any(request.path.endswith(end) for end in self.endpoints):
            return False
        if self.match:
            params = request.params
            if any(as_text(params.get(name)) != as_text(value) for name, value in self.match.items()):
                return False
        self.met += 1
        return self.met > self.after and (self.times is None or self.met <= self.after + self.times)

    @property
    def spent(self) -> bool:
        """Whether it will never strike again, and holds nothing that has to be let go."""
        return self.kind != "hold" and self.times is not None and self.met >= self.after + self.times


class Faults:
    """The faults that are on, for any thread to change."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._ids = itertools.count(1)
        self._faults: list[Fault] = []

    def add(
        self,
        kind: str,
        *,
        endpoints: Iterable[str] = (),
        times: int | None = None,
        after: int = 0,
        match: Mapping[str, object] | None = None,
        **values: object,
    ) -> int:
        """Switch a fault on; its id, for `clear`. ValueError for a kind or a value that KINDS does not know."""
        if kind not in KINDS:
            raise ValueError(f"no such fault: {kind} (there are {', '.join(KINDS)})")
        known = KINDS[kind][1]
        if unknown := set(values) - set(known):
            raise ValueError(f"{kind} has no value {', '.join(sorted(unknown))} (it has {', '.join(known) or 'none'})")
        fault = Fault(next(self._ids), kind, tuple(endpoints), times, after, dict(match or {}), {**known, **values})
        with self._lock:
            self._faults.append(fault)
        return fault.id

    def clear(self, fault_id: int | None = None) -> None:
        """Switch off one fault, or all."""
        with self._lock:
            gone = [fault for fault in self._faults if fault_id is None or fault.id == fault_id]
            self._faults = [fault for fault in self._faults if fault not in gone]
        for fault in gone:
            fault.cleared.set()

    def active(self) -> list[Fault]:
        """The faults that may still strike."""
        with self._lock:
            return list(self._faults)

    def take(self, request: Request) -> list[Fault]:
        """The faults that strike this call, in the order in which they were switched on."""
        if not self._faults:
            return []
        with self._lock:
            struck = [fault for fault in self._faults if fault.strikes(request)]
            self._faults = [fault for fault in self._faults if not fault.spent]
            return struck

    def add_text(self, text: str) -> int:
        """Switch on a fault as the command line names it: "html,times=3,endpoint=extcontact/list". ValueError."""
        kind, *settings = text.split(",")
        values: dict[str, object] = {}
        endpoints: list[str] = []
        match: dict[str, object] = {}
        counts: dict[str, int] = {}
        for setting in settings:
            name, equals, value = setting.partition("=")
            if not equals:
                raise ValueError(f"{setting}: a setting of a fault looks like name=value")
            if name == "endpoint":
                endpoints.append(value)
            elif name in ("times", "after"):
                counts[name] = int(value)
            elif name.startswith("match."):
                match[name.removeprefix("match.")] = value
            else:
                values[name] = value
        return self.add(
            kind,
            endpoints=endpoints,
            times=counts.get("times"),
            after=counts.get("after", 0),
            match=match,
            **values,
        )
