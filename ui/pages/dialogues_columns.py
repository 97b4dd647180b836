"""What the list of dialogues shows of each of them."""

from __future__ import annotations

from collections.abc import Mapping

from fieldkit.text import Catalogue
from fieldkit.workspace.choices import label
from fieldkit.workspace.overview import DialogueRow, step_label
from ui.parts.sign import STATES
from ui.parts.table import Column

DASH = "–"
_DANGER = ("low", "unknown", "medium", "high")
SUPPLIER_CODE, COUNTRY = 2, 3  # the columns a small window does without

_STATUS_SIGNS: Mapping[str, tuple[str, str]] = {
    "suspended_safety": ("shield-warning", "red"),
    "closed": ("check-circle-fill", "green"),
    "cancelled": ("prohibit", "muted"),
}


def columns(words: Catalogue, /) -> tuple[Column[DialogueRow], ...]:
    """Return the columns: what, about whom, how far, when next, how dangerous."""
    say = words.say
    return (
        Column(say("Title"), lambda row: row.title or row.code, lambda row: row.title.casefold()),
        Column(
            say("Supplier"), lambda row: row.supplier_name or DASH, lambda row: row.supplier_name.casefold()
        ),
        Column(say("Code"), lambda row: row.code, lambda row: row.code),
        Column(say("Country"), lambda row: _country(row, words), lambda row: _country(row, words)),
        Column(say("Status"), lambda row: row.status_label, lambda row: row.status_label, sign=_status_sign),
        Column(say("Step"), lambda row: step_label(row.current, words), _way, sign=_step_sign),
        Column(say("Next session"), lambda row: _session(row, words), lambda row: row.next_session),
        Column(
            say("Reprisal risk"), lambda row: label("RiskLevel", row.risk, words), _danger, sign=_risk_sign
        ),
    )


def _country(row: DialogueRow, words: Catalogue) -> str:
    return words.country(row.country) if row.country else DASH


def _session(row: DialogueRow, words: Catalogue) -> str:
    return words.day(row.next_session, "d MMM y") if row.next_session else DASH


def _way(row: DialogueRow) -> int:
    """How far along its path a dialogue is."""
    return [step.name for step in row.steps].index(row.current)


def _danger(row: DialogueRow) -> int:
    """How dangerous it is: what is not known stands above what is low."""
    return _DANGER.index(row.risk)


def _status_sign(row: DialogueRow) -> tuple[str, str] | None:
    return _STATUS_SIGNS.get(row.status)


def _step_sign(row: DialogueRow) -> tuple[str, str]:
    return STATES[row.steps[_way(row)].state]


def _risk_sign(row: DialogueRow) -> tuple[str, str] | None:
    return ("shield-warning", "red") if row.risk == "high" else None
