"""Everything that belongs to one dialogue, gathered from the workspace: as a document, and as a dossier."""

from __future__ import annotations

from msgspec.structs import replace

from fieldkit.airlock.dossier import Dossier
from fieldkit.errors import WrongUse
from fieldkit.exchange.dialogue_file import DialogueFile
from fieldkit.model.dialogue import Dialogue
from fieldkit.model.session import Session
from fieldkit.store import Store


def known_dialogue(store: Store, code: str, /) -> Dialogue:
    """Return the dialogue with this code. Raises `WrongUse` for an unknown one."""
    found = store.dialogues.get(code) if code.isascii() else None  # a code has no other letters
    if found is None:
        raise WrongUse("unknown_code")
    return found


def sessions_of(store: Store, code: str | None, /) -> list[Session]:
    """Return the sessions of a dialogue, or of all of them. Raises `WrongUse` for an unknown code."""
    if code is None:
        return store.sessions.all()
    return store.sessions.in_dialogue(known_dialogue(store, code).code)


def document(store: Store, dialogue: Dialogue, /) -> DialogueFile:
    """Return a dialogue with all that belongs to it, raw notes included."""
    code = dialogue.code
    sessions = store.sessions.in_dialogue(code)
    involved = {
        *dialogue.partner_codes,
        *(use.partner_code for use in dialogue.method_uses),
        *(session.partner_code for session in sessions),
        *(each.organisation_code for session in sessions for each in session.facilitators),
    }
    supplier = store.suppliers.get(dialogue.supplier_code)
    return DialogueFile(
        company=store.companies.get(dialogue.company_code) if dialogue.company_code else None,
        suppliers=(supplier,) if supplier else (),
        partners=tuple(each for each in store.partners.all() if each.code in involved),
        agreements=tuple(each for each in store.agreements.all() if each.partner_code in involved),
        promises=tuple(store.promises.in_dialogue(code)),
        mechanisms=tuple(store.mechanisms.in_dialogue(code)),
        tools=tuple(store.tools.in_dialogue(code)),
        audit_rounds=tuple(store.audit_rounds.in_dialogue(code)),
        dialogue=dialogue,
        assessment=next(iter(store.assessments.in_dialogue(code)), None),
        sessions=tuple(sessions),
        insights=tuple(store.insights.in_dialogue(code)),
        brief_plans=tuple(store.brief_plans.in_dialogue(code)),
        briefs=tuple(store.briefs.in_dialogue(code)),
        talks=tuple(store.talks.in_dialogue(code)),
        actions=tuple(store.actions.in_dialogue(code)),
        feedback=tuple(store.feedback.in_dialogue(code)),
        incidents=tuple(store.incidents.in_dialogue(code)),
    )


def without_notes(document: DialogueFile, /) -> DialogueFile:
    """Return a document without its raw notes."""
    return replace(document, sessions=tuple(replace(each, raw_notes=()) for each in document.sessions))


def dossier(store: Store, code: str, /) -> Dossier:
    """Return what the airlock reads of one dialogue. Raises `WrongUse` for an unknown code."""
    dialogue = known_dialogue(store, code)
    whole = document(store, dialogue)
    [supplier] = whole.suppliers  # a dialogue is never kept without its supplier
    plans = (plan for plan in whole.brief_plans if plan.supplier_code == supplier.code)
    return Dossier(
        dialogue=dialogue,
        supplier=supplier,
        company=whole.company,
        partners=whole.partners,
        agreements=whole.agreements,
        sessions=whole.sessions,
        insights=whole.insights,
        plan=next(plans, None),
        actions=whole.actions,
        incidents=whole.incidents,
    )
