"""Whether the codes in a dialogue file lead somewhere, and each stands for one thing only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fieldkit.errors import InvalidValue
from fieldkit.exchange.dialogue_file import DialogueFile
from fieldkit.model.insight import Insight
from fieldkit.model.session import Session


def check(document: DialogueFile, known_suppliers: Iterable[str], known_partners: Iterable[str], /) -> None:
    """Raise `InvalidValue` with the path of the first code that stands twice or leads nowhere.

    Suppliers and partners may also be those a workspace knows already.
    """
    for path, expected in (*_twice(document), *_astray(document, set(known_suppliers), set(known_partners))):
        raise InvalidValue("unexpected_value", path=path, expected=expected)


def _twice(document: DialogueFile) -> Iterator[tuple[str, str]]:
    lists: dict[str, tuple[Any, ...]] = {
        name: getattr(document, name)
        for name in (
            "suppliers", "partners", "agreements", "promises", "mechanisms", "tools", "audit_rounds",
            "sessions", "insights", "briefs", "talks", "actions", "feedback", "incidents",
        )
    }  # fmt: skip
    for name, records in lists.items():
        yield from _repeated(f"$.{name}", [record.code for record in records], "code")
    yield from _repeated(
        "$.brief_plans", [plan.supplier_code for plan in document.brief_plans], "supplier_code"
    )
    for index, supplier in enumerate(document.suppliers):
        yield from _repeated(f"$.suppliers[{index}].sites", [site.code for site in supplier.sites], "code")


def _repeated(path: str, codes: list[str], key: str) -> Iterator[tuple[str, str]]:
    for index, code in enumerate(codes):
        if code in codes[:index]:
            yield f"{path}[{index}].{key}", "a code that stands only once"


def _astray(document: DialogueFile, suppliers: set[str], partners: set[str]) -> Iterator[tuple[str, str]]:
    suppliers |= {supplier.code for supplier in document.suppliers}
    partners |= {partner.code for partner in document.partners}
    dialogue = document.dialogue
    if dialogue.supplier_code not in suppliers:
        yield "$.dialogue.supplier_code", "the code of a supplier"
    for index, supplier in enumerate(document.suppliers):
        of_dialogue = supplier.code == dialogue.supplier_code
        if of_dialogue and dialogue.site_code and supplier.site(dialogue.site_code) is None:
            yield "$.dialogue.site_code", f"the code of a site of $.suppliers[{index}]"
    for index, code in enumerate(dialogue.partner_codes):
        if code not in partners:
            yield f"$.dialogue.partner_codes[{index}]", "the code of a partner"
    for index, agreement in enumerate(document.agreements):
        if agreement.partner_code not in partners:
            yield f"$.agreements[{index}].partner_code", "the code of a partner"
    for index, plan in enumerate(document.brief_plans):
        if plan.supplier_code not in suppliers:
            yield f"$.brief_plans[{index}].supplier_code", "the code of a supplier"
    for index, session in enumerate(document.sessions):
        yield from _in_session(f"$.sessions[{index}]", session, partners)
    groups = {f"{session.code}/{group.label}" for session in document.sessions for group in session.groups}
    for index, insight in enumerate(document.insights):
        yield from _in_insight(f"$.insights[{index}]", insight, groups)


def _in_session(path: str, session: Session, partners: set[str]) -> Iterator[tuple[str, str]]:
    if session.partner_code and session.partner_code not in partners:
        yield f"{path}.partner_code", "the code of a partner"
    interpreters = {interpreter.code for interpreter in session.interpreters}
    for index, hop in enumerate(session.hops):
        if hop.interpreter_code and hop.interpreter_code not in interpreters:
            yield f"{path}.hops[{index}].interpreter_code", "the code of an interpreter of this session"
    subjects = {group.label for group in session.groups} | {each.code for each in session.participant_codes}
    for index, consent in enumerate(session.consents):
        if consent.subject not in subjects:
            yield f"{path}.consents[{index}].subject", "the label of a group or a participant's code"


def _in_insight(path: str, insight: Insight, groups: set[str]) -> Iterator[tuple[str, str]]:
    for index, group_id in enumerate(insight.group_ids):
        if group_id not in groups:
            yield f"{path}.group_ids[{index}]", "SESSION/GROUP of this file, such as CC-2026-01/G1"
