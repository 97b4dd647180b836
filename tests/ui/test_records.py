"""A list of records on the board: added, taken out, put back, by mouse and by keyboard, with its drafts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.model.session import Interpreter, PresentPerson, Session
from fieldkit.workspace import Workspace
from fieldkit.workspace.choices import options
from tests.ui.at_the_desk import cursor, field_at, settle, typed
from ui.context import Context
from ui.desk import Desk
from ui.editor import Editor
from ui.fields import ChoiceField, LineField, NumberField
from ui.pages.dialogue.board.record_steps import places
from ui.pages.dialogue.board.records import RecordList

CODE = "CC-2026-01"


class Form(QWidget):
    """Who else is there, who translates and how people travel, on the first session of the sample."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.editor = Editor(context, kept(context), self)
        self.people = RecordList(
            context, self.editor, ("present_persons",), "Add somebody",
            new=lambda: PresentPerson(role=""),
            title=lambda at: f"Person {at + 1}",
            fields=self._person,
            remove_words=lambda at: f"Take out person {at + 1}",
        )  # fmt: skip
        self.interpreters = RecordList(
            context, self.editor, ("interpreters",), "Add an interpreter",
            new=lambda: Interpreter(code="Int-9", from_lang="Hindi", to_lang="English"),
            title=lambda at: str(self.editor.value(("interpreters", at, "code"))),
            fields=lambda at: [LineField(context, self.editor, ("interpreters", at, "code"), "Code")],
            remove_words=lambda at: f"Take out interpreter {at + 1}",
        )  # fmt: skip
        self.trips = RecordList(
            context, self.editor, ("trips",), "Add a trip",
            new=lambda: self.editor.value(("trips", 0)),
            title=lambda at: f"Trip {at + 1}",
            fields=lambda at: [NumberField(context, self.editor, ("trips", at, "seats"), "Seats")],
            remove_words=lambda at: f"Take out trip {at + 1}",
        )  # fmt: skip
        self.elsewhere = QPushButton("Elsewhere")
        column = QVBoxLayout(self)
        for widget in (self.people, self.interpreters, self.trips, self.elsewhere):
            column.addWidget(widget)
        context.undo.moved.connect(self.editor.reload)

    def _person(self, at: int) -> Sequence[QWidget]:
        yes_no = options("YesNo", self.context.words)
        return [
            LineField(self.context, self.editor, ("present_persons", at, "role"), "Role"),
            ChoiceField(
                self.context, self.editor, ("present_persons", at, "screened"), "Looked into", yes_no
            ),
        ]

    def undo(self) -> None:
        """Take back the last step, as the desk does."""
        self.editor.flush()
        self.context.undo.undo()
        settle()


def kept(context: Context) -> Session:
    session = context.workspace.editing.find(Session, CODE)
    assert session is not None
    return session


def roles(form: Form) -> list[str]:
    return [each.role for each in kept(form.context).present_persons]


@pytest.fixture
def form(qtbot: QtBot, desk_of: Callable[..., Desk], sample: Workspace) -> Form:
    desk = desk_of(sample)
    made = Form(desk.context)
    made.setParent(desk, Qt.WindowType.Window)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def remove(qtbot: QtBot, records: RecordList, at: int) -> None:
    qtbot.mouseClick(records.blocks[at].remove, Qt.MouseButton.LeftButton)
    settle()


def test_every_record_has_a_block_with_its_name_and_its_values(form: Form) -> None:
    assert len(form.people.blocks) == len(roles(form)) == 5
    assert [field.line.text() for field in _lines(form.people)] == roles(form)
    assert [block.accessibleName() for block in form.interpreters.blocks] == ["Int-1", "Int-2"]
    names = {block.remove.accessibleName() for block in form.people.blocks}
    assert names == {f"Take out person {at}" for at in range(1, 6)}


def test_a_new_record_has_the_cursor_in_its_first_field(qtbot: QtBot, form: Form) -> None:
    qtbot.mouseClick(form.people.add_button, Qt.MouseButton.LeftButton)
    settle()
    assert field_at(cursor()).key == "present_persons[5].role"
    typed(qtbot, "cook's helper")
    form.editor.flush()
    assert roles(form)[-1] == "cook's helper"


def test_records_are_added_and_taken_out_by_keyboard_alone(qtbot: QtBot, form: Form) -> None:
    assert form.people.go_to("present_persons")
    assert cursor() is form.people.add_button
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    typed(qtbot, "guard of the hall")
    block = form.people.blocks[5]
    block.remove.setFocus()
    assert roles(form)[5] == "guard of the hall"
    qtbot.keyClick(cursor(), Qt.Key.Key_Return)
    settle()
    assert len(roles(form)) == 5
    assert field_at(cursor()).key == "present_persons[4].role"


def test_what_is_typed_is_in_the_record_it_was_typed_for_though_another_goes(
    qtbot: QtBot, form: Form
) -> None:
    before = roles(form)
    form.people.fields["present_persons[2].role"].setFocus()
    typed(qtbot, "second cook")
    form.people.take_out(0)  # as a shortcut would, while the cursor is still in the line
    assert roles(form) == [before[1], "second cook", *before[3:]]
    assert [field.line.text() for field in _lines(form.people)] == roles(form)


