"""Partners as they are shown: what is asked of a union, which agreement counts, what of a promise is late."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec
from msgspec.structs import replace

from fieldkit.guide import agreements, legitimacy
from fieldkit.guide.due import tone
from fieldkit.model.dialogue import Dialogue, MethodUse
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.model.vocabulary import LegitimacyQuestion
from fieldkit.text import Catalogue

Standing = Literal["in_force", "ended", "endless", "none"]


class AskedQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A legitimacy question in words."""

    id: LegitimacyQuestion
    text: str
    decides: bool  # a "no" is red


class PartnerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A partner as the list shows it."""

    partner: Partner
    standing: Standing  # of the agreement that counts; endless: nobody agreed on its length
    until: date | None
    open_promises: int
    late_promises: int


def legitimacy_questions(words: Catalogue, /) -> tuple[AskedQuestion, ...]:
    """Return the ten questions in words, those that decide first (`01` section 1.5)."""
    asked = legitimacy.questions()
    return tuple(AskedQuestion(id=each.id, text=words.say(each.text), decides=each.decides) for each in asked)


def is_asked(partner: Partner, /) -> bool:
    """Return whether a partner is asked the legitimacy questions: unions, elected representation (SC-06)."""
    return partner.type in legitimacy.REPRESENTATION


def with_standing(partner: Partner, /) -> Partner:
    """Return a partner with what follows from its type and its answers (`01` section 1.5)."""
    return replace(partner, legitimacy_result=legitimacy.standing(partner))


def rows(
    partners: Iterable[Partner], agreed: Iterable[Agreement], promises: Iterable[Promise], today: date, /
) -> list[PartnerRow]:
    """Return the partners with their agreements and promises, in the order they come in."""
    theirs: dict[str, list[Agreement]] = {}
    for each in agreed:
        theirs.setdefault(each.partner_code, []).append(each)
    promised: dict[str, list[Promise]] = {}
    for promise in promises:
        if promise.partner_code is not None and promise.kept == "open":
            promised.setdefault(promise.partner_code, []).append(promise)
    return [_row(each, theirs.get(each.code, []), promised.get(each.code, []), today) for each in partners]


def counting(agreed: Sequence[Agreement], today: date, /) -> Agreement | None:
    """Return the agreement of a partner that counts: the first in force, else the one that ended last."""
    in_force = next((each for each in agreed if agreements.in_force(each, today)), None)
    return in_force or max(agreed, key=lambda each: agreements.ends(each) or date.min, default=None)


def standing(agreement: Agreement | None, today: date, /) -> Standing:
    """Return how an agreement stands on a day."""
    if agreement is None:
        return "none"
    if not agreements.in_force(agreement, today):
        return "ended"
    return "endless" if agreements.ends(agreement) is None else "in_force"


def days_late(promise: Promise, today: date, /) -> int | None:
    """Return by how many days an open promise is late; None where it is not, or nothing is open any more."""
    if promise.kept != "open" or promise.due is None or tone("promise", promise.due, today) == "neutral":
        return None
    return (today - promise.due).days


def in_dialogue(dialogue: Dialogue, /) -> tuple[str, ...]:
    """Return the codes of the partners of a dialogue in their order, those of its methods included."""
    through = (use.partner_code for use in dialogue.method_uses if use.partner_code)
    return tuple(dict.fromkeys((*dialogue.partner_codes, *through)))


def lead(dialogue: Dialogue, /) -> str | None:
    """Return the code of the partner through whom the leading method goes, or None."""
    leads = [use for use in dialogue.method_uses if use.role == "lead" and use.partner_code]
    return next((use.partner_code for use in sorted(leads, key=lambda use: use.method != "M2")), None)


def taken_out(dialogue: Dialogue, partner_code: str, /) -> Dialogue:
    """Return a dialogue without a partner; methods that went through it are left without one."""
    return replace(
        dialogue,
        partner_codes=tuple(code for code in dialogue.partner_codes if code != partner_code),
        method_uses=tuple(_without(use, partner_code) for use in dialogue.method_uses),
    )


def _row(
    partner: Partner, agreed: Sequence[Agreement], promised: Sequence[Promise], today: date
) -> PartnerRow:
    agreement = counting(agreed, today)
    return PartnerRow(
        partner=partner,
        standing=standing(agreement, today),
        until=agreements.ends(agreement) if agreement else None,
        open_promises=len(promised),
        late_promises=sum(days_late(each, today) is not None for each in promised),
    )


def _without(use: MethodUse, partner_code: str) -> MethodUse:
    return replace(use, partner_code=None) if use.partner_code == partner_code else use
