"""What does not fit in a window, and what in it is measured in the size of text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from tests.helpers.wait import until


def set_text(percent: int) -> None:
    """Change the size of the system's text to so much of what it was before the first call."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    usual = app.property("usual_points") or app.font().pointSizeF()
    app.setProperty("usual_points", usual)
    font = app.font()
    font.setPointSizeF(usual * percent / 100)
    app.setFont(font)


def parts(window: QWidget) -> Iterator[QWidget]:
    """The window and what is seen in it, without the parts of which Qt makes its own widgets."""
    yield window
    for widget in window.findChildren(QWidget):
        own = widget.objectName().startswith("qt_") or isinstance(
            widget.parentWidget(), QAbstractScrollArea | QLineEdit
        )
        if widget.isVisibleTo(window) and widget.window() is window.window() and not own:
            yield widget


def misfits(window: QWidget) -> list[str]:
    """Buttons and words that are cut, content wider than what it scrolls in."""
    found = []
    for widget in parts(window):
        if isinstance(widget, QAbstractButton) and widget.text():
            least = widget.minimumSizeHint()
            if widget.width() < least.width() or widget.height() < least.height():
                found.append(f"{widget.text()!r} has {widget.size().toTuple()} of {least.toTuple()}")
        elif isinstance(widget, QLabel) and widget.wordWrap():
            if widget.height() < widget.heightForWidth(widget.width()):
                found.append(f"{widget.text()!r} is {widget.height()} high")
        elif isinstance(widget, QScrollArea) and widget.widget() is not None:
            wide, seen = widget.widget().width(), widget.viewport().width()
            if wide > seen:
                found.append(f"{wide} pixels wide, of which {seen} are seen")
        around = widget.parentWidget() if isinstance(widget, QLabel) and widget is not window else None
        if around is not None and widget.geometry().right() > around.rect().right():
            found.append(f"{widget.text()!r} reaches over the edge")
    return found


async def fitted(window: QWidget) -> None:
    """Wait until all of it fits."""
    try:
        await until(lambda: not misfits(window), timeout=15)
    except AssertionError:
        assert misfits(window) == []


def measures(window: QWidget) -> dict[str, object]:
    """What each part asks for, by its place among its kind."""
    found: dict[str, object] = {}
    for place, widget in enumerate(parts(window)):
        icon = widget.iconSize().toTuple() if isinstance(widget, QAbstractButton) else None
        picture = widget.pixmap().size().toTuple() if isinstance(widget, QLabel) else None
        least, most = widget.minimumSize().toTuple(), widget.maximumSize().toTuple()
        height = QFontMetrics(widget.font()).height()
        found[f"{place} {type(widget).__name__}"] = (icon, picture, least, most, height)
    return found
