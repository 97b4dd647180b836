"""SC1, SC2, SC4, SC6 from planning to confirmed, SC7 refused: what blocks, what frees it, what is refused.

Each scenario's own session is planned anew, with what the scenario first gets wrong, and mended step by step.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from fieldkit.errors import Refused
from fieldkit.model.dialogue import Dialogue
from fieldkit.model.supply import Supplier
from fieldkit.text import catalogue
from fieldkit.workspace.editing import Change
from tests.guide.ready import first
from tests.planner import Planner, on_the_day

ENGLISH = catalogue("en")
COCOA, COCOA_DAY = "CC-2026-05", date(2026, 2, 23)


def test_sc1_the_missing_dialect_the_yard_agents_relative_and_the_bank_are_found(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC1", date(2026, 2, 13)) as workspace:
        planner = Planner(workspace, "CC-2026-01")
        ready = planner.session
        relative = replace(ready.listeners[5], rejected=False)  # one with a yard agent among relatives
        planner.change(
            hops=ready.hops[1:],
            interpreters=ready.interpreters[1:],
            listeners=(*ready.listeners[:5], relative),
            compensations=first(ready.compensations, method="bank_transfer", trace_level="visible"),
            employer_absence=replace(ready.employer_absence, confirmed_by_role="", confirmed_on=None),
        )
        assert planner.refused() == {"SC-17", "SC-18", "SC-20", "SC-24"}
        planner.change(hops=ready.hops, interpreters=ready.interpreters)
        assert planner.refused() == {"SC-17", "SC-18", "SC-24"}
        planner.change(listeners=ready.listeners)  # rejected
        planner.change(compensations=ready.compensations)
        assert planner.refused() == {"SC-17"}
        planner.change(employer_absence=ready.employer_absence)
        planner.confirm()


def test_sc1_a_bank_transfer_stays_refused_even_if_it_is_said_to_leave_no_trace(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC1", date(2026, 2, 13)) as workspace:
        planner = Planner(workspace, "CC-2026-01")
        planner.change(compensations=first(planner.session.compensations, method="bank_transfer"))
        assert planner.refused() == {"SC-18"}


def test_sc2_the_foremans_brother_does_not_interpret(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC2", date(2026, 2, 20)) as workspace:
        planner = Planner(workspace, "CC-2026-02")
        others = planner.session.interpreters
        planner.change(interpreters=first(others, independence="no"))
        assert planner.refused() == {"SC-20", "SC-21"}
        planner.change(interpreters=others)
        planner.confirm()


def test_sc2_both_talks_at_home_are_confirmed_and_the_second_is_no_clash(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC2", date(2026, 2, 20)) as workspace:
        for code in ("CC-2026-02", "CC-2026-03"):
            Planner(workspace, code).confirm()


def test_sc4_the_agency_and_the_housing_side_stay_away_and_both_languages_are_heard(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC4", date(2026, 3, 7)) as workspace:
        planner = Planner(workspace, "CC-2026-04")
        ready = planner.session
        away = tuple(each for each in ready.employer_absence.excluded if each != "agency_coordinators")
        planner.change(
            employer_absence=replace(ready.employer_absence, excluded=away),
            hops=tuple(each for each in ready.hops if each.from_ != "ro"),
        )
        assert planner.refused() == {"SC-17", "SC-20"}
        planner.change(employer_absence=ready.employer_absence, hops=ready.hops)
        planner.confirm()


def test_sc6_waits_for_the_commitment_of_several_years_and_then_goes(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC6", COCOA_DAY) as workspace:
        planner = Planner(workspace, COCOA)
        assert planner.refused() == {"XR-8"}
        dialogue = planner.session.dialogue_code
        assessment = workspace.editing.assessment(dialogue)
        decided = replace(assessment.answers, company_commitment="long")
        workspace.editing.keep(replace(assessment, answers=decided))
        planner.confirm()


def test_sc6_the_commitment_may_also_be_recorded_as_a_condition_that_was_met(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC6", COCOA_DAY) as workspace:
        planner = Planner(workspace, COCOA)
        [open_] = [
            each for each, met in workspace.sessions.board("CC-2026-05", ENGLISH).conditions if not met
        ]
        workspace.sessions.meet_condition(planner.session.dialogue_code, "M2", open_, met=True)
        planner.confirm()
        undone = workspace.sessions.meet_condition(planner.session.dialogue_code, "M2", open_, met=False)
        assert [each.code for each in undone.fell_back] == ["CC-2026-05"]
        assert planner.session.status == "planned"


def test_sc7_has_no_safe_method_and_no_session(tmp_path: Path) -> None:
    """There is no override: no session can be made, by hand, by duplicating or by a series."""
    with on_the_day(tmp_path, "SC1", date(2026, 2, 13)) as workspace:
        answers = scenario_answers("SC7")
        assessment = workspace.editing.assessment("D-01")
        workspace.editing.keep(
            replace(assessment, answers=msgspec.convert(answers, type(assessment.answers)))
        )
        sessions = workspace.sessions
        acts: tuple[Callable[[], Change], ...] = (
            lambda: sessions.create("D-01"),
            lambda: sessions.duplicate("CC-2026-01"),
            lambda: sessions.series("CC-2026-01", [date(2026, 3, 1)]),
        )
        for act in acts:
            with pytest.raises(Refused) as refusal:
                act()
            assert "XR-6" in {reason.rule for reason in refusal.value.reasons}
        assert [each.code for each in workspace.sessions.of("D-01")] == ["CC-2026-01"]


def test_sc7_a_dialogue_that_was_begun_and_never_prepared_has_no_session_either(tmp_path: Path) -> None:
    with on_the_day(tmp_path, "SC1", date(2026, 2, 13)) as workspace:
        [supplier] = workspace.editing.all(Supplier)
        workspace.editing.keep(Dialogue(code="D-90", title="Begun", supplier_code=supplier.code))
        with pytest.raises(Refused) as refusal:
            workspace.sessions.create("D-90")
        assert [reason.rule for reason in refusal.value.reasons] == ["RQ-022"]


def scenario_answers(name: str) -> dict[str, Any]:
    known = msgspec.json.decode((Path(__file__).parents[1] / "guide" / "method_scenarios.json").read_bytes())
    return next(dict(each["assessment"]) for each in known if each["id"] == name)
