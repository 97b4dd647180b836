"""T1 to T10: every combination of answers, and what must hold for each (`05` section 5.8)."""

from __future__ import annotations

import itertools
import json
from functools import cache
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from fieldkit.airlock.source import decide, source_line
from fieldkit.model.insight import SourceAnswers
from fieldkit.model.partner import Partner
from fieldkit.model.vocabulary import (
    Attitude,
    Harm,
    PartnerConsent,
    PartnerType,
    WorkerConsent,
    YesNo,
)
from fieldkit.text import catalogue

CASES = json.loads((Path(__file__).parent / "source_cases.json").read_bytes())
CHOICES: dict[str, tuple[str, ...]] = {
    "incident_open": get_args(YesNo),
    "worker_consent": get_args(WorkerConsent),
    "partner_consent": get_args(PartnerConsent),
    "harm_if_raised": get_args(Harm),
    "harm_if_source_known": get_args(Harm),
    "group_size_ok": get_args(YesNo),
    "supplier_attitude": get_args(Attitude),
    "independent_source": get_args(YesNo),
    "can_widen": get_args(YesNo),
}


@cache
def every_combination() -> tuple[SourceAnswers, ...]:
    return tuple(
        msgspec.convert(dict(zip(CHOICES, values, strict=True)), SourceAnswers)
        for values in itertools.product(*CHOICES.values())
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_printed_cases_hold(case: dict[str, Any]) -> None:
    decided = decide(msgspec.convert(case["input"], SourceAnswers))

    assert (decided.outcome, decided.rule) == (case["expected"], case["rule"])


def test_every_combination_is_safe() -> None:
    """No combination names a source, or raises a matter, that could do harm or was not agreed to."""
    combinations = every_combination()
    assert len(combinations) == 2 * 5 * 4 * 4 * 4 * 2 * 4 * 2 * 2
    for answers in combinations:
        outcome = decide(answers).outcome
        if answers.incident_open == "yes":
            assert outcome == "D"
        if answers.harm_if_raised in ("likely", "unknown"):
            assert outcome == "D"
        if outcome in ("A", "B"):
            assert answers.harm_if_raised == answers.harm_if_source_known == "none"
            assert answers.group_size_ok == "yes"
            assert answers.supplier_attitude in ("constructive", "neutral")
            assert answers.worker_consent in ("type", "named")
            assert answers.partner_consent in ("type", "named")
        if outcome == "A":
            assert answers.worker_consent == answers.partner_consent == "named"
        if "none" in (answers.worker_consent, answers.partner_consent) and outcome != "D":
            assert outcome == "C"
            assert answers.independent_source == "yes"
            assert answers.harm_if_raised == "none"
        if outcome != "D" and (answers.harm_if_raised == "possible" or answers.group_size_ok == "no"):
            assert outcome == "C"


def test_every_step_decides_something() -> None:
    assert {decide(answers).rule for answers in every_combination()} == {f"T{step}" for step in range(1, 11)}


def test_every_outcome_can_be_reached() -> None:
    assert {decide(answers).outcome for answers in every_combination()} == {"A", "B", "C", "D"}


def test_what_is_missing_counts_as_the_unsafe_answer() -> None:
    assert decide(SourceAnswers()).outcome == "D"
    for field in CHOICES:
        open_to_all = {
            "incident_open": "no", "worker_consent": "named", "partner_consent": "named",
            "harm_if_raised": "none", "harm_if_source_known": "none", "group_size_ok": "yes",
            "supplier_attitude": "constructive", "independent_source": "no", "can_widen": "no",
        }  # fmt: skip
        assert decide(msgspec.convert(open_to_all, SourceAnswers)).outcome == "A"
        del open_to_all[field]
        outcome = decide(msgspec.convert(open_to_all, SourceAnswers)).outcome
        # Neither a public source nor a wider wording makes anything more open than it was.
        assert outcome == "A" if field in ("independent_source", "can_widen") else outcome in ("C", "D")


@pytest.mark.parametrize("kind", get_args(PartnerType))
def test_outcome_b_tells_the_kind_and_never_the_name(kind: PartnerType) -> None:
    partner = Partner(code="P-1", type=kind, name="Kestrel Circle")
    for language in ("en", "nl"):
        line = source_line("B", (partner,), catalogue(language))
        assert line is not None
        assert "Kestrel" not in line.sentence + line.cell
        assert line.sentence
        assert line.cell


def test_outcome_a_names_the_organisation() -> None:
    partner = Partner(code="P-1", type="union_region", name="Kestrel Circle")
    line = source_line("A", (partner,), catalogue("en"))
    assert line is not None
    assert line.sentence == "Kestrel Circle told us the following."


@pytest.mark.parametrize("outcome", ["C", "D"])
def test_outcomes_c_and_d_have_no_line_about_a_source(outcome: Any) -> None:
    partner = Partner(code="P-1", type="union_region", name="Kestrel Circle")
    assert source_line(outcome, (partner,), catalogue("en")) is None
