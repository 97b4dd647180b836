"""Every field of every record has a class, and what identifies somebody is looked for (`02`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args, get_type_hints

import msgspec
import pytest

from fieldkit.exchange.dialogue_file import DialogueFile
from fieldkit.model.field import Day, FieldClass, Record, fields, new_id, records_in
from fieldkit.model.insight import Insight, SourceAnswers
from fieldkit.model.session import CheckAnswer, ParticipantGroup, Session
from fieldkit.model.supply import GroupClass
from fieldkit.model.vocabulary import DIMENSION_CLASSES, Dimension


def every_record(record: type[msgspec.Struct] = Record) -> Iterator[type[msgspec.Struct]]:
    for each in record.__subclasses__():
        yield each
        yield from every_record(each)


RECORDS = [each for each in every_record() if each.__module__.startswith("fieldkit.model")]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_has_a_class_or_holds_records(record: type[msgspec.Struct]) -> None:
    hints = get_type_hints(record, include_extras=True)
    for field in fields(record):
        if field.field_class is None:
            assert list(records_in(hints[field.name])), f"{record.__name__}.{field.name} has no class"
        else:
            assert field.field_class in get_args(FieldClass)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_is_frozen_and_refuses_what_it_does_not_know(record: type[msgspec.Struct]) -> None:
    config = record.__struct_config__
    assert config.frozen
    assert config.forbid_unknown_fields


def test_what_identifies_is_looked_for_by_the_airlock() -> None:
    """Classes D and O identify by themselves; each text of theirs must be known as something."""
    plain = {
        "Company.name",
        "Company.sector",
        "Supplier.contact_role",
    }  # the sender may show; a role is no name
    for record in RECORDS:
        hints = get_type_hints(record)
        for field in fields(record):
            is_text = hints[field.name] in (str, tuple[str, ...])
            if field.field_class in ("D", "O") and is_text and f"{record.__name__}.{field.name}" not in plain:
                assert field.known_as, f"{record.__name__}.{field.name}"


def test_numbers_and_days_that_identify_in_combination_are_looked_for_too() -> None:
    no_number_of_people = {"share_pct", "survey_share_pct", "teams_behind"}
    for record in RECORDS:
        hints = get_type_hints(record)
        for field in fields(record):
            held = {hints[field.name], *get_args(hints[field.name])}
            if field.field_class == "Q" and field.name not in no_number_of_people:
                assert field.known_as or not held & {int, Day}, f"{record.__name__}.{field.name}"


def test_the_document_reaches_every_record() -> None:
    reached: set[type[msgspec.Struct]] = set()
    waiting: list[type[msgspec.Struct]] = [DialogueFile]
    while waiting:
        record = waiting.pop()
        hints = get_type_hints(record, include_extras=True)
        for found in [inner for hint in hints.values() for inner in records_in(hint)]:
            if found not in reached:
                reached.add(found)
                waiting.append(found)
    assert reached == set(RECORDS) - {SourceAnswers}  # a question put to the tree, kept nowhere


def test_ids_are_random_and_tell_no_time() -> None:
    ids = [new_id() for _ in range(200)]
    assert len(set(ids)) == len(ids)
    assert {each[14] for each in ids} == {"4"}


@pytest.mark.parametrize("dimension", list(DIMENSION_CLASSES))
def test_a_class_belongs_to_its_dimension(dimension: Dimension) -> None:
    for name in DIMENSION_CLASSES[dimension]:
        assert GroupClass(dimension=dimension, class_=name).class_ == name
    with pytest.raises(ValueError, match="not_one_of"):
        GroupClass(dimension=dimension, class_="something else")


def test_a_session_ends_after_it_starts() -> None:
    with pytest.raises(ValueError, match="ends_before_it_starts"):
        Session(code="CC-1", method="M2", start="13:00", end="10:00")


def test_a_group_label_stands_once() -> None:
    with pytest.raises(ValueError, match="label_twice"):
        Session(code="CC-1", method="M2", groups=(ParticipantGroup(label="G1"), ParticipantGroup(label="G1")))


def test_heads_are_counted_as_planned_until_the_day_and_heard_only_once_held() -> None:
    planned = ParticipantGroup(label="G1", headcount_planned=14)
    present = msgspec.structs.replace(planned, label="G2", headcount_present=5)
    session = Session(code="CC-1", method="M2", groups=(planned, present))
    assert (planned.expected, present.expected, session.expected, session.heard) == (14, 5, 19, 0)
    assert msgspec.structs.replace(session, status="held").heard == 5


@pytest.mark.parametrize("status", ["not_applicable", "waived"])
def test_an_item_is_set_aside_only_with_a_reason(status: str) -> None:
    with pytest.raises(msgspec.ValidationError, match="reason_too_short"):
        msgspec.convert({"item": "SC-12", "status": status, "reason": "no need  "}, CheckAnswer)


def test_a_subtheme_belongs_to_its_theme() -> None:
    with pytest.raises(ValueError, match="subtheme_of_another_theme"):
        Insight(code="I1", theme="T05", subtheme="T07.1", polarity="problem", fact_text="x")
