"""Finding what a person would press."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.helpers.wait import until

W = TypeVar("W", bound=QWidget)


async def window(kind: type[W]) -> W:
    """The open window of that class, as soon as there is one."""
    await until(lambda: any(isinstance(each, kind) and each.isVisible() for each in QApplication.topLevelWidgets()))
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def button(parent: QWidget, text: str) -> QPushButton:
    """The visible button whose text, without its mnemonic, is `text`."""
    for each in parent.findChildren(QPushButton):
        if each.text().replace("&", "") == text and not each.isHidden():
            return each
    raise AssertionError(f"no button {text!r}: {[each.text() for each in parent.findChildren(QPushButton)]}")
