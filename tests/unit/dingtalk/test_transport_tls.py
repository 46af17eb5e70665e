"""Encrypted connections, direct and through a proxy: whom we trust, and that a hanging one ends as well."""

from __future__ import annotations

import contextlib
import select
import socket
import socketserver
import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from addressbook.dingtalk import http_session
from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.transport import Transport, TransportOptions
from addressbook.errors import Cancelled, NetworkError
from tests.helpers.hostile_server import HostileServer, Reply
from tests.helpers.wait import until_blocking

pytestmark = [
    pytest.mark.timeout(30),
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's store of certificates cannot be set"),
]

TOKEN = "0aa1bb22cc33dd44"
PATH = "/topapi/extcontact/list"
NAME = "oapi.dingtalk.test"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A key and a self-signed certificate for 127.0.0.1 and NAME."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=2))
    names = [x509.DNSName(NAME), x509.IPAddress(IPv4Address("127.0.0.1"))]
    builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, *plain))
    (folder / "cert.pem").write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return folder / "key.pem", folder / "cert.pem"


@pytest.fixture
def secure(server: HostileServer, certificate: tuple[Path, Path]) -> HostileServer:
    """The hostile server, encrypted."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate[1], certificate[0])
    server._server.socket = context.wrap_socket(server._server.socket, server_side=True)
    server.url = server.url.replace("http:", "https:")
    return server


@pytest.fixture
def trusted(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The system vouches for the certificate."""
    monkeypatch.setattr(http_session, "_context", [])
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))


@pytest.fixture
def transport() -> Iterator[Transport]:
    made = Transport()  # a busy computer is no fault
    yield made
    made.close()


def send(transport: Transport, url: str, cancel: CancelToken | None = None) -> bytes:
    return transport.send("POST", url, PATH, query={"access_token": TOKEN}, body={"size": 1}, cancel=cancel).body


@pytest.mark.usefixtures("trusted")
def test_a_certificate_that_the_system_vouches_for(transport: Transport, secure: HostileServer) -> None:
    secure.routes[PATH] = Reply(b"{}")
    assert send(transport, secure.url) == b"{}"


def test_a_certificate_that_nobody_vouches_for(
    transport: Transport, secure: HostileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_session, "_context", [])
    with pytest.raises(NetworkError) as caught:
        send(transport, secure.url)
    assert (caught.value.code, caught.value.sent) == ("network.tls", False)
    assert secure.requests == []


@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_another_host(transport: Transport, secure: HostileServer) -> None:
    with pytest.raises(NetworkError) as caught:
        send(transport, secure.url.replace("127.0.0.1", "localhost"))
    assert (caught.value.code, caught.value.sent) == ("network.tls", False)
    assert secure.requests == []


@pytest.mark.usefixtures("trusted")
def test_a_dripping_answer_ends_in_time(secure: HostileServer) -> None:
    def drip(handler: object) -> None:
        write: Callable[[bytes], object] = handler.wfile.write  # type: ignore[attr-defined]
        with contextlib.suppress(OSError):
            write(b"HTTP/1.1 200 OK\r\n\r\n")
            while not secure.finish.wait(0.05):
                write(b"x")

    secure.routes[PATH] = Reply(act=drip)
    started = time.monotonic()
    with pytest.raises(NetworkError) as caught:
        send(Transport(TransportOptions(read_timeout=0.5, call_timeout=1.5)), secure.url)
    assert time.monotonic() - started < 10  # the server would go on until the test ends
    assert caught.value.code == "network.timeout"


@pytest.mark.usefixtures("trusted")
def test_a_hanging_call_can_be_cancelled(secure: HostileServer) -> None:
    secure.routes[PATH] = Reply(act=lambda handler: secure.finish.wait() and None)
    cancel = CancelToken()
    caught: list[type[BaseException]] = []

    def call() -> None:
        try:
            send(Transport(), secure.url, cancel)
        except (Cancelled, NetworkError) as error:
            caught.append(type(error))

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    until_blocking(lambda: secure.requests)
    cancel.cancel()
    thread.join(20)
    assert caught == [Cancelled]


def test_a_server_that_does_not_speak_tls_is_told_in_time(transport: Transport, server: HostileServer) -> None:
    with pytest.raises(NetworkError) as caught:
        send(transport, server.url.replace("http:", "https:"))
    assert caught.value.code in ("network.tls", "network.reset")


