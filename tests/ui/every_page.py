"""Every place of the window, for the tests that open all of them and for the pictures people look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.session import Session
from fieldkit.model.supply import GroupClass
from fieldkit.workspace import Workspace
from ui.pages.dialogue.board.languages import LanguagesFold
from ui.parts.fold import Fold
from ui.places import Place

PLACES = {
    "today": Place("today"),
    "dialogues": Place("dialogues"),
    "prepare": Place("dialogue", "D-01", "prepare"),
    "prepare-union": Place("dialogue", "D-04", "prepare"),
    "dialogue-partners": Place("dialogue", "D-01", "partners"),
    "dialogue-sessions": Place("dialogue", "D-01", "sessions", "session/CC-2026-01"),
    "session-planned": Place("dialogue", "D-01", "sessions", "session/CC-2026-05"),
    "session-new": Place("dialogue", "D-04", "sessions", "session/CC-2026-06"),
    "no-session": Place("dialogue", "D-05", "sessions"),
    "dialogue-insights": Place("dialogue", "D-01", "insights"),
    "dialogue-brief": Place("dialogue", "D-04", "brief"),
    "dialogue-follow-up": Place("dialogue", "D-01", "follow_up"),
    "calendar": Place("calendar"),
    "calendar-agenda": Place("calendar", part="agenda", field="2026-01-01"),
    "suppliers": Place("suppliers"),
    "suppliers-table": Place("suppliers", part="table"),
    "supplier": Place("supplier", "SUP-03"),
    "partners": Place("partners"),
    "partner": Place("partner", "PA-01"),
    "partner-union": Place("partner", "PA-11"),
    "library": Place("library"),
    "settings": Place("settings"),
}
SIZES = ((1280, 800), (1024, 640))


def plan_more(workspace: Workspace) -> None:
    """Plan a session with gaps, a new one, and a dialogue in which none can be planned yet."""
    editing, sessions = workspace.editing, workspace.sessions
    sessions.duplicate("CC-2026-01", workspace.today + timedelta(days=19))
    sessions.create("D-04")
    planned = editing.find(Session, "CC-2026-05")
    assert planned is not None
    nobody = replace(planned.hops[0], interpreter_code=None)
    young = GroupClass(dimension="age_band", class_="15-17")
    group = replace(planned.groups[0], class_set=(*planned.groups[0].class_set[:2], young))
    editing.keep(
        replace(planned, hops=(nobody, *planned.hops[1:]), groups=(group, *planned.groups[1:])),
        Dialogue(code="D-05", title="A talk at sea", supplier_code="SUP-03"),
    )


def visible(root: QWidget) -> Iterator[QWidget]:
    """Yield every widget that somebody can see."""
    yield from (each for each in root.findChildren(QWidget) if each.isVisible())


def open_every_fold(root: QWidget) -> None:
    """Open what is folded away, also within what was."""
    for _ in range(3):
        for fold in root.findChildren(Fold):
            fold.open()
            if isinstance(fold, LanguagesFold):
                fold.show_more(opened=True)


def clipped(root: QWidget) -> list[str]:
    """Return the words that do not fit where they stand."""
    return [words for each in visible(root) if (words := _words(each)) and _is_cut(each)]


def nameless(root: QWidget) -> list[str]:
    """Return the controls one can reach by keyboard and a screen reader has no name for."""
    return [
        f"{type(each).__name__} in {type(each.parentWidget()).__name__}"
        for each in visible(root)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(each, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox | QAbstractItemView)
        and not (each.accessibleName() or _words(each))
    ]


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.property("elided"):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    return widget.minimumSizeHint().width() > widget.width() + 1
