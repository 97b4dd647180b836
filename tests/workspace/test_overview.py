"""Today, the list of dialogues, what is due, and finding anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import large
from fieldkit.errors import WrongUse
from fieldkit.guide.due import DueKind
from fieldkit.guide.steps import Status, Step, StepName, StepState
from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Assessment, BarrierRating, Dialogue
from fieldkit.model.field import Record, Wording
from fieldkit.model.followup import Action, Brief, Incident, WorkerFeedback
from fieldkit.model.insight import RawNote
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.model.session import CheckAnswer, ParticipantGroup, Session
from fieldkit.model.supply import Site, Supplier
from fieldkit.store import Store
from fieldkit.store.agenda import Kind
from fieldkit.store.keys import WEAKEST
from fieldkit.text import catalogue, sentences
from fieldkit.workspace import Setup
from fieldkit.workspace.due import Due, Target
from fieldkit.workspace.overview import Overview, state_label, status_label, step_label
from tests.copies import new_store, new_workspace

TODAY = date(2026, 4, 20)
EN, NL = catalogue("en"), catalogue("nl")
ROLE = "coordinator"

SUPPLIER = Supplier(
    code="SUP-03", name="Silver Quay", aliases=("SQ Exports",), country="IN",
    sites=(Site(code="SITE-03b", name="Łódź yard"),),
)  # fmt: skip
PARTNER = Partner(code="PA-01", type="ngo", name="Lantern House")


class Clock:
    """A clock that moves on by an hour whenever it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 4, 20, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    folder = tmp_path / "state"
    with new_store(tmp_path / "case.fieldkit", "phrase", state_folder=folder) as store:
        save(store, SUPPLIER, PARTNER, dialogue())
        yield store


@pytest.fixture
def overview(store: Store) -> Overview:
    return Overview(store, lambda: TODAY, Clock())


def save(store: Store, *records: Record) -> None:
    with store.transaction():
        for record in records:
            store.save(record, by_role=ROLE)


def dialogue(code: str = "D-01", title: str = "Spring talks", **more: Any) -> Dialogue:
    return Dialogue(code=code, title=title, supplier_code="SUP-03", **more)


def session(code: str = "CC-2026-01", days: int = 0, **more: Any) -> Session:
    """A session so many days from today."""
    usual: dict[str, Any] = {"dialogue_code": "D-01", "method": "M2", "date": TODAY + timedelta(days=days)}
    return Session(code=code, **usual | more)


def answered(*items: str) -> tuple[CheckAnswer, ...]:
    return tuple(CheckAnswer(item=item, status="yes", by_role="partner") for item in items)


def kinds(due: tuple[Due, ...]) -> list[tuple[str, str, int]]:
    return [(each.kind, each.label, each.days_late) for each in due]


def test_an_empty_workspace_has_nothing_to_show(tmp_path: Path) -> None:
    with new_store(tmp_path / "new.fieldkit", "phrase", state_folder=tmp_path) as store:
        today = Overview(store, lambda: TODAY, Clock()).today(EN)
    assert (today.dialogues, today.next, today.coming_up, today.due, today.recent) == (0, None, (), (), ())


def test_the_next_four_sessions_show_and_the_rest_are_counted(store: Store, overview: Overview) -> None:
    groups = (ParticipantGroup(label="G1", headcount_planned=14), ParticipantGroup(label="G2"))
    save(
        store, *(session(f"CC-{days}", days, groups=groups) for days in (9, 3, 0, 5, 7)), session("CC-10", -2)
    )
    today = overview.today(EN)
    assert [each.day.day for each in today.coming_up] == [20, 23, 25, 27]
    assert today.coming_total == 5
    assert (today.coming_up[0].groups, today.coming_up[0].people) == (2, 14)
    assert today.coming_up[0].target == Target("dialogue", "D-01", "session/CC-0")


def test_reprisal_is_checked_two_and_six_weeks_after_a_session_sc_39(
    store: Store, overview: Overview
) -> None:
    save(store, session(days=-20, status="held"), session("CC-2", -3, status="planned"))
    due = [each for each in overview.all_due(EN) if each.kind == "check"]
    assert kinds(tuple(due)) == [("check", "Check after 2 weeks", 6), ("check", "Check after 6 weeks", -22)]
    assert [each.tone for each in due] == ["red", "neutral"]
    assert due[0].subject == "Was anyone questioned or punished?"
    assert due[0].target == Target("dialogue", "D-01", "session/CC-2026-01/checks.SC-39a")


