"""`python -m addressbook.simulator`: the simulator as a process of its own."""

from __future__ import annotations

import signal
import sys
from threading import Event

from addressbook.simulator.command_line import parse
from addressbook.simulator.server import SimulatorServer


def main() -> int:
    """Serve until SIGINT or SIGTERM. The first line on stdout is the base URL."""
    options, _given = parse()
    ended = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    try:
        server = SimulatorServer(options)
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
