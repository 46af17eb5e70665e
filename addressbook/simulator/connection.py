"""One connection of a client: read a call, let faults and the organisation answer it, send the reply."""

from __future__ import annotations

import contextlib
import os
import socket
import struct
from threading import Event as Flag

from addressbook.simulator import control, misbehaviour, router
from addressbook.simulator.calls import ANSWERED, COMMITTED, RECEIVED, CallLog, Event, OnEvent
from addressbook.simulator.envelope import Answer, Refusal
from addressbook.simulator.faults import Faults
from addressbook.simulator.misbehaviour import Reply
from addressbook.simulator.organisation import Organisation
from addressbook.simulator.request import Request, parse_target
from addressbook.simulator.wire import BadRequest, Message, Wire, head_of

_DRIPS = 20


class Service:
    """What all connections share."""

    def __init__(self, organisation: Organisation, on_event: OnEvent | None) -> None:
        self.organisation = organisation
        self.faults = Faults()
        self.log = CallLog()
        self.on_event = on_event
        self.stopping = Flag()

    def reply(self, request: Request) -> tuple[Reply, Event | None]:
        """The reply to a request, and the event that follows when it has been sent."""
        if request.path.startswith(control.PREFIX) and self.organisation.options.control:
            answer = control.answer(self.organisation, self.faults, self.log, request)
            return misbehaviour.after((), answer, self.stopping.wait), None
        readable = _try_body(request)
        record = self.log.begin(request.path, request.method, request.params)
        self._tell(RECEIVED, request.path, record.number)
        struck = self.faults.take(request)
        self._latency(record.number)
        reply = misbehaviour.before(struck, self.organisation, request, self.stopping.wait)
        if reply is None:
            answer = router.answer(self.organisation, request) if readable is None else readable
            if request.wrapper:
                answer.body = {request.wrapper: answer.body}
            call = router.find(request.path)
            if answer.code == "0" and call is not None and call.writes:
                self._tell(COMMITTED, request.path, record.number)
            reply = misbehaviour.after(struck, answer, self.stopping.wait)
        self.log.end(record, reply.gone or reply.code)
        return reply, Event(ANSWERED, request.path, record.number)

    def tell(self, event: Event | None) -> None:
        """Call the hook, if there is one."""
        if event is not None and self.on_event is not None:
            self.on_event(event)

    def _tell(self, point: str, path: str, number: int) -> None:
        if self.on_event is not None:
            self.on_event(Event(point, path, number))

    def _latency(self, number: int) -> None:
        options = self.organisation.options
        if options.latency_ms or options.jitter_ms:
            jitter = options.jitter_ms * (number * 2_654_435_761 % 1000) / 1000
            self.stopping.wait((options.latency_ms + jitter) / 1000)


def _try_body(request: Request) -> Answer | None:
    """Read the body; the refusal when it cannot be read."""
    try:
        request.read_body()
    except Refusal as refused:
        return refused.answer
    return None


def serve(service: Service, connection: socket.socket) -> None:
    """Answer the calls of one connection until it ends. Errors of the socket are the client's going away."""
    try:
        wire = Wire(connection)
        while not service.stopping.is_set():
            message = wire.read()
            if message is None:
                return
            request = _parsed(message)
            reply, event = service.reply(request)
            if not _send(service, connection, reply, keep_alive=message.keep_alive):
                return
            service.tell(event)
            if not message.keep_alive:
                return
    except BadRequest:
        with contextlib.suppress(OSError):
            connection.sendall(head_of(400, {}, 0, keep_alive=False))
    except OSError:
        return  # the client went away, or the server stops
    finally:
        connection.close()


def _parsed(message: Message) -> Request:
    try:
        return parse_target(message.method, message.target, message.headers, message.body)
    except ValueError:  # an address that is none
        raise BadRequest(message.target[:80]) from None


def _send(service: Service, connection: socket.socket, reply: Reply, *, keep_alive: bool) -> bool:
    """Send a reply; false when the connection has to end."""
    if reply.gone == "reset":
        # closing with a linger time of 0 sends RST instead of FIN
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if os.name == "nt" else "ii", 1, 0))
    if reply.gone:
        return False
    head = head_of(reply.status, reply.headers, len(reply.body), keep_alive=keep_alive)
    if reply.short is not None:
        connection.sendall(head + reply.body[: reply.short])
        return False
    if not reply.seconds:
        connection.sendall(head + reply.body)
        return True
    connection.sendall(head)
    step = len(reply.body) // _DRIPS + 1
    for start in range(0, len(reply.body), step):
        if service.stopping.wait(reply.seconds / _DRIPS):
            return False
        connection.sendall(reply.body[start : start + step])
    return True
