"""The pages of the window, by the name of their place."""

from __future__ import annotations

from ui.context import Context
from ui.pages.page import Page
from ui.places import Place


def make_page(context: Context, place: Place) -> Page:
    """Return the page of a place."""
    return _kind(place.page)(context, place)


def _kind(name: str) -> type[Page]:
    """Return the kind of page; its code loads when it is first asked for."""
    match name:
        case "dialogues":
            from ui.pages.dialogues import DialoguesPage

            return DialoguesPage
        case "dialogue":
            from ui.pages.dialogue.frame import DialoguePage

            return DialoguePage
        case "calendar":
            from ui.pages.calendar import CalendarPage

            return CalendarPage
        case "partners":
            from ui.pages.partners import PartnersPage

            return PartnersPage
        case "partner":
            from ui.pages.partner import PartnerPage

            return PartnerPage
        case "suppliers":
            from ui.pages.suppliers import SuppliersPage

            return SuppliersPage
        case "supplier":
            from ui.pages.supplier import SupplierPage

            return SupplierPage
        case "library":
            from ui.pages.library import LibraryPage

            return LibraryPage
        case "settings":
            from ui.pages.settings import SettingsPage

            return SettingsPage
    from ui.pages.today import TodayPage

    return TodayPage
