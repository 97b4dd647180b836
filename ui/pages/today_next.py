"""The next thing: one card, one button."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.text import Catalogue
from fieldkit.workspace.due import Due
from fieldkit.workspace.overview import Next, Today
from ui.context import Context
from ui.pages.today_words import place_of, when
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.flow import FlowLayout
from ui.parts.labels import Label
from ui.parts.pill import Pill, Tone
from ui.parts.ring import Ring
from ui.parts.sign import Sign
from ui.places import Place
from ui.tokens import S4, S8, S12, S24

RING = 92
SIGN = 40


@dataclass(frozen=True)
class NextThing:
    """What to do next, in words. Where `total` is 0 there is a sign in place of the ring."""

    title: str
    second: str
    act: str  # words of the button
    place: Place
    pills: tuple[tuple[str, Tone, str], ...] = ()  # words, tone, icon
    done: int = 0
    total: int = 0
    icon: str = "check-circle"
    ink: str = "green"


def next_thing(context: Context, today: Today, /) -> NextThing:
    """Return the next thing as the workspace says it; where nothing waits, the next date or dialogue."""
    if today.next is not None and today.next.session_on is not None:
        return _session(context, today.next, today.next.session_on)
    if today.next is not None and today.next.total:
        return _preparation(context, today.next)
    if today.next is not None:
        return _check(context, today.next, today)
    return _calm(context, today)


class NextCard(Card):
    """The next thing, set apart by its border."""

    def __init__(self, context: Context, thing: NextThing) -> None:
        super().__init__(context.theme)
        self._context = context
        self.accent("line")
        self.button = Button(context.theme, thing.act, kind="primary", trailing_icon="arrow-right")
        self.button.clicked.connect(lambda: context.go(thing.place))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(S8, S8, S8, S8)
        row.setSpacing(S24)
        row.addWidget(self._picture(thing))
        row.addLayout(self._words(thing), 1)
        row.addWidget(self.button)
        self.add(inside)

    def _picture(self, thing: NextThing) -> QWidget:
        if thing.total:
            of_all = self._context.words.say("of {total}", total=thing.total)
            return Ring(self._context.theme, thing.done, thing.total, RING, of_all)
        return Sign(self._context.theme, thing.icon, thing.ink, SIGN)

    def _words(self, thing: NextThing) -> QVBoxLayout:
        theme = self._context.theme
        column = QVBoxLayout()
        column.setSpacing(S4)
        column.addStretch(1)
        column.addWidget(Label(theme, self._context.words.say("Next"), role="second_strong", ink="accent"))
        column.addWidget(Label(theme, thing.title, role="next_thing"))
        column.addWidget(Label(theme, thing.second, ink="muted"))
        if thing.pills:
            flow = FlowLayout()
            for text, tone, icon in thing.pills:
                flow.addWidget(Pill(theme, text, tone, icon))
            column.addSpacing(S12 - S4)
            column.addLayout(flow)
        column.addStretch(1)
        return column


def _session(context: Context, next_: Next, day: date) -> NextThing:
    words = context.words
    pills = [_held_up(next_.holds, words)]
    pills.append((when(day, (context.workspace.today - day).days, words), "neutral", "calendar-blank"))
    if context.workspace.overview.risk(next_.dialogue_code) == "high":
        pills.append((words.say("Reprisal risk high"), "red", ""))
    return NextThing(
        title=next_.sentence,
        second=" · ".join((next_.dialogue_title, next_.session_code, words.day(day, "EEEE d MMMM"))),
        act=next_.act or words.say("Go to the session"),
        place=place_of(next_.target),
        pills=tuple(pills),
        done=next_.done,
        total=next_.total,
    )


def _held_up(number: int, words: Catalogue) -> tuple[str, Tone, str]:
    one, more = words.say("1 thing holds this up"), words.say("{number} things hold this up", number=number)
    return one if number == 1 else more, "amber", ""


def _preparation(context: Context, next_: Next) -> NextThing:
    say = context.words.say
    readiness = context.workspace.preparing.readiness(next_.dialogue_code, context.words)
    meant = (next_.item, next_.target.field)
    hold = next((each for each in readiness.holds if (each.item, each.field) == meant), None)
    pills = [_held_up(next_.total - next_.done, context.words)]
    if context.workspace.overview.risk(next_.dialogue_code) == "high":
        pills.append((say("Reprisal risk high"), "red", ""))
    place = place_of(next_.target)
    return NextThing(
        title=next_.sentence,
        second=next_.dialogue_title,
        act=hold.act if hold else say("Open the dialogue"),
        place=Place("dialogue", place.code, hold.step if hold else place.part, place.field),
        pills=tuple(pills),
        done=next_.done,
        total=next_.total,
    )


def _check(context: Context, next_: Next, today: Today) -> NextThing:
    due = today.due[0]  # a late check on people stands first in it
    return NextThing(
        title=next_.sentence,
        second=" · ".join((due.label, next_.dialogue_title, due.session_code)),
        act=context.words.say("Go to the session"),
        place=place_of(next_.target),
        pills=((when(due.day, due.days_late, context.words), "red", ""),),
        icon="shield-warning",
        ink="red",
    )


def _calm(context: Context, today: Today) -> NextThing:
    say = context.words.say
    if today.due:
        return _first_due(context, today.due[0])
    latest = today.recent[0]  # a workspace that holds a dialogue has one to go on with
    return NextThing(
        title=say("Nothing holds you up"),
        second=say("You can go on with {title}.", title=latest.title),
        act=say("Open the dialogue"),
        place=Place("dialogue", latest.code, latest.current),
    )


def _first_due(context: Context, due: Due) -> NextThing:
    words = context.words
    if due.days_late > 0:
        return NextThing(
            title=due.subject,
            second=" · ".join(filter(None, (due.label, due.dialogue_title))),
            act=words.say("Go there"),
            place=place_of(due.target),
            pills=((when(due.day, due.days_late, words), "amber", ""),),
            icon="clock",
            ink="amber",
        )
    day = words.day(due.day, "d MMMM")
    return NextThing(
        title=words.say("Nothing holds you up"),
        second=words.say("The next date is {day}: {subject}", day=day, subject=due.subject),
        act=words.say("Go there"),
        place=place_of(due.target),
    )
