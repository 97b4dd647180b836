"""Partners as they are shown: standing, the agreement that counts, lateness, taking part."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.model.dialogue import Dialogue, MethodUse
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.model.vocabulary import Kept, PartnerType
from fieldkit.text import catalogue
from fieldkit.workspace import partners

TODAY = date(2026, 4, 20)
CODES = st.sampled_from(["PA-01", "PA-02", "PA-03"])
USES = st.builds(
    MethodUse,
    method=st.sampled_from(["M1", "M2", "M5"]),
    role=st.sampled_from(["lead", "breadth", "check"]),
    partner_code=st.none() | CODES,
)
DIALOGUES = st.builds(
    Dialogue,
    code=st.just("D-01"),
    title=st.just("Stone"),
    supplier_code=st.just("SUP-01"),
    partner_codes=st.lists(CODES, unique=True).map(tuple),
    method_uses=st.lists(USES, max_size=3).map(tuple),
)


def agreement(code: str, start: date | None, months: int | None) -> Agreement:
    return Agreement(code=code, partner_code="PA-01", start=start, months=months)


def test_unions_and_committees_alone_are_asked_how_free_they_are_sc_06() -> None:
    asked = {
        kind for kind in get_args(PartnerType) if partners.is_asked(Partner(code="PA-01", type=kind, name=""))
    }
    assert asked == {"union_site", "union_region", "global_federation", "committee"}


def test_a_new_union_is_not_checked_and_an_ngo_has_no_standing_of_its_own() -> None:
    union = partners.with_standing(Partner(code="PA-01", type="union_site", name=""))
    ngo = partners.with_standing(Partner(code="PA-01", type="ngo", name="", legitimacy_result="yellow"))
    assert (union.legitimacy_result, ngo.legitimacy_result) == ("unverified", "na")


def test_the_ten_questions_are_said_in_both_languages_and_five_decide() -> None:
    english, dutch = (partners.legitimacy_questions(catalogue(each)) for each in ("en", "nl"))
    assert [each.id for each in english] == [f"L{number}" for number in range(1, 11)]
    assert [each.decides for each in dutch] == [True] * 5 + [False] * 5
    assert not {each.text for each in english} & {each.text for each in dutch}


def test_the_agreement_in_force_counts_before_one_that_has_ended() -> None:
    ended = agreement("AG-01", date(2022, 1, 1), 24)
    now = agreement("AG-02", date(2025, 1, 1), 36)
    assert partners.counting([ended, now], TODAY) == now
    assert partners.counting([ended], TODAY) == ended
    assert partners.counting([], TODAY) is None


def test_an_agreement_stands_in_force_ended_endless_or_not_at_all() -> None:
    assert partners.standing(agreement("AG-01", date(2025, 1, 1), 36), TODAY) == "in_force"
    assert partners.standing(agreement("AG-01", date(2022, 1, 1), 24), TODAY) == "ended"
    assert partners.standing(agreement("AG-01", None, 24), TODAY) == "endless"
    assert partners.standing(None, TODAY) == "none"


@given(st.sampled_from(get_args(Kept)), st.none() | st.integers(-400, 400))
def test_a_promise_is_late_while_open_after_its_day_rq_043(kept: Kept, ago: int | None) -> None:
    due = None if ago is None else TODAY - timedelta(days=ago)
    promise = Promise(code="PR-01", to="workers", text="", due=due, kept=kept)
    late = ago is not None and ago > 0 and kept == "open"
    assert partners.days_late(promise, TODAY) == (ago if late else None)


def test_a_row_counts_open_promises_and_the_late_among_them() -> None:
    partner = Partner(code="PA-01", type="ngo", name="Here")
    promises = [
        Promise(code="PR-01", partner_code="PA-01", to="workers", text="", due=date(2026, 4, 1)),
        Promise(code="PR-02", partner_code="PA-01", to="workers", text="", due=date(2026, 6, 1)),
        Promise(code="PR-03", partner_code="PA-01", to="workers", text="", kept="yes"),
        Promise(code="PR-04", partner_code="PA-02", to="workers", text=""),
        Promise(code="PR-05", to="workers", text=""),
    ]
    [row] = partners.rows([partner], [agreement("AG-01", date(2025, 1, 1), 36)], promises, TODAY)
    assert (row.standing, row.until) == ("in_force", date(2028, 1, 1))
    assert (row.open_promises, row.late_promises) == (2, 1)


def test_the_local_partner_leads_before_a_union_that_leads_beside_it() -> None:
    uses = (
        MethodUse(method="M1", role="lead", partner_code="PA-02"),
        MethodUse(method="M2", role="lead", partner_code="PA-01"),
    )
    dialogue = Dialogue(code="D-01", title="", supplier_code="SUP-01", method_uses=uses)
    assert partners.lead(dialogue) == "PA-01"
    assert partners.lead(Dialogue(code="D-01", title="", supplier_code="SUP-01")) is None


@given(DIALOGUES, CODES)
def test_a_partner_taken_out_is_nowhere_and_the_others_stay(dialogue: Dialogue, code: str) -> None:
    left = partners.taken_out(dialogue, code)
    assert partners.in_dialogue(left) == tuple(
        each for each in partners.in_dialogue(dialogue) if each != code
    )
    assert [use.method for use in left.method_uses] == [use.method for use in dialogue.method_uses]
