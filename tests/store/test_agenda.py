"""Narrow questions: they say what the whole records say, and read no long row for it."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from typing import Any, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.model.field import Wording
from fieldkit.model.followup import Action, Brief, Incident, SupplierTalk, WorkerFeedback
from fieldkit.model.partner import Partner, Promise
from fieldkit.model.session import CheckAnswer, ParticipantGroup, Session
from fieldkit.model.supply import Site, Supplier
from fieldkit.model.vocabulary import CheckStatus, IncidentStatus, YesNo
from fieldkit.store import Store
from fieldkit.store.agenda import Progress
from fieldkit.store.schema import steps
from tests.store.workspaces import ROLE, dialogue, insight, save_with_dialogue

TODAY = date(2026, 4, 20)


def session(code: str = "CC-2026-01", **more: Any) -> Session:
    usual: dict[str, Any] = {"dialogue_code": "D-01", "method": "M2", "date": TODAY}
    return Session(code=code, **usual | more)


def answer(item: str, status: CheckStatus = "yes") -> CheckAnswer:
    return CheckAnswer(item=item, status=status, reason="not needed for this talk")


def save(store: Store, *records: Any) -> None:
    for record in records:
        save_with_dialogue(store, record)


def test_sessions_ahead_come_soonest_first_with_their_people(store: Store) -> None:
    groups = (ParticipantGroup(label="G1", headcount_planned=14), ParticipantGroup(label="G2"))
    save(
        store,
        session("CC-1", date=date(2026, 5, 2), status="postponed"),
        session("CC-2", start="13:00", groups=groups),
        session("CC-3", start="09:00", status="confirmed"),
        session("CC-4", date=date(2026, 4, 19)),
        session("CC-5", status="held"),
        session("CC-6", date=None),
    )
    ahead = store.agenda.coming(TODAY, 5)
    assert [each.code for each in ahead] == ["CC-3", "CC-2", "CC-1"]
    assert (ahead[1].groups, ahead[1].people, ahead[1].dialogue_title) == (2, 14, "Spring talks")
    assert [each.code for each in store.agenda.coming(TODAY, 1)] == ["CC-3"]
    assert store.agenda.count_coming(TODAY) == 3


def test_the_checks_on_reprisal_follow_the_answers_of_their_session_sc_39(store: Store) -> None:
    save(store, session(checks=(answer("SC-14"), answer("SC-39a"), answer("SC-39b", "open"))))
    assert sorted(store.agenda.reprisal_checks()) == [
        ("CC-2026-01", "SC-39a", "yes"),
        ("CC-2026-01", "SC-39b", "open"),
    ]
    save(store, session(checks=(answer("SC-39b", "no"),)))
    assert store.agenda.reprisal_checks() == [("CC-2026-01", "SC-39b", "no")]
    store.delete(session(), by_role=ROLE)
    assert store.agenda.reprisal_checks() == []


STATUSES = st.sampled_from(["open", "yes", "no", "not_applicable", "waived"])
CHECKS = st.lists(st.tuples(st.sampled_from(["SC-14", "SC-39a", "SC-39b"]), STATUSES), max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(CHECKS, min_size=1, max_size=3))
def test_after_any_changes_the_checks_are_those_of_the_record_as_it_stands(
    store: Store, versions: list[list[tuple[str, CheckStatus]]]
) -> None:
    for checks in versions:
        save(store, session(checks=tuple(answer(item, status) for item, status in checks)))
    last = {item: status for item, status in versions[-1] if item != "SC-14"}
    assert {item: status for _, item, status in store.agenda.reprisal_checks()} == last


def test_a_file_of_before_gets_its_checks_copied(store: Store) -> None:
    save(store, session(checks=(answer("SC-39a"), answer("SC-39b", "waived"))))
    before = sorted(store.agenda.reprisal_checks())
    with store.transaction():
        for name in ("added", "removed", "changed"):
            store._connection.execute(f"DROP TRIGGER reprisal_check_{name}")
        store._connection.execute("DROP TABLE reprisal_check")
        [step] = [step for step in steps() if "reprisal_check" in step]
        store._connection.script(step)
    assert sorted(store.agenda.reprisal_checks()) == before


def test_open_promises_and_actions_with_a_day_are_due(store: Store) -> None:
    day = date(2026, 5, 1)
    save(
        store,
        Promise(code="PR-1", dialogue_code="D-01", partner_code="PA-01", to="workers", text="Tell.", due=day),
        Promise(code="PR-2", to="workers", text="No day."),
        Promise(code="PR-3", to="workers", text="Kept.", due=day, kept="late"),
        Action(code="A1", dialogue_code="D-01", text=Wording(nl="Rooster"), owner="supplier", due=day),
        Action(
            code="A2", dialogue_code="D-01", text=Wording(en="Done"), owner="joint", due=day, status="done"
        ),
    )
    [promise], [action] = store.agenda.promises(), store.agenda.actions()
    assert (promise.code, promise.partner_code, promise.day, promise.said) == ("PR-1", "PA-01", day, "Tell.")
    assert (action.code, action.dialogue_code, action.said) == ("A1", "D-01", Wording(nl="Rooster"))


def test_dialogues_opened_last_come_first_and_those_deleted_not_at_all(store: Store) -> None:
    save(store, dialogue("D-01"), dialogue("D-02"))
    for code, hour in (("D-01", 9), ("D-02", 10), ("D-03", 11)):
        moment = datetime(2026, 4, 20, hour, tzinfo=UTC)
        store.set_setting(f"opened/{code}", moment.isoformat(timespec="microseconds"))
    assert list(store.agenda.opened()) == ["D-02", "D-01"]
    assert store.agenda.opened()["D-01"] == datetime(2026, 4, 20, 9, tzinfo=UTC)


def test_progress_counts_what_belongs_to_a_dialogue(store: Store) -> None:
    brief = Brief(
        code="B-01", dialogue_code="D-01", supplier_code="SUP-03", language="en", sections={},
        created=datetime(2026, 3, 1, 12, tzinfo=UTC), hash="0" * 64,
    )  # fmt: skip
    save(
        store,
        insight("I1", status="approved", use_route="both"),
        insight("I2", status="approved", use_route="own_dd"),
        insight("I3", status="partner_reviewed"),
        insight("I4", status="withdrawn"),
        brief,
        SupplierTalk(code="T1", dialogue_code="D-01", date=date(2026, 3, 9)),
        SupplierTalk(code="T2", dialogue_code="D-01", date=date(2026, 6, 9)),
        Action(code="A1", dialogue_code="D-01", text=Wording(), owner="joint", status="under_way"),
        Action(code="A2", dialogue_code="D-01", text=Wording(), owner="joint", status="dropped"),
        Promise(code="PR-1", dialogue_code="D-01", to="workers", text="Tell."),
        WorkerFeedback(code="F1", dialogue_code="D-01", channel="union", date=date(2026, 3, 3)),
        WorkerFeedback(code="F2", dialogue_code="D-01", channel="union", due=date(2026, 5, 5)),
        dialogue("D-02"),
    )
    found = store.agenda.progress(TODAY)
    assert found["D-01"] == Progress(
        approved=2, for_supplier=1, unapproved=1, briefs=1, actions=1, actions_open=1, promises_open=1,
        brief_on=date(2026, 3, 1), talk_on=date(2026, 3, 9), told_on=date(2026, 3, 3),
        to_tell_on=date(2026, 5, 5),
    )  # fmt: skip
    assert found["D-02"] == Progress()


def test_an_incident_freezes_here_exactly_when_its_record_says_so_xr_1(store: Store) -> None:
    kinds = itertools.product((1, 2, 3, 4), get_args(IncidentStatus), get_args(YesNo))
    incidents = [
        Incident(
            code="X1", dialogue_code=f"D-{number:02}", detected_on=TODAY, type="threat", severity=severity,
            status=status, brief_frozen=frozen,
        )
        for number, (severity, status, frozen) in enumerate(kinds)
    ]  # fmt: skip
    with store.transaction():
        save(store, *incidents)
    found = store.agenda.progress(TODAY)
    assert [bool(found[each.dialogue_code].freezing) for each in incidents] == [
        each.freezes for each in incidents
    ]


def test_one_dialogue_is_answered_like_all_of_them(store: Store) -> None:
    for code, number in (("D-01", 1), ("D-02", 2)):
        save(
            store,
            session(f"CC-{number}", dialogue_code=code, checks=(answer("SC-39a"),)),
            insight("I1", dialogue_code=code, status="approved"),
            Promise(code=f"PR-{number}", dialogue_code=code, to="workers", text="Tell.", due=TODAY),
            Action(code="A1", dialogue_code=code, text=Wording(), owner="joint", due=TODAY),
        )
    everything, one = store.agenda, store.agenda.within("D-02")
    assert one.sessions() == [each for each in everything.sessions() if each.dialogue_code == "D-02"]
    assert one.reprisal_checks() == [("CC-2", "SC-39a", "yes")]
    assert [each.code for each in one.promises()] == ["PR-2"]
    assert [each.dialogue_code for each in one.actions()] == ["D-02"]
    assert one.progress(TODAY) == {"D-02": everything.progress(TODAY)["D-02"]}


def test_everything_with_a_name_can_be_found(store: Store) -> None:
    site = Site(code="SITE-03b", name="Upper yard", aliases=("The ridge",))
    save(
        store,
        Supplier(code="SUP-03", name="Silver Quay", aliases=("SQ",), country="IN", sites=(site,)),
        Partner(code="PA-01", type="ngo", name="Lantern House"),
        session(),
    )
    found = {(each.kind, each.code, each.title, each.within, each.detail) for each in store.agenda.names()}
    assert found == {
        ("dialogue", "D-01", "Spring talks", "SUP-03", ""),
        ("supplier", "SUP-03", "Silver Quay", "", "IN"),
        ("site", "SITE-03b", "Upper yard", "SUP-03", ""),
        ("partner", "PA-01", "Lantern House", "", "ngo"),
        ("session", "CC-2026-01", "Spring talks", "D-01", ""),
    }


def test_the_version_differs_after_every_change_and_for_a_second_thread_too(store: Store) -> None:
    seen = {store.agenda.version()}
    save(store, dialogue())
    seen.add(store.agenda.version())
    save(store, dialogue(title="Autumn talks"))
    seen.add(store.agenda.version())
    with store.beside() as other:
        save(other, Promise(code="PR-1", to="workers", text="Tell."))
    seen.add(store.agenda.version())
    store.delete(Promise(code="PR-1", to="workers", text=""), by_role=ROLE)
    seen.add(store.agenda.version())
    assert len(seen) == 5
    store.set_setting("opened/D-01", "2026-04-20T09:00:00.000000+00:00")
    assert store.agenda.version() in seen


def test_no_answer_takes_its_time_from_insights_and_sessions_themselves(store: Store) -> None:
    """What the answers are made of stands in indexes; the long rows are not touched."""
    for sql in (
        "code, dialogue_code, status, risk_level, date FROM session",
        "count(*) FROM session WHERE status = 'planned' AND date >= '2026-04-20'",
        "count(*) FROM insight WHERE dialogue_code = 'D-01' AND status = 'draft' AND use_route = 'both'",
    ):
        [(*_, plan)] = store._connection.execute(f"EXPLAIN QUERY PLAN SELECT {sql}")
        assert "COVERING INDEX" in plan
