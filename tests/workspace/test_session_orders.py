"""No order of edits, answers and days leads to a confirmed session with a blocking item open."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from msgspec.structs import replace

from fieldkit.errors import Refused, WrongUse
from fieldkit.exchange import dialogue_file
from fieldkit.exchange.dialogue_file import DialogueFile
from fieldkit.guide import readiness
from fieldkit.guide.situation import Situation
from fieldkit.model.followup import Incident
from fieldkit.model.session import Session
from fieldkit.store.keys import WEAKEST
from fieldkit.text import catalogue
from fieldkit.workspace import Setup
from fieldkit.workspace.editing import Change
from tests.copies import new_workspace
from tests.guide.ready import DAY_BEFORE, ready
from tests.guide.test_readiness import LACKING, TICKED
from tests.planner import FILES

ENGLISH = catalogue("en")
SESSION = ready().session
ITEMS = sorted({*TICKED, "SC-05", "SC-02"})
KEPT = ("id", "code", "status")
REASON = "The partner says it does not matter here."


class Planning(RuleBasedStateMachine):
    """Somebody who plans one session, and a second one like it, and tries everything."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.day = DAY_BEFORE
        folder = Path(self.folder.name)
        setup = Setup(
            cost=WEAKEST, state_folder=folder, data_folder=folder, clock=self.now, role="coordinator"
        )
        self.workspace = new_workspace(folder / "work.fieldkit", "a quiet river", setup)
        self.workspace.custody.import_dialogue(FILES["SC1"].read_bytes())
        self.workspace.editing.keep(replace(self.session, status="planned"))
        self.done: list[Change] = []
        self.written, self.read_again = b"", dialogue_file.read(FILES["SC1"].read_bytes())

    def teardown(self) -> None:
        self.workspace.lock()
        self.folder.cleanup()

    def now(self) -> datetime:
        return datetime.combine(self.day, time(12), UTC)

    @property
    def session(self) -> Session:
        found = self.workspace.editing.find(Session, SESSION.code)
        assert found is not None
        return found

    def do(self, step: Any) -> None:
        try:
            self.done.append(step())
        except (Refused, WrongUse):
            return

    @rule(spoiled=st.sampled_from(LACKING))
    def spoil(self, spoiled: tuple[str, str, dict[str, Any]]) -> None:
        self.do(lambda: self.workspace.editing.keep(replace(self.session, **spoiled[2])))

    @rule()
    def mend(self) -> None:
        """Plan it for tomorrow with all it needs."""
        planned = {name: getattr(SESSION, name) for name in SESSION.__struct_fields__ if name not in KEPT}
        absence = replace(SESSION.employer_absence, confirmed_on=self.day)
        anew = {
            "date": self.day + timedelta(days=1),
            "risk_reviewed_on": self.day,
            "employer_absence": absence,
        }
        self.do(lambda: self.workspace.editing.keep(replace(self.session, **(planned | anew))))

    @rule(
        item=st.sampled_from(ITEMS),
        status=st.sampled_from(["yes", "yes", "no", "open", "waived", "not_applicable"]),
    )
    def answer(self, item: str, status: Any) -> None:
        self.do(lambda: self.workspace.sessions.answer_item(SESSION.code, item, status, REASON))

    @rule()
    def confirm(self) -> None:
        self.do(lambda: self.workspace.sessions.move(SESSION.code, "confirm"))

    @rule(move=st.sampled_from(["postpone", "plan_again", "hold", "abort", "cancel"]))
    def move(self, move: Any) -> None:
        if move in ("postpone", "plan_again") or len(self.done) > 8:  # the others end it
            self.do(lambda: self.workspace.sessions.move(SESSION.code, move))

    @rule(severity=st.integers(1, 4), status=st.sampled_from(["open", "closed"]))
    def something_happens(self, severity: int, status: Any) -> None:
        happened = Incident(
            code="IN-9",
            dialogue_code="D-01",
            detected_on=self.day,
            type="threat",
            severity=severity,
            status=status,
        )
        known = self.workspace.editing.all(Incident)
        kept = next((each for each in known if each.code == "IN-9"), happened)
        changed = replace(kept, severity=severity, status=status)
        self.do(lambda: self.workspace.editing.keep(changed))

    @rule(level=st.sampled_from(["yes", "no"]))
    def the_preparation_changes(self, level: Any) -> None:
        assessment = self.workspace.editing.assessment("D-01")
        answers = replace(assessment.answers, imminent_harm=level)
        self.do(lambda: self.workspace.editing.keep(replace(assessment, answers=answers)))

    @precondition(lambda self: len(self.workspace.sessions.of("D-01")) < 3)
    @rule()
    def plan_another(self) -> None:
        self.do(lambda: self.workspace.sessions.duplicate(SESSION.code, SESSION.date))

    @precondition(lambda self: self.done)
    @rule()
    def take_back(self) -> None:
        change = self.done.pop()
        try:
            self.workspace.editing.apply(change.reversed())
        except (Refused, WrongUse):
            return

    @rule(days=st.integers(1, 2))
    def days_pass(self, days: int) -> None:
        self.day += timedelta(days=days)
        self.workspace.editing.settle()  # as the window does when the day changes

    @invariant()
    def nothing_confirmed_has_a_blocking_item_open(self) -> None:
        for session in self.workspace.sessions.of("D-01"):
            if session.status == "confirmed":
                assert readiness.may_be_confirmed(self.afresh(session))

    @invariant()
    def what_is_shown_is_what_the_file_says(self) -> None:
        session = self.session
        shown = self.workspace.sessions.board(session.code, ENGLISH)
        found = readiness.planned(self.afresh(session))
        assert (shown.readiness.done, shown.readiness.total) == readiness.count(found)
        assert len(shown.readiness.holds) == len(readiness.holds(found))
        assert shown.may_be_confirmed == readiness.may_be_confirmed(self.afresh(session))

    def afresh(self, session: Session) -> Situation:
        """Return the situation of a session as the whole file has it, written out and read again."""
        whole = self.whole()
        return Situation(
            session=next(each for each in whole.sessions if each.code == session.code),
            dialogue=whole.dialogue,
            supplier=whole.suppliers[0],
            assessment=whole.assessment,
            partners=whole.partners,
            agreements=whole.agreements,
            incidents=whole.incidents,
            others=tuple(each for each in whole.sessions if each.code != session.code),
            today=self.day,
        )

    def whole(self) -> DialogueFile:
        """Return the dialogue written out and read again; once for each state of the file."""
        content = self.workspace.custody.export_dialogue("D-01")
        if content != self.written:
            self.written, self.read_again = content, dialogue_file.read(content)
        return self.read_again


TestPlanning = Planning.TestCase
TestPlanning.settings = settings(max_examples=8, stateful_step_count=22, deadline=None)
