"""The questions about a site: each asked once, none before its time; what is hidden is not listened to."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.guide.method_rules import rule_book
from fieldkit.guide.methods import advise
from fieldkit.guide.site_questions import effective, groups, labels, sections, still_unknown
from fieldkit.model.answers import Answers
from tests.guide.method_samples import SCENARIOS
from tests.guide.test_method_promises import EVERY_ANSWER

ROUTES = {
    "M3": Answers(gm_status="weak"),
    "M4": Answers(tool_operator="independent"),
    "M5": Answers(audit_status="planned"),
}


def asked(answers: Answers) -> set[str]:
    return {field for section in sections(answers) for field in section.fields}


def test_every_answer_has_exactly_one_question() -> None:
    fields = [each.field for group in groups() for each in group.questions]
    assert sorted(fields) == sorted(Answers.__struct_fields__)
    assert labels().keys() == set(fields)


def test_every_field_that_sums_a_section_up_is_asked_in_it() -> None:
    for group in groups():
        assert set(group.summary) <= {each.field for each in group.questions}


def test_the_four_questions_and_the_purpose_always_show() -> None:
    assert [section.id for section in sections(Answers())] == ["purpose", "Q1", "Q2", "Q3", "Q4"]
    assert {"gm_status", "tool_operator", "audit_status"} <= asked(Answers())


@pytest.mark.parametrize("route", ROUTES)
def test_a_route_is_asked_about_only_once_it_exists(route: str) -> None:
    assert [section.id for section in sections(ROUTES[route])] == ["purpose", "Q1", "Q2", "Q3", "Q4", route]


def test_a_union_is_looked_at_only_where_there_is_one() -> None:
    assert "union_legitimacy" not in asked(Answers(union_at_site="no"))
    assert "union_legitimacy" in asked(Answers(union_at_site="yes"))
    assert "regional_union_legitimacy" not in asked(Answers())
    assert "regional_union_legitimacy" in asked(Answers(union_in_region="yes"))
    assert "global_union_reachable" not in asked(Answers(union_in_region="yes"))


@given(EVERY_ANSWER)
def test_every_key_input_is_asked_at_any_answers_so_nobody_is_stuck_p6(answers: Answers) -> None:
    assert set(rule_book().key_inputs) <= asked(answers)


@given(EVERY_ANSWER)
def test_an_answer_can_always_be_seen_among_its_options_and_be_unknown(answers: Answers) -> None:
    for section in sections(answers):
        for question in section.questions:
            if question.kind == "choice":
                assert getattr(answers, question.field) in question.options
                assert "unknown" in question.options


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_worked_scenarios_keep_their_advice(scenario: str) -> None:
    answers = SCENARIOS[scenario]
    heard, given_ = advise(effective(answers)), advise(answers)
    rank = [(r.method, r.points, r.state, r.label, r.conditions) for r in heard.ranking]
    assert rank == [(r.method, r.points, r.state, r.label, r.conditions) for r in given_.ranking]
    assert (heard.outcome, heard.unknown, heard.combine, heard.no_union_paths) == (
        given_.outcome, given_.unknown, given_.combine, given_.no_union_paths,
    )  # fmt: skip


@given(EVERY_ANSWER)
def test_listening_twice_hears_the_same_and_asks_the_same(answers: Answers) -> None:
    heard = effective(answers)
    assert effective(heard) == heard
    assert asked(heard) == asked(answers)


@given(EVERY_ANSWER)
def test_what_is_asked_is_heard_as_it_was_answered(answers: Answers) -> None:
    heard = effective(answers)
    for field in asked(answers):
        assert getattr(heard, field) == getattr(answers, field)


@given(EVERY_ANSWER, EVERY_ANSWER)
def test_what_is_hidden_changes_nothing_in_the_advice(answers: Answers, other: Answers) -> None:
    hidden = set(Answers.__struct_fields__) - asked(answers)
    changed = replace(answers, **{field: getattr(other, field) for field in hidden})
    assert advise(effective(changed)) == advise(effective(answers))


@given(EVERY_ANSWER)
def test_where_there_is_no_union_its_legitimacy_does_not_apply(answers: Answers) -> None:
    without = effective(replace(answers, union_at_site="no", union_in_region="no"))
    assert (without.union_legitimacy, without.regional_union_legitimacy) == ("na", "na")


@given(st.sampled_from(rule_book().key_inputs))
def test_a_key_input_is_missed_in_the_section_that_asks_it(field: str) -> None:
    known = SCENARIOS["SC1"]
    missing: str | None = None if field.startswith("pct_") else "unknown"
    answers = replace(known, **{field: missing})
    found = [name for section in sections(answers) for name in still_unknown(section, answers)]
    assert found == [field]


def test_a_question_of_the_data_with_a_slip_of_the_pen_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"field": "tier", "label": "Tier", "hint": "?"}, type(groups()[0].questions[0]))
