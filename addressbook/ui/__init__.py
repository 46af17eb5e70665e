"""The window: all that knows Qt, but for app.py.

Qt's binding puts itself before Python's import, to look for "from __feature__" in the source of every module that is
imported from then on: a tenth of the start, and 9 MB of sources that Python keeps. We switch no features of it.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - which has done that by now

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
