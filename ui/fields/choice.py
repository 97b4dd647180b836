"""One of several answers; several of several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from fieldkit.model.paths import Path
from ui.context import Context
from ui.editor import Editor
from ui.fields.field import Field, LabelAt
from ui.parts.flow import FlowLayout
from ui.parts.segments import Segments

MOST_SEGMENTS = 5
LONGEST_SEGMENT = 40  # letters; a longer answer, such as a name somebody typed, stands in a list
LIST_WIDTH = 12  # letters a list asks for; its answers may be longer

Options = Sequence[tuple[str, str]]  # value and words


class QuietCombo(QComboBox):
    """A list of choices that the wheel does not change in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page."""
        event.ignore()


class ChoiceField(Field):
    """One answer of several: side by side where there are few, else in a list. Empty is no answer yet."""

    def __init__(
        self, context: Context, editor: Editor, path: Path, label: str, options: Options, hint: str = "",
        label_at: LabelAt = "above", danger: str = "",
    ) -> None:  # fmt: skip
        super().__init__(context, editor, path, label, hint, label_at)
        self._values = [value for value, _ in options]
        self.segments: Segments | None = None
        self.list: QuietCombo | None = None
        if len(options) <= MOST_SEGMENTS and all(len(words) <= LONGEST_SEGMENT for _, words in options):
            self.segments = Segments(context.theme, options, self._value(), label, danger)
            self.segments.chosen.connect(self._choose)
            self.build(self.segments)
        else:
            self.list = QuietCombo()
            self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.list.setMinimumContentsLength(LIST_WIDTH)
            self.list.setPlaceholderText(context.words.say("Choose"))
            for value, words in options:
                self.list.addItem(words, value)
            self.list.activated.connect(lambda at: self._choose(self._values[at]))
            self.build(self.list)

    def show_value(self) -> None:
        """Show the answer the record holds."""
        if self.segments is not None:
            self.segments.set_value(self._value())
        elif self.list is not None:
            self.list.setCurrentIndex(
                self._values.index(self._value()) if self._value() in self._values else -1
            )

    def take(self) -> None:
        """Nothing waits: an answer is saved when it is given."""

    def choose(self, value: str) -> None:
        """Give an answer, as a click would."""
        self._choose(value)
        self.show_value()

    def _value(self) -> str:
        return str(self.value() or "")

    def _choose(self, value: str) -> None:
        self.say_problem(self.editor.typed(self.path, value))


class ManyField(Field):
    """Any number of answers, each with a box to tick."""

    def __init__(
        self, context: Context, editor: Editor, path: Path, label: str, options: Options, hint: str = ""
    ) -> None:
        super().__init__(context, editor, path, label, hint)
        self._boxes = {value: QCheckBox(words) for value, words in options}
        holder = QWidget()
        flow = FlowLayout(holder)
        for box in self._boxes.values():
            box.setCursor(Qt.CursorShape.PointingHandCursor)
            box.clicked.connect(self._tick)
            flow.addWidget(box)
        self.build(holder, next(iter(self._boxes.values())))
        for value, words in options:
            self._boxes[value].setAccessibleName(f"{label}: {words}")

    def show_value(self) -> None:
        """Tick what the record holds."""
        held = self.editor.value(self.path)
        for value, box in self._boxes.items():
            box.setChecked(value in held)

    def take(self) -> None:
        """Nothing waits: a tick is saved when it is set."""

    def _tick(self) -> None:
        ticked = [value for value, box in self._boxes.items() if box.isChecked()]
        self.say_problem(self.editor.typed(self.path, ticked))