@pytest.mark.parametrize("where", ["session", "dialogue"])
def test_an_answered_check_is_no_longer_due_wherever_it_was_answered_sc_39(
    store: Store, overview: Overview, where: str
) -> None:
    checks = answered("SC-39a")
    save(
        store,
        session(days=-20, status="held", checks=checks if where == "session" else ()),
        dialogue(checks=checks if where == "dialogue" else ()),
    )
    assert [each.label for each in overview.all_due(EN) if each.kind == "check"] == ["Check after 6 weeks"]


def test_a_late_check_comes_before_everything_that_is_later_still(store: Store, overview: Overview) -> None:
    save(
        store,
        session(days=-15, status="held"),
        Promise(code="PR-01", to="partner", text="Send the travel money.", due=date(2025, 1, 1)),
    )
    first, second, *_ = overview.all_due(EN)
    assert (first.kind, first.tone, second.kind, second.tone) == ("check", "red", "promise", "amber")


def test_promises_actions_decisions_and_reviews_are_due_each_with_its_place(
    store: Store, overview: Overview
) -> None:
    save(
        store,
        dialogue(decision_due=TODAY + timedelta(days=4)),
        Promise(code="PR-01", partner_code="PA-01", to="partner", text="Send the travel money.", due=TODAY),
        Promise(
            code="PR-02", dialogue_code="D-01", to="workers", text="Come back.", due=TODAY + timedelta(days=1)
        ),
        Action(
            code="A1",
            dialogue_code="D-01",
            text=Wording(nl="Rooster"),
            owner="supplier",
            due=TODAY + timedelta(days=2),
        ),
        Action(code="A2", dialogue_code="D-01", text=Wording(), owner="joint", status="done", due=TODAY),
        Agreement(code="AG-01", partner_code="PA-01", review_date=TODAY + timedelta(days=3)),
        Agreement(
            code="AG-02", partner_code="PA-01", start=date(2020, 1, 1), months=3, review_date=date(2020, 2, 1)
        ),
    )
    review = Target("partner", "PA-01", "agreement/AG-01/review_date")
    assert [(each.subject, each.label, each.target) for each in overview.all_due(EN)] == [
        ("Send the travel money.", "Promise", Target("partner", "PA-01", "promise/PR-01")),
        ("Come back.", "Promise", Target("dialogue", "D-01", "promise/PR-02")),
        ("Rooster", "Agreed action", Target("dialogue", "D-01", "action/D-01/A1")),
        ("Look at the agreement together", "Agreement", review),
        ("The decision this dialogue informs", "Decision", Target("dialogue", "D-01", "decision_due")),
    ]  # fmt: skip


def test_word_back_is_due_until_it_was_given_sc_44(store: Store, overview: Overview) -> None:
    save(store, session(days=-50, status="held", checks=answered("SC-39a", "SC-39b")))
    [due] = overview.all_due(EN)
    assert (due.kind, due.subject, due.days_late, due.tone) == (
        "word_back",
        "Word back to workers",
        8,
        "amber",
    )
    save(store, WorkerFeedback(code="F1", dialogue_code="D-01", channel="partner_meeting", date=TODAY))
    assert overview.all_due(EN) == ()
    brief = Brief(
        code="B-01", dialogue_code="D-01", supplier_code="SUP-03", language="en", sections={}, hash="0" * 64,
        created=datetime(2026, 4, 21, tzinfo=UTC),
    )  # fmt: skip
    save(store, brief)
    tomorrow = Overview(store, lambda: TODAY + timedelta(days=1), Clock())
    assert kinds(tomorrow.all_due(EN)) == [("word_back", "Within 6 weeks", -42)]


def test_people_of_a_cancelled_dialogue_are_still_owed_their_checks_and_word(
    store: Store, overview: Overview
) -> None:
    save(
        store,
        dialogue(cancelled_on=TODAY, decision_due=TODAY + timedelta(days=4)),
        session(days=-20, status="held"),
    )
    assert {each.kind for each in overview.all_due(EN)} == {"check", "word_back"}


def test_four_due_things_show_and_the_rest_are_counted(store: Store, overview: Overview) -> None:
    due = (TODAY + timedelta(days=number) for number in range(9))
    save(store, *(Promise(code=f"PR-{day:%d}", to="workers", text=f"By {day}", due=day) for day in due))
    today = overview.today(EN)
    assert (len(today.due), today.due_total) == (4, 9)
    assert today.due == overview.all_due(EN)[:4]


