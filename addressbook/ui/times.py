"""Points in time as people say them."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale


def ago(moment: datetime, now: datetime | None = None) -> str:
    """How long ago `moment` (aware) was: "just now", "2 minutes ago", later the date and time."""
    minutes = int(((now or datetime.now(UTC)) - moment).total_seconds() // 60)
    if minutes < 1:
        return QCoreApplication.translate("Times", "just now")
    if minutes < 60:
        return QCoreApplication.translate("Times", "%n minute(s) ago", "", minutes)
    if minutes < 24 * 60:
        return QCoreApplication.translate("Times", "%n hour(s) ago", "", minutes // 60)
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def clock(moment: datetime) -> str:
    """A time of today as "09:41", an earlier day with its date."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    if local.date() == QDateTime.currentDateTime().date():
        return QLocale().toString(local.time(), "HH:mm")
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def countdown(until: datetime) -> str:
    """Minutes and seconds until `until` (aware), never negative."""
    seconds = max(0, round((until - datetime.now(UTC)).total_seconds()))
    return f"{seconds // 60}:{seconds % 60:02d}"
