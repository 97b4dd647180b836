"""What the list of partners shows of each of them."""

from __future__ import annotations

from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label, values
from fieldkit.workspace.partners import PartnerRow
from ui.parts.table import Column

DASH = "–"
SPARED = (1, 5, 3, 6)  # columns that go first where there is no room: code, our trust, languages, legitimacy
_LEGITIMACY_SIGNS = {
    "unverified": ("warning-fill", "amber"),
    "yellow": ("shield-warning", "red"),
}


def columns(words: Catalogue, /) -> tuple[Column[PartnerRow], ...]:
    """Return the columns: who, what kind, trusted by whom, agreed until when, what is promised."""
    say = words.say
    return (
        Column(say("Name"), lambda row: row.partner.name or DASH, lambda row: row.partner.name.casefold()),
        Column(say("Code"), lambda row: row.partner.code, lambda row: row.partner.code),
        Column(say("Kind"), lambda row: _kind(row, words), lambda row: _kind(row, words)),
        Column(say("Languages"), _languages, lambda row: _languages(row).casefold()),
        Column(
            say("Workers' trust"),
            lambda row: label("WorkerTrust", row.partner.worker_trust, words),
            lambda row: values("WorkerTrust").index(row.partner.worker_trust),
            sign=lambda row: ("warning-fill", "amber") if row.partner.worker_trust == "none" else None,
        ),
        Column(
            say("Our trust"),
            lambda row: label("CompanyTrust", row.partner.company_trust, words),
            lambda row: values("CompanyTrust").index(row.partner.company_trust),
        ),
        Column(
            say("Legitimacy"), lambda row: _legitimacy(row, words), _legitimacy_order,
            sign=lambda row: _LEGITIMACY_SIGNS.get(row.partner.legitimacy_result),
        ),
        Column(
            say("Agreed until"), lambda row: _agreement(row, words), lambda row: row.until,
            sign=_agreement_sign,
        ),
        Column(
            say("Promises"), lambda row: _promises(row, words), lambda row: row.open_promises, numeric=True,
            sign=lambda row: ("warning-fill", "amber") if row.late_promises else None,
        ),
    )  # fmt: skip


def _kind(row: PartnerRow, words: Catalogue) -> str:
    return label("PartnerType", row.partner.type, words)


def _languages(row: PartnerRow) -> str:
    return ", ".join(row.partner.languages) or DASH


def _legitimacy(row: PartnerRow, words: Catalogue) -> str:
    result = row.partner.legitimacy_result
    return DASH if result == "na" else label("Legitimacy", result, words)


def _legitimacy_order(row: PartnerRow) -> int | None:
    result = row.partner.legitimacy_result
    return None if result == "na" else values("Legitimacy").index(result)


def _agreement(row: PartnerRow, words: Catalogue) -> str:
    if row.until is None:
        return words.say("No end agreed") if row.standing == "endless" else words.say("None")
    day = words.day(row.until, "d MMM y")
    return day if row.standing == "in_force" else words.say("Ended {day}", day=day)


def _agreement_sign(row: PartnerRow) -> tuple[str, str] | None:
    return None if row.standing == "in_force" else ("warning-fill", "amber")


def _promises(row: PartnerRow, words: Catalogue) -> str:
    if row.late_promises:
        return words.say("{count} · {late} late", count=row.open_promises, late=row.late_promises)
    return str(row.open_promises)
