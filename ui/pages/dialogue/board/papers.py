"""The papers of a session, each to be printed or written; all of them stay inside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from fieldkit.model.session import Session
from fieldkit.workspace.day_papers import DayPapers
from ui.context import Context
from ui.dialogs import consent_words
from ui.dialogs.paper import Paper, offer
from ui.pages.dialogue.board.menus import Entry

Draw = Callable[[DayPapers], bytes]


def papers(context: Context, parent: QWidget, session: Session, /) -> list[Entry]:
    """Return every paper of a session as an entry of a menu; the consent card in each language of workers.

    Below a card whose language has no words of ours stands where they are typed.
    """
    words, code = context.words, session.code
    say, shelf = words.say, _Shelf(context, parent, session)
    return [
        shelf.entry(say("Run sheet"), lambda made: made.run_sheet(code, words)),
        shelf.entry(say("Safety checklist"), lambda made: made.checklist(code, words)),
        *shelf.cards(),
        shelf.entry(say("Log form"), lambda made: made.log_form(code, words)),
        shelf.entry(say("Receipt sheet"), lambda made: made.receipt_sheet(code, words)),
        shelf.entry(say("Secrecy sheet"), lambda made: made.secrecy_sheet(code, words)),
    ]


@dataclass(frozen=True)
class _Shelf:
    """The papers of one session, over one window."""

    context: Context
    parent: QWidget
    session: Session

    def entry(self, title: str, draw: Draw, *, file: str = "") -> Entry:
        """Return a paper that is offered when picked; `file` names its file where the title does not."""
        paper = self._paper(title, f"{file or title} {self.session.code}", draw)
        return Entry(title, lambda: offer(self.parent, self.context, paper))

    def cards(self) -> Iterator[Entry]:
        """Yield the consent cards, each with the way to its words where they have to be typed."""
        to_be_typed = self.context.workspace.consent_words.languages(self.session)
        for language in _languages(self.session):
            yield self._card(language)
            for each in to_be_typed:
                if language in (None, each):
                    yield self._words(each)

    def _card(self, language: str | None) -> Entry:
        words, code = self.context.words, self.session.code
        title = words.say("Consent card")
        if language is None:
            return self.entry(title, lambda made: made.consent_card(code, None, words))
        spoken = words.say("Consent card ({language})", language=words.language_name(language))
        return self.entry(spoken, lambda made: made.consent_card(code, language, words), file=title)

    def _words(self, language: str) -> Entry:
        words, code = self.context.words, self.session.dialogue_code
        title = words.say("Words for the card in {language}", language=words.language_name(language))
        return Entry(title, lambda: consent_words.ask(self.parent, self.context, code, language))

    def _paper(self, title: str, file: str, draw: Draw) -> Paper:
        """Return what can be printed; the thread that draws it reads by a connection of its own."""
        say, workspace = self.context.words.say, self.context.workspace
        today = workspace.today

        def make() -> bytes:
            with workspace.day_papers.beside(today) as made:
                return draw(made)

        return Paper(
            title=title,
            file=file,
            make=make,
            write=workspace.printing.write,
            printed=say("The paper is on its way to the printer. It is internal: fetch it at once."),
            written=say("The paper is written. It is internal: keep it so."),
        )


def _languages(session: Session) -> list[str | None]:
    """Return the languages of the workers, each once; None alone where there is one, or none is known."""
    spoken = dict.fromkeys(each for group in session.groups for each in group.languages)
    return [*spoken] if len(spoken) > 1 else [None]
