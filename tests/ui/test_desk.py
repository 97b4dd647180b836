from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.partner import Partner
from fieldkit.workspace import Workspace
from tests.ui.at_the_desk import CTRL, cursor, field_at, go, in_front, settle, typed
from tests.ui.conftest import found
from ui.desk import Desk
from ui.dialogs.new_dialogue import NewDialogue
from ui.fields import Field
from ui.finder import Finder
from ui.parts.fold import Fold
from ui.places import Place
from ui.reading_order import stops
from ui.sidebar import ICONS_ALONE, WIDE, Sidebar

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Desk:
    """The desk of the sample dialogues, in front."""
    return in_front(qtbot, desk_of(sample))


def at(desk: Desk) -> tuple[str, str]:
    assert desk.page is not None
    return desk.page.place.page, desk.page.place.code


def dialogue(desk: Desk) -> Dialogue:
    kept = desk.context.workspace.editing.find(Dialogue, "D-01")
    assert kept is not None
    return kept


def press(qtbot: QtBot, key: Qt.Key, how: Qt.KeyboardModifier = CTRL) -> None:
    qtbot.keyClick(cursor(), key, how)
    settle()


def test_it_begins_today(desk: Desk) -> None:
    assert at(desk) == ("today", "")
    assert found(desk, "Today").isChecked()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_1, "today"),
        (Qt.Key.Key_2, "dialogues"),
        (Qt.Key.Key_3, "calendar"),
        (Qt.Key.Key_4, "partners"),
        (Qt.Key.Key_5, "suppliers"),
        (Qt.Key.Key_6, "library"),
        (Qt.Key.Key_Comma, "settings"),
    ],
)
def test_ctrl_and_a_number_go_to_each_page_also_from_within_a_field(
    qtbot: QtBot, desk: Desk, key: Qt.Key, page: str
) -> None:
    go(desk, "dialogue", "D-01", "prepare", "decision_to_inform")
    assert isinstance(cursor(), QPlainTextEdit)
    press(qtbot, key)
    assert at(desk) == (page, "")


@pytest.mark.parametrize(
    "name", ["Today", "Dialogues", "Calendar", "Partners", "Suppliers", "Library", "Settings"]
)
def test_a_click_in_the_side_bar_goes_there_and_lights_the_item(qtbot: QtBot, desk: Desk, name: str) -> None:
    [bar] = desk.findChildren(Sidebar)
    item = found(bar, name)
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    settle()
    assert at(desk) == (name.lower(), "")
    assert item.isChecked()  # type: ignore[attr-defined]


def test_the_side_bar_lights_the_list_above_the_page_of_one_thing(desk: Desk) -> None:
    [bar] = desk.findChildren(Sidebar)
    go(desk, "supplier", "SUP-03")
    assert found(bar, "Suppliers").isChecked()  # type: ignore[attr-defined]


def test_back_and_forward_retrace_the_way(qtbot: QtBot, desk: Desk) -> None:
    go(desk, "dialogues")
    go(desk, "dialogue", "D-01")
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert at(desk) == ("dialogues", "")
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert at(desk) == ("today", "")
    press(qtbot, Qt.Key.Key_Right, ALT)
    press(qtbot, Qt.Key.Key_Right, ALT)
    assert at(desk) == ("dialogue", "D-01")


def test_back_never_leads_to_what_is_gone(qtbot: QtBot, desk: Desk) -> None:
    new = Dialogue(code="D-99", title="A new one", supplier_code="SUP-03")
    desk.context.keep(new)
    go(desk, "dialogue", "D-99")
    go(desk, "library")
    desk.context.workspace.editing.remove(new)
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert at(desk) == ("today", "")
    go(desk, "dialogue", "D-99")
    assert at(desk) == ("today", "")


def test_ctrl_k_finds(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, Qt.Key.Key_K)
    assert isinstance(QApplication.activePopupWidget(), Finder)


def test_ctrl_n_asks_for_a_new_dialogue(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, Qt.Key.Key_N)
    [dialog] = [each for each in desk.findChildren(NewDialogue) if each.isVisible()]
    dialog.reject()
    assert at(desk) == ("dialogues", "")


def test_ctrl_z_within_a_field_takes_back_letters_alone(qtbot: QtBot, desk: Desk) -> None:
    go(desk, "dialogue", "D-01", "prepare", "decision_owner_role")
    line = cursor()
    assert isinstance(line, QLineEdit)
    before = line.text()
    typed(qtbot, "x")
    press(qtbot, Qt.Key.Key_Z)
    assert line.text() == before
    press(qtbot, Qt.Key.Key_Z, CTRL_SHIFT)
    assert line.text() == "x"


@pytest.mark.parametrize("field", ["decision_owner_role", "decision_to_inform"])
def test_ctrl_z_in_a_field_nobody_typed_in_takes_back_the_last_step(
    qtbot: QtBot, desk: Desk, field: str
) -> None:
    trust = Partner(code="PA-99", name="Kiran Trust", type="ngo")
    desk.context.keep(trust)
    go(desk, "dialogue", "D-01", "prepare", field)
    assert field_at(cursor()).key == field
    press(qtbot, Qt.Key.Key_Z)
    assert desk.context.workspace.editing.find(Partner, "PA-99") is None
    press(qtbot, Qt.Key.Key_Z, CTRL_SHIFT)
    assert desk.context.workspace.editing.find(Partner, "PA-99") == trust


