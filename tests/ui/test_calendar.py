"""The calendar: both views by keyboard and mouse, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.field import Money, Record
from fieldkit.model.session import CostLine, Interpreter, ParticipantGroup, Session
from fieldkit.model.supply import Supplier
from fieldkit.workspace import Workspace
from tests.ui.at_the_desk import CTRL, cursor, go, in_front, settle
from tests.ui.conftest import TODAY, found
from tests.ui.every_page import clipped
from ui.desk import Desk
from ui.dialogs.calendar_file import CalendarFile
from ui.fields.choice import QuietCombo
from ui.pages.calendar import CalendarPage
from ui.pages.calendar_chip import SessionChip
from ui.pages.calendar_day import DayCell
from ui.pages.calendar_group import SHOWN
from ui.pages.calendar_month import MonthGrid
from ui.parts.banner import Banner
from ui.parts.rows import RowButton
from ui.parts.segments import Segments
from ui.places import Place
from ui.reading_order import stops

DeskOf = Callable[..., Desk]
SUPPLIER = Supplier(code="SUP-01", name="Silver Quay", country="BD")
SPRING = Dialogue(code="D-01", title="Spring talks", supplier_code="SUP-01")
AUTUMN = Dialogue(code="D-02", title="Autumn talks", supplier_code="SUP-01")


def session(code: str, days: int | None, **more: Any) -> Session:
    group = ParticipantGroup(label="G1", headcount_planned=12)
    facts: dict[str, Any] = {"dialogue_code": "D-01", "method": "M2", "groups": (group,)}
    day = None if days is None else TODAY + timedelta(days=days)
    return Session(code=code, date=day, **facts | more)


@pytest.fixture
def begun(workspace: Workspace) -> Workspace:
    """A workspace with two dialogues, of which nothing is planned yet."""
    workspace.editing.keep(SUPPLIER, SPRING, AUTUMN)
    return workspace


@pytest.fixture
def calendar_of(desk_of: DeskOf, qtbot: QtBot) -> Callable[..., Desk]:
    """Show the calendar of a workspace that holds these records too."""

    def show(workspace: Workspace, *kept: Record, part: str = "", language: str = "en") -> Desk:
        with workspace._store.transaction():
            for record in kept:  # as they are: an edit would plan anew what is not ready
                workspace._store.save(record, by_role="test")
        desk = in_front(qtbot, desk_of(workspace, language))
        go(desk, "calendar", part=part)
        return desk

    return show


def page_of(desk: Desk) -> CalendarPage:
    settle()
    assert isinstance(desk.page, CalendarPage)
    return desk.page


def place_of(desk: Desk) -> Place:
    settle()
    assert desk.page is not None
    return desk.page.place


def chips(desk: Desk) -> list[str]:
    settle()
    shown = [each for each in page_of(desk).findChildren(SessionChip) if each.isVisible()]
    return [each.accessibleName() for each in shown]


def rows(desk: Desk) -> list[str]:
    settle()
    return [each.accessibleName() for each in page_of(desk).findChildren(RowButton) if each.isVisible()]


def click(desk: Desk, name: str) -> None:
    """Click the one thing of the page that can be pressed and has this name."""
    settle()
    every = [each for each in page_of(desk).findChildren(QAbstractButton) if each.isVisible()]
    [one] = [each for each in every if each.accessibleName() == name]
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    settle()


def words_on(root: QWidget) -> list[str]:
    return [each.text() for each in root.findChildren(QLabel) if each.isVisible()]


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(cursor(), key)
        settle()


def month(desk: Desk) -> str:
    settle()
    [grid] = page_of(desk).findChildren(MonthGrid)
    return grid.accessibleName()


def here() -> str:
    return cursor().accessibleName()


def test_the_keys_of_the_side_bar_follow_its_order(begun: Workspace, calendar_of: DeskOf) -> None:
    desk = calendar_of(begun)
    for number, page in enumerate(("today", "dialogues", "calendar", "partners", "suppliers", "library"), 1):
        QTest.keyClick(desk, Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert place_of(desk).page == page


def test_a_month_shows_each_session_by_hour_title_and_state(begun: Workspace, calendar_of: DeskOf) -> None:
    desk = calendar_of(
        begun,
        session("CC-1", 0, start="10:00", end="13:00", status="held"),
        session("CC-2", 3, dialogue_code="D-02", status="aborted_safety"),
    )
    assert chips(desk) == ["10:00–13:00, Spring talks, Held", "Autumn talks, Stopped for safety"]


def test_the_month_begins_at_today_and_arrows_move_by_days(begun: Workspace, calendar_of: DeskOf) -> None:
    desk = calendar_of(begun, session("CC-1", 1))
    assert here() == "20 April 2026, no session, today"
    press(Qt.Key.Key_Right)
    assert here() == "21 April 2026, 1 session"
    press(Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert here() == "20 April 2026, no session, today"
    press(*[Qt.Key.Key_Up] * 3)
    assert here() == "30 March 2026, no session"
    assert month(desk) == "March 2026"


def test_enter_on_a_day_opens_its_session_and_one_comes_back_to_that_day(
    begun: Workspace, calendar_of: DeskOf
) -> None:
    desk = calendar_of(begun, session("CC-1", 40))
    press(Qt.Key.Key_PageDown)
    while not here().startswith("30 May"):
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert place_of(desk) == Place("dialogue", "D-01", "sessions", "session/CC-1")
    QTest.keyClick(desk, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert here() == "30 May 2026, 1 session"


def test_of_several_sessions_enter_goes_to_the_first_and_escape_back(
    begun: Workspace, calendar_of: DeskOf
) -> None:
    desk = calendar_of(begun, session("CC-1", 0, start="09:00"), session("CC-2", 0, start="11:00"))
    press(Qt.Key.Key_Return)
    assert here() == "09:00, Spring talks, Planned"
    press(Qt.Key.Key_Escape)
    assert here().startswith("20 April")
    press(Qt.Key.Key_Space, Qt.Key.Key_Tab)
    assert here() == "11:00, Spring talks, Planned"
    press(Qt.Key.Key_Return)
    assert place_of(desk).field == "session/CC-2"


def test_arrows_leave_a_session_for_the_next_day(begun: Workspace, calendar_of: DeskOf) -> None:
    calendar_of(begun, session("CC-1", 0), session("CC-2", 0))
    press(Qt.Key.Key_Return, Qt.Key.Key_Right)
    assert here().startswith("21 April")


def test_a_click_opens_a_session_and_goes_to_a_day(begun: Workspace, calendar_of: DeskOf) -> None:
    desk = calendar_of(begun, session("CC-1", 2))
    day = found(page_of(desk), "23 April 2026, no session")
    QTest.mouseClick(day, Qt.MouseButton.LeftButton)
    assert cursor() is day
    click(desk, "Spring talks, Planned")
    assert place_of(desk).field == "session/CC-1"


@pytest.mark.parametrize(
    ("key", "title"), [(Qt.Key.Key_PageUp, "March 2026"), (Qt.Key.Key_PageDown, "May 2026")]
)
def test_page_keys_leaf_by_months_and_today_comes_back(
    begun: Workspace, calendar_of: DeskOf, key: Qt.Key, title: str
) -> None:
    desk = calendar_of(begun, session("CC-1", 0))
    press(key)
    assert month(desk) == title
    click(desk, "Today")
    settle()
    assert month(desk) == "April 2026"


def test_the_years_that_can_be_leafed_through_have_an_end(begun: Workspace, calendar_of: DeskOf) -> None:
    desk = calendar_of(begun, session("CC-1", 0))
    desk.go(Place("calendar", field="2199-12-31"))
    settle()
    press(Qt.Key.Key_Right)
    assert here().startswith("31 December 2199")
    press(Qt.Key.Key_PageDown)
    assert here().startswith("1 December 2199")


def test_what_finds_no_room_is_one_press_away_in_the_agenda(begun: Workspace, calendar_of: DeskOf) -> None:
    many = [session(f"CC-{hour}", 8, start=f"{hour}:00") for hour in range(10, 18)]
    desk = calendar_of(begun, *many, session("CC-9", 2))
    desk.window().resize(1024, 640)
    shown = [each for each in chips(desk) if not each.startswith("Spring")]
    more = found(page_of(desk), f"{8 - len(shown)} more on 28 April 2026")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert place_of(desk).part == "agenda"
    assert here().startswith("Spring talks, 10:00")
    assert sum("Spring talks" in each for each in rows(desk)) == 8  # the one before stands under "earlier"
    assert "1 earlier session" in rows(desk)


def test_tab_comes_to_the_day_then_its_sessions_then_what_follows(
    begun: Workspace, calendar_of: DeskOf
) -> None:
    desk = calendar_of(begun, session("CC-1", 0), session("CC-2", 1))
    names = [each.accessibleName() for each in stops(page_of(desk))]
    assert names == [
        "Costs (XLSX)", "Calendar file", "Month", "Previous month", "Today", "Next month", "Dialogue",
        "20 April 2026, 1 session, today", "Spring talks, Planned",
    ]  # fmt: skip


def test_the_agenda_begins_today_with_those_without_a_day_on_top(
    begun: Workspace, calendar_of: DeskOf
) -> None:
    desk = calendar_of(
        begun,
        session("CC-1", None),
        session("CC-2", -5, status="held"),
        session("CC-3", 0, start="10:00", end="13:00"),
        session("CC-4", 60, dialogue_code="D-02", status="postponed"),
        part="agenda",
    )
    assert rows(desk) == [
        "Spring talks, CC-1 · 1 group, 12 people, Planned",
        "1 earlier session",
        "Spring talks, 10:00–13:00, CC-3 · 1 group, 12 people, Planned",
        "Autumn talks, CC-4 · 1 group, 12 people, Postponed",
    ]
    assert here().startswith("Spring talks, 10:00")
    for heading in ("No day yet", "Monday 20 April", "Friday 19 June"):
        assert [each for each in page_of(desk).findChildren(QWidget) if each.accessibleName() == heading]
    press(Qt.Key.Key_Return)
    assert place_of(desk) == Place("dialogue", "D-01", "sessions", "session/CC-3")


def test_earlier_sessions_can_be_reached(begun: Workspace, calendar_of: DeskOf) -> None:
    past = [session(f"CC-{days}", -days, status="held") for days in range(1, 2 * SHOWN + 1)]
    desk = calendar_of(begun, *past, part="agenda")
    assert rows(desk) == [f"{2 * SHOWN} earlier sessions"]
    press(Qt.Key.Key_Return)
    assert len(rows(desk)) == SHOWN + 1
    assert rows(desk)[0] == f"{SHOWN} earlier sessions"
    click(desk, f"{SHOWN} earlier sessions")
    assert here() == f"Spring talks, CC-{2 * SHOWN} · 1 group, 12 people, Held"
    assert "earlier" not in rows(desk)[0]


def test_a_long_agenda_shows_more_when_asked(begun: Workspace, calendar_of: DeskOf) -> None:
    desk = calendar_of(begun, *(session(f"CC-{days}", days) for days in range(2 * SHOWN + 7)), part="agenda")
    assert len(rows(desk)) == SHOWN + 1
    for expected in (2 * SHOWN + 1, 2 * SHOWN + 7):
        click(desk, "Show more")
        assert len(rows(desk)) == expected
    assert here().startswith(f"Spring talks, CC-{2 * SHOWN}")


def test_of_very_many_sessions_without_a_day_the_first_are_shown(
    begun: Workspace, calendar_of: DeskOf
) -> None:
    codes = [f"CC-{number}" for number in range(100, 100 + SHOWN + 5)]
    desk = calendar_of(begun, *(session(code, None) for code in codes), part="agenda")
    assert len(rows(desk)) == SHOWN + 1
    click(desk, "Show more")
    assert len(rows(desk)) == SHOWN + 5
    assert here().startswith(f"Spring talks, {codes[SHOWN]}")


def test_who_is_wanted_twice_is_said_in_the_agenda(begun: Workspace, calendar_of: DeskOf) -> None:
    booked = {"start": "10:00", "interpreters": (Interpreter(code="Int-2", from_lang="hi", to_lang="en"),)}
    desk = calendar_of(begun, session("CC-1", 2, **booked), session("CC-2", 2, **booked), part="agenda")
    assert rows(desk)[0].endswith("Planned, Int-2 interprets in CC-2 at the same time.")
    found(page_of(desk), "Int-2 interprets in CC-1 at the same time.")


def test_of_many_clashes_the_first_few_are_said_and_how_many_more(
    begun: Workspace, calendar_of: DeskOf
) -> None:
    booked = {"start": "10:00", "interpreters": (Interpreter(code="Int-2", from_lang="hi", to_lang="en"),)}
    desk = calendar_of(begun, *(session(f"CC-{at}", 2, **booked) for at in range(7)), part="agenda")
    said = [each for each in words_on(page_of(desk)) if "at the same time" in each]
    assert len(said) == 7
    assert said[0].splitlines()[2:] == ["Int-2 interprets in CC-3 at the same time.", "and 3 more"]


def test_the_view_is_remembered_while_the_workspace_is_open(begun: Workspace, calendar_of: DeskOf) -> None:
    desk = calendar_of(begun, session("CC-1", 0))
    [views] = page_of(desk).findChildren(Segments)
    QTest.mouseClick(found(views, "Agenda"), Qt.MouseButton.LeftButton)
    assert place_of(desk).part == "agenda"
    go(desk, "dialogues")
    QTest.keyClick(desk, Qt.Key.Key_3, CTRL)
    assert len(rows(desk)) == 1
    QTest.keyClick(found(page_of(desk), "Agenda"), Qt.Key.Key_Left)
    assert place_of(desk).part == "month"
    assert here() == "Month"  # who is choosing a view stays there


def test_one_dialogue_can_be_shown_alone_in_both_views(begun: Workspace, calendar_of: DeskOf) -> None:
    desk = calendar_of(begun, session("CC-1", 0), session("CC-2", 0, dialogue_code="D-02"))
    [dialogues] = page_of(desk).findChildren(QuietCombo)
    assert [dialogues.itemText(at) for at in range(dialogues.count())] == [
        "All dialogues", "Autumn talks · D-02", "Spring talks · D-01",
    ]  # fmt: skip
    dialogues.setFocus()
    press(Qt.Key.Key_Down)
    assert chips(desk) == ["Autumn talks, Planned"]
    [views] = page_of(desk).findChildren(Segments)
    views.pick("agenda")
    assert rows(desk) == ["Autumn talks, CC-2 · 1 group, 12 people, Planned"]


def test_where_nothing_is_planned_the_way_leads_to_the_dialogues(
    begun: Workspace, calendar_of: DeskOf
) -> None:
    desk = calendar_of(begun)
    assert here() == "Open the dialogues"
    assert not [each for each in page_of(desk).findChildren(DayCell) if each.isVisible()]
    press(Qt.Key.Key_Return)
    assert place_of(desk).page == "dialogues"


def test_what_is_undone_shows_at_once(begun: Workspace, calendar_of: DeskOf) -> None:
    desk = calendar_of(begun, session("CC-1", 0))
    change = begun.editing.keep(session("CC-2", 1, dialogue_code="D-02"))
    desk.context.undo.note(change)
    page_of(desk).refresh()
    assert len(chips(desk)) == 2
    QTest.keyClick(desk, Qt.Key.Key_Z, CTRL)
    assert chips(desk) == ["Spring talks, Planned"]


@pytest.fixture
def saved_as(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the user is offered as a name, and the file they choose in its place."""
    asked: dict[str, Any] = {}

    def choose(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.update(name=name, file=tmp_path / "chosen")
        return str(asked["file"]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return asked


def open_dialog(desk: Desk, qtbot: QtBot) -> CalendarFile:
    click(desk, "Calendar file")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), CalendarFile))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CalendarFile)
    return dialog


