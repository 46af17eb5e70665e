"""A small server that says what a test tells it to, well-behaved or not. For what no real DingTalk would send."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

TOKEN_PATH = "/v1.0/oauth2/accessToken"


@dataclass
class Request:
    """What arrived."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> object:
        return json.loads(self.body)


@dataclass
class Reply:
    """What to answer: a status, headers and a body, or raw bytes by `act` on the open connection."""

    body: object = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    act: Callable[[BaseHTTPRequestHandler], None] | None = None


class HostileServer:
    """Use as a context manager. `routes` maps a path to a Reply or to a function that makes one.

    The token call works unless a route says otherwise: tokens are "token-1", "token-2" and so on.
    """

    def __init__(self) -> None:
        self.routes: dict[str, Reply | Callable[[Request], Reply]] = {}
        self.requests: list[Request] = []
        self.tokens = 0
        self.finish = threading.Event()  # set at the end, so that replies which hang let go
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def _answer(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                parts = urlsplit(self.path)
                request = Request(
                    self.command,
                    parts.path,
                    {key: values[-1] for key, values in parse_qs(parts.query).items()},
                    {key.lower(): value for key, value in self.headers.items()},
                    self.rfile.read(length),
                )
                reply = outer._reply(request)
                if reply.act is not None:
                    self.close_connection = True
                    reply.act(self)
                    return
                body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
                self.send_response(reply.status)
                for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = _answer  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

            def handle_error(self, request: object, client_address: object) -> None:
                """Connections end rudely here by design."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def _reply(self, request: Request) -> Reply:
        with self._lock:
            self.requests.append(request)
            route = self.routes.get(request.path)
            if route is None and request.path == TOKEN_PATH:
                self.tokens += 1
                return Reply({"accessToken": f"token-{self.tokens}", "expireIn": 7200})
        if route is None:
            return Reply({"errcode": 22, "errmsg": "Invalid method", "request_id": "r0"})
        return route(request) if callable(route) else route

    def asked(self, path: str) -> list[Request]:
        """The requests for `path` so far."""
        with self._lock:
            return [request for request in self.requests if request.path == path]

    def __enter__(self) -> HostileServer:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True, name="hostile").start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.finish.set()
        self._server.shutdown()
        self._server.server_close()
