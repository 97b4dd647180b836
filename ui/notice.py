"""Shows what the one door for messages says, below the page: what was done, and the way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.messages import Message, Messages
from ui.parts.buttons import Button, IconButton
from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import S8, S12, S24

SHOWN_MS = 12_000  # what was done; what went wrong stays until it is closed


class Notice(QWidget):
    """One message at a time."""

    def __init__(self, theme: Theme, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(S24, S8, S12, S8)
        self._row.setSpacing(S12)
        self._offers = False  # whether there is something to take back
        self._close_words = messages.words.say("Close")
        self._gone = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._gone.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "notice")
        self.hide()
        messages.said.connect(self.show_message)

    def show_message(self, message: Message) -> None:
        """Show a message in place of the one before."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.setProperty("tone", message.tone)
        self.style().unpolish(self)
        self.style().polish(self)
        ink = "amber" if message.tone == "amber" else "text"
        label = Label(self._theme, message.text, role="second", ink=ink)
        self._row.addWidget(label, 1)
        self._offers = message.act is not None
        if message.act is not None:
            self._row.addWidget(self._button(message))
        close = IconButton(self._theme, "x", self._close_words)
        close.clicked.connect(self.hide)
        self._row.addWidget(close)
        self.show()
        self._gone.start() if message.tone == "neutral" else self._gone.stop()
        _announce(label)

    def settle(self) -> None:
        """Offer no more to take back the newest step: there is a newer one."""
        if self._offers:
            self.hide()

    def _button(self, message: Message) -> Button:
        button = Button(self._theme, message.action, kind="secondary", icon="arrow-u-up-left")

        def press() -> None:
            self.hide()
            if message.act is not None:
                message.act()

        button.clicked.connect(press)
        return button


def _announce(label: Label) -> None:
    """Have a screen reader say it."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # nothing has been said yet when the window opens

    QAccessible.updateAccessibility(QAccessibleEvent(label, QAccessible.Event.Alert))
