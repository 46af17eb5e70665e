"""Theme and icons: contrast holds for every colour DingTalk may send, and both looks load."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QToolButton

from addressbook.ui import colours, icons, theme

GENERAL = QFontDatabase.SystemFont.GeneralFont


@pytest.fixture
def look(qapp):
    look = theme.current()
    yield look
    look.apply("system")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("argb", [-15220075, -11687445, -543394, 0, -1, 0xFFFFFFFF, 0x00FFFF00, 8421504, None])
def test_chips_are_readable_in_any_colour(look, mode, argb):
    look.apply(mode)
    chip = look.chip_colours(argb)
    assert colours.contrast(chip.text, chip.fill) >= 5.0
    assert colours.contrast(chip.swatch_border, look.colour("side")) >= 3.0


def test_chip_colours_are_those_of_the_design(look):
    look.apply("light")
    assert look.chip_colours(-15220075).fill.name().upper() == "#DAF5EE"
    assert look.chip_colours(-15220075).text.name().upper() == "#127057"
    look.apply("dark")
    assert look.chip_colours(-11687445).fill.name().upper() == "#2F4659"


@pytest.mark.parametrize("table", [colours.LIGHT, colours.DARK])
@pytest.mark.parametrize(
    ("text", "ground"),
    [("text", "base"), ("muted", "base"), ("muted", "side"), ("muted", "selection"), ("link", "window"),
     ("on_accent", "accent"), ("error", "error_bg"), ("warn", "warn_bg"), ("text", "selection"), ("tip_text", "tip")],
)  # fmt: skip
def test_roles_have_contrast(table, text, ground):
    assert colours.contrast(QColor(table[text]), QColor(table[ground])) >= 4.5


def test_theme_change_is_told_once_and_palette_follows(look, qapp, qtbot):
    look.apply("light")
    with qtbot.waitSignal(look.changed):
        look.apply("dark")
    assert look.is_dark
    assert qapp.palette().base().color().name().upper() == "#26272B"


def test_text_of_another_size_changes_all_that_was_measured(look, qapp, qtbot):
    before, scale, height, sheet = qapp.font(), look.scale(), look.height(), qapp.styleSheet()
    large = qapp.font()
    large.setPointSizeF(2 * large.pointSizeF())
    with qtbot.waitSignal(look.changed):
        qapp.setFont(large)
    try:
        assert look.scale() >= 1.8 * scale
        assert look.height() >= 1.8 * height
        assert look.font("body").pointSizeF() == large.pointSizeF()
        assert qapp.styleSheet() != sheet
    finally:
        qapp.setFont(before)
    assert (look.scale(), look.height(), qapp.styleSheet()) == (scale, height, sheet)


def test_text_of_another_size_in_the_settings_of_the_system_is_followed(look, qapp, qtbot, monkeypatch):
    before, system, told = qapp.font(), QFontDatabase.systemFont(GENERAL), []
    tell, large = lambda: told.append(look.scale()), QFont(system)
    large.setPointSizeF(1.5 * system.pointSizeF())
    look.text_changed.connect(tell)
    hints = QGuiApplication.styleHints()
    try:
        QApplication.sendEvent(hints, QEvent(QEvent.Type.ThemeChange))
        assert not told, "something else was changed"
        with monkeypatch.context() as settings:
            settings.setattr(theme, "_system_font", lambda: large)
            QApplication.sendEvent(hints, QEvent(QEvent.Type.ThemeChange))
        assert len(told) == 1
        assert qapp.font().pointSizeF() == look.font("body").pointSizeF() == large.pointSizeF()
        QApplication.sendEvent(hints, QEvent(QEvent.Type.ThemeChange))
        assert qapp.font().pointSizeF() == system.pointSizeF()
    finally:
        look.text_changed.disconnect(tell)
        qapp.setFont(before)


def test_another_font_of_the_system_keeps_its_chinese(look, qapp):
    before = qapp.font()
    if len(before.families()) == 1:
        pytest.skip("no other font with Chinese is there")
    try:
        qapp.setFont(QFont(before.families()[0], 13))
        assert qapp.font().families() == before.families()
        assert look.font("body").pointSizeF() == 13
    finally:
        qapp.setFont(before)


def test_colour_names_are_words(look):
    assert [look.colour_name(value) for value in (-15220075, -11687445, -543394, None)] == [
        "Green", "Blue", "Orange", "Grey"]  # fmt: skip


def test_icon_follows_the_theme(look, qtbot):
    look.apply("light")
    button = QToolButton()
    qtbot.addWidget(button)
    icons.use(button, "search", "text")
    before = button.icon().pixmap(18).toImage()
    look.apply("dark")
    assert button.icon().pixmap(18).toImage() != before
    icons.use(button, "close", "text")
    assert len(button.findChildren(icons._Follower)) == 1


def test_icons_are_as_sharp_as_the_screen_and_drawn_anew_when_it_changes(look, qapp, qtbot):
    ratio = qapp.primaryScreen().devicePixelRatio()
    assert icons.icon("search").pixmap(QSize(18, 18), ratio).width() == round(18 * ratio)
    with qtbot.waitSignal(look.changed):
        qapp.primaryScreen().geometryChanged.emit(qapp.primaryScreen().geometry())


def test_every_icon_file_draws(look):
    from addressbook.paths import resource

    names = [path.stem for path in resource("icons").glob("*.svg")]
    assert len(names) >= 40
    for name in names:
        image = icons.pixmap(name, 18, "text", 2.0).toImage()
        assert image.width() == 36
        assert any(image.pixelColor(x, y).alpha() for x in range(36) for y in range(36)), name
    assert QIcon(icons.pixmap("search")).isNull() is False
