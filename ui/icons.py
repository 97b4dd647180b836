"""The Phosphor icons, drawn as outlines from the font that comes with QtAwesome.

QtAwesome itself is not imported: it loads nine sets of icons, which costs a quarter of a second at start, and
the window draws from one. Its own icons could not be drawn inside a button of ours either. Names are those of
the set without the prefix: `sun-dim`, `check-circle-fill`, `chats-circle-bold`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPixmap, QRawFont, QTransform

_EM = 128.0  # px at which the outlines are taken; they are scaled when drawn


def known(name: str, /) -> bool:
    """Whether the set has an icon of this name."""
    return name in _codes()


def named(name: str, /) -> str:
    """Return a name; empty is no icon. Raises KeyError for one the set lacks, before it is drawn."""
    if name and not known(name):
        raise KeyError(name)
    return name


def draw(painter: QPainter, name: str, place: QRectF, ink: QColor, /) -> None:
    """Draw an icon into a square place. Raises KeyError for a name the set lacks."""
    _fill(painter, _outline(name), place, ink)


def pixmap(name: str, ink: QColor, size: int, ratio: float = 1.0, /) -> QPixmap:
    """Return an icon `size` px wide for a screen of this ratio. Raises KeyError for an unknown name."""
    outline = _outline(name)
    picture = QPixmap(math.ceil(size * ratio), math.ceil(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _fill(painter, outline, QRectF(0, 0, size, size), ink)
    painter.end()
    return picture


def _fill(painter: QPainter, outline: QPainterPath, place: QRectF, ink: QColor) -> None:
    side = min(place.width(), place.height())
    left = place.center().x() - side / 2
    top = place.center().y() - side / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    painter.scale(side / _EM, side / _EM)
    painter.fillPath(outline, ink)
    painter.restore()


@lru_cache(maxsize=256)
def _outline(name: str) -> QPainterPath:
    font = _font()
    glyph = font.glyphIndexesForString(chr(int(_codes()[name], 16)))[0]
    return QTransform.fromTranslate(0, font.ascent()).map(font.pathForGlyph(glyph))


@lru_cache(maxsize=1)
def _font() -> QRawFont:
    [file] = _folder().glob("phosphor-[0-9]*.ttf")
    return QRawFont(str(file), _EM, QFont.HintingPreference.PreferNoHinting)


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    [file] = _folder().glob("phosphor-charmap-*.json")
    return dict(json.loads(file.read_bytes()))


def _folder() -> Path:
    found = find_spec("qtawesome")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("qtawesome")
    return Path(next(iter(found.submodule_search_locations))) / "fonts"
