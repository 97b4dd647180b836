"""A dialog as high as its words need: Qt's own way takes the height of labels that do not wrap."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog


class FittedDialog(QDialog):
    """Nothing in it is ever cut: it grows and shrinks with what it says."""

    _last = 0  # the height it was given last

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the height that is needed."""
        super().showEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Take the new height when something in it comes or goes."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return
        needed = layout.totalHeightForWidth(self.width())
        if needed not in (self.height(), self._last):  # what it asks for again is not to be had
            self._last = needed
            self.setFixedHeight(needed)
