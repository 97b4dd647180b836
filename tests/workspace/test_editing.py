"""Records are kept, removed and put back as whole steps; what cannot be kept yet stays as typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.errors import Refused, WrongUse
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.insight import Insight
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.model.session import Session
from fieldkit.model.supply import Supplier
from fieldkit.store.keys import WEAKEST
from fieldkit.workspace import Setup, Workspace
from tests.copies import new_workspace


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    setup = Setup(cost=WEAKEST, state_folder=tmp_path / "state")
    with new_workspace(tmp_path / "work.fieldkit", "quiet", setup, sample=True) as workspace:
        yield workspace


def everything(workspace: Workspace) -> list[object]:
    kinds = (Supplier, Partner, Agreement, Promise, Dialogue, Assessment, Session, Insight)
    return [record for kind in kinds for record in workspace.editing.all(kind)]


def test_a_new_code_is_the_next_number_and_tells_nothing(sample: Workspace) -> None:
    assert sample.editing.new_code(Supplier) == "SUP-32"
    assert sample.editing.new_site_code() == "SITE-32"


def test_keeping_the_same_again_is_no_step(sample: Workspace) -> None:
    [supplier, *_] = sample.editing.all(Supplier)
    assert sample.editing.keep(supplier).pairs == ()


def test_a_dialogue_goes_with_all_that_belongs_to_it_and_comes_back_whole(sample: Workspace) -> None:
    before = everything(sample)
    [dialogue, *_] = sample.editing.all(Dialogue)
    gone = sample.editing.remove(dialogue)
    assert sample.editing.find(Dialogue, dialogue.code) is None
    assert sample.editing.find(Assessment, dialogue.code) is None
    sample.editing.apply(gone.reversed())
    assert everything(sample) == before


def test_a_dialogue_whose_brief_has_left_stays_known(sample: Workspace, tmp_path: Path) -> None:
    sample.briefing.export("D-04", tmp_path / "brief.pdf", "en")
    dialogue = sample.editing.find(Dialogue, "D-04")
    assert dialogue is not None
    with pytest.raises(Refused) as refused:
        sample.editing.remove(dialogue)
    assert {reason.rule for reason in refused.value.reasons} == {"RQ-116"}


def test_what_a_dialogue_rests_on_cannot_go(sample: Workspace) -> None:
    for record in (*sample.editing.all(Supplier), *sample.editing.all(Partner)):
        with pytest.raises(Refused):
            sample.editing.remove(record)
    [supplier, *_] = sample.editing.all(Supplier)
    with pytest.raises(Refused):
        sample.editing.remove_site(supplier, supplier.sites[0].code)


def test_a_partner_takes_agreements_and_promises_along(sample: Workspace) -> None:
    partner = Partner(code="PA-90", type="ngo", name="Kiem")
    sample.editing.keep(partner, Agreement(code="AG-90", partner_code="PA-90"))
    sample.editing.keep(Promise(code="PR-90", partner_code="PA-90", to="partner", text="a call in May"))
    gone = sample.editing.remove(partner)
    assert [type(before) for before, _ in gone.pairs] == [Agreement, Promise, Partner]


def test_taking_back_moves_only_what_that_step_moved(sample: Workspace) -> None:
    [supplier, *_] = sample.editing.all(Supplier)
    named = sample.editing.keep(replace(supplier, name="Kiem"))
    sample.editing.keep(replace(supplier, name="Kiem", relation_years=12))
    sample.editing.apply(named.reversed())
    after = sample.editing.find(Supplier, supplier.code)
    assert after == replace(supplier, relation_years=12)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["name", "address", "contact_role"]), min_size=1, max_size=6),
    st.text(max_size=20),
)
def test_any_steps_taken_back_in_turn_leave_everything_as_it_was(
    sample: Workspace, names: list[str], text: str
) -> None:
    before = everything(sample)
    steps = []
    for at, name in enumerate(names):
        [supplier, *_] = sample.editing.all(Supplier)
        steps.append(sample.editing.keep(replace(supplier, **{name: f"{at}{text}"})))
    for step in reversed(steps):
        sample.editing.apply(step.reversed())
    assert everything(sample) == before


def test_steps_of_one_burst_are_one_step(sample: Workspace) -> None:
    [supplier, *_] = sample.editing.all(Supplier)
    first = sample.editing.keep(replace(supplier, name="K"))
    whole = first.then(sample.editing.keep(replace(supplier, name="Kiem")))
    sample.editing.apply(whole.reversed())
    assert sample.editing.find(Supplier, supplier.code) == supplier


def test_a_draft_is_there_after_the_power_came_back_and_goes_with_its_record(tmp_path: Path) -> None:
    setup = Setup(cost=WEAKEST, state_folder=tmp_path / "state")
    partner = Partner(code="PA-01", type="ngo", name="Kiem")
    with new_workspace(tmp_path / "w.fieldkit", "quiet", setup) as workspace:
        workspace.editing.keep(partner)
        workspace.editing.keep_draft(partner, ("years_active",), "a dozen")
    with Workspace.open(tmp_path / "w.fieldkit", "quiet", setup) as workspace:
        assert workspace.editing.drafts(partner) == {"years_active": "a dozen"}
        workspace.editing.drop_draft(partner, ("years_active",))
        assert workspace.editing.drafts(partner) == {}
        workspace.editing.keep_draft(partner, ("years_active",), "a dozen")
        workspace.editing.remove(partner)
        workspace.editing.keep(partner)
        assert workspace.editing.drafts(partner) == {}


def test_the_sample_in_a_throw_away_workspace_is_gone_once_it_is_locked() -> None:
    workspace = Workspace.throw_away()
    folder = workspace._store.path.parent
    assert workspace.path is None
    assert workspace.editing.all(Dialogue)
    workspace.lock()
    assert not folder.exists()


def test_a_step_is_not_taken_back_over_what_changed_since(sample: Workspace) -> None:
    [supplier, *_] = sample.editing.all(Supplier)
    named = sample.editing.keep(replace(supplier, name="Kiem"))
    sample.editing.keep(replace(supplier, name="Kiem and sons"))
    with pytest.raises(WrongUse, match="changed_since"):
        sample.editing.apply(named.reversed())
    assert sample.editing.find(Supplier, supplier.code) == replace(supplier, name="Kiem and sons")


def test_what_others_rest_on_by_now_is_not_taken_back(sample: Workspace) -> None:
    supplier = Supplier(code="SUP-90", name="Kiem", country="IN")
    made = sample.editing.keep(supplier)
    sample.editing.keep(Dialogue(code="D-90", title="Kiem", supplier_code="SUP-90"))
    with pytest.raises(Refused):
        sample.editing.apply(made.reversed())
    assert sample.editing.find(Supplier, "SUP-90") == supplier


def test_the_code_of_a_dialogue_that_is_gone_is_given_to_no_other(sample: Workspace) -> None:
    dialogue = Dialogue(code=sample.editing.new_code(Dialogue), title="Kiem", supplier_code="SUP-03")
    sample.editing.keep(dialogue)
    begun = sample.editing.assessment(dialogue.code)
    sample.editing.keep_draft(begun, ("answers", "pct_women"), "about forty")
    sample.preparing.tick_path_step(dialogue.code, "N1.2", done=True)
    sample.editing.remove(dialogue)
    assert sample.editing.new_code(Dialogue) != dialogue.code
    assert sample.editing.drafts(begun) == {}
    assert sample._store.setting(f"paths/{dialogue.code}") is None
