"""Partners of a dialogue: who takes part, what is agreed and what is promised (RQ-040 to RQ-043)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.workspace import library, partners
from ui.context import Context
from ui.dialogs.add_partner import AddPartner
from ui.pages import partner_promise
from ui.pages.dialogue.partner_card import PartnerCard
from ui.pages.page import Page
from ui.pages.partner_lists import FoldsCard
from ui.parts.buttons import Button, ButtonKind
from ui.parts.empty import EmptyState
from ui.parts.labels import Label
from ui.parts.scroll import Scroll
from ui.places import Place
from ui.tokens import S12, S16, S24

HELPER_CARD = "whom_to_work_with"

Shape = tuple[object, ...]


class PartnersStep(Page):
    """The partners through whom workers are heard, a card each."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._cards: dict[str, PartnerCard] = {}
        self._others: FoldsCard | None = None
        self._shape: Shape = ()
        self._body: QWidget | None = None
        self._first: Button | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self.refresh()

    def begin(self) -> None:
        """Begin with a first partner, or with another one."""
        if self._first is not None:
            self._first.setFocus()

    def refresh(self) -> bool:
        """Show what the records say now; in place where the same records are there."""
        dialogue = self._dialogue()
        if dialogue is None:
            return False
        shape = self._read_shape(dialogue)
        if shape != self._shape or self._body is None:
            self._shape = shape
            self._build(dialogue)
        for card in self._cards.values():
            for fold in card.folds.values():
                fold.reload()
        if self._others is not None:
            self._others.show_records(self._without_partner())
        return True

    def go_to_field(self, key: str) -> None:
        """Go where a *Fix* link points: into the agreement with the partner who leads, or to a promise."""
        dialogue = self._dialogue()
        code = partners.lead(dialogue) if dialogue else None
        kind, _, field = key.partition(".")
        if kind == "agreements" and code in self._cards:
            self._cards[code].go_to_agreement(field)
        elif not self._go_to_record(key.partition("/")[2]):
            self.begin()

    def _go_to_record(self, key: str) -> bool:
        """Put the cursor in a record (`AG-01`) or its field (`AG-01/months`); returns whether it is here."""
        if self._others is not None and self._others.go_to(f"promise/{key}"):
            return True
        code, _, field = key.partition("/")
        return any(card.go_to(code, field) for card in self._cards.values())

    def _dialogue(self) -> Dialogue | None:
        return self.context.workspace.editing.find(Dialogue, self.place.code)

    def _read_shape(self, dialogue: Dialogue) -> Shape:
        """Return what decides which cards and folds there are."""
        editing = self.context.workspace.editing
        there = partners.in_dialogue(dialogue)
        known = tuple(editing.find(Partner, code) for code in there)
        agreed = tuple(each.code for each in editing.all(Agreement) if each.partner_code in there)
        open_ones = tuple(each.code for each in self._open_promises())
        return partners.lead(dialogue), known, agreed, open_ones, bool(self._without_partner())

    def _promises(self) -> list[Promise]:
        every = self.context.workspace.editing.all(Promise)
        return [each for each in every if each.dialogue_code == self.place.code]

    def _open_promises(self) -> list[Promise]:
        return [each for each in self._promises() if each.kept == "open"]

    def _without_partner(self) -> list[Promise]:
        """Return the promises of this dialogue that stand under no partner of it."""
        dialogue = self._dialogue()
        there = partners.in_dialogue(dialogue) if dialogue else ()
        return [each for each in self._promises() if each.partner_code not in there]

    def _build(self, dialogue: Dialogue) -> None:
        opened = {code for card in self._cards.values() for code, fold in card.folds.items() if fold.is_open}
        before, self._cards, self._others = self._body, {}, None
        known = [
            self.context.workspace.editing.find(Partner, code) for code in partners.in_dialogue(dialogue)
        ]
        there = [each for each in known if each is not None]
        self._body = self._filled(dialogue, there) if there or self._without_partner() else self._empty()
        self._whole.addWidget(self._body)
        if before is not None:
            self._whole.removeWidget(before)
            before.hide()
            before.setParent(None)
            before.deleteLater()
        for card in self._cards.values():
            for code in opened & card.folds.keys():
                card.folds[code].open()

    def _filled(self, dialogue: Dialogue, there: list[Partner]) -> QWidget:
        say = self.words.say
        self._first = self._button(say("Add a partner"), "plain", "plus", self._ask_partner)
        head = QHBoxLayout()
        head.setSpacing(S12)
        head.addWidget(Label(self.theme, say("Through whom workers are heard"), role="section"), 1)
        head.addWidget(self._first)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(S24, S16, S24, S24)
        column.setSpacing(S12)
        column.addLayout(head)
        for partner in there:
            column.addWidget(self._card(dialogue, partner))
        if self._without_partner():
            column.addWidget(self._other_promises())
        column.addStretch(1)
        return Scroll(self.theme, sheet)

    def _card(self, dialogue: Dialogue, partner: Partner) -> PartnerCard:
        card = PartnerCard(self.context, dialogue, partner)
        card.changed.connect(self._changed)
        card.taken_out.connect(lambda: self._take_out(partner))
        self._cards[partner.code] = card
        return card

    def _other_promises(self) -> FoldsCard:
        say = self.words.say
        self._others = FoldsCard(
            self.context, say("Other promises of this dialogue"), "", say("Add a promise"),
            self._make_promise, lambda: self._changed(""),
        )  # fmt: skip
        return self._others

    def _empty(self) -> QWidget:
        say = self.words.say
        # The primary button of this page is the next thing, in its head.
        self._first = self._button(say("Add a partner"), "plain", "plus", self._ask_partner)
        read: Button | None = None
        if any(page.id == HELPER_CARD for page in library.pages(self.words)):
            there = Place("library", part=HELPER_CARD)
            read = self._button(
                say("Read: whom to work with"), "quiet", "book-open", lambda: self.context.go(there)
            )
        return EmptyState(
            self.theme,
            say("Nobody takes part yet"),
            say("Look for who is near these workers and trusted by them: a union, an NGO, a local network."),
            self._first,
            read,
        )

    def _button(self, text: str, kind: ButtonKind, icon: str, act: Callable[[], None]) -> Button:
        button = Button(self.theme, text, kind=kind, icon=icon)
        button.clicked.connect(act)
        return button

    def _changed(self, code: str) -> None:
        """Show what came or went, and go to what is new."""
        self.leave()
        self.refresh()
        if code:
            self._go_to_record(code)

    def _ask_partner(self) -> None:
        dialogue = self._dialogue()
        if dialogue is None:
            return
        dialog = AddPartner(self, self.context, dialogue)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def _make_promise(self) -> None:
        self._changed(partner_promise.add(self.context, None, self.place.code))

    def _take_out(self, partner: Partner) -> None:
        self.leave()
        dialogue = self._dialogue()
        if dialogue is None or not self.context.keep(partners.taken_out(dialogue, partner.code)):
            return
        say, name = self.words.say, partner.name or partner.code
        done = say("{partner} takes part no longer.", partner=name)
        if any(use.partner_code == partner.code for use in dialogue.method_uses):
            done = say(
                "{partner} takes part no longer. A method went through it: choose another there.",
                partner=name,
            )
        self.refresh()
        self.context.messages.say(done, say("Undo"), self.context.undo.undo)
