"""A large workspace with invented content: 200 dialogues, 2,000 sessions, 20,000 insights."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from msgspec.structs import replace

from fieldkit.exchange import dialogue_file
from fieldkit.exchange.dialogue_file import DialogueFile
from fieldkit.model.dialogue import Assessment
from fieldkit.model.field import Record, Wording, new_id
from fieldkit.model.followup import Action, Brief, SupplierTalk, WorkerFeedback
from fieldkit.model.insight import Insight
from fieldkit.model.partner import Agreement, Partner
from fieldkit.model.session import CheckAnswer, Session
from fieldkit.model.supply import Supplier
from fieldkit.model.vocabulary import ActionStatus, InsightStatus, Kept, SessionStatus
from fieldkit.store import Clock, Store, now
from fieldkit.store.keys import WEAKEST

TODAY = date(2026, 4, 20)
PASSPHRASE = "a quiet river"

DIALOGUES, SUPPLIERS, PARTNERS = 200, 80, 50
SESSIONS, INSIGHTS = 10, 100  # in each dialogue

_FIRST = "D-001"
_SUBTHEMES = tuple(f"T{theme:02}.1" for theme in range(1, 17))
_ITEMS = tuple(f"SC-{number:02}" for number in range(1, 39))
_WORDS = (
    "people", "say", "that", "pay", "comes", "late", "when", "rain", "stops", "work", "nobody", "explains",
    "the", "list", "of", "hours", "they", "ask", "for", "water", "near", "yard", "shade", "masks", "and",
)  # fmt: skip


def make(path: Path, state_folder: Path, clock: Clock = now) -> None:
    """Write the file, in one transaction. The same records each time, their ids apart."""
    chance = random.Random(3)
    store = Store.create(path, PASSPHRASE, cost=WEAKEST, state_folder=state_folder, clock=clock)
    with store, store.transaction():
        for record in _records(chance):
            table = store.tables[type(record)]
            # Not through `save`, which looks each one up, checks it and writes its history.
            store._connection.insert(table.name, table.to_row(record))
        _spread_insights(store)
        for number in range(1, DIALOGUES, 3):
            opened = datetime(2026, 3, 1, 9, tzinfo=UTC) + timedelta(hours=number)
            store.set_setting(f"opened/D-{number:03}", opened.isoformat(timespec="microseconds"))


def _spread_insights(store: Store) -> None:
    """Give every dialogue the insights of the first, by one statement: one by one takes half a minute."""
    names = [
        column.name for column in store.tables[Insight].columns if column.name not in ("id", "dialogue_code")
    ]
    columns, of_insight = ", ".join(names), ", ".join(f"insight.{name}" for name in names)
    store._connection.execute(
        f"INSERT INTO insight (id, dialogue_code, {columns})"
        f" SELECT printf('%08x', dialogue.rowid) || substr(insight.id, 9), dialogue.code, {of_insight}"
        " FROM insight, dialogue WHERE dialogue_code = ? AND dialogue.code <> dialogue_code",
        (_FIRST,),
    )


@lru_cache(maxsize=1)
def _sample() -> DialogueFile:
    return dialogue_file.read(files("resources").joinpath("sample", "natural_stone.json").read_bytes())


def _records(chance: random.Random) -> Iterator[Record]:
    yield from (_supplier(number, chance) for number in range(1, SUPPLIERS + 1))
    for number in range(1, PARTNERS + 1):
        yield _partner(number, chance)
        yield _agreement(number, chance)
    for number in range(1, DIALOGUES + 1):
        yield from _dialogue(number, chance)


def _supplier(number: int, chance: random.Random) -> Supplier:
    like = _sample().suppliers[0]
    sites = tuple(
        replace(site, code=f"SITE-{number:02}{letter}", name=_name(chance))
        for letter, site in zip("abc", like.sites * 3, strict=False)
    )
    return replace(like, id=new_id(), code=f"SUP-{number:02}", name=_name(chance), aliases=(), sites=sites)


def _partner(number: int, chance: random.Random) -> Partner:
    like = _sample().partners[0]
    return replace(like, id=new_id(), code=f"PA-{number:02}", name=_name(chance), aliases=())


def _agreement(number: int, chance: random.Random) -> Agreement:
    review = TODAY + timedelta(days=chance.randint(-5, 300))
    return replace(
        _sample().agreements[0],
        id=new_id(),
        code=f"AG-{number:02}",
        partner_code=f"PA-{number:02}",
        review_date=review,
    )


def _dialogue(number: int, chance: random.Random) -> Iterator[Record]:
    code, partner = f"D-{number:03}", f"PA-{chance.randint(1, PARTNERS):02}"
    like = _sample().dialogue
    supplier = f"SUP-{chance.randint(1, SUPPLIERS):02}"
    yield replace(
        like,
        id=new_id(),
        code=code,
        title=_name(chance),
        supplier_code=supplier,
        site_code=f"{supplier.replace('SUP', 'SITE')}a",
        partner_codes=(partner,),
        method_uses=tuple(replace(use, partner_code=partner) for use in like.method_uses),
        decision_due=TODAY + timedelta(days=chance.randint(1, 300)),
        cancelled_on=TODAY if number % 25 == 0 else None,
    )
    yield _assessment(code)
    yield from (_session(number, place, partner, chance) for place in range(1, SESSIONS + 1))
    if code == _FIRST:
        yield from (_insight(code, place, chance) for place in range(1, INSIGHTS + 1))
    yield from _follow_up(number, code, partner, supplier, chance)


def _assessment(code: str) -> Assessment:
    like = _sample().assessment
    return replace(like or Assessment(), id=new_id(), dialogue_code=code)


def _session(number: int, place: int, partner: str, chance: random.Random) -> Session:
    ahead = number % 10 == 4 or (number % 4 == 0 and place > SESSIONS - 2)
    day = TODAY + timedelta(days=chance.randint(0, 120) if ahead else -chance.randint(30, 900))
    status: SessionStatus = (
        "held" if not ahead else "planned" if number % 10 == 4 or place % 2 else "confirmed"
    )
    return replace(
        _sample().sessions[0],
        id=new_id(),
        code=f"CC-{day.year}-{number * SESSIONS + place:04}",
        dialogue_code=f"D-{number:03}",
        partner_code=partner,
        date=day,
        status=status,
        checks=_checks(day, chance) if status == "held" else (),
        raw_notes=(),
    )


def _checks(day: date, chance: random.Random) -> tuple[CheckAnswer, ...]:
    """Answer everything, the two checks on reprisal too where their time has come, one in fifty apart."""
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    after = [item for item in ("SC-39a", "SC-39b") if chance.randint(1, 50) > 1]
    return tuple(CheckAnswer(item=item, status="yes", by_role="partner", at=at) for item in (*_ITEMS, *after))


def _insight(code: str, place: int, chance: random.Random) -> Insight:
    subtheme = chance.choice(_SUBTHEMES)
    status: InsightStatus = chance.choice(("approved", "approved", "approved", "partner_reviewed", "draft"))
    return replace(
        _sample().insights[0],
        id=new_id(),
        code=f"I{place}",
        dialogue_code=code,
        theme=subtheme[:3],
        subtheme=subtheme,
        other_subthemes=(),
        fact_text=_said(chance, 40),
        print_text=Wording(en=_said(chance, 25)),
        status=status,
    )


def _follow_up(
    number: int, code: str, partner: str, supplier: str, chance: random.Random
) -> Iterator[Record]:
    kept: Kept = "open" if number % 5 == 0 else "yes"
    due = TODAY + timedelta(days=chance.randint(-10, 60))
    promise = _sample().promises[0]
    yield replace(
        promise,
        id=new_id(),
        code=f"PR-{number:03}",
        dialogue_code=code,
        partner_code=partner,
        due=due,
        kept=kept,
    )
    if number % 2:
        yield Brief(
            code=f"B-{number:03}",
            dialogue_code=code,
            supplier_code=supplier,
            created=datetime(2026, 4, 1, 12, tzinfo=UTC),
            language="en",
            sections={},
            hash=f"{number:064x}",
        )
        yield SupplierTalk(code="T1", dialogue_code=code, date=date(2026, 4, 8))
        for place in range(1, 4):
            status: ActionStatus = "done" if place % 2 else "agreed"
            yield _action(code, place, status, chance)
    if number % 10 != 1:
        yield WorkerFeedback(code="F1", dialogue_code=code, channel="partner_meeting", date=TODAY)


def _action(code: str, place: int, status: ActionStatus, chance: random.Random) -> Action:
    due = TODAY + timedelta(days=chance.randint(-30, 200))
    text = Wording(en=_said(chance, 8))
    return Action(code=f"A{place}", dialogue_code=code, text=text, owner="joint", due=due, status=status)


def _name(chance: random.Random) -> str:
    syllables = ("ka", "ri", "do", "mir", "tan", "bel", "zar", "ni", "pol", "wen", "du", "li", "çe", "łu")
    return " ".join("".join(chance.choices(syllables, k=3)).capitalize() for _ in range(2))


def _said(chance: random.Random, length: int) -> str:
    return f"{' '.join(chance.choices(_WORDS, k=length)).capitalize()}."
