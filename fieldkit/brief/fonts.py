"""Fira Sans in three weights, and the few styles a brief is set in.

The type carries Latin, Greek and Cyrillic. A letter it lacks is refused before anything is drawn: a box
on paper helps nobody. Neither ligatures nor hyphenation are applied, so that what is read out of the
finished PDF is what went in.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import fontpkg_fira_sans
import msgspec
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from fieldkit.errors import FileProblem

TEXT = "#1F1D19"
SECOND = "#4A453D"
TEAL = "#0E5A5C"
HAIRLINE = "#CFC8BB"

_PREFIX = "Brief"  # reportlab keeps one register of fonts for the whole program
_WEIGHTS = ("Regular", "Medium", "SemiBold")
_NAMED_LETTERS = 20


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """How a line of words looks; lengths in points."""

    weight: str = "Regular"  # "Regular", "Medium" or "SemiBold"
    size: float  # of the letters
    leading: float  # from one baseline to the next
    ink: str = TEXT  # "#RRGGBB"

    @property
    def font(self) -> str:
        """The name under which reportlab knows the font; the first call reads the files."""
        return str(_fonts()[self.weight].fontName)

    @property
    def drop(self) -> float:
        """From the top of a line down to its baseline: capitals stand in the middle of the line."""
        return self.leading / 2 + 0.345 * self.size

    def width(self, text: str, /) -> float:
        """Return how wide `text` is."""
        return float(pdfmetrics.stringWidth(text, self.font, self.size))


BODY = Style(size=10.5, leading=15.4)
HEADING = Style(size=10.5, leading=15.4, weight="SemiBold", ink=TEAL)
THEME = Style(size=10.5, leading=15.4, weight="Medium")
TITLE = Style(size=22, leading=27, weight="SemiBold")
SUBTITLE = Style(size=11.25, leading=17, ink=SECOND)
SENDER = Style(size=10.9, leading=14, weight="SemiBold")
ISSUED = Style(size=10, leading=14, ink=SECOND)
FOOT = Style(size=9, leading=12, ink=SECOND)
LABEL = Style(size=9, leading=13.4, weight="SemiBold", ink=SECOND)
CELL = Style(size=9.9, leading=13.6)


def refuse_unprintable(texts: Iterable[str], /) -> None:
    """Raise `FileProblem("letters_not_printable")`, naming up to 20 letters, if the type lacks any."""
    missing = sorted(set().union(*texts) - _letters())
    if missing:
        raise FileProblem("letters_not_printable", letters=" ".join(missing[:_NAMED_LETTERS]))


@lru_cache(maxsize=1)
def _fonts() -> dict[str, TTFont]:
    folder = fontpkg_fira_sans.ROOT / "files"
    # asciiReadable off: only letters that are printed are embedded
    fonts = {
        weight: TTFont(_PREFIX + weight, str(folder / f"FiraSans-{weight}.ttf"), asciiReadable=False)
        for weight in _WEIGHTS
    }
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    return fonts


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    by_weight = [{chr(code) for code in font.face.charToGlyph} for font in _fonts().values()]
    return frozenset(
        letter for letter in set.intersection(*by_weight) if letter == " " or letter.isprintable()
    )
