"""What to mind about an agreement with a partner (M2-CAU1, RQ-042, RQ-044)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from fieldkit.errors import Reason
from fieldkit.model.dialogue import Dialogue
from fieldkit.model.partner import Agreement

LONG_ENOUGH = 24
"""Months a partner needs before trust can grow (M2-CAU1)."""


def ends(agreement: Agreement, /) -> date | None:
    """Return the day an agreement ends: its start and its months; None where either is missing.

    The 31st becomes the last day of a shorter month; an end beyond the calendar is no end.
    """
    if agreement.start is None or agreement.months is None:
        return None
    return after_months(agreement.start, agreement.months)


def after_months(day: date, months: int, /) -> date | None:
    """Return the day so many months on, or the last of its month; None beyond the calendar."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_force(agreement: Agreement, today: date, /) -> bool:
    """Return whether an agreement has not ended."""
    end = ends(agreement)
    return end is None or end >= today


def leaves_partner_free(agreement: Agreement, /) -> bool:
    """Return whether the company neither steers the approach nor sets the pace (SC-07)."""
    return agreement.no_interference == "yes" and agreement.pace_set_by_partner == "yes"


def remarks(agreement: Agreement, today: date, /) -> tuple[Reason, ...]:
    """Return what to mind about an agreement; the subject of each is the field to mend."""
    return tuple(_remarks(agreement, today))


def pace_remarks(dialogue: Dialogue, agreements: Iterable[Agreement], /) -> tuple[Reason, ...]:
    """Return a remark where a decision waits for insights and a partner may not set the pace (RQ-044)."""
    theirs = (each for each in agreements if each.partner_code in dialogue.partner_codes)
    if dialogue.decision_due and any(each.pace_set_by_partner != "yes" for each in theirs):
        return (Reason("RQ-044", "decision_due", "date_before_pace"),)
    return ()


def _remarks(agreement: Agreement, today: date) -> Iterator[Reason]:
    if agreement.months is None:
        yield _mind("months", "agreement_without_length", least=LONG_ENOUGH)
    elif agreement.months < LONG_ENOUGH:
        yield _mind("months", "agreement_short", least=LONG_ENOUGH)
    if agreement.no_interference != "yes":
        yield _mind("no_interference", "interference_open")
    if agreement.pace_set_by_partner != "yes":
        yield Reason("RQ-044", "pace_set_by_partner", "pace_open")
    if agreement.review_date is not None and agreement.review_date < today:
        yield _mind("review_date", "review_passed")
    if not in_force(agreement, today):
        yield _mind("months", "agreement_ended")
    if not agreement.exit_terms.strip():
        yield _mind("exit_terms", "exit_terms_missing")


def _mind(field: str, code: str, **data: object) -> Reason:
    return Reason("M2-CAU1", field, code, **data)
