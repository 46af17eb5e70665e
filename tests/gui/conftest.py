"""GUI tests run on the program's kind of event loop; see tests/helpers/qt_loop.py."""

from tests.helpers.qt_loop import pytest_itemcollected, pytest_pyfunc_call, qloop, run_async
from tests.helpers.speak import speak

__all__ = ["pytest_itemcollected", "pytest_pyfunc_call", "qloop", "run_async", "speak"]
