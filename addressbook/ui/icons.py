"""Our own icons: SVG files with one stroke colour, drawn in a colour of the theme as sharp as the screens are."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from addressbook.paths import resource
from addressbook.ui import theme


@lru_cache(maxsize=16)
def _renderer(name: str) -> QSvgRenderer:
    return QSvgRenderer(str(resource(f"icons/{name}.svg")))


@lru_cache(maxsize=16)
def _shape(name: str, size: int, ratio: float) -> QPixmap:
    """Kept while one icon is drawn in its colours: drawing it takes longer than colouring it."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=1024)
def _drawn(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    pixmap = _shape(name, size, ratio).copy()
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, size, size), QColor(colour))
    painter.end()
    return pixmap.copy()  # which has not what painting it took: as much again


def pixmap(name: str, size: int = 18, role: str = "muted", ratio: float = 1.0) -> QPixmap:
    """One icon as a pixmap of `size` logical pixels in the colour of a theme role."""
    return _drawn(name, size, theme.current().colour(role).name(), ratio)


def coloured(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The same in a colour that is no role of the theme, such as a label's."""
    return _drawn(name, size, colour.name(), ratio)


def icon(name: str, role: str = "muted", size: int = 18) -> QIcon:
    """An icon in the colours that the theme has now and for the screens that there are; see `use` for one that follows
    both."""
    look = theme.current()
    result = QIcon()
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}
    for mode, colour in ((QIcon.Mode.Normal, look.colour(role)), (QIcon.Mode.Disabled, look.colour("disabled"))):
        for ratio in ratios:
            result.addPixmap(_drawn(name, size, colour.name(), ratio), mode)
    return result


class _Follower(QObject):
    """Renews an icon when the theme, the size of text or a screen changes; ends with its owner."""

    def __init__(self, owner: QAbstractButton | QAction | QLabel, name: str, role: str, size: int) -> None:
        super().__init__(owner)
        self._owner, self._name, self._role, self._size = owner, name, role, size
        theme.current().changed.connect(self._renew)
        self._renew()

    def _renew(self) -> None:
        owner, size = self._owner, theme.current().px(self._size)
        if isinstance(owner, QLabel):
            owner.setPixmap(pixmap(self._name, size, self._role, owner.devicePixelRatioF()))
            return
        owner.setIcon(icon(self._name, self._role, size))
        if isinstance(owner, QAbstractButton):
            owner.setIconSize(QSize(size, size))

    def change(self, name: str, role: str, size: int) -> None:
        """Show another icon from now on."""
        self._name, self._role, self._size = name, role, size
        self._renew()


def use(owner: QAbstractButton | QAction | QLabel, name: str, role: str = "muted", size: int = 18) -> None:
    """Give a button, an action or a label an icon that follows the theme; `size` in pixels of the design, which grow
    with the text."""
    follower = owner.findChild(_Follower)
    if follower is None:
        _Follower(owner, name, role, size)
    else:
        follower.change(name, role, size)
