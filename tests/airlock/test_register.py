"""What identifies is gathered from wherever it stands, by the class of its field."""

from __future__ import annotations

import pytest

from fieldkit.airlock.known import Register
from fieldkit.airlock.register import gather, without
from fieldkit.model.field import Money
from fieldkit.model.partner import Partner
from fieldkit.model.session import Compensation, ParticipantGroup, Session
from tests.airlock.dossiers import dossier, known


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Sahara Mitra Sangathan", "name"),
        ("Pathar Mahila Manch", "name"),
        ("Dhanpura", "name"),
        ("Hadoti", "word"),
        ("CC-2026-01", "code"),
        ("Int-1", "code"),
        ("2026-02-14", "date"),
        ("26", "count"),
        ("14", "count"),
        ("INR 450", "amount"),
        ("09:50", "time"),
        ("Stadstegel BV", "name"),
    ],
)
def test_the_sample_is_known_by_every_kind_of_string(text: str, role: str) -> None:
    assert (text, role) in {(item.text, item.role) for item in known(dossier())}


def test_the_sum_of_the_groups_is_known_though_nobody_typed_it() -> None:
    groups = (
        ParticipantGroup(label="G1", headcount_planned=7),
        ParticipantGroup(label="G2", headcount_planned=6),
    )
    assert "13" in {item.text for item in gather([Session(code="CC-1", method="M2", groups=groups)])}


def test_a_language_tag_is_known_by_its_names_in_both_languages() -> None:
    group = ParticipantGroup(label="G1", languages=("pl", "Twi"))
    texts = {item.text for item in gather([Session(code="CC-1", method="M2", groups=(group,))])}
    assert {"Polish", "Pools", "Twi"} <= texts
    register = Register.compile(gather([Session(code="CC-1", method="M2", groups=(group,))]))
    assert [mark.text for mark in register.find("De Poolse ploeg")] == ["Poolse"]


def test_an_amount_is_known_in_whole_units_of_its_currency() -> None:
    paid = Compensation(basis="lost_wage", amount_per_person=Money(minor=45050, currency="INR"))
    texts = {item.text for item in gather([Session(code="CC-1", method="M2", compensations=(paid,))])}
    assert "INR 450.50" in texts


def test_a_mail_address_is_known_as_one() -> None:
    partner = Partner(code="P-1", type="ngo", name="Kestrel Circle", contact=("kestrel@example.org",))
    assert {str(item.kind) for item in gather([partner])} == {"id_number", "organisation", "email"}


def test_only_what_is_let_through_by_its_whole_name_is_left_out() -> None:
    everything = known(dossier())
    left = without(everything, ["Aravalli Cobbles"])
    assert {item.text for item in everything} - {item.text for item in left} == {"Aravalli Cobbles"}
