"""A page longer than the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.theme import Theme
from ui.tokens import S24, S32

AROUND = (S24, S32 + S32)  # px kept free around what has the focus


class Scroll(QScrollArea):
    """Scrolls up and down, and follows the focus wherever the keyboard or a *Fix* link takes it."""

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(False)  # Qt's own way takes the height of the narrowest sheet; see _fit
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(widget)
        widget.setAutoFillBackground(False)
        widget.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the sheet the new width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Give the sheet the height it asks for when something in it grows or goes."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Let the sheet be as wide as there is room, and as high as its words need at that width."""
        sheet = self.widget()
        layout = sheet.layout() if sheet is not None else None
        if sheet is None or layout is None:
            return
        layout.invalidate()  # what it remembers of its heights may be of before the change
        room = self.viewport().size()
        wrapped = layout.hasHeightForWidth()
        height = layout.totalHeightForWidth(room.width()) if wrapped else layout.totalSizeHint().height()
        sheet.resize(room.width(), max(height, room.height()))

    def _follow(self, _before: QWidget | None, focused: QWidget | None) -> None:
        sheet = self.widget()
        if focused is not None and sheet is not None and sheet.isAncestorOf(focused):
            self._fit()  # what was just opened around it takes its room first
            self.ensureWidgetVisible(focused, *AROUND)
