"""A blank log form: notes by hand, in codes, for a hall where the laptop stays shut."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from fieldkit.papers import blocks
from fieldkit.papers.blocks import MEASURE_LEFT, Block
from fieldkit.papers.day_content import Heads, LogForm
from fieldkit.papers.day_head import day_sheet, opening_by_kind
from fieldkit.papers.fonts import HAIRLINE, SECOND, TEAL, TEXT, put, style, wide
from fieldkit.papers.held import Extent, Held, Inset
from fieldkit.papers.sheet import WIDTH, refuse_letters
from fieldkit.papers.sheet import draw as draw_sheet
from fieldkit.text import Catalogue, catalogue

_PANEL = Inset(left=11, top=9, right=11, bottom=11)
_INNER = WIDTH - _PANEL.left - _PANEL.right
_LABEL = 74.0  # what a line of a block asks for
_LINE = 19.5  # room for a line of handwriting
_BETWEEN = 9.5
_SIZE, _LEADING = 9.3, 12.6
_COUNT = 46.0
_CODE = 70.0  # room for a theme's code


def draw(content: LogForm, language: str, /) -> bytes:
    """Return the form as a PDF file.

    Raises `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter.
    """
    refuse_letters(content)
    words = catalogue(language)
    sheet = day_sheet(language, words.say("Log form"), content.head)
    return draw_sheet(sheet, lambda: _story(content, words))


def _story(content: LogForm, words: Catalogue) -> Block:
    say = words.say
    parts = (
        _section(say("How to write"), _hints(words)),
        _section(say("On arrival"), _arrival(words)),
        _section(say("People planned, then present"), _counts(content.groups)),
        _section(say("Themes"), _themes(content)),
    )
    insights: list[Block] = [[_insight(number, content, words)] for number in range(1, content.insights + 1)]
    start = [*opening_by_kind(content.head, say("Log form")), *blocks.apart(parts, _BETWEEN)]
    return blocks.apart([start, *insights], _BETWEEN)


def _section(heading: str, body: Block) -> Block:
    return blocks.beside(heading, style(_SIZE, _LEADING, "SemiBold", TEAL), body, to=MEASURE_LEFT - 14)


def _hints(words: Catalogue) -> Block:
    lines = (
        words.say("Codes only: no names, no places, nothing that points to one person."),
        words.say("Danger to life or freedom: stop writing. Protecting people comes first."),
    )
    return blocks.dashes(lines, style(_SIZE, _LEADING), x=MEASURE_LEFT)


def _arrival(words: Catalogue) -> Block:
    blank = "______"
    lines = (
        words.say("Nobody of the employer’s side near. Looked by {role} at {time}", role=blank, time=blank),
        words.say("Still away after each break. Looked by {role} at {time}", role=blank, time=blank),
        words.say("Told and said back: purpose, listeners, use, risks, right to stop"),
        words.say("Asked one use at a time; the answers of each group are written down"),
    )
    return blocks.boxes(lines, style(_SIZE, _LEADING), x=MEASURE_LEFT)


def _counts(groups: tuple[Heads, ...]) -> Block:
    if not groups:
        return [blocks.to_write_on(2, x=MEASURE_LEFT, high=_LINE)]
    return blocks.apart([_count(each) for each in groups], 5)


def _count(heads: Heads) -> Block:
    look = style(_SIZE, _LEADING)
    said = blocks.set_text(heads.label, look, x=MEASURE_LEFT, right=2 * _COUNT)

    def draw(canvas: Canvas) -> None:
        put(
            canvas, WIDTH - _COUNT - 12, -9.4, str(heads.planned), style(_SIZE, _LEADING, "SemiBold"), "right"
        )
        canvas.setStrokeColor(SECOND)
        canvas.setLineWidth(0.6)
        canvas.line(WIDTH - _COUNT, -12, WIDTH, -12)

    return [blocks.hanging(draw), *said]


def _themes(content: LogForm) -> Block:
    key = " · ".join(f"{each.code} {blocks.one_line(each.title)}" for each in content.themes)
    return blocks.set_text(key, style(8.5, 11.6, ink=SECOND), x=MEASURE_LEFT)


def _insight(number: int, content: LogForm, words: Catalogue) -> Held:
    """Return one block to fill in."""
    say = words.say
    graveness = (
        say("Discomfort"), say("Breach of a rule"), say("Serious harm"), say("Danger to life or freedom"),
    )  # fmt: skip
    reach = (say("Few"), say("Some"), say("Up to half"), say("Most"))
    parts = (
        _asked(say("What was said, in your own words"), [_lines(3)]),
        _asked(say("How grave"), _ticked(graveness)),
        _asked(say("How many"), _ticked(reach)),
        _asked(say("What they suggest"), [_lines(2)]),
        _asked(say("May be shared"), _ticked((say("Yes"), say("No")))),
    )
    title = _title(say("Insight {number}", number=number), content.labels, words)
    return Held(blocks.kept(blocks.apart([title, *parts], 5)), _PANEL, _draw_panel)


def _title(heading: str, groups: tuple[str, ...], words: Catalogue) -> Block:
    """Return the head of a block: its number, whose words it holds, and room for a theme's code."""
    look = style(_SIZE, _LEADING, ink=SECOND)
    theme = words.say("Theme")
    right = wide(theme, look) + _CODE + 14

    def draw(canvas: Canvas) -> None:
        put(canvas, _INNER - _CODE - 6, -9.4, theme, look, "right")
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.6)
        canvas.line(_INNER - _CODE, -12, _INNER, -12)

    ticked = _ticked(groups, to=_INNER - right)
    said = blocks.beside(heading, style(10.5, 13.4, "SemiBold", TEAL), ticked, to=_LABEL - 8)
    return [blocks.hanging(draw), *said]


def _asked(heading: str, body: Block) -> Block:
    return blocks.beside(heading, style(_SIZE, _LEADING, ink=SECOND), body, to=_LABEL - 8)


def _lines(count: int) -> Flowable:
    return blocks.to_write_on(count, x=_LABEL, to=_INNER, high=_LINE)


def _ticked(labels: tuple[str, ...], *, to: float = _INNER) -> Block:
    if not labels:
        return [blocks.to_write_on(1, x=_LABEL, to=to, high=_LEADING)]
    return blocks.boxes_side_by_side(labels, style(_SIZE, _LEADING), x=_LABEL, to=to)


def _draw_panel(canvas: Canvas, extent: Extent) -> None:
    canvas.setStrokeColor(TEXT)
    canvas.setLineWidth(0.7)
    canvas.roundRect(0, 0, extent.width, extent.height, 5)
