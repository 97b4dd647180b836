"""Dialogs that warn are read whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from fieldkit.model.dialogue import Dialogue
from fieldkit.workspace import Workspace
from tests.ui.every_page import clipped, nameless
from ui.desk import Desk
from ui.dialogs.add_partner import AddPartner
from ui.dialogs.consent_words import ConsentWordsDialog
from ui.dialogs.new_dialogue import NewDialogue
from ui.dialogs.new_partner import NewPartner
from ui.dialogs.new_supplier import NewSupplier
from ui.dialogs.paper import Around, Paper, PaperDialog
from ui.dialogs.write_out import WriteOut

MADE: dict[str, Callable[[Desk], QDialog]] = {
    "new dialogue": lambda desk: NewDialogue(desk, desk.context),
    "new partner": lambda desk: NewPartner(desk, desk.context),
    "new supplier": lambda desk: NewSupplier(desk, desk.context),
    "write out": lambda desk: WriteOut(desk, desk.context, "D-01"),
    "add a partner": lambda desk: AddPartner(desk, desk.context, _dialogue(desk)),
    "words of the consent card": lambda desk: ConsentWordsDialog(desk, desk.context, "D-01", "Hadoti"),
    "paper": lambda desk: _paper_dialog(desk),
}


def _dialogue(desk: Desk) -> Dialogue:
    dialogue = desk.context.workspace.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    return dialogue


def _paper_dialog(desk: Desk) -> PaperDialog:
    context = desk.context
    paper = Paper(context.words.say("Receipt sheet"), "sheet", bytes, lambda _out, _content: None, "", "")
    return PaperDialog(desk, Around(context.theme, context.words, context.jobs, context.messages), paper)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", MADE)
def test_no_word_of_a_dialog_is_cut_nor_of_what_it_says_is_missing(
    desk_of: Callable[..., Desk], sample: Workspace, language: str, name: str
) -> None:
    dialog = MADE[name](desk_of(sample, language))
    dialog.show()
    QApplication.processEvents()
    assert clipped(dialog) == []
    assert nameless(dialog) == []
    if name.startswith("new"):
        dialog.accept()  # nothing is filled in: what is missing is said
        QApplication.processEvents()
        assert clipped(dialog) == []
    dialog.reject()
