"""The line that sums up each section of the session board while it is folded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from fieldkit.guide import readiness
from fieldkit.guide.logistics_rules import comes_to_them
from fieldkit.guide.situation import Section, Situation, Standing
from fieldkit.model.session import ParticipantGroup, Session
from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label

MOST_NAMED = 3


def summary(name: Section, situation: Situation, found: Sequence[Standing], words: Catalogue, /) -> str:
    """Return what a section holds in one line; empty where nothing is filled in yet."""
    if name == "checklist":
        items = [each for each in found if each.item.startswith("SC")]
        done, total = readiness.count(items)
        return words.say("{done} of {total} done", done=done, total=total)
    return " · ".join(filter(None, _PHRASES[name](situation.session, words)))


def group_name(group: ParticipantGroup, words: Catalogue, /) -> str:
    """Return what sort of people a group is: "women, home-based"; its label where that is open."""
    classes = [label(each.dimension, each.class_, words) for each in group.class_set]
    return ", ".join(classes) or group.label


def _when_where(session: Session, words: Catalogue) -> Iterator[str]:
    if session.date is not None:
        yield words.day(session.date, "EEE d MMM y")
    if session.start is not None:
        yield session.start + (f"–{session.end}" if session.end is not None else "")
    if session.venue.type != "other":
        yield label("VenueType", session.venue.type, words)
    if session.venue.visible_from_employer == "no":
        yield words.say("out of sight")


def _who(session: Session, words: Catalogue) -> Iterator[str]:
    for group in session.groups[:MOST_NAMED]:
        yield f"{group_name(group, words)} {group.expected}"
    if len(session.groups) > MOST_NAMED:
        yield words.say("and {number} more", number=len(session.groups) - MOST_NAMED)


def _languages(session: Session, words: Catalogue) -> Iterator[str]:
    spoken = dict.fromkeys(each for group in session.groups for each in group.languages)
    heard = dict.fromkeys(
        each for listener in session.listeners if not listener.rejected for each in listener.languages
    )
    if spoken and heard:
        yield words.say("{spoken} to {heard}", spoken=_named(spoken, words), heard=_named(heard, words))
    elif spoken:
        yield _named(spoken, words)
    if session.interpreters:
        yield words.listed(each.code for each in session.interpreters)


def _named(languages: Iterable[str], words: Catalogue) -> str:
    return words.listed(words.language_name(each) for each in languages)


def _transport(session: Session, words: Catalogue) -> Iterator[str]:
    if comes_to_them(session):
        yield words.say("nobody has to travel")
    for mode in dict.fromkeys(trip.mode for trip in session.trips):
        yield label("TripMode", mode, words)
    for meal in session.meals:
        yield meal.type
    if session.childcare.needed:
        yield words.say("children: {count}", count=session.childcare.needed)


def _compensation(session: Session, words: Catalogue) -> Iterator[str]:
    for basis in dict.fromkeys(each.basis for each in session.compensations):
        yield label("CompensationBasis", basis, words)
    if session.compensations and all(each.agreed_with_partner == "yes" for each in session.compensations):
        yield words.say("agreed with the partner")


def _listeners(session: Session, words: Catalogue) -> Iterator[str]:
    admitted = [each for each in session.listeners if not each.rejected]
    accepted = sum(each.accepted_by_workers == "yes" for each in admitted)
    if admitted:
        yield words.say("{accepted} of {number} accepted", accepted=accepted, number=len(admitted))
    if turned_away := len(session.listeners) - len(admitted):
        yield words.say("not admitted: {count}", count=turned_away)


def _absence(session: Session, words: Catalogue) -> Iterator[str]:
    excluded = session.employer_absence.excluded
    named = [label("Excluded", each, words) for each in excluded[:MOST_NAMED]]
    if len(excluded) > MOST_NAMED:
        named.append(words.say("{number} more", number=len(excluded) - MOST_NAMED))
    if named:
        yield words.say("not there: {who}", who=words.listed(named))


_PHRASES: dict[Section, Callable[[Session, Catalogue], Iterator[str]]] = {
    "when_where": _when_where,
    "who": _who,
    "languages": _languages,
    "transport": _transport,
    "compensation": _compensation,
    "listeners": _listeners,
    "absence": _absence,
}
