"""`python -m addressbook.simulator`: the simulator as a process of its own."""

from __future__ import annotations

import signal
import sys
from threading import Event as Flag

from addressbook.simulator.calls import Event
from addressbook.simulator.command_line import parse
from addressbook.simulator.faults import KINDS
from addressbook.simulator.server import SimulatorServer


def _print_event(event: Event) -> None:
    sys.stdout.write(f"{event.point} {event.path} {event.number}\n")
    sys.stdout.flush()


def main() -> int:
    """Serve until SIGINT or SIGTERM. The first line on stdout is the base URL."""
    options, given = parse()
    if given.list_faults:
        for kind, (meaning, values) in KINDS.items():
            shown = ", ".join(f"{name}={value}" for name, value in values.items())
            sys.stdout.write(f"{kind:12} {meaning}" + (f" ({shown})" if shown else "") + "\n")
        return 0
    ended = Flag()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    try:
        server = SimulatorServer(options, on_event=_print_event if given.print_events else None)
        for fault in given.fault:
            server.faults.add_text(fault)
        server.start()
    except (OSError, ValueError) as error:
        sys.stderr.write(f"The simulator cannot start: {error}\n")
        return 1
    sys.stdout.write(server.url + "\n")
    sys.stdout.flush()
    while not ended.wait(1.0):
        pass
    server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
