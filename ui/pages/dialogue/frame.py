"""A dialogue: head, page of the step that is open, readiness beside it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.supply import Supplier
from fieldkit.workspace.preparing import Readiness, SpokenHold
from ui.context import Context
from ui.dialogs.paper import Paper, offer
from ui.pages.dialogue.foot import Foot, FootButton
from ui.pages.dialogue.header import Header
from ui.pages.dialogue.judged import Judged
from ui.pages.dialogue.readiness import ReadinessColumn
from ui.pages.dialogue.summary import summed_up
from ui.pages.page import Page
from ui.places import Place

FIRST_STEP = "prepare"


class DialoguePage(Page):
    """One dialogue at one of its steps."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(context, place)
        self._step: Page | None = None
        self._narrow = False
        self._readiness: Readiness | None = None
        self._header = Header(context)
        self._column = ReadinessColumn(context)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self._column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(self._body, 1)
        self._header.step_chosen.connect(lambda step: context.go(Place("dialogue", place.code, step)))
        self._header.next_chosen.connect(self._do_next)
        self._column.fix.connect(self._fix)
        self._column.acted.connect(self._act)
        self._soon = QTimer(self, singleShot=True, interval=0)  # several saves in a row are shown once
        self._soon.timeout.connect(self._show_head)
        context.changes.saved.connect(self._show_soon)
        context.workspace.overview.opened(place.code)

    def holds(self, place: Place) -> bool:
        """Every step of the same dialogue is on this page."""
        return (place.page, place.code) == ("dialogue", self.place.code)

    def visit(self, place: Place) -> None:
        """Show a step."""
        step = place.part or FIRST_STEP
        if self._step is None or self._step.place.part != step:
            self._open(Place("dialogue", place.code, step, place.field))
        self.place = place
        self._show_head()
        if self._step is not None:
            self._step.visit(Place("dialogue", place.code, step, place.field))

    def refresh(self) -> bool:
        """Show what the records say now."""
        if self.dialogue is None:
            return False
        there = self._step is None or self._step.refresh()
        self._show_head()
        return there

    def leave(self) -> None:
        """Save what is still being typed."""
        if self._step is not None:
            self._step.leave()

    def set_narrow(self, narrow: bool) -> None:
        """Use a small window well."""
        self._narrow = narrow
        self._header.set_narrow(narrow)
        self._column.set_narrow(narrow)
        if self._step is not None:
            self._step.set_narrow(narrow)

    @property
    def dialogue(self) -> Dialogue | None:
        """The dialogue as it stands; None when it is gone."""
        return self.context.workspace.editing.find(Dialogue, self.place.code)

    def _open(self, place: Place) -> None:
        before = self._step
        if before is not None:
            before.leave()
            self._body.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._step = _step_page(self.context, place)
        self._step.set_narrow(self._narrow)
        self._body.insertWidget(0, self._step, 1)
        if isinstance(self._step, Judged):
            self._step.judged.connect(self._show_head)

    def _show_soon(self) -> None:
        if not isinstance(self._step, Judged):  # which tells when it has looked at what changed
            self._soon.start()

    def _show_head(self) -> None:
        dialogue = self.dialogue
        if dialogue is None:
            return
        supplier = self.context.workspace.editing.find(Supplier, dialogue.supplier_code)
        step = self._step.place.part if self._step is not None else FIRST_STEP
        if isinstance(self._step, Judged) and self._step.readiness is not None:
            readiness, foot, next_act = self._step.readiness, self._step.foot, self._step.next_act
        else:
            readiness, foot = self._own_readiness(dialogue), self._comparison_foot()
            next_act = readiness.holds[0].act if readiness.holds else ""
        self._readiness = readiness
        self._header.show_summary(summed_up(self.context, dialogue, supplier, next_act), step)
        self._column.show_readiness(readiness, foot)

    def _own_readiness(self, dialogue: Dialogue) -> Readiness:
        return self.context.workspace.preparing.readiness(dialogue.code, self.words)

    def _comparison_foot(self) -> Foot:
        words = self.words.say("Print the comparison")
        return Foot((FootButton("print", words, icon="printer"),))

    def _act(self, name: str) -> None:
        if isinstance(self._step, Judged) and self._step.readiness is not None:
            self._step.act(name)
        else:
            self._print_comparison()

    def _do_next(self) -> None:
        if isinstance(self._step, Judged) and self._step.readiness is not None:
            self._step.do_next()
        elif self._readiness is not None and self._readiness.holds:
            self._fix(self._readiness.holds[0])

    def _fix(self, hold: SpokenHold) -> None:
        self.context.go(Place("dialogue", self.place.code, hold.step, hold.field))

    def _print_comparison(self) -> None:
        self.leave()
        words, code, workspace = self.words, self.place.code, self.context.workspace
        today = workspace.today

        def make() -> bytes:
            with workspace.printing.beside(today) as printing:
                return printing.method_comparison(code, words)

        paper = Paper(
            title=words.say("Method comparison"),
            file=words.say("Method comparison {code}", code=code),
            make=make,
            write=workspace.printing.write,
            printed=words.say("The paper is on its way to the printer. It is internal: fetch it at once."),
            written=words.say("The comparison is written. It is internal: keep it so."),
        )
        offer(self, self.context, paper)


def _step_page(context: Context, place: Place) -> Page:
    match place.part:
        case "partners":
            from ui.pages.dialogue.partners import PartnersStep

            return PartnersStep(context, place)
        case "prepare":
            from ui.pages.dialogue.prepare import PrepareStep

            return PrepareStep(context, place)
        case "sessions":
            from ui.pages.dialogue.board.page import SessionsStep

            return SessionsStep(context, place)
    from ui.pages.dialogue.recorded import RecordedStep

    return RecordedStep(context, place)
