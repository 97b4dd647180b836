"""Today: what waits, and the way to each of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.partner import Promise
from fieldkit.model.session import ParticipantGroup, Session
from fieldkit.model.supply import Supplier
from fieldkit.workspace import Workspace
from tests.ui.conftest import TODAY, found
from ui.desk import Desk
from ui.dialogs.new_dialogue import NewDialogue
from ui.pages.today import TodayPage
from ui.pages.today_lists import ComingCard, DueCard
from ui.parts.buttons import Button
from ui.parts.ring import Ring
from ui.parts.rows import RowButton
from ui.places import Place
from ui.reading_order import stops

DeskOf = Callable[..., Desk]
DIALOGUE = Dialogue(code="D-01", title="Spring talks", supplier_code="SUP-01")


def session(code: str, days: int, **more: object) -> Session:
    group = ParticipantGroup(label="G1", headcount_planned=12)
    facts = {"dialogue_code": "D-01", "method": "M2", "groups": (group,), **more}
    return Session(code=code, date=TODAY + timedelta(days=days), **facts)  # type: ignore[arg-type]


@pytest.fixture
def begun(workspace: Workspace) -> Workspace:
    """A workspace with one dialogue, of which nothing is prepared yet."""
    workspace.editing.keep(Supplier(code="SUP-01", name="Silver Quay", country="BD"), DIALOGUE)
    return workspace


@pytest.fixture
def today_of(desk_of: Callable[..., Desk]) -> DeskOf:
    """Show a workspace at Today, once all of it stands on the screen."""

    def show(workspace: Workspace, language: str = "en") -> Desk:
        desk = desk_of(workspace, language)
        QApplication.processEvents()
        return desk

    return show


def page_of(desk: Desk) -> TodayPage:
    assert isinstance(desk.page, TodayPage)
    return desk.page


def rows(desk: Desk) -> list[str]:
    QApplication.processEvents()
    return [each.accessibleName() for each in page_of(desk).findChildren(RowButton) if each.isVisible()]


def row(desk: Desk, name: str) -> RowButton:
    QApplication.processEvents()
    every = page_of(desk).findChildren(RowButton)
    [one] = [each for each in every if each.accessibleName() == name and each.isVisible()]
    return one


def words_on(root: QWidget) -> str:
    return "\n".join(each.text() for each in root.findChildren(QLabel) if each.isVisible())


def test_an_empty_workspace_leads_to_a_new_dialogue(
    workspace: Workspace, today_of: DeskOf, qtbot: QtBot
) -> None:
    desk = today_of(workspace)

    QTest.keyClick(found(page_of(desk), "New dialogue"), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: any(each.isVisible() for each in desk.findChildren(NewDialogue)))


def test_ctrl_n_opens_a_new_dialogue_from_today(begun: Workspace, today_of: DeskOf, qtbot: QtBot) -> None:
    desk = today_of(begun)

    QTest.keyClick(desk, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: any(each.isVisible() for each in desk.findChildren(NewDialogue)))


def test_the_day_is_the_title_in_the_language_shown(begun: Workspace, today_of: DeskOf) -> None:
    desk = today_of(begun, "nl")

    assert "Maandag 20 april" in words_on(page_of(desk))


def test_the_next_card_shows_how_far_the_preparation_is(begun: Workspace, today_of: DeskOf) -> None:
    desk = today_of(begun)

    readiness = begun.preparing.readiness("D-01", desk.context.words)
    [ring] = page_of(desk).findChildren(Ring)
    assert ring.accessibleName() == f"{readiness.done}/{readiness.total}"
    assert readiness.holds[0].text in words_on(page_of(desk))


def test_enter_on_the_next_thing_goes_to_the_very_field(begun: Workspace, today_of: DeskOf) -> None:
    desk = today_of(begun)
    hold = begun.preparing.readiness("D-01", desk.context.words).holds[0]

    QTest.keyClick(found(page_of(desk), hold.act), Qt.Key.Key_Return)

    assert desk.page is not None
    assert desk.page.place == Place("dialogue", "D-01", hold.step, hold.field)


def test_a_late_check_on_people_comes_before_all_else(begun: Workspace, today_of: DeskOf) -> None:
    begun.editing.keep(session("CC-1", -16, status="held"))
    desk = today_of(begun)

    assert "One check is late." in words_on(page_of(desk))
    assert "2 days late" in rows(desk)[0]
    QTest.mouseClick(found(page_of(desk), "Go to the session"), Qt.MouseButton.LeftButton)

    assert desk.page is not None
    assert (desk.page.place.part, desk.page.place.field) == ("sessions", "session/CC-1/checks.SC-39a")


def test_sessions_that_come_stand_in_order_with_their_people(begun: Workspace, today_of: DeskOf) -> None:
    begun.editing.keep(session("CC-2", 30, status="confirmed"), session("CC-1", 2, start="10:00"))
    desk = today_of(begun)

    first, second = (name for name in rows(desk) if "Spring talks, " in name and "people" in name)
    assert first == "Spring talks, 22 April, CC-1 · 1 group, 12 people · 10:00"
    assert "20 May" in second
    QTest.keyClick(row(desk, first), Qt.Key.Key_Space)

    assert desk.page is not None
    assert desk.page.place.part == "sessions"


def promised(number: int) -> Promise:
    day = TODAY + timedelta(days=number - 1)
    return Promise(code=f"PR-{number}", dialogue_code="D-01", to="workers", text=f"Promise {number}", due=day)


def test_all_that_is_due_unfolds_in_place_and_folds_again(begun: Workspace, today_of: DeskOf) -> None:
    begun.editing.keep(*(promised(number) for number in range(1, 121)))
    desk = today_of(begun)
    due = [name for name in rows(desk) if name.startswith("Promise ")]
    assert [name.rpartition(", ")[2] for name in due] == ["Today", "Tomorrow", "Wednesday", "Thursday"]

    QTest.mouseClick(found(page_of(desk), "All 120"), Qt.MouseButton.LeftButton)
    assert sum(name.startswith("Promise ") for name in rows(desk)) == 54
    QTest.mouseClick(row(desk, "Show more"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(row(desk, "Show more"), Qt.MouseButton.LeftButton)
    assert sum(name.startswith("Promise ") for name in rows(desk)) == 120
    assert "Show more" not in rows(desk)

    QTest.mouseClick(found(page_of(desk), "Fewer"), Qt.MouseButton.LeftButton)
    assert sum(name.startswith("Promise ") for name in rows(desk)) == 4


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_kind_of_due_thing_can_be_shown(sample: Workspace, today_of: DeskOf, language: str) -> None:
    desk = today_of(sample, language)
    due = sample.overview.all_due(desk.context.words)

    all_of_it = next(each for each in page_of(desk).findChildren(Button) if each.words.endswith(" 14"))
    all_of_it.click()

    assert {each.kind for each in due} == {"action", "word_back", "promise", "decision", "review"}
    assert sum(each.subject in name for name in rows(desk) for each in due) >= len(due)


def test_a_recent_dialogue_opens_at_the_step_it_has_reached(sample: Workspace, today_of: DeskOf) -> None:
    desk = today_of(sample)
    tile = next(name for name in rows(desk) if name.startswith("Natural stone, SUP-03"))

    QTest.mouseClick(row(desk, tile), Qt.MouseButton.LeftButton)

    assert desk.page is not None
    assert (desk.page.place.code, desk.page.place.part) == ("D-01", "brief")


def test_tab_comes_to_the_next_thing_first_and_to_a_new_dialogue_last(
    sample: Workspace, today_of: DeskOf
) -> None:
    desk = today_of(sample)
    names = [each.accessibleName() for each in stops(page_of(desk))]

    assert names[0] == "Go there"
    assert names[1] == "All 14"
    assert names[-2].startswith("Horticulture, SUP-31")
    assert names[-1] == "New dialogue"


def test_in_a_small_window_the_lists_stand_one_above_the_other(begun: Workspace, today_of: DeskOf) -> None:
    begun.editing.keep(session("CC-1", 2), promised(1))
    desk = today_of(begun)

    def sides() -> tuple[int, int]:
        QApplication.processEvents()
        [coming], [due] = page_of(desk).findChildren(ComingCard), page_of(desk).findChildren(DueCard)
        return due.x() - coming.x(), due.y() - coming.y()

    desk.window().resize(1280, 800)
    assert sides()[1] == 0
    desk.window().resize(1024, 640)
    assert sides()[0] == 0
    assert sides()[1] > 0


def test_what_is_undone_shows_at_once(begun: Workspace, today_of: DeskOf) -> None:
    desk = today_of(begun)
    desk.context.remove(DIALOGUE, "gone")
    page_of(desk).refresh()
    QApplication.processEvents()
    assert rows(desk) == []

    desk.context.undo.undo()
    QApplication.processEvents()

    assert any(name.startswith("Spring talks, SUP-01") for name in rows(desk))
