"""Work in a child of this process: what its libraries take, of memory and of Python's lock, ends with it.

The child is a copy of this process (fork) that answers over a pair of sockets which nobody else has: unlike a program
that is started for the purpose, there is nothing that others could call.
"""

from __future__ import annotations

import os
import pickle
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")


class ChildEnded(Exception):
    """The child has ended without an answer."""


def forked(work: Callable[[], T]) -> Callable[[], T] | None:
    """Begin `work` in a child; what is returned waits for its result or raises its exception, and is called once.

    None where that is not possible: on other systems than Linux, when there may be no more processes, and once this
    process has a second thread (of which a copy would have the locks, but not the thread). Result and exception are
    pickled. The child ends with this process, or when nobody waits for it any more. Waiting raises ChildEnded when
    something has ended the child.
    """
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return None
    try:
        ours, theirs = socket.socketpair()
    except OSError:
        return None
    try:
        child = os.fork()
    except OSError:
        ours.close()
        theirs.close()
        return None
    if child == 0:
        ours.close()
        _serve(theirs, work)
    theirs.close()

    def wait() -> T:
        with ours, ours.makefile("rb") as answer:
            packed = answer.read()
        with suppress(ChildProcessError):  # where whoever started this process ignores SIGCHLD, and so do we
            os.waitpid(child, 0)
        if not packed:
            raise ChildEnded
        value, error = pickle.loads(packed)  # noqa: S301 - from our own child
        if error is not None:
            raise error
        result: T = value
        return result

    return wait


def _serve(parent: socket.socket, work: Callable[[], Any]) -> NoReturn:
    """The child's whole life. It never returns: what this process would do at its end is not the child's to do."""
    try:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
        try:
            outcome: tuple[Any, Exception | None] = work(), None
        except Exception as error:  # noqa: BLE001 - handed to whoever waits for the result
            outcome = None, error
        parent.sendall(pickle.dumps(outcome))
    finally:
        os._exit(0)


def _end_with(parent: socket.socket) -> None:
    parent.recv(1)  # which never sends: it returns when the parent has ended
    os._exit(0)
