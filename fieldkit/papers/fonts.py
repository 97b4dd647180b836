"""Fira Sans and Mukta in three weights, the print inks, and the styles internal papers are set in.

Fira sets Latin letters; a text with letters it lacks is set in Mukta, whose Devanagari is shaped. A letter
that neither has is refused before anything is drawn: a box on paper helps nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

import fontpkg_fira_sans
import fontpkg_mukta
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from fieldkit.errors import FileProblem
from fieldkit.papers import words

TEXT = "#1F1D19"
SECOND = "#4A453D"
TEAL = "#0E5A5C"
HAIRLINE = "#CFC8BB"
RED = "#A1211D"  # only round "To stop the talk"

Weight = Literal["Regular", "Medium", "SemiBold"]
Align = Literal["left", "right", "middle"]

_LATIN, _DEVANAGARI = "Paper", "PaperMukta"  # reportlab keeps one register of fonts for the whole program
_WEIGHTS: tuple[Weight, ...] = ("Regular", "Medium", "SemiBold")
_NAMED_LETTERS = 20
_CODE_SIZE = 8
_DEVANAGARI_LEADING = 1.4  # times the size, at least: vowel signs stand above and below
_TIED = "\u00a0"  # a space at which no line ends
_ENDLESS = 1e6


def font(weight: Weight = "Regular", /) -> str:
    """Return the name under which reportlab knows a weight of Fira; the first call reads the files."""
    return str(_fira()[weight].fontName)


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


def paragraph(text: str, look: ParagraphStyle, /, *, code: str = "", bullet: str | None = None) -> Paragraph:
    """Return a cleaned text to set, in the type that has its letters; its code stands small behind it."""
    behind = f'{_TIED}<font size="{_CODE_SIZE}" color="{SECOND}">{words.escaped(code)}</font>' if code else ""
    if not _lacks(text + code, _fira_letters()):
        return Paragraph(_tied(words.escaped(text)) + behind, look, bulletText=bullet)
    _mukta()  # known before anything is set in it
    shaped = look.clone(
        look.name,
        fontName=look.fontName.replace(_LATIN, _DEVANAGARI),
        leading=max(look.leading, _DEVANAGARI_LEADING * look.fontSize),
        shaping=1,
    )
    markup = " ".join(_in_its_type(word, look) for word in text.split(" "))
    return Paragraph(markup + behind, shaped, bulletText=bullet)


def _tied(markup: str) -> str:
    """Keep a dot between two things with the first of them: no line begins with it."""
    return markup.replace(" · ", f"{_TIED}· ")


def wide(text: str, look: ParagraphStyle, /) -> float:
    """Return how wide a cleaned line of words is, in points."""
    return _length(_one_line(text, look))


def put(
    canvas: Canvas, x: float, baseline: float, text: str, look: ParagraphStyle, align: Align = "left", /
) -> None:
    """Draw one cleaned line of words by hand: from x on, up to it, or around it."""
    line = _one_line(text, look)
    start = {"left": x, "right": x - _length(line), "middle": x - _length(line) / 2}[align]
    above = pdfmetrics.getAscent(line.style.fontName, look.fontSize)
    line.drawOn(canvas, start, baseline + above - line.height)


def _one_line(text: str, look: ParagraphStyle) -> Paragraph:
    line = paragraph(text, look)
    line.wrap(_ENDLESS, _ENDLESS)
    return line


def _length(line: Paragraph) -> float:
    return float(max(line.getActualLineWidths0(), default=0))


def printable(text: str, /) -> bool:
    """Return whether the type has every letter of a text."""
    return not any(_missing(word) for part in words.paragraphs(text) for word in part.split(" "))


def refuse_unprintable(texts: Iterable[str], /) -> None:
    """Raise `FileProblem("letters_not_printable")`, naming up to 20 letters, if the type lacks any."""
    missing = sorted({letter for text in texts for word in text.split(" ") for letter in _missing(word)})
    if missing:
        raise FileProblem("letters_not_printable", letters=" ".join(missing[:_NAMED_LETTERS]))


def _missing(word: str) -> set[str]:
    """Return the letters for which a word can be set in neither type: it is never set in both."""
    lacking = _lacks(word, _fira_letters())
    if not lacking:
        return lacking
    also = _lacks(word, _mukta_letters())
    return lacking & also or also


def _lacks(text: str, letters: frozenset[str]) -> set[str]:
    return {letter for letter in text if letter not in letters}


def _in_its_type(word: str, look: ParagraphStyle) -> str:
    markup = words.escaped(word)
    if _lacks(word, _mukta_letters()):
        return f'<font name="{look.fontName}">{markup}</font>'
    return markup


@lru_cache(maxsize=1)
def _fira() -> Mapping[Weight, TTFont]:
    return _registered(_LATIN, fontpkg_fira_sans.ROOT / "files", "FiraSans", shapable=False)


@lru_cache(maxsize=1)
def _mukta() -> Mapping[Weight, TTFont]:
    fonts = _registered(_DEVANAGARI, fontpkg_mukta.ROOT / "files", "Mukta", shapable=True)
    for each in fonts.values():
        _number_glyphs(each)
    return fonts


def _registered(prefix: str, folder: Path, family: str, *, shapable: bool) -> Mapping[Weight, TTFont]:
    # asciiReadable off: only letters that are printed are embedded
    fonts = {
        weight: TTFont(
            prefix + weight, str(folder / f"{family}-{weight}.ttf"), asciiReadable=False, shapable=shapable
        )
        for weight in _WEIGHTS
    }
    for each in fonts.values():
        pdfmetrics.registerFont(each)
    return fonts


def _number_glyphs(font: TTFont) -> None:
    """Give every glyph that has no letter of its own its number now.

    reportlab numbers them as they come, so the bytes of a paper would hang on what was printed before it.
    """
    shaper = font.hbFont()
    for glyph in range(font.face.numGlyphs):
        if glyph not in font.face.glyphToChar:
            font.hbAddPrivate(shaper.glyph_to_string(glyph), glyph, shaper.get_glyph_h_advance(glyph))


@lru_cache(maxsize=1)
def _fira_letters() -> frozenset[str]:
    return _letters(_fira().values())


@lru_cache(maxsize=1)
def _mukta_letters() -> frozenset[str]:
    return _letters(_mukta().values())


def _letters(fonts: Iterable[TTFont]) -> frozenset[str]:
    """Return the letters that every weight has."""
    by_weight = [{chr(code) for code in each.face.charToGlyph} for each in fonts]
    return frozenset(
        letter for letter in set.intersection(*by_weight) if letter == " " or letter.isprintable()
    )
