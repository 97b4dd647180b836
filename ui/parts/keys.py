"""Keys that mean the same everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WITH = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def is_enter(event: QKeyEvent, /) -> bool:
    """Whether a key is Enter, pressed alone."""
    return event.key() in _ENTER and not event.modifiers() & _WITH
