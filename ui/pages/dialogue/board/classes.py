"""Which workers a group is made of: up to three classes, each of another dimension (`02` section 2.4)."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from fieldkit.model.paths import Path
from fieldkit.model.supply import GroupClass
from fieldkit.model.vocabulary import DIMENSION_CLASSES, Dimension
from fieldkit.workspace.choices import label
from ui.context import Context
from ui.editor import Editor
from ui.fields import Field
from ui.fields.choice import QuietCombo
from ui.parts.flow import FlowLayout

MOST = 3
WIDTH = 18  # letters a list asks for


class ClassesField(Field):
    """A list for each class; the next one comes once the one before it is chosen."""

    def __init__(self, context: Context, editor: Editor, path: Path, label: str, hint: str = "") -> None:
        super().__init__(context, editor, path, label, hint)
        self.lists = [self._list(at) for at in range(MOST)]
        self._left_out: list[set[Dimension] | None] = [None] * MOST  # of each list: what it does not offer
        whole = QWidget()
        flow = FlowLayout(whole)
        for each in self.lists:
            flow.addWidget(each)
        self.build(whole, self.lists[0])

    def show_value(self) -> None:
        """Show the classes the record holds, and one list more to add another."""
        held: tuple[GroupClass, ...] = self.editor.value(self.path)
        for at, each in enumerate(self.lists):
            others = {kind.dimension for place, kind in enumerate(held) if place != at}
            if others != self._left_out[at]:
                self._left_out[at] = others
                self._offer(each, others)
            each.setCurrentIndex(each.findText(self._said(held[at])) if at < len(held) else 0)
            each.setVisible(at <= len(held))

    def take(self) -> None:
        """Nothing waits: a class is saved when it is chosen."""

    def choose(self, at: int, kind: GroupClass | None) -> None:
        """Set one of the classes, as a click would; None takes it out."""
        held: tuple[GroupClass, ...] = self.editor.value(self.path)
        put = (*held[:at], *((kind,) if kind is not None else ()), *held[at + 1 :])
        self.editor.put(self.path, put)
        self.show_value()

    def _list(self, at: int) -> QuietCombo:
        combo = QuietCombo()
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(WIDTH)
        combo.setAccessibleName(self.context.words.say("Class {number}", number=at + 1))
        combo.activated.connect(lambda _index: self.choose(at, combo.currentData()))
        return combo

    def _offer(self, combo: QuietCombo, others: set[Dimension]) -> None:
        """Offer every class of the dimensions that no other list has, by dimension."""
        combo.clear()
        combo.addItem(self.context.words.say("None"), None)
        for dimension, classes in DIMENSION_CLASSES.items():
            if dimension in others:
                continue
            combo.insertSeparator(combo.count())
            for each in classes:
                kind = GroupClass(dimension=dimension, class_=each)
                combo.addItem(self._said(kind), kind)

    def _said(self, kind: GroupClass) -> str:
        words = self.context.words
        name = label("Dimension", kind.dimension, words)
        return f"{name}: {label(kind.dimension, kind.class_, words)}"
