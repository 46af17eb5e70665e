"""Icons at the edges of a line edit that grow with the text. Qt draws them in 16 pixels, whatever is beside them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QProxyStyle, QStyle, QStyleOption, QWidget

from addressbook.ui import icons, theme

_USUAL = 16


class _Growing(QProxyStyle):
    """The style of the program with other icons in line edits. Only they have it: each measure asked is a call."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric == QStyle.PixelMetric.PM_LineEditIconSize:
            return theme.current().px(_USUAL)
        return super().pixelMetric(metric, option, widget)


def add(edit: QLineEdit, action: QAction, name: str, position: QLineEdit.ActionPosition, role: str = "muted") -> None:
    """Show `action` at an edge of `edit` as an icon that follows the theme and the size of text."""
    icons.use(action, name, role, _USUAL)
    if edit.findChild(_Growth) is None:
        _Growth(edit)
    edit.addAction(action, position)


class _Growth(QObject):
    """Gives a line edit the other style from the first large text on; ends with it."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._growing = False
        theme.current().text_changed.connect(self._on_text_changed)
        self._grow()

    def _on_text_changed(self) -> None:
        self._grow()
        size = self._edit.size()  # Qt asks how large the icons are when it places them, not when the style is another
        QApplication.sendEvent(self._edit, QResizeEvent(size, size))

    def _grow(self) -> None:
        if theme.current().px(_USUAL) > _USUAL and not self._growing:
            self._growing = True
            self._edit.setStyle(_style())


def _style() -> _Growing:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - for the type checker
    found = app.findChild(_Growing)
    if found is None:
        found = _Growing(theme.current().style_name)
        found.setParent(app)
    return found
