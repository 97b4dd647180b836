"""What the folds of the session board share: how a section stands, its fields, and the way to one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar, Protocol, runtime_checkable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.workspace.board import Board, BoardSection
from fieldkit.workspace.preparing import SpokenHold
from ui.context import Context
from ui.editor import Editor
from ui.fields import Field
from ui.pages.dialogue.section import SectionFold
from ui.parts.grid import Grid
from ui.parts.labels import Label
from ui.tokens import S16


@runtime_checkable
class Finds(Protocol):
    """A part of a section that has fields of its own, such as a list of records."""

    def go_to(self, key: str) -> bool:
        """Put the cursor in the field of a path; return whether it is here."""
        ...


@runtime_checkable
class Tells(Protocol):
    """A part of a section that says beside its fields what holds the session up there."""

    def show_holds(self, holds: Sequence[SpokenHold]) -> None:
        """Say what of these is about this part."""
        ...


class BoardFold(SectionFold):
    """One section of the board. A subclass names what it `HOLDS` and makes fields, parts above and below.

    Fields stand in two columns, or in one where there is little room; `ui.parts.grid.wide` gives one a row
    of its own. Parts take the whole width; those that have `go_to` are asked for a field.
    """

    HOLDS: ClassVar[frozenset[str]] = frozenset()  # first names of the paths within the session

    def __init__(self, context: Context, editor: Editor, section_id: str, title: str) -> None:
        super().__init__(context, editor, title)
        self.section_id = section_id
        self._section: BoardSection | None = None
        self._parts: list[QWidget] = []
        self._remarks = Label(context.theme, role="second", ink="amber")
        self._remarks.hide()

    @property
    def is_held_up(self) -> bool:
        """Whether something in this section holds the session up."""
        return self._section is not None and self._section.state == "held_up"

    def make_fields(self) -> list[Field]:
        """Return the fields of this section, in the order one reads them."""
        return []

    def make_above(self) -> list[QWidget]:
        """Return what stands above the fields, such as a picture."""
        return []

    def make_below(self) -> list[QWidget]:
        """Return what stands below the fields, such as lists of records."""
        return []

    def show_board(self, board: Board) -> None:
        """Show how the section stands on a board; a subclass also shows what else it takes from there."""
        self.show_section(next(each for each in board.sections if each.id == self.section_id))

    def show_section(self, section: BoardSection) -> None:
        """Show how the section stands: sign, summary (amber while it holds things up), what to mind."""
        if section == self._section:
            return
        self._section = section
        held = section.state == "held_up"
        self.set_state(section.state, self.words.say("Held up") if held else self.words.say("Done"))
        self.set_summary(self._said(section), amber=held)
        self._remarks.setText("\n".join(section.remarks))
        set_shown(self._remarks, bool(section.remarks))
        self._tell()

    def begin(self) -> None:
        """Open, with the cursor in the field of the first thing that holds the session up here."""
        paths = [path for path in map(path_within, self._holds()) if self.knows(path)]
        if not paths or not self.go_to(paths[0]):
            self.open()
            self.setFocus()

    def knows(self, key: str) -> bool:
        """Whether a path within the session leads into this section."""
        return re.split(r"[.\[]", key, maxsplit=1)[0] in self.HOLDS

    def go_to(self, key: str) -> bool:
        """Open, with the cursor in the field of a path, or in the first field where none has it."""
        if not self.knows(key):
            return False
        self.open()
        if field := self.fields.get(key):
            field.setFocus()
        elif not any(part.go_to(key) for part in self._parts if isinstance(part, Finds)):
            self._begin(key)
        return True

    def _said(self, section: BoardSection) -> str:
        """Return the line of the header: what holds the section up, before what is arranged."""
        if not section.holds:
            return section.summary
        first, more = section.holds[0].text.removesuffix("."), len(section.holds) - 1
        return self.words.say("{first} (and {number} more)", first=first, number=more) if more else first

    def _holds(self) -> Sequence[SpokenHold]:
        return self._section.holds if self._section is not None else ()

    def _tell(self) -> None:
        for part in self._parts:
            if isinstance(part, Tells):
                part.show_holds(self._holds())

    def _begin(self, key: str) -> None:
        """Put the cursor in the field that is nearest to a path; on the header where there is none."""
        nearest = [field for name, field in self.fields.items() if name.startswith(key)]
        field = next(iter(nearest or self.fields.values()), None)
        (self if field is None else field).setFocus()

    def _made(self) -> QWidget:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S16)
        above, fields, below = self.make_above(), self.make_fields(), self.make_below()
        self.fields = {field.key: field for field in fields}
        self._parts = [*above, *below]
        for part in (*above, *([Grid(fields)] if fields else []), *below):
            self._column.addWidget(part)
        self._column.addWidget(self._remarks)
        set_shown(self._remarks, bool(self._remarks.text()))
        self._tell()
        return body


def path_within(hold: SpokenHold, /) -> str:
    """Return the path within the session that a hold leads to: of `session/CC-2026-01/date`, `date`."""
    return hold.field.split("/", maxsplit=2)[-1]


def set_shown(widget: QWidget, shown: bool, /) -> None:
    """Show or hide a part of a section; one without a parent yet would be a window of its own."""
    if not shown or widget.parentWidget() is not None:
        widget.setVisible(shown)
