"""What all fields share: label, control, hint, problem, and when typing becomes saving."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.paths import Path, key
from ui.context import Context
from ui.editor import Editor
from ui.parts.labels import Label
from ui.tokens import S4, S12

PAUSE_MS = 600  # a pause in typing after which it is saved; a power cut costs no more

LabelAt = Literal["above", "beside"]


class Field(QWidget):
    """One field of the record an editor holds. Its `key` is the path that a *Fix* link names."""

    def __init__(
        self, context: Context, editor: Editor, path: Path, label: str, hint: str = "",
        label_at: LabelAt = "above",
    ) -> None:  # fmt: skip
        super().__init__()
        self.context = context
        self.editor = editor
        self.path = path
        self.key = key(path)
        self.setObjectName(f"field:{self.key}")
        self._name = label
        self._hint = hint
        self._label = Label(context.theme, label, role="second", ink="text")
        self._below = Label(context.theme, hint, role="code", ink="muted")
        if not hint:  # and never shown here: without a parent yet it would be a window of its own
            self._below.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.take)
        editor.reloaded.connect(self.show_value)
        editor.followed.connect(self._show_followed)
        editor.flushing.connect(self.take)
        self._label_at: LabelAt = label_at

    def build(self, control: QWidget, focus: QWidget | None = None) -> None:
        """Lay out the label and the control; `focus` is what takes the cursor where that is another."""
        self._focus = focus or control
        self._focus.setAccessibleName(self._name)
        self._focus.setAccessibleDescription(self._hint)
        self.setFocusProxy(self._focus)
        self._label.setBuddy(self._focus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(S4)
        if self._label_at == "beside":
            row = QHBoxLayout()
            row.setSpacing(S12)
            row.addWidget(self._label, 1)
            row.addWidget(control)
            whole.addLayout(row)
        else:
            whole.addWidget(self._label)
            whole.addWidget(control)
        whole.addWidget(self._below)
        self.show_value()

    def value(self) -> object:
        """Return what the record holds here."""
        return self.editor.value(self.path)

    def show_value(self) -> None:
        """Show what the record holds, or a draft of what it could not, with what stands against it."""
        raise NotImplementedError

    def take(self) -> None:
        """Hand over what was typed."""
        raise NotImplementedError

    def say_problem(self, problem: str) -> None:
        """Say beside the field what stands against it; nothing: show the hint again."""
        if problem == self.problem and self._below.text() == (problem or self._hint):
            return  # said already; dressing a control anew takes a while
        self._below.setText(problem or self._hint)
        self._below.set_ink("amber" if problem else "muted")
        self._below.setVisible(bool(problem or self._hint))
        self._focus.setAccessibleDescription(problem or self._hint)
        self._focus.setProperty("problem", bool(problem))
        self._focus.style().unpolish(self._focus)
        self._focus.style().polish(self._focus)

    def let_go(self) -> None:
        """Hear no more of the record: the place of this field in it may be gone."""
        self._pause.stop()
        self.editor.reloaded.disconnect(self.show_value)
        self.editor.followed.disconnect(self._show_followed)
        self.editor.flushing.disconnect(self.take)

    def _show_followed(self, edited: Path) -> None:
        """Show what followed from an edit; the field somebody types in keeps what stands there."""
        if edited != self.path:
            self.show_value()

    @property
    def problem(self) -> str:
        """What stands against the field now, in words."""
        return self._below.text() if self._focus.property("problem") else ""

    def typing(self) -> None:
        """Somebody is typing: save at the next pause."""
        self._pause.start()
