"""Fewer heaps of the C library, and what is free in them given back."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAPS = """
import ctypes, sys, threading
from addressbook.store.spare import give_back, share_heaps

if sys.argv[1] == "shared": share_heaps()
together, libc = threading.Barrier(13), ctypes.CDLL(None)
def work():
    kept = [bytes(700) for _ in range(1000)]  # more than Python's own heap takes
    together.wait()
    together.wait()
for _ in range(12): threading.Thread(target=work, daemon=True).start()
together.wait()
give_back()
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
libc.fflush(None)
together.wait()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's")
@pytest.mark.parametrize(("how", "few"), [("shared", True), ("own", False)])
def test_threads_share_few_heaps(how: str, few: bool) -> None:
    done = subprocess.run([sys.executable, "-c", HEAPS, how], capture_output=True, text=True, timeout=240, check=True)
    assert (done.stdout.count("<heap ") <= 4) is few
