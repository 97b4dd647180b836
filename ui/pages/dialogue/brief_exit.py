"""The next brief: asked for in a language, written, or held up with every reason at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.errors import FieldkitError, Reason, Refused
from fieldkit.text import catalogue, explain
from fieldkit.workspace.choices import options
from ui.context import Context
from ui.parts.buttons import Button, ButtonKind
from ui.parts.card import Card
from ui.parts.labels import Label
from ui.parts.segments import Segments
from ui.parts.sign import Sign
from ui.tokens import S4, S8, S12

T = TypeVar("T")


class BriefExit(Card):
    """The language, the button, and below them what came of it."""

    left = Signal()

    def __init__(self, context: Context, dialogue_code: str) -> None:
        super().__init__(context.theme)
        self._context = context
        self._code = dialogue_code
        say = context.words.say
        self.add_header(say("The next brief"))
        self.add(self._asked())
        self._outcome: list[QWidget] = []

    def _asked(self) -> QWidget:
        context, say = self._context, self._context.words.say
        choices = options("Language", context.words)
        own = context.words.language
        value = own if own in dict(choices) else choices[0][0]
        self._language = Segments(context.theme, choices, value, say("Language of the brief"))
        # The head of the page has the one primary button while something holds the preparation up.
        is_next = not context.workspace.preparing.readiness(self._code, context.words).holds
        kind: ButtonKind = "primary" if is_next else "plain"
        self._write = Button(context.theme, say("Write the brief"), kind=kind, icon="export")
        self._write.setObjectName("write-the-brief")
        self._write.clicked.connect(self.write)
        self.setFocusProxy(self._write)
        row = QHBoxLayout()
        row.setSpacing(S12)
        row.addWidget(self._language)
        row.addStretch(1)
        row.addWidget(self._write)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        rule = say("It leaves only when every rule that protects people holds.")
        column.addWidget(Label(context.theme, rule, ink="muted"))
        column.addLayout(row)
        return holder

    def write(self) -> None:
        """Write the brief where the rules let it leave; say every reason where they do not."""
        language = self._language.value()
        plan = self._tried(lambda: self._context.workspace.briefing.plan(self._code, language))
        if plan is None:
            return
        if plan.reasons:
            self._say_reasons(plan.reasons)
        elif chosen := self._asked_where(language):
            self._export(chosen, language)

    def _asked_where(self, language: str) -> str:
        say = self._context.words.say
        name = catalogue(language).say("Conversation note")  # the supplier sees it
        chosen, _ = QFileDialog.getSaveFileName(
            self, say("Write the brief"), f"{name}.pdf", say("PDF files (*.pdf)")
        )
        return chosen

    def _export(self, chosen: str, language: str) -> None:
        briefing = self._context.workspace.briefing
        exported = self._tried(lambda: briefing.export(self._code, Path(chosen), language))
        if exported is not None:
            say = self._context.words.say
            self._show(
                [self._line("check-circle-fill", "green", say("The brief is written."), exported.code)]
            )
            self._context.changes.saved.emit()
            self.left.emit()

    def _tried(self, step: Callable[[], T]) -> T | None:
        """Return what a step gives; where a rule says no, show every reason."""
        try:
            with _waiting():
                return step()
        except Refused as refused:
            self._say_reasons(refused.reasons)
        except FieldkitError as error:
            self._context.messages.failed(error)
        return None

    def _say_reasons(self, reasons: Sequence[Reason]) -> None:
        words = self._context.words
        lines = []
        for each in dict.fromkeys(reasons):
            text = explain("reasons", each.code, each.data, words)
            code = f"{each.rule} · {each.subject}" if each.subject else each.rule
            lines.append(self._line("warning-fill", "amber", text, code))
        number = len(lines)
        text = words.say("1 thing holds this up") if number == 1 else ""
        head = text or words.say("{number} things hold this up", number=number)
        self._show([Label(self._context.theme, head, role="second_strong", ink="amber"), *lines])

    def _line(self, icon: str, ink: str, text: str, code: str) -> QWidget:
        theme = self._context.theme
        holder = QWidget()
        holder.setAccessibleName(f"{text} {code}")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addWidget(Sign(theme, icon, ink), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, text, role="second"), 1)
        row.addWidget(Label(theme, code, role="code", ink="faint", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _show(self, lines: Sequence[QWidget]) -> None:
        """Show what came of it, in place of what was there."""
        for before in self._outcome:
            before.hide()  # a hidden row leaves no trace
            before.deleteLater()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, S4, 0, S4)
        column.setSpacing(S12)
        for line in lines:
            column.addWidget(line)
        self._outcome = [body]
        self.add(body)


@contextmanager
def _waiting() -> Iterator[None]:
    """Show that the rules are being gone through: a moment with a large file."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
