from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Dialogue
from fieldkit.workspace import Workspace
from tests.ui.at_the_desk import cursor, field_at, go, in_front, settle, typed
from tests.ui.conftest import found
from tests.ui.on_paper import chosen_path, paper_dialog, press
from ui.desk import Desk
from ui.pages.dialogue.readiness import RAIL, WIDTH, ReadinessColumn
from ui.parts.labels import Label

DUE = date(2026, 6, 1)
UNDECIDED = {"decision_due": None, "decision_owner_role": ""}


@pytest.fixture
def desk(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Desk:
    """Prepare of a dialogue that two things hold up."""
    dialogue = sample.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    sample.editing.keep(replace(dialogue, **UNDECIDED))
    desk = in_front(qtbot, desk_of(sample))
    go(desk, "dialogue", "D-01", "prepare")
    return desk


def column(desk: Desk) -> ReadinessColumn:
    [only] = desk.findChildren(ReadinessColumn)
    return only


def resize(desk: Desk, width: int, height: int) -> None:
    desk.window().resize(width, height)
    settle()


def texts(root: QWidget) -> str:
    return " ".join(each.text() for each in root.findChildren(Label) if each.isVisible())


def fixes(desk: Desk) -> list[QPushButton]:
    buttons = [each for each in column(desk).findChildren(QPushButton) if each.isVisible()]
    return [each for each in buttons if each.accessibleName().startswith("Fix: ")]


def test_it_says_what_the_workspace_says(desk: Desk) -> None:
    readiness = desk.context.workspace.preparing.readiness("D-01", desk.context.words)
    said = texts(column(desk))
    assert f"{readiness.done} of {readiness.total} done" in said
    assert f"{len(readiness.holds)} things hold this up" in said
    for hold in readiness.holds:
        assert hold.text in said
        assert hold.item in said
    for name, value in readiness.totals:
        assert name in said
        assert value in said
    assert len(fixes(desk)) == len(readiness.holds)


def test_it_counts_again_as_one_types(qtbot: QtBot, desk: Desk) -> None:
    before = len(fixes(desk))
    go(desk, "dialogue", "D-01", "prepare", "decision_owner_role")
    with qtbot.waitSignal(desk.context.changes.saved):
        typed(qtbot, "head of purchasing")
    settle()
    assert len(fixes(desk)) == before - 1


def test_it_is_the_same_on_every_step_but_the_sessions_which_are_judged_one_by_one(desk: Desk) -> None:
    said = texts(column(desk))
    for step in ("partners", "insights", "brief", "follow_up"):
        go(desk, "dialogue", "D-01", step)
        assert texts(column(desk)) == said
    go(desk, "dialogue", "D-01", "sessions")
    assert "People to be heard" in texts(column(desk))


def test_a_fix_from_another_step_leads_to_the_field(qtbot: QtBot, desk: Desk) -> None:
    go(desk, "dialogue", "D-01", "insights")
    fix = next(each for each in fixes(desk) if "date" in each.accessibleName())
    fix.setFocus()
    qtbot.keyClick(fix, Qt.Key.Key_Return)
    settle()
    assert field_at(cursor()).key == "decision_due"


def test_nothing_that_holds_it_up_is_said_in_green_words(
    qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace
) -> None:
    desk = in_front(qtbot, desk_of(sample))
    go(desk, "dialogue", "D-01", "prepare")
    readiness = sample.preparing.readiness("D-01", desk.context.words)
    assert ("Nothing holds this up" in texts(column(desk))) == (not readiness.holds)


def test_a_small_window_shows_a_rail_with_the_count(desk: Desk) -> None:
    resize(desk, 1280, 800)
    assert column(desk).width() == WIDTH
    number = len(fixes(desk))
    resize(desk, 1024, 640)
    assert column(desk).width() == RAIL
    assert fixes(desk) == []
    pills = [each.accessibleName() for each in column(desk).findChildren(QWidget) if each.isVisible()]
    assert any(str(number) in name for name in pills)


def test_the_rail_opens_and_closes_by_keyboard_and_the_cursor_stays_on_the_chevron(
    qtbot: QtBot, desk: Desk
) -> None:
    resize(desk, 1024, 640)
    found(column(desk), "Show what holds this up").setFocus()
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    assert column(desk).width() == WIDTH
    assert fixes(desk)
    assert cursor() is found(column(desk), "Close")
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    settle()
    assert column(desk).width() == RAIL
    assert cursor() is found(column(desk), "Show what holds this up")


def test_the_rail_stays_open_while_the_count_changes(qtbot: QtBot, desk: Desk) -> None:
    resize(desk, 1024, 640)
    found(column(desk), "Show what holds this up").click()  # type: ignore[attr-defined]
    settle()
    go(desk, "dialogue", "D-01", "prepare", "decision_owner_role")
    typed(qtbot, "head of purchasing")
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    assert column(desk).width() == WIDTH


def test_the_cursor_stays_on_its_button_while_the_others_come_and_go(qtbot: QtBot, desk: Desk) -> None:
    last = next(each for each in fixes(desk) if "date" in each.accessibleName())
    last.setFocus()
    dialogue = desk.context.workspace.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    desk.context.keep(replace(dialogue, decision_owner_role="head of purchasing"))
    settle()
    assert cursor() is last
    assert fixes(desk) == [last]


def test_the_cursor_of_a_thing_that_is_settled_falls_to_the_next_one(qtbot: QtBot, desk: Desk) -> None:
    first, second = fixes(desk)
    first.setFocus()
    settled = desk.context.workspace.preparing.readiness("D-01", desk.context.words).holds[0].field
    dialogue = desk.context.workspace.editing.find(Dialogue, "D-01")
    assert dialogue is not None
    changes = {"decision_owner_role": "buyer"} if settled == "decision_owner_role" else {"decision_due": DUE}
    desk.context.keep(replace(dialogue, **changes))
    settle()
    assert cursor() is second


def test_the_comparison_is_printed_where_one_says(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = chosen_path(monkeypatch, tmp_path)
    found(column(desk), "Print the comparison").click()  # type: ignore[attr-defined]
    press(qtbot, paper_dialog(desk).save_button, desk.context.jobs)
    assert offered == ["Method comparison D-01.pdf"]
    assert (tmp_path / offered[0]).read_bytes().startswith(b"%PDF")
    last = desk.context.messages.last
    assert last is not None
    assert "internal" in last.text


def test_it_speaks_dutch(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> None:
    desk = in_front(qtbot, desk_of(sample, "nl"))
    go(desk, "dialogue", "D-01", "prepare")
    assert "Readiness" not in texts(column(desk))
