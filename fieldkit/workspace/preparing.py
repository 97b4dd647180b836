"""Preparing a dialogue: questions, advice, what is still to be done, and the choice of a method."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

import msgspec
from msgspec.structs import replace

from fieldkit.errors import Reason, Refused, WrongUse
from fieldkit.guide import methods, preparation
from fieldkit.guide.method_rules import rule_book
from fieldkit.guide.methods import Advice
from fieldkit.guide.preparation import Need, Place
from fieldkit.guide.site_questions import listened_to
from fieldkit.model.answers import Answers
from fieldkit.model.dialogue import Dialogue, MethodUse
from fieldkit.model.session import CheckAnswer
from fieldkit.model.vocabulary import CheckStatus, Method, MethodRole
from fieldkit.store import Clock, Store, now
from fieldkit.text import Catalogue
from fieldkit.workspace.asked import AskedQuestion, AskedSection, asked
from fieldkit.workspace.choices import options
from fieldkit.workspace.dialogues import known_dialogue
from fieldkit.workspace.editing import Change, Editing
from fieldkit.workspace.readiness import (
    GateItem,
    Readiness,
    SectionState,
    SpokenHold,
    gate_items,
    readiness,
    section_state,
)
from fieldkit.workspace.spoken_advice import (
    MethodCard,
    PathStep,
    SpokenAdvice,
    SpokenPath,
    path_steps,
    spoken,
)

__all__ = [
    "AskedQuestion", "AskedSection", "GateItem", "MethodCard", "PathStep", "Preparing", "Readiness",
    "SpokenAdvice", "SpokenHold", "SpokenPath",
]  # fmt: skip


class Preparing:
    """What the step *Prepare* asks, says and keeps."""

    def __init__(self, store: Store, *, role: str, today: Callable[[], date], clock: Clock = now) -> None:
        self._store = store
        self._editing = Editing(store, role=role, today=today)
        self._role = role
        self._today = today
        self._clock = clock

    def questions(self, answers: Answers, words: Catalogue, /) -> tuple[AskedSection, ...]:
        """Return the sections with the questions that are asked at these answers."""
        return asked(answers, words)

    def advice(self, answers: Answers, words: Catalogue, dialogue_code: str | None = None, /) -> SpokenAdvice:
        """Return the method advice in words; of a dialogue, with what was chosen and ticked off in it."""
        if dialogue_code is None:
            return spoken(answers, self._today(), words)
        uses = known_dialogue(self._store, dialogue_code).method_uses
        heard = listened_to(replace(self._editing.assessment(dialogue_code), answers=answers))
        return spoken(heard, self._today(), words, uses, self._ticked(dialogue_code))

    def rights(self, words: Catalogue, /) -> tuple[tuple[str, str], ...]:
        """Return the themes whose rights may be at risk (RQ-005), each with its words."""
        return options("Theme", words)

    def readiness(self, dialogue_code: str, words: Catalogue, /) -> Readiness:
        """Return how far a dialogue is prepared. Raises `WrongUse` for an unknown one."""
        needs = self._needs(dialogue_code)
        return readiness(needs, self._editing.assessment(dialogue_code), words)

    def section_state(self, dialogue_code: str, section: Place, /) -> SectionState:
        """Return how far one section of the page is: `held_up` where it is begun, not done."""
        return section_state(self._needs(dialogue_code), section)

    def gate_items(self, dialogue_code: str, words: Catalogue, /) -> tuple[GateItem, ...]:
        """Return the items of gate G0 that a role answers, with the answers so far (SC-01, SC-02)."""
        return gate_items(known_dialogue(self._store, dialogue_code), words)

    def answer_item(self, dialogue_code: str, item: str, status: CheckStatus, /) -> Change:
        """Keep the answer to an item of gate G0, with role and moment, and return what that changed.

        Raises `WrongUse` for an item that is not answered here, or an answer it does not take.
        """
        if item not in preparation.WEIGHED or status not in ("open", "yes", "no"):
            raise WrongUse("unknown_code")
        dialogue = known_dialogue(self._store, dialogue_code)
        answer = CheckAnswer(item=item, status=status, by_role=self._role, at=self._clock())
        others = tuple(check for check in dialogue.checks if check.item != item)
        return self._editing.keep(replace(dialogue, checks=(*others, answer)))

    def needs_reason(self, dialogue_code: str, method: Method, role: MethodRole, /) -> bool:
        """Return whether choosing this needs a reason: it deviates from the advice (RQ-020)."""
        advice = self._advice(dialogue_code)
        return advice.outcome == "ok" and preparation.needs_reason(advice, method, role)

    def choose(
        self, dialogue_code: str, method: Method, role: MethodRole, partner_code: str | None = None,
        reason: str = "", /,
    ) -> Change:  # fmt: skip
        """Keep a method for a dialogue, with the advice as it stands now; return what that changed.

        A method chosen before gets the new role and keeps the conditions met. Raises `Refused` where the
        method is not available, nothing may be chosen now (XR-6), or a deviation lacks its reason (RQ-020);
        `WrongUse` for an unknown dialogue or partner.
        """
        dialogue = known_dialogue(self._store, dialogue_code)
        if partner_code is not None and self._store.partners.get(partner_code) is None:
            raise WrongUse("unknown_code")
        advice = self._advice(dialogue_code)
        if reasons := tuple(_against(advice, dialogue_code, method, role, reason)):
            raise Refused(reasons)
        use = MethodUse(method=method, role=role, partner_code=partner_code, deviation_reason=reason.strip())
        stood = replace(
            self._editing.assessment(dialogue_code),
            assessed_on=self._today(),
            assessor_role=self._role,
            result=msgspec.json.decode(msgspec.json.encode(advice)),
        )
        return self._editing.keep(_with_use(dialogue, use), stood)

    def unchoose(self, dialogue_code: str, method: Method, /) -> Change:
        """Take a method out of a dialogue again, and return what that changed."""
        dialogue = known_dialogue(self._store, dialogue_code)
        left = tuple(use for use in dialogue.method_uses if use.method != method)
        return self._editing.keep(replace(dialogue, method_uses=left))

    def beside(self, dialogue_code: str, words: Catalogue, /) -> tuple[str, ...]:
        """Return what to plan beside the methods that are chosen (C8)."""
        chosen = [use.method for use in known_dialogue(self._store, dialogue_code).method_uses]
        rules = rule_book().combinations
        return tuple(words.say(rules[each.rule].text) for each in methods.combine_chosen(chosen))

    def danger_since(self, dialogue_code: str, /) -> datetime | None:
        """Return the moment at which somebody was said to be in danger, or None."""
        kept = self._store.setting(_danger_key(dialogue_code))
        return datetime.fromisoformat(kept) if kept else None

    def note_danger(self, dialogue_code: str, answers: Answers, /) -> None:
        """Remember since when somebody is in danger (P3), or that nobody is any more."""
        if answers.imminent_harm != "yes":
            if self.danger_since(dialogue_code) is not None:
                self._store.set_setting(_danger_key(dialogue_code), "")
        elif self.danger_since(dialogue_code) is None:
            self._store.set_setting(_danger_key(dialogue_code), self._clock().isoformat())

    def tick_path_step(self, dialogue_code: str, key: str, /, *, done: bool) -> None:
        """Remember that a step of a path (`N1.2`) is done, or not. Raises `WrongUse` for an unknown one."""
        if key not in path_steps():
            raise WrongUse("unknown_code")
        ticked = {*self._ticked(dialogue_code), key} if done else self._ticked(dialogue_code) - {key}
        self._store.set_setting(_paths_key(dialogue_code), " ".join(sorted(ticked)))

    def _ticked(self, dialogue_code: str) -> frozenset[str]:
        return frozenset((self._store.setting(_paths_key(dialogue_code)) or "").split())

    def _advice(self, dialogue_code: str) -> Advice:
        return methods.advise(listened_to(self._editing.assessment(dialogue_code)))

    def _needs(self, dialogue_code: str) -> tuple[Need, ...]:
        dialogue = known_dialogue(self._store, dialogue_code)
        supplier = self._store.suppliers.get(dialogue.supplier_code)
        assert supplier is not None  # a dialogue is never kept without its supplier
        assessment = self._editing.assessment(dialogue_code)
        partners, agreements = self._store.partners.all(), self._store.agreements.all()
        return preparation.needs(dialogue, supplier, assessment, partners, agreements, self._today())


def _paths_key(dialogue_code: str) -> str:
    return f"paths/{dialogue_code}"


def _danger_key(dialogue_code: str) -> str:
    return f"danger/{dialogue_code}"


def _against(
    advice: Advice, dialogue_code: str, method: Method, role: MethodRole, reason: str
) -> Iterator[Reason]:
    """Yield why a method may not be chosen."""
    if advice.outcome != "ok":
        yield Reason("XR-6", dialogue_code, advice.outcome)
    elif (rule := preparation.off_rule(advice, method)) is not None:
        yield Reason(rule, method, "method_not_available", method=method)
    elif preparation.needs_reason(advice, method, role) and not reason.strip():
        yield Reason("RQ-020", method, "reason_missing", method=method)


def _with_use(dialogue: Dialogue, use: MethodUse) -> Dialogue:
    """Return a dialogue with a use of a method, in the place of an earlier use of the same one."""
    earlier = next((each for each in dialogue.method_uses if each.method == use.method), None)
    if earlier is not None:
        kept = replace(use, conditions_met=earlier.conditions_met)
        uses = tuple(kept if each is earlier else each for each in dialogue.method_uses)
    else:
        uses = (*dialogue.method_uses, use)
    known = dialogue.partner_codes
    added = (use.partner_code,) if use.partner_code is not None and use.partner_code not in known else ()
    return replace(dialogue, method_uses=uses, partner_codes=(*known, *added))
