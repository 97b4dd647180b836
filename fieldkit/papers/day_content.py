"""What the papers of a session are made of: codes, roles and headcounts; nobody's name has a field here.

Plain records, so that nothing that draws loads before a print. Words are in the language of the paper
already; an empty text is left open, to be written by hand.
"""

from __future__ import annotations

from typing import Literal

from fieldkit.model.vocabulary import ConsentLine
from fieldkit.papers.content import Part

ItemState = Literal["open", "done", "set_aside"]
"""How an item of the safety checklist stands: to be answered, true, or not applicable or waived."""


class Head(Part, frozen=True, kw_only=True):
    """Which session a paper is of."""

    code: str
    day: str = ""  # "Saturday 14 February 2026"
    about: tuple[str, ...] = ()  # its hours, the kind of place, the supplier's code
    destroy_by: str = ""  # "15 May 2026"


class Moment(Part, frozen=True, kw_only=True):
    """One point of the day."""

    time: str = ""  # "09:50", wall clock at the place
    title: str
    lines: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()  # to tick; a row of underscores in them is a line to write on


class Heads(Part, frozen=True, kw_only=True):
    """How many people of one kind are planned, and how many were there."""

    label: str
    planned: int
    present: int | None = None  # None: to be written by hand


class ChainStop(Part, frozen=True, kw_only=True):
    """A language of the chain, and who speaks or hears it."""

    language: str
    note: str = ""  # "workers", "5 listeners"


class ChainLink(Part, frozen=True, kw_only=True):
    """A step from one language to another, and the code of who carries it; empty: nobody yet."""

    from_: str
    to: str
    who: str = ""


class Amount(Part, frozen=True, kw_only=True):
    """A row of money: what it is for, and how much."""

    what: str  # "Lost wages, INR 450 × 26"; of a total its currency
    sum: str = ""  # "11,700"


class RunSheet(Part, frozen=True, kw_only=True):
    """The day of a session on one page (RQ-059)."""

    head: Head
    moments: tuple[Moment, ...] = ()
    signal: str = ""  # that stops the talk
    plan: str = ""  # what is said and done then
    people: tuple[Heads, ...] = ()
    stops: tuple[ChainStop, ...] = ()  # from the workers to the listeners
    links: tuple[ChainLink, ...] = ()
    amounts: tuple[Amount, ...] = ()
    totals: tuple[Amount, ...] = ()  # one for each currency
    counted_by: tuple[str, ...] = ()  # codes or roles of the two who count
    help: tuple[str, ...] = ()  # kinds of help, never a number to call


class ListedItem(Part, frozen=True, kw_only=True):
    """One item of the safety checklist as it stands."""

    code: str  # "SC-17"
    text: str
    who: str  # answers for it, by role
    state: ItemState = "open"
    by: str = ""  # what settled it: the role that answered, or that it follows from what is entered


class ListedGate(Part, frozen=True, kw_only=True):
    """The items of one phase that hold one gate."""

    phase: str
    gate: str
    items: tuple[ListedItem, ...]


class SafetyList(Part, frozen=True, kw_only=True):
    """The safety checklist of a session."""

    head: Head
    gates: tuple[ListedGate, ...] = ()


class CardLine(Part, frozen=True, kw_only=True):
    """One line of the consent card."""

    line: ConsentLine
    said: str = ""  # in the language of the card
    meant: str  # the same in the language of those who print it, small above room to write


class ConsentCard(Part, frozen=True, kw_only=True):
    """What workers are told and asked, in their language. Nothing on it tells of which session it is."""

    language: str = ""  # tag of the card's language, as a reader of PDF needs it; empty: unknown
    lines: tuple[CardLine, ...]


class Theme(Part, frozen=True, kw_only=True):
    """A theme by its code."""

    code: str
    title: str


class LogForm(Part, frozen=True, kw_only=True):
    """A form for notes by hand, where the laptop stays shut."""

    head: Head
    groups: tuple[Heads, ...] = ()
    labels: tuple[str, ...] = ()  # of the groups, to tick: G1, G2
    themes: tuple[Theme, ...] = ()
    insights: int = 5  # blocks to fill in


class ReceiptSheet(Part, frozen=True, kw_only=True):
    """A receipt by headcount: tokens instead of names."""

    head: Head
    tokens: int
    amounts: tuple[Amount, ...] = ()
    totals: tuple[Amount, ...] = ()
    counted_by: tuple[str, ...] = ()


class SecrecySheet(Part, frozen=True, kw_only=True):
    """What a listener agrees to."""

    head: Head
