"""Method advice: the worked scenarios, and advice in words."""

from __future__ import annotations

import gettext
import json

import msgspec

from fieldkit.guide.methods import Combination, advise, in_words
from fieldkit.text import Catalogue, catalogue
from tests.guide.method_samples import SCENARIOS, changed, conditions, of, standing

# The worked scenarios


def test_sc1_indian_natural_stone() -> None:
    advice = advise(SCENARIOS["SC1"])
    assert standing(advice) == [
        ("M2", 143, "recommended"),
        ("M1", 19, "weak"),
        ("M3", 16, "weak"),
        ("M4", 0, "not_available"),
        ("M5", 0, "not_available"),
    ]
    assert conditions(advice) == {
        "M1": ["Global federation confirms a local contact"],
        "M3": ["Repair trust, access and response time first"],
    }
    assert (advice.outcome, advice.provisional, advice.unknown) == ("ok", False, ())
    assert (advice.precedence, advice.combine, advice.no_union_paths) == ((), (), ("N2", "N4"))


def test_sc1_lists_rules_and_flags_once_in_the_order_of_the_table() -> None:
    union = of(advise(SCENARIOS["SC1"]), "M1")
    assert union.rules == ("R06c", "R07", "R12", "R13", "R15", "R25", "R76")
    assert union.flags == (
        "representativeness", "route_global_federation", "source_hard_to_name", "safety_watch",
    )  # fmt: skip


def test_sc2_turkish_garment() -> None:
    advice = advise(SCENARIOS["SC2"])
    assert standing(advice) == [
        ("M2", 75, "recommended_if"),
        ("M4", 35, "weak"),
        ("M3", 28, "weak"),
        ("M1", 5, "weak"),
        ("M5", 0, "not_available"),
    ]
    assert conditions(advice) == {
        "M2": ["Let the partner set pace and format; no delivery date for insights"],
        "M3": ["Score the mechanism on the eight UNGP criteria"],
        "M1": ["Check the regional union with the legitimacy questions"],
    }
    assert (advice.outcome, advice.provisional) == ("ok", False)
    assert (advice.precedence, advice.combine, advice.no_union_paths) == ((), (), ("N1", "N4"))


def test_sc4_dutch_horticulture() -> None:
    advice = advise(SCENARIOS["SC4"])
    assert standing(advice) == [
        ("M1", 79, "recommended"),
        ("M2", 99, "recommended"),
        ("M4", 70, "recommended"),
        ("M3", 34, "weak"),
        ("M5", 30, "weak"),
    ]
    assert conditions(advice) == {
        "M3": ["Score the mechanism on the eight UNGP criteria"],
        "M5": ["Ask the auditor how interviews are chosen, held, protected and followed up"],
    }
    assert (advice.outcome, advice.provisional) == ("ok", False)
    assert (advice.precedence, advice.no_union_paths) == (("P1",), ("N1", "N4"))
    assert advice.combine == (Combination(rule="C3", methods=("M1", "M2")),)


def test_sc6_ghana_cocoa() -> None:
    advice = advise(SCENARIOS["SC6"])
    assert standing(advice) == [
        ("M2", 121, "recommended_if"),
        ("M1", 45, "possible"),
        ("M3", 9, "weak"),
        ("M4", 1, "weak"),
        ("M5", 0, "weak"),
    ]
    assert conditions(advice) == {
        "M2": ["Management decides on a multi-year commitment to the partner"],
        "M3": ["Repair trust, access and response time first"],
        "M4": [
            "Assess method, anonymity, languages, channels and follow-up of a provider",
            "Build trust with the tool provider or choose another route",
        ],
    }
    assert (advice.outcome, advice.provisional) == ("ok", False)
    assert (advice.precedence, advice.no_union_paths) == ((), ("N1", "N4"))
    assert advice.combine == (Combination(rule="C3", methods=("M1", "M2")),)


def test_sc6_becomes_plainly_recommended_once_management_commits() -> None:
    advice = advise(changed(SCENARIOS["SC6"], company_commitment="long"))
    assert advice.ranking[0].label == "recommended"


def test_sc7_no_safe_method() -> None:
    advice = advise(SCENARIOS["SC7"])
    assert standing(advice) == [
        ("M2", 0, "weak"),
        ("M4", 32, "not_available"),
        ("M3", 20, "not_available"),
        ("M5", 10, "not_available"),
        ("M1", 0, "not_available"),
    ]
    assert conditions(advice) == {
        "M2": [
            "Written risk assessment by the partner itself that contact is safe",
            "Find and assess an organisation active near the site",
            "Management decides on a multi-year commitment to the partner",
            "Build trust with the local organisation or choose another route",
        ]
    }
    assert (advice.outcome, advice.provisional) == ("no_safe_method", True)
    assert advice.unknown == ("women_position_barrier",)
    assert (advice.precedence, advice.combine, advice.no_union_paths) == ((), (), ("N5",))


def test_sc9_acute_stop() -> None:
    advice = advise(SCENARIOS["SC9"])
    assert advice.outcome == "acute_stop"
    assert (advice.ranking, advice.precedence, advice.combine, advice.no_union_paths) == ((), (), (), ())


def test_states_go_with_labels() -> None:
    states = {ranked.method: ranked.state for ranked in advise(SCENARIOS["SC1"]).ranking}
    assert states == {
        "M1": "conditional", "M2": "available", "M3": "conditional", "M4": "unavailable", "M5": "unavailable",
    }  # fmt: skip


# In words


class Dutch(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return {"Global federation confirms a local contact": "De federatie bevestigt"}.get(message, message)


def test_conditions_are_said_in_the_language_asked_for() -> None:
    advice = advise(SCENARIOS["SC1"])
    dutch = in_words(advice, Catalogue("nl", Dutch()))
    assert of(dutch, "M1").conditions == ("De federatie bevestigt",)
    assert in_words(advice, catalogue("en")) == advice


def test_the_output_has_the_names_of_the_contract() -> None:
    output = msgspec.to_builtins(advise(SCENARIOS["SC4"]))
    assert list(output) == [
        "outcome", "provisional", "unknown", "ranking", "precedence", "combine", "no_union_paths",
    ]  # fmt: skip
    assert list(output["ranking"][0]) == [
        "method", "points", "state", "label", "conditions", "flags", "rules",
    ]  # fmt: skip
    assert json.loads(json.dumps(output))["combine"] == [{"rule": "C3", "methods": ["M1", "M2"]}]
