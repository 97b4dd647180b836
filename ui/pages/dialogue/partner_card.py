"""A partner that takes part in a dialogue: trust, languages, what is agreed and what is promised here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.workspace import partners
from fieldkit.workspace.choices import label
from ui.context import Context
from ui.pages import partner_agreement, partner_promise
from ui.pages.partner_lists import RecordFold, record_fold
from ui.parts.buttons import Button, ButtonKind
from ui.parts.card import Card
from ui.parts.flow import FlowLayout
from ui.parts.labels import Label, LeadLabel
from ui.parts.pill import Pill
from ui.parts.sign import Sign
from ui.places import Place
from ui.tokens import S4, S8, S12, S24


class PartnerCard(Card):
    """One partner.

    `changed` tells that an agreement or a promise came (with its code) or went (with none), `taken_out` that
    the partner is to leave.
    """

    changed = Signal(str)
    taken_out = Signal()

    def __init__(self, context: Context, dialogue: Dialogue, partner: Partner) -> None:
        super().__init__(context.theme)
        self._context = context
        self._dialogue = dialogue
        self._partner = partner
        self._agreements: dict[str, RecordFold] = {}
        self._promises: dict[str, RecordFold] = {}
        self.setAccessibleName(partner.name or partner.code)
        self.add(self._head())
        self._add_agreements()
        self._add_promises()
        self.add(self._foot())
        self._show_standing()
        context.changes.saved.connect(self._show_standing)

    @property
    def folds(self) -> dict[str, RecordFold]:
        """The agreements and promises by their codes."""
        return {**self._agreements, **self._promises}

    def go_to_agreement(self, field: str) -> None:
        """Put the cursor in the agreement that counts; on the way to a first one where there is none."""
        counting = self._counting()
        if counting is not None and counting.code in self._agreements:
            self._agreements[counting.code].go_to(field)
        else:
            self._make.setFocus()

    def go_to(self, code: str, field: str) -> bool:
        """Put the cursor in a field of an agreement or a promise; returns whether it is here."""
        if code not in self.folds:
            return False
        self.folds[code].go_to(field)
        return True

    def _head(self) -> QWidget:
        theme, say, partner = self._context.theme, self._context.words.say, self._partner
        name = partner.name or partner.code
        names = QHBoxLayout()
        names.setSpacing(S12)
        names.addWidget(Label(theme, name, role="section"))
        if partners.lead(self._dialogue) == partner.code:
            names.addWidget(
                Pill(theme, label("MethodRole", "lead", self._context.words), "teal", "thumbs-up")
            )
        names.addStretch(1)
        open_ = self._button(
            say("Open the page"), "quiet", "", lambda: self._context.go(Place("partner", partner.code))
        )
        open_.setAccessibleName(say("Open the page of {partner}", partner=name))
        leave = self._button(say("Take out"), "quiet", "", self.taken_out.emit)
        leave.setAccessibleName(say("Take {partner} out of this dialogue", partner=name))
        top = QHBoxLayout()
        top.setSpacing(S4)
        top.addLayout(names, 1)
        top.addWidget(open_)
        top.addWidget(leave)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addLayout(top)
        column.addWidget(Label(theme, self._second(), role="second", ink="muted"))
        column.addSpacing(S4)
        column.addWidget(self._trust())
        return head

    def _second(self) -> str:
        words, partner = self._context.words, self._partner
        parts = (label("PartnerType", partner.type, words), partner.code, words.listed(partner.languages))
        return " · ".join(part for part in parts if part)

    def _trust(self) -> QWidget:
        words, partner = self._context.words, self._partner
        say = words.say
        facts = [
            (say("Trust of workers"), label("WorkerTrust", partner.worker_trust, words)),
            (say("Our trust"), label("CompanyTrust", partner.company_trust, words)),
        ]
        if partners.is_asked(partner):
            facts.append((say("Legitimacy"), label("Legitimacy", partner.legitimacy_result, words)))
        holder = QWidget()
        flow = FlowLayout(holder, gap=S24, row_gap=S4)
        for name, value in facts:
            flow.addWidget(LeadLabel(self._context.theme, f"{name}:", value, start_ink="muted", ink="text"))
        return holder

    def _add_agreements(self) -> None:
        for each in _agreements(self._context, self._partner.code):
            self._add_fold(self._agreements, each)
        self._nothing = self._nothing_agreed()
        self.add(self._nothing)

    def _show_standing(self) -> None:
        """Say so where no agreement is in force: it may end, or be renewed, while one types."""
        self._nothing.setVisible(self._counting() is None)

    def _counting(self) -> Agreement | None:
        today = self._context.workspace.today
        found = partners.counting(_agreements(self._context, self._partner.code), today)
        return found if partners.standing(found, today) in ("in_force", "endless") else None

    def _nothing_agreed(self) -> QWidget:
        theme, say = self._context.theme, self._context.words.say
        self._make = self._button(say("Make an agreement"), "secondary", "plus", self._make_agreement)
        line = say("No agreement is in force: agree before workers are asked anything.")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S12)
        row.addWidget(Sign(theme, "warning-fill", "amber"))
        row.addWidget(Label(theme, line, role="second_title", ink="amber"), 1)
        row.addWidget(self._make)
        return holder

    def _add_promises(self) -> None:
        code = self._partner.code
        for each in self._context.workspace.editing.all(Promise):
            here = (each.partner_code, each.dialogue_code) == (code, self._dialogue.code)
            if here and each.kept == "open":
                self._add_fold(self._promises, each)

    def _add_fold(self, folds: dict[str, RecordFold], record: Agreement | Promise) -> None:
        folds[record.code] = record_fold(self._context, record)
        folds[record.code].removed.connect(lambda: self.changed.emit(""))
        self.add(folds[record.code])

    def _foot(self) -> QWidget:
        say = self._context.words.say
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        words = "" if self._promises else say("No promise is open in this dialogue")
        row.addWidget(Label(self._context.theme, words, role="second", ink="muted"), 1)
        row.addWidget(self._button(say("Add a promise"), "quiet", "plus", self._make_promise))
        return holder

    def _button(self, text: str, kind: ButtonKind, icon: str, act: Callable[[], None]) -> Button:
        button = Button(self._context.theme, text, kind=kind, icon=icon)
        button.clicked.connect(act)
        return button

    def _make_agreement(self) -> None:
        if code := partner_agreement.add(self._context, self._partner.code):
            self.changed.emit(code)

    def _make_promise(self) -> None:
        if code := partner_promise.add(self._context, self._partner.code, self._dialogue.code):
            self.changed.emit(code)


def _agreements(context: Context, partner_code: str) -> list[Agreement]:
    every = context.workspace.editing.all(Agreement)
    return [each for each in every if each.partner_code == partner_code]
