"""The rule of secrecy that a listener agrees to before the day (EX3, SC-24, SC-25)."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from fieldkit.papers import blocks
from fieldkit.papers.blocks import MEASURE_LEFT, Block
from fieldkit.papers.day_content import SecrecySheet
from fieldkit.papers.day_head import day_sheet, opening_by_kind
from fieldkit.papers.fonts import SECOND, TEAL, put, style
from fieldkit.papers.sheet import WIDTH, refuse_letters
from fieldkit.papers.sheet import draw as draw_sheet
from fieldkit.text import Catalogue, catalogue

_SIZE, _LEADING = 11.0, 15.6
_SIGN_HIGH = 46.0


def draw(content: SecrecySheet, language: str, /) -> bytes:
    """Return the sheet as a PDF file of one page.

    Raises `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter.
    """
    refuse_letters(content)
    words = catalogue(language)
    kind = words.say("Rule of secrecy for listeners")
    foot = words.say("The coordinator keeps it with the papers of the session")
    sheet = day_sheet(language, kind, content.head, foot=foot)
    return draw_sheet(sheet, lambda: [*opening_by_kind(content.head, kind), *_sections(words)])


def _sections(words: Catalogue) -> Block:
    say = words.say
    sections = (
        _section(say("I come to listen"), _listening(words)),
        _section(say("I take nothing with me"), _taking_nothing(words)),
        _section(say("What is heard stays"), _staying(words)),
        _section(say("If something is wrong"), _asking(words)),
        _section(say("I agree"), [_signing(words)]),
    )
    return blocks.apart(sections, 17)


def _section(heading: str, body: Block) -> Block:
    return blocks.beside(heading, style(_SIZE, _LEADING, "SemiBold", TEAL), body, to=MEASURE_LEFT - 14)


def _rules(lines: tuple[str, ...]) -> Block:
    return blocks.dashes(lines, style(_SIZE, _LEADING), x=MEASURE_LEFT, between=4.5)


def _listening(words: Catalogue) -> Block:
    return _rules(
        (
            words.say("I listen more than I speak, and ask nobody who they are or where they live."),
            words.say("I make no promises, neither for myself nor for the organisation I come from."),
            words.say("I have no tie to the supplier: no family, no share, no pay, no favour."),
        )
    )


def _taking_nothing(words: Catalogue) -> Block:
    return _rules(
        (
            words.say("I write down no names, and nothing that points to one person or one place."),
            words.say("I take no photos and make no recordings. My phone stays off and out of sight."),
            words.say("I give no business card, number or gift to single workers, and take none from them."),
        )
    )


def _staying(words: Catalogue) -> Block:
    return _rules(
        (
            words.say(
                "What I hear I keep to myself: also on the way, at home, at work, and with other listeners "
                "where somebody can hear us."
            ),
            words.say("I tell nobody that we met, where, when, or who was there."),
            words.say(
                "What may be passed on is written by the coordinator alone: made general, checked so that "
                "nobody can be recognised, and agreed with workers or their partner."
            ),
            words.say("This holds without an end, also when I change work."),
        )
    )


def _asking(words: Catalogue) -> Block:
    return _rules(
        (
            words.say("When the partner asks me to leave, I leave at once and ask no questions."),
            words.say(
                "When somebody may be in danger, I tell the dialogue coordinator the same day, nobody else."
            ),
            words.say("When I do not know what I may say or do, I ask the dialogue coordinator first."),
        )
    )


def _signing(words: Catalogue) -> Flowable:
    """Return room for code, role and day: who it is stays with the coordinator."""
    labels = (words.say("Code of the listener"), words.say("Role"), words.say("Day"))
    step = (WIDTH - MEASURE_LEFT) / len(labels)

    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(SECOND)
        canvas.setLineWidth(0.6)
        for place, each in enumerate(labels):
            x = MEASURE_LEFT + place * step
            canvas.line(x, 14, x + step - 14, 14)
            put(canvas, x, 2, each, style(9, 12, ink=SECOND))

    return blocks.Drawn(_SIGN_HIGH, draw)
