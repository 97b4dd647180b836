"""The overview: today, how far every dialogue is, what is due, and finding anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import islice

import msgspec

from fieldkit.guide.preparation import Need
from fieldkit.guide.session_states import is_near
from fieldkit.guide.steps import Course, Status, Step, StepName, current, reprisal_risk, status, steps
from fieldkit.model.vocabulary import RiskLevel, SessionStatus
from fieldkit.store import Clock, Store
from fieldkit.store.agenda import OPENED, Coming, Name
from fieldkit.text import Catalogue, explain, sentences
from fieldkit.workspace import dialogues
from fieldkit.workspace.board import session_readiness
from fieldkit.workspace.courses import Known, Reader, is_ahead
from fieldkit.workspace.due import Due, Items, Target, gathered, in_words, late_by_dialogue
from fieldkit.workspace.finding import Finder, Found
from fieldkit.workspace.readiness import Readiness
from fieldkit.workspace.situations import known_session, situation

SHOWN = 4
"""How many sessions and due things Today shows at most."""

RECENT = 3


class ComingUp(msgspec.Struct, frozen=True, kw_only=True):
    """A session that lies ahead."""

    session_code: str
    dialogue_code: str
    dialogue_title: str
    day: date
    start: str | None  # wall clock at the place
    groups: int
    people: int  # planned
    status: SessionStatus
    done: int  # of what gates G0 and G1 ask for
    total: int
    held_up: bool  # it is near, and something blocks
    target: Target


class Recent(msgspec.Struct, frozen=True, kw_only=True):
    """A dialogue opened not long ago, or not yet."""

    code: str
    title: str
    supplier_code: str
    opened: datetime | None  # UTC
    steps: tuple[Step, ...]
    current: StepName  # the first step that is not done


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """The one thing to do next."""

    sentence: str
    item: str  # the rule: SC-39a, SC-04, Q1
    dialogue_code: str
    dialogue_title: str
    days_late: int | None  # of a check on people
    done: int  # of what the preparation or the session needs; of a check 0
    total: int
    target: Target
    act: str = ""  # of a session: what to do, short enough for a button
    holds: int = 0  # of a session: how many things hold it up
    session_code: str = ""
    session_on: date | None = None


class Today(msgspec.Struct, frozen=True, kw_only=True):
    """What the first page shows."""

    day: date
    dialogues: int  # in the whole workspace; 0: nothing to show yet
    next: Next | None
    coming_up: tuple[ComingUp, ...]
    coming_total: int
    due: tuple[Due, ...]
    due_total: int
    recent: tuple[Recent, ...]


class DialogueRow(msgspec.Struct, frozen=True, kw_only=True):
    """A dialogue in the list of all of them."""

    code: str
    title: str
    supplier_code: str
    supplier_name: str
    country: str  # ISO 3166-1 alpha-2; empty while the supplier is not known
    status: Status
    status_label: str
    steps: tuple[Step, ...]
    current: StepName
    next_session: date | None
    risk: RiskLevel  # of reprisal
    opened: datetime | None  # UTC


_At = tuple[tuple[int, int], date, str]
"""The version of the file, the day, and the code of a dialogue."""


class _One(msgspec.Struct, frozen=True, kw_only=True):
    """One dialogue as it stood."""

    at: _At
    known: Known
    course: Course
    late: int


class _Picture(msgspec.Struct, frozen=True, kw_only=True):
    """All dialogues as they stood at one version of the file, on one day."""

    version: tuple[int, int]
    day: date
    reader: Reader
    known: Mapping[str, Known]
    due: Items
    late: Mapping[str, int]  # by dialogue

    def steps(self, known: Known) -> tuple[Step, ...]:
        """Return the six steps of one of the dialogues."""
        return steps(self.reader.course(known), self.late.get(known.dialogue.code, 0))


def step_label(name: StepName, words: Catalogue, /) -> str:
    """Return the name of a step in words."""
    return words.say(sentences("overview")[f"step.{name}"])


def state_label(step: Step, words: Catalogue, /) -> str:
    """Return the state of a step in words."""
    return words.say(sentences("overview")[f"state.{step.state}"])


def status_label(name: Status, words: Catalogue, /) -> str:
    """Return the status of a dialogue in words."""
    return words.say(sentences("overview")[f"status.{name}"])


class Overview:
    """What the window shows of everything at once. Nothing of it is stored; it follows from the records."""

    def __init__(self, store: Store, today: Callable[[], date], clock: Clock) -> None:
        self._store = store
        self._today = today
        self._clock = clock
        self._finder = Finder(store.agenda)
        self._kept: _Picture | None = None
        self._kept_one: _One | None = None

    def today(self, words: Catalogue, /) -> Today:
        """Return the first page: sessions ahead, what is due, the dialogues opened last, the next thing."""
        picture, day = self._picture(), self._today()
        due = tuple(self._said(picture, picture.due[:SHOWN], words))
        ahead = [(each, self._readiness(each, words)) for each in self._store.agenda.coming(day, SHOWN)]
        opened = self._opened_first(picture)
        return Today(
            day=day,
            dialogues=len(picture.known),
            next=self._next(picture, due, opened, ahead, words),
            coming_up=tuple(_coming(*each, day) for each in ahead),
            coming_total=self._store.agenda.count_coming(day),
            due=due,
            due_total=len(picture.due),
            recent=tuple(_recent(picture, code, at) for code, at in islice(opened.items(), RECENT)),
        )

    def all_due(self, words: Catalogue, /) -> tuple[Due, ...]:
        """Return everything promised and due, late checks on people first, then by day."""
        picture = self._picture()
        return tuple(self._said(picture, picture.due, words))

    def dialogues(self, words: Catalogue, /) -> list[DialogueRow]:
        """Return every dialogue, in the natural order of the codes."""
        picture = self._picture()
        suppliers = {each.code: each for each in self._store.agenda.suppliers()}
        opened = self._store.agenda.opened()
        return [
            _row(picture, each, suppliers.get(each.dialogue.supplier_code), opened.get(code), words)
            for code, each in picture.known.items()
        ]

    def opened(self, dialogue_code: str, /) -> None:
        """Remember that a dialogue is opened now. Raises `WrongUse` for an unknown code."""
        code = dialogues.known_dialogue(self._store, dialogue_code).code
        moment = self._clock().astimezone(UTC).isoformat(timespec="microseconds")
        self._store.set_setting(OPENED + code, moment)

    def steps(self, dialogue_code: str, /) -> tuple[Step, ...]:
        """Return the six steps of one dialogue. Raises `WrongUse` for an unknown code."""
        _, course, late = self._one(dialogue_code)
        return steps(course, late)

    def status(self, dialogue_code: str, /) -> Status:
        """Return the status of one dialogue (`02` section 2.2). Raises `WrongUse` for an unknown code."""
        _, course, _ = self._one(dialogue_code)
        return status(course)

    def risk(self, dialogue_code: str, /) -> RiskLevel:
        """Return the risk of reprisal of one dialogue. Raises `WrongUse` for an unknown code."""
        known, _, _ = self._one(dialogue_code)
        return _risk(known)

    def find(self, query: str, words: Catalogue, /) -> tuple[Found, ...]:
        """Return dialogues, suppliers, sites, partners and sessions that hold every word, the best first."""
        return self._finder.find(query, words)

    def _picture(self) -> _Picture:
        """Return all dialogues as they stand; read again only once something changed or a day went by."""
        version, day = self._store.agenda.version(), self._today()
        if self._kept is None or (self._kept.version, self._kept.day) != (version, day):
            reader = Reader(self._store, day)
            known = reader.all()
            due = gathered(known, reader.agreements, self._store.agenda, day)
            late = late_by_dialogue(due, day)
            self._kept = _Picture(version=version, day=day, reader=reader, known=known, due=due, late=late)
        return self._kept

    def _one(self, dialogue_code: str) -> tuple[Known, Course, int]:
        """Return one dialogue, how far it is and how much of it is late, without reading the others."""
        at = (self._store.agenda.version(), self._today(), dialogue_code)
        if self._kept_one is None or self._kept_one.at != at:
            self._kept_one = self._read_one(at)
        return self._kept_one.known, self._kept_one.course, self._kept_one.late

    def _read_one(self, at: _At) -> _One:
        _, day, code = at
        reader = Reader(self._store, day)
        known = reader.one(dialogues.known_dialogue(self._store, code))
        due = gathered({code: known}, (), self._store.agenda.within(code), day)
        late = late_by_dialogue(due, day).get(code, 0)
        return _One(at=at, known=known, course=reader.course(known), late=late)

    def _said(self, picture: _Picture, items: Items, words: Catalogue) -> list[Due]:
        titles = {code: each.dialogue.title for code, each in picture.known.items()}
        return [in_words(item, titles, picture.day, words) for item in items]

    def _opened_first(self, picture: _Picture) -> dict[str, datetime | None]:
        """Return when each dialogue was opened last: the last one first, those never opened at the end."""
        opened = self._store.agenda.opened()
        return {**opened, **{code: None for code in picture.known if code not in opened}}

    def _readiness(self, session: Coming, words: Catalogue) -> Readiness:
        """Return how far a session is that lies ahead."""
        return session_readiness(
            situation(self._store, known_session(self._store, session.code), self._today()), words
        )

    def _next(
        self,
        picture: _Picture,
        due: tuple[Due, ...],
        opened: Mapping[str, object],
        ahead: Sequence[tuple[Coming, Readiness]],
        words: Catalogue,
    ) -> Next | None:
        """Return the next thing: a late check on people, danger, a session that is near, preparing."""
        if due and due[0].tone == "red":
            return _check(due[0])
        standing = (picture.known[code] for code in opened if not picture.known[code].so_far.cancelled)
        known = next(standing, None)
        near = next((each for each in ahead if _holds_up(*each, picture.day)), None)
        if near is not None and not (known and known.so_far.danger):
            return _for_session(*near)
        if known is None or (known.so_far.past_planning and not known.so_far.danger):
            return None
        return _preparation(known, picture.reader.needs(known), words)


def _check(due: Due) -> Next:
    return Next(
        sentence=due.subject,
        item=due.target.field.rpartition(".")[2],
        dialogue_code=due.dialogue_code,
        dialogue_title=due.dialogue_title,
        days_late=due.days_late,
        done=0,
        total=0,
        target=due.target,
    )


def _preparation(known: Known, needs: Sequence[Need], words: Catalogue) -> Next | None:
    """Return the first thing that holds the preparation up; danger, or no safe method, before all else."""
    held = sorted((need for need in needs if not need.done), key=lambda need: need.item != "XR-6")
    if not held:
        return None
    code = known.dialogue.code
    return Next(
        sentence=explain("reasons", held[0].code, held[0].data, words),
        item=held[0].item,
        dialogue_code=code,
        dialogue_title=known.dialogue.title,
        days_late=None,
        done=len(needs) - len(held),
        total=len(needs),
        target=Target("dialogue", code, held[0].field),
    )


def _for_session(session: Coming, readiness: Readiness) -> Next:
    hold = readiness.holds[0]
    return Next(
        sentence=hold.text,
        item=hold.item,
        dialogue_code=session.dialogue_code,
        dialogue_title=session.dialogue_title,
        days_late=None,
        done=readiness.done,
        total=readiness.total,
        target=Target("dialogue", session.dialogue_code, hold.field),
        act=hold.act,
        holds=len(readiness.holds),
        session_code=session.code,
        session_on=session.day,
    )


def _holds_up(session: Coming, readiness: Readiness, today: date) -> bool:
    """Return whether something blocks a session that is near."""
    return bool(readiness.holds) and is_near(session.status, session.day, today)


def _coming(session: Coming, readiness: Readiness, today: date) -> ComingUp:
    return ComingUp(
        session_code=session.code,
        dialogue_code=session.dialogue_code,
        dialogue_title=session.dialogue_title,
        day=session.day,
        start=session.start,
        groups=session.groups,
        people=session.people,
        status=session.status,
        done=readiness.done,
        total=readiness.total,
        held_up=_holds_up(session, readiness, today),
        target=Target("dialogue", session.dialogue_code, f"session/{session.code}"),
    )


def _recent(picture: _Picture, code: str, opened: datetime | None) -> Recent:
    known = picture.known[code]
    path = picture.steps(known)
    return Recent(
        code=code,
        title=known.dialogue.title,
        supplier_code=known.dialogue.supplier_code,
        opened=opened,
        steps=path,
        current=current(path),
    )


def _row(
    picture: _Picture, known: Known, supplier: Name | None, opened: datetime | None, words: Catalogue
) -> DialogueRow:
    dialogue, reached, path = known.dialogue, status(known.so_far), picture.steps(known)
    ahead = (each.day for each in known.sessions if each.day and is_ahead(each) and each.day >= picture.day)
    return DialogueRow(
        code=dialogue.code,
        title=dialogue.title,
        supplier_code=dialogue.supplier_code,
        supplier_name=supplier.title if supplier else "",
        country=supplier.detail if supplier else "",
        status=reached,
        status_label=status_label(reached, words),
        steps=path,
        current=current(path),
        next_session=min(ahead, default=None),
        risk=_risk(known),
        opened=opened,
    )


def _risk(known: Known) -> RiskLevel:
    return reprisal_risk(
        known.assessment, {each.risk for each in known.sessions if each.status != "cancelled"}
    )
