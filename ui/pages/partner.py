"""A partner: who it is, how far it is trusted, what was agreed and promised (RQ-030, RQ-040 to RQ-043)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.workspace import partners
from fieldkit.workspace.choices import label
from ui.context import Context
from ui.editor import Editor
from ui.pages import partner_agreement, partner_promise
from ui.pages.page import Page
from ui.pages.partner_legitimacy import LegitimacyFold
from ui.pages.partner_lists import FoldsCard
from ui.pages.partner_who import TrustFold, WhoFold
from ui.parts.buttons import Button, ButtonKind, RowButton
from ui.parts.card import Card
from ui.parts.labels import Label
from ui.parts.scroll import Scroll
from ui.places import Place
from ui.tokens import S4, S12, S16, S24

WIDEST = 1100
TWO_COLUMNS = 860  # px of the page from which two columns have room


class PartnerPage(Page):
    """One partner. Everything typed is kept at once."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        record = context.workspace.editing.find(Partner, place.code)
        assert record is not None  # the desk shows no partner that is gone
        self._editor = Editor(context, record, self)
        whole.addLayout(self._head())
        whole.addWidget(Scroll(self.theme, self._sheet(self._editor)), 1)
        self._editor.edited.connect(lambda _path: self._show())
        self.refresh()
        if not record.languages:
            self._who.open()  # a new partner: there is something to fill in

    def begin(self) -> None:
        """Begin with the name, where it is open."""
        if self._who.is_open:
            self.go_to_field("name")
        else:
            self._who.setFocus()

    def refresh(self) -> bool:
        """Show what the records say now."""
        if not self._editor.reload():
            return False
        editing, code = self.context.workspace.editing, self.place.code
        self._agreements.show_records([each for each in editing.all(Agreement) if each.partner_code == code])
        self._promises.show_records([each for each in editing.all(Promise) if each.partner_code == code])
        self._show()
        return True

    def go_to_field(self, key: str) -> None:
        """Put the cursor in a field, also of an agreement (`agreement/AG-01/months`) or a promise."""
        if key.startswith("agreement/") and self._agreements.go_to(key):
            return
        if key.startswith("promise/") and self._promises.go_to(key):
            return
        if key.startswith("agreements"):
            self._add_agreement.setFocus()
        elif not self._legitimacy.go_to(key):
            super().go_to_field(key)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the cards below each other where two columns have no room."""
        super().resizeEvent(event)
        wide = self.width() >= TWO_COLUMNS
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _head(self) -> QHBoxLayout:
        say = self.words.say
        back = self._button(say("Partners"), "link", "arrow-left", self._way(Place("partners")))
        self._title = Label(self.theme, role="page_title")
        self._second = Label(self.theme, role="second", ink="muted")
        way = QHBoxLayout()
        way.addWidget(back)
        way.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(S4)
        left.addLayout(way)
        left.addWidget(self._title)
        left.addWidget(self._second)
        head = QHBoxLayout()
        head.setContentsMargins(S24, S16, S24, S4)
        head.setSpacing(S12)
        head.addLayout(left, 1)
        gone = self._button(say("Delete the partner"), "quiet", "trash", self._delete)
        more, promise = say("Add an agreement"), say("Add a promise")
        self._add_agreement = self._button(more, "primary", "plus", self._make_agreement)
        self._add_promise = self._button(promise, "primary", "plus", self._make_promise)
        for button in (gone, self._add_agreement, self._add_promise):
            head.addWidget(button)
        return head

    def _sheet(self, editor: Editor) -> QWidget:
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(S16)
        for cards in (self._about(editor), self._agreed()):
            self._columns.addWidget(_column(cards), 1)
        sheet = QWidget()
        whole = QHBoxLayout(sheet)
        whole.setContentsMargins(S24, S12, S24, S24)
        whole.setSpacing(0)
        whole.addWidget(inside, WIDEST)  # all there is, up to the widest; what is left stays empty
        whole.addStretch(1)
        return sheet

    def _about(self, editor: Editor) -> list[Card]:
        card = Card(self.theme)
        self._who = WhoFold(self.context, editor)
        self._trust = TrustFold(self.context, editor)
        self._legitimacy = LegitimacyFold(self.context, editor)
        for fold in (self._who, self._trust, self._legitimacy):
            card.add(fold)
        dialogues = self._dialogues(editor.record.code)
        return [card] if dialogues is None else [card, dialogues]

    def _agreed(self) -> list[Card]:
        say = self.words.say
        self._agreements = FoldsCard(
            self.context,
            say("Agreements"),
            say("None yet. Trust needs time: agree for at least two years."),
            say("Add an agreement"),
            self._make_agreement,
            self.refresh,
        )
        self._promises = FoldsCard(
            self.context, say("Promises"),
            say("None yet. What was promised in a talk is soon forgotten: note it here."),
            say("Add a promise"), self._make_promise, self.refresh,
        )  # fmt: skip
        return [self._agreements, self._promises]

    def _dialogues(self, code: str) -> Card | None:
        every = self.context.workspace.editing.all(Dialogue)
        about = [each for each in every if code in partners.in_dialogue(each)]
        if not about:
            return None
        card = Card(self.theme)
        card.add_header(self.words.say("Takes part in"))
        for dialogue in about:
            row = RowButton(self.theme, dialogue.title or dialogue.code, dialogue.code, icon="chats-circle")
            row.clicked.connect(self._way(Place("dialogue", dialogue.code, "partners")))
            card.add(row)
        return card

    def _button(self, text: str, kind: ButtonKind, icon: str, act: Callable[[], None]) -> Button:
        button = Button(self.theme, text, kind=kind, icon=icon)
        button.clicked.connect(act)
        return button

    def _way(self, place: Place) -> Callable[[], None]:
        return lambda: self.context.go(place)

    def _show(self) -> None:
        """Show what follows from the fields. The next thing is an agreement, then what was promised."""
        partner: Partner = self._editor.record
        self._title.setText(partner.name or partner.code)
        self._second.setText(f"{partner.code} · {label('PartnerType', partner.type, self.words)}")
        for fold in (self._who, self._trust, self._legitimacy):
            fold.show_state()
        agreed = bool(self._agreements.folds)
        self._add_agreement.setVisible(not agreed)
        self._agreements.add_button.setVisible(agreed)
        self._add_promise.setVisible(agreed)
        self._promises.add_button.setVisible(not agreed)

    def _make_agreement(self) -> None:
        self.leave()
        code = partner_agreement.add(self.context, self.place.code)
        if code and self.refresh():
            self._agreements.folds[code].go_to("start")

    def _make_promise(self) -> None:
        self.leave()
        code = partner_promise.add(self.context, self.place.code)
        if code and self.refresh():
            self._promises.folds[code].go_to("text")

    def _delete(self) -> None:
        self.leave()
        if self.context.remove(self._editor.record, self.words.say("The partner is deleted.")):
            self.context.go(Place("partners"))


def _column(cards: list[Card]) -> QWidget:
    """Return cards below each other, as wide as there is room: half of the page, whatever stands in them."""
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S16)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return holder
