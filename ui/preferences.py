"""What the window remembers between two days: language, looks, size. Never a name, never a path."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from fieldkit.text import LANGUAGES

Appearance = Literal["system", "light", "dark"]
WINDOW_LANGUAGES = ("en", "nl")
SHORTEST_LOCK, USUAL_LOCK, LONGEST_LOCK = 1, 5, 15  # minutes (custody: left open)


class Preferences:
    """The settings of this user on this computer, in one small readable file in the config folder."""

    def __init__(self, folder: Path | None = None) -> None:
        config = QStandardPaths.StandardLocation.GenericConfigLocation
        where = folder or Path(QStandardPaths.writableLocation(config)) / "fieldkit"
        self._settings = QSettings(str(where / "window.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The language of the window: English or Dutch; at first that of the computer."""
        kept = str(self._settings.value("language", ""))
        if kept in LANGUAGES:
            return kept
        from PySide6.QtCore import QLocale

        return "nl" if QLocale.system().name().startswith("nl") else "en"

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def appearance(self) -> Appearance:
        """Light, dark, or as the computer says."""
        kept = str(self._settings.value("appearance", "system"))
        return kept if kept in ("light", "dark") else "system"  # type: ignore[return-value]

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._settings.setValue("appearance", appearance)

    @property
    def lock_minutes(self) -> int:
        """After how many idle minutes the window locks: 1 to 15."""
        kept = str(self._settings.value("lock_minutes", USUAL_LOCK))
        minutes = int(kept) if kept.isdecimal() else USUAL_LOCK
        return min(max(minutes, SHORTEST_LOCK), LONGEST_LOCK)

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._settings.setValue("lock_minutes", minutes)

    @property
    def role(self) -> str:
        """The role that the history names for what is done here; never a person's name."""
        return str(self._settings.value("role", "coordinator"))

    @role.setter
    def role(self, role: str) -> None:
        self._settings.setValue("role", role)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window stood, and how large; None at first."""
        kept = self._settings.value("geometry")
        return kept if isinstance(kept, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)
