"""What a session is judged by, and what is found to be lacking in it. Pure data: no rule stands here."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal

import msgspec
from msgspec.structs import replace

from fieldkit.guide import checklist, languages
from fieldkit.guide.languages import Chain
from fieldkit.guide.steps import reprisal_risk
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.followup import Incident
from fieldkit.model.insight import Insight
from fieldkit.model.partner import Agreement, Partner
from fieldkit.model.session import CheckAnswer, Session
from fieldkit.model.supply import Supplier
from fieldkit.model.vocabulary import RiskLevel
from resources.library import GateId

Section = Literal[
    "when_where", "who", "languages", "transport", "compensation", "listeners", "absence", "checklist",
    "capture", "insights", "prepare", "partners",
]  # fmt: skip
"""Where something can be mended: a section of the session board, or another step of the dialogue."""

State = Literal["done", "open", "not_applicable", "waived"]


class Situation(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A session with all that says whether it is safe and ready."""

    session: Session
    dialogue: Dialogue
    supplier: Supplier
    assessment: Assessment | None
    partners: tuple[Partner, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    incidents: tuple[Incident, ...] = ()  # of the dialogue
    insights: tuple[Insight, ...] = ()  # of the dialogue
    others: tuple[Session, ...] = ()  # sessions of the same day, in any dialogue
    today: date

    @property
    def day(self) -> date:
        """Return the day readiness is judged on: today, or the day of a session that lies behind."""
        return min(self.today, self.session.date or self.today)

    @cached_property
    def chain(self) -> Chain:
        """Return the language chain."""
        return languages.chain(self.session)

    @cached_property
    def risk(self) -> RiskLevel:
        """Return the risk of reprisal: the highest of assessment, barrier and session review (`02` 2.10)."""
        return reprisal_risk(self.assessment, (self.session.risk_level,))

    def answer(self, item: str, /) -> CheckAnswer:
        """Return what a role answered to an item: in this session, or once for the whole dialogue."""
        session, dialogue = self.session.checks, self.dialogue.checks
        asked = (session,) if item in checklist.ASKED_EACH_TIME else (session, dialogue)
        return checklist.answer(item, *asked)

    @property
    def prepared(self) -> Dialogue:
        """Return the dialogue, with the answers of this session to what it has not answered itself."""
        own = {each.item for each in self.dialogue.checks if each.status != "open"}
        others = (each for each in self.session.checks if each.item not in own)
        return replace(self.dialogue, checks=(*self.dialogue.checks, *others))


class Lack(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is not as it must be."""

    code: str  # the sentence in messages/reasons.json
    section: Section
    field: str  # path within the session: "employer_absence.confirmed_on"
    data: dict[str, object] = {}
    rule: str = ""  # the extra blocking rule it falls under: "XR-4"


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """One item or rule of a gate and how it stands. An open item has one of these for each lack."""

    item: str  # "SC-17", "XR-7", "RQ-056"
    gate: GateId
    state: State
    blocking: bool  # while it is open
    derived: bool  # follows from fields; else a role answers it
    lack: Lack | None = None  # why it is open

    @property
    def holds(self) -> bool:
        """Return whether this keeps its gate shut."""
        return self.state == "open" and self.blocking
