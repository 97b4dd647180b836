"""What to do where no legitimate union is: paths N1 to N6 as work that can be ticked off."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.errors import FieldkitError
from fieldkit.workspace.preparing import SpokenPath
from ui.context import Context
from ui.parts.card import Card
from ui.parts.check import CheckLine
from ui.parts.labels import Label
from ui.tokens import S8


class PathsCard(Card):
    """The paths that hold at these answers, each step with a box."""

    def __init__(self, context: Context, dialogue_code: str, paths: tuple[SpokenPath, ...]) -> None:
        super().__init__(context.theme)
        self._context = context
        self._code = dialogue_code
        self.add_header(context.words.say("While there is no union to rely on"))
        for path in paths:
            self.add(self._path(path))

    def _path(self, path: SpokenPath) -> QWidget:
        theme = self._context.theme
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(Label(theme, path.title, role="row_title"))
        for step in path.steps:
            box = CheckLine(theme, step.text, done=step.done)
            box.ticked.connect(lambda done, key=step.key: self._tick(key, done))
            column.addWidget(box)
        column.addWidget(Label(theme, path.warning, role="second", ink="muted"))
        return body

    def _tick(self, key: str, done: bool) -> None:
        try:
            self._context.workspace.preparing.tick_path_step(self._code, key, done=done)
        except FieldkitError as error:
            self._context.messages.failed(error)
        else:
            self._context.changes.saved.emit()
