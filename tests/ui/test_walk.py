"""The first day, from the first run to a chosen method: by keyboard alone, and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.partner import Agreement, Partner
from fieldkit.model.supply import Supplier
from fieldkit.workspace import Setup, Workspace
from tests.ui.at_the_gate import gate_of, settle, view_of
from tests.ui.conftest import PASSPHRASE
from tests.ui.person import ByKeyboard, ByMouse, Person
from ui.finder import Finder
from ui.gate.sheet_view import SheetView
from ui.pages.dialogue.prepare import PrepareStep
from ui.window import Window

ANSWERS = {
    "Why, and how fast?": {"Aim of the dialogue": "Explore", "Danger now": "No"},
    "Who can speak for these workers?": {
        "Freedom to organise": "Restricted",
        "Union at the site": "No",
        "Union in the region": "No",
        "Committee at the site": "No committee",
    },
    "Which customs matter?": {
        "Position of women": "Strong",
        "Languages and dialects": "Strong",
        "Room for NGOs": "Narrowed",
        "Risk of reprisal": "High",
    },
    "Who works there?": {"Can read well": "Few", "Own phone": "Few"},
    "Whom do you trust to take the lead?": {"Workers' trust in a partner": "Established"},
}
SHARES = {"Women": "35", "Migrants": "40", "Temporary or agency": "0", "Without a contract": "90"}


def first_run(qtbot: QtBot, window: Window, person: Person) -> None:
    person.type("Passphrase", PASSPHRASE)
    person.type("The same once more", PASSPHRASE)
    settle(qtbot, window)
    person.press("Create workspace")
    settle(qtbot, window)
    words = gate_of(window).step.key_words
    person.press("I have it on paper")
    for number in view_of(window, SheetView).sheet.numbers:
        person.type(f"Word {number}", words[number - 1])
    person.press("Open Fieldkit")
    settle(qtbot, window)
    assert window.desk is not None


def new_dialogue(person: Person) -> None:
    def fill() -> None:
        person.type("Title", "Natural stone")
        person.type("Name of the supplier", "Kiem Stone")
        person.type("Country", "India")
        person.press("Create the dialogue")

    person.in_dialog("New dialogue", fill)


def site_with_workforce(person: Person) -> None:
    person.press("Suppliers")
    person.keys("Ctrl+K")
    find(person, "kiem")
    person.press("Add a site")
    person.type("Name of the site", "Yard one")
    person.answer("Tier", "Tier 3 and deeper")
    person.answer("Formality", "Informal")
    person.type("Known sites in the region", "25")
    person.press("Add a group")


def find(person: Person, text: str) -> None:
    """Go to what a few letters name, through the search over everything."""
    QApplication.processEvents()
    finder = person.window.findChild(Finder)
    assert finder is not None
    [line] = finder.findChildren(
        QLineEdit
    )  # it has the cursor, which Qt tells nobody while a popup hangs over
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    person.window.activateWindow()
    QApplication.processEvents()


def partner_with_agreement(person: Person) -> None:
    def fill() -> None:
        person.type("Name", "Stone People's Network")
        person.answer("Kind of organisation", "NGO")
        person.press("Create the partner")

    person.press("Partners")
    person.in_dialog("New partner", fill)
    person.press("Add an agreement")
    person.type("Lasts", "36")
    person.answer("We leave the approach to them", "Yes")
    person.answer("They set the pace", "Yes")


def answer_everything(person: Person) -> None:
    person.keys("Ctrl+K")
    find(person, "natural")
    for section, answers in ANSWERS.items():
        open_section(person, section)
        for question, answer in answers.items():
            person.answer(question, answer)
        if section == "Who works there?":
            for field, share in SHARES.items():
                person.type(field, share)
        person.press(section)  # folded again: the next one is near


def open_section(person: Person, section: str) -> None:
    page = person.window.findChild(PrepareStep)
    assert isinstance(page, PrepareStep)
    fold = next(fold for fold in page._folds.values() if fold._header._words == section)
    if not fold.is_open:
        person.press(section)


def choose_method(person: Person) -> None:
    person.press("Choose NGO, local network or third party")
    person.answer("Through whom", "Stone People's Network")
    person.press("Choose it")


def everything(workspace: Workspace) -> tuple[object, ...]:
    editing = workspace.editing
    kinds = (Supplier, Partner, Agreement, Dialogue)
    return (*(record for kind in kinds for record in editing.all(kind)), editing.assessment("D-01"))


@pytest.mark.parametrize("way", [ByKeyboard, ByMouse])
def test_a_first_day_from_first_run_to_a_chosen_method_and_it_is_all_there_after_a_lock(
    qtbot: QtBot,
    make_window: Callable[..., Window],
    tmp_path: Path,
    setup: Setup,
    way: type[Person],
) -> None:
    window = make_window()
    person = way(window)
    first_run(qtbot, window, person)
    new_dialogue(person)
    site_with_workforce(person)
    partner_with_agreement(person)
    answer_everything(person)
    choose_method(person)
    assert window.workspace is not None
    [dialogue] = window.workspace.editing.all(Dialogue)
    assert [(use.method, use.role, use.partner_code) for use in dialogue.method_uses] == [
        ("M2", "lead", "PA-01")
    ]
    [supplier] = window.workspace.editing.all(Supplier)
    [site] = supplier.sites
    assert (site.name, site.tier, site.formality, site.known_sites_in_region) == (
        "Yard one",
        "3plus",
        "informal",
        25,
    )
    assert len(site.workforce_groups) == 1
    [agreement] = window.workspace.editing.all(Agreement)
    assert (agreement.months, agreement.no_interference, agreement.pace_set_by_partner) == (36, "yes", "yes")
    answers = window.workspace.editing.assessment("D-01").answers
    assert (answers.foa_status, answers.retaliation_risk, answers.pct_informal) == ("restricted", "high", 90)
    kept = everything(window.workspace)
    person.keys("Ctrl+L")
    settle(qtbot, window)
    person.type("Passphrase", PASSPHRASE)
    person.press("Open the workspace")
    settle(qtbot, window)
    assert window.workspace is not None
    assert everything(window.workspace) == kept
