"""What identifies is gathered from wherever it stands, by the class of its field."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import pytest
from msgspec.structs import replace

from fieldkit.airlock.register import compiled, gather
from fieldkit.model.field import Money
from fieldkit.model.partner import Partner
from fieldkit.model.session import Compensation, ParticipantGroup, Session
from tests.airlock.dossiers import dossier, known


def texts(records: Iterable[msgspec.Struct]) -> set[str]:
    return {item.known.text for item in gather(records)}


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
    assert (text, role) in {(item.known.text, item.known.role) for item in known(dossier())}


def test_the_sum_of_the_groups_is_known_though_nobody_typed_it() -> None:
    groups = (
        ParticipantGroup(label="G1", headcount_planned=7),
        ParticipantGroup(label="G2", headcount_planned=6),
    )
    assert "13" in texts([Session(code="CC-1", method="M2", groups=groups)])


def test_a_language_tag_is_known_by_its_names_in_both_languages() -> None:
    group = ParticipantGroup(label="G1", languages=("pl", "Twi"))
    found = texts([Session(code="CC-1", method="M2", groups=(group,))])
    assert {"Polish", "Pools", "Twi"} <= found
    register = compiled(gather([Session(code="CC-1", method="M2", groups=(group,))]), {})
    assert [mark.text for mark in register.find("De Poolse ploeg")] == ["Poolse"]


def test_an_amount_is_known_in_whole_units_of_its_currency() -> None:
    paid = Compensation(basis="lost_wage", amount_per_person=Money(minor=45050, currency="INR"))
    found = texts([Session(code="CC-1", method="M2", compensations=(paid,))])
    assert "INR 450.50" in found


def test_a_mail_address_is_known_as_one() -> None:
    partner = Partner(code="P-1", type="ngo", name="Kestrel Circle", contact=("kestrel@example.org",))
    assert {str(item.known.kind) for item in gather([partner])} == {"id_number", "organisation", "email"}


def test_a_name_is_let_through_only_from_the_field_it_is_let_through_for() -> None:
    supplier = dossier().supplier
    village = replace(supplier.sites[0], aliases=(supplier.name,))
    allowed = {supplier.name: ("Supplier.name", "Supplier.aliases")}
    plain = compiled(gather([replace(supplier, sites=())]), allowed)
    assert plain.find(f"We thank {supplier.name}.") == []
    assert compiled(gather([replace(supplier, sites=(village,))]), allowed).find(f"We thank {supplier.name}.")


def test_one_person_is_no_count_to_look_for() -> None:
    group = ParticipantGroup(label="G1", headcount_planned=1)
    assert "1" not in texts([Session(code="CC-1", method="M2", groups=(group,))])


def test_a_country_is_known_by_its_names_in_both_languages() -> None:
    assert {"India"} <= texts([dossier().supplier])
    assert {"Netherlands", "Nederland"} <= texts([dossier("horticulture").supplier])
