"""Planning the session of the first scenario by hand, from *New session* to *Confirm*, every entry counted.

The scenario (`06`, SC1): two groups, two interpreters down to the dialect, five listeners and one who is not
admitted, jeeps, lunch, childcare, pay in sealed envelopes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fieldkit.model.session import Session
from fieldkit.model.supply import GroupClass
from fieldkit.workspace import Workspace
from tests.ui.at_the_desk import in_front, settle
from tests.ui.on_board import foot_button, step
from ui.desk import Desk
from ui.fields import Field
from ui.pages.dialogue.board.asked_item import AskedItem
from ui.pages.dialogue.board.classes import ClassesField
from ui.pages.dialogue.board.section import BoardFold
from ui.parts.pressable import Pressable
from ui.places import Place

MOST_ENTRIES = 200
"""What planning it may take beyond the letters typed: fields entered, answers and buttons pressed."""

CODE = "CC-2026-05"
DeskOf = Callable[..., Desk]


class Hand:
    """Somebody at the board with a mouse and a keyboard, who counts."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.entries = 0

    @property
    def session(self) -> Session:
        found = self.desk.context.workspace.editing.find(Session, CODE)
        assert found is not None
        return found

    def press(self, name: str) -> None:
        """Press a button by its words; what the head of the page calls *next* may have the same ones."""
        shown = [each for each in self.desk.findChildren(QAbstractButton) if each.isVisible()]
        called = [each for each in shown if name in (each.accessibleName(), each.text())]
        on_board = [each for each in called if step(self.desk).isAncestorOf(each)]
        [button] = on_board or called
        self.click(button)

    def open(self, section: str) -> None:
        """Open a section by its header, where it is folded."""
        [fold] = [each for each in self.desk.findChildren(BoardFold) if each.section_id == section]
        if not fold.is_open:
            self.click(fold.findChildren(Pressable)[0])

    def enter(self, path: str, text: str) -> None:
        """Click into a field and type."""
        line = self._field(path).focusProxy()
        assert line is not None
        self.click(line)
        if isinstance(line, QLineEdit):
            line.selectAll()
        QTest.keyClicks(line, text)

    def choose(self, path: str, *values: str) -> None:
        """Give an answer: one click among those side by side, two in a list."""
        for value in values:
            field = self._field(path)
            answers = [
                each for each in field.findChildren(QRadioButton) if getattr(each, "value", "") == value
            ]
            if answers:
                self.click(answers[0])
            else:
                self._pick(field.findChildren(QComboBox)[0], value)

    def classes(self, path: str, *kinds: GroupClass) -> None:
        """Say which workers a group is made of."""
        field = self._field(path)
        assert isinstance(field, ClassesField)
        for at, kind in enumerate(kinds):
            self._pick(field.lists[at], kind)

    def say_yes(self, items: Sequence[str]) -> None:
        """Answer items of the checklist."""
        for item in items:
            [asked] = [each for each in self.desk.findChildren(AskedItem) if each.item.id == item]
            [yes] = [each for each in asked.findChildren(QRadioButton) if getattr(each, "value", "") == "yes"]
            self.click(yes)

    def _pick(self, combo: QComboBox, value: object) -> None:
        """Open a list with a click, and choose; it takes no second click at once, so the choice is by key."""
        self.click(combo)
        view = combo.view()
        view.setCurrentIndex(combo.model().index(combo.findData(value), 0))
        QTest.keyClick(view, Qt.Key.Key_Return)
        self.entries += 1
        settle()

    def _field(self, path: str) -> Field:
        shown = [
            each for each in step(self.desk).findChildren(Field) if each.key == path and each.isVisible()
        ]
        assert len(shown) == 1, path
        return shown[0]

    def click(self, widget: QWidget) -> None:
        """Bring something into view, and click it."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        QApplication.processEvents()
        place = QPoint(min(20, widget.width() // 2), widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
        self.entries += 1
        settle()


def when_and_where(hand: Hand) -> None:
    hand.open("when_where")
    hand.enter("date", "2026-05-02")
    hand.enter("start", "10")
    hand.enter("end", "13")
    hand.choose("venue.type", "community_hall")
    hand.choose("venue.distance_from_workplace_km", "5-20")
    hand.choose("venue.visible_from_employer", "no")
    hand.choose("venue.private", "yes")
    hand.enter("venue.exits", "2")
    hand.choose("venue.womens_toilet", "yes")
    hand.choose("venue.accessible", "yes")
    hand.choose("venue.cover_reason_agreed", "yes")
    hand.enter("stop_signal", "Is the tea ready?")
    hand.enter("abort_plan", "A savings group. Pause, notes away, children first, out by the second exit.")
    hand.enter("risk_reviewed_on", "2026-04-20")
    hand.enter("reviewer_role", "partner organisation")


def who_is_heard(hand: Hand) -> None:
    hand.open("who")
    hand.choose("selection.by_whom", "partner")
    hand.choose("selection.voluntary_confirmed", "yes")
    for at, (sex, contract, heads, band) in enumerate(
        (("women", "home_based", "14", "50+"), ("men", "none", "12", "20-49"))
    ):
        hand.press("Add a group")
        group = f"groups[{at}]"
        hand.classes(
            f"{group}.class_set",
            GroupClass(dimension="sex_gender", class_=sex),
            GroupClass(dimension="contract", class_=contract),
        )
        hand.enter(f"{group}.headcount_planned", heads)
        hand.enter(f"{group}.languages", "Hadoti")
        hand.choose(f"{group}.population_at_site_band", band)
    for at, (role, gender) in enumerate(
        (("leads the talk with G2", "man"), ("leads the talk with G1", "woman"))
    ):
        hand.press("Add a facilitator")
        hand.enter(f"facilitators[{at}].role", role)
        hand.choose(f"facilitators[{at}].conflict_of_interest", "no")
        hand.choose(f"facilitators[{at}].gender", gender)
        hand.choose(f"facilitators[{at}].trained", "yes")


def listeners(hand: Hand) -> None:
    hand.open("listeners")
    kinds = ("company", "company", "initiative", "ngo", "government", "buyer_group")
    influence = ("decides", "decides", "advises", "advises", "observes", "observes")
    for at, kind in enumerate(kinds):
        hand.press("Add a listener")
        if hand.session.listeners[at].org_type != kind:
            hand.choose(f"listeners[{at}].org_type", kind)
        if hand.session.listeners[at].influence != influence[at]:
            hand.choose(f"listeners[{at}].influence", influence[at])
        if not at:
            hand.enter("listeners[0].languages", "English")
        if kind == "buyer_group":  # one with a yard agent among relatives
            hand.choose(f"listeners[{at}].no_supplier_tie", "no")
            hand.choose(f"listeners[{at}].rejected", "yes")
            continue
        hand.choose(f"listeners[{at}].no_supplier_tie", "yes")
        hand.choose(f"listeners[{at}].accepted_by_workers", "yes")
        hand.choose(f"listeners[{at}].confidentiality_signed", "yes")


def languages(hand: Hand) -> None:
    """Two interpreters; each time the first gap of the chain is offered, and here met halfway in Hindi."""
    hand.open("languages")
    for at, (from_, to) in enumerate((("Hadoti", "Hindi"), ("Hindi", "English"))):
        hand.press("Add an interpreter")
        interpreter, hop = hand.session.interpreters[at], hand.session.hops[at]
        for path, typed, held in (
            (f"interpreters[{at}].from_lang", from_, interpreter.from_lang),
            (f"interpreters[{at}].to_lang", to, interpreter.to_lang),
            (f"hops[{at}].from", from_, hop.from_),
            (f"hops[{at}].to", to, hop.to),
        ):
            if held != typed:
                hand.enter(path, typed)
        hand.choose(f"interpreters[{at}].independence", "yes")
        hand.choose(f"interpreters[{at}].accepted_by_workers", "yes")
        hand.choose(f"interpreters[{at}].confidentiality_signed", "yes")
        hand.choose(f"interpreters[{at}].own_risk_discussed", "yes")


def ways_and_meal(hand: Hand) -> None:
    hand.open("transport")
    for at, leaves in enumerate(("8.30", "14")):
        hand.press("Add a trip")
        trip = f"trips[{at}]"
        if hand.session.trips[at].pick_up_point != "bus_stop":
            hand.choose(f"{trip}.pick_up_point", "bus_stop")
        hand.enter(f"{trip}.leaves_at", leaves)
        if not at:
            hand.enter(f"{trip}.seats", "28")
        else:
            hand.enter(f"{trip}.back_before", "16")
        hand.choose(f"{trip}.driver_screened", "yes")
        hand.enter(f"{trip}.cost", "1800")
    hand.press("Add a meal")
    hand.enter("meals[0].type", "lunch")
    hand.enter("meals[0].diet", "vegetarian")
    hand.enter("childcare.needed", "6")
    hand.choose("childcare.arranged", "yes")
    hand.choose("childcare.carer_screened", "yes")
    for at, role in enumerate(("driver", "cook", "childminder")):
        hand.press("Add somebody")
        hand.enter(f"present_persons[{at}].role", role)
        hand.choose(f"present_persons[{at}].screened", "yes")


def pay(hand: Hand) -> None:
    hand.open("compensation")
    for at, amount in enumerate(("450", "60")):
        hand.press("Add a payment")
        payment = f"compensations[{at}]"
        if not at:
            hand.enter(f"{payment}.hours", "4")
        hand.enter(f"{payment}.amount_per_person", amount)
        if hand.session.compensations[at].trace_level != "none":
            hand.choose(f"{payment}.trace_level", "none")
        hand.choose(f"{payment}.agreed_with_partner", "yes")
        hand.choose(f"{payment}.announced_before", "yes")
        hand.choose(f"{payment}.paid_even_if_leaves", "yes")


def absence(hand: Hand) -> None:
    hand.open("absence")
    hand.enter("employer_absence.confirmed_by_role", "partner organisation")
    hand.enter("employer_absence.confirmed_on", "2026-04-20")


ANSWERED = (
    "SC-02", "SC-05", "SC-06", "SC-08", "SC-09", "SC-10", "SC-12", "SC-13", "SC-14", "SC-15", "SC-16",
    "SC-22", "SC-23", "SC-25", "SC-26", "SC-27", "SC-28", "SC-29",
)  # fmt: skip


def test_the_first_scenario_is_planned_by_hand_in_at_most_two_hundred_entries(
    qtbot: QtBot, desk_of: DeskOf, sample: Workspace
) -> None:
    desk = in_front(qtbot, desk_of(sample))
    desk.go(Place("dialogue", "D-01", "sessions"))
    settle()
    hand = Hand(desk)
    hand.press("New session")
    when_and_where(hand)
    who_is_heard(hand)
    listeners(hand)
    languages(hand)
    ways_and_meal(hand)
    pay(hand)
    absence(hand)
    hand.open("checklist")
    hand.say_yes(ANSWERED)
    assert [
        (each.item, each.text) for each in sample.sessions.board(CODE, desk.context.words).readiness.holds
    ] == []
    hand.click(foot_button(desk, "Confirm session"))
    session = hand.session
    assert session.status == "confirmed"
    assert (session.expected, len(session.listeners), len(session.interpreters)) == (26, 6, 2)
    assert [str(each) for each in sample.sessions.board(CODE, desk.context.words).money_totals] == [
        "INR 13,260"
    ]
    assert hand.entries <= MOST_ENTRIES, hand.entries
