"""The sections of a supplier brief (`05` section 5.1), each as rows; an empty one leaves no trace."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from fieldkit.brief import words
from fieldkit.brief.content import SupplierBrief, ThemeQuestions, Understood
from fieldkit.brief.fonts import BODY, HEADING, SUBTITLE, THEME, TITLE, Style
from fieldkit.brief.page import (
    MEASURE,
    MEASURE_LEFT,
    WIDTH,
    Line,
    Row,
    Words,
    gap,
    height,
    kept,
    paragraph,
)
from fieldkit.brief.table import action_rows, fact_box
from fieldkit.text import Catalogue

_BETWEEN_PARAGRAPHS = 5.8
_BETWEEN_ITEMS = 2.9
_BETWEEN_THEMES = 8.2
_BETWEEN_STATEMENTS = 15.0
_BEFORE_BOX = 8.5
_UNDER_HEADING = 5.6
_UNDER_TITLE = 14.0
_UNDER_TABLE = 5.0
_AROUND_RULE = 10.5
_DASH_INDENT = 12.2
_QUESTION_INDENT = 14.8
_HEADING_WIDTH = MEASURE_LEFT - 14
_MOST_BESIDE = 8  # lines of a heading in its column; a longer one stands above
_SHORT = 170.0  # a section or statement up to this height stays on one page


def opening(brief: SupplierBrief, language: Catalogue, /) -> tuple[Row, ...]:
    """Return the title and the line below it."""
    title = [row for text in words.paragraphs(brief.title) for row in paragraph(text, TITLE, WIDTH)]
    line = paragraph(language.say("Points for a conversation between your company and ours"), SUBTITLE, WIDTH)
    return (*kept([*title, *line, gap(_UNDER_TITLE)]),)


def before_the_actions(brief: SupplierBrief, language: Catalogue, /) -> tuple[tuple[Row, ...], ...]:
    """Return the sections that come before "Agreed actions", in order, the empty ones left out."""
    found = (
        _beside(language.say("Why we want to talk"), _why(language)),
        _beside(language.say("What it brings both sides"), _dashes(brief.benefits)),
        _beside(language.say("What we understand so far"), _understood(brief.understood, language)),
        _beside(language.say("What goes well"), _dashes(brief.goes_well)),
        _beside(language.say("What people would find most helpful"), _dashes(brief.helpful)),
        _questions(brief.questions, language),
        _beside(language.say("What we bring ourselves"), _texts(brief.own_share)),
    )
    return tuple(_whole_if_short(rows) for rows in found if rows)


def agreed_actions(brief: SupplierBrief, empty: int, language: Catalogue, /) -> tuple[Row, ...]:
    """Return "Agreed actions" with `empty` rows to write in."""
    below = Row(height=_UNDER_TABLE, gap=True)
    return (*_above(language.say("Agreed actions")), *action_rows(brief.actions, empty, language), below)


def how_we_go_on(language: Catalogue, /) -> tuple[Row, ...]:
    """Return the closing section; its no-reprisal sentence stands in every brief (`05` section 5.1)."""
    texts = (
        language.say(
            "We propose to talk again within three months, and to hear how this looks from your side."
        ),
        language.say(
            "We expect that nobody in your company or chain is questioned or put at a disadvantage "
            "because of this conversation."
        ),
        language.say("Our door stays open, also for what you would like us to do differently."),
    )
    return kept(_beside(language.say("How we go on"), _texts(texts)))


def in_order(sections: Sequence[tuple[Row, ...]], /) -> tuple[Row, ...]:
    """Return all rows, a hairline between one section and the next."""
    rule = Line(y=_AROUND_RULE, x2=WIDTH, y2=_AROUND_RULE)
    between = Row(height=2 * _AROUND_RULE, ink=(rule,), gap=True, glued=True)
    return tuple(
        row for number, section in enumerate(sections) for row in ((between, *section) if number else section)
    )


def _why(language: Catalogue) -> tuple[Row, ...]:
    return _texts(
        (
            language.say(
                "Listening to people along the chain is part of our responsibility, and of the international "
                "guidelines we follow. We also look at our own share."
            ),
            language.say(
                "This page is an invitation to talk. It is not a verdict, and it may be incomplete."
            ),
        )
    )


def _understood(statements: Sequence[Understood], language: Catalogue) -> tuple[Row, ...]:
    return _apart([_statement(understood, language) for understood in statements], _BETWEEN_STATEMENTS)


def _statement(understood: Understood, language: Catalogue) -> tuple[Row, ...]:
    asks = language.say("We would like to understand whether this also occurs with you.")
    said = _texts((understood.statement, asks if understood.also_asks else ""))
    with_box = _led(said, _BEFORE_BOX, fact_box(understood, language))
    return _whole_if_short(_led(_texts((understood.source.sentence,)), _BETWEEN_PARAGRAPHS, with_box))


def _questions(themes: Sequence[ThemeQuestions], language: Catalogue) -> tuple[Row, ...]:
    groups = [_theme(group) for group in themes]
    rows = _apart(groups, _BETWEEN_THEMES)
    return (*_above(language.say("Questions we would like to ask you")), *rows) if rows else ()


def _theme(group: ThemeQuestions) -> tuple[Row, ...]:
    asked = _marked(group.questions, "?", _QUESTION_INDENT)
    return kept(_beside(words.one(group.theme), asked, THEME))


def _dashes(texts: Sequence[str]) -> tuple[Row, ...]:
    return _marked(texts, "–", _DASH_INDENT)


def _marked(texts: Sequence[str], mark: str, indent: float) -> tuple[Row, ...]:
    """Set each text with a mark before its first line."""
    sign = Words(text=mark, style=HEADING, x=MEASURE_LEFT)
    items = []
    for text in texts:
        rows = _set(words.paragraphs(text), MEASURE_LEFT + indent, MEASURE - indent)
        if rows:
            items.append((msgspec.structs.replace(rows[0], ink=(sign, *rows[0].ink)), *rows[1:]))
    return _apart(items, _BETWEEN_ITEMS)


def _texts(texts: Sequence[str]) -> tuple[Row, ...]:
    return _set([part for text in texts for part in words.paragraphs(text)], MEASURE_LEFT, MEASURE)


def _set(texts: Sequence[str], x: float, width: float) -> tuple[Row, ...]:
    return _apart([paragraph(text, BODY, width, x=x) for text in texts], _BETWEEN_PARAGRAPHS)


def _apart(groups: Sequence[tuple[Row, ...]], distance: float) -> tuple[Row, ...]:
    """Put distance between groups, the empty ones left out."""
    return tuple(
        row
        for number, group in enumerate(filter(None, groups))
        for row in ((gap(distance), *group) if number else group)
    )


def _led(lead: tuple[Row, ...], distance: float, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Set rows after a lead whose end never stands at the foot of a page without them."""
    if not (lead and rows):
        return lead or rows
    return (*lead[:-1], *kept([lead[-1], gap(distance)]), *rows)


def _whole_if_short(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return kept(rows) if height(rows) <= _SHORT else rows


def _above(heading: str) -> tuple[Row, ...]:
    return kept([*paragraph(heading, HEADING, WIDTH), gap(_UNDER_HEADING)])


def _beside(heading: str, rows: tuple[Row, ...], style: Style = HEADING) -> tuple[Row, ...]:
    """Hang a heading in the left column, beside the first rows; without rows there is no heading."""
    found = words.lines(heading, style, _HEADING_WIDTH)
    if not rows or len(found) > _MOST_BESIDE:
        return (*paragraph(heading, style, WIDTH), *rows) if rows else ()
    hung = tuple(Words(text=line, style=style, y=n * style.leading) for n, line in enumerate(found))
    first = msgspec.structs.replace(rows[0], ink=(*hung, *rows[0].ink))
    return _as_high_as(len(found) * style.leading, (first, *rows[1:]))


def _as_high_as(least: float, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Glue so many rows that the heading beside them is not cut off by the end of a page."""
    count = next((n for n in range(1, len(rows) + 1) if height(rows[:n]) >= least), 0)
    if count:
        return (*kept(rows[:count])[:-1], *rows[count - 1 :])
    return kept([*rows, Row(height=least - height(rows))])
