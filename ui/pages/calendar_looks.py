"""How the state of a session looks in the calendar, and what is said of a session in one line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fieldkit.model.vocabulary import SessionStatus
from fieldkit.text import Catalogue
from fieldkit.workspace.calendar import Entry
from ui.parts.pill import Tone


@dataclass(frozen=True)
class Looks:
    """The tone and icon of a state, and the colour tokens of its chip; empty: nothing is drawn."""

    tone: Tone
    icon: str
    sign: str  # ink of the icon
    words: str  # ink of the words
    fill: str
    border: str


LOOKS: Mapping[SessionStatus, Looks] = {
    "planned": Looks("neutral", "circle", "muted", "text", "sunken", "line"),
    "confirmed": Looks("teal", "calendar-check", "accent", "text", "accent_soft", "accent_line"),
    "held": Looks("green", "check-circle", "green", "text", "green_soft", "green_line"),
    "postponed": Looks("amber", "clock", "amber", "text", "amber_soft", "amber_line"),
    "aborted_safety": Looks("red", "shield-warning", "red", "text", "red_soft", "red_line"),
    "cancelled": Looks("outline", "prohibit", "faint", "faint", "", ""),
}


def people(entry: Entry, words: Catalogue, /) -> str:
    """Return who is to be heard in a session: "CC-2026-01 · 2 groups, 26 people"."""
    facts = {"session": entry.code, "groups": entry.groups, "people": entry.people}
    if entry.groups == 1:
        return words.say("{session} · 1 group, {people} people", **facts)
    return words.say("{session} · {groups} groups, {people} people", **facts)
