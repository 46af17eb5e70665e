"""Work in a child process: its result, its failures, and that the child never outlives this process.

Each case is a process of its own: one that has more threads than one does not fork.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.wait import until_blocking

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely here")

HEAD = """
import os, signal, sys, threading, time
from addressbook.errors import SecretStoreRefused
from addressbook.forked import ChildEnded, forked

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets what it starts beside it ignore the signal

def outcome(work):
    try: return forked(work)()
    except Exception as error: return repr(error)

def refuse(): raise SecretStoreRefused(reason="of the test")
"""


def run(code: str) -> str:
    """What `code` prints; it must leave nothing on standard error."""
    done = subprocess.run([sys.executable, "-c", HEAD + code], capture_output=True, text=True, timeout=240, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_the_work_is_done_elsewhere_and_its_result_comes_back() -> None:
    assert run("print(outcome(os.getpid) != os.getpid())") == "True"
    assert run("print(outcome(lambda: ('x' * 1_000_000, None)) == ('x' * 1_000_000, None))") == "True"


def test_an_error_comes_back_with_what_it_says() -> None:
    assert run("print(outcome(refuse))") == "SecretStoreRefused secrets.refused (reason=of the test)"


@pytest.mark.parametrize(
    "end", ["os.kill(os.getpid(), signal.SIGKILL)", "sys.exit(3)", "(os.kill(os.getpid(), 2), time.sleep(60))"]
)
def test_a_child_that_is_ended_is_told_of(end: str) -> None:
    assert run(f"print(outcome(lambda: {end}))") == "ChildEnded()"


def test_nothing_is_left_of_the_child() -> None:
    code = """
outcome(os.getpid)
try: print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError: print("no child")
"""
    assert run(code) == "no child"


def test_what_is_printed_but_not_written_yet_is_not_written_twice() -> None:
    assert run("sys.stdout.write('once '); outcome(os.getpid)") == "once"


def test_a_process_with_a_second_thread_does_not_fork() -> None:
    code = "threading.Thread(target=time.sleep, args=(60,), daemon=True).start(); print(forked(os.getpid))"
    assert run(code) == "None"


@pytest.mark.parametrize("call", ["os.fork", "forked.__globals__['socket'].socketpair"])
def test_where_there_may_be_no_more_processes_or_files_nothing_is_forked(call: str) -> None:
    module, _, name = call.rpartition(".")
    code = f"""
def full(): raise BlockingIOError(11, "full")
{module}.{name} = full
before = len(os.listdir("/proc/self/fd"))
print(forked(os.getpid), len(os.listdir("/proc/self/fd")) - before)
"""
    assert run(code) == "None 0"


def test_a_process_that_takes_no_notice_of_children_gets_the_result_all_the_same() -> None:
    assert run("signal.signal(signal.SIGCHLD, signal.SIG_IGN); print(outcome(lambda: 7))") == "7"


def test_the_child_ends_with_its_parent() -> None:
    code = f"{HEAD}\nwait = forked(lambda: (os.write(1, b'%d\\n' % os.getpid()), time.sleep(600)))\nsignal.pause()"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert Path(f"/proc/{child}").exists()
        parent.kill()
    until_blocking(lambda: not _runs(child), f"{child} to end")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"  # nobody may be there to take notice of its end
