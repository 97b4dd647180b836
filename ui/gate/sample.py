"""The sample dialogue on its way: it is read in by the thread that shows it, so the window says so first."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from ui.gate.view import Step, Surroundings, View


class SampleView(View):
    """Says what is being done until it is done."""

    def __init__(self, around: Surroundings, step: Step) -> None:
        say = around.words.say
        super().__init__(
            around,
            step,
            say("Opening the sample dialogue"),
            say("Everything in it is invented; nothing is kept."),
        )
        self.column.addWidget(self.trouble)

    def begin(self) -> None:
        """Open it once this view has been drawn."""
        QTimer.singleShot(0, self, self._open)

    def fail(self, error: Exception) -> None:
        """Say what went wrong; it is not tried again by itself."""
        self.trouble.say(self.sentence(error), self.ways(error))

    def take_over(self, other: View) -> None:
        """Begin anew: the other had not come to it."""
        self.begin()

    def _open(self) -> None:
        if self.isVisible():  # else another gate has taken over
            self.window().repaint()
            self.attempt(self.around.look_around)
