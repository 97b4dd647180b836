from __future__ import annotations

from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from fieldkit.guide import new_sessions, readiness
from fieldkit.model.session import Session
from tests.guide.ready import ready


def test_a_new_session_knows_what_the_dialogue_knows_and_answers_nothing() -> None:
    situation = ready()
    made = new_sessions.first(situation.dialogue, situation.supplier, situation.assessment, "CC-2026-07")
    assert (made.method, made.partner_code, made.time_zone) == ("M2", "PA-01", "Asia/Kolkata")
    assert (made.risk_level, made.risk_reviewed_on, made.status) == ("high", None, "planned")
    assert "agency_coordinators" not in made.employer_absence.excluded
    nothing_said = Session(code="CC-2026-07", method="M2")
    for field in ("checks", "selection", "groups", "listeners", "venue", "compensations", "consents", "hops"):
        assert getattr(made, field) == getattr(nothing_said, field)
    absence = replace(made.employer_absence, excluded=())
    assert absence == nothing_said.employer_absence


def test_where_an_agency_employs_people_its_side_is_kept_away_too() -> None:
    situation = ready()
    assert situation.assessment is not None
    answers = replace(situation.assessment.answers, pct_temp_agency=85)
    assessment = replace(situation.assessment, answers=answers)
    made = new_sessions.first(situation.dialogue, situation.supplier, assessment, "CC-2026-07")
    assert {"agency_coordinators", "housing_managers"} <= {*made.employer_absence.excluded}


def test_without_a_method_there_is_no_session() -> None:
    situation = ready()
    with pytest.raises(ValueError, match="no method"):
        new_sessions.first(
            replace(situation.dialogue, method_uses=()),
            situation.supplier,
            situation.assessment,
            "CC-2026-07",
        )


def test_another_session_like_it_keeps_the_plan_and_forgets_what_was_said_for_one_day() -> None:
    before = ready().session
    made = new_sessions.again(before, "CC-2026-07", date(2026, 3, 1))
    assert (made.code, made.date, made.status) == ("CC-2026-07", date(2026, 3, 1), "planned")
    assert made.id != before.id
    for field in (
        "start",
        "end",
        "venue",
        "trips",
        "meals",
        "childcare",
        "hops",
        "stop_signal",
        "cost_lines",
    ):
        assert getattr(made, field) == getattr(before, field)
    assert {check.item for check in made.checks} == {
        "SC-01",
        "SC-04",
        "SC-05",
        "SC-06",
        "SC-08",
        "SC-09",
        "SC-10",
    }
    assert [group.headcount_planned for group in made.groups] == [14, 12]


def test_nothing_that_was_recorded_goes_into_another_session() -> None:
    before = ready().session
    text = msgspec.json.encode(new_sessions.again(before, "CC-2026-07", None)).decode()
    assert not any(
        word in text for word in ("headcount_present", "consents", "raw_notes", "breach", "checked")
    )
    assert before.employer_absence.note not in text


def test_another_session_has_to_be_made_safe_anew() -> None:
    situation = ready()
    again = replace(situation, session=new_sessions.again(situation.session, "CC-2026-07", date(2026, 2, 14)))
    held = {each.item for each in readiness.holds(readiness.planned(again))}
    assert {"SC-02", "SC-11", "SC-13", "SC-16", "SC-17", "SC-18", "SC-20", "SC-21", "SC-24", "XR-7"} <= held
    assert not held & {"SC-05", "SC-08", "SC-19"}
