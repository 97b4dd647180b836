"""Fira Sans in three weights, the print inks, and the styles internal papers are set in.

A letter the type lacks is refused before anything is drawn: a box on paper helps nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

import fontpkg_fira_sans
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from fieldkit.errors import FileProblem

TEXT = "#1F1D19"
SECOND = "#4A453D"
TEAL = "#0E5A5C"
HAIRLINE = "#CFC8BB"

Weight = Literal["Regular", "Medium", "SemiBold"]

_PREFIX = "Paper"  # reportlab keeps one register of fonts for the whole program
_WEIGHTS: tuple[Weight, ...] = ("Regular", "Medium", "SemiBold")
_NAMED_LETTERS = 20


def font(weight: Weight = "Regular", /) -> str:
    """Return the name under which reportlab knows a weight; the first call reads the files."""
    return str(_fonts()[weight].fontName)


def style(size: float, leading: float, /, weight: Weight = "Regular", ink: str = TEXT) -> ParagraphStyle:
    """Return a style of `size` points, `leading` points from one baseline to the next."""
    return ParagraphStyle(
        name=f"{weight} {size}",
        fontName=font(weight),
        fontSize=size,
        leading=leading,
        textColor=ink,
        bulletFontName=font("SemiBold"),
        bulletFontSize=size,
        bulletColor=TEAL,
        allowOrphans=0,
        allowWidows=0,
    )


def wide(text: str, look: ParagraphStyle, /) -> float:
    """Return how wide a line of words is, in points."""
    return float(pdfmetrics.stringWidth(text, look.fontName, look.fontSize))


def refuse_unprintable(texts: Iterable[str], /) -> None:
    """Raise `FileProblem("letters_not_printable")`, naming up to 20 letters, if the type lacks any."""
    missing = sorted(set().union(*texts) - _letters())
    if missing:
        raise FileProblem("letters_not_printable", letters=" ".join(missing[:_NAMED_LETTERS]))


@lru_cache(maxsize=1)
def _fonts() -> Mapping[Weight, TTFont]:
    folder = fontpkg_fira_sans.ROOT / "files"
    # asciiReadable off: only letters that are printed are embedded
    fonts = {
        weight: TTFont(_PREFIX + weight, str(folder / f"FiraSans-{weight}.ttf"), asciiReadable=False)
        for weight in _WEIGHTS
    }
    for each in fonts.values():
        pdfmetrics.registerFont(each)
    return fonts


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    by_weight = [{chr(code) for code in each.face.charToGlyph} for each in _fonts().values()]
    return frozenset(
        letter for letter in set.intersection(*by_weight) if letter == " " or letter.isprintable()
    )
