"""The recovery sheet of a workspace that was just made, or just got another passphrase."""

from __future__ import annotations

from ui.gate.sheet import Sheet
from ui.gate.view import Step, Surroundings, View


class SheetView(View):
    """The way in opens when three words of the sheet are typed."""

    def __init__(self, around: Surroundings, step: Step) -> None:
        super().__init__(around, step, "", "")
        self.sheet = Sheet(
            around.theme, around.words, around.jobs, around.messages, step.key_words,
            around.words.say("Open Fieldkit"),
        )  # fmt: skip
        self.sheet.checked.connect(self._enter)
        self.column.addWidget(self.sheet)
        self.column.addWidget(self.trouble)

    def begin(self) -> None:
        """Begin where the sheet begins."""
        self.sheet.begin()

    def take_over(self, other: View) -> None:
        """Ask for the same words as before."""
        if isinstance(other, SheetView):
            self.sheet.take_over(other.sheet)
        super().take_over(other)

    def _enter(self) -> None:
        self.attempt(lambda: self.around.enter(self.step.file, self.step.key_words))
