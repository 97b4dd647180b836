"""The session board: sections with their state and summary, the chain, the money, the gate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from fieldkit.guide import costs, readiness, risk_rules, session_states
from fieldkit.guide.costs import Cost
from fieldkit.guide.languages import Carried, same
from fieldkit.guide.session_states import Move
from fieldkit.guide.situation import Section, Situation, Standing
from fieldkit.model.session import Compensation
from fieldkit.model.vocabulary import RiskLevel, SessionStatus
from fieldkit.text import Catalogue
from fieldkit.workspace.board_summaries import summary
from fieldkit.workspace.choices import label
from fieldkit.workspace.readiness import Readiness, SectionState, SpokenHold
from fieldkit.workspace.session_words import ChecklistItem, checklist_items, sentence, spoken

SECTIONS: tuple[Section, ...] = (
    "when_where", "who", "languages", "transport", "compensation", "listeners", "absence", "checklist",
)  # fmt: skip


HEARD = ("held", "aborted_safety")


class BoardSection(msgspec.Struct, frozen=True, kw_only=True):
    """One section of the board."""

    id: Section
    state: SectionState
    summary: str  # one line
    holds: tuple[SpokenHold, ...]  # what is open in it and blocks
    remarks: tuple[str, ...]  # what to mind, and what blocks nothing


class ChainStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step of the language chain, as it is drawn."""

    from_: str
    to: str
    carried: Carried
    interpreter: str  # code; empty: nobody, or nobody needed
    note: str  # below it: "no tie to employer", "nobody yet"


class ChainStop(msgspec.Struct, frozen=True, kw_only=True):
    """A language of the chain, as it is drawn."""

    language: str
    role: str  # workers, between, listeners
    note: str  # "2 groups, 26 people", "5 listeners"; empty between


class ChainRow(msgspec.Struct, frozen=True, kw_only=True):
    """One way from workers to listeners: one stop more than steps."""

    stops: tuple[ChainStop, ...]
    steps: tuple[ChainStep, ...]


class MoneyRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the compensation, in words."""

    what: str
    per_person: str  # empty while it is not known, as is the amount
    heads: str
    amount: str


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """One session as its board shows it."""

    code: str
    number: int  # among the sessions of its dialogue, by day
    status: SessionStatus
    status_label: str
    risk: RiskLevel  # the highest of assessment, barrier and session review
    moves: tuple[Move, ...]  # what can be done with it now; confirming may still be refused
    may_be_confirmed: bool
    sections: tuple[BoardSection, ...]
    readiness: Readiness
    chain: tuple[ChainRow, ...]  # none: everybody shares a language, or none is known
    money: tuple[MoneyRow, ...]  # one for each compensation of the session
    money_totals: tuple[str, ...]  # one a currency
    cost_totals: tuple[str, ...]  # of everything the day costs, one a currency
    checklist: tuple[ChecklistItem, ...]
    conditions: tuple[tuple[str, bool], ...]  # of the method: English sentence, and whether it is met


def board(situation: Situation, number: int, words: Catalogue, /) -> Board:
    """Return a session as its board shows it."""
    session = situation.session
    found = readiness.planned(situation)
    asked = (*found, *_after(situation)) if session.status in HEARD else found
    pay = [each for each in costs.lines(session) if each.kind == "compensation"]
    return Board(
        code=session.code,
        number=number,
        status=session.status,
        status_label=label("SessionStatus", session.status, words),
        risk=situation.risk,
        moves=session_states.moves(session, situation.today),
        may_be_confirmed=not readiness.holds(found),
        sections=tuple(_section(name, asked, situation, words) for name in SECTIONS),
        readiness=_readiness(found, situation, words),
        chain=tuple(_rows(situation, words)),
        money=tuple(_money(each, words) for each in session.compensations),
        money_totals=_totals(pay, words),
        cost_totals=_totals(costs.lines(session), words),
        checklist=checklist_items(situation, asked, words),
        conditions=risk_rules.conditions(situation),
    )


def _after(situation: Situation) -> tuple[Standing, ...]:
    """Return what the checklist asks once people have been heard (G2, and the checks weeks later)."""
    return (*readiness.recorded(situation), *readiness.afterwards(situation))


def session_readiness(situation: Situation, words: Catalogue, /) -> Readiness:
    """Return how far a session is, what holds it up, and its figures."""
    return _readiness(readiness.planned(situation), situation, words)


def _section(
    name: Section, found: Sequence[Standing], situation: Situation, words: Catalogue
) -> BoardSection:
    here = [each for each in found if each.lack is not None and each.lack.section == name]
    holds = tuple(spoken(each, situation.session.code, words) for each in here if each.holds)
    minded = tuple(sentence(each.lack, words) for each in here if each.lack is not None and not each.blocking)
    return BoardSection(
        id=name,
        state="held_up" if holds else _settled(name, found),
        summary=summary(name, situation, found, words),
        holds=holds,
        remarks=() if name == "checklist" else minded,
    )


def _settled(name: Section, found: Sequence[Standing]) -> SectionState:
    """Return how a section stands that holds nothing up: the checklist is done once all of it is answered."""
    items = [each for each in found if each.item.startswith("SC")]
    done, total = readiness.count(items)
    return "open" if name == "checklist" and done < total else "done"


def _readiness(found: Sequence[Standing], situation: Situation, words: Catalogue) -> Readiness:
    done, total = readiness.count(found)
    in_order = sorted(readiness.holds(found), key=_where)
    held = [spoken(each, situation.session.code, words) for each in in_order]
    return Readiness(done=done, total=total, holds=tuple(held), totals=tuple(_figures(situation, words)))


def _where(standing: Standing) -> int:
    """Return where an open item is mended: before the board, in the order of the board, behind it."""
    section = standing.lack.section if standing.lack is not None else "checklist"
    return SECTIONS.index(section) if section in SECTIONS else -1


def _figures(situation: Situation, words: Catalogue) -> Iterable[tuple[str, str]]:
    session = situation.session
    yield words.say("People to be heard"), str(session.expected)
    yield words.say("Groups"), str(len(session.groups))
    lines = costs.lines(session)
    for total in _totals([each for each in lines if each.kind == "compensation"], words):
        yield words.say("Compensation"), total
    for total in _totals(lines, words):
        yield words.say("All costs"), total


def _totals(lines: Iterable[Cost], words: Catalogue) -> tuple[str, ...]:
    return tuple(words.money(each.minor, each.currency) for each in costs.totals(lines))


def _money(pay: Compensation, words: Catalogue) -> MoneyRow:
    each, whole = costs.per_person(pay), costs.total(pay)
    return MoneyRow(
        what=label("CompensationBasis", pay.basis, words),
        per_person=words.money(each.minor, each.currency) if each is not None else "",
        heads=f"× {pay.headcount}" if pay.basis != "none" else "",
        amount=words.money(whole.minor, whole.currency) if whole is not None else "",
    )


def _rows(situation: Situation, words: Catalogue) -> Iterable[ChainRow]:
    """Yield the ways from workers to listeners."""
    for route in situation.chain.routes:
        languages = [route[0].from_, *(link.to for link in route)]
        yield ChainRow(
            stops=tuple(_stop(each, situation, words) for each in languages),
            steps=tuple(
                ChainStep(
                    from_=link.from_,
                    to=link.to,
                    carried=link.carried,
                    interpreter=link.interpreter or "",
                    note=_note(link.carried, link.independent, words),
                )
                for link in route
            ),
        )


def _note(carried: Carried, independent: bool, words: Catalogue) -> str:
    match carried:
        case "yes":
            return words.say("no tie to the employer") if independent else words.say("nobody needed")
        case "nobody":
            return words.say("nobody yet")
        case "elsewhere_spoken":
            return words.say("speaks other languages")
        case "tied":
            return words.say("may have a tie to the employer")
        case "not_accepted":
            return words.say("not accepted by workers")


def _stop(language: str, situation: Situation, words: Catalogue) -> ChainStop:
    session = situation.session
    speaking = [group for group in session.groups if _speaks(language, group.languages)]
    listening = [
        each for each in session.listeners if not each.rejected and _speaks(language, each.languages)
    ]
    if speaking:
        people = sum(group.expected for group in speaking)
        one, more = words.say("1 group · {people} people"), words.say("{groups} groups · {people} people")
        note = (one if len(speaking) == 1 else more).format(groups=len(speaking), people=people)
        return ChainStop(language=words.language_name(language), role="workers", note=note)
    if listening:
        one, more = words.say("1 listener"), words.say("{listeners} listeners", listeners=len(listening))
        return ChainStop(
            language=words.language_name(language),
            role="listeners",
            note=one if len(listening) == 1 else more,
        )
    return ChainStop(language=words.language_name(language), role="between", note="")


def _speaks(language: str, spoken_here: Sequence[str]) -> bool:
    return any(same(language, each) for each in spoken_here)
