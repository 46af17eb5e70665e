"""HTTP/1.1 on a socket: enough to read requests and keep connections open, with nothing in the way of faults."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field

LARGEST_HEAD, LARGEST_BODY = 65_536, 4_194_304
_REASONS = {
    200: "OK",
    302: "Found",
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    500: "Internal Server Error",
}


class BadRequest(Exception):
    """What came is not HTTP."""


@dataclass(slots=True)
class Message:
    """A request as read from the wire; header names in lower case."""

    method: str
    target: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    keep_alive: bool = True


class Wire:
    """Reads requests from one connection."""

    def __init__(self, connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._connection = connection
        self._buffer = b""

    def read(self) -> Message | None:
        """The next request; None when the client has closed the connection between two of them."""
        head = self._until(b"\r\n\r\n", LARGEST_HEAD)
        if head is None:
            return None
        lines = head.decode("latin-1").split("\r\n")
        parts = lines[0].split(" ")
        if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
            raise BadRequest(lines[0][:80])
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        close = headers.get("connection", "").lower() == "close" or parts[2] == "HTTP/1.0"
        message = Message(parts[0], parts[1], headers, keep_alive=not close)
        if headers.get("expect", "").lower() == "100-continue":
            self._connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        if headers.get("transfer-encoding", "").lower() == "chunked":
            message.body = self._chunks()
        elif headers.get("content-length"):
            message.body = self._exactly(_size(headers["content-length"], 10))
        return message

    def _more(self) -> bool:
        data = self._connection.recv(65_536)
        self._buffer += data
        return bool(data)

    def _until(self, mark: bytes, limit: int) -> bytes | None:
        while mark not in self._buffer:
            if len(self._buffer) > limit:
                raise BadRequest("head too large")
            if not self._more():
                return None
        head, _, self._buffer = self._buffer.partition(mark)
        return head

    def _exactly(self, size: int) -> bytes:
        while len(self._buffer) < size:
            if not self._more():
                raise BadRequest("body cut off")
        body, self._buffer = self._buffer[:size], self._buffer[size:]
        return body

    def _chunks(self) -> bytes:
        body = b""
        while True:
            line = self._until(b"\r\n", 1024)
            size = _size((line or b"").partition(b";")[0].decode("latin-1"), 16)
            body += self._exactly(size)
            self._until(b"\r\n", 1024)
            if size == 0:
                return body
            if len(body) > LARGEST_BODY:
                raise BadRequest("body too large")


def _size(text: str, base: int) -> int:
    try:
        size = int(text, base)
    except ValueError:
        raise BadRequest("length") from None
    if not 0 <= size <= LARGEST_BODY:
        raise BadRequest("length")
    return size


def head_of(status: int, headers: dict[str, str], length: int, *, keep_alive: bool) -> bytes:
    """The head of a response, with its empty line."""
    shown = {
        "Content-Type": "application/json;charset=UTF-8",
        **headers,
        "Content-Length": str(length),
        "Connection": "keep-alive" if keep_alive else "close",
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in shown.items())
    return f"HTTP/1.1 {status} {_REASONS.get(status, 'Status')}\r\n{lines}\r\n".encode("latin-1")
