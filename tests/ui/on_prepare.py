"""What tests of Prepare do over and over, as a user would."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Dialogue
from fieldkit.workspace.preparing import SpokenHold
from tests.ui.at_the_desk import cursor, field, go, settle
from ui.desk import Desk
from ui.fields import ChoiceField
from ui.pages.dialogue.advice import AdviceColumn
from ui.pages.dialogue.choosing import Choosing
from ui.pages.dialogue.method_card import MethodView
from ui.pages.dialogue.prepare import PrepareStep
from ui.pages.dialogue.readiness import ReadinessColumn
from ui.parts.buttons import Button
from ui.parts.labels import Label

NEW = Dialogue(code="D-99", title="A new one", supplier_code="SUP-03")


def prepare(desk: Desk, code: str = "D-01", field: str = "") -> PrepareStep:
    """Open the step anew, as it is found in the file."""
    go(desk, "library")
    go(desk, "dialogue", code, "prepare", field)
    [step] = desk.findChildren(PrepareStep)
    return step


def keep(desk: Desk, code: str = "D-01", **changes: Any) -> None:
    """Change a dialogue or its assessment before it is opened."""
    editing = desk.context.workspace.editing
    dialogue, assessment = editing.find(Dialogue, code), editing.assessment(code)
    assert dialogue is not None
    of_dialogue = {name: value for name, value in changes.items() if name in Dialogue.__struct_fields__}
    others = {name: value for name, value in changes.items() if name not in of_dialogue}
    editing.keep(replace(dialogue, **of_dialogue), replace(assessment, **others))


def dialogue(desk: Desk, code: str = "D-01") -> Dialogue:
    found = desk.context.workspace.editing.find(Dialogue, code)
    assert found is not None
    return found


def answers(desk: Desk, code: str = "D-01") -> Answers:
    return desk.context.workspace.editing.assessment(code).answers


def answer(qtbot: QtBot, step: PrepareStep, name: str, value: str) -> ChoiceField:
    """Give an answer with the keyboard, opening the section it stands in."""
    step.go_to_field(name)
    settle()
    asked = field(step, f"answers.{name}", ChoiceField)
    assert asked.segments is not None
    target = next(
        each for each in asked.segments.findChildren(QWidget) if getattr(each, "value", None) == value
    )
    target.setFocus()
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    settle()
    assert asked.segments.value() == value
    return asked


def order(step: PrepareStep) -> list[str]:
    """Return the methods as they stand on the page, from the top."""
    [advice] = step.findChildren(AdviceColumn)
    return [view.method for view in advice.findChildren(MethodView) if view.isVisibleTo(step)]


def view_of(step: PrepareStep, method: str) -> MethodView:
    [view] = [
        each for each in step.findChildren(MethodView) if each.method == method and each.isVisibleTo(step)
    ]
    return view


def choosing(step: PrepareStep) -> Choosing:
    [form] = [each for each in step.findChildren(Choosing) if each.isVisibleTo(step)]
    return form


def button(root: QWidget, words: str) -> Button:
    [only] = [each for each in root.findChildren(Button) if each.words == words and each.isVisible()]
    return only


def texts(root: QWidget) -> str:
    return " ".join(each.text() for each in root.findChildren(Label) if each.isVisible())


def hold(desk: Desk, code: str, sentence: str) -> SpokenHold:
    """Return the one thing of this kind that holds a dialogue up."""
    readiness = desk.context.workspace.preparing.readiness(code, desk.context.words)
    return next(each for each in readiness.holds if each.act == sentence)


def press_fix(qtbot: QtBot, desk: Desk, wanted: SpokenHold) -> None:
    [column] = desk.findChildren(ReadinessColumn)
    name = f"Fix: {wanted.text}"
    [fix] = [
        each
        for each in column.findChildren(QPushButton)
        if each.accessibleName() == name and each.isVisible()
    ]
    qtbot.mouseClick(fix, Qt.MouseButton.LeftButton)
    settle()
