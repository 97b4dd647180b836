from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from fieldkit.errors import FileProblem
from fieldkit.model.partner import Partner
from fieldkit.store.keys import WEAKEST
from fieldkit.text import catalogue
from fieldkit.workspace import Setup, Workspace
from fieldkit.workspace.editing import Change
from tests.copies import new_workspace
from ui.messages import Messages
from ui.undo import MOST_STEPS, Undo

TRUST = Partner(code="PA-01", name="Kiran Trust", type="ngo")


@pytest.fixture
def undo(qtbot: QtBot, workspace: Workspace) -> Undo:
    return Undo(workspace.editing.apply, Messages(catalogue("en")))


def named(workspace: Workspace) -> str | None:
    kept = workspace.editing.find(Partner, "PA-01")
    return kept.name if kept is not None else None


def test_steps_are_taken_back_newest_first_and_done_again_in_their_order(
    undo: Undo, workspace: Workspace
) -> None:
    for name in ("One", "Two", "Three"):
        undo.note(workspace.editing.keep(replace(TRUST, name=name)))
    for before in ("Two", "One", None):
        undo.undo()
        assert named(workspace) == before
    for name in ("One", "Two", "Three"):
        undo.redo()
        assert named(workspace) == name


def test_nothing_to_take_back_does_nothing(qtbot: QtBot, undo: Undo) -> None:
    with qtbot.assertNotEmitted(undo.moved):
        undo.undo()
        undo.redo()
    assert not undo.can_undo


def test_a_burst_of_typing_is_one_step(undo: Undo, workspace: Workspace) -> None:
    undo.note(workspace.editing.keep(TRUST))
    for name in ("K", "Ki", "Kir"):
        undo.note(workspace.editing.keep(replace(TRUST, name=name)), burst="name")
    undo.undo()
    assert named(workspace) == "Kiran Trust"


def test_two_fields_are_two_bursts(undo: Undo, workspace: Workspace) -> None:
    undo.note(workspace.editing.keep(TRUST), burst="a")
    undo.note(workspace.editing.keep(replace(TRUST, name="Other")), burst="b")
    undo.undo()
    assert named(workspace) == "Kiran Trust"


def test_typing_after_taking_back_is_a_step_of_its_own_and_what_was_taken_back_is_gone(
    undo: Undo, workspace: Workspace
) -> None:
    undo.note(workspace.editing.keep(TRUST), burst="name")
    undo.note(workspace.editing.keep(replace(TRUST, name="Two")), burst="other")
    undo.undo()
    undo.note(workspace.editing.keep(replace(TRUST, name="Three")), burst="name")
    undo.redo()
    assert named(workspace) == "Three"
    undo.undo()
    assert named(workspace) == "Kiran Trust"


def test_a_step_that_changed_nothing_is_no_step(undo: Undo, workspace: Workspace) -> None:
    undo.note(workspace.editing.keep(TRUST))
    undo.note(workspace.editing.keep(TRUST))
    undo.undo()
    assert named(workspace) is None


def test_the_oldest_steps_are_forgotten(undo: Undo, workspace: Workspace) -> None:
    for number in range(MOST_STEPS + 5):
        undo.note(workspace.editing.keep(replace(TRUST, name=f"Name {number}")))
    while undo.can_undo:
        undo.undo()
    assert named(workspace) == "Name 4"


def test_a_step_that_cannot_be_taken_back_is_told_and_stays(qtbot: QtBot) -> None:
    def refuse(_change: Change) -> Change:
        raise FileProblem("disk_full")

    messages = Messages(catalogue("en"))
    undo = Undo(refuse, messages)
    undo.note(Change(pairs=((None, TRUST),)))
    with qtbot.waitSignal(messages.said):
        undo.undo()
    assert undo.can_undo


def test_locking_forgets_every_step(undo: Undo, workspace: Workspace) -> None:
    undo.note(workspace.editing.keep(TRUST))
    undo.clear()
    undo.undo()
    assert named(workspace) == "Kiran Trust"


@settings(max_examples=20)  # each makes a workspace of its own
@given(names=st.lists(st.sampled_from(["A", "B", "C"]), max_size=6), back=st.integers(0, 8))
def test_taking_back_and_doing_again_as_often_leads_to_the_same_record(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], back: int
) -> None:
    folder: Path = tmp_path_factory.mktemp("undo")
    setup = Setup(cost=WEAKEST, state_folder=folder, data_folder=folder)
    with new_workspace(folder / "w.fieldkit", "a", setup) as workspace:
        undo = Undo(workspace.editing.apply, Messages(catalogue("en")))
        for name in names:
            undo.note(workspace.editing.keep(replace(TRUST, name=name)))
        before = named(workspace)
        for _ in range(back):
            undo.undo()
        for _ in range(back):
            undo.redo()
        assert named(workspace) == before
