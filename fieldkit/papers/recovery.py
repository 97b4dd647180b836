"""The recovery sheet: 24 words that open a workspace without its passphrase (custody: "Recovery sheet").

It names no file, no path and no day: whoever finds it does not learn what it opens.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from fieldkit.papers.blocks import (
    MEASURE_LEFT,
    Block,
    Drawn,
    apart,
    beside,
    dashes,
    set_text,
    title,
    to_write_on,
)
from fieldkit.papers.fonts import HAIRLINE, SECOND, TEAL, TEXT, font, style
from fieldkit.papers.sheet import WIDTH, Sheet, refuse_letters
from fieldkit.papers.sheet import draw as draw_sheet
from fieldkit.text import Catalogue, catalogue

_COLUMNS = 3
_ROW = 28.5
_AROUND = 13.0  # between the frame and the words
_NUMBER_WIDTH = 24.0


def draw(recovery_words: Sequence[str], language: str, /) -> bytes:
    """Return the recovery sheet as a PDF file of one page, the words numbered column by column.

    Raises `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter of a word.
    """
    refuse_letters(tuple(recovery_words))
    words = catalogue(language)
    sheet = Sheet(
        language=language,
        kind=words.say("Recovery sheet"),
        mark=words.say("Secret. Do not hand over."),
        note=words.say("Do not copy or photograph."),
        foot=words.say("On paper only, away from the computer"),
    )
    return draw_sheet(sheet, lambda: _story(recovery_words, words))


def _story(recovery_words: Sequence[str], words: Catalogue) -> Block:
    opening = title(
        words.say("Recovery sheet"), words.say("24 words that open the workspace without its passphrase")
    )
    sections = (
        _section(words.say("What it is for"), _purpose(words)),
        _section(words.say("How to keep it"), _keeping(words)),
        _section(words.say("Where it is kept"), [to_write_on(2, x=MEASURE_LEFT)]),
        _section(words.say("Who may use it: a role, no name"), [to_write_on(1, x=MEASURE_LEFT)]),
    )
    return [*opening, *apart([[_grid(recovery_words)], *sections], 22)]


def _section(heading: str, body: Block) -> Block:
    return beside(heading, style(10.5, 15.4, "SemiBold", TEAL), body, to=MEASURE_LEFT - 14)


def _purpose(words: Catalogue) -> Block:
    said = words.say(
        "When nobody knows the passphrase any more, these words are the only other way in. Type all 24, in "
        "this order and with spaces between them, where the passphrase is asked for."
    )
    return set_text(said, style(10.5, 15.4), x=MEASURE_LEFT)


def _keeping(words: Catalogue) -> Block:
    lines = (
        words.say("Whoever has this sheet can open the workspace and read everything in it."),
        words.say("Keep it on paper, under lock, and never in the same bag or room as the laptop."),
        words.say("Make no photo and no copy, and keep it out of phones, mail and other files."),
        words.say(
            "Is it lost, or did others see it? Change the passphrase: a new sheet then takes its place, and "
            "this one opens nothing but older copies."
        ),
        words.say("Destroy this sheet as soon as a newer one is printed."),
    )
    return dashes(lines, style(10.5, 15.4), x=MEASURE_LEFT)


def _grid(recovery_words: Sequence[str]) -> Flowable:
    rows = -(-len(recovery_words) // _COLUMNS)
    height = rows * _ROW + 2 * _AROUND

    def draw(canvas: Canvas) -> None:
        _frame(canvas, height)
        for number, word in enumerate(recovery_words):
            column, row = divmod(number, rows)
            x = _AROUND + 8 + column * WIDTH / _COLUMNS
            baseline = height - _AROUND - row * _ROW - _ROW / 2 - 5.2
            canvas.setFillColor(SECOND)
            canvas.setFont(font(), 10)
            canvas.drawRightString(x + _NUMBER_WIDTH - 10, baseline, str(number + 1))
            canvas.setFillColor(TEXT)
            canvas.setFont(font("Medium"), 16)
            canvas.drawString(x + _NUMBER_WIDTH, baseline, word)

    return Drawn(height, draw)


def _frame(canvas: Canvas, height: float) -> None:
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.6)
    canvas.roundRect(0, 0, WIDTH, height, 5)
    for column in range(1, _COLUMNS):
        x = column * WIDTH / _COLUMNS
        canvas.line(x, _AROUND, x, height - _AROUND)
