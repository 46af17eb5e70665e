"""The window's language in tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from addressbook.ui.translation import Translation


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], str]]:
    """speak("zh_CN"): the program's words in that language until the test ends; without it, as in the code."""
    before = QLocale()
    translation = Translation(qapp)
    yield translation.use
    translation.clear()
    QLocale.setDefault(before)
    translation.deleteLater()
