"""One process per folder of data: a lock, and a local server whose only message is "come to the front"."""

from __future__ import annotations

import getpass
import hashlib
import importlib
import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, QTimer, Signal

from addressbook.errors import ProfileInUse

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

log = logging.getLogger(__name__)

LOCK_FILE = "lock"
ANSWER_MS = 3_000
LISTEN_MS = 500
"""So long after its lock the first one listens: the second one waits for an answer, the window does not wait."""
IMPORTED_MS = 20
"""So often it is looked whether what listening takes is imported."""


class FolderLock:
    """Held while this process uses `folder`. Raises ProfileInUse when another one does."""

    def __init__(self, folder: Path) -> None:
        self._lock = QLockFile(str(folder / LOCK_FILE))
        self._lock.setStaleLockTime(0)  # never by age: only when the process that took it is gone
        if not self._lock.tryLock(0):
            if self._lock.error() is QLockFile.LockError.LockFailedError:
                raise ProfileInUse
            # On a disk that cannot be written to nobody writes, and the book can be read
            log.info("the folder in use cannot be locked")

    def release(self) -> None:
        """Let others have it."""
        self._lock.unlock()


class SingleInstance(QObject):
    """The lock of a data folder and its local server. Raises ProfileInUse; then `call_to_front` is the way."""

    came_again = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = FolderLock(folder)
        self._server: QLocalServer | None = None
        # Beside the window, which would stand still for 10 to 20 ms. Python waits for its end before its own
        self._importing = threading.Thread(target=importlib.import_module, args=("PySide6.QtNetwork",), name="import")
        self._later = QTimer(self)
        self._later.timeout.connect(self._on_time)
        self._later.start(LISTEN_MS)

    def _on_time(self) -> None:
        if self._importing.ident is None:
            self._importing.start()
            self._later.setInterval(IMPORTED_MS)
        elif not self._importing.is_alive():
            self.listen()

    def listen(self) -> None:
        """Hear of second starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        self._later.stop()
        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: self._on_connection(server))
        name = server_name(self._folder)
        QLocalServer.removeServer(name)  # a socket that is left over: we hold the lock, so nobody listens
        if not server.listen(name):
            log.info("a second start cannot call this window to the front: %s", server.errorString())

    def release(self) -> None:
        """Stop listening and let others have the folder."""
        self._later.stop()
        if self._server is not None:
            self._server.close()
        self._lock.release()

    def _on_connection(self, server: QLocalServer) -> None:
        # whatever is sent is not read: that somebody came is all there is to say
        while (socket := server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.came_again.emit()


def call_to_front(folder: Path) -> bool:
    """Ask the process that has `folder` to show its window; False when it does not answer within a few seconds.

    The system takes the call of a process that hangs; only one that is well hangs up.
    """
    from PySide6.QtNetwork import QLocalSocket

    waiting = QDeadlineTimer(ANSWER_MS)
    while not waiting.hasExpired():
        socket = QLocalSocket()
        socket.connectToServer(server_name(folder))
        reached = socket.waitForConnected(ANSWER_MS)
        if reached and socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
            reached = socket.waitForDisconnected(waiting.remainingTime())
        socket.abort()
        if reached:
            return True
        QThread.msleep(100)  # it has the lock already, and will listen in a moment
    return False


def server_name(folder: Path) -> str:
    """A name of its own for each user and folder, short enough for every system."""
    owner = f"{getpass.getuser()}\n{folder.resolve()}"
    return "addressbook-" + hashlib.sha256(owner.encode("utf-8", "surrogateescape")).hexdigest()[:24]
