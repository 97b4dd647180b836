"""Every place of the window, for the tests that open all of them and for the pictures people look at."""

from __future__ import annotations

from collections.abc import Iterator

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

from ui.parts.fold import Fold
from ui.places import Place

PLACES = {
    "today": Place("today"),
    "dialogues": Place("dialogues"),
    "prepare": Place("dialogue", "D-01", "prepare"),
    "prepare-union": Place("dialogue", "D-04", "prepare"),
    "dialogue-partners": Place("dialogue", "D-01", "partners"),
    "dialogue-sessions": Place("dialogue", "D-01", "sessions"),
    "dialogue-insights": Place("dialogue", "D-01", "insights"),
    "dialogue-brief": Place("dialogue", "D-04", "brief"),
    "dialogue-follow-up": Place("dialogue", "D-01", "follow_up"),
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


def visible(root: QWidget) -> Iterator[QWidget]:
    """Yield every widget that somebody can see."""
    yield from (each for each in root.findChildren(QWidget) if each.isVisible())


def open_every_fold(root: QWidget) -> None:
    """Open what is folded away, also within what was."""
    for _ in range(3):
        for fold in root.findChildren(Fold):
            fold.open()


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
