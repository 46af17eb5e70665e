"""The window's language in tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from addressbook.ui.translation import Translation


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], str]]:
    """speak("zh_CN"): the program's words in that language until the test ends; without it, as in the code."""
    translation = Translation(qapp)
    yield translation.use
    translation.clear()
    translation.deleteLater()
