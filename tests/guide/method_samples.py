"""Answers and ways of looking at advice that several tests share."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from fieldkit.guide.methods import Advice, RankedMethod
from fieldkit.model.answers import Answers
from fieldkit.model.vocabulary import Method

SCENARIOS = {
    scenario["id"]: msgspec.convert(scenario["assessment"], Answers)
    for scenario in json.loads(Path(__file__).with_name("method_scenarios.json").read_text(encoding="utf-8"))
}

STRONG_TOOL = Answers(
    tool_operator="independent",
    tool_anonymous="yes",
    tool_feedback_to_workers="yes",
    device_access="high",
    literacy="high",
    scale="many",
    purpose="verify",
)


def order(advice: Advice) -> list[str]:
    return [ranked.method for ranked in advice.ranking]


def standing(advice: Advice) -> list[tuple[str, int, str]]:
    return [(ranked.method, ranked.points, ranked.label) for ranked in advice.ranking]


def conditions(advice: Advice) -> dict[str, list[str]]:
    return {ranked.method: list(ranked.conditions) for ranked in advice.ranking if ranked.conditions}


def of(advice: Advice, method: Method) -> RankedMethod:
    return next(ranked for ranked in advice.ranking if ranked.method == method)


def combined(advice: Advice) -> dict[str, tuple[Method, ...]]:
    return {combination.rule: combination.methods for combination in advice.combine}


def changed(answers: Answers, **changes: object) -> Answers:
    return msgspec.convert(msgspec.to_builtins(answers) | changes, Answers)