def test_ctrl_z_outside_a_field_takes_back_all_that_was_typed_there_at_once(qtbot: QtBot, desk: Desk) -> None:
    before = dialogue(desk).decision_owner_role
    go(desk, "dialogue", "D-01", "prepare", "decision_owner_role")
    typed(qtbot, "The buyer of stone")
    found(desk, "Today").setFocus()
    assert dialogue(desk).decision_owner_role == "The buyer of stone"
    press(qtbot, Qt.Key.Key_Z)
    assert dialogue(desk).decision_owner_role == before
    [line] = [each for each in desk.findChildren(Field) if each.key == "decision_owner_role"]
    assert line.focusProxy().text() == before  # type: ignore[union-attr]


def test_doing_again_never_writes_over_what_is_being_typed(qtbot: QtBot, desk: Desk) -> None:
    desk.context.keep(Partner(code="PA-99", name="Kiran Trust", type="ngo"))
    desk.context.undo.undo()
    settle()
    go(desk, "dialogue", "D-01", "prepare", "decision_owner_role")
    typed(qtbot, "Being typed")
    press(qtbot, Qt.Key.Key_Z, CTRL_SHIFT)
    assert dialogue(desk).decision_owner_role == "Being typed"
    assert desk.context.workspace.editing.find(Partner, "PA-99") is None


def test_taking_back_what_made_the_page_leads_today(qtbot: QtBot, desk: Desk) -> None:
    new = Dialogue(code="D-99", title="A new one", supplier_code="SUP-03")
    desk.context.keep(new)
    go(desk, "dialogue", "D-99")
    found(desk, "Today").setFocus()
    press(qtbot, Qt.Key.Key_Z)
    assert at(desk) == ("today", "")


def test_leaving_a_page_keeps_what_was_just_typed(qtbot: QtBot, desk: Desk) -> None:
    go(desk, "dialogue", "D-01", "prepare", "decision_to_inform")
    typed(qtbot, "Just typed")
    desk.go(Place("library"))
    assert dialogue(desk).decision_to_inform == "Just typed"


def test_a_page_that_was_left_is_let_go_of(desk: Desk) -> None:
    page = go(desk, "dialogue", "D-01", "prepare")
    go(desk, "library")
    settle()
    assert not isValid(page)
    desk.context.changes.saved.emit()  # nobody is called who is gone
    settle()


def test_going_about_does_not_gather_widgets(desk: Desk) -> None:
    counts = []
    for _ in range(4):
        go(desk, "dialogue", "D-01", "prepare")
        go(desk, "library")
        settle()
        counts.append(len(desk.findChildren(QWidget)))
    assert counts[-1] == counts[0]


def test_a_small_window_shows_icons_alone(desk: Desk) -> None:
    [bar] = desk.findChildren(Sidebar)
    desk.window().resize(1280, 800)
    settle()
    assert bar.width() == WIDE
    desk.window().resize(1024, 640)
    settle()
    assert bar.width() == ICONS_ALONE
    assert found(bar, "Dialogues").toolTip() == "Dialogues  Ctrl+2"


def top_left(desk: Desk, widget: QWidget) -> tuple[int, int]:
    point = widget.mapTo(desk, widget.rect().topLeft())
    return point.y(), point.x()


@pytest.mark.parametrize("place", [Place("dialogue", "D-01", "prepare"), Place("today"), Place("settings")])
def test_tab_goes_through_every_stop_and_back(qtbot: QtBot, desk: Desk, place: Place) -> None:
    desk.go(place)
    settle()
    order = stops(desk)
    order[0].setFocus()
    there, back = [], []
    for _ in order:
        there.append(cursor())
        qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
    for _ in order:
        qtbot.keyClick(cursor(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        back.append(cursor())
    assert there == order
    assert back == list(reversed(order))


def test_tab_enters_a_section_that_was_just_opened_where_it_stands(qtbot: QtBot, desk: Desk) -> None:
    go(desk, "dialogue", "D-01", "prepare")
    assert desk.page is not None
    [decision] = [
        each
        for each in desk.page.findChildren(Fold)
        if "decision this" in (each.focusProxy() or each).accessibleName()
    ]
    decision.setFocus()
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    keys = []
    for _ in range(4):
        qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
        keys.append(field_at(cursor()).key)
    assert keys == ["purpose", "decision_to_inform", "decision_owner_role", "decision_due"]


def test_tab_comes_to_the_questions_before_the_methods_and_to_readiness_last(desk: Desk) -> None:
    go(desk, "dialogue", "D-01", "prepare")
    names = [each.accessibleName() for each in stops(desk)]
    order = (
        "Find",
        "Prepare",
        "Why, and how fast?",
        "Barriers",
        "About",
        "Change how",
        "Print the comparison",
    )
    places = [next(at for at, name in enumerate(names) if name.startswith(word)) for word in order]
    assert places == sorted(places)


def test_every_stop_has_a_name(desk: Desk) -> None:
    go(desk, "dialogue", "D-01", "prepare")
    assert desk.page is not None
    for fold in desk.page.findChildren(Fold):
        fold.open()
    settle()
    nameless = [each for each in stops(desk) if not each.accessibleName() and not isinstance(each, QComboBox)]
    assert nameless == []
