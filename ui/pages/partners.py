"""The list of partners."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu

from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.workspace import partners
from fieldkit.workspace.choices import label
from fieldkit.workspace.partners import PartnerRow
from ui.context import Context
from ui.dialogs.new_partner import NewPartner
from ui.pages.list_page import ListPage, ListWords
from ui.pages.partners_columns import SPARED, columns
from ui.places import Place
from ui.tokens import S24

NAME_WIDTH = 150  # px in which most names can be read


class PartnersPage(ListPage[PartnerRow]):
    """All partners, and the way to a new one."""

    def __init__(self, context: Context, place: Place) -> None:
        say = context.words.say
        texts = ListWords(
            title=say("Partners"),
            search=say("Search name, code, language"),
            filter=say("Kind"),
            everything=say("All kinds"),
            new=say("New partner"),
            none=say("No partner yet"),
            none_yet=say(
                "A union, an NGO or a local network that workers trust: through them people can be heard."
            ),
        )
        super().__init__(context, place, columns(context.words), lambda row: row.partner.code, texts)

    def read_rows(self) -> list[PartnerRow]:
        """Return every partner with its agreement and its open promises."""
        editing = self.context.workspace.editing
        return partners.rows(
            editing.all(Partner), editing.all(Agreement), editing.all(Promise), self.context.workspace.today
        )

    def filter_of(self, row: PartnerRow) -> tuple[str, str]:
        """Partners are filtered by the kind of organisation."""
        return row.partner.type, label("PartnerType", row.partner.type, self.words)

    def count_in_words(self, shown: int, every: int) -> str:
        """Say how many of all are shown."""
        return self.words.say("{shown} of {every} partners", shown=shown, every=every)

    def open_row(self, row: PartnerRow) -> None:
        """Go to the page of a partner."""
        self.go_to_new(row.partner.code)

    def go_to_new(self, code: str) -> None:
        """Go to the page of a partner by its code."""
        self.context.go(Place("partner", code))

    def new_dialog(self) -> NewPartner:
        """Return the dialog that asks for a new partner."""
        return NewPartner(self, self.context)

    def fill_menu(self, menu: QMenu, row: PartnerRow) -> None:
        """Offer what can be done with a partner."""
        menu.addAction(self.words.say("Open the partner"), lambda: self.open_row(row))

    def delete_row(self, row: PartnerRow) -> bool:
        """Delete a partner."""
        return self.context.remove(row.partner, self.words.say("The partner is deleted."))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a small window the columns one knows from the page itself make room."""
        super().resizeEvent(event)
        self._make_room()

    def _show_rows(self) -> None:
        super()._show_rows()
        self._make_room()

    def _make_room(self) -> None:
        """Leave out what one can do without until names can be read."""
        head = self._table.horizontalHeader()
        wide = [
            max(self._table.sizeHintForColumn(at), head.sectionSizeHint(at)) for at in range(head.count())
        ]
        needed = NAME_WIDTH + sum(wide[1:])
        for column in SPARED:
            spared = needed > self.width() - 2 * S24
            self._table.setColumnHidden(column, spared)
            needed -= wide[column] if spared else 0
