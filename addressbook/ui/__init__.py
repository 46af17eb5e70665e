"""The window: all that knows Qt, but for app.py.

Qt's binding looks for "PySide6" in the source of every module that is imported after it, because such a module might
switch features of it: a tenth of the start, and 9 MB of sources that Python keeps. We switch none.
"""

import sys

import PySide6.QtCore  # noqa: F401 - which has put its own import before Python's by now

# That import cannot be taken away: passing through one module it puts itself back, perhaps on another thread
_feature = sys.modules.get("shibokensupport.feature")
if hasattr(_feature, "_mod_uses_pyside"):
    setattr(_feature, "_mod_uses_pyside", lambda module: False)  # noqa: B010
