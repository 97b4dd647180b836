"""The column on the right of every step: how far, what holds this up, and the way to mend it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.workspace.preparing import Readiness, SpokenHold
from ui.context import Context
from ui.parts.buttons import Button, IconButton
from ui.parts.labels import Label
from ui.parts.pill import Pill
from ui.parts.ring import Ring
from ui.parts.scroll import Scroll
from ui.tokens import S4, S8, S12, S16

WIDTH, RAIL = 236, 64
BIG_RING, SMALL_RING = 58, 46
SIGN = 16


class ReadinessColumn(QWidget):
    """Readiness as a column, or as a narrow rail that opens over the page."""

    fix = Signal(object)  # SpokenHold
    printed = Signal()
    opened = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._narrow = False
        self._open = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "column")
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._shown: Readiness | None = None

    def show_readiness(self, readiness: Readiness) -> None:
        """Show how far the dialogue is."""
        if readiness != self._shown:
            self._shown = readiness
            self._draw()

    def set_narrow(self, narrow: bool) -> None:
        """Show a rail in a small window."""
        if narrow != self._narrow or self._whole.count() == 0:
            self._narrow, self._open = narrow, False
            self._draw()

    def _toggle(self) -> None:
        self._open = not self._open
        self._draw()

    def _draw(self) -> None:
        """Draw anew; the cursor stays on the button it was on."""
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused is not None and self.isAncestorOf(focused) else ""
        while (item := self._whole.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        rail = self._narrow and not self._open
        self.setFixedWidth(RAIL if rail else WIDTH)
        if self._shown is None:
            return
        drawn = self._rail(self._shown) if rail else self._column(self._shown)
        self._whole.addWidget(drawn)
        if name:
            drawn.show()
            _give_cursor(drawn, name)

    def _rail(self, readiness: Readiness) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(S8, S12, S8, S12)
        column.setSpacing(S12)
        middle = Qt.AlignmentFlag.AlignHCenter
        theme = self._context.theme
        column.addWidget(Ring(theme, readiness.done, readiness.total, SMALL_RING), 0, middle)
        if readiness.holds:
            column.addWidget(Pill(theme, str(len(readiness.holds)), "amber", "warning-fill"), 0, middle)
        show = self._context.words.say("Show what holds this up")
        column.addWidget(self._chevron("caret-left", show), 0, middle)
        column.addStretch(1)
        return holder

    def _column(self, readiness: Readiness) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(S16, S16, S16, S16)
        column.setSpacing(S8)
        column.addLayout(self._head(readiness))
        column.addSpacing(S4)
        column.addWidget(self._count(readiness))
        for hold in readiness.holds:
            column.addWidget(self._hold(hold))
        if readiness.totals:
            column.addWidget(self._totals(readiness))
        column.addStretch(1)
        outer = QWidget()
        whole = QVBoxLayout(outer)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(self._context.theme, holder), 1)
        whole.addWidget(self._foot())
        return outer

    def _head(self, readiness: Readiness) -> QHBoxLayout:
        theme, say = self._context.theme, self._context.words.say
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(theme, say("Readiness"), role="row_title"))
        count = say("{done} of {total} done", done=readiness.done, total=readiness.total)
        words.addWidget(Label(theme, count, role="second", ink="muted"))
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(S12)
        head.addWidget(Ring(theme, readiness.done, readiness.total, BIG_RING))
        head.addLayout(words, 1)
        if self._narrow:
            head.addWidget(self._chevron("caret-right", say("Close")), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _count(self, readiness: Readiness) -> QWidget:
        say, number = self._context.words.say, len(readiness.holds)
        if number == 0:
            return self._signed("check-circle-fill", "green", say("Nothing holds this up"))
        one, more = say("1 thing holds this up"), say("{number} things hold this up", number=number)
        return self._signed("warning-fill", "amber", one if number == 1 else more)

    def _signed(self, icon: str, ink: str, text: str) -> QWidget:
        theme = self._context.theme
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, S4, 0, S4)
        row.setSpacing(S8)
        sign = Label(theme, "", wrap=False)
        sign.setPixmap(theme.pixmap(icon, ink, SIGN, self.devicePixelRatioF()))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, text, role="second_strong", ink=ink), 1)
        return holder

    def _hold(self, hold: SpokenHold) -> QWidget:
        theme, say = self._context.theme, self._context.words.say
        holder = QWidget()
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        holder.setProperty("line", "above")
        whole = QVBoxLayout(holder)
        whole.setContentsMargins(0, S8, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Label(theme, hold.text, role="second"))
        row = QHBoxLayout()
        row.addWidget(Label(theme, hold.item, role="code", ink="faint", wrap=False))
        row.addStretch(1)
        fix = Button(theme, say("Fix"), kind="quiet")
        fix.setAccessibleName(say("Fix: {text}", text=hold.text))
        fix.clicked.connect(lambda: self.fix.emit(hold))
        row.addWidget(fix)
        whole.addLayout(row)
        return holder

    def _totals(self, readiness: Readiness) -> QWidget:
        theme = self._context.theme
        holder = QWidget()
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        holder.setProperty("line", "above")
        whole = QVBoxLayout(holder)
        whole.setContentsMargins(0, S12, 0, 0)
        for name, value in readiness.totals:
            row = QHBoxLayout()
            row.addWidget(Label(theme, name, role="second", ink="muted"), 1)
            row.addWidget(Label(theme, value, role="second_strong", wrap=False))
            whole.addLayout(row)
        return holder

    def _foot(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(S16, S8, S16, S16)
        button = Button(self._context.theme, self._context.words.say("Print the comparison"), icon="printer")
        button.clicked.connect(self.printed)
        row.addWidget(button)
        return holder

    def _chevron(self, icon: str, name: str) -> IconButton:
        button = IconButton(self._context.theme, icon, name)
        button.clicked.connect(self._toggle)
        return button


def _give_cursor(widget: QWidget, name: str) -> None:
    """Put the cursor on the button of this name, or on the first one where it is gone."""
    buttons = widget.findChildren(QAbstractButton)
    same = (button for button in buttons if button.accessibleName() == name)
    if (button := next(same, buttons[0] if buttons else None)) is not None:
        button.setFocus()
