"""Languages: the chain from workers to listeners, its steps and its interpreters (EX6, SC-20, SC-21)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldkit.model.paths import key
from fieldkit.model.session import Interpreter, LanguageHop
from fieldkit.workspace.board import Board, ChainRow, ChainStep
from fieldkit.workspace.choices import options
from ui.context import Context
from ui.editor import Editor
from ui.fields import ChoiceField, Field, LineField, MoneyField
from ui.fields.entries import EntriesField
from ui.pages.dialogue.board.record_steps import RecordSteps
from ui.pages.dialogue.board.records import RecordList
from ui.pages.dialogue.board.section import BoardFold, set_shown
from ui.parts.buttons import Button
from ui.parts.chain import Chain, Step, Stop, Way
from ui.parts.labels import Label

ICONS = {"workers": "users-three", "between": "translate", "listeners": "ear"}


class Interpreters(RecordList):
    """The interpreters. A new one takes the first gap of the chain, in the same step."""

    def add(self) -> None:
        """Add an interpreter, with the cursor in the first thing to ask about them."""
        steps = RecordSteps(self._context, self._editor, ("interpreters",))
        if steps.do(self._context.workspace.sessions.with_interpreter):
            self.go_to(key(("interpreters", len(self.blocks) - 1, "independence")))


class LanguagesFold(BoardFold):
    """The chain as a picture, its steps and interpreters as lists. A gap is seen as a gap."""

    HOLDS = frozenset({"hops", "interpreters"})

    def __init__(self, context: Context, editor: Editor, section_id: str, title: str) -> None:
        super().__init__(context, editor, section_id, title)
        say = context.words.say
        self._chain = Chain(context.theme, say("Workers speak"), say("Listeners hear"))
        self._line = Label(context.theme, role="second", ink="muted")
        self._drawn: tuple[ChainRow, ...] = ()
        self._more_open = False  # whether steps and interpreters show
        self._hops: RecordList | None = None
        self._interpreters: Interpreters | None = None
        self._codes: tuple[str, ...] = ()  # that a step can be given to
        self.add_button = Button(context.theme, say("Add an interpreter"), kind="secondary", icon="plus")
        self.add_button.clicked.connect(self._add_interpreter)
        self.set_action(self.add_button)
        self._more = Button(context.theme, "", kind="quiet")
        self._more.clicked.connect(lambda: self.show_more(opened=not self._more_open))

    def begin(self) -> None:
        """Begin with adding an interpreter where one is missing; else as every section."""
        self.open()
        missing = any(step.carried == "nobody" for row in self._drawn for step in row.steps)
        self.add_button.setFocus() if missing else super().begin()

    def go_to(self, key: str) -> bool:
        """Show steps and interpreters too: what a key names is among them."""
        if self.knows(key):
            self.open()
            self.show_more(opened=True)
        return super().go_to(key)

    def show_more(self, *, opened: bool) -> None:
        """Show steps and interpreters below the picture, or the picture alone."""
        self._more_open = opened
        self._show_known()

    def make_above(self) -> list[QWidget]:
        """Return the picture of the chain, or the line that stands in its place."""
        return [self._chain, self._line]

    def make_below(self) -> list[QWidget]:
        """Return the steps and the interpreters."""
        say, context, editor = self.words.say, self.context, self.editor
        self._codes = self._interpreter_codes()
        self._hops = RecordList(
            context, editor, ("hops",), say("Add a step"), self._new_hop, self._hop_title, self._hop_fields,
            lambda at: say("Take out the step {step}", step=self._hop_title(at)), say("Steps"),
        )  # fmt: skip
        self._interpreters = Interpreters(
            context, editor, ("interpreters",), say("One more interpreter"), self._new_interpreter,
            self._interpreter_title, self._interpreter_fields,
            lambda at: say("Take out {code}", code=editor.record.interpreters[at].code), say("Interpreters"),
        )  # fmt: skip
        editor.reloaded.connect(self._offer_interpreters)  # after the lists, which know their records then
        self._show_known()
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._more)
        row.addStretch(1)
        return [beside, self._hops, self._interpreters]

    def show_board(self, board: Board) -> None:
        """Draw the chain too; where nobody has to interpret, or no language is known, say so in its place."""
        super().show_board(board)
        self._drawn = board.chain
        self._chain.show_ways([self._way(row) for row in self._drawn])
        self._show_known()

    def _show_known(self) -> None:
        """Show what can be shown and added, now that languages are known or not yet."""
        say, session = self.words.say, self.editor.record
        unknown = self.context.workspace.sessions.next_step(session) is None
        why = say("Say first which languages people speak, and in which listeners hear them.")
        self._line.setText(why if unknown else say("Everybody shares a language: nobody has to interpret."))
        set_shown(self._chain, bool(self._drawn))
        set_shown(self._line, not self._drawn)
        lists = (self._hops, self._interpreters) if self._hops and self._interpreters else ()
        for each in lists:
            set_shown(each, self._more_open)
        caption = say("Hide steps and interpreters") if self._more_open else say("Steps and interpreters")
        self._more.setText(caption)
        self._more.set_icon("caret-up" if self._more_open else "caret-down")
        for button in (self.add_button, *(each.add_button for each in lists)):
            button.set_off(why) if unknown else button.set_on()

    def _way(self, row: ChainRow) -> Way:
        stops = tuple(Stop(ICONS[each.role], each.language, each.note) for each in row.stops)
        return Way(stops, tuple(self._step(each) for each in row.steps))

    def _step(self, step: ChainStep) -> Step:
        gap = step.carried != "yes"
        parts = (self.words.say("Gap") if gap else "", step.interpreter)
        return Step(gap, " · ".join(filter(None, parts)), step.note)

    def _add_interpreter(self) -> None:
        self.open()
        self.show_more(opened=True)
        if self._interpreters is not None:
            self._interpreters.add()

    def _offer_interpreters(self) -> None:
        """Have every step offer the interpreters there are."""
        if self._hops is not None and self._codes != (codes := self._interpreter_codes()):
            self._codes = codes
            self._hops.make_anew()

    def _interpreter_codes(self) -> tuple[str, ...]:
        return tuple(each.code for each in self.editor.record.interpreters)

    def _new_hop(self) -> LanguageHop:
        step = self.context.workspace.sessions.next_step(self.editor.record)
        assert step is not None  # the button is off while no language is known
        return step

    def _new_interpreter(self) -> Interpreter:
        made: Interpreter = self.context.workspace.sessions.with_interpreter(self.editor.record).interpreters[
            -1
        ]
        return made

    def _hop_title(self, at: int) -> str:
        hop: LanguageHop = self.editor.record.hops[at]
        return self.words.say("{source} to {target}", source=hop.from_, target=hop.to)

    def _hop_fields(self, at: int) -> list[Field]:
        words, context, editor = self.words, self.context, self.editor
        say = words.say
        return [
            LineField(context, editor, ("hops", at, "from_"), say("From")),
            LineField(context, editor, ("hops", at, "to"), say("Into")),
            ChoiceField(
                context, editor, ("hops", at, "interpreter_code"), say("Interpreter"),
                [("", say("Nobody yet")), *((code, code) for code in self._codes)],
            ),
            ChoiceField(context, editor, ("hops", at, "mode"), say("How"), options("HopMode", words)),
        ]  # fmt: skip

    def _interpreter_title(self, at: int) -> str:
        found: Interpreter = self.editor.record.interpreters[at]
        way = self.words.say("{source} to {target}", source=found.from_lang, target=found.to_lang)
        return f"{found.code} · {way}"

    def _interpreter_fields(self, at: int) -> list[Field]:
        return [*self._tongues(at), *self._trust(at), *self._care(at)]

    def _tongues(self, at: int) -> list[Field]:
        say, context, editor = self.words.say, self.context, self.editor
        return [
            LineField(context, editor, ("interpreters", at, "from_lang"), say("From")),
            LineField(context, editor, ("interpreters", at, "to_lang"), say("Into")),
            EntriesField(context, editor, ("interpreters", at, "dialects"), say("Also speaks")),
        ]  # fmt: skip

    def _trust(self, at: int) -> list[Field]:
        words, context, editor = self.words, self.context, self.editor
        say = words.say
        return [
            ChoiceField(
                context, editor, ("interpreters", at, "independence"), say("Free of ties"),
                options("YesNoUnknown", words), say("To employer, recruiter, authorities, village power"),
            ),
            ChoiceField(
                context, editor, ("interpreters", at, "accepted_by_workers"), say("Accepted by workers"),
                options("Acceptance", words),
            ),
            ChoiceField(
                context, editor, ("interpreters", at, "confidentiality_signed"), say("Secrecy promised"),
                options("YesNo", words), say("In writing"),
            ),
        ]  # fmt: skip

    def _care(self, at: int) -> list[Field]:
        words, context, editor = self.words, self.context, self.editor
        say, answers = words.say, options("YesNo", words)
        gender = (*options("Gender", words), ("", say("Unknown")))
        return [
            ChoiceField(context, editor, ("interpreters", at, "briefed"), say("Briefed"), answers),
            ChoiceField(
                context,
                editor,
                ("interpreters", at, "own_risk_discussed"),
                say("Own risk discussed"),
                answers,
            ),
            ChoiceField(context, editor, ("interpreters", at, "gender"), say("Gender"), gender),
            MoneyField(context, editor, ("interpreters", at, "pay"), say("Pay")),
        ]
