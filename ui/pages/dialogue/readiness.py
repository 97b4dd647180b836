"""The column on the right of every step: how far, what holds this up, and the way to mend it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.workspace.preparing import Readiness
from ui.context import Context
from ui.pages.dialogue.foot import Foot, FootBar
from ui.pages.dialogue.hold_rows import SIGN, HoldRows
from ui.parts.buttons import IconButton
from ui.parts.labels import Label
from ui.parts.pill import Pill
from ui.parts.ring import Ring
from ui.parts.ruled import Ruled
from ui.parts.scroll import Scroll
from ui.parts.sign import Sign
from ui.tokens import S4, S8, S12, S16

WIDTH, RAIL = 236, 64
BIG_RING, SMALL_RING = 58, 46


class ReadinessColumn(QWidget):
    """Readiness as a column, or as a narrow rail that opens over the page. What did not change stays."""

    fix = Signal(object)  # SpokenHold
    acted = Signal(str)  # what was pressed at the foot

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._narrow = False
        self._open = False
        self._shown: Readiness | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "column")
        self._rail = _Rail(context)
        self._rail.chevron.clicked.connect(self._toggle)
        self._sheet = _Sheet(context)
        self._sheet.chevron.clicked.connect(self._toggle)
        self._sheet.holds.fix.connect(self.fix)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._rail)
        self._whole.addWidget(self._sheet, 1)
        self._foot = FootBar(context.theme)
        self._foot.acted.connect(self.acted)
        self._whole.addWidget(self._foot)
        self._arrange()

    def show_readiness(self, readiness: Readiness, foot: Foot) -> None:
        """Show how far the dialogue or one of its sessions is, and what can be done now."""
        if readiness != self._shown:
            self._shown = readiness
            self._rail.show_readiness(readiness)
            self._sheet.show_readiness(readiness)
        self._foot.show_foot(foot)

    def set_narrow(self, narrow: bool) -> None:
        """Show a rail in a small window."""
        if narrow != self._narrow:
            self._narrow, self._open = narrow, False
            self._arrange()

    def _toggle(self) -> None:
        self._open = not self._open
        self._arrange()
        (self._sheet.chevron if self._open else self._rail.chevron).setFocus()

    def _arrange(self) -> None:
        rail = self._narrow and not self._open
        self.setFixedWidth(RAIL if rail else WIDTH)
        self._rail.setVisible(rail)
        self._sheet.setVisible(not rail)
        self._sheet.chevron.setVisible(self._narrow)
        self._foot.setVisible(not rail)


class _Rail(QWidget):
    """A ring, how many things hold this up, and a chevron that opens the column."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._ring = Ring(context.theme, 0, 0, SMALL_RING)
        self._count = Pill(context.theme, "", "amber", "warning-fill")
        self.chevron = IconButton(context.theme, "caret-left", context.words.say("Show what holds this up"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S12, 0, S12)
        column.setSpacing(S12)
        for widget in (self._ring, self._count, self.chevron):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_readiness(self, readiness: Readiness) -> None:
        """Show how far it is, in little room."""
        self._ring.set(readiness.done, readiness.total)
        self._count.say(str(len(readiness.holds)), "amber", "warning-fill")
        self._count.setVisible(bool(readiness.holds))


class _Sheet(QWidget):
    """Ring, count, a row for each thing, totals."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self._ring = Ring(theme, 0, 0, BIG_RING)
        self._done = Label(theme, role="second", ink="muted")
        self.chevron = IconButton(theme, "caret-right", context.words.say("Close"))
        self._sign = Sign(theme, "", "amber", SIGN)
        self._count = Label(theme, role="second_strong")
        self.holds = HoldRows(context)
        self._totals = Ruled(theme)
        self._figures = QVBoxLayout(self._totals)
        self._figures.setContentsMargins(0, S16, 0, 0)
        self._figures.setSpacing(S8)
        self._values: list[tuple[Label, Label]] = []
        self._lay_out()

    def show_readiness(self, readiness: Readiness) -> None:
        """Show how far it is."""
        say, number = self._context.words.say, len(readiness.holds)
        self._ring.set(readiness.done, readiness.total)
        self._done.setText(say("{done} of {total} done", done=readiness.done, total=readiness.total))
        one, more = say("1 thing holds this up"), say("{number} things hold this up", number=number)
        held = one if number == 1 else more
        icon, ink = ("warning-fill", "amber") if number else ("check-circle-fill", "green")
        self._sign.show_icon(icon, ink)
        self._count.setText(held if number else say("Nothing holds this up"))
        self._count.set_ink(ink)
        self.holds.show_holds(readiness.holds)
        self._show_totals(readiness)

    def _show_totals(self, readiness: Readiness) -> None:
        while len(self._values) < len(readiness.totals):
            self._values.append(self._figure())
        for at, (name, value) in enumerate(self._values):
            told = readiness.totals[at] if at < len(readiness.totals) else ("", "")
            for label, text in zip((name, value), told, strict=True):
                if label.text() != text:
                    label.setText(text)
                label.setVisible(bool(text))
        self._totals.setVisible(bool(readiness.totals))

    def _figure(self) -> tuple[Label, Label]:
        theme = self._context.theme
        name = Label(theme, role="second", ink="muted")
        value = Label(theme, role="second_strong", wrap=False)
        row = QHBoxLayout()
        row.addWidget(name, 1)
        row.addWidget(value)
        self._figures.addLayout(row)
        return name, value

    def _lay_out(self) -> None:
        theme, say = self._context.theme, self._context.words.say
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(theme, say("Readiness"), role="row_title"))
        words.addWidget(self._done)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(S12)
        head.addWidget(self._ring)
        head.addLayout(words, 1)
        head.addWidget(self.chevron, 0, Qt.AlignmentFlag.AlignTop)
        counted = QHBoxLayout()
        counted.setContentsMargins(0, S4, 0, S4)
        counted.setSpacing(S8)
        counted.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        counted.addWidget(self._count, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(S16, S16, S16, S16)
        column.setSpacing(S8)
        column.addLayout(head)
        column.addSpacing(S4)
        column.addLayout(counted)
        column.addWidget(self.holds)
        column.addWidget(self._totals)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(theme, inner))