@pytest.mark.parametrize("where", ["file", "folder", "nowhere"])
def test_a_system_without_certificates_gets_the_programs(
    where: str, certificate: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_session, "_context", [])
    monkeypatch.setattr(http_session, "_CERTIFICATE_FILES", ())
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1] if where == "file" else tmp_path / "missing.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    if where == "folder":
        (tmp_path / "0123abcd.0").write_bytes(certificate[1].read_bytes())
    context = http_session._system_certificates()
    trusted = context._ctx.cert_store_stats()["x509_ca"]  # type: ignore[attr-defined]
    assert (trusted > 20) is (where == "nowhere")


# --- through a proxy ---


@dataclass
class Proxy:
    """A CONNECT proxy that leads to one place, whatever it is asked for; or refuses with `status`."""

    target: tuple[str, int]
    status: int = 200
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def __enter__(self) -> Proxy:
        proxy = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                proxy.asked.append(self.rfile.readline().decode().strip())
                while self.rfile.readline().strip():
                    pass
                if proxy.status != 200:
                    self.wfile.write(f"HTTP/1.1 {proxy.status} no\r\nContent-Length: 0\r\n\r\n".encode())
                    return
                self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                with socket.create_connection(proxy.target) as far, contextlib.suppress(OSError):
                    pair = {self.connection: far, far: self.connection}
                    while True:
                        for ready in select.select(list(pair), [], [])[0]:
                            data = ready.recv(65536)
                            if not data:
                                return
                            pair[ready].sendall(data)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            block_on_close = False

        self._server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://somebody:hunter2@127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.mark.usefixtures("trusted")
def test_through_the_systems_proxy(secure: HostileServer) -> None:
    secure.routes[PATH] = Reply(b"{}")
    with Proxy(secure._server.server_address[:2]) as proxy:  # type: ignore[arg-type]
        transport = Transport(TransportOptions(proxy_for=lambda url: proxy.url))
        assert send(transport, f"https://{NAME}") == b"{}"
        assert send(transport, f"https://{NAME}") == b"{}"
        transport.close()
    assert [line.rpartition(" ")[0] for line in proxy.asked] == [f"CONNECT {NAME}:443"]
    assert len(secure.requests) == 2


@pytest.mark.usefixtures("trusted", "qapp")
def test_the_proxy_that_the_system_names_is_used_but_not_for_this_computer(
    secure: HostileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from addressbook.ui.system_proxy import system_proxy

    for name in ("http_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    secure.routes[PATH] = Reply(b"{}")
    with Proxy(secure._server.server_address[:2]) as proxy:  # type: ignore[arg-type]
        monkeypatch.setenv("https_proxy", proxy.url)
        transport = Transport(TransportOptions(proxy_for=system_proxy))
        assert send(transport, f"https://{NAME}") == b"{}"  # a name that only the proxy can look up
        assert send(transport, secure.url) == b"{}"
        transport.close()
    assert [line.rpartition(" ")[0] for line in proxy.asked] == [f"CONNECT {NAME}:443"]
    assert len(secure.requests) == 2


@pytest.mark.parametrize("status", [403, 407, 502])
def test_a_proxy_that_refuses(secure: HostileServer, status: int) -> None:
    with Proxy(secure._server.server_address[:2], status) as proxy:  # type: ignore[arg-type]
        transport = Transport(TransportOptions(proxy_for=lambda url: proxy.url))
        with pytest.raises(NetworkError) as caught:
            send(transport, f"https://{NAME}")
    assert (caught.value.code, caught.value.sent) == ("network.proxy", False)
    assert "hunter2" not in str(caught.value) + repr(vars(caught.value))


def test_a_proxy_that_opens_the_letters_without_being_trusted(
    secure: HostileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_session, "_context", [])
    with Proxy(secure._server.server_address[:2]) as proxy:  # type: ignore[arg-type]
        transport = Transport(TransportOptions(proxy_for=lambda url: proxy.url))
        with pytest.raises(NetworkError) as caught:
            send(transport, f"https://{NAME}")
    assert (caught.value.code, caught.value.sent) == ("network.tls", False)
    assert secure.requests == []
