"""What a dialogue holds of the later steps, as rows to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from fieldkit.errors import WrongUse
from fieldkit.model.dialogue import Dialogue
from fieldkit.model.field import Record, Wording
from fieldkit.model.followup import Action, Brief, SupplierTalk, WorkerFeedback
from fieldkit.model.insight import Insight, SourceDecision
from fieldkit.model.session import Session
from fieldkit.model.supply import Supplier
from fieldkit.store import Store
from fieldkit.text import catalogue
from fieldkit.workspace.recorded import Recorded, RecordedStep, Step
from tests.copies import new_store

EN = catalogue("en")
MARK = "never to be seen"  # stands in every field that holds somebody's words

HELD = Session(code="CC-1", dialogue_code="D-01", method="M2", date=date(2026, 2, 14), status="held")
INSIGHTS = (
    Insight(
        code="I1", dialogue_code="D-01", theme="T05", subtheme="T05.1", polarity="problem", fact_text=MARK,
        suggestion_by_workers=MARK, status="approved", source_decision=SourceDecision(outcome="C"),
    ),
    Insight(
        code="I2", dialogue_code="D-01", theme="T16", subtheme="T16.1", polarity="positive", fact_text=MARK,
    ),
)  # fmt: skip
BRIEF = Brief(
    code="B-01", dialogue_code="D-01", supplier_code="SUP-03", created=datetime(2026, 4, 2, tzinfo=UTC),
    language="nl", sections={}, outcome_mix={"C": 3, "A": 1}, released=(), hash="0" * 64, export_count=2,
)  # fmt: skip
FOLLOWING = (
    Action(
        code="A-1", dialogue_code="D-01", text=Wording(en="Show the roster", nl="Toon het rooster"),
        owner="supplier", due=date(2026, 6, 30), status="done",
    ),
    SupplierTalk(
        code="T-1", dialogue_code="D-01", date=date(2026, 4, 9), roles_present=("buyer", "plant manager"),
        supplier_view=MARK,
    ),
    WorkerFeedback(
        code="F-1", dialogue_code="D-01", channel="union", due=date(2026, 5, 1), content=MARK,
        session_code="CC-1",
    ),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    folder = tmp_path / "state"
    with new_store(tmp_path / "case.fieldkit", "phrase", state_folder=folder) as store:
        save(
            store,
            Supplier(code="SUP-03", name="Silver Quay", country="IN"),
            dialogue("D-01"),
            dialogue("D-02"),
        )
        yield store


def dialogue(code: str) -> Dialogue:
    return Dialogue(code=code, title="Spring talks", supplier_code="SUP-03")


def save(store: Store, *records: Record) -> None:
    with store.transaction():
        for record in records:
            store.save(record, by_role="coordinator")


def recorded(store: Store, step: Step, language: str = "en") -> RecordedStep:
    return Recorded(store).rows("D-01", step, catalogue(language))


def test_insights_tell_their_theme_and_source_decision(store: Store) -> None:
    save(store, *INSIGHTS)

    first, second = recorded(store, "insights").rows

    assert (first.cells[0], first.cells[1]) == ("Pay", "I1")
    assert first.cells[3:] == ("Problem", "No source", "Approved")
    assert second.cells[3:] == ("Goes well", "–", "Draft")


def test_briefs_that_left_tell_month_language_outcomes_and_how_often(store: Store) -> None:
    save(store, BRIEF)

    [left] = recorded(store, "brief").rows
    save(store, msgspec.structs.replace(BRIEF, recalled_on=date(2026, 4, 8)))
    [recalled] = recorded(store, "brief").rows

    assert left.cells == ("B-01", "April 2026", "Dutch", "1 × Name source · 3 × No source", "2", "Has left")
    assert (recalled.cells[-1], recalled.tone) == ("Recalled", "amber")


def test_follow_up_holds_actions_talks_and_words_back_in_the_language_shown(store: Store) -> None:
    save(store, HELD, *FOLLOWING)

    action, talk, told = recorded(store, "follow_up").rows

    assert action.cells == ("Show the roster", "Action", "Supplier", "June 2026", "Done")
    assert talk.cells[2:] == ("buyer and plant manager", "April 2026", "Held")
    assert told.cells == ("After session CC-1", "Word back", "Union", "May 2026", "To be told")
    assert recorded(store, "follow_up", "nl").rows[0].cells[0] == "Toon het rooster"
    assert action.key == "action/D-01/A-1"  # as what is due names it


@pytest.mark.parametrize("step", get_args(Step))
def test_no_words_of_anybody_stand_in_the_rows(store: Store, step: Step) -> None:
    save(store, HELD, *INSIGHTS, BRIEF, *FOLLOWING)

    found = recorded(store, step)

    assert found.rows
    assert MARK not in repr(found)
    assert {len(row.cells) for row in found.rows} == {len(found.columns)}
    assert all(cell for row in found.rows for cell in row.cells)


@pytest.mark.parametrize("step", get_args(Step))
def test_a_step_of_another_dialogue_holds_nothing_of_this_one(store: Store, step: Step) -> None:
    save(store, HELD, *INSIGHTS, BRIEF, *FOLLOWING)

    assert Recorded(store).rows("D-02", step, EN).rows == ()


def test_an_unknown_dialogue_is_said_to_be_unknown(store: Store) -> None:
    with pytest.raises(WrongUse, match="unknown_code"):
        Recorded(store).rows("D-77", "insights", EN)
