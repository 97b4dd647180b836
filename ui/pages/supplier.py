"""A supplier with its sites, their workforce, and its labour providers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.supply import LabourProvider, Site, Supplier
from fieldkit.workspace.editing import Change
from ui.context import Context
from ui.editor import Editor
from ui.pages.page import Page
from ui.pages.supplier_about import NameFold, RelationFold
from ui.pages.supplier_drafts import follow
from ui.pages.supplier_provider import ProviderFold
from ui.pages.supplier_site import SiteFold
from ui.parts.buttons import Button, ButtonKind, RowButton
from ui.parts.card import Card
from ui.parts.fold import Fold
from ui.parts.labels import Label
from ui.parts.scroll import Scroll
from ui.places import Place
from ui.tokens import S4, S12, S16, S24

WIDEST = 1100


class SupplierPage(Page):
    """One supplier. Everything typed is kept at once."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        supplier = context.workspace.editing.find(Supplier, place.code)
        assert supplier is not None  # the desk shows no supplier that is gone
        self._folds: dict[str, Fold] = {}
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(self._head())
        self._build(supplier)
        if len(supplier.sites) == 1:
            self._folds[_site_key(supplier.sites[0])].open()

    def begin(self) -> None:
        """Begin with the name."""
        self._folds["name"].setFocus()

    def refresh(self) -> bool:
        """Show what the record says now; a site that went or came makes the page anew."""
        found = self.context.workspace.editing.find(Supplier, self.place.code)
        if found is None:
            return False
        before = self._supplier
        follow(self.context.workspace.editing, before, found)
        if _shape(before) != _shape(found):
            self._rebuild(found)
        else:
            self._editor.reload()
        self._show()
        return True

    def go_to_field(self, key: str) -> None:
        """Put the cursor in a field or in a cell of a workforce."""
        for fold in self._folds.values():
            if isinstance(fold, SiteFold | ProviderFold) and fold.go_to(key):
                return
        site = key.removeprefix("sites.") if key.startswith("sites.") else ""
        if site:
            codes = [each.code for each in self._supplier.sites]
            key = f"sites[{codes.index(site)}].name" if site in codes else ""
        super().go_to_field(key)

    def _head(self) -> QHBoxLayout:
        say = self.words.say
        back = self._button(say("Suppliers"), "link", "arrow-left", self._way(Place("suppliers")))
        self._title = Label(self.theme, role="page_title")
        self._second = Label(self.theme, role="second", ink="muted")
        self._gone = self._button(say("Delete the supplier"), "quiet", "trash", self._delete)
        self._add = self._button(say("Add a site"), "primary", "plus", self._add_site)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._second)
        way = QHBoxLayout()
        way.addWidget(back)
        way.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(S4)
        left.addLayout(way)
        left.addLayout(names)
        head = QHBoxLayout()
        head.setContentsMargins(S24, S16, S24, S4)
        head.setSpacing(S12)
        head.addLayout(left, 1)
        head.addWidget(self._gone)
        head.addWidget(self._add)
        return head

    def _button(self, text: str, kind: ButtonKind, icon: str, act: Callable[[], None]) -> Button:
        button = Button(self.theme, text, kind=kind, icon=icon)
        button.clicked.connect(act)
        return button

    def _build(self, supplier: Supplier) -> None:
        """Make everything below the head."""
        self._editor = Editor(self.context, supplier, self)
        self._editor.edited.connect(lambda _path: self._show())
        self._scroll = Scroll(self.theme, self._sheet(self._editor))
        self._whole.addWidget(self._scroll, 1)
        self._show()

    def _rebuild(self, supplier: Supplier) -> None:
        """Make everything below the head anew, keeping open what was open."""
        opened = {key for key, fold in self._folds.items() if fold.is_open}
        self._whole.removeWidget(self._scroll)
        self._scroll.hide()
        self._scroll.setParent(None)
        self._scroll.deleteLater()
        self._editor.setParent(None)  # at once: `refresh` and `leave` look for the editors of the page
        self._editor.deleteLater()
        self._folds = {}
        self._build(supplier)
        for key in opened & self._folds.keys():
            self._folds[key].open()

    def _sheet(self, editor: Editor) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(S24, S12, S24, S24)
        column.setSpacing(S16)
        for card in (
            self._about(editor),
            self._sites(editor),
            self._providers(editor),
            self._dialogues(editor),
        ):
            if card is not None:
                card.setMaximumWidth(WIDEST)
                column.addWidget(card)
        column.addStretch(1)
        return sheet

    def _about(self, editor: Editor) -> Card:
        card = Card(self.theme)
        self._folds["name"] = NameFold(self.context, editor)
        self._folds["relation"] = RelationFold(self.context, editor)
        card.add(self._folds["name"])
        card.add(self._folds["relation"])
        return card

    def _sites(self, editor: Editor) -> Card:
        card = Card(self.theme)
        card.add_header(self.words.say("Sites"))
        for at, site in enumerate(editor.record.sites):
            fold = SiteFold(self.context, editor, at, partial(self._remove_site, site.code))
            self._folds[_site_key(site)] = fold
            card.add(fold)
        if not editor.record.sites:
            line = self.words.say("No site yet. A site is a place where goods are made, homes included.")
            card.add(Label(self.theme, line, role="second", ink="muted"))
        return card

    def _providers(self, editor: Editor) -> Card:
        say = self.words.say
        add = self._button(say("Add a labour provider"), "secondary", "plus", self._add_provider)
        card = Card(self.theme)
        card.add_header(say("Labour providers"), right=add)
        for at in range(len(editor.record.labour_providers)):
            fold = ProviderFold(self.context, editor, at, partial(self._remove_provider, at))
            self._folds[f"provider/{at}"] = fold
            card.add(fold)
        if not editor.record.labour_providers:
            line = say("None yet. Agencies and contractors count to the side of the employer.")
            card.add(Label(self.theme, line, role="second", ink="muted"))
        return card

    def _dialogues(self, editor: Editor) -> Card | None:
        code = editor.record.code
        about = [each for each in self.context.workspace.editing.all(Dialogue) if each.supplier_code == code]
        if not about:
            return None
        card = Card(self.theme)
        card.add_header(self.words.say("Dialogues about it"))
        for dialogue in about:
            row = RowButton(self.theme, dialogue.title or dialogue.code, dialogue.code, icon="chats-circle")
            row.clicked.connect(self._way(Place("dialogue", dialogue.code)))
            card.add(row)
        return card

    def _way(self, place: Place) -> Callable[[], None]:
        return lambda: self.context.go(place)

    def _show(self) -> None:
        """Show what follows from the fields."""
        supplier = self._supplier
        self._title.setText(supplier.name or supplier.code)
        self._second.setText(f"{supplier.code} · {self.words.country(supplier.country)}")
        for fold in self._folds.values():
            if isinstance(fold, NameFold | RelationFold | SiteFold | ProviderFold):
                fold.show_state()

    def _add_site(self) -> None:
        site = Site(code=self.context.workspace.editing.new_site_code())
        if self._put(lambda supplier: replace(supplier, sites=(*supplier.sites, site))):
            self.go_to_field(f"sites.{site.code}")

    def _add_provider(self) -> None:
        new = LabourProvider(name="")
        if self._put(lambda supplier: replace(supplier, labour_providers=(*supplier.labour_providers, new))):
            at = sum(key.startswith("provider/") for key in self._folds) - 1
            self._folds[f"provider/{at}"].open()
            self.go_to_field(f"labour_providers[{at}].name")

    def _remove_provider(self, at: int) -> None:
        def without(supplier: Supplier) -> Supplier:
            every = supplier.labour_providers
            return replace(supplier, labour_providers=(*every[:at], *every[at + 1 :]))

        if self._put(without):
            self._say_gone(self.words.say("The labour provider is deleted."))

    def _remove_site(self, code: str) -> None:
        self.leave()
        if self._do(lambda: self.context.workspace.editing.remove_site(self._supplier, code)):
            self._say_gone(self.words.say("The site is deleted."))

    def _delete(self) -> None:
        self.leave()
        if self.context.remove(self._supplier, self.words.say("The supplier is deleted.")):
            self.context.go(Place("suppliers"))

    @property
    def _supplier(self) -> Supplier:
        record: Supplier = self._editor.record
        return record

    def _put(self, change: Callable[[Supplier], Supplier]) -> bool:
        """Save the supplier after a change of its lists, as one step."""
        self.leave()
        return self._do(lambda: self.context.workspace.editing.keep(change(self._supplier)))

    def _do(self, step: Callable[[], Change]) -> bool:
        return self.context.do(step) and self.refresh()

    def _say_gone(self, done: str) -> None:
        self.context.messages.say(done, self.words.say("Undo"), self.context.undo.undo)


def _site_key(site: Site) -> str:
    return f"site/{site.code}"


def _shape(supplier: Supplier) -> tuple[tuple[str, ...], int]:
    """Return what decides which folds there are."""
    return tuple(site.code for site in supplier.sites), len(supplier.labour_providers)
