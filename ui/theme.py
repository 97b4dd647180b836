"""The looks of the window, light and dark: colours, type, icons, and one style sheet from the tokens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette, QPixmap

from ui import icons, sheet
from ui.tokens import COLOURS, ICON, TYPE

ThemeName = Literal["light", "dark"]

_FAMILIES = ("Fira Sans", "Mukta")  # the second for Devanagari; other scripts come from the computer
_WEIGHTS = ("Regular", "Medium", "SemiBold")


@dataclass(frozen=True)
class Theme:
    """One of the two looks. A name no token has raises KeyError."""

    name: ThemeName

    def hex(self, token: str, /) -> str:
        """Return a colour as `#RRGGBB`."""
        light, dark = COLOURS[token]
        return light if self.name == "light" else dark

    def colour(self, token: str, /) -> QColor:
        """Return a colour."""
        return QColor(self.hex(token))

    def font(self, role: str = "body", /) -> QFont:
        """Return the type of a role of `tokens.TYPE`."""
        return QFont(_font(role))

    def figures(self, role: str = "body", /) -> QFont:
        """Return the type of a role with all figures equally wide, for columns."""
        font = self.font(role)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def palette(self) -> QPalette:
        """Return the palette of the application."""
        return _palette(self)

    def stylesheet(self) -> str:
        """Return the one style sheet of the application."""
        return _stylesheet(self)

    def icon(self, name: str, token: str = "text", size: int = ICON) -> QIcon:
        """Return an icon; on a button that is checked it turns bold and teal, on one that is off faint."""
        return _icon(self, name, token, size)

    def pixmap(self, name: str, token: str = "text", size: int = ICON, ratio: float = 1.0) -> QPixmap:
        """Return an icon as a picture `size` px wide, for a screen of this device ratio."""
        return icons.pixmap(name, self.colour(token), size, ratio)


@lru_cache(maxsize=2)
def theme(name: ThemeName, /) -> Theme:
    """Return the light or the dark theme."""
    return Theme(name)


def system_theme() -> Theme:
    """Return the theme the computer asks for; light where it says nothing."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme("dark" if dark else "light")


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Make Fira Sans known to Qt, in the three weights we use. There must be an application."""
    import fontpkg_fira_sans

    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFont(str(fontpkg_fira_sans.ROOT / "files" / f"FiraSans-{weight}.ttf"))


@lru_cache(maxsize=1)
def load_more_fonts() -> None:
    """Make Mukta known to Qt: before the first page with somebody's own words on it, not at the start."""
    import fontpkg_mukta

    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFont(str(fontpkg_mukta.ROOT / "files" / f"Mukta-{weight}.ttf"))


@lru_cache(maxsize=len(TYPE))
def _font(role: str) -> QFont:
    load_fonts()
    kind = TYPE[role]
    font = QFont(list(_FAMILIES))
    font.setPixelSize(kind.px)
    font.setWeight(QFont.Weight(kind.weight))
    return font


@lru_cache(maxsize=256)
def _icon(looks: Theme, name: str, token: str, size: int) -> QIcon:
    bold = f"{name}-bold" if icons.known(f"{name}-bold") else name
    icon = QIcon()
    for mode, state, shape, ink in (
        (QIcon.Mode.Normal, QIcon.State.Off, name, token),
        (QIcon.Mode.Normal, QIcon.State.On, bold, "accent"),
        (QIcon.Mode.Disabled, QIcon.State.Off, name, "faint"),
        (QIcon.Mode.Selected, QIcon.State.Off, name, token),
    ):
        for ratio in {1.0, _sharpest()}:
            icon.addPixmap(looks.pixmap(shape, ink, size, ratio), mode, state)
    return icon


def _sharpest() -> float:
    return max(1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens()))


@lru_cache(maxsize=2)
def _palette(looks: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(role, looks.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, looks.colour("faint"))
    return palette


_ROLES = (
    (QPalette.ColorRole.Window, "bg"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "faint"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "red"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "ctl"),
    (QPalette.ColorRole.Shadow, "line"),
)


@lru_cache(maxsize=2)
def _stylesheet(looks: Theme) -> str:
    colours = {token: looks.hex(token) for token in COLOURS}
    return sheet.written(colours, sheet.pictures(looks.pixmap, looks.name, sharp=_sharpest() > 1))
