"""The papers of a session: asked where to, made and written; all of them stay inside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from fieldkit.errors import FieldkitError
from fieldkit.model.session import Session
from ui.context import Context
from ui.pages.dialogue.board.menus import Entry

Make = Callable[[], bytes]


def papers(context: Context, parent: QWidget, session: Session, /) -> list[Entry]:
    """Return every paper of a session as an entry of a menu; the consent card in each language of workers."""
    words, made = context.words, context.workspace.day_papers
    say, code = words.say, session.code
    cards = [
        (_card_title(language, context), lambda each=language: made.consent_card(code, each, words))
        for language in _languages(session)
    ]
    every: list[tuple[str, Make]] = [
        (say("Run sheet"), lambda: made.run_sheet(code, words)),
        (say("Safety checklist"), lambda: made.checklist(code, words)),
        *cards,
        (say("Log form"), lambda: made.log_form(code, words)),
        (say("Receipt sheet"), lambda: made.receipt_sheet(code, words)),
        (say("Secrecy sheet"), lambda: made.secrecy_sheet(code, words)),
    ]
    return [
        Entry(title, lambda title=title, make=make: _print(context, parent, f"{title} {code}", make))  # type: ignore[misc]
        for title, make in every
    ]


def _languages(session: Session) -> list[str | None]:
    """Return the languages of the workers, each once; None alone where there is one, or none is known."""
    spoken = dict.fromkeys(each for group in session.groups for each in group.languages)
    return [*spoken] if len(spoken) > 1 else [None]


def _card_title(language: str | None, context: Context) -> str:
    say = context.words.say
    return say("Consent card") if language is None else say("Consent card ({language})", language=language)


def _print(context: Context, parent: QWidget, name: str, make: Make) -> None:
    """Ask where to, make the paper and write it."""
    say, messages = context.words.say, context.messages
    chosen, _ = QFileDialog.getSaveFileName(parent, say("Print"), f"{name}.pdf", say("PDF files (*.pdf)"))
    if not chosen:
        return
    try:
        context.workspace.printing.write(Path(chosen), make())
    except FieldkitError as error:
        messages.failed(error)
    else:
        messages.say(say("The paper is written. It is internal: keep it so."))
