"""The measures of the window: colours, space, radii, type and heights. No other file of `ui` holds any.

Lengths are device-independent pixels at 100 %. Every ink stands on its ground with at least the contrast of
WCAG 2.2 AA: 4.5 for words, 3 for the parts of a control. A pair is measured before it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

COLOURS: Mapping[str, tuple[str, str]] = {  # in the light, in the dark
    "bg": ("#F6F3ED", "#191816"),  # window
    "surface": ("#FFFFFF", "#22211E"),  # card, field, page header
    "sunken": ("#EFEAE1", "#1E1D1A"),  # table head, disabled, quiet block
    "side": ("#ECE6DB", "#141311"),  # side bar
    "hover": ("#F3EFE8", "#2B2926"),  # row under the pointer
    "line": ("#DED7CA", "#3B3833"),  # hairline between things; decorates only
    "ctl": ("#8A8275", "#857E73"),  # border of anything one can press or type in
    "text": ("#24211C", "#F1ECE3"),  # words
    "muted": ("#5B554B", "#C0B8AA"),  # second line, labels of values
    "faint": ("#6B6459", "#A69E91"),  # codes, placeholders, chevrons, words of a button that is off
    "accent": ("#0E5A5C", "#74C7BF"),  # primary, links, selection
    "accent_hover": ("#0A4648", "#93D7D0"),  # primary under the pointer
    "on_accent": ("#FFFFFF", "#08211F"),  # words on accent
    "accent_soft": ("#DDEBE8", "#17393A"),  # selected row, chosen segment, teal pill
    "accent_line": ("#9CC4BF", "#34696A"),  # border of the above; decorates only
    "amber": ("#874600", "#F1B85E"),  # words and icons: this holds you up
    "amber_soft": ("#FBECCF", "#3A2C13"),  # its ground
    "amber_line": ("#DDAE5B", "#7D5E22"),  # its border; decorates only
    "amber_mark": ("#B86E00", "#E2A33F"),  # underline of a mark, gap, triangle
    "mark": ("#FBECCF", "#3A2C13"),  # ground of a mark in text
    "mark_cur": ("#EFC87E", "#6B4E17"),  # ground of the mark the suggestion belongs to
    "red": ("#A1211D", "#F59C94"),  # danger to people
    "red_soft": ("#FBE4E1", "#45211E"),  # its ground
    "red_line": ("#DF9F99", "#8A4640"),  # its border; decorates only
    "on_red": ("#FFFFFF", "#2B0906"),  # words on a filled red
    "green": ("#2A6637", "#8FCF98"),  # done, good
    "green_soft": ("#E1F0DF", "#1D3723"),  # its ground
    "green_line": ("#9FC79E", "#41704A"),  # its border; decorates only
    "green_mark": ("#3E8450", "#6FB77B"),  # dots, arrows, small fills
    "focus": ("#0E5A5C", "#93D7D0"),  # focus frame
    "h1": ("#D5E6E2", "#1F3F40"),  # heat, from little
    "h2": ("#93C1BB", "#2B6263"),
    "h3": ("#317A76", "#4E9E99"),
    "h4": ("#0E5A5C", "#8FD8D0"),  # to much
    "brand": ("#0E5A5C", "#0F3D3F"),  # panel of Unlock
    "on_brand": ("#FFFFFF", "#F1ECE3"),  # words on it
    "brand_muted": ("#CFE4E1", "#B5D3CF"),  # second line on it
    "brand_line": ("#478A8A", "#2A5C5D"),  # empty seats on it; decorate only
}

S4, S8, S12, S16, S24, S32 = 4, 8, 12, 16, 24, 32
LABEL_GAP = 5  # from a label to its field

RADIUS_CONTROL = 8
RADIUS_CARD = 10  # also a popover and a box for text
RADIUS_KEY = 5
RADIUS_BAR = 3
RADIUS_CELL = 4

CONTROL = 36  # a button, a field
SMALL = 30  # a button beside the thing it acts on
FILTER_ROW = 34
FIRST_RUN = 40
SEGMENT = 32
FOLDED, OPENED = 42, 48  # the header of a section
ROW, HEAD = 42, 34  # of a table
PILL = 24
KEY = 20
STEPS = 46  # the path of steps in a page header
BAR = 6

FOCUS_FRAME, FOCUS_GAP = 2, 2

ICON = 18  # in rows and steps
ICON_BUTTON = 17
ICON_PILL = 14
ICON_LEAD = 20


@dataclass(frozen=True)
class Type:
    """How words are set."""

    px: int  # of the letters
    line: int  # px from one line to the next
    weight: int  # 400, 500 or 600


TYPE: Mapping[str, Type] = {
    "first_run_title": Type(26, 32, 600),
    "promise": Type(23, 31, 600),  # on the panel of Unlock
    "page_title": Type(22, 28, 600),
    "next_thing": Type(19, 26, 600),
    "section": Type(16, 22, 600),
    "strong": Type(14, 21, 600),
    "row_title": Type(14, 21, 500),
    "body": Type(14, 21, 400),
    "second_strong": Type(13, 19, 600),
    "second_title": Type(13, 19, 500),
    "second": Type(13, 19, 400),
    "code_strong": Type(12, 17, 600),
    "code_title": Type(12, 17, 500),
    "code": Type(12, 17, 400),
    "capture": Type(21, 33, 400),
    "capture_small": Type(19, 30, 400),
    "wording": Type(16, 27, 400),
}
