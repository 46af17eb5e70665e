"""The look: palette, style sheet, fonts and colours, in light and dark. One Theme serves the application."""

from __future__ import annotations

import sys
from string import Template

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics, QGuiApplication, QPalette, QScreen
from PySide6.QtWidgets import QApplication

from addressbook.paths import resource
from addressbook.ui import colours
from addressbook.ui.colours import AvatarColours, ChipColours

# Sizes relative to the system font's, in points, and whether semibold.
_FONTS: dict[str, tuple[float, bool]] = {
    "caption": (-0.75, False),
    "caption_bold": (-0.75, True),
    "body": (0.0, False),
    "body_bold": (0.0, True),
    "section": (1.0, True),
    "head": (2.5, True),
    "name": (4.0, True),
    "welcome": (7.0, True),
}
_SMALLEST_POINTS = 8.0
DISABLED_OPACITY = 0.5  # of what is painted by hand while nothing can be done with it

_instance: Theme | None = None


def current() -> Theme:
    """The application's theme; like QApplication.palette() there is one. Made at its first use."""
    global _instance
    if _instance is None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise RuntimeError("a theme needs a QApplication")
        _instance = Theme(app)
    return _instance


class Theme(QObject):
    """Sets the application's look and answers for its colours and fonts.

    `changed` follows light and dark, the font, and the screens, for which icons are drawn; `text_changed` follows
    it when text has another size or face, and what was measured is no longer true.
    """

    changed = Signal()
    text_changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        global _instance
        _instance = self
        app.destroyed.connect(_forget)
        self._app = app
        self._mode = "system"
        self._dark = False
        self._colours: dict[str, QColor] = {}
        self._chips: dict[int | None, ChipColours] = {}
        self._avatars: dict[str, AvatarColours] = {}
        self._fonts: dict[str, QFont] = {}
        self._scale = 0.0
        self._heights: dict[str, int] = {}  # asked for at each cell that is painted
        self._own_palette = sys.platform not in ("win32", "darwin")
        self._system_font = _system_font()
        if self._own_palette:
            # Fusion with our whole palette: desktops without a platform theme would show Qt's grey
            app.setStyle("Fusion")
            app.setFont(_with_chinese(app.font()))
        self.style_name = app.style().name()  # a style sheet over it hides it
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        app.fontChanged.connect(self._on_font_changed)
        QGuiApplication.styleHints().installEventFilter(self)
        app.screenAdded.connect(self._on_screen_added)
        for screen in app.screens():
            screen.geometryChanged.connect(self.changed)  # also tells of another pixel ratio
        self._rebuild()

    # -- what is asked ---------------------------------------------------------------------------------------

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self._dark

    def colour(self, role: str) -> QColor:
        """The colour of a role ("text", "muted", "link", "error_bg" …; the list is in ui/colours.py)."""
        return self._colours[role]

    def font(self, kind: str) -> QFont:
        """A font derived from the system's: caption, caption_bold, body, body_bold, section, head, name, welcome."""
        font = self._fonts.get(kind)
        if font is None:
            step, bold = _FONTS[kind]
            font = QFont(self._app.font())
            font.setPointSizeF(self._points(step))
            if bold:
                font.setWeight(QFont.Weight.DemiBold)
            self._fonts[kind] = font
        return font

    def height(self, kind: str = "body") -> int:
        """Line height of a font kind in logical pixels."""
        found = self._heights.get(kind)
        if found is None:
            found = self._heights[kind] = QFontMetrics(self.font(kind)).height()
        return found

    def scale(self) -> float:
        """How much wider text is than in the design, never below 1: widths that hold text grow with it."""
        if self._scale == 0:
            self._scale = max(1.0, QFontMetrics(self.font("body")).horizontalAdvance("+86 138 0013 8000") / 124)
        return self._scale

    def px(self, size: int) -> int:
        """Pixels of the design, grown with the text: for icons, boxes to tick and the room around words."""
        return round(size * self.scale())

    def chip_colours(self, argb: int | None) -> ChipColours:
        """Colours of a label chip for the server's group colour (None: unknown)."""
        found = self._chips.get(argb)
        if found is None:
            found = colours.chip_colours(argb, self.colour("base"), self.colour("side"), dark=self._dark)
            if self._high_contrast():
                found = ChipColours(
                    self.colour("base"), self.colour("text"), self.colour("text"), found.swatch, self.colour("text")
                )
            self._chips[argb] = found
        return found

    def avatar_colours(self, userid: str) -> AvatarColours:
        """Colours of the avatar of a contact or colleague."""
        found = self._avatars.get(userid)
        if found is None:
            if len(self._avatars) > 5000:
                self._avatars.clear()
            found = self._avatars[userid] = colours.avatar_colours(userid, dark=self._dark)
        return found

    @staticmethod
    def colour_name(argb: int | None) -> str:
        """A label group's colour in words, so that colour is never the only cue."""
        words = {
            "red": QCoreApplication.translate("Theme", "Red"),
            "orange": QCoreApplication.translate("Theme", "Orange"),
            "yellow": QCoreApplication.translate("Theme", "Yellow"),
            "green": QCoreApplication.translate("Theme", "Green"),
            "teal": QCoreApplication.translate("Theme", "Teal"),
            "blue": QCoreApplication.translate("Theme", "Blue"),
            "purple": QCoreApplication.translate("Theme", "Purple"),
            "pink": QCoreApplication.translate("Theme", "Pink"),
            "grey": QCoreApplication.translate("Theme", "Grey"),
        }
        return words[colours.hue_word(argb)]

    # -- what is set -----------------------------------------------------------------------------------------

    def apply(self, mode: str) -> None:
        """Use "light", "dark" or follow the "system"."""
        self._mode = mode
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(mode, Qt.ColorScheme.Unknown)
        # Unknown hands the choice back to the system (Qt 6.8); title bars and native dialogs follow it
        QGuiApplication.styleHints().setColorScheme(scheme)
        self._rebuild()

    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()

    def _on_scheme_changed(self) -> None:
        if self._wants_dark() != self._dark:
            self._rebuild()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ThemeChange:
            self._on_system_changed()
        return super().eventFilter(watched, event)

    def _on_system_changed(self) -> None:
        """Something was changed in the system's settings while the program runs. Where a font has been set Qt keeps it,
        and where not it takes the new one without telling of it."""
        font = _system_font()
        if font == self._system_font:
            return
        self._system_font = font
        if self._own_palette:
            self._app.setFont(_with_chinese(QFont(font)))  # which tells of itself
        else:
            self._on_font_changed(self._app.font())

    def _on_font_changed(self, font: QFont) -> None:
        """Text has another size or face."""
        if self._own_palette:
            whole = _with_chinese(QFont(font))
            if whole.families() != font.families():
                self._app.setFont(whole)  # which tells of itself
                return
        self._rebuild()
        self.text_changed.emit()

    def _wants_dark(self) -> bool:
        if self._mode in ("light", "dark"):
            return self._mode == "dark"
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    @staticmethod
    def _high_contrast() -> bool:
        hints = QGuiApplication.styleHints()
        if not hasattr(hints, "accessibility"):  # Qt before 6.10
            return False
        return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast

    def _rebuild(self) -> None:
        self._dark = self._wants_dark()
        self._colours = {role: QColor(value) for role, value in (colours.DARK if self._dark else colours.LIGHT).items()}
        self._chips.clear()
        self._avatars.clear()
        self._fonts.clear()
        self._heights.clear()
        self._scale = 0.0
        if self._own_palette:
            self._app.setPalette(self._palette())
        else:
            system = self._app.palette()
            self._colours["base"] = system.color(QPalette.ColorRole.Base)
            self._colours["text"] = system.color(QPalette.ColorRole.Text)
        self._app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def _points(self, step: float) -> float:
        # A font given in pixels (pointSizeF −1) is rare but real
        size = self._app.font().pointSizeF()
        return max(_SMALLEST_POINTS, (size if size > 0 else 9.0) + step)

    def _style_sheet(self) -> str:
        values = {role: colour.name() for role, colour in self._colours.items()}
        values |= {f"{kind}_pt": f"{self._points(step):g}pt" for kind, (step, _) in _FONTS.items()}
        values |= {f"px{size}": str(self.px(size)) for size in (8, 13, 14, 16, 18, 20, 24)}
        values["px14_inner"] = str(self.px(14) - 1)  # within a wider border
        dot, rim = self.px(6), self.px(5)
        values |= {"radio_dot": str(dot), "radio_rim": str(rim), "radio_box": str(dot + 2 * rim - 2)}
        values["radio_round"] = str((dot + 2 * rim) // 2)
        values["styles"] = resource("styles").as_posix()
        text = resource("styles/main.qss").read_text(encoding="utf-8")
        return Template(text).substitute(values)

    def _palette(self) -> QPalette:
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, name in (
            (roles.Window, "window"), (roles.WindowText, "text"), (roles.Base, "base"), (roles.AlternateBase, "alt"),
            (roles.Text, "text"), (roles.Button, "window"), (roles.ButtonText, "text"), (roles.BrightText, "error"),
            (roles.PlaceholderText, "muted"), (roles.Light, "base"), (roles.Midlight, "line"), (roles.Mid, "line"),
            (roles.Dark, "field"), (roles.Shadow, "field"), (roles.Accent, "accent"), (roles.Link, "link"),
            (roles.LinkVisited, "link"), (roles.Highlight, "selection"), (roles.HighlightedText, "text"),
            (roles.ToolTipBase, "tip"), (roles.ToolTipText, "tip_text"),
        ):  # fmt: skip
            palette.setColor(role, self._colours[name])
        for role in (roles.Text, roles.WindowText, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._colours["disabled"])
        palette.setColor(QPalette.ColorGroup.Inactive, roles.Highlight, self._colours["selection_off"])
        return palette


def _system_font() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def _with_chinese(font: QFont) -> QFont:
    """The system's font, and where it lacks Chinese a Simplified Chinese one.

    Left to itself fontconfig takes the first that has the characters: Japanese forms, or a bold face.
    """
    families = [*font.families()]
    if not QFontDatabase.hasFamily(font.family()):  # "Sans Serif" is a wish, which only the system resolves
        families = [QFontInfo(font).family()]
    chinese = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
    families += (family for family in chinese if QFontDatabase.hasFamily(family))
    font.setFamilies(list(dict.fromkeys(families)))
    return font


def _forget() -> None:
    global _instance
    _instance = None