def test_nothing_a_worker_said_is_shown(store: Store, overview: Overview) -> None:
    said = "zorblat"
    note = RawNote(text=said, written_on=TODAY)
    save(store, session(days=-20, status="held", raw_notes=(note,), stop_signal=said, abort_plan=said))
    shown = (overview.today(EN), overview.all_due(EN), overview.dialogues(EN), overview.find(said, EN))
    assert said not in str(shown)


def test_the_next_thing_is_a_late_check_on_people_before_any_preparation(
    store: Store, overview: Overview
) -> None:
    save(store, session(days=-15, status="held"), dialogue("D-02", "Autumn talks"))
    overview.opened("D-02")
    found = overview.today(EN).next
    assert found is not None
    assert (found.item, found.dialogue_code, found.days_late) == ("SC-39a", "D-01", 1)


def test_the_next_thing_is_what_holds_up_the_dialogue_opened_last(store: Store, overview: Overview) -> None:
    save(
        store,
        dialogue("D-02", "Autumn talks", purpose="Hear how pay is settled."),
        dialogue("D-03", "Winter talks", cancelled_on=TODAY),
    )
    overview.opened("D-02")
    overview.opened("D-03")
    found = overview.today(EN).next
    assert found is not None
    assert (found.dialogue_code, found.days_late) == ("D-02", None)
    assert 0 < found.done < found.total
    assert found.target.page == "dialogue"
    assert found.sentence not in sentences("reasons")  # said, not the code of what is to be said


def test_danger_to_somebody_is_the_next_thing_whatever_else_is_open_p_3(
    store: Store, overview: Overview
) -> None:
    save(
        store, Assessment(dialogue_code="D-01", answers=Answers(imminent_harm="yes")), session(status="held")
    )
    found = overview.today(EN).next
    assert found is not None
    assert (found.item, found.target) == ("XR-6", Target("dialogue", "D-01", "imminent_harm"))
    assert overview.status("D-01") == "suspended_safety"
    assert overview.steps("D-01")[0].state == "held_up"


def test_nothing_is_next_once_planning_lies_behind(store: Store, overview: Overview) -> None:
    save(store, session(status="confirmed"))
    assert overview.today(EN).next is None


def test_the_dialogues_opened_last_come_first_and_then_those_never_opened(
    store: Store, overview: Overview
) -> None:
    save(store, *(dialogue(f"D-0{number}", f"Talks {number}") for number in range(2, 6)))
    overview.opened("D-04")
    overview.opened("D-02")
    recent = overview.today(EN).recent
    assert [(each.code, each.opened is not None) for each in recent] == [
        ("D-02", True),
        ("D-04", True),
        ("D-01", False),
    ]
    overview.opened("D-04")
    assert [each.code for each in overview.today(EN).recent] == ["D-04", "D-02", "D-01"]


def test_an_unknown_dialogue_cannot_be_opened(overview: Overview) -> None:
    for ask in (overview.opened, overview.steps, overview.status, overview.risk):
        with pytest.raises(WrongUse):
            ask("D-77")


def test_the_list_names_supplier_status_next_session_and_risk(store: Store, overview: Overview) -> None:
    rating = BarrierRating(level="strong")
    save(
        store,
        session("CC-1", 3, risk_level="low"),
        session("CC-2", -3, risk_level="medium", status="postponed"),
        Assessment(dialogue_code="D-01", barriers={"reprisal": rating}),
        msgspec.structs.replace(dialogue("D-02"), supplier_code="SUP-99"),
    )
    first, second = overview.dialogues(EN)
    assert (first.supplier_name, first.country, first.status, first.status_label) == (
        "Silver Quay",
        "IN",
        "planned",
        "Planned",
    )
    assert (first.next_session, first.risk, first.opened) == (TODAY + timedelta(days=3), "high", None)
    assert first.steps == overview.steps("D-01")
    assert (second.supplier_name, second.risk, second.status) == ("", "unknown", "draft")


def test_an_open_incident_suspends_a_dialogue_until_it_is_closed_xr_1(
    store: Store, overview: Overview
) -> None:
    incident = Incident(code="X1", dialogue_code="D-01", detected_on=TODAY, type="threat", severity=3)
    save(store, incident)
    assert overview.status("D-01") == "suspended_safety"
    assert [row.status for row in overview.dialogues(EN)] == ["suspended_safety"]
    save(store, msgspec.structs.replace(incident, status="closed"))
    assert [row.status for row in overview.dialogues(EN)] == ["draft"]


