"""The focus frame: 2 px wide, 2 px outside the control, wherever the keyboard brought one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.parts import drawing
from ui.theme import Theme
from ui.tokens import FOCUS_FRAME, FOCUS_GAP, RADIUS_CONTROL

BY_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
MOVES = (QEvent.Type.Move, QEvent.Type.Resize)


class FocusFrame(QWidget):
    """Frames one control, `inset` px less high. It lies over its neighbours, so that no edge cuts it."""

    def __init__(
        self, theme: Theme, control: QWidget, radius: float = RADIUS_CONTROL, inset: int = 0
    ) -> None:
        super().__init__(control)
        self._theme = theme
        self._control = control
        self._radius = radius
        self._inset = inset
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def note(self, event: QFocusEvent) -> None:
        """Show or hide the frame, as the focus came or went. A click needs no frame."""
        if event.gotFocus() and event.reason() not in BY_MOUSE:
            self._begin()
        elif event.lostFocus():
            self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the control when anything around it moves."""
        if event.type() in MOVES:
            self._place()
        elif event.type() == QEvent.Type.Hide and watched is self._control:
            self._end()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the frame."""
        painter = QPainter(self)
        radius = self._radius + FOCUS_GAP + FOCUS_FRAME
        drawing.box(painter, QRectF(self.rect()), radius, None, self._theme.colour("focus"), FOCUS_FRAME)

    def _begin(self) -> None:
        ground = self._ground()
        self.setParent(ground)
        widget: QWidget | None = self._control
        while widget is not None and widget is not ground:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()
        self.show()
        self.raise_()

    def _end(self) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []
        self.hide()
        self.setParent(self._control)

    def _place(self) -> None:
        ground = self.parentWidget() or self._control
        around = FOCUS_FRAME + FOCUS_GAP
        place = QRect(self._control.mapTo(ground, QPoint(0, 0)), self._control.size())
        place = place.adjusted(0, self._inset, 0, -self._inset)
        self.setGeometry(place.adjusted(-around, -around, around, around))

    def _ground(self) -> QWidget:
        """The window, or the sheet inside a scroll area: it moves with the control."""
        widget = self._control
        while (parent := widget.parentWidget()) is not None and not widget.isWindow():
            if isinstance(parent.parentWidget(), QAbstractScrollArea):
                return widget if widget is not self._control else parent
            widget = parent
        return widget
