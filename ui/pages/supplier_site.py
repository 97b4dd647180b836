"""One site of a supplier: where it is, what it is, and who works there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.model.supply import Site
from fieldkit.workspace.choices import label, options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, LineField, ListField, NumberField
from ui.pages.supplier_form import Columns
from ui.pages.supplier_workforce import Workforce
from ui.parts.buttons import Button
from ui.parts.fold import Fold
from ui.tokens import S16, S24


class SiteFold(Fold):
    """A site; `remove` is called when somebody wants it gone."""

    def __init__(self, context: Context, editor: Editor, at: int, remove: Callable[[], None]) -> None:
        super().__init__(context.theme, "")
        self._context = context
        self._editor = editor
        self._at = at
        self._remove = remove
        self._workforce: Workforce | None = None
        self.set_maker(self._made)
        self.show_state()

    @property
    def site(self) -> Site:
        """The site as it is kept."""
        site: Site = self._editor.record.sites[self._at]
        return site

    def show_state(self) -> None:
        """Show what the site is called, and sum up what is known."""
        words, site = self._context.words, self.site
        parts = [
            site.code if site.name else "",
            label("Tier", site.tier, words) if site.tier != "unknown" else "",
            label("Formality", site.formality, words) if site.formality != "unknown" else "",
            self._people(),
        ]
        self.set_title(site.name or site.code)
        self.set_summary(" · ".join(filter(None, parts)))

    def go_to(self, key: str) -> bool:
        """Put the cursor in a field of this site, named by its path; returns whether it is here."""
        if not key.startswith((f"sites[{self._at}]", f"sites.{self.site.code}")):
            return False
        self.open()
        return self._workforce is not None and self._workforce.go_to(key)

    def _people(self) -> str:
        words, band = self._context.words, self.site.workforce_total_band
        if band == "unknown":
            return ""
        return words.say("workers: {band}", band=label("WorkforceBand", band, words))

    def _path(self, field: str) -> tuple[str | int, ...]:
        return ("sites", self._at, field)

    def _made(self) -> QWidget:
        self._workforce = Workforce(self._context, self._editor, self._at)
        gone = Button(
            self._context.theme, self._context.words.say("Delete this site"), kind="quiet", icon="trash"
        )
        gone.clicked.connect(self._remove)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S24)
        column.addWidget(Columns(self._where(), self._what()))
        column.addWidget(self._workforce)
        column.addWidget(gone, 0, Qt.AlignmentFlag.AlignRight)
        column.addSpacing(S16 - S24)
        return body

    def _where(self) -> list[QWidget]:
        say, context, editor = self._context.words.say, self._context, self._editor
        return [
            LineField(context, editor, self._path("name"), say("Name of the site")),
            LineField(context, editor, self._path("address"), say("Address")),
            ListField(
                context, editor, self._path("aliases"), say("Other names"),
                say("One a line: villages, nicknames, spellings. None of them ever reaches a supplier brief"),
                lines=3,
            ),
            LineField(
                context, editor, self._path("region_label"), say("Region"),
                say("Printed only where at least five sites of this product lie in it. Never a village"),
            ),
        ]  # fmt: skip

    def _what(self) -> list[QWidget]:
        words, context, editor = self._context.words, self._context, self._editor
        say = words.say
        return [
            ChoiceField(context, editor, self._path("tier"), say("Tier"), options("Tier", words)),
            ChoiceField(
                context, editor, self._path("formality"), say("Formality"), options("Formality", words),
                say("Informal: people work without contracts"),
            ),
            ChoiceField(
                context, editor, self._path("workforce_total_band"), say("Workers in total"),
                options("WorkforceBand", words),
            ),
            NumberField(
                context, editor, self._path("known_sites_in_region"), say("Known sites in the region"),
                say("Of this product, this one included"), label_at="above",
            ),
        ]  # fmt: skip