SAMPLES = [
    files("resources").joinpath("sample", "natural_stone.json").read_bytes(),
    files("resources").joinpath("sample", "horticulture.json").read_bytes(),
]


def test_one_dialogue_alone_is_told_like_all_of_them_together(tmp_path: Path) -> None:
    setup = Setup(cost=WEAKEST, state_folder=tmp_path / "state", today=TODAY)
    with new_workspace(tmp_path / "sample.fieldkit", "phrase", setup) as workspace:
        for content in SAMPLES:
            workspace.custody.import_dialogue(content)
        overview = Overview(workspace._store, lambda: TODAY, Clock())
        rows = overview.dialogues(EN)
        assert len(rows) == len(SAMPLES)
        for row in rows:
            assert overview.steps(row.code) == row.steps
            assert overview.status(row.code) == row.status
            assert overview.risk(row.code) == row.risk


FOUND: tuple[tuple[str, list[tuple[str, str]]], ...] = (
    ("silver", [("supplier", "SUP-03")]),
    ("SILVER quay", [("supplier", "SUP-03")]),
    ("exports", [("supplier", "SUP-03")]),
    ("lodz", [("site", "SITE-03b")]),
    ("ŁÓDŹ", [("site", "SITE-03b")]),
    ("lantern", [("partner", "PA-01")]),
    ("sup-03", [("supplier", "SUP-03"), ("dialogue", "D-01"), ("site", "SITE-03b")]),
    ("spring", [("dialogue", "D-01"), ("session", "CC-2026-01")]),
    ("talks 2026-04", [("session", "CC-2026-01")]),
    ("spring lantern", []),
    ("", []),
    ("  ", []),
)


def test_a_query_finds_what_holds_every_word_the_best_first(store: Store, overview: Overview) -> None:
    save(store, session())
    for query, found in FOUND:
        assert [(each.kind, each.code) for each in overview.find(query, EN)] == found, query


def test_what_is_found_says_what_it_is_and_where_to_go(store: Store, overview: Overview) -> None:
    save(store, session())
    said = {each.kind: (each.label, each.second, each.target) for each in overview.find("2026-01", EN)}
    assert said == {"session": ("Session", "20 April 2026", Target("dialogue", "D-01", "session/CC-2026-01"))}
    [partner] = overview.find("lantern", NL)
    assert partner.target == Target("partner", "PA-01")
    [supplier] = overview.find("silver", EN)
    assert (supplier.second, supplier.target) == ("India", Target("supplier", "SUP-03"))
    [site] = overview.find("lodz", EN)
    assert (site.second, site.target) == ("Silver Quay", Target("supplier", "SUP-03", "sites.SITE-03b"))


def test_a_new_name_is_found_at_once_and_an_old_one_no_longer(store: Store, overview: Overview) -> None:
    assert overview.find("lantern", EN)
    save(store, msgspec.structs.replace(PARTNER, name="Beacon House"))
    assert not overview.find("lantern", EN)
    assert overview.find("beacon", EN)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(st.characters()))
def test_no_query_can_go_wrong_and_at_most_twenty_are_found(overview: Overview, query: str) -> None:
    assert len(overview.find(query, EN)) <= 20


def test_every_step_state_status_and_kind_has_words() -> None:
    for name in get_args(StepName):
        for state in get_args(StepState):
            assert step_label(name, EN)
            assert state_label(Step(name=name, state=state), EN)
    assert all(status_label(each, EN) for each in get_args(Status))
    known = sentences("overview")
    assert all(f"due.{kind}" in known for kind in get_args(DueKind))
    assert all(f"kind.{kind}" in known for kind in get_args(Kind))


@pytest.mark.parametrize("words", [EN, NL], ids=["en", "nl"])
def test_the_large_workspace_is_shown_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: Any
) -> None:
    for name, number in (("DIALOGUES", 12), ("SESSIONS", 10), ("INSIGHTS", 5)):
        monkeypatch.setattr(large, name, number)
    path = tmp_path / "large.fieldkit"
    large.make(path, tmp_path / "state")
    with Store.open(path, large.PASSPHRASE, cost=WEAKEST, state_folder=tmp_path / "state") as store:
        overview = Overview(store, lambda: large.TODAY, Clock())
        today = overview.today(words)
        assert (today.dialogues, len(today.coming_up), len(today.due), len(today.recent)) == (12, 4, 4, 3)
        assert len(overview.dialogues(words)) == 12
        assert (store.sessions.count(), store.insights.count()) == (120, 60)
        store.verify()
