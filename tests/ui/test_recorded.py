"""The steps of a dialogue that are read only: insights, the brief, follow-up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.modeltest import ModelTester

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.supply import Supplier
from fieldkit.workspace import Workspace
from tests.ui.conftest import found
from ui.desk import Desk
from ui.pages.dialogue.recorded import RecordedStep
from ui.parts.segments import Segments
from ui.parts.table import Table
from ui.places import Place

StepOf = Callable[..., RecordedStep]
STEPS = ("insights", "brief", "follow_up")


@pytest.fixture
def step_of(desk_of: Callable[..., Desk]) -> StepOf:
    """Show a step of a dialogue."""

    def show(
        workspace: Workspace, step: str, code: str = "D-01", field: str = "", language: str = "en"
    ) -> RecordedStep:
        desk = desk_of(workspace, language)
        desk.go(Place("dialogue", code, step, field))
        QApplication.processEvents()
        [page] = desk.findChildren(RecordedStep)
        return page

    return show


@pytest.fixture
def bare(workspace: Workspace) -> Workspace:
    """A workspace with a dialogue in which nothing is recorded."""
    workspace.editing.keep(
        Supplier(code="SUP-01", name="Silver Quay", country="BD"),
        Dialogue(code="D-01", title="Spring talks", supplier_code="SUP-01"),
    )
    return workspace


def cells(page: RecordedStep) -> list[str]:
    [table] = page.findChildren(Table)
    model = table.model()
    return [
        model.index(row, at).data() for row in range(model.rowCount()) for at in range(model.columnCount())
    ]


def words_on(root: QWidget) -> list[str]:
    return [each.text() for each in root.findChildren(QLabel) if each.isVisible()]


@pytest.mark.parametrize(
    ("step", "told"),
    [("insights", "Safety and health"), ("follow_up", "Under way")],
)
def test_a_step_shows_what_the_file_holds(
    sample: Workspace, step_of: StepOf, qtmodeltester: ModelTester, step: str, told: str
) -> None:
    page = step_of(sample, step)

    assert told in cells(page)
    [table] = page.findChildren(Table)
    assert table.isVisible()
    check: Callable[[Any], None] = qtmodeltester.check
    check(table.model())


@pytest.mark.parametrize("step", ["insights", "follow_up"])
def test_a_step_that_holds_nothing_says_so_and_offers_to_bring_in_a_file(
    bare: Workspace,
    sample: Workspace,
    step_of: StepOf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    page = step_of(bare, step)
    file = tmp_path / "in.json"
    file.write_bytes(sample.custody.export_dialogue("D-04"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    assert any("recorded in this dialogue" in words for words in words_on(page))

    found(page, "Bring in a dialogue file").click()  # type: ignore[attr-defined]

    assert bare.editing.find(Dialogue, "D-04") is not None


def test_what_is_due_leads_to_its_very_row(sample: Workspace, step_of: StepOf) -> None:
    page = step_of(sample, "follow_up", field="action/D-01/A-03")

    [table] = page.findChildren(Table)
    chosen = table.selected()
    assert chosen is not None
    assert chosen.key == "action/D-01/A-03"


def test_a_brief_that_may_not_leave_is_held_up_by_every_reason_with_its_rule(
    bare: Workspace, step_of: StepOf
) -> None:
    page = step_of(bare, "brief")
    plan = bare.briefing.plan("D-01", "en")

    QTest.keyClick(found(page, "Write the brief"), Qt.Key.Key_Return)
    QApplication.processEvents()

    assert plan.reasons
    shown = words_on(page)
    for reason in plan.reasons:
        assert f"{reason.rule} · {reason.subject}" in shown
    assert f"{len(plan.reasons)} things hold this up" in shown


@pytest.mark.parametrize(("language", "file"), [("en", "note.pdf"), ("nl", "notitie.pdf")])
def test_a_brief_is_written_in_the_language_chosen_and_stands_among_those_that_left(
    sample: Workspace,
    step_of: StepOf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    file: str,
) -> None:
    page = step_of(sample, "brief")
    out = tmp_path / file
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    asked = next(
        each for each in page.findChildren(Segments) if each.accessibleName() == "Language of the brief"
    )
    asked.pick(language)

    found(page, "Write the brief").click()  # type: ignore[attr-defined]
    QApplication.processEvents()

    assert out.read_bytes().startswith(b"%PDF")
    assert sample.briefing.check(out.read_bytes(), out.name) == ()
    assert {"English", "Dutch"} & set(cells(page)) == {"English" if language == "en" else "Dutch"}
    assert "The brief is written." in words_on(page)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_name_offered_for_a_brief_gives_nothing_away(
    sample: Workspace, step_of: StepOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    page = step_of(sample, "brief", language=language)
    offered: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)

    page.findChildren(QWidget, "write-the-brief")[0].click()  # type: ignore[attr-defined]

    assert (tmp_path / offered[0]).exists()


def test_a_brief_with_a_file_name_that_tells_is_refused_and_nothing_is_written(
    sample: Workspace, step_of: StepOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = step_of(sample, "brief")
    out = tmp_path / "what workers said CC-2026-01.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))

    found(page, "Write the brief").click()  # type: ignore[attr-defined]
    QApplication.processEvents()

    assert not out.exists()
    assert any("5.2 · file_name" in words for words in words_on(page))


def test_leaving_the_save_dialog_writes_nothing(
    sample: Workspace, step_of: StepOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = step_of(sample, "brief")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))

    found(page, "Write the brief").click()  # type: ignore[attr-defined]

    assert cells(page) == []


@pytest.mark.parametrize("step", STEPS)
def test_going_back_and_forth_between_the_steps_keeps_each_whole(
    sample: Workspace, step_of: StepOf, step: str
) -> None:
    page = step_of(sample, step)

    assert page.refresh()
    assert page.refresh()

    assert len({tuple(cells(page))}) == 1
