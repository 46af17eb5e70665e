"""The server: a thread that accepts, a thread for each connection, all of them ending with `stop`."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Mapping
from threading import Lock, Thread
from types import TracebackType

from addressbook.simulator.calls import CallLog, OnEvent
from addressbook.simulator.connection import Service, serve
from addressbook.simulator.edits import edit
from addressbook.simulator.faults import Faults
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.organisation import Organisation


class SimulatorServer:
    """A stand-in for DingTalk on loopback.

    The sample data is made when asked for, so that starting costs a few milliseconds whatever `contacts` says.
    """

    def __init__(self, options: SimulatorOptions | None = None, *, on_event: OnEvent | None = None) -> None:
        """ValueError when the file of the book belongs to another sample."""
        self.options = options if options is not None else SimulatorOptions()
        self.state = Organisation(self.options)
        self.service = Service(self.state, on_event)
        self.url = ""
        self._lock = Lock()
        self._connections: set[socket.socket] = set()
        self._listener: socket.socket | None = None
        self._thread: Thread | None = None

    @property
    def faults(self) -> Faults:
        """What goes wrong; may be changed at any time."""
        return self.service.faults

    @property
    def log(self) -> CallLog:
        """What was asked."""
        return self.service.log

    def edit(
        self,
        op: str,
        *,
        index: int | None = None,
        userid: str = "",
        count: int = 1,
        fields: Mapping[str, object] | None = None,
    ) -> list[str]:
        """Change the book as a colleague would; see edits.edit."""
        return edit(self.state.book, op, index=index, userid=userid, count=count, fields=fields)

    def start(self) -> str:
        """Listen, serve on daemon threads, and give the base URL (no slash at its end). OSError: the port is taken."""
        family = socket.AF_INET6 if self.options.host == "::1" else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        try:
            if os.name == "posix":  # elsewhere it would let two servers share a port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((self.options.host, self.options.port))
            listener.listen(128)
        except OSError:
            listener.close()
            raise
        host = f"[{self.options.host}]" if family == socket.AF_INET6 else self.options.host
        self.url = f"http://{host}:{listener.getsockname()[1]}"
        self._listener = listener
        self._thread = Thread(target=self._accept, args=(listener,), name="simulator", daemon=True)
        self._thread.start()
        return self.url

    def stop(self) -> None:
        """Close every connection, hanging answers too, and the file of the book. May be called twice."""
        self.service.stopping.set()
        if self._listener is not None:
            with contextlib.suppress(OSError):  # a call to ourselves wakes accept() on every system
                socket.create_connection(self._listener.getsockname()[:2], 1.0).close()
            if self._thread is not None:
                self._thread.join(2.0)
            self._listener.close()
            self._listener = None
        with self._lock:
            open_now = list(self._connections)
        for connection in open_now:
            with contextlib.suppress(OSError):  # the client may have been faster
                connection.shutdown(socket.SHUT_RDWR)
        self.state.book.close()

    def __enter__(self) -> SimulatorServer:
        if not self.url:
            self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _accept(self, listener: socket.socket) -> None:
        while not self.service.stopping.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            if self.service.stopping.is_set():
                connection.close()
                return
            with self._lock:
                self._connections.add(connection)
            Thread(target=self._serve, args=(connection,), name="simulator-connection", daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            serve(self.service, connection)
        finally:
            with self._lock:
                self._connections.discard(connection)
