"""What stands on every page: the sender and "For discussion" above, the page's number below."""

from __future__ import annotations

import msgspec

from fieldkit.brief import words
from fieldkit.brief.fonts import FOOT, ISSUED, SENDER, TEAL, Style
from fieldkit.brief.page import HIGH, MARGIN, WIDTH, Line, Row, Words, paragraph
from fieldkit.text import Catalogue

_FIRST_LINE = 40.0  # from the page's top down to the top of the head
_UNDER_WORDS = 9.0  # from the head's words to its rule
_UNDER_RULE = 16.0  # from the rule to the first row
_OVER_FOOT = 12.0  # from the last row to the hairline, which lies on the margin
_FOOT_WORDS = 9.0  # from the hairline to the foot's words
_ISSUED_WIDTH = 0.45 * WIDTH
_BETWEEN = 24.0
_MOST_LINES = 3


class Letterhead(msgspec.Struct, frozen=True, kw_only=True):
    """The head and foot of one brief; the head is as high as its words ask."""

    sender: str
    issued: str  # "For discussion · April 2026"
    language: Catalogue

    @property
    def top(self) -> float:
        """From the page's top down to the first row."""
        return self._rule + _UNDER_RULE

    @property
    def room(self) -> float:
        """The height that rows may fill."""
        return HIGH - MARGIN - _OVER_FOOT - self.top

    def in_full(self) -> tuple[Row, ...]:
        """Return, for the first page, what is too long to stand whole on every page."""
        return tuple(
            row
            for text, style, width in ((self.sender, SENDER, self._sender_width), self._issued_place)
            if len(words.lines(text, style, width)) > _MOST_LINES
            for row in paragraph(text, style, WIDTH)
        )

    def head(self) -> Row:
        """Return what stands above the rows; its height reaches from the page's top to the first row."""
        rule = Line(y=self._rule, x2=WIDTH, y2=self._rule, ink=TEAL, weight=1.5)
        return Row(
            height=self.top,
            ink=(
                *_stacked(self._sender_lines, SENDER, x=0, right=False),
                *_stacked(self._issued_lines, ISSUED, x=WIDTH, right=True),
                rule,
            ),
        )

    def foot(self, number: int, count: int, /) -> Row:
        """Return what stands below the rows of page `number` of `count`."""
        page = self.language.say("{page} of {pages}", page=number, pages=count)
        name = self.language.say("{sender} · for discussion", sender=self.sender)
        left = words.shortened(name, FOOT, WIDTH - _BETWEEN - FOOT.width(page))
        return Row(
            height=_FOOT_WORDS + FOOT.leading,
            ink=(
                Line(x2=WIDTH, y2=0),
                Words(text=left, style=FOOT, y=_FOOT_WORDS),
                Words(text=page, style=FOOT, x=WIDTH, y=_FOOT_WORDS, right=True),
            ),
        )

    @property
    def _rule(self) -> float:
        most = max(len(self._sender_lines), len(self._issued_lines))
        return _FIRST_LINE + most * SENDER.leading + _UNDER_WORDS

    @property
    def _issued_place(self) -> tuple[str, Style, float]:
        return self.issued, ISSUED, _ISSUED_WIDTH

    @property
    def _issued_lines(self) -> tuple[str, ...]:
        return _at_most(*self._issued_place)

    @property
    def _sender_width(self) -> float:
        return WIDTH - _BETWEEN - max((ISSUED.width(line) for line in self._issued_lines), default=0)

    @property
    def _sender_lines(self) -> tuple[str, ...]:
        return _at_most(self.sender, SENDER, self._sender_width)


def _at_most(text: str, style: Style, width: float) -> tuple[str, ...]:
    found = words.lines(text, style, width)
    if len(found) <= _MOST_LINES:
        return found
    rest = " ".join(found[_MOST_LINES - 1 :])
    return (*found[: _MOST_LINES - 1], words.shortened(rest, style, width))


def _stacked(found: tuple[str, ...], style: Style, *, x: float, right: bool) -> tuple[Words, ...]:
    return tuple(
        Words(text=line, style=style, x=x, y=_FIRST_LINE + number * SENDER.leading, right=right)
        for number, line in enumerate(found)
    )