def wait_for(desk: Desk, qtbot: QtBot, said: str) -> None:
    messages = desk.context.messages
    qtbot.waitUntil(lambda: messages.last is not None and messages.last.text == said)


def test_the_calendar_file_is_written_without_details_unless_asked(
    begun: Workspace, calendar_of: DeskOf, qtbot: QtBot, saved_as: dict[str, Any]
) -> None:
    desk = calendar_of(begun, session("CC-1", 0), session("CC-2", 1, dialogue_code="D-02"))
    dialog = open_dialog(desk, qtbot)
    assert not dialog.findChildren(Banner)[0].isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    wait_for(desk, qtbot, "The calendar file is written.")
    assert saved_as["name"] == "calendar.ics"
    content = saved_as["file"].read_text()
    assert content.count("SUMMARY:Meeting") == 2
    assert "CC-1" not in content


def test_details_are_warned_of_before_they_are_written(
    begun: Workspace, calendar_of: DeskOf, qtbot: QtBot, saved_as: dict[str, Any]
) -> None:
    desk = calendar_of(begun, session("CC-1", 0), session("CC-2", 1, dialogue_code="D-02"))
    page_of(desk).visit(Place("calendar", "D-02"))
    dialog = open_dialog(desk, qtbot)
    dialog.details.box.click()
    settle()
    assert dialog.findChildren(Banner)[0].isVisible()
    assert clipped(dialog) == []
    QTest.mouseClick(found(dialog, "Write the file"), Qt.MouseButton.LeftButton)
    wait_for(desk, qtbot, "The calendar file is written.")
    assert "SUMMARY:Autumn talks (CC-2)" in saved_as["file"].read_text()
    assert "Spring" not in saved_as["file"].read_text()


def test_costs_are_written_as_a_table(
    begun: Workspace, calendar_of: DeskOf, qtbot: QtBot, saved_as: dict[str, Any]
) -> None:
    line = CostLine(item="Hall", amount=Money(minor=120_000, currency="INR"))
    desk = calendar_of(begun, session("CC-1", 0, cost_lines=(line,)))
    click(desk, "Costs (XLSX)")
    wait_for(desk, qtbot, "The table is written. It is internal: keep it so.")
    assert saved_as["name"] == "costs.xlsx"
    with saved_as["file"].open("rb") as stream:
        assert load_workbook(stream).worksheets[0]["H2"].value == 1200


def test_a_file_that_cannot_be_written_is_said(
    begun: Workspace, calendar_of: DeskOf, qtbot: QtBot, saved_as: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "chosen").mkdir()
    desk = calendar_of(begun, session("CC-1", 0))
    click(desk, "Costs (XLSX)")
    qtbot.waitUntil(lambda: desk.context.messages.last is not None)
    assert desk.context.messages.last is not None
    assert desk.context.messages.last.tone == "amber"
