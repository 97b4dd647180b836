"""The two menus above the board: papers of the session, and what one can do with it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu

from fieldkit.errors import Refused
from fieldkit.text import Catalogue
from fieldkit.workspace.sessions import Board, Move
from ui.context import Context
from ui.pages.dialogue.board.course import move_words
from ui.tokens import S4


@dataclass(frozen=True)
class Entry:
    """One thing in a menu; without something to do it is a line between two groups."""

    words: str = ""
    do: Callable[[], object] | None = None


LINE = Entry()


def open_menu(below: QAbstractButton, entries: Sequence[Entry], /) -> QMenu:
    """Open a menu below a button, with the cursor in its first entry; Esc gives it back."""
    menu = QMenu(below)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        if entry.do is None:
            menu.addSeparator()
        else:
            menu.addAction(entry.words).triggered.connect(lambda _=False, do=entry.do: do())
    menu.popup(below.mapToGlobal(QPoint(0, below.height() + S4)))
    menu.setActiveAction(menu.actions()[0])
    return menu


def doings(
    words: Catalogue, moves: Iterable[Move], move: Callable[[Move], None], *,
    duplicate: Callable[[], object], series: Callable[[], object], remove: Callable[[], object],
    bring_in: Callable[[], object],
) -> list[Entry]:  # fmt: skip
    """Return what can be done with a session as a whole."""
    say = words.say
    moving = [Entry(move_words(each, words), lambda each=each: move(each)) for each in moves]  # type: ignore[misc]
    return [
        Entry(say("Duplicate"), duplicate),
        Entry(say("Plan a series"), series),
        *([LINE, *moving] if moving else []),
        LINE,
        Entry(say("Delete the session"), remove),
        LINE,
        Entry(say("Bring in a dialogue file"), bring_in),
    ]


def why_no_new(context: Context, dialogue_code: str, board: Board, /) -> str:
    """Return why no more sessions can be planned in a dialogue, in words; empty where they can be (XR-6).

    What shuts gate G0 is mended on another step, and holds up the session on the board too.
    """
    if all(hold.step == "sessions" for hold in board.readiness.holds):
        return ""
    against = context.workspace.sessions.against_planning(dialogue_code)
    return context.messages.sentence(Refused(against)) if against else ""
