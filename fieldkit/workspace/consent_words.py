"""The words of the consent card in a language of the workers: typed once, for the whole dialogue (SC-31)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import msgspec

from fieldkit.guide.languages import same
from fieldkit.model.dialogue import ConsentWording, Dialogue
from fieldkit.model.session import Session
from fieldkit.model.vocabulary import ConsentLine
from fieldkit.store import Store
from fieldkit.text import Catalogue, explain
from fieldkit.workspace.choices import label
from fieldkit.workspace.dialogues import known_dialogue
from fieldkit.workspace.editing import Change, Editing
from fieldkit.workspace.reading import read
from fieldkit.workspace.worker_languages import ours, spoken_by_workers, typed

LINES: tuple[ConsentLine, ...] = get_args(ConsentLine)


class AskedLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the card as it is asked for."""

    line: ConsentLine
    label: str  # what the line is about
    meant: str  # what it says, in the language of whoever types
    said: str  # in the language of the card; empty while nothing is typed


class ConsentWords:
    """What the card says in the languages there are no words of ours in."""

    def __init__(self, store: Store, editing: Editing) -> None:
        self._store = store
        self._editing = editing

    def languages(self, session: Session, /) -> tuple[str, ...]:
        """Return the languages of the workers of a session that the card has no words of ours in."""
        found: list[str] = []
        for each in spoken_by_workers(session):
            if ours(each) is None and not any(same(each, other) for other in found):
                found.append(each)
        return tuple(found)

    def lines(self, dialogue_code: str, language: str, words: Catalogue, /) -> tuple[AskedLine, ...]:
        """Return all lines of the card, with what is typed of them. Raises `WrongUse` for an unknown code."""
        wording = typed(language, known_dialogue(self._store, dialogue_code).consent_wordings)
        said: Mapping[ConsentLine, str] = wording.lines if wording is not None else {}
        return tuple(
            AskedLine(
                line=line,
                label=label("ConsentLine", line, words),
                meant=explain("consent", line, {}, words),
                said=said.get(line, ""),
            )
            for line in LINES
        )

    @staticmethod
    def read(line: ConsentLine, text: str, /) -> str:
        """Return a line as it is kept: on one row. Raises `InvalidValue` where it is too long."""
        return " ".join(str(read(ConsentWording, ("lines", line), text)).split())

    @staticmethod
    def is_printable(text: str, /) -> bool:
        """Return whether the paper has every letter of a text; else the card has a row to write it on.

        The type loads with the first call, which takes a third of a second.
        """
        from fieldkit.papers.fonts import printable

        return printable(text)

    def keep(self, dialogue_code: str, language: str, said: Mapping[ConsentLine, str], /) -> Change:
        """Keep all lines of a language, and return what that changed; without any, none stay of it.

        Lines without words are left out: they are written on the card by hand. Raises `WrongUse` for an
        unknown code, `InvalidValue` for a line that is too long.
        """
        dialogue = known_dialogue(self._store, dialogue_code)
        kept = {line: text for line in LINES if (text := self.read(line, said.get(line, "")))}
        return self._editing.keep(_with(dialogue, ConsentWording(language=language, lines=kept)))


def _with(dialogue: Dialogue, wording: ConsentWording) -> Dialogue:
    """Return a dialogue with the lines of one language in the place of those it had."""
    before = dialogue.consent_wordings
    at = next((at for at, each in enumerate(before) if same(each.language, wording.language)), len(before))
    added = (wording,) if wording.lines else ()
    return msgspec.structs.replace(dialogue, consent_wordings=(*before[:at], *added, *before[at + 1 :]))