def test_the_one_that_took_its_place_has_the_cursor_and_the_last_leads_to_the_button(
    qtbot: QtBot, form: Form
) -> None:
    remove(qtbot, form.people, 1)
    assert field_at(cursor()).key == "present_persons[1].role"
    for _ in range(4):
        remove(qtbot, form.people, 0)
    assert roles(form) == []
    assert cursor() is form.people.add_button


def test_a_record_taken_out_is_told_and_comes_back(qtbot: QtBot, form: Form) -> None:
    before = kept(form.context)
    remove(qtbot, form.people, 3)
    told = form.context.messages.last
    assert told is not None
    assert "Person 4" in told.text
    assert told.act is not None
    told.act()
    settle()
    assert kept(form.context) == before
    assert [field.line.text() for field in _lines(form.people)] == roles(form)


def test_two_records_added_are_two_steps(form: Form) -> None:
    form.people.add()
    form.people.add()
    assert len(roles(form)) == 7
    form.undo()
    assert len(roles(form)) == 6
    form.undo()
    assert len(roles(form)) == len(form.people.blocks) == 5


def test_what_goes_with_a_record_goes_and_comes_back_in_one_step(qtbot: QtBot, form: Form) -> None:
    before = kept(form.context).hops
    remove(qtbot, form.interpreters, 0)
    assert [each.interpreter_code for each in kept(form.context).hops] == [None, "Int-2"]
    form.undo()
    assert kept(form.context).hops == before
    assert len(form.interpreters.blocks) == 2


def test_the_cursor_stays_in_its_field_when_records_come_from_elsewhere(form: Form) -> None:
    form.people.fields["present_persons[1].screened"].setFocus()
    session = kept(form.context)
    form.context.keep(replace(session, present_persons=session.present_persons[:3]))
    form.editor.reload()
    settle()
    assert field_at(cursor()).key == "present_persons[1].screened"


def test_the_name_of_a_block_follows_what_is_typed(qtbot: QtBot, form: Form) -> None:
    form.interpreters.fields["interpreters[1].code"].setFocus()
    typed(qtbot, "Int-7")
    form.editor.flush()
    assert form.interpreters.blocks[1].accessibleName() == "Int-7"


def test_what_could_not_be_kept_goes_along_with_its_record_and_comes_back(qtbot: QtBot, form: Form) -> None:
    seats = form.trips.fields["trips[1].seats"]
    assert isinstance(seats, NumberField)
    seats.setFocus()
    typed(qtbot, "many")
    form.elsewhere.setFocus()
    assert seats.problem
    remove(qtbot, form.trips, 0)
    moved = form.trips.fields["trips[0].seats"]
    assert isinstance(moved, NumberField)
    assert (moved.line.text(), bool(moved.problem)) == ("many", True)
    form.undo()
    first, second = form.trips.fields["trips[0].seats"], form.trips.fields["trips[1].seats"]
    assert isinstance(first, NumberField)
    assert isinstance(second, NumberField)
    assert (first.line.text(), first.problem) == ("28", "")
    assert (second.line.text(), bool(second.problem)) == ("many", True)


def test_what_could_not_be_kept_of_a_record_that_goes_is_gone_with_it(qtbot: QtBot, form: Form) -> None:
    form.trips.fields["trips[1].seats"].setFocus()
    typed(qtbot, "many")
    form.elsewhere.setFocus()
    remove(qtbot, form.trips, 1)
    assert form.context.workspace.editing.drafts(kept(form.context)) == {}
    form.trips.add()
    again = form.trips.fields["trips[1].seats"]
    assert isinstance(again, NumberField)
    assert (again.line.text(), again.problem) == ("28", "")


def test_a_path_leads_to_its_field_or_the_first_of_its_record(form: Form) -> None:
    for records, key, found in (
        (form.trips, "trips[1].seats", "trips[1].seats"),
        (form.trips, "trips[1]", "trips[1].seats"),
        (form.trips, "trips[1].unheard_of", "trips[1].seats"),
        (form.people, "present_persons[2].screened", "present_persons[2].screened"),
    ):
        assert records.go_to(key)
        assert field_at(cursor()).key == found


def test_a_path_that_leads_elsewhere_is_left_to_others(form: Form) -> None:
    form.elsewhere.setFocus()
    for key in ("meals[0].cost", "trips[7].seats", "trips_of_others", ""):
        assert not form.trips.go_to(key)
    assert cursor() is form.elsewhere


def test_a_record_of_another_list_leaves_the_fields_of_this_one_alone(form: Form) -> None:
    before = form.people.fields
    form.trips.add()
    assert form.people.fields == before


@given(st.lists(st.integers(0, 3), max_size=8), st.data())
def test_after_one_goes_every_other_is_found_again(before: list[int], data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(before)))
    after = [each for at, each in enumerate(before) if at != gone]
    found = dict(places(before, after))
    assert [before[at] for at in found] == before
    assert [after[there] for there in found.values() if there is not None] == after


def _lines(records: RecordList) -> list[LineField]:
    return [each for each in records.fields.values() if isinstance(each, LineField)]
