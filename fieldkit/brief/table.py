"""Two ruled forms: the box of facts below a statement and the table of agreed actions."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from fieldkit.brief import words
from fieldkit.brief.content import ActionLine, Understood
from fieldkit.brief.fonts import CELL, LABEL, TEAL, Style
from fieldkit.brief.page import (
    MEASURE,
    MEASURE_LEFT,
    WIDTH,
    Frame,
    Ink,
    Line,
    Row,
    Words,
    height,
    joined,
    kept,
)
from fieldkit.text import Catalogue

_BOX_ABOVE, _BOX_BELOW, _BOX_SIDE = 6.5, 7.5, 9.5
_COLUMNS = {
    1: (1,),
    2: (2, 1),
    3: (3, 2, 1),
    4: (4, 2, 1),
    5: (3, 2, 1),
}  # so that words stay whole, if they can
_SHARES = (0.292, 0.15, 0.172, 0.214, 0.172)  # "September 2026" fits on one line
_SIDE = 6.0
_HEAD_BELOW = 4.5
_CELL_ABOVE, _CELL_BELOW = 7.0, 7.0
_TO_WRITE_IN = 38.8  # height of an empty row
_TALLEST = 500.0  # of one piece of a row: a higher one goes on in a second piece


class _Cell(msgspec.Struct, frozen=True, kw_only=True):
    x: float
    width: float
    lines: tuple[tuple[str, Style], ...]


def fact_box(understood: Understood, language: Catalogue, /) -> tuple[Row, ...]:
    """Return the box of facts below a statement; empty facts are left out, no fact no box."""
    facts = [
        (label, words.one(value))
        for label, value in (
            (language.say("Period"), understood.period),
            (language.say("Place"), understood.place),
            (language.say("Who"), understood.who),
            (language.say("How wide"), understood.how_wide),
            (language.say("Kind of source"), understood.source.cell),
        )
        if words.one(value)
    ]
    if not facts:
        return ()
    columns = _columns(facts)
    bands = [facts[start : start + columns] for start in range(0, len(facts), columns)]
    rows = [row for band in bands for row in _band(band, columns)]
    return (_framed(rows),) if height(rows) <= _TALLEST else kept([_framed([row]) for row in rows])


def filled(actions: Sequence[ActionLine], /) -> tuple[tuple[str, ...], ...]:
    """Return the texts of each action, column by column, without the actions that say nothing."""
    texts = (
        tuple(map(words.one, (action.what, action.who, action.by_when, action.what_shows, action.look_again)))
        for action in actions
    )
    return tuple(line for line in texts if any(line))


def action_rows(actions: Sequence[ActionLine], empty: int, language: Catalogue, /) -> tuple[Row, ...]:
    """Return the table of agreed actions: what is agreed, then `empty` rows to write in by hand."""
    labels = (
        language.say("What we agree"),
        language.say("Who"),
        language.say("By when"),
        language.say("What shows it worked"),
        language.say("We look again"),
    )
    texts = filled(actions)
    widths = _widths(labels, texts)
    head = _head(labels, widths)
    written = [row for line in texts for row in _written(line, widths, head)]
    blank = Row(height=_TO_WRITE_IN, ink=_ruled(widths, _TO_WRITE_IN), again=(head,))
    return (head, *written, *[blank] * empty)


def _columns(facts: Sequence[tuple[str, str]]) -> int:
    def whole(columns: int) -> bool:
        room = MEASURE / columns - 2 * _BOX_SIDE
        return all(
            words.widest([label], LABEL) <= room and words.widest([value], CELL) <= room
            for label, value in facts
        )

    return next(filter(whole, _COLUMNS[len(facts)]), 1)


def _band(facts: Sequence[tuple[str, str]], columns: int) -> list[Row]:
    cells = []
    for number, (label, value) in enumerate(facts):
        last = number == len(facts) - 1
        wide = (columns - number if last else 1) * MEASURE / columns
        inner = wide - 2 * _BOX_SIDE
        styled = [(label, LABEL), (value, CELL)]
        found = tuple((line, style) for text, style in styled for line in words.lines(text, style, inner))
        cells.append(_Cell(x=MEASURE_LEFT + number * MEASURE / columns, width=wide, lines=found))
    return [_box_row(piece) for piece in _pieces(cells)]


def _box_row(cells: Sequence[_Cell]) -> Row:
    high = _BOX_ABOVE + max(map(_high, cells)) + _BOX_BELOW
    between = [Line(x=cell.x, x2=cell.x, y2=high) for cell in cells[1:]]
    return Row(height=high, ink=(*_written_in(cells, _BOX_ABOVE, _BOX_SIDE), *between))


def _framed(rows: Sequence[Row]) -> Row:
    box = joined(rows)
    downs = [height(rows[:number]) for number in range(1, len(rows))]
    between = [Line(x=MEASURE_LEFT, y=down, x2=WIDTH, y2=down) for down in downs]
    frame = Frame(x=MEASURE_LEFT, width=MEASURE, height=box.height)
    return msgspec.structs.replace(box, ink=(*box.ink, *between, frame))


def _widths(labels: Sequence[str], texts: Sequence[tuple[str, ...]]) -> tuple[float, ...]:
    """Widen a column for its longest word, as far as the others can spare it."""
    usual = [share * WIDTH for share in _SHARES]
    least = [
        2 * _SIDE + max(words.widest([label], LABEL), words.widest([line[column] for line in texts], CELL))
        for column, label in enumerate(labels)
    ]
    wanted = [max(pair) for pair in zip(usual, least, strict=True)]
    spare = [max(0, has - needs) for has, needs in zip(usual, least, strict=True)]
    short = sum(wanted) - WIDTH
    if short <= 0 or sum(spare) < short:
        return tuple(usual)
    return tuple(width - short * slack / sum(spare) for width, slack in zip(wanted, spare, strict=True))


def _cells(texts: Sequence[str], widths: Sequence[float], style: Style) -> list[_Cell]:
    return [
        _Cell(
            x=sum(widths[:column]),
            width=width,
            lines=tuple((line, style) for line in words.lines(text, style, width - 2 * _SIDE)),
        )
        for column, (text, width) in enumerate(zip(texts, widths, strict=True))
    ]


def _head(labels: Sequence[str], widths: Sequence[float]) -> Row:
    cells = _cells(labels, widths, LABEL)
    high = max(map(_high, cells)) + _HEAD_BELOW
    rule = Line(y=high, x2=WIDTH, y2=high, ink=TEAL, weight=1.1)
    return Row(height=high, ink=(*_written_in(cells, 0, _SIDE), *_ruled(widths, high)[:-1], rule), glued=True)


def _written(texts: Sequence[str], widths: Sequence[float], head: Row) -> list[Row]:
    rows = []
    for piece in _pieces(_cells(texts, widths, CELL)):
        high = max(_TO_WRITE_IN, _CELL_ABOVE + max(map(_high, piece)) + _CELL_BELOW)
        ink = (*_written_in(piece, _CELL_ABOVE, _SIDE), *_ruled(widths, high))
        rows.append(Row(height=high, ink=ink, again=(head,)))
    return rows


def _ruled(widths: Sequence[float], high: float) -> tuple[Line, ...]:
    between = (sum(widths[:column]) for column in range(1, len(widths)))
    upright = [Line(x=x, x2=x, y2=high, weight=0.4) for x in between]
    return (*upright, Line(y=high, x2=WIDTH, y2=high))


def _pieces(cells: Sequence[_Cell]) -> list[list[_Cell]]:
    """Cut cells that no page can hold into pieces one below the other; usually there is one."""
    most = int(_TALLEST // CELL.leading)
    count = max(1, *(-(-len(cell.lines) // most) for cell in cells))
    return [
        [msgspec.structs.replace(cell, lines=cell.lines[start : start + most]) for cell in cells]
        for start in range(0, count * most, most)
    ]


def _high(cell: _Cell) -> float:
    return sum(style.leading for _, style in cell.lines)


def _written_in(cells: Sequence[_Cell], above: float, side: float) -> list[Ink]:
    ink: list[Ink] = []
    for cell in cells:
        y = above
        for line, style in cell.lines:
            ink.append(Words(text=line, style=style, x=cell.x + side, y=y))
            y += style.leading
    return ink
