"""A line for a secret: hidden until one asks to see it, and forgotten when it leaves the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fieldkit.text import Catalogue
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.sign import Sign
from ui.theme import Theme
from ui.tokens import FIRST_RUN, LABEL_GAP, S4, S8, SMALL

_SECRET = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class TallLine(QLineEdit):
    """A line of the height that things have at the gate."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the usual size; the style sheet would have it lower."""
        return QSize(super().sizeHint().width(), FIRST_RUN)


class SecretLine(TallLine):
    """A line that shows dots."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_SECRET)
        self._inside: QWidget | None = None

    def put_inside(self, widget: QWidget) -> None:
        """Show something inside the line, at its right end."""
        self._inside = widget
        widget.setParent(self)
        widget.show()
        self.place_inside()

    def place_inside(self) -> None:
        """Give what stands inside the room its words need."""
        if self._inside is None:
            return
        width = self._inside.sizeHint().width()
        self.setTextMargins(0, 0, width + S4 if self._inside.isVisibleTo(self) else 0, 0)
        top = (self.height() - SMALL) // 2
        self._inside.setGeometry(self.width() - width - S8, top, width, SMALL)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep what stands inside at the end."""
        super().resizeEvent(event)
        self.place_inside()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Forget what was typed; a window that is only minimised forgets nothing."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.setText("")  # unlike clear() this forgets the steps of undo too


class PhraseLine(SecretLine):
    """A passphrase, with a button that shows it or hides it again."""

    def __init__(self, theme: Theme, words: Catalogue, name: str) -> None:
        super().__init__(name)
        self._words = words
        self.show_button = Button(theme, "", kind="quiet", height=SMALL)
        self.show_button.clicked.connect(self._turn)
        self.put_inside(self.show_button)
        self._say()

    def _turn(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._say()

    def _say(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.show_button.set_icon("eye" if hidden else "eye-slash")
        self.show_button.setText(self._words.say("Show") if hidden else self._words.say("Hide"))
        self.place_inside()


class RepeatLine(SecretLine):
    """The same once more, with a tick when it is the same."""

    def __init__(self, theme: Theme, words: Catalogue, name: str) -> None:
        super().__init__(name)
        self._tick = QWidget()
        row = QHBoxLayout(self._tick)
        row.setContentsMargins(0, 0, S4, 0)
        row.setSpacing(S8)
        row.addWidget(Sign(theme, "check-circle-fill", "green"))
        row.addWidget(Label(theme, words.say("Same"), role="second_strong", ink="green", wrap=False))
        self.put_inside(self._tick)
        self.show_same(same=False)

    def show_same(self, *, same: bool) -> None:
        """Show whether it is the same."""
        self._tick.setVisible(same)
        self.place_inside()


def labelled(theme: Theme, label: str, control: QWidget) -> QWidget:
    """Return a control under its label."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(LABEL_GAP)
    words = Label(theme, label, role="second_title")
    words.setBuddy(control)
    column.addWidget(words)
    column.addWidget(control)
    return whole
