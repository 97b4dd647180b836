from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar, get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.parts.banner import Banner, BannerTone
from ui.parts.bars import Bar, Composition, StrengthBar
from ui.parts.buttons import Button, ButtonKind, IconButton, RowButton
from ui.parts.calendar import Calendar
from ui.parts.card import Card
from ui.parts.empty import EmptyState
from ui.parts.fold import Fold
from ui.parts.labels import Elided, Label, LeadLabel
from ui.parts.path import StepDots, StepPath
from ui.parts.pill import Pill, Tone
from ui.parts.ring import Ring
from ui.parts.scroll import Scroll
from ui.parts.seats import Mark, SeatCircle
from ui.parts.segments import Segments
from ui.parts.side import FindItem, SideItem
from ui.parts.sign import Sign
from ui.parts.strip import KeyCap
from ui.parts.table import Column, RowsModel, Table
from ui.theme import Theme

W = TypeVar("W", bound=QWidget)

STEPS = [
    ("prepare", "Prepare", "done"),
    ("partners", "Partners", "held_up"),
    ("sessions", "Sessions", "not_yet"),
]


def _card(looks: Theme) -> Card:
    card = Card(looks)
    card.add_header("Coming up", "two of three", Button(looks, "All", kind="link"))
    card.add(RowButton(looks, "Natural stone", "Session 1", "chats-circle"))
    card.add(Label(looks, "Nothing else"))
    card.accent("strong")
    return card


def _fold(looks: Theme) -> Fold:
    fold = Fold(looks, "Languages", "One link is missing", state="held_up", opened=True)
    fold.set_body(Label(looks, "Hadoti to Hindi"))
    fold.set_action(Button(looks, "Add an interpreter", kind="secondary"))
    return fold


def _composition(looks: Theme) -> Composition:
    composition = Composition(looks)
    composition.set_parts([("Women", 35), ("Men", 55)])
    return composition


def _strength(looks: Theme) -> StrengthBar:
    bar = StrengthBar(looks)
    bar.set_score(3)
    return bar


def _table(looks: Theme) -> Table[str]:
    model = RowsModel(
        [Column[str]("Word", str), Column[str]("Letters", lambda word: str(len(word)), len, numeric=True)]
    )
    model.set_rows(["stone", "greenhouse"])
    return Table(looks, model, "Words")


def _empty(looks: Theme) -> EmptyState:
    primary, quiet = (
        Button(looks, "New dialogue", kind="primary"),
        Button(looks, "See the sample", kind="quiet"),
    )
    return EmptyState(looks, "No dialogue yet", "It begins with a question", primary, quiet)


def _button(kind: ButtonKind, looks: Theme) -> Button:
    return Button(looks, "Save", kind, "check", "Ctrl+S", "arrow-right")


def _pill(tone: Tone, looks: Theme) -> Pill:
    return Pill(looks, "Held up", tone)


def _ring(size: int, looks: Theme) -> Ring:
    return Ring(looks, 22, 25, size, "of 25")


def _banner(tone: BannerTone, looks: Theme) -> Banner:
    return Banner(looks, tone, "Danger to people.", "The protection step comes first.")


PARTS: dict[str, Callable[[Theme], QWidget]] = {
    "label": lambda looks: Label(looks, "Natural stone", role="page_title"),
    "lead": lambda looks: LeadLabel(looks, "Why", "Workers trust this organisation"),
    "elided": lambda looks: Elided(looks, "Natural stone, Rajasthan"),
    **{f"button-{kind}": partial(_button, kind) for kind in get_args(ButtonKind)},
    "icon-button": lambda looks: IconButton(looks, "x", "Close"),
    "row": lambda looks: RowButton(looks, "Open a workspace", "A file on this computer", "key"),
    **{f"pill-{tone}": partial(_pill, tone) for tone in get_args(Tone)},
    "segments": lambda looks: Segments(looks, [("y", "Yes"), ("n", "No"), ("u", "Unknown")], "y", "Agreed"),
    "danger": lambda looks: Segments(
        looks, [("low", "Low"), ("life", "To life")], "life", "How grave", "life"
    ),
    "card": _card,
    "fold": _fold,
    **{f"ring-{size}": partial(_ring, size) for size in (92, 58, 48, 46)},
    "full-ring": lambda looks: Ring(looks, 25, 25, 58),
    "bar": lambda looks: Bar(looks, 0.5),
    "strength": _strength,
    "composition": _composition,
    "mark": lambda looks: Mark(looks, 28),
    "seats": lambda looks: SeatCircle(looks, 304, on_brand=True),
    "empty": _empty,
    **{f"banner-{tone}": partial(_banner, tone) for tone in get_args(BannerTone)},
    "path": lambda looks: StepPath(looks, STEPS, "partners"),
    "dots": lambda looks: StepDots(
        looks, ["done", "in_progress", "held_up", "danger", "not_yet"], "Partners"
    ),
    "table": _table,
    "scroll": lambda looks: Scroll(looks, Label(looks, "Long")),
    "side": lambda looks: SideItem(looks, "sun-dim", "Today", "Ctrl+1"),
    "find": lambda looks: FindItem(looks, "Find", "Ctrl+K"),
    "sign": lambda looks: Sign(looks, "check-circle-fill", "green"),
    "key": lambda looks: KeyCap(looks, "Ctrl+K"),
    "calendar": lambda looks: Calendar(looks, "Pick a day"),
}


def _colours(picture: QImage) -> set[int]:
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(0, picture.height(), 2)}


def _with_children(part: QWidget, kind: type[W]) -> list[W]:
    return [each for each in (part, *part.findChildren(kind)) if isinstance(each, kind)]


@pytest.mark.parametrize("name", PARTS)
def test_a_part_draws_itself_in_both_themes(looks: Theme, show: Any, name: str) -> None:
    part = show(PARTS[name](looks))
    assert len(_colours(part.grab().toImage())) > 1


@pytest.mark.parametrize("name", PARTS)
def test_whatever_one_can_press_has_a_name_and_one_of_a_group_is_reached_by_tab(
    looks: Theme, show: Any, name: str
) -> None:
    part = show(PARTS[name](looks))
    ours = [each for each in _with_children(part, QAbstractButton) if type(each).__module__.startswith("ui.")]
    assert all(button.accessibleName() for button in ours)
    assert not ours or any(button.focusPolicy() == Qt.FocusPolicy.StrongFocus for button in ours)


@pytest.mark.parametrize("name", PARTS)
def test_words_are_plain_text_whatever_they_hold(looks: Theme, show: Any, name: str) -> None:
    part = show(PARTS[name](looks))
    ours = [each for each in _with_children(part, QLabel) if type(each).__module__.startswith("ui.")]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in ours)
