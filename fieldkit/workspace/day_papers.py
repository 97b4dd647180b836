"""The papers of a session: run sheet, safety checklist, consent card, log form, receipt, rule of secrecy.

They show codes, roles and headcounts. What draws a PDF loads for a moment, so only those wait who print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Self, get_args

from fieldkit.errors import Reason, Refused
from fieldkit.model.session import Session
from fieldkit.model.vocabulary import ConsentLine
from fieldkit.papers.day_content import (
    CardLine,
    ConsentCard,
    Head,
    LogForm,
    ReceiptSheet,
    RunSheet,
    SafetyList,
    SecrecySheet,
    Theme,
)
from fieldkit.papers.words import strings
from fieldkit.store import Store
from fieldkit.text import LANGUAGES, Catalogue, catalogue, explain
from fieldkit.workspace.choices import label, options
from fieldkit.workspace.dialogues import known_dialogue
from fieldkit.workspace.known_names import known_names
from fieldkit.workspace.listed_items import listed_gates
from fieldkit.workspace.situations import known_session, situation
from fieldkit.workspace.spoken_day import moments
from fieldkit.workspace.spoken_session import amounts, counted_by, groups, links, people, stops, totals
from fieldkit.workspace.worker_languages import ours, spoken_by_workers, tag, typed
from resources.themes import themes

_KEPT_DAYS = 90  # what is marked UNTIL in `02` goes this long after the session


class DayPapers:
    """The papers of the sessions of an open workspace, each as a PDF file.

    Every one raises `WrongUse("unknown_code")` for an unknown session, and
    `FileProblem("letters_not_printable", letters=...)` when the type lacks a letter.
    """

    def __init__(self, store: Store, *, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    @contextmanager
    def beside(self, today: date, /) -> Iterator[Self]:
        """Yield the same for the thread that calls this, on a day: drawing takes a part of a second."""
        with self._store.beside() as store:
            yield type(self)(store, today=lambda: today)

    def run_sheet(self, session_code: str, words: Catalogue, /) -> bytes:
        """Return the day of a session on one page where possible, in English or Dutch (RQ-059)."""
        from fieldkit.papers import run_sheet

        session, words = known_session(self._store, session_code), _in_english_or_dutch(words)
        content = RunSheet(
            head=self._head(session, words, _place(session, words)),
            moments=moments(session, words),
            signal=session.stop_signal,
            plan=session.abort_plan,
            people=people(session, words),
            stops=stops(session, words),
            links=links(session, words),
            amounts=amounts(session, words),
            totals=totals(session, words),
            counted_by=counted_by(session, words),
            help=tuple(kind for _, kind in options("Need", words)),
        )
        self._refuse_names(session, content)
        return run_sheet.draw(content, words.language)

    def _refuse_names(self, session: Session, content: RunSheet) -> None:
        """Raise `Refused` where a text somebody wrote names a supplier, a site or a partner (RQ-059)."""
        known = known_names(self._store)
        if any(known.find(text) for text in strings(content)):
            raise Refused((Reason("RQ-059", session.code, "name_on_paper"),))

    def checklist(self, session_code: str, words: Catalogue, /) -> bytes:
        """Return the safety checklist as it stands, to tick by hand (`03`)."""
        from fieldkit.papers import safety_list

        session = known_session(self._store, session_code)
        judged = situation(self._store, session, self._today())
        content = SafetyList(head=self._head(session, words), gates=listed_gates(judged, words))
        return safety_list.draw(content, words.language)

    def consent_card(self, session_code: str, card_language: str | None, words: Catalogue, /) -> bytes:
        """Return the consent card in a language, given by its tag or as it is written in the session.

        Without one, in the first language of the workers that we have or that was typed for the dialogue,
        else in that of `words`. Where the language is neither, there is room to write; `words` stand small
        above it.
        """
        from fieldkit.papers import consent_card

        session = known_session(self._store, session_code)
        chosen = card_language or self._card_language(session) or words.language
        return consent_card.draw(self._card(session, chosen, words), words.language)

    def log_form(self, session_code: str, words: Catalogue, /) -> bytes:
        """Return a form for notes by hand, in English or Dutch."""
        from fieldkit.papers import log_form

        session, words = known_session(self._store, session_code), _in_english_or_dutch(words)
        content = LogForm(
            head=self._head(session, words),
            groups=groups(session, words),
            labels=tuple(group.label for group in session.groups),
            themes=tuple(Theme(code=each.id, title=words.say(each.title)) for each in themes().values()),
        )
        return log_form.draw(content, words.language)

    def receipt_sheet(self, session_code: str, words: Catalogue, /) -> bytes:
        """Return the receipt by headcount, a token for each head that is expected, in English or Dutch."""
        from fieldkit.papers import receipt_sheet

        session, words = known_session(self._store, session_code), _in_english_or_dutch(words)
        content = ReceiptSheet(
            head=self._head(session, words),
            tokens=session.expected,
            amounts=amounts(session, words),
            totals=totals(session, words),
            counted_by=counted_by(session, words),
        )
        return receipt_sheet.draw(content, words.language)

    def secrecy_sheet(self, session_code: str, words: Catalogue, /) -> bytes:
        """Return the rule that a listener agrees to, in English or Dutch (SC-24)."""
        from fieldkit.papers import secrecy_sheet

        session, words = known_session(self._store, session_code), _in_english_or_dutch(words)
        return secrecy_sheet.draw(SecrecySheet(head=self._head(session, words)), words.language)

    def _head(self, session: Session, words: Catalogue, place: str = "") -> Head:
        supplier = known_dialogue(self._store, session.dialogue_code).supplier_code
        hours = "–".join(filter(None, (session.start, session.end)))
        day, until = session.date, session.date and _days_after(session.date, _KEPT_DAYS)
        return Head(
            code=session.code,
            day=_capital(words.day(day, "EEEE d MMMM y")) if day else "",
            about=tuple(filter(None, (hours, place, supplier))),
            destroy_by=words.day(until) if until else "",
        )

    def _card_language(self, session: Session) -> str | None:
        """Return the first language of the workers in which the card has words."""
        wordings = known_dialogue(self._store, session.dialogue_code).consent_wordings
        spoken = spoken_by_workers(session)
        return next((each for each in spoken if ours(each) or typed(each, wordings)), None)

    def _card(self, session: Session, chosen: str, words: Catalogue) -> ConsentCard:
        """Return the card: in the words typed for the dialogue, else in ours, else to be written."""
        wordings = known_dialogue(self._store, session.dialogue_code).consent_wordings
        own, language = typed(chosen, wordings), ours(chosen)
        lines: tuple[ConsentLine, ...] = get_args(ConsentLine)
        said = {line: explain("consent", line, {}, catalogue(language)) if language else "" for line in lines}
        said |= own.lines if own else {}
        meant = {line: explain("consent", line, {}, words) for line in lines}
        return ConsentCard(
            language=tag(chosen),
            lines=tuple(CardLine(line=line, said=said[line], meant=meant[line]) for line in lines),
        )


def _days_after(day: date, days: int) -> date:
    """Return a day so much later, or the last there is."""
    return min(day, date.max - timedelta(days=days)) + timedelta(days=days)


def _place(session: Session, words: Catalogue) -> str:
    """Return the kind of place; its address stands on the partner's paper alone (SC-15)."""
    if session.venue.type == "other":
        return words.say("Address with the partner")
    return words.say("{place}, address with the partner", place=label("VenueType", session.venue.type, words))


def _in_english_or_dutch(words: Catalogue) -> Catalogue:
    """Return the words of a paper that there is no Hindi of."""
    return catalogue(LANGUAGES[0]) if words.language == "hi" else words


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
