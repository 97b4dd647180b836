"""A step that stands or falls by itself: it has a readiness of its own, as a session has."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance

from fieldkit.workspace.preparing import Readiness
from ui.pages.dialogue.foot import Foot


@runtime_checkable
class Judged(Protocol):
    """What the head and the column of a dialogue ask of such a step."""

    judged: SignalInstance  # it was looked at anew

    @property
    def readiness(self) -> Readiness | None:
        """How far it is; None while there is nothing to judge: then the dialogue's own is shown."""
        ...

    @property
    def foot(self) -> Foot:
        """What can be done now."""
        ...

    @property
    def next_act(self) -> str:
        """The one next thing, in words; empty where nothing waits."""
        ...

    def do_next(self) -> None:
        """Do the one next thing, or go where it is done."""
        ...

    def act(self, name: str) -> None:
        """Do what was pressed at the foot."""
        ...
